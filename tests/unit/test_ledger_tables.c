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

/* A line for the heads, one for each row and each band. */
static const char *as_text(const struct table *table)
{
    struct buffer out = {.arena = desk.arena};
    for (size_t c = 0; c < table->column_count; c++)
        buffer_format(&out, "%s%s", c ? "|" : "", table->columns[c].header[0]);
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const struct table_band *band = i % table->column_count ? NULL : table_band_at(table, i / table->column_count);
        if (band)
            buffer_format(&out, "\n%s", band->text);
        buffer_format(&out, "%s%s", i % table->column_count ? "|" : "\n", table->cells[i].text);
    }
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

/* Before half-year nothing is foreseen. */
START_TEST(the_list_has_bands)
{
    const struct table *table = table_ledger(&desk, 0);
    ck_assert_str_eq(as_text(table),
                     "序号|地区|指标|全年目标|增速或完成数|差距|欠幅%|6—12月还需|月均倍数|连续期数|责任单位\n"
                     "（一）按增速和总量考核（差距为百分点：增速与目标相比，总量完成进度与序时进度41.7%相比）\n"
                     "1|甲县|产值（亿元）|120|45.00|−4.2|10.0|75.00|1.2|3|发改局\n"
                     "2|甲县|增加值|8%|5.3%|−2.7|2.5|—|—|2|统计局\n"
                     "（二）按个数考核（差距为与按序时应完成数相差的个数；不计欠幅和倍数）\n"
                     "3|乙县|项目|12|3|−2||9|—|3|招商局");
    ck_assert_uint_eq(table->note_count, 1);
    ck_assert_str_eq(
        table->notes[0],
        "共3项，按欠幅由大到小排列；欠幅为比本期应达到水平（累计目标为按序时应完成数，增速为按目标增速应达到的"
        "总量）少的百分比。连续期数自2019年1—2月起算，1为本期新出现。月均倍数为6—12月月均需完成数与前5个月月均"
        "之比。");
    ck_assert(table->form == TABLE_LIST);
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

/* 甲县: a fall asked for; a level; an amount until the year's end; what wasn't reported, which 丙县 is annually; a
 * milestone; a place. 乙县 has a long name and an office of its own. */
static const struct region_file all_sorts[] = {
    {"areas.csv", "code,name,alias,parent,recipient\nR,全市,,,\nA,甲县,,R,甲县人民政府\n"
                  "B,乙高新技术产业开发区,乙高新区;乙区,R,乙高新技术产业开发区管理委员会\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better\nNH,能耗,%,rate,1,lower\nYD,用地,亩,stock,0,\n"
                       "CZ,产值,亿元,flow,2,\nYF,研发,万元,flow,0,\nXM,项目,个,flow,0,\nLC,里程碑,个,stock,0,\n"
                       "TZ,投资,亿元,flow,2,\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to,source\nA,NH,yoy,<=,-2,2019,2019,\n"
                    "A,YD,value,>=,3000,2019,2019,\nA,TZ,yoy,>=,15,2019,2019,\nB,CZ,value,>=,100,2019,2019,\n"
                    "B,YF,value,>=,100,2019,2019,\nB,XM,value,>=,4,2019,2019,\nA,LC,,done,,,-2018,\n"
                    "A,TZ,rank,<=,1,2019,2019,\nR,TZ,value,>=,300,2019,2019,\n"},
    {"settings.csv", "key,value\nissuer,全市工业强市建设领导小组办公室\ndoc_number,市工强办〔2019〕3号\n"},
    {"data/a.csv", "period,area,indicator,value\n2019Q3,A,NH,1.4\n2018Q3,A,YD,2700\n2018Q4,A,YD,2751\n"
                   "2019Q3,A,YD,2918\n2019Q3,B,CZ,60\n2019Q3,B,XM,1\n2018Q4,A,LC,0\n2019Q3,A,LC,0\n"
                   "2018Q3,A,TZ,100\n2018Q4,A,TZ,150\n2019Q3,A,TZ,110\n2018Q3,B,TZ,50\n2018Q4,B,TZ,80\n"
                   "2019Q3,B,TZ,60\n"},
    {NULL, NULL},
};

/* CZ: 60 of 75 due is a fifth short; 40 in three months is 13.34, twice 6.67. TZ of the region: 170 of 225, 24.4 %
 * short; 130 is 43.34 a month, 2.3 times 18.89. NH: 3.4 of 101.4. 甲县's TZ: 172.5 less 110 is 62.50, 25.0 % more than
 * 50; it has grown by 10, 5 of 115 short. YD: 82 of 3000 short, 51 came in the last quarter of 2018. */
START_TEST(every_sort_has_its_line)
{
    static struct scene other;
    desk = scene_open(&other, all_sorts, "2019Q3", "R");
    const struct table *table = table_ledger(&desk, 0);
    ck_assert_str_eq(
        as_text(table),
        "序号|地区|指标|目标|增速或完成数|差距|欠幅%|四季度还需|月均倍数|还需增长%|连续期数|全年预判|责任单位\n"
        "（一）按增速和总量考核（差距为百分点：增速与目标相比，总量完成进度与序时进度75.0%相比；差距注明单位的为与目标"
        "之差）\n"
        "1|全市|投资（亿元）|300|170.00|−18.3|24.4|130.00|2.3|—|1|难度较大|市工强办\n"
        "2|乙区|产值（亿元）|100|60.00|−15.0|20.0|40.00|2.0|—|1|难度较大|乙区管委会\n"
        "3|甲县|投资（亿元）|15%|10.0%|−5.0|4.3|62.50|1.7|25.0|1|难度较大|甲县政府\n"
        "4|甲县|能耗|−2%|1.4%|−3.4|3.4|—|—|—|1|不测算|甲县政府\n"
        "5|甲县|用地（亩）|3000|2918|−82亩|2.7|82|—|—|1|难度较大|甲县政府\n"
        "（二）按个数、位次等考核（不注明单位的差距为与按序时应完成数相差的个数；不计欠幅和倍数）\n"
        "6|乙区|项目|4|1|−2||3|—|—|1|不测算|乙区管委会\n"
        "7|甲县|里程碑（到2018年）|完成|逾期未完成|||—|—|—|1|不测算|甲县政府\n"
        "8|甲县|投资（位次）|前1位|2|−1位||—|—|—|1|不测算|甲县政府\n"
        "（三）未报，不作评价\n"
        "9|乙区|研发（万元）|100|未报||||||||乙区管委会");
    /* Of more than three rows the hard ones and what wasn't reported; of the review page the first. */
    const struct table *heavy = table_ledger(&desk, 3), *first = table_ledger_first(&desk, 3);
    ck_assert_uint_eq(heavy->row_count, 5);
    ck_assert_str_eq(heavy->notes[0], "只列难度较大和连续两期以上落后的，另有 4 项见工作簿。");
    ck_assert_uint_eq(first->row_count, 3);
    ck_assert_str_eq(first->columns[0].header[0], "地区");
    scene_close(&other);
}
END_TEST

Suite *ledger_tables_suite(void)
{
    Suite *suite = suite_create("ledger tables");
    TCase *cases = tcase_create("ledger tables");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_file_has_every_cell);
    tcase_add_test(cases, the_list_has_bands);
    tcase_add_test(cases, offices_have_theirs_together);
    tcase_add_test(cases, every_sort_has_its_line);
    tcase_add_test(cases, what_is_struck_off_says_since_when);
    tcase_add_test(cases, targets_are_broken_down);
    suite_add_tcase(suite, cases);
    return suite;
}
