/* SPDX-License-Identifier: MIT */
/* The XMP packet (PDF/A-1 6.7), which must say the same as the Info dictionary. */
#ifndef TONGBAO_RENDER_PDF_PDF_META_H
#define TONGBAO_RENDER_PDF_PDF_META_H

#include "render/page/paper.h"

#define PDF_CREATOR "tongbao"
#define PDF_PRODUCER "tongbao / libharu"

/* Appends the packet, complete with its wrapper. */
void meta_xmp(struct buffer *out, const struct paper_properties *properties);
/* The date as Info has it, midnight in China: D:20191018000000+08'00'. */
const char *meta_info_date(struct arena *arena, struct day day);

#endif
