/* SPDX-License-Identifier: MIT */
/* Clauses and sentences by hand: each expected one is written out as a clerk would write it. What a clause is about
 * comes from a small region, or from a verdict made up for it. */
#include "base/text.h"
#include "scene.h"
#include "suites.h"
#include "words/area_words.h"
#include "words/goal.h"
#include "words/lane_list.h"
#include "words/sentence.h"
#include "words/sentence_beside.h"
#include "words/sentence_growth.h"
#include "words/sentence_rank.h"
#include "words/sentence_target.h"

#include <string.h>

static struct scene scene;

static void tear_down(void)
{
    scene_close(&scene);
}

/* The topic of an indicator in an area, held against nothing. */
static struct topic topic_at(const struct desk *desk, const char *indicator, const char *area)
{
    return topic_reference(desk, region_indicator(&scene.region, indicator), region_area(&scene.region, area));
}

/* ---- growth ---- */

#define FOUR_AREAS                                                                                                                      \
    {                                                                                                                                   \
        "areas.csv", "code,name,parent,group\nR,全州,,\nA,甲县,R,县市\nB,乙县,R,县市\nC,丙县,R,县市\nD,丁县,R,县市\n" \
    }

START_TEST(growth_is_spoken)
{
    static const struct region_file files[] = {
        FOUR_AREAS,
        {"indicators.csv", "id,name,unit,kind\nZJ,规上工业增加值,%,rate\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nD,ZJ,yoy,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\ncompare,exact\n"},
        {"data/a.csv",
         "period,area,indicator,value\n2019Q3,A,ZJ,8.7\n2019Q3,B,ZJ,-3.2\n2019Q3,C,ZJ,0\n2019Q3,D,ZJ,9.96\n"},
        {NULL, NULL}};
    static const char *const rows[][2] = {{"A", "增长8.7%"}, {"B", "下降3.2%"}, {"C", "与上年同期持平"}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct topic topic = topic_at(&desk, "ZJ", rows[i][0]);
        ck_assert_str_eq(topic_growth(&desk, &topic), rows[i][1]);
    }
    struct topics topics = topics_of(&desk, region_area(&scene.region, "D"));
    ck_assert_uint_eq(topics.count, 1);
    ck_assert_str_eq(topic_growth(&desk, &topics.items[0]), "增长10.0%");
}
END_TEST

/* A group of areas A01, A02, … of these names under the region, an indicator ZJ, and of each area its figure in 2019Q2
 * and 2019Q3; "" for none. */
struct member {
    const char *name, *before, *now;
};

static struct desk group_open(const char *group, const struct member *members, size_t count, const char *settings)
{
    struct arena *arena = arena_new();
    struct buffer areas = {.arena = arena}, data = {.arena = arena};
    buffer_add(&areas, "code,name,parent,group\nR,全州,,\n");
    buffer_add(&data, "period,area,indicator,value\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(&areas, "A%02zu,%s,R,%s\n", i + 1, members[i].name, group);
        if (*members[i].before)
            buffer_format(&data, "2019Q2,A%02zu,ZJ,%s\n", i + 1, members[i].before);
        if (*members[i].now)
            buffer_format(&data, "2019Q3,A%02zu,ZJ,%s\n", i + 1, members[i].now);
    }
    const struct region_file files[] = {{"areas.csv", buffer_text(&areas)},
                                        {"indicators.csv", "id,name,unit,kind\nZJ,规上工业增加值,%,rate\n"},
                                        {"settings.csv", settings},
                                        {"data/a.csv", buffer_text(&data)},
                                        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    arena_free(arena);
    return desk;
}

#define SETTINGS "key,value\n"

START_TEST(change_against_the_period_before)
{
    static const struct member members[] = {
        {"甲", "9.9", "10.4"},  {"乙", "10.2", "8.7"},  {"丙", "8.7", "8.7"},   {"丁", "-6.1", "-5.8"},
        {"戊", "-2.9", "-5.2"}, {"己", "-5.2", "-5.2"}, {"庚", "0.7", "-3.2"},  {"辛", "-1.2", "0.7"},
        {"壬", "0.0", "0.7"},   {"癸", "10.0", "14.9"}, {"子", "10.0", "15.0"}, {"丑", "-2.0", "-10.0"},
    };
    static const char *const texts[] = {
        "比上半年加快0.5个百分点",     "比上半年回落1.5个百分点",     "增速与上半年持平",
        "降幅比上半年收窄0.3个百分点", "降幅比上半年扩大2.3个百分点", "降幅与上半年相同",
        "上半年为增长0.7%，由升转降",  "上半年为下降1.2%，由降转升",  "比上半年加快0.7个百分点",
        "比上半年加快4.9个百分点",     "比上半年大幅加快5.0个百分点", "降幅比上半年大幅扩大8.0个百分点",
    };
    struct desk desk = group_open("县市", members, sizeof members / sizeof *members, SETTINGS);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct topic topic = topic_at(&desk, "ZJ", scene.region.dataset->region->children[i]->code);
        ck_assert_str_eq(topic_change(&desk, &topic), texts[i]);
    }
}
END_TEST

START_TEST(beside_another_area)
{
    static const struct region_file files[] = {
        FOUR_AREAS,
        {"indicators.csv",
         "id,name,unit,kind,total\nZJ,增加值,%,rate,given\nYD,用电量,%,rate,given\nZB,制造业占比,%,ratio,given\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,R,ZJ,1.0\n2019Q3,A,ZJ,1.8\n2019Q3,B,ZJ,-3.5\n"
                       "2019Q3,R,YD,-2.0\n2019Q3,A,YD,-2.0\n2019Q3,B,YD,-3.5\n2019Q3,C,YD,-1.0\n2019Q3,D,YD,1.0\n"
                       "2018Q3,A,ZB,67.5\n2019Q3,A,ZB,69.2\n2018Q3,B,ZB,40.2\n2019Q3,B,ZB,40.0\n"
                       "2018Q3,C,ZB,40.0\n2019Q3,C,ZB,40.0\n"},
        {NULL, NULL}};
    static const struct {
        const char *indicator, *area, *text;
    } rows[] =
        {
            {"ZJ", "A", "高于全州0.8个百分点"},
            {"ZJ", "B", "低于全州4.5个百分点"},
            {"YD", "A", "与全州持平"},
            {"YD", "B", "降幅比全州大1.5个百分点"},
            {"YD", "C", "降幅比全州小1.0个百分点"},
            {"YD", "D", "高于全州3.0个百分点（全州为下降2.0%）"},
        },
      points[] = {
          {"ZB", "A", "比上年同期提高1.7个百分点"},
          {"ZB", "B", "比上年同期降低0.2个百分点"},
          {"ZB", "C", "与上年同期持平"},
      };
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct topic topic = topic_at(&desk, rows[i].indicator, rows[i].area);
        ck_assert_str_eq(topic_beside(&desk, &topic, false), rows[i].text);
    }
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        struct topic topic = topic_at(&desk, points[i].indicator, points[i].area);
        ck_assert_str_eq(topic_change(&desk, &topic), points[i].text);
        ck_assert_str_eq(topic_growth(&desk, &topic), points[i].text);
    }
}
END_TEST

START_TEST(losses)
{
    static const struct region_file files[] = {
        {"areas.csv",
         "code,name,parent\nR,全州,\nA,甲县,R\nB,乙县,R\nC,丙县,R\nD,丁县,R\nE,戊县,R\nF,己县,R\nG,庚县,R\n"},
        {"indicators.csv", "id,name,unit,kind\nLR,利润总额,亿元,flow\n"},
        {"data/a.csv", "period,area,indicator,value\n2018Q3,A,LR,-0.21\n2019Q3,A,LR,0.38\n"
                       "2018Q3,B,LR,0.45\n2019Q3,B,LR,-0.12\n2018Q3,C,LR,-0.09\n2019Q3,C,LR,-0.04\n"
                       "2018Q3,D,LR,-0.04\n2019Q3,D,LR,-0.04\n2018Q3,E,LR,0.30\n2019Q3,E,LR,0.31\n"
                       "2018Q3,F,LR,-0.04\n2019Q3,F,LR,-0.10\n"
                       "2018Q3,G,LR,-0.096\n2019Q3,G,LR,-0.044\n"},
        {NULL, NULL}};
    static const char *const rows[][2] = {
        {"A", "利润总额0.38亿元，上年同期亏损0.21亿元，扭亏为盈，增加0.59亿元"},
        {"B", "利润总额亏损0.12亿元，上年同期盈利0.45亿元，由盈转亏，减少0.57亿元"},
        {"C", "利润总额亏损0.04亿元，比上年同期减亏0.05亿元"},
        {"D", "利润总额亏损0.04亿元，亏损额与上年同期持平"},
        {"E", ""},
        {"F", "利润总额亏损0.10亿元，比上年同期增亏0.06亿元"},
        /* 0.096 − 0.044 = 0.052: rounded once, not taken between printed figures. */
        {"G", "利润总额亏损0.04亿元，比上年同期减亏0.05亿元"},
    };
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct topic topic = topic_at(&desk, "LR", rows[i][0]);
        ck_assert_str_eq(topic_loss(&desk, &topic), rows[i][1]);
        ck_assert_str_eq(topic_brief(&desk, &topic), *rows[i][1] ? rows[i][1] : "利润总额0.31亿元，增长3.3%");
    }
    /* A base that may not be printed: here one that lacks a part. */
    const char *const bare[][2] = {{"A", "利润总额0.38亿元，扭亏为盈"}, {"B", "利润总额亏损0.12亿元，由盈转亏"}};
    for (size_t i = 0; i < 2; i++) {
        struct topic topic = topic_at(&desk, "LR", bare[i][0]);
        struct period before = period_year_before(desk.period, 1);
        const struct result *base = desk_result_at(&desk, MEASURE_VALUE, topic.indicator, topic.area, before);
        ((struct result *)(uintptr_t)base)->flag = FLAG_INCOMPLETE;
        ck_assert_str_eq(topic_loss(&desk, &topic), bare[i][1]);
    }
}
END_TEST

/* ---- against a target ---- */

static const struct region_file target_files[] = {
    {"areas.csv", "code,name,parent,group\nR,全州,,\nA,甲县,R,县市\n"},
    {"indicators.csv", "id,name,unit,kind,decimals\nTZ,工业投资,亿元,flow,2\nYQ,园区投资,亿元,flow,2\n"
                       "NH,单位能耗,%,rate,1\nXM,3000万元以上落地项目,个,flow,0\nQY,规模工业企业数,户,stock,0\n"},
    {"data/a.csv", "period,area,indicator,value\n2019Q3,A,TZ,1\n"},
    {NULL, NULL}};

/* A figure as it is written; NULL for none. */
static const struct number *fig(const struct desk *desk, const char *text)
{
    return text ? number_parse(desk->arena, text) : NULL;
}

/* A verdict on a target of 2019, as far as the clauses look at it. */
struct made {
    const char *indicator;
    enum measure measure;
    enum target_op op;
    const char *goal, *actual, *gap;
    enum verdict_kind kind;
    bool over; /* the year is */
};

static struct topic make(const struct desk *desk, struct target *target, struct verdict *verdict, struct made made)
{
    const struct indicator *indicator = region_indicator(&scene.region, made.indicator);
    *target = (struct target){.indicator = indicator,
                              .measure = made.measure,
                              .op = made.op,
                              .value = fig(desk, made.goal),
                              .from = 2019,
                              .to = 2019};
    *verdict = (struct verdict){.area = desk->area,
                                .key = {indicator, made.measure, {0}},
                                .target = target,
                                .kind = made.kind,
                                .satisfied = made.kind == VERDICT_MET || made.kind == VERDICT_STRETCH,
                                .year_over = made.over,
                                .goal = target->value,
                                .target_value = target->value,
                                .actual = fig(desk, made.actual),
                                .gap = fig(desk, made.gap)};
    return topic_of_verdict(verdict);
}

static void assert_against(const struct desk *desk, struct made made, const char *text)
{
    struct target target;
    struct verdict verdict;
    struct topic topic = make(desk, &target, &verdict, made);
    ck_assert_str_eq(topic_against(desk, &topic), text);
}

#define GROWTH "TZ", MEASURE_YOY, OP_AT_LEAST, "10"
#define FALL "NH", MEASURE_YOY, OP_AT_MOST, "-2"
#define AMOUNT "TZ", MEASURE_VALUE, OP_AT_LEAST, "100"
#define LIMIT "TZ", MEASURE_VALUE, OP_AT_MOST, "100"

START_TEST(against_a_growth_target)
{
    static const struct {
        struct made made;
        const char *text;
    } rows[] = {
        {{GROWTH, "10.4", "0.4", VERDICT_MET, false}, "高于年度目标（10%）0.4个百分点"},
        {{GROWTH, "10.0", "0.0", VERDICT_MET, false}, "达到年度目标（10%）"},
        {{GROWTH, "8.7", "-1.3", VERDICT_MISSED, false}, "低于年度目标（10%）1.3个百分点"},
        /* compare=exact: 9.96 prints as 10.0, and has not reached 10 */
        {{GROWTH, "10.0", "0.0", VERDICT_MISSED, false}, "未达到年度目标（10%）"},
        {{GROWTH, "8.7", "-1.3", VERDICT_MISSED, true}, "未完成年度目标（10%），差1.3个百分点"},
        {{GROWTH, "10.2", "0.2", VERDICT_MET, true}, "完成年度目标（10%），高0.2个百分点"},
        {{GROWTH, "10.0", "0.0", VERDICT_MET, true}, "完成年度目标（10%）"},
        {{GROWTH, "10.0", "0.0", VERDICT_MISSED, true}, "未完成年度目标（10%）"},
    };
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_against(&desk, rows[i].made, rows[i].text);
}
END_TEST

START_TEST(against_a_target_to_fall)
{
    static const struct {
        struct made made;
        const char *text;
    } rows[] = {
        {{FALL, "-3.1", "-1.1", VERDICT_MET, false}, "降幅大于年度目标（下降2%）1.1个百分点"},
        {{FALL, "-2.0", "0.0", VERDICT_MET, false}, "达到年度目标（下降2%）"},
        {{FALL, "-1.5", "0.5", VERDICT_MISSED, false}, "降幅小于年度目标（下降2%）0.5个百分点"},
        {{FALL, "1.4", "3.4", VERDICT_MISSED, false}, "未达到年度目标（下降2%），相差3.4个百分点"},
        {{FALL, "-3.1", "-1.1", VERDICT_MET, true}, "完成年度目标（下降2%），多下降1.1个百分点"},
        {{FALL, "-1.5", "0.5", VERDICT_MISSED, true}, "未完成年度目标（下降2%），差0.5个百分点"},
    };
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_against(&desk, rows[i].made, rows[i].text);
}
END_TEST

START_TEST(against_an_amount_at_year_end)
{
    static const struct {
        struct made made;
        const char *text;
    } rows[] = {
        {{AMOUNT, "105.40", "5.40", VERDICT_MET, true}, "完成年度目标（100亿元），超5.40亿元"},
        {{AMOUNT, "98.08", "-1.92", VERDICT_MISSED, true}, "未完成年度目标（100亿元），差1.92亿元"},
        /* The lower the better: what is below is no lack, and what is above none of the target's. */
        {{LIMIT, "98.08", "-1.92", VERDICT_MET, true}, "控制在年度目标（100亿元）以内"},
        {{LIMIT, "105.40", "5.40", VERDICT_MISSED, true}, "超过年度控制目标（100亿元）5.40亿元"},
    };
    struct desk desk = scene_open(&scene, target_files, "2019Q4", "A");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_against(&desk, rows[i].made, rows[i].text);
}
END_TEST

START_TEST(before_a_deadline_and_beyond_a_stretch)
{
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    struct target target;
    struct verdict verdict;
    struct topic topic =
        make(&desk, &target, &verdict,
             (struct made){"QY", MEASURE_VALUE, OP_AT_LEAST, "360", "333", "-27", VERDICT_PENDING, false});
    target.from = 0, target.to = 2020, target.deadline = true;
    target.due = (struct period){2020, FREQUENCY_YEAR, 1};
    ck_assert_str_eq(topic_against(&desk, &topic), "距2020年目标（360户）还差27户");
    target.op = OP_AT_MOST;
    verdict.gap = fig(&desk, "5");
    ck_assert_str_eq(topic_against(&desk, &topic), "比2020年控制目标（360户以内）高5户");
    topic = make(&desk, &target, &verdict, (struct made){GROWTH, "12.5", "2.5", VERDICT_STRETCH, false});
    target.stretch = fig(&desk, "12");
    ck_assert_str_eq(topic_against(&desk, &topic), "高于年度目标（10%）2.5个百分点，达到力争目标（12%）");
    topic = make(&desk, &target, &verdict,
                 (struct made){"QY", MEASURE_VALUE, OP_BETWEEN, "300", "333", "0", VERDICT_MET, false});
    target.upper = verdict.upper = fig(&desk, "360");
    ck_assert_str_eq(topic_against(&desk, &topic), "在年度目标（300—360户）范围内");
}
END_TEST

/* ---- pace ---- */

static void assert_pace(const struct desk *desk, struct made made, const char *due, const char *progress,
                        const char *text)
{
    struct target target;
    struct verdict verdict;
    struct topic topic = make(desk, &target, &verdict, made);
    verdict.accumulating = true;
    verdict.due = fig(desk, due);
    verdict.progress = fig(desk, progress);
    verdict.pace = fig(desk, "75.0");
    ck_assert_str_eq(topic_pace_clause(desk, &topic), text);
}

#define PARK "YQ", MEASURE_VALUE, OP_AT_LEAST, "20"

START_TEST(pace_by_percentages)
{
    static const struct {
        struct made made;
        const char *due, *progress, *text;
    } rows[] = {
        {{PARK, "17.20", "-2.80", VERDICT_ON_PACE, false},
         "15.00",
         "86.0",
         "园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点"},
        {{PARK, "15.00", "-5.00", VERDICT_ON_PACE, false},
         "15.00",
         "75.0",
         "园区投资15.00亿元，完成年度目标（20亿元）的75.0%，达到序时进度（75.0%）"},
        {{PARK, "13.40", "-6.60", VERDICT_BEHIND, false},
         "15.00",
         "67.0",
         "园区投资13.40亿元，完成年度目标（20亿元）的67.0%，滞后序时进度（75.0%）8.0个百分点"},
        /* 14.99 of 20 prints as 75.0 % and is behind all the same: then by what is due. */
        {{PARK, "14.99", "-5.01", VERDICT_BEHIND, false},
         "15.00",
         "75.0",
         "园区投资14.99亿元（年度目标20亿元），按序时应完成15.00亿元，少0.01亿元"},
        {{PARK, "20.30", "0.30", VERDICT_DONE, false},
         "15.00",
         "101.5",
         "园区投资20.30亿元，提前完成年度目标（20亿元），超0.30亿元"},
        {{PARK, "20.30", "0.30", VERDICT_DONE, false},
         "15.00",
         NULL,
         "园区投资20.30亿元，提前完成年度目标（20亿元），超0.30亿元"},
    };
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_pace(&desk, rows[i].made, rows[i].due, rows[i].progress, rows[i].text);
}
END_TEST

#define PROJECTS "XM", MEASURE_VALUE, OP_AT_LEAST, "3"

START_TEST(pace_by_whole_units)
{
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    assert_pace(&desk, (struct made){PROJECTS, "2", "-1", VERDICT_ON_PACE, false}, "2", "66.7",
                "3000万元以上落地项目2个（年度目标3个），按序时应完成2个，达到序时进度");
    assert_pace(&desk, (struct made){PROJECTS, "1", "-2", VERDICT_BEHIND, false}, "2", "33.3",
                "3000万元以上落地项目1个（年度目标3个），按序时应完成2个，少1个");
    assert_pace(&desk, (struct made){PROJECTS, "3", "0", VERDICT_ON_PACE, false}, "2", "100.0",
                "3000万元以上落地项目3个（年度目标3个），按序时应完成2个，多1个");
}
END_TEST

START_TEST(pace_within_a_limit)
{
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    assert_pace(&desk, (struct made){LIMIT, "68.60", "-31.40", VERDICT_ON_PACE, false}, "75.00", "68.6",
                "工业投资68.60亿元，为年度控制目标（100亿元以内）的68.6%，未超序时（75.0%）");
    assert_pace(&desk, (struct made){LIMIT, "78.20", "-21.80", VERDICT_BEHIND, false}, "75.00", "78.2",
                "工业投资78.20亿元，为年度控制目标（100亿元以内）的78.2%，超出序时（75.0%）3.2个百分点");
    /* Once it is broken pace says nothing more; nor at the year's end. */
    assert_pace(&desk, (struct made){LIMIT, "100.20", "0.20", VERDICT_MISSED, false}, "75.00", "100.2",
                "已超过年度控制目标（100亿元）0.20亿元");
    assert_pace(&desk, (struct made){AMOUNT, "100.20", "0.20", VERDICT_MET, true}, "100.00", "100.2",
                "完成年度目标（100亿元），超0.20亿元");
}
END_TEST

/* ---- what is still needed ---- */

struct needed {
    const char *to_do, *per_month, *so_far, *growth;
};

static void assert_need(const struct desk *desk, struct made made, struct needed needed, const char *text)
{
    struct target target;
    struct verdict verdict;
    struct topic topic = make(desk, &target, &verdict, made);
    verdict.to_do = fig(desk, needed.to_do);
    verdict.per_month = fig(desk, needed.per_month);
    verdict.so_far_per_month = fig(desk, needed.so_far);
    verdict.growth_needed = fig(desk, needed.growth);
    ck_assert_str_eq(topic_need(desk, &topic), text);
}

START_TEST(what_is_needed)
{
    static const struct made behind = {GROWTH, "8.7", "-1.3", VERDICT_MISSED, false},
                             reached = {GROWTH, "10.4", "0.4", VERDICT_MET, false};
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    assert_need(
        &desk, behind, (struct needed){"6.02", "2.01", "1.51", "13.0"},
        "要实现全年目标，第四季度需完成6.02亿元、增长13.0%以上，月均2.01亿元，为前9个月月均（1.51亿元）的1.3倍");
    assert_need(&desk, behind, (struct needed){"6.02", "2.01", "0.00", "-4.0"},
                "要实现全年目标，第四季度需完成6.02亿元，降幅不超过4.0%即可");
    assert_need(&desk, behind, (struct needed){"6.02", "2.01", "1.51", "0.0"},
                "要实现全年目标，第四季度需完成6.02亿元，与上年同期持平即可");
    assert_need(&desk, behind, (struct needed){"6.02", "2.01", "1.51", NULL},
                "要实现全年目标，第四季度需完成6.02亿元，月均2.01亿元，为前9个月月均（1.51亿元）的1.3倍");
    /* Of things counted one by one there is no monthly mean. */
    assert_need(&desk, (struct made){PROJECTS, "1", "-2", VERDICT_BEHIND, false}, (struct needed){"2", "1", "0", NULL},
                "要实现全年目标，第四季度还需2个");
    /* What is reached asks for nothing. */
    assert_need(&desk, reached, (struct needed){"6.02", "2.01", "1.51", "13.0"}, "");
    assert_need(&desk, behind, (struct needed){"0", NULL, NULL, NULL}, "");
}
END_TEST

START_TEST(what_the_last_month_needs)
{
    static const struct made behind = {AMOUNT, "93.98", "-6.02", VERDICT_BEHIND, false};
    struct desk desk = scene_open(&scene, target_files, "2019-11", "A");
    assert_need(&desk, behind, (struct needed){"6.02", "6.02", "8.54", NULL}, "要实现全年目标，12月需完成6.02亿元");
}
END_TEST

/* ---- places and lists ---- */

static void assert_place(const char *group, const struct member *members, size_t count, const char *area,
                         const char *text)
{
    struct desk desk = group_open(group, members, count, SETTINGS);
    struct topic topic = topic_at(&desk, "ZJ", area);
    ck_assert_str_eq(topic_rank(&desk, &topic), text);
    scene_close(&scene);
}

static void places_of_eight(void)
{
    static const struct member forward[] = {{"甲", "9", "9"}, {"乙", "8", "8"}, {"丙", "6", "7"}, {"丁", "7", "6"},
                                            {"戊", "5", "5"}, {"己", "4", "4"}, {"庚", "3", "3"}, {"辛", "2", "2"}};
    static const struct member back[] = {{"甲", "8", "9"}, {"乙", "7", "8"}, {"丙", "9", "7"}, {"丁", "6", "6"},
                                         {"戊", "5", "5"}, {"己", "4", "4"}, {"庚", "3", "3"}, {"辛", "2", "2"}};
    static const struct member tied[] = {{"甲", "9", "9"}, {"乙", "8", "8"}, {"丙", "7", "7"}, {"丁", "6", "7"},
                                         {"戊", "5", "5"}, {"己", "4", "4"}, {"庚", "3", "3"}, {"辛", "2", "2"}};
    static const struct member part[] = {{"甲", "", "9"}, {"乙", "", "8"}, {"丙", "", "7"}, {"丁", "", "7"},
                                         {"戊", "", "5"}, {"己", "", "4"}, {"庚", "", "3"}, {"辛", "", ""}};
    assert_place("县市", forward, 8, "A03", "居8县市第3位，比上半年前移1位");
    assert_place("县市", back, 8, "A03", "居8县市第3位，比上半年后移2位");
    assert_place("县市", tied, 8, "A03", "居8县市并列第3位，位次与上半年相同");
    assert_place("县市", part, 8, "A03", "在已报的7个县市中居并列第3位");
    assert_place("县市", part, 8, "A08", "");
    assert_place("重点县", forward, 8, "A01", "居8个重点县第1位，位次与上半年相同");
    assert_place("", part, 8, "A01", "在已报的7个地区中居第1位");
}

START_TEST(places)
{
    static const struct member fourteen[] = {{"甲", "", "14"}, {"乙", "", "13"}, {"丙", "", "12"}, {"丁", "", "11"},
                                             {"戊", "", "10"}, {"己", "", "9"},  {"庚", "", "8"},  {"辛", "", "7"},
                                             {"壬", "", "6"},  {"癸", "", "5"},  {"子", "", "4"},  {"丑", "", "3"},
                                             {"寅", "", "2"},  {"卯", "", "1"}};
    places_of_eight();
    assert_place("", fourteen, 14, "A14", "居14个地区第14位");
    /* A place of one is none. */
    assert_place("县市", fourteen, 1, "A01", "");
}
END_TEST

static const struct member six[] = {{"吉首市", "", "10.4"}, {"泸溪县", "", "12.4"}, {"古丈县", "", "-0.3"},
                                    {"保靖县", "", "10.4"}, {"永顺县", "", "11.1"}, {"龙山县", "", "9.8"}};

/* Who is first, or last of those after `praise`, when so many are wanted. */
static void assert_list(size_t count, bool first, int wanted, const char *settings, const char *text)
{
    struct desk desk = group_open("县市", six, count, settings);
    const struct indicator *indicator = region_indicator(&scene.region, "ZJ");
    struct lane lane = {{indicator, MEASURE_VALUE, {0}}, false};
    ck_assert_str_eq(first ? lane_first(&desk, &lane, wanted, NULL) : lane_last(&desk, &lane, wanted, NULL), text);
    scene_close(&scene);
}

START_TEST(first_and_last)
{
    assert_list(6, true, 2, SETTINGS, "居前2位的是泸溪县（12.4%）、永顺县（11.1%）");
    /* Two share the third place: both would be too many, one unjust. */
    assert_list(6, true, 3, SETTINGS, "居前2位的是泸溪县（12.4%）、永顺县（11.1%）");
    assert_list(6, false, 2, SETTINGS "praise,2\n", "居后2位的是龙山县（增长9.8%）、古丈县（下降0.3%）");
    assert_list(6, false, 1, SETTINGS "praise,3\n", "居末位的是古丈县（下降0.3%）");
    /* Never more than half, and nobody of two; the three here are 吉首市, 泸溪县 and 古丈县. */
    assert_list(3, true, 3, SETTINGS, "居首位的是泸溪县（12.4%）");
    assert_list(2, true, 3, SETTINGS, "");
    assert_list(6, true, 0, SETTINGS, "");
}
END_TEST

START_TEST(sentences_close_once)
{
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    const struct phrasing *p = &desk.say;
    ck_assert_str_eq(SENTENCE(p, "甲", "", "乙", PHRASE_BREAK, "丙"), "甲，乙；丙。");
    ck_assert_str_eq(SENTENCE(p, "甲", PHRASE_BREAK, ""), "甲。");
    ck_assert_str_eq(SENTENCE(p, "", PHRASE_BREAK, "丙"), "丙。");
    ck_assert_str_eq(SENTENCE(p, "", NULL), "");
    scene_close(&scene);
}
END_TEST

START_TEST(areas_are_addressed_by_what_they_are)
{
    static const char *const rows[][2] = {
        {"泸溪县", "你县"}, {"吉首市", "你市"}, {"示例经开区", "你区"}, {"白云镇", "你镇"}, {"州工信局", "你单位"}};
    struct desk desk = scene_open(&scene, target_files, "2019Q3", "A");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(area_addressed(&desk, &(struct area){.name = rows[i][0]}), rows[i][1]);
}
END_TEST

Suite *sentences_suite(void);

Suite *sentences_suite(void)
{
    /* These leave their scene open. */
    const TTest *const open[] = {growth_is_spoken,
                                 change_against_the_period_before,
                                 beside_another_area,
                                 losses,
                                 against_a_growth_target,
                                 against_a_target_to_fall,
                                 against_an_amount_at_year_end,
                                 before_a_deadline_and_beyond_a_stretch,
                                 pace_by_percentages,
                                 pace_by_whole_units,
                                 pace_within_a_limit,
                                 what_is_needed,
                                 what_the_last_month_needs,
                                 areas_are_addressed_by_what_they_are};
    const TTest *const closed[] = {places, first_and_last, sentences_close_once};
    Suite *suite = suite_create("sentences");
    TCase *opened = tcase_create("sentences"), *rest = tcase_create("lists");
    tcase_add_checked_fixture(opened, NULL, tear_down);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        tcase_add_test(opened, open[i]);
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        tcase_add_test(rest, closed[i]);
    suite_add_tcase(suite, opened);
    suite_add_tcase(suite, rest);
    return suite;
}
