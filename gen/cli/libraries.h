/* SPDX-License-Identifier: MIT */
/* Which program this is, and which libraries it runs with. */
#ifndef TONGBAO_CLI_LIBRARIES_H
#define TONGBAO_CLI_LIBRARIES_H

#include "base/text.h"

/* "tongbao 2.2" */
const char *libraries_program(void);
/* "libcsv 3.0.3" …: of those that have a say in the result; what each says of itself at run time, or, where it can't,
 * what the program was compiled with. */
struct strings libraries_used(struct arena *arena);
/* Prints the version on a line of its own, then what it is linked with and under which licences. */
void libraries_print(struct arena *arena);

#endif
