/* SPDX-License-Identifier: MIT */
#include "words/problem_words.h"

#include "base/text.h"
#include "words/goal.h"
#include "words/lag.h"
#include "words/lane_list.h"
#include "words/sentence.h"

#include <string.h>

enum { MOST_NAMED = 3 };

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

static bool year_over(const struct desk *desk)
{
    return period_is_last(desk->period);
}

/* ---- the region's own targets ---- */

struct lagging {
    const struct topic *topic;
    struct lag lag;
};

struct laggings {
    struct lagging *items;
    size_t count;
};

/* Points before amounts, amounts of one unit together in the order in which they first came, the larger first. */
static bool before(const struct laggings *list, size_t a, size_t b)
{
    const struct lag *left = &list->items[a].lag, *right = &list->items[b].lag;
    if (!left->size || !right->size || strcmp(left->unit, right->unit) != 0)
        return false;
    return number_compare(left->size, right->size) > 0;
}

static void lag_add(const struct desk *desk, struct laggings *list, const struct topic *topic)
{
    struct lagging item = {topic, topic_lag(desk, topic)};
    size_t same = strcmp(item.lag.unit, SAY(&desk->say, WORD_POINTS)) ? list->count : 0;
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].lag.unit, item.lag.unit))
            same = i + 1;
    ARRAY_ADD(desk->arena, list->items, list->count, item);
    for (size_t at = list->count - 1; at > 0 && (at > same || before(list, at, at - 1)); at--) {
        struct lagging swap = list->items[at];
        list->items[at] = list->items[at - 1];
        list->items[at - 1] = swap;
    }
}

static const char *bracketed(const struct desk *desk, const struct lagging *item, bool actual)
{
    const char *name = topic_plain_name(desk, item->topic);
    const struct verdict *v = item->topic->verdict;
    struct lag lag = item->lag;
    if (v->target->hoped && *lag.text && !topic_is_late(item->topic))
        lag.text = FILL(&desk->say, WORD_PROBLEM_HOPE, "值", lag.text);
    const char *text = lag_text(desk, &lag, actual);
    return *text ? FILL(&desk->say, WORD_LIST_ITEM, "地区", name, "值", text) : name;
}

static const char *list_text(const struct desk *desk, const struct laggings *list, size_t most, bool actual)
{
    struct strings names = {0};
    for (size_t i = 0; i < list->count && i < most; i++)
        strings_add(&names, desk->arena, bracketed(desk, &list->items[i], actual));
    return phrase_names(&desk->say, &names);
}

static bool is_overdue(const struct topic *topic)
{
    return topic->verdict && target_is_milestone(topic->verdict->target) && topic_standing(topic) == STANDING_BEHIND;
}

const char *region_behind(const struct desk *desk)
{
    /* What is over and was not done; what is below its target or behind its pace so far. */
    enum { MISSED, BELOW, LATE, SORTS };
    static const enum word words[SORTS] = {WORD_PROBLEM_REGION_MISSED, WORD_PROBLEM_REGION_GROWTH,
                                           WORD_PROBLEM_REGION_PACE};
    struct laggings lists[SORTS] = {{0}};
    struct topics topics = topics_of(desk, desk->region);
    struct strings parts = {0};
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (topic_standing(topic) == STANDING_BEHIND && !is_overdue(topic) && !topic_is_uncounted(topic))
            lag_add(desk, &lists[topic_is_late(topic) ? LATE : topic->verdict->year_over ? MISSED : BELOW], topic);
    }
    for (size_t i = 0; i < SORTS; i++)
        if (lists[i].count)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, words[i], "地区", parts.count ? "" : desk->region->name, "数",
                             count_text(desk, lists[i].count), "名单",
                             list_text(desk, &lists[i], lists[i].count, true)));
    return strings_join(&parts, desk->arena, "；");
}

const char *region_overdue(const struct desk *desk)
{
    struct strings names = {0};
    struct topics topics = topics_of(desk, desk->region);
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!is_overdue(topic))
            continue;
        const struct target *t = topic->verdict->target;
        struct period due = t->deadline ? t->due : (struct period){.year = target_last_year(t)};
        const char *end = topic_within_year(due)
                              ? topic_deadline(desk, due)
                              : FILL(&desk->say, WORD_YEAR_END, "年", arena_format(desk->arena, "%d", due.year));
        const char *term = due.year ? FILL(&desk->say, WORD_PROBLEM_TERM, "期限", end) : "";
        strings_add(&names, desk->arena,
                    *term ? FILL(&desk->say, WORD_LIST_ITEM, "地区", topic->indicator->name, "值", term)
                          : topic->indicator->name);
    }
    return names.count ? FILL(&desk->say, WORD_PROBLEM_OVERDUE, "名单", phrase_names(&desk->say, &names)) : "";
}

/* ---- areas ---- */

struct burdened {
    const struct area *area;
    size_t behind, targets;
};

const char *region_areas_behind(const struct desk *desk)
{
    struct areas areas = areas_below(desk);
    struct burdened *list = NULL;
    size_t count = 0, room = (size_t)region_blamed(desk), half = areas.count / 2;
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        struct burdened item = {areas.items[i], topics_standing(&topics, STANDING_BEHIND), topics_counted(&topics)};
        if (item.behind < 2 || 2 * item.behind < item.targets)
            continue;
        ARRAY_ADD(desk->arena, list, count, item);
        for (size_t at = count - 1; at > 0 && list[at].behind > list[at - 1].behind; at--) {
            struct burdened swap = list[at];
            list[at] = list[at - 1];
            list[at - 1] = swap;
        }
    }
    if (room > half)
        room = half;
    /* Of equals none alone is named. */
    while (room > 0 && room < count && list[room].behind == list[room - 1].behind)
        room--;
    struct strings names = {0};
    for (size_t i = 0; i < room && i < count; i++)
        strings_add(&names, desk->arena,
                    FILL(&desk->say, WORD_PROBLEM_AREA, "地区", list[i].area->name, "项",
                         count_text(desk, list[i].targets), "数", count_text(desk, list[i].behind)));
    enum word lead = year_over(desk) ? WORD_PROBLEM_AREAS_LEAD_END : WORD_PROBLEM_AREAS_LEAD;
    return names.count ? arena_format(desk->arena, "%s%s", SAY(&desk->say, lead), phrase_names(&desk->say, &names))
                       : "";
}

/* ---- losses ---- */

/* 亏损0.12亿元，上年同期盈利0.45亿元; 亏损0.04亿元，比上年同期减亏0.05亿元. */
static const char *loss_text(const struct desk *desk, const struct indicator *indicator, const struct area *area,
                             const struct result *growth)
{
    static const enum word words[] = {
        [FLAG_TURNED_LOSS] = WORD_PROBLEM_WAS_PROFIT,
        [FLAG_LOSS_NARROWED] = WORD_PROBLEM_NARROWED,
        [FLAG_LOSS_WIDENED] = WORD_PROBLEM_WIDENED,
        [FLAG_LOSS_SAME] = WORD_PROBLEM_SAME,
    };
    const struct phrasing *p = &desk->say;
    struct shown now = desk_shown(desk, desk_result(desk, MEASURE_VALUE, indicator, area), MEASURE_VALUE, indicator);
    struct shown earlier = desk_year_before(desk, indicator, area);
    struct shown by =
        growth->amount ? shown_of(p, growth->amount, indicator->decimals) : shown_difference(p, now, earlier);
    const char *loss = FILL(p, WORD_PROBLEM_LOST, "值", shown_size(p, now), "单位", indicator->unit);
    bool turned = growth->flag == FLAG_TURNED_LOSS;
    if (turned && !earlier.number)
        return loss;
    return arena_format(desk->arena, "%s，%s", loss,
                        FILL(p, words[growth->flag], "去",
                             SAY(p, year_over(desk) ? WORD_LAST_YEAR : WORD_LAST_YEAR_SAME), "值",
                             shown_size(p, turned ? earlier : by), "单位", indicator->unit));
}

static void losses_of(const struct desk *desk, const struct indicator *indicator, struct strings *turned,
                      struct strings *losing)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        const struct result *growth = desk_result(desk, MEASURE_YOY, indicator, areas.items[i]);
        if (growth->flag <= FLAG_TURNED_PROFIT)
            continue;
        strings_add(growth->flag == FLAG_TURNED_LOSS ? turned : losing, desk->arena,
                    FILL(&desk->say, WORD_LIST_ITEM, "地区", areas.items[i]->name, "值",
                         loss_text(desk, indicator, areas.items[i], growth)));
    }
}

const char *region_losses(const struct desk *desk)
{
    struct strings parts = {0};
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        struct strings turned = {0}, losing = {0};
        if (!measure_applies(MEASURE_YOY, indicator))
            continue;
        losses_of(desk, indicator, &turned, &losing);
        if (turned.count)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, WORD_PROBLEM_LOSS, "名称", indicator->name, "名单",
                             phrase_names(&desk->say, &turned)));
        if (losing.count)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, turned.count ? WORD_PROBLEM_LOSS_TOO : WORD_PROBLEM_LOSS_NOW, "名称",
                             indicator->name, "名单", phrase_names(&desk->say, &losing)));
    }
    return strings_join(&parts, desk->arena, "；");
}

/* ---- what has not come in ---- */

const char *region_unreported(const struct desk *desk)
{
    struct areas areas = areas_below(desk);
    struct strings parts = {0};
    struct day issued = desk->composer->issued;
    bool several = false;
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        struct strings names = {0};
        for (size_t t = 0; t < topics.count; t++) {
            const struct topic *topic = &topics.items[t];
            if (topic_standing(topic) == STANDING_NO_DATA && topic->verdict->result &&
                topic->verdict->result->flag == FLAG_NO_DATA && !topic_said_before(&topics, t) &&
                !topic_awaits_year_end(desk, topic))
                strings_add(&names, desk->arena, topic->indicator->name);
        }
        several |= names.count > 1;
        if (names.count)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, WORD_PROBLEM_MISSING_ITEM, "地区", areas.items[i]->name, "名单",
                             phrase_names(&desk->say, &names)));
    }
    if (!parts.count)
        return "";
    const char *date = issued.year == desk->period.year ? desk_day_short(desk, issued) : desk_day(desk, issued);
    return FILL(&desk->say, WORD_PROBLEM_MISSING, "日期", date, "名单",
                strings_join(&parts, desk->arena, several ? "；" : "、"));
}

/* ---- of one area ---- */

const char *area_largest(const struct desk *desk, const struct topics *topics, bool pace)
{
    struct laggings points = {0};
    struct strings parts = {0};
    const char *unit = SAY(&desk->say, WORD_POINTS);
    for (size_t i = 0; i < topics->count; i++) {
        const struct topic *topic = &topics->items[i];
        if (topic_standing(topic) != STANDING_BEHIND || topic_is_late(topic) != pace || topic_is_uncounted(topic))
            continue;
        struct lag lag = topic_lag(desk, topic);
        if (lag.size && !strcmp(lag.unit, unit))
            lag_add(desk, &points, topic);
        else if (lag.size && pace)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, WORD_LARGEST_DUE, "名称", topic_plain_name(desk, topic), "值", lag.text));
    }
    if (!points.count)
        return strings_join(&parts, desk->arena, "；");
    const char *largest = FILL(&desk->say, pace ? WORD_LARGEST_PACE : WORD_LARGEST_GROWTH, "名单",
                               list_text(desk, &points, MOST_NAMED, !pace));
    return parts.count ? arena_format(desk->arena, "%s；%s", largest, strings_join(&parts, desk->arena, "；"))
                       : largest;
}
