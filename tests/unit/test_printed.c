/* SPDX-License-Identifier: MIT */
/* render/printed.c and render/chart_table.c: figures read back, and charts as tables of them. */
#include "render/chart_table.h"
#include "render/printed.h"
#include "suites.h"

#include <string.h>

Suite *printed_suite(void);

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

/* The doubles are those that IEEE 754 has for these decimals, written in hexadecimal by Python's float.hex(). */
static const struct {
    const char *number;
    double value;
} figures[] = {
    {"0", 0},
    {"-1234.50", -0x1.34a0000000000p+10},
    {"+9.7", 0x1.3666666666666p+3},
    {"0.1", 0x1.999999999999ap-4},
    {"-0.1", -0x1.999999999999ap-4},
    {"123456789012345.67", 0x1.c12218377de6bp+46},
};

START_TEST(reads_figures)
{
    struct cell cell = cell_number(figures[_i].number, "无关的文字");
    double value = -1;
    ck_assert(printed_value(&cell, &value));
    ck_assert(value == figures[_i].value);
    ck_assert_str_eq(number_plain(arena, printed_exact(arena, &cell), 10),
                     number_plain(arena, number_parse(arena, figures[_i].number), 10));
}
END_TEST

static const char *const others[] = {"",    "-",   ".",    ".5", "5.", "1.2.3", "1,234", "1e3",
                                     "nan", "inf", "0x10", " 1", "1 ", "--1",   "1%"};

START_TEST(refuses_what_is_no_figure)
{
    struct cell cell = cell_number(others[_i], others[_i]);
    double value = 7;
    ck_assert(!printed_value(&cell, &value));
    ck_assert_ptr_null(printed_exact(arena, &cell));
}
END_TEST

START_TEST(refuses_what_is_no_number)
{
    char long_number[402];
    memset(long_number, '9', 401);
    long_number[401] = '\0';
    struct cell huge = cell_number(long_number, long_number), word = cell_text("9.7"), empty = cell_empty();
    double value;
    ck_assert(!printed_value(&huge, &value)); /* beyond any double */
    ck_assert(!printed_value(&word, &value));
    ck_assert(!printed_value(&empty, &value));
    ck_assert_ptr_null(printed_exact(arena, &word));
    ck_assert_ptr_null(printed_exact(arena, &empty));
}
END_TEST

/* ---- charts ---- */

/* The table in one line a row, cells parted by |, the head first. */
static const char *lines_of(const struct table *table)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < table->column_count; i++)
        buffer_format(&out, "%s%s", i ? "|" : "", table->columns[i].header[0]);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        buffer_format(&out, "%s%s", i % table->column_count ? "|" : "\n", table->cells[i].text);
    return buffer_text(&out);
}

static struct chart bars(bool targets)
{
    struct chart_bar *items = arena_alloc(arena, 3 * sizeof *items);
    items[0] = (struct chart_bar){.label = "甲县", .value = cell_number("9.7", "9.7"), .target = cell_empty()};
    items[1] = (struct chart_bar){.label = "乙县", .value = cell_number("-1.0", "-1.0"), .own = true};
    items[1].target = targets ? cell_number("10", "10") : cell_empty();
    items[2] = (struct chart_bar){.label = "丙县", .value = cell_text("未报"), .target = cell_empty()};
    return (struct chart){.kind = CHART_BARS,
                          .bars = items,
                          .bar_count = 3,
                          .reference = cell_number("8.8", "8.8"),
                          .data_title = "图表数据：增速",
                          .name_head = "名称",
                          .figure_head = "数值",
                          .reference_label = "全州",
                          .target_label = "年度目标"};
}

START_TEST(lays_bars_out_to_be_read)
{
    struct chart chart = bars(true);
    struct chart_table made = chart_table(&chart, CHART_TO_READ, arena);
    ck_assert_str_eq(lines_of(made.table), "名称|数值|年度目标\n甲县|9.7|\n乙县|-1.0|10\n丙县|未报|\n全州|8.8|");
    ck_assert_ptr_null(made.table->title);
    ck_assert_uint_eq(made.own_row, 1);
    ck_assert_uint_eq(made.own_column, NOT_THERE);
    ck_assert_uint_eq(made.target_column, 2);
    ck_assert_uint_eq(made.reference_column, NOT_THERE);
}
END_TEST

START_TEST(lays_bars_out_to_be_drawn)
{
    struct chart chart = bars(true);
    struct chart_table made = chart_table(&chart, CHART_TO_DRAW, arena);
    ck_assert_str_eq(lines_of(made.table),
                     "名称|数值|年度目标|全州\n甲县|9.7||8.8\n乙县|-1.0|10|8.8\n丙县（未报）|||8.8");
    ck_assert_str_eq(made.table->title, "图表数据：增速");
    ck_assert_uint_eq(made.target_column, 2);
    ck_assert_uint_eq(made.reference_column, 3);
}
END_TEST

START_TEST(leaves_out_what_bars_lack)
{
    struct chart chart = bars(false);
    struct chart_table made = chart_table(&chart, CHART_TO_DRAW, arena);
    ck_assert_uint_eq(made.table->column_count, 3);
    ck_assert_uint_eq(made.target_column, NOT_THERE);
    ck_assert_uint_eq(made.reference_column, 2);
    chart.reference = cell_empty();
    made = chart_table(&chart, CHART_TO_DRAW, arena);
    ck_assert_str_eq(lines_of(made.table), "名称|数值\n甲县|9.7\n乙县|-1.0\n丙县（未报）|");
    ck_assert_uint_eq(made.reference_column, NOT_THERE);
}
END_TEST

START_TEST(lays_lines_out)
{
    static const char *const periods[] = {"2019Q1", "2019Q2"};
    struct cell own[] = {cell_number("9.9", "9.9"), cell_text("—")},
                other[] = {cell_empty(), cell_number("8.5", "8.5")};
    struct chart_series series[] = {{.label = "全州", .values = other}, {.label = "甲县", .values = own, .own = true}};
    struct chart chart = {.kind = CHART_LINES,
                          .name_head = "时期",
                          .categories = periods,
                          .category_count = 2,
                          .series = series,
                          .series_count = 2};
    struct chart_table made = chart_table(&chart, CHART_TO_READ, arena);
    ck_assert_str_eq(lines_of(made.table), "时期|全州|甲县\n2019Q1||9.9\n2019Q2|8.5|—");
    ck_assert_uint_eq(made.own_column, 2);
    ck_assert_uint_eq(made.own_row, NOT_THERE);
    made = chart_table(&chart, CHART_TO_DRAW, arena);
    ck_assert_str_eq(lines_of(made.table), "时期|全州|甲县\n2019Q1||9.9\n2019Q2|8.5|");
}
END_TEST

Suite *printed_suite(void)
{
    Suite *suite = suite_create("printed");
    TCase *tcase = tcase_create("printed");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, reads_figures, 0, (int)(sizeof figures / sizeof *figures));
    tcase_add_loop_test(tcase, refuses_what_is_no_figure, 0, (int)(sizeof others / sizeof *others));
    tcase_add_test(tcase, refuses_what_is_no_number);
    tcase_add_test(tcase, lays_bars_out_to_be_read);
    tcase_add_test(tcase, lays_bars_out_to_be_drawn);
    tcase_add_test(tcase, leaves_out_what_bars_lack);
    tcase_add_test(tcase, lays_lines_out);
    suite_add_tcase(suite, tcase);
    return suite;
}
