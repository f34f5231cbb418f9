/* SPDX-License-Identifier: MIT */
/* All that a reader sees of a document, text by text. */
#ifndef TONGBAO_DOCUMENT_TEXTS_H
#define TONGBAO_DOCUMENT_TEXTS_H

#include "document/document.h"

/* Called with each text that is not empty. */
struct text_taker {
    void (*take)(void *context, const char *text);
    void *context;
};

/* In no particular order. What only the file's properties tell, or a voice (a chart's alt), is left out. */
void document_texts(const struct document *document, const struct text_taker *taker);

#endif
