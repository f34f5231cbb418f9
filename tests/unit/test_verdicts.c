/* SPDX-License-Identifier: MIT */
/* Every verdict, pace and amount still needed of SPEC §4 against figures worked out by hand. */
#include "compute/score.h"
#include "region.h"

#include <check.h>
#include <string.h>

Suite *verdicts_suite(void);

/* CZ: the year's amounts; ZJ: a rate; XM: a count; LC: a milestone; NH: the lower the better. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent,group\n"
                  "R,全市,,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\nD,丁县,R,-\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better\n"
                       "CZ,产值,亿元,flow,2,\nZJ,增加值,%,rate,1,\nXM,项目,个,flow,0,\n"
                       "LC,里程碑,个,stock,0,\nNH,能耗,%,rate,1,lower\nFY,费用,亿元,flow,2,lower\n"},
    {"targets.csv", "area,indicator,measure,op,value,upper,stretch,tolerance,from,to\n"
                    "A,CZ,value,>=,100,,,,2019,\n"
                    "B,CZ,value,>=,100,,,,2019,\n"
                    "C,CZ,value,>=,100,,120,,2019,\n"
                    "A,ZJ,yoy,>=,8,,10,,2019,\n"
                    "B,ZJ,yoy,>=,8,,10,,2019,\n"
                    "C,ZJ,yoy,>=,8,,,,2019,\n"
                    "A,XM,value,about,10,,,2,2019,\n"
                    "B,XM,value,between,10,12,,,2019,\n"
                    "C,XM,value,<=,4,,,,2019,\n"
                    "A,LC,,done,,,,,2019,\n"
                    "B,LC,,done,,,,,2019,\n"
                    "C,LC,,external,,,,,2019,\n"
                    "*,NH,,down,,,,,2019,\n"
                    "A,FY,value,<,40,,,,2019,\n"
                    "B,FY,value,>,40,,,,,-2020\n"},
    {"data/a.csv", "period,area,indicator,value\n"
                   "2019Q3,A,CZ,75\n2019Q3,B,CZ,74.99\n2019Q3,C,CZ,120\n"
                   "2019Q4,A,CZ,99.99\n2019Q4,B,CZ,100\n2019Q4,C,CZ,130\n"
                   "2019Q3,A,ZJ,10.0\n2019Q3,B,ZJ,7.95\n2019Q3,C,ZJ,7.94\n"
                   "2019Q3,A,XM,13\n2019Q3,B,XM,7\n2019Q3,C,XM,3\n"
                   "2019Q3,A,LC,1\n2019Q3,B,LC,0\n2019Q4,B,LC,0\n2019Q3,C,LC,0\n"
                   "2018Q3,A,NH,-1.0\n2019Q3,A,NH,-1.2\n2018Q3,B,NH,-1.0\n2019Q3,B,NH,-1.04\n"
                   "2019Q3,C,NH,-5\n"
                   "2019Q3,A,FY,31\n2019Q3,B,FY,41\n"},
    {"scoring.csv", "indicator,measure,weight,method,cap,floor,step\n"
                    "CZ,value,40,ratio,1.2,0.5,\n"
                    "ZJ,yoy,40,gap,1.1,0,2\n"
                    "NH,value,20,efficacy,,,\n"},
    {NULL, NULL},
};

static const struct {
    int quarter;
    const char *area, *indicator;
    enum measure measure;
    int to;
    const char *verdict;
    const char *gap, *due, *to_do, *per_month; /* NULL: none */
} expected[] = {
    {3, "A", "CZ", MEASURE_VALUE, 0, "on_pace", "-25", "75", "25", "8.34"},      /* 100×9/12; 25/3 = 8.333… up */
    {3, "B", "CZ", MEASURE_VALUE, 0, "behind", "-25.01", "75", "25.01", "8.34"}, /* 25.01/3 = 8.3367 up */
    {3, "C", "CZ", MEASURE_VALUE, 0, "done", "20", "75", "0", "0"},
    {4, "A", "CZ", MEASURE_VALUE, 0, "missed", "-0.01", "100", NULL, NULL},
    {4, "B", "CZ", MEASURE_VALUE, 0, "met", "0", "100", NULL, NULL},
    {4, "C", "CZ", MEASURE_VALUE, 0, "stretch", "30", "100", NULL, NULL}, /* 130 ≥ 120 */
    {3, "D", "CZ", MEASURE_VALUE, 0, "no_target", NULL, NULL, NULL, NULL},
    {3, "A", "ZJ", MEASURE_YOY, 0, "stretch", "2", NULL, NULL, NULL},   /* exactly 10 */
    {3, "B", "ZJ", MEASURE_YOY, 0, "met", "0", NULL, NULL, NULL},       /* 7.95 prints 8.0 */
    {3, "C", "ZJ", MEASURE_YOY, 0, "missed", "-0.1", NULL, NULL, NULL}, /* 7.94 prints 7.9 */
    {4, "A", "ZJ", MEASURE_YOY, 0, "no_data", NULL, NULL, NULL, NULL},
    {3, "A", "XM", MEASURE_VALUE, 0, "missed", "1", "6", "0", "0"},     /* 13 > 12; due (10−2)×0.75 */
    {3, "B", "XM", MEASURE_VALUE, 0, "on_pace", "-3", "7", "3", "1"},   /* due 7.5 down; 3/3 */
    {3, "C", "XM", MEASURE_VALUE, 0, "on_pace", "-1", "3", NULL, NULL}, /* due 3 */
    {3, "A", "LC", MEASURE_VALUE, 0, "met", NULL, NULL, NULL, NULL},
    {3, "B", "LC", MEASURE_VALUE, 0, "pending", NULL, NULL, NULL, NULL},
    {4, "B", "LC", MEASURE_VALUE, 0, "missed", NULL, NULL, NULL, NULL},
    {3, "C", "LC", MEASURE_VALUE, 0, "pending", NULL, NULL, NULL, NULL},    /* 上级下达 */
    {3, "A", "NH", MEASURE_VALUE, 0, "met", "-0.2", NULL, NULL, NULL},      /* −1.2 below −1.0 */
    {3, "B", "NH", MEASURE_VALUE, 0, "missed", "0", NULL, NULL, NULL},      /* −1.04 prints −1.0 */
    {3, "C", "NH", MEASURE_VALUE, 0, "no_data", NULL, NULL, NULL, NULL},    /* no figure a year before */
    {3, "A", "FY", MEASURE_VALUE, 0, "behind", "-9", "30", NULL, NULL},     /* 31 > 30, the ceiling's pace */
    {3, "B", "FY", MEASURE_VALUE, 2020, "no_data", NULL, NULL, NULL, NULL}, /* before its year: the total of 2018 */
    {3, "A", "FY", MEASURE_VALUE, 2020, "no_target", NULL, NULL, NULL, NULL},
};

static struct region region;

static void setup(void)
{
    region_open(&region, files, false);
}

static void teardown(void)
{
    region_close(&region);
}

static void same_number(const char *what, const struct number *number, const char *text)
{
    ck_assert_msg(!number == !text, "%s: expected %s", what, text ? text : "nothing");
    if (number)
        ck_assert_msg(number_compare(number, number_parse(region.arena, text)) == 0, "%s: expected %s, got %s", what,
                      text, number_plain(region.arena, number, 10));
}

START_TEST(verdicts_by_hand)
{
    struct period p = {2019, FREQUENCY_QUARTER, expected[_i].quarter};
    struct target_key key = {region_indicator(&region, expected[_i].indicator),
                             expected[_i].measure,
                             {expected[_i].to, FREQUENCY_YEAR, expected[_i].to ? 1 : 0}};
    const struct verdict *row = verdict_of(region.engine, key, region_area(&region, expected[_i].area), p);
    ck_assert_str_eq(verdict_id(row->kind), expected[_i].verdict);
    same_number("gap", row->gap, expected[_i].gap);
    same_number("due", row->due, expected[_i].due);
    same_number("to_do", row->to_do, expected[_i].to_do);
    same_number("per_month", row->per_month, expected[_i].per_month);
}
END_TEST

START_TEST(scores_by_hand)
{
    static const struct {
        const char *area, *cz, *zj, *nh, *total;
    } cards[] = {
        /* ratio 75/75 = 1; gap 1 + 2×2/40 = 1.1 (cap); −1.2 in −5…−1.0: 60 + 40×0.2/4.0 = 62 of 100 */
        {"A", "40", "44", "12.4", "96.4"},
        /* 74.99/75 = 0.99987; gap 0; worst */
        {"B", "39.99", "40", "12", "91.99"},
        /* 120/75 capped at 1.2; 1 − 2×0.1/40 = 0.995; best */
        {"C", "48", "39.8", "20", "107.8"},
    };
    struct period p = {2019, FREQUENCY_QUARTER, 3};
    size_t count;
    const struct score_card *found = scores_all(region.engine, p, &count);
    ck_assert_uint_eq(count, 3); /* 丁县 is never ranked */
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(found[i].area->code, cards[i].area);
        same_number("CZ", found[i].items[0].points, cards[i].cz);
        same_number("ZJ", found[i].items[1].points, cards[i].zj);
        same_number("NH", found[i].items[2].points, cards[i].nh);
        same_number("total", found[i].total, cards[i].total);
    }
    ck_assert_int_eq(found[2].rank.rank, 1);
    ck_assert_int_eq(found[0].rank.rank, 2);
    ck_assert_int_eq(found[1].rank.rank, 3);
}
END_TEST

START_TEST(ranks_share_a_place)
{
    const struct number *numbers[] = {number_integer(region.arena, 5), NULL, number_integer(region.arena, 7),
                                      number_integer(region.arena, 5)};
    const struct rank *higher = rank_numbers(region.arena, numbers, 4, BETTER_HIGHER);
    ck_assert_int_eq(higher[2].rank, 1);
    ck_assert(!higher[2].tied);
    ck_assert_int_eq(higher[0].rank, 2);
    ck_assert_int_eq(higher[3].rank, 2);
    ck_assert(higher[0].tied && higher[3].tied);
    ck_assert_int_eq(higher[1].rank, 0);
    ck_assert_int_eq(higher[1].of, 3);
    const struct rank *lower = rank_numbers(region.arena, numbers, 4, BETTER_LOWER);
    ck_assert_int_eq(lower[0].rank, 1);
    ck_assert_int_eq(lower[2].rank, 3);
}
END_TEST

Suite *verdicts_suite(void)
{
    Suite *suite = suite_create("verdicts");
    TCase *cases = tcase_create("verdicts");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, verdicts_by_hand, 0, (int)(sizeof expected / sizeof *expected));
    tcase_add_test(cases, scores_by_hand);
    tcase_add_test(cases, ranks_share_a_place);
    suite_add_tcase(suite, cases);
    return suite;
}
