/* SPDX-License-Identifier: MIT */
#include "check/preamble.h"

#include "base/text.h"
#include "check/header_name.h"
#include "read/book.h"

#include <string.h>

/* ---- the rows above the header ---- */

enum key { KEY_DATABASE, KEY_INDICATOR, KEY_AREA, KEY_TIME, KEY_UNIT, KEY_NONE };

/* Cuts 指标：工业投资 in two. The value is compacted, which no name minds. */
static enum key read_key(const struct loader *loader, const char *text, const char **value)
{
    static const struct {
        const char *text;
        enum key key;
    } keys[] = {{"数据库:", KEY_DATABASE}, {"指标:", KEY_INDICATOR}, {"地区:", KEY_AREA},
                {"时间:", KEY_TIME},       {"单位:", KEY_UNIT},      {"计量单位:", KEY_UNIT}};
    char *compact = text_compact(loader->arena, text);
    size_t length = strlen(compact);
    if (compact[0] == '(' && compact[length - 1] == ')') {
        compact[length - 1] = '\0';
        compact++;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (text_starts(compact, keys[i].text)) {
            *value = compact + strlen(keys[i].text);
            return keys[i].key;
        }
    }
    return KEY_NONE;
}

bool preamble_is_cell(const struct loader *loader, const char *text)
{
    const char *value;
    if (read_key(loader, text, &value) != KEY_NONE)
        return true;
    /* 工业投资（单位：万元） is a heading. */
    return stated_by_word(loader, text) && header_name_read(loader, text).match == NAME_NONE;
}

static void take_key(const struct loader *loader, struct preamble *preamble, enum key key, const char *value,
                     bool *has_time, struct period *time)
{
    if (key == KEY_INDICATOR && !*preamble->indicator)
        preamble->indicator = stated_cut(loader, value);
    else if (key == KEY_AREA && !*preamble->area)
        preamble->area = stated_cut(loader, value);
    else if (key == KEY_TIME && !*has_time)
        *has_time = period_find(value, time);
}

/* The name of a workbook's sheet; "" for a CSV. */
static const char *sheet_name(struct arena *arena, const char *file)
{
    size_t length = strlen(book_file(arena, file));
    return file[length] ? file + length + 1 : "";
}

static const char *file_stem(struct arena *arena, const char *table)
{
    const char *file = book_file(arena, table), *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    const char *dot = strrchr(name, '.');
    return arena_string_n(arena, name, dot ? (size_t)(dot - name) : strlen(name));
}

/* 1—9月 or 上半年 anywhere in the text, for a table of which only the year is known: taking it for the whole year would
 * be a silent error. */
static bool narrow(struct arena *arena, const char *text, struct period *period)
{
    for (const char *s = text_compact(arena, text); *s; text_next(&s)) {
        struct period found;
        if (period_find(arena_format(arena, "%d年%.30s", period->year, s), &found) && found.year == period->year &&
            found.frequency != FREQUENCY_YEAR) {
            *period = found;
            return true;
        }
    }
    return false;
}

/* The name of the file, or of a workbook's sheet, which goes before. */
static void read_name(struct arena *arena, const char *stem, struct preamble *preamble)
{
    struct period named;
    if (!period_find(stem, &named))
        return;
    if (!preamble->has_period) {
        preamble->has_period = true;
        preamble->period = named;
        if (named.frequency == FREQUENCY_YEAR)
            narrow(arena, stem, &preamble->period);
    } else {
        bool only_year = named.frequency == FREQUENCY_YEAR && named.year == preamble->period.year;
        /* 2019Q3 and 2019-09 end together. */
        bool one_end = named.year == preamble->period.year && period_months(named) == period_months(preamble->period);
        preamble->file_differs = !only_year && !one_end;
    }
}

/* 指标：资产负债率（%） has a unit of its own, which is not the table's. */
static void read_units(const struct loader *loader, const struct raw_table *table, const struct raw_row *row,
                       size_t column, const char *text, bool freely, const struct preamble *preamble)
{
    struct where where = {.file = table->file,
                          .line = column < row->count ? row->cells[column].line : row->line,
                          .column = arena_format(loader->arena, "第%zu列", column + 1)};
    stated_units_read(loader, preamble->units, text, &where, freely ? STATED_ABOVE : STATED_BELOW);
}

void preamble_read_notes(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                         struct preamble *preamble)
{
    for (size_t r = data; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        bool remark = noted[r] || row_is_heading(loader, row);
        for (size_t c = 0; c < row->count && remark; c++) {
            const char *text = row->cells[c].text;
            if (*text)
                read_units(loader, table, row, c, text, row_filled(row) == 1 && stated_is_unit(loader, text), preamble);
        }
    }
}

void preamble_read(struct loader *loader, const struct raw_table *table, size_t rows, size_t header_rows,
                   struct preamble *preamble)
{
    struct arena *arena = loader->arena;
    *preamble = (struct preamble){.area = "", .indicator = "", .units = arena_alloc(arena, sizeof *preamble->units)};
    struct buffer titles = {.arena = arena};
    struct period time;
    bool has_time = false;
    for (size_t r = 0; r < rows + header_rows; r++) {
        const struct raw_row *row = &table->rows[r];
        for (size_t c = 0; c < row->count; c++) {
            const char *value = "", *text = row->cells[c].text;
            if (!*text)
                continue;
            enum key key = read_key(loader, text, &value);
            if (key == KEY_NONE && r < rows) {
                if (!preamble->has_period)
                    preamble->has_period = period_find(text, &preamble->period);
                buffer_format(&titles, "%s，", text);
            }
            /* The value may have a cell of its own. */
            const char *next = raw_text(row, c + 1);
            bool apart =
                key != KEY_NONE ? !*value : r < rows && text_ends(text, "单位") && stated_is_unit(loader, next);
            if (apart && *next) {
                value = text_compact(arena, next);
                text = arena_format(arena, "%s:%s", text, next);
                c++;
            }
            read_units(loader, table, row, c, text, r < rows && (key == KEY_NONE || key == KEY_UNIT), preamble);
            take_key(loader, preamble, key, value, &has_time, &time);
        }
    }
    if (!preamble->has_period && has_time) {
        preamble->has_period = true;
        preamble->period = time;
    }
    const char *sheet = sheet_name(arena, table->file);
    read_name(arena, sheet, preamble);
    read_name(arena, file_stem(arena, table->file), preamble);
    if (preamble->has_period && preamble->period.frequency == FREQUENCY_YEAR)
        narrow(arena, sheet, &preamble->period);
    if (preamble->units->count == 0)
        stated_units_read(loader, preamble->units, sheet, &(struct where){.file = table->file}, STATED_ABOVE);
    if (preamble->units->count == 0)
        stated_units_read(loader, preamble->units, file_stem(arena, table->file), &(struct where){.file = table->file},
                          STATED_ABOVE);
    if (preamble->has_period && preamble->period.frequency == FREQUENCY_YEAR)
        narrow(arena, buffer_text(&titles), &preamble->period);
}
