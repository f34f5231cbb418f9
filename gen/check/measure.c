/* SPDX-License-Identifier: MIT */
#include "check/measure.h"

#include "base/message.h"
#include "check/cell.h"
#include "check/unit.h"

enum {
    FLOW = 1 << KIND_FLOW,
    STOCK = 1 << KIND_STOCK,
    RATIO = 1 << KIND_RATIO,
    RATE = 1 << KIND_RATE,
    EVERY = FLOW | STOCK | RATIO | RATE
};

/* What a figure of the measure is counted in. */
enum scale { SCALE_INDICATOR, SCALE_PERCENT, SCALE_PLACE };

bool indicator_in_percent(const struct indicator *indicator)
{
    return indicator->unit[0] == '\0' || unit_is_percent(indicator->unit);
}

/* A ratio has either a growth (元/户) or a change in points (%), never both. */
static bool grows(const struct indicator *indicator)
{
    return indicator->kind != KIND_RATIO || !indicator_in_percent(indicator);
}

static bool changes_in_points(const struct indicator *indicator)
{
    return indicator->kind != KIND_RATIO || indicator_in_percent(indicator);
}

static bool adds_up(const struct indicator *indicator)
{
    return indicator->total == TOTAL_SUM;
}

/* §3's column "for": the kinds, and what else is asked of an indicator of those kinds. */
static const struct {
    const char *id, *name;
    bool (*also)(const struct indicator *); /* NULL: nothing */
    int kinds;
    enum scale scale;
} measures[] = {
    [MEASURE_VALUE] = {"value", N_("总量"), NULL, EVERY, SCALE_INDICATOR},
    [MEASURE_SINGLE] = {"single", N_("当期"), NULL, FLOW, SCALE_INDICATOR},
    [MEASURE_YOY] = {"yoy", N_("增速"), grows, EVERY, SCALE_PERCENT},
    [MEASURE_SINGLE_YOY] = {"single_yoy", N_("当期增速"), NULL, FLOW, SCALE_PERCENT},
    [MEASURE_QOQ] = {"qoq", N_("环比"), NULL, FLOW | STOCK, SCALE_PERCENT},
    [MEASURE_CHANGE] = {"change", N_("百分点变化"), changes_in_points, RATIO | RATE, SCALE_PERCENT},
    [MEASURE_YOY_CHANGE] = {"yoy_change", N_("增速变化"), NULL, FLOW | STOCK | RATE, SCALE_PERCENT},
    [MEASURE_YOY_CHANGE_YEAR] = {"yoy_change_year", N_("增速较上年变化"), NULL, FLOW | STOCK | RATE, SCALE_PERCENT},
    [MEASURE_CAGR] = {"cagr", N_("年均增速"), NULL, FLOW | STOCK | RATE, SCALE_PERCENT},
    [MEASURE_AVG2] = {"avg2", N_("两年平均增速"), NULL, FLOW | STOCK | RATE, SCALE_PERCENT},
    [MEASURE_SHARE] = {"share", N_("占比"), adds_up, FLOW, SCALE_PERCENT},
    [MEASURE_CONTRIBUTION] = {"contribution", N_("贡献率"), adds_up, FLOW, SCALE_PERCENT},
    [MEASURE_PULL] = {"pull", N_("拉动"), adds_up, FLOW, SCALE_PERCENT},
    [MEASURE_VS_PARENT] = {"vs_parent", N_("与上级之差"), NULL, EVERY, SCALE_PERCENT},
    [MEASURE_VS_REFERENCE] = {"vs_reference", N_("与参照之差"), NULL, EVERY, SCALE_PERCENT},
    [MEASURE_TOTAL] = {"total", N_("累计总量"), NULL, FLOW, SCALE_INDICATOR},
    [MEASURE_MEAN] = {"mean", N_("年均"), NULL, FLOW, SCALE_INDICATOR},
    [MEASURE_RANK] = {"rank", N_("位次"), NULL, EVERY, SCALE_PLACE},
};

#define MEASURES (sizeof measures / sizeof *measures)

bool measure_applies(enum measure measure, const struct indicator *indicator)
{
    return (measures[measure].kinds & 1 << indicator->kind) &&
           (!measures[measure].also || measures[measure].also(indicator));
}

const char *measure_id(enum measure measure)
{
    return measures[measure].id;
}

const char *measure_name(enum measure measure)
{
    return measures[measure].name;
}

bool measure_find(const char *text, enum measure *measure)
{
    for (size_t i = 0; i < MEASURES; i++) {
        if (cell_same(text, measures[i].id) || cell_same(text, measures[i].name)) {
            *measure = (enum measure)i;
            return true;
        }
    }
    return false;
}

const char *measure_list(struct arena *arena)
{
    struct buffer list = {.arena = arena};
    for (size_t i = 0; i < MEASURES; i++)
        buffer_format(&list, "%s%s %s", i ? "、" : "", measures[i].id, measures[i].name);
    return buffer_text(&list);
}

bool measure_in_percent(enum measure measure, const struct indicator *indicator)
{
    /* The difference from a parent or a reference is one of growths, or of what the indicator itself is counted in. */
    bool of_value = (measure == MEASURE_VS_PARENT || measure == MEASURE_VS_REFERENCE) && indicator->kind == KIND_RATIO;
    if (measures[measure].scale == SCALE_INDICATOR || of_value)
        return indicator->kind == KIND_RATE || unit_is_percent(indicator->unit);
    return measures[measure].scale == SCALE_PERCENT;
}
