/* SPDX-License-Identifier: MIT */
/* Sums that don't come out, with the one cell that would explain it where there is one; quotients that can't be;
 * figures counted from January that fall. */
#include "compute/check_inside.h"

#include "check/unit.h"

#include <string.h>

enum { MOST_TENS = 9, SHARE_MOST = 100, QUOTIENT_MOST = 1000 };

/* ---- what would explain it ---- */

/* A figure of a sum: the total (factor −1), or a part, by what it is multiplied to be in the total's unit. */
struct term {
    struct subject subject;
    const struct result *result;
    const struct number *factor;
};

struct parts_sum {
    struct subject total;
    const struct number *gap, *room; /* the parts less the total; what rounding explains */
    struct term *terms;
    size_t count;
};

struct explanation {
    size_t count; /* how many cells would explain it */
    enum rule rule;
    const struct term *term;
    const struct number *meant;
    const char *unit; /* RULE_SUM_UNIT */
};

static bool explains(const struct results *r, const struct parts_sum *sum, const struct term *term,
                     const struct number *meant)
{
    const struct number *change = number_subtract(r->arena, meant, term->result->number);
    const struct number *left = number_add(r->arena, sum->gap, number_multiply(r->arena, change, term->factor));
    return number_compare(number_absolute(r->arena, left), sum->room) <= 0;
}

static void offer(struct explanation *best, const struct explanation *found)
{
    size_t count = best->count + 1;
    *best = *found;
    best->count = count;
}

/* Each two neighbouring digits changed about. */
static void try_transposed(const struct results *r, const struct parts_sum *sum, const struct term *term,
                           struct explanation *best)
{
    const char *plain = results_plain(r, term->result->number), *point = strchr(plain, '.');
    int places = point ? (int)strlen(point + 1) : 0, decimals = term->subject.indicator->decimals;
    char *text = number_text(r->arena, term->result->number, places > decimals ? places : decimals, ROUND_HALF_UP);
    for (char *a = text; *a; a++) {
        char *b = a[1] == '.' ? a + 2 : a + 1;
        if (*a == '.' || *a == '-' || !*b || *a == *b)
            continue;
        char kept = *a;
        *a = *b;
        *b = kept;
        const struct number *meant = number_parse(r->arena, text);
        if (meant && explains(r, sum, term, meant))
            offer(best, &(struct explanation){.rule = RULE_SUM_TRANSPOSED, .term = term, .meant = meant});
        *b = *a;
        *a = kept;
    }
}

static void try_tens(const struct results *r, const struct parts_sum *sum, const struct term *term,
                     struct explanation *best)
{
    for (int n = -MOST_TENS; n <= MOST_TENS; n++) {
        const struct number *meant = number_multiply(r->arena, term->result->number, number_ten(r->arena, -n));
        if (!n || !explains(r, sum, term, meant))
            continue;
        const char *unit = unit_written_as(r->arena, term->subject.indicator->unit, n);
        offer(best, &(struct explanation){
                        .rule = unit ? RULE_SUM_UNIT : RULE_SUM_POINT, .term = term, .meant = meant, .unit = unit});
    }
}

/* The cell that alone explains the gap; with none, or several, the total is named. */
static void report_sum(const struct results *r, const struct parts_sum *sum, enum rule rule)
{
    struct explanation best = {0};
    const struct result *total = sum->terms[0].result;
    for (size_t i = 0; i < sum->count; i++) {
        const struct term *term = &sum->terms[i];
        if (results_doubted(r, term->subject) == BLAMED)
            return;
        if (term->result->origin == ORIGIN_REPORTED && number_sign(term->result->number) != 0) {
            try_tens(r, sum, term, &best);
            try_transposed(r, sum, term, &best);
        }
    }
    const char *given = results_plain(r, total->number);
    const char *parts = results_plain(r, number_add(r->arena, total->number, sum->gap));
    if (best.count != 1) {
        DOUBT(r, sum->total, rule, result_first_input(total), given, parts);
        return;
    }
    const struct number *number = best.term->result->number;
    DOUBT(r, best.term->subject, best.rule, result_first_input(best.term->result), given, parts,
          results_plain(r, best.meant), best.unit ? best.unit : "", results_plain(r, number));
    results_set_doubted(r, best.term->subject, BLAMED);
}

/* ---- totals ---- */

/* Half a unit of the last decimal for each part: what rounding alone can explain. */
static const struct number *rounding_room(const struct results *r, const struct indicator *indicator, size_t parts)
{
    const struct number *half =
        number_multiply(r->arena, number_ten(r->arena, -indicator->decimals), number_ratio(r->arena, 1, 2));
    return number_multiply(r->arena, half, number_integer(r->arena, (long)parts));
}

static void add_term(const struct results *r, struct parts_sum *sum, struct subject s, const struct number *factor)
{
    struct term term = {s, measure_of(r->engine, MEASURE_VALUE, s), factor};
    ARRAY_ADD(r->arena, sum->terms, sum->count, term);
    if (term.result->number)
        sum->gap = number_add(r->arena, sum->gap, number_multiply(r->arena, term.result->number, factor));
}

static struct parts_sum parts_sum_of(const struct results *r, struct subject total)
{
    struct parts_sum sum = {.total = total, .gap = number_integer(r->arena, 0)};
    add_term(r, &sum, total, number_integer(r->arena, -1));
    return sum;
}

/* A given total that differs from the sum over the children by more than rounding explains. */
static void check_total(const struct results *r, struct subject s)
{
    if (s.indicator->total != TOTAL_SUM || s.indicator->numerator || results_doubted(r, s))
        return;
    const struct result *given = measure_of(r->engine, MEASURE_VALUE, s);
    if (given->origin == ORIGIN_SUMMED || !given->number)
        return;
    struct parts_sum sum = parts_sum_of(r, s);
    const struct number *one = number_integer(r->arena, 1);
    for (size_t i = 0; i < s.area->child_count; i++)
        if (s.area->children[i]->in_total)
            add_term(r, &sum, results_subject(r, s.indicator, s.area->children[i]), one);
    for (size_t i = 1; i < sum.count; i++)
        if (sum.terms[i].result->flag != FLAG_NONE)
            return;
    sum.room = rounding_room(r, s.indicator, sum.count - 1);
    if (sum.count > 1 && number_compare(number_absolute(r->arena, sum.gap), sum.room) > 0)
        report_sum(r, &sum, RULE_TOTAL_DIFFERS);
}

/* A part in the total's unit; check has refused units that cannot be converted. */
static void check_identity(const struct results *r, const struct identity *identity, const struct area *area)
{
    struct parts_sum sum = parts_sum_of(r, results_subject(r, identity->total, area));
    for (size_t i = 0; i < identity->part_count; i++) {
        const struct number *factor = unit_factor(r->arena, identity->parts[i]->unit, identity->total->unit);
        add_term(r, &sum, results_subject(r, identity->parts[i], area), factor ? factor : number_integer(r->arena, 1));
    }
    for (size_t i = 0; i < sum.count; i++)
        if (sum.terms[i].result->flag != FLAG_NONE)
            return;
    sum.room = identity->tolerance ? identity->tolerance : rounding_room(r, identity->total, identity->part_count);
    if (number_compare(number_absolute(r->arena, sum.gap), sum.room) > 0)
        report_sum(r, &sum, RULE_IDENTITY);
}

/* ---- figures that fall ---- */

/* The last figure of the same year before the subject's, over periods without one; NULL for none. */
static const struct result *figure_before(const struct results *r, struct subject s, struct period *period)
{
    while (period_before_in_year(s.period, &s.period)) {
        const struct result *then = measure_of(r->engine, MEASURE_VALUE, s);
        *period = s.period;
        if (then->flag != FLAG_NO_DATA)
            return then->flag == FLAG_NONE ? then : NULL;
    }
    return NULL;
}

/* A cumulative figure does fall now and then; below zero (losses) it says nothing. */
static void check_fall(const struct results *r, struct subject s)
{
    if (s.indicator->kind != KIND_FLOW || s.indicator->basis != BASIS_YTD || results_doubted(r, s))
        return;
    const struct result *now = measure_of(r->engine, MEASURE_VALUE, s);
    if (now->origin != ORIGIN_REPORTED || !now->number || number_sign(now->number) < 0)
        return;
    struct period period;
    const struct result *then = figure_before(r, s, &period);
    if (then && number_compare(now->number, then->number) < 0)
        DOUBT(r, s, RULE_CUMULATIVE_FALLS, result_first_input(now), results_plain(r, now->number),
              results_plain(r, then->number), period_name(r->arena, period));
}

/* ---- quotients ---- */

/* A share of a whole lies between 0 and 100 %, 1000 ‰; any other quotient of two like amounts within ten times that. */
static void check_quotient(const struct results *r, struct subject s)
{
    const struct indicator *ratio = s.indicator;
    bool permille = unit_is_permille(ratio->unit);
    if (!ratio->numerator || (!permille && !indicator_in_percent(ratio)))
        return;
    struct subject above = results_subject(r, ratio->numerator, s.area);
    struct subject below = results_subject(r, ratio->denominator, s.area);
    const struct result *value = measure_of(r->engine, MEASURE_VALUE, s);
    if (!value->number || value->origin != ORIGIN_COMPUTED || results_doubted(r, above) || results_doubted(r, below))
        return;
    long most =
        (indicator_is_part(ratio->numerator, ratio->denominator) ? SHARE_MOST : QUOTIENT_MOST) * (permille ? 10 : 1);
    if (number_compare_times(number_absolute(r->arena, value->number), most, 1, NULL) <= 0)
        return;
    const struct result *a = measure_of(r->engine, MEASURE_VALUE, above),
                        *b = measure_of(r->engine, MEASURE_VALUE, below);
    DOUBT(r, s, RULE_QUOTIENT_BOUNDS, result_first_input(value), ratio->numerator->name, results_plain(r, a->number),
          ratio->denominator->name, results_plain(r, b->number),
          arena_format(r->arena, "%ld%s", most, permille ? "‰" : "%"), number_plain(r->arena, value->number, 2));
}

void check_sums(const struct results *r)
{
    static void (*const checks[])(const struct results *, struct subject) = {check_total, check_fall, check_quotient};
    for (size_t c = 0; c < sizeof checks / sizeof *checks; c++)
        for (size_t i = 0; i < r->dataset->indicator_count; i++)
            for (size_t a = 0; a < r->dataset->area_count; a++)
                checks[c](r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]));
    for (size_t k = 0; k < r->dataset->identity_count; k++)
        for (size_t a = 0; a < r->dataset->area_count; a++)
            check_identity(r, &r->dataset->identities[k], &r->dataset->areas[a]);
}
