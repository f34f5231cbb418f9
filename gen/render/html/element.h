/* SPDX-License-Identifier: MIT */
/* Writing HTML, inside this folder. Whatever comes from outside goes through html_text or html_link and nowhere else,
 * so nothing that people wrote can become markup. */
#ifndef TONGBAO_RENDER_HTML_ELEMENT_H
#define TONGBAO_RENDER_HTML_ELEMENT_H

#include "base/arena.h"
#include "document/review_page.h"

/* The text with markup escaped, for content and for quoted attributes alike; controls become blanks, a byte that is no
 * UTF-8 becomes U+FFFD. NULL is nothing. */
void html_text(struct buffer *out, const char *text);
/* `before`, the text, `after`: markup that is ours around a text that is not. */
void html_wrap(struct buffer *out, const char *before, const char *text, const char *after);
/* A link to a file beside the page, its path percent-encoded where a URL wants it. */
void html_link(struct buffer *out, const char *path, const char *text);

/* The class that colours a tone; "" for TONE_PLAIN. */
const char *html_tone(enum cell_tone tone);

/* A small drawing: spark.c. Nothing when it has no values. */
void html_spark(struct buffer *out, const struct review_spark *spark);

/* The stylesheet, in parts up to NULL: style.c. */
extern const char *const html_style[];

#endif
