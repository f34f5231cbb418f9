/* SPDX-License-Identifier: MIT */
/* A ledger by months, cell by cell: in data/ledger.csv, by office, struck off; and the table of targets it goes back
 * to. Every figure is worked out by hand. */
#include "publish/data.h"
#include "scene.h"
#include "tables/area_tables.h"
#include "tables/book_tables.h"

#include <check.h>

Suite *ledger_tables_suite(void);

/* To May 5/12 of the year are gone: of 120 50 are due, of 12 projects 5. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nA,甲县,R\nB,乙县,R\n"},
    {"indicators.csv",
     "id,name,unit,kind,decimals,total\nCZ,产值,亿元,flow,2,\nZJ,增加值,%,rate,1,\nXM,项目,个,flow,0,none\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to,owner,clause,source\n"
                    "R,ZJ,yoy,>=,8,2019,2019,市府办,第一条,测〔2019〕1号\n"
                    "A,CZ,value,>=,120,2019,2019,发改局,第三条,测〔2019〕1号\nB,CZ,value,>=,120,2019,2019,发改局,,\n"
                    "A,ZJ,yoy,>=,8,2019,2019,统计局,,\nB,ZJ,yoy,>=,8,2019,2019,,,\n"
                    "B,XM,value,>=,12,2019,2019,招商局,,\n"},
    {"data/a.csv", "period,area,indicator,value\n"
                   "2019-02,A,CZ,20\n2019-03,A,CZ,28\n2019-04,A,CZ,37\n2019-05,A,CZ,45\n"
                   "2019-02,B,CZ,20\n2019-03,B,CZ,30\n2019-04,B,CZ,36\n2019-05,B,CZ,52\n"
                   "2019-02,A,ZJ,7\n2019-03,A,ZJ,8.2\n2019-04,A,ZJ,7.5\n2019-05,A,ZJ,5.3\n"
                   "2019-02,B,ZJ,8.1\n2019-03,B,ZJ,8.1\n2019-04,B,ZJ,8.1\n2019-05,B,ZJ,8\n2019-05,R,ZJ,8.5\n"
                   "2019-02,B,XM,2\n2019-03,B,XM,2\n2019-04,B,XM,3\n2019-05,B,XM,3\n"},
    {NULL, NULL},
};

static struct scene scene;
static struct desk desk;

static void set_up(void)
{
    desk = scene_open(&scene, files, "2019-05", "R");
}

static void tear_down(void)
{
    scene_close(&scene);
}

/* A line for the heads, one for each row. */
static const char *as_text(const struct table *table)
{
    struct buffer out = {.arena = desk.arena};
    for (size_t c = 0; c < table->column_count; c++)
        buffer_format(&out, "%s%s", c ? "|" : "", table->columns[c].header[0]);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        buffer_format(&out, "%s%s", i % table->column_count ? "|" : "\n", table->cells[i].text);
    return buffer_text(&out);
}

START_TEST(the_file_has_every_cell)
{
    struct buffer out = {.arena = desk.arena};
    data_ledger(desk.engine, desk.period, &out);
    ck_assert_str_eq(buffer_text(&out),
                     "\xEF\xBB\xBFperiod,area,indicator,measure,to,state,verdict,target,actual,gap,severity,to_do,"
                     "times,periods,since,"
                     "owner,clause,source\n"
                     /* Behind since March (28 of 30): 5 of 50; 75 in 7 months is 10.72 rounded up, 1.2 times 45/5. */
                     "2019-05,A,CZ,value,,open,behind,120,45,-75,10,75,1.2,3,2019-03,发改局,第三条,测〔2019〕1号\n"
                     /* 2.7/108; in March it was reached. */
                     "2019-05,A,ZJ,yoy,,open,missed,8,5.3,-2.7,2.5,,,2,2019-04,统计局,,\n"
                     /* Of so few there is no share, and no monthly mean. */
                     "2019-05,B,XM,value,,open,behind,12,3,-9,,9,,3,2019-03,招商局,,\n"
                     /* 36 of 40 in April, 52 of 50 now; 68 in 7 months is 9.72, 0.9 times 10.4. */
                     "2019-05,B,CZ,value,,cleared,on_pace,120,52,-68,,68,0.9,1,2019-04,发改局,,\n");
}
END_TEST

START_TEST(offices_have_theirs_together)
{
    /* 37.5 % of the year's amount against 41.7 % of the year; 3 of 5 that are due. */
    ck_assert_str_eq(as_text(table_ledger_owners(&desk)),
                     "责任单位|地区|指标|目标|实际完成|差距|欠幅|还需完成|倍数|连续期数\n"
                     "发改局|甲县|产值|120亿元|45.00亿元|-4.2个百分点|10.0%|75.00亿元|1.2|3\n"
                     "统计局|甲县|增加值|8%|5.3%|-2.7个百分点|2.5%|||2\n"
                     "招商局|乙县|项目|12个|3个|-2个||9个||3");
}
END_TEST

START_TEST(what_is_struck_off_says_since_when)
{
    ck_assert_str_eq(as_text(table_ledger_cleared(&desk)), "地区|指标|目标|实际完成|判定|起始时期|连续期数|责任单位\n"
                                                           "乙县|产值|120亿元|52.00亿元|达到序时|2019年1—4月|1|发改局");
}
END_TEST

START_TEST(targets_are_broken_down)
{
    struct document document = {.sections = NULL};
    struct builder *builder = builder_new(desk.arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    tables_breakdown(&desk, builder);
    builder_finish(builder, &document);
    ck_assert_uint_eq(document.sections[0].block_count, 2);
    ck_assert_str_eq(as_text(document.sections[0].blocks[0].table),
                     "序号|指标|单位|目标|期限|依据|条款|责任单位\n1|增加值|%|8%|2019年|测〔2019〕1号|第一条|市府办");
    ck_assert_str_eq(as_text(document.sections[0].blocks[1].table),
                     "地区|产值（亿元）|增加值（%）|项目（个）\n全市|-|8%|-\n甲县|120|8%|-\n乙县|120|8%|12");
}
END_TEST

Suite *ledger_tables_suite(void)
{
    Suite *suite = suite_create("ledger tables");
    TCase *cases = tcase_create("ledger tables");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_file_has_every_cell);
    tcase_add_test(cases, offices_have_theirs_together);
    tcase_add_test(cases, what_is_struck_off_says_since_when);
    tcase_add_test(cases, targets_are_broken_down);
    suite_add_tcase(suite, cases);
    return suite;
}
