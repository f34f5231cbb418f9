/* SPDX-License-Identifier: MIT */
/* The arithmetic behind a figure, with its numbers filled in.
 *
 * In a row of measure_rows.h a figure of the formula stands in braces: {yoy'@parent}, or in square brackets when it is
 * the compared figure. It is a measure's id, or ranked or periodic for the measure that the kind decides; then when, as
 * seen from P: ' a year earlier, - the period before, < the period before in the same year; then whose, where it isn't
 * the area itself. */
#include "compute/define.h"
#include "compute/parts.h"
#include "compute/ratio.h"

#include <string.h>

/* Negative numbers in brackets, so that the arithmetic reads right. */
static void add_number(struct buffer *out, const struct number *number)
{
    const char *text = number_plain(out->arena, number, 10);
    buffer_format(out, number_sign(number) < 0 ? "(%s)" : "%s", text);
}

static bool add_figure(struct engine *e, struct buffer *out, const char *figure, struct subject s)
{
    struct part part;
    if (!formula_part(e, figure, s, &part))
        return false;
    const struct result *result = measure_of(e, part.measure, part.subject);
    const struct number *number = part.compared ? compared(e, result) : result->number;
    if (number)
        add_number(out, number);
    return number != NULL;
}

static const char *fill_formula(struct engine *e, const char *formula, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    for (;;) {
        size_t plain = strcspn(formula, "{[");
        buffer_add_n(&out, formula, plain);
        formula += plain;
        if (!*formula)
            return buffer_text(&out);
        if (!add_figure(e, &out, formula, s))
            return "";
        formula += strcspn(formula, "}]") + 1;
    }
}

const char *growth_arithmetic(struct engine *e, const struct result *now, const struct result *base)
{
    struct buffer out = {.arena = engine_arena(e)};
    const struct result *figures[] = {now, base, base};
    static const char *const before[] = {"(", "-", ")/"};
    for (size_t i = 0; i < 3; i++) {
        buffer_add(&out, before[i]);
        add_number(&out, figures[i]->number);
    }
    buffer_add(&out, "*100");
    return buffer_text(&out);
}

const char *children_arithmetic(struct engine *e, enum measure measure, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    for (size_t i = 0; i < s.area->child_count; i++) {
        struct subject child = {s.indicator, s.area->children[i], s.period, 0};
        const struct result *part = measure_of(e, measure, child);
        if (!child.area->in_total || !part->number)
            continue;
        if (out.length)
            buffer_add(&out, "+");
        add_number(&out, part->number);
    }
    return buffer_text(&out);
}

/* 3/90*100: in the ratio's unit. */
static const char *quotient_formula(struct engine *e, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    struct subject above = s, below = s;
    above.indicator = s.indicator->numerator;
    below.indicator = s.indicator->denominator;
    add_number(&out, measure_of(e, MEASURE_VALUE, above)->number);
    buffer_add(&out, "/");
    add_number(&out, measure_of(e, MEASURE_VALUE, below)->number);
    const struct number *scale = ratio_scale(out.arena, s.indicator);
    if (number_compare_integer(scale, 1) != 0)
        buffer_format(&out, "*%s", number_plain(out.arena, scale, 16));
    return buffer_text(&out);
}

/* The cells of a finer series added up. */
static const char *cells_formula(struct engine *e, const struct result *result)
{
    struct buffer out = {.arena = engine_arena(e)};
    const struct figure *const *figures;
    size_t count = result_cells(out.arena, result, &figures);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&out, i ? "+" : "");
        add_number(&out, figures[i]->number);
    }
    return buffer_text(&out);
}

/* value of a computed kind: a quotient, or the year's singles added up. */
const char *value_formula(struct engine *e, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    if (s.indicator->numerator)
        return quotient_formula(e, s);
    struct period before;
    if (!period_before_in_year(s.period, &before))
        return cells_formula(e, measure_of(e, MEASURE_VALUE, s));
    struct period at = s.period;
    do {
        struct subject part = {s.indicator, s.area, at, 0};
        const struct result *single = measure_of(e, MEASURE_SINGLE, part);
        if (!single->number)
            return "";
        if (out.length)
            buffer_add(&out, "+");
        add_number(&out, single->number);
    } while (period_before_in_year(at, &at));
    return buffer_text(&out);
}

/* A single of basis single that is no cell of its own is the sum of a finer series. */
const char *single_formula(struct engine *e, struct subject s)
{
    const struct result *single = measure_of(e, MEASURE_SINGLE, s);
    return s.indicator->basis == BASIS_SINGLE ? cells_formula(e, single) : fill_formula(e, SINGLE_FORMULA, s);
}

/* As it was computed: from the levels at both ends, or from the rates of the years. */
static const char *growth_formula(struct engine *e, struct subject s, int years)
{
    struct buffer factors = {.arena = engine_arena(e)};
    if (define_grows_by_levels(e, s, years)) {
        add_number(&factors, subject_value(e, s)->number);
        buffer_add(&factors, "/");
        add_number(&factors, subject_value(e, subject_at(s, period_year_before(s.period, years)))->number);
        return arena_format(factors.arena, "((%s)^(1/%d)-1)*100", buffer_text(&factors), years);
    }
    for (int k = 0; k < years; k++) {
        struct subject year = {s.indicator, s.area, period_year_before(s.period, k), 0};
        const struct result *yoy = measure_of(e, MEASURE_YOY, year);
        if (!yoy->number)
            return "";
        buffer_add(&factors, k ? "*(1+" : "(1+");
        add_number(&factors, yoy->number);
        buffer_add(&factors, "/100)");
    }
    return arena_format(factors.arena, "((%s)^(1/%d)-1)*100", buffer_text(&factors), years);
}

const char *cagr_formula(struct engine *e, struct subject s)
{
    return growth_formula(e, s, s.period.year - s.from + 1);
}

const char *avg2_formula(struct engine *e, struct subject s)
{
    return growth_formula(e, s, 2);
}

/* P's own figure, then the whole years before, the latest first. */
const char *total_formula(struct engine *e, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    for (int year = s.period.year; year >= s.from; year--) {
        struct period period = year == s.period.year ? s.period : period_year_end(s.period, year);
        const struct result *value = measure_of(e, MEASURE_VALUE, (struct subject){s.indicator, s.area, period, 0});
        if (!value->number)
            return "";
        buffer_add(&out, out.length ? "+" : "");
        add_number(&out, value->number);
    }
    return buffer_text(&out);
}

const char *mean_formula(struct engine *e, struct subject s)
{
    const char *total = total_formula(e, s);
    int months = (s.period.year - s.from) * 12 + period_months(s.period);
    return *total ? arena_format(engine_arena(e), "(%s)/(%d/12)", total, months) : "";
}

const char *measure_formula(struct engine *e, enum measure measure, struct subject s)
{
    const struct result *result = measure_of(e, measure, s);
    const struct definition *definition = result->definition;
    if (!result->number || result->origin == ORIGIN_REPORTED)
        return "";
    if (result->origin == ORIGIN_SUMMED)
        return children_arithmetic(e, result_measure(e, result), s);
    return definition->formula ? fill_formula(e, definition->formula, s) : definition->formula_by(e, s);
}
