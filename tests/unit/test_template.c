/* SPDX-License-Identifier: MIT */
/* The parts of templates below the language itself: numerals, numbers in people's words, tokens, pieces. */
#include "suites.h"
#include "template/functions.h"
#include "template/keyword.h"
#include "template/numerals.h"
#include "template/person.h"

#include <stdint.h>
#include <string.h>

static struct arena *arena;
static struct findings findings;

static void setup(void)
{
    arena = arena_new();
    findings = (struct findings){.arena = arena};
}

static void teardown(void)
{
    arena_free(arena);
}

/* ---- numerals ---- */

struct written {
    const char *plain, *text;
};

static void expect_numerals(const struct written *cases, size_t count, enum numeral_style style)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(numeral_text(arena, cases[i].plain, style), cases[i].text);
}

#define EXPECT_NUMERALS(cases, style) expect_numerals((cases), sizeof(cases) / sizeof *(cases), (style))

START_TEST(counted_in_chinese)
{
    static const struct written cases[] = {
        {"0", "零"},
        {"5", "五"},
        {"10", "十"},
        {"15", "十五"},
        {"20", "二十"},
        {"100", "一百"},
        {"105", "一百零五"},
        {"110", "一百一十"},
        {"1010", "一千零一十"},
        {"1001", "一千零一"},
        {"10000", "一万"},
        {"10005", "一万零五"},
        {"22035", "二万二千零三十五"},
        {"100010", "十万零一十"},
        {"150000", "十五万"},
        {"1100000", "一百一十万"},
        {"10010000", "一千零一万"},
        {"20000300", "二千万零三百"},
        {"20003000", "二千万三千"},
        {"100000005", "一亿零五"},
        {"1000010000", "十亿零一万"},
        {"1000100000", "十亿零一十万"},
        {"1000010000000", "一万亿零一千万"},
        {"1500000000000", "一万五千亿"},
        {"1005000000000", "一万零五十亿"},
        {"9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"},
        {"-3.20", "负三点二零"},
        {"0.05", "零点零五"},
    };
    EXPECT_NUMERALS(cases, NUMERAL_CHINESE);
}
END_TEST

START_TEST(digit_by_digit)
{
    static const struct written cases[] = {{"2019", "二〇一九"}, {"0", "〇"}, {"-10.50", "负一〇点五〇"}};
    EXPECT_NUMERALS(cases, NUMERAL_DIGITS);
}
END_TEST

/* From five digits on; what is too long to count stays as it is, in groups. */
START_TEST(grouped)
{
    static const struct written cases[] = {{"999", "999"},           {"1234", "1234"},
                                           {"12345", "12 345"},      {"-22035.5", "-22 035.5"},
                                           {"1234567", "1 234 567"}, {"12345.67891", "12 345.67891"}};
    EXPECT_NUMERALS(cases, NUMERAL_GROUPED);
    ck_assert_str_eq(numeral_text(arena, "12345678901234567", NUMERAL_CHINESE), "12 345 678 901 234 567");
}
END_TEST

/* ---- numbers in people's words ---- */

/* Columns of the numbers found, joined by blanks. */
static const char *numbers_in(const char *text, bool begins_line)
{
    struct piece piece = {PIECE_TEXT, text, {"text/原因.txt", 3, 1, text}};
    struct buffer out = {.arena = arena};
    findings.count = 0;
    person_check_numbers(&findings, &piece, begins_line);
    for (size_t i = 0; i < findings.count; i++)
        buffer_format(&out, "%s%d", i ? " " : "", findings.items[i].where.at);
    return buffer_text(&out);
}

START_TEST(numbers_are_found)
{
    ck_assert_str_eq(numbers_in("增长12.5%", true), "3");
    ck_assert_str_eq(numbers_in("1,234.5万元和２０个", true), "1 11");
    ck_assert_str_eq(numbers_in("下降百分之十二点五", true), "3");
    ck_assert_str_eq(numbers_in("回落两个百分点", true), "3");
    ck_assert_str_eq(numbers_in("投资三亿元、五十万元", true), "3 7");
    ck_assert_str_eq(numbers_in("2019年", true), "1");
}
END_TEST

START_TEST(words_are_no_numbers)
{
    static const char *const fine[] = {
        "三个方面，两项工作", "第一，十分重要", "一是抓调度，二是抓项目", "几个百分点", "千方百计", "", "一季度"};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        ck_assert_str_eq(numbers_in(fine[i], true), "");
}
END_TEST

START_TEST(a_number_that_begins_a_line_numbers_it)
{
    ck_assert_str_eq(numbers_in("1. 加强调度", true), "");
    ck_assert_str_eq(numbers_in("　　（2）抓项目", true), "");
    ck_assert_str_eq(numbers_in("3、跟踪5家", true), "5");
    ck_assert_str_eq(numbers_in("1.5亿元", true), "1");
    ck_assert_str_eq(numbers_in("1. 加强调度", false), "1");
}
END_TEST

/* ---- tokens ---- */

/* The kinds and texts of all tokens: N name, # number, “ string, and the sign itself. */
static const char *tokens_of(const char *text)
{
    static const char marks[] = "$N#\"()[],=&*|!+x?";
    struct token_reader reader = {.at = text, .spot = {"f", 1, 1, text}, .arena = arena};
    struct buffer out = {.arena = arena};
    for (;;) {
        struct token token = token_next(&reader);
        if (token.kind == TOKEN_END)
            return buffer_text(&out);
        buffer_format(&out, "%c", marks[token.kind]);
        if (token.kind <= TOKEN_STRING || token.kind == TOKEN_COMPARE || token.kind >= TOKEN_UNCLOSED)
            buffer_format(&out, "%s", token.text);
        buffer_add(&out, " ");
    }
}

START_TEST(signs_of_either_width)
{
    ck_assert_str_eq(tokens_of("增速(工业投资,吉首市)"), "N增速 ( N工业投资 , N吉首市 ) ");
    ck_assert_str_eq(tokens_of("增速（工业投资，吉首市）"), "N增速 ( N工业投资 , N吉首市 ) ");
    ck_assert_str_eq(tokens_of("【甲、乙】"), "[ N甲 , N乙 ] ");
    ck_assert_str_eq(tokens_of("a＞＝１０．５％"), "Na =>= #10.5 ");
    ck_assert_str_eq(tokens_of("1≠2<>3!=4"), "#1 =~ #2 =~ #3 =~ #4 ");
    ck_assert_str_eq(tokens_of("a≤b<=c≥d==e"), "Na =<= Nb =<= Nc =>= Nd == Ne ");
}
END_TEST

START_TEST(words_numbers_and_strings)
{
    ck_assert_str_eq(tokens_of("甲 且 乙 or 非 丙"), "N甲 * N乙 | ! N丙 ");
    ck_assert_str_eq(tokens_of("甲且乙"), "N甲且乙 ");
    ck_assert_str_eq(tokens_of("-3 − 4 a-b"), "#-3 + #4 Na + Nb ");
    ck_assert_str_eq(tokens_of("“甲（一）” '乙' 「丙」 \"丁\""), "\"甲（一） \"乙 \"丙 \"丁 ");
    ck_assert_str_eq(tokens_of("”甲“ “乙“"), "\"甲 \"乙 ");
    ck_assert_str_eq(tokens_of("“甲)"), "x“甲) ");
    ck_assert_str_eq(tokens_of("甲 + 乙 × 2"), "N甲 + N乙 + #2 ");
}
END_TEST

START_TEST(tokens_know_their_place)
{
    struct token_reader reader = {.at = " 增速（ 甲)", .spot = {"f", 7, 5, ""}, .arena = arena};
    ck_assert_int_eq(token_next(&reader).spot.column, 6);
    ck_assert_int_eq(token_next(&reader).spot.column, 8);
    struct token name = token_next(&reader);
    ck_assert_int_eq(name.spot.column, 10);
    ck_assert_int_eq(name.spot.line, 7);
}
END_TEST

/* ---- keywords ---- */

static enum keyword keyword_of(const char *tag, const char **rest)
{
    struct token_reader reader = {.at = tag, .spot = {"f", 1, 1, tag}, .arena = arena};
    enum keyword keyword = keyword_take(&reader);
    *rest = token_rest(&reader);
    return keyword;
}

START_TEST(keywords_are_taken)
{
    const char *rest;
    ck_assert_int_eq(keyword_of(" 如果 甲", &rest), KEY_IF);
    ck_assert_str_eq(rest, "甲");
    ck_assert_int_eq(keyword_of("elseif a", &rest), KEY_ELSEIF);
    ck_assert_int_eq(keyword_of("—— 说明", &rest), KEY_REMARK);
    ck_assert_int_eq(keyword_of("如果甲", &rest), KEY_NONE);
    ck_assert_str_eq(rest, "如果甲");
    ck_assert_int_eq(keyword_of("“如果”", &rest), KEY_NONE);
    ck_assert(keyword_is_silent("结束") && keyword_is_silent("-- 甲") && keyword_is_silent("令 甲 = 1"));
    ck_assert(!keyword_is_silent("手填 3") && !keyword_is_silent("甲"));
}
END_TEST

START_TEST(words_stuck_to_names)
{
    ck_assert_str_eq(keyword_swallowed("如果有数据"), "如果");
    ck_assert_str_eq(keyword_swallowed("否则如果甲"), "否则如果");
    ck_assert_ptr_null(keyword_swallowed("结束甲"));
    ck_assert_ptr_null(keyword_swallowed("甲如果"));
    ck_assert_str_eq(token_swallowed("非年末且甲"), "非");
    ck_assert_str_eq(token_swallowed("吉首市且年末"), "且");
    ck_assert_ptr_null(token_swallowed("不锈钢产量"));
    ck_assert_ptr_null(token_swallowed("horse"));
}
END_TEST

/* ---- functions ---- */

START_TEST(functions_are_found)
{
    struct functions all = functions_all(arena);
    ck_assert_ptr_eq(functions_find(&all, "整句"), functions_find(&all, "whole_sentence"));
    ck_assert_ptr_null(functions_find(&all, "&&"));
    ck_assert_ptr_null(functions_find(&all, ""));
    for (int m = 0; m < MEASURE_COUNT; m++) {
        const struct function *by_name = functions_find(&all, measure_name((enum measure)m));
        const struct function *by_id = functions_find(&all, measure_id((enum measure)m));
        ck_assert(by_name && by_id && by_name->which == m && by_id->which == m);
    }
}
END_TEST

START_TEST(arguments_of_functions)
{
    struct functions all = functions_all(arena);
    const struct function *table = functions_find(&all, "数据表"), *sentence = functions_find(&all, "句"),
                          *period = functions_find(&all, "时期");
    ck_assert_uint_eq(function_least(table), 3);
    ck_assert_uint_eq(function_most(table), 4);
    ck_assert_int_eq(function_takes(table, 2), ARG_COLUMN);
    ck_assert_int_eq(function_takes(table, 9), ARG_TEXT);
    ck_assert_uint_eq(function_least(sentence), 0);
    ck_assert_uint_eq(function_most(sentence), SIZE_MAX);
    ck_assert_int_eq(function_takes(sentence, 7), ARG_TEXT);
    ck_assert_uint_eq(function_most(period), 0);
    ck_assert_int_eq(function_takes(period, 0), ARG_VALUE);
}
END_TEST

/* A row gives one thing, of what it takes; nothing must follow what may be left out, and nothing at all what repeats.
 */
START_TEST(rows_of_functions)
{
    struct functions all = functions_all(arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct function *f = all.items[i];
        ck_assert_msg(!!f->value + !!f->text_of_document + !!f->text_of_item + !!f->text_of_lane + !!f->figure_of_item +
                              !!f->table_of_document ==
                          1,
                      "%s", f->name);
        ck_assert_msg(!(f->text_of_item || f->figure_of_item) || function_takes(f, 0) == ARG_ITEM, "%s", f->name);
        ck_assert_msg(!f->text_of_lane || function_takes(f, 0) == ARG_LANE, "%s", f->name);
        ck_assert_msg(!(f->text_of_document || f->table_of_document) || function_most(f) == 0, "%s", f->name);
        for (size_t a = 0; a + 1 < FUNCTION_TAKES && f->takes[a + 1]; a++) {
            ck_assert_msg(!(f->takes[a] & OPTIONAL) || f->takes[a + 1] & OPTIONAL, "%s", f->name);
            ck_assert_msg(!(f->takes[a] & REPEATED), "%s", f->name);
        }
    }
}
END_TEST

/* ---- pieces ---- */

static bool silent(const char *tag)
{
    return *tag == '-';
}

/* kind line:column text of each piece, T text, { tag, r reference, n note; a line's end is /. */
static const char *pieces_of(const char *text)
{
    static const char kinds[] = "T{rn";
    struct pieces pieces = scan_template("f", text, silent, arena, &findings);
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < pieces.count; i++) {
        const struct piece *piece = &pieces.items[i];
        if (!strcmp(piece->text, "\n"))
            buffer_add(&out, "/");
        else
            buffer_format(&out, "%c%d:%d%s ", kinds[piece->kind], piece->spot.line, piece->spot.column, piece->text);
    }
    return buffer_text(&out);
}

START_TEST(text_is_cut_into_pieces)
{
    ck_assert_str_eq(pieces_of("甲{{乙}}丙\n"), "T1:1甲 {1:4乙 T1:7丙 /");
}
END_TEST

/* Full-width braces, CRLF, a last line without an end; [^甲] within a line is a reference, with a colon behind it at
 * its beginning a note, and [甲] text. */
START_TEST(braces_and_notes)
{
    ck_assert_str_eq(pieces_of("｛｛甲｝｝\r\n乙"), "{1:3甲 /T2:1乙 /");
    ck_assert_str_eq(pieces_of("长[^甲]：[乙]\n[^甲]：丙\n[^甲]丁\n"),
                     "T1:1长 r1:4甲 T1:6：[乙] /n2:3甲 T2:6丙 /r3:3甲 T3:5丁 /");
    ck_assert_uint_eq(findings.count, 0);
}
END_TEST

START_TEST(silent_tags_alone_leave_no_line)
{
    ck_assert_str_eq(pieces_of("甲\n　{{-a}} {{-b}}\n乙\n"), "T1:1甲 /{2:4-a {2:11-b T3:1乙 /");
    ck_assert_str_eq(pieces_of("{{-a}}{{c}}\n"), "{1:3-a {1:9c /");
    ck_assert_str_eq(pieces_of("\n"), "/");
}
END_TEST

START_TEST(braces_without_partners)
{
    pieces_of("甲{{乙\n丙}}\n{{ }}\n");
    ck_assert_uint_eq(findings.count, 3);
    ck_assert_int_eq(findings.items[0].rule, RULE_TEMPLATE_OPEN);
    ck_assert_int_eq(findings.items[0].where.at, 2);
    ck_assert_int_eq(findings.items[1].rule, RULE_TEMPLATE_CLOSE);
    ck_assert_int_eq(findings.items[1].where.line, 2);
    ck_assert_int_eq(findings.items[2].rule, RULE_TEMPLATE_EMPTY);
    ck_assert_int_eq(findings.items[2].where.line, 3);
}
END_TEST

Suite *template_suite(void)
{
    Suite *suite = suite_create("template");
    TCase *tests = tcase_create("template");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, counted_in_chinese);
    tcase_add_test(tests, digit_by_digit);
    tcase_add_test(tests, grouped);
    tcase_add_test(tests, numbers_are_found);
    tcase_add_test(tests, words_are_no_numbers);
    tcase_add_test(tests, a_number_that_begins_a_line_numbers_it);
    tcase_add_test(tests, signs_of_either_width);
    tcase_add_test(tests, words_numbers_and_strings);
    tcase_add_test(tests, tokens_know_their_place);
    tcase_add_test(tests, keywords_are_taken);
    tcase_add_test(tests, words_stuck_to_names);
    tcase_add_test(tests, functions_are_found);
    tcase_add_test(tests, arguments_of_functions);
    tcase_add_test(tests, rows_of_functions);
    tcase_add_test(tests, text_is_cut_into_pieces);
    tcase_add_test(tests, braces_and_notes);
    tcase_add_test(tests, silent_tags_alone_leave_no_line);
    tcase_add_test(tests, braces_without_partners);
    suite_add_tcase(suite, tests);
    return suite;
}
