/* SPDX-License-Identifier: MIT */
#include "base/period.h"
#include "suites.h"

#include <string.h>

static const struct {
    const char *text, *code; /* NULL: no period */
} spellings[] = {
    {"2019Q3", "2019Q3"},
    {"２０１９Ｑ３", "2019Q3"},
    {" 2019 q3 ", "2019Q3"},
    {"2019-Q3", "2019Q3"},
    {"2019年三季度", "2019Q3"},
    {"2019年第三季度", "2019Q3"},
    {"2019年3季度", "2019Q3"},
    {"2019年前三季度", "2019Q3"},
    {"2019年1—3季度", "2019Q3"},
    {"2019年一至三季度", "2019Q3"},
    {"2019年一季度", "2019Q1"},
    {"2019年上半年", "2019Q2"},
    {"2019年前二季度", "2019Q2"},
    {"2019-09", "2019-09"},
    {"2019-9", "2019-09"},
    {"2019/09", "2019-09"},
    {"2019.09", "2019-09"},
    {"2019年9月", "2019-09"},
    {"2019年9月份", "2019-09"},
    {"２０１９年９月", "2019-09"},
    {"2019年1—9月", "2019-09"},
    {"2019年1-9月", "2019-09"},
    {"2019年1–9月", "2019-09"},
    {"2019年1~9月", "2019-09"},
    {"2019年1～9月", "2019-09"},
    {"2019年1－9月", "2019-09"},
    {"2019年1至9月", "2019-09"},
    {"2019年1月—9月", "2019-09"},
    {"2019年 1 — 9 月", "2019-09"},
    {"2019年一至九月", "2019-09"},
    {"2019年前9个月", "2019-09"},
    {"2019年1-2月", "2019-02"},
    {"2019年1月", "2019-01"},
    {"2019年12月", "2019-12"},
    {"2019", "2019"},
    {"2019年", "2019"},
    {"2019年全年", "2019"},
    {"2019年度", "2019"},
    /* ambiguous, or none at all */
    {"2019.1", NULL},
    {"2019年7—9月", NULL},
    {"2019年下半年", NULL},
    {"2019年各季度", NULL},
    {"2019年五季度", NULL},
    {"2019-13", NULL},
    {"2019年0月", NULL},
    {"2019-09-30", NULL},
    {"2019年9月30日", NULL},
    {"2019/9/1", NULL},
    {"1月9日", NULL},
    {"9-Jan", NULL},
    {"43739", NULL},
    {"201909", NULL},
    {"19年9月", NULL},
    {"1—9月", NULL},
    {"3000", NULL},
    {"2019Q", NULL},
    {"2019Q5", NULL},
    {"", NULL},
    {"全年", NULL},
    {"2019年年", NULL},
};

START_TEST(reads_spellings)
{
    struct arena *arena = arena_new();
    struct period period;
    bool found = period_parse(spellings[_i].text, &period);
    const char *code = found ? period_code(arena, period) : NULL;
    ck_assert_pstr_eq(code, spellings[_i].code);
    if (found) {
        struct period again;
        ck_assert(period_parse(code, &again));
        ck_assert_int_eq(period_compare(period, again), 0);
    }
    arena_free(arena);
}
END_TEST

static const struct {
    const char *text, *code;
} titles[] = {
    {"2019 年全州制造强州建设主要目标任务分解表", "2019"},
    {"2019年前三季度全州工业主要指标", "2019Q3"},
    {"全州2019年1—9月规模工业效益（快报）", "2019-09"},
    {"2019年四季度末企业数", "2019Q4"},
    {"利润2019", "2019"},
    {"2020-06", "2020-06"},
    {"示例-2019年上半年", "2019Q2"},
    {"2019年1—9月（2019年10月15日印发）", "2019-09"},
    {"报表2019-10-15，2019Q3", "2019Q3"},
    {"2019年新增2000万元以上企业", "2019"},
    {"2018年1—12月和2019年1—9月", NULL},
    {"2016—2020年规划", NULL},
    {"2018年各季度", NULL},
    {"2019年7—9月当季", NULL},
    {"附表1", NULL},
    {"年产2000万元", NULL},
    {"2019年10月15日", NULL},
    {"20191015", NULL},
    {"最近36个月", NULL},
    {"", NULL},
};

START_TEST(finds_in_titles)
{
    struct arena *arena = arena_new();
    struct period period;
    const char *code = period_find(titles[_i].text, &period) ? period_code(arena, period) : NULL;
    ck_assert_pstr_eq(code, titles[_i].code);
    arena_free(arena);
}
END_TEST

static const struct period q1 = {2019, FREQUENCY_QUARTER, 1}, q3 = {2019, FREQUENCY_QUARTER, 3},
                           q4 = {2019, FREQUENCY_QUARTER, 4}, m2 = {2019, FREQUENCY_MONTH, 2},
                           m9 = {2019, FREQUENCY_MONTH, 9}, m12 = {2019, FREQUENCY_MONTH, 12},
                           year = {2019, FREQUENCY_YEAR, 1};

START_TEST(knows_its_neighbours)
{
    struct arena *arena = arena_new();
    struct period before;
    ck_assert_str_eq(period_code(arena, period_before(q1)), "2018Q4");
    ck_assert_str_eq(period_code(arena, period_before(m2)), "2018-12");
    ck_assert_str_eq(period_code(arena, period_before(m9)), "2019-08");
    ck_assert_str_eq(period_code(arena, period_before(year)), "2018");
    ck_assert_str_eq(period_code(arena, period_year_before(q3, 2)), "2017Q3");
    ck_assert(!period_before_in_year(q1, &before));
    ck_assert(!period_before_in_year(m2, &before));
    ck_assert(!period_before_in_year(year, &before));
    ck_assert(period_before_in_year(q3, &before));
    ck_assert_str_eq(period_code(arena, before), "2019Q2");
    ck_assert_int_eq(period_months(q3), 9);
    ck_assert_int_eq(period_months(m2), 2);
    ck_assert_int_eq(period_months(year), 12);
    ck_assert(period_is_last(q4) && period_is_last(m12) && period_is_last(year) && !period_is_last(m9));
    arena_free(arena);
}
END_TEST

START_TEST(orders_by_end)
{
    ck_assert_int_lt(period_compare(m2, q1), 0);
    ck_assert_int_lt(period_compare(m9, q3), 0);
    ck_assert_int_lt(period_compare(q4, year), 0);
    ck_assert_int_lt(period_compare(m12, q4), 0);
    ck_assert_int_gt(period_compare(q4, q3), 0);
    ck_assert_int_eq(period_compare(q3, q3), 0);
}
END_TEST

START_TEST(is_named_as_readers_say)
{
    struct arena *arena = arena_new();
    ck_assert_str_eq(period_name(arena, q3), "2019年前三季度");
    ck_assert_str_eq(period_name(arena, m9), "2019年1—9月");
    ck_assert_str_eq(period_name_single(arena, q3), "2019年三季度");
    ck_assert_str_eq(period_name_single(arena, q4), "2019年四季度");
    ck_assert_str_eq(period_name_single(arena, m9), "2019年9月");
    ck_assert_str_eq(period_name_single(arena, m12), "2019年12月");
    ck_assert_str_eq(period_name_single(arena, period_year_before((struct period){2020, FREQUENCY_MONTH, 2}, 1)),
                     "2019年1—2月");
    ck_assert_str_eq(period_name_single(arena, year), "2019年");
    ck_assert_str_eq(period_name(arena, year), "2019年");
    ck_assert_str_eq(period_name(arena, q4), "2019年");
    ck_assert_str_eq(period_name(arena, m12), "2019年");
    ck_assert_str_eq(period_name_short(arena, m12), "全年");
    ck_assert_str_eq(period_name_short(arena, year), "全年");
    ck_assert_str_eq(period_name_short(arena, q4), "全年");
    ck_assert_str_eq(period_name_short(arena, m2), "1—2月");
    arena_free(arena);
}
END_TEST

Suite *period_suite(void)
{
    Suite *suite = suite_create("period");
    TCase *tests = tcase_create("period");
    tcase_add_loop_test(tests, reads_spellings, 0, sizeof spellings / sizeof *spellings);
    tcase_add_loop_test(tests, finds_in_titles, 0, sizeof titles / sizeof *titles);
    tcase_add_test(tests, knows_its_neighbours);
    tcase_add_test(tests, orders_by_end);
    tcase_add_test(tests, is_named_as_readers_say);
    suite_add_tcase(suite, tests);
    return suite;
}
