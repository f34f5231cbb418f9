/* SPDX-License-Identifier: MIT */
/* A desk: what the author of one document has at hand, which is the results, the words, and the area the document is
 * about. A figure that is asked for here leaves as a printed text or cell, and is marked as told. */
#ifndef TONGBAO_WORDS_DESK_H
#define TONGBAO_WORDS_DESK_H

#include "words/composer.h"
#include "words/shown.h"

/* What the document has told so far, so that its notes are about that and nothing else. */
struct mentioned {
    bool *indicators; /* by index */
    bool rank, need, pace;
};

struct desk {
    const struct composer *composer;
    struct engine *engine;
    const struct dataset *dataset;
    const struct area *area, *region; /* area: whom the document is about */
    struct period period;
    struct arena *arena;
    struct phrasing say;
    struct mentioned *mentioned; /* marked by whoever prints a figure; NULL: nobody keeps account */
};

struct desk desk_new(const struct composer *composer, const struct area *area, struct arena *arena);

/* ---- names ---- */

/* 湘西自治州: the setting `region`, else the region's name. */
const char *desk_region_name(const struct desk *desk);
/* 2019年前三季度; 前三季度. */
const char *desk_period(const struct desk *desk);
/* The period before, as a sentence calls it: 上半年, 1—10月, 上年全年, 上年. */
const char *desk_period_before(const struct desk *desk);
/* The same period a year earlier, as a sentence calls it: 上年同期; at the end of the year 上年, of a level 上年末. */
const char *desk_year_ago(const struct desk *desk, const struct indicator *indicator);
/* 10月18日; 2019年10月18日. */
const char *desk_day_short(const struct desk *desk, struct day day);
const char *desk_day(const struct desk *desk, struct day day);
/* The setting reply_by as 10月25日, with its year where that is not the issue date's; "" when it is not set, or not
 * after the issue date: a document that asks for an answer by yesterday is asking nothing. */
const char *desk_reply_by(const struct desk *desk);
/* The unit behind a figure of the measure: % for growth, the indicator's own for amounts; and for a distance between
 * two such figures: 个百分点, the indicator's own, 位. */
const char *desk_unit(const struct desk *desk, enum measure measure, const struct indicator *indicator);
const char *desk_gap_unit(const struct desk *desk, enum measure measure, const struct indicator *indicator);
/* The one word for all areas below the region: their group's when they share one, else 地区. */
const char *desk_group_word(const struct desk *desk);

/* What the measure of the indicator is called where there is room: 总量, 当期增速; of a ratio or rate the value has the
 * head of its column. NULL for the indicator: one that is no more. */
const char *desk_measure_name(const struct desk *desk, enum measure measure, const struct indicator *indicator);
/* What an area is called where room is short: its name, if that has at most `longest` characters, else the shortest of
 * its other names that only leaves characters out of it: 某高新区 of 某高新技术产业开发区. */
const char *area_short_name(const struct area *area, size_t longest);
/* The name of an area or indicator by its code; the code itself when this run has none of it; NULL stays NULL. */
const char *desk_area_name(const struct desk *desk, const char *code);
const char *desk_indicator_name(const struct desk *desk, const char *id);

/* ---- figures ---- */

const struct result *desk_result(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                                 const struct area *area);
const struct result *desk_result_at(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                                    const struct area *area, struct period period);
/* As printed; no figure where there is a flag and no value. */
struct shown desk_shown(const struct desk *desk, const struct result *result, enum measure measure,
                        const struct indicator *indicator);
/* A number, or the words of the flag; 未报 where P itself is missing; 22035* where a part of the sum is. */
struct cell desk_cell(const struct desk *desk, const struct result *result, enum measure measure,
                      const struct indicator *indicator);
struct cell desk_cell_of(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                         const struct area *area);
/* A number cell of a printed figure; empty without one. */
struct cell shown_cell(const struct desk *desk, struct shown figure);
/* A figure of a verdict row at the given places; empty when NULL. */
struct cell number_cell(const struct desk *desk, const struct number *number, int decimals);
/* yoy; change for a ratio in %. */
enum measure desk_growth_measure(const struct indicator *indicator);
/* False when a reported growth and the one computed from the levels part by more than 0.1 points: then no year-earlier
 * level is printed beside it (SPEC §3). */
bool desk_base_printable(const struct desk *desk, const struct indicator *indicator, const struct area *area);
/* The level a year before as printed; no figure when it may not be printed. */
struct shown desk_year_before(const struct desk *desk, const struct indicator *indicator, const struct area *area);
/* Things counted one by one, in numbers so small that their growth says nothing: 新增企业3个. */
bool desk_counts(const struct desk *desk, const struct indicator *indicator);
/* Whether there is anything at all to say of the indicator in the area. */
bool desk_has_figure(const struct desk *desk, const struct indicator *indicator, const struct area *area);

/* Marks that a figure of the indicator is being told. */
void desk_tell(const struct desk *desk, const struct indicator *indicator);

/* Whether it is known by years only, in no area finer: before the year's end nobody can be asked for it. */
bool desk_is_annual(const struct desk *desk, const struct indicator *indicator);
/* Such an indicator before the end of the year. */
bool desk_awaits_year_end(const struct desk *desk, const struct indicator *indicator);
/* Whether a target of any year asks for it to be done: its figures are then 0 and 1, and never printed. */
bool desk_is_milestone(const struct desk *desk, const struct indicator *indicator);

/* ---- places ---- */

/* An area's place in its group, now and in the period before. */
struct place {
    int rank, of; /* rank 0: none */
    int members;  /* of the group, ranked or not */
    bool tied;
    int previous;      /* 0: none */
    const char *group; /* 县市; "" for a group without a name */
};

/* By which measure an item is ranked: its own where ranks.csv has it, else the kind's. */
enum measure desk_rank_measure(const struct desk *desk, enum measure measure, const struct indicator *indicator);
struct place desk_place(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                        const struct area *area);

#endif
