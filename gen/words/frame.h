/* SPDX-License-Identifier: MIT */
/* What all documents have in common, whatever their template says. */
#ifndef TONGBAO_WORDS_FRAME_H
#define TONGBAO_WORDS_FRAME_H

#include "words/lane.h"

/* A document with title, properties, banner and issue date; the head and the end are its composer's to fill. */
struct document *document_begin(const struct desk *desk, enum document_kind kind, const char *title,
                                const char *subject);

/* 2019年前三季度凤凰县工业经济…: the subject in a file's properties. */
const char *parts_subject(const struct desk *desk);
/* 433123;2019Q3: whom and when a file is about, at the end of its keywords, where a program finds it. */
const char *parts_mark(const struct desk *desk);

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
