/* SPDX-License-Identifier: MIT */
/* The RTF renderer: a bulletin that can be edited, for drafts. WPS, Word and LibreOffice open it with headings, tables
 * and fonts as the PDF has them; where lines and pages end is up to the office program. */
#ifndef TONGBAO_RENDER_RTF_RTF_H
#define TONGBAO_RENDER_RTF_RTF_H

#include "render/context.h"

/* struct renderer's render for bulletins; of the context nothing is used. Never fails. */
const char *rtf_render(const struct document *document, const struct render_context *context, struct buffer *out);

#endif
