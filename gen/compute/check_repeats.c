/* SPDX-License-Identifier: MIT */
/* The same figure in two places where chance seldom puts it: copied from the row above, from the column beside, from
 * the table of the period before. Whole numbers repeat honestly, and so do figures of few digits. */
#include "compute/check_inside.h"

#include <stdlib.h>
#include <string.h>

enum { AREAS_FOR_CHANCE = 18 };

/* Ratios, index numbers above all, lie close together and move slowly. */
static bool is_amount(const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
}

/* How many significant digits it has; 0 for whole numbers. */
static int digits_of(const struct results *r, const struct number *number)
{
    if (number_is_integer(number))
        return 0;
    const char *text = results_plain(r, number);
    int digits = 0;
    for (text += strcspn(text, "123456789"); *text; text++)
        digits += *text != '.';
    return digits;
}

/* From how many digits two of `count` figures hardly agree by chance: one more for each tenfold, so that of a thousand
 * figures one does at the most. */
static int digits_needed(const struct results *r, size_t count)
{
    int digits = r->dataset->settings.outlier_digits;
    for (size_t most = AREAS_FOR_CHANCE; count > most; most *= 10)
        digits++;
    return digits;
}

/* ---- the period before, the year before ---- */

static bool repeats(const struct results *r, struct subject s, struct period period)
{
    const struct figure *now = results_figure(r, s, FIELD_VALUE);
    s.period = period;
    const struct figure *then = results_figure(r, s, FIELD_VALUE);
    return then && then != now && then->number && number_compare(now->number, then->number) == 0;
}

static void check_before(const struct results *r, struct subject s)
{
    const struct figure *now = results_figure(r, s, FIELD_VALUE);
    if (!now || !now->number || results_doubted(r, s) || !is_amount(s.indicator) ||
        digits_of(r, now->number) < r->dataset->settings.outlier_digits)
        return;
    struct period periods[] = {period_before(r->period), period_year_before(r->period, 1)};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (repeats(r, s, periods[i])) {
            DOUBT(r, s, RULE_REPEATS_PERIOD, now, period_name(r->arena, periods[i]), results_plain(r, now->number));
            return;
        }
}

/* ---- two areas, two indicators ---- */

/* A figure, and whether it is one of several or alone is told by the matches of its pair. */
struct entry {
    const struct number *number;
    size_t family; /* within which figures are compared */
    size_t at;     /* area or indicator */
};

struct match {
    size_t first, second; /* areas, or indicators */
    size_t other;         /* the indicator, or the area */
    bool enough;          /* one such match is one too many */
};

struct matches {
    struct match *items;
    size_t count;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    int order = number_compare(a->number, b->number);
    return order ? order : (a->at > b->at) - (a->at < b->at);
}

static int compare_matches(const void *left, const void *right)
{
    const struct match *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->second != b->second)
        return a->second < b->second ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

/* Each figure that equals the first of its value in the family is a match with that. */
static void match_entries(const struct results *r, struct entry *entries, size_t count, size_t other,
                          struct matches *matches)
{
    if (count)
        qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && entries[to].family == entries[from].family; to++)
            ;
        int needed = digits_needed(r, to - from);
        for (size_t first = from, i = from + 1; i < to; i++) {
            if (number_compare(entries[first].number, entries[i].number) != 0) {
                first = i;
                continue;
            }
            struct match match = {entries[first].at, entries[i].at, other, digits_of(r, entries[i].number) >= needed};
            ARRAY_ADD(r->arena, matches->items, matches->count, match);
        }
    }
}

/* The number of an area's own figure at P if it has enough digits, else NULL. */
static const struct number *telling_number(const struct results *r, struct subject s)
{
    const struct figure *figure = results_figure(r, s, FIELD_VALUE);
    bool telling = figure && figure->number && !results_doubted(r, s) && is_amount(s.indicator) &&
                   digits_of(r, figure->number) >= r->dataset->settings.outlier_digits;
    return telling ? figure->number : NULL;
}

static bool is_part(const struct indicator *part, const struct indicator *whole)
{
    for (; part; part = part->part_of)
        if (part->part_of == whole || part->numerator == whole || part->denominator == whole)
            return true;
    return false;
}

/* Indicators that may well have one figure: one is part of the other, or both stand in one sum. */
static bool are_related(const struct dataset *dataset, const struct indicator *a, const struct indicator *b)
{
    if (is_part(a, b) || is_part(b, a))
        return true;
    for (size_t i = 0; i < dataset->identity_count; i++) {
        const struct identity *identity = &dataset->identities[i];
        bool has_a = identity->total == a, has_b = identity->total == b;
        for (size_t p = 0; p < identity->part_count; p++) {
            has_a = has_a || identity->parts[p] == a;
            has_b = has_b || identity->parts[p] == b;
        }
        if (has_a && has_b)
            return true;
    }
    return false;
}

/* One finding for each pair: at the first of its matches, with how many there are. */
static void report_pairs(const struct results *r, struct matches *matches, bool areas)
{
    const struct dataset *d = r->dataset;
    if (matches->count)
        qsort(matches->items, matches->count, sizeof *matches->items, compare_matches);
    for (size_t i = 0, end; i < matches->count; i = end) {
        const struct match *match = &matches->items[i];
        bool enough = false;
        for (end = i; end < matches->count && matches->items[end].first == match->first &&
                      matches->items[end].second == match->second;
             end++)
            enough = enough || matches->items[end].enough;
        if (!enough && end - i < 2)
            continue;
        struct subject s = areas ? results_subject(r, &d->indicators[match->other], &d->areas[match->second])
                                 : results_subject(r, &d->indicators[match->second], &d->areas[match->other]);
        const struct figure *figure = results_figure(r, s, FIELD_VALUE);
        const char *twin = areas ? d->areas[match->first].name : d->indicators[match->first].name;
        DOUBT(r, s, areas ? RULE_REPEATS_AREA : RULE_REPEATS_INDICATOR, figure, twin,
              arena_format(r->arena, "%zu", end - i), results_plain(r, figure->number));
        for (size_t k = i; k < end; k++) {
            size_t indicator = areas ? matches->items[k].other : match->second;
            size_t area = areas ? match->second : matches->items[k].other;
            results_set_doubted(r, results_subject(r, &d->indicators[indicator], &d->areas[area]), DOUBTED);
        }
    }
}

static void check_areas(const struct results *r)
{
    const struct dataset *d = r->dataset;
    struct entry *entries = arena_alloc(r->arena, (d->area_count + 1) * sizeof *entries);
    struct matches matches = {0};
    for (size_t i = 0; i < d->indicator_count; i++) {
        size_t count = 0;
        for (size_t a = 0; a < d->area_count; a++) {
            const struct area *area = &d->areas[a];
            const struct number *number =
                area->parent ? telling_number(r, results_subject(r, &d->indicators[i], area)) : NULL;
            if (number)
                entries[count++] = (struct entry){number, area->parent->index, a};
        }
        match_entries(r, entries, count, i, &matches);
    }
    report_pairs(r, &matches, true);
}

static void check_indicators(const struct results *r)
{
    const struct dataset *d = r->dataset;
    struct entry *entries = arena_alloc(r->arena, (d->indicator_count + 1) * sizeof *entries);
    struct matches found = {0}, matches = {0};
    for (size_t a = 0; a < d->area_count; a++) {
        size_t count = 0;
        for (size_t i = 0; d->areas[a].role != ROLE_REFERENCE && i < d->indicator_count; i++) {
            const struct number *number = telling_number(r, results_subject(r, &d->indicators[i], &d->areas[a]));
            if (number)
                entries[count++] = (struct entry){number, 0, i};
        }
        match_entries(r, entries, count, a, &found);
    }
    for (size_t i = 0; i < found.count; i++)
        if (!are_related(d, &d->indicators[found.items[i].first], &d->indicators[found.items[i].second]))
            ARRAY_ADD(r->arena, matches.items, matches.count, found.items[i]);
    report_pairs(r, &matches, false);
}

void check_repeats(const struct results *r)
{
    for (size_t i = 0; i < r->dataset->indicator_count; i++)
        for (size_t a = 0; a < r->dataset->area_count; a++)
            if (r->dataset->areas[a].role != ROLE_REFERENCE)
                check_before(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]));
    check_areas(r);
    check_indicators(r);
}
