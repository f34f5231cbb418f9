/* SPDX-License-Identifier: MIT */
#include "check/shape.h"

#include "base/text.h"
#include "check/period_columns.h"
#include "check/table_words.h"
#include "check/unit.h"

#include <string.h>

/* ---- slots ---- */

static bool counts_in_percent(const struct indicator *indicator)
{
    return unit_is_percent(indicator->unit) ||
           (!*indicator->unit && (indicator->kind == KIND_RATIO || indicator->kind == KIND_RATE));
}

/* The unit the figures shall be in. A ratio or rate without a unit is in %. */
static const char *wanted_unit(const struct slot *slot)
{
    if (slot->growth || counts_in_percent(slot->indicator))
        return "%";
    return slot->indicator->unit;
}

static enum stated_for purpose(const struct slot *slot)
{
    bool amount = slot->indicator->kind == KIND_FLOW || slot->indicator->kind == KIND_STOCK;
    return slot->growth ? STATED_FOR_GROWTH : amount ? STATED_FOR_AMOUNT : STATED_FOR_OTHER;
}

struct slot slot_make(struct shape *shape, const struct indicator *indicator, enum field field, const char *unit,
                      const struct preamble *preamble, const struct where *where)
{
    struct loader *loader = shape->loader;
    bool reported = field == FIELD_YOY || field == FIELD_SINGLE_YOY;
    if (field == FIELD_YOY && indicator->kind == KIND_RATE)
        field = FIELD_VALUE;
    struct slot slot = {.indicator = indicator,
                        .field = field,
                        .growth = reported || indicator->kind == KIND_RATE,
                        .column = where->column ? where->column : ""};
    const char *wanted = wanted_unit(&slot);
    struct where place = *where;
    place.indicator = indicator->id;
    slot.unit = stated_unit_choose(loader, preamble->units, unit, wanted, purpose(&slot), &place, true);
    slot.refused = !slot.unit;
    slot.reason = slot.refused ? account_reason(loader) : 0;
    if (slot.refused)
        slot.unit = wanted;
    slot.scale = unit_is_percent(slot.unit)    ? FIGURE_IN_PERCENT
                 : unit_is_permille(slot.unit) ? FIGURE_IN_PERMILLE
                                               : FIGURE_PLAIN;
    if (!slot.refused && !text_same(slot.unit, wanted)) {
        slot.factor = unit_factor(loader->arena, slot.unit, wanted);
        slot.refused = !slot.factor;
        slot.reason = RULE_UNIT_CONVERT;
        if (slot.refused)
            REFUSE_CELL(loader, RULE_UNIT_CONVERT, &place, slot.unit, *wanted ? wanted : "（未填）");
    }
    if (!slot.refused)
        slot.read_as = account_figures(
            loader, &(struct understood_column){slot.column, indicator, (int)field, slot.unit, slot.factor});
    return slot;
}

/* ---- cells ---- */

struct where shape_where(const struct raw_table *table, const struct raw_row *row, size_t column, const char *label)
{
    return (struct where){.file = table->file,
                          .line = column < row->count ? row->cells[column].line : row->line,
                          .column = label,
                          .cell = (int)column + 1};
}

static void refuse(struct shape *shape, enum figure_state state, const struct where *where, const struct slot *slot,
                   const struct raw_row *row, size_t column)
{
    static const enum rule rules[] = {
        [FIGURE_DATE] = RULE_DATE_MANGLED,        [FIGURE_SCIENTIFIC] = RULE_NUMBER_SCIENTIFIC,
        [FIGURE_GROUPING] = RULE_NUMBER_GROUPING, [FIGURE_LONG] = RULE_NUMBER_LONG,
        [FIGURE_PERCENT] = RULE_NUMBER_PERCENT,   [FIGURE_INVALID] = RULE_NUMBER_INVALID};
    const char *shown = text_excerpt(shape->loader->arena, raw_text(row, column));
    cell_mark(row, column, USE_REFUSED, rules[state]);
    if (state == FIGURE_PERCENT)
        REFUSE_CELL(shape->loader, RULE_NUMBER_PERCENT, where, slot->unit, shown);
    else
        REFUSE_CELL(shape->loader, rules[state], where, shown);
}

static bool status_wants_empty(char status)
{
    return status == 'M' || status == 'L' || status == 'O';
}

void shape_cell(struct shape *shape, const struct context *context, const struct slot *slot, const struct raw_row *row,
                size_t column)
{
    struct loader *loader = shape->loader;
    const char *text = raw_text(row, column);
    struct where where = shape_where(context->table, row, column, slot->column);
    struct reading reading = {.indicator = slot->indicator,
                              .area = context->area,
                              .period = context->period,
                              .field = slot->field,
                              .status = context->status,
                              .figure = {.file = where.file,
                                         .line = where.line,
                                         .at = (unsigned short)(column + 1),
                                         .read_as = (unsigned short)slot->read_as,
                                         .column = where.column},
                              .note = context->note,
                              .mark = column < row->count ? &row->marks[column] : NULL};
    const struct number *number;
    enum figure_state state = figure_read(loader->arena, text, slot->scale, slot->growth, &number);
    bool contradicts = state == FIGURE_NUMBER && slot->field == FIELD_VALUE && status_wants_empty(context->status);
    if (state > FIGURE_MISSING || contradicts) {
        where.area = context->area->code;
        where.indicator = slot->indicator->id;
        where.period = period_code(loader->arena, context->period);
    }
    cell_mark(row, column, state == FIGURE_MISSING ? USE_EMPTY : state == FIGURE_LOSS ? USE_KEY : USE_FIGURE, 0);
    if (state == FIGURE_LOSS) {
        FINDING(loader->findings, RULE_GROWTH_WORDS, &where, text_excerpt(loader->arena, text));
        reading.note = reading.note ? arena_format(loader->arena, "%s；%s", text, reading.note) : text;
    } else if (contradicts) {
        REFUSE_CELL(loader, RULE_STATUS_VALUE, &where, text_excerpt(loader->arena, text));
        cell_mark(row, column, USE_REFUSED, RULE_STATUS_VALUE);
    } else if (state == FIGURE_NUMBER && slot->refused) {
        cell_mark(row, column, USE_REFUSED, slot->reason);
    } else if (state == FIGURE_NUMBER) {
        account_figure(loader, context->area, context->period);
        reading.figure.number = slot->factor ? number_multiply(loader->arena, number, slot->factor) : number;
    } else if (state > FIGURE_LOSS) {
        refuse(shape, state, &where, slot, row, column);
    }
    ARRAY_ADD(loader->arena, shape->readings, shape->count, reading);
}

static const struct cell_word statuses[] = {
    {"A", 'A'}, {"正常", 'A'}, {"B", 'B'},    {"E", 'E'}, {"估计", 'E'}, {"估计数", 'E'}, {"F", 'F'}, {"L", 'L'},
    {"M", 'M'}, {"O", 'O'},    {"未报", 'O'}, {"P", 'P'}, {"初步", 'P'}, {"初步数", 'P'}, {"U", 'U'}, {"V", 'V'}};

#define STATUSES (sizeof statuses / sizeof *statuses)

const struct cell_word *status_words(struct arena *arena, size_t *count)
{
    (void)arena;
    *count = STATUSES;
    return statuses;
}

char shape_status(struct shape *shape, const char *text, const struct where *where)
{
    int status;
    if (!*text_compact(shape->loader->arena, text))
        return STATUS_UNSET;
    if (cell_word(text, statuses, STATUSES, &status))
        return (char)status;
    REFUSE_CELL(shape->loader, RULE_STATUS_UNKNOWN, where, text_excerpt(shape->loader->arena, text));
    return STATUS_UNSET;
}

/* A date, or the number Excel keeps for one: 1990 to 2099. */
static bool is_date(struct arena *arena, const char *text)
{
    const char *compact = text_compact(arena, text);
    bool serial = strlen(compact) == 5 && strspn(compact, "0123456789") == 5 && strcmp(compact, "32874") >= 0 &&
                  strcmp(compact, "73050") <= 0;
    return serial || figure_is_date(text);
}

bool shape_period(struct shape *shape, const char *text, const struct where *where, struct period *period)
{
    struct arena *arena = shape->loader->arena;
    if (period_parse(text, period))
        return true;
    enum rule rule = !*text_compact(arena, text)      ? RULE_ROW_NO_PERIOD
                     : period_lacks_year(arena, text) ? RULE_PERIOD_NO_YEAR
                     : is_date(arena, text)           ? RULE_DATE_MANGLED
                                                      : RULE_PERIOD_UNKNOWN;
    REFUSE_CELL(shape->loader, rule, where, text_excerpt(arena, text));
    return false;
}
