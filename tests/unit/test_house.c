/* SPDX-License-Identifier: MIT */
/* checks.csv: what a row covers, what a condition says, and what is said of conditions that nobody can understand. */
#include "region.h"
#include "suites.h"

#include "check/house_rules.h"
#include "compute/house_check.h"
#include "compute/result_checks.h"

#include <string.h>

#define HEADER "地区,指标,时期,条件,严重程度,说明\n"
#define AREAS "code,name,alias,parent,group\nR,全州,,,\nA,甲县,小甲,R,山区\nB,乙县,,R,平原\nC,丙县,,R,平原\n"
#define INDICATORS                                                                                                     \
    "id,name,alias,unit,kind,total\nCZ,工业总产值,产值,亿元,flow,none\nTZ,工业投资,,万元,flow,none\n"   \
    "LV,优良率,,%,ratio,none\nHS,企业户数（规上）,,户,stock,none\n"
/* 甲县: 产值 20 in Q3, 12 in Q2, 10 a year before; 投资 150000 万元 = 15 亿元; 优良率 96; 户数 8, at the year's end 5.
 * 乙县: 产值 0, 投资 −5. 丙县: nothing but 产值 7. */
#define DATA                                                                                                           \
    "period,area,indicator,value\n2018Q3,A,CZ,10\n2019Q2,A,CZ,12\n2019Q3,A,CZ,20\n2019Q3,A,TZ,150000\n"                \
    "2019Q3,A,LV,96\n2018Q4,A,HS,5\n2019Q3,A,HS,8\n2019Q3,B,CZ,0\n2019Q3,B,TZ,-5\n2019Q3,C,CZ,7\n"

static struct region open_with(const char *rows, bool may_fail)
{
    struct region region;
    struct buffer text = {.arena = arena_new()};
    buffer_add(&text, HEADER);
    buffer_add(&text, rows);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", DATA},
                                             {"checks.csv", buffer_text(&text)},
                                             {NULL, NULL}},
                may_fail);
    arena_free(text.arena);
    if (region.engine)
        check_results(region.engine, (struct period){2019, FREQUENCY_QUARTER, 3}, true, &region.findings);
    return region;
}

/* A row, and how many figures do not meet it. */
static const struct {
    const char *row;
    size_t failures;
} rows[] = {
    /* what it covers */
    {",,,>= 0,,\n", 1},
    {"A,,,>= 0,,\n", 0},
    {"小甲;乙县,工业投资,,>= 0,,\n", 1},
    {"*,*,*,>= 0,,\n", 1},
    {"@平原,产值,,>= 1,,\n", 1},
    {"@山区,产值,,>= 1,,\n", 0},
    {",CZ；TZ,,>= 1,,\n", 2},
    {",产值,2019年前三季度,>= 15,,\n", 2},
    {",产值,2019年1—9月,>= 15,,\n", 2},
    {",产值,2019Q2;2018Q3,>= 15,,\n", 2},
    {",产值,2019Q2,>= 15,,\n", 1},
    /* comparisons, in every spelling */
    {"A,产值,2019Q3,> 20,,\n", 1},
    {"A,产值,2019Q3,＞ 20,,\n", 1},
    {"A,产值,2019Q3,≥20,,\n", 0},
    {"A,产值,2019Q3,＞＝20,,\n", 0},
    {"A,产值,2019Q3,< 20,,\n", 1},
    {"A,产值,2019Q3,＜20,,\n", 1},
    {"A,产值,2019Q3,≤ 20,,\n", 0},
    {"A,产值,2019Q3,= 20,,\n", 0},
    {"A,产值,2019Q3,== 20,,\n", 0},
    {"A,产值,2019Q3,≠ 20,,\n", 1},
    {"A,产值,2019Q3,<> 20,,\n", 1},
    {"A,产值,2019Q3,本期 不低于 20,,\n", 0},
    {"A,产值,2019Q3,不超过 19.9,,\n", 1},
    {"A,产值,2019Q3,0 <= 本期 <= 19,,\n", 1},
    {"A,产值,2019Q3,0 <= 本期 <= 20,,\n", 0},
    /* figures: 20 a year after 10, a quarter after 12; 15 亿元 of investment */
    {"A,产值,2019Q3,本期 <= 2 * 上年同期,,\n", 0},
    {"A,产值,2019Q3,本期 <= 1.99 * 上年同期,,\n", 1},
    {"A,产值,2019Q3,本期 - 上期 = 8,,\n", 0},
    {"A,产值,2019Q3,当期 = 8,,\n", 0},
    {"A,产值,2019Q3,同比 = 100,,\n", 0},
    {"A,产值,2019Q3,同比 <= 99%,,\n", 1},
    {"A,产值,2019Q3,本期 <= 150% * 上年同期,,\n", 1},
    {"A,产值,2019Q3,本期 <= 上年同期 × 200%,,\n", 0},
    {"A,工业投资,2019Q3,<= 工业总产值,,\n", 0},
    {"A,工业投资,2019Q3,<= 0.7 * 工业总产值,,\n", 1},
    {"A,产值,2019Q3,工业投资 = 15,,\n", 0},
    {"A,,2019Q3,工业投资 > 工业总产值,,\n", 1},
    {"A,产值,2019Q3,本期 = 2*上年同期(产值),,\n", 0},
    {"A,HS,2019Q3,本期 - 上年末 = 3,,\n", 0},
    {"A,,2019Q3,“企业户数（规上）” = 8,,\n", 0},
    {"A,LV,,<= 95%,,\n", 1},
    {"A,LV,,<= 100%,,\n", 0},
    /* arithmetic: what binds, brackets, signs, exactness */
    {"A,产值,2019Q3,本期 = 2 + 3 * 6,,\n", 0},
    {"A,产值,2019Q3,本期 = (2 + 3) * 4,,\n", 0},
    {"A,产值,2019Q3,本期 = （2＋3）＊4,,\n", 0},
    {"A,产值,2019Q3,本期 = 30 - 6 - 4,,\n", 0},
    {"A,产值,2019Q3,本期 = 80 / 2 / 2,,\n", 0},
    {"A,产值,2019Q3,本期 = 80 ÷ (2 ÷ 0.5),,\n", 0},
    {"A,产值,2019Q3,本期 = -(-20),,\n", 0},
    {"A,产值,2019Q3,本期 > -2 * -3,,\n", 0},
    {"A,产值,2019Q3,本期 / 3 * 3 = 20,,\n", 0},
    {"A,产值,2019Q3,本期 = 60 * (1 / 3),,\n", 0},
    /* 且 before 或: 20 */
    {"A,产值,2019Q3,>= 10 且 <= 20,,\n", 0},
    {"A,产值,2019Q3,>= 10 且 <= 19,,\n", 1},
    {"A,产值,2019Q3,>= 21 且 <= 30,,\n", 1},
    {"A,产值,2019Q3,<= 10 或 >= 20,,\n", 0},
    {"A,产值,2019Q3,<= 10 或 >= 21,,\n", 1},
    {"A,产值,2019Q3,= 20 或 = 1 且 = 2,,\n", 0}, /* 20, or both 1 and 2 */
    {"A,产值,2019Q3,= 1 且 = 2 或 = 20,,\n", 0},
    {"A,产值,2019Q3,= 20 且 = 1 或 = 2,,\n", 1},
    {"A,产值,2019Q3,= 1 或 = 20 且 >= 30,,\n", 1},
    {"A,产值,2019Q3,= 1 或 = 2 或 = 3 或 = 20,,\n", 0},
    {"A,产值,2019Q3,0 < 本期 <= 20 且 工业投资 = 15,,\n", 0},
    {"A,产值,2019Q3,>=10且<=20,,\n", 0}, /* no blanks */
    {"A,产值,2019Q3,>=10且本期<=19,,\n", 1},
    {"A,产值,2019Q3,>= 21 or 同比 = 100,,\n", 0},
    {"A,产值,2019Q3,>= 20 AND 同比 < 100,,\n", 1},
    {"A,产值,2019Q3,不低于 10 且 不超过 20,,\n", 0},
    /* nothing of the first half of the year before: a side that is certain decides */
    {"A,产值,2019Q3,上年末 > 0 或 >= 20,,\n", 0},
    {"A,产值,2019Q3,上年末 > 0 且 >= 21,,\n", 1},
    {"A,产值,2019Q3,上年末 > 0 或 >= 21,,\n", 0}, /* can't be known */
    {"A,产值,2019Q3,1 / 0 > 0 或 >= 20,,\n", 0},
};

START_TEST(condition_is_worked_out)
{
    struct region region = open_with(rows[_i].row, false);
    ck_assert_msg(region_count(&region, RULE_HOUSE) == rows[_i].failures, "%s: %zu", rows[_i].row,
                  region_count(&region, RULE_HOUSE));
    ck_assert_uint_eq(region.findings.by_severity[SEVERITY_ERROR], 0);
    region_close(&region);
}
END_TEST

/* A condition with a fault, its rule, and the character it is at. */
static const struct {
    const char *row;
    enum rule rule;
    int at;
} faults[] = {
    {",CZ,,工业总直 > 0,,\n", RULE_CHECKS_NAME, 1},
    {",CZ,,本期 > 2 * 上年同其,,\n", RULE_CHECKS_NAME, 10},
    {",CZ,,本期 > 上年同期(总直),,\n", RULE_CHECKS_NAME, 11},
    {",CZ,,本期 >,,\n", RULE_CHECKS_CONDITION, 5},
    {",CZ,,本期,,\n", RULE_CHECKS_CONDITION, 1},
    {",CZ,,本期 + 1 2 > 0,,\n", RULE_CHECKS_CONDITION, 8},
    {",CZ,,(本期 > 0,,\n", RULE_CHECKS_CONDITION, 5},
    {",CZ,,>= 0 且,,\n", RULE_CHECKS_CONDITION, 7},
    {",CZ,,且 >= 0,,\n", RULE_CHECKS_NAME, 1},
    {",CZ,,>= 0 或 或 > 3,,\n", RULE_CHECKS_NAME, 8},
    {",CZ,,>= 0 且 本期,,\n", RULE_CHECKS_CONDITION, 8},
    {",CZ,,本期 且 > 3,,\n", RULE_CHECKS_CONDITION, 1},
    {",CZ,,(本期 >= 0 且 本期 < 3),,\n", RULE_CHECKS_CONDITION, 5},
    {",CZ,,本期) > 0,,\n", RULE_CHECKS_CONDITION, 3},
    {",CZ,,本期 > * 2,,\n", RULE_CHECKS_CONDITION, 6},
    {",CZ,,本期 > 1.2.3,,\n", RULE_CHECKS_CONDITION, 6},
    {",CZ,,本期 > “工业,,\n", RULE_CHECKS_CONDITION, 9},
    {",CZ,,本期 > 同比(HS 1),,\n", RULE_CHECKS_CONDITION, 12},
    {",CZ,,((((((((((((((((((((((1)))))))))))))))))))))) < 本期,,\n", RULE_CHECKS_CONDITION, 21},
    {",CZ,,<= 100%,,\n", RULE_CHECKS_PERCENT, 0},
    {",CZ,二季度,>= 0,,\n", RULE_CHECKS_PERIOD, 0},
    {"@高原,CZ,,>= 0,,\n", RULE_GROUP_UNKNOWN, 0},
    {"丁县,CZ,,>= 0,,\n", RULE_AREA_UNKNOWN, 0},
    {",总直,,>= 0,,\n", RULE_INDICATOR_UNKNOWN, 0},
    {",CZ,,,,\n", RULE_CELL_EMPTY, 0},
    {",CZ,,>= 0,严重,\n", RULE_WORD_UNKNOWN, 0},
};

START_TEST(fault_has_its_place)
{
    struct region region = open_with(faults[_i].row, true);
    ck_assert_msg(region_count(&region, faults[_i].rule) == 1, "%s", faults[_i].row);
    ck_assert_uint_eq(region.findings.by_severity[SEVERITY_ERROR], 1);
    for (size_t i = 0; i < region.findings.count; i++) {
        const struct finding *finding = &region.findings.items[i];
        if (finding->rule != faults[_i].rule)
            continue;
        ck_assert_str_eq(finding->where.file, "checks.csv");
        ck_assert_int_eq(finding->where.line, 2);
        ck_assert_msg(finding->where.at == faults[_i].at, "%s: %d", faults[_i].row, finding->where.at);
    }
    region_close(&region);
}
END_TEST

/* Nothing long or deep does harm: it is refused, or worked out. */
START_TEST(long_conditions_are_refused)
{
    static const char *const pieces[] = {"(", "-", "1+", "1<", "本期*", ")", "“"};
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
        struct buffer row = {.arena = arena_new()};
        buffer_add(&row, ",CZ,,1 < ");
        for (int i = 0; i < 5000; i++)
            buffer_add(&row, pieces[p]);
        buffer_add(&row, "1,,\n");
        struct region region = open_with(buffer_text(&row), true);
        ck_assert_uint_eq(region_count(&region, RULE_CHECKS_CONDITION), 1);
        region_close(&region);
        arena_free(row.arena);
    }
}
END_TEST

START_TEST(failure_stands_at_its_figure)
{
    struct region region = open_with(",TZ,,>= 0,错误,投资不会为负\n", false);
    ck_assert_uint_eq(region.findings.by_severity[SEVERITY_ERROR], 1);
    for (size_t i = 0; i < region.findings.count; i++) {
        const struct finding *finding = &region.findings.items[i];
        if (finding->rule != RULE_HOUSE)
            continue;
        ck_assert_str_eq(finding->where.file, "data/a.csv");
        ck_assert_int_eq(finding->where.line, 10);
        ck_assert_str_eq(finding->where.area, "B");
        ck_assert_str_eq(finding->where.period, "2019Q3");
        ck_assert_ptr_nonnull(strstr(finding->message, "checks.csv:2"));
        ck_assert_ptr_nonnull(strstr(finding->message, "投资不会为负"));
        ck_assert_ptr_nonnull(strstr(finding->message, "-5 >= 0"));
    }
    region_close(&region);
}
END_TEST

START_TEST(what_cant_be_judged_is_said)
{
    struct region region =
        open_with(",CZ,2019Q3,100 / 本期 > 1,,\n,CZ,2019Q3,本期 >= 上年同期,,\n,CZ,2017Q3,>= 0,,\n", false);
    ck_assert_uint_eq(region_count(&region, RULE_CHECKS_ZERO), 1);    /* 乙县 */
    ck_assert_uint_eq(region_count(&region, RULE_CHECKS_LACKING), 1); /* 乙县, 丙县 */
    ck_assert_uint_eq(region_count(&region, RULE_CHECKS_NOTHING), 1);
    ck_assert_uint_eq(region_count(&region, RULE_HOUSE), 0);
    region_close(&region);
}
END_TEST

START_TEST(verified_figures_are_left_alone)
{
    struct region region = open_with(",TZ,,>= 0,错误,\n乙县,工业投资,2019年9月,已核实,,\nA,CZ,,verified,,\n", false);
    ck_assert_uint_eq(region_count(&region, RULE_HOUSE), 0);
    ck_assert_uint_eq(region_count(&region, RULE_CHECKS_IDLE), 1); /* the last: nothing was found of it */
    const struct period third = {2019, FREQUENCY_QUARTER, 3}, second = {2019, FREQUENCY_QUARTER, 2};
    const struct area *b = region_area(&region, "B");
    const struct indicator *tz = region_indicator(&region, "TZ");
    ck_assert_ptr_nonnull(house_rule_verified(region.dataset, b, tz, third));
    ck_assert_ptr_null(house_rule_verified(region.dataset, b, tz, second));
    ck_assert_ptr_null(house_rule_verified(region.dataset, b, region_indicator(&region, "CZ"), third));
    ck_assert_int_eq(house_rule_verified(region.dataset, b, tz, third)->place.line, 3);
    region_close(&region);
}
END_TEST

/* The dates of a bulletin, its period, and whether the issue or the reply is too early. */
static const struct {
    const char *issued, *reply;
    struct period period;
    size_t issue_early, reply_early;
} dates[] = {
    {"2019-10-20", "2019-10-27", {2019, FREQUENCY_QUARTER, 3}, 0, 0},
    {"2019-09-30", "2019-10-01", {2019, FREQUENCY_QUARTER, 3}, 0, 0},
    {"2019-09-29", "2019-10-27", {2019, FREQUENCY_QUARTER, 3}, 1, 0},
    {"2018-10-20", "2019-10-27", {2019, FREQUENCY_QUARTER, 3}, 1, 0},
    {"2019年10月20日", "2019年10月20日", {2019, FREQUENCY_QUARTER, 3}, 0, 1},
    {"2019-10-20", "2019.10.9", {2019, FREQUENCY_QUARTER, 3}, 0, 1},
    {"2019-10-20", "2020-01-05", {2019, FREQUENCY_QUARTER, 3}, 0, 0},
    {"2019-10-20", "", {2019, FREQUENCY_QUARTER, 3}, 0, 0},
    {"", "2019-10-09", {2019, FREQUENCY_QUARTER, 3}, 0, 0},
    {"2018-12-30", "2018-12-29", {2018, FREQUENCY_QUARTER, 4}, 1, 1},
    {"2018-12-31", "", {2018, FREQUENCY_QUARTER, 4}, 0, 0},
};

START_TEST(dates_are_in_order)
{
    struct region region;
    struct arena *arena = arena_new();
    const char *settings =
        arena_format(arena, "key,value\nissue_date,%s\nreply_by,%s\n", dates[_i].issued, dates[_i].reply);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", DATA},
                                             {"settings.csv", settings},
                                             {NULL, NULL}},
                false);
    check_results(region.engine, dates[_i].period, true, &region.findings);
    ck_assert_uint_eq(region_count(&region, RULE_ISSUE_EARLY), dates[_i].issue_early);
    ck_assert_uint_eq(region_count(&region, RULE_REPLY_EARLY), dates[_i].reply_early);
    region_close(&region);
    arena_free(arena);
}
END_TEST

Suite *house_suite(void)
{
    Suite *suite = suite_create("house");
    TCase *house = tcase_create("house");
    tcase_add_loop_test(house, condition_is_worked_out, 0, (int)(sizeof rows / sizeof *rows));
    tcase_add_loop_test(house, fault_has_its_place, 0, (int)(sizeof faults / sizeof *faults));
    tcase_add_test(house, long_conditions_are_refused);
    tcase_add_test(house, failure_stands_at_its_figure);
    tcase_add_test(house, what_cant_be_judged_is_said);
    tcase_add_test(house, verified_figures_are_left_alone);
    tcase_add_loop_test(house, dates_are_in_order, 0, (int)(sizeof dates / sizeof *dates));
    suite_add_tcase(suite, house);
    return suite;
}
