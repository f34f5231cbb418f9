/* SPDX-License-Identifier: MIT */
/* The folder beside DIR in which a publication comes about: out.tongbao-XXXXXX, with
 *
 *   new/           what is to be DIR; once the two have changed places, what stood there
 *   old/           what stood at DIR, where a file system can't let two folders change places
 *   unfinished.txt the journal: says that the folder is ours, which of the two is `new`, and, before each file is
 *                  written, its name and sum, when it has been made, its inode, and when it is whole, that. Locked as
 *                  long as one of the run's processes lives.
 *
 * So whoever finds the folder later, be it after kill -9, knows whether somebody still works in it and which files in
 * it are this program's: those that the journal lists, with that sum or, before they were whole, with that inode and
 * mode 0. Everything else in it is somebody's and stays. */
#ifndef TONGBAO_PUBLISH_STAGING_H
#define TONGBAO_PUBLISH_STAGING_H

#include "publish/order.h"
#include "publish/place.h"

struct staging;

/* Makes the folder beside the place, whose folder is open. NULL with errno set. */
struct staging *staging_new(struct arena *arena, const struct place *place);

/* The open folder that is to be DIR. */
int staging_fresh(const struct staging *staging);
/* Writes a file in it, with the folders on the way. NULL, or a complete sentence. */
const char *staging_write(struct staging *staging, const char *path, const void *bytes, size_t size);

/* Puts the new folder at DIR, where nothing is: false with errno EEXIST when something is. */
bool staging_place(const struct staging *staging);
/* Lets the new folder and what stands at DIR, whatever it is, change places. False with errno set, and nothing has
 * changed. */
bool staging_swap(const struct staging *staging);

/* Removes what came back from DIR if the rule allows it, else puts it back, then what was new, and the staging folder.
 * GOOD; or with the sentence why what came back had to stay: it is at DIR again, or where the sentence says. What can't
 * be removed besides is told in `notes`. It may be called again and by another process of the run. */
enum publish_state staging_settle(struct staging *staging, const struct publish_order *order, struct buffer *notes,
                                  const char **sentence);

/* Settles what killed runs into the same place have left and nobody works in, without touching DIR. */
void staging_sweep(struct arena *arena, const struct place *place, const struct publish_order *order,
                   struct buffer *notes);

/* Renames what stands at the name in `folder` to the first free of DIR-旧1, -旧2 … Returns that name, or NULL with
 * errno set. */
const char *staging_set_aside(struct arena *arena, const struct place *place, int folder, const char *name);

#endif
