/* SPDX-License-Identifier: MIT */
/* A worker has all it needs in memory: what it still does is compose, set and write. So the kernel is asked to let it
 * do nothing else, and neither a template nor a fault in a library can read or write anybody's file. */
#ifndef TONGBAO_PUBLISH_CONFINE_H
#define TONGBAO_PUBLISH_CONFINE_H

#include <stdbool.h>

/* Whether this kernel can shut files off (Landlock, since Linux 5.13, unless switched off). */
bool confine_possible(void);
/* From here on this process, for good, opens, makes and removes files only beneath the open folder, starts no program
 * or process and makes no connection. What is open already stays usable. What the kernel can't do is left out: false
 * when that is the shutting off of files, or when it failed. */
bool confine_to(int folder);

#endif
