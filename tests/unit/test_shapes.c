/* SPDX-License-Identifier: MIT */
/* Data tables of every shape, through check_region: what was understood, and what was said about the rest. */
#include "sample.h"
#include "suites.h"

#include <string.h>

static struct sample sample;

static void teardown(void)
{
    sample_free(&sample);
}

/* indicator area period: v=… y=… s=… sy=… (— missing), status and note, for every observation. */
static const char *shown(void)
{
    static const char *const labels[] = {"v", "y", "s", "sy"};
    const struct dataset *dataset = sample.dataset;
    struct buffer out = {.arena = sample.arena};
    for (size_t i = 0; i < dataset->indicator_count * dataset->area_count; i++) {
        const struct indicator *indicator = &dataset->indicators[i / dataset->area_count];
        const struct area *area = &dataset->areas[i % dataset->area_count];
        const struct series *series = dataset_series(dataset, indicator, area);
        for (size_t k = 0; k < series->count; k++) {
            const struct observation *o = &series->items[k];
            buffer_format(&out, "%s%s %s %s", out.length ? "; " : "", indicator->id, area->code,
                          period_code(sample.arena, o->period));
            for (size_t f = 0; f < FIELD_COUNT; f++) {
                if (o->figures[f].file)
                    buffer_format(&out, " %s=%s", labels[f],
                                  o->figures[f].number ? number_plain(sample.arena, o->figures[f].number, 10) : "—");
            }
            if (o->status)
                buffer_format(&out, " %c", o->status);
            if (o->note)
                buffer_format(&out, " [%s]", o->note);
        }
    }
    return buffer_text(&out);
}

/* Findings other than notes, as codes with their lines. */
static const char *complaints(void)
{
    struct buffer out = {.arena = sample.arena};
    for (size_t i = 0; i < sample.findings.count; i++) {
        const struct finding *finding = &sample.findings.items[i];
        if (finding->severity != SEVERITY_NOTE)
            buffer_format(&out, "%s%s:%d", out.length ? " " : "", rule_code(finding->rule), finding->where.line);
    }
    return buffer_text(&out);
}

#define TIDY "period,area,indicator,value,yoy,status,note\n"

static const struct {
    const char *name, *text, *shown, *complaints;
} tables[] = {
    /* ---- tidy ---- */
    {"a.csv", TIDY "2019年前三季度,甲 县,工业总产值,\"1,234.5\",8.1%,正常,快报\n",
     "CZ A 2019Q3 v=1234.5 y=8.1 A [快报]", ""},
    {"a.csv", "数值,指标,地区,时期\n1,CZ,A,2019\n", "CZ A 2019 v=1", ""},
    {"a.csv", "标题\n单位：万元\n" TIDY "2019Q3,A,CZ,5,,,\n注：快报\n", "CZ A 2019Q3 v=0.0005", ""},
    {"a.csv", TIDY "2019Q3,A,ZJ,,8.1,,\n2019Q3,B,ZJ,8.1,8.1,,\n", "ZJ A 2019Q3 v=8.1; ZJ B 2019Q3 v=8.1", ""},
    {"a.csv", TIDY "2019Q3,A,CZ,—,扭亏为盈,,核减\n", "CZ A 2019Q3 v=— y=— [扭亏为盈；核减]", ""},
    {"a.csv", TIDY "2019Q3,A,CZ,未报,,未报,\n2019Q3,B,CZ,5,,O,\n", "CZ A 2019Q3 v=— O; CZ B 2019Q3 v=— O",
     "status-value:3"},
    {"a.csv", TIDY "2019Q3,A,CZ,5,,啥,\n", "CZ A 2019Q3 v=5", "status-unknown:2"},
    {"a.csv", TIDY "9-Jan,A,CZ,5,,,\n43739,A,CZ,5,,,\n2019年冬,A,CZ,5,,,\n2019Q3,A,CZ,1月9日,,,\n", "CZ A 2019Q3 v=—",
     "date-mangled:2 date-mangled:3 period-unknown:4 date-mangled:5"},
    {"a.csv", TIDY "2019Q3,甲线,CZ,5,,,\n2019Q3,,CZ,5,,,\n2019Q3,A,没有,5,,,\n2019Q3,A,,5,,,\n孤行\n", "",
     "area-unknown:2 row-no-area:3 indicator-unknown:4 row-no-indicator:5"},
    {"a.csv", TIDY "2019Q3,A,CZ,5%,,,\n2019Q3,A,LV,5%,,,\n2019Q3,B,LV,5‰,,,\n2019Q3,B,CZ,5,1.6倍,,\n",
     "CZ A 2019Q3 v=—; CZ B 2019Q3 v=5 y=160; LV A 2019Q3 v=5; LV B 2019Q3 v=0.5", "number-percent:2"},
    {"a.csv", TIDY "2019Q3,A,CZ,5,,,,多\n", "CZ A 2019Q3 v=5", "column-unnamed:2"},
    /* the order in the file does not matter, the order in time does */
    {"a.csv", TIDY "2019Q3,A,CZ,3,,,\n2018,A,CZ,1,,,\n2019-02,A,CZ,2,,,\n",
     "CZ A 2018 v=1; CZ A 2019-02 v=2; CZ A 2019Q3 v=3", ""},
    /* twice */
    {"a.csv", TIDY "2019Q3,A,CZ,3,,,\n2019Q3,A,CZ,3.0,,,\n", "CZ A 2019Q3 v=3", ""},
    {"a.csv", TIDY "2019Q3,A,CZ,3,,,\n2019Q3,A,CZ,4,,,\n2019Q3,A,CZ,3,,,\n", "CZ A 2019Q3 v=—", "figure-conflict:3"},
    {"a.csv", TIDY "2019Q3,A,CZ,3,,,\n2019Q3,A,CZ,,5,,\n", "CZ A 2019Q3 v=3 y=5", ""},
    {"a.csv", TIDY "2019Q3,A,CZ,未报,,,\n2019Q3,A,CZ,3,,,\n", "CZ A 2019Q3 v=3", ""},

    /* ---- by indicator ---- */
    {"2019-09.csv", "地区,工业总产值(万元),工业总产值增速（%）,规上工业增加值增速\n甲县,100,8.1,7\n注：快报\n",
     "CZ A 2019-09 v=0.01 y=8.1; ZJ A 2019-09 v=7", ""},
    {"a.csv", "2019年1—9月情况\n单位：万元、%\n区划,工业总产值,规上工业增加值增速,优良率\n甲县,100,7,90\n",
     "CZ A 2019-09 v=0.01; LV A 2019-09 v=90; ZJ A 2019-09 v=7", ""},
    {"2019.csv", "单位:%,工业总产值 增长速度\n全 州,8.1\n", "CZ R 2019 y=8.1", ""},
    {"a.csv", "地区,时期,CZ\n甲县,2019Q1,1\n甲县,2019Q2,3\n", "CZ A 2019Q1 v=1; CZ A 2019Q2 v=3", ""},
    {"a.csv", "地区：甲县\n时期,工业总产值\n2019Q1,1\n2019Q2,\n", "CZ A 2019Q1 v=1; CZ A 2019Q2 v=—", ""},
    {"2019.csv", "序号,县市,工业总产值\n1,甲县,5\n2,其中：乙县,6\n", "CZ A 2019 v=5; CZ B 2019 v=6", ""},
    {"2019.csv", "县市,工业总产值,状态,备注\n甲县,未报,未报,迟\n", "CZ A 2019 v=— O [迟]", ""},
    {"2019.csv", "县市,工业总产值,神秘列,\n甲县,5,1,\n乙县,6,1,多\n", "CZ A 2019 v=5; CZ B 2019 v=6",
     "header-unknown:1 column-unnamed:3"},
    {"2019.csv", "县市,工业总产值,\n甲县,5,2\n乙县,\"1,5\",3\n", "", "row-beyond:2 row-beyond:3"},
    {"2019.csv", "县市,工业总产值,空列,\n甲县,5,,\n", "CZ A 2019 v=5", ""},
    {"2019.csv", "县市,工业总产值(吨)\n甲县,5\n", "CZ A 2019 v=—", "unit-convert:1"},
    {"2019.csv", "县市,优良率(‰)\n甲县,905\n", "LV A 2019 v=90.5", ""},
    {"2019.csv", "县市,工业总产值\n甲县,5\n丁县,6\n,7\n合计\n", "CZ A 2019 v=5", "area-unknown:3 row-no-area:4"},
    {"2019.csv", "县市,新增规上企业\n甲线,5\n甲县,6\n", "DD A 2019 v=6", "area-unknown:2"},
    {"a.csv", "县市,工业总产值\n甲县,5\n", "", "period-missing:0"},
    {"2019.csv", "县市,什么\n甲县,5\n", "", "table-shape:0"},
    /* several rows of header */
    {"2019.csv", "县市,工业总产值,,规上工业增加值,备注\n,累计(万元),增速(%),增速(%),\n甲县,100,8,7,好\n",
     "CZ A 2019 v=0.01 y=8 [好]; ZJ A 2019 v=7 [好]", ""},
    {"a.csv", "县市,2019年1—9月,,2018年1—9月,\n,工业总产值,增速,工业总产值,增速\n甲县,5,8,4,7\n",
     "CZ A 2018-09 v=4; CZ A 2019-09 v=5", "header-unknown:2 header-unknown:2"},
    {"2019.csv", "县市,工业总产值（亿元）,,,\n,本月,累计,同比%,位次\n甲县,1,5,8,2\n", "CZ A 2019 v=5 y=8",
     "header-unused:2 header-unused:2"},
    /* the part is never taken for the whole */
    {"2019.csv", "县市,工业总产值,\n,增速(%),其中神秘增速(%)\n甲县,8,15\n", "CZ A 2019 y=8", "header-unknown:2"},
    {"2019.csv", "县市,工业总产值,\n,增速(%),其中：新增规上企业增速(%)\n甲县,8,15\n", "CZ A 2019 y=8; DD A 2019 y=15",
     ""},
    {"2019-09.csv", "县市,工业总产值,,\n,1—9月,2018年累计,比2018年增长(%)\n甲县,5,7,8\n",
     "CZ A 2018 v=7; CZ A 2019-09 v=5 y=8", ""},
    {"2019.csv", "县市,目标任务完成情况,\n,工业总产值,优良率(%)\n甲县,5,90\n", "CZ A 2019 v=5; LV A 2019 v=90", ""},
    {"2019.csv", "全州1—9月工业情况\n县市,工业总产值\n甲县,5\n", "CZ A 2019-09 v=5", ""},
    {"a.csv", "2019年全州工业上半年情况\n县市,工业总产值\n甲县,5\n", "CZ A 2019Q2 v=5", ""},
    {"2019工业1-9月.csv", "县市,工业总产值\n甲县,5\n", "CZ A 2019-09 v=5", ""},
    {"2019-06.csv", "2019年1—9月\n县市,工业总产值\n甲县,5\n", "CZ A 2019-09 v=5", "period-differs:0"},
    {"2019Q3.csv", "2019年1—9月（10月15日印）\n县市,\"工业\n总产值\"\n甲县,5\n", "CZ A 2019-09 v=5", ""},
    {"a.csv", "2019年情况（10月15日印）\n县市,工业总产值\n甲县,5\n", "CZ A 2019 v=5", ""},
    {"a.csv", "地区,Sep-19,Aug-19\n甲县,5,6\n", "", "date-mangled:1 date-mangled:1 table-no-indicator:0"},
    {"2019.csv", "附表1,2019年指标\n县市,工业总产值\n甲县,8\n", "CZ A 2019 v=8", ""},
    {"a.csv", "县市,企业\n,新增规上企业\n甲县,2000\n乙县,1990\n", "", "period-missing:0"},

    /* ---- by period ---- */
    {"a.csv", "指标：工业总产值\n单位：万元\n地区,2019Q2,2019年一季度\n甲县,20,10\n全 州,30,\n数据来源：统计局\n",
     "CZ R 2019Q1 v=—; CZ R 2019Q2 v=0.003; CZ A 2019Q1 v=0.001; CZ A 2019Q2 v=0.002", ""},
    {"a.csv",
     "数据库：月度\n地区：甲县\n时间：最近\n指标,2019年2月,2019年1月\n工业总产值累计值(万元),20,\n"
     "工业总产值累计增长(%),5.1,\n优良率(%),90,91\n不认识(个),1,2\n",
     "CZ A 2019-01 v=— y=—; CZ A 2019-02 v=0.002 y=5.1; LV A 2019-01 v=91; LV A 2019-02 v=90", "row-unknown:8"},
    {"a.csv", "指标：工业总产值增速(%)\n,2018,2019\n甲县,5,6\n", "CZ A 2018 y=5; CZ A 2019 y=6", ""},
    {"a.csv", "地区,2018年,2019年\n甲县,5,6\n", "", "table-no-indicator:0"},
    {"a.csv", "指标,2018年,2019年\n工业总产值,5,6\n", "", "table-no-area:0"},
    {"a.csv", "地区：甲县\n指标,2018年,2019年\n工业总产值,5,6,7\n", "", "row-beyond:3"},
    {"a.csv", "地区：甲县\n指标,2018年,2019年\n工业总产值,5,6,好\n", "CZ A 2018 v=5; CZ A 2019 v=6",
     "column-unnamed:3"},
    /* years among the figures make no header */
    {"2019.csv", "地区,新增规上企业\n甲县,2000\n乙县,1990\n", "DD A 2019 v=2000; DD B 2019 v=1990", ""},
};

START_TEST(reads_tables)
{
    char name[64] = "data/";
    strcat(name, tables[_i].name);
    sample = sample_read((const struct sample_file[]){{name, tables[_i].text}, {NULL, NULL}});
    ck_assert_str_eq(shown(), tables[_i].shown);
    ck_assert_str_eq(complaints(), tables[_i].complaints);
}
END_TEST

#define SOURCES "file,column,as,indicator,period,area,unit\n"

static const struct {
    const char *sources, *text, *shown, *complaints;
} foreign[] = {
    {SOURCES "f.csv,行业,area,,,,\nf.csv,营业 收入,value,CZ,2019-09,,\nf.csv,#3,yoy,CZ,2019-09,,\n"
             "f.csv,#4,single,CZ,2019-09,,万元\nf.csv,#5,single_yoy,CZ,2019-09,,\nf.csv,#6,skip,,,,\n",
     "题\n行业,营业收入,增长%,当月,增长%,杂\n甲县,5,8,1,-3%,x\n乙县,6,,,,\n注：快报\n",
     "CZ A 2019-09 v=5 y=8 s=0.0001 sy=-3; CZ B 2019-09 v=6 y=— s=— sy=—", ""},
    /* positions only: the header is the first row filled there that names no area; or there is none */
    {SOURCES "f.csv,#1,area,,,,\nf.csv,#2,value,CZ,2019,,\n", "题\n甲,乙\n甲县,5\n", "CZ A 2019 v=5", ""},
    {SOURCES "f.csv,#1,area,,,,\nf.csv,#2,value,CZ,2019,,\n", "甲县,5\n丁县,6\n", "CZ A 2019 v=5", "area-unknown:2"},
    /* rows that say what they are about themselves */
    {SOURCES "f.csv,时间,period,,,,\nf.csv,名,indicator,,,,\nf.csv,数,value,,,甲县,\nf.csv,态,status,,,,\n",
     "时间,名,数,态\n2019Q1,工业总产值,5,P\n2019Q2,优良率,6,\n", "CZ A 2019Q1 v=5 P; LV A 2019Q2 v=6", ""},
    {SOURCES "f.csv,县,area,,,,\nf.csv,数,value,CZ,,,\n", "2019年上半年\n单位：万元\n县,数,别\n甲县,5,7\n",
     "CZ A 2019Q2 v=0.0005", "source-unlisted:3"},
    {SOURCES "f.csv,县,area,,,,\nf.csv,无,value,CZ,2019,,\n", "县,数\n甲县,5\n", "", "source-column:3"},
    {SOURCES "f.csv,县,area,,,,\nf.csv,数,value,CZ,2019,,\n", "县,数,数\n甲县,5,6\n", "", "source-column-twice:3"},
    {SOURCES "f.csv,县,啥,,,,\nf.csv,数,value,没有,2019,,\nf.csv,数,value,CZ,甲,,\nf.csv,数,single,LV,2019,,\n",
     "县,数\n甲县,5\n", "", "source-meaning:2 indicator-unknown:3 period-unknown:4 source-single:5 row-unused:2"},
    {SOURCES "f.csv,数,value,CZ,2019,,\n", "县,数\n甲县,5\n", "", "source-unlisted:1 table-no-area:0"},
    {SOURCES "f.csv,县,area,,,,\nf.csv,数,value,CZ,,,\n", "县,数\n甲县,5\n", "", "period-missing:0"},
    {SOURCES "g.csv,县,area,,,,\ng.csv,数,value,CZ,,,\n", "地区：甲县\n时期,CZ\n2019,5\n", "CZ A 2019 v=5",
     "source-file:2"},
    {SOURCES "f.csv,县,area,,,,\nf.csv,数,value,CZ,2019,,户\n", "县,数\n甲县,5\n", "CZ A 2019 v=—", "unit-convert:1"},
};

START_TEST(reads_sources)
{
    sample = sample_read((const struct sample_file[]){
        {"sources.csv", foreign[_i].sources}, {"data/f.csv", foreign[_i].text}, {NULL, NULL}});
    ck_assert_str_eq(shown(), foreign[_i].shown);
    ck_assert_str_eq(complaints(), foreign[_i].complaints);
}
END_TEST

START_TEST(value_and_yoy_from_two_tables)
{
    sample = sample_read((const struct sample_file[]){{"data/a.csv", "period,area,indicator,value\n2019Q3,A,CZ,5\n"},
                                                      {"data/b.csv", "period,area,indicator,yoy\n2019Q3,A,CZ,8\n"},
                                                      {NULL, NULL}});
    ck_assert_str_eq(shown(), "CZ A 2019Q3 v=5 y=8");
    ck_assert_str_eq(complaints(), "");
}
END_TEST

START_TEST(a_conflict_names_both_places)
{
    sample = sample_read((const struct sample_file[]){{"data/a.csv", "period,area,indicator,value\n2019Q3,A,CZ,5\n"},
                                                      {"data/b.csv", "period,area,indicator,value\n2019Q3,A,CZ,6\n"},
                                                      {NULL, NULL}});
    ck_assert_uint_eq(sample_count(&sample, RULE_FIGURE_CONFLICT), 1);
    const char *message = sample_message(&sample, RULE_FIGURE_CONFLICT);
    ck_assert_ptr_nonnull(strstr(message, "data/a.csv 第2行"));
    ck_assert_ptr_nonnull(strstr(message, "'6'"));
    ck_assert_int_eq(sample_line(&sample, RULE_FIGURE_CONFLICT), 2);
}
END_TEST

START_TEST(the_latest_is_no_reference_and_has_a_figure)
{
    sample = sample_read((const struct sample_file[]){
        {"data/a.csv", "period,area,indicator,value\n2019Q2,A,CZ,5\n2019Q3,A,CZ,\n2019Q4,全国,CZ,6\n"}, {NULL, NULL}});
    ck_assert(sample.dataset->has_observations);
    ck_assert_str_eq(period_code(sample.arena, sample.dataset->latest), "2019Q2");
}
END_TEST

START_TEST(every_cell_has_a_place)
{
    sample = sample_read(
        (const struct sample_file[]){{"data/a.csv", "地区,时期,工业总产值(万元)\n\n甲县,2019,\n"}, {NULL, NULL}});
    const struct series *series =
        dataset_series(sample.dataset, &sample.dataset->indicators[0], &sample.dataset->areas[2]);
    ck_assert_uint_eq(series->count, 1);
    ck_assert_ptr_null(series->items[0].figures[FIELD_VALUE].number);
    ck_assert_str_eq(series->items[0].figures[FIELD_VALUE].file, "data/a.csv");
    ck_assert_int_eq(series->items[0].figures[FIELD_VALUE].line, 3);
    ck_assert_str_eq(series->items[0].figures[FIELD_VALUE].column, "工业总产值(万元)");
    ck_assert_ptr_null(series->items[0].figures[FIELD_YOY].file);
}
END_TEST

START_TEST(a_region_may_have_no_data)
{
    sample = sample_read((const struct sample_file[]){{NULL, NULL}});
    ck_assert(!sample.dataset->has_observations);
    ck_assert_uint_eq(sample_count(&sample, RULE_DATA_NONE), 1);
    ck_assert_uint_eq(sample_errors(&sample), 0);
    ck_assert_str_eq(shown(), "");
}
END_TEST

Suite *shapes_suite(void)
{
    Suite *suite = suite_create("shapes");
    TCase *tests = tcase_create("shapes");
    tcase_add_checked_fixture(tests, NULL, teardown);
    tcase_add_loop_test(tests, reads_tables, 0, sizeof tables / sizeof *tables);
    tcase_add_loop_test(tests, reads_sources, 0, sizeof foreign / sizeof *foreign);
    tcase_add_test(tests, value_and_yoy_from_two_tables);
    tcase_add_test(tests, a_conflict_names_both_places);
    tcase_add_test(tests, the_latest_is_no_reference_and_has_a_figure);
    tcase_add_test(tests, every_cell_has_a_place);
    tcase_add_test(tests, a_region_may_have_no_data);
    suite_add_tcase(suite, tests);
    return suite;
}
