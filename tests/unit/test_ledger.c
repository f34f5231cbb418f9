/* SPDX-License-Identifier: MIT */
/* What is in the ledger, how severe it is, for how long and since when: against figures worked out by hand. */
#include "compute/ledger.h"
#include "region.h"

#include <check.h>
#include <string.h>

Suite *ledger_suite(void);

/* CZ: the year's amount; FY: with a ceiling; XM: few things counted one by one; ZJ: a rate; LV: a ratio in %; GC: a
 * level, with a deadline too; LC: a milestone; TZ: growth, and a rank by it. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\nC,丙县,R\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better\n"
                       "CZ,产值,亿元,flow,2,\nFY,费用,亿元,flow,2,lower\nXM,项目,个,flow,0,\n"
                       "ZJ,增加值,%,rate,1,\nLV,优良率,%,ratio,1,\nGC,存量,亿元,stock,2,\n"
                       "LC,里程碑,个,stock,0,\nTZ,投资,亿元,flow,2,\n"},
    {"targets.csv", "area,indicator,measure,op,value,stretch,from,to,owner,clause\n"
                    "A,CZ,value,>=,100,,2018,2019,发改局,第三条\nB,CZ,value,>=,100,,2019,2019,,\n"
                    "C,CZ,value,>=,100,120,2019,2019,,\n"
                    "A,FY,value,<=,40,,2019,,,\nB,FY,value,<=,40,,2019,,,\n"
                    "A,XM,value,>=,4,,2019,,,\nB,XM,value,>=,1,,2019,,,\n"
                    "A,ZJ,yoy,>=,8,,2018,2019,,\nB,ZJ,yoy,>=,8,,2018,2019,,\n"
                    "A,LV,value,>=,90,,2019,,,\n"
                    "A,GC,value,>=,50,,2019,,,\nA,GC,value,>=,60,,,-2019Q2,,\nB,GC,value,<=,0,,2019,,,\n"
                    "A,LC,,done,,,,-2018,,\nB,LC,,done,,,2019,2019,,\n"
                    "A,TZ,rank,<=,1,,2019,,,\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2018Q3,A,CZ,80,\n2018Q4,A,CZ,99,\n2019Q1,A,CZ,24,\n2019Q2,A,CZ,40,\n2019Q3,A,CZ,60,\n"
                   "2019Q4,A,CZ,100,\n"
                   "2019Q1,B,CZ,20,\n2019Q3,B,CZ,70,\n2019Q4,B,CZ,90,\n2019Q3,C,CZ,75,\n2019Q4,C,CZ,110,\n"
                   "2019Q3,A,FY,44,\n2019Q3,B,FY,33,\n"
                   "2019Q1,A,XM,0,\n2019Q2,A,XM,1,\n2019Q3,A,XM,1,\n2019Q3,B,XM,0,\n"
                   "2018Q4,A,ZJ,7.9,\n2019Q1,A,ZJ,7,\n2019Q2,A,ZJ,6,\n2019Q3,A,ZJ,2.6,\n2019Q4,A,ZJ,8,\n"
                   "2019Q2,B,ZJ,7,\n2019Q3,B,ZJ,8.1,\n2019Q4,B,ZJ,8.2,\n"
                   "2019Q3,A,LV,81,\n"
                   "2019Q1,A,GC,50,\n2019Q2,A,GC,54,\n2019Q3,A,GC,45,\n2019Q3,B,GC,1,\n"
                   "2018Q3,A,LC,0,\n2018Q4,A,LC,0,\n2019Q1,A,LC,0,\n2019Q2,A,LC,0,\n2019Q3,A,LC,0,\n2019Q4,A,LC,1,\n"
                   "2019Q3,B,LC,0,\n2019Q4,B,LC,0,\n"
                   "2019Q2,A,TZ,10,3\n2019Q2,B,TZ,10,5\n2019Q3,A,TZ,10,3\n2019Q3,B,TZ,10,5\n"},
    {NULL, NULL},
};

struct line {
    const char *area, *indicator;
    enum measure measure;
    const char *to, *severity; /* NULL: apart */
    int periods;
    const char *since;
    bool cleared;
    int of_target;
};

static const struct line at_2019q3[] = {
    /* due 75: 15 short is a fifth; the yearly amount was on pace at 2018Q3, short by 1 at 2018Q4 */
    {"A", "CZ", MEASURE_VALUE, "", "20", 4, "2018Q4", false, 3},
    /* 9/90, 5/50 and 4/40; the deadline's own row ended with 54 of 60 at 2019Q2; at Q2 54 had met 50 */
    {"A", "FY", MEASURE_VALUE, "", "10", 1, "2019Q3", false, 1},
    {"A", "LV", MEASURE_VALUE, "", "10", 1, "2019Q3", false, 1},
    {"A", "GC", MEASURE_VALUE, "", "10", 1, "2019Q3", false, 1},
    {"A", "GC", MEASURE_VALUE, "2019Q2", "10", 2, "2019Q2", false, 2},
    /* a ceiling of 40 of which 30 are due */
    {"B", "FY", MEASURE_VALUE, "", "10", 1, "2019Q3", false, 1},
    /* 5 short of 75; Q2 was not reported */
    {"B", "CZ", MEASURE_VALUE, "", "6.6666666667", 1, "2019Q3", false, 1},
    /* 5.4 points below 108 of 100; since 7.9 at the end of 2018 */
    {"A", "ZJ", MEASURE_YOY, "", "5", 4, "2018Q4", false, 3},
    /* apart: one of three due; overdue since the end of 2018; a place; a ceiling of 0 */
    {"A", "XM", MEASURE_VALUE, "", NULL, 3, "2019Q1", false, 3},
    {"A", "LC", MEASURE_VALUE, "2018", NULL, 4, "2018Q4", false, 4},
    {"A", "TZ", MEASURE_RANK, "", NULL, 2, "2019Q2", false, 2},
    {"B", "GC", MEASURE_VALUE, "", NULL, 1, "2019Q3", false, 1},
    /* struck off: 7 at Q2 */
    {"B", "ZJ", MEASURE_YOY, "", NULL, 1, "2019Q2", true, 1},
};

static const struct line at_2019q4[] = {
    {"A", "GC", MEASURE_VALUE, "2019Q2", "10", 3, "2019Q2", false, 3},
    {"B", "CZ", MEASURE_VALUE, "", "10", 2, "2019Q3", false, 2},
    {"B", "LC", MEASURE_VALUE, "", NULL, 1, "2019Q4", false, 1},
    /* C's missed stretch is not in it; what is not reported is neither behind nor struck off */
    {"A", "CZ", MEASURE_VALUE, "", NULL, 4, "2018Q4", true, 3},
    {"A", "ZJ", MEASURE_YOY, "", NULL, 4, "2018Q4", true, 3},
    {"A", "LC", MEASURE_VALUE, "2018", NULL, 4, "2018Q4", true, 4},
};

static void same_line(struct region *region, const struct ledger_entry *entry, const struct line *line)
{
    struct arena *arena = region->arena;
    const struct verdict *verdict = entry->verdict;
    ck_assert_str_eq(verdict->area->code, line->area);
    ck_assert_str_eq(verdict->key.indicator->id, line->indicator);
    ck_assert_int_eq(verdict->key.measure, line->measure);
    ck_assert_str_eq(target_key_code(arena, verdict->key), line->to);
    ck_assert_int_eq(entry->severity == NULL, line->severity == NULL);
    if (line->severity)
        ck_assert_str_eq(number_plain(arena, entry->severity, 10), line->severity);
    ck_assert_int_eq(entry->periods, line->periods);
    ck_assert_int_eq(entry->of_target, line->of_target);
    ck_assert_str_eq(period_code(arena, entry->since), line->since);
    ck_assert_int_eq(entry->cleared, line->cleared);
}

static void same_ledger(const char *code, const struct line *lines, size_t expected)
{
    struct region region;
    struct period period;
    ck_assert(period_parse(code, &period));
    region_open(&region, files, false);
    size_t verdict_count, count;
    const struct verdict *verdicts = verdicts_all(region.engine, period, &verdict_count);
    const struct ledger_entry *entries = ledger_of(region.engine, verdicts, verdict_count, period, &count);
    for (size_t i = 0; i < count && i < expected; i++)
        same_line(&region, &entries[i], &lines[i]);
    ck_assert_uint_eq(count, expected);
    region_close(&region);
}

START_TEST(the_severest_come_first)
{
    same_ledger("2019Q3", at_2019q3, sizeof at_2019q3 / sizeof *at_2019q3);
}
END_TEST

START_TEST(what_is_reached_is_struck_off)
{
    same_ledger("2019Q4", at_2019q4, sizeof at_2019q4 / sizeof *at_2019q4);
}
END_TEST

/* CF: 4.6 of 5.25 due is 12.38 % short, as 65.7 beside 75.0 has it; the due 5.2 of data/ is cut. NH: asked for is 98
 * of 100, there are 101.4, of which 3.4 are 3.35 %. XM: two lacking before one that is longer behind. */
START_TEST(the_severity_is_a_share_of_what_is_due)
{
    static const struct region_file hard[] = {
        {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\n"},
        {"indicators.csv", "id,name,unit,kind,decimals,better\nCF,厂房,万平方米,flow,1,\nNH,能耗,%,rate,1,lower\n"
                           "XM,项目,个,flow,0,\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nA,CF,value,>=,7,2019,2019\n"
                        "A,NH,yoy,<=,-2,2019,2019\n*,XM,value,>=,8,2019,2019\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,A,CF,4.6\n2019Q3,A,NH,1.4\n2019Q2,A,XM,3\n2019Q3,A,XM,5\n"
                       "2019Q3,B,XM,4\n"},
        {NULL, NULL},
    };
    static const char *const lines[][2] = {{"CF", "12.381"}, {"NH", "3.3531"}, {"XM", "B"}, {"XM", "A"}};
    struct region region;
    size_t verdict_count, count;
    struct period period = {2019, FREQUENCY_QUARTER, 3};
    region_open(&region, hard, false);
    const struct verdict *verdicts = verdicts_all(region.engine, period, &verdict_count);
    const struct ledger_entry *entries = ledger_of(region.engine, verdicts, verdict_count, period, &count);
    ck_assert_uint_eq(count, 4);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(entries[i].verdict->key.indicator->id, lines[i][0]);
        ck_assert_str_eq(entries[i].severity ? number_plain(region.arena, entries[i].severity, 4)
                                             : entries[i].verdict->area->code,
                         lines[i][1]);
    }
    region_close(&region);
}
END_TEST

Suite *ledger_suite(void)
{
    Suite *suite = suite_create("ledger");
    TCase *cases = tcase_create("ledger");
    tcase_add_test(cases, the_severest_come_first);
    tcase_add_test(cases, what_is_reached_is_struck_off);
    tcase_add_test(cases, the_severity_is_a_share_of_what_is_due);
    suite_add_tcase(suite, cases);
    return suite;
}
