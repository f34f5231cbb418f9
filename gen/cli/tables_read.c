/* SPDX-License-Identifier: MIT */
#include "cli/tables_read.h"

#include "base/message.h"
#include "base/text.h"
#include "cli/told.h"
#include "read/book.h"
#include "read/raw.h"
#include "render/display.h"

#include <string.h>

/* ---- a line for each table ---- */

static const char *const shapes[SHAPES] = {
    [SHAPE_UNKNOWN] = N_("看不懂的表"),
    [SHAPE_TIDY] = N_("一行一数的表"),
    [SHAPE_BY_INDICATOR] = N_("各列是指标的表"),
    [SHAPE_BY_PERIOD] = N_("各列是时期的表"),
    [SHAPE_BY_SOURCES] = N_("按 sources.csv 读的表"),
    [SHAPE_TARGET_ROWS] = N_("一行一个目标的表"),
    [SHAPE_TARGET_COLUMNS] = N_("各列是目标的表"),
    [SHAPE_LIST] = N_("固定格式的表"),
};

static void add_periods(const struct understood *table, struct buffer *out)
{
    if (!table->has_period)
        return;
    buffer_add(out, _("，"));
    buffer_add(out, period_told(out->arena, table->first));
    if (period_compare(table->first, table->last) != 0)
        buffer_format(out, _(" 至 %s"), period_told(out->arena, table->last));
}

static void add_header(const struct understood *table, struct buffer *out)
{
    if (table->header && table->header != table->header_end)
        buffer_format(out, _("，表头第 %d—%d 行"), table->header, table->header_end);
    else if (table->header)
        buffer_format(out, _("，表头第 %d 行"), table->header);
}

/* Only what there is, but for what was used and what is empty: those are always told. */
static void add_cells(const struct understood *table, struct buffer *out)
{
    const size_t *n = table->uses;
    const struct {
        size_t count;
        const char *words;
    } named[] = {{n[USE_HEADER], N_("表头")},   {n[USE_REMARK], N_("标题和说明")}, {n[USE_SKIPPED], N_("不必读")},
                 {n[USE_PASSED], N_("未使用")}, {n[USE_REFUSED], N_("拒绝")},      {n[USE_UNTOLD], N_("漏掉")}};
    buffer_format(out, _("；共 %zu 格：使用 %zu，空 %zu"), table->cells, understood_used(table), n[USE_EMPTY]);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].count)
            buffer_format(out, _("，%s %zu"), _(named[i].words), named[i].count);
}

static void add_column(const struct understood *table, const struct understood_column *column, struct buffer *out)
{
    static const char *const fields[FIELD_COUNT] = {
        [FIELD_YOY] = N_("同比"), [FIELD_SINGLE] = N_("当期"), [FIELD_SINGLE_YOY] = N_("当期同比")};
    const char *heading = understood_heading(table, column, out->arena), *field = fields[column->field];
    const char *factor = understood_factor(column, out->arena);
    if (*heading)
        buffer_format(out, "%s → ", heading);
    buffer_add(out, column->indicator->name);
    if (field)
        buffer_format(out, " %s", _(field));
    if (*factor)
        buffer_format(out, _("（%s，×%s）"), column->unit, factor);
    else if (*column->unit)
        buffer_format(out, _("（%s）"), column->unit);
}

static void add_reasons(const struct understood *table, struct buffer *out)
{
    static const char *const words[USES] = {[USE_PASSED] = N_("未使用"), [USE_REFUSED] = N_("拒绝")};
    for (size_t i = 0; i < table->reason_count; i++) {
        const struct understood_reason *reason = &table->reasons[i];
        const char *why = reason->why ? finding_clause(reason->why, out->arena, true) : rule_code(reason->rule);
        buffer_format(out, _("    %s %zu 格，第 %d 行起：%s\n"), _(words[reason->use]), reason->count, reason->line,
                      why);
    }
}

static void add_table(const struct understood *table, struct buffer *out)
{
    buffer_format(out, _("%s：%s，%s"), table->file, _(shapes[table->shape]), table->encoding);
    add_periods(table, out);
    add_header(table, out);
    if (table->areas)
        buffer_format(out, _("，%zu 个地区"), table->areas);
    add_cells(table, out);
    if (table->broken)
        buffer_format(out, _("；另有 %zu 行分不成格"), table->broken);
    buffer_add(out, "\n");
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_add(out, i ? _("、") : "    ");
        add_column(table, &table->columns[i], out);
    }
    if (table->column_count)
        buffer_add(out, "\n");
    add_reasons(table, out);
}

void tables_read_list(const struct dataset *dataset, struct buffer *out)
{
    if (!dataset->table_count)
        return;
    buffer_add(out, _("各表读法：\n"));
    for (size_t i = 0; i < dataset->table_count; i++)
        add_table(dataset->tables[i], out);
    buffer_add(out, "\n");
}

const struct understood *tables_read_find(const struct dataset *dataset, const char *name, struct arena *arena)
{
    const struct understood *found = NULL;
    while (text_starts(name, "./"))
        name += strlen("./");
    for (size_t i = 0; i < dataset->table_count; i++) {
        const struct understood *table = dataset->tables[i];
        const char *slash = strrchr(table->file, '/');
        if (!strcmp(table->file, name))
            return table;
        const char *book = book_file(arena, table->file), *last = strrchr(book, '/');
        bool named =
            (slash && strcmp(slash + 1, name) == 0) || strcmp(book, name) == 0 || (last && strcmp(last + 1, name) == 0);
        if (!named)
            continue;
        if (found)
            return NULL;
        found = table;
    }
    return found;
}

/* ---- the table itself ---- */

enum { WIDEST = 24, MARK = 3 }; /* the width of a cell's text at most; that of its mark and a blank */

/* The mark of a cell: a character for each of enum cell_use, in its order. */
static const char *mark_of(struct arena *arena, enum cell_use use)
{
    const char *at = _("漏数名空头注免弃拒"), *end = at;
    text_next(&end);
    for (enum cell_use i = 0; i < use; i++) {
        at = end;
        text_next(&end);
    }
    return arena_string_n(arena, at, (size_t)(end - at));
}

/* Controls as blanks, and without what turns the direction of writing: a table must not be able to move the cursor. */
static const char *safe(struct arena *arena, const char *text)
{
    struct buffer out = {.arena = arena};
    while (*text) {
        const char *from = text;
        uint32_t c = text_next(&text);
        bool turns = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
            buffer_add(&out, " ");
        else if (!turns)
            buffer_add_n(&out, from, (size_t)(text - from));
    }
    return buffer_text(&out);
}

/* At most WIDEST columns of the terminal, the last one … where something is left out. */
static const char *shorten(struct arena *arena, const char *text)
{
    text = safe(arena, text);
    if (display_width(text, DISPLAY_TERMINAL) <= WIDEST)
        return text;
    const char *end = text;
    for (const char *next = text; text_next(&next);) {
        const char *so_far = arena_string_n(arena, text, (size_t)(next - text));
        if (display_width(so_far, DISPLAY_TERMINAL) > WIDEST - 2)
            break;
        end = next;
    }
    return arena_format(arena, "%.*s…", (int)(end - text), text);
}

static void add_padded(struct buffer *out, const char *text, int width, bool right)
{
    int blanks = width - display_width(text, DISPLAY_TERMINAL);
    if (!right)
        buffer_add(out, text);
    for (int i = 0; i < blanks; i++)
        buffer_add(out, " ");
    if (right)
        buffer_add(out, text);
}

/* Without the blanks that only filled up the last column. */
static void end_line(struct buffer *out)
{
    while (out->length && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
    buffer_add(out, "\n");
}

/* What stands alone in its row runs on over the columns beside it. */
static bool runs_on(const struct raw_row *row, size_t column)
{
    for (size_t c = 0; c < row->count; c++)
        if (c != column && *row->cells[c].text)
            return false;
    return true;
}

static int *measure_columns(const struct understood *table, struct arena *arena)
{
    int *widths = arena_alloc(arena, (table->width + 1) * sizeof *widths);
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct raw_row *row = &table->table->rows[r];
        for (size_t c = 0; c < row->count; c++) {
            int width = runs_on(row, c) ? 0 : display_width(shorten(arena, row->cells[c].text), DISPLAY_TERMINAL);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
    for (size_t c = 0; c < table->width; c++) {
        const char *heading = table->headings[c];
        int width = heading ? display_width(shorten(arena, heading), DISPLAY_TERMINAL) : 0;
        widths[c] = width > widths[c] ? width : widths[c];
    }
    return widths;
}

/* Below the header: the indicator that each column was read as. */
static void draw_headings(const struct understood *table, const int *widths, struct buffer *out)
{
    bool any = false;
    for (size_t c = 0; c < table->width; c++)
        any = any || table->headings[c];
    if (!any)
        return;
    buffer_add(out, "      ");
    for (size_t c = 0; c < table->width; c++) {
        buffer_add(out, table->headings[c] ? "→  " : "   ");
        add_padded(out, table->headings[c] ? shorten(out->arena, table->headings[c]) : "", widths[c] + 2, false);
    }
    end_line(out);
}

static void draw_row(const struct raw_row *row, const int *widths, struct buffer *out)
{
    buffer_format(out, "%5d ", row->line);
    for (size_t c = 0; c < row->count; c++) {
        const char *text = row->cells[c].text;
        bool alone = *text && runs_on(row, c);
        add_padded(out, mark_of(out->arena, (enum cell_use)row->marks[c].use), MARK, false);
        if (alone) {
            buffer_add(out, safe(out->arena, text));
            break;
        }
        add_padded(out, shorten(out->arena, text), widths[c], row->marks[c].use == USE_FIGURE);
        buffer_add(out, "  ");
    }
    end_line(out);
}

void tables_read_draw(const struct understood *table, struct buffer *out)
{
    const struct raw_table *raw = table->table;
    add_table(table, out);
    buffer_add(out, "\n");
    const int *widths = measure_columns(table, out->arena);
    for (size_t r = 0; r < raw->row_count; r++) {
        draw_row(&raw->rows[r], widths, out);
        if (raw->rows[r].line == table->header_end)
            draw_headings(table, widths, out);
    }
    buffer_add(out, _("\n数 读作数  名 地区、时期、单位等  空 没有数  头 表头  注 标题和说明  免 不必读  弃 未使用  拒 "
                      "拒绝  漏 漏掉\n\n"));
}
