/* SPDX-License-Identifier: MIT */
#include "words/desk.h"

#include "base/text.h"
#include "check/cell.h"
#include "check/names.h"

#include <stdio.h>
#include <string.h>

struct desk desk_new(const struct composer *composer, const struct area *area, struct arena *arena)
{
    const struct dataset *dataset = composer->dataset;
    struct mentioned *mentioned = arena_alloc(arena, sizeof *mentioned);
    mentioned->indicators = arena_alloc(arena, dataset->indicator_count * sizeof *mentioned->indicators);
    return (struct desk){
        .mentioned = mentioned,
        .composer = composer,
        .engine = composer->engine,
        .dataset = dataset,
        .area = area,
        .region = dataset->region,
        .period = composer->period,
        .arena = arena,
        .say = {composer->wording, arena, dataset->settings.rounding},
    };
}

/* ---- names ---- */

const char *desk_region_name(const struct desk *desk)
{
    const char *name = desk->dataset->settings.region;
    return name ? name : desk->region->name;
}

const char *desk_period(const struct desk *desk)
{
    return period_name(desk->arena, desk->period);
}

const char *desk_period_before(const struct desk *desk)
{
    struct period before = period_before(desk->period);
    if (before.year == desk->period.year)
        return period_name_short(desk->arena, before);
    return SAY(&desk->say, desk->period.frequency == FREQUENCY_YEAR ? WORD_LAST_YEAR : WORD_LAST_YEAR_WHOLE);
}

const char *desk_year_ago(const struct desk *desk, const struct indicator *indicator)
{
    if (period_months(desk->period) < 12)
        return SAY(&desk->say, WORD_LAST_YEAR_SAME);
    return SAY(&desk->say, indicator->kind == KIND_STOCK && strcmp(indicator->unit, SAY(&desk->say, WORD_PLACES)) != 0
                               ? WORD_LAST_YEAR_END
                               : WORD_LAST_YEAR);
}

const char *desk_day_short(const struct desk *desk, struct day day)
{
    return FILL(&desk->say, WORD_DAY_SHORT, "月", arena_format(desk->arena, "%d", day.month), "日",
                arena_format(desk->arena, "%d", day.day));
}

const char *desk_day(const struct desk *desk, struct day day)
{
    return FILL(&desk->say, WORD_SIGNATURE_DATE, "年", arena_format(desk->arena, "%d", day.year), "月",
                arena_format(desk->arena, "%d", day.month), "日", arena_format(desk->arena, "%d", day.day));
}

static int day_order(struct day a, struct day b)
{
    int days[] = {(a.year * 12 + a.month) * 31 + a.day, (b.year * 12 + b.month) * 31 + b.day};
    return (days[0] > days[1]) - (days[0] < days[1]);
}

const char *desk_reply_by(const struct desk *desk)
{
    const char *written = desk->dataset->settings.reply_by;
    const char *date = written ? cell_date(desk->arena, written) : NULL;
    struct day day, issued = desk->composer->issued;
    if (!date || sscanf(date, "%d-%d-%d", &day.year, &day.month, &day.day) != 3 || day_order(day, issued) <= 0)
        return "";
    return day.year == issued.year ? desk_day_short(desk, day) : desk_day(desk, day);
}

/* Whether `part` is `whole` with characters left out. */
static bool leaves_out(const char *part, const char *whole)
{
    uint32_t wanted = text_next(&part), character;
    while (wanted && (character = text_next(&whole)))
        if (character == wanted)
            wanted = text_next(&part);
    return !wanted;
}

const char *area_short_name(const struct area *area, size_t longest)
{
    const char *best = area->name;
    for (size_t i = 0; i < area->alias_count && text_length(area->name) > longest; i++) {
        size_t length = text_length(area->aliases[i]);
        if (length > 1 && length < text_length(best) && leaves_out(area->aliases[i], area->name))
            best = area->aliases[i];
    }
    return best;
}

const char *desk_unit(const struct desk *desk, enum measure measure, const struct indicator *indicator)
{
    if (measure_is_place(measure))
        return SAY(&desk->say, WORD_PLACES);
    if (!measure_in_percent(measure, indicator))
        return indicator->unit;
    return SAY(&desk->say, measure_in_points(measure) ? WORD_POINTS : WORD_PERCENT_SIGN);
}

const char *desk_gap_unit(const struct desk *desk, enum measure measure, const struct indicator *indicator)
{
    if (measure_in_percent(measure, indicator))
        return SAY(&desk->say, WORD_POINTS);
    return desk_unit(desk, measure, indicator);
}

const char *desk_group_word(const struct desk *desk)
{
    const char *word = NULL;
    for (size_t i = 0; i < desk->dataset->area_count; i++) {
        const struct area *area = &desk->dataset->areas[i];
        if (area->role == ROLE_REFERENCE || !area->parent || !strcmp(area->group, "-"))
            continue;
        if (word && strcmp(word, area->group) != 0)
            return SAY(&desk->say, WORD_GROUP_WORD);
        word = area->group;
    }
    return word && *word ? word : SAY(&desk->say, WORD_GROUP_WORD);
}

const char *desk_area_name(const struct desk *desk, const char *code)
{
    const struct area *area = code ? area_by_code(desk->dataset, code) : NULL;
    return area ? area->name : code;
}

const char *desk_indicator_name(const struct desk *desk, const char *id)
{
    const struct indicator *indicator = id ? indicator_by_id(desk->dataset, id) : NULL;
    return indicator ? indicator->name : id;
}

/* ---- figures ---- */

const struct result *desk_result_at(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                                    const struct area *area, struct period period)
{
    return measure_at(desk->engine, measure, indicator, area, period, desk->period);
}

const struct result *desk_result(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                                 const struct area *area)
{
    return desk_result_at(desk, measure, indicator, area, desk->period);
}

void desk_tell(const struct desk *desk, const struct indicator *indicator)
{
    if (desk->mentioned)
        desk->mentioned->indicators[indicator->index] = true;
}

struct shown desk_shown(const struct desk *desk, const struct result *result, enum measure measure,
                        const struct indicator *indicator)
{
    desk_tell(desk, indicator);
    return (struct shown){result->printed, measure_decimals(measure, indicator)};
}

struct cell shown_cell(const struct desk *desk, struct shown figure)
{
    if (!figure.number)
        return cell_empty();
    const char *text = shown_text(&desk->say, figure);
    return cell_number(text, text);
}

struct cell number_cell(const struct desk *desk, const struct number *number, int decimals)
{
    return shown_cell(desk, shown_of(&desk->say, number, decimals));
}

struct cell desk_cell(const struct desk *desk, const struct result *result, enum measure measure,
                      const struct indicator *indicator)
{
    if (result->printed && result->flag == FLAG_INCOMPLETE) {
        struct cell part = shown_cell(desk, desk_shown(desk, result, measure, indicator));
        part.text = FILL(&desk->say, WORD_CELL_PARTIAL, "值", part.text);
        part.tone = TONE_WAITING;
        return part;
    }
    if (result->printed)
        return shown_cell(desk, desk_shown(desk, result, measure, indicator));
    desk_tell(desk, indicator);
    struct cell cell = cell_text(result_text(desk->arena, result, measure, indicator, desk->say.rounding));
    if (result->flag == FLAG_NO_DATA)
        cell = cell_text(SAY(&desk->say, WORD_CELL_MISSING));
    cell.tone = TONE_MUTED;
    return cell;
}

struct cell desk_cell_of(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                         const struct area *area)
{
    return desk_cell(desk, desk_result(desk, measure, indicator, area), measure, indicator);
}

enum measure desk_growth_measure(const struct indicator *indicator)
{
    return measure_applies(MEASURE_YOY, indicator) ? MEASURE_YOY : MEASURE_CHANGE;
}

bool desk_base_printable(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    struct subject subject = {indicator, area, desk->period, 0};
    if (!measure_applies(MEASURE_YOY, indicator))
        return true;
    const struct result *yoy = measure_of(desk->engine, MEASURE_YOY, subject);
    const struct result *computed_yoy = measure_computed_yoy(desk->engine, subject);
    if (yoy->origin != ORIGIN_REPORTED || !yoy->number)
        return true;
    /* A growth reported over a base that gives none: the base was another one. */
    if (!computed_yoy->number)
        return false;
    const struct number *distance =
        number_absolute(desk->arena, number_subtract(desk->arena, yoy->number, computed_yoy->number));
    return number_compare(distance, number_ratio(desk->arena, 1, 10)) <= 0;
}

struct shown desk_year_before(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    const struct result *before =
        desk_result_at(desk, MEASURE_VALUE, indicator, area, period_year_before(desk->period, 1));
    struct shown figure = desk_shown(desk, before, MEASURE_VALUE, indicator);
    if (before->flag != FLAG_NONE || !desk_base_printable(desk, indicator, area))
        figure.number = NULL;
    return figure;
}

bool desk_counts(const struct desk *desk, const struct indicator *indicator)
{
    enum { SMALL = 1000 };
    if (!indicator_of_things(indicator))
        return false;
    const struct number *whole = desk_result(desk, MEASURE_VALUE, indicator, desk->region)->printed;
    return !whole || number_compare(whole, number_integer(desk->arena, SMALL)) < 0;
}

const char *desk_measure_name(const struct desk *desk, enum measure measure, const struct indicator *indicator)
{
    bool amount = !indicator || indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    return measure == MEASURE_VALUE && !amount ? SAY(&desk->say, WORD_COL_VALUE_TEXT) : measure_name(measure);
}

bool desk_has_figure(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    if (desk_result(desk, MEASURE_VALUE, indicator, area)->printed)
        return true;
    return measure_applies(MEASURE_YOY, indicator) && desk_result(desk, MEASURE_YOY, indicator, area)->printed;
}

bool desk_is_annual(const struct desk *desk, const struct indicator *indicator)
{
    bool any = false;
    for (size_t a = 0; a < desk->dataset->area_count; a++) {
        const struct series *series = dataset_series(desk->dataset, indicator, &desk->dataset->areas[a]);
        for (size_t i = 0; i < series->count; i++) {
            if (series->items[i].period.frequency != FREQUENCY_YEAR)
                return false;
            any = true;
        }
    }
    return any;
}

bool desk_awaits_year_end(const struct desk *desk, const struct indicator *indicator)
{
    return period_months(desk->period) < 12 && desk_is_annual(desk, indicator);
}

bool desk_is_milestone(const struct desk *desk, const struct indicator *indicator)
{
    return desk->composer->targeted[indicator->index].milestone;
}

/* ---- places ---- */

enum measure desk_rank_measure(const struct desk *desk, enum measure measure, const struct indicator *indicator)
{
    if (measure_is_place(measure))
        return place_measure(measure, indicator);
    return rank_wanted(desk->engine, measure, indicator, desk->period) ? measure : rank_measure(indicator);
}

struct place desk_place(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                        const struct area *area)
{
    const struct group *group = group_of(desk->engine, area);
    /* One alone has nobody to be compared with. */
    if (!group || group->count < 2)
        return (struct place){.group = ""};
    enum measure by = desk_rank_measure(desk, measure, indicator);
    struct rank now = rank_of_area(desk->engine, area, by, indicator, desk->period, desk->period);
    struct rank before = rank_of_area(desk->engine, area, by, indicator, period_before(desk->period), desk->period);
    if (desk->mentioned && now.rank)
        desk->mentioned->rank = true;
    return (struct place){.rank = now.rank,
                          .of = now.of,
                          .members = (int)group->count,
                          .tied = now.tied,
                          .previous = before.rank,
                          .group = group->name};
}
