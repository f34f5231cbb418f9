/* SPDX-License-Identifier: MIT */
#include "compute/result_checks.h"

#include "check/cell.h"
#include "check/house_rules.h"
#include "compute/check_inside.h"
#include "compute/house_check.h"

#include <string.h>

struct subject results_subject(const struct results *r, const struct indicator *indicator, const struct area *area)
{
    return (struct subject){indicator, area, r->period, 0};
}

struct where results_where(const struct results *r, struct subject s, const struct figure *figure)
{
    struct where where = {
        .area = s.area->code, .indicator = s.indicator->id, .period = period_code(r->arena, s.period)};
    if (figure && figure->file) {
        where.file = figure->file;
        where.line = figure->line;
        where.column = figure->column;
        where.cell = figure->at;
    }
    return where;
}

const struct figure *results_figure(const struct results *r, struct subject s, enum field field)
{
    return lookup_figure(dataset_series(r->dataset, s.indicator, s.area), field, s.period);
}

const char *results_plain(const struct results *r, const struct number *number)
{
    return number_plain(r->arena, number, 10);
}

bool results_farther(const struct results *r, const struct number *a, const struct number *b,
                     const struct number *limit)
{
    return number_compare(number_absolute(r->arena, number_subtract(r->arena, a, b)), limit) > 0;
}

/* ---- figures that look wrong ---- */

static unsigned char *memory_of(const struct results *r, struct subject s)
{
    return &r->doubted[s.indicator->index * r->dataset->area_count + s.area->index];
}

enum doubted results_doubted(const struct results *r, struct subject s)
{
    return (enum doubted) * memory_of(r, s);
}

void results_set_doubted(const struct results *r, struct subject s, enum doubted how)
{
    if (*memory_of(r, s) < how)
        *memory_of(r, s) = (unsigned char)how;
}

void results_doubt(const struct results *r, struct subject s, enum rule rule, const struct figure *figure,
                   const char *const *arguments)
{
    struct where where = results_where(r, s, figure);
    const struct house_rule *vouched = figure_verified(r->engine, s);
    if (vouched && figure && figure->number)
        FINDING(r->findings, RULE_VERIFIED, &where, arena_format(r->arena, "%d", vouched->place.line),
                results_plain(r, figure->number));
    else if (!vouched)
        finding_add(r->findings, rule, &where, arguments);
    results_set_doubted(r, s, DOUBTED);
}

/* ---- one function for each rule, each asked of every area and indicator ---- */

/* A reported growth more than 0.1 pp from the computed one: the scope or the base has changed. */
static void check_scope(const struct results *r, struct subject s)
{
    if (s.indicator->kind == KIND_RATE || !measure_applies(MEASURE_YOY, s.indicator) || results_doubted(r, s))
        return;
    const struct result *yoy = measure_of(r->engine, MEASURE_YOY, s);
    if (yoy->origin != ORIGIN_REPORTED || !yoy->number)
        return;
    const struct result *computed = measure_computed_yoy(r->engine, s);
    if (!computed->number || !results_farther(r, yoy->number, computed->number, number_ratio(r->arena, 1, 10)))
        return;
    struct where where = results_where(r, s, result_first_input(yoy));
    FINDING(r->findings, RULE_SCOPE, &where, results_plain(r, yoy->number),
            number_plain(r->arena, computed->number, 2));
}

/* The same of basis single, whose reported growth is the single's. */
static void check_single_scope(const struct results *r, struct subject s)
{
    struct period earlier;
    if (s.indicator->kind != KIND_FLOW || s.indicator->basis != BASIS_SINGLE ||
        !period_before_in_year(s.period, &earlier)) /* in the first period the two are one */
        return;
    const struct result *yoy = measure_of(r->engine, MEASURE_SINGLE_YOY, s);
    const struct result *now = measure_of(r->engine, MEASURE_SINGLE, s);
    struct subject before = s;
    before.period = period_year_before(s.period, 1);
    const struct result *base = measure_of(r->engine, MEASURE_SINGLE, before);
    if (yoy->origin != ORIGIN_REPORTED || now->flag != FLAG_NONE || base->flag != FLAG_NONE ||
        number_sign(base->number) <= 0)
        return;
    const struct number *ratio = number_divide(r->arena, now->number, base->number);
    const struct number *rate = number_multiply(r->arena, number_subtract(r->arena, ratio, number_integer(r->arena, 1)),
                                                number_integer(r->arena, 100));
    if (!results_farther(r, yoy->number, rate, number_ratio(r->arena, 1, 10)))
        return;
    struct where where = results_where(r, s, result_first_input(yoy));
    FINDING(r->findings, RULE_SCOPE, &where, results_plain(r, yoy->number), number_plain(r->arena, rate, 2));
}

/* ---- dates ---- */

static const char *last_day(struct arena *arena, struct period period)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = period_months(period), year = period.year;
    bool leap = month == 2 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return arena_format(arena, "%04d-%02d-%02d", year, month, days[month - 1] + leap);
}

/* A bulletin issued before its period is over, a reply wanted before there is a bulletin. Dates of the form 2019-10-20
 * are in the order of their letters. Without a date of issue the clock's is not this function's business. */
static void check_dates(const struct results *r)
{
    const struct settings *settings = &r->dataset->settings;
    const char *issued = settings->issue_date;
    if (!issued)
        return;
    struct where where = {.file = "settings.csv", .line = settings->issue_date_line, .column = "成文日期"};
    const char *end = last_day(r->arena, r->period);
    if (strcmp(issued, end) < 0)
        FINDING(r->findings, RULE_ISSUE_EARLY, &where, issued, end);
    const char *reply = settings->reply_by ? cell_date(r->arena, settings->reply_by) : NULL;
    where = (struct where){.file = "settings.csv", .line = settings->reply_by_line, .column = "反馈期限"};
    if (reply && strcmp(reply, issued) <= 0)
        FINDING(r->findings, RULE_REPLY_EARLY, &where, settings->reply_by, issued);
}

/* ---- all of it ---- */

static void (*const checks[])(const struct results *, struct subject) = {
    check_scope,
    check_single_scope,
};

static bool anything_at(const struct results *r)
{
    for (size_t i = 0; i < r->dataset->indicator_count; i++)
        for (size_t a = 0; a < r->dataset->area_count; a++) {
            struct subject s = results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]);
            for (enum field field = 0; field < FIELD_COUNT; field++) {
                const struct figure *figure = results_figure(r, s, field);
                if (figure && figure->number)
                    return true;
            }
        }
    return false;
}

void check_results(struct engine *engine, struct period period, bool asked, struct findings *findings)
{
    struct results r = {
        .engine = engine,
        .dataset = engine_dataset(engine),
        .arena = engine_arena(engine),
        .findings = findings,
        .period = period,
    };
    if (!asked && !r.dataset->has_observations) {
        FINDING(findings, RULE_NO_PERIOD, NULL, NULL);
        return;
    }
    if (!anything_at(&r)) {
        FINDING(findings, RULE_PERIOD_EMPTY, NULL, period_code(r.arena, period));
        return;
    }
    r.verdicts = verdicts_all(engine, period, &r.verdict_count);
    r.cards = scores_all(engine, period, &r.card_count);
    r.doubted = arena_alloc(r.arena, r.dataset->indicator_count * r.dataset->area_count + 1);
    /* The order matters: what has been said of a figure is not said of what follows from it. */
    check_repeats(&r);
    check_levels(&r);
    check_fractions(&r);
    for (size_t a = 0; a < r.dataset->area_count; a++)
        for (size_t i = 0; i < r.dataset->indicator_count; i++)
            for (size_t rule = 0; rule < sizeof checks / sizeof *checks; rule++)
                checks[rule](&r, results_subject(&r, &r.dataset->indicators[i], &r.dataset->areas[a]));
    check_needs(&r);
    check_sums(&r);
    check_growths(&r);
    check_targets(&r);
    check_dates(&r);
    house_check(engine, findings);
    house_check_idle(engine, findings);
}
