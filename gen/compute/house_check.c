/* SPDX-License-Identifier: MIT */
#include "compute/house_check.h"

#include "check/house_rules.h"
#include "compute/condition.h"

const struct house_rule *figure_verified(struct engine *engine, struct subject subject)
{
    const struct dataset *dataset = engine_dataset(engine);
    const struct house_rule *rule = house_rule_verified(dataset, subject.area, subject.indicator, subject.period);
    struct engine_shared *shared = engine_shared(engine);
    if (rule && !shared->verified_used)
        shared->verified_used = arena_alloc(engine_arena(engine), dataset->house_rule_count * sizeof(bool));
    if (rule)
        shared->verified_used[rule->index] = true;
    return rule;
}

void house_check_idle(struct engine *engine, struct findings *findings)
{
    const struct dataset *dataset = engine_dataset(engine);
    const bool *used = engine_shared(engine)->verified_used;
    for (size_t i = 0; i < dataset->house_rule_count; i++) {
        const struct house_rule *rule = &dataset->house_rules[i];
        bool lifted = (used && used[i]) || (dataset->levels_verified && dataset->levels_verified[i]);
        if (rule->verified && !lifted)
            FINDING(findings, RULE_CHECKS_IDLE, &rule->place, NULL);
    }
}

/* ---- one row ---- */

/* What a row is asked with, and what came of it. */
struct asking {
    struct engine *engine;
    struct findings *findings;
    const struct house_rule *rule;
    const struct condition *condition;
    size_t asked, lacking, zero;
    struct subject first_lacking, first_zero;
};

static const char *name_of(const struct asking *asking, struct subject s)
{
    struct arena *arena = engine_arena(asking->engine);
    return arena_format(arena, "%s“%s”%s", s.area->name, s.indicator->name, period_name(arena, s.period));
}

static void report_failure(const struct asking *asking, struct subject s, const char *comparison)
{
    struct arena *arena = engine_arena(asking->engine);
    const struct house_rule *rule = asking->rule;
    const struct figure *figure = result_first_input(measure_of(asking->engine, MEASURE_VALUE, s));
    struct where where = {.area = s.area->code, .indicator = s.indicator->id, .period = period_code(arena, s.period)};
    if (figure && figure->file) {
        where.file = figure->file;
        where.line = figure->line;
        where.column = figure->column;
        where.cell = figure->at;
    }
    const char *const arguments[] = {name_of(asking, s),
                                     rule->condition,
                                     place_of_cell(arena, rule->place.file, rule->place.line, 0),
                                     comparison,
                                     rule->note ? arena_format(arena, "（%s）", rule->note) : "",
                                     NULL};
    finding_add_as(asking->findings, RULE_HOUSE, rule->severity, &where, arguments);
}

static void ask(struct asking *asking, struct subject s)
{
    const char *comparison = "";
    enum condition_answer answer = condition_ask(asking->condition, asking->engine, s, &comparison);
    asking->asked++;
    if (answer == CONDITION_NO_FIGURE && !asking->lacking++)
        asking->first_lacking = s;
    if (answer == CONDITION_ZERO && !asking->zero++)
        asking->first_zero = s;
    if (answer == CONDITION_FAILS && !figure_verified(asking->engine, s))
        report_failure(asking, s, comparison);
}

/* Whether there is something to judge: what is missing is said elsewhere. */
static bool has_figure(const struct asking *asking, struct subject s)
{
    const struct result *value = measure_of(asking->engine, MEASURE_VALUE, s);
    return value->number && value->flag == FLAG_NONE;
}

static bool is_among(const struct period *periods, size_t count, struct period period)
{
    for (size_t i = count; i > 0; i--)
        if (period_months(periods[i - 1]) == period_months(period) && periods[i - 1].year == period.year)
            return true;
    return false;
}

/* The periods that any area has figures for; those that end alike once. */
static struct period *periods_of(const struct asking *asking, const struct indicator *indicator, size_t *count)
{
    const struct dataset *dataset = engine_dataset(asking->engine);
    struct period *periods = NULL;
    *count = 0;
    for (size_t a = 0; a < dataset->area_count; a++) {
        const struct series *series = dataset_series(dataset, indicator, &dataset->areas[a]);
        for (size_t i = 0; i < series->count; i++)
            if (!is_among(periods, *count, series->items[i].period))
                ARRAY_ADD(engine_arena(asking->engine), periods, *count, series->items[i].period);
    }
    return periods;
}

static void ask_everywhere(struct asking *asking, const struct indicator *indicator)
{
    const struct dataset *dataset = engine_dataset(asking->engine);
    size_t count;
    const struct period *periods = periods_of(asking, indicator, &count);
    for (size_t a = 0; a < dataset->area_count; a++)
        for (size_t i = 0; i < count; i++) {
            struct subject s = {indicator, &dataset->areas[a], periods[i], 0};
            if (house_rule_covers(asking->rule, s.area, indicator, s.period) && has_figure(asking, s))
                ask(asking, s);
        }
}

static void report_unasked(const struct asking *asking)
{
    struct arena *arena = engine_arena(asking->engine);
    const struct where *place = &asking->rule->place;
    if (!asking->asked)
        FINDING(asking->findings, RULE_CHECKS_NOTHING, place, asking->rule->condition);
    if (asking->lacking)
        FINDING(asking->findings, RULE_CHECKS_LACKING, place, arena_format(arena, "%zu", asking->lacking),
                name_of(asking, asking->first_lacking));
    if (asking->zero)
        FINDING(asking->findings, RULE_CHECKS_ZERO, place, arena_format(arena, "%zu", asking->zero),
                name_of(asking, asking->first_zero));
}

static void report_fault(const struct asking *asking, const struct condition_fault *fault)
{
    struct arena *arena = engine_arena(asking->engine);
    struct where where = asking->rule->place;
    where.text = asking->rule->condition;
    where.at = fault->at;
    const char *at = arena_format(arena, "%d", fault->at);
    if (fault->why)
        FINDING(asking->findings, RULE_CHECKS_CONDITION, &where, asking->rule->condition, at, fault->why);
    else
        FINDING(asking->findings, RULE_CHECKS_NAME, &where, fault->word, at, fault->hint);
}

static void check_rule(struct asking *asking)
{
    const struct dataset *dataset = engine_dataset(asking->engine);
    struct condition_fault fault;
    asking->condition = condition_read(dataset, asking->rule->condition, engine_arena(asking->engine), &fault);
    if (!asking->condition) {
        report_fault(asking, &fault);
        return;
    }
    /* Of a condition that says itself what it is about, and a row that doesn't: asked once. */
    bool own = asking->rule->indicators || condition_own(asking->condition);
    const struct indicator *named = own ? NULL : condition_indicator(asking->condition);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct indicator *indicator = &dataset->indicators[i];
        bool covered = own ? !asking->rule->indicators || asking->rule->indicators[i] : indicator == named;
        if (covered && condition_percent_odd(asking->condition, indicator)) {
            FINDING(asking->findings, RULE_CHECKS_PERCENT, &asking->rule->place, asking->rule->condition,
                    indicator->name);
            return;
        }
        if (covered)
            ask_everywhere(asking, indicator);
    }
    report_unasked(asking);
}

void house_check(struct engine *engine, struct findings *findings)
{
    const struct dataset *dataset = engine_dataset(engine);
    for (size_t i = 0; i < dataset->house_rule_count; i++) {
        struct asking asking = {.engine = engine, .findings = findings, .rule = &dataset->house_rules[i]};
        if (!asking.rule->verified)
            check_rule(&asking);
    }
}
