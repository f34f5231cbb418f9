/* SPDX-License-Identifier: MIT */
/* GB/T 9704-2012 as far as every renderer of a 公文 needs it: the type area, the sizes of type, where a signature
 * stands. */
#ifndef TONGBAO_RENDER_GBT9704_H
#define TONGBAO_RENDER_GBT9704_H

#include "document/document.h"

/* 5.2: A4 upright with 天头 37 mm, 订口 28 mm and a 版心 of 156 mm × 225 mm. In mm. */
#define SHEET_WIDTH_MM 210
#define SHEET_HEIGHT_MM 297
#define TYPE_TOP_MM 37
#define TYPE_LEFT_MM 28
#define TYPE_WIDTH_MM 156
#define TYPE_HEIGHT_MM 225

#define MARK_TOP_MM 35  /* 7.2.4: from the type area's top to the mark's */
#define RULE_GAP_MM 4   /* 7.2.7: from 发文字号 to the red rule */
#define RED_RULE_MM 0.5 /* its thickness */
#define NUMBER_GAP_MM 7 /* 7.5: from the type area's bottom to the page number's dash */
#define BANNER_TOP_MM 20

/* 7.4.1: the rules of 版记; the outer ones are thick. */
#define IMPRINT_THICK_MM 0.35
#define IMPRINT_THIN_MM 0.25
#define IMPRINT_LEADING 1.75 /* from line to line, of the size */

/* Sizes of type, pt. */
#define SIZE_2 22.0       /* 2号 */
#define SIZE_SMALL_2 18.0 /* 小2号 */
#define SIZE_3 16.0       /* 3号 */
#define SIZE_4 14.0       /* 4号 */
#define SIZE_SMALL_4 12.0
#define SIZE_HEADLINE 15.0 /* 小3号: of 提要 */
#define SIZE_5 10.5
#define SIZE_SMALL_5 9.0
#define SIZE_6 7.5

#define MARK_LARGEST 50.0 /* pt: of 发文机关标志 */
#define MARK_USUAL 32.0   /* pt: the height that a long one keeps if narrow glyphs allow it */
#define MARK_LEAST 26.0   /* pt: the height that every one keeps: more than a title's */
#define MARK_NARROW 0.7   /* how narrow its glyphs may become; beyond, it takes two lines */
#define MARK_LEADING 1.3  /* from line to line of such a one, of its size */
#define MARK_WIDTH 0.97   /* the share of the type area's width that it may take */

/* The type of a body: its size, how many lines and characters fill the type area, and what goes with it. */
struct body_type {
    double size; /* pt */
    int lines, characters;
    double caption; /* pt: of titles of tables */
    double small;   /* pt: of 说明, and the largest of tables: one size below those */
};

/* A letter is sent as one page where up to so many lines do it; 5.2.3 lets a particular case depart from 22. */
#define LETTER_MOST_LINES 28

struct body_type body_type_for(enum head_style head);

/* Where 署名 and 成文日期 begin, from the type area's left: 7.3.5.1 with the room for a seal, else 7.3.5.2. All in one
 * unit: the type area's width, a character's, the widths of the two texts. A text wider than the area begins at 0. */
struct signature {
    double signer, date;
};

struct signature signature_place(bool sealed, double width, double cell, double signer, double date);

#endif
