/* SPDX-License-Identifier: MIT */
#include "words/sentence_growth.h"

#include "base/text.h"
#include "words/goal.h"

/* Whether the indicator has a level at all: a rate is its own growth. */
static bool shows_level(const struct topic *topic)
{
    return topic->indicator->kind != KIND_RATE;
}

static struct shown level(const struct desk *desk, const struct topic *topic)
{
    if (!shows_level(topic))
        return (struct shown){NULL, 0};
    const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    return desk_shown(desk, value, MEASURE_VALUE, topic->indicator);
}

static struct shown rate_at(const struct desk *desk, const struct topic *topic, struct period period)
{
    const struct result *yoy = desk_result_at(desk, MEASURE_YOY, topic->indicator, topic->area, period);
    return desk_shown(desk, yoy, MEASURE_YOY, topic->indicator);
}

/* ---- growth ---- */

/* 增长8.7%; 下降3.2%; 与上年同期持平. */
static const char *grown(const struct desk *desk, struct shown rate, const char *mark)
{
    static const enum word words[] = {WORD_GROWTH_DOWN, WORD_GROWTH_FLAT, WORD_GROWTH_UP};
    /* A fall is said without its minus, so what lies above the limit is the smaller fall; the mark stays GB/T 8170's,
     * about the figure itself. */
    const char *value = arena_format(desk->arena, "%s%s", shown_size(&desk->say, rate), mark);
    return FILL(&desk->say, words[shown_sign(rate) + 1], "值", value);
}

const char *topic_growth(const struct desk *desk, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator))
        return topic_change(desk, topic);
    const struct result *yoy = desk_result(desk, MEASURE_YOY, indicator, topic->area);
    if (yoy->printed)
        return grown(desk, desk_shown(desk, yoy, MEASURE_YOY, indicator), topic_mark(desk, topic));
    if (yoy->flag < FLAG_TURNED_PROFIT)
        return "";
    const char *text = result_text(desk->arena, yoy, MEASURE_YOY, indicator, desk->say.rounding);
    return yoy->amount ? arena_format(desk->arena, "%s%s", text, indicator->unit) : text;
}

/* 大幅, from the set threshold on. */
static const char *strength(const struct desk *desk, struct shown change)
{
    const struct number *size = number_absolute(desk->arena, change.number);
    return number_compare(size, desk->dataset->settings.strong_change) >= 0 ? SAY(&desk->say, WORD_STRONG) : "";
}

static enum word change_word(struct shown change, struct shown now, struct shown before)
{
    int direction = shown_sign(change);
    bool falling = shown_sign(now) < 0 && shown_sign(before) < 0;
    if (direction == 0)
        return falling ? WORD_SAME_FALL : WORD_SAME_AS;
    if (falling)
        return direction > 0 ? WORD_NARROWER : WORD_WIDER;
    if (direction < 0)
        return WORD_SLOWER;
    return shown_sign(before) > 0 ? WORD_FASTER : WORD_HIGHER;
}

/* Of a share or a ratio, against a year before: 比上年同期提高0.8个百分点; 降低; 与上年同期持平. */
static const char *points_change(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[] = {WORD_LOWER, WORD_SAME_AS, WORD_HIGHER};
    const struct phrasing *p = &desk->say;
    const struct result *result = desk_result(desk, MEASURE_CHANGE, topic->indicator, topic->area);
    struct shown change = desk_shown(desk, result, MEASURE_CHANGE, topic->indicator);
    if (!change.number)
        return "";
    return FILL(p, words[shown_sign(change) + 1], "期", SAY(p, WORD_LAST_YEAR_SAME), "值", shown_size(p, change), "强",
                "");
}

const char *topic_change(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator))
        return points_change(desk, topic);
    if (!measure_applies(MEASURE_YOY_CHANGE, indicator))
        return "";
    const struct result *result = desk_result(desk, MEASURE_YOY_CHANGE, indicator, topic->area);
    struct shown change = desk_shown(desk, result, MEASURE_YOY_CHANGE, indicator);
    struct shown now = rate_at(desk, topic, desk->period);
    struct shown before = rate_at(desk, topic, period_before(desk->period));
    if (!change.number || !now.number || !before.number)
        return "";
    return FILL(p, change_word(change, now, before), "期", desk_period_before(desk), "值", shown_size(p, change), "强",
                strength(desk, change));
}

/* 高于全省1.5个百分点; both fall: 降幅比全省大0.4个百分点. */
static const char *beside_area(const struct desk *desk, const struct topic *topic, enum measure measure,
                               const struct area *other)
{
    static const enum word words[] = {WORD_BELOW_AREA, WORD_LEVEL_AREA, WORD_ABOVE_AREA};
    static const enum word falls[] = {WORD_FALLS_MORE, WORD_LEVEL_AREA, WORD_FALLS_LESS};
    const struct indicator *indicator = topic->indicator;
    const struct result *result =
        measure_beside(desk->engine, (struct subject){indicator, topic->area, desk->period, 0}, other);
    struct shown difference = desk_shown(desk, result, measure, indicator);
    if (result->number)
        difference = shown_of(&desk->say, result->number, measure_decimals(measure, indicator));
    if (!difference.number)
        return "";
    enum measure of =
        measure_applies(MEASURE_YOY, indicator) && indicator->kind != KIND_RATIO ? MEASURE_YOY : MEASURE_VALUE;
    const struct number *own = desk_result(desk, of, indicator, topic->area)->printed;
    const struct number *theirs = desk_result(desk, of, indicator, other)->printed;
    bool both_fall = of == MEASURE_YOY && own && theirs && number_sign(own) < 0 && number_sign(theirs) < 0;
    return FILL(&desk->say, (both_fall ? falls : words)[shown_sign(difference) + 1], "地区", other->name, "值",
                shown_size(&desk->say, difference), "单位", desk_gap_unit(desk, measure, indicator));
}

/* Those that the setting names, in its order; else all, in file order. */
static const struct area *const *references(const struct desk *desk, size_t *count)
{
    const struct dataset *d = desk->dataset;
    const struct area **items = NULL;
    *count = d->settings.reference_count;
    if (*count)
        return d->settings.reference;
    for (size_t i = 0; i < d->area_count; i++)
        if (d->areas[i].role == ROLE_REFERENCE)
            ARRAY_ADD(desk->arena, items, *count, &d->areas[i]);
    return items;
}

const char *topic_beside(const struct desk *desk, const struct topic *topic, bool reference)
{
    enum measure measure = reference ? MEASURE_VS_REFERENCE : MEASURE_VS_PARENT;
    struct strings parts = {0};
    size_t count = topic->area->parent ? 1 : 0;
    const struct area *const *others = reference ? references(desk, &count) : &topic->area->parent;
    /* A target that is the other's figure has said it already; ratios such as 万元/户 are compared by growth. */
    if (!measure_applies(measure, topic->indicator) || (topic->verdict && topic->verdict->target->of_parent))
        return "";
    for (size_t i = 0; i < count; i++) {
        const char *text = topic->verdict && topic->verdict->target->of_area == others[i]
                               ? ""
                               : beside_area(desk, topic, measure, others[i]);
        if (*text)
            strings_add(&parts, desk->arena, text);
    }
    return strings_join(&parts, desk->arena, "，");
}

/* ---- losses ---- */

/* What a profit that is or was a loss did; NULL where there is and was none. */
static const char *lost(const struct desk *desk, const struct topic *topic, const char *name)
{
    /* `bare` where the figure of the year before may not be printed. */
    static const struct {
        enum word word, bare;
    } words[] = {
        [FLAG_TURNED_PROFIT] = {WORD_TURNED_PROFIT, WORD_TURNED_PROFIT_BARE},
        [FLAG_TURNED_LOSS] = {WORD_TURNED_LOSS, WORD_TURNED_LOSS_BARE},
        [FLAG_LOSS_NARROWED] = {WORD_LOSS_NARROWED, WORD_LOSS_NARROWED},
        [FLAG_LOSS_WIDENED] = {WORD_LOSS_WIDENED, WORD_LOSS_WIDENED},
        [FLAG_LOSS_SAME] = {WORD_LOSS_SAME, WORD_LOSS_SAME},
    };
    const struct phrasing *p = &desk->say;
    struct shown now = level(desk, topic);
    if (!now.number || !measure_applies(MEASURE_YOY, topic->indicator))
        return NULL;
    const struct result *yoy = desk_result(desk, MEASURE_YOY, topic->indicator, topic->area);
    if (yoy->flag < FLAG_TURNED_PROFIT)
        return NULL;
    struct shown before = desk_year_before(desk, topic->indicator, topic->area);
    struct shown by =
        yoy->amount ? shown_of(p, yoy->amount, topic->indicator->decimals) : shown_difference(p, now, before);
    return FILL(p, before.number ? words[yoy->flag].word : words[yoy->flag].bare, "名称", name, "本期",
                shown_size(p, now), "单位", desk_unit(desk, MEASURE_VALUE, topic->indicator), "上年",
                shown_size(p, before), "差", shown_size(p, by));
}

const char *topic_loss(const struct desk *desk, const struct topic *topic)
{
    const char *clause = lost(desk, topic, topic->indicator->name);
    return clause ? clause : "";
}

/* ---- how a sentence begins ---- */

const char *topic_opening(const struct desk *desk, const struct topic *topic, const char *name, const char *mark)
{
    const struct phrasing *p = &desk->say;
    struct shown value = level(desk, topic);
    const char *number = shown_text(p, value), *unit = desk_unit(desk, MEASURE_VALUE, topic->indicator);
    bool grows = measure_applies(MEASURE_YOY, topic->indicator);
    const char *loss = lost(desk, topic, name);
    if (loss)
        return loss;
    struct shown rate = grows ? rate_at(desk, topic, desk->period) : (struct shown){NULL, 0};
    if (!rate.number)
        return value.number ? FILL(p, WORD_AMOUNT, "名称", name, "值", number, "单位", unit) : name;
    const char *growth = grown(desk, rate, mark);
    if (!value.number)
        return FILL(p, WORD_NAMED_GROWTH, "名称", name, "增长", growth);
    return FILL(p, WORD_AMOUNT_GROWTH, "名称", name, "值", number, "单位", unit, "增长", growth);
}

const char *topic_counted(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *unit = topic->indicator->unit;
    struct shown before = desk_year_before(desk, topic->indicator, topic->area);
    const char *value = shown_text(p, level(desk, topic));
    if (!before.number)
        return FILL(p, WORD_AMOUNT, "名称", name, "值", value, "单位", unit);
    return FILL(p, WORD_AMOUNT_BEFORE, "名称", name, "值", value, "单位", unit, "上年", shown_text(p, before));
}

const char *topic_missing(const struct desk *desk, const struct topic *topic)
{
    struct strings names = {0};
    if (topic->area != desk->area)
        return "";
    for (size_t i = 0; i < topic->area->child_count; i++) {
        const struct area *child = topic->area->children[i];
        const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, child);
        if (child->in_total && !value->printed)
            strings_add(&names, desk->arena, child->name);
    }
    return strings_join(&names, desk->arena, "、");
}

const char *topic_amount(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *unit = topic->indicator->unit;
    const char *value =
        arena_format(desk->arena, "%s%s", shown_text(p, topic_actual(desk, topic)), topic_mark(desk, topic));
    const struct result *result = topic->verdict->result;
    if (!result || result->flag != FLAG_INCOMPLETE)
        return FILL(p, WORD_AMOUNT, "名称", name, "值", value, "单位", unit);
    const char *missing = topic_missing(desk, topic);
    if (!*missing)
        return FILL(p, WORD_AMOUNT_PARTIAL_BARE, "名称", name, "值", value, "单位", unit);
    return FILL(p, WORD_AMOUNT_PARTIAL, "名称", name, "值", value, "单位", unit, "地区", missing);
}
