/* SPDX-License-Identifier: MIT */
/* What can be hoped for, what takes more and what is hard: against figures worked out by hand. */
#include "compute/forecast.h"
#include "region.h"

#include <check.h>

Suite *forecast_suite(void);

/* TZ: an amount with a total and a growth; XM: few things counted one by one; YD: a level; ZJ: a rate; LV: a ratio. */
#define REGION                                                                                                         \
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\nC,丙县,R\nD,丁县,R\n"},                              \
        {"indicators.csv", "id,name,unit,kind,decimals\nTZ,投资,亿元,flow,2\nXM,项目,个,flow,0\n"               \
                           "YD,用地,亩,stock,0\nZJ,增加值,%,rate,1\nLV,占比,%,ratio,1\n"},                             \
    {                                                                                                                  \
        "targets.csv", "area,indicator,measure,op,value,from,to\n*,TZ,value,>=,100,2019,2019\n"                        \
                       "*,TZ,yoy,>=,10,2019,2019\n*,XM,value,>=,12,2019,2019\n*,YD,value,>=,3000,2019,2019\n"          \
                       "*,ZJ,yoy,>=,8,2019,2019\n*,LV,value,>=,50,2019,2019\nC,YD,value,>=,3500,,-2020\n"              \
    }

#define FIGURES                                                                                                        \
    {"data/a.csv",                                                                                                     \
     "period,area,indicator,value\n"                                                                                   \
     "2018Q1,A,TZ,18\n2018Q2,A,TZ,40\n2018Q3,A,TZ,60\n2018Q4,A,TZ,90\n"                                                \
     "2019Q1,A,TZ,20\n2019Q2,A,TZ,45\n2019Q3,A,TZ,68.9\n"                                                              \
     "2018Q3,B,TZ,60\n2018Q4,B,TZ,100\n2019Q3,B,TZ,76\n2018Q3,C,TZ,80\n2018Q4,C,TZ,84\n2019Q3,C,TZ,63\n"               \
     "2018Q4,D,TZ,30\n2019Q1,D,TZ,0\n2019Q2,D,TZ,0\n2019Q3,D,TZ,0\n"                                                   \
     "2018Q1,A,XM,2\n2018Q2,A,XM,7\n2018Q3,A,XM,8\n2018Q4,A,XM,11\n2019Q1,A,XM,3\n2019Q2,A,XM,4\n2019Q3,A,XM,9\n"      \
     "2018Q3,B,XM,8\n2018Q4,B,XM,11\n2019Q1,B,XM,2\n2019Q2,B,XM,7\n2019Q3,B,XM,8\n"                                    \
     "2018Q3,C,XM,8\n2018Q4,C,XM,11\n2019Q1,C,XM,2\n2019Q2,C,XM,4\n2019Q3,C,XM,6\n2019Q3,D,XM,6\n"                     \
     "2018Q3,A,YD,2700\n2018Q4,A,YD,2751\n2019Q1,A,YD,2794\n2019Q2,A,YD,2918\n2019Q3,A,YD,2918\n2019Q3,C,YD,3000\n"    \
     "2019Q3,A,ZJ,7\n2019Q3,A,LV,40\n"},                                                                               \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

struct line {
    const char *area, *indicator;
    enum measure measure;
    const char *to, *kind, *need, *times, *points, *before, *best; /* "" for none */
};

static const char *plain(const struct region *region, const struct number *number)
{
    return number ? number_plain(region->arena, number, 4) : "";
}

static const char *const kinds[] = {
    [FORECAST_NONE] = "none", [FORECAST_HOPE] = "hope", [FORECAST_PUSH] = "push", [FORECAST_HARD] = "hard"};

static void foresee(const struct region *region, const char *period_text, const struct line *line)
{
    struct period period, due;
    size_t count;
    ck_assert(period_parse(period_text, &period));
    const struct verdict *rows = verdicts_all(region->engine, period, &count), *row = NULL;
    for (size_t i = 0; i < count; i++)
        if (rows[i].area == region_area(region, line->area) &&
            rows[i].key.indicator == region_indicator(region, line->indicator) &&
            rows[i].key.measure == line->measure &&
            rows[i].key.to.year == (period_parse(line->to, &due) ? due.year : 0))
            row = &rows[i];
    ck_assert_ptr_nonnull(row);
    struct forecast f = forecast_of(region->engine, row, period);
    ck_assert_str_eq(kinds[f.kind], line->kind);
    ck_assert_str_eq(plain(region, f.need), line->need);
    ck_assert_str_eq(plain(region, f.times), line->times);
    ck_assert_str_eq(plain(region, f.points), line->points);
    ck_assert_str_eq(plain(region, f.before), line->before);
    ck_assert_str_eq(plain(region, f.best), line->best);
}

static void foresee_all(const struct region_file *files, const char *period, const struct line *lines, size_t count)
{
    struct region region;
    region_open(&region, files, false);
    for (size_t i = 0; i < count; i++)
        foresee(&region, period, &lines[i]);
    region_close(&region);
}

#define FORESEE(files, period, lines) foresee_all(files, period, lines, sizeof(lines) / sizeof *(lines))

START_TEST(it_is_judged_on_what_prints)
{
    static const struct region_file files[] = {REGION, FIGURES};
    static const struct line lines[] = {
        /* 31.10 in three months is 10.37 a month, 7.66 so far: 1.3538, which prints 1.4 */
        {"A", "TZ", MEASURE_VALUE, "", "hard", "31.1", "1.4", "", "30", "30"},
        /* 24 is 8 a month, 8.44 so far: 0.9 */
        {"B", "TZ", MEASURE_VALUE, "", "hope", "24", "0.9", "", "40", "40"},
        /* nothing yet, and no quarter that brought more */
        {"D", "TZ", MEASURE_VALUE, "", "hard", "100", "", "", "", "0"},
        /* 99 less 68.9 is 30.10 against 30: 0.4 %, rounded up, 14.4 points less than 14.8 so far */
        {"A", "TZ", MEASURE_YOY, "", "hope", "30.1", "1.3", "-14.4", "30", "30"},
        /* 110 less 76 is 34 against 40: down 15 %, against up 26.7 */
        {"B", "TZ", MEASURE_YOY, "", "hope", "34", "1.3", "-41.7", "40", "40"},
        /* 92.4 less 63 is 29.4 against 4: up 635 %, against down 21.3 */
        {"C", "TZ", MEASURE_YOY, "", "hard", "29.4", "1.4", "656.3", "4", "4"},
        /* 3 of the last year's 3; 4 and 6 of 5 in the second quarter of this year; 6 of 3 */
        {"A", "XM", MEASURE_VALUE, "", "hope", "3", "", "", "3", "5"},
        {"B", "XM", MEASURE_VALUE, "", "push", "4", "", "", "3", "5"},
        {"C", "XM", MEASURE_VALUE, "", "hard", "6", "", "", "3", "3"},
        /* nothing to hold it against */
        {"D", "XM", MEASURE_VALUE, "", "none", "6", "", "", "", ""},
        /* 82 of 51 in the last quarter of 2018, 124 in the second of 2019 */
        {"A", "YD", MEASURE_VALUE, "", "push", "82", "", "", "51", "124"},
        /* reached; a deadline ahead; a rate; a share */
        {"C", "YD", MEASURE_VALUE, "", "none", "", "", "", "", ""},
        {"C", "YD", MEASURE_VALUE, "2020", "none", "", "", "", "", ""},
        {"A", "ZJ", MEASURE_YOY, "", "none", "", "", "", "", ""},
        {"A", "LV", MEASURE_VALUE, "", "none", "", "", "", "", ""},
    };
    FORESEE(files, "2019Q3", lines);
}
END_TEST

START_TEST(the_rest_may_be_several_periods)
{
    static const struct region_file files[] = {REGION, FIGURES};
    static const struct line lines[] = {
        /* 8 in two quarters: 4 in the second half of 2018, no quarter with more than 5 */
        {"A", "XM", MEASURE_VALUE, "", "push", "8", "", "", "4", "5"},
        /* 82 in two quarters, of which one has brought 124 */
        {"A", "YD", MEASURE_VALUE, "", "push", "82", "", "", "", "124"},
    };
    FORESEE(files, "2019Q2", lines);
}
END_TEST

START_TEST(nothing_is_foreseen_before_half_year_nor_at_its_end)
{
    static const struct region_file files[] = {REGION, FIGURES};
    static const struct line first[] = {{"A", "TZ", MEASURE_VALUE, "", "none", "80", "1.3", "", "72", "30"},
                                        {"A", "XM", MEASURE_VALUE, "", "none", "9", "", "", "9", "5"}};
    static const struct line last[] = {{"B", "TZ", MEASURE_VALUE, "", "none", "", "", "", "", ""}};
    FORESEE(files, "2019Q1", first);
    FORESEE(files, "2019Q4", last);
}
END_TEST

START_TEST(the_settings_draw_the_lines)
{
    static const struct region_file files[] = {
        REGION,
        {"settings.csv", "key,value\nhope_times,0.8\nhard_times,1.4\nhope_points,0.5\nhard_points,700\n"},
        FIGURES};
    static const struct line lines[] = {
        {"A", "TZ", MEASURE_VALUE, "", "push", "31.1", "1.4", "", "30", "30"},
        {"B", "TZ", MEASURE_VALUE, "", "push", "24", "0.9", "", "40", "40"},
        {"B", "TZ", MEASURE_YOY, "", "hope", "34", "1.3", "-41.7", "40", "40"},
        {"C", "TZ", MEASURE_YOY, "", "push", "29.4", "1.4", "656.3", "4", "4"},
    };
    FORESEE(files, "2019Q3", lines);
}
END_TEST

Suite *forecast_suite(void)
{
    Suite *suite = suite_create("forecast");
    TCase *cases = tcase_create("forecast");
    tcase_add_test(cases, it_is_judged_on_what_prints);
    tcase_add_test(cases, the_rest_may_be_several_periods);
    tcase_add_test(cases, nothing_is_foreseen_before_half_year_nor_at_its_end);
    tcase_add_test(cases, the_settings_draw_the_lines);
    suite_add_tcase(suite, cases);
    return suite;
}
