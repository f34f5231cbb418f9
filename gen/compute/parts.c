/* SPDX-License-Identifier: MIT */
#include "compute/parts.h"

#include "base/text.h"
#include "compute/define.h"

#include <string.h>

/* ---- a figure in a formula ---- */

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

bool formula_part(struct engine *e, const char *figure, struct subject s, struct part *part)
{
    bool as_compared = *figure++ == '[';
    size_t length = strcspn(figure, "'-<@]}");
    enum measure measure = figure_measure(figure, length, s.indicator);
    bool there = figure_subject(e->dataset, figure + length, &s);
    *part = (struct part){measure, s, as_compared};
    return there;
}

enum measure result_measure(struct engine *e, const struct result *result)
{
    return (enum measure)(result->definition - e->definitions);
}

/* ---- the parts of a figure ---- */

struct list {
    struct engine *engine;
    struct part *items;
    size_t count;
};

static void add_part(struct list *list, struct part part)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct part *known = &list->items[i];
        if (known->measure == part.measure && known->subject.indicator == part.subject.indicator &&
            known->subject.area == part.subject.area && period_compare(known->subject.period, part.subject.period) == 0)
            return;
    }
    ARRAY_ADD(list->engine->arena, list->items, list->count, part);
}

static void add_measure(struct list *list, enum measure measure, struct subject s)
{
    add_part(list, (struct part){measure, s, false});
}

static void add_formula(struct list *list, const char *formula, struct subject s)
{
    for (formula += strcspn(formula, "{["); *formula; formula += strcspn(formula, "{[")) {
        struct part part;
        if (formula_part(list->engine, formula, s, &part))
            add_part(list, part);
        formula += strcspn(formula, "}]");
    }
}

static void add_children(struct list *list, enum measure measure, struct subject s)
{
    for (size_t i = 0; i < s.area->child_count; i++)
        if (s.area->children[i]->in_total)
            add_measure(list, measure, subject_in(s, s.area->children[i]));
}

/* basis single: the year's own up to P; in its first period that is the figure itself, which has no parts. */
static void add_singles(struct list *list, struct subject s)
{
    struct period at = s.period, before;
    if (!period_before_in_year(at, &before))
        return;
    do
        add_measure(list, MEASURE_SINGLE, subject_at(s, at));
    while (period_before_in_year(at, &at));
}

static void add_whole_years(struct list *list, struct subject s)
{
    add_measure(list, MEASURE_VALUE, s);
    for (int year = s.period.year - 1; year >= s.from; year--)
        add_measure(list, MEASURE_VALUE, subject_at(s, period_year_end(s.period, year)));
}

static void add_growth(struct list *list, struct subject s, int years)
{
    if (years >= 1 && define_grows_by_levels(list->engine, s, years)) {
        add_measure(list, MEASURE_VALUE, s);
        add_measure(list, MEASURE_VALUE, subject_at(s, period_year_before(s.period, years)));
        return;
    }
    for (int k = 0; k < years; k++)
        add_measure(list, MEASURE_YOY, subject_at(s, period_year_before(s.period, k)));
}

static bool is_single(const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW && indicator->basis == BASIS_SINGLE;
}

/* What a figure of basis single, or one without a figure, could have been added up from. */
static void add_value(struct list *list, const struct result *r, struct subject s)
{
    if (s.indicator->numerator) {
        struct subject above = s, below = s;
        above.indicator = s.indicator->numerator;
        below.indicator = s.indicator->denominator;
        add_measure(list, MEASURE_VALUE, above);
        add_measure(list, MEASURE_VALUE, below);
    } else if (!r->number && s.indicator->total == TOTAL_SUM && s.area->child_count) {
        add_children(list, MEASURE_VALUE, s);
    } else if (is_single(s.indicator)) {
        add_singles(list, s);
    }
}

static void add_computed(struct list *list, enum measure measure, const struct result *r, struct subject s)
{
    switch (measure) {
    case MEASURE_VALUE:
        add_value(list, r, s);
        break;
    case MEASURE_SINGLE:
        add_formula(list, SINGLE_FORMULA, s);
        break;
    case MEASURE_QOQ:
        if (define_spans_two_months(s))
            add_measure(list, periodic_measure(s.indicator), s);
        else
            add_formula(list, r->definition->formula, s);
        break;
    case MEASURE_CAGR:
        add_growth(list, s, s.period.year - s.from + 1);
        break;
    case MEASURE_AVG2:
        add_growth(list, s, 2);
        break;
    case MEASURE_TOTAL:
    case MEASURE_MEAN:
        add_whole_years(list, s);
        break;
    default:
        add_formula(list, r->definition->formula, s);
    }
}

size_t measure_parts(struct engine *e, enum measure measure, struct subject s, const struct part **parts)
{
    const struct result *r = measure_of(e, measure, s);
    struct list list = {.engine = e};
    enum measure as = result_measure(e, r);
    bool single = as == MEASURE_SINGLE && is_single(s.indicator);
    bool could_sum = s.indicator->total == TOTAL_SUM && s.area->child_count;
    if (r->origin == ORIGIN_SUMMED || (single && !r->number && could_sum))
        add_children(&list, as, s);
    else if (r->origin != ORIGIN_REPORTED && !single)
        add_computed(&list, as, r, s);
    *parts = list.items;
    return list.count;
}
