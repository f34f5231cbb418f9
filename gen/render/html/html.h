/* SPDX-License-Identifier: MIT */
/* The 复核 page as one HTML5 file: style inline, no script, nothing fetched from elsewhere; readable on a phone, in
 * the dark and on A4. Lays out what the page says and computes nothing. */
#ifndef TONGBAO_RENDER_HTML_HTML_H
#define TONGBAO_RENDER_HTML_HTML_H

#include "base/arena.h"
#include "document/review_page.h"

/* What every page begins with; behind it stands page->mark, and then a quote. */
#define HTML_LEAD "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-publication=\""

/* Appends the whole file. It cannot fail: any text can be shown. */
void html_review(const struct review_page *page, struct buffer *out);

#endif
