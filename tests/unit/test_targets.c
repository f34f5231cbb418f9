/* SPDX-License-Identifier: MIT */
#include "sample.h"
#include "suites.h"

#include <string.h>

#define HEADER "area,indicator,measure,op,value,upper,stretch,tolerance,from,to,pace,source\n"
#define NO_MORE                                                                                                        \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

static struct sample read_targets(const char *rows)
{
    struct buffer text = {.arena = arena_new()};
    buffer_add(&text, HEADER);
    buffer_add(&text, rows);
    struct sample sample = sample_read((const struct sample_file[]){{"targets.csv", buffer_text(&text)}, NO_MORE});
    arena_free(text.arena);
    return sample;
}

/* Rows with a fault, and the rule that must find it; RULE_COUNT: there is none. */
static const struct {
    const char *rows;
    enum rule rule;
} faults[] = {
    {"甲县,CZ,,>=,100,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,利润,>=,100,,,,2019,,,\n", RULE_WORD_UNKNOWN},
    {"甲县,CZ,,力争,100,,,,2019,,,\n", RULE_WORD_UNKNOWN},
    {"丁县,CZ,,,100,,,,2019,,,\n", RULE_AREA_UNKNOWN},
    {"@重点,CZ,,,100,,,,2019,,,\n", RULE_COUNT},
    {"@,CZ,,,100,,,,2019,,,\n", RULE_COUNT},
    {"@中点,CZ,,,100,,,,2019,,,\n", RULE_GROUP_UNKNOWN},
    {"全国,CZ,,,100,,,,2019,,,\n", RULE_TARGET_REFERENCE},
    {"甲县,FZ,yoy,>=,2,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,yoy,>=,-2,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,yoy,<=,2,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,增速,突破,2%,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,增速,<,0.5,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,yoy,<=,-2,,,,2019,,,\n", RULE_COUNT},
    {"甲县,FZ,yoy,<,0,,,,2019,,,\n", RULE_COUNT},
    {"甲县,FZ,yoy,下降,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,FZ,,<=,200,,,,2019,,,\n", RULE_COUNT},
    {"甲县,FZ,yoy,<=,parent,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,<=,-2,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,yoy,<,-2,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,增速,<=,-0.1%,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,增速,低于,-5,,,,2019,,,\n", RULE_COUNT}, /* a word says that it is a cap */
    {"@重点,CZ,yoy,<=,-5,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,yoy,<=,-2,,,,,2025年底前,,\n", RULE_TARGET_GROWTH},
    {"甲县,ZJ,,<,-1,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,yoy,<=,0,,,,2019,,,\n", RULE_COUNT},
    {"甲县,ZJ,,控制在,-2,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,区间,-2,3,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,<=,-2,,,,2019,,,\n", RULE_COUNT},       /* a level: losses may be cut */
    {"甲县,FZ,yoy,控制在,2,,,,2019,,,\n", RULE_COUNT}, /* an honest cap */
    {"甲县,FZ,yoy,不超过,2%,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,控制在,-2,,,,2019,,,\n", RULE_COUNT},
    {"甲县,FZ,yoy,≤,2,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,FZ,yoy,达到,2,,,,2019,,,\n", RULE_TARGET_FALL},
    {"甲县,LV,,,101,,,,2019,,,\n", RULE_TARGET_WHOLE}, /* 优良率 */
    {"甲县,LV,,>=,100.5,,,,,2025年底前,,\n", RULE_TARGET_WHOLE},
    {"甲县,LV,,突破,100,,,,2019,,,\n", RULE_TARGET_WHOLE},
    {"甲县,LV,,区间,102,105,,,2019,,,\n", RULE_TARGET_WHOLE},
    {"*,LV,,>=,110,,,,2019,,,\n", RULE_TARGET_WHOLE},
    {"甲县,LV,,>=,,,120,,2019,,,\n", RULE_TARGET_WHOLE},
    {"甲县,LV,,>=,100,,,,2019,,,\n", RULE_COUNT},
    {"甲县,LV,,<=,110,,,,2019,,,\n", RULE_COUNT},
    {"甲县,LV,,区间,95,105,,,2019,,,\n", RULE_COUNT},
    {"甲县,ZJ,,>=,110,,,,2019,,,\n", RULE_COUNT},                   /* a growth may */
    {"甲县,LV,,区间,95.01,95.04,,,2019,,,\n", RULE_TARGET_NO_ROOM}, /* printed to one decimal */
    {"甲县,DD,,区间,3.2,3.8,,,2019,,,\n", RULE_TARGET_NO_ROOM},
    {"甲县,CZ,yoy,区间,5.31,5.39,,,2019,,,\n", RULE_TARGET_NO_ROOM},
    {"甲县,CZ,,区间,3.211,3.219,,,2019,,,\n", RULE_TARGET_NO_ROOM},
    {"甲县,ZJ,,区间,8.11,8.19,,,2019,,,\n", RULE_TARGET_NO_ROOM},
    {"*,LV,,区间,95.92,95.98,,,2019,,,\n", RULE_TARGET_NO_ROOM},
    {"甲县,CZ,yoy,区间,5.30,5.39,,,2019,,,\n", RULE_COUNT}, /* 5.3 */
    {"甲县,DD,,区间,2.5,3,,,2019,,,\n", RULE_COUNT},
    {"甲县,LV,,区间,95.01,95.14,,,2019,,,\n", RULE_COUNT}, /* 95.1 */
    {"甲县,DD,,区间,3,3.8,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,区间,3.21,3.22,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,rank,,1,,,,2019,,,\n", RULE_TARGET_EASY}, /* alone in its group */
    {"@重点,CZ,rank,前三名,3,,,,2019,,,\n", RULE_WORD_UNKNOWN},
    {"甲县,CZ,rank,<,1,,,,2019,,,\n", RULE_TARGET_NO_PLACE},
    {"甲县,CZ,rank,区间,2,3,,,2019,,,\n", RULE_TARGET_NO_PLACE},
    {"甲县,CZ,rank,上升,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,ZJ,,<=,-2,,,,2019,,,\n", RULE_TARGET_GROWTH},
    {"甲县,CZ,yoy,<=,5,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,>=,-2,,,,2019,,,\n", RULE_COUNT},
    {"甲县,ZJ,,>=,8,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ;没有,,,100,,,,2019,,,\n", RULE_INDICATOR_UNKNOWN},
    {"甲县,,,,100,,,,2019,,,\n", RULE_CELL_EMPTY},
    {"甲县,CZ,,,,,,,2019,,,\n", RULE_TARGET_EMPTY},
    {"甲县,CZ,,,-,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,,一百,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,,,1月9日,,,,2019,,,\n", RULE_DATE_MANGLED},
    {"甲县,CZ,,,10%,,,,2019,,,\n", RULE_TARGET_PERCENT},
    {"甲县,CZ,yoy,,10%,,,,2019,,,\n", RULE_COUNT},
    {"甲县,LV,,,10%,,,,2019,,,\n", RULE_COUNT},
    {"甲县,ZJ,,,8.2%,,,,2019,,,\n", RULE_COUNT},
    {"甲县,LV,yoy,,10,,,,2019,,,\n", RULE_TARGET_MEASURE},
    {"甲县,FZ,total,,10,,,,2019,,,\n", RULE_TARGET_MEASURE},
    {"甲县,CZ,,between,10,,,,2019,,,\n", RULE_TARGET_UPPER},
    {"甲县,CZ,,between,10,9,,,2019,,,\n", RULE_TARGET_UPSIDE_DOWN},
    {"甲县,CZ,,区间,10,10,,,2019,,,\n", RULE_TARGET_ONE_POINT},
    {"甲县,CZ,yoy,区间,10,10.0%,,,2019,,,\n", RULE_TARGET_ONE_POINT},
    {"*,LV,,between,95,95,,,2019,,,\n", RULE_TARGET_ONE_POINT},
    {"甲县,CZ,,,10,20,,,2019,,,\n", RULE_TARGET_IDLE},
    {"甲县,CZ,,about,10,,,-1,2019,,,\n", RULE_NUMBER_NEGATIVE},
    {"甲县,CZ,,,10,,9,,2019,,,\n", RULE_TARGET_STRETCH},
    {"甲县,CZ,,<=,10,,9,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,external,10,,,,2019,,,\n", RULE_TARGET_IDLE},
    {"甲县,CZ,,上级下达,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,DD,,done,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,DD,,done,1,,,,2019,,,\n", RULE_COUNT},
    {"甲县,DD,,done,3,,,,2019,,,\n", RULE_TARGET_MILESTONE},
    {"甲县,DD,yoy,done,,,,,2019,,,\n", RULE_TARGET_MILESTONE_MEASURE},
    {"甲县,DD,,up,5,,,,2019,,,\n", RULE_TARGET_UP_VALUE},
    {"甲县,DD,,up,-2018,,,,2019,,,\n", RULE_TARGET_UP_VALUE},
    {"甲县,DD,,up,2018年,,,,2019,,,\n", RULE_COUNT},
    {"甲县,DD,,up,-,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,,10—12,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,>=,10—12,,13,,2019,,,\n", RULE_TARGET_RANGE_STRETCH},
    {"甲县,CZ,,about,10—12,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,,between,10—12,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,,,10—12—14,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,,,—12,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,,,2019-06,,,,2019,,,\n", RULE_DATE_MANGLED},
    {"甲县,CZ,,,,,12,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,between,,12,,,2019,,,\n", RULE_TARGET_EMPTY},
    {"甲县,CZ,yoy,对比,parent,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,对比,10,,,,2019,,,\n", RULE_TARGET_COMPARE},
    {"甲县,CZ,yoy,定性,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,yoy,大幅提升,10,,,,2019,,,\n", RULE_TARGET_IDLE},
    {"甲县,CZ,rank(yoy),,2,,,,2019,,,\n", RULE_TARGET_EASY},
    {"甲县,LV,rank(yoy),,2,,,,2019,,,\n", RULE_TARGET_MEASURE},
    {"全州,CZ,rank,,2,,,,2019,,,\n", RULE_TARGET_UNRANKED},
    {"*,CZ,位次,,2,,,,2019,,,\n", RULE_TARGET_EASY},
    {"甲县,FZ,,,10,,,,,-2025Q2,,\n", RULE_COUNT},
    {"甲县,FZ,,,10,,,,,2025年6月底前,,\n", RULE_COUNT},
    {"甲县,FZ,,,10,,,,,2025Q2,,\n", RULE_YEAR_INVALID},
    {"甲县,FZ,,,10,,,,,2025年前,,\n", RULE_YEAR_INVALID},
    {"甲县,FZ,,,10,,,,,-2025Q5,,\n", RULE_YEAR_INVALID},
    {"甲县,FZ,,,10,,,,至2020年,,,\n", RULE_YEAR_DEADLINE},
    {"甲县,CZ,,,10,,,,,-2025Q2,,\n", RULE_TARGET_FLOW_TERM},
    {"甲县,CZ,yoy,,10,,,,,-2025Q2,,\n", RULE_COUNT},
    {"甲县,FZ,,,10,,,,,-2025,,\n甲县,FZ,,,9,,,,,-2025Q4,,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,2021,,,甲\n甲县,CZ,,,10.0,,,,2021,,,乙\n", RULE_TARGET_SAME},
    {"甲县,CZ,,,10,,,,2021,,,\n甲县,CZ,,>,10,,,,2021,,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,,,10,,,,2021,,,\n甲县,CZ,,,10,,11,,2021,,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,yoy,,area:A,,,,2019,,,\n", RULE_TARGET_SELF},
    {"甲县,CZ,yoy,,area:QQ,,,,2019,,,\n", RULE_AREA_UNKNOWN},
    {"全州,CZ,yoy,,parent,,,,2019,,,\n", RULE_TARGET_TOP},
    {"甲县,CZ,yoy,,parent*2,,,,2019,,,\n", RULE_TARGET_NUMBER},
    {"甲县,CZ,total,,10,,,,,,,\n", RULE_TARGET_START},
    {"甲县,CZ,mean,,10,,,,,-2025,,\n", RULE_TARGET_START},
    {"甲县,CZ,cagr,,10,,,,2020,2025,,\n", RULE_COUNT},
    {"甲县,CZ,rank,,2.5,,,,2019,,,\n", RULE_TARGET_PLACE},
    {"甲县,CZ,rank,>=,2,,,,2019,,,\n", RULE_TARGET_RANK_OP},
    {"甲县,CZ,rank,up,,,,,2019,,,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,二零一九,,,\n", RULE_YEAR_INVALID},
    {"甲县,CZ,,,10,,,,2020,2019,,\n", RULE_YEAR_ORDER},
    {"甲县,CZ,,,10,,,,2020,-2025,,\n", RULE_YEAR_DEADLINE},
    {"甲县,CZ,,,10,,,,-2020,,,\n", RULE_YEAR_DEADLINE},
    {"甲县,CZ,,,10,,,,2019,,20;45;70;100,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,2019,,20%；45%；70%；100%,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,2019,,20;45;100,\n", RULE_PACE_INVALID},
    {"甲县,CZ,,,10,,,,2019,,a;b;c;d,\n", RULE_PACE_INVALID},
    {"甲县,CZ,,,10,,,,2019,,20;45;40;100,\n", RULE_PACE_ODD},
    {"甲县,CZ,,,10,,,,2019,,20;45;70;90,\n", RULE_PACE_ODD},
    {"甲县,CZ,yoy,,10,,,,2019,,20;45;70;100,\n", RULE_TARGET_IDLE},
    {"甲县,CZ,,,10,,,,2019,2021,,\n甲县,CZ,,,9,,,,2021,,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,,,10,,,,2019,2020,,\n甲县,CZ,,,9,,,,2021,,,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,,,,\n甲县,CZ,,,9,,,,2021,,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,,,10,,,,,-2025,,\n甲县,CZ,,,9,,,,,-2030,,\n甲县,CZ,,,8,,,,2021,,,\n", RULE_COUNT},
    {"甲县,CZ,,,10,,,,,-2025,,\n甲县,CZ,,,9,,,,,-2025,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,,,10,,,,2021,,,\n@重点,CZ,,,9,,,,2021,,,\n*,CZ,,,9,,,,2021,,,\n", RULE_COUNT},
    {"*,CZ,,,10,,,,2021,,,\n*,CZ,,,9,,,,2021,,,\n", RULE_TARGET_TWICE},
    {"甲县,CZ,,,10,,,,2021,,,\n甲县,CZ,yoy,,9,,,,2021,,,\n", RULE_COUNT},
    {"甲县,CZ;CZ,,,10,,,,2021,,,\n", RULE_TARGET_SAME},
};

START_TEST(fault_is_found)
{
    struct sample sample = read_targets(faults[_i].rows);
    size_t own = 0; /* findings about targets.csv */
    for (size_t i = 0; i < sample.findings.count; i++)
        own += sample.findings.items[i].where.file && strcmp(sample.findings.items[i].where.file, "targets.csv") == 0;
    size_t wanted = faults[_i].rule != RULE_COUNT;
    ck_assert_msg(own == wanted && (!wanted || sample_count(&sample, faults[_i].rule) == 1), "%s: %zu findings%s%s",
                  faults[_i].rows, own, own ? ", of " : "", own ? sample.findings.items[0].message : "");
    sample_free(&sample);
}
END_TEST

/* The one target of a row, and how it must have been read. */
static const struct {
    const char *row;
    enum target_op op;
    const char *value; /* NULL: none */
} readings[] = {
    {"甲县,CZ,,,100,,,,2019,,,\n", OP_AT_LEAST, "100"},
    {"甲县,FZ,,,100,,,,2019,,,\n", OP_AT_MOST, "100"},
    {"甲县,CZ,rank,,3,,,,2019,,,\n", OP_AT_MOST, "3"},
    {"甲县,CZ,rank,,前三名,,,,2019,,,\n", OP_AT_MOST, "3"},
    {"甲县,CZ,rank,达到,前10名,,,,2019,,,\n", OP_AT_MOST, "10"},
    {"甲县,CZ,,=,\"1,234.5\",,,,2019,,,\n", OP_AT_LEAST, "1234.5"},
    {"甲县,CZ,,达到,１２,,,,2019,,,\n", OP_AT_LEAST, "12"},
    {"甲县,CZ,,以上,12,,,,2019,,,\n", OP_AT_LEAST, "12"},
    {"甲县,CZ,,完成,12,,,,2019,,,\n", OP_AT_LEAST, "12"},
    {"甲县,CZ,,≥,12,,,,2019,,,\n", OP_AT_LEAST, "12"},
    {"甲县,CZ,,突破,12,,,,2019,,,\n", OP_ABOVE, "12"},
    {"甲县,CZ,,＞,12,,,,2019,,,\n", OP_ABOVE, "12"},
    {"甲县,CZ,,≤,12,,,,2019,,,\n", OP_AT_MOST, "12"},
    {"甲县,CZ,,控制在…以内,12,,,,2019,,,\n", OP_AT_MOST, "12"},
    {"甲县,CZ,,<,12,,,,2019,,,\n", OP_BELOW, "12"},
    {"甲县,CZ,,about,12,,,1,2019,,,\n", OP_ABOUT, "12"},
    {"甲县,CZ,,up,,,,,2019,,,\n", OP_UP, NULL},
    {"甲县,CZ,rank,前移,,,,,2019,,,\n", OP_UP, NULL},
    {"甲县,FZ,,前移,,,,,2019,,,\n", OP_DOWN, NULL},
    {"甲县,CZ,yoy,前列,,,,,2019,,,\n", OP_QUALITATIVE, NULL},
    {"甲县,CZ,yoy,compare,parent+1,,,,2019,,,\n", OP_COMPARE, "1"},
    {"甲县,CZ,,,2-3,,,,2019,,,\n", OP_AT_LEAST, "2"},
    {"甲县,CZ,,,2–3,,,,2019,,,\n", OP_AT_LEAST, "2"},
    {"甲县,CZ,,超过,２～３,,,,2019,,,\n", OP_ABOVE, "2"},
    {"甲县,CZ,,,2 —— 3,,,,2019,,,\n", OP_AT_LEAST, "2"},
    {"甲县,FZ,,,2至3,,,,2019,,,\n", OP_AT_MOST, "3"},
    {"甲县,CZ,yoy,,8—10%,,,,2019,,,\n", OP_AT_LEAST, "8"},
    {"甲县,CZ,yoy,<=,-5—-3,,,,2019,,,\n", OP_AT_MOST, "-3"},
    {"甲县,CZ,yoy,,1.2—1.6倍,,,,2019,,,\n", OP_AT_LEAST, "120"},
    {"甲县,CZ,,,-,,7,,2019,,,\n", OP_AT_LEAST, "7"},
    {"甲县,CZ,rank(value),,前五名,,,,2019,,,\n", OP_AT_MOST, "5"},
    {"甲县,DD,,done,1,,,,2019,,,\n", OP_DONE, NULL},
    {"甲县,CZ,增速,,－5.5％,,,,2019,,,\n", OP_AT_LEAST, "-5.5"},
    {"甲县,CZ,yoy,,1.6倍,,,,2019,,,\n", OP_AT_LEAST, "160"},
    {"甲县,CZ,yoy,,parent,,,,2019,,,\n", OP_AT_LEAST, "0"},
    {"甲县,CZ,yoy,,上级+0.5,,,,2019,,,\n", OP_AT_LEAST, "0.5"},
    {"甲县,CZ,yoy,,area:C-1,,,,2019,,,\n", OP_AT_LEAST, "0"},
    {"甲县,CZ,yoy,,area:C-1-1.5,,,,2019,,,\n", OP_AT_LEAST, "-1.5"},
    {"甲县,CZ,yoy,,area:全国+2,,,,2019,,,\n", OP_AT_LEAST, "2"},
};

START_TEST(row_is_read)
{
    struct sample sample = read_targets(readings[_i].row);
    ck_assert_msg(sample_errors(&sample) == 0 && sample.dataset->target_count == 1, "%s", readings[_i].row);
    const struct target *target = sample.dataset->targets;
    ck_assert_int_eq(target->op, readings[_i].op);
    ck_assert_str_eq(target->value ? number_plain(sample.arena, target->value, 5) : "none",
                     readings[_i].value ? readings[_i].value : "none");
    ck_assert_int_eq(target->from, 2019);
    ck_assert_int_eq(target->to, 2019);
    ck_assert_int_eq(target->of_parent, strstr(readings[_i].row, "parent") || strstr(readings[_i].row, "上级"));
    ck_assert_int_eq(target->of_area != NULL, strstr(readings[_i].row, "area:") != NULL);
    sample_free(&sample);
}
END_TEST

START_TEST(list_gives_each_indicator_a_target)
{
    struct sample sample = read_targets("@重点,CZ;FZ,yoy,,8,,10,,,-2025,,工作要点\n");
    ck_assert_uint_eq(sample.dataset->target_count, 2);
    const struct target *target = &sample.dataset->targets[1];
    ck_assert_str_eq(target->indicator->id, "FZ");
    ck_assert_int_eq(target->op, OP_AT_MOST);
    ck_assert_int_eq(target->scope, SCOPE_GROUP);
    ck_assert_str_eq(target->group, "重点");
    ck_assert(target->deadline);
    ck_assert_int_eq(target->from, 0);
    ck_assert_int_eq(target->to, 2025);
    ck_assert_str_eq(target->source, "工作要点");
    ck_assert_int_eq(target->line, 2);
    sample_free(&sample);
}
END_TEST

START_TEST(overlap_names_both_places)
{
    struct sample sample = read_targets("甲县,CZ,yoy,,8,,,,2019,,,\n甲县,工业总产值,增速,,9,,,,2019,,,\n");
    ck_assert_str_eq(sample_message(&sample, RULE_TARGET_TWICE),
                     "同一年里与 targets.csv:2 的目标重复；请只保留一个：'甲县 工业总产值 增速'");
    ck_assert_int_eq(sample_line(&sample, RULE_TARGET_TWICE), 3);
    sample_free(&sample);
}
END_TEST

static const char table[] = "2019 年主要目标任务分解表,,,,\n"
                            "单位,工业总产值,,新增规上企业（户）,负债总额\n"
                            ",增速（%）,总量（万元）,,（亿元）\n"
                            "全 州,10,\"1,200,000\",-,5\n"
                            "甲县,10.5,60万,3,4\n"
                            "注：摘自工作要点,,,,\n";

START_TEST(table_as_issued)
{
    struct sample sample = sample_read((const struct sample_file[]){
        {"targets-2019.csv", table}, {"targets.csv", HEADER "甲县,CZ,,,60,,,,2019,,,\n"}, NO_MORE});
    const struct target *targets = sample.dataset->targets;
    ck_assert_uint_eq(sample_errors(&sample), 1);
    ck_assert_uint_eq(sample_count(&sample, RULE_TARGET_NUMBER), 1);
    ck_assert_uint_eq(sample.dataset->target_count, 7);
    ck_assert_str_eq(targets[0].area->code, "R");
    ck_assert_int_eq(targets[0].measure, MEASURE_YOY);
    ck_assert_int_eq(targets[1].measure, MEASURE_VALUE);
    ck_assert_str_eq(number_plain(sample.arena, targets[1].value, 2), "120");
    ck_assert_int_eq(targets[2].op, OP_AT_MOST);
    ck_assert_int_eq(targets[2].from, 2019);
    ck_assert_str_eq(targets[2].file, "targets-2019.csv");
    ck_assert_int_eq(targets[2].line, 4);
    sample_free(&sample);
}
END_TEST

START_TEST(table_needs_a_year)
{
    struct sample sample =
        sample_read((const struct sample_file[]){{"targets.csv", "地区,工业总产值\n甲县,5\n"}, NO_MORE});
    ck_assert_uint_eq(sample_count(&sample, RULE_TARGET_YEAR), 1);
    sample_free(&sample);
    sample = sample_read((const struct sample_file[]){{"targets-2021.csv", "地区,工业总产值\n甲县,5\n"}, NO_MORE});
    ck_assert_uint_eq(sample_errors(&sample), 0);
    ck_assert_int_eq(sample.dataset->targets->to, 2021);
    sample_free(&sample);
}
END_TEST

Suite *targets_suite(void)
{
    Suite *suite = suite_create("targets");
    TCase *targets = tcase_create("targets");
    tcase_add_loop_test(targets, fault_is_found, 0, (int)(sizeof faults / sizeof *faults));
    tcase_add_loop_test(targets, row_is_read, 0, (int)(sizeof readings / sizeof *readings));
    tcase_add_test(targets, list_gives_each_indicator_a_target);
    tcase_add_test(targets, overlap_names_both_places);
    tcase_add_test(targets, table_as_issued);
    tcase_add_test(targets, table_needs_a_year);
    suite_add_tcase(suite, targets);
    return suite;
}
