/* SPDX-License-Identifier: MIT */
/* Single files that are written once and whole. */
#ifndef TONGBAO_PUBLISH_WRITING_H
#define TONGBAO_PUBLISH_WRITING_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* The sentence with the path, on one line, and what errno says. */
const char *system_sentence(struct arena *arena, const char *sentence, const char *path);

/* False with errno set. */
bool write_all(int file, const void *bytes, size_t size);

/* Fills a new file, open for reading and writing: writes, gives it its mode, syncs, reads back. Until it is whole it
 * has the mode it was made with. NULL, or a complete sentence that calls it `shown`. */
const char *write_checked(struct arena *arena, int file, const char *shown, const void *bytes, size_t size,
                          mode_t mode);

/* Renames, never over anything: false with errno EEXIST when something has the name. */
bool rename_free(int from, const char *name, int to, const char *free_name);
/* Whether an error of renameat2 says that the file system doesn't know its flags. */
bool rename_unsupported(int error);

/* What the user's umask leaves of rw-rw-rw-. */
mode_t usual_mode(void);

#endif
