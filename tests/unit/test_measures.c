/* SPDX-License-Identifier: MIT */
/* Every measure of SPEC §3 against figures worked out by hand; the arithmetic stands beside each. */
#include "compute/result_checks.h"
#include "compute/target.h"
#include "region.h"

#include <check.h>
#include <string.h>

Suite *measures_suite(void);

static const struct region_file files[] = {
    {"areas.csv", "code,name,parent,role\n"
                  "R,全市,,\nA,甲县,R,\nB,乙县,R,\nP,全省,,reference\n"},
    {"indicators.csv", "id,name,unit,kind,basis,decimals,numerator,denominator\n"
                       "CZ,产值,亿元,flow,,2,,\n"
                       "LR,利润,亿元,flow,,2,,\n"
                       "YD,用电量,万千瓦时,flow,single,1,,\n"
                       "QY,企业数,户,stock,,0,,\n"
                       "ZJ,增加值,%,rate,,1,,\n"
                       "LV,利润率,%,ratio,,2,LR,CZ\n"
                       "HJ,户均产值,万元/户,ratio,,1,CZ,QY\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to\n"
                    "*,CZ,cagr,>=,5,2018,2019\n"
                    "A,CZ,total,>=,300,2018,2020\n"
                    "A,CZ,mean,>=,100,2018,2020\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2017Q3,A,CZ,50,\n"
                   "2018Q2,A,CZ,50,\n2018Q3,A,CZ,80,\n2018Q4,A,CZ,120,\n"
                   "2019Q2,A,CZ,56,\n2019Q3,A,CZ,90,\n"
                   "2018Q2,B,CZ,10,\n2018Q3,B,CZ,20,\n2018Q4,B,CZ,30,\n"
                   "2019Q2,B,CZ,11,\n2019Q3,B,CZ,18,-9.5\n"
                   "2018Q3,A,LR,-2,\n2019Q3,A,LR,3,\n"
                   "2018Q3,B,LR,4,\n2019Q3,B,LR,-1,\n"
                   "2018Q1,A,YD,10,\n2018Q2,A,YD,10,\n2018Q3,A,YD,20,\n"
                   "2019Q1,A,YD,11,\n2019Q2,A,YD,12,\n2019Q3,A,YD,25,30\n"
                   "2018Q3,A,QY,40,\n2019Q2,A,QY,48,\n2019Q3,A,QY,50,\n"
                   "2018Q3,B,QY,0,\n2019Q3,B,QY,10,\n"
                   "2018Q3,A,ZJ,8.0,\n2019Q2,A,ZJ,9.4,\n2019Q3,A,ZJ,10.25,\n"
                   "2019Q3,R,ZJ,9.0,\n2019Q3,P,ZJ,8.1,\n"},
    {NULL, NULL},
};

static const struct {
    const char *area, *indicator;
    enum measure measure;
    const char *value; /* NULL: none */
    const char *text, *flag;
} expected[] = {
    {"A", "CZ", MEASURE_VALUE, "90", "90.00", ""},
    {"R", "CZ", MEASURE_VALUE, "108", "108.00", ""},              /* 90 + 18 */
    {"A", "CZ", MEASURE_SINGLE, "34", "34.00", ""},               /* 90 − 56 */
    {"A", "CZ", MEASURE_YOY, "12.5", "12.5", ""},                 /* 90/80 */
    {"B", "CZ", MEASURE_YOY, "-9.5", "-9.5", ""},                 /* reported; the levels say −10 */
    {"R", "CZ", MEASURE_YOY, "8", "8.0", ""},                     /* 108/100 */
    {"A", "CZ", MEASURE_SINGLE_YOY, "13.3333333333", "13.3", ""}, /* 34/30 */
    {"A", "CZ", MEASURE_QOQ, NULL, "—", "no_base"},               /* no 2019Q1, so no single Q2 */
    {"A", "CZ", MEASURE_YOY_CHANGE, "0.5", "0.5", ""},            /* 12.5 − 12.0 (56/50) */
    {"A", "CZ", MEASURE_YOY_CHANGE_YEAR, "-47.5", "-47.5", ""},   /* 12.5 − 60.0 (80/50) */
    {"A", "CZ", MEASURE_CAGR, "34.1640786500", "34.2", ""},       /* sqrt(90/50 = 1.8) = 1.3416407865 */
    {"A", "CZ", MEASURE_AVG2, "34.1640786500", "34.2", ""},       /* the same two years */
    {"B", "CZ", MEASURE_CAGR, NULL, "—", "no_base"},              /* 2019 reported, so 2018's rate is needed */
    {"A", "CZ", MEASURE_SHARE, "83.3333333333", "83.3", ""},      /* 90/108 */
    {"A", "CZ", MEASURE_CONTRIBUTION, "125", "125.0", ""},        /* 10/8 */
    {"B", "CZ", MEASURE_CONTRIBUTION, "-25", "-25.0", ""},        /* −2/8 */
    {"A", "CZ", MEASURE_PULL, "10", "10.0", ""},                  /* 10/100 */
    {"A", "CZ", MEASURE_VS_PARENT, "4.5", "4.5", ""},             /* 12.5 − 8.0 */
    {"A", "CZ", MEASURE_VS_REFERENCE, NULL, "—", "no_base"},      /* the province has no 产值 */
    {"A", "CZ", MEASURE_TOTAL, "210", "210.00", ""},              /* 120 + 90 */
    {"A", "CZ", MEASURE_MEAN, "120", "120.000", ""},              /* 210 / (21/12), one decimal more */
    {"A", "LR", MEASURE_YOY, NULL, "扭亏为盈", "turned_profit"},  /* −2 → 3 */
    {"B", "LR", MEASURE_YOY, NULL, "由盈转亏", "turned_loss"},    /* 4 → −1 */
    {"R", "LR", MEASURE_YOY, "0", "0.0", ""},                     /* 2 → 2 */
    {"A", "LR", MEASURE_CONTRIBUTION, NULL, "—", "zero_base"},    /* the region did not change */
    {"A", "YD", MEASURE_VALUE, "48", "48.0", ""},                 /* 11 + 12 + 25 */
    {"A", "YD", MEASURE_SINGLE, "25", "25.0", ""},
    {"A", "YD", MEASURE_YOY, "20", "20.0", ""},              /* 48/40 */
    {"A", "YD", MEASURE_SINGLE_YOY, "30", "30.0", ""},       /* reported; basis single */
    {"A", "YD", MEASURE_QOQ, "108.3333333333", "108.3", ""}, /* 25/12 */
    {"A", "QY", MEASURE_YOY, "25", "25.0", ""},              /* 50/40 */
    {"A", "QY", MEASURE_QOQ, "4.1666666667", "4.2", ""},     /* 50/48 */
    {"B", "QY", MEASURE_YOY, NULL, "—", "zero_base"},
    {"A", "ZJ", MEASURE_YOY, "10.25", "10.3", ""},       /* a rate is its own growth */
    {"A", "ZJ", MEASURE_CHANGE, "2.3", "2.3", ""},       /* 10.3 − 8.0, printed */
    {"A", "ZJ", MEASURE_YOY_CHANGE, "0.9", "0.9", ""},   /* 10.3 − 9.4 */
    {"A", "ZJ", MEASURE_VS_PARENT, "1.3", "1.3", ""},    /* 10.3 − 9.0 */
    {"A", "ZJ", MEASURE_VS_REFERENCE, "2.2", "2.2", ""}, /* 10.3 − 8.1 */
    {"B", "ZJ", MEASURE_VALUE, NULL, "—", "no_data"},
    {"A", "LV", MEASURE_VALUE, "3.3333333333", "3.33", ""}, /* 3/90 */
    {"A", "LV", MEASURE_CHANGE, "5.83", "5.83", ""},        /* 3.33 − (−2.50) */
    {"A", "HJ", MEASURE_VALUE, "18000", "18000.0", ""},     /* 90 亿元 / 50 户 */
    {"A", "HJ", MEASURE_YOY, "-10", "-10.0", ""},           /* 18000 against 80 亿元 / 40 户 = 20000 */
    {"B", "HJ", MEASURE_VALUE, "18000", "18000.0", ""},     /* 18 亿元 / 10 户 */
    {"B", "HJ", MEASURE_YOY, NULL, "—", "no_base"},         /* no enterprise a year before */
};

static struct region region;
static const struct period p = {2019, FREQUENCY_QUARTER, 3};

static void setup(void)
{
    region_open(&region, files, false);
}

static void teardown(void)
{
    region_close(&region);
}

/* §3's column "for", a letter for each kind that has the measure: flow, stock, ratio in %, ratio in another unit, rate.
 */
START_TEST(measures_apply_by_kind)
{
    static const char *const has[] = {[MEASURE_VALUE] = "fsrur+",
                                      [MEASURE_SINGLE] = "f",
                                      [MEASURE_YOY] = "fsu+",
                                      [MEASURE_SINGLE_YOY] = "f",
                                      [MEASURE_QOQ] = "fs",
                                      [MEASURE_CHANGE] = "r+",
                                      [MEASURE_YOY_CHANGE] = "fs+",
                                      [MEASURE_YOY_CHANGE_YEAR] = "fs+",
                                      [MEASURE_CAGR] = "fs+",
                                      [MEASURE_AVG2] = "fs+",
                                      [MEASURE_SHARE] = "f",
                                      [MEASURE_CONTRIBUTION] = "f",
                                      [MEASURE_PULL] = "f",
                                      [MEASURE_VS_PARENT] = "fsru+",
                                      [MEASURE_VS_REFERENCE] = "fsru+",
                                      [MEASURE_TOTAL] = "f",
                                      [MEASURE_MEAN] = "f",
                                      [MEASURE_RANK] = "fsru+"};
    static const struct indicator indicators[] = {{.kind = KIND_FLOW, .unit = "亿元", .total = TOTAL_SUM},
                                                  {.kind = KIND_STOCK, .unit = "亿元", .total = TOTAL_SUM},
                                                  {.kind = KIND_RATIO, .unit = "", .total = TOTAL_GIVEN},
                                                  {.kind = KIND_RATIO, .unit = "元/户", .total = TOTAL_GIVEN},
                                                  {.kind = KIND_RATE, .unit = "%", .total = TOTAL_GIVEN}};
    for (int measure = 0; measure <= MEASURE_RANK; measure++)
        for (size_t i = 0; i < 5; i++)
            ck_assert_msg(has[measure] && measure_applies((enum measure)measure, &indicators[i]) ==
                                              (strchr(has[measure], "fsru+"[i]) != NULL),
                          "%s, kind %zu", measure_id((enum measure)measure), i);
    const struct indicator given = {.kind = KIND_FLOW, .unit = "亿元", .total = TOTAL_GIVEN};
    ck_assert(!measure_applies(MEASURE_SHARE, &given));
}
END_TEST

START_TEST(measures_by_hand)
{
    const struct indicator *indicator = region_indicator(&region, expected[_i].indicator);
    const struct area *area = region_area(&region, expected[_i].area);
    ck_assert(measure_applies(expected[_i].measure, indicator));
    const struct result *r = measure_at(region.engine, expected[_i].measure, indicator, area, p, p);
    ck_assert_str_eq(flag_id(r->flag), expected[_i].flag);
    ck_assert_str_eq(result_text(region.arena, r, expected[_i].measure, indicator, ROUND_HALF_UP), expected[_i].text);
    ck_assert(!r->number == !expected[_i].value);
    if (r->number)
        ck_assert_int_eq(number_compare(number_parse(region.arena, number_plain(region.arena, r->number, 10)),
                                        number_parse(region.arena, expected[_i].value)),
                         0);
}
END_TEST

START_TEST(formulas_say_the_arithmetic)
{
    struct subject s = {region_indicator(&region, "CZ"), region_area(&region, "A"), p, 0};
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_YOY, s), "(90-80)/80*100");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_SINGLE, s), "90-56");
    s.area = region_area(&region, "R");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_VALUE, s), "90+18");
    s.area = region_area(&region, "B");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_YOY, s), "");
    s.indicator = region_indicator(&region, "YD");
    s.area = region_area(&region, "A");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_VALUE, s), "25+12+11");
    /* A ratio's numbers give the figure that is printed: 3/90 is 3.33 %. */
    s.indicator = region_indicator(&region, "LV");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_VALUE, s), "3/90*100");
    /* 亿元 over 户 in 万元 a 户: 90/50 亿元 is 18000 万元 */
    s.indicator = region_indicator(&region, "HJ");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_VALUE, s), "90/50*10000");
    /* As it was computed: no rate is reported, so the levels of both ends. */
    s.indicator = region_indicator(&region, "CZ");
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_AVG2, s), "((90/50)^(1/2)-1)*100");
    s.from = 2018;
    ck_assert_str_eq(measure_formula(region.engine, MEASURE_CAGR, s), "((90/50)^(1/2)-1)*100");
}
END_TEST

START_TEST(review_names_what_to_look_at)
{
    check_results(region.engine, p, true, &region.findings);
    /* 乙县's reported −9.5 against −10 computed, and 甲县's 30 of the single against 25/20. 乙县 has no 用电量, which
     * the sum lacks, and no rate of 2018, which its target of the average of two years needs; nothing needs its 增加值.
     */
    ck_assert_uint_eq(region_count(&region, RULE_SCOPE), 2);
    ck_assert_uint_eq(region_count(&region, RULE_MISSING_NEEDED), 2);
    struct period later = {2031, FREQUENCY_QUARTER, 1};
    check_results(region.engine, later, true, &region.findings);
    ck_assert_uint_eq(region_count(&region, RULE_PERIOD_EMPTY), 1);
}
END_TEST

START_TEST(losses_are_told_in_words)
{
    static const struct {
        const char *before, *now, *text;
    } losses[] = {
        {"-20", "-12.5", "减亏7.50"}, {"-2", "-3", "增亏1.00"}, {"-2", "-2.0", "持平"},
        {"-2", "0", "扭亏为盈"},      {"0", "-1", "—"},         {"5", "0", "-100.0"},
    };
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        struct region small;
        struct arena *arena = arena_new();
        const struct region_file loss_files[] = {
            {"areas.csv", "code,name\nR,全市\n"},
            {"indicators.csv", "id,name,unit,kind\nLR,利润,亿元,flow\n"},
            {"data/a.csv", arena_format(arena, "period,area,indicator,value\n2018Q3,R,LR,%s\n2019Q3,R,LR,%s\n",
                                        losses[i].before, losses[i].now)},
            {NULL, NULL},
        };
        region_open(&small, loss_files, false);
        struct subject s = {region_indicator(&small, "LR"), region_area(&small, "R"), p, 0};
        const struct result *r = measure_of(small.engine, MEASURE_YOY, s);
        ck_assert_str_eq(result_text(small.arena, r, MEASURE_YOY, s.indicator, ROUND_HALF_UP), losses[i].text);
        region_close(&small);
        arena_free(arena);
    }
}
END_TEST

Suite *measures_suite(void)
{
    Suite *suite = suite_create("measures");
    TCase *cases = tcase_create("measures");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, measures_by_hand, 0, (int)(sizeof expected / sizeof *expected));
    tcase_add_test(cases, measures_apply_by_kind);
    tcase_add_test(cases, formulas_say_the_arithmetic);
    tcase_add_test(cases, review_names_what_to_look_at);
    suite_add_tcase(suite, cases);
    TCase *words = tcase_create("losses");
    tcase_add_test(words, losses_are_told_in_words);
    suite_add_tcase(suite, words);
    return suite;
}
