/* SPDX-License-Identifier: MIT */
/* render/texts.c and render/gbt9704.c: what all renderers of a 公文 find in it, and where it puts things. */
#include "render/balance.h"
#include "render/gbt9704.h"
#include "render/texts.h"
#include "suites.h"

#include <string.h>
#include <unistr.h>

Suite *texts_suite(void);

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

static const struct {
    const char *paragraph, *heading;
    int level;
} run_ins[] = {
    {"一、总体情况。增长9.6%。", "一、总体情况。", 1},
    {"十二、其他。见附件。", "十二、其他。", 1},
    {"（三）投资。下降。", "（三）投资。", 2},
    {"一、总体情况。", "", 0},   /* nothing follows: a heading of its own */
    {"一、总体情况增长", "", 0}, /* no end */
    {"（三、投资。下降。", "", 0},
    {"三是投资。下降。", "", 0},
    {"1. 投资。下降。", "", 0},
    {"", "", 0},
    /* longer than a heading is */
    {"一、第一句话很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。后一句。", "", 0},
};

START_TEST(finds_run_in_headings)
{
    int level = 0;
    size_t bytes = run_in_heading(run_ins[_i].paragraph, &level);
    ck_assert_uint_eq(bytes, strlen(run_ins[_i].heading));
    ck_assert_int_eq(level, run_ins[_i].level);
}
END_TEST

START_TEST(takes_enclosures_apart)
{
    struct enclosure first = enclosure_pieces("附件：1. 完成情况表"), later = enclosure_pieces("12. 口径");
    ck_assert_uint_eq(first.label, strlen("附件："));
    ck_assert_uint_eq(first.number, 3);
    ck_assert_uint_eq(first.digits, 1);
    ck_assert_uint_eq(later.label, 0);
    ck_assert_uint_eq(later.number, 4);
    ck_assert_uint_eq(later.digits, 2);
    ck_assert_uint_eq(enclosure_pieces("附件：完成情况表").number, 0);
    ck_assert_uint_eq(enclosure_pieces("2019年情况表").number, 0);
}
END_TEST

START_TEST(completes_imprint_and_units)
{
    struct document document = {.copy_to = "州委，州政府", .print_date_text = "2019年10月18日"};
    ck_assert_str_eq(imprint_copies(arena, &document), "抄送：州委，州政府。");
    ck_assert_str_eq(imprint_date(arena, &document), "2019年10月18日印发");
    document = (struct document){.copy_to = "抄送：州委。", .print_date_text = "2019年10月18日印发"};
    ck_assert_str_eq(imprint_copies(arena, &document), "抄送：州委。");
    ck_assert_str_eq(imprint_date(arena, &document), "2019年10月18日印发");
    document.copy_to = NULL;
    ck_assert_str_eq(imprint_copies(arena, &document), "");
    ck_assert_str_eq(unit_line(arena, "亿元"), "单位：亿元");
    ck_assert_str_eq(unit_line(arena, "单位：亿元"), "单位：亿元");
    struct chart chart = {.title = "增速", .unit = "%"};
    ck_assert_str_eq(chart_caption(arena, &chart, false), "增速（单位：%）");
    ck_assert_str_eq(chart_caption(arena, &chart, true), "增速（续图）（单位：%）");
    chart.unit = NULL;
    ck_assert_str_eq(chart_caption(arena, &chart, false), "增速");
}
END_TEST

/* In a line of 28 characters; the seal's date ends four from the right with the signer centred above, without a seal
 * the signer ends two from the right and the date begins two behind it. */
static const struct {
    bool sealed;
    double signer, date, signer_at, date_at;
} signatures[] = {
    {true, 4, 6, 19, 18},   {true, 8, 6, 17, 18},  {true, 18, 6, 10, 16},
    {false, 10, 6, 16, 18}, {false, 4, 8, 16, 18}, {false, 30, 6, 0, 0},
};

START_TEST(places_signatures)
{
    struct signature at = signature_place(signatures[_i].sealed, 28, 1, signatures[_i].signer, signatures[_i].date);
    ck_assert_double_eq_tol(at.signer, signatures[_i].signer_at, 1e-9);
    ck_assert_double_eq_tol(at.date, signatures[_i].date_at, 1e-9);
}
END_TEST

/* 工业经济运行: three words of two; a line of four takes two of them. */
START_TEST(cuts_between_words)
{
    static const uint32_t text[] = {0x5DE5, 0x4E1A, 0x7ECF, 0x6D4E, 0x8FD0, 0x884C, 0x60C5, 0x51B5};
    struct balance_char chars[8];
    size_t ends[BALANCE_MOST];
    for (size_t i = 0; i < 8; i++)
        chars[i] = (struct balance_char){.character = text[i], .width = 1, .may_begin = true, .han = true};
    ck_assert_uint_eq(balance_lines(arena, chars, 8, 5, ends), 2);
    ck_assert_uint_eq(ends[0], 4);
    ck_assert_uint_eq(ends[1], 8);
    ck_assert_uint_eq(balance_lines(arena, chars, 6, 5, ends), 2);
    ck_assert_uint_eq(ends[0] % 2, 0);
    ck_assert_uint_eq(balance_lines(arena, chars, 8, 0.5, ends), 0);
}
END_TEST

/* 前三季度工业经济目标 never ends a line within 工业经济, nor 高新技术产业开发区 in itself, though that makes lines
 * uneven or takes one more. */
static const struct {
    const char *text;
    double measure;
    size_t lines, first; /* where the first line ends */
} titles[] = {
    {"前三季度工业经济目标", 8, 2, 4},
    {"某州高新技术产业开发区通报", 11, 2, 11},
    {"湘西某州前三季度高新技术产业开发区", 13, 2, 8},
    {"关于高新技术产业开发区管理委员会", 10, 3, 2},
};

START_TEST(keeps_compounds_whole)
{
    struct balance_char chars[32];
    size_t ends[BALANCE_MOST], count = 0;
    ucs4_t character;
    for (const uint8_t *p = (const uint8_t *)titles[_i].text; (p = u8_next(&character, p)); count++)
        chars[count] = (struct balance_char){.character = character, .width = 1, .may_begin = count > 0, .han = true};
    ck_assert_uint_eq(balance_lines(arena, chars, count, titles[_i].measure, ends), titles[_i].lines);
    ck_assert_uint_eq(ends[0], titles[_i].first);
}
END_TEST

Suite *texts_suite(void)
{
    Suite *suite = suite_create("texts");
    TCase *tcase = tcase_create("texts");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, finds_run_in_headings, 0, (int)(sizeof run_ins / sizeof *run_ins));
    tcase_add_test(tcase, takes_enclosures_apart);
    tcase_add_test(tcase, completes_imprint_and_units);
    tcase_add_loop_test(tcase, places_signatures, 0, (int)(sizeof signatures / sizeof *signatures));
    tcase_add_test(tcase, cuts_between_words);
    tcase_add_loop_test(tcase, keeps_compounds_whole, 0, sizeof titles / sizeof *titles);
    suite_add_tcase(suite, tcase);
    return suite;
}
