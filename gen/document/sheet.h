/* SPDX-License-Identifier: MIT */
/* The measures of a document that is one page (HEAD_SHEET), in 1/100 mm: whoever composes it must know what there is
 * room for, whoever sets it keeps to that. Heights are the least that can be read; where the page has room they grow,
 * up to SHEET_EASE per cent. */
#ifndef TONGBAO_DOCUMENT_SHEET_H
#define TONGBAO_DOCUMENT_SHEET_H

enum {
    SHEET_HEIGHT = 22500, /* of the type area */
    SHEET_EASE = 122,

    SHEET_MASTHEAD = 760,  /* title, office and date, the rule below */
    SHEET_HEADLINE = 640,  /* a line of it */
    SHEET_HEADING = 600,   /* with the space above it */
    SHEET_NOTE = 340,      /* a line of small print */
    SHEET_TABLE_HEAD = 60, /* around a table's head, besides its lines */
    SHEET_HEAD_LINE = 300,
    SHEET_MATRIX_ROW = 385,
    SHEET_BANDS_ROW = 360,
    SHEET_MORE_LINE = 300, /* a row's further line */

    SHEET_CARD_NAME = 370, /* a line of it */
    SHEET_CARD_FIGURE = 720,
    SHEET_CARD_SMALL_FIGURE = 560,
    SHEET_CARD_STATE = 370,
    SHEET_CARD_SPARK = 1080,
    SHEET_CARD_LINE = 330, /* of a caption, of text */
    SHEET_CARD_AROUND = 120,

    SHEET_GAP = 100 /* below a block */
};

/* How many characters' widths a line has, in halves of a Chinese character's. */
enum {
    SHEET_WIDE = 110, /* of small print, across the page */
    SHEET_HEADLINE_WIDE = 58,
    SHEET_NAME_WIDE = 14,  /* of a name in a matrix */
    SHEET_HEAD_WIDE = 8,   /* of a head in a matrix */
    SHEET_ITEM_WIDE = 20,  /* of a name in bands */
    SHEET_ITEM_ALONE = 46, /* the same where there are few columns */
    SHEET_BASIS_WIDE = 20
};

/* Of a matrix: columns and rows beyond which nobody takes it in. */
enum {
    SHEET_COLUMNS = 13,
    SHEET_COLUMNS_LONG = 8,
    SHEET_AREAS = 14,
    SHEET_AREAS_SHORT = 12,
    SHEET_COUNTED = 30,
    SHEET_WORST = 10
};

#endif
