/* Tables with a row for each area and a column for each indicator (SPEC §1). */
#include "check/shape.h"

#include "base/text.h"
#include "check/header.h"

#include <string.h>

struct by_indicator {
    struct shape *shape;
    const struct raw_table *table;
    struct header header;
    const struct area *area; /* of the preamble, for tables without a column of areas */
    struct slot *slots;      /* [column]; no indicator: not used */
    struct period *periods;  /* [column]: its own, where has_period */
    bool *has_period;
};

/* What the other levels say may make the column something else than the cumulative figure of its table: 当月, 上年同期,
 * 占比, 位次. Taking it for that would be a silent error. */
static bool says_otherwise(const struct header_column *column)
{
    static const char *const singles[] = {"当月", "本月", "单月", "当季", "本季", "单季"};
    static const char *const others[] = {"上月", "上年", "去年", "排序", "排名", "位次", "名次", "占比", "比重",
                                         "环比", "增减额", "目标", "任务", "计划", "完成率", "进度", "比上年同月"};
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++) {
        if (strstr(column->rest, singles[i]) && column->indicator->basis != BASIS_SINGLE)
            return true;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        /* 比上年同期 is how a growth column is headed. */
        bool growth = column->growth && (i == 1 || i == 2);
        if (!growth && strstr(column->rest, others[i]))
            return true;
    }
    return false;
}

/* The level 2018年1—9月 over some of the columns. */
static void read_column_period(struct by_indicator *by, size_t index)
{
    const struct header_column *column = &by->header.columns[index];
    for (size_t i = 0; i < column->level_count && !by->has_period[index]; i++)
        by->has_period[index] = period_parse(column->levels[i], &by->periods[index]);
}

static void prepare_columns(struct by_indicator *by)
{
    struct loader *loader = by->shape->loader;
    size_t count = by->header.count + 1;
    by->slots = arena_alloc(loader->arena, count * sizeof *by->slots);
    by->periods = arena_alloc(loader->arena, count * sizeof *by->periods);
    by->has_period = arena_alloc(loader->arena, count * sizeof *by->has_period);
    for (size_t i = 0; i < by->header.count; i++) {
        const struct header_column *column = &by->header.columns[i];
        if (!column->indicator)
            continue;
        struct where where = {
            .file = by->table->file, .line = by->table->rows[by->header.data - 1].line, .column = column->label};
        if (says_otherwise(column)) {
            FINDING(loader->findings, RULE_HEADER_UNUSED, &where, text_excerpt(loader->arena, column->text));
            continue;
        }
        by->slots[i] = slot_make(by->shape, column->indicator, column->growth ? FIELD_YOY : FIELD_VALUE, column->unit,
                                 &by->header.preamble, &where);
        read_column_period(by, i);
    }
}

static struct where cell_where(const struct by_indicator *by, const struct raw_row *row, int column)
{
    return shape_where(by->table, row, (size_t)column, by->header.columns[column].label);
}

/* Whether any cell that would be read has something in it. */
static bool has_figures(const struct by_indicator *by, const struct raw_row *row)
{
    for (size_t i = 0; i < by->header.count; i++) {
        if (by->slots[i].indicator && *raw_text(row, i))
            return true;
    }
    return false;
}

static bool read_area(const struct by_indicator *by, const struct raw_row *row, struct context *context)
{
    struct loader *loader = by->shape->loader;
    context->area = by->area;
    if (by->header.area < 0)
        return true;
    const char *text = columns_text(row, by->header.area);
    struct where where = cell_where(by, row, by->header.area);
    if (*text && (row_filled(row) > 1 || names_find_area(loader, text, &context->area) != NAME_NONE)) {
        context->area = header_area(loader, text, &where, true);
        return context->area != NULL;
    }
    const char *first = text_excerpt(loader->arena, row_first(row));
    if (has_figures(by, row))
        REFUSE_CELL(loader, RULE_ROW_NO_AREA, &where, first);
    else
        FINDING(loader->findings, RULE_ROW_UNUSED, &where, first);
    return false;
}

/* The row's period, else the table's; false with a finding when the cell holds none. */
static bool read_period(const struct by_indicator *by, const struct raw_row *row, struct period *period)
{
    *period = by->header.preamble.period;
    const char *text = columns_text(row, by->header.period);
    if (!*text && by->header.preamble.has_period)
        return true;
    if (by->header.period < 0)
        return true; /* every column has one of its own: see indicator_read */
    struct where where = cell_where(by, row, by->header.period);
    return shape_period(by->shape, text, &where, period);
}

static void read_row(const struct by_indicator *by, const struct raw_row *row)
{
    struct context context = {.table = by->table};
    if (!read_area(by, row, &context))
        return;
    struct period period;
    if (!read_period(by, row, &period))
        return;
    if (*columns_text(row, by->header.status)) {
        struct where where = cell_where(by, row, by->header.status);
        context.status = shape_status(by->shape, columns_text(row, by->header.status), &where);
    }
    const char *note = columns_text(row, by->header.note);
    context.note = *note ? note : NULL;
    for (size_t i = 0; i < by->header.count; i++) {
        if (!by->slots[i].indicator)
            continue;
        context.period = by->has_period[i] ? by->periods[i] : period;
        shape_cell(by->shape, &context, &by->slots[i], row, i);
    }
}

static bool every_column_dated(const struct by_indicator *by)
{
    for (size_t i = 0; i < by->header.count; i++) {
        if (by->slots[i].indicator && !by->has_period[i])
            return false;
    }
    return true;
}

void indicator_read(struct shape *shape, const struct raw_table *table)
{
    struct loader *loader = shape->loader;
    struct by_indicator by = {.shape = shape, .table = table};
    struct where where = {.file = table->file};
    if (!header_read(loader, table, &by.header)) {
        FINDING(loader->findings, RULE_TABLE_SHAPE, &where, NULL);
        return;
    }
    if (by.header.area < 0 && !*by.header.preamble.area) {
        FINDING(loader->findings, RULE_TABLE_NO_AREA, &where, NULL);
        return;
    }
    if (by.header.area < 0 && !(by.area = names_area(loader, by.header.preamble.area, &where, true)))
        return;
    prepare_columns(&by);
    if (by.header.period < 0 && !by.header.preamble.has_period && !every_column_dated(&by)) {
        FINDING(loader->findings, RULE_PERIOD_MISSING, &where, NULL);
        return;
    }
    for (size_t r = by.header.data; r < table->row_count; r++) {
        if (!by.header.noted[r])
            read_row(&by, &table->rows[r]);
    }
}
