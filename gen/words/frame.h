/* SPDX-License-Identifier: MIT */
/* What all documents have in common, whatever their template says. */
#ifndef TONGBAO_WORDS_FRAME_H
#define TONGBAO_WORDS_FRAME_H

#include "words/lane.h"

/* A document with title, properties, banner and issue date; the head and the end are its composer's to fill. */
struct document *document_begin(const struct desk *desk, enum document_kind kind, const char *title,
                                const char *subject);

/* 示例数据, 送审稿; NULL for neither. */
const char *parts_banner(const struct desk *desk);

/* Counts the headings of one level. */
struct numbering {
    const struct desk *desk;
    int count;
};
/* 一, 二, …, 十, 十一, …: the next one. */
const char *numbering_next(struct numbering *numbering);

/* How many of an area's targets are reached, behind, pending and without data: a clause; "" without targets. */
const char *parts_count(const struct desk *desk, const struct topics *topics);

#endif
