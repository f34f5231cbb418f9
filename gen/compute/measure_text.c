/* SPDX-License-Identifier: MIT */
/* How measures are written: decimals, the words for flags, and the arithmetic behind a figure. */
#include "base/message.h"
#include "compute/engine.h"

#include <string.h>

static const struct {
    const char *id, *word;
} flags[] = {
    [FLAG_NONE] = {"", ""},
    [FLAG_NO_DATA] = {"no_data", "—"},
    [FLAG_NO_BASE] = {"no_base", "—"},
    [FLAG_INCOMPLETE] = {"incomplete", "—"},
    [FLAG_ZERO_BASE] = {"zero_base", "—"},
    [FLAG_TURNED_PROFIT] = {"turned_profit", "扭亏为盈"},
    [FLAG_TURNED_LOSS] = {"turned_loss", "由盈转亏"},
    [FLAG_LOSS_NARROWED] = {"loss_narrowed", "减亏"},
    [FLAG_LOSS_WIDENED] = {"loss_widened", "增亏"},
    [FLAG_LOSS_SAME] = {"loss_same", "持平"},
};

const char *flag_id(enum flag flag)
{
    return flags[flag].id;
}

const char *origin_id(enum origin origin)
{
    static const char *const ids[] = {"", "reported", "computed", "summed"};
    return ids[origin];
}

int measure_decimals(enum measure measure, const struct indicator *indicator)
{
    if (indicator->kind == KIND_RATIO || indicator->kind == KIND_RATE)
        return indicator->decimals;
    switch (measure) {
    case MEASURE_VALUE:
    case MEASURE_SINGLE:
    case MEASURE_TOTAL:
    case MEASURE_MEAN:
        return indicator->decimals;
    default:
        return indicator->rate_decimals;
    }
}

const char *result_text(struct arena *arena, const struct result *result, enum measure measure,
                        const struct indicator *indicator, enum rounding rounding)
{
    if (result->printed)
        return number_text(arena, result->printed, measure_decimals(measure, indicator), rounding);
    if (result->amount)
        return arena_format(arena, "%s%s", flags[result->flag].word,
                            number_text(arena, result->amount, indicator->decimals, rounding));
    return flags[result->flag].word;
}

/* ---- formulas ---- */

/* What a token of a formula stands for. */
enum token_period { AT_P, AT_YEAR_BEFORE, AT_BEFORE, AT_BEFORE_IN_YEAR };
enum token_area { OF_SELF, OF_REGION, OF_PARENT, OF_REFERENCE };

static const struct token {
    const char *name;
    enum measure measure;
    enum token_period period;
    enum token_area area;
    bool as_compared;
} tokens[] = {
    {"v", MEASURE_VALUE, AT_P, OF_SELF, false},
    {"v'", MEASURE_VALUE, AT_YEAR_BEFORE, OF_SELF, false},
    {"b", MEASURE_VALUE, AT_BEFORE_IN_YEAR, OF_SELF, false},
    {"V", MEASURE_VALUE, AT_P, OF_REGION, false},
    {"V'", MEASURE_VALUE, AT_YEAR_BEFORE, OF_REGION, false},
    {"s", MEASURE_SINGLE, AT_P, OF_SELF, false},
    {"s'", MEASURE_SINGLE, AT_YEAR_BEFORE, OF_SELF, false},
    {"s-", MEASURE_SINGLE, AT_BEFORE, OF_SELF, false},
    {"v-", MEASURE_VALUE, AT_BEFORE, OF_SELF, false},
    {"cv", MEASURE_VALUE, AT_P, OF_SELF, true},
    {"cv'", MEASURE_VALUE, AT_YEAR_BEFORE, OF_SELF, true},
    {"cvp", MEASURE_VALUE, AT_P, OF_PARENT, true},
    {"cvr", MEASURE_VALUE, AT_P, OF_REFERENCE, true},
    {"y", MEASURE_YOY, AT_P, OF_SELF, true},
    {"y'", MEASURE_YOY, AT_YEAR_BEFORE, OF_SELF, true},
    {"y-", MEASURE_YOY, AT_BEFORE, OF_SELF, true},
    {"yp", MEASURE_YOY, AT_P, OF_PARENT, true},
    {"yr", MEASURE_YOY, AT_P, OF_REFERENCE, true},
};

/* By measure: for the growth kinds (flow, stock), and for the others where they differ. */
static const struct {
    const char *general, *of_rates;
} templates[MEASURE_COUNT] = {
    [MEASURE_SINGLE] = {"{v}-{b}", NULL},
    [MEASURE_YOY] = {"({v}-{v'})/{v'}*100", NULL},
    [MEASURE_SINGLE_YOY] = {"({s}-{s'})/{s'}*100", NULL},
    [MEASURE_QOQ] = {"({s}-{s-})/{s-}*100", NULL},
    [MEASURE_CHANGE] = {"{cv}-{cv'}", NULL},
    [MEASURE_YOY_CHANGE] = {"{y}-{y-}", NULL},
    [MEASURE_YOY_CHANGE_YEAR] = {"{y}-{y'}", NULL},
    [MEASURE_SHARE] = {"{v}/{V}*100", NULL},
    [MEASURE_CONTRIBUTION] = {"({v}-{v'})/({V}-{V'})*100", NULL},
    [MEASURE_PULL] = {"({v}-{v'})/{V'}*100", NULL},
    [MEASURE_VS_PARENT] = {"{y}-{yp}", "{cv}-{cvp}"},
    [MEASURE_VS_REFERENCE] = {"{y}-{yr}", "{cv}-{cvr}"},
};

static bool token_subject(struct engine *e, const struct token *token, struct subject *s)
{
    const struct dataset *d = engine_dataset(e);
    switch (token->period) {
    case AT_P:
        break;
    case AT_YEAR_BEFORE:
        s->period = period_year_before(s->period, 1);
        break;
    case AT_BEFORE:
        s->period = period_before(s->period);
        break;
    case AT_BEFORE_IN_YEAR:
        if (!period_before_in_year(s->period, &s->period))
            return false;
        break;
    }
    if (token->area == OF_REGION)
        s->area = d->region;
    else if (token->area == OF_PARENT)
        s->area = s->area->parent;
    else if (token->area == OF_REFERENCE)
        s->area = reference_area(d);
    return s->area != NULL;
}

/* Negative numbers in brackets, so that the arithmetic reads right. */
static void add_number(struct buffer *out, const struct number *number)
{
    const char *text = number_plain(out->arena, number, 10);
    buffer_format(out, number_sign(number) < 0 ? "(%s)" : "%s", text);
}

static bool add_token(struct engine *e, struct buffer *out, const char *name, size_t length, struct subject s)
{
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        if (strlen(tokens[i].name) != length || memcmp(tokens[i].name, name, length) != 0)
            continue;
        if (!token_subject(e, &tokens[i], &s))
            return false;
        const struct result *result = measure_of(e, tokens[i].measure, s);
        const struct number *number = tokens[i].as_compared ? compared(e, result) : result->number;
        if (!number)
            return false;
        add_number(out, number);
        return true;
    }
    return false;
}

static const char *fill_template(struct engine *e, const char *template, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    for (const char *at = template; *at;) {
        if (*at != '{') {
            buffer_add_n(&out, at++, 1);
            continue;
        }
        const char *end = strchr(at, '}');
        if (!add_token(e, &out, at + 1, (size_t)(end - at - 1), s))
            return "";
        at = end + 1;
    }
    return buffer_text(&out);
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
static const char *value_formula(struct engine *e, struct subject s)
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

/* cagr and avg2 by the chained yearly rates; total and mean by the years' values. */
static const char *years_formula(struct engine *e, enum measure measure, struct subject s)
{
    struct buffer out = {.arena = engine_arena(e)};
    int first = measure == MEASURE_AVG2 ? s.period.year - 1 : s.from;
    bool growth = measure == MEASURE_CAGR || measure == MEASURE_AVG2;
    for (int year = s.period.year; year >= first; year--) {
        struct subject part = {s.indicator, s.area, s.period, 0};
        if (growth)
            part.period = period_year_before(s.period, s.period.year - year);
        else if (year < s.period.year)
            part.period = period_year_end(s.period, year);
        const struct result *r = measure_of(e, growth ? MEASURE_YOY : MEASURE_VALUE, part);
        if (!r->number)
            return "";
        if (out.length)
            buffer_add(&out, growth ? "*" : "+");
        buffer_add(&out, growth ? "(1+" : "");
        add_number(&out, r->number);
        buffer_add(&out, growth ? "/100)" : "");
    }
    if (growth)
        return arena_format(out.arena, "((%s)^(1/%d)-1)*100", buffer_text(&out), s.period.year - first + 1);
    if (measure == MEASURE_TOTAL)
        return buffer_text(&out);
    return arena_format(out.arena, "(%s)/(%d/12)", buffer_text(&out),
                        (s.period.year - first) * 12 + period_months(s.period));
}

const char *measure_formula(struct engine *e, enum measure measure, struct subject s)
{
    const struct result *result = measure_of(e, measure, s);
    struct period before;
    if (!result->number || result->origin == ORIGIN_REPORTED)
        return "";
    if (result->origin == ORIGIN_SUMMED)
        return sum_formula(e, measure == MEASURE_SINGLE ? MEASURE_SINGLE : MEASURE_VALUE, s);
    /* Without a period before it in the year a single is the value, and its growth the value's. */
    bool first = !period_before_in_year(s.period, &before);
    if (measure == MEASURE_SINGLE && first)
        measure = MEASURE_VALUE;
    if (measure == MEASURE_SINGLE_YOY && first)
        measure = MEASURE_YOY;
    if (measure == MEASURE_VALUE || (measure == MEASURE_YOY && s.indicator->kind == KIND_RATE))
        return value_formula(e, s);
    if (measure == MEASURE_CAGR || measure == MEASURE_AVG2 || measure == MEASURE_TOTAL || measure == MEASURE_MEAN)
        return years_formula(e, measure, s);
    bool rates = s.indicator->kind == KIND_RATIO || s.indicator->kind == KIND_RATE;
    const char *template =
        rates && templates[measure].of_rates ? templates[measure].of_rates : templates[measure].general;
    if (measure == MEASURE_QOQ && s.indicator->kind == KIND_STOCK)
        template = "({v}-{v-})/{v-}*100";
    return template ? fill_template(e, template, s) : "";
}
