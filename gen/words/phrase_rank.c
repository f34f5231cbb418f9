/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "words/phrase.h"

static const char *count_text(const struct phrasing *p, int count)
{
    return arena_format(p->arena, "%d", count);
}

/* A group's name of two characters is itself a measure word's noun: 8县市; a longer one wants 个. */
static bool short_name(const char *name)
{
    int characters = 0;
    while (text_next(&name))
        characters++;
    return characters <= 2;
}

const char *phrase_group(const struct phrasing *p, int count, const char *group)
{
    const char *number = count_text(p, count);
    if (!*group)
        return FILL(p, WORD_GROUP_PLAIN, "数", number);
    return FILL(p, short_name(group) ? WORD_GROUP_NAMED : WORD_GROUP_COUNTED, "数", number, "组", group);
}

static const char *range(const struct phrasing *p, const struct place *place)
{
    const char *noun = *place->group ? place->group : SAY(p, WORD_GROUP_WORD);
    if (place->of < place->members)
        return FILL(p, WORD_RANK_PARTIAL, "数", count_text(p, place->of), "组", noun);
    return phrase_group(p, place->of, place->group);
}

static const char *moved(const struct phrasing *p, const struct place *place)
{
    if (!place->previous)
        return "";
    int change = place->previous - place->rank;
    if (change == 0)
        return SAY(p, WORD_RANK_SAME);
    return FILL(p, change > 0 ? WORD_RANK_UP : WORD_RANK_DOWN, "值", count_text(p, change > 0 ? change : -change));
}

const char *phrase_rank(const struct phrasing *p, const struct place *place)
{
    /* A place of one is none. */
    if (!place->rank || place->of < 2)
        return "";
    const char *rank =
        FILL(p, place->tied ? WORD_RANK_TIED : WORD_RANK_OF, "组", range(p, place), "位", count_text(p, place->rank));
    const char *move = moved(p, place);
    return *move ? arena_format(p->arena, "%s，%s", rank, move) : rank;
}
