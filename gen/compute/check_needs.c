/* SPDX-License-Identifier: MIT */
/* Figures that a target, a sum or a score needs and that are missing: the figure itself, or only its growth. */
#include "compute/check_inside.h"

#include "base/message.h"

#include <string.h>

static bool target_needs(const struct results *r, struct subject s)
{
    for (size_t i = 0; i < r->verdict_count; i++) {
        const struct verdict *row = &r->verdicts[i];
        if (row->area != s.area || row->key.indicator != s.indicator || !row->target ||
            ops[row->target->op].against == AGAINST_NOTHING_YET)
            continue;
        const struct result *result = row->result;
        if (measure_is_place(row->key.measure))
            result = measure_of(r->engine, place_measure(row->key.measure, s.indicator), s);
        if (result && result->flag == FLAG_NO_DATA)
            return true;
    }
    return false;
}

static bool sum_needs(const struct results *r, struct subject s)
{
    struct subject parent = s;
    parent.area = s.area->parent;
    if (!parent.area || !s.area->in_total || s.indicator->total != TOTAL_SUM || s.indicator->numerator)
        return false;
    const struct result *value = measure_of(r->engine, MEASURE_VALUE, s);
    const struct result *sum = measure_of(r->engine, MEASURE_VALUE, parent);
    return value->flag == FLAG_NO_DATA && sum->flag == FLAG_INCOMPLETE;
}

static bool score_needs(const struct results *r, struct subject s)
{
    for (size_t c = 0; c < r->card_count; c++)
        for (size_t i = 0; r->cards[c].area == s.area && i < r->dataset->scoring_count; i++)
            if (r->dataset->scoring[i].indicator == s.indicator && strcmp(r->cards[c].items[i].flag, "no_data") == 0)
                return true;
    return false;
}

/* Whether the indicator is given by years only, wherever it is given: such a figure is judged at the year's end. So is
 * a quotient with such a part. */
static bool by_years_only(const struct results *r, const struct indicator *indicator)
{
    bool any = false;
    for (size_t a = 0; a < r->dataset->area_count; a++) {
        const struct series *series = dataset_series(r->dataset, indicator, &r->dataset->areas[a]);
        for (size_t i = 0; i < series->count; i++) {
            if (series->items[i].period.frequency != FREQUENCY_YEAR)
                return false;
            any = true;
        }
    }
    if (!any && indicator->numerator)
        return by_years_only(r, indicator->numerator) || by_years_only(r, indicator->denominator);
    return any;
}

/* ---- a growth that is missing beside its figure ---- */

/* Growths and changes, which without a figure of the year before must have been reported. */
static bool is_growth(enum measure measure)
{
    return measure == MEASURE_YOY || measure == MEASURE_SINGLE_YOY || measure == MEASURE_CHANGE ||
           measure == MEASURE_CAGR || measure == MEASURE_AVG2;
}

static bool lacks_base(const struct results *r, struct subject s, enum measure measure)
{
    return is_growth(measure) && measure_applies(measure, s.indicator) &&
           measure_at(r->engine, measure, s.indicator, s.area, s.period, s.period)->flag == FLAG_NO_BASE;
}

static bool target_needs_growth(const struct results *r, struct subject s)
{
    for (size_t i = 0; i < r->verdict_count; i++) {
        const struct verdict *row = &r->verdicts[i];
        if (row->area != s.area || row->key.indicator != s.indicator || !row->target || row->elsewhere)
            continue;
        enum op_against against = ops[row->target->op].against;
        enum measure measure = row->key.measure;
        measure = measure_is_place(measure) ? place_measure(measure, s.indicator) : measure;
        bool own = against == AGAINST_FIGURE && lacks_base(r, s, measure);
        bool before = against == AGAINST_YEAR_BEFORE && !row->target->base_year && row->key.measure == MEASURE_VALUE &&
                      row->actual && !row->goal;
        if (own || before)
            return true;
    }
    return false;
}

static bool score_needs_growth(const struct results *r, struct subject s)
{
    if (!score_needs(r, s))
        return false;
    for (size_t i = 0; i < r->dataset->scoring_count; i++)
        if (r->dataset->scoring[i].indicator == s.indicator && lacks_base(r, s, r->dataset->scoring[i].measure))
            return true;
    return false;
}

/* Whether a target asks for the area's growth, which as a sum's is incomplete. */
static bool target_lacks_part(const struct results *r, struct subject s)
{
    for (size_t i = 0; i < r->verdict_count; i++) {
        const struct verdict *row = &r->verdicts[i];
        if (row->area == s.area && row->key.indicator == s.indicator && row->target && is_growth(row->key.measure) &&
            row->result && row->result->flag == FLAG_INCOMPLETE)
            return true;
    }
    return false;
}

/* The parent's growth is wanted, and it is that of a sum whose base lacks this part. */
static bool sum_needs_growth(const struct results *r, struct subject s)
{
    struct subject parent = s;
    parent.area = s.area->parent;
    if (!parent.area || !s.area->in_total || s.indicator->total != TOTAL_SUM || s.indicator->numerator ||
        !measure_applies(MEASURE_YOY, s.indicator))
        return false;
    if (!target_lacks_part(r, parent))
        return false;
    struct subject before = s;
    before.period = period_year_before(s.period, 1);
    parent.period = before.period;
    return measure_of(r->engine, MEASURE_VALUE, before)->flag == FLAG_NO_DATA &&
           measure_of(r->engine, MEASURE_VALUE, parent)->flag == FLAG_INCOMPLETE;
}

/* ---- all of it ---- */

static const struct {
    const char *who;
    bool (*figure)(const struct results *r, struct subject s);
    bool (*growth)(const struct results *r, struct subject s);
} needs[] = {
    {N_("目标考核"), target_needs, target_needs_growth},
    {N_("加总"), sum_needs, sum_needs_growth},
    {N_("计分"), score_needs, score_needs_growth},
};

/* What is missing beside a figure that is there. Of a growth of several years it may be any of them. */
static const char *what_lacks(const struct results *r, struct subject s)
{
    struct subject before = s;
    before.period = period_year_before(s.period, 1);
    if (measure_of(r->engine, MEASURE_VALUE, before)->number)
        return N_("以前各年的数或增速");
    bool grows = measure_applies(MEASURE_YOY, s.indicator) && s.indicator->kind != KIND_RATE;
    bool reported = grows && measure_of(r->engine, MEASURE_YOY, s)->number;
    return grows && !reported ? N_("上年同期数，也没有上报增速") : N_("上年同期数");
}

/* One warning for each missing figure, naming all that need it; none before the year's end for one that comes then. */
static void check_missing(const struct results *r, struct subject s)
{
    const struct result *value = measure_of(r->engine, MEASURE_VALUE, s);
    bool there = value->number && value->flag == FLAG_NONE;
    if (!period_is_last(r->period) && by_years_only(r, s.indicator))
        return;
    struct buffer who = {.arena = r->arena};
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if ((there ? needs[i].growth : needs[i].figure)(r, s))
            buffer_format(&who, "%s%s", who.length ? "、" : "", needs[i].who);
    if (!who.length)
        return;
    struct where where = results_where(r, s, results_figure(r, s, FIELD_VALUE));
    FINDING(r->findings, RULE_MISSING_NEEDED, &where, s.area->name, s.indicator->name, buffer_text(&who),
            there ? what_lacks(r, s) : N_("本期数"));
}

void check_needs(const struct results *r)
{
    for (size_t a = 0; a < r->dataset->area_count; a++)
        for (size_t i = 0; i < r->dataset->indicator_count; i++)
            check_missing(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]));
}
