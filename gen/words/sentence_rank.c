/* SPDX-License-Identifier: MIT */
#include "words/sentence_rank.h"

#include "base/text.h"

static const char *count_text(const struct desk *desk, int count)
{
    return arena_format(desk->arena, "%d", count);
}

/* A group's name of two characters is itself a measure word's noun: 8县市; a longer one wants 个. */
static bool short_name(const char *name)
{
    int characters = 0;
    while (text_next(&name))
        characters++;
    return characters <= 2;
}

/* 8县市, 8个重点县, 8个地区; 有数据的7个县市 where somebody has no figure. */
static const char *ranked_group(const struct desk *desk, const struct place *place)
{
    const struct phrasing *p = &desk->say;
    const char *number = count_text(desk, place->of);
    if (place->of < place->members)
        return FILL(p, WORD_RANK_PARTIAL, "数", number, "组", *place->group ? place->group : SAY(p, WORD_GROUP_WORD));
    if (!*place->group)
        return FILL(p, WORD_GROUP_PLAIN, "数", number);
    return FILL(p, short_name(place->group) ? WORD_GROUP_NAMED : WORD_GROUP_COUNTED, "数", number, "组", place->group);
}

static const char *moved(const struct desk *desk, const struct place *place)
{
    if (!place->previous)
        return "";
    int change = place->previous - place->rank;
    if (change == 0)
        return SAY(&desk->say, WORD_RANK_SAME);
    return FILL(&desk->say, change > 0 ? WORD_RANK_UP : WORD_RANK_DOWN, "值",
                count_text(desk, change > 0 ? change : -change));
}

const char *topic_rank(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    /* A place of one is none. */
    if (!place.rank || place.of < 2)
        return "";
    const char *rank = FILL(&desk->say, place.tied ? WORD_RANK_TIED : WORD_RANK_OF, "组", ranked_group(desk, &place),
                            "位", count_text(desk, place.rank));
    const char *move = moved(desk, &place);
    return *move ? arena_format(desk->arena, "%s，%s", rank, move) : rank;
}
