/* SPDX-License-Identifier: MIT */
/* The functions of templates: every figure, phrase, list, table and chart that a template can ask for. Adding one is a
 * row in a table of function_*.c, its function there, and its entry in the manual. */
#ifndef TONGBAO_TEMPLATE_FUNCTION_H
#define TONGBAO_TEMPLATE_FUNCTION_H

#include "template/value.h"

struct evaluation;

enum { FUNCTION_MOST = 60 }; /* arguments in one call, items in one list */

struct function {
    const char *name, *english;
    /* What it takes, between blanks; ? may be left out, * any number:
     * g 项 (or an indicator, then its target)  i indicator  a area  L 比较项  n figure  s text  v anything
     * l list  m measure  c columns  f function  p a place under text/  w a word, with or without quotes */
    const char *takes;
    int cost; /* how much of a run's allowance it uses up */
    /* `arguments` has one for each of `takes`, NULL where left out, and NULL at the end. Never returns NULL. */
    const struct value *(*call)(struct evaluation *scene, const struct value *const *arguments);
    bool everyone; /* tells of other areas than the document's own */
};

/* By either name; NULL. */
const struct function *function_find(const char *name);
/* The one after `last`, of all; NULL at the end. The first for NULL. */
const struct function *function_next(const struct function *last);
/* How many arguments it takes; *most is SIZE_MAX for any number. */
void function_arity(const struct function *function, size_t *least, size_t *most);
/* The letter for an argument, by its number from 0. */
char function_letter(const struct function *function, size_t argument);

/* The tables, each ending with a row without a name. */
extern const struct function functions_logic[];   /* conditions, lists, putting words together */
extern const struct function functions_names[];   /* who, when, of whom */
extern const struct function functions_lists[];   /* what to go through */
extern const struct function functions_figures[]; /* single figures */
extern const struct function functions_phrases[]; /* sentences and clauses */
extern const struct function functions_blocks[];  /* tables and charts */

#endif
