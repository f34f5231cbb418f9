/* SPDX-License-Identifier: MIT */
#include "words/sentence_rank.h"

#include "words/lane_list.h"

static const char *count_text(const struct desk *desk, int count)
{
    return arena_format(desk->arena, "%d", count);
}

/* Where somebody has no figure the place is among those who have. */
static const char *ranked(const struct desk *desk, const struct place *place)
{
    const struct phrasing *p = &desk->say;
    const char *rank = count_text(desk, place->rank);
    if (place->of == place->members)
        return FILL(p, place->tied ? WORD_RANK_TIED : WORD_RANK_OF, "组",
                    group_counted(desk, (size_t)place->of, place->group), "位", rank);
    return FILL(p, place->tied ? WORD_RANK_TIED_PARTIAL : WORD_RANK_PARTIAL, "数", count_text(desk, place->of), "组",
                *place->group ? place->group : SAY(p, WORD_GROUP_WORD), "位", rank);
}

static const char *moved(const struct desk *desk, const struct place *place)
{
    if (!place->previous)
        return "";
    int change = place->previous - place->rank;
    if (change == 0)
        return FILL(&desk->say, WORD_RANK_SAME, "期", desk_period_before(desk), "值", "", "单位", "");
    return FILL(&desk->say, change > 0 ? WORD_RANK_FORWARD : WORD_RANK_BACK, "期", desk_period_before(desk), "值",
                count_text(desk, change > 0 ? change : -change), "单位", SAY(&desk->say, WORD_PLACES));
}

const char *topic_place(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    return place.rank && place.of > 1 ? ranked(desk, &place) : "";
}

const char *topic_rank(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    /* A place of one is none. */
    if (!place.rank || place.of < 2)
        return "";
    const char *move = moved(desk, &place);
    return *move ? arena_format(desk->arena, "%s，%s", ranked(desk, &place), move) : ranked(desk, &place);
}
