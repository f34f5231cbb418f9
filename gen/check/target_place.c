/* SPDX-License-Identifier: MIT */
/* One part of a target, in either shape: where it stands, what it says, and what can be said about it. */
#include "check/measure.h"
#include "check/target_reading.h"
#include "check/unit.h"

struct where target_where(const struct target_place *place, const struct target *target, enum target_column column)
{
    struct where where = place->sheet ? sheet_where(place->sheet, (int)column) : place->cell;
    if (target->area)
        where.area = target->area->code;
    if (target->indicator)
        where.indicator = target->indicator->id;
    return where;
}

const char *target_text(const struct target_place *place, enum target_column column)
{
    return place->sheet ? sheet_text(place->sheet, (int)column) : place->text;
}

void target_report(const struct target_place *place, const struct target *target, enum target_column column,
                   enum rule rule)
{
    struct where where = target_where(place, target, column);
    FINDING(place->loader->findings, rule, &where, target_text(place, column));
}

/* What is said of a cell that figure_read refuses. */
static const enum rule refusals[] = {
    [FIGURE_LOSS] = RULE_TARGET_NUMBER,           [FIGURE_DATE] = RULE_DATE_MANGLED,
    [FIGURE_SCIENTIFIC] = RULE_NUMBER_SCIENTIFIC, [FIGURE_GROUPING] = RULE_NUMBER_GROUPING,
    [FIGURE_PERCENT] = RULE_TARGET_PERCENT,       [FIGURE_INVALID] = RULE_TARGET_NUMBER,
};

bool target_is_missing(struct arena *arena, const char *text)
{
    const struct number *number;
    return figure_read(arena, text, FIGURE_PLAIN, false, &number) == FIGURE_MISSING;
}

const struct number *target_amount(const struct target_place *place, const struct target *target,
                                   enum target_column column, const char *text, enum figure_scale scale)
{
    const struct number *number = NULL;
    enum figure_state state = figure_read(place->loader->arena, text, scale, target_is_growth(target, scale), &number);
    if (state != FIGURE_NUMBER)
        target_report(place, target, column, state == FIGURE_MISSING ? RULE_TARGET_NUMBER : refusals[state]);
    return number;
}

bool target_is_growth(const struct target *target, enum figure_scale scale)
{
    return scale != FIGURE_PLAIN && (target->measure != MEASURE_VALUE || target->indicator->kind == KIND_RATE);
}

enum figure_scale target_scale(const struct target *target)
{
    if (measure_in_percent(target->measure, target->indicator))
        return FIGURE_IN_PERCENT;
    return target->measure == MEASURE_VALUE && unit_is_permille(target->indicator->unit) ? FIGURE_IN_PERMILLE
                                                                                         : FIGURE_PLAIN;
}

enum target_op target_default_op(const struct target *target)
{
    bool fewer = measures[target->measure].counted == IN_PLACES || target->indicator->better == BETTER_LOWER;
    return fewer ? OP_AT_MOST : OP_AT_LEAST;
}
