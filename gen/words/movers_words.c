/* SPDX-License-Identifier: MIT */
#include "words/movers_words.h"

#include "base/text.h"
#include "words/lag.h"

const struct result *mover_pull(const struct mover *mover)
{
    return mover->pull;
}

const struct result *mover_contribution(const struct mover *mover)
{
    return mover->contribution;
}

const struct result *mover_share(const struct mover *mover)
{
    return mover->share;
}

struct shown movers_sum(const struct desk *desk, const struct mover *items, size_t count,
                        const struct result *(*of)(const struct mover *mover), enum measure measure,
                        const struct indicator *indicator)
{
    bool exact = desk->dataset->settings.compare_exact;
    const struct number *sum = number_integer(desk->arena, 0);
    for (size_t i = 0; i < count; i++) {
        const struct result *result = of(&items[i]);
        const struct number *number = exact ? result->number : result->printed;
        if (!number || result->flag != FLAG_NONE)
            return (struct shown){NULL, 0};
        sum = number_add(desk->arena, sum, number);
    }
    return shown_of(&desk->say, sum, measure_decimals(measure, indicator));
}

/* ---- the sentence ---- */

const char *movers_absent(const struct desk *desk, const struct movers *movers)
{
    struct strings names = {0};
    for (size_t i = 0; i < movers->absent_count; i++)
        strings_add(&names, desk->arena, movers->absent[i]->name);
    return phrase_names(&desk->say, &names);
}

static bool all_unreported(const struct desk *desk, const struct movers *m)
{
    for (size_t i = 0; i < m->absent_count; i++)
        if (desk_result(desk, MEASURE_VALUE, m->indicator, m->absent[i])->flag != FLAG_NO_DATA)
            return false;
    return true;
}

static const char *lead(const struct desk *desk, const struct movers *m)
{
    const struct phrasing *p = &desk->say;
    const char *period = period_is_last(desk->period) ? period_name(desk->arena, desk->period)
                                                      : period_name_short(desk->arena, desk->period);
    const char *region = desk->region->name, *name = m->indicator->name;
    if (m->absent_count)
        return FILL(p, all_unreported(desk, m) ? WORD_MOVERS_UNREPORTED : WORD_MOVERS_NO_BASE, "期", period, "全域",
                    region, "名称", name, "地区", movers_absent(desk, m));
    struct shown growth = desk_shown(desk, m->growth, MEASURE_YOY, m->indicator);
    return FILL(p, WORD_MOVERS_LEAD, "期", period, "全域", region, "名称", name, "涨",
                growth_in_list(desk, growth, m->indicator));
}

static const char *pull_up(const struct desk *desk, const struct movers *m)
{
    const struct phrasing *p = &desk->say;
    struct strings names = {0};
    if (!m->first)
        return "";
    for (size_t i = 0; i < m->first; i++)
        strings_add(&names, desk->arena, m->items[i].area->name);
    struct shown pull = movers_sum(desk, m->items, m->first, mover_pull, MEASURE_PULL, m->indicator);
    struct shown share = movers_sum(desk, m->items, m->first, mover_contribution, MEASURE_CONTRIBUTION, m->indicator);
    bool told = m->shares && shown_sign(share) > 0 && number_compare_integer(share.number, 100) <= 0;
    const char *text = FILL(p, m->first > 1 ? WORD_MOVERS_UP : WORD_MOVERS_UP_ONE, "名单",
                            strings_join(&names, desk->arena, "、"), "值", shown_text(p, pull));
    return told ? arena_format(desk->arena, "%s%s", text, FILL(p, WORD_MOVERS_SHARE, "值", shown_text(p, share)))
                : text;
}

/* 下降5.2%; "" where there is no figure. */
static const char *growth_of(const struct desk *desk, const struct movers *m, const struct mover *mover)
{
    struct shown growth = desk_shown(desk, mover->growth, MEASURE_YOY, m->indicator);
    return growth.number ? growth_in_list(desk, growth, m->indicator) : "";
}

/* The one that pulls down most first. */
static const char *pull_down(const struct desk *desk, const struct movers *m)
{
    const struct phrasing *p = &desk->say;
    const struct mover *last = m->items + m->count - m->last;
    struct strings names = {0};
    if (!m->last)
        return "";
    struct shown pull = movers_sum(desk, last, m->last, mover_pull, MEASURE_PULL, m->indicator);
    const char *size = shown_size(p, pull), *region = desk->region->name, *growth = growth_of(desk, m, last);
    if (m->last == 1)
        return FILL(p, *growth ? WORD_MOVERS_DOWN_ONE : WORD_MOVERS_DOWN_BARE, "地区", last->area->name, "涨", growth,
                    "全域", region, "名称", m->indicator->name, "值", size);
    for (size_t i = m->last; i-- > 0;) {
        growth = growth_of(desk, m, &last[i]);
        strings_add(&names, desk->arena,
                    *growth ? FILL(p, WORD_LIST_ITEM, "地区", last[i].area->name, "值", growth) : last[i].area->name);
    }
    return FILL(p, WORD_MOVERS_DOWN, "名单", strings_join(&names, desk->arena, "、"), "全域", region, "名称",
                m->indicator->name, "值", size);
}

const char *movers_text(const struct desk *desk, const struct topic *topic)
{
    struct movers m;
    if (!movers_of(desk->engine, topic->indicator, desk->period, &m) || (!m.first && !m.last))
        return "";
    desk_tell(desk, topic->indicator);
    const char *up = pull_up(desk, &m), *down = pull_down(desk, &m);
    bool falls = m.growth && number_sign(m.growth->printed) < 0;
    const char *first = falls ? down : up, *then = falls ? up : down;
    return arena_format(desk->arena, "%s，%s%s%s", lead(desk, &m), first, *first && *then ? "；" : "", then);
}

/* ---- of what it is told ---- */

static bool is_told(const struct desk *desk, const struct topic *topic)
{
    struct movers m;
    return movers_of(desk->engine, topic->indicator, desk->period, &m) && (m.first || m.last);
}

static bool is_held(const struct topic *found, size_t count, const struct indicator *indicator)
{
    for (size_t i = 0; i < count; i++)
        if (found[i].indicator == indicator)
            return true;
    return false;
}

size_t movers_topics(const struct desk *desk, const struct topics *topics, size_t most, const struct topic **found)
{
    struct topic *items = NULL;
    size_t count = 0;
    for (int pass = 0; pass < 2 && !count; pass++)
        for (size_t i = 0; i < topics->count && count < most; i++) {
            const struct topic *topic = &topics->items[i];
            bool growth = topic->verdict && topic_is_growth(topic);
            if ((growth || pass) && !is_held(items, count, topic->indicator) && is_told(desk, topic))
                ARRAY_ADD(desk->arena, items, count, *topic);
        }
    *found = items;
    return count;
}
