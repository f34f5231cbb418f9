/* SPDX-License-Identifier: MIT */
#include "words/praise.h"

#include "base/text.h"
#include "words/topic.h"

#include <string.h>

enum { FEWEST = 3 }; /* of two, to name one is to name the other */

/* An area of a group, and what it is judged by. */
struct candidate {
    const struct area *area;
    const struct score_card *card; /* NULL: there are no scores */
    size_t targets, reached, behind;
    bool unreported; /* a target of it has no data */
};

struct candidates {
    struct candidate *items; /* the best first */
    size_t count;
};

static const struct score_card *card_of(const struct desk *desk, const struct area *area)
{
    for (size_t i = 0; i < desk->composer->card_count; i++)
        if (desk->composer->cards[i].area == area)
            return &desk->composer->cards[i];
    return NULL;
}

/* Below 0: a is the better one; 0: there is nothing between them. */
static int compare(const struct candidate *a, const struct candidate *b)
{
    if (a->card)
        return a->card->rank.rank - b->card->rank.rank;
    if (a->behind != b->behind)
        return a->behind < b->behind ? -1 : 1;
    return a->reached == b->reached ? 0 : a->reached > b->reached ? -1 : 1;
}

/* Those of the group that can be judged. */
static struct candidates candidates_of(const struct desk *desk, const struct group *group)
{
    struct candidates list = {0};
    for (size_t i = 0; i < group->count; i++) {
        struct topics topics = topics_of(desk, group->members[i]);
        struct candidate item = {.area = group->members[i],
                                 .card = card_of(desk, group->members[i]),
                                 .targets = topics_counted(&topics),
                                 .reached = topics_standing(&topics, STANDING_REACHED),
                                 .behind = topics_standing(&topics, STANDING_BEHIND)};
        item.unreported = topics_standing(&topics, STANDING_NO_DATA) > 0 || (item.card && item.card->incomplete);
        if (item.card ? !item.card->rank.rank : !(item.reached + item.behind))
            continue;
        ARRAY_ADD(desk->arena, list.items, list.count, item);
        for (size_t at = list.count - 1; at > 0 && compare(&list.items[at], &list.items[at - 1]) < 0; at--) {
            struct candidate swap = list.items[at];
            list.items[at] = list.items[at - 1];
            list.items[at - 1] = swap;
        }
    }
    return list;
}

/* From `from`, which is where they begin, `step` by `step`: as many of one half as are wanted, those who may not be
 * named passed over, and none of several equals when not all of them fit. */
struct choice {
    bool (*may)(const struct candidate *candidate);
    bool best; /* from the best downwards; else from the last upwards */
};

static struct candidates choose(const struct desk *desk, const struct candidates *all, const struct choice *choice,
                                int wanted)
{
    struct candidates chosen = {0};
    size_t half = all->count < FEWEST ? 0 : all->count / 2, sound = 0;
    const struct candidate *before = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct candidate *item = &all->items[choice->best ? i : all->count - 1 - i];
        if (!choice->may(item))
            continue;
        bool tied = before && !compare(before, item);
        if (!tied)
            sound = chosen.count;
        if (i >= half || chosen.count == (size_t)(wanted < 0 ? 0 : wanted)) {
            chosen.count = tied ? sound : chosen.count;
            break;
        }
        ARRAY_ADD(desk->arena, chosen.items, chosen.count, *item);
        before = item;
    }
    return chosen;
}

static bool may_be_praised(const struct candidate *candidate)
{
    return !candidate->unreported && (candidate->card || candidate->reached);
}

static bool may_be_blamed(const struct candidate *candidate)
{
    return candidate->card || candidate->behind;
}

/* ---- words ---- */

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

/* With all that it was put in its place by. */
static const char *name_of(const struct desk *desk, const struct candidate *item)
{
    const struct phrasing *p = &desk->say;
    if (item->card)
        return FILL(p, item->unreported ? WORD_PRAISE_SCORE_PART : WORD_PRAISE_SCORE, "地区", item->area->name, "值",
                    shown_text(p, shown_of(p, item->card->total, 2)));
    enum word word = !item->behind ? WORD_PRAISE_REACHED : !item->reached ? WORD_PRAISE_BEHIND : WORD_PRAISE_COUNTS;
    return FILL(p, word, "地区", item->area->name, "总数", count_text(desk, item->targets), "达到",
                count_text(desk, item->reached), "落后", count_text(desk, item->behind));
}

/* The better first, on either list. */
static const char *names_of(const struct desk *desk, const struct candidates *chosen, const struct choice *choice)
{
    struct strings names = {0};
    for (size_t i = 0; i < chosen->count; i++)
        strings_add(&names, desk->arena, name_of(desk, &chosen->items[choice->best ? i : chosen->count - 1 - i]));
    return strings_join(&names, desk->arena, "、");
}

static const char *list_of(const struct desk *desk, const struct choice *choice, int wanted, enum word word)
{
    size_t count;
    const struct group *groups = groups_of(desk->engine, &count);
    struct strings parts = {0};
    for (size_t i = 0; i < count; i++) {
        struct candidates all = candidates_of(desk, &groups[i]);
        struct candidates chosen = choose(desk, &all, choice, wanted);
        if (chosen.count)
            strings_add(&parts, desk->arena, names_of(desk, &chosen, choice));
    }
    return parts.count ? FILL(&desk->say, word, "名单", strings_join(&parts, desk->arena, "、")) : "";
}

const char *praise_list(const struct desk *desk, int wanted)
{
    static const struct choice choice = {may_be_praised, true};
    return list_of(desk, &choice, wanted < 0 ? desk->dataset->settings.praise : wanted, WORD_PRAISE);
}

const char *blame_list(const struct desk *desk, int wanted)
{
    static const struct choice choice = {may_be_blamed, false};
    return list_of(desk, &choice, wanted < 0 ? desk->dataset->settings.blame : wanted, WORD_BLAME);
}
