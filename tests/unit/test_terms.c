/* SPDX-License-Identifier: MIT */
/* Targets with a term: deadlines by year, quarter and month, averages over years, ranges, what is only compared and
 * what no figure judges (SPEC §4), against figures worked out by hand. */
#include "compute/score.h"
#include "region.h"

#include <check.h>
#include <string.h>

Suite *terms_suite(void);

/* TZ: a flow; QY: a stock; MJ: a ratio; XM: a milestone, counted in a sum; DL: a flow of small numbers. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent,group\n"
                  "R,全市,,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\nD,丁县,R,-\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better\n"
                       "TZ,投资,亿元,flow,2,\nQY,企业数,户,stock,0,\nMJ,亩产,万元/亩,ratio,1,\n"
                       "XM,开工,,stock,0,\nDL,项目,个,flow,0,\nNH,能耗,%,rate,1,lower\n"},
    {"targets.csv", "area,indicator,measure,op,value,upper,stretch,tolerance,from,to,pace,source,clause,owner\n"
                    "A,TZ,value,>=,100,,120,,,-2022,,,,\n"
                    "B,TZ,value,提高,,,,,,2022年底前,,,,\n"
                    "C,TZ,value,>=,parent,,,,,至2022,,,,\n"
                    "D,TZ,value,between,90,110,,,,-2022,,,,\n"
                    "A,QY,value,>=,50,,60,,,-2021Q2,,,,\n"
                    "B,QY,value,>=,50,,,,,至2021年上半年,,,,\n"
                    "C,QY,value,>=,50,,,,,2021年二季度末前,,,,\n"
                    "A,QY,value,>=,70,,,,,-2023,,,,\n"
                    "B,QY,value,降低,2020,,,,,2021年9月底前,,,,\n"
                    "*,XM,,done,,,,,,-2021Q2,,,,\n"
                    "R,XM,,done,,,,,,-2021Q3,,,,\n"
                    "A,MJ,value,≥,2—3,,,,2021,,,工作要点,一,\n"
                    "A,MJ,value,≥,2至3,,,,2021,,,附表,,工信局\n"
                    "B,MJ,value,<,5~4,,,,2021,,,,,\n"
                    "C,MJ,value,,,,9,,2021,,,,,\n"
                    "A,MJ,yoy,对比,parent,,,,2021,,,,,\n"
                    "B,MJ,yoy,对比,area:A-1,,,,2021,,,,,\n"
                    "A,DL,value,前列,,,,,2021,,,,,\n"
                    "B,DL,value,>=,4,,,,2021,,0;50;75;100,,,\n"
                    "C,DL,value,about,10,,,1,2021,,,,,\n"
                    "A,DL,total,>=,12,,,,2020,2021,,,,\n"
                    "*,DL,mean,>=,3,,4,,2020,2021,,,,\n"
                    "*,NH,value,上级下达,,,,,2021,,,,,\n"
                    "A,NH,rank,前移,,,,,2021,,,,,\n"
                    "B,NH,rank,前移,,,,,2021,,,,,\n"
                    "C,NH,位次（总量）,,前三名,,,,2021,,,,,\n"
                    "A,NH,cagr,<=,-1,,,,2020,2022,,,,\n"},
    {"data/a.csv",
     "period,area,indicator,value\n"
     "2019Q4,A,TZ,80\n2020Q4,A,TZ,90\n2021Q2,A,TZ,60\n2021Q4,A,TZ,101\n2022Q2,A,TZ,49.99\n2022Q4,A,TZ,120\n"
     "2019Q4,B,TZ,80\n2020Q4,B,TZ,70\n2021Q2,B,TZ,60\n2021Q4,B,TZ,75\n"
     "2020Q4,C,TZ,30\n2021Q2,C,TZ,20\n"
     "2020Q4,R,TZ,200\n2021Q2,R,TZ,150\n"
     "2020Q4,D,TZ,100\n2021Q2,D,TZ,70\n"
     "2021Q2,A,QY,61\n2021Q3,A,QY,40\n2021Q4,A,QY,45\n"
     "2021Q1,B,QY,48\n2021Q2,B,QY,49\n2021Q3,B,QY,60\n2021Q4,B,QY,62\n2020Q4,B,QY,61\n"
     "2021Q3,C,QY,60\n"
     "2021Q1,A,XM,1\n2021Q2,A,XM,1\n2021Q4,A,XM,1\n2022Q2,A,XM,1\n2021Q2,B,XM,0\n2022Q2,B,XM,0\n"
     "2022Q4,B,XM,1\n"
     "2020Q2,A,MJ,2\n2021Q2,A,MJ,2.4\n2021Q2,B,MJ,4.5\n2020Q2,B,MJ,5\n2021Q2,C,MJ,9\n"
     "2020Q2,R,MJ,4\n2021Q2,R,MJ,4.2\n"
     "2021Q1,B,DL,0\n2021Q2,B,DL,1\n2021Q1,C,DL,0\n2020Q4,A,DL,6\n2021Q1,A,DL,0\n2021Q2,A,DL,2\n"
     "2021Q4,A,DL,2\n2020Q4,B,DL,4\n2021Q4,B,DL,4\n"
     "2020Q2,A,NH,-2\n2021Q2,A,NH,-2\n2020Q2,B,NH,-1\n2021Q2,B,NH,-1\n2020Q2,C,NH,0\n2021Q2,C,NH,-1.5\n"},
    {"scoring.csv", "indicator,measure,weight,method,cap,floor,step\n"
                    "TZ,value,10,ratio,1.5,,\n"
                    "MJ,value,20,ratio,2,,0.5\n"
                    "NH,rank,10,gap,,,2\n"},
    {NULL, NULL},
};

#define V MEASURE_VALUE
#define YEARLY                                                                                                         \
    {                                                                                                                  \
        0, FREQUENCY_YEAR, 0                                                                                           \
    }
#define BY_YEAR(year)                                                                                                  \
    {                                                                                                                  \
        year, FREQUENCY_YEAR, 1                                                                                        \
    }
#define BY_QUARTER(year, part)                                                                                         \
    {                                                                                                                  \
        year, FREQUENCY_QUARTER, part                                                                                  \
    }

/* `due` also stands for whether there is a pace. */
static const struct {
    int year, quarter;
    const char *area, *indicator;
    enum measure measure;
    struct period to;
    const char *verdict, *actual, *gap, *progress, *due;
} expected[] = {
    /* a flow before the year of its deadline: the last whole year's total, at a year's end that one's */
    {2021, 2, "A", "TZ", V, BY_YEAR(2022), "pending", "90", "-10", "90", NULL},
    {2021, 4, "A", "TZ", V, BY_YEAR(2022), "met", "101", "1", "101", NULL},            /* no stretch before the end */
    {2021, 2, "B", "TZ", V, BY_YEAR(2022), "pending", "70", "-10", NULL, NULL},        /* 70 < 80, the year before */
    {2021, 4, "B", "TZ", V, BY_YEAR(2022), "met", "75", "5", NULL, NULL},              /* 75 > 70 */
    {2021, 2, "C", "TZ", V, BY_YEAR(2022), "pending", "30", "-170", NULL, NULL},       /* the parent's 200 of 2020 */
    {2021, 2, "D", "TZ", V, BY_YEAR(2022), "met", "100", "0", "111.1111111111", NULL}, /* 100/90 */
    /* in that year a target like any other: half of 100 is due */
    {2022, 2, "A", "TZ", V, BY_YEAR(2022), "behind", "49.99", "-50.01", "49.99", "50"},
    {2022, 4, "A", "TZ", V, BY_YEAR(2022), "stretch", "120", "20", "120", "100"},
    {2022, 2, "B", "TZ", V, BY_YEAR(2022), "no_data", NULL, NULL, NULL, NULL},
    {2023, 1, "A", "TZ", V, BY_YEAR(2022), "no_target", NULL, NULL, NULL, NULL},
    /* a deadline within the year: pending, judged in its period, and its row stays till December */
    {2021, 1, "B", "QY", V, BY_QUARTER(2021, 2), "pending", "48", "-2", "96", NULL},
    {2021, 2, "A", "QY", V, BY_QUARTER(2021, 2), "stretch", "61", "11", "122", NULL},
    {2021, 3, "A", "QY", V, BY_QUARTER(2021, 2), "stretch", "61", "11", "122", NULL},
    {2021, 4, "B", "QY", V, BY_QUARTER(2021, 2), "missed", "49", "-1", "98", NULL},
    {2021, 3, "C", "QY", V, BY_QUARTER(2021, 2), "no_data", NULL, NULL, NULL, NULL}, /* 60 came too late */
    {2022, 1, "B", "QY", V, BY_QUARTER(2021, 2), "no_target", NULL, NULL, NULL, NULL},
    {2021, 3, "A", "QY", V, BY_YEAR(2023), "pending", "40", "-30", "57.1428571429", NULL}, /* 40/70, beside the other */
    /* September lies in the third quarter; below the end of 2020 */
    {2021, 2, "B", "QY", V, {2021, FREQUENCY_MONTH, 9}, "met", "49", "-12", NULL, NULL},
    {2021, 4, "B", "QY", V, {2021, FREQUENCY_MONTH, 9}, "met", "60", "-1", NULL, NULL},
    /* a milestone goes on after its date, till it is done */
    {2021, 1, "C", "XM", V, BY_QUARTER(2021, 2), "pending", NULL, NULL, NULL, NULL},
    {2021, 2, "C", "XM", V, BY_QUARTER(2021, 2), "no_data", NULL, NULL, NULL, NULL},
    {2022, 2, "B", "XM", V, BY_QUARTER(2021, 2), "missed", "0", NULL, NULL, NULL},
    {2022, 4, "B", "XM", V, BY_QUARTER(2021, 2), "met", "1", NULL, NULL, NULL},
    {2021, 2, "R", "XM", V, BY_QUARTER(2021, 2), "no_target", "1", NULL, NULL, NULL}, /* `*` is below the region */
    {2021, 2, "R", "XM", V, BY_QUARTER(2021, 3), "pending", "1", NULL, NULL, NULL},   /* a sum that lacks a part */
    {2022, 2, "R", "XM", V, BY_QUARTER(2021, 3), "no_data", "1", NULL, NULL, NULL},
    /* ranges: the easier end binds, the harder one is the stretch */
    {2021, 2, "A", "MJ", V, YEARLY, "met", "2.4", "0.4", NULL, NULL},
    {2021, 2, "B", "MJ", V, YEARLY, "met", "4.5", "-0.5", NULL, NULL}, /* < 5, not yet ≤ 4 */
    {2021, 2, "C", "MJ", V, YEARLY, "met", "9", "0", NULL, NULL},      /* a stretch alone is the value */
    /* comparisons: 20.0 against 5.0; −10.0 against 20.0 − 1 */
    {2021, 2, "A", "MJ", MEASURE_YOY, YEARLY, "compared", "20", "15", NULL, NULL},
    {2021, 2, "B", "MJ", MEASURE_YOY, YEARLY, "compared", "-10", "-29", NULL, NULL},
    {2021, 2, "C", "MJ", MEASURE_YOY, YEARLY, "no_target", NULL, NULL, NULL, NULL},
    /* words only, and a figure still to come: with or without a figure of the area's */
    {2021, 2, "A", "DL", V, YEARLY, "pending", "2", NULL, NULL, NULL},
    {2021, 3, "A", "DL", V, YEARLY, "pending", NULL, NULL, NULL, NULL},
    {2021, 2, "A", "NH", V, YEARLY, "pending", "-2", NULL, NULL, NULL},
    {2021, 3, "A", "NH", V, YEARLY, "pending", NULL, NULL, NULL, NULL},
    /* nothing due: pending with nothing there; (10 − 1) × 25 % = 2.25 → 2 is due */
    {2021, 1, "B", "DL", V, YEARLY, "pending", "0", "-4", "0", "0"},
    {2021, 2, "B", "DL", V, YEARLY, "behind", "1", "-3", "25", "2"},
    {2021, 1, "C", "DL", V, YEARLY, "behind", "0", "-9", "0", "2"},
    /* over years: 6 + 2 of 12, 18 of 24 months gone: 9 due; a mean of 8/1.5 = 5.3 */
    {2021, 2, "A", "DL", MEASURE_TOTAL, YEARLY, "behind", "8", "-4", "66.6666666667", "9"},
    {2021, 2, "A", "DL", MEASURE_MEAN, YEARLY, "on_pace", "5.3", "2.3", NULL, NULL}, /* no stretch before the end */
    {2021, 4, "A", "DL", MEASURE_MEAN, YEARLY, "stretch", "4", "1", NULL, NULL},     /* 8/2 */
    {2021, 1, "B", "DL", MEASURE_MEAN, YEARLY, "on_pace", "3.2", "0.2", NULL, NULL}, /* 4/1.25 */
    {2021, 2, "A", "NH", MEASURE_CAGR, YEARLY, "on_pace", "-2", "-1", NULL, NULL},   /* 0.98 × 0.98 */
    /* places, the lower rate the better: A 1 both times, B 2 and now 3; C 3 and now 2 */
    {2021, 2, "A", "NH", MEASURE_RANK, YEARLY, "met", "1", "0", NULL, NULL},
    {2021, 2, "B", "NH", MEASURE_RANK, YEARLY, "missed", "3", "1", NULL, NULL},
    {2021, 2, "C", "NH", MEASURE_RANK_VALUE, YEARLY, "met", "2", "-1", NULL, NULL},
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
    const char *got = number ? number_plain(region.arena, number, 10) : "nothing";
    ck_assert_msg(strcmp(got, text ? text : "nothing") == 0, "%s: expected %s, got %s", what, text ? text : "nothing",
                  got);
}

START_TEST(terms_by_hand)
{
    struct period p = {expected[_i].year, FREQUENCY_QUARTER, expected[_i].quarter};
    struct target_key key = {region_indicator(&region, expected[_i].indicator), expected[_i].measure, expected[_i].to};
    const struct verdict *row = verdict_of(region.engine, key, region_area(&region, expected[_i].area), p);
    ck_assert_str_eq(verdict_id(row->kind), expected[_i].verdict);
    same_number("actual", row->actual, expected[_i].actual);
    same_number("gap", row->gap, expected[_i].gap);
    same_number("progress", row->progress, expected[_i].progress);
    same_number("due", row->due, expected[_i].due);
}
END_TEST

START_TEST(term_is_written_as_its_kind)
{
    static const struct {
        struct period to;
        const char *text;
    } terms[] = {{YEARLY, ""},
                 {BY_YEAR(2025), "2025"},
                 {BY_QUARTER(2025, 2), "2025Q2"},
                 {{2025, FREQUENCY_MONTH, 6}, "2025-06"}};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        ck_assert_str_eq(target_key_code(region.arena, (struct target_key){NULL, V, terms[i].to}), terms[i].text);
}
END_TEST

START_TEST(two_documents_make_one_target)
{
    size_t twins = 0;
    for (size_t i = 0; i < region.dataset->target_count; i++)
        if (region.dataset->targets[i].twin) {
            twins++;
            ck_assert_str_eq(region.dataset->targets[i].source, "工作要点");
            ck_assert_str_eq(region.dataset->targets[i].clause, "一");
            ck_assert_str_eq(region.dataset->targets[i].twin->source, "附表");
            ck_assert_str_eq(region.dataset->targets[i].twin->owner, "工信局");
        }
    ck_assert_uint_eq(twins, 1);
    ck_assert_uint_eq(region_count(&region, RULE_TARGET_SAME), 1);
}
END_TEST

/* At 2021Q2: TZ pending, left out. MJ with a step: A 2.4/2 is 20 points over: 20 × (1 + 0.5 × 20/20) = 30; B 5/4.5 is
 * 11.11 over: 20 × (1 + 0.5 × 11.11…/20) = 25.5555…; C 9/9: 20. Places: A has stayed first, gap 0: 10; B one place
 * back: 10 − 2 = 8; C has no such target. So A (30 + 10) × 40/30, B (25.56 + 8) × 40/30, C 20 × 40/20. */
START_TEST(scores_by_hand)
{
    static const struct {
        const char *tz, *mj, *nh, *total;
    } cards[] = {{"pending", "30", "10", "53.33"}, {"pending", "25.56", "8", "44.75"}, {"pending", "20", NULL, "40"}};
    size_t count;
    const struct score_card *found = scores_all(region.engine, (struct period){2021, FREQUENCY_QUARTER, 2}, &count);
    ck_assert_uint_eq(count, 3);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(found[i].items[0].flag, cards[i].tz);
        same_number("MJ", found[i].items[1].points, cards[i].mj);
        same_number("NH", found[i].items[2].points, cards[i].nh);
        same_number("total", found[i].total, cards[i].total);
    }
}
END_TEST

/* Targets that the years of the data, or other targets, show to be mistaken. */
static const struct region_file doubtful[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\n"},
    {"indicators.csv", "id,name,unit,kind\nTZ,投资,亿元,flow\nGY,工业投资,亿元,flow\nJT,交通投资,万元,flow\n"},
    {"targets.csv", "area,indicator,measure,value,from,to\n"
                    "A,TZ,yoy,10,,2018\n"     /* before the data, and no deadline */
                    "A,GY,yoy,10,2018,2018\n" /* kept from then */
                    "A,JT,yoy,10,,-2018\n"    /* a deadline that is past */
                    "R,TZ,yoy,10,,-2041\n"    /* 21 years after the data */
                    "R,GY,yoy,10,,-2040\n"
                    "A,TZ,value,100,2020,2020\n" /* 60 + 300000 万元 = 90 */
                    "A,GY,value,60,2020,2020\n"
                    "A,JT,value,300000,2020,2020\n"
                    "R,TZ,value,100,2020,2020\n" /* 60 + 39.99, within two halves of 0.01 */
                    "R,GY,value,60,2020,2020\n"
                    "R,JT,value,399900,2020,2020\n"
                    "A,TZ,value,100,,-2022\n" /* a part has none */
                    "A,GY,value,60,,-2022\n"},
    {"identities.csv", "total,parts\nTZ,GY;JT\n"},
    {"data/a.csv", "period,area,indicator,value\n2019Q1,A,TZ,1\n2020Q1,A,TZ,1\n"},
    {NULL, NULL},
};

START_TEST(doubtful_targets_are_told)
{
    struct region other;
    region_open(&other, doubtful, false);
    ck_assert_uint_eq(region_count(&other, RULE_TARGET_PAST), 1);
    ck_assert_uint_eq(region_count(&other, RULE_TARGET_FAR), 1);
    ck_assert_uint_eq(region_count(&other, RULE_IDENTITY_TARGET), 1);
    region_close(&other);
}
END_TEST

Suite *terms_suite(void)
{
    Suite *suite = suite_create("terms");
    TCase *cases = tcase_create("terms");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, terms_by_hand, 0, (int)(sizeof expected / sizeof *expected));
    tcase_add_test(cases, term_is_written_as_its_kind);
    tcase_add_test(cases, two_documents_make_one_target);
    tcase_add_test(cases, scores_by_hand);
    tcase_add_test(cases, doubtful_targets_are_told);
    suite_add_tcase(suite, cases);
    return suite;
}
