/* SPDX-License-Identifier: MIT */
/* Targets that can be read and can hardly be meant: no figure meets them, every figure does, or they don't fit those of
 * the areas below. */
#include "base/text.h"
#include "check/measure.h"
#include "check/ops.h"
#include "check/target_reading.h"
#include "check/unit.h"

#include <string.h>

struct where target_line(const struct target *target)
{
    struct where where = {.file = target->file, .line = target->line, .indicator = target->indicator->id};
    if (target->scope == SCOPE_AREA)
        where.area = target->area->code;
    return where;
}

static const char *value_text(struct loader *loader, const struct target *target)
{
    return number_plain(loader->arena, target->value, 10);
}

/* ---- shares ---- */

/* What its name says to be a part of a whole, where indicators.csv doesn't. */
static bool is_named_share(const char *name)
{
    static const char *const ends[] = {"覆盖率", "覆盖面", "合格率", "优良率", "达标率", "普及率", "满意率"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_ends(name, ends[i]))
            return true;
    return false;
}

/* What the indicator can't exceed, in its unit: 100 %, 1000 ‰; 0: nothing is known. */
static long most_of(const struct indicator *indicator)
{
    bool permille = unit_is_permille(indicator->unit);
    if (indicator->kind != KIND_RATIO || (!permille && !indicator_in_percent(indicator)))
        return 0;
    bool part = indicator->numerator ? indicator_is_part(indicator->numerator, indicator->denominator)
                                     : strcmp(indicator->unit, "") != 0 && is_named_share(indicator->name);
    return part ? (permille ? 1000 : 100) : 0;
}

static void check_whole(struct loader *loader, const struct target *target)
{
    const struct op_row *op = &ops[target->op];
    bool lower_end = op->good == GOOD_ABOVE || op->upper;
    long most = target->measure == MEASURE_SHARE   ? 100
                : target->measure == MEASURE_VALUE ? most_of(target->indicator)
                                                   : 0;
    if (!most || !lower_end)
        return;
    int order = number_compare_integer(target->value, most);
    if (order < 0 || (order == 0 && !op->strict))
        return;
    struct where where = target_line(target);
    FINDING(loader->findings, RULE_TARGET_WHOLE, &where, value_text(loader, target), target->indicator->name,
            arena_format(loader->arena, "%ld%s", most, most > 100 ? "‰" : "%"));
}

/* ---- between ---- */

/* Between two ends that are one, or that no printed figure lies between. */
static void check_room(struct loader *loader, const struct target *target)
{
    if (!ops[target->op].upper || measures[target->measure].counted == IN_PLACES)
        return;
    int decimals = measure_decimals(target->measure, target->indicator);
    const struct number *first = number_round(loader->arena, target->value, decimals, ROUND_CEILING);
    bool printed = !loader->dataset->settings.compare_exact;
    bool same = number_compare(target->value, target->upper) == 0;
    if (!same && (!printed || number_compare(first, target->upper) <= 0))
        return;
    struct where where = target_line(target);
    FINDING(loader->findings, same ? RULE_TARGET_ONE_POINT : RULE_TARGET_NO_ROOM, &where,
            arena_format(loader->arena, "%s..%s", value_text(loader, target),
                         number_plain(loader->arena, target->upper, 10)),
            arena_format(loader->arena, "%d", decimals));
}

/* ---- places ---- */

static bool ranked_together(const struct area *a, const struct area *b)
{
    return a->role == ROLE_AREA && a->parent && a->parent == b->parent && strcmp(a->group, b->group) == 0 &&
           strcmp(a->group, "-") != 0;
}

static size_t group_size(const struct dataset *dataset, const struct area *area)
{
    size_t count = 0;
    for (size_t i = 0; i < dataset->area_count; i++)
        count += ranked_together(&dataset->areas[i], area);
    return count;
}

/* Of the areas that the target is for, how many the largest group has. Those of `*` are counted by their parents. */
static size_t places_of(const struct dataset *dataset, const struct target *target)
{
    if (target->scope == SCOPE_AREA)
        return group_size(dataset, target->area);
    size_t most = 0;
    const struct area *last = NULL;
    for (size_t i = 0; i < dataset->area_count; i++) {
        const struct area *area = &dataset->areas[i];
        bool meant = area->parent && (target->scope == SCOPE_ALL || strcmp(area->group, target->group) == 0);
        if (!meant || (last && ranked_together(area, last)))
            continue;
        size_t size = group_size(dataset, area);
        most = size > most ? size : most;
        last = area;
    }
    return most;
}

static void check_places(struct loader *loader, const struct target *target)
{
    if (measures[target->measure].counted != IN_PLACES)
        return;
    const struct op_row *op = &ops[target->op];
    long size = (long)places_of(loader->dataset, target);
    int order = number_compare_integer(target->value, size);
    bool first = number_compare_integer(target->value, 1) == 0;
    bool nobody = op->good == GOOD_BELOW ? op->strict && first : op->upper && order > 0;
    bool everybody = op->good == GOOD_BELOW && (op->strict ? order > 0 : order >= 0);
    if (!nobody && !everybody)
        return;
    struct where where = target_line(target);
    FINDING(loader->findings, nobody ? RULE_TARGET_NO_PLACE : RULE_TARGET_EASY, &where, value_text(loader, target),
            arena_format(loader->arena, "%ld", size));
}

/* ---- the areas' targets and their sum ---- */

static bool is_amount_at_least(const struct target *target)
{
    bool amount =
        target->measure == MEASURE_VALUE || target->measure == MEASURE_TOTAL || target->measure == MEASURE_MEAN;
    return amount && op_at_least(target->op) && target_is_number(target) && target->indicator->total == TOTAL_SUM &&
           !target->indicator->numerator;
}

static bool same_question(const struct target *a, const struct target *b)
{
    return a->indicator == b->indicator && a->measure == b->measure && a->from == b->from && a->to == b->to &&
           a->deadline == b->deadline && (!a->deadline || period_compare(a->due, b->due) == 0);
}

/* Which of two targets is the area's: its own before its group's before everybody's. */
static void offer(const struct target **best, const struct area *area, const struct target *target)
{
    bool meant = target->scope == SCOPE_AREA    ? target->area == area
                 : target->scope == SCOPE_GROUP ? strcmp(target->group, area->group) == 0
                                                : true;
    if (meant && (!*best || target->scope < (*best)->scope))
        *best = target;
}

/* For each of the area's children, its target that asks the same. */
static const struct target **targets_below(struct loader *loader, const struct target *total)
{
    const struct dataset *dataset = loader->dataset;
    const struct area *area = total->area;
    const struct target **below = arena_alloc(loader->arena, area->child_count * sizeof *below);
    size_t *position = arena_alloc(loader->arena, dataset->area_count * sizeof *position); /* from 1 */
    for (size_t c = 0; c < area->child_count; c++)
        position[area->children[c]->index] = c + 1;
    for (size_t i = 0; i < dataset->target_count; i++) {
        const struct target *t = &dataset->targets[i];
        if (t == total || !same_question(t, total))
            continue;
        if (t->scope != SCOPE_AREA)
            for (size_t c = 0; c < area->child_count; c++)
                offer(&below[c], area->children[c], t);
        else if (position[t->area->index])
            offer(&below[position[t->area->index] - 1], t->area, t);
    }
    return below;
}

static bool is_twin(const struct dataset *dataset, const struct target *target)
{
    for (size_t i = 0; i < dataset->target_count; i++)
        if (dataset->targets[i].twin == target)
            return true;
    return false;
}

/* What the areas are to reach together need not be what the region is; but it should be known. */
static void check_sum(struct loader *loader, const struct target *total)
{
    if (total->scope != SCOPE_AREA || total->area->child_count < 2 || !is_amount_at_least(total) ||
        is_twin(loader->dataset, total))
        return;
    struct arena *arena = loader->arena;
    const struct target **below = targets_below(loader, total);
    const struct number *sum = number_integer(arena, 0);
    long parts = 0;
    for (size_t c = 0; c < total->area->child_count; c++) {
        if (!total->area->children[c]->in_total)
            continue;
        if (!below[c] || !is_amount_at_least(below[c]))
            return;
        sum = number_add(arena, sum, below[c]->value);
        parts++;
    }
    const struct number *gap = number_subtract(arena, sum, total->value);
    const struct number *room =
        number_multiply(arena, number_ten(arena, -total->indicator->decimals), number_ratio(arena, parts, 2));
    if (parts < 2 || number_compare(number_absolute(arena, gap), room) <= 0)
        return;
    struct where where = target_line(total);
    FINDING(loader->findings, RULE_TARGET_SUM, &where, value_text(loader, total), number_plain(arena, sum, 10),
            number_plain(arena, number_absolute(arena, gap), 10), number_sign(gap) > 0 ? "多" : "少");
}

void targets_check_sense(struct loader *loader)
{
    static void (*const checks[])(struct loader *, const struct target *) = {check_whole, check_room, check_places,
                                                                             check_sum};
    const struct dataset *dataset = loader->dataset;
    for (size_t i = 0; i < dataset->target_count; i++)
        for (size_t c = 0; c < sizeof checks / sizeof *checks && target_is_number(&dataset->targets[i]); c++)
            checks[c](loader, &dataset->targets[i]);
    targets_check_likes(loader);
}
