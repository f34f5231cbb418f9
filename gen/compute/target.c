/* SPDX-License-Identifier: MIT */
#include "compute/target.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int target_first_year(const struct target *target)
{
    return target->from ? target->from : target->to;
}

int target_last_year(const struct target *target)
{
    return target->to ? target->to : target->from;
}

bool target_in_force(const struct target *target, struct period period)
{
    if (target->deadline)
        return period.year <= target->to || target_is_milestone(target);
    int first = target_first_year(target), last = target_last_year(target);
    return !first || (first <= period.year && period.year <= last);
}

struct period target_due(const struct target *target, struct period period)
{
    struct period due = {target->due.year, period.frequency, 1};
    int months = period_months(target->due);
    if (period.frequency == FREQUENCY_QUARTER)
        due.part = (months + 2) / 3;
    if (period.frequency == FREQUENCY_MONTH)
        due.part = months == 1 ? 2 : months; /* February stands for both */
    return due;
}

static struct target_key key_of(const struct target *target)
{
    return (struct target_key){target->indicator, target->measure, target->due}; /* no deadline: due is {0} */
}

const char *target_key_code(struct arena *arena, struct target_key key)
{
    return key.to.year ? period_code(arena, key.to) : "";
}

/* Yearly before deadlines, these in order of time. */
static int compare_keys(const void *left, const void *right)
{
    const struct target_key *a = left, *b = right;
    int order = (a->indicator->index > b->indicator->index) - (a->indicator->index < b->indicator->index);
    if (!order)
        order = (a->measure > b->measure) - (a->measure < b->measure);
    if (!order)
        order = (a->to.year != 0) - (b->to.year != 0);
    return order || !a->to.year ? order : period_compare(a->to, b->to);
}

bool target_key_same(struct target_key a, struct target_key b)
{
    return compare_keys(&a, &b) == 0;
}

const struct target_key *target_keys(struct engine *engine, struct period period, size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    struct target_key *keys = arena_alloc(engine_arena(engine), (d->target_count + 1) * sizeof *keys);
    size_t all = 0, unique = 0;
    for (size_t i = 0; i < d->target_count; i++) {
        const struct target *t = &d->targets[i];
        if (target_in_force(t, period))
            keys[all++] = key_of(t);
    }
    if (all)
        qsort(keys, all, sizeof *keys, compare_keys);
    for (size_t i = 0; i < all; i++)
        if (!unique || compare_keys(&keys[unique - 1], &keys[i]) != 0)
            keys[unique++] = keys[i];
    *count = unique;
    return keys;
}

/* Targets that speak to one area about one indicator, in file order; and, with `area` NULL, all about the indicator. */
struct area_targets {
    const struct target **items;
    size_t count;
};

/* Whether the target speaks to the area, the more closely the higher: 3 its own, 2 its group, 1 every area. */
static int closeness(const struct dataset *d, const struct target *target, const struct area *area)
{
    if (area->role == ROLE_REFERENCE)
        return 0;
    if (target->scope == SCOPE_AREA)
        return target->area == area ? 3 : 0;
    if (area == d->region)
        return 0;
    if (target->scope == SCOPE_GROUP)
        return strcmp(target->group, area->group) == 0 ? 2 : 0;
    return 1;
}

static size_t list_index(const struct dataset *d, const struct indicator *indicator, const struct area *area)
{
    return indicator->index * (d->area_count + 1) + (area ? area->index : d->area_count);
}

static void list_add(struct arena *arena, struct area_targets *list, const struct target *target)
{
    ARRAY_ADD(arena, list->items, list->count, target);
}

static const struct area_targets *make_lists(struct engine *engine)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct area_targets *lists = arena_alloc(arena, d->indicator_count * (d->area_count + 1) * sizeof *lists);
    for (size_t i = 0; i < d->target_count; i++) {
        const struct target *t = &d->targets[i];
        list_add(arena, &lists[list_index(d, t->indicator, NULL)], t);
        if (t->scope == SCOPE_AREA)
            list_add(arena, &lists[list_index(d, t->indicator, t->area)], t);
        for (size_t a = 0; a < d->area_count && t->scope != SCOPE_AREA; a++)
            if (closeness(d, t, &d->areas[a]))
                list_add(arena, &lists[list_index(d, t->indicator, &d->areas[a])], t);
    }
    return lists;
}

/* `area` NULL: every target about the indicator. */
static const struct area_targets *targets_about(struct engine *engine, const struct indicator *indicator,
                                                const struct area *area)
{
    struct engine_shared *shared = engine_shared(engine);
    if (!shared->targets)
        shared->targets = make_lists(engine);
    return &shared->targets[list_index(engine_dataset(engine), indicator, area)];
}

const struct target *target_for(struct engine *engine, struct target_key key, const struct area *area,
                                struct period period)
{
    const struct area_targets *list = targets_about(engine, key.indicator, area);
    const struct target *best = NULL;
    int best_closeness = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct target *t = list->items[i];
        if (!target_key_same(key_of(t), key) || !target_in_force(t, period))
            continue;
        int close = closeness(engine_dataset(engine), t, area);
        if (close > best_closeness) {
            best = t;
            best_closeness = close;
        }
    }
    return best;
}

/* Whether one is for scores rather than the other: yearly, else what is next due, else what is last past. */
static bool goes_before(const struct target *a, const struct target *b, struct period period)
{
    if (!a->deadline || !b->deadline)
        return !a->deadline && b->deadline;
    bool a_past = period_compare(target_due(a, period), period) < 0;
    bool b_past = period_compare(target_due(b, period), period) < 0;
    if (a_past != b_past)
        return b_past;
    int order = period_compare(a->due, b->due);
    return a_past ? order > 0 : order < 0;
}

const struct target *target_for_score(struct engine *engine, const struct indicator *indicator, enum measure measure,
                                      const struct area *area, struct period period, struct target_key *key)
{
    const struct area_targets *list = targets_about(engine, indicator, area);
    const struct target *best = NULL;
    *key = (struct target_key){indicator, measure, {0}};
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->measure != measure)
            continue;
        const struct target *t = target_for(engine, key_of(list->items[i]), area, period);
        if (t && (!best || goes_before(t, best, period)))
            best = t;
    }
    if (best)
        *key = key_of(best);
    return best;
}

static const char *owner_of(const struct target *target)
{
    return target->owner;
}

static const char *clause_of(const struct target *target)
{
    return target->clause;
}

static const char *basis_of(const struct target *target)
{
    return target->source && !text_starts(target->source, "示例") ? target->source : NULL;
}

static const char *joined(struct arena *arena, const struct target *target,
                          const char *(*text_of)(const struct target *), const char *between)
{
    struct buffer text = {.arena = arena};
    for (const struct target *t = target; t; t = t->twin) {
        bool said = !text_of(t);
        for (const struct target *before = target; before != t && !said; before = before->twin)
            said = text_of(before) && strcmp(text_of(before), text_of(t)) == 0;
        if (!said)
            buffer_format(&text, "%s%s", text.length ? between : "", text_of(t));
    }
    return buffer_text(&text);
}

const char *target_owners(struct arena *arena, const struct target *target)
{
    return joined(arena, target, owner_of, "、");
}

const char *target_clauses(struct arena *arena, const struct target *target)
{
    return joined(arena, target, clause_of, "；");
}

const char *target_basis(struct arena *arena, const struct target *target)
{
    return joined(arena, target, basis_of, "、");
}

int target_from(struct engine *engine, enum measure measure, const struct indicator *indicator, const struct area *area,
                struct period period)
{
    if (!measures[measure].over_years)
        return 0;
    struct target_key key;
    const struct target *own = target_for_score(engine, indicator, measure, area, period, &key);
    if (own)
        return target_first_year(own);
    const struct area_targets *list = targets_about(engine, indicator, NULL);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->measure == measure && target_in_force(list->items[i], period))
            return target_first_year(list->items[i]);
    return 0;
}

bool measure_exists(struct engine *engine, enum measure measure, const struct indicator *indicator,
                    const struct area *area, struct period run)
{
    const struct area *region = engine_dataset(engine)->region;
    if (!measure_applies(measure, indicator) || (area == region && indicator->total == TOTAL_NONE))
        return false;
    if (measures[measure].of_children)
        return area->parent == region && area != region;
    if (measures[measure].over_years)
        return target_from(engine, measure, indicator, area, run) != 0;
    return true;
}

const struct result *measure_at(struct engine *engine, enum measure measure, const struct indicator *indicator,
                                const struct area *area, struct period period, struct period run)
{
    static const struct result none = {.flag = FLAG_NO_BASE};
    struct subject s = {indicator, area, period, 0};
    if (!measure_exists(engine, measure, indicator, area, run))
        return &none;
    s.from = target_from(engine, measure, indicator, area, run);
    return measure_of(engine, measure, s);
}
