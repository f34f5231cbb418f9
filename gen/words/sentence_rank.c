/* SPDX-License-Identifier: MIT */
#include "words/sentence_rank.h"

#include "words/lane_list.h"

static const char *count_text(const struct desk *desk, int count)
{
    return arena_format(desk->arena, "%d", count);
}

/* 8县市, 8个重点县, 8个单位; 已报的7个县市 where somebody has no figure. */
static const char *ranked_group(const struct desk *desk, const struct place *place)
{
    const char *group = group_counted(desk, (size_t)place->of, place->group);
    return place->of < place->members ? FILL(&desk->say, WORD_GROUP_REPORTED, "组", group) : group;
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
