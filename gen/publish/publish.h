/* SPDX-License-Identifier: MIT */
/* Publishing: DIR appears whole or not at all, and nobody's own files are ever removed (SPEC §6).
 *
 * Files are written into a staging folder beside DIR, each one synced, read back and compared; SHA256SUMS comes last;
 * then the new folder takes DIR's place in one step. What stood there goes only if the rule of publish/replace.h holds
 * for it, before the step and after it. */
#ifndef TONGBAO_PUBLISH_PUBLISH_H
#define TONGBAO_PUBLISH_PUBLISH_H

#include "publish/order.h"

#include <stddef.h>

/* One publication under way; lives in the run's arena. */
struct publication;

/* Clears what killed runs left beside DIR, looks whether DIR may be replaced and makes the staging folder. From here to
 * publication_guard, publication_finish or publication_abandon signals that end a program wait. */
enum publish_state publication_begin(struct arena *arena, const struct publish_order *order,
                                     struct publication **publication, const char **sentence);
/* Goes on in a process of its own and returns false there; the process that called waits for that one's end, whatever
 * ends it, removes what it has left behind, and returns true with the exit status to end with. When a signal asked for
 * the end it does not return: it ends by that signal. */
bool publication_guard(struct publication *publication, int *status);
/* Writes one file (path relative to DIR, folders made as needed), syncs it and reads it back. NULL, or a complete
 * sentence. Workers may call it after a fork, each for files of its own. */
const char *publication_write(struct publication *publication, const char *path, const void *bytes, size_t size);
/* To be called by a worker that has all it needs: it can write files of the publication, and open nothing else. */
void publication_confine(const struct publication *publication);
/* Writes SHA256SUMS and puts the folder in DIR's place. Unless it returns GOOD, DIR is as it was, or, should even that
 * have failed, the sentence says where everything is. */
enum publish_state publication_finish(struct publication *publication, const char **sentence);
/* Removes the staging folder. To be called in every case, after finish too. */
void publication_abandon(struct publication *publication);

/* What DIR was renamed to under keep_old; NULL when nothing was. */
const char *publication_kept(const struct publication *publication);
/* Sentences, each on a line of its own, about what was found or left beside DIR since the last call; "" for none. */
const char *publication_notes(struct publication *publication);

/* A file name from what people wrote: without characters that a file system or a person would trip over, at most 180
 * bytes (so that a file with its ending has 200 at most), cut between characters, never empty. */
const char *publish_clean_name(struct arena *arena, const char *name);
/* The same for <code>-<name>-<period>: when it is too long, the name gives way. The period is one of ours, and short.
 */
const char *publish_area_name(struct arena *arena, const char *code, const char *name, const char *period);

#endif
