/* SPDX-License-Identifier: MIT */
/* The same figure in two places where chance seldom puts it: copied from the row above, from the column beside, from
 * the table of the period before. Whole numbers repeat honestly, and so do figures of few digits. */
#include "compute/check_inside.h"
#include "compute/house_check.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { AREAS_FOR_CHANCE = 18, COPIED = 3 }; /* from three figures on, more than one cell was copied */

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

/* A figure at P that is that of an earlier period. */
struct repeat {
    struct subject subject;
    const struct figure *now;
    struct period then;
    bool telling; /* alone it would be said; others count beside such */
};

static const struct figure *figure_then(const struct results *r, const struct repeat *repeat)
{
    struct subject then = repeat->subject;
    then.period = repeat->then;
    return results_figure(r, then, FIELD_VALUE);
}

/* Whether the subject's figure is that of the period before, else of the year before. */
static bool find_repeat(const struct results *r, struct subject s, struct repeat *found)
{
    const struct figure *now = results_figure(r, s, FIELD_VALUE);
    if (!now || !now->number || !is_amount(s.indicator))
        return false;
    bool telling = digits_of(r, now->number) >= r->dataset->settings.outlier_digits;
    struct period periods[] = {period_before(r->period), period_year_before(r->period, 1)};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (repeats(r, s, periods[i])) {
            *found = (struct repeat){s, now, periods[i], telling};
            return true;
        }
    return false;
}

static bool same_table(const struct repeat *a, const struct repeat *b)
{
    return period_compare(a->then, b->then) == 0 && strcmp(a->now->file, b->now->file) == 0;
}

/* Of a table several of whose figures are those of an earlier period: once, at the first. */
static void report_table(const struct results *r, const struct repeat *first, size_t count)
{
    DOUBT(r, first->subject, RULE_REPEATS_TABLE, first->now, period_name(r->arena, first->then),
          arena_format(r->arena, "%zu", count), figure_then(r, first)->file, results_plain(r, first->now->number));
}

/* Tables of an earlier period that were handed in again; what is left of them are single figures. A figure that is
 * vouched for, or far from its history, is looked at alone. */
static void report_repeat(const struct results *r, const struct repeat *list, size_t count, size_t at)
{
    const struct repeat *one = &list[at];
    size_t telling = 0, same = 0;
    bool vouched = figure_verified(r->engine, one->subject) != NULL;
    for (size_t k = 0; k < count && !vouched; k++)
        if (same_table(one, &list[k]) && !figure_verified(r->engine, list[k].subject)) {
            telling += list[k].telling;
            same++;
        }
    if (telling >= COPIED) {
        report_table(r, one, same);
        for (size_t k = 0; k < count; k++)
            if (same_table(one, &list[k]) && !figure_verified(r->engine, list[k].subject))
                results_set_doubted(r, list[k].subject, BLAMED);
    } else if (one->telling && !one->now->doubt) {
        DOUBT(r, one->subject, RULE_REPEATS_PERIOD, one->now, period_name(r->arena, one->then),
              results_plain(r, one->now->number));
    }
}

static void check_periods(const struct results *r)
{
    struct repeat *list = NULL, found;
    size_t count = 0;
    for (size_t i = 0; i < r->dataset->indicator_count; i++)
        for (size_t a = 0; a < r->dataset->area_count; a++)
            if (r->dataset->areas[a].role != ROLE_REFERENCE &&
                find_repeat(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]), &found))
                ARRAY_ADD(r->arena, list, count, found);
    for (size_t i = 0; i < count; i++)
        if (!results_doubted(r, list[i].subject))
            report_repeat(r, list, count, i);
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

/* The two figures of a match. */
static struct subject match_subject(const struct results *r, const struct match *match, bool areas, bool second)
{
    const struct dataset *d = r->dataset;
    size_t at = second ? match->second : match->first;
    return areas ? results_subject(r, &d->indicators[match->other], &d->areas[at])
                 : results_subject(r, &d->indicators[at], &d->areas[match->other]);
}

static const char *match_file(const struct results *r, const struct match *match, bool areas, bool second)
{
    return results_figure(r, match_subject(r, match, areas, second), FIELD_VALUE)->file;
}

/* All that the two have in common, figures that alone tell nothing too: given when enough of them tell that one was
 * copied. */
static struct matches common_matches(const struct results *r, const struct match *match, bool areas)
{
    struct matches all = {0};
    size_t others = areas ? r->dataset->indicator_count : r->dataset->area_count;
    for (size_t i = 0; i < others; i++) {
        struct match at = {match->first, match->second, i, true};
        struct subject a = match_subject(r, &at, areas, false), b = match_subject(r, &at, areas, true);
        const struct figure *first = results_figure(r, a, FIELD_VALUE), *second = results_figure(r, b, FIELD_VALUE);
        bool both = first && first->number && second && second->number;
        if (both && is_amount(a.indicator) && a.area->role != ROLE_REFERENCE &&
            number_compare(first->number, second->number) == 0)
            ARRAY_ADD(r->arena, all.items, all.count, at);
    }
    return all;
}

/* Whether several figures of one file are those of another: not a row or a column of a table, but all of it. */
static bool is_table(const struct results *r, const struct match *matches, size_t count, bool areas)
{
    const char *from = match_file(r, matches, areas, false), *to = match_file(r, matches, areas, true);
    for (size_t i = 1; i < count; i++)
        if (strcmp(match_file(r, &matches[i], areas, false), from) != 0 ||
            strcmp(match_file(r, &matches[i], areas, true), to) != 0)
            return false;
    return count >= COPIED && strcmp(from, to) != 0;
}

/* Which of the two was copied is not known: nothing more is said of either, nor of sums they are in. */
static void doubt_pair(const struct results *r, const struct match *matches, size_t count, bool areas)
{
    bool copied = count >= COPIED;
    for (size_t i = 0; i < count; i++) {
        results_set_doubted(r, match_subject(r, &matches[i], areas, true), copied ? BLAMED : DOUBTED);
        if (copied)
            results_set_doubted(r, match_subject(r, &matches[i], areas, false), BLAMED);
    }
}

/* One finding for each pair: at the first of its matches, with how many there are. */
static void report_pair(const struct results *r, const struct match *matches, size_t count, bool areas)
{
    const struct dataset *d = r->dataset;
    if (count >= COPIED) {
        struct matches all = common_matches(r, matches, areas);
        assert(all.count); /* those at hand are among them */
        matches = all.items;
        count = all.count;
    }
    struct subject s = match_subject(r, matches, areas, true);
    const struct figure *figure = results_figure(r, s, FIELD_VALUE);
    const char *twin = areas ? d->areas[matches->first].name : d->indicators[matches->first].name;
    const char *number = arena_format(r->arena, "%zu", count), *plain = results_plain(r, figure->number);
    if (count < COPIED && figure->doubt)
        return;
    if (is_table(r, matches, count, areas))
        DOUBT(r, s, RULE_REPEATS_TABLE, figure, twin, number, match_file(r, matches, areas, false), plain);
    else
        DOUBT(r, s, areas ? RULE_REPEATS_AREA : RULE_REPEATS_INDICATOR, figure, twin, number, plain);
    if (!figure_verified(r->engine, s))
        doubt_pair(r, matches, count, areas);
}

static void report_pairs(const struct results *r, struct matches *matches, bool areas)
{
    if (matches->count)
        qsort(matches->items, matches->count, sizeof *matches->items, compare_matches);
    for (size_t i = 0, end; i < matches->count; i = end) {
        const struct match *match = &matches->items[i];
        bool enough = false;
        for (end = i; end < matches->count && matches->items[end].first == match->first &&
                      matches->items[end].second == match->second;
             end++)
            enough = enough || matches->items[end].enough;
        if (enough || end - i > 1)
            report_pair(r, match, end - i, areas);
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
    check_periods(r);
    check_areas(r);
    check_indicators(r);
}
