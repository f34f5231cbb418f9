/* SPDX-License-Identifier: MIT */
/* The colour profile that PDF/A wants: sRGB (IEC 61966-2-1) as a small ICC version 2.1 display profile. */
#ifndef TONGBAO_RENDER_PDF_PDF_ICC_H
#define TONGBAO_RENDER_PDF_PDF_ICC_H

#include "base/arena.h"

/* Appends the profile's bytes. */
void icc_srgb(struct buffer *profile);

#endif
