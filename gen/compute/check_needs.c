/* SPDX-License-Identifier: MIT */
/* Figures that a target, a sum or a score needs and that are missing: the figure itself, or only its growth. */
#include "compute/check_inside.h"

#include <string.h>

static bool target_needs(const struct results *r, struct subject s)
{
    size_t count;
    const struct verdict *rows = verdicts_of_area(r->verdicts, r->verdict_count, s.area, &count);
    for (size_t i = 0; i < count; i++) {
        const struct verdict *row = &rows[i];
        if (row->key.indicator != s.indicator || !row->target || ops[row->target->op].against == AGAINST_NOTHING_YET)
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
    size_t count;
    const struct verdict *rows = verdicts_of_area(r->verdicts, r->verdict_count, s.area, &count);
    for (size_t i = 0; i < count; i++) {
        const struct verdict *row = &rows[i];
        if (row->key.indicator != s.indicator || !row->target || row->elsewhere)
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
    size_t count;
    const struct verdict *rows = verdicts_of_area(r->verdicts, r->verdict_count, s.area, &count);
    for (size_t i = 0; i < count; i++) {
        const struct verdict *row = &rows[i];
        if (row->key.indicator == s.indicator && row->target && is_growth(row->key.measure) && row->result &&
            row->result->flag == FLAG_INCOMPLETE)
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
    {"目标考核", target_needs, target_needs_growth},
    {"加总", sum_needs, sum_needs_growth},
    {"计分", score_needs, score_needs_growth},
};

/* What is missing beside a figure that is there. Of a growth of several years it may be any of them. */
static const char *what_lacks(const struct results *r, struct subject s)
{
    struct subject before = s;
    before.period = period_year_before(s.period, 1);
    if (measure_of(r->engine, MEASURE_VALUE, before)->number)
        return "以前各年的数或增速";
    bool grows = measure_applies(MEASURE_YOY, s.indicator) && s.indicator->kind != KIND_RATE;
    bool reported = grows && measure_of(r->engine, MEASURE_YOY, s)->number;
    return grows && !reported ? "上年同期数，也没有上报增速" : "上年同期数";
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
            there ? what_lacks(r, s) : "本期数");
}

/* ---- what a target is held against ---- */

/* Another area's figure, or the area's own of another year. */
struct needed {
    struct subject subject;
    enum measure measure;
};

/* What the row's target is held against and that is not to be had. The year before is told with the area's growth. */
static bool lacks_goal(const struct results *r, const struct verdict *row, struct needed *needed)
{
    const struct target *t = row->target;
    if (!t || row->goal || row->elsewhere || row->incomplete) /* which part an incomplete one lacks is said of that */
        return false;
    const struct area *other = t->of_parent ? row->area->parent : t->of_area;
    enum op_against against = ops[t->op].against;
    if (against == AGAINST_YEAR_BEFORE ? !t->base_year : against != AGAINST_FIGURE || !other)
        return false;
    enum measure measure = row->key.measure;
    needed->measure = measure_is_place(measure) ? place_measure(measure, row->key.indicator) : measure;
    needed->subject = results_subject(r, row->key.indicator, against == AGAINST_FIGURE ? other : row->area);
    if (against == AGAINST_YEAR_BEFORE)
        needed->subject.period = period_year_end(r->period, t->base_year);
    return true;
}

static bool same_needed(const struct needed *a, const struct needed *b)
{
    return a->subject.area == b->subject.area && a->subject.indicator == b->subject.indicator &&
           a->measure == b->measure && period_compare(a->subject.period, b->subject.period) == 0;
}

/* At the first target that needs it, with how many areas can't be judged for want of it. */
static void report_needed(const struct results *r, const struct target *target, const struct needed *needed,
                          size_t areas)
{
    const struct subject s = needed->subject;
    bool there = measure_of(r->engine, MEASURE_VALUE, s)->number != NULL;
    struct where where = {.file = target->file,
                          .line = target->line,
                          .area = s.area->code,
                          .indicator = s.indicator->id,
                          .period = period_code(r->arena, s.period)};
    FINDING(r->findings, RULE_TARGET_LACKS, &where, s.area->name, s.indicator->name, period_name(r->arena, s.period),
            there && is_growth(needed->measure) ? what_lacks(r, s) : "数", arena_format(r->arena, "%zu", areas));
}

/* One warning for each figure, however many targets are held against it. */
static void check_goals(const struct results *r)
{
    struct needed *list = arena_alloc(r->arena, (r->verdict_count + 1) * sizeof *list);
    const struct target **first = arena_alloc(r->arena, (r->verdict_count + 1) * sizeof(struct target *));
    size_t *areas = arena_alloc(r->arena, (r->verdict_count + 1) * sizeof *areas), count = 0;
    for (size_t i = 0; i < r->verdict_count; i++) {
        struct needed needed;
        if (!lacks_goal(r, &r->verdicts[i], &needed) ||
            (!period_is_last(r->period) && by_years_only(r, needed.subject.indicator)))
            continue;
        size_t at = 0;
        while (at < count && !same_needed(&list[at], &needed))
            at++;
        if (at == count) {
            list[count] = needed;
            areas[count] = 0;
            first[count++] = r->verdicts[i].target;
        }
        areas[at]++;
    }
    for (size_t i = 0; i < count; i++)
        report_needed(r, first[i], &list[i], areas[i]);
}

void check_needs(const struct results *r)
{
    for (size_t a = 0; a < r->dataset->area_count; a++)
        for (size_t i = 0; i < r->dataset->indicator_count; i++)
            check_missing(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]));
    check_goals(r);
}
