/* SPDX-License-Identifier: MIT */
#include "compute/score.h"

#include <string.h>

struct work {
    struct engine *engine;
    struct arena *arena;
    const struct dataset *dataset;
    const struct scoring *rule;
    const struct verdict *row; /* the target held against what was reached; efficacy needs none */
};

static const struct number *whole(const struct work *w, long n)
{
    return number_integer(w->arena, n);
}

static bool ranged(const struct verdict *row)
{
    return ops[row->target->op].good == GOOD_WITHIN;
}

/* Before year end an accumulating target is scored against what was due, unrounded. */
static bool against_due(const struct verdict *row)
{
    return row->accumulating && !row->year_over;
}

static const struct number *all_or_nothing(const struct work *w, bool earned)
{
    return whole(w, earned ? 1 : 0);
}

/* Satisfied; while the year lasts, what has reached its due. */
static bool held(const struct verdict *row)
{
    return against_due(row) ? row->kind == VERDICT_DONE || row->kind == VERDICT_ON_PACE : row->satisfied;
}

/* With a step, what lies beyond the target earns by it: 1 + step × (ratio − 1) × 100 / weight. */
static const struct number *beyond_target(const struct work *w, const struct number *ratio)
{
    const struct number *one = whole(w, 1);
    if (!w->rule->step || number_compare(ratio, one) <= 0)
        return ratio;
    const struct number *points = number_multiply(w->arena, number_subtract(w->arena, ratio, one), whole(w, 100));
    points = number_multiply(w->arena, points, w->rule->step);
    return number_add(w->arena, one, number_divide(w->arena, points, w->rule->weight));
}

/* actual/target; at most: target/actual. A divisor or target not above 0, and ops without a direction: all or nothing.
 */
static const struct number *earned_ratio(const struct work *w)
{
    const struct verdict *row = w->row;
    bool due = against_due(row), at_most = op_at_most(row->target->op);
    if (!at_most && !op_at_least(row->target->op))
        return all_or_nothing(w, held(row));
    const struct number *target = due ? row->due_exact : row->goal;
    const struct number *above = at_most ? target : row->actual;
    const struct number *below = at_most ? row->actual : target;
    if (number_sign(target) <= 0 || number_sign(below) <= 0)
        return all_or_nothing(w, held(row));
    return beyond_target(w, number_divide(w->arena, above, below));
}

/* The gap that earns or costs points: positive is better. */
static const struct number *scoring_gap(const struct work *w)
{
    const struct verdict *row = w->row;
    const struct number *gap = row->gap;
    if (against_due(row)) {
        if (ranged(row)) {
            if (row->kind == VERDICT_DONE || row->kind == VERDICT_ON_PACE)
                return whole(w, 0);
            const struct number *end = row->kind == VERDICT_BEHIND ? row->due_exact : row->upper;
            gap = number_subtract(w->arena, row->actual, end);
        } else {
            gap = number_subtract(w->arena, row->actual, row->due_exact);
        }
    }
    if (ranged(row))
        return number_negate(w->arena, number_absolute(w->arena, gap));
    return verdict_good(row) == GOOD_BELOW ? number_negate(w->arena, gap) : gap;
}

/* 1 + step × gap / weight */
static const struct number *earned_gap(const struct work *w)
{
    const struct verdict *row = w->row;
    if (target_is_milestone(row->target))
        return all_or_nothing(w, row->satisfied);
    const struct number *step = w->rule->step ? w->rule->step : whole(w, 0);
    const struct number *points = number_multiply(w->arena, step, scoring_gap(w));
    return number_add(w->arena, whole(w, 1), number_divide(w->arena, points, w->rule->weight));
}

static const struct number *area_figure(const struct work *w, const struct area *area, struct period period)
{
    if (measure_is_place(w->rule->measure)) {
        enum measure by = place_measure(w->rule->measure, w->rule->indicator);
        struct rank rank = rank_of_area(w->engine, area, by, w->rule->indicator, period, period);
        return rank.rank ? whole(w, rank.rank) : NULL;
    }
    const struct result *r = measure_at(w->engine, w->rule->measure, w->rule->indicator, area, period, period);
    return r->flag == FLAG_NONE ? compared(w->engine, r) : NULL;
}

/* (60 + 40 × (actual − worst)/(best − worst))/100 within the group; 1 if best = worst. */
static const struct number *earned_efficacy(const struct work *w, const struct group *group, struct period period,
                                            const struct number *own)
{
    const struct number *best = NULL, *worst = NULL;
    bool lower = w->rule->indicator->better == BETTER_LOWER || measure_is_place(w->rule->measure);
    for (size_t i = 0; i < group->count; i++) {
        const struct number *figure = area_figure(w, group->members[i], period);
        if (!figure)
            continue;
        int sign = lower ? -1 : 1;
        if (!best || number_compare(figure, best) * sign > 0)
            best = figure;
        if (!worst || number_compare(figure, worst) * sign < 0)
            worst = figure;
    }
    if (number_compare(best, worst) == 0)
        return whole(w, 1);
    const struct number *part =
        number_divide(w->arena, number_subtract(w->arena, own, worst), number_subtract(w->arena, best, worst));
    return number_divide(w->arena, number_add(w->arena, whole(w, 60), number_multiply(w->arena, whole(w, 40), part)),
                         whole(w, 100));
}

static const struct number *clip(const struct number *n, const struct number *low, const struct number *high)
{
    if (number_compare(n, low) < 0)
        return low;
    return number_compare(n, high) > 0 ? high : n;
}

static struct score score_of(const struct work *w, const struct number *earned)
{
    earned = clip(earned, w->rule->floor, w->rule->cap);
    const struct number *points = number_multiply(w->arena, earned, w->rule->weight);
    return (struct score){number_round(w->arena, points, 2, w->dataset->settings.rounding), ""};
}

/* Held against the others, whatever the target. */
static struct score score_among(const struct work *w, const struct area *area, struct period period)
{
    const struct number *own = area_figure(w, area, period);
    if (!own)
        return (struct score){whole(w, 0), verdict_id(VERDICT_NO_DATA)};
    return score_of(w, earned_efficacy(w, group_of(w->engine, area), period, own));
}

static struct score score_item(struct work *w, const struct area *area, struct period period)
{
    struct target_key key;
    if (w->rule->method == SCORING_EFFICACY)
        return score_among(w, area, period);
    target_for_score(w->engine, w->rule->indicator, w->rule->measure, area, period, &key);
    w->row = verdict_of(w->engine, key, area, period);
    switch (w->row->kind) {
    case VERDICT_NO_TARGET:
    case VERDICT_PENDING:
    case VERDICT_COMPARED:
        return (struct score){NULL, verdict_id(w->row->kind)};
    case VERDICT_NO_DATA:
        return (struct score){whole(w, 0), verdict_id(VERDICT_NO_DATA)};
    default:
        return score_of(w, w->rule->method == SCORING_RATIO ? earned_ratio(w) : earned_gap(w));
    }
}

const struct number *scores_weight(struct engine *engine)
{
    const struct dataset *d = engine_dataset(engine);
    const struct number *sum = number_integer(engine_arena(engine), 0);
    for (size_t i = 0; i < d->scoring_count; i++)
        sum = number_add(engine_arena(engine), sum, d->scoring[i].weight);
    return sum;
}

/* The sum of the printed scores; what is left out is made up for in proportion (折算). */
static void set_total(const struct work *w, struct score_card *card)
{
    const struct number *sum = whole(w, 0), *scored = whole(w, 0);
    bool any = false, all = true;
    for (size_t i = 0; i < w->dataset->scoring_count; i++) {
        const struct score *item = &card->items[i];
        if (!item->points) {
            all = false;
            continue;
        }
        any = true;
        sum = number_add(w->arena, sum, item->points);
        scored = number_add(w->arena, scored, w->dataset->scoring[i].weight);
        card->incomplete = card->incomplete || strcmp(item->flag, verdict_id(VERDICT_NO_DATA)) == 0;
    }
    if (!any)
        return;
    if (!all)
        sum = number_divide(w->arena, number_multiply(w->arena, sum, scores_weight(w->engine)), scored);
    card->total = number_round(w->arena, sum, 2, w->dataset->settings.rounding);
}

static void set_ranks(struct engine *engine, struct score_card *cards, size_t count)
{
    size_t group_count;
    const struct group *groups = groups_of(engine, &group_count);
    for (size_t g = 0; g < group_count; g++) {
        const struct number **totals = arena_alloc(engine_arena(engine), groups[g].count * sizeof *totals);
        struct score_card **members = arena_alloc(engine_arena(engine), groups[g].count * sizeof *members);
        size_t m = 0;
        for (size_t c = 0; c < count && m < groups[g].count; c++)
            if (cards[c].area == groups[g].members[m]) {
                members[m] = &cards[c];
                totals[m++] = cards[c].total;
            }
        const struct rank *ranks = rank_numbers(engine_arena(engine), totals, m, BETTER_HIGHER);
        for (size_t i = 0; i < m; i++)
            members[i]->rank = ranks[i];
    }
}

const struct score_card *scores_all(struct engine *engine, struct period period, size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct score_card *cards = arena_alloc(arena, (d->area_count + 1) * sizeof *cards);
    *count = 0;
    for (size_t a = 0; a < d->area_count && d->scoring_count; a++) {
        const struct area *area = &d->areas[a];
        if (!group_of(engine, area))
            continue;
        struct work w = {.engine = engine, .arena = arena, .dataset = d};
        struct score *items = arena_alloc(arena, d->scoring_count * sizeof *items);
        for (size_t i = 0; i < d->scoring_count; i++) {
            w.rule = &d->scoring[i];
            items[i] = score_item(&w, area, period);
        }
        struct score_card *card = &cards[(*count)++];
        card->area = area;
        card->items = items;
        set_total(&w, card);
    }
    set_ranks(engine, cards, *count);
    return cards;
}
