/* SPDX-License-Identifier: MIT */
#include "sample.h"
#include "suites.h"

#include <string.h>

#define NO_MORE                                                                                                        \
    {                                                                                                                  \
        NULL, NULL                                                                                                     \
    }

/* A file with a fault, the rule that must find it, and how often. */
struct fault {
    const char *file, *text;
    enum rule rule;
    size_t count;
};

static const struct fault faults[] = {
    {"areas.csv", "code,parent\nR,\n", RULE_COLUMN_MISSING, 1},
    {"areas.csv", "code,name,name\nR,全州,x\n", RULE_COLUMN_TWICE, 1},
    {"areas.csv", "code,name,colour\nR,全州,红\n", RULE_COLUMN_UNKNOWN, 1},
    {"areas.csv", "code,name,,\nR,全州,,\n", RULE_COLUMN_UNKNOWN, 0},
    {"areas.csv", "code,name,,\nR,全州,,话\n", RULE_COLUMN_UNKNOWN, 1},
    {"areas.csv", "code,name\nR,全州,甲\n", RULE_ROW_TOO_LONG, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,,R\n,乙县,R\n", RULE_CELL_EMPTY, 2},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,R\nA,乙县,R\n", RULE_KEY_TWICE, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,\n", RULE_REGION_TWICE, 1},
    {"areas.csv", "code,name,role\nCN,全国,reference\n", RULE_REGION_NONE, 1},
    {"areas.csv", "", RULE_REGION_NONE, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,全洲\n", RULE_AREA_UNKNOWN, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,B\nB,乙县,C\nC,丙县,A\n", RULE_PARENT_CIRCLE, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,A\n", RULE_PARENT_CIRCLE, 1},
    {"areas.csv", "code,name,parent,role\nR,全州,,\nCN,全国,R,参照\n", RULE_REFERENCE_PARENT, 1},
    {"areas.csv", "code,name,parent,role\nR,全州,,\nCN,全国,,参照\nA,甲县,全国,\n", RULE_PARENT_REFERENCE, 1},
    {"areas.csv", "code,name,role\nR,全州,县\n", RULE_WORD_UNKNOWN, 1},
    {"areas.csv", "code,name,in_total\nR,全州,也许\n", RULE_WORD_UNKNOWN, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,R\nB,甲县,R\n", RULE_AREA_AMBIGUOUS, 0},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县,R\nB,甲县,R\nC,丙镇,甲县\n", RULE_AREA_AMBIGUOUS, 1},
    /* U+0001, U+202E, U+FFFE, U+FDD0, U+E000, U+E81E, U+1F600, U+FFFD; one finding a cell, and tables find the area
     * under the name that was meant */
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\x01县,R\nB,乙县,R\n", RULE_CHARACTER_UNFIT, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\xE2\x80\xAE\xE2\x80\xAE县,R\n", RULE_CHARACTER_UNFIT, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\xE2\x80\xAE县,R\nB,乙镇,甲县\n", RULE_AREA_UNKNOWN, 0},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲县\xEF\xBF\xBE,R\nB,乙\xEF\xB7\x90县,R\n", RULE_CHARACTER_UNFIT, 2},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\xEE\x80\x80县,R\n", RULE_CHARACTER_UNFIT, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\xEE\xA0\x9E县,R\n", RULE_CHARACTER_OLD, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,\xF0\x9F\x98\x80甲县,R\n", RULE_CHARACTER_UNFIT, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,甲\xEF\xBF\xBD县,R\n", RULE_CHARACTER_UNFIT, 1},
    {"areas.csv", "code,name,parent,group\nR,全州,,\nA\x02-,甲县,R,山区\xE2\x81\xA7县\n", RULE_CHARACTER_UNFIT, 2},
    {"areas.csv", "code,name,parent\nR,全州,\nA,\"甲\n县\",R\n", RULE_NAME_BREAK, 1},
    {"areas.csv", "code,name,parent\nR,全州,\nA,\"甲\r\n县\",R\nB,乙镇,甲县\n", RULE_NAME_BREAK, 1},
    /* what surrounds a cell is no part of it, and a name of the supplementary planes is a name */
    {"areas.csv", "code,name,parent\nR,全州,\nA,\xE2\x80\x8E甲县\xE2\x80\x8E,R\n", RULE_CHARACTER_UNFIT, 0},
    {"areas.csv", "code,name,parent\nR,全州,\nA,\xF0\xAC\xAD\x9A县,R\n", RULE_CHARACTER_UNFIT, 0},
    {"indicators.csv", "id,name,unit,kind\nCZ,产\xE2\x80\xAE值,亿\x01元,flow\n", RULE_CHARACTER_UNFIT, 2},
    {"indicators.csv", "id,name,unit,kind\nCZ,\"规模以上\n工业产值\",亿元,flow\n", RULE_NAME_BREAK, 1},
    {"indicators.csv", "id,name,kind\n", RULE_INDICATOR_NONE, 1},
    {"indicators.csv", "id,name,kind\nCZ,产值,\n", RULE_KIND_EMPTY, 1},
    {"indicators.csv", "id,name,kind\nCZ,产值,流量\n", RULE_WORD_UNKNOWN, 1},
    {"indicators.csv", "id,name,kind\nCZ,产值,flow\ncz,产值二,flow\n", RULE_KEY_TWICE, 1},
    {"indicators.csv", "id,name,kind,decimals\nCZ,产值,flow,11\n", RULE_INTEGER_INVALID, 1},
    {"indicators.csv", "id,name,kind,decimals\nCZ,产值,flow,10\n", RULE_INTEGER_INVALID, 0},
    {"indicators.csv", "id,name,kind,basis\nFZ,负债,stock,当期\n", RULE_BASIS_IDLE, 1},
    {"indicators.csv", "id,name,kind,total\nLV,优良率,ratio,sum\n", RULE_RATE_SUMMED, 1},
    {"indicators.csv", "id,name,kind,numerator,denominator\nA,甲,flow,,\nLV,率,ratio,A,\n", RULE_QUOTIENT_HALF, 1},
    {"indicators.csv", "id,name,kind,numerator,denominator\nA,甲,flow,,\nLV,率,flow,A,A\n", RULE_QUOTIENT_KIND, 1},
    {"indicators.csv", "id,name,kind,numerator,denominator\nLV,率,ratio,LV,LV\n", RULE_QUOTIENT_CIRCLE, 1},
    {"indicators.csv", "id,name,kind,numerator,denominator\nA,甲,flow,,\nP,率,ratio,Q,A\nQ,率,ratio,A,P\n",
     RULE_QUOTIENT_CIRCLE, 1},
    {"indicators.csv", "id,name,unit,kind,numerator,denominator\nA,甲,万元,flow,,\nB,乙,户,flow,,\nLV,率,%,ratio,A,B\n",
     RULE_QUOTIENT_UNIT, 1},
    {"indicators.csv",
     "id,name,unit,kind,numerator,denominator\nA,甲,亿元,flow,,\nB,乙,万户,flow,,\nLV,率,万元/户,ratio,A,B\n",
     RULE_QUOTIENT_UNIT, 0},
    {"indicators.csv",
     "id,name,unit,kind,numerator,denominator\nA,甲,亿元,flow,,\nB,乙,亩,flow,,\nLV,率,万元/户,ratio,A,B\n",
     RULE_QUOTIENT_UNIT, 1},
    {"indicators.csv", "id,name,kind,part_of\nA,甲,flow,B\nB,乙,flow,A\n", RULE_PART_CIRCLE, 1},
    {"settings.csv", "key,value\nrounding,四舍\n", RULE_WORD_UNKNOWN, 1},
    {"settings.csv", "key,value\nrouding,half_up\n", RULE_SETTING_UNKNOWN, 1},
    {"settings.csv", "key,value\n发文机关,甲\nissuer,乙\n", RULE_KEY_TWICE, 1},
    {"settings.csv", "项,值\n成文日期,2019-13-01\n", RULE_DATE_INVALID, 1},
    {"settings.csv", "key,value\nreply_by,十月底\n", RULE_DATE_INVALID, 1},
    {"settings.csv", "key,value\npraise,三\nblame,-1\n", RULE_INTEGER_INVALID, 2},
    {"settings.csv", "key,value\nstrong_change,-5\n", RULE_NUMBER_NEGATIVE, 1},
    {"settings.csv", "key,value\nletter_gap,很多\n", RULE_CONFIG_NUMBER, 1},
    {"settings.csv", "key,value\nletter_gap,-1\n", RULE_NUMBER_NEGATIVE, 1},
    {"settings.csv", "key,value\nletter_min,0\nletter_repeat,0\n", RULE_INTEGER_INVALID, 2},
    {"settings.csv", "key,value\nletter_min,1\nletter_repeat,1\nletter_gap,0\n", RULE_INTEGER_INVALID, 0},
    {"settings.csv", "key,value\nletters,some\n", RULE_WORD_UNKNOWN, 1},
    {"settings.csv", "key,value\nreference,CN;HN\n", RULE_AREA_UNKNOWN, 1},
    {"settings.csv", "key,value\ndoc_number,州制造强州[2019]1号\n", RULE_DOC_NUMBER, 1},
    {"settings.csv", "key,value\ndoc_number,州制造强州〔2019〕01号\n", RULE_DOC_NUMBER, 1},
    {"settings.csv", "key,value\ndoc_number,州制造强州〔2019〕第1号\n", RULE_DOC_NUMBER, 1},
    {"settings.csv", "key,value\ndoc_number,州制造强州〔2019〕1号\n", RULE_DOC_NUMBER, 0},
    {"scoring.csv", "indicator,weight,method\nCZ,0,efficacy\n", RULE_WEIGHT_INVALID, 1},
    {"scoring.csv", "indicator,weight,method\nCZ,,efficacy\n", RULE_WEIGHT_INVALID, 1},
    {"scoring.csv", "indicator,weight,method\nCZ,10,\n", RULE_CELL_EMPTY, 1},
    {"scoring.csv", "indicator,weight,method\nCZ,10,efficacy\n工业总产值,5,efficacy\n", RULE_KEY_TWICE, 1},
    {"scoring.csv", "indicator,weight,method\nCZ,10,ratio\n", RULE_SCORING_TARGET, 1},
    {"scoring.csv", "indicator,weight,method\nCZ,10,gap\n", RULE_SCORING_STEP, 1},
    {"scoring.csv", "indicator,weight,method,cap,floor\nCZ,10,efficacy,50%,0.6\n", RULE_SCORING_LIMITS, 1},
    {"scoring.csv", "indicator,measure,weight,method\nLV,yoy,10,efficacy\n", RULE_SCORING_MEASURE, 1},
    {"identities.csv", "total,parts\nCZ,CZ;DD\n", RULE_IDENTITY_TWICE, 1},
    {"identities.csv", "total,parts\nCZ,DD\n", RULE_IDENTITY_UNIT, 1},
    {"identities.csv", "total,parts\nCZ,\n", RULE_CELL_EMPTY, 1},
    {"identities.csv", "total,parts\nCZ,没有\n", RULE_INDICATOR_UNKNOWN, 1},
    {"documents.csv", "name,template,periods\n月报,,monthly\n年报,region,年末;每季\n", RULE_WORD_UNKNOWN, 0},
    {"documents.csv", "name,periods\n月报,逐月\n", RULE_WORD_UNKNOWN, 1},
    {"documents.csv", "name,periods\n,每月\n", RULE_CELL_EMPTY, 1},
    {"documents.csv", "name\n月报\n月 报\n", RULE_DOCUMENTS_TWICE, 1},
    {"documents.csv", "name,template\n月/报,\n.月报,\nTargets,\n月报,../region\n", RULE_DOCUMENTS_NAME, 4},
    {"documents.csv", "name,doc_number\n月报,随经信文[2021]3号\n", RULE_DOC_NUMBER, 1},
    {"seting.csv", "key,value\n", RULE_FILE_UNKNOWN, 1},
    {"README.md", "说明", RULE_FILE_UNKNOWN, 0},
    {"data/a.doc", "", RULE_DATA_UNKNOWN, 1},
    {"data/a.xls", "", RULE_BOOK_OTHER, 1},
    {"targets.et", "", RULE_BOOK_OTHER, 1},
    {"data/a.xlsx", "a,b\n", RULE_BOOK_DAMAGED, 1},
};

START_TEST(fault_is_found)
{
    const struct fault *fault = &faults[_i];
    struct sample sample = sample_read((const struct sample_file[]){{fault->file, fault->text}, NO_MORE});
    ck_assert_msg(sample_count(&sample, fault->rule) == fault->count, "%s %s: %zu of %s, not %zu", fault->file,
                  fault->text, sample_count(&sample, fault->rule), rule_code(fault->rule), fault->count);
    sample_free(&sample);
}
END_TEST

START_TEST(all_faults_in_one_run)
{
    struct sample sample = sample_read(
        (const struct sample_file[]){{"areas.csv", "code,name,parent,role\nR,全州,,\nA,甲县,没有,\nB,乙县,R,县\n"},
                                     {"indicators.csv", "id,name,kind,decimals\nCZ,产值,flow,x\n"},
                                     {"settings.csv", "key,value\nhead,half\nhead,full\n"},
                                     {"targets.csv", "area,indicator,value\n丁县,CZ,1\n"},
                                     NO_MORE});
    ck_assert_uint_eq(sample_errors(&sample), 6);
    sample_free(&sample);
}
END_TEST

START_TEST(areas_are_linked)
{
    struct sample sample = sample_read((const struct sample_file[]){NO_MORE});
    const struct dataset *dataset = sample.dataset;
    ck_assert_uint_eq(sample_errors(&sample), 0);
    ck_assert_uint_eq(dataset->area_count, 5);
    ck_assert_str_eq(dataset->region->code, "R");
    ck_assert_uint_eq(dataset->region->child_count, 3);
    ck_assert_str_eq(dataset->region->children[2]->code, "C-1");
    ck_assert_ptr_eq(dataset->areas[2].parent, dataset->region);
    ck_assert_int_eq(dataset->areas[0].role, ROLE_REFERENCE);
    ck_assert_str_eq(dataset->areas[4].group, "-");
    ck_assert(dataset->areas[3].in_total);
    sample_free(&sample);
}
END_TEST

START_TEST(kinds_have_their_defaults)
{
    struct sample sample = sample_read((const struct sample_file[]){NO_MORE});
    const struct indicator *indicators = sample.dataset->indicators;
    ck_assert_int_eq(indicators[0].decimals, 2);
    ck_assert_int_eq(indicators[0].total, TOTAL_SUM);
    ck_assert_int_eq(indicators[1].better, BETTER_LOWER);
    ck_assert_int_eq(indicators[2].decimals, 1);
    ck_assert_int_eq(indicators[2].total, TOTAL_GIVEN);
    ck_assert_int_eq(indicators[3].rate_decimals, 1);
    ck_assert_int_eq(indicators[4].decimals, 0);
    sample_free(&sample);
}
END_TEST

START_TEST(settings_go_where_they_belong)
{
    struct sample sample = sample_read((const struct sample_file[]){
        {"settings.csv",
         "项,值\n发文机关,州工信局\n成文日期,2019年10月20日\n反馈期限,2019年11月5日\n"
         "head,blank\nseal,space\nrounding,half_even\ncompare,exact\nreference,CN\n表扬名额,3\n"
         "letters,rule\nletter_min,3\nletter_gap,7.5\nletter_repeat,4\noutlier_yoy,200\noutlier_score,off\n"
         "outlier_level,不查\n标题,\n"},
        NO_MORE});
    const struct settings *settings = &sample.dataset->settings;
    ck_assert_uint_eq(sample_errors(&sample), 0);
    ck_assert_str_eq(settings->issuer, "州工信局");
    ck_assert_str_eq(settings->issue_date, "2019-10-20");
    ck_assert_str_eq(settings->reply_by, "2019年11月5日");
    ck_assert_int_eq(settings->head, HEAD_SETTING_BLANK);
    ck_assert(settings->seal_space && settings->compare_exact && !settings->draft);
    ck_assert_int_eq(settings->rounding, ROUND_HALF_EVEN);
    ck_assert_uint_eq(settings->reference_count, 1);
    ck_assert_str_eq(settings->reference[0]->name, "全国");
    ck_assert_int_eq(settings->praise, 3);
    ck_assert_int_eq(settings->blame, -1);
    ck_assert_int_eq(settings->letters, LETTERS_RULE);
    ck_assert_int_eq(settings->letter_min, 3);
    ck_assert_int_eq(settings->letter_repeat, 4);
    ck_assert_str_eq(number_plain(sample.arena, settings->letter_gap, 2), "7.5");
    ck_assert_ptr_null(settings->title);
    ck_assert_ptr_null(settings->outlier_change);
    ck_assert_ptr_null(settings->outlier_score);
    ck_assert_ptr_null(settings->outlier_level);
    ck_assert_str_eq(number_plain(sample.arena, settings->outlier_yoy, 1), "200");
    ck_assert_str_eq(number_plain(sample.arena, settings->outlier_spread, 1), "10");
    ck_assert_int_eq(settings->outlier_digits, 4);
    ck_assert_str_eq(number_plain(sample.arena, settings->strong_change, 1), "5");
    sample_free(&sample);
}
END_TEST

START_TEST(letters_are_off_by_default)
{
    struct sample sample = sample_read((const struct sample_file[]){NO_MORE});
    const struct settings *settings = &sample.dataset->settings;
    ck_assert_int_eq(settings->letters, LETTERS_OFF);
    ck_assert_int_eq(settings->letter_min, 2);
    ck_assert_int_eq(settings->letter_repeat, 2);
    ck_assert_str_eq(number_plain(sample.arena, settings->letter_gap, 1), "10");
    sample_free(&sample);
}
END_TEST

START_TEST(scoring_has_its_defaults)
{
    struct sample sample =
        sample_read((const struct sample_file[]){{"scoring.csv", "指标,权重,计分方法,封顶\nCZ,60,功效系数,120%\n"},
                                                 {"identities.csv", "total,parts,tolerance\nCZ,FZ,0.5\n"},
                                                 NO_MORE});
    const struct scoring *scoring = sample.dataset->scoring;
    ck_assert_uint_eq(sample_errors(&sample), 0);
    ck_assert_int_eq(scoring->method, SCORING_EFFICACY);
    ck_assert_str_eq(number_plain(sample.arena, scoring->cap, 2), "1.2");
    ck_assert_str_eq(number_plain(sample.arena, scoring->floor, 2), "0");
    ck_assert_uint_eq(sample.dataset->identities->part_count, 1);
    sample_free(&sample);
}
END_TEST

START_TEST(missing_tables_are_said_once)
{
    struct sample sample = sample_read((const struct sample_file[]){
        {"areas.csv", NULL}, {"targets.csv", "area,indicator,value\n甲县,CZ,1\n"}, NO_MORE});
    ck_assert_uint_eq(sample_errors(&sample), 1);
    sample_free(&sample);
    struct arena *arena = arena_new();
    struct findings findings = {.arena = arena};
    const struct dataset *dataset = check_region("/nonexistent", false, arena, &findings);
    ck_assert_ptr_nonnull(dataset);
    ck_assert_uint_eq(findings.count, 1);
    ck_assert_int_eq(findings.items[0].rule, RULE_FOLDER_MISSING);
    arena_free(arena);
}
END_TEST

Suite *config_suite(void)
{
    Suite *suite = suite_create("config");
    TCase *config = tcase_create("config");
    tcase_add_loop_test(config, fault_is_found, 0, (int)(sizeof faults / sizeof *faults));
    tcase_add_test(config, all_faults_in_one_run);
    tcase_add_test(config, areas_are_linked);
    tcase_add_test(config, kinds_have_their_defaults);
    tcase_add_test(config, settings_go_where_they_belong);
    tcase_add_test(config, letters_are_off_by_default);
    tcase_add_test(config, scoring_has_its_defaults);
    tcase_add_test(config, missing_tables_are_said_once);
    suite_add_tcase(suite, config);
    return suite;
}
