/* SPDX-License-Identifier: MIT */
/* What is still needed to reach a target. */
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_target.h"

static int first_year(const struct desk *desk, const struct topic *topic)
{
    int first = target_first_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && first ? first : desk->period.year;
}

static int last_year(const struct desk *desk, const struct topic *topic)
{
    int last = target_last_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && last ? last : desk->period.year;
}

/* Whether the target is this year's alone, as all are but those over years. */
static bool yearly(const struct desk *desk, const struct topic *topic)
{
    return last_year(desk, topic) == desk->period.year && first_year(desk, topic) == desk->period.year;
}

const char *desk_rest(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    int months = period_months(desk->period);
    if (desk->period.frequency == FREQUENCY_MONTH) {
        const char *from = arena_format(desk->arena, "%d", months + 1);
        return months == 11 ? FILL(p, WORD_REST_MONTH, "月", from) : FILL(p, WORD_REST_MONTHS, "起", from, "止", "12");
    }
    static const enum word quarters[] = {WORD_REST_QUARTERS, WORD_REST_HALF};
    if (desk->period.part >= 3)
        return FILL(p, WORD_REST_QUARTER, "季", SAY(p, WORD_FOURTH));
    return SAY(p, quarters[desk->period.part - 1]);
}

const char *topic_rest(const struct desk *desk, const struct topic *topic)
{
    int last = last_year(desk, topic);
    if (last > desk->period.year)
        return FILL(&desk->say, WORD_REST_YEARS, "年", arena_format(desk->arena, "%d", last));
    return desk_rest(desk);
}

/* 前9个月. */
const char *topic_so_far(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    int first = first_year(desk, topic);
    if (first < desk->period.year)
        return FILL(p, WORD_SO_FAR_YEARS, "起", arena_format(desk->arena, "%d", first));
    return FILL(p, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
}

/* A figure of what is needed, which the verdict has rounded. */
static struct shown needed(const struct topic *topic, const struct number *number)
{
    return (struct shown){number, measure_decimals(MEASURE_VALUE, topic->indicator)};
}

struct shown topic_need_times(const struct desk *desk, const struct topic *topic)
{
    const struct number *per_month = topic->verdict->per_month, *before = topic->verdict->so_far_per_month;
    if (!per_month || !before || number_sign(before) <= 0)
        return (struct shown){NULL, 1};
    return shown_of(&desk->say, number_divide(desk->arena, per_month, before), 1);
}

static const char *growth_needed(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[] = {WORD_NEED_GROWTH_DOWN, WORD_NEED_GROWTH_FLAT, WORD_NEED_GROWTH};
    struct shown growth = {topic->verdict->growth_needed, topic->indicator->rate_decimals};
    if (!growth.number)
        return "";
    return FILL(&desk->say, words[shown_sign(growth) + 1], "值", shown_size(&desk->say, growth));
}

/* How the months to come stand to those that were: nothing where those came to nothing. */
static const char *beside_before(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct shown times = topic_need_times(desk, topic);
    if (!times.number)
        return "";
    const struct number *tenths = number_multiply(desk->arena, times.number, number_integer(desk->arena, 10));
    int order = number_compare_integer(tenths, 10);
    enum word word = order > 0 ? WORD_NEED_TIMES : order == 0 ? WORD_NEED_ALIKE : WORD_NEED_LESS;
    return FILL(p, word, "期", topic_so_far(desk, topic), "值",
                shown_text(p, needed(topic, topic->verdict->so_far_per_month)), "单位",
                desk_unit(desk, MEASURE_VALUE, topic->indicator), "倍", shown_text(p, times));
}

/* Nothing where the rest is a single month. */
static const char *month_needed(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (yearly(desk, topic) && period_months(desk->period) == 11)
        return "";
    const char *month = FILL(p, WORD_NEED_MONTH, "值", shown_text(p, needed(topic, topic->verdict->per_month)), "单位",
                             desk_unit(desk, MEASURE_VALUE, topic->indicator));
    return arena_format(desk->arena, "%s%s", month, beside_before(desk, topic));
}

void topic_tell_need(const struct desk *desk, const struct topic *topic)
{
    desk_tell(desk, topic->indicator);
    if (desk->mentioned)
        desk->mentioned->need = true;
}

const char *topic_need(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    /* A target that is reached asks for nothing: only those behind are told how much it would take. */
    if (!v || !v->to_do || topic_standing(topic) != STANDING_BEHIND)
        return "";
    if (!number_sign(v->to_do)) {
        if (!v->whole_needed)
            return "";
        topic_tell_need(desk, topic);
        return FILL(p, WORD_NEED_NOTHING, "值", shown_text(p, needed(topic, v->whole_needed)), "单位",
                    desk_unit(desk, MEASURE_VALUE, topic->indicator));
    }
    topic_tell_need(desk, topic);
    const char *goal = yearly(desk, topic) ? SAY(p, WORD_YEAR_GOAL) : topic_goal_label(desk, topic);
    bool counts = topic_counts(desk, topic);
    const char *amount =
        FILL(p,
             counts                                       ? WORD_NEED_COUNT
             : last_year(desk, topic) > desk->period.year ? WORD_NEED_AMOUNT_MORE
                                                          : WORD_NEED_AMOUNT,
             "目标", goal, "剩余", topic_rest(desk, topic), "值", shown_text(p, needed(topic, v->to_do)), "单位",
             desk_unit(desk, MEASURE_VALUE, topic->indicator));
    if (counts)
        return amount;
    /* 即可 leaves nothing to add. */
    bool easy = v->growth_needed && number_sign(v->growth_needed) <= 0;
    return arena_format(desk->arena, "%s%s%s", amount, growth_needed(desk, topic),
                        easy ? "" : month_needed(desk, topic));
}
