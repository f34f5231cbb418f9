/* SPDX-License-Identifier: MIT */
/* Where something is to be: a folder that is there, and a name in it. */
#ifndef TONGBAO_PUBLISH_PLACE_H
#define TONGBAO_PUBLISH_PLACE_H

#include "base/arena.h"

#include <stdbool.h>

struct place {
    const char *above; /* the folder as people wrote it, with its slash; "" for the current one */
    const char *name;  /* without slashes; "" for the root */
    int folder;        /* `above`, open; −1 until place_open */
};

/* Cuts the path; nothing is opened. The strings live in the arena. */
struct place place_of(struct arena *arena, const char *path);
/* Opens the folder; the caller closes it with place_close. False with errno set. */
bool place_open(struct place *place);
void place_close(struct place *place);

/* The path of another name in the same folder, as people may see it: controls as spaces. */
const char *place_beside(struct arena *arena, const struct place *place, const char *name);
/* `name` with something before and behind the number: out-旧1. Cut between characters where a file system would not
 * take it: 255 bytes at most. */
const char *place_name(struct arena *arena, const char *name, const char *suffix);

/* Whether the path is the folder or lies in it. Links, `..` and what is not there yet are followed. */
bool place_lies_in(struct arena *arena, const char *path, const char *folder);

/* Why nothing may be published to `dir` whatever stands there: it has no name of its own, or it is the input, lies in
 * it or holds it, or is the current folder. Links, `..` and folders that are not there yet are followed. A complete
 * sentence, or NULL. `input` may be missing. */
const char *place_refusal(struct arena *arena, const char *dir, const char *input);

#endif
