/* SPDX-License-Identifier: MIT */
#include "words/lag.h"

#include "base/text.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_target.h"

#include <string.h>

const char *growth_in_list(const struct desk *desk, struct shown growth, const struct indicator *indicator)
{
    static const enum word words[] = {WORD_LIST_FALL, WORD_LIST_FLAT, WORD_LIST_RISE};
    bool low = indicator->better == BETTER_LOWER && shown_sign(growth) > 0;
    return FILL(&desk->say, low ? WORD_LIST_RISE_LOW : words[shown_sign(growth) + 1], "值",
                arena_format(desk->arena, "%s%s", shown_size(&desk->say, growth), SAY(&desk->say, WORD_PERCENT_SIGN)));
}

static const char *actual_text(const struct desk *desk, const struct topic *topic)
{
    struct shown actual = topic_actual(desk, topic);
    if (!actual.number || target_is_milestone(topic->verdict->target))
        return "";
    if (topic_is_growth(topic))
        return growth_in_list(desk, actual, topic->indicator);
    if (topic->measure == MEASURE_CHANGE)
        return FILL(&desk->say, shown_sign(actual) < 0 ? WORD_GOAL_LOWER_BY : WORD_GOAL_HIGHER_BY, "值",
                    arena_format(desk->arena, "%s%s", shown_size(&desk->say, actual), SAY(&desk->say, WORD_POINTS)),
                    "数", "");
    const char *number = shown_text(&desk->say, actual);
    if (measure_is_place(topic->measure) || indicator_is_place(topic->indicator))
        return FILL(&desk->say, WORD_LIST_PLACE, "值", number);
    return arena_format(desk->arena, "%s%s", number, desk_unit(desk, topic->measure, topic->indicator));
}

/* Behind the pace: in points; of whole units, and where rounding hides it, by what is due. */
static struct lag late(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct shown lead = shown_difference(p, topic_progress(desk, topic), topic_pace(desk, topic));
    bool over = topic_at_most(topic), points = lead.number && (shown_sign(lead) > 0) == over && shown_sign(lead) != 0;
    struct shown size =
        points && !topic_counts(desk, topic) ? lead : shown_difference(p, topic_actual(desk, topic), topic_due(topic));
    bool by_due = size.number != lead.number;
    const char *unit = by_due ? topic->indicator->unit : SAY(p, WORD_POINTS);
    if (!size.number || !shown_sign(size))
        return (struct lag){"", "", false, NULL, unit};
    enum word word = by_due ? (over ? WORD_LAG_DUE_OVER : WORD_LAG_DUE) : (over ? WORD_LAG_LATE_OVER : WORD_LAG_LATE);
    return (struct lag){FILL(p, word, "值", shown_size(p, size), "单位", unit), "", false,
                        number_absolute(desk->arena, size.number), unit};
}

static enum word lag_word(const struct topic *topic, struct shown gap)
{
    const struct verdict *v = topic->verdict;
    bool growth = topic_is_growth(topic), over = shown_sign(gap) > 0;
    if (growth && topic_at_most(topic) && v->goal && number_sign(v->goal) < 0) {
        if (v->year_over)
            return WORD_LAG_SHORT;
        return v->actual && number_sign(v->actual) < 0 ? WORD_LAG_FALL : WORD_LAG_APART;
    }
    if (over && !measure_is_place(topic->measure))
        return WORD_LAG_OVER;
    bool level = !measure_in_percent(topic->measure, topic->indicator);
    return v->year_over || level ? WORD_LAG_SHORT : WORD_LAG_LOW;
}

struct lag topic_lag(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    desk_tell(desk, topic->indicator);
    if (topic_is_late(topic))
        return late(desk, topic);
    const char *unit = desk_gap_unit(desk, topic->measure, topic->indicator), *actual = actual_text(desk, topic);
    if (topic_is_ban(topic) && v->actual)
        return (struct lag){actual, "", false, topic_actual(desk, topic).number, unit};
    /* Held against its own figure of an earlier year: 比2017年后移1位, without what that means for the target. */
    if (ops[v->target->op].against == AGAINST_YEAR_BEFORE && v->actual)
        return (struct lag){topic_moved(desk, topic), actual, false, topic_gap(desk, topic).number, unit};
    struct shown gap = topic_distance(desk, topic);
    if (!gap.number || !shown_sign(gap) || target_is_milestone(v->target))
        return (struct lag){"", actual, false, NULL, unit};
    bool turned = topic_is_growth(topic) && v->goal && v->actual && number_sign(v->goal) * number_sign(v->actual) < 0;
    return (struct lag){FILL(p, lag_word(topic, gap), "值", shown_size(p, gap), "单位", unit), actual, turned,
                        number_absolute(desk->arena, gap.number), unit};
}

const char *lag_text(const struct desk *desk, const struct lag *lag, bool always)
{
    struct strings parts = {0};
    if (*lag->actual && (always || lag->turned))
        strings_add(&parts, desk->arena, lag->actual);
    if (*lag->text)
        strings_add(&parts, desk->arena, lag->text);
    return strings_join(&parts, desk->arena, "，");
}

/* Whether the area's targets of the indicator are of several measures. */
static bool told_apart(const struct desk *desk, const struct topic *topic)
{
    struct topics topics = topics_of(desk, topic->area);
    for (size_t i = 0; i < topics.count; i++)
        if (topics.items[i].verdict && topics.items[i].indicator == topic->indicator &&
            topics.items[i].measure != topic->measure)
            return true;
    return false;
}

const char *topic_plain_name(const struct desk *desk, const struct topic *topic)
{
    const char *name = topic->indicator->name, *measure = measure_word(desk, topic->measure);
    bool own = topic->measure == MEASURE_VALUE || topic->measure == MEASURE_CHANGE ||
               (topic->measure == MEASURE_YOY && topic->indicator->kind != KIND_RATIO);
    /* 进出口总额总量 would say it twice. */
    bool said =
        text_ends(name, measure) || (topic->measure == MEASURE_VALUE && strstr(name, SAY(&desk->say, WORD_WHOLE_WORD)));
    if ((own && !told_apart(desk, topic)) || said)
        return name;
    return FILL(&desk->say, WORD_MEASURE_OF, "名称", name, "口径", measure);
}
