/* SPDX-License-Identifier: MIT */
/* Sentences by hand: each expected one is written out as a clerk would write it. */
#include "region.h"
#include "suites.h"
#include "tables/area_tables.h"
#include "tables/formula.h"
#include "template/compose.h"
#include "template/load.h"
#include "words/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct phrasing p;

static void set_up(void)
{
    arena = arena_new();
    struct findings *findings = arena_alloc(arena, sizeof *findings);
    findings->arena = arena;
    const struct wording *wording = wording_read("templates", NULL, arena, findings);
    ck_assert_ptr_nonnull(wording);
    ck_assert_uint_eq(findings->count, 0);
    p = (struct phrasing){wording, arena, ROUND_HALF_UP, number_integer(arena, 5)};
}

static void tear_down(void)
{
    arena_free(arena);
}

/* A printed figure as it is written. */
static struct shown fig(const char *text)
{
    const char *point = strchr(text, '.');
    return (struct shown){number_parse(arena, text), point ? (int)strlen(point + 1) : 0};
}

static const struct shown none = {NULL, 1};

/* ---- growth ---- */

START_TEST(growth_is_spoken)
{
    ck_assert_str_eq(phrase_growth(&p, fig("8.7"), ""), "增长8.7%");
    ck_assert_str_eq(phrase_growth(&p, fig("-3.2"), ""), "下降3.2%");
    ck_assert_str_eq(phrase_growth(&p, fig("0.0"), ""), "与上年同期持平");
    ck_assert_str_eq(phrase_growth(&p, fig("10.0"), SAY(&p, WORD_MARK_BELOW)), "增长10.0(−)%");
}
END_TEST

START_TEST(change_against_the_period_before)
{
    static const struct {
        const char *change, *now, *before, *text;
    } rows[] = {
        {"0.5", "10.4", "9.9", "比上半年加快0.5个百分点"},
        {"-1.5", "8.7", "10.2", "比上半年回落1.5个百分点"},
        {"0.0", "8.7", "8.7", "与上半年持平"},
        {"0.3", "-5.8", "-6.1", "降幅比上半年收窄0.3个百分点"},
        {"-2.3", "-5.2", "-2.9", "降幅比上半年扩大2.3个百分点"},
        {"0.0", "-5.2", "-5.2", "降幅与上半年持平"},
        {"-3.9", "-3.2", "0.7", "比上半年回落3.9个百分点"},
        {"1.9", "0.7", "-1.2", "比上半年提高1.9个百分点"},
        {"0.7", "0.7", "0.0", "比上半年提高0.7个百分点"},
        {"4.9", "14.9", "10.0", "比上半年加快4.9个百分点"},
        {"5.0", "15.0", "10.0", "比上半年大幅加快5.0个百分点"},
        {"-8.0", "-10.0", "-2.0", "降幅比上半年大幅扩大8.0个百分点"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(phrase_change(&p, fig(rows[i].change), fig(rows[i].now), fig(rows[i].before), "上半年"),
                         rows[i].text);
}
END_TEST

START_TEST(beside_another_area)
{
    ck_assert_str_eq(phrase_beside(&p, fig("0.8"), "全州", "个百分点", false), "高于全州0.8个百分点");
    ck_assert_str_eq(phrase_beside(&p, fig("-4.5"), "全州", "个百分点", false), "低于全州4.5个百分点");
    ck_assert_str_eq(phrase_beside(&p, fig("0.0"), "全州", "个百分点", true), "与全州持平");
    ck_assert_str_eq(phrase_beside(&p, fig("-1.5"), "全州", "个百分点", true), "降幅比全州大1.5个百分点");
    ck_assert_str_eq(phrase_points(&p, fig("1.7"), "上年同期"), "比上年同期提高1.7个百分点");
    ck_assert_str_eq(phrase_points(&p, fig("-0.2"), "上年同期"), "比上年同期降低0.2个百分点");
}
END_TEST

START_TEST(losses)
{
    struct loss loss = {FLAG_TURNED_PROFIT, "规模工业利润总额", "亿元", fig("0.38"), fig("-0.21"), none};
    ck_assert_str_eq(phrase_loss(&p, &loss), "规模工业利润总额0.38亿元，上年同期亏损0.21亿元，扭亏为盈，增加0.59亿元");
    loss = (struct loss){FLAG_TURNED_LOSS, "利润总额", "亿元", fig("-0.12"), fig("0.45"), none};
    ck_assert_str_eq(phrase_loss(&p, &loss), "利润总额亏损0.12亿元，上年同期为0.45亿元，由盈转亏，减少0.57亿元");
    loss = (struct loss){FLAG_TURNED_LOSS, "利润总额", "亿元", fig("-0.12"), none, none};
    ck_assert_str_eq(phrase_loss(&p, &loss), "利润总额亏损0.12亿元，由盈转亏");
    loss = (struct loss){FLAG_LOSS_NARROWED, "利润总额", "亿元", fig("-0.04"), fig("-0.09"), fig("0.05")};
    ck_assert_str_eq(phrase_loss(&p, &loss), "利润总额亏损0.04亿元，比上年同期减亏0.05亿元");
    loss.flag = FLAG_LOSS_SAME;
    ck_assert_str_eq(phrase_loss(&p, &loss), "利润总额亏损0.04亿元，与上年同期持平");
    loss.flag = FLAG_NONE;
    ck_assert_ptr_null(phrase_loss(&p, &loss));
}
END_TEST

/* ---- targets ---- */

START_TEST(against_a_growth_target)
{
    struct aim aim = {.label = "年度目标", .goal = "10%", .unit = "个百分点", .reached = true};
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.4")), "高于年度目标（10%）0.4个百分点");
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.0")), "达到年度目标（10%）");
    aim.reached = false;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("-1.3")), "低于年度目标（10%）1.3个百分点");
    /* compare=exact: 9.96 prints as 10.0, and has not reached 10 */
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.0")), "未达到年度目标（10%）");
    aim.final = true;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("-1.3")), "未完成年度目标（10%），低1.3个百分点");
    aim.reached = true;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.2")), "完成年度目标（10%），高0.2个百分点");
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.0")), "完成年度目标（10%）");
}
END_TEST

START_TEST(against_a_target_to_fall)
{
    struct aim aim = {
        .label = "年度目标", .goal = "下降2%以上", .unit = "个百分点", .at_most = true, .reached = true, .fall = true};
    ck_assert_str_eq(phrase_against(&p, &aim, fig("-1.1")), "降幅大于年度目标（下降2%以上）1.1个百分点");
    aim.reached = false;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("0.5")), "降幅小于年度目标（下降2%以上）0.5个百分点");
    aim.fall = false;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("3.4")), "高于年度目标（下降2%以上）3.4个百分点");
}
END_TEST

START_TEST(against_an_amount_at_year_end)
{
    struct aim aim = {
        .label = "年度目标", .goal = "100亿元", .unit = "亿元", .amount = true, .final = true, .reached = true};
    ck_assert_str_eq(phrase_against(&p, &aim, fig("5.40")), "完成年度目标（100亿元），超5.40亿元");
    aim.reached = false;
    ck_assert_str_eq(phrase_against(&p, &aim, fig("-1.92")), "未完成年度目标（100亿元），差1.92亿元");
}
END_TEST

static struct pace park(const char *actual, const char *due, const char *progress, bool on_pace)
{
    return (struct pace){.amount = arena_format(arena, "园区投资%s亿元", actual),
                         .actual = fig(actual),
                         .due = fig(due),
                         .progress = fig(progress),
                         .pace = fig("75.0"),
                         .unit = "亿元",
                         .on_pace = on_pace};
}

START_TEST(pace_by_percentages)
{
    struct aim aim = {.label = "年度目标", .goal = "20亿元"};
    struct pace pace = park("17.20", "15.00", "86.0", true);
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace),
                     "园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点");
    pace = park("15.00", "15.00", "75.0", true);
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace),
                     "园区投资15.00亿元，完成年度目标（20亿元）的75.0%，达到序时进度（75.0%）");
    pace = park("13.40", "15.00", "67.0", false);
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace),
                     "园区投资13.40亿元，完成年度目标（20亿元）的67.0%，滞后序时进度（75.0%）8.0个百分点");
    /* 14.99 of 20 prints as 75.0 % and is behind all the same: then by what is due. */
    pace = park("14.99", "15.00", "75.0", false);
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace),
                     "园区投资14.99亿元（年度目标20亿元），按序时应完成15.00亿元，差0.01亿元");
    pace = park("20.30", "15.00", "101.5", false);
    pace.done = true;
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace), "园区投资20.30亿元，完成年度目标（20亿元）的101.5%，提前完成");
}
END_TEST

START_TEST(pace_by_whole_units)
{
    struct aim aim = {.label = "年度目标", .goal = "3个"};
    struct pace pace = {.amount = "3000万元以上落地项目2个",
                        .actual = fig("2"),
                        .due = fig("2"),
                        .progress = fig("66.7"),
                        .pace = fig("75.0"),
                        .unit = "个",
                        .whole_units = true,
                        .on_pace = true};
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace), "3000万元以上落地项目2个（年度目标3个），按序时应完成2个，达到序时");
    pace.amount = "3000万元以上落地项目1个";
    pace.actual = fig("1");
    pace.on_pace = false;
    ck_assert_str_eq(phrase_pace(&p, &aim, &pace), "3000万元以上落地项目1个（年度目标3个），按序时应完成2个，差1个");
}
END_TEST

START_TEST(what_is_needed)
{
    struct need need = {.goal = "全年目标",
                        .rest = "第四季度",
                        .so_far = "前9个月",
                        .unit = "亿元",
                        .to_do = fig("6.02"),
                        .per_month = fig("2.01"),
                        .so_far_per_month = fig("1.51"),
                        .growth = fig("13.0")};
    ck_assert_str_eq(
        phrase_need(&p, &need),
        "要实现全年目标，第四季度需完成6.02亿元、增长13.0%以上，月均2.01亿元，为前9个月月均（1.51亿元）的1.3倍");
    need.growth = fig("-4.0");
    need.so_far_per_month = fig("0.00");
    ck_assert_str_eq(phrase_need(&p, &need),
                     "要实现全年目标，第四季度需完成6.02亿元、降幅控制在4.0%以内，月均2.01亿元，前9个月月均为0.00亿元");
    need.growth = none;
    need.no_mean = true;
    ck_assert_str_eq(phrase_need(&p, &need), "要实现全年目标，第四季度需完成6.02亿元");
}
END_TEST

/* ---- places and lists ---- */

START_TEST(places)
{
    struct place place = {.rank = 3, .of = 8, .members = 8, .previous = 4, .group = "县市"};
    ck_assert_str_eq(phrase_rank(&p, &place), "居8县市第3位，前移1位");
    place.previous = 1;
    ck_assert_str_eq(phrase_rank(&p, &place), "居8县市第3位，后移2位");
    place.previous = 3;
    place.tied = true;
    ck_assert_str_eq(phrase_rank(&p, &place), "居8县市并列第3位，位次持平");
    place.previous = 0;
    place.of = 7;
    ck_assert_str_eq(phrase_rank(&p, &place), "居有数据的7个县市并列第3位");
    ck_assert_str_eq(phrase_group(&p, 8, "重点县"), "8个重点县");
    ck_assert_str_eq(phrase_group(&p, 14, ""), "14个地区");
    ck_assert_str_eq(phrase_rank(&p, &(struct place){.rank = 0, .of = 7, .members = 8, .group = "县市"}), "");
}
END_TEST

START_TEST(first_and_last)
{
    static const struct listed areas[] = {{"泸溪县", "12.4%", 1, false}, {"永顺县", "11.1%", 2, false},
                                          {"吉首市", "10.4%", 3, true},  {"保靖县", "10.4%", 3, true},
                                          {"龙山县", "9.8%", 5, false},  {"古丈县", "下降0.3%", 6, false}};
    ck_assert_str_eq(phrase_first(&p, areas, 6, 2), "居前2位的是泸溪县（12.4%）、永顺县（11.1%）");
    /* Two share the third place: both would be too many, one unjust. */
    ck_assert_str_eq(phrase_first(&p, areas, 6, 3), "居前2位的是泸溪县（12.4%）、永顺县（11.1%）");
    ck_assert_str_eq(phrase_last(&p, areas, 6, 2, 2), "居后2位的是龙山县（9.8%）、古丈县（下降0.3%）");
    ck_assert_str_eq(phrase_last(&p, areas, 6, 1, 3), "居末位的是古丈县（下降0.3%）");
    /* Never more than half, and nobody of two. */
    ck_assert_str_eq(phrase_first(&p, areas, 3, 3), "居首位的是泸溪县（12.4%）");
    ck_assert_str_eq(phrase_first(&p, areas, 2, 3), "");
    ck_assert_str_eq(phrase_first(&p, areas, 6, 0), "");
}
END_TEST

START_TEST(sentences_close_once)
{
    ck_assert_str_eq(SENTENCE(&p, "甲", "", "乙", PHRASE_BREAK, "丙"), "甲，乙；丙。");
    ck_assert_str_eq(SENTENCE(&p, "甲", PHRASE_BREAK, ""), "甲。");
    ck_assert_str_eq(SENTENCE(&p, "", PHRASE_BREAK, "丙"), "丙。");
    ck_assert_str_eq(SENTENCE(&p, "", NULL), "");
}
END_TEST

/* ---- formulas ---- */

START_TEST(formulas_give_the_printed_figure)
{
    const struct cell row[] = {cell_number("13.56", "13.56"), cell_number("12.47", "12.47"), cell_number("8.7", "8.7")};
    const char *growth = "=ROUND(({0}-{1})/{1}*100,1)";
    ck_assert_str_eq(formula_cell(arena, row[2], growth, growth, row, 3).formula, growth);
    /* Reported otherwise than the levels say: the figure stays, without a formula. */
    ck_assert_ptr_null(formula_cell(arena, cell_number("8.9", "8.9"), growth, growth, row, 3).formula);
    /* (2.01 − 2) / 2 × 100 = 0.5: on a tie Excel's binary figures may fall on either side. */
    const struct cell tie[] = {cell_number("2.01", "2.01"), cell_number("2", "2"), cell_number("1", "1")};
    ck_assert_ptr_null(formula_value(arena, "=ROUND(({0}-{1})/{1}*100,0)", tie, 3));
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=MAX(0,ROUNDUP(ROUND({0}-{1},8),1))", tie, 3), 2),
                     "0.1");
    ck_assert_ptr_null(formula_value(arena, "={0}/({1}-{1})", tie, 3));
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=ROUNDDOWN({0}*9/12,1)", tie, 3), 2), "1.5");
    ck_assert_str_eq(number_plain(arena, formula_value(arena, "=ROUNDUP(-{0},1)", tie, 3), 2), "-2.1");
}
END_TEST

START_TEST(formulas_name_their_columns)
{
    static const struct formula_name names[] = {
        {.name = "actual", .column = 12},
        {.name = "goal", .column = 7},
        {.name = "far", .text = "ROUND({goal}+{tolerance},8)"},
        {.name = "tolerance", .text = "0.5"},
        {.name = "base", .column = FORMULA_NOTHING},
        {.name = "whole", .text = "{base}*2"},
    };
    const size_t count = sizeof names / sizeof *names;
    ck_assert_str_eq(formula_resolve(arena, "=ROUND({actual}-{goal},1)", names, count), "=ROUND({12}-{7},1)");
    ck_assert_str_eq(formula_resolve(arena, "=IF({actual}>{far},\"超过100%\",\"未超过\")", names, count),
                     "=IF({12}>ROUND({7}+0.5,8),\"超过100%\",\"未超过\")");
    ck_assert_str_eq(formula_resolve(arena, "=1+1", names, count), "=1+1");
    /* What the row hasn't, also where another name leads there. */
    ck_assert_ptr_null(formula_resolve(arena, "={base}+{goal}", names, count));
    ck_assert_ptr_null(formula_resolve(arena, "={goal}-{whole}", names, count));
}
END_TEST

START_TEST(formulas_give_the_printed_word)
{
    const struct cell row[] = {cell_number("8", "8"), cell_number("10", "10%"), cell_number("7.5", "7.5"), cell_empty(),
                               cell_text("滞后")};
    const char *rule = "=IF({0}=\"\",\"未报\",IF({0}>={1},\"完成\",IF({0}>={2},\"达到\",\"滞后\")))";
    ck_assert_str_eq(formula_text(arena, rule, row, 5), "达到");
    ck_assert_str_eq(formula_text(arena, "=IF({3}=\"\",\"未报\",IF({3}>=1,\"是\",\"否\"))", row, 5), "未报");
    ck_assert_str_eq(formula_text(arena, "=IF(AND({0}>{2},{0}<{1}),\"内\",\"外\")", row, 5), "内");
    ck_assert_ptr_null(formula_text(arena, "=IF({3}>=1,\"是\",\"否\")", row, 5));
    /* Another word is printed there: no formula. */
    ck_assert_ptr_null(formula_cell(arena, row[4], rule, rule, row, 5).formula);
    ck_assert_str_eq(formula_cell(arena, cell_text("达到"), rule, rule, row, 5).formula, rule);
    const int moved[] = {0, -1, 1};
    ck_assert_str_eq(formula_moved(arena, "=ROUND({0}-{2},1)", moved, 3), "=ROUND({0}-{1},1)");
    ck_assert_ptr_null(formula_moved(arena, "={1}", moved, 3));
}
END_TEST

/* ---- whole sentences out of a region ---- */

struct scene {
    struct region region;
    struct composer composer;
};

static struct desk scene_open(struct scene *scene, const struct region_file *files, const char *period,
                              const char *area)
{
    region_open(&scene->region, files, false);
    struct composer *c = &scene->composer;
    *c = (struct composer){.engine = scene->region.engine,
                           .dataset = scene->region.dataset,
                           .wording = p.wording,
                           .findings = &scene->region.findings,
                           .issued = {2019, 10, 18}};
    ck_assert(period_parse(period, &c->period));
    c->verdicts = verdicts_all(c->engine, c->period, &c->verdict_count);
    c->cards = scores_all(c->engine, c->period, &c->card_count);
    return desk_new(c, region_area(&scene->region, area), arena);
}

#define AREAS                                                                                                          \
    {                                                                                                                  \
        "areas.csv", "code,name,parent,group\nR,全州,,\nA,甲县,R,县市\nB,乙县,R,县市\nC,丙县,R,县市\n"   \
    }

static const struct region_file growth_files[] = {
    AREAS,
    {"indicators.csv",
     "id,name,unit,kind,total\nTZ,工业投资,亿元,flow,\nZJ,规模以上工业增加值,%,rate,\nYF,研发经费,万元,flow,\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to\n*,TZ,yoy,>=,10,2019,2019\n*,ZJ,yoy,>=,10,2019,2019\n"
                    "*,YF,value,>=,100,2019,2019\n"},
    {"settings.csv", "key,value\nreply_by,2019-10-20\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2018Q3,A,TZ,12.47,\n2018Q4,A,TZ,17.80,\n2019Q2,A,TZ,8.40,10.2\n2019Q3,A,TZ,13.56,8.7\n"
                   "2019Q3,B,TZ,5.00,9.0\n2019Q3,C,TZ,6.00,12.0\n2019Q2,B,TZ,3,8.0\n2019Q2,C,TZ,3,11.0\n"
                   "2019Q2,R,ZJ,9.3,\n2019Q3,R,ZJ,9.6,\n2019Q2,A,ZJ,9.9,\n2019Q3,A,ZJ,10.4,\n"
                   "2019Q2,B,ZJ,10.0,\n2019Q3,B,ZJ,10.2,\n2019Q2,C,ZJ,9.0,\n2019Q3,C,ZJ,9.1,\n"},
    {NULL, NULL}};

START_TEST(sentences_of_a_county)
{
    struct scene scene;
    struct desk desk = scene_open(&scene, growth_files, "2019Q3", "A");
    struct topics topics = topics_of(&desk, desk.area);
    ck_assert_uint_eq(topics.count, 3);
    ck_assert_str_eq(
        topic_sentence(&desk, &topics.items[0]),
        "工业投资13.56亿元，增长8.7%，低于年度目标（10%）1.3个百分点，比上半年回落1.5个百分点；居3县市第3位，"
        "后移1位。要实现全年目标，第四季度需完成6.03亿元、增长13.1%以上，月均2.01亿元，为前9个月月均"
        "（1.51亿元）的1.3倍。");
    ck_assert_str_eq(topic_sentence(&desk, &topics.items[1]),
                     "规模以上工业增加值增长10.4%，高于年度目标（10%）0.4个百分点，比上半年加快0.5个百分点，"
                     "高于全州0.8个百分点；居3县市第1位，前移1位。");
    ck_assert_str_eq(topic_sentence(&desk, &topics.items[2]),
                     "研发经费截至10月18日未收到数据，不作评价、不参加位次，请于10月20日前补报。");
    ck_assert_str_eq(topic_verdict(&desk, &topics.items[0]).text, "低于目标增速");
    ck_assert_str_eq(topic_verdict(&desk, &topics.items[2]).text, "未报");
    region_close(&scene.region);
}
END_TEST

START_TEST(exact_figures_are_marked)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind\nZJ,规上工业增加值,%,rate\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,ZJ,yoy,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\ncompare,exact\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,A,ZJ,9.96\n2019Q3,B,ZJ,10.04\n2019Q3,C,ZJ,10\n"},
        {NULL, NULL}};
    static const char *const texts[] = {"规上工业增加值增长10.0(−)%，未达到年度目标（10%）；居3县市第3位。",
                                        "规上工业增加值增长10.0(+)%，达到年度目标（10%）；居3县市第1位。",
                                        "规上工业增加值增长10.0%，达到年度目标（10%）；居3县市第2位。"};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "A");
    for (size_t i = 0; i < 3; i++) {
        struct topics topics = topics_of(&desk, desk.region->children[i]);
        ck_assert_uint_eq(topics.count, 1);
        ck_assert_str_eq(topic_sentence(&desk, &topics.items[0]), texts[i]);
    }
    region_close(&scene.region);
}
END_TEST

/* A template's own table has the mark too, and only behind the figure that is held against the target. */
START_TEST(exact_figures_are_marked_in_own_tables)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind,decimals\nTZ,工业投资,亿元,flow,1\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,TZ,value,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\ncompare,exact\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q4,A,TZ,9.96\n2019Q4,B,TZ,10.04\n2019Q4,C,TZ,10\n"
                       "2018Q4,A,TZ,10\n2018Q4,B,TZ,10\n2018Q4,C,TZ,10\n"},
        {NULL, NULL}};
    static const char *const texts[] = {"甲县", "10.0(−)", "-0.4", "乙县", "10.0(+)", "0.4", "丙县", "10.0", "0.0"};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q4", "R");
    const struct lane_column *const columns[] = {lane_column_find("累计"), lane_column_find("增速")};
    const struct table *table = table_own(&desk, areas_below(&desk), lanes_of(&desk), columns, 2, NULL);
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(table->row_count * table->column_count, 9);
    for (size_t i = 0; i < 9; i++)
        ck_assert_str_eq(table->cells[i].text, texts[i]);
    region_close(&scene.region);
}
END_TEST

/* A county's documents name no other county. */
static void assert_silent(const struct document *document, const char *name)
{
    for (size_t s = 0; s < document->section_count; s++)
        for (size_t b = 0; b < document->sections[s].block_count; b++) {
            const struct block *block = &document->sections[s].blocks[b];
            if (block->text)
                ck_assert_msg(!strstr(block->text, name), "%s", block->text);
            const struct table *t = block->table;
            for (size_t c = 0; t && c < t->row_count * t->column_count; c++)
                ck_assert_msg(!strstr(t->cells[c].text, name), "%s", t->cells[c].text);
        }
}

START_TEST(a_county_reads_of_itself_only)
{
    struct scene scene;
    struct desk desk = scene_open(&scene, growth_files, "2019Q3", "A");
    const struct product *product = products;
    scene.composer.templates = templates_read("templates", scene.region.dataset, arena, &scene.region.findings);
    for (; product->name; product++) {
        const struct area *area = product->each_area ? desk.area : desk.region;
        const struct document *document =
            product_compose(product, &scene.composer, area, arena, &scene.region.findings);
        ck_assert_uint_gt(document->section_count, 0);
        if (product->each_area)
            assert_silent(document, "乙县");
    }
    ck_assert_int_ge(product - products, 5);
    ck_assert_uint_eq(scene.region.findings.by_severity[SEVERITY_ERROR], 0);
    region_close(&scene.region);
}
END_TEST

/* ---- wording of a region's own ---- */

START_TEST(own_wording_goes_over)
{
    char folder[] = "/tmp/tongbao-unit.XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const char *path = arena_format(arena, "%s/wording.csv", folder);
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    fputs("键,文字\ngrowth_up,上升{值}%\nno_such,甲\ngrowth_down,下滑{数}%\ngrowth_flat,持平\ngrowth_flat,不变\n"
          "strong,大{幅\n",
          out);
    ck_assert_int_eq(fclose(out), 0);
    struct findings findings = {.arena = arena};
    p.wording = wording_read("templates", folder, arena, &findings);
    unlink(path);
    rmdir(folder);
    ck_assert_ptr_nonnull(p.wording);
    ck_assert_str_eq(phrase_growth(&p, fig("8.7"), ""), "上升8.7%");
    /* A faulty phrase is refused, and the program's own stands. */
    ck_assert_str_eq(phrase_growth(&p, fig("-8.7"), ""), "下降8.7%");
    ck_assert_str_eq(phrase_growth(&p, fig("0.0"), ""), "持平");
    static const struct {
        enum rule rule;
        int line;
    } expected[] = {{RULE_WORDING_KEY, 3}, {RULE_WORDING_PLACE, 4}, {RULE_WORDING_TWICE, 6}, {RULE_WORDING_BRACE, 7}};
    ck_assert_uint_eq(findings.count, 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(findings.items[i].rule, expected[i].rule);
        ck_assert_int_eq(findings.items[i].where.line, expected[i].line);
        ck_assert_str_eq(findings.items[i].where.file, "wording.csv");
    }
}
END_TEST

Suite *compose_suite(void);

Suite *compose_suite(void)
{
    const TTest *const tests[] = {growth_is_spoken,
                                  change_against_the_period_before,
                                  beside_another_area,
                                  losses,
                                  against_a_growth_target,
                                  against_a_target_to_fall,
                                  against_an_amount_at_year_end,
                                  pace_by_percentages,
                                  pace_by_whole_units,
                                  what_is_needed,
                                  places,
                                  first_and_last,
                                  sentences_close_once,
                                  formulas_give_the_printed_figure,
                                  formulas_name_their_columns,
                                  formulas_give_the_printed_word,
                                  sentences_of_a_county,
                                  exact_figures_are_marked,
                                  exact_figures_are_marked_in_own_tables,
                                  a_county_reads_of_itself_only,
                                  own_wording_goes_over};
    Suite *suite = suite_create("compose");
    TCase *tcase = tcase_create("compose");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        tcase_add_test(tcase, tests[i]);
    suite_add_tcase(suite, tcase);
    return suite;
}
