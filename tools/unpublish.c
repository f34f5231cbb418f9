/* SPDX-License-Identifier: MIT */
/* unpublish FOLDER: removes the publications below FOLDER, one level deep or two, by the rule by which a run replaces
 * one, of whatever region and period; also what killed runs left, and findings of refused runs that nobody has changed.
 * Everything else is named and stays. Ends with 0 when nothing stays, and FOLDER is gone. */
#include "base/text.h"
#include "publish/place.h"
#include "publish/refusal.h"
#include "publish/replace.h"
#include "publish/staging.h"
#include "render/render.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of a publication whose region and period nobody says, a name is ours by its form: a file of the region, of an area, a
 * letter, with the period before its ending, or one of those that all publications have. */
static bool may_write(const void *context, const char *path)
{
    static const char *const always[] = {"index.html",        "audit.csv",         "RUN.txt",
                                         "data/measures.csv", "data/verdicts.csv", "data/ranks.csv",
                                         "data/scores.csv",   "data/ledger.csv",   "data/changes.csv"};
    (void)context;
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (strcmp(path, always[i]) == 0)
            return true;
    bool of_ours = !strchr(path, '/') || text_starts(path, "areas/") || text_starts(path, "letters/");
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path, *period = strchr(name, '-');
    for (const struct renderer *r = renderers; r->name && of_ours && period && strstr(period, "年"); r++)
        if (strrchr(name, '.') && strcmp(strrchr(name, '.') + 1, r->name) == 0)
            return true;
    return false;
}

static const struct publish_order any = {.may_write = may_write};

/* Where people's names end and ours begin: out.tongbao-…, out-核查…; NULL when it is no such name. */
static const char *base_of(struct arena *arena, const char *name, const char *mark)
{
    const char *at = strstr(name, mark);
    return at && at > name ? arena_string_n(arena, name, (size_t)(at - name)) : NULL;
}

/* What stands beside publications of ours. */
static void clear_beside(struct arena *arena, const char *path, int folder, const char *name)
{
    const char *left = base_of(arena, name, ".tongbao-"), *refused = base_of(arena, name, "-核查");
    struct buffer notes = {.arena = arena};
    struct place place = {.above = arena_format(arena, "%s/", path), .name = left, .folder = folder};
    if (left)
        staging_sweep(arena, &place, &any, &notes);
    if (refused)
        refusal_clear(arena, arena_format(arena, "%s/%s", path, refused));
    fputs(buffer_text(&notes), stderr);
}

static bool is_there(int folder, const char *name)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool clear(struct arena *arena, const char *path, int folder, int levels);

/* A publication, or a folder of them. True when it is gone. */
static bool clear_one(struct arena *arena, const char *path, int folder, const char *name, int levels)
{
    const char *below = arena_format(arena, "%s/%s", path, name);
    struct candidate c = {
        .arena = arena, .order = &any, .holder = folder, .name = name, .shown = text_line(arena, below)};
    bool gone = false;
    if (replace_look(&c) == PUBLISH_GOOD && !c.empty && levels && !is_there(c.folder, SUMS))
        gone = clear(arena, below, c.folder, levels - 1) && unlinkat(folder, name, AT_REMOVEDIR) == 0;
    else {
        if (c.folder >= 0)
            close(c.folder);
        gone = replace_judge(&c) == PUBLISH_GOOD && replace_remove(&c);
        if (!gone)
            fprintf(stderr, "unpublish: %s\n", c.sentence ? c.sentence : c.shown);
    }
    if (c.folder >= 0)
        close(c.folder);
    return gone;
}

/* Everything in the open folder. True when nothing is left in it. */
static bool clear(struct arena *arena, const char *path, int folder, int levels)
{
    const char **names;
    size_t count;
    bool all = tree_names(arena, folder, &names, &count);
    for (size_t i = 0; i < count; i++)
        clear_beside(arena, path, folder, names[i]);
    for (size_t i = 0; i < count; i++)
        if (is_there(folder, names[i]))
            all = clear_one(arena, path, folder, names[i], levels) && all;
    return all;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: unpublish FOLDER\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new();
    struct place place = place_of(arena, argv[1]);
    int folder =
        place_open(&place) ? openat(place.folder, place.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    bool gone =
        folder >= 0 && clear(arena, argv[1], folder, 1) && unlinkat(place.folder, place.name, AT_REMOVEDIR) == 0;
    if (folder < 0)
        perror(argv[1]);
    else
        close(folder);
    place_close(&place);
    arena_free(arena);
    return gone ? 0 : 1;
}
