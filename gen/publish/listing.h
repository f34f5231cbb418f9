/* SPDX-License-Identifier: MIT */
/* Files that this program wrote, each with its sum: what a folder is held against before anything in it is removed. */
#ifndef TONGBAO_PUBLISH_LISTING_H
#define TONGBAO_PUBLISH_LISTING_H

#include "base/sum.h"
#include "publish/tree.h"

struct listed {
    const char *path;
    struct sum sum;
    ino_t begun;        /* the number of the file that was begun under this name and isn't known to be whole; 0: none */
    bool there;         /* found with that sum */
    struct stat status; /* as it was then */
};

struct listing {
    struct arena *arena;
    struct listed *items; /* by path once read */
    size_t count;
    const char *own; /* the name of the file that the listing stands in, at the top of the folder; it isn't listed */
    struct stat own_status;
};

/* Why something in a folder isn't known to be ours. */
enum strange {
    STRANGE_NOTHING,
    STRANGE_FILE,    /* not listed */
    STRANGE_FOLDER,  /* nothing listed lies in it */
    STRANGE_CHANGED, /* listed with another sum, or no plain file any more */
    STRANGE_LINK,
    STRANGE_SPECIAL, /* a device, pipe, socket; something mounted */
    STRANGE_UNREAD   /* could not be read: errno is set, nothing is known */
};

struct stranger {
    enum strange kind;
    const char *path; /* the first one, by path */
};

/* Whether a path is relative and stays below its folder: no part of it is empty, `.` or `..`. */
bool listing_is_plain(const char *path);

/* Takes `<sum>  <path>` lines, as sha256sum writes them. False when a line is no such line, a path is no plain path
 * below the folder, or one stands there twice. */
bool listing_read(struct listing *listing, const char *text, size_t length);
/* The same of a text that may end anywhere and holds other lines too: those are passed over. */
void listing_read_lines(struct listing *listing, const char *text, size_t length);

/* Notes that the file with this number was begun at the path; with 0, that it is whole. False when the path isn't
 * listed. */
bool listing_set_begun(struct listing *listing, const char *path, ino_t number);

/* Reads everything in the folder and marks the listed files that are there. Of a file that was begun and isn't whole
 * the sum says nothing: it counts when it still has the mode 0 that it was made with and is the one that was begun, or
 * has nothing in it. */
struct stranger listing_examine(struct listing *listing, int folder);

/* Removes the files that the examination found, unless they have changed since, then their folders if they are empty,
 * and the listing's own file if nothing else is left. Nothing else is touched. True when the folder is empty after it.
 */
bool listing_remove(const struct listing *listing, int folder);

/* Whether it is the same file and nobody has touched it since. */
bool listing_same_state(const struct stat *a, const struct stat *b);

/* Removes one file below the folder if it is still as it was seen. True when it is gone. */
bool listing_remove_seen(int folder, const char *path, const struct stat *seen);

#endif
