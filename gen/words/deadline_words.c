/* SPDX-License-Identifier: MIT */
#include "words/deadline_words.h"

#include "words/area_words.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/region_words.h"
#include "words/sentence.h"
#include "words/sentence_beside.h"
#include "words/sentence_target.h"

enum { MANY = 6, SEVERAL = 3 };

/* A level held against a number, of which there is no more to say than both and what lies between them: nothing that
 * goes on from month to month, nothing that is compared with other places. */
static bool is_level(const struct desk *desk, const struct topics *topics, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    enum standing standing = topic_standing(topic);
    if (!v || !v->actual || v->incomplete || v->elsewhere || !v->key.to.year || topic_within_year(v->key.to) ||
        topic->measure != MEASURE_VALUE || !target_is_number(v->target) || target_is_milestone(v->target) ||
        topic_is_uncounted(topic) || topic_is_ban(topic) || indicator_is_place(topic->indicator))
        return false;
    if (standing != STANDING_REACHED && standing != STANDING_BEHIND && standing != STANDING_PENDING)
        return false;
    return topic != topics_leading(desk, topics) && !topic_counts(desk, topic) && !topic_awaits_year_end(desk, topic) &&
           !*topic_beside(desk, topic, true);
}

static bool are_many(const struct desk *desk, const struct topics *topics)
{
    size_t levels = 0;
    for (size_t i = 0; i < topics->count; i++)
        levels += is_level(desk, topics, &topics->items[i]);
    return levels >= MANY;
}

/* Nothing has come in of it, and nothing is expected later in the year. */
static bool is_missing(const struct desk *desk, const struct topics *topics, size_t at)
{
    const struct topic *topic = &topics->items[at];
    return topic_standing(topic) == STANDING_NO_DATA && topic->verdict->result &&
           topic->verdict->result->flag == FLAG_NO_DATA && topic != topics_leading(desk, topics) &&
           !topic_said_before(topics, at) && !topic_counts(desk, topic) && !topic_awaits_year_end(desk, topic);
}

static size_t missing_count(const struct desk *desk, const struct topics *topics)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += is_missing(desk, topics, i);
    return count;
}

const char *items_missing(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->region);
    struct strings names = {0};
    size_t count = missing_count(desk, &topics);
    if (count < SEVERAL)
        return "";
    for (size_t i = 0; i < topics.count; i++)
        if (is_missing(desk, &topics, i))
            strings_add(&names, desk->arena, topics.items[i].indicator->name);
    return FILL(&desk->say, WORD_NO_DATA_LIST, "日期", desk_day(desk, desk->composer->issued), "数",
                arena_format(desk->arena, "%zu", count), "名单", phrase_names(&desk->say, &names));
}

bool deadline_grouped(const struct desk *desk, const struct topics *topics, const struct topic *topic)
{
    for (size_t i = 0; i < topics->count; i++)
        if (&topics->items[i] == topic && is_missing(desk, topics, i))
            return missing_count(desk, topics) >= SEVERAL;
    return is_level(desk, topics, topic) && are_many(desk, topics);
}

/* 规模企业（988家，目标1000家，差12家） */
static const char *item_text(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool reached = topic_standing(topic) == STANDING_REACHED;
    const char *goal = topic_goal(desk, topic, true); /* of what is hoped for it says 力争 itself */
    struct shown gap = topic_distance(desk, topic);
    struct strings parts = {0};
    strings_add(&parts, desk->arena, topic_lag(desk, topic).actual);
    strings_add(&parts, desk->arena, topic->verdict->target->hoped ? goal : FILL(p, WORD_DEADLINE_GOAL, "值", goal));
    if (!reached && gap.number && shown_sign(gap))
        strings_add(&parts, desk->arena,
                    FILL(p, shown_sign(gap) > 0 ? WORD_LAG_OVER : WORD_LAG_SHORT, "值", shown_size(p, gap), "单位",
                         desk_gap_unit(desk, topic->measure, topic->indicator)));
    return FILL(p, WORD_LIST_ITEM, "地区", topic_plain_name(desk, topic), "值",
                strings_join(&parts, desk->arena, "，"));
}

/* The next year after `year` that a topic of this standing is to be reached by; 0 for none. */
static int next_year(const struct desk *desk, const struct topics *topics, enum standing standing, int year)
{
    int next = 0;
    for (size_t i = 0; i < topics->count; i++) {
        const struct topic *topic = &topics->items[i];
        if (topic_standing(topic) != standing || !is_level(desk, topics, topic))
            continue;
        int to = topic->verdict->key.to.year;
        if (to > year && (!next || to < next))
            next = to;
    }
    return next;
}

static const char *told(const struct desk *desk, enum standing standing, enum word over, enum word early)
{
    struct topics topics = topics_of(desk, desk->region);
    struct strings parts = {0};
    if (!are_many(desk, &topics))
        return "";
    for (int year = 0; (year = next_year(desk, &topics, standing, year)) != 0;) {
        struct strings names = {0};
        for (size_t i = 0; i < topics.count; i++) {
            const struct topic *topic = &topics.items[i];
            if (topic_standing(topic) == standing && is_level(desk, &topics, topic) &&
                topic->verdict->key.to.year == year)
                strings_add(&names, desk->arena, item_text(desk, topic));
        }
        bool is_over = year < desk->period.year || (year == desk->period.year && period_is_last(desk->period));
        strings_add(&parts, desk->arena,
                    FILL(&desk->say, is_over ? over : early, "年", arena_format(desk->arena, "%d", year), "数",
                         arena_format(desk->arena, "%zu", names.count), "名单", phrase_names(&desk->say, &names)));
    }
    return strings_join(&parts, desk->arena, "；");
}

const char *deadlines_reached(const struct desk *desk)
{
    return told(desk, STANDING_REACHED, WORD_DEADLINE_REACHED, WORD_DEADLINE_EARLY);
}

const char *deadlines_missed(const struct desk *desk)
{
    return told(desk, STANDING_BEHIND, WORD_DEADLINE_MISSED, WORD_DEADLINE_MISSED);
}

const char *deadlines_open(const struct desk *desk)
{
    return told(desk, STANDING_PENDING, WORD_DEADLINE_OPEN, WORD_DEADLINE_OPEN);
}
