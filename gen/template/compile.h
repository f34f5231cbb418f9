/* SPDX-License-Identifier: MIT */
/* Shared by the files that turn a template's text into its program. Only compose/template/ includes this. */
#ifndef TONGBAO_TEMPLATE_COMPILE_H
#define TONGBAO_TEMPLATE_COMPILE_H

#include "template/function.h"
#include "template/scan.h"
#include "template/template.h"

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
    const char *code; /* Lua */
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
    bool usable;  /* no errors */
    bool empty;   /* nothing is written in it */
};

/* A template under construction. */
struct compiler {
    const struct dataset *dataset;
    struct arena *arena;
    struct findings *findings;
    struct template_text template;
    struct print *prints;
    const struct value **constants;
    struct site *sites;
    struct buffer code;
    /* Names that 每个 and 令 have given, the newest last; NULL once out of scope. */
    const char **variables;
    size_t variable_count;
    const char **asked; /* the places under text/ that calls of 文字 name */
    size_t asked_count;
};

/* Compiles one file's text; its faults become findings. */
const struct template_text *template_compile(struct compiler *compiler, const char *name, const char *file,
                                             const char *text, bool person, bool of_area);

/* ---- for compile.c and expression.c ---- */

size_t compiler_site(struct compiler *c, const struct spot *spot, const struct function *function);
size_t compiler_constant(struct compiler *c, const struct value *value);
/* The newest variable of the name in scope; false when there is none. */
bool compiler_variable(const struct compiler *c, const char *name, size_t *index);

/* Appends the Lua of an expression: `text` from `spot` on. False with findings when it can't be understood. */
bool expression_compile(struct compiler *c, const char *text, const struct spot *spot, struct buffer *code);

#endif
