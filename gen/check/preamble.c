/* SPDX-License-Identifier: MIT */
#include "check/preamble.h"

#include "base/text.h"
#include "check/unit.h"

#include <string.h>

/* ---- the rows above the header ---- */

enum key { KEY_DATABASE, KEY_INDICATOR, KEY_AREA, KEY_TIME, KEY_UNIT, KEY_NONE };

/* Cuts 单位：亿元 in two. The value is compacted, which no name or unit minds. */
static enum key read_key(struct arena *arena, const char *text, const char **value)
{
    static const struct {
        const char *text;
        enum key key;
    } keys[] = {{"数据库:", KEY_DATABASE}, {"指标:", KEY_INDICATOR}, {"地区:", KEY_AREA},
                {"时间:", KEY_TIME},       {"单位:", KEY_UNIT},      {"计量单位:", KEY_UNIT}};
    char *compact = text_compact(arena, text);
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

bool preamble_is_cell(const char *text)
{
    struct arena *arena = arena_new();
    const char *value;
    bool is = read_key(arena, text, &value) != KEY_NONE;
    arena_free(arena);
    return is;
}

/* 亿元、% → 亿元. Several units that are no rates say nothing about any one column. */
static const char *pick_unit(struct arena *arena, const char *text)
{
    const char *unit = "", *rate = "";
    bool several = false;
    for (const char *s = text; *s;) {
        size_t length = strcspn(s, ",;");
        const char *ideographic = strstr(s, "、");
        if (ideographic && (size_t)(ideographic - s) < length)
            length = (size_t)(ideographic - s);
        const char *part = arena_string_n(arena, s, length);
        s += length;
        s += text_starts(s, "、") ? strlen("、") : *s != '\0';
        if (unit_is_percent(part) || unit_is_permille(part)) {
            rate = part;
        } else if (*part) {
            several = *unit != '\0';
            unit = part;
        }
    }
    return several ? "" : *unit ? unit : rate;
}

static void take_key(struct arena *arena, struct preamble *preamble, enum key key, const char *value, bool *has_time,
                     struct period *time)
{
    if (key == KEY_INDICATOR && !*preamble->indicator)
        preamble->indicator = value;
    else if (key == KEY_AREA && !*preamble->area)
        preamble->area = value;
    else if (key == KEY_UNIT && !*preamble->unit)
        preamble->unit = pick_unit(arena, value);
    else if (key == KEY_TIME && !*has_time)
        *has_time = period_find(value, time);
}

/* 规模工业主要指标（单位：亿元） */
static void take_title(struct arena *arena, struct preamble *preamble, const char *text)
{
    if (!preamble->has_period)
        preamble->has_period = period_find(text, &preamble->period);
    const char *compact = text_compact(arena, text);
    const char *unit = strstr(compact, "(单位:");
    if (unit && text_ends(compact, ")") && !*preamble->unit) {
        unit += strlen("(单位:");
        preamble->unit = pick_unit(arena, arena_string_n(arena, unit, strlen(unit) - 1));
    }
}

static const char *file_stem(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
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

static void read_file_name(struct arena *arena, const char *file, struct preamble *preamble)
{
    const char *stem = file_stem(arena, file);
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

void preamble_read(struct loader *loader, const struct raw_table *table, size_t rows, size_t header_rows,
                   struct preamble *preamble)
{
    *preamble = (struct preamble){.area = "", .indicator = "", .unit = ""};
    struct arena *arena = loader->arena;
    struct buffer titles = {.arena = arena};
    struct period time;
    bool has_time = false;
    for (size_t r = 0; r < rows + header_rows; r++) {
        const struct raw_row *row = &table->rows[r];
        for (size_t c = 0; c < row->count; c++) {
            const char *value, *text = row->cells[c].text;
            enum key key = *text ? read_key(arena, text, &value) : KEY_NONE;
            if (key == KEY_NONE && r < rows && *text) {
                take_title(arena, preamble, text);
                buffer_format(&titles, "%s，", text);
            }
            if (key == KEY_NONE)
                continue;
            /* The value may have a cell of its own. */
            if (!*value && c + 1 < row->count)
                value = text_compact(arena, row->cells[++c].text);
            take_key(arena, preamble, key, value, &has_time, &time);
        }
    }
    if (!preamble->has_period && has_time) {
        preamble->has_period = true;
        preamble->period = time;
    }
    read_file_name(arena, table->file, preamble);
    if (preamble->has_period && preamble->period.frequency == FREQUENCY_YEAR)
        narrow(arena, buffer_text(&titles), &preamble->period);
}

/* ---- notes ---- */

size_t row_filled(const struct raw_row *row)
{
    size_t filled = 0;
    for (size_t c = 0; c < row->count; c++)
        filled += *row->cells[c].text != '\0';
    return filled;
}

const char *row_first(const struct raw_row *row)
{
    for (size_t c = 0; c < row->count; c++) {
        if (*row->cells[c].text)
            return row->cells[c].text;
    }
    return "";
}

/* 注：…, 注1 …, 数据来源：…; a longer text that only begins like that, when it is alone in its row. */
static bool begins_note(const char *text, size_t filled)
{
    static const char *const words[] = {"注",     "数据来源", "资料来源", "来源", "说明",      "备注",
                                        "附注",   "填表",     "制表",     "填报", "审核",      "联系",
                                        "负责人", "*",        "※",        "#",    "单位负责人"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!text_starts(text, words[i]))
            continue;
        const char *rest = text + strlen(words[i]);
        return filled == 1 || *rest == ':' || *rest == '.' || (*rest >= '0' && *rest <= '9') || text_starts(rest, "、");
    }
    return false;
}

/* 制表：张三,审核：李四 */
static bool only_remarks(struct arena *arena, const struct raw_row *row)
{
    for (size_t c = 0; c < row->count; c++) {
        if (*row->cells[c].text && !strchr(text_compact(arena, row->cells[c].text), ':'))
            return false;
    }
    return true;
}

static bool is_note(struct loader *loader, const struct raw_row *row, bool after_note)
{
    const char *first = row_first(row);
    const struct area *area;
    if (names_find_area(loader->dataset, first, &area) != NAME_NONE)
        return false;
    size_t filled = row_filled(row);
    return begins_note(text_compact(loader->arena, first), filled) || (after_note && filled == 1) ||
           only_remarks(loader->arena, row);
}

const bool *rows_noted(struct loader *loader, const struct raw_table *table, size_t header, size_t data)
{
    bool *noted = arena_alloc(loader->arena, table->row_count + 1);
    for (size_t r = 0; r < header; r++)
        noted[r] = true;
    for (size_t r = data; r < table->row_count; r++)
        noted[r] = is_note(loader, &table->rows[r], r > data && noted[r - 1]);
    return noted;
}

void notes_report(struct loader *loader, const struct raw_table *table, const bool *noted)
{
    size_t count = 0, first = 0;
    for (size_t r = 0; r < table->row_count; r++) {
        if (noted[r] && count++ == 0)
            first = r;
    }
    if (count == 0)
        return;
    struct where where = {.file = table->file, .line = table->rows[first].line};
    FINDING(loader->findings, RULE_TABLE_NOTES, &where, arena_format(loader->arena, "%zu", count),
            text_excerpt(loader->arena, row_first(&table->rows[first])));
}

void columns_report_unnamed(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                            const char *const *headers, size_t count)
{
    const char **reported = NULL; /* for each column the text that has been reported */
    size_t widest = 0;
    for (size_t r = data; r < table->row_count; r++)
        widest = table->rows[r].count > widest ? table->rows[r].count : widest;
    reported = arena_alloc(loader->arena, (widest + 1) * sizeof *reported);
    for (size_t r = data; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        for (size_t c = 0; c < row->count && !noted[r]; c++) {
            if (reported[c] || !*row->cells[c].text || (c < count && *headers[c]))
                continue;
            reported[c] = row->cells[c].text;
            struct where where = {.file = table->file,
                                  .line = row->cells[c].line,
                                  .column = arena_format(loader->arena, "第%zu列", c + 1)};
            FINDING(loader->findings, RULE_COLUMN_UNNAMED, &where, text_excerpt(loader->arena, reported[c]));
        }
    }
}
