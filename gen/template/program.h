/* SPDX-License-Identifier: MIT */
/* The program that a template's text becomes, and the making of it.
 *
 * compile.c and expression.c understand the text and write a small Lua program into a struct compiler; interpret.c runs
 * what came out. The program names nothing by its name: it counts. F(3, K[1], V[2]) calls the function at site 3 with
 * constant 1 and variable 2, and what stands under those numbers has been found when the text was read. */
#ifndef TONGBAO_TEMPLATE_PROGRAM_H
#define TONGBAO_TEMPLATE_PROGRAM_H

#include "template/function.h"
#include "template/scan.h"

struct functions; /* all that there are: functions.h */

/* A place in the text that the program comes back to: an insertion, a condition, a call. */
struct site {
    struct spot spot;
    const struct function *function; /* NULL: not a call */
};

/* What is printed as it stands. */
struct print {
    const char *text;
    struct spot spot;
};

struct template_text {
    const char *name, *file;
    const char *source; /* as somebody wrote it */
    const char *code;   /* Lua */
    size_t code_length;
    const struct print *prints;
    size_t print_count;
    const struct value *const *constants;
    size_t constant_count;
    const struct site *sites;
    size_t site_count;
    const char *const *notes; /* the names of its [^notes] */
    size_t note_count;
    bool person;  /* under text/: somebody's own words */
    bool of_area; /* for one area below the region, which is to read of no other */
    bool others;  /* and does, all the same */
    bool usable;  /* no errors */
    bool empty;   /* nothing is written in it */
};

/* Texts are compiled one after the other by one compiler: `template` and what follows it are the present one's. */
struct compiler {
    const struct dataset *dataset;
    struct arena *arena;
    struct findings *findings;
    const struct functions *functions;
    const char **asked; /* the places under text/ that calls of 文字 name, in all texts */
    size_t asked_count;
    struct template_text template;
    struct print *prints;
    const struct value **constants;
    struct site *sites;
    struct buffer code;
    /* Names that 每个 and 令 have given, the newest last; NULL once out of scope. */
    const char **variables;
    size_t variable_count;
    size_t errors_before;
};

void compiler_begin(struct compiler *c, const char *name, const char *file, bool person, bool of_area);
/* The text compiled since compiler_begin; it is usable when no errors have been found meanwhile. */
const struct template_text *compiler_end(struct compiler *c);

/* The number of a place, from 1. */
size_t compiler_site(struct compiler *c, const struct spot *spot, const struct function *function);
/* Prints the text in this place of the program. */
void compiler_print(struct compiler *c, const char *text, const struct spot *spot);

/* The Lua for a value, K[3]. */
const char *compiler_constant(struct compiler *c, const struct value *value);
/* The Lua for the newest variable of the name in scope, V[2]; NULL when there is none. */
const char *compiler_variable(const struct compiler *c, const char *name);
const char *compiler_add_variable(struct compiler *c, const char *name);
/* All but the `kept` oldest are out of scope. */
void compiler_forget_variables(struct compiler *c, size_t kept);
/* The Lua for a call, F(4, K[1]); `arguments` is ", K[1]" or empty. Warns of a function that tells of other areas. */
const char *compiler_call(struct compiler *c, const struct spot *spot, const struct function *function,
                          const char *arguments);
/* A finding where the text for one area tells of another: a county is not to read another's figures by somebody's
 * oversight. */
void compiler_warn_of_others(struct compiler *c, const struct spot *spot, const char *name);

#endif
