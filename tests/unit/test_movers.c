/* SPDX-License-Identifier: MIT */
/* What moved the region: pulls, the sentence and the waterfall, against figures worked out by hand. */
#include "compute/movers.h"
#include "scene.h"
#include "tables/movers_chart.h"
#include "words/movers_words.h"

#include <check.h>
#include <string.h>

Suite *movers_suite(void);

/* D is in no total. TZ: a sum; XM: counted one by one; ZJ: a rate; GB: given; LS: a loss. */
#define REGION                                                                                                         \
    {"areas.csv", "code,name,parent,in_total\nR,全市,,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\nD,开发区,R,否\n"},            \
        {"indicators.csv", "id,name,unit,kind,decimals,total\nTZ,投资,亿元,flow,2,\nXM,项目,个,flow,0,\n"       \
                           "ZJ,增加值,%,rate,1,\nGB,产值,亿元,flow,2,given\n"},                                        \
    {                                                                                                                  \
        "targets.csv", "area,indicator,measure,op,value,from,to\nR,TZ,yoy,>=,10,2019,2019\n"                           \
    }

#define WITH(data)                                                                                                     \
    REGION, {"data/a.csv", "period,area,indicator,value,yoy\n" data},                                                  \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

static struct scene scene;

static const struct topic *topic_of(const struct desk *desk, const char *id)
{
    static struct topic topic;
    for (size_t i = 0; i < desk->dataset->indicator_count; i++)
        if (!strcmp(desk->dataset->indicators[i].id, id))
            topic = topic_reference(desk, &desk->dataset->indicators[i], desk->region);
    return &topic;
}

/* Name, printed figure, where it is drawn, and the figures beside it. */
static const char *as_text(const struct desk *desk, const struct chart *chart)
{
    struct buffer out = {.arena = desk->arena};
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct chart_bar *bar = &chart->bars[i];
        buffer_format(&out, "%s%s%s %s %s..%s %s%s%s", i ? "\n" : "", bar->label, bar->own ? "*" : "", bar->value.text,
                      bar->from.number, bar->to.number, bar->base.number, strcmp(bar->above.number, "0") ? "+" : "",
                      bar->state == BAR_BEHIND ? " down" : "");
        for (size_t f = 0; f < chart->figure_count; f++)
            buffer_format(&out, "|%s", bar->figures[f].text);
    }
    return buffer_text(&out);
}

/* 200 a year before: 100, 60 and 40; now 224: 130 (+30), 62 (+2), 32 (-8). */
START_TEST(the_parts_add_up)
{
    static const struct region_file files[] = {
        WITH("2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,130,\n2019Q3,B,TZ,62,\n2019Q3,C,TZ,32,\n"
             "2018Q3,D,TZ,10,\n2019Q3,D,TZ,90,\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct topic *topic = topic_of(&desk, "TZ");
    ck_assert_str_eq(movers_text(&desk, topic), "前三季度，全市投资增长12.0%，甲县拉动15.0个百分点；丙县下降20.0%，下拉"
                                                "全市投资增速4.0个百分点");
    const struct chart *chart = chart_movers(&desk, topic);
    /* Contributions: 30, 2 and -8 of 24; shares of 224. Above 100 % a contribution stands in the table alone. */
    ck_assert_str_eq(as_text(&desk, chart), "甲县* +15.0 0..15 0+|30.0|58.0|125.0\n"
                                            "乙县 +1.0 15..16 15+|3.3|27.7|8.3\n"
                                            "丙县* −4.0 16..12 12+ down|−20.0|14.3|−33.3\n"
                                            "全市* +12.0 0..12 0+|12.0|100.0|100.0");
    ck_assert(chart->bars[3].closing);
    ck_assert_str_eq(chart->note,
                     "拉动为该地区增量占全市上年同期数的百分比，贡献率为占全市增量的百分比，图按未取整的数画"
                     "出。深色为拉动最多的1个单位，斜线为下拉。");
    scene_close(&scene);
}
END_TEST

/* 200 a year before, 3 areas with a third more each of 0.35 points: what is drawn isn't rounded. */
START_TEST(what_is_drawn_is_not_rounded)
{
    static const struct region_file files[] = {
        WITH("2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,100.7,\n2019Q3,B,TZ,60.7,\n"
             "2019Q3,C,TZ,40.7,\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct chart *chart = chart_movers(&desk, topic_of(&desk, "TZ"));
    /* 0.35 prints 0.4, three of them 1.2, the whole 1.05 prints 1.1. */
    ck_assert_str_eq(as_text(&desk, chart), "甲县* +0.4 0..0.35 0+|0.7|49.8|33.3\n"
                                            "乙县* +0.4 0.35..0.7 0.35+|1.2|30.0|33.3\n"
                                            "丙县 +0.4 0.7..1.05 0.7+|1.8|20.1|33.3\n"
                                            "全市* +1.1 0..1.05 0+|1.1|100.0|100.0");
    ck_assert_ptr_nonnull(strstr(chart->note, "各地相加与全市相差0.1是四舍五入所致"));
    ck_assert_str_eq(movers_text(&desk, topic_of(&desk, "TZ")),
                     "前三季度，全市投资增长1.1%，甲县、乙县合计拉动0.8个百分点，贡献率66.6%");
    scene_close(&scene);
}
END_TEST

/* 200 a year before: +10, -20 and -26; now 164. A bar that goes through 0 has a part above and one below. */
START_TEST(a_region_that_falls_names_who_pulled_down_first)
{
    static const struct region_file files[] = {WITH(
        "2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,110,\n2019Q3,B,TZ,40,\n2019Q3,C,TZ,14,\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct topic *topic = topic_of(&desk, "TZ");
    ck_assert_str_eq(
        movers_text(&desk, topic),
        "前三季度，全市投资下降18.0%，丙县（下降65.0%）、乙县（下降33.3%）合计下拉全市投资增速23.0个百分点；"
        "甲县拉动5.0个百分点");
    const struct chart *chart = chart_movers(&desk, topic);
    ck_assert_str_eq(as_text(&desk, chart), "甲县* +5.0 0..5 0+|10.0|67.1\n"
                                            "乙县* −10.0 5..-5 0+ down|−33.3|24.4\n"
                                            "丙县* −13.0 -5..-18 -5 down|−65.0|8.5\n"
                                            "全市* −18.0 0..-18 0 down|−18.0|100.0");
    ck_assert_str_eq(chart->bars[1].above.number, "5");
    ck_assert_str_eq(chart->bars[1].below.number, "-5");
    ck_assert_str_eq(chart->bars[2].below.number, "-13");
    ck_assert_str_eq(chart->title, "2019年前三季度投资增速由谁拉动");
    scene_close(&scene);
}
END_TEST

/* Half a point is too little to tell who made it: 201 of 200. */
START_TEST(of_little_growth_pulls_alone_are_told)
{
    static const struct region_file files[] = {WITH(
        "2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,110,\n2019Q3,B,TZ,55,\n2019Q3,C,TZ,36,\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct topic *topic = topic_of(&desk, "TZ");
    ck_assert_str_eq(movers_text(&desk, topic),
                     "前三季度，全市投资增长0.5%，甲县拉动5.0个百分点；乙县（下降8.3%）、丙县"
                     "（下降10.0%）合计下拉全市投资增速4.5个百分点");
    ck_assert_uint_eq(chart_movers(&desk, topic)->figure_count, 2);
    scene_close(&scene);
}
END_TEST

START_TEST(who_is_absent_is_named_and_nothing_is_closed)
{
    static const struct region_file files[] = {
        WITH("2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,130,\n2019Q3,B,TZ,62,\n")};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct topic *topic = topic_of(&desk, "TZ");
    ck_assert_str_eq(movers_text(&desk, topic), "前三季度，全市投资不含未报的丙县，甲县拉动15.0个百分点");
    const struct chart *chart = chart_movers(&desk, topic);
    ck_assert_str_eq(as_text(&desk, chart), "甲县* +15.0 0..15 0+|30.0\n乙县 +1.0 15..16 15+|3.3");
    ck_assert_ptr_nonnull(strstr(chart->note, "不含丙县，各地相加不是全市的增速"));
    scene_close(&scene);
}
END_TEST

/* Of a rate, of what is given or counted there are no parts; nor where the reported growth is another one. */
START_TEST(what_does_not_add_up_is_not_told)
{
    static const struct region_file files[] = {WITH(
        "2018Q3,A,TZ,100,\n2018Q3,B,TZ,60,\n2018Q3,C,TZ,40,\n2019Q3,A,TZ,130,\n2019Q3,B,TZ,62,\n2019Q3,C,TZ,32,\n"
        "2019Q3,R,TZ,224,11.8\n2018Q3,A,XM,10,\n2018Q3,B,XM,10,\n2018Q3,C,XM,10,\n2019Q3,A,XM,20,\n2019Q3,B,XM,10,\n"
        "2019Q3,C,XM,10,\n2019Q3,A,ZJ,8,\n2019Q3,B,ZJ,8,\n2019Q3,C,ZJ,8,\n2019Q3,R,ZJ,8,\n2018Q3,R,GB,100,\n"
        "2018Q3,A,GB,50,\n2018Q3,B,GB,50,\n2019Q3,R,GB,110,\n2019Q3,A,GB,55,\n2019Q3,B,GB,55,\n")};
    static const char *const ids[] = {"TZ", "XM", "ZJ", "GB"};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        ck_assert_str_eq(movers_text(&desk, topic_of(&desk, ids[i])), "");
        ck_assert_ptr_null(chart_movers(&desk, topic_of(&desk, ids[i])));
    }
    scene_close(&scene);
}
END_TEST

/* Twenty areas of 50: one more by 10, one by 9, … ten that rise; ten that fall by 1, …, 10. The eight that rise most
 * and the five that fall most stand alone; of the others two rise by 2 and 1, five fall by 1 to 5. */
START_TEST(of_many_areas_the_others_are_one)
{
    struct arena *arena = arena_new();
    struct buffer areas = {.arena = arena}, data = {.arena = arena};
    buffer_add(&areas, "code,name,parent\nR,全市,\n");
    buffer_add(&data, "period,area,indicator,value,yoy\n");
    for (int i = 0; i < 20; i++) {
        int change = i < 10 ? 10 - i : 9 - i;
        buffer_format(&areas, "A%02d,第%02d县,R\n", i, i);
        buffer_format(&data, "2018Q3,A%02d,TZ,50,\n2019Q3,A%02d,TZ,%d,\n", i, i, 50 + change);
    }
    const struct region_file files[] = {{"areas.csv", buffer_text(&areas)},
                                        {"indicators.csv", "id,name,unit,kind,decimals\nTZ,投资,亿元,flow,2\n"},
                                        {"targets.csv", "area,indicator,measure,op,value,from,to\n"},
                                        {"data/a.csv", buffer_text(&data)},
                                        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    const struct chart *chart = chart_movers(&desk, topic_of(&desk, "TZ"));
    ck_assert_uint_eq(chart->bar_count, 8 + 1 + 5 + 1);
    ck_assert_str_eq(chart->bars[0].label, "第00县");
    ck_assert_str_eq(chart->bars[0].value.text, "+1.0");
    ck_assert_str_eq(chart->bars[7].label, "第07县");
    ck_assert_str_eq(chart->bars[8].label, "其余7个");
    /* 2 + 1 - 15 of 1000 is -1.2 points; from 5.2 to 4.0. */
    ck_assert_str_eq(chart->bars[8].from.number, "5.2");
    ck_assert_str_eq(chart->bars[8].to.number, "4");
    ck_assert_str_eq(chart->bars[9].label, "第15县");
    ck_assert_str_eq(chart->bars[13].label, "第19县");
    ck_assert_str_eq(chart->bars[13].to.number, "0");
    ck_assert(chart->bars[14].closing);
    ck_assert_str_eq(chart->bars[14].value.text, "0.0");
    scene_close(&scene);
    arena_free(arena);
}
END_TEST

Suite *movers_suite(void)
{
    Suite *suite = suite_create("movers");
    TCase *cases = tcase_create("movers");
    tcase_add_test(cases, the_parts_add_up);
    tcase_add_test(cases, what_is_drawn_is_not_rounded);
    tcase_add_test(cases, a_region_that_falls_names_who_pulled_down_first);
    tcase_add_test(cases, of_little_growth_pulls_alone_are_told);
    tcase_add_test(cases, who_is_absent_is_named_and_nothing_is_closed);
    tcase_add_test(cases, what_does_not_add_up_is_not_told);
    tcase_add_test(cases, of_many_areas_the_others_are_one);
    suite_add_tcase(suite, cases);
    return suite;
}
