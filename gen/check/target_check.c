/* SPDX-License-Identifier: MIT */
#include "check/target_reading.h"

#include "check/measure.h"
#include "check/ops.h"

#include <string.h>

/* ---- one target ---- */

static bool lacks_measure(const struct target *target)
{
    return !measure_applies(target->measure, target->indicator);
}

static bool lacks_upper(const struct target *target)
{
    return ops[target->op].upper && !target->upper;
}

static bool upside_down(const struct target *target)
{
    return target->upper && target_is_number(target) && number_compare(target->upper, target->value) < 0;
}

static bool negative_tolerance(const struct target *target)
{
    return target->tolerance && number_sign(target->tolerance) < 0;
}

/* A milestone is reported as 0 or 1, which is a value. */
static bool milestone_of_growth(const struct target *target)
{
    return target_is_milestone(target) && target->measure != MEASURE_VALUE;
}

static bool on_reference(const struct target *target)
{
    return target->area && target->area->role == ROLE_REFERENCE;
}

static bool against_itself(const struct target *target)
{
    return target->of_area && target->of_area == target->area;
}

static bool above_the_top(const struct target *target)
{
    return target->of_parent && target->area && !target->area->parent;
}

/* Sums and averages over years begin somewhere. */
static bool lacks_start(const struct target *target)
{
    return measures[target->measure].over_years && target->from == 0;
}

static bool is_of_places(const struct target *target)
{
    return measures[target->measure].counted == IN_PLACES;
}

static bool no_place(const struct target *target)
{
    return is_of_places(target) && target_is_number(target) &&
           (!number_is_integer(target->value) || number_sign(target->value) <= 0);
}

/* The op asks for a comparison with another area, not for a number. */
static bool compares_nothing(const struct target *target)
{
    return target->op == OP_COMPARE && target_is_number(target);
}

/* A flow is filled up over the year: what it comes to in the middle of one is no total. */
static bool flow_within_year(const struct target *target)
{
    return target_of_years_total(target) && target->due.frequency != FREQUENCY_YEAR;
}

static bool never_ranked(const struct target *target)
{
    return is_of_places(target) && target->area && (!target->area->parent || strcmp(target->area->group, "-") == 0);
}

static bool rank_backwards(const struct target *target)
{
    return is_of_places(target) && op_at_least(target->op);
}

/* 力争 10, 目标 12: the harder of the two is the stretch. */
static bool stretch_easier(const struct target *target)
{
    if (!target->stretch || !target_is_number(target))
        return false;
    int order = number_compare(target->stretch, target->value);
    return op_at_least(target->op) ? order < 0 : order > 0;
}

static bool is_growth_number(const struct target *target)
{
    bool growth = target->measure == MEASURE_YOY || target->measure == MEASURE_CAGR ||
                  (target->measure == MEASURE_VALUE && target->indicator->kind == KIND_RATE);
    return growth && target_is_number(target);
}

/* 降低2% written as >= 2, >= -2 or <= 2 of what should fall. */
static bool fall_as_growth(const struct target *target)
{
    if (target->indicator->better != BETTER_LOWER || !is_growth_number(target))
        return false;
    enum op_good good = ops[target->op].good;
    return good == GOOD_ABOVE || (good == GOOD_BELOW && number_sign(target->value) > 0);
}

/* At most −2 of what should grow. */
static bool growth_as_fall(const struct target *target)
{
    return target->indicator->better == BETTER_HIGHER && is_growth_number(target) &&
           ops[target->op].good == GOOD_BELOW && number_sign(target->value) < 0;
}

/* In the order in which they are looked at; after an error the ones behind would only repeat it. */
static const struct {
    bool (*fails)(const struct target *);
    enum target_column column;
    enum rule rule;
} checks[] = {
    {on_reference, TARGET_AREA, RULE_TARGET_REFERENCE},
    {lacks_measure, TARGET_MEASURE, RULE_TARGET_MEASURE},
    {milestone_of_growth, TARGET_MEASURE, RULE_TARGET_MILESTONE_MEASURE},
    {lacks_upper, TARGET_UPPER, RULE_TARGET_UPPER},
    {upside_down, TARGET_UPPER, RULE_TARGET_UPSIDE_DOWN},
    {negative_tolerance, TARGET_TOLERANCE, RULE_NUMBER_NEGATIVE},
    {against_itself, TARGET_VALUE, RULE_TARGET_SELF},
    {above_the_top, TARGET_VALUE, RULE_TARGET_TOP},
    {compares_nothing, TARGET_VALUE, RULE_TARGET_COMPARE},
    {lacks_start, TARGET_FROM, RULE_TARGET_START},
    {flow_within_year, TARGET_TO, RULE_TARGET_FLOW_TERM},
    {never_ranked, TARGET_AREA, RULE_TARGET_UNRANKED},
    {no_place, TARGET_VALUE, RULE_TARGET_PLACE},
    {rank_backwards, TARGET_OP, RULE_TARGET_RANK_OP},
    {stretch_easier, TARGET_STRETCH, RULE_TARGET_STRETCH},
    {fall_as_growth, TARGET_VALUE, RULE_TARGET_FALL},
    {growth_as_fall, TARGET_VALUE, RULE_TARGET_GROWTH},
};

/* 控制在 2 以内 says in words that it is a cap, which the sign <= may also have been put for. */
static bool says_cap(const struct target_place *place, const struct target *target, enum rule rule)
{
    static const char *const signs[] = {"<=", "<", "≤"};
    const char *text = target_text(place, TARGET_OP);
    if ((rule != RULE_TARGET_FALL && rule != RULE_TARGET_GROWTH) || ops[target->op].good != GOOD_BELOW || !*text ||
        !place->sheet)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cell_same(text, signs[i]))
            return false;
    return true;
}

/* Sentences about a measure name it, and the indicator; the others the text of the cell. */
static void report_check(const struct target_place *place, const struct target *target, enum target_column column,
                         enum rule rule)
{
    struct where where = target_where(place, target, column);
    FINDING(place->loader->findings, rule, &where,
            column == TARGET_MEASURE || column == TARGET_FROM ? measure_name(target->measure)
                                                              : target_text(place, column),
            target->indicator->name);
}

void target_add(const struct target_place *place, const struct target *target)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (!checks[i].fails(target) || says_cap(place, target, checks[i].rule))
            continue;
        report_check(place, target, checks[i].column, checks[i].rule);
        if (rule_severity(checks[i].rule) == SEVERITY_ERROR)
            return;
    }
    ARRAY_ADD(place->loader->arena, place->list->items, place->list->count, *target);
}

/* ---- two targets ---- */

static bool same_scope(const struct target *a, const struct target *b)
{
    if (a->scope != b->scope)
        return false;
    return a->scope == SCOPE_AREA ? a->area == b->area : a->scope == SCOPE_ALL || strcmp(a->group, b->group) == 0;
}

/* A deadline and a yearly target stand side by side, and so do two deadlines. */
static bool same_years(const struct target *a, const struct target *b)
{
    if (a->deadline || b->deadline)
        return a->deadline && b->deadline && period_compare(a->due, b->due) == 0;
    bool always = (!a->from && !a->to) || (!b->from && !b->to);
    return always || (a->from <= b->to && b->from <= a->to);
}

static bool same_number(const struct number *a, const struct number *b)
{
    return !a == !b && (!a || number_compare(a, b) == 0);
}

static bool same_pace(const struct target *a, const struct target *b)
{
    bool same = a->pace_count == b->pace_count;
    for (size_t i = 0; i < a->pace_count && same; i++)
        same = number_compare(a->pace[i], b->pace[i]) == 0;
    return same;
}

/* Whether two targets of one scope, indicator, measure and year ask for the same. */
static bool same_goal(const struct target *a, const struct target *b)
{
    return a->op == b->op && a->of_parent == b->of_parent && a->of_area == b->of_area &&
           same_number(a->value, b->value) && same_number(a->upper, b->upper) && same_number(a->stretch, b->stretch) &&
           same_number(a->tolerance, b->tolerance) && a->range == b->range && a->hoped == b->hoped &&
           a->base_year == b->base_year && a->from == b->from && a->to == b->to && same_pace(a, b);
}

static void report_overlap(struct loader *loader, const struct target *first, const struct target *second,
                           enum rule rule)
{
    struct where where = {.file = second->file, .line = second->line, .indicator = second->indicator->id};
    const char *scope = second->scope == SCOPE_AREA    ? second->area->name
                        : second->scope == SCOPE_GROUP ? arena_format(loader->arena, "@%s", second->group)
                                                       : "*";
    if (second->scope == SCOPE_AREA)
        where.area = second->area->code;
    FINDING(loader->findings, rule, &where,
            arena_format(loader->arena, "%s %s %s", scope, second->indicator->name, measure_name(second->measure)),
            place_of_cell(loader->arena, first->file, first->line, 0));
}

/* What two documents say alike is one target, and the first of its rows stands for it. */
static void join_or_report(struct loader *loader, struct target *first, const struct target *second)
{
    bool same = same_goal(first, second);
    report_overlap(loader, first, second, same ? RULE_TARGET_SAME : RULE_TARGET_TWICE);
    if (same)
        first->twin = second;
}

void targets_check_overlaps(struct loader *loader, struct target_list *list)
{
    struct target *targets = list->items;
    size_t count = list->count;
    /* Targets of one indicator are chained, latest first, so that each is held only against its like. */
    size_t *latest = arena_alloc(loader->arena, loader->dataset->indicator_count * sizeof *latest);
    size_t *before = arena_alloc(loader->arena, count * sizeof *before);
    for (size_t i = 0; i < count; i++) {
        const struct target *target = &targets[i];
        size_t *chain = &latest[target->indicator->index];
        for (size_t j = *chain; j > 0; j = before[j - 1]) {
            struct target *other = &targets[j - 1];
            if (other->measure == target->measure && same_scope(other, target) && same_years(other, target)) {
                join_or_report(loader, other, target);
                break;
            }
        }
        before[i] = *chain;
        *chain = i + 1;
    }
}
