/* SPDX-License-Identifier: MIT */
/* All functions of templates, to be found by name. */
#ifndef TONGBAO_TEMPLATE_FUNCTIONS_H
#define TONGBAO_TEMPLATE_FUNCTIONS_H

#include "check/nearest.h"
#include "template/function.h"

struct functions {
    const struct function **items;
    size_t count;
};

/* The rows of all tables, and one function for each measure. Lives in `arena`. */
struct functions functions_all(struct arena *arena);
/* By either name; NULL. */
const struct function *functions_find(const struct functions *functions, const char *name);
/* Offers both names of all. */
void functions_offer(const struct functions *functions, struct nearest *nearest);

#endif
