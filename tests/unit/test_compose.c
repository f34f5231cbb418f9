/* SPDX-License-Identifier: MIT */
/* Whole sentences and documents out of a region, and a region's own wording. The expected sentences are written out as
 * a clerk would write them; the clauses they are made of have test_sentences.c. */
#include "scene.h"
#include "suites.h"
#include "template/compose.h"
#include "template/load.h"
#include "words/goal.h"
#include "words/sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

/* ---- whole sentences out of a region ---- */

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
        "比上半年后移1位。要实现全年目标，第四季度需完成6.03亿元、增长13.1%以上，月均2.01亿元，为前9个月月均"
        "（1.51亿元）的1.3倍。");
    ck_assert_str_eq(topic_sentence(&desk, &topics.items[1]),
                     "规模以上工业增加值增长10.4%，高于年度目标（10%）0.4个百分点，比上半年加快0.5个百分点，"
                     "高于全州0.8个百分点；居3县市第1位，比上半年前移1位。");
    ck_assert_str_eq(topic_sentence(&desk, &topics.items[2]),
                     "研发经费截至10月18日未收到数据，暂不评价，不参加位次，请于10月20日前补报。");
    ck_assert_str_eq(topic_verdict(&desk, &topics.items[0]).text, "低于目标增速");
    ck_assert_str_eq(topic_verdict(&desk, &topics.items[2]).text, "未报");
    scene_close(&scene);
}
END_TEST

static const struct region_file sorted_files[] = {
    AREAS,
    {"indicators.csv", "id,name,unit,kind,decimals\nTZ,工业投资,亿元,flow,2\nYQ,园区投资,亿元,flow,2\n"
                       "ZB,制造业占比,%,ratio,1\nQY,规模工业企业数,户,stock,0\nSG,三供一业移交,个,stock,0\n"
                       "NH,能耗总量,万吨,flow,1\nCZ,产值,亿元,flow,2\nYD,用电量,亿千瓦时,flow,2\n"
                       "YF,研发经费,亿元,flow,2\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to\nA,TZ,rank,<=,2,2019,2019\nA,YQ,value,>=,20,2019,2019\n"
                    "A,ZB,value,>=,68,2019,2019\nA,QY,value,>=,360,,-2020\nA,SG,,done,,2019,2019\n"
                    "B,SG,,done,,2019,2019\nA,NH,value,external,,2019,2019\nB,NH,value,external,,2019,2019\n"
                    "A,CZ,yoy,>=,10,2019,2019\nR,YF,yoy,>=,10,2019,2019\n"},
    {"data/a.csv", "period,area,indicator,value\n2018Q3,A,TZ,10\n2018Q3,B,TZ,10\n2018Q3,C,TZ,10\n"
                   "2019Q3,A,TZ,11\n2019Q3,B,TZ,12\n2019Q3,C,TZ,13\n2019Q3,A,YQ,17.2\n"
                   "2018Q3,A,ZB,67.5\n2019Q3,A,ZB,69.2\n2019Q3,B,ZB,60\n2019Q3,C,ZB,50\n2019Q3,A,QY,333\n"
                   "2019Q3,A,SG,1\n2019Q3,B,SG,0\n2019Q4,B,SG,0\n2019Q3,A,NH,82.3\n2019Q3,A,CZ,5\n"
                   "2018Q3,A,YD,3\n2019Q3,A,YD,3.3\n2018Q3,A,YF,1\n2018Q3,B,YF,2\n2018Q3,C,YF,3\n"
                   "2019Q3,A,YF,1\n2019Q3,B,YF,2\n"},
    {NULL, NULL}};

/* The sentence that the area's topic of the indicator comes to. */
static const char *sentence_of(const struct desk *desk, const struct scene *scene, const char *area, const char *id)
{
    struct topics topics = topics_of(desk, region_area(&scene->region, area));
    for (size_t i = 0; i < topics.count; i++)
        if (!strcmp(topics.items[i].indicator->id, id))
            return topic_sentence(desk, &topics.items[i]);
    ck_abort_msg("no topic %s of %s", id, area);
}

START_TEST(every_sort_of_target_has_its_sentence)
{
    static const struct {
        const char *area, *indicator, *text;
    } rows[] = {
        {"A", "TZ", "工业投资增速居3县市第3位，距前2位目标还差1位。"},
        {"A", "YQ", "园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点。"},
        {"A", "ZB", "制造业占比69.2%，比上年同期提高1.7个百分点，高于年度目标（68%）1.2个百分点；居3县市第1位。"},
        {"A", "QY", "规模工业企业数333户，距2020年目标（360户）还差27户。"},
        {"A", "SG", "三供一业移交已完成。"},
        {"B", "SG", "三供一业移交尚未完成，期限2019年底。"},
        {"A", "NH", "能耗总量82.3万吨；目标由上级下达，下达后再作评价。"},
        {"B", "NH", "能耗总量截至10月18日未收到数据，暂不评价，不参加位次。"},
        {"A", "CZ", "产值5.00亿元，缺上年同期数，不计算增速，年度目标（10%）暂不评价。"},
        {"A", "YD", "用电量3.30亿千瓦时，增长10.0%。"},
        {"R", "YF", "研发经费3.00亿元（不含未报的丙县），因丙县未报，暂不评价。"},
    };
    struct scene scene;
    struct desk desk = scene_open(&scene, sorted_files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(sentence_of(&desk, &scene, rows[i].area, rows[i].indicator), rows[i].text);
    scene_close(&scene);
    desk = scene_open(&scene, sorted_files, "2019Q4", "R");
    ck_assert_str_eq(sentence_of(&desk, &scene, "B", "SG"), "三供一业移交未按期完成（期限2019年底）。");
    scene_close(&scene);
}
END_TEST

/* Deadlines within a year, flows before the year of theirs, averages over years, ranges, comparisons, words. */
static const struct region_file termed_files[] = {
    AREAS,
    {"indicators.csv", "id,name,unit,kind,decimals\nTZ,工业投资,亿元,flow,2\nJG,技改投资,亿元,flow,2\n"
                       "ZB,制造业占比,%,ratio,1\nQY,规模工业企业数,户,stock,0\nXZ,新增企业,户,flow,0\n"
                       "NH,能耗总量,万吨,flow,1\nYD,用电量,亿千瓦时,flow,2\nFZ,负债,亿元,stock,0\n"},
    {"targets.csv", "area,indicator,measure,op,value,stretch,from,to\n"
                    "A,TZ,value,>=,100,,,-2020\nA,JG,value,>=,60,,,-2020\nA,ZB,value,>=,68—70,,2019,2019\n"
                    "A,QY,value,>=,330,,,2019年二季度末前\nA,XZ,value,>=,4,,2019,2019\n"
                    "A,NH,value,定性,,,2019,2019\nA,YD,yoy,对比,parent,,2019,2019\nB,XZ,mean,>=,3,,2018,2020\n"
                    "B,QY,value,提高,2017,,2019,2019\nB,ZB,value,>=,,62,2019,2019\nC,FZ,value,<=,parent,,2019,2019\n"
                    "B,NH,value,定性,,,2019,2019\n"},
    {"data/a.csv", "period,area,indicator,value\n2018Q4,A,TZ,90\n2019Q3,A,TZ,80\n2019Q3,A,JG,20\n"
                   "2019Q3,A,ZB,68.5\n2019Q2,A,QY,340\n2019Q3,A,QY,320\n2018Q3,A,YD,10\n2019Q3,A,YD,12\n"
                   "2018Q3,B,YD,10\n2019Q3,B,YD,10\n2018Q3,C,YD,10\n2019Q3,C,YD,10\n2019Q3,A,NH,5\n"
                   "2018Q4,B,XZ,4\n2019Q3,B,XZ,1\n2017Q4,B,QY,50\n2019Q3,B,QY,52\n2019Q3,B,ZB,61\n"
                   "2019Q3,C,FZ,7\n2019Q3,A,FZ,7\n"},
    {NULL, NULL}};

START_TEST(terms_are_told_by_their_periods)
{
    static const struct {
        const char *area, *indicator, *text;
    } rows[] = {
        {"A", "TZ", "工业投资2018年90.00亿元，距2020年目标（100亿元）还差10.00亿元；今年前三季度80.00亿元。"},
        {"A", "JG", "技改投资20.00亿元，2018年的数暂缺，2020年目标（60亿元）暂不评价。"},
        {"A", "ZB", "制造业占比68.5%，在年度目标（68%—70%）范围内；在已报的2个县市中居第1位。"},
        {"A", "QY", "2019年6月末规模工业企业数340户，完成2019年上半年目标（330户），超10户。"},
        {"A", "NH", "能耗总量5.0万吨；定性目标，不作量化评价。"},
        {"B", "NH", "能耗总量，定性目标，不作量化评价。"},
        {"A", "YD",
         "用电量12.00亿千瓦时，增长20.0%，高于全州（6.7%）13.3个百分点，拉动全州用电量增长6.7个百分点；居3县市第1位。"},
        {"B", "XZ",
         "新增企业1户；2018年以来年均新增企业2.9户，低于2018—2020年年均目标（3户）0.1户。"}, /* 5 / (21/12) */
        {"B", "QY", "规模工业企业数52户，比2017年增加2户，达到“高于2017年”的目标。"},
        {"B", "ZB", "制造业占比61.0%，低于年度力争目标（62%）1.0个百分点；在已报的2个县市中居第2位。"},
        {"C", "FZ", "负债7亿元，全州数合计不全，暂不评价。"},
    };
    struct scene scene;
    struct desk desk = scene_open(&scene, termed_files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(sentence_of(&desk, &scene, rows[i].area, rows[i].indicator), rows[i].text);
    /* Of 甲县's seven rows five are targets: no comparison, and nothing that is only said in words. */
    struct topics topics = topics_of(&desk, region_area(&scene.region, "A"));
    ck_assert_uint_eq(topics_counted(&topics), 5);
    scene_close(&scene);
}
END_TEST

START_TEST(exact_figures_are_spoken_without_marks)
{
    static const struct region_file files[] = {
        AREAS,
        {"indicators.csv", "id,name,unit,kind\nZJ,规上工业增加值,%,rate\n"},
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,ZJ,yoy,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\ncompare,exact\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,A,ZJ,9.96\n2019Q3,B,ZJ,10.04\n2019Q3,C,ZJ,10\n"},
        {NULL, NULL}};
    static const char *const texts[] = {"规上工业增加值增长10.0%，按未修约数略低于年度目标（10%）；居3县市第3位。",
                                        "规上工业增加值增长10.0%，达到年度目标（10%）；居3县市第1位。",
                                        "规上工业增加值增长10.0%，达到年度目标（10%）；居3县市第2位。"};
    struct scene scene;
    struct desk desk = scene_open(&scene, files, "2019Q3", "A");
    for (size_t i = 0; i < 3; i++) {
        struct topics topics = topics_of(&desk, desk.region->children[i]);
        ck_assert_uint_eq(topics.count, 1);
        ck_assert_str_eq(topic_sentence(&desk, &topics.items[0]), texts[i]);
    }
    scene_close(&scene);
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
    scene.composer.templates = templates_read(&(struct own_templates){.folder = "templates"}, scene.region.dataset,
                                              arena, &scene.region.findings, &(struct files_read){0});
    for (; product->name; product++) {
        const struct area *area = product->each_area ? desk.area : desk.region;
        const struct document *document =
            product_compose(product, NULL, &scene.composer, area, arena, &scene.region.findings);
        ck_assert_uint_gt(document->section_count, 0);
        if (product->each_area)
            assert_silent(document, "乙县");
    }
    ck_assert_int_ge(product - products, 5);
    ck_assert_uint_eq(scene.region.findings.by_severity[SEVERITY_ERROR], 0);
    scene_close(&scene);
}
END_TEST

/* A town without targets has reached none, whatever its county is to reach. */
START_TEST(a_title_speaks_of_targets_where_there_are_some)
{
    static const struct region_file files[] = {
        {"areas.csv", "code,name,parent,group\nR,全县,,\nA,甲镇,R,乡镇\nB,乙镇,R,乡镇\n"},
        {"indicators.csv", "id,name,unit,kind,total\nZJ,工业投资,%,rate,given\n"},
        {"targets.csv",
         "area,indicator,measure,op,value,from,to\nR,ZJ,yoy,>=,10,2019,2019\nB,ZJ,yoy,>=,10,2019,2019\n"},
        {"settings.csv", "key,value\n"},
        {"data/a.csv", "period,area,indicator,value\n2019Q3,R,ZJ,11\n2019Q3,A,ZJ,12\n2019Q3,B,ZJ,9\n"},
        {NULL, NULL}};
    static const char *const titles[][2] = {{"A", "甲镇2019年前三季度工业经济运行情况"},
                                            {"B", "乙镇2019年前三季度工业经济目标完成情况"}};
    for (size_t i = 0; i < 2; i++) {
        struct scene scene;
        struct desk desk = scene_open(&scene, files, "2019Q3", titles[i][0]);
        const struct product *product = products;
        scene.composer.templates = templates_read(&(struct own_templates){.folder = "templates"}, scene.region.dataset,
                                                  arena, &scene.region.findings, &(struct files_read){0});
        while (!product->each_area)
            product++;
        ck_assert_str_eq(
            product_compose(product, NULL, &scene.composer, desk.area, arena, &scene.region.findings)->title,
            titles[i][1]);
        scene_close(&scene);
    }
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
    const struct wording *wording =
        wording_read(&(struct own_templates){.folder = "templates"}, folder, arena, &findings, &(struct files_read){0});
    unlink(path);
    rmdir(folder);
    ck_assert_ptr_nonnull(wording);
    const struct phrasing p = {wording, arena, ROUND_HALF_UP};
    ck_assert_str_eq(FILL(&p, WORD_GROWTH_UP, "值", "8.7"), "上升8.7%");
    /* A faulty phrase is refused, and the program's own stands. */
    ck_assert_str_eq(FILL(&p, WORD_GROWTH_DOWN, "值", "8.7"), "下降8.7%");
    ck_assert_str_eq(FILL(&p, WORD_GROWTH_FLAT, "期", "上年同期"), "持平");
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
    const TTest *const tests[] = {sentences_of_a_county,
                                  every_sort_of_target_has_its_sentence,
                                  terms_are_told_by_their_periods,
                                  exact_figures_are_spoken_without_marks,
                                  a_title_speaks_of_targets_where_there_are_some,
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
