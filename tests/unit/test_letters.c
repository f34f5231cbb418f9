/* SPDX-License-Identifier: MIT */
/* Which shortfalls count and who gets a letter, against distances worked out by hand: every limit met exactly and
 * missed by the last printed place. */
#include "compute/letter.h"
#include "region.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *letters_suite(void);

/* ---- distances ---- */

/* CZ: the year's amounts; FY: the same with a ceiling; XM: a range; ZJ: a rate; LV: a ratio in %; XJ: a ratio that is
 * an amount; GC: a level; LC: a milestone; TZ: growth over several years, and B's rank by it. The limits are the
 * defaults: 10 points, 2 periods. */
static const struct region_file distance_files[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\nC,丙县,R\nD,丁县,R\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better\n"
                       "CZ,产值,亿元,flow,2,\nFY,费用,亿元,flow,2,lower\nXM,项目,个,flow,2,\n"
                       "ZJ,增加值,%,rate,1,\nLV,优良率,%,ratio,1,\nXJ,效率,元/户,ratio,1,\n"
                       "GC,存量,亿元,stock,2,\nLC,里程碑,个,stock,0,\nTZ,投资,亿元,flow,2,\n"},
    {"targets.csv", "area,indicator,measure,op,value,upper,tolerance,from,to\n"
                    "A,CZ,value,>=,100,,,2019,\n"
                    "B,CZ,value,>=,100,,,2019,\n"
                    "C,CZ,value,>=,100,,,2019,\n"
                    "D,CZ,value,>=,-5,,,2019,\n"
                    "A,FY,value,<=,40,,,2019,\n"
                    "B,FY,value,<=,40,,,2019,\n"
                    "C,FY,value,<=,40,,,2019,\n"
                    "A,XM,value,between,10,12,,2019,\n"
                    "B,XM,value,between,10,12,,2019,\n"
                    "C,XM,value,about,10,,2,2019,\n"
                    "A,ZJ,yoy,>=,8,,,2019,\n"
                    "B,ZJ,yoy,>=,8,,,2019,\n"
                    "C,ZJ,yoy,>=,8,,,2019,\n"
                    "A,LV,value,>=,90,,,2019,\n"
                    "A,XJ,value,>=,20,,,2019,\n"
                    "A,GC,value,>=,50,,,2019,\n"
                    "B,GC,value,>=,50,,,2019,\n"
                    "C,GC,value,<=,0,,,2019,\n"
                    "D,GC,value,>=,-50,,,2019,\n"
                    "A,GC,value,>=,60,,,,-2019\n"
                    "A,LC,,done,,,,2019,\n"
                    "A,TZ,yoy,>=,10,,,2018,2020\n"
                    "C,TZ,yoy,>=,10,,,2018,2020\n"
                    "D,TZ,yoy,>=,10,,,2019,\n"
                    "B,TZ,rank,<=,1,,,2019,\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2019Q3,A,CZ,65,\n2019Q3,B,CZ,65.04,\n2019Q3,C,CZ,65.05,\n2019Q3,D,CZ,-6,\n2019Q4,A,CZ,85,\n"
                   "2019Q3,A,FY,44,\n2019Q3,B,FY,43.99,\n2019Q3,C,FY,33,\n"
                   "2019Q3,A,XM,13.2,\n2019Q3,B,XM,6,\n2019Q3,C,XM,13,\n2019Q4,B,XM,6,\n"
                   "2019Q3,A,ZJ,-2.04,\n2019Q3,B,ZJ,-1.96,\n2019Q3,C,ZJ,-1.94,\n"
                   "2019Q3,A,LV,80.5,\n2019Q3,A,XJ,18,\n"
                   "2019Q3,A,GC,45,\n2019Q3,B,GC,45.01,\n2019Q3,C,GC,1,\n2019Q3,D,GC,-55,\n2019Q4,A,GC,45,\n"
                   "2019Q3,A,LC,0,\n2019Q4,A,LC,0,\n"
                   "2018Q3,A,TZ,,5\n2018Q4,A,TZ,,5\n2019Q1,A,TZ,,9.9\n2019Q2,A,TZ,,12\n2019Q3,A,TZ,,5\n"
                   "2019Q2,B,TZ,,11\n2019Q3,B,TZ,,4\n"
                   "2019Q1,C,TZ,,5\n2019Q3,C,TZ,,5\n"
                   "2018Q4,D,TZ,,5\n2019Q1,D,TZ,,5\n2019Q2,D,TZ,,5\n"},
    {NULL, NULL},
};

static const struct {
    struct period period;
    const char *area, *indicator;
    enum measure measure;
    int to;
    const char *distance; /* NULL: none */
    int periods;          /* 0: no shortfall at all */
    bool counts;
} expected[] = {
#define Q(year, quarter)                                                                                               \
    {                                                                                                                  \
        year, FREQUENCY_QUARTER, quarter                                                                               \
    }
    /* pace 75.0 less progress, both as printed */
    {Q(2019, 3), "A", "CZ", MEASURE_VALUE, 0, "10", 1, true},
    {Q(2019, 3), "B", "CZ", MEASURE_VALUE, 0, "10", 1, true},   /* 65.04 prints 65.0 */
    {Q(2019, 3), "C", "CZ", MEASURE_VALUE, 0, "9.9", 1, false}, /* 65.05 prints 65.1 */
    {Q(2019, 3), "D", "CZ", MEASURE_VALUE, 0, NULL, 1, false},  /* −6 below the −3.75 due, and no progress */
    {Q(2019, 4), "A", "CZ", MEASURE_VALUE, 0, "15", 2, true},   /* behind, then missed */
    {Q(2019, 3), "B", "XM", MEASURE_VALUE, 0, "15", 1, true},   /* 6 of 10 */
    {Q(2019, 4), "B", "XM", MEASURE_VALUE, 0, "40", 2, true},
    {Q(2019, 3), "C", "FY", MEASURE_VALUE, 0, "7.5", 1, false}, /* 33 of 40: faster than the ceiling's pace */
    /* amounts: the gap in % of the target */
    {Q(2019, 3), "A", "FY", MEASURE_VALUE, 0, "10", 1, true},     /* 4/40 */
    {Q(2019, 3), "B", "FY", MEASURE_VALUE, 0, "9.975", 1, false}, /* 3.99/40, not rounded */
    {Q(2019, 3), "A", "XM", MEASURE_VALUE, 0, "10", 1, true},     /* 1.2 beyond 12 */
    {Q(2019, 3), "C", "XM", MEASURE_VALUE, 0, "10", 1, true},     /* 1 beyond 10 + 2, of 10 */
    {Q(2019, 3), "A", "XJ", MEASURE_VALUE, 0, "10", 1, true},
    {Q(2019, 3), "A", "GC", MEASURE_VALUE, 0, "10", 1, true},
    {Q(2019, 3), "B", "GC", MEASURE_VALUE, 0, "9.98", 1, false},
    {Q(2019, 3), "C", "GC", MEASURE_VALUE, 0, NULL, 1, false}, /* of a target of 0 */
    {Q(2019, 3), "D", "GC", MEASURE_VALUE, 0, "10", 1, true},  /* 5 below −50 */
    /* a deadline is pending until its last period; the yearly target beside it has a row of its own */
    {Q(2019, 3), "A", "GC", MEASURE_VALUE, 2019, NULL, 0, false},
    {Q(2019, 4), "A", "GC", MEASURE_VALUE, 2019, "25", 1, true},
    {Q(2019, 4), "A", "GC", MEASURE_VALUE, 0, "10", 2, true},
    /* points */
    {Q(2019, 3), "A", "ZJ", MEASURE_YOY, 0, "10", 1, true},   /* −2.04 prints −2.0 */
    {Q(2019, 3), "B", "ZJ", MEASURE_YOY, 0, "10", 1, true},   /* so does −1.96 */
    {Q(2019, 3), "C", "ZJ", MEASURE_YOY, 0, "9.9", 1, false}, /* −1.94 prints −1.9 */
    {Q(2019, 3), "A", "LV", MEASURE_VALUE, 0, "9.5", 1, false},
    /* none */
    {Q(2019, 3), "A", "LC", MEASURE_VALUE, 0, NULL, 0, false},
    {Q(2019, 4), "A", "LC", MEASURE_VALUE, 0, NULL, 1, false},
    {Q(2019, 2), "B", "TZ", MEASURE_RANK, 0, NULL, 1, false},
    {Q(2019, 3), "B", "TZ", MEASURE_RANK, 0, NULL, 2, true}, /* second of 3, third of 3 */
    /* in a row, over the year's end, however near */
    {Q(2018, 3), "A", "TZ", MEASURE_YOY, 0, "5", 1, false},
    {Q(2018, 4), "A", "TZ", MEASURE_YOY, 0, "5", 2, true},
    {Q(2019, 1), "A", "TZ", MEASURE_YOY, 0, "0.1", 3, true},
    {Q(2019, 2), "A", "TZ", MEASURE_YOY, 0, NULL, 0, false}, /* met */
    {Q(2019, 3), "A", "TZ", MEASURE_YOY, 0, "5", 1, false},  /* since then the first */
    {Q(2019, 3), "C", "TZ", MEASURE_YOY, 0, "5", 1, false},  /* nothing reported in between */
    {Q(2019, 1), "D", "TZ", MEASURE_YOY, 0, "5", 1, false},  /* no target the year before */
    {Q(2019, 2), "D", "TZ", MEASURE_YOY, 0, "5", 2, true},
#undef Q
};

static void same_number(const struct region *region, const struct number *number, const char *text)
{
    ck_assert_msg(!number == !text, "expected %s", text ? text : "nothing");
    if (number)
        ck_assert_msg(number_compare(number, number_parse(region->arena, text)) == 0, "expected %s, got %s", text,
                      number_plain(region->arena, number, 10));
}

static const struct letter *letter_to(struct region *region, const char *area, struct period period)
{
    size_t count;
    const struct verdict *verdicts = verdicts_all(region->engine, period, &count);
    return letter_of(region->engine, verdicts, count, region_area(region, area), period);
}

static const struct shortfall *find(const struct letter *letter, struct target_key key)
{
    for (size_t i = 0; i < letter->count; i++) {
        struct target_key found = letter->shortfalls[i].verdict->key;
        if (target_key_same(found, key))
            return &letter->shortfalls[i];
    }
    return NULL;
}

START_TEST(distances_by_hand)
{
    struct region region;
    region_open(&region, distance_files, false);
    struct target_key key = {region_indicator(&region, expected[_i].indicator),
                             expected[_i].measure,
                             {expected[_i].to, FREQUENCY_YEAR, expected[_i].to ? 1 : 0}};
    const struct shortfall *shortfall = find(letter_to(&region, expected[_i].area, expected[_i].period), key);
    ck_assert_int_eq(shortfall ? shortfall->periods : 0, expected[_i].periods);
    if (shortfall) {
        same_number(&region, shortfall->distance, expected[_i].distance);
        ck_assert_int_eq(shortfall->counts, expected[_i].counts);
    }
    region_close(&region);
}
END_TEST

START_TEST(the_severe_come_first)
{
    /* CZ leads indicators.csv (65.04 of 75 due: 13.3 % short). XM 6 of 7.5 due: 20 %; GC 4.99 of 50: 9.98 %; FY 3.99
     * beyond 40: 9.975 %; ZJ 10.0 points of 108: 9.3 %; a rank apart. */
    static const char *const order[] = {"CZ", "XM", "GC", "FY", "ZJ", "TZ"};
    struct region region;
    region_open(&region, distance_files, false);
    const struct letter *letter = letter_to(&region, "B", (struct period){2019, FREQUENCY_QUARTER, 3});
    ck_assert_uint_eq(letter->count, 6);
    ck_assert_uint_eq(letter->counting, 4);
    ck_assert_str_eq(letter->area->code, "B");
    for (size_t i = 0; i < 6; i++)
        ck_assert_str_eq(letter->shortfalls[i].verdict->key.indicator->id, order[i]);
    region_close(&region);
}
END_TEST

START_TEST(without_shortfalls_a_letter_is_empty)
{
    struct region region;
    region_open(&region, distance_files, false);
    const struct letter *letter = letter_to(&region, "R", (struct period){2019, FREQUENCY_QUARTER, 3});
    ck_assert_uint_eq(letter->count, 0);
    ck_assert_uint_eq(letter->counting, 0);
    region_close(&region);
}
END_TEST

/* ---- who gets one ---- */

/* At 2019Q3 甲县 is off by 10.0 and 10.0, 乙县 by 10.0 and 9.9, 丙县 by nothing, 丁镇, below 甲县, by 13.0 and 20.0;
 * the region is far off its own targets, and so is the reference. In 2019-02 only 丙县 falls short of one target, by
 * 1.0, as in 2018-12. */
static const char due_areas[] = "code,name,parent,role\n"
                                "CN,全国,,reference\nR,全市,,\nD,丁镇,A,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\n";
static const char due_indicators[] = "id,name,unit,kind,decimals\nZJ,增加值,%,rate,1\nLV,优良率,%,ratio,1\n";
static const char due_targets[] = "area,indicator,measure,op,value,from,to\n"
                                  "*,ZJ,yoy,>=,8,2018,2020\n*,LV,value,>=,90,2018,2020\n"
                                  "R,ZJ,yoy,>=,8,2018,2020\nR,LV,value,>=,90,2018,2020\n";
static const char due_data[] = "period,area,indicator,value\n"
                               "2019Q3,CN,ZJ,-50\n2019Q3,R,ZJ,-50\n2019Q3,R,LV,1\n"
                               "2019Q3,A,ZJ,-2\n2019Q3,A,LV,80\n2019Q3,B,ZJ,-2\n2019Q3,B,LV,80.1\n"
                               "2019Q3,C,ZJ,8\n2019Q3,C,LV,95\n2019Q3,D,ZJ,-5\n2019Q3,D,LV,70\n"
                               "2018-12,C,ZJ,7\n2019-02,C,ZJ,7\n2019-02,A,ZJ,9\n";

static const struct {
    const char *settings;
    struct period period;
    const char *areas; /* in file order */
} due[] = {
#define Q3                                                                                                             \
    {                                                                                                                  \
        2019, FREQUENCY_QUARTER, 3                                                                                     \
    }
    {"letters,off", Q3, ""},
    {"letter_min,1", Q3, ""}, /* off by default */
    {"letters,rule", Q3, "DA"},
    {"letters,all", Q3, "DAB"},
    {"letters,rule\nletter_min,1", Q3, "DAB"},
    {"letters,rule\nletter_min,3", Q3, ""},
    {"letters,rule\nletter_gap,9.9", Q3, "DAB"},
    {"letters,rule\nletter_gap,10.01", Q3, "D"},
    {"letters,rule\nletter_gap,13.01", Q3, ""},
    {"letters,rule\nletter_repeat,1", Q3, "DAB"},
#undef Q3
    {"letters,rule\nletter_min,1", {2019, FREQUENCY_MONTH, 2}, "C"}, /* month 12, then 02 */
    {"letters,rule\nletter_min,1\nletter_repeat,3", {2019, FREQUENCY_MONTH, 2}, ""},
    {"letters,all", {2019, FREQUENCY_MONTH, 2}, "C"},
    {"letters,all", {2019, FREQUENCY_QUARTER, 2}, ""},
};

START_TEST(letters_go_to)
{
    struct region region;
    char settings[200], areas[8] = "";
    snprintf(settings, sizeof settings, "key,value\n%s\n", due[_i].settings);
    region_open(&region,
                (const struct region_file[]){{"settings.csv", settings},
                                             {"areas.csv", due_areas},
                                             {"indicators.csv", due_indicators},
                                             {"targets.csv", due_targets},
                                             {"data/a.csv", due_data},
                                             {NULL, NULL}},
                false);
    size_t verdict_count, count;
    const struct verdict *verdicts = verdicts_all(region.engine, due[_i].period, &verdict_count);
    const struct letter *letters = letters_due(region.engine, verdicts, verdict_count, due[_i].period, &count);
    ck_assert_uint_le(count, sizeof areas - 1);
    for (size_t i = 0; i < count; i++)
        strcat(areas, letters[i].area->code);
    ck_assert_str_eq(areas, due[_i].areas);
    region_close(&region);
}
END_TEST

Suite *letters_suite(void)
{
    Suite *suite = suite_create("letters");
    TCase *cases = tcase_create("letters");
    tcase_add_loop_test(cases, distances_by_hand, 0, (int)(sizeof expected / sizeof *expected));
    tcase_add_test(cases, the_severe_come_first);
    tcase_add_test(cases, without_shortfalls_a_letter_is_empty);
    tcase_add_loop_test(cases, letters_go_to, 0, (int)(sizeof due / sizeof *due));
    suite_add_tcase(suite, cases);
    return suite;
}
