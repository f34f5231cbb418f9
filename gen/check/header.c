/* SPDX-License-Identifier: MIT */
#include "check/header.h"

#include "base/text.h"
#include "check/figure.h"
#include "check/unit.h"

#include <string.h>

/* ---- what a text says ---- */

static bool contains_any(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strstr(text, words[i]))
            return true;
    }
    return false;
}

/* On compacted text, unit and all. */
static bool says_growth(struct arena *arena, const char *text)
{
    static const char *const words[] = {"增速",       "同比",       "增长速度",   "增幅",       "±",
                                        "比上年同期", "比去年同期", "较上年同期", "较去年同期", "增长%"};
    if (contains_any(text, words, sizeof words / sizeof *words))
        return true;
    const char *name, *unit;
    unit_split(arena, text, &name, &unit);
    return text_ends(name, "增长") || text_ends(name, "增长率");
}

/* Takes one such word off the end of a name; NULL when there is none, or nothing else. */
static char *without_suffix(struct arena *arena, const char *name)
{
    static const char *const words[] = {"比上年同期", "比去年同期", "较上年同期", "较去年同期", "增长速度", "同比",
                                        "增长率",     "增长",       "增速",       "增幅",       "累计值",   "累计数",
                                        "累计",       "±",          "%",          "_",          ":"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(name), cut = strlen(words[i]);
        if (length > cut && text_ends(name, words[i]))
            return arena_string_n(arena, name, length - cut);
    }
    return NULL;
}

/* Brackets that tell how the figure was made; anything else at the end of a header is taken for its unit. */
static bool is_unit(const char *text)
{
    static const char *const words[] = {"累计", "累计值", "累计数", "初步数", "快报数", "预计数"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(text, words[i]) == 0)
            return false;
    }
    return *text && !strchr(text, '=');
}

static bool try_name(const struct loader *loader, struct header_name *found, const char *name)
{
    if (!*name)
        return false;
    found->match = names_find_indicator(loader->dataset, name, &found->indicator);
    found->name = name;
    return found->match != NAME_NONE;
}

struct header_name header_name_read(const struct loader *loader, const char *text)
{
    const char *whole = text_compact(loader->arena, text), *name = whole;
    struct header_name found = {.name = whole, .unit = "", .growth = says_growth(loader->arena, whole)};
    bool matched = try_name(loader, &found, whole), in_full = matched;
    for (bool at_end = true; !matched;) {
        const char *rest, *unit;
        if (unit_split(loader->arena, name, &rest, &unit) && *rest) {
            if (at_end && !*found.unit && is_unit(unit))
                found.unit = unit;
            name = rest;
            matched = in_full = try_name(loader, &found, name);
            in_full = in_full && at_end;
            continue;
        }
        at_end = false;
        name = without_suffix(loader->arena, name);
        if (!name)
            break;
        matched = try_name(loader, &found, name);
    }
    if (found.match == NAME_NONE)
        found.name = whole;
    /* A ratio may be called 同比增长企业占比: its own name is no growth of it. */
    if (found.match == NAME_ONE && in_full && found.indicator->kind == KIND_RATIO)
        found.growth = false;
    return found;
}

const struct area *header_area(struct loader *loader, const char *text, const struct where *where, bool in_data)
{
    const struct area *area;
    if (names_find_area(loader->dataset, text, &area) == NAME_NONE) {
        const char *compact = text_compact(loader->arena, text);
        if (text_starts(compact, "其中")) {
            compact += strlen("其中");
            compact += *compact == ':';
            if (*compact && names_find_area(loader->dataset, compact, &area) == NAME_ONE)
                return area;
        }
    }
    return names_area(loader, text, where, in_data);
}

/* ---- where the header is ---- */

static bool is_number(struct loader *loader, const char *text)
{
    const struct number *number;
    struct period year;
    return *text && figure_read(loader->arena, text, FIGURE_IN_PERCENT, false, &number) == FIGURE_NUMBER &&
           !period_parse(text, &year);
}

/* A row with an area near its beginning, or with a number: its area may be misspelt. */
static bool is_data(struct loader *loader, const struct raw_row *row)
{
    const struct area *area;
    bool other = row_filled(row) >= 2;
    for (size_t c = 0; c < row->count; c++) {
        const char *text = row->cells[c].text;
        if (c < 3 && other && *text && names_find_area(loader->dataset, text, &area) != NAME_NONE)
            return true;
        if (c >= 1 && is_number(loader, text))
            return true;
    }
    return false;
}

/* A row of column headings: something besides its first cell that is neither data, preamble nor a title. */
static bool is_heading(struct loader *loader, const struct raw_row *row)
{
    if (is_data(loader, row))
        return false;
    size_t headings = 0;
    const char *last = "";
    for (size_t c = 1; c < row->count; c++) {
        const char *text = row->cells[c].text;
        if (*text && !preamble_is_cell(text)) {
            headings++;
            last = text;
        }
    }
    struct period period;
    /* 附表1,2019年前三季度主要指标 */
    bool title = headings == 1 && period_find(last, &period) && header_name_read(loader, last).match == NAME_NONE;
    return headings > 0 && !title;
}

/* ---- its columns ---- */

static const char *heading(const struct raw_row *row, size_t column)
{
    const char *text = raw_text(row, column);
    return *text && !preamble_is_cell(text) ? text : "";
}

static bool labelled_below(const struct raw_table *table, size_t row, size_t data, size_t column)
{
    for (size_t r = row + 1; r < data; r++) {
        if (*heading(&table->rows[r], column))
            return true;
    }
    return false;
}

/* The cell over a column: its own, or the one to the left that extends over blanks with a label below. */
static const char *level_text(const struct raw_table *table, size_t row, size_t data, size_t column)
{
    for (size_t c = column;; c--) {
        const char *text = heading(&table->rows[row], c);
        /* The corner extends over nothing: it heads the areas. */
        if (*text)
            return c == 0 && column > 0 ? "" : text;
        if (c == 0 || !labelled_below(table, row, data, c))
            return "";
    }
}

static void read_levels(struct loader *loader, const struct raw_table *table, const struct header *header, size_t index,
                        struct header_column *column)
{
    struct buffer joined = {.arena = loader->arena};
    for (size_t r = header->first; r < header->data; r++) {
        const char *text = level_text(table, r, header->data, index);
        if (!*text)
            continue;
        if (column->level_count)
            buffer_add(&joined, "·");
        buffer_add(&joined, text);
        column->levels[column->level_count++] = text;
    }
    column->text = buffer_text(&joined);
    column->label =
        *column->text ? text_line(loader->arena, column->text) : arena_format(loader->arena, "第%zu列", index + 1);
    column->unit = column->above = column->below = column->rest = "";
    column->empty = true;
    for (size_t r = header->data; r < table->row_count && column->empty; r++)
        column->empty = header->noted[r] || !*raw_text(&table->rows[r], index);
}

/* The levels [from, end), without units, compacted, joined. */
static const char *join_levels(struct arena *arena, const struct header_column *column, size_t from, size_t end,
                               const char *between)
{
    struct buffer joined = {.arena = arena};
    for (size_t i = from; i < end; i++) {
        const char *name, *unit;
        unit_split(arena, column->levels[i], &name, &unit);
        if (joined.length)
            buffer_add(&joined, between);
        buffer_add(&joined, text_compact(arena, name));
    }
    return buffer_text(&joined);
}

/* The unit of the lowest level that has one. One above does not reach a growth: 投资（亿元） over 累计, 增速. */
static void set_unit(struct loader *loader, struct header_column *column)
{
    for (size_t i = column->level_count; i-- > 0;) {
        struct header_name name = header_name_read(loader, column->levels[i]);
        bool reaches = i + 1 == column->level_count || !column->growth || unit_is_percent(name.unit) ||
                       unit_is_permille(name.unit);
        if (*name.unit && reaches) {
            column->unit = name.unit;
            return;
        }
    }
}

static bool any_growth(struct loader *loader, const struct header_column *column, size_t but)
{
    for (size_t i = 0; i < column->level_count; i++) {
        if (i != but && says_growth(loader->arena, text_compact(loader->arena, column->levels[i])))
            return true;
    }
    return false;
}

/* The whole of several levels as one name, with and without the dots. */
static struct header_name match_joined(struct loader *loader, const struct header_column *column)
{
    static const char *const betweens[] = {"·", ""};
    struct header_name found = {.match = NAME_NONE};
    if (column->level_count < 2)
        return found;
    found = header_name_read(loader, column->text);
    for (size_t i = 0; i < 2 && found.match == NAME_NONE; i++)
        found = header_name_read(loader, join_levels(loader->arena, column, 0, column->level_count, betweens[i]));
    return found;
}

/* The lowest level that begins with 其中, or the number of levels. */
static size_t of_which_level(struct loader *loader, const struct header_column *column)
{
    for (size_t i = column->level_count; i-- > 0;) {
        if (text_starts(text_compact(loader->arena, column->levels[i]), "其中"))
            return i;
    }
    return column->level_count;
}

/* 其中技改增速 with its 其中 (which may be an alias), else without. */
static struct header_name match_of_which(struct loader *loader, const char *text)
{
    struct header_name found = header_name_read(loader, text);
    if (found.match == NAME_NONE) {
        const char *rest = text_compact(loader->arena, text) + strlen("其中");
        found = header_name_read(loader, rest + (*rest == ':'));
    }
    return found;
}

/* From the most specific reading to the least (SPEC §1). What stands above 其中 is never the answer: the part must not
 * be taken for the whole. */
static void identify(struct loader *loader, struct header_column *column)
{
    size_t level = HEADER_LEVELS, of_which = of_which_level(loader, column);
    struct header_name found = match_joined(loader, column);
    if (found.match == NAME_NONE && of_which < column->level_count)
        found = match_of_which(loader, column->levels[level = of_which]);
    size_t first = of_which < column->level_count ? of_which + 1 : 0;
    for (size_t i = first; i < column->level_count && found.match == NAME_NONE; i++)
        found = header_name_read(loader, column->levels[level = i]);
    if (found.match == NAME_MANY)
        column->ambiguous = found.name;
    if (found.match != NAME_ONE)
        return;
    column->indicator = found.indicator;
    column->growth = found.growth || (level < HEADER_LEVELS && any_growth(loader, column, level));
    if (level < HEADER_LEVELS) {
        column->above = join_levels(loader->arena, column, 0, level, "·");
        column->below = join_levels(loader->arena, column, level + 1, column->level_count, "·");
        column->rest = *column->above && *column->below
                           ? arena_format(loader->arena, "%s·%s", column->above, column->below)
                       : *column->above ? column->above
                                        : column->below;
    }
    set_unit(loader, column);
}

static bool headed(const struct header_column *column, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_same(column->text, words[i]))
            return true;
    }
    return false;
}

#define HEADED(column, ...)                                                                                            \
    headed((column), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* Which columns say where and when. Of a table without a heading 地区 the area's is the first that is neither a period
 * nor a running number, unless it is an indicator. */
static void assign_roles(struct header *header, const struct header_column *columns)
{
    int candidate = -1;
    header->area = header->period = header->status = header->note = -1;
    for (size_t i = 0; i < header->count; i++) {
        const struct header_column *column = &columns[i];
        if (HEADED(column, "period", "时期", "时间", "月份", "季度", "年份", "年月", "报告期")) {
            header->period = header->period < 0 ? (int)i : header->period;
        } else if (HEADED(column, "area", "地区")) {
            header->area = header->area < 0 ? (int)i : header->area;
        } else if (HEADED(column, "status", "状态")) {
            header->status = (int)i;
        } else if (HEADED(column, "note", "备注")) {
            header->note = (int)i;
        } else if (candidate < 0 && !HEADED(column, "序号", "编号", "no", "No.")) {
            candidate = (int)i;
        }
    }
    if (header->area < 0 && candidate >= 0 && !columns[candidate].indicator)
        header->area = candidate;
}

static bool has_role(const struct header *header, size_t column)
{
    int index = (int)column;
    return index == header->area || index == header->period || index == header->status || index == header->note;
}

/* Tries the rows above `data` as the header; true when they name an indicator. */
static bool try_header(struct loader *loader, const struct raw_table *table, size_t data, struct header *header)
{
    *header = (struct header){.first = data, .data = data};
    while (header->first > 0 && data - header->first < HEADER_LEVELS &&
           is_heading(loader, &table->rows[header->first - 1]))
        header->first--;
    if (header->first == data)
        return false;
    header->noted = rows_noted(loader, table, header->first, data);
    for (size_t r = header->first; r < table->row_count; r++) {
        if (!header->noted[r] && table->rows[r].count > header->count)
            header->count = table->rows[r].count;
    }
    struct header_column *columns = arena_alloc(loader->arena, (header->count + 1) * sizeof *columns);
    bool any = false;
    for (size_t i = 0; i < header->count; i++) {
        read_levels(loader, table, header, i, &columns[i]);
        identify(loader, &columns[i]);
        any = any || columns[i].indicator || columns[i].ambiguous;
    }
    header->columns = columns;
    assign_roles(header, columns);
    return any;
}

static void report_columns(struct loader *loader, const struct raw_table *table, const struct header *header)
{
    const char **texts = arena_alloc(loader->arena, (header->count + 1) * sizeof *texts);
    for (size_t i = 0; i < header->count; i++) {
        const struct header_column *column = &header->columns[i];
        struct where where = {.file = table->file, .line = table->rows[header->data - 1].line, .column = column->label};
        texts[i] = has_role(header, i) ? column->label : column->text;
        if (column->ambiguous)
            names_indicator(loader, column->ambiguous, &where, text_starts(table->file, "data/"));
        else if (!column->indicator && !has_role(header, i) && !column->empty && *column->text &&
                 !HEADED(column, "序号", "编号", "no", "No."))
            FINDING(loader->findings, RULE_HEADER_UNKNOWN, &where, text_excerpt(loader->arena, column->text));
    }
    columns_report_unnamed(loader, table, header->data, header->noted, texts, header->count);
}

/* A row with nothing but its area: one that has reported nothing. */
static bool is_lone_area(struct loader *loader, const struct raw_row *row)
{
    const struct area *area;
    return row_filled(row) == 1 && names_find_area(loader->dataset, row_first(row), &area) != NAME_NONE;
}

bool header_read(struct loader *loader, const struct raw_table *table, struct header *header)
{
    /* The first row that looks like data usually is; a title with a number in it may look so too. */
    int tries = 0;
    for (size_t r = 1; r < table->row_count && tries < 20; r++) {
        if (!is_data(loader, &table->rows[r]))
            continue;
        tries++;
        size_t data = r;
        while (data > 1 && is_lone_area(loader, &table->rows[data - 1]))
            data--;
        if (!try_header(loader, table, data, header))
            continue;
        preamble_read(loader, table, header->first, header->data - header->first, &header->preamble);
        report_columns(loader, table, header);
        notes_report(loader, table, header->noted);
        return true;
    }
    return false;
}
