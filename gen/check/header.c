/* SPDX-License-Identifier: MIT */
#include "check/header.h"

#include "base/text.h"
#include "check/account.h"
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

/* A year may head a column. So may 2019.06 over a blank corner; beside a name it is a figure. */
static bool is_number(struct loader *loader, const char *text, bool named)
{
    const struct number *number;
    struct period period;
    return *text && figure_read(loader->arena, text, FIGURE_IN_PERCENT, false, &number) == FIGURE_NUMBER &&
           (!period_parse(text, &period) || (named && strchr(text, '.')));
}

/* A row with an area near its beginning, or with a number: its area may be misspelt. */
static bool is_data(struct loader *loader, const struct raw_row *row)
{
    const struct area *area;
    bool other = row_filled(row) >= 2, named = *raw_text(row, 0) != '\0';
    for (size_t c = 0; c < row->count; c++) {
        const char *text = row->cells[c].text;
        if (c < 3 && other && *text && names_find_area(loader->dataset, text, &area) != NAME_NONE)
            return true;
        if (c >= 1 && is_number(loader, text, named))
            return true;
    }
    return false;
}

/* A row under the header with a name before nothing but figures that could be years (甲线,2000) or dashes. */
static bool is_named_figures(struct loader *loader, const struct raw_row *row)
{
    size_t figures = 0;
    for (size_t c = 1; c < row->count; c++) {
        const struct number *number;
        enum figure_state state = figure_read(loader->arena, row->cells[c].text, FIGURE_IN_PERCENT, true, &number);
        if (state != FIGURE_NUMBER && state != FIGURE_MISSING)
            return false;
        figures += *row->cells[c].text != '\0';
    }
    return *raw_text(row, 0) && figures > 0;
}

/* 单位 and 万元 in two cells. */
static bool says_unit_apart(const struct loader *loader, const struct raw_row *row)
{
    for (size_t c = 0; c + 1 < row->count; c++) {
        if (text_ends(row->cells[c].text, "单位") && stated_is_unit(loader, row->cells[c + 1].text))
            return true;
    }
    return false;
}

/* A row of column headings: something besides its first cell that is neither data, preamble nor a title. */
static bool is_heading(struct loader *loader, const struct raw_row *row, bool lowest)
{
    if (is_data(loader, row))
        return false;
    size_t headings = 0;
    const char *last = "";
    for (size_t c = 1; c < row->count; c++) {
        const char *text = row->cells[c].text;
        if (*text && !preamble_is_cell(loader, text)) {
            headings++;
            last = text;
        }
    }
    if (!lowest && row_filled(row) == 2 && says_unit_apart(loader, row))
        return false;
    /* ,,（万元） over the header is the whole table's; under it, it belongs to its column. */
    if (headings == 1 && !lowest && row_filled(row) == 1 && header_name_read(loader, last).match == NAME_NONE) {
        struct stated_units units = {0};
        struct where nowhere = {0};
        stated_units_read(loader, &units, last, &nowhere, STATED_ABOVE);
        if (units.count)
            return false;
    }
    struct period period;
    /* 附表1,2019年前三季度主要指标 */
    bool title = headings == 1 && period_find(last, &period) && header_name_read(loader, last).match == NAME_NONE;
    return headings > 0 && !title;
}

/* ---- its columns ---- */

static const char *heading(const struct loader *loader, const struct raw_row *row, size_t column)
{
    const char *text = raw_text(row, column);
    return *text && !preamble_is_cell(loader, text) ? text : "";
}

static bool labelled_below(const struct loader *loader, const struct raw_table *table, size_t row, size_t data,
                           size_t column)
{
    for (size_t r = row + 1; r < data; r++) {
        if (*heading(loader, &table->rows[r], column))
            return true;
    }
    return false;
}

/* The cell over a column: its own, or the one to the left that extends over blanks with a label below. */
static const char *level_text(const struct loader *loader, const struct raw_table *table, size_t row, size_t data,
                              size_t column)
{
    for (size_t c = column;; c--) {
        const char *text = heading(loader, &table->rows[row], c);
        /* The corner extends over nothing: it heads the areas. */
        if (*text)
            return c == 0 && column > 0 ? "" : text;
        if (c == 0 || !labelled_below(loader, table, row, data, c))
            return "";
    }
}

static void read_levels(struct loader *loader, const struct raw_table *table, const struct header *header, size_t index,
                        struct header_column *column)
{
    struct buffer joined = {.arena = loader->arena};
    for (size_t r = header->first; r < header->data; r++) {
        const char *text = level_text(loader, table, r, header->data, index);
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

/* What may stand below an indicator without making another thing of it: how the figure is meant (绝对量, 同比), when it
 * is from, or what says_otherwise and is_no_target look at. 第一产业 is a part, and unknown. */
static bool may_stand_below(struct loader *loader, const char *level)
{
    static const char *const words[] = {"月",   "季",   "年",   "上月", "环比",   "排序", "排名",
                                        "位次", "名次", "占比", "比重", "增减额", "目标", "任务",
                                        "计划", "完成", "进度", "实绩", "实际",   "预期"};
    const char *compact = text_compact(loader->arena, level);
    struct header_name found;
    return header_rest_read(loader, compact, &found) || contains_any(compact, words, sizeof words / sizeof *words) ||
           says_growth(loader->arena, compact);
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
    for (size_t i = level + 1; i < column->level_count && found.match == NAME_ONE; i++) {
        if (!may_stand_below(loader, column->levels[i]))
            return;
    }
    if (found.match != NAME_ONE)
        return;
    column->indicator = found.indicator;
    column->marked = found.marked;
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
           is_heading(loader, &table->rows[header->first - 1], header->first == data))
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

static bool is_unit_column(const struct header *header, size_t index)
{
    const struct header_column *column = &header->columns[index];
    return (int)index != header->area && !column->indicator && stated_is_unit_heading(column->text);
}

static void report_columns(struct loader *loader, const struct raw_table *table, struct header *header)
{
    const char **texts = arena_alloc(loader->arena, (header->count + 1) * sizeof *texts);
    for (size_t i = 0; i < header->count; i++) {
        const struct header_column *column = &header->columns[i];
        struct where where = {.file = table->file,
                              .line = table->rows[header->data - 1].line,
                              .column = column->label,
                              .cell = (int)i + 1};
        texts[i] = has_role(header, i) ? column->label : column->text;
        if (column->marked)
            FINDING(loader->findings, RULE_HEADER_MARK, &where, text_excerpt(loader->arena, column->text));
        if (column->ambiguous) {
            names_indicator(loader, column->ambiguous, &where, text_starts(table->file, "data/"));
            account_column(loader, i, USE_REFUSED, account_reason(loader));
        } else if (HEADED(column, "序号", "编号", "no", "No.")) {
            account_column(loader, i, USE_SKIPPED, RULE_COLUMN_PASSED);
        } else if (!column->indicator && !has_role(header, i) && !is_unit_column(header, i) && !column->empty &&
                   *column->text) {
            FINDING(loader->findings, RULE_HEADER_UNKNOWN, &where, text_excerpt(loader->arena, column->text),
                    header_hint(loader, column->text));
            account_column(loader, i, USE_PASSED, RULE_HEADER_UNKNOWN);
        }
    }
    header->texts = texts;
    columns_report_unnamed(loader, table, header->data, header->noted, texts, header->count);
}

/* A row of one cell at its beginning: an area that has reported nothing, or a heading of the rows (一、山区县), which
 * may stand in the column of the areas. */
static bool is_lone(const struct raw_row *row)
{
    static const char *const numbers[] = {"一", "二", "三", "四", "五", "六",  "七",
                                          "八", "九", "十", "(",  "（", "其中"};
    if (row_filled(row) != 1)
        return false;
    if (*raw_text(row, 0))
        return true;
    const char *text = row_first(row);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *rest = text + strlen(numbers[i]);
        if (text_starts(text, numbers[i]) && (i >= 10 || text_starts(rest, "、") || text_starts(rest, "十")))
            return *raw_text(row, 1) != '\0';
    }
    return false;
}

/* 地区（万元）: the unit in the heading of the areas is the table's. */
static void read_corner(struct loader *loader, const struct raw_table *table, const struct header *header)
{
    if (header->area < 0)
        return;
    const struct header_column *column = &header->columns[header->area];
    struct where where = {.file = table->file,
                          .line = table->rows[header->first].line,
                          .column = column->label,
                          .cell = header->area + 1};
    for (size_t i = 0; i < column->level_count; i++)
        stated_units_read(loader, header->preamble.units, column->levels[i], &where, STATED_ABOVE);
}

/* A column of units says what the others are in. */
static void read_unit_column(struct loader *loader, const struct raw_table *table, const struct header *header)
{
    for (size_t c = 0; c < header->count; c++) {
        for (size_t r = header->data; is_unit_column(header, c) && r < table->row_count; r++) {
            const struct raw_row *row = &table->rows[r];
            struct where where = {
                .file = table->file, .line = row->line, .column = header->columns[c].label, .cell = (int)c + 1};
            if (header->noted[r] || !*raw_text(row, c))
                continue;
            cell_mark(row, c, USE_KEY, 0);
            stated_units_read(loader, header->preamble.units, arena_format(loader->arena, "单位:%s", raw_text(row, c)),
                              &where, STATED_BELOW);
        }
    }
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
        while (data > 1 &&
               (is_lone(&table->rows[data - 1]) || (data > 1 && is_named_figures(loader, &table->rows[data - 1]))))
            data--;
        if (!try_header(loader, table, data, header))
            continue;
        preamble_read(loader, table, header->first, header->data - header->first, &header->preamble);
        preamble_read_notes(loader, table, header->data, header->noted, &header->preamble);
        read_corner(loader, table, header);
        read_unit_column(loader, table, header);
        report_columns(loader, table, header);
        notes_mark(table, header->noted);
        account_header(loader, table, header->first, header->data);
        return true;
    }
    return false;
}

bool header_row_fits(struct loader *loader, const struct raw_table *table, const struct header *header,
                     const struct raw_row *row)
{
    return row_is_heading(loader, row) || row_fits(loader, table, row, header->texts, header->count);
}
