/* SPDX-License-Identifier: MIT */
/* The arithmetic behind a figure, with its numbers filled in.
 *
 * In a row of measure_rows.h a figure of the formula stands in braces: {yoy'@parent}, or in square brackets when it is
 * the compared figure. It is a measure's id, or ranked or periodic for the measure that the kind decides; then when, as
 * seen from P: ' a year earlier, - the period before, < the period before in the same year; then whose, where it isn't
 * the area itself. */
#include "base/text.h"
#include "compute/define.h"

#include <string.h>

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static enum measure figure_measure(const char *name, size_t length, const struct indicator *indicator)
{
    if (is_word(name, length, "ranked"))
        return rank_measure(indicator);
    if (is_word(name, length, "periodic"))
        return periodic_measure(indicator);
    enum measure measure = MEASURE_VALUE;
    while (measure < MEASURE_COUNT && !is_word(name, length, measures[measure].id))
        measure++;
    return measure;
}

/* Takes the marks behind a figure's name; false where there is no such period or area. */
static bool figure_subject(const struct dataset *dataset, const char *marks, struct subject *s)
{
    for (; *marks == '\'' || *marks == '-' || *marks == '<'; marks++) {
        if (*marks == '\'')
            s->period = period_year_before(s->period, 1);
        else if (*marks == '-')
            s->period = period_before(s->period);
        else if (!period_before_in_year(s->period, &s->period))
            return false;
    }
    if (text_starts(marks, "@region"))
        s->area = dataset->region;
    else if (text_starts(marks, "@parent"))
        s->area = s->area->parent;
    else if (text_starts(marks, "@reference"))
        s->area = reference_area(dataset);
    return s->area != NULL;
}

/* Negative numbers in brackets, so that the arithmetic reads right. */
static void add_number(struct buffer *out, const struct number *number)
{
    const char *text = number_plain(out->arena, number, 10);
    buffer_format(out, number_sign(number) < 0 ? "(%s)" : "%s", text);
}

static bool add_figure(struct engine *e, struct buffer *out, const char *figure, struct subject s)
{
    bool as_compared = *figure++ == '[';
    size_t length = strcspn(figure, "'-<@]}");
    enum measure measure = figure_measure(figure, length, s.indicator);
    if (!figure_subject(engine_dataset(e), figure + length, &s))
        return false;
    const struct result *result = measure_of(e, measure, s);
    const struct number *number = as_compared ? compared(e, result) : result->number;
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

static const char *sum_formula(struct engine *e, enum measure measure, struct subject s)
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

/* value of a computed kind: a quotient, or the year's singles added up. */
const char *value_formula(struct engine *e, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    if (s.indicator->numerator) {
        struct subject above = s, below = s;
        above.indicator = s.indicator->numerator;
        below.indicator = s.indicator->denominator;
        add_number(&out, measure_of(e, MEASURE_VALUE, above)->number);
        buffer_add(&out, "/");
        add_number(&out, measure_of(e, MEASURE_VALUE, below)->number);
        return buffer_text(&out);
    }
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

const char *cagr_formula(struct engine *e, struct subject s)
{
    struct buffer factors = {.arena = engine_arena(e)};
    int years = s.period.year - s.from + 1;
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
        return sum_formula(e, (enum measure)(definition - e->definitions), s);
    return definition->formula ? fill_formula(e, definition->formula, s) : definition->formula_by(e, s);
}
