/* SPDX-License-Identifier: MIT */
#include "words/sentence_beside.h"

#include "base/text.h"
#include "words/goal.h"

#include <string.h>

/* One other area, and how far the figure is from its own. */
struct beside {
    const struct area *other;
    struct shown difference;
    const struct number *theirs;
    bool growth, both_fall;
};

const char *fall_said(const struct desk *desk, const char *before, const char *clause)
{
    const char *noun = SAY(&desk->say, WORD_FALL_NOUN);
    return strstr(before, noun) && text_starts(clause, noun) ? clause + strlen(noun) : clause;
}

/* By what areas are compared: growth; a ratio by itself. */
static enum measure compared_measure(const struct indicator *indicator)
{
    return measure_applies(MEASURE_YOY, indicator) && indicator->kind != KIND_RATIO ? MEASURE_YOY : MEASURE_VALUE;
}

/* False where one of the two has no figure. */
static bool set_beside(const struct desk *desk, const struct topic *topic, const struct area *other,
                       struct beside *beside)
{
    const struct indicator *indicator = topic->indicator;
    enum measure of = compared_measure(indicator);
    const struct result *own = desk_result(desk, of, indicator, topic->area);
    const struct result *theirs = desk_result(desk, of, indicator, other);
    if (!own->printed || !theirs->printed || own->flag != FLAG_NONE || theirs->flag != FLAG_NONE)
        return false;
    /* What fell by 100 % is gone: there is nothing to compare. */
    if (of == MEASURE_YOY &&
        (number_compare_integer(own->printed, -100) <= 0 || number_compare_integer(theirs->printed, -100) <= 0))
        return false;
    const struct result *difference =
        measure_beside(desk->engine, (struct subject){indicator, topic->area, desk->period, 0}, other);
    if (!difference->number)
        return false;
    beside->other = other;
    beside->theirs = theirs->printed;
    beside->difference = shown_of(&desk->say, difference->number, measure_decimals(MEASURE_VS_PARENT, indicator));
    beside->growth = of == MEASURE_YOY;
    beside->both_fall = beside->growth && number_sign(own->printed) < 0 && number_sign(theirs->printed) < 0;
    return true;
}

/* Whether a plain 高于 or 低于 says it: neither falls. */
static bool is_plain(const struct beside *beside)
{
    return !beside->growth || number_sign(beside->theirs) >= 0;
}

static const char *beside_one(const struct desk *desk, const struct topic *topic, const struct beside *beside)
{
    static const enum word words[] = {WORD_BELOW_AREA, WORD_LEVEL_AREA, WORD_ABOVE_AREA};
    static const enum word falls[] = {WORD_FALLS_MORE, WORD_LEVEL_AREA, WORD_FALLS_LESS};
    const struct phrasing *p = &desk->say;
    const char *name = beside->other->name;
    const char *text =
        FILL(p, (beside->both_fall ? falls : words)[shown_sign(beside->difference) + 1], "地区", name, "数", "", "值",
             shown_size(p, beside->difference), "单位", desk_gap_unit(desk, MEASURE_VS_PARENT, topic->indicator));
    if (beside->both_fall || is_plain(beside))
        return text;
    /* One falls: how much, lest the distance be taken for a growth. */
    struct shown fall = {beside->theirs, measure_decimals(MEASURE_YOY, topic->indicator)};
    return FILL(p, WORD_BESIDE_A_FALL, "内容", text, "地区", name, "值", shown_size(p, fall));
}

/* Several, all on one side: 分别高于全国、全省0.4个和1.5个百分点. */
static const char *beside_alike(const struct desk *desk, const struct beside *besides, size_t count)
{
    const struct phrasing *p = &desk->say;
    struct strings names = {0};
    const char *values = "";
    for (size_t i = 0; i < count; i++) {
        strings_add(&names, desk->arena, besides[i].other->name);
        const char *before = i == 0 ? "" : i + 1 == count ? SAY(p, WORD_POINTS_LAST) : SAY(p, WORD_POINTS_NEXT);
        values = arena_format(desk->arena, "%s%s%s", values, before, shown_size(p, besides[i].difference));
    }
    return FILL(p, shown_sign(besides->difference) > 0 ? WORD_ABOVE_AREAS : WORD_BELOW_AREAS, "地区",
                strings_join(&names, desk->arena, "、"), "值", values);
}

static bool alike(const struct beside *besides, size_t count)
{
    int sign = shown_sign(besides->difference);
    for (size_t i = 0; i < count; i++)
        if (!is_plain(&besides[i]) || shown_sign(besides[i].difference) != sign)
            return false;
    return count > 1 && sign;
}

/* Those of the setting, in its order; else all with the role, in file order. */
static size_t references_of(const struct desk *desk, const struct area *const **areas)
{
    const struct dataset *dataset = desk->dataset;
    const struct area **all = NULL;
    size_t count = 0;
    *areas = dataset->settings.reference;
    if (dataset->settings.reference_count)
        return dataset->settings.reference_count;
    for (size_t i = 0; i < dataset->area_count; i++)
        if (dataset->areas[i].role == ROLE_REFERENCE)
            ARRAY_ADD(desk->arena, all, count, &dataset->areas[i]);
    *areas = all;
    return count;
}

/* A target that is the other's figure has said it already. */
static bool is_target(const struct topic *topic, const struct area *other)
{
    return topic->verdict && topic->verdict->target->of_area == other;
}

const char *topic_beside(const struct desk *desk, const struct topic *topic, bool reference)
{
    const struct area *const *others = &topic->area->parent;
    size_t count = reference ? references_of(desk, &others) : topic->area->parent != NULL, found = 0;
    bool said = topic->verdict && topic->verdict->target->of_parent;
    if (!count || said || !measure_applies(MEASURE_VS_PARENT, topic->indicator))
        return "";
    struct beside *besides = arena_alloc(desk->arena, count * sizeof *besides);
    for (size_t i = 0; i < count; i++)
        found += !is_target(topic, others[i]) && set_beside(desk, topic, others[i], &besides[found]);
    if (!found)
        return "";
    if (alike(besides, found))
        return beside_alike(desk, besides, found);
    const char *text = beside_one(desk, topic, &besides[0]);
    for (size_t i = 1; i < found; i++)
        text = arena_format(desk->arena, "%s，%s", text, fall_said(desk, text, beside_one(desk, topic, &besides[i])));
    return text;
}

const char *topic_pull(const struct desk *desk, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    if (topic->area->parent != desk->region || !measure_applies(MEASURE_PULL, indicator))
        return "";
    const struct result *result = desk_result(desk, MEASURE_PULL, indicator, topic->area);
    struct shown pull = desk_shown(desk, result, MEASURE_PULL, indicator);
    if (!pull.number || !shown_sign(pull))
        return "";
    return FILL(&desk->say, shown_sign(pull) > 0 ? WORD_PULL_UP : WORD_PULL_DOWN, "地区", desk->region->name, "名称",
                indicator->name, "值", shown_size(&desk->say, pull));
}
