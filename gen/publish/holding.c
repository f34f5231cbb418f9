/* SPDX-License-Identifier: MIT */
#include "publish/holding.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/bytes.h"
#include "publish/replace.h"
#include "publish/writing.h"

#include <errno.h>
#include <string.h>

static void add(struct holding *h, enum difference_kind kind, const char *path)
{
    struct difference difference = {kind, path};
    ARRAY_ADD(h->arena, h->differences, h->count, difference);
}

static const struct listed *find(const struct listing *listing, const char *path)
{
    for (size_t low = 0, high = listing->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, listing->items[middle].path);
        if (order == 0)
            return &listing->items[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Whether something listed lies in the folder. */
static bool leads_to_listed(const struct listing *listing, const char *folder)
{
    size_t length = strlen(folder);
    for (size_t i = 0; i < listing->count; i++)
        if (strncmp(listing->items[i].path, folder, length) == 0 && listing->items[i].path[length] == '/')
            return true;
    return false;
}

static bool is_listed(const struct holding *h, const struct entry *entry)
{
    if (S_ISDIR(entry->status.st_mode) && !entry->mount)
        return leads_to_listed(&h->listing, entry->path);
    return find(&h->listing, entry->path) || strcmp(entry->path, SUMS) == 0 ||
           (h->but && strcmp(entry->path, h->but) == 0);
}

static bool is_there(const struct tree *tree, const char *path)
{
    for (size_t i = 0; i < tree->count; i++)
        if (strcmp(tree->entries[i].path, path) == 0)
            return true;
    return false;
}

static bool unread(struct holding *h, const char *shown, const char *path)
{
    const char *where = path && *path ? arena_format(h->arena, "%s/%s", shown, path) : shown;
    h->sentence = system_sentence(h->arena, _("读不出来，请检查磁盘和权限"), where);
    return false;
}

bool holding_compare(struct holding *h, int folder, const char *shown)
{
    struct buffer text = {.arena = h->arena};
    struct tree tree = {.arena = h->arena};
    h->listing = (struct listing){.arena = h->arena, .own = SUMS};
    if (!bytes_read(folder, SUMS, &text))
        return unread(h, shown, SUMS);
    if (!listing_read(&h->listing, buffer_text(&text), text.length)) {
        h->damaged = true;
        h->sentence = arena_format(h->arena, _("%s 不是本程序写的，或被改过：'%s'"), SUMS, text_line(h->arena, shown));
        return false;
    }
    struct stranger first = listing_examine(&h->listing, folder);
    if (first.kind == STRANGE_UNREAD)
        return unread(h, shown, first.path);
    if (!tree_list(&tree, folder))
        return unread(h, shown, tree.failed);
    for (size_t i = 0; i < h->listing.count; i++)
        if (!h->listing.items[i].there)
            add(h, is_there(&tree, h->listing.items[i].path) ? DIFFERENCE_CHANGED : DIFFERENCE_MISSING,
                h->listing.items[i].path);
    for (size_t i = 0; i < tree.count; i++)
        if (!is_listed(h, &tree.entries[i]))
            add(h, DIFFERENCE_FOREIGN, tree.entries[i].path);
    return true;
}
