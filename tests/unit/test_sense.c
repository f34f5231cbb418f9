/* SPDX-License-Identifier: MIT */
/* Targets and weights that can be read and can hardly be meant, and growths that something needs and that are missing:
 * each case with all it must be said of targets.csv, scoring.csv or the figures, or that it must be silent. */
#include "compute/result_checks.h"
#include "region.h"

#include <check.h>
#include <string.h>

Suite *sense_suite(void);

#define AREAS                                                                                                            \
    "code,name,parent,group,in_total\nR,全州,,,\nA,甲县,R,县,\nB,乙县,R,县,\nC,丙县,R,县,\nD,丁县,R,县,\n" \
    "K,经开区,R,-,否\n"
#define INDICATORS                                                                                                     \
    "id,name,unit,kind,decimals,total\nTZ,工业投资,亿元,flow,2,sum\nXZ,新增企业,户,flow,0,sum\n"            \
    "QY,企业数,户,stock,0,sum\nGB,上报的数,亿元,flow,2,given\nZJ,增加值,%,rate,1,given\nLV,占比,%,ratio,1,given\n"
#define DATA                                                                                                           \
    "period,area,indicator,value,yoy\n2018Q3,A,TZ,10,\n2018Q3,B,TZ,10,\n2018Q3,C,TZ,10,\n2018Q3,D,TZ,10,\n"            \
    "2019Q3,A,TZ,11,\n2019Q3,B,TZ,11,\n2019Q3,C,TZ,11,\n2019Q3,D,TZ,11,\n"                                             \
    "2019Q3,A,QY,40,\n2019Q3,B,QY,60,\n2019Q3,C,QY,60,\n2019Q3,D,QY,60,\n2019Q4,A,QY,40,\n2019Q4,B,QY,60,\n"           \
    "2019Q4,C,QY,60,\n2019Q4,D,QY,60,\n"
#define TARGETS "area,indicator,measure,op,value,from,to\n"
/* 10, 11, 12 and what is added to them */
#define THREE(indicator, measure, years)                                                                               \
    "A," indicator "," measure ",>=,10," years "\nB," indicator "," measure ",>=,11," years "\nC," indicator           \
    "," measure ",>=,12," years "\n"

static const struct {
    const char *targets;
    enum rule rule; /* what is said, once; RULE_COUNT: none of those looked for */
    const char *says;
    int line;
    struct period period;
} cases[] = {
#define Q3                                                                                                             \
    {                                                                                                                  \
        2019, FREQUENCY_QUARTER, 3                                                                                     \
    }
#define Q4                                                                                                             \
    {                                                                                                                  \
        2019, FREQUENCY_QUARTER, 4                                                                                     \
    }
    /* the region's target and its areas' */
    {"R,TZ,,>=,45,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_TARGET_SUM, "加起来是 40，少 5", 2, Q3},
    {"R,TZ,,>=,33,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_TARGET_SUM, "加起来是 40，多 7", 2, Q3},
    {"R,TZ,,>=,40,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"R,TZ,,>=,40.02,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_COUNT, "", 0, Q3}, /* 4 × 0.005: rounding */
    {"R,TZ,,>=,40.03,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_TARGET_SUM, "少 0.03", 2, Q3},
    {"R,TZ,,>=,43,2019,2019\n" THREE("TZ", "", "2019,2019") "@县,TZ,,>=,9,2019,2019\n", RULE_TARGET_SUM,
     "加起来是 42，少 1", 2, Q3}, /* 10 + 11 + 12, and 丁县's by its group */
    {"R,TZ,,>=,42,2019,2019\n" THREE("TZ", "", "2019,2019") "@县,TZ,,>=,9,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"R,TZ,,>=,45,2019,2019\n" THREE("TZ", "", "2019,2019"), RULE_COUNT, "", 0, Q3}, /* 丁县 has none */
    {"R,TZ,,>=,45,2019,2019\n*,TZ,,>=,10,2018,2018\n", RULE_COUNT, "", 0, Q3},       /* another year */
    {"R,TZ,,>=,45,,-2020\n*,TZ,,>=,10,,-2020\n", RULE_TARGET_SUM, "少 5", 2, Q3},
    {"R,TZ,yoy,>=,5,2019,2019\n*,TZ,yoy,>=,10,2019,2019\n", RULE_COUNT, "", 0, Q3}, /* growths don't add up */
    {"R,GB,,>=,45,2019,2019\n*,GB,,>=,10,2019,2019\n", RULE_COUNT, "", 0, Q3},      /* nor does what is given */
    {"R,TZ,,<=,45,2019,2019\n*,TZ,,<=,10,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"R,TZ,,>=,45,2019,2019\nR,TZ,,>=,45,2019,2019\n*,TZ,,>=,10,2019,2019\n", RULE_TARGET_SUM, "少 5", 2, Q3},

    /* off by a power of ten beside their like, 10 to 12 */
    {THREE("TZ", "yoy", "2019,2019") "D,TZ,yoy,>=,0.1,2019,2019\n", RULE_TARGET_UNLIKE, "可能应为 10", 5, Q3},
    {THREE("TZ", "yoy", "2019,2019") "D,TZ,yoy,>=,1100,2019,2019\n", RULE_TARGET_UNLIKE, "可能应为 11", 5, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,110000,2019,2019\n", RULE_TARGET_UNLIKE, "10000 倍，可能应为 11", 5, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,0.011,2019,2019\n", RULE_TARGET_UNLIKE, "1000 倍，可能应为 11", 5, Q3},
    {THREE("LV", "", "2019,2019") "D,LV,,>=,0.12,2019,2019\n", RULE_TARGET_UNLIKE, "100 倍，可能应为 12", 5, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,1100,2019,2019\n", RULE_COUNT, "", 0, Q3},  /* a large one */
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,0.1,2019,2019\n", RULE_COUNT, "", 0, Q3},   /* a small one */
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,50000,2019,2019\n", RULE_COUNT, "", 0, Q3}, /* no power of ten */
    {THREE("TZ", "yoy", "2019,2019") "D,TZ,yoy,>=,1,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {THREE("TZ", "yoy", "2019,2019") "D,TZ,yoy,>=,-2,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {THREE("TZ", "", "2019,2019") "R,TZ,,>=,110000,2019,2019\n", RULE_COUNT, "", 0, Q3}, /* not their like */
    {"A,TZ,,>=,10,2019,2019\nB,TZ,,>=,110000,2019,2019\n", RULE_COUNT, "", 0, Q3},       /* too few to tell */

    /* in another year than their like */
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,11,2024,2024\n", RULE_TARGET_OTHER_YEAR, "应为 2019 年", 5, Q3},
    {"A,TZ,,>=,11,2018,2018\nB,TZ,,>=,11,2019,2019\nC,TZ,,>=,11,2019,2019\nD,TZ,,>=,11,2019,2019\n",
     RULE_TARGET_OTHER_YEAR, "只有这一个是 2018 年的", 2, Q3},
    {THREE("TZ", "", ",-2020") "D,TZ,,>=,11,,-2021\n", RULE_TARGET_OTHER_YEAR, "应为 2020 年", 5, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,11,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,11,2019,2019\nD,TZ,,>=,12,2020,2020\n", RULE_COUNT, "", 0, Q3},
    {THREE("TZ", "", "2019,2019") "D,TZ,,>=,11,,-2020\n", RULE_COUNT, "", 0, Q3}, /* a deadline of its own */
    {"A,TZ,,>=,11,2018,2018\nB,TZ,,>=,11,2019,2019\n", RULE_COUNT, "", 0, Q3},

    /* levels to be reached by the year's end */
    {"*,QY,,>=,50,2019,2019\n", RULE_TARGET_YEAR_END, "有 1 个地区", 2, Q3},
    {"*,QY,,>=,80,2019,2019\n", RULE_TARGET_YEAR_END, "有 4 个地区", 2, Q3},
    {"A,QY,,>,40,2019,2019\n", RULE_TARGET_YEAR_END, "2019年底前（-2019）", 2, Q3},
    {"A,QY,,>=,50,2019,\n", RULE_TARGET_YEAR_END, "有 1 个地区", 2, Q3},
    {"A,QY,,>=,50,,2019\n", RULE_TARGET_YEAR_END, "有 1 个地区", 2, Q3},
    {"*,QY,,>=,50,2019,2019\n", RULE_COUNT, "", 0, Q4},   /* the year is over */
    {"*,QY,,>=,40,2019,2019\n", RULE_COUNT, "", 0, Q3},   /* all have met it */
    {"*,QY,,>=,50,,2019年底前\n", RULE_COUNT, "", 0, Q3}, /* as it should be */
    {"*,QY,,<=,50,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"*,TZ,,>=,50,2019,2019\n", RULE_COUNT, "", 0, Q3}, /* a flow fills up */
    {"*,QY,,>=,50,2018,2020\n", RULE_COUNT, "", 0, Q3},
    {"*,QY,,>=,50,2018,2018\n", RULE_COUNT, "", 0, Q3},

    /* deadlines before all data; 2018 is the first year */
    {"A,TZ,,>=,50,,-2017\n", RULE_TARGET_OVERDUE, "2017 年", 2, Q3},
    {"A,QY,,>=,50,,2016年6月底前\n", RULE_TARGET_OVERDUE, "2016 年", 2, Q3},
    {"A,QY,,done,,,-2017\n", RULE_COUNT, "", 0, Q3}, /* missed until it is done */
    {"A,TZ,,>=,50,,-2018\n", RULE_COUNT, "", 0, Q3},
    {"*,TZ,,>=,50,,-2015\n", RULE_TARGET_OVERDUE, "2015 年", 2, Q3},
    {"A,LV,,>=,50,,至2017年\n", RULE_TARGET_OVERDUE, "2017 年", 2, Q3},
    {"A,TZ,yoy,>=,5,,2017年底前\n", RULE_TARGET_OVERDUE, "2017 年", 2, Q3},
    {"R,QY,,>=,50,,-2017Q4\n", RULE_TARGET_OVERDUE, "2017 年", 2, Q3},
    {"A,LV,,>=,50,,-2018Q2\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,,>=,50,,-2019\n", RULE_COUNT, "", 0, Q3},

    /* years before all data, and far after them */
    {"A,TZ,,>=,50,2017,2017\n", RULE_COUNT, "", 0, Q3},   /* kept from then */
    {"A,TZ,yoy,>=,5,2010,2012\n", RULE_COUNT, "", 0, Q3}, /* kept from then */
    {"A,QY,,>=,50,,2017\n", RULE_TARGET_PAST, "请写作 -2017", 2, Q3},
    {"*,TZ,,>=,50,,2017\n", RULE_TARGET_PAST, "请写作 -2017", 2, Q3},
    {"@县,TZ,yoy,>=,8,,2016\n", RULE_TARGET_PAST, "请写作 -2016", 2, Q3},
    {"R,LV,,>=,8,,2015年\n", RULE_TARGET_PAST, "请写作 -2015", 2, Q3},
    {"A,QY,,>=,50,,2018\n", RULE_COUNT, "", 0, Q3},
    {"*,LV,,>=,5,2016,\n", RULE_COUNT, "", 0, Q3},       /* kept from then */
    {"@县,TZ,,>=,5,2015,2017\n", RULE_COUNT, "", 0, Q3}, /* kept from then */
    {"A,TZ,,>=,50,2017,2019\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,,>=,50,2018,2018\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,,>=,50,,\n", RULE_COUNT, "", 0, Q3}, /* every year's */
    {"A,TZ,,>=,50,,-2046\n", RULE_TARGET_FAR, "2046 年", 2, Q3},
    {"A,QY,,>=,50,,-2099\n", RULE_TARGET_FAR, "2099 年", 2, Q3},
    {"A,LV,,>=,50,,2060年底前\n", RULE_TARGET_FAR, "2060 年", 2, Q3},
    {"A,QY,,>=,50,,-2035\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,,>=,50,2046,2046\n", RULE_COUNT, "", 0, Q3}, /* no deadline */

    /* places of four */
    {"A,TZ,rank,,4,2019,2019\n", RULE_TARGET_EASY, "只有 4 个", 2, Q3},
    {"A,TZ,rank,,前四名,2019,2019\n", RULE_TARGET_EASY, "只有 4 个", 2, Q3},
    {"A,TZ,rank,<,5,2019,2019\n", RULE_TARGET_EASY, "只有 4 个", 2, Q3},
    {"*,TZ,rank,,8,2019,2019\n", RULE_TARGET_EASY, "只有 4 个", 2, Q3},
    {"@县,TZ,rank(yoy),,10,2019,2019\n", RULE_TARGET_EASY, "只有 4 个", 2, Q3},
    {"A,TZ,rank,<,1,2019,2019\n", RULE_TARGET_NO_PLACE, "没有这样的名次", 2, Q3},
    {"*,LV,rank,<,1,2019,2019\n", RULE_TARGET_NO_PLACE, "没有这样的名次", 2, Q3},
    {"A,TZ,rank,,3,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,rank,,前三名,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"A,TZ,rank,<,4,2019,2019\n", RULE_COUNT, "", 0, Q3},
    {"@县,TZ,rank,,1,2019,2019\n", RULE_COUNT, "", 0, Q3},
};

static bool is_looked_for(enum rule rule)
{
    return rule == RULE_TARGET_PAST || rule == RULE_TARGET_FAR ||
           (rule >= RULE_TARGET_OVERDUE && rule <= RULE_TARGET_YEAR_END);
}

START_TEST(targets_are_said_once_at_their_line)
{
    struct region region;
    struct arena *arena = arena_new();
    const char *targets = arena_format(arena, "%s%s", TARGETS, cases[_i].targets);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", DATA},
                                             {"targets.csv", targets},
                                             {NULL, NULL}},
                false);
    check_results(region.engine, cases[_i].period, true, &region.findings);
    size_t found = 0;
    for (size_t i = 0; i < region.findings.count; i++) {
        const struct finding *f = &region.findings.items[i];
        if (!is_looked_for(f->rule))
            continue;
        found++;
        ck_assert_msg(f->rule == cases[_i].rule && f->where.line == cases[_i].line &&
                          strstr(f->message, cases[_i].says),
                      "%s: %d: %s", cases[_i].targets, f->where.line, f->message);
    }
    ck_assert_msg(found == (cases[_i].rule != RULE_COUNT), "%s: %zu findings", cases[_i].targets, found);
    region_close(&region);
    arena_free(arena);
}
END_TEST

/* Figures, the target, and what is missing that it needs. 全州's sums are of four counties. */
static const struct {
    const char *data, *targets;
    struct period period;
    const char *area, *says; /* NULL: nothing is missing */
} lacks[] = {
    {"2019Q3,A,TZ,11,\n", "A,TZ,yoy,>=,8,2019,2019\n", Q3, "A", "没有上年同期数，也没有上报增速，目标考核要用到"},
    {"2019Q3,A,QY,11,\n", "A,QY,yoy,>=,8,2019,2019\n", Q3, "A", "没有上年同期数，也没有上报增速，目标考核要用到"},
    {"2019Q3,A,LV,11,\n", "A,LV,change,>=,1,2019,2019\n", Q3, "A", "没有上年同期数，目标考核要用到"},
    {"2019Q3,A,ZJ,11,\n", "A,ZJ,change,>=,1,2019,2019\n", Q3, "A", "没有上年同期数，目标考核要用到"},
    {"2019Q3,A,TZ,11,\n", "A,TZ,,up,,2019,2019\n", Q3, "A", "没有上年同期数"},
    {"2019Q3,A,TZ,11,8\n", "A,TZ,cagr,>=,8,2018,2019\n", Q3, "A", "目标考核要用到"},
    {"2019Q3,A,TZ,11,\n", "A,TZ,rank(yoy),,1,2019,2019\n", Q3, "A", "也没有上报增速，目标考核要用到"},
    {"2018Q3,A,TZ,10,\n2018Q3,B,TZ,10,\n2018Q3,C,TZ,10,\n2019Q3,A,TZ,11,\n2019Q3,B,TZ,11,\n2019Q3,C,TZ,11,\n"
     "2019Q3,D,TZ,11,\n",
     "R,TZ,yoy,>=,8,2019,2019\n", Q3, "D", "没有上年同期数，也没有上报增速，加总要用到"},
    {"2018Q3,A,TZ,10,\n2018Q3,B,TZ,10,\n2018Q3,C,TZ,10,\n2019Q3,A,TZ,11,\n2019Q3,B,TZ,11,\n2019Q3,C,TZ,11,\n"
     "2019Q3,D,TZ,11,8\n",
     "R,TZ,yoy,>=,8,2019,2019\n", Q3, "D", "没有上年同期数，加总要用到"},
    {"2018,A,LV,10,\n2019Q3,A,ZJ,8,\n",
     "A,LV,change,>=,1,2018,2018\n",
     {2018, FREQUENCY_YEAR, 1},
     "A",
     "没有上年同期数"},
    {"2019Q3,A,TZ,11,10\n", "A,TZ,yoy,>=,8,2019,2019\n", Q3, NULL, NULL}, /* reported */
    {"2018Q3,A,TZ,10,\n2019Q3,A,TZ,11,\n", "A,TZ,yoy,>=,8,2019,2019\n", Q3, NULL, NULL},
    {"2019Q3,A,TZ,11,\n", "A,TZ,,>=,8,2019,2019\n", Q3, NULL, NULL}, /* no growth is asked for */
    {"2019Q3,A,TZ,11,\n", "A,TZ,yoy,>=,8,2020,2020\n", Q3, NULL, NULL},
    {"2019Q3,A,TZ,11,\n", "A,TZ,yoy,external,,2019,2019\n", Q3, NULL, NULL},
    {"2018Q3,A,TZ,0,\n2019Q3,A,TZ,11,\n", "A,TZ,yoy,>=,8,2019,2019\n", Q3, NULL, NULL}, /* a base, of nothing */
    {"2019Q3,A,ZJ,11,\n", "A,ZJ,,>=,8,2019,2019\n", Q3, NULL, NULL},
};

START_TEST(missing_growth_is_said)
{
    struct region region;
    struct arena *arena = arena_new();
    const char *targets = arena_format(arena, "%s%s", TARGETS, lacks[_i].targets);
    const char *data = arena_format(arena, "period,area,indicator,value,yoy\n%s", lacks[_i].data);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", data},
                                             {"targets.csv", targets},
                                             {NULL, NULL}},
                false);
    check_results(region.engine, lacks[_i].period, true, &region.findings);
    const struct finding *said = NULL; /* beside the figures of other areas, which sums lack */
    size_t count = 0;
    for (size_t i = 0; i < region.findings.count; i++)
        if (region.findings.items[i].rule == RULE_MISSING_NEEDED &&
            !strstr(region.findings.items[i].message, "本期数")) {
            said = &region.findings.items[i];
            count++;
        }
    if (lacks[_i].says)
        ck_assert_msg(said && count == 1 && strcmp(said->where.area, lacks[_i].area) == 0 &&
                          strstr(said->message, lacks[_i].says),
                      "%s: %s", lacks[_i].data, said ? said->message : "nothing");
    else
        ck_assert_msg(!said, "%s: %s", lacks[_i].data, said ? said->message : "");
    region_close(&region);
    arena_free(arena);
}
END_TEST

/* Figures, targets, and what they are held against and lack: at which line, of which area, how it is said. */
static const struct {
    const char *data, *targets;
    struct period period;
    const char *area, *says; /* NULL: nothing is missing */
    int line;
} against[] = {
    {"2019Q3,A,LV,11,\n", "A,LV,,>=,area:B,2019,2019\n", Q3, "B", "同乙县的“占比”比，而那里没有2019年前三季度的数", 2},
    {"2019Q3,A,LV,11,\n", "A,LV,,>=,parent,2019,2019\n", Q3, "R", "同全州的“占比”比", 2},
    {"2019Q3,A,ZJ,11,\n2019Q3,B,ZJ,9,\n", "*,ZJ,,>=,parent+0.5,2019,2019\n", Q3, "R", "没有时 5 个地区不作评价", 2},
    {"2019Q3,A,TZ,11,8\n2019Q3,B,TZ,9,\n", "A,TZ,yoy,>=,area:B,2019,2019\n", Q3, "B", "上年同期数，也没有上报增速", 2},
    {"2019Q3,A,TZ,11,8\n", "A,TZ,yoy,>=,area:B,2019,2019\n", Q3, "B", "2019年前三季度的数", 2},
    {"2019Q3,A,LV,11,\n", "C,LV,,>=,3,2019,2019\nA,LV,,>=,area:B,2019,2019\nD,LV,,>=,area:B,2019,2019\n", Q3, "B",
     "没有时 2 个地区不作评价", 3},
    {"2019Q3,A,QY,11,\n", "A,QY,,up,2017,2019,2019\n", Q3, "A", "2017年的数", 2},
    {"2019Q3,A,LV,11,\n", "A,LV,,down,2017,2019,2019\n", Q3, "A", "2017年的数", 2},
    {"2019Q4,A,LV,11,\n", "A,LV,,>=,area:B,,-2019\n", Q4, "B", "2019年的数", 2},
    {"2019Q3,A,LV,11,\n", "A,LV,,对比,area:B,2019,2019\n", Q3, "B", "没有时 1 个地区不作评价", 2},
    {"2019Q3,B,LV,11,\n", "A,LV,,>=,area:B,2019,2019\n", Q3, NULL, NULL, 0},
    {"2019Q3,A,LV,11,\n", "A,LV,,>=,area:B,2020,2020\n", Q3, NULL, NULL, 0}, /* another year's */
    {"2019Q3,A,LV,11,\n", "A,LV,,>=,3,2019,2019\n", Q3, NULL, NULL, 0},
    {"2019Q3,A,TZ,11,\n", "A,TZ,,>=,parent,2019,2019\n", Q3, NULL, NULL,
     0}, /* a sum without its parts, which are named */
    {"2018Q3,A,LV,9,\n2019Q3,A,LV,11,\n", "A,LV,,up,,2019,2019\n", Q3, NULL, NULL, 0},
    {"2018,A,LV,9,\n2018,B,ZJ,9,\n2019Q3,C,QY,9,\n", "A,LV,,>=,area:B,2019,2019\n", Q3, NULL, NULL,
     0}, /* given by years */
};

START_TEST(what_a_target_is_held_against_is_named)
{
    struct region region;
    struct arena *arena = arena_new();
    const char *targets = arena_format(arena, "%s%s", TARGETS, against[_i].targets);
    const char *data = arena_format(arena, "period,area,indicator,value,yoy\n%s", against[_i].data);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", data},
                                             {"targets.csv", targets},
                                             {NULL, NULL}},
                false);
    check_results(region.engine, against[_i].period, true, &region.findings);
    const struct finding *said = NULL;
    for (size_t i = 0; i < region.findings.count; i++)
        if (region.findings.items[i].rule == RULE_TARGET_LACKS)
            said = &region.findings.items[i];
    ck_assert_uint_eq(region_count(&region, RULE_TARGET_LACKS), against[_i].says != NULL);
    if (said && against[_i].says)
        ck_assert_msg(strcmp(said->where.area, against[_i].area) == 0 && said->where.line == against[_i].line &&
                          strcmp(said->where.file, "targets.csv") == 0 && strstr(said->message, against[_i].says),
                      "%s: %d: %s", against[_i].targets, said->where.line, said->message);
    region_close(&region);
    arena_free(arena);
}
END_TEST

/* Weights, and whether they are said not to be of a hundred. */
static const struct {
    const char *first, *second, *sum; /* NULL: nothing is said */
} weights[] = {
    {"60", "40", NULL}, {"33.3", "66.7", NULL}, {"0.5", "99.5", NULL}, {"50", "50.0", NULL},  {"60", "41", "101"},
    {"60", "30", "90"}, {"0.6", "0.4", "1"},    {"165", "165", "330"}, {"99", "0.9", "99.9"}, {"600", "400", "1000"},
};

START_TEST(weights_are_of_a_hundred)
{
    struct region region;
    struct arena *arena = arena_new();
    const char *scoring =
        arena_format(arena, "indicator,measure,weight,method\nTZ,value,%s,efficacy\nQY,value,%s,efficacy\n",
                     weights[_i].first, weights[_i].second);
    region_open(&region,
                (const struct region_file[]){{"areas.csv", AREAS},
                                             {"indicators.csv", INDICATORS},
                                             {"data/a.csv", DATA},
                                             {"scoring.csv", scoring},
                                             {NULL, NULL}},
                false);
    ck_assert_uint_eq(region_count(&region, RULE_WEIGHT_SUM), weights[_i].sum != NULL);
    for (size_t i = 0; i < region.findings.count; i++)
        if (region.findings.items[i].rule == RULE_WEIGHT_SUM)
            ck_assert_str_eq(region.findings.items[i].arguments[0], weights[_i].sum);
    region_close(&region);
    arena_free(arena);
}
END_TEST

Suite *sense_suite(void)
{
    Suite *suite = suite_create("sense");
    TCase *sense = tcase_create("sense");
    tcase_add_loop_test(sense, targets_are_said_once_at_their_line, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_loop_test(sense, missing_growth_is_said, 0, (int)(sizeof lacks / sizeof *lacks));
    tcase_add_loop_test(sense, what_a_target_is_held_against_is_named, 0, (int)(sizeof against / sizeof *against));
    tcase_add_loop_test(sense, weights_are_of_a_hundred, 0, (int)(sizeof weights / sizeof *weights));
    suite_add_tcase(suite, sense);
    return suite;
}
