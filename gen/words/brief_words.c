/* SPDX-License-Identifier: MIT */
#include "words/brief_words.h"

#include "base/text.h"
#include "words/forecast_words.h"
#include "words/goal.h"
#include "words/lag.h"
#include "words/sentence_growth.h"

enum { LINE = 29, MOST_HARD = 2, MOST_AREAS = 2 };

static const char *size_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

static bool year_over(const struct desk *desk)
{
    return period_is_last(desk->period);
}

/* ---- the region ---- */

/* What will hardly be reached; when the year is over, what was not. */
static struct strings hard_ones(const struct desk *desk, const struct topics *topics)
{
    struct strings names = {0};
    for (size_t i = 0; i < topics->count; i++) {
        const struct topic *topic = &topics->items[i];
        bool hard = topic->verdict && !topic_is_uncounted(topic) &&
                    (year_over(desk) ? topic_standing(topic) == STANDING_BEHIND
                                     : topic_prospect(desk, topic).kind == FORECAST_HARD);
        if (hard)
            strings_add(&names, desk->arena, topic_plain_name(desk, topic));
    }
    return names;
}

/* As many of them as fit behind the lead: 技改投资全年目标难度较大; 技改投资等3项…. */
static const char *hard_text(const struct desk *desk, const char *lead, const struct strings *names)
{
    const struct phrasing *p = &desk->say;
    enum word word = year_over(desk) ? WORD_BRIEF_MISSED : WORD_BRIEF_HARD;
    for (size_t shown = names->count < MOST_HARD ? names->count : MOST_HARD; shown > 0; shown--) {
        const struct strings first = {names->items, shown};
        const char *list = strings_join(&first, desk->arena, "、");
        if (shown < names->count)
            list = FILL(p, WORD_BRIEF_ETC, "名单", list, "数", size_text(desk, names->count));
        const char *text = FILL(p, word, "名单", list);
        if (text_length(lead) + text_length(text) + 1 <= LINE)
            return text;
    }
    return names->count ? FILL(p, word, "名单", FILL(p, WORD_BRIEF_SOME, "数", size_text(desk, names->count))) : "";
}

/* Where nobody has set a target: how the leading figure grew. */
static const char *growth_lead(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->region);
    for (size_t i = 0; i < topics.count; i++) {
        const char *growth = topic_growth(desk, &topics.items[i]);
        if (*growth)
            return arena_format(desk->arena, "%s%s%s", desk->region->name, topics.items[i].indicator->name, growth);
    }
    return "";
}

const char *brief_lead(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    struct topics topics = topics_of(desk, desk->region);
    size_t targets = topics_counted(&topics);
    if (!targets)
        return growth_lead(desk);
    const char *lead =
        FILL(p, year_over(desk) ? WORD_BRIEF_LEAD_END : WORD_BRIEF_LEAD, "地区", desk->region->name, "数",
             size_text(desk, targets), "达到", size_text(desk, topics_standing(&topics, STANDING_REACHED)));
    struct strings names = hard_ones(desk, &topics);
    const char *hard = hard_text(desk, lead, &names);
    return *hard ? arena_format(desk->arena, "%s，%s", lead, hard) : lead;
}

/* ---- the areas ---- */

struct worst {
    const struct area *area;
    size_t behind, targets;
};

/* Those that are behind in most of their targets, the most first; *targeted: whether any has one. */
static size_t find_worst(const struct desk *desk, struct worst worst[MOST_AREAS], bool *targeted)
{
    struct areas areas = areas_below(desk);
    size_t count = 0;
    *targeted = false;
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        struct worst item = {areas.items[i], topics_standing(&topics, STANDING_BEHIND), topics_counted(&topics)};
        *targeted = *targeted || item.targets;
        if (!item.behind)
            continue;
        size_t at = count < MOST_AREAS ? count++ : MOST_AREAS;
        while (at > 0 && item.behind > worst[at - 1].behind) {
            if (at < MOST_AREAS)
                worst[at] = worst[at - 1];
            at--;
        }
        if (at < MOST_AREAS)
            worst[at] = item;
    }
    return count;
}

/* Held against the average alone: 14个地区中5个低于全省. */
static const char *compared_text(const struct desk *desk)
{
    struct lanes lanes = lanes_of(desk);
    struct areas areas = areas_below(desk);
    size_t below = 0, held = 0;
    const char *other = "";
    if (!lanes.count || !lane_only_compared(desk, &lanes.items[0]))
        return "";
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, &lanes.items[0], areas.items[i]);
        struct shown gap = topic.verdict ? topic_gap(desk, &topic) : (struct shown){NULL, 0};
        if (!gap.number)
            continue;
        other = topic_other_name(desk, &topic);
        held++;
        below += shown_sign(gap) < 0;
    }
    return held ? FILL(&desk->say, WORD_BRIEF_COMPARED, "数", size_text(desk, held), "低", size_text(desk, below),
                       "地区", other)
                : "";
}

const char *brief_areas_behind(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    struct worst worst[MOST_AREAS];
    bool targeted;
    size_t count = find_worst(desk, worst, &targeted);
    if (!targeted)
        return compared_text(desk);
    if (!count)
        return SAY(p, year_over(desk) ? WORD_BRIEF_ALL_REACHED_END : WORD_BRIEF_ALL_REACHED);
    for (;; count--) {
        struct strings names = {0};
        for (size_t i = 0; i < count; i++)
            strings_add(&names, desk->arena,
                        FILL(p, WORD_BRIEF_AREA, "地区", worst[i].area->name, "项", size_text(desk, worst[i].targets),
                             "数", size_text(desk, worst[i].behind)));
        const char *text = FILL(p, year_over(desk) ? WORD_BRIEF_BEHIND_END : WORD_BRIEF_BEHIND, "名单",
                                strings_join(&names, desk->arena, "、"));
        if (count == 1 || text_length(text) <= LINE)
            return text;
    }
}
