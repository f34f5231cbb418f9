/* SPDX-License-Identifier: MIT */
/* The words of an expression: what stands between {{ and }} behind a keyword. */
#ifndef TONGBAO_TEMPLATE_TOKEN_H
#define TONGBAO_TEMPLATE_TOKEN_H

#include "template/scan.h"

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER, /* 12.5, -3; a % behind it is part of it */
    TOKEN_STRING, /* in “” or "", without them */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_LIST_OPEN,
    TOKEN_LIST_CLOSE,
    TOKEN_COMMA,   /* , ， 、 */
    TOKEN_COMPARE, /* text: = ~ < <= > >= */
    TOKEN_JOIN,    /* & */
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_ARITHMETIC, /* + - * / ×: templates do not compute */
    TOKEN_UNCLOSED,   /* a quotation mark without its partner, and what follows */
    TOKEN_UNKNOWN
};

struct token {
    enum token_kind kind;
    const char *text;
    struct spot spot;
};

/* Where a text is being read. */
struct token_reader {
    const char *at;
    struct spot spot;
    struct arena *arena;
};

/* The next token, and the reader moved behind it. People type in full-width mode: （ is (, ， is , and ＞ is >. */
struct token token_next(struct token_reader *reader);
/* The operator that a name has swallowed for want of a blank: 吉首市且年末, 非年末. NULL: none. */
const char *token_swallowed(const char *name);
/* The rest of the text without the blanks at both ends. */
const char *token_rest(struct token_reader *reader);

#endif
