/* SPDX-License-Identifier: MIT */
/* sources.csv: what the columns of foreign tables mean (SPEC §1). */
#include "check/shape.h"

#include "base/text.h"
#include "check/header.h"
#include "check/sheet.h"
#include "check/table_words.h"
#include "check/unit.h"
#include "read/book.h"

#include <stdlib.h>
#include <string.h>

enum meaning {
    MEANS_VALUE = FIELD_VALUE,
    MEANS_YOY = FIELD_YOY,
    MEANS_SINGLE = FIELD_SINGLE,
    MEANS_SINGLE_YOY = FIELD_SINGLE_YOY,
    MEANS_AREA,
    MEANS_PERIOD,
    MEANS_INDICATOR,
    MEANS_STATUS,
    MEANS_NOTE,
    MEANS_SKIP,
    MEANINGS
};

static const struct cell_word meanings[] = {
    {"area", MEANS_AREA},
    {"地区", MEANS_AREA},
    {"period", MEANS_PERIOD},
    {"时期", MEANS_PERIOD},
    {"indicator", MEANS_INDICATOR},
    {"指标", MEANS_INDICATOR},
    {"value", MEANS_VALUE},
    {"数值", MEANS_VALUE},
    {"yoy", MEANS_YOY},
    {"同比", MEANS_YOY},
    {"single", MEANS_SINGLE},
    {"当期", MEANS_SINGLE},
    {"single_yoy", MEANS_SINGLE_YOY},
    {"当期同比", MEANS_SINGLE_YOY},
    {"status", MEANS_STATUS},
    {"状态", MEANS_STATUS},
    {"note", MEANS_NOTE},
    {"备注", MEANS_NOTE},
    {"skip", MEANS_SKIP},
    {"不用", MEANS_SKIP},
};

enum {
    SOURCE_FILE,
    SOURCE_COLUMN,
    SOURCE_AS,
    SOURCE_INDICATOR,
    SOURCE_PERIOD,
    SOURCE_AREA,
    SOURCE_UNIT,
    SOURCE_COLUMNS
};

static const struct column_name names[SOURCE_COLUMNS] = {
    [SOURCE_FILE] = {"file", "文件", true},      [SOURCE_COLUMN] = {"column", "列", true},
    [SOURCE_AS] = {"as", "含义", true},          [SOURCE_INDICATOR] = {"indicator", "指标", false},
    [SOURCE_PERIOD] = {"period", "时期", false}, [SOURCE_AREA] = {"area", "地区", false},
    [SOURCE_UNIT] = {"unit", "单位", false}};

static const struct column_words words_of[] = {
    {.column = SOURCE_AS, .words = meanings, .count = sizeof meanings / sizeof *meanings},
    {.column = SOURCE_UNIT, .list = unit_words, .more = unit_more},
};
const struct table_words sources_words = {"sources.csv", names, SOURCE_COLUMNS, words_of,
                                          sizeof words_of / sizeof *words_of};

/* One row of sources.csv. */
struct source {
    const char *file; /* without data/ */
    const char *text; /* of the header, or #n */
    bool by_position;
    size_t column; /* from 0; of a header text once the header is known */
    enum meaning meaning;
    const struct indicator *indicator; /* NULL: the row's */
    const struct area *area;           /* NULL: the row's */
    const char *unit;                  /* "" when not given */
    bool has_period;
    struct period period;
    struct where where;
    bool used; /* its file was there */
};

struct sources {
    struct source *items;
    size_t count;
};

static bool is_figure(const struct source *source)
{
    return source->meaning < (enum meaning)FIELD_COUNT;
}

/* ---- reading sources.csv ---- */

/* #3 → 2. */
static bool read_position(const char *text, size_t *column)
{
    char *end;
    if (*text != '#')
        return false;
    unsigned long n = strtoul(text + 1, &end, 10);
    if (end == text + 1 || *end || n < 1 || n > 10000)
        return false;
    *column = n - 1;
    return true;
}

static bool read_names(const struct sheet *sheet, struct source *source)
{
    struct loader *loader = sheet->loader;
    const char *indicator = sheet_text(sheet, SOURCE_INDICATOR), *area = sheet_text(sheet, SOURCE_AREA);
    bool good = true;
    if (*indicator && is_figure(source)) {
        struct where where = sheet_where(sheet, SOURCE_INDICATOR);
        source->indicator = names_indicator(loader, indicator, &where, false);
        good = source->indicator != NULL;
    }
    if (*area) {
        struct where where = sheet_where(sheet, SOURCE_AREA);
        source->area = names_area(loader, area, &where, false);
        good = good && source->area;
    }
    if (*sheet_text(sheet, SOURCE_PERIOD)) {
        source->has_period = period_parse(sheet_text(sheet, SOURCE_PERIOD), &source->period);
        good = good && source->has_period;
        if (!source->has_period)
            sheet_report(sheet, SOURCE_PERIOD, RULE_PERIOD_UNKNOWN);
    }
    bool single = source->meaning == MEANS_SINGLE || source->meaning == MEANS_SINGLE_YOY;
    if (good && single && source->indicator && source->indicator->kind != KIND_FLOW) {
        sheet_report(sheet, SOURCE_AS, RULE_SOURCE_SINGLE);
        good = false;
    }
    return good;
}

/* Of a row that is refused the column is known all the same: it is passed over, not missed in the list. */
static bool read_source(const struct sheet *sheet, struct source *source)
{
    int meaning;
    const char *file, *text;
    if (!sheet_required(sheet, SOURCE_FILE, &file) || !sheet_required(sheet, SOURCE_COLUMN, &text))
        return false;
    bool good = cell_word(sheet_text(sheet, SOURCE_AS), meanings, sizeof meanings / sizeof *meanings, &meaning);
    if (!good)
        sheet_report(sheet, SOURCE_AS, RULE_SOURCE_MEANING);
    *source = (struct source){.file = text_starts(file, "data/") ? file + strlen("data/") : file,
                              .text = text,
                              .meaning = good ? (enum meaning)meaning : MEANS_SKIP,
                              .unit = sheet_text(sheet, SOURCE_UNIT),
                              .where = sheet_where(sheet, SOURCE_COLUMN)};
    source->by_position = read_position(text_compact(sheet->loader->arena, text), &source->column);
    if (good && !read_names(sheet, source))
        source->meaning = MEANS_SKIP;
    return true;
}

struct sources *sources_read(struct shape *shape)
{
    struct loader *loader = shape->loader;
    struct sheet sheet;
    if (!sheet_exists(loader, "sources.csv") || !sheet_open(&sheet, loader, "sources.csv", names, SOURCE_COLUMNS))
        return NULL;
    struct sources *sources = arena_alloc(loader->arena, sizeof *sources);
    while (sheet_next(&sheet)) {
        struct source source;
        if (read_source(&sheet, &source))
            ARRAY_ADD(loader->arena, sources->items, sources->count, source);
    }
    return sources;
}

void sources_report_unused(struct shape *shape, const struct sources *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->items[i];
        bool first = !source->used;
        for (size_t j = 0; j < i && first; j++)
            first = strcmp(sources->items[j].file, source->file) != 0;
        if (first)
            FINDING(shape->loader->findings, RULE_SOURCE_FILE, &source->where, source->file);
    }
}

/* ---- one table ---- */

struct foreign {
    struct shape *shape;
    const struct raw_table *table;
    struct source *sources; /* those of this file */
    size_t count;
    const struct raw_row *header;                                   /* NULL: the table has none */
    size_t data;                                                    /* the first row of data */
    const struct source *area, *period, *indicator, *status, *note; /* NULL: no such column */
    struct preamble preamble;
    struct slot *slots;       /* [source]; without an indicator when that is the row's */
    const char *const *texts; /* of the header, "" where a column has none, "#" where sources.csv says what it is */
    size_t text_count;
};

static bool in_row(const struct raw_row *row, const char *text)
{
    for (size_t c = 0; c < row->count; c++) {
        if (*row->cells[c].text && text_same(row->cells[c].text, text))
            return true;
    }
    return false;
}

/* The first row with all the header texts; else false, and those that the likeliest row lacks are findings. */
static bool find_by_texts(struct foreign *foreign, size_t texts)
{
    const struct raw_table *table = foreign->table;
    size_t best = 0, most = 0;
    for (size_t r = 0; r < table->row_count; r++) {
        size_t found = 0;
        for (size_t i = 0; i < foreign->count; i++)
            found += !foreign->sources[i].by_position && in_row(&table->rows[r], foreign->sources[i].text);
        if (found > most) {
            most = found;
            best = r;
        }
        if (found == texts)
            break;
    }
    foreign->header = &table->rows[best];
    foreign->data = best + 1;
    for (size_t i = 0; i < foreign->count && most < texts; i++) {
        const struct source *source = &foreign->sources[i];
        if (!source->by_position && (most == 0 || !in_row(foreign->header, source->text)))
            FINDING(foreign->shape->loader->findings, RULE_SOURCE_COLUMN, &source->where, source->file, source->text);
    }
    return most == texts;
}

/* By positions only: the first row whose cells there are filled and name no area. A row of data above it means that
 * there is no header at all. */
static void find_by_positions(struct foreign *foreign)
{
    const struct raw_table *table = foreign->table;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        bool filled = true, named = false;
        for (size_t i = 0; i < foreign->count; i++) {
            const struct area *area;
            const char *text = raw_text(row, foreign->sources[i].column);
            filled = filled && (*text || foreign->sources[i].meaning == MEANS_SKIP);
            named = named || (*text && names_find_area(foreign->shape->loader->dataset, text, &area) != NAME_NONE);
        }
        if (named && row_filled(row) > 1)
            break;
        if (filled && !named) {
            foreign->header = row;
            foreign->data = r + 1;
            return;
        }
    }
}

/* Says where each of the header texts is; false when one is there twice, or a position lies outside. */
static bool place_columns(struct foreign *foreign)
{
    struct loader *loader = foreign->shape->loader;
    size_t widest = 0;
    bool good = true;
    for (size_t r = 0; r < foreign->table->row_count; r++)
        widest = foreign->table->rows[r].count > widest ? foreign->table->rows[r].count : widest;
    for (size_t i = 0; i < foreign->count; i++) {
        struct source *source = &foreign->sources[i];
        size_t found = 0;
        for (size_t c = 0; !source->by_position && c < foreign->header->count; c++) {
            if (text_same(foreign->header->cells[c].text, source->text) && found++ == 0)
                source->column = c;
        }
        if (source->column >= widest) {
            FINDING(loader->findings, RULE_SOURCE_COLUMN, &source->where, source->file, source->text);
            good = false;
        } else if (found > 1) {
            FINDING(loader->findings, RULE_SOURCE_COLUMN_TWICE, &source->where, source->file, source->text);
            good = false;
        }
    }
    return good;
}

static bool assign_roles(struct foreign *foreign)
{
    bool good = true;
    for (size_t i = 0; i < foreign->count; i++) {
        const struct source *source = &foreign->sources[i];
        const struct source **role = source->meaning == MEANS_AREA        ? &foreign->area
                                     : source->meaning == MEANS_PERIOD    ? &foreign->period
                                     : source->meaning == MEANS_INDICATOR ? &foreign->indicator
                                     : source->meaning == MEANS_STATUS    ? &foreign->status
                                     : source->meaning == MEANS_NOTE      ? &foreign->note
                                                                          : NULL;
        if (!role)
            continue;
        if (*role) {
            static const char *const words[MEANINGS] = {[MEANS_AREA] = "area",
                                                        [MEANS_PERIOD] = "period",
                                                        [MEANS_INDICATOR] = "indicator",
                                                        [MEANS_STATUS] = "status",
                                                        [MEANS_NOTE] = "note"};
            FINDING(foreign->shape->loader->findings, RULE_SOURCE_TWICE, &source->where, words[source->meaning],
                    source->text);
            good = false;
        }
        *role = source;
    }
    return good;
}

static const char *header_text(const struct foreign *foreign, size_t column)
{
    return foreign->header ? raw_text(foreign->header, column) : "";
}

static const char *label(const struct foreign *foreign, size_t column)
{
    const char *text = header_text(foreign, column);
    struct arena *arena = foreign->shape->loader->arena;
    return *text ? text_line(arena, text) : arena_format(arena, "第%zu列", column + 1);
}

/* A second header row: nobody's, and without a number. */
static bool continues_header(const struct foreign *foreign, const struct raw_row *row)
{
    if (!foreign->area || *raw_text(row, foreign->area->column))
        return false;
    for (size_t i = 0; i < foreign->count; i++) {
        const struct number *number;
        if (is_figure(&foreign->sources[i]) &&
            figure_read(foreign->shape->loader->arena, raw_text(row, foreign->sources[i].column), FIGURE_IN_PERCENT,
                        true, &number) == FIGURE_NUMBER)
            return false;
    }
    return true;
}

static struct slot make_slot(struct foreign *foreign, const struct source *source, const struct indicator *indicator,
                             const struct where *where)
{
    const char *unit = source->unit;
    if (!*unit)
        unit = header_name_read(foreign->shape->loader, header_text(foreign, source->column)).unit;
    /* Under 本年累计 a second row of the header may have （万元）. */
    for (const struct raw_row *row = foreign->header; !*unit && row && ++row < foreign->table->rows + foreign->data;)
        unit = header_name_read(foreign->shape->loader, raw_text(row, source->column)).unit;
    return slot_make(foreign->shape, indicator, (enum field)source->meaning, unit, &foreign->preamble, where);
}

/* Checks that every figure will have an indicator, an area and a period, and makes the slots. */
static bool prepare_figures(struct foreign *foreign)
{
    struct loader *loader = foreign->shape->loader;
    struct where table = {.file = foreign->table->file};
    bool area = true, period = true, indicator = true;
    foreign->slots = arena_alloc(loader->arena, (foreign->count + 1) * sizeof *foreign->slots);
    for (size_t i = 0; i < foreign->count; i++) {
        const struct source *source = &foreign->sources[i];
        if (!is_figure(source))
            continue;
        area = area && (source->area || foreign->area || *foreign->preamble.area);
        period = period && (source->has_period || foreign->period || foreign->preamble.has_period);
        if (!source->indicator && !foreign->indicator) {
            FINDING(loader->findings, RULE_SOURCE_INDICATOR, &source->where, source->text);
            indicator = false;
        }
        struct where where = {.file = foreign->table->file,
                              .line = foreign->header ? foreign->header->line : 0,
                              .column = label(foreign, source->column)};
        if (source->indicator)
            foreign->slots[i] = make_slot(foreign, source, source->indicator, &where);
    }
    if (!area)
        REFUSE_CELL(loader, RULE_TABLE_NO_AREA, &table, NULL);
    if (!period)
        REFUSE_CELL(loader, RULE_PERIOD_MISSING, &table, NULL);
    return area && period && indicator;
}

static void report_unlisted(struct foreign *foreign, const bool *noted)
{
    struct loader *loader = foreign->shape->loader;
    const struct raw_table *table = foreign->table;
    size_t count = foreign->header ? foreign->header->count : 0;
    for (size_t i = 0; i < foreign->count; i++)
        count = foreign->sources[i].column >= count ? foreign->sources[i].column + 1 : count;
    const char **texts = arena_alloc(loader->arena, (count + 1) * sizeof *texts);
    for (size_t c = 0; c < count; c++) {
        texts[c] = header_text(foreign, c);
        bool listed = false;
        for (size_t i = 0; i < foreign->count; i++)
            listed = listed || foreign->sources[i].column == c;
        if (listed) {
            texts[c] = "#";
        } else if (*texts[c]) {
            account_column(loader, c, USE_PASSED, RULE_SOURCE_UNLISTED);
            struct where where = shape_where(table, foreign->header, c, label(foreign, c));
            FINDING(loader->findings, RULE_SOURCE_UNLISTED, &where, text_excerpt(loader->arena, texts[c]));
        }
    }
    foreign->texts = texts;
    foreign->text_count = count;
    columns_report_unnamed(loader, table, foreign->data, noted, texts, count);
}

/* ---- its rows ---- */

struct row_keys {
    const struct area *area;           /* NULL: the row names none */
    const struct indicator *indicator; /* the same */
    bool has_period, bad;              /* bad: a key that was needed could not be read */
    bool told;                         /* that one is lacking */
    struct period period;
};

static bool has_figures(const struct foreign *foreign, const struct raw_row *row)
{
    for (size_t i = 0; i < foreign->count; i++) {
        if (is_figure(&foreign->sources[i]) && *raw_text(row, foreign->sources[i].column))
            return true;
    }
    return false;
}

static struct where key_where(const struct foreign *foreign, const struct raw_row *row, const struct source *source)
{
    return shape_where(foreign->table, row, source->column, label(foreign, source->column));
}

static void read_area(const struct foreign *foreign, const struct raw_row *row, struct row_keys *keys)
{
    struct loader *loader = foreign->shape->loader;
    if (!foreign->area) {
        if (*foreign->preamble.area)
            keys->area =
                names_area(loader, foreign->preamble.area, &(struct where){.file = foreign->table->file}, true);
        return;
    }
    const char *text = raw_text(row, foreign->area->column);
    struct where where = key_where(foreign, row, foreign->area);
    if (*text) {
        keys->area = header_area(loader, text, &where, true);
        keys->bad = keys->bad || !keys->area;
        cell_mark(row, foreign->area->column, USE_KEY, 0);
    }
}

static struct row_keys read_keys(const struct foreign *foreign, const struct raw_row *row)
{
    struct row_keys keys = {0};
    read_area(foreign, row, &keys);
    if (foreign->period && *raw_text(row, foreign->period->column)) {
        struct where where = key_where(foreign, row, foreign->period);
        keys.has_period = shape_period(foreign->shape, raw_text(row, foreign->period->column), &where, &keys.period);
        keys.bad = keys.bad || !keys.has_period;
        cell_mark(row, foreign->period->column, USE_KEY, 0);
    } else if (foreign->preamble.has_period) {
        keys.has_period = true;
        keys.period = foreign->preamble.period;
    }
    if (foreign->indicator && *raw_text(row, foreign->indicator->column)) {
        struct where where = key_where(foreign, row, foreign->indicator);
        keys.indicator =
            names_indicator(foreign->shape->loader, raw_text(row, foreign->indicator->column), &where, true);
        keys.bad = keys.bad || !keys.indicator;
        cell_mark(row, foreign->indicator->column, USE_KEY, 0);
    }
    return keys;
}

/* A key that neither sources.csv nor the row gives: told once for the row, at the cell that lacks it (`key`), else at
 * the figure's. */
static void report_lack(const struct foreign *foreign, const struct raw_row *row, const struct source *source,
                        const struct source *key, enum rule rule, struct row_keys *keys)
{
    struct loader *loader = foreign->shape->loader;
    struct where where = key_where(foreign, row, key ? key : source);
    if (!keys->told)
        REFUSE_CELL(loader, rule, &where, text_excerpt(loader->arena, raw_text(row, source->column)));
    keys->told = true;
    cell_mark(row, source->column, USE_REFUSED, rule);
}

/* One figure of a row. */
static void read_figure(struct foreign *foreign, const struct raw_row *row, size_t index, struct row_keys *keys,
                        struct context context)
{
    struct loader *loader = foreign->shape->loader;
    const struct source *source = &foreign->sources[index];
    const struct indicator *indicator = source->indicator ? source->indicator : keys->indicator;
    context.area = source->area ? source->area : keys->area;
    context.period = source->has_period ? source->period : keys->period;
    struct where where = key_where(foreign, row, source);
    if (!context.area)
        report_lack(foreign, row, source, foreign->area, RULE_ROW_NO_AREA, keys);
    else if (!indicator)
        report_lack(foreign, row, source, foreign->indicator, RULE_ROW_NO_INDICATOR, keys);
    else if (!source->has_period && !keys->has_period)
        report_lack(foreign, row, source, foreign->period, RULE_ROW_NO_PERIOD, keys);
    else if (source->meaning >= MEANS_SINGLE && indicator->kind != KIND_FLOW) {
        REFUSE_CELL(loader, RULE_SOURCE_SINGLE, &where, text_excerpt(loader->arena, raw_text(row, source->column)));
        cell_mark(row, source->column, USE_REFUSED, RULE_SOURCE_SINGLE);
    } else {
        struct slot slot = foreign->slots[index];
        if (!slot.indicator)
            slot = make_slot(foreign, source, indicator, &where);
        shape_cell(foreign->shape, &context, &slot, row, source->column);
    }
}

/* A row with figures whose column of areas is empty: told once, at that cell. Periods there mean that it is the header,
 * which #n alone can't tell. */
static bool report_nameless(const struct foreign *foreign, const struct raw_row *row)
{
    struct loader *loader = foreign->shape->loader;
    const char *first = "";
    bool periods = true, needed = false;
    if (!foreign->area || *raw_text(row, foreign->area->column))
        return false;
    for (size_t i = 0; i < foreign->count; i++) {
        const struct source *source = &foreign->sources[i];
        const char *text = raw_text(row, source->column);
        struct period period;
        if (!is_figure(source) || source->area || !*text)
            continue;
        needed = true;
        first = *first ? first : text;
        periods = periods && period_parse(text, &period);
    }
    if (!needed)
        return false;
    struct where where = key_where(foreign, row, foreign->area);
    enum rule rule = periods && !foreign->header ? RULE_SOURCE_HEADER : RULE_ROW_NO_AREA;
    REFUSE_CELL(loader, rule, &where, text_excerpt(loader->arena, first));
    row_refuse(row, rule);
    return true;
}

static void read_row(struct foreign *foreign, const struct raw_row *row)
{
    struct loader *loader = foreign->shape->loader;
    if (!has_figures(foreign, row)) {
        const struct area *area;
        if (foreign->area && names_find_area(loader->dataset, raw_text(row, foreign->area->column), &area) != NAME_NONE)
            row_mark(row, USE_SKIPPED, 0); /* an area that reported nothing */
        else
            row_pass(loader, foreign->table, row);
        return;
    }
    if (report_nameless(foreign, row))
        return;
    struct row_keys keys = read_keys(foreign, row);
    struct context context = {.table = foreign->table};
    if (foreign->status) {
        struct where where = key_where(foreign, row, foreign->status);
        cell_mark(row, foreign->status->column, USE_KEY, 0);
        context.status = shape_status(foreign->shape, raw_text(row, foreign->status->column), &where);
    }
    if (foreign->note && *raw_text(row, foreign->note->column)) {
        context.note = raw_text(row, foreign->note->column);
        cell_mark(row, foreign->note->column, USE_KEY, 0);
    }
    if (keys.bad)
        row_refuse(row, account_reason(loader));
    for (size_t i = 0; i < foreign->count && !keys.bad; i++) {
        if (is_figure(&foreign->sources[i]))
            read_figure(foreign, row, i, &keys, context);
    }
}

static bool find_header(struct foreign *foreign)
{
    size_t texts = 0;
    for (size_t i = 0; i < foreign->count; i++)
        texts += !foreign->sources[i].by_position;
    if (texts == 0)
        find_by_positions(foreign);
    else if (!find_by_texts(foreign, texts))
        return false;
    return place_columns(foreign) && assign_roles(foreign);
}

/* Columns that sources.csv says are not to be read, and the headings of those that are. */
static void mark_columns(struct foreign *foreign)
{
    for (size_t i = 0; i < foreign->count; i++) {
        const struct source *source = &foreign->sources[i];
        if (source->meaning == MEANS_SKIP)
            account_column(foreign->shape->loader, source->column, USE_SKIPPED, 0);
        else if (is_figure(source) && source->indicator)
            account_heading(foreign->shape->loader, source->column, source->indicator->name);
    }
}

static void read_table(struct foreign *foreign)
{
    struct loader *loader = foreign->shape->loader;
    const struct raw_table *table = foreign->table;
    account_shape(loader, SHAPE_BY_SOURCES);
    if (!find_header(foreign)) {
        account_refuse(loader);
        return;
    }
    size_t above = foreign->header ? foreign->data - 1 : 0;
    for (int more = 0; foreign->header && more < 2 && foreign->data < table->row_count &&
                       continues_header(foreign, &table->rows[foreign->data]);
         more++)
        foreign->data++;
    preamble_read(loader, table, above, foreign->data - above, &foreign->preamble);
    const bool *noted = rows_noted(loader, table, above, foreign->data);
    preamble_read_notes(loader, table, foreign->data, noted, &foreign->preamble);
    notes_mark(table, noted);
    account_header(loader, table, above, foreign->data);
    report_unlisted(foreign, noted);
    mark_columns(foreign);
    if (!prepare_figures(foreign)) {
        account_refuse(loader);
        return;
    }
    for (size_t r = foreign->data; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        bool fits = noted[r] || row_is_heading(loader, row) ||
                    row_fits(loader, table, row, foreign->texts, foreign->text_count);
        if (!noted[r] && fits)
            read_row(foreign, row);
    }
    stated_units_report(loader, foreign->preamble.units);
}

bool sources_table_read(struct shape *shape, struct sources *sources, const struct raw_table *table)
{
    struct foreign foreign = {.shape = shape, .table = table};
    const char *name = text_starts(table->file, "data/") ? table->file + strlen("data/") : table->file;
    const char *book = book_file(shape->loader->arena, name); /* said of all its sheets */
    for (size_t i = 0; i < sources->count; i++) {
        struct source *source = &sources->items[i];
        if (!text_same(source->file, name) && !text_same(source->file, book))
            continue;
        source->used = true;
        ARRAY_ADD(shape->loader->arena, foreign.sources, foreign.count, *source);
    }
    if (foreign.count)
        read_table(&foreign);
    return foreign.count > 0;
}
