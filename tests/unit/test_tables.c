/* SPDX-License-Identifier: MIT */
/* Tables: their columns, their formulas, and what stands in a live workbook; expected values are worked out by hand. */
#include "scene.h"
#include "suites.h"
#include "tables/area_tables.h"
#include "tables/book_tables.h"
#include "tables/charts.h"
#include "tables/columns.h"
#include "tables/formula.h"

#include <string.h>

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

/* ---- formulas ---- */

START_TEST(formulas_give_the_printed_figure)
{
    const struct cell row[] = {cell_number("13.56", "13.56"), cell_number("12.47", "12.47"), cell_number("8.7", "8.7")};
    const char *growth = "=ROUND(({0}-{1})/{1}*100,1)";
    ck_assert_str_eq(formula_cell(arena, row[2], growth, growth, row, 3).formula, growth);
    /* Reported otherwise than the levels say: the figure stays, without a formula. */
    ck_assert_ptr_null(formula_cell(arena, cell_number("8.9", "8.9"), growth, growth, row, 3).formula);
    /* (2.01 − 2) / 2 × 100 = 0.5: on a tie Excel's binary figures may fall on either side. */
    const struct cell tie[] = {cell_number("2.01", "2.01"), cell_number("2", "2"), cell_number("1", "1")};
    ck_assert_ptr_null(formula_value(arena, "=ROUND(({0}-{1})/{1}*100,0)", tie, 3));
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=MAX(0,ROUNDUP(ROUND({0}-{1},8),1))", tie, 3), 2),
                     "0.1");
    ck_assert_ptr_null(formula_value(arena, "={0}/({1}-{1})", tie, 3));
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=ROUNDDOWN({0}*9/12,1)", tie, 3), 2), "1.5");
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=ROUNDUP(-{0},1)", tie, 3), 2), "-2.1");
}
END_TEST

START_TEST(formulas_name_their_columns)
{
    static const struct formula_name names[] = {
        {.name = "actual", .column = 12},
        {.name = "goal", .column = 7},
        {.name = "far", .text = "ROUND({goal}+{tolerance},8)"},
        {.name = "tolerance", .text = "0.5"},
        {.name = "base", .column = FORMULA_NOTHING},
        {.name = "whole", .text = "{base}*2"},
    };
    const size_t count = sizeof names / sizeof *names;
    ck_assert_str_eq(formula_resolve(arena, "=ROUND({actual}-{goal},1)", names, count), "=ROUND({12}-{7},1)");
    ck_assert_str_eq(formula_resolve(arena, "=IF({actual}>{far},\"超过100%\",\"未超过\")", names, count),
                     "=IF({12}>ROUND({7}+0.5,8),\"超过100%\",\"未超过\")");
    ck_assert_str_eq(formula_resolve(arena, "=1+1", names, count), "=1+1");
    /* What the row hasn't, also where another name leads there. */
    ck_assert_ptr_null(formula_resolve(arena, "={base}+{goal}", names, count));
    ck_assert_ptr_null(formula_resolve(arena, "={goal}-{whole}", names, count));
}
END_TEST

START_TEST(formulas_give_the_printed_word)
{
    const struct cell row[] = {cell_number("8", "8"), cell_number("10", "10%"), cell_number("7.5", "7.5"), cell_empty(),
                               cell_text("滞后")};
    const char *rule = "=IF({0}=\"\",\"未报\",IF({0}>={1},\"完成\",IF({0}>={2},\"达到\",\"滞后\")))";
    ck_assert_str_eq(formula_text(arena, rule, row, 5), "达到");
    ck_assert_str_eq(formula_text(arena, "=IF({3}=\"\",\"未报\",IF({3}>=1,\"是\",\"否\"))", row, 5), "未报");
    ck_assert_str_eq(formula_text(arena, "=IF(AND({0}>{2},{0}<{1}),\"内\",\"外\")", row, 5), "内");
    ck_assert_ptr_null(formula_text(arena, "=IF({3}>=1,\"是\",\"否\")", row, 5));
    /* Another word is printed there: no formula. */
    ck_assert_ptr_null(formula_cell(arena, row[4], rule, rule, row, 5).formula);
    ck_assert_str_eq(formula_cell(arena, cell_text("达到"), rule, rule, row, 5).formula, rule);
    const int moved[] = {0, -1, 1};
    ck_assert_str_eq(formula_moved(arena, "=ROUND({0}-{2},1)", moved, 3), "=ROUND({0}-{1},1)");
    ck_assert_ptr_null(formula_moved(arena, "={1}", moved, 3));
}
END_TEST

/* ---- columns of areas ---- */

#define AREAS                                                                                                          \
    {                                                                                                                  \
        "areas.csv", "code,name,parent,group\nR,全州,,\nA,甲县,R,县市\nB,乙县,R,县市\nC,丙县,R,县市\n"   \
    }

START_TEST(columns_have_two_names)
{
    size_t count, named = 0;
    const struct lane_column *columns = lane_columns(&count);
    for (size_t i = 0; i < count; i++) {
        if (!columns[i].name)
            continue;
        named++;
        ck_assert_ptr_eq(lane_column_find(columns[i].name), &columns[i]);
        ck_assert_ptr_eq(lane_column_find(columns[i].english), &columns[i]);
    }
    ck_assert_uint_gt(named, 0);
    ck_assert_ptr_null(lane_column_find("没有"));
}
END_TEST

/* A template's own table has the mark too, and only behind the figure that is held against the target. */
START_TEST(exact_figures_are_marked_in_own_tables)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind,decimals\nTZ,工业投资,亿元,flow,1\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,TZ,value,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\ncompare,exact\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q4,A,TZ,9.96\n2019Q4,B,TZ,10.04\n2019Q4,C,TZ,10\n"
                       "2018Q4,A,TZ,10\n2018Q4,B,TZ,10\n2018Q4,C,TZ,10\n"},
        {NULL, NULL}};
    static const char *const texts[] = {"甲县", "10.0(−)", "-0.4", "乙县", "10.0(+)", "0.4", "丙县", "10.0", "0.0"};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q4", "R");
    const struct lane_column *const columns[] = {lane_column_find("累计"), lane_column_find("增速")};
    const struct table *table = table_own(&desk, areas_below(&desk), lanes_of(&desk), columns, 2, NULL);
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(table->row_count * table->column_count, 9);
    for (size_t i = 0; i < 9; i++)
        ck_assert_str_eq(table->cells[i].text, texts[i]);
    scene_close(&scene);
}
END_TEST

/* ---- live workbooks ---- */

START_TEST(live_figures_have_their_formulas)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind\nYQ,园区投资,亿元,flow\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nA,YQ,value,>=,20,2019,2019\n"},
        {"data/a.csv", "period,area,indicator,value\n2018Q3,A,YQ,12.00\n2019Q3,A,YQ,15.50\n"},
        {NULL, NULL}};
    static const struct {
        const char *text, *formula;
    } cells[] = {
        {"园区投资", NULL},
        {"亿元", NULL},
        {"15.50", NULL},
        {"12.00", NULL},
        {"29.2", "=ROUND(({2}-{3})/{3}*100,1)"},
        {"20", NULL},
        {"77.5", "=ROUND({2}/{5}*100,1)"},
        {"75.0", "=ROUND(已过月数/(已过月数+剩余月数)*100,1)"},
        {"15.00", "=ROUNDDOWN(ROUND({5}*已过月数/(已过月数+剩余月数),8),2)"},
        {"4.50", "=MAX(0,ROUNDUP(ROUND({5}-{2},8),2))"},
        {"1.50", "=MAX(0,ROUNDUP(ROUND(({5}-{2})/剩余月数,8),2))"},
        {"1.72", "=ROUND({2}/已过月数,2)"},
        {"达到序时", "=IF({2}=\"\",\"未报\",IF({2}>={5},\"提前完成\",IF({2}>={8},\"达到序时\",\"滞后序时\")))"},
    };
    const size_t count = sizeof cells / sizeof *cells;
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "A");
    const struct table *table = table_work(&desk, WORK_PACED);
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(table->row_count, 1);
    ck_assert_uint_eq(table->column_count, count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(table->cells[i].text, cells[i].text);
        if (cells[i].formula)
            ck_assert_str_eq(table->cells[i].formula, cells[i].formula);
        else
            ck_assert_ptr_null(table->cells[i].formula);
    }
    ck_assert(table_asks_months(&desk, table));
    scene_close(&scene);
}
END_TEST

/* A growth target: what is needed hangs on last year, as it stands where the growth is computed (10 × 1.2 − 8 = 4, over
 * 10 − 5 last year), restated where it is reported. */
/* What stands in the row of that number, in the columns 累计, 同比(%), 目标 and 差距或进度. */
static void assert_overview(const struct table *table, size_t row, const char *const cells[4])
{
    static const char *const heads[] = {"累计", "同比(%)", "目标", "差距或进度"};
    for (size_t i = 0; i < 4; i++)
        for (size_t c = 0; c < table->column_count; c++)
            if (!strcmp(table->columns[c].header[0], heads[i])) {
                const struct cell *cell = &table->cells[row * table->column_count + c];
                ck_assert_str_eq(cell->kind == CELL_EMPTY ? "" : cell->text, cells[i]);
            }
}

START_TEST(a_column_holds_what_its_head_says)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv",
         "id,name,unit,kind,better,decimals,total\nTZ,工业投资,亿元,flow,,2,given\nZB,占比,%,ratio,,1,given\n"
         "WC,全省位次,位,stock,lower,0,given\nSS,上市企业,家,stock,,0,given\nKC,科创园,,stock,,0,given\n"
         "SP,水平,,stock,,0,given\n"},
        {"targets.csv",
         "area,indicator,measure,op,value,from,to\nR,TZ,cagr,>=,10,2018,2020\nR,ZB,value,>=,40,2019,2019\n"
         "R,WC,value,down,2017,2019,2019\nR,SS,value,>,4,2019,2019\nR,KC,value,done,1,2019,2019\n"
         "R,SP,value,qualitative,,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        /* 121 is 21 % more than 100 two years before, 10 a year, and 4.3 % more than 116. */
        {"data/a.csv", "period,area,indicator,value\n2017Q4,R,TZ,100\n2018Q4,R,TZ,116\n2019Q4,R,TZ,121\n"
                       "2018Q4,R,ZB,41.2\n2019Q4,R,ZB,42.9\n2017Q4,R,WC,12\n2018Q4,R,WC,10\n2019Q4,R,WC,11\n"
                       "2018Q4,R,SS,3\n2019Q4,R,SS,4\n2019Q4,R,KC,1\n"},
        {NULL, NULL}};
    static const char *const rows[][4] = {
        {"10.0%", "4.3", "10%", "0.0"},
        {"42.9", "1.7个百分点", "40%", "2.9"},
        {"11", "", "位次比2017年前移", "-1"},
        {"4", "33.3", "超过4", "-1"},
        {"", "", "完成", ""},
        {"", "", "定性目标", ""},
    };
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q4", "R");
    const struct table *table = table_overview(&desk, desk.region, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_overview(table, i, rows[i]);
    scene_close(&scene);
}
END_TEST

/* Of three, three quarters are two whole ones: who has two is in time, who has one lacks one. Of energy the lowest is
 * the best, and stands on top. */
START_TEST(bars_say_what_verdicts_say)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind,better,decimals,total\nXM,新增项目,个,flow,,0,sum\n"
                           "NH,能耗,%,rate,lower,,given\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nA,XM,value,>=,3,2019,2019\n"
                        "B,XM,value,>=,3,2019,2019\n*,NH,yoy,<=,-2,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,A,XM,1\n2019Q3,B,XM,2\n2019Q3,R,NH,-3\n"
                       "2019Q3,A,NH,-1\n2019Q3,B,NH,-4\n"},
        {NULL, NULL}};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct lanes lanes = lanes_of(&desk);
    const struct chart *counts = chart_lane(&desk, &lanes.items[0]), *energy = chart_lane(&desk, &lanes.items[1]);
    const struct chart_bar *first = &counts->bars[0], *last = &counts->bars[1];
    ck_assert_int_eq(first->state, BAR_REACHED);
    ck_assert_str_eq(first->target.text, "66.7");
    ck_assert_str_eq(first->value.text, "66.7");
    ck_assert_str_eq(first->inside, "2/3");
    ck_assert_int_eq(last->state, BAR_BEHIND);
    ck_assert_str_eq(last->gap, "-1个");
    ck_assert_str_eq(energy->bars[0].value.text, "-4.0");
    ck_assert_int_eq(energy->bars[1].state, BAR_BEHIND);
    ck_assert_ptr_nonnull(strstr(energy->title, "越低越好"));
    scene_close(&scene);
}
END_TEST

/* What is only compared with another area has no target. */
START_TEST(a_comparison_is_no_target)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind,total\nZJ,增加值,%,rate,given\nSR,收入,%,rate,given\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,ZJ,yoy,compare,parent,2019,2019\n"
                        "*,SR,yoy,>=,5,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,R,ZJ,5\n2019Q3,A,ZJ,6\n2019Q3,B,ZJ,4\n"
                       "2019Q3,A,SR,6\n2019Q3,B,SR,4\n"},
        {NULL, NULL}};
    static const char *const heads[] = {"对照", "目标"}, *const labels[] = {"对照", "目标"};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct lanes lanes = lanes_of(&desk);
    const struct lane_column *column = lane_column_find("目标");
    for (size_t i = 0; i < 2; i++) {
        ck_assert_str_eq(lane_column_head(&desk, column, &lanes.items[i]), heads[i]);
        ck_assert_str_eq(chart_lane(&desk, &lanes.items[i])->target_label, labels[i]);
    }
    scene_close(&scene);
}
END_TEST

START_TEST(growth_is_needed_on_last_year)
{
    static const char *const forms[] = {
        "period,area,indicator,value\n2018Q3,A,YQ,5.00\n2018Q4,A,YQ,10.00\n2019Q3,A,YQ,8.00\n",
        "period,area,indicator,value,yoy\n2018Q3,A,YQ,5.00,\n2018Q4,A,YQ,10.00,\n2019Q3,A,YQ,8.00,60.0\n"};
    static const char *const formulas[] = {"=MAX(0,ROUNDUP(ROUND({7}*(1+{5}/100)-{2},8),2))",
                                           "=MAX(0,ROUNDUP(ROUND({7}*{2}/(1+{4}/100)/{3}*(1+{5}/100)-{2},8),2))"};
    for (size_t i = 0; i < 2; i++) {
        const struct region_file files[] = {
            AREAS,
            {"indicators.csv", "id,name,unit,kind\nYQ,园区投资,亿元,flow\n"},
            {"targets.csv", "area,indicator,measure,op,value,from,to\nA,YQ,yoy,>=,20,2019,2019\n"},
            {"data/a.csv", forms[i]},
            {NULL, NULL}};
        struct scene scene;
        struct desk desk = scene_open(&scene, files, "2019Q3", "A");
        const struct table *table = table_work(&desk, WORK_STANDING);
        ck_assert_ptr_nonnull(table);
        ck_assert_str_eq(table->cells[8].text, "4.00");
        ck_assert_str_eq(table->cells[8].formula, formulas[i]);
        scene_close(&scene);
    }
}
END_TEST

/* A range around the figure of the area above, as long as that is not there: nothing to be within. */
START_TEST(a_range_around_nothing_has_no_formula)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind,total\nYQ,园区投资,亿元,flow,given\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nA,YQ,yoy,about,parent+1,2019,2019\n"},
        {"data/a.csv", "period,area,indicator,value,yoy\n2019Q3,A,YQ,5,3.0\n"},
        {NULL, NULL}};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "A");
    const struct table *table = table_work(&desk, WORK_STANDING);
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(table->row_count, 1);
    for (size_t i = 0; i < table->column_count; i++)
        ck_assert_ptr_null(table->cells[i].formula);
    scene_close(&scene);
}
END_TEST

Suite *tables_suite(void);

Suite *tables_suite(void)
{
    const TTest *const tests[] = {formulas_give_the_printed_figure,
                                  formulas_name_their_columns,
                                  formulas_give_the_printed_word,
                                  columns_have_two_names,
                                  exact_figures_are_marked_in_own_tables,
                                  live_figures_have_their_formulas,
                                  a_column_holds_what_its_head_says,
                                  growth_is_needed_on_last_year,
                                  bars_say_what_verdicts_say,
                                  a_comparison_is_no_target,
                                  a_range_around_nothing_has_no_formula};
    Suite *suite = suite_create("tables");
    TCase *tcase = tcase_create("tables");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(tcase, tests[i]);
    suite_add_tcase(suite, tcase);
    return suite;
}
