/* SPDX-License-Identifier: MIT */
#include "compute/verdict.h"

#include "compute/rank.h"

#include <assert.h>
#include <limits.h>

/* What the steps below share while one row is worked out. */
struct work {
    struct engine *engine;
    struct arena *arena;
    const struct dataset *dataset;
    struct period run;    /* P, whose targets say from when sums over years count */
    struct period period; /* whose figures the row holds */
    struct verdict *row;
};

static int decimals_of(const struct work *w)
{
    return measure_decimals(w->row->key.measure, w->row->key.indicator);
}

static const struct number *zero(const struct work *w)
{
    return number_integer(w->arena, 0);
}

/* ---- actual ---- */

static const struct number *rank_number(const struct work *w, const struct area *area, struct period period)
{
    const struct indicator *indicator = w->row->key.indicator;
    enum measure by = place_measure(w->row->key.measure, indicator);
    struct rank rank = rank_of_area(w->engine, area, by, indicator, period, w->run);
    return rank.rank ? number_integer(w->arena, rank.rank) : NULL;
}

/* The compared figure of the row's measure for any area and period; NULL without one. */
static const struct number *figure_at(struct work *w, const struct area *area, struct period period)
{
    const struct target_key key = w->row->key;
    if (measure_is_place(key.measure))
        return rank_number(w, area, period);
    if (!measure_exists(w->engine, key.measure, key.indicator, area, w->run))
        return NULL;
    struct subject s = {key.indicator, area, period, 0};
    if (area == w->row->area && w->row->target)
        s.from = target_first_year(w->row->target);
    else
        s.from = target_from(w->engine, key.measure, key.indicator, area, w->run);
    const struct result *result = measure_of(w->engine, key.measure, s);
    if (area == w->row->area && period_compare(period, w->period) == 0)
        w->row->result = result;
    w->row->incomplete = w->row->incomplete || result->flag == FLAG_INCOMPLETE;
    return compared(w->engine, result);
}

/* ---- the figure asked for ---- */

/* The target as a number: its own, the parent's or another area's figure plus it, or an earlier year's own (up, down).
 * NULL when there is none to be had. */
static const struct number *resolve(struct work *w)
{
    const struct target *t = w->row->target;
    if (target_is_milestone(t))
        return number_integer(w->arena, 1);
    if (ops[t->op].against == AGAINST_YEAR_BEFORE) {
        struct period before =
            t->base_year ? period_year_end(w->period, t->base_year) : period_year_before(w->period, 1);
        return figure_at(w, w->row->area, before);
    }
    if (!t->of_parent && !t->of_area)
        return t->value;
    const struct area *other = t->of_parent ? w->row->area->parent : t->of_area;
    const struct number *base = other ? figure_at(w, other, w->period) : NULL;
    return base && t->value ? number_add(w->arena, base, t->value) : base;
}

/* about: default tolerance 10 units of the last printed place. */
static const struct number *tolerance_of(const struct work *w)
{
    const struct target *t = w->row->target;
    return t->tolerance ? t->tolerance : number_ten(w->arena, 1 - decimals_of(w));
}

static void set_goal(struct work *w)
{
    struct verdict *row = w->row;
    const struct target *t = row->target;
    row->target_value = row->goal = resolve(w);
    if (!row->goal)
        return;
    row->upper = t->upper;
    if (ops[t->op].tolerance) {
        const struct number *tolerance = tolerance_of(w);
        row->upper = number_add(w->arena, row->target_value, tolerance);
        row->goal = number_subtract(w->arena, row->target_value, tolerance);
    }
}

enum op_good verdict_good(const struct verdict *verdict)
{
    const struct op_row *op = &ops[verdict->target->op];
    bool turned = op->against == AGAINST_YEAR_BEFORE && measure_is_place(verdict->key.measure);
    if (turned)
        return op->good == GOOD_ABOVE ? GOOD_BELOW : GOOD_ABOVE;
    return op->good;
}

/* Who was first and still is cannot move up. */
static bool stayed_first(const struct work *w)
{
    const struct verdict *row = w->row;
    return row->target->op == OP_UP && measure_is_place(row->key.measure) &&
           number_compare(row->actual, row->goal) == 0 && number_compare(row->actual, number_integer(w->arena, 1)) == 0;
}

static bool satisfied(const struct work *w)
{
    const struct verdict *row = w->row;
    if (!row->actual || !row->goal || row->incomplete)
        return false;
    if (stayed_first(w))
        return true;
    int order = number_compare(row->actual, row->goal);
    if (order == 0 && ops[row->target->op].strict)
        return false;
    switch (verdict_good(row)) {
    case GOOD_ABOVE:
        return order >= 0;
    case GOOD_BELOW:
        return order <= 0;
    case GOOD_WITHIN:
        return order >= 0 && number_compare(row->actual, row->upper) <= 0;
    case GOOD_NOWHERE:
        break;
    }
    return false;
}

/* actual − target; within a range 0, else the signed distance to the nearer end. */
static const struct number *gap(const struct work *w)
{
    const struct verdict *row = w->row;
    if (!row->actual || !row->goal || row->incomplete || target_is_milestone(row->target))
        return NULL;
    if (ops[row->target->op].good == GOOD_WITHIN) {
        if (row->satisfied)
            return zero(w);
        bool above = number_compare(row->actual, row->upper) > 0;
        return number_subtract(w->arena, row->actual, above ? row->upper : row->goal);
    }
    return number_subtract(w->arena, row->actual, row->goal);
}

/* ---- time ---- */

/* The years over which pace and what is left are counted: total from..to, else the year of P. */
static void target_span(const struct work *w, int *first, int *last)
{
    *first = *last = w->period.year;
    if (w->row->key.measure == MEASURE_TOTAL && target_first_year(w->row->target)) {
        *first = target_first_year(w->row->target);
        *last = target_last_year(w->row->target);
    }
}

static int months_elapsed(const struct work *w)
{
    int first, last;
    target_span(w, &first, &last);
    return (w->period.year - first) * 12 + period_months(w->period);
}

static int months_of_span(const struct work *w)
{
    int first, last;
    target_span(w, &first, &last);
    return (last - first + 1) * 12;
}

/* At the last period that counts: of `to` for what goes over years and for deadlines; else of the year. */
static bool span_over(const struct work *w, int last_year)
{
    return w->period.year > last_year || (w->period.year == last_year && period_is_last(w->period));
}

static bool year_over(const struct work *w)
{
    const struct target *t = w->row->target;
    enum measure measure = w->row->key.measure;
    if (t->deadline)
        return period_compare(w->period, target_due(t, w->period)) >= 0;
    bool milestone = target_is_milestone(t), over_years = measures[measure].over_years;
    if (over_years || milestone)
        return target_last_year(t) ? span_over(w, target_last_year(t)) : !milestone && period_is_last(w->period);
    return period_is_last(w->period);
}

/* A deadline that is still ahead; in its last year a flow's is a target of that year like any other. */
static bool early(const struct work *w)
{
    const struct target *t = w->row->target;
    if (!t->deadline || w->row->year_over)
        return false;
    return !target_of_years_total(t) || w->run.year < t->to;
}

/* The period whose figures are held against the target: that in which a deadline of this year ended, and before the
 * year of a flow's the end of the last whole one; P for all others. */
static struct period period_judged(const struct target *t, struct period period)
{
    if (!t->deadline || target_is_milestone(t))
        return period;
    if (target_of_years_total(t) && period.year < t->to)
        return period_is_last(period) ? period : period_year_end(period, period.year - 1);
    struct period due = target_due(t, period);
    return period_compare(due, period) < 0 ? due : period;
}

static const struct number *pace_entry(const struct work *w, size_t i)
{
    return i ? w->row->target->pace[i - 1] : zero(w);
}

/* The share of the target due by P, in %: months elapsed / months of the span, or the target's own list (4 entries
 * for quarter ends, between which months lie on a straight line; or 12). */
static const struct number *share_due(const struct work *w)
{
    const struct target *t = w->row->target;
    int months = months_elapsed(w);
    if (!t->pace_count || w->row->key.measure == MEASURE_TOTAL)
        return number_ratio(w->arena, 100L * months, months_of_span(w));
    if (t->pace_count == 12)
        return pace_entry(w, (size_t)months);
    size_t whole = (size_t)months / 3;
    int rest = months % 3;
    const struct number *low = pace_entry(w, whole);
    if (!rest)
        return low;
    const struct number *step = number_subtract(w->arena, pace_entry(w, whole + 1), low);
    return number_add(w->arena, low, number_multiply(w->arena, step, number_ratio(w->arena, rest, 3)));
}

static void set_pace(const struct work *w)
{
    struct verdict *row = w->row;
    const struct target *t = row->target;
    row->pace = share_due(w);
    row->due_exact =
        number_divide(w->arena, number_multiply(w->arena, row->goal, row->pace), number_integer(w->arena, 100));
    row->due = number_round(w->arena, row->due_exact, decimals_of(w), op_at_most(t->op) ? ROUND_CEILING : ROUND_FLOOR);
}

/* actual / target × 100 for number targets above 0. What would round to 100 and has not got there is cut. */
static void set_progress(const struct work *w)
{
    struct verdict *row = w->row;
    if (!row->actual || row->incomplete || !target_is_number(row->target) || number_sign(row->target_value) <= 0)
        return;
    const struct number *full = number_integer(w->arena, 100);
    int decimals = row->key.indicator->rate_decimals;
    row->progress = number_multiply(w->arena, number_divide(w->arena, row->actual, row->target_value), full);
    const struct number *rounded = number_round(w->arena, row->progress, decimals, w->dataset->settings.rounding);
    if (!row->satisfied && number_compare(rounded, full) == 0)
        row->progress = number_round(w->arena, row->progress, decimals, ROUND_FLOOR);
}

/* ---- the verdict ---- */

static bool stretched(const struct verdict *row)
{
    const struct target *t = row->target;
    if (!t->stretch || !row->satisfied)
        return false;
    int order = number_compare(row->actual, t->stretch);
    return op_at_least(t->op) ? order >= 0 : order <= 0;
}

static enum verdict_kind judge_as_it_stands(const struct verdict *row)
{
    if (stretched(row))
        return VERDICT_STRETCH;
    return row->satisfied ? VERDICT_MET : VERDICT_MISSED;
}

/* Nothing is due yet, and nothing is there. */
static bool not_begun(const struct verdict *row)
{
    return number_sign(row->target_value) > 0 && number_sign(row->due) == 0 && number_sign(row->actual) == 0;
}

static enum verdict_kind judge_pace(const struct verdict *row)
{
    if (op_at_most(row->target->op)) {
        if (!row->satisfied)
            return VERDICT_MISSED;
        bool within = number_sign(row->target_value) <= 0 || number_compare(row->actual, row->due) <= 0;
        return within ? VERDICT_ON_PACE : VERDICT_BEHIND;
    }
    if (row->satisfied)
        return VERDICT_DONE;
    if (row->upper && number_compare(row->actual, row->upper) > 0)
        return VERDICT_MISSED;
    if (not_begun(row))
        return VERDICT_PENDING;
    return number_compare(row->actual, row->due) >= 0 ? VERDICT_ON_PACE : VERDICT_BEHIND;
}

/* A milestone is pending, whether reported or not, until its time is over. */
static enum verdict_kind judge_milestone(const struct verdict *row)
{
    if (row->satisfied)
        return VERDICT_MET;
    if (!row->year_over)
        return VERDICT_PENDING;
    return row->actual && !row->incomplete ? VERDICT_MISSED : VERDICT_NO_DATA;
}

static enum verdict_kind judge(const struct verdict *row)
{
    const struct target *t = row->target;
    if (target_is_milestone(t))
        return judge_milestone(row);
    if (ops[t->op].against == AGAINST_NOTHING_YET)
        return VERDICT_PENDING;
    if (!row->actual || !row->goal || row->incomplete)
        return VERDICT_NO_DATA;
    if (t->op == OP_COMPARE)
        return VERDICT_COMPARED;
    if (row->early)
        return row->satisfied ? VERDICT_MET : VERDICT_PENDING;
    if (row->spanning)
        return row->satisfied ? VERDICT_ON_PACE : VERDICT_BEHIND;
    if (row->accumulating && !row->year_over)
        return judge_pace(row);
    return judge_as_it_stands(row);
}

/* ---- what is still needed ---- */

static const struct number *not_below_zero(const struct work *w, const struct number *n)
{
    return number_sign(n) < 0 ? zero(w) : n;
}

/* Rounds up, away from done, and fills the monthly figures beside it. `to_do` and `so_far` unrounded. */
static void set_to_do(const struct work *w, const struct number *to_do, const struct number *so_far)
{
    struct verdict *row = w->row;
    int decimals = measure_decimals(MEASURE_VALUE, row->key.indicator);
    int elapsed = months_elapsed(w), left = months_of_span(w) - elapsed;
    row->to_do = number_round(w->arena, to_do, decimals, ROUND_CEILING);
    row->per_month =
        number_round(w->arena, number_divide(w->arena, to_do, number_integer(w->arena, left)), decimals, ROUND_CEILING);
    row->so_far_per_month = number_round(w->arena, number_divide(w->arena, so_far, number_integer(w->arena, elapsed)),
                                         decimals, w->dataset->settings.rounding);
}

static void need_of_amount(const struct work *w)
{
    const struct verdict *row = w->row;
    const struct number *to_do = not_below_zero(w, number_subtract(w->arena, row->goal, row->actual));
    set_to_do(w, to_do, row->result->number);
}

/* 1 + rate/100 */
static const struct number *factor_of(const struct work *w, const struct number *rate)
{
    return number_add(w->arena, number_integer(w->arena, 1),
                      number_divide(w->arena, rate, number_integer(w->arena, 100)));
}

static bool beyond(const struct work *w, const struct number *a, const struct number *b, long limit)
{
    const struct number *distance = number_absolute(w->arena, number_subtract(w->arena, a, b));
    return number_compare(distance, number_integer(w->arena, limit)) > 0;
}

/* A growth target on a flow: base = last year × k, to_do = base·(1+t/100) − v, and the growth the rest of the year
 * needs over the rest of that base. k restates last year to the scope that a reported growth implies. */
static void need_of_growth(const struct work *w)
{
    struct verdict *row = w->row;
    struct subject s = {row->key.indicator, row->area, w->period, 0}, before = s, whole = s;
    before.period = period_year_before(w->period, 1);
    whole.period = period_year_end(w->period, w->period.year - 1);
    const struct result *v = measure_of(w->engine, MEASURE_VALUE, s);
    const struct result *v_before = measure_of(w->engine, MEASURE_VALUE, before);
    const struct result *last_year = measure_of(w->engine, MEASURE_VALUE, whole);
    const struct result *yoy = measure_of(w->engine, MEASURE_YOY, s);
    const struct result *computed_yoy = measure_computed_yoy(w->engine, s);
    if (v->flag != FLAG_NONE || v_before->flag != FLAG_NONE || last_year->flag != FLAG_NONE)
        return;
    const struct number *base = last_year->number, *base_so_far = v_before->number;
    if (yoy->origin == ORIGIN_REPORTED) {
        if (!computed_yoy->number || number_compare(yoy->number, number_integer(w->arena, -100)) <= 0 ||
            beyond(w, yoy->number, computed_yoy->number, 1))
            return;
        base_so_far = number_divide(w->arena, v->number, factor_of(w, yoy->number));
        base = number_multiply(w->arena, base, number_divide(w->arena, base_so_far, v_before->number));
    }
    const struct number *rest = number_subtract(w->arena, base, base_so_far);
    if (number_sign(rest) <= 0)
        return;
    const struct number *full = number_multiply(w->arena, base, factor_of(w, row->target_value));
    const struct number *to_do = not_below_zero(w, number_subtract(w->arena, full, v->number));
    set_to_do(w, to_do, v->number);
    row->whole_needed =
        number_round(w->arena, full, measure_decimals(MEASURE_VALUE, row->key.indicator), ROUND_CEILING);
    if (number_sign(to_do) == 0)
        return;
    const struct number *ratio =
        number_subtract(w->arena, number_divide(w->arena, to_do, rest), number_integer(w->arena, 1));
    row->growth_needed = number_round(w->arena, number_multiply(w->arena, ratio, number_integer(w->arena, 100)),
                                      row->key.indicator->rate_decimals, ROUND_CEILING);
}

static void set_needs(const struct work *w)
{
    const struct verdict *row = w->row;
    const struct target *t = row->target;
    if (row->year_over || row->early || row->incomplete || (t->deadline && !row->accumulating))
        return;
    if (row->accumulating && row->actual && !op_at_most(t->op))
        need_of_amount(w);
    else if (row->key.measure == MEASURE_YOY && row->key.indicator->kind == KIND_FLOW && op_at_least(t->op) &&
             target_is_number(t))
        need_of_growth(w);
}

/* ---- rows ---- */

static void fill_row(struct work *w)
{
    struct verdict *row = w->row;
    enum measure measure = row->key.measure;
    const struct target *t = row->target;
    set_goal(w);
    row->year_over = year_over(w);
    row->early = early(w);
    row->accumulating = target_accumulates(t) && !row->early;
    row->spanning = measures[measure].over_years && !measures[measure].accumulates && !row->year_over &&
                    target_first_year(t) < target_last_year(t);
    row->satisfied = satisfied(w);
    row->gap = gap(w);
    if (row->accumulating)
        set_pace(w);
    if (row->accumulating || t->deadline)
        set_progress(w);
    row->kind = judge(row);
    set_needs(w);
}

const struct verdict *verdict_of(struct engine *engine, struct target_key key, const struct area *area,
                                 struct period period)
{
    struct arena *arena = engine_arena(engine);
    struct verdict *row = arena_alloc(arena, sizeof *row);
    struct work w = {engine, arena, engine_dataset(engine), period, period, row};
    row->area = area;
    row->key = key;
    row->target = target_for(engine, key, area, period);
    if (row->target)
        w.period = period_judged(row->target, period);
    row->at = w.period;
    row->elsewhere = period_compare(w.period, period) != 0;
    row->actual = figure_at(&w, area, w.period);
    if (row->target)
        fill_row(&w);
    else
        row->kind = VERDICT_NO_TARGET;
    return row;
}

const struct verdict *verdicts_all(struct engine *engine, struct period period, size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    size_t key_count;
    const struct target_key *keys = target_keys(engine, period, &key_count);
    struct verdict *rows = arena_alloc(engine_arena(engine), (d->area_count * key_count + 1) * sizeof *rows);
    *count = 0;
    for (size_t a = 0; a < d->area_count; a++) {
        if (d->areas[a].role == ROLE_REFERENCE)
            continue;
        for (size_t k = 0; k < key_count; k++)
            rows[(*count)++] = *verdict_of(engine, keys[k], &d->areas[a], period);
    }
    return rows;
}

/* The first row of the area or of one behind it: rows stand in the order of the areas. */
static size_t first_row(const struct verdict *rows, size_t count, size_t area_index)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].area->index < area_index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct targeted *targeted_of(const struct verdict *rows, size_t count, const struct dataset *dataset,
                                   struct arena *arena)
{
    static_assert(MEASURES_WITH_PLACES <= sizeof(unsigned long) * CHAR_BIT, "a bit for each measure");
    struct targeted *targeted = arena_alloc(arena, (dataset->indicator_count + 1) * sizeof *targeted);
    for (size_t i = 0; i < count; i++) {
        if (!rows[i].target)
            continue;
        struct targeted *of = &targeted[rows[i].key.indicator->index];
        of->all |= 1UL << rows[i].key.measure;
        if (rows[i].area != dataset->region)
            of->below |= 1UL << rows[i].key.measure;
    }
    for (size_t i = 0; i < dataset->target_count; i++)
        if (target_is_milestone(&dataset->targets[i]))
            targeted[dataset->targets[i].indicator->index].milestone = true;
    return targeted;
}

const struct verdict *verdicts_of_area(const struct verdict *rows, size_t count, const struct area *area,
                                       size_t *area_count)
{
    size_t first = first_row(rows, count, area->index), end = first_row(rows, count, area->index + 1);
    *area_count = end - first;
    return rows ? rows + first : NULL;
}

const struct verdict *verdicts_find(const struct verdict *rows, size_t count, struct target_key key,
                                    const struct area *area)
{
    size_t area_count;
    rows = verdicts_of_area(rows, count, area, &area_count);
    for (size_t i = 0; i < area_count; i++)
        if (target_key_same(rows[i].key, key))
            return &rows[i];
    return NULL;
}

bool verdict_falls_short(const struct verdict *verdict)
{
    return verdict->kind == VERDICT_MISSED || verdict->kind == VERDICT_BEHIND;
}

int verdict_periods_short(struct engine *engine, struct target_key key, const struct area *area, struct period period)
{
    int periods = 0;
    for (; verdict_falls_short(verdict_of(engine, key, area, period)); periods++)
        period = period_before(period);
    return periods;
}

bool verdict_of_few(const struct verdict *verdict)
{
    return verdict->key.measure == MEASURE_VALUE && indicator_of_things(verdict->key.indicator) && verdict->goal &&
           number_compare_integer(verdict->goal, VERDICT_FEW) < 0;
}

const char *verdict_id(enum verdict_kind kind)
{
    static const char *const ids[] = {"stretch", "met",     "missed",  "done",      "on_pace",
                                      "behind",  "pending", "no_data", "no_target", "compared"};
    return ids[kind];
}
