/* SPDX-License-Identifier: MIT */
/* What a figure is made of, down to its cells, and how a tree is drawn. */
#include "check/understood.h"
#include "cli/tree.h"
#include "compute/trace.h"
#include "read/raw.h"
#include "region.h"

#include <check.h>

Suite *trace_suite(void);

static const struct region_file files[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\n"},
    {"indicators.csv", "id,name,unit,kind,basis,decimals,numerator,denominator\n"
                       "CZ,产值,亿元,flow,,2,,\n"
                       "LR,利润,亿元,flow,,2,,\n"
                       "LV,利润率,%,ratio,,2,LR,CZ\n"
                       "YD,用电量,万千瓦时,flow,single,1,,\n"
                       "ZJ,增加值,%,rate,,1,,\n"},
    /* two figures of one line, in a unit of their own */
    {"data/2019Q3.csv", "地区,产值（万元）,利润\n甲县,900000,3\n乙县,—,1\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2018Q3,A,CZ,80,\n2019-07,A,YD,1,\n2019-08,A,YD,2,\n2019-09,A,YD,4,\n"
                   "2019Q3,R,CZ,95,11\n2019Q3,A,ZJ,8,\n2019Q2,A,ZJ,7,\n"
                   "2019-02,A,LR,2,\n2019-01,A,LR,1,\n"},
    {NULL, NULL},
};

static struct region region;
static const struct period p = {2019, FREQUENCY_QUARTER, 3};

static void open_region(void)
{
    region_open(&region, files, false);
}

static void close_region(void)
{
    region_close(&region);
}

static const struct trace *trace_at(const char *area, const char *indicator, enum measure measure, struct period period)
{
    struct subject s = {region_indicator(&region, indicator), region_area(&region, area), period, 0};
    return trace_of(region.engine, measure, s);
}

/* That the part is this one. */
static void is_part(const struct trace *trace, size_t i, const char *area, const char *indicator, enum measure measure)
{
    ck_assert_uint_lt(i, trace->part_count);
    const struct part *part = &trace->parts[i]->part;
    ck_assert_str_eq(part->subject.area->code, area);
    ck_assert_str_eq(part->subject.indicator->id, indicator);
    ck_assert_int_eq((int)part->measure, (int)measure);
}

START_TEST(cells_say_how_they_were_read)
{
    const struct trace *trace = trace_at("A", "CZ", MEASURE_VALUE, p);
    ck_assert_uint_eq(trace->part_count, 0);
    ck_assert_uint_eq(trace->cell_count, 1);
    struct understood_cell cell;
    ck_assert(understood_find(region.dataset, trace->part.subject.indicator, trace->cells[0], &cell));
    ck_assert_str_eq(raw_text(cell.row, cell.column), "900000");
    ck_assert_str_eq(cell.as->unit, "万元");
    ck_assert_str_eq(understood_factor(cell.as, region.arena), "0.0001");
    ck_assert_str_eq(cell.table->encoding, "UTF-8");
    /* Another column of the same line is another cell. */
    const struct trace *profit = trace_at("A", "LR", MEASURE_VALUE, p);
    ck_assert(understood_find(region.dataset, profit->part.subject.indicator, profit->cells[0], &cell));
    ck_assert_str_eq(raw_text(cell.row, cell.column), "3");
    ck_assert_str_eq(understood_factor(cell.as, region.arena), "");
}
END_TEST

START_TEST(parts_are_those_of_the_arithmetic)
{
    const struct trace *ratio = trace_at("A", "LV", MEASURE_VALUE, p);
    ck_assert_str_eq(ratio->formula, "3/90*100");
    ck_assert_uint_eq(ratio->part_count, 2);
    is_part(ratio, 0, "A", "LR", MEASURE_VALUE);
    is_part(ratio, 1, "A", "CZ", MEASURE_VALUE);
    const struct trace *growth = trace_at("A", "CZ", MEASURE_YOY, p);
    ck_assert_uint_eq(growth->part_count, 2); /* (v-v')/v': the base once */
    is_part(growth, 1, "A", "CZ", MEASURE_VALUE);
    ck_assert_int_eq(growth->parts[1]->part.subject.period.year, 2018);
    /* A rate is its own growth, and differences are of what prints. */
    const struct trace *change = trace_at("A", "ZJ", MEASURE_YOY_CHANGE, p);
    ck_assert_str_eq(change->formula, "8-7");
    ck_assert(change->parts[0]->part.compared);
    ck_assert_uint_eq(change->parts[0]->cell_count, 1);
}
END_TEST

START_TEST(what_is_missing_stands_in_the_tree)
{
    const struct trace *sum = trace_at("R", "LV", MEASURE_VALUE, p);
    /* 4/95: the region's own output, though a county's is missing */
    ck_assert_str_eq(sum->formula, "4/95*100");
    const struct trace *output = sum->parts[1];
    ck_assert_int_eq((int)output->result->origin, ORIGIN_REPORTED);
    ck_assert_int_eq((int)output->beside->flag, FLAG_INCOMPLETE);
    ck_assert_str_eq(output->beside_formula, "90");
    const struct trace *missing = trace_at("B", "CZ", MEASURE_VALUE, p);
    ck_assert_ptr_null(missing->result->number);
    ck_assert_uint_eq(missing->cell_count, 1); /* the dash */
    const struct trace *nowhere = trace_at("B", "ZJ", MEASURE_VALUE, p);
    ck_assert_uint_eq(nowhere->cell_count, 0);
    /* A quotient of what is not there names both. */
    ck_assert_uint_eq(trace_at("B", "LV", MEASURE_VALUE, p)->part_count, 2);
}
END_TEST

START_TEST(months_of_a_quarter_are_cells_of_one_figure)
{
    const struct trace *single = trace_at("A", "YD", MEASURE_SINGLE, p);
    ck_assert_str_eq(number_plain(region.arena, single->result->number, 2), "7");
    ck_assert_str_eq(single->formula, "1+2+4");
    ck_assert_uint_eq(single->cell_count, 3);
    ck_assert_uint_eq(single->part_count, 0);
    /* The year's is not there without its other quarters, and says which. */
    const struct trace *year = trace_at("A", "YD", MEASURE_VALUE, p);
    ck_assert_ptr_null(year->result->number);
    ck_assert_uint_eq(year->part_count, 3);
}
END_TEST

START_TEST(two_months_have_no_month_before)
{
    struct period february = {2019, FREQUENCY_MONTH, 2};
    const struct trace *trace = trace_at("A", "LR", MEASURE_QOQ, february);
    ck_assert_int_eq((int)trace->result->flag, FLAG_NO_BASE);
    ck_assert_uint_eq(trace->part_count, 1);
}
END_TEST

START_TEST(what_stands_above_is_not_repeated)
{
    const struct trace *share = trace_at("A", "LR", MEASURE_CONTRIBUTION, p);
    is_part(share, 0, "A", "LR", MEASURE_VALUE);
    is_part(share, 2, "R", "LR", MEASURE_VALUE);
    const struct trace *whole = share->parts[2];
    ck_assert(whole->parts[0]->again && !whole->parts[0]->cell_count);
    ck_assert(!whole->parts[1]->again);
}
END_TEST

START_TEST(trees_are_drawn_with_their_branches)
{
    struct buffer out = {.arena = region.arena};
    struct tree *tree = tree_new(region.arena, "根");
    struct tree *first = tree_add(region.arena, tree, "一");
    tree_add(region.arena, first, "甲");
    tree_add(region.arena, tree_add(region.arena, first, "乙"), "丙");
    tree_add(region.arena, tree_add(region.arena, tree, "二"), "丁");
    tree_draw(tree, &out);
    ck_assert_str_eq(buffer_text(&out), "根\n├ 一\n│ ├ 甲\n│ └ 乙\n│   └ 丙\n└ 二\n  └ 丁\n");
    struct buffer padded = {.arena = region.arena};
    tree_pad(&padded, "增速a", 7); /* five columns */
    tree_pad(&padded, "太长了", 4);
    ck_assert_str_eq(buffer_text(&padded), "增速a  太长了");
}
END_TEST

Suite *trace_suite(void)
{
    Suite *suite = suite_create("trace");
    TCase *cases = tcase_create("trace");
    tcase_add_unchecked_fixture(cases, open_region, close_region);
    tcase_add_test(cases, cells_say_how_they_were_read);
    tcase_add_test(cases, parts_are_those_of_the_arithmetic);
    tcase_add_test(cases, what_is_missing_stands_in_the_tree);
    tcase_add_test(cases, months_of_a_quarter_are_cells_of_one_figure);
    tcase_add_test(cases, two_months_have_no_month_before);
    tcase_add_test(cases, what_stands_above_is_not_repeated);
    tcase_add_test(cases, trees_are_drawn_with_their_branches);
    suite_add_tcase(suite, cases);
    return suite;
}
