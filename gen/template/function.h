/* SPDX-License-Identifier: MIT */
/* A function of templates: every figure, phrase, list, table and chart that a template can ask for is a row in one of
 * the tables of function_*.c, which says all that there is to know of it. */
#ifndef TONGBAO_TEMPLATE_FUNCTION_H
#define TONGBAO_TEMPLATE_FUNCTION_H

#include "template/value.h"

struct evaluation;

/* What an argument is to be. It also tells what a bare name in its place means. */
enum argument_kind {
    ARG_NONE,  /* there is no further one */
    ARG_VALUE, /* anything */
    ARG_TEXT,  /* anything that can be printed in a line */
    ARG_WORD,  /* one of a few words, with or without quotation marks */
    ARG_FIGURE,
    ARG_LIST,
    ARG_INDICATOR,
    ARG_ITEM, /* 项: an indicator with its target; an indicator alone stands for its first */
    ARG_LANE, /* 比较项: an indicator over all areas */
    ARG_AREA,
    ARG_MEASURE,
    ARG_COLUMN,
    ARG_FUNCTION, /* the name of one that takes one argument */
    ARG_PLACE     /* where people write: a file's name under text/ */
};

/* Goes with a kind of argument: */
enum {
    OPTIONAL = 0x100, /* may be left out; so may what follows it */
    REPEATED = 0x200, /* any number of them, or none */
    ARGUMENT_FLAGS = OPTIONAL | REPEATED
};

enum {
    FUNCTION_TAKES = 4, /* different arguments of one function */
    FUNCTION_MOST = 60  /* arguments in one call, items in one list */
};

/* What most functions of one item take: it, where, and which of its targets. */
#define ITEM_IN_AREA ARG_ITEM, ARG_AREA | OPTIONAL, ARG_MEASURE | OPTIONAL

struct printed_figure {
    struct shown figure; /* without a number: there is none */
    const char *unit;
};

struct function {
    const char *name, *english;
    unsigned takes[FUNCTION_TAKES]; /* kinds with their flags, ARG_NONE behind the last */
    int cost;                       /* how much of a run's allowance it uses up */

    /* What it gives, by which one of these it has.
     * Anything, from `arguments`: one for each that it takes, NULL where left out, and NULL at the end. Never NULL. */
    const struct value *(*value)(struct evaluation *e, const struct value *const *arguments);
    /* A text on the document's area or the region. */
    const char *(*text_of_document)(const struct desk *desk);
    /* A text on an item, from ITEM_IN_AREA; NULL: there is none. */
    const char *(*text_of_item)(const struct desk *desk, const struct topic *topic);
    /* A text on an indicator over all areas, from ARG_LANE. */
    const char *(*text_of_lane)(const struct desk *desk, const struct lane *lane);
    /* A figure of an item that has a target, from ITEM_IN_AREA; of one without there is no figure. */
    struct printed_figure (*figure_of_item)(const struct desk *desk, const struct topic *topic);
    /* A table on the document's area or the region; NULL: it would be empty. */
    const struct table *(*table_of_document)(const struct desk *desk);

    bool (*fits)(const struct topic *topic); /* of an item's targets the first that does is meant; NULL: any does */
    int which;                               /* where one `value` serves several functions: which of them */
    bool everyone;                           /* tells of other areas than the document's own */
};

/* How many arguments it takes at least, and at most: SIZE_MAX for any number. */
size_t function_least(const struct function *function);
size_t function_most(const struct function *function);
/* What an argument is to be, by its number from 0; ARG_VALUE where it takes none. */
enum argument_kind function_takes(const struct function *function, size_t argument);

/* What the signs in expressions do: 且 或 非 & = [ ]. Nothing else calls them. */
enum operation { OPERATION_AND, OPERATION_OR, OPERATION_NOT, OPERATION_JOIN, OPERATION_COMPARE, OPERATION_LIST };
extern const struct function operations[];

/* The tables, each ending with a row without a name. */
extern const struct function functions_logic[];   /* lists, putting words together */
extern const struct function functions_names[];   /* who, when, of whom */
extern const struct function functions_lists[];   /* what to go through */
extern const struct function functions_figures[]; /* single figures */
extern const struct function functions_phrases[]; /* sentences and clauses */
extern const struct function functions_blocks[];  /* tables and charts */
/* The measure's figure, called by the measure's own names. */
struct function function_of_measure(enum measure measure);

#endif
