/* SPDX-License-Identifier: MIT */
/* Lists of areas, what is wrong and what is still to come: each expected sentence is written as a clerk would write it,
 * from figures that can be checked in the head. */
#include "scene.h"
#include "suites.h"
#include "words/area_words.h"
#include "words/frame.h"
#include "words/lane_list.h"
#include "words/outlook.h"
#include "words/paragraph.h"
#include "words/problem_words.h"
#include "words/region_words.h"
#include "words/reminder.h"

#include <string.h>

static struct scene scene;

/* Eight counties that are ranked and a zone that is not. */
#define NINE                                                                                                                                  \
    {                                                                                                                                         \
        "areas.csv", "code,name,parent,group\nR,全市,,\nA,甲县,R,县市\nB,乙县,R,县市\nC,丙县,R,县市\n"                          \
                     "D,丁县,R,县市\nE,戊县,R,县市\nF,己县,R,县市\nG,庚县,R,县市\nH,辛市,R,县市\nZ,示例经开区,R,-\n" \
    }

/* 2019 before the figures of the nine, in the order of the file; NULL for none. */
static const char *data_of(struct arena *arena, const char *indicator, const char *period, const char *const figures[9])
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, "period,area,indicator,value\n");
    for (size_t i = 0; i < 9; i++)
        if (figures[i])
            buffer_format(&text, "%s,%c,%s,%s\n", period, "ABCDEFGHZ"[i], indicator, figures[i]);
    return buffer_text(&text);
}

/* What the lane of the first target says, of an indicator defined by `indicator` and held against `target`. */
static void assert_lane(const char *indicator, const char *target, const char *period, const char *const figures[9],
                        const char *settings, const char *expected)
{
    struct arena *arena = arena_new();
    const char *indicators = arena_format(arena, "id,name,unit,kind,better,total,decimals\nX,%s\n", indicator);
    const char *targets = arena_format(arena, "area,indicator,measure,op,value,stretch,from,to\n%s\n", target);
    const struct region_file files[] = {NINE,
                                        {"indicators.csv", indicators},
                                        {"targets.csv", targets},
                                        {"settings.csv", settings},
                                        {"data/a.csv", data_of(arena, "X", period, figures)},
                                        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, period, "R");
    struct lanes lanes = lanes_of(&desk);
    ck_assert_uint_eq(lanes.count, 1);
    ck_assert_str_eq(lane_text(&desk, &lanes.items[0]), expected);
    scene_close(&scene);
    arena_free(arena);
}

#define RATE "规模以上工业增加值,%,rate,higher,none,1"
#define ALL_TEN "*,X,yoy,>=,10,,2019,2019"
#define SETTINGS "key,value\n"

START_TEST(those_behind_are_named_with_their_gaps)
{
    static const char *const few[9] = {"11.8", "11.2", "9.7", "10.4", "9.7", "8.9", "5.1", "10.0", "13.1"};
    static const char *const most[9] = {"12.7", "9.6", "9.3", "11.0", "8.7", "6.2", "-5.2", "9.9", "15.1"};
    static const char *const one[9] = {"12.7", "12.3", "12.2", "11.0", "10.7", "10.2", "5.1", "10.9", "15.1"};
    static const char *const all[9] = {"12.7", "12.3", "12.2", "11.0", "10.7", "10.2", "10.1", "10.9", "15.1"};
    static const char *const none[9] = {"9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "9.9"};
    assert_lane(
        RATE, ALL_TEN, "2019Q3", few, SETTINGS,
        "规模以上工业增加值增速：9个单位中，达到目标的5个；低于目标的4个：庚县（低4.9个百分点）、"
        "己县（低1.1个百分点）、丙县和戊县（均低0.3个百分点）。8县市中，居前3位的是甲县（11.8%）、乙县（11.2%）、"
        "丁县（10.4%）；居后2位的是己县（8.9%）、庚县（5.1%）");
    assert_lane(
        RATE, ALL_TEN, "2019Q3", most, SETTINGS "praise,0\nblame,0\n",
        "规模以上工业增加值增速：9个单位中，达到目标的3个：示例经开区（15.1%）、甲县（12.7%）、丁县（11.0%）；"
        "其余6个低于目标，差距较大的是庚县（下降5.2%，低15.2个百分点）、己县（低3.8个百分点）、戊县（低1.3个百分点）");
    assert_lane(RATE, ALL_TEN, "2019Q3", one, SETTINGS "praise,0\nblame,0\n",
                "规模以上工业增加值增速：9个单位中，只有庚县低于目标（低4.9个百分点）");
    assert_lane(RATE, ALL_TEN, "2019Q3", all, SETTINGS "praise,0\nblame,0\n",
                "规模以上工业增加值增速：9个单位均达到目标");
    assert_lane(RATE, ALL_TEN, "2019Q3", none, SETTINGS "praise,0\nblame,0\n",
                "规模以上工业增加值增速：9个单位均低于目标，差距较大的是甲县（低0.9个百分点）、乙县（低0.8个百分点）、"
                "丙县（低0.7个百分点）");
}
END_TEST

START_TEST(a_list_ends_before_a_tie)
{
    static const char *const tied[9] = {"9.1", "9.2", "9.3", "9.3", "9.5", "9.6", "9.7", "12.0", "15.1"};
    assert_lane(
        RATE, ALL_TEN, "2019Q3", tied, SETTINGS "praise,0\nblame,0\n",
        "规模以上工业增加值增速：9个单位中，达到目标的2个：示例经开区（15.1%）、辛市（12.0%）；其余7个低于目标，"
        "差距较大的是甲县（低0.9个百分点）、乙县（低0.8个百分点）");
}
END_TEST

START_TEST(who_has_not_reported_is_not_counted)
{
    static const char *const part[9] = {"11.8", "11.2", "10.7", NULL, "10.6", "8.9", "10.1", "10.0", "13.1"};
    static const char *const some[9] = {"11.8", "9.2", "9.0", "1.0", "2.0", "3.0", "4.0", "5.0", "6.0"};
    assert_lane(
        RATE, ALL_TEN, "2019Q3", part, SETTINGS "praise,0\nblame,0\n",
        "规模以上工业增加值增速：已报的8个单位中，只有己县低于目标（低1.1个百分点）；丁县未报，不评价、不参加位次");
    assert_lane(RATE, "A,X,yoy,>=,10,,2019,2019\nB,X,yoy,>=,10,,2019,2019\nC,X,yoy,>=,10,,2019,2019", "2019Q3", some,
                SETTINGS "praise,0\nblame,0\n",
                "规模以上工业增加值增速：有目标的3县市中，达到目标的1个：甲县（11.8%）；其余2个低于目标：丙县（低1."
                "0个百分点）、"
                "乙县（低0.8个百分点）");
}
END_TEST

START_TEST(totals_are_told_by_their_pace)
{
    /* Of 100 at three quarters of the year: 70 is 5.0 points behind, 68.2 is 6.8. */
    static const char *const paces[9] = {"80", "101", "75", "76", "71.7", "68.2", "67", "90", "78"};
    static const char *const ends[9] = {"100", "101", "105", "110", "104", "99", "97.5", "100", "100"};
    assert_lane(
        "园区投资,亿元,flow,higher,none,2", "*,X,value,>=,100,,2019,2019", "2019Q3", paces, SETTINGS,
        "园区投资：9个单位中，提前完成的1个（乙县），快于或达到序时进度的5个，滞后的3个：庚县（滞后8.0个百分点）、"
        "己县（滞后6.8个百分点）、戊县（滞后3.3个百分点）");
    assert_lane("园区投资,亿元,flow,higher,none,2", "*,X,value,>=,100,,2019,2019", "2019Q4", ends, SETTINGS,
                "园区投资：9个单位中，完成年度目标的7个；未完成的2个：庚县（差2.50亿元）、己县（差1.00亿元）");
}
END_TEST

START_TEST(counts_have_no_points)
{
    /* Of 3 by the third quarter 2 are due. */
    static const char *const counts[9] = {"2", "3", "2", "2", "4", "1", "1", "2", "2"};
    static const char *const accidents[9] = {"0", "2", "0", "0", "0", "0", "0", "0", "0"};
    assert_lane("新增规模工业企业,户,flow,higher,none,0", "*,X,value,>=,3,,2019,2019", "2019Q3", counts, SETTINGS,
                "新增规模工业企业：9个单位中，提前完成的2个（乙县、戊县），达到序时进度的5个，滞后的2个：己县、庚县（均"
                "少1户）");
    assert_lane("较大以上事故,起,flow,lower,none,0", "*,X,value,<=,0,,2019,2019", "2019Q3", accidents, SETTINGS,
                "较大以上事故：9个单位中，未发生的8个，发生的1个：乙县（2起）");
}
END_TEST

START_TEST(falls_that_are_asked_for)
{
    static const char *const falls[9] = {"-2.7", "-3.3", "-5.2", "-2.0", "-2.5", "-2.1", "1.4", "-4.6", "-4.0"};
    assert_lane(
        "单位能耗,%,rate,lower,none,1", "*,X,yoy,<=,-2,-4,2019,2019", "2019Q3", falls, SETTINGS,
        "单位能耗增速：9个单位中，达到目标的8个，其中达到力争目标的3个；未达到目标的1个：庚县（上升1.4%，"
        "相差3.4个百分点）。8县市中，居前3位的是丙县（下降5.2%）、辛市（下降4.6%）、乙县（下降3.3%）；居后3位的是"
        "己县（下降2.1%）、丁县（下降2.0%）、庚县（上升1.4%）");
}
END_TEST

START_TEST(ties_in_places_are_said_together)
{
    static const char *const tied[9] = {"12.7", "12.3", "11.0", "12.3", "10.9", "4.9", "1.9", "-3.2", "1.0"};
    static const char *const equal[9] = {"9.2", "9.2", "9.2", "9.2", "9.2", "9.2", "9.2", "9.2", "1.0"};
    static const char *const three[9] = {"6.0", "9.2", "8.1"};
    static const char *const target = "";
    assert_lane(
        RATE, target, "2019Q3", tied, SETTINGS,
        "规模以上工业增加值增速：8县市中，居前3位的是甲县（12.7%）、乙县和丁县（均为12.3%，并列第2位）；居后3位的是"
        "己县（增长4.9%）、庚县（增长1.9%）、辛市（下降3.2%）");
    assert_lane(RATE, target, "2019Q3", equal, SETTINGS, "规模以上工业增加值增速：8县市均为9.2%");
    assert_lane(RATE, target, "2019Q3", three, SETTINGS,
                "规模以上工业增加值增速：已报的3个县市中，由高到低依次为乙县（9.2%）、丙县（8.1%）、甲县（6.0%）；"
                "丁县、戊县、己县、庚县、辛市未报，不参加位次");
}
END_TEST

START_TEST(groups_are_counted_as_they_are_called)
{
    static const char *const rows[][2] = {{"县市", "8县市"},   {"市州", "8市州"},   {"县", "8县"},
                                          {"乡镇", "8个乡镇"}, {"园区", "8个园区"}, {"重点县", "8个重点县"},
                                          {"", "8个地区"},     {"-", "8个地区"}};
    static const char *const none[9] = {"1"};
    struct arena *arena = arena_new();
    const struct region_file files[] = {NINE,
                                        {"indicators.csv", "id,name,unit,kind\nX,增加值,%,rate\n"},
                                        {"data/a.csv", data_of(arena, "X", "2019Q3", none)},
                                        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(group_counted(&desk, 8, rows[i][0]), rows[i][1]);
    ck_assert_str_eq(region_naming(&desk), "8县市和示例经开区以下统称9个单位，示例经开区不参加位次");
    scene_close(&scene);
    arena_free(arena);
}
END_TEST

/* ---- the region's own ---- */

/* Of 工业投资 a growth and a total, 技改投资 a growth, 用地 a level, 项目 a count, 利润 of two areas. */
#define OWN(data) OWN_WITH("", data)
#define OWN_WITH(settings, data)                                                                                        \
    NINE,                                                                                                               \
        {"indicators.csv",                                                                                              \
         "id,name,unit,kind,decimals,total\nTZ,工业投资,亿元,flow,2,given\nJG,技改投资,亿元,flow,2,given\n" \
         "YD,储备用地,亩,stock,0,given\nXM,新增企业,户,flow,0,given\nLR,利润总额,亿元,flow,2,none\n"    \
         "KC,科创园,,stock,0,given\n"},                                                                                 \
        {"targets.csv",                                                                                                 \
         "area,indicator,measure,op,value,from,to\nR,TZ,yoy,>=,10,2019,2019\nR,TZ,value,>=,100,2019,2019\n"             \
         "R,JG,yoy,>=,15,2019,2019\nR,YD,value,>=,3000,2019,2019\nR,XM,value,>=,30,2019,2019\n"                         \
         "R,KC,value,done,1,2018,2018\n"},                                                                              \
        {"settings.csv", "key,value\nissue_date,2019-10-15\n" settings}, {"data/a.csv", data},                          \
    {                                                                                                                   \
        NULL, NULL                                                                                                      \
    }

/* 2018: 工业投资 63.40 of 89.00 by September, 技改投资 20.00 of 30.00. */
#define FIGURES                                                                                                        \
    "period,area,indicator,value\n2018Q3,R,TZ,63.00\n2018Q4,R,TZ,89.00\n2019Q3,R,TZ,69.30\n2018Q3,R,JG,20.00\n"        \
    "2018Q4,R,JG,30.00\n2019Q3,R,JG,21.00\n2019Q3,R,YD,2918\n2019Q3,R,XM,21\n2018Q3,G,LR,0.45\n2019Q3,G,LR,-0.12\n"    \
    "2018Q3,F,LR,-0.09\n2019Q3,F,LR,-0.04\n2019Q3,R,KC,0\n"

START_TEST(problems_have_their_figures)
{
    static const struct region_file files[] = {OWN(FIGURES)};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    /* 69.30 is 10.0 % more than 63.00 and 69.3 % of 100; 21.00 is 5.0 % more than 20.00; of 30 by then 22 are due. */
    ck_assert_str_eq(region_behind(&desk),
                     "全市低于目标的有2项：技改投资（增长5.0%，低10.0个百分点）、储备用地（2918亩，差82亩）；"
                     "滞后序时的有2项：工业投资总量（滞后5.7个百分点）、新增企业（少1户）");
    ck_assert_str_eq(region_losses(&desk), "利润总额由盈转亏的有庚县（亏损0.12亿元，上年同期盈利0.45亿元）；亏损的还有"
                                           "己县（亏损0.04亿元，比上年同期减亏0.05亿元）");
    scene_close(&scene);
}
END_TEST

START_TEST(what_is_still_to_come_is_told_by_how_hard_it_is)
{
    static const struct region_file files[] = {OWN(FIGURES)};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    /* 技改投资: 34.50 less 21.00 is 13.50, against 10.00 of the last quarter of 2018: 35.0 %, 30.0 points more
     * than 5.0. 工业投资: 30.70 in three months is 10.24 a month, 7.70 so far: 1.3 times. 9 firms are too few to
     * foresee; the growth of 工业投资 is reached with 97.90: 28.60, against 26.00 that is 10.0 %, as it has grown so
     * far. */
    ck_assert_str_eq(outlook_hard(&desk), "难度较大的有技改投资（第四季度需增长35.0%以上，高于前三季度30.0个百分点）");
    ck_assert_str_eq(outlook_hope(&desk),
                     "按前9个月月均推算，可望完成全年目标的有工业投资增速（第四季度需增长10.0%以上，与前三季度相同）");
    ck_assert_str_eq(outlook_push(&desk), "需加力的有工业投资总量（第四季度月均需为前9个月月均的1.3倍）");
    scene_close(&scene);
    desk = scene_open(&scene, files, "2019Q4", "R");
    ck_assert_str_eq(outlook_hard(&desk), "");
    scene_close(&scene);
}
END_TEST

/* Of firms 30 are asked for, 12 more in the last quarter: 13 in that of 2018; 8, and 12 in the first of 2019. */
START_TEST(what_is_counted_is_held_against_what_was_done_before)
{
    for (size_t i = 0; i < 2; i++) {
        const char *data = i ? "period,area,indicator,value\n2018Q3,R,XM,22\n2018Q4,R,XM,30\n2019Q1,R,XM,12\n"
                               "2019Q2,R,XM,17\n2019Q3,R,XM,18\n"
                             : "period,area,indicator,value\n2018Q3,R,XM,17\n2018Q4,R,XM,30\n2019Q3,R,XM,18\n";
        const struct region_file files[] = {OWN(data)};
        struct desk desk = scene_open(&scene, files, "2019Q3", "R");
        ck_assert_str_eq(outlook_hope(&desk), i ? ""
                                                : "按前9个月月均推算，可望完成全年目标的有新增企业（第四季度还需12户，"
                                                  "上年第四季度为13户）");
        ck_assert_str_eq(outlook_push(&desk), i ? "需加力的有新增企业（第四季度还需12户，单季最多为12户）" : "");
        ck_assert_str_eq(outlook_hard(&desk), "");
        scene_close(&scene);
    }
}
END_TEST

START_TEST(the_settings_say_what_is_hard)
{
    static const struct region_file files[] = {
        OWN_WITH("hope_times,1.3\nhard_times,1.4\nhope_points,30\nhard_points,40\n", FIGURES)};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    ck_assert_str_eq(outlook_hope(&desk),
                     "按前9个月月均推算，可望完成全年目标的有工业投资总量（第四季度月均需为前9个月月均的1.3倍）、"
                     "工业投资增速（第四季度需增长10.0%以上，与前三季度相同）、技改投资（第四季度需增长35.0%"
                     "以上，高于前三季度30.0个百分点）");
    ck_assert_str_eq(outlook_push(&desk), "");
    ck_assert_str_eq(outlook_hard(&desk), "");
    scene_close(&scene);
}
END_TEST

START_TEST(a_growth_and_a_total_share_a_paragraph)
{
    static const struct region_file files[] = {
        OWN("period,area,indicator,value\n2018Q3,R,TZ,63.00\n2018Q4,R,TZ,89.00\n2019Q3,R,TZ,66.15\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct topics topics = topics_of(&desk, desk.region);
    /* 66.15 is 5.0 % more; 97.90 less 66.15 is 31.75, 22.2 % more than 26.00, rounded up; 33.85 to 100 is 11.29 a
     * month, 7.35 so far, 1.5 times. */
    ck_assert_str_eq(
        topic_paragraph(&desk, &topics.items[1]),
        "工业投资66.15亿元，增长5.0%，低于年度目标（10%）5.0个百分点；总量完成年度目标（100亿元）的66.2%，"
        "滞后序时进度（75.0%）8.8个百分点。要实现总量目标，第四季度需完成33.85亿元，月均11.29亿元，为前9个月月均"
        "（7.35亿元）的1.5倍；要实现增速目标，需完成31.75亿元、增长22.2%以上。");
    ck_assert_ptr_eq(topic_told_with(&topics, &topics.items[0]), &topics.items[1]);
    ck_assert_ptr_null(topic_told_with(&topics, &topics.items[1]));
    scene_close(&scene);
}
END_TEST

START_TEST(none_of_what_is_counted_is_no_figure)
{
    static const struct region_file files[] = {
        NINE,
        {"indicators.csv", "id,name,unit,kind,decimals,total\nQY,上市企业,家,stock,0,given\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\nR,QY,value,>=,2,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,R,QY,0\n2019Q4,R,QY,0\n"},
        {NULL, NULL}};
    static const char *const sentences[][2] = {{"2019Q3", "上市企业尚无，距年度目标（2家）还差2家。"},
                                               {"2019Q4", "上市企业尚无，未完成年度目标（2家），差2家。"}};
    for (size_t i = 0; i < 2; i++) {
        struct desk desk = scene_open(&scene, files, sentences[i][0], "R");
        struct topics topics = topics_of(&desk, desk.region);
        ck_assert_str_eq(topic_paragraph(&desk, &topics.items[0]), sentences[i][1]);
        scene_close(&scene);
    }
}
END_TEST

/* What is counted once a year is no default of anybody's in September; at the year's end it is. */
START_TEST(what_is_known_by_years_is_told_in_one_sentence)
{
    static const struct region_file files[] = {
        NINE,
        {"indicators.csv", "id,name,unit,kind,total\nPP,驰名商标,个,stock,given\nQY,上市、挂牌企业,家,stock,given\n"
                           "TZ,工业投资,亿元,flow,given\n"},
        {"targets.csv",
         "area,indicator,measure,op,value,from,to\nR,PP,value,>=,7,2019,2019\nR,QY,value,>=,4,2019,2019\n"
         "R,TZ,value,>=,100,2019,2019\nA,PP,value,>=,2,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        {"data/a.csv",
         "period,area,indicator,value\n2018,R,PP,5\n2018,R,QY,3\n2018,A,PP,1\n2019Q3,R,TZ,80\n2019Q4,R,TZ,99\n"},
        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct lanes lanes = lanes_of(&desk);
    ck_assert_str_eq(area_annual(&desk), "以下2项为年度指标，年末评价：驰名商标；上市、挂牌企业");
    ck_assert_str_eq(lane_text(&desk, &lanes.items[0]), "驰名商标为年度指标，年末评价");
    ck_assert_str_eq(region_unreported(&desk), "");
    scene_close(&scene);
    desk = scene_open(&scene, files, "2019Q3", "A");
    ck_assert_str_eq(area_annual(&desk), "驰名商标为年度指标，年末评价");
    scene_close(&scene);
    desk = scene_open(&scene, files, "2019Q4", "R");
    ck_assert_str_eq(area_annual(&desk), "");
    ck_assert_str_eq(region_unreported(&desk), "截至10月18日未报数据的有甲县（驰名商标）");
    scene_close(&scene);
}
END_TEST

START_TEST(classes_add_up)
{
    static const struct region_file files[] = {OWN(FIGURES)};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct topics topics = topics_of(&desk, desk.region);
    /* The growth of 工业投资 is reached; four lag; what was due in 2018 is no longer in force. */
    ck_assert_str_eq(parts_count(&desk, &topics), "全市5项目标中，达到目标或序时进度的1项，低于目标或滞后序时的4项");
    scene_close(&scene);
}
END_TEST

START_TEST(a_letter_says_what_is_missing)
{
    static const struct region_file files[] = {OWN(FIGURES)};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    struct topics topics = topics_of(&desk, desk.region);
    static const char *const sentences[] = {
        ("工业投资69.30亿元，完成年度目标（100亿元）的69.3%，滞后序时进度（75.0%）5.7个百分点；第四季度需完成30."
         "70亿元，"
         "月均10.24亿元。"),
        "", "技改投资增长5.0%，年度目标为增长15%，低10.0个百分点；第四季度需完成13.50亿元、增长35.0%以上。"};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        ck_assert_str_eq(topic_reminder(&desk, &topics.items[i]), sentences[i]);
    scene_close(&scene);
}
END_TEST

Suite *lists_suite(void);

Suite *lists_suite(void)
{
    const TTest *const tests[] = {those_behind_are_named_with_their_gaps,
                                  a_list_ends_before_a_tie,
                                  who_has_not_reported_is_not_counted,
                                  totals_are_told_by_their_pace,
                                  counts_have_no_points,
                                  falls_that_are_asked_for,
                                  ties_in_places_are_said_together,
                                  groups_are_counted_as_they_are_called,
                                  problems_have_their_figures,
                                  what_is_still_to_come_is_told_by_how_hard_it_is,
                                  what_is_counted_is_held_against_what_was_done_before,
                                  the_settings_say_what_is_hard,
                                  a_growth_and_a_total_share_a_paragraph,
                                  none_of_what_is_counted_is_no_figure,
                                  what_is_known_by_years_is_told_in_one_sentence,
                                  classes_add_up,
                                  a_letter_says_what_is_missing};
    Suite *suite = suite_create("lists");
    TCase *lists = tcase_create("areas");
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(lists, tests[i]);
    suite_add_tcase(suite, lists);
    return suite;
}
