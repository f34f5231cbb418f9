/* SPDX-License-Identifier: MIT */
#include "check/measure.h"

#include "base/message.h"
#include "base/text.h"
#include "check/unit.h"

#include <string.h>

enum {
    FLOW = 1 << KIND_FLOW,
    STOCK = 1 << KIND_STOCK,
    RATIO = 1 << KIND_RATIO,
    RATE = 1 << KIND_RATE,
    EVERY = FLOW | STOCK | RATIO | RATE
};

static bool in_things(const struct indicator *indicator)
{
    return indicator->decimals == 0 && text_length(indicator->unit) == 1;
}

bool indicator_of_things(const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW && in_things(indicator);
}

bool indicator_stock_of_things(const struct indicator *indicator)
{
    return indicator->kind == KIND_STOCK && in_things(indicator);
}

bool indicator_counts(const struct indicator *indicator, const struct number *number)
{
    static const char *const units[] = {"个", "户", "家", "人", "名", "项", "件", "台",
                                        "套", "辆", "座", "条", "宗", "位", ""};
    if (!number_is_integer(number) || indicator->kind == KIND_RATE || indicator->kind == KIND_RATIO)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(indicator->unit, units[i]) == 0)
            return true;
    return indicator->decimals == 0;
}

bool indicator_is_part(const struct indicator *part, const struct indicator *whole)
{
    for (; part; part = part->part_of)
        if (part->part_of == whole)
            return true;
    return false;
}

bool indicator_in_percent(const struct indicator *indicator)
{
    return indicator->unit[0] == '\0' || unit_is_percent(indicator->unit);
}

/* A ratio has either a growth (元/户) or a change in points (%), never both. */
static bool grows(const struct indicator *indicator)
{
    return indicator->kind != KIND_RATIO || !indicator_in_percent(indicator);
}

static bool changes_in_points(const struct indicator *indicator)
{
    return indicator->kind != KIND_RATIO || indicator_in_percent(indicator);
}

static bool adds_up(const struct indicator *indicator)
{
    return indicator->total == TOTAL_SUM;
}

#define FACTS(...) __VA_ARGS__
#define MEASURE(measure, id, name, facts, define, formula) [measure] = {id, name, facts},

/* Only targets and scoring name a place: it is no figure of §3. */
const struct measure_row measures[MEASURES_WITH_PLACES] = {
#include "check/measure_rows.h"
    [MEASURE_RANK] = {"rank", N_("位次"), .kinds = EVERY, .counted = IN_PLACES},
    [MEASURE_RANK_VALUE] = {"rank(value)", N_("位次(总量)"), .kinds = EVERY, .counted = IN_PLACES},
    [MEASURE_RANK_YOY] = {"rank(yoy)", N_("位次(增速)"), .kinds = EVERY, .also = grows, .counted = IN_PLACES},
};

bool measure_applies(enum measure measure, const struct indicator *indicator)
{
    const struct measure_row *row = &measures[measure];
    return (row->kinds & 1 << indicator->kind) && (!row->also || row->also(indicator));
}

const char *measure_id(enum measure measure)
{
    return measures[measure].id;
}

const char *measure_name(enum measure measure)
{
    return measures[measure].name;
}

bool measure_find(const char *text, enum measure *measure)
{
    for (size_t i = 0; i < MEASURES_WITH_PLACES; i++) {
        if (cell_same(text, measures[i].id) || cell_same(text, measures[i].name)) {
            *measure = (enum measure)i;
            return true;
        }
    }
    return false;
}

const struct cell_word *measure_words(struct arena *arena, size_t *count)
{
    struct cell_word *words = NULL;
    *count = 0;
    for (size_t i = 0; i < MEASURES_WITH_PLACES; i++) {
        struct cell_word id = {measures[i].id, (int)i}, name = {measures[i].name, (int)i};
        ARRAY_ADD(arena, words, *count, id);
        ARRAY_ADD(arena, words, *count, name);
    }
    return words;
}

const char *measure_list(struct arena *arena)
{
    size_t count;
    const struct cell_word *words = measure_words(arena, &count);
    return cell_words(arena, words, count);
}

bool measure_in_percent(enum measure measure, const struct indicator *indicator)
{
    enum counted counted = measures[measure].counted;
    if (counted == IN_UNIT || (counted == IN_DIFFERENCE && indicator->kind == KIND_RATIO))
        return indicator->kind == KIND_RATE || unit_is_percent(indicator->unit);
    return counted != IN_PLACES;
}

bool measure_in_points(enum measure measure)
{
    return measures[measure].counted == IN_POINTS || measures[measure].counted == IN_DIFFERENCE;
}

bool measure_is_growth(enum measure measure, const struct indicator *indicator)
{
    enum counted counted = measures[measure].counted;
    return counted == IN_GROWTH || counted == IN_MEAN_GROWTH ||
           (measure == MEASURE_VALUE && indicator->kind == KIND_RATE);
}

bool measure_needs_others(enum measure measure)
{
    return measures[measure].of_children || measures[measure].counted == IN_DIFFERENCE;
}

int measure_decimals(enum measure measure, const struct indicator *indicator)
{
    if (measures[measure].counted == IN_PLACES)
        return 0;
    bool rate = indicator->kind == KIND_RATIO || indicator->kind == KIND_RATE;
    int places = rate || measures[measure].counted == IN_UNIT ? indicator->decimals : indicator->rate_decimals;
    return places + measures[measure].finer;
}

enum measure field_measure(enum field field)
{
    static const enum measure of[FIELD_COUNT] = {[FIELD_VALUE] = MEASURE_VALUE,
                                                 [FIELD_YOY] = MEASURE_YOY,
                                                 [FIELD_SINGLE] = MEASURE_SINGLE,
                                                 [FIELD_SINGLE_YOY] = MEASURE_SINGLE_YOY};
    return of[field];
}

/* Flows and stocks are amounts, which only growth makes comparable. */
enum measure rank_measure(const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK ? MEASURE_YOY : MEASURE_VALUE;
}

bool measure_is_place(enum measure measure)
{
    return measures[measure].counted == IN_PLACES;
}

enum measure place_measure(enum measure measure, const struct indicator *indicator)
{
    if (measure == MEASURE_RANK_VALUE)
        return MEASURE_VALUE;
    return measure == MEASURE_RANK_YOY ? MEASURE_YOY : rank_measure(indicator);
}

enum measure periodic_measure(const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW ? MEASURE_SINGLE : MEASURE_VALUE;
}
