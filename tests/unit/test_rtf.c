/* SPDX-License-Identifier: MIT */
/* render/rtf: escapes, groups, the cells of tables, pages. */
#include "render/rtf/rtf.h"
#include "render/rtf/rtf_text.h"
#include "suites.h"

#include <stdlib.h>
#include <string.h>

Suite *rtf_suite(void);

static struct arena *arena;
static struct buffer out;

static void set_up(void)
{
    arena = arena_new();
    out = (struct buffer){.arena = arena};
}

static void tear_down(void)
{
    arena_free(arena);
}

/* ---- text ---- */

static const struct {
    const char *text, *rtf;
} escapes[] = {
    {"", ""},
    {"a\\b{c}", "a\\\\b\\{c\\}"},
    {"中", "\\u20013?"},                         /* U+4E2D */
    {"（", "\\u-248?"},                          /* U+FF08 */
    {"龥", "\\u-24667?"},                        /* U+9FA5 */
    {"\xF0\xA0\xAE\xB7", "\\u-10174?\\u-8265?"}, /* U+20BB7: D842 DFB7 */
    {"a\nb\tc", "a b c"},
    {"a\x01\x7F\rb", "ab"},
    {"a\xFF", "a\\u-3?"}, /* U+FFFD */
};

START_TEST(escapes_names)
{
    rtf_plain(&out, escapes[_i].text);
    ck_assert_str_eq(buffer_text(&out), escapes[_i].rtf);
}
END_TEST

/* Fonts: 0 Times, 1 仿宋, 3 黑体, 6 Arial. The one that counts is named last. */
START_TEST(parts_latin_from_chinese)
{
    static const char text[] = "第1名\n后";
    rtf_run(&out, FACE_BODY, text, strlen(text));
    ck_assert_str_eq(buffer_text(&out), "\\loch\\af0\\hich\\af0\\dbch\\f1 \\u31532?"
                                        "\\hich\\af0\\dbch\\af1\\loch\\f0 1"
                                        "\\loch\\af0\\hich\\af0\\dbch\\f1 \\u21517?"
                                        "\\hich\\af0\\dbch\\af1\\loch\\f0 \\line "
                                        "\\loch\\af0\\hich\\af0\\dbch\\f1 \\u21518?");
    out.length = 0;
    rtf_run(&out, FACE_HEI, "中文", strlen("中"));
    ck_assert_str_eq(buffer_text(&out), "\\loch\\af6\\hich\\af6\\dbch\\f3 \\u20013?");
}
END_TEST

/* The names in their own bytes: GB2312 has 仿 at B7C2, 宋 at CBCE, 黑 at BADA, 体 at CCE5. */
START_TEST(names_fonts_in_their_bytes)
{
    rtf_fonts(&out);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "{\\f1\\fmodern\\fcharset134\\fprq0 "
                                                    "\\'b7\\'c2\\'cb\\'ce_GB2312{\\*\\falt FangSong};}"));
    ck_assert_ptr_nonnull(
        strstr(buffer_text(&out), "{\\f3\\fmodern\\fcharset134\\fprq0 \\'ba\\'da\\'cc\\'e5{\\*\\falt SimHei};}"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "{\\f0\\froman\\fcharset0\\fprq0 Times New Roman;}"));
}
END_TEST

/* ---- a document ---- */

static size_t occurrences(const char *text, const char *word)
{
    size_t count = 0;
    for (; (text = strstr(text, word)) != NULL; text += strlen(word))
        count++;
    return count;
}

static const char *render(const struct document *document)
{
    struct render_context context = {0};
    out = (struct buffer){.arena = arena};
    ck_assert_ptr_null(rtf_render(document, &context, &out));
    ck_assert_uint_eq(strlen(buffer_text(&out)), out.length);
    return buffer_text(&out);
}

static const struct table *merged_table(void)
{
    struct table_builder t;
    table_begin(&t, arena, 3);
    table_column(&t, "地区", NULL, NULL, ALIGN_LEFT, 4);
    table_column(&t, "投资", "工业", "累计", ALIGN_RIGHT, 4);
    table_column(&t, "投资", "工业", "同比", ALIGN_RIGHT, 4);
    table_column(&t, "投资", "技改", NULL, ALIGN_RIGHT, 4);
    for (int row = 0; row < 2; row++) {
        table_cell(&t, cell_text(row ? "{乙}" : "甲"));
        table_cell(&t, cell_number("4.24", "4.24"));
        table_cell(&t, cell_number("-5.2", "-5.2"));
        table_cell(&t, cell_empty());
    }
    table_note(&t, "注");
    return table_end(&t);
}

static const struct chart *bars(void)
{
    static const struct chart_bar items[] = {
        {.label = "甲",
         .value = {.kind = CELL_NUMBER, .text = "9.7", .number = "9.7"},
         .target = {.kind = CELL_NUMBER, .text = "10"},
         .own = true},
        {.label = "乙",
         .value = {.kind = CELL_TEXT, .text = "未报"},
         .target = {.kind = CELL_EMPTY, .text = ""},
         .own = false},
    };
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_BARS, .title = "增速", .unit = "%", .alt = "一句话", .bars = items};
    chart->bar_count = 2;
    chart->reference = cell_number("9.6", "9.6");
    chart->reference_label = "全州";
    chart->name_head = "名称";
    chart->figure_head = "数值";
    chart->target_label = "目标";
    return chart;
}

static struct document *sample_document(enum head_style head, bool landscape)
{
    struct document *document = arena_alloc(arena, sizeof *document);
    *document = (struct document){.kind = DOCUMENT_BULLETIN,
                                  .title = "通报",
                                  .author = "作{者",
                                  .banner = "送审稿",
                                  .issued = {2019, 10, 18},
                                  .head = head,
                                  .issuer_mark = "某某办公室文件",
                                  .doc_number = "某办〔2019〕1号",
                                  .signer = "某某办公室",
                                  .date_text = "2019年10月18日",
                                  .copy_to = "州委",
                                  .printer = "某某办公室",
                                  .print_date_text = "2019年10月18日"};
    struct builder *builder = builder_new(arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    builder_paragraph(builder, PARAGRAPH_SALUTATION, "各单位：");
    builder_heading(builder, 1, "一、情况");
    builder_heading(builder, 2, "（一）情况");
    builder_paragraph(builder, PARAGRAPH_BODY, "二、问题。有}问题。");
    builder_paragraph(builder, PARAGRAPH_ENCLOSURE, "附件：1. 表");
    builder_paragraph(builder, PARAGRAPH_ENCLOSURE, "2. 图");
    builder_section(builder, SECTION_ANNEX, "附件1", "表", landscape);
    builder_table(builder, merged_table());
    builder_chart(builder, bars());
    builder_finish(builder, document);
    return document;
}

/* Groups end where they should, nothing is above ASCII. */
static void check_groups(const char *rtf)
{
    int depth = 0;
    ck_assert_int_eq(strncmp(rtf, "{\\rtf1\\ansi", 11), 0);
    for (const char *p = rtf; *p; p++) {
        ck_assert_int_lt((unsigned char)*p, 0x80);
        if (*p == '\\')
            p++;
        else if (*p == '{')
            depth++;
        else if (*p == '}')
            ck_assert_int_eq(--depth == 0, !strcmp(p, "}\n"));
    }
    ck_assert_int_eq(depth, 0);
}

START_TEST(nests)
{
    check_groups(render(sample_document((enum head_style)(_i % 3), _i > 2)));
}
END_TEST

START_TEST(is_the_same_again)
{
    const char *first = render(sample_document(HEAD_FULL, true)), *again = render(sample_document(HEAD_FULL, true));
    ck_assert_ptr_ne(first, again);
    ck_assert_str_eq(first, again);
    ck_assert_ptr_nonnull(strstr(first, "{\\creatim\\yr2019\\mo10\\dy18\\hr0\\min0}"));
}
END_TEST

/* ---- tables ---- */

/* The number-th row of the whole document, and how many cells end in it. */
static const char *row_of(const char *rtf, size_t number, size_t *cells)
{
    for (rtf = strstr(rtf, "\\trowd"); number > 0; number--) {
        ck_assert_ptr_nonnull(rtf);
        rtf = strstr(rtf + 1, "\\trowd");
    }
    ck_assert_ptr_nonnull(rtf);
    char *row = arena_string_n(arena, rtf, (size_t)(strstr(rtf, "\\row") - rtf));
    *cells = occurrences(row, "\\cell\n");
    return row;
}

/* What each of its cells is: < the first of some side by side, - one of the others, ^ and | the same downwards. */
static const char *merges_of(const char *row)
{
    static const char *const words[] = {"\\clmgf", "\\clmrg", "\\clvmgf", "\\clvmrg"};
    static const char *const signs[] = {"<", "-", "^", "|"};
    struct buffer shown = {.arena = arena};
    for (const char *end; (end = strstr(row, "\\cellx")) != NULL; row = end + 6) {
        const char *cell = arena_string_n(arena, row, (size_t)(end - row));
        size_t had = shown.length;
        for (size_t i = 0; i < 4; i++)
            if (strstr(cell, words[i]))
                buffer_add(&shown, signs[i]);
        buffer_add(&shown, shown.length == had ? ". " : " ");
    }
    return buffer_text(&shown);
}

/* 地区 three rows deep; 投资 over three columns; 工业 over two; 技改 over the two lower rows. */
START_TEST(merges_heads)
{
    static const char *const merges[] = {"^ < - - ", "| < - ^ ", "| . . | ", ". . . . ", ". . . . "};
    static const char *const texts[] = {"\\u22320?\\u21306?", "\\u24037?\\u19994?", "\\u32047?\\u-29791?", "\\u30002?",
                                        "\\{"};
    const char *rtf = render(sample_document(HEAD_NONE, false));
    for (size_t i = 0; i < 5; i++) {
        size_t cells;
        const char *row = row_of(rtf, i, &cells);
        ck_assert_uint_eq(cells, 4);
        ck_assert_str_eq(merges_of(row), merges[i]);
        ck_assert_ptr_nonnull(strstr(row, texts[i]));
        ck_assert_int_eq(strstr(row, "\\trhdr") != NULL, i < 3);
        ck_assert_ptr_nonnull(strstr(row, "\\trkeep"));
    }
    /* The text of a merged head stands once. */
    ck_assert_uint_eq(occurrences(rtf, "\\u25237?\\u-29372?"), 1); /* 投资 */
}
END_TEST

/* 8844 twips are 156 mm, 12756 are 225 mm. */
START_TEST(fills_the_width)
{
    size_t cells;
    int edge = 0, width = _i ? 12756 : 8844;
    const char *row = row_of(render(sample_document(HEAD_NONE, _i)), 3, &cells);
    for (; (row = strstr(row, "\\cellx")) != NULL; row += 6) {
        ck_assert_int_gt(atoi(row + 6), edge);
        edge = atoi(row + 6);
    }
    ck_assert_int_eq(edge, width);
}
END_TEST

/* Four rows: head, 甲 with its target, 乙 without a figure, 全州. */
START_TEST(writes_charts_as_tables)
{
    static const char *const texts[] = {"\\u21517?\\u31216?", "9.7", "\\u26410?\\u25253?", "9.6"};
    const char *rtf = render(sample_document(HEAD_NONE, false));
    ck_assert_ptr_nonnull(strstr(rtf, "\\u19968?\\u21477?\\u-29731?")); /* 一句话 */
    for (size_t i = 0; i < 4; i++) {
        size_t cells;
        const char *row = row_of(rtf, 5 + i, &cells);
        ck_assert_uint_eq(cells, 3);
        ck_assert_ptr_nonnull(strstr(row, texts[i]));
    }
}
END_TEST

/* ---- pages and paragraphs ---- */

START_TEST(draws_the_head_that_is_asked_for)
{
    static const char mark[] = "\\u26576?\\u26576?\\u21150?\\u20844?\\u23460?\\u25991?\\u20214?", rule[] = "\\brdrb";
    static const char number[] = "\\u26576?\\u21150?\\u12308?"; /* 某办〔 */
    static const struct {
        enum head_style head;
        size_t marks, rules, numbers;
    } heads[] = {{HEAD_FULL, 1, 1, 1}, {HEAD_BLANK, 0, 0, 1}, {HEAD_NONE, 0, 0, 0}};
    const char *rtf = render(sample_document(heads[_i].head, false));
    ck_assert_uint_eq(occurrences(rtf, mark), heads[_i].marks);
    ck_assert_uint_eq(occurrences(rtf, rule), heads[_i].rules);
    ck_assert_uint_eq(occurrences(rtf, number), heads[_i].numbers);
}
END_TEST

/* Body and annex, and an upright page for 版记 behind a turned one; banner and number on left and right pages of all.
 */
START_TEST(turns_pages)
{
    const char *rtf = render(sample_document(HEAD_FULL, _i));
    size_t sections = _i ? 3 : 2;
    ck_assert_uint_eq(occurrences(rtf, "\\sectd"), sections);
    ck_assert_uint_eq(occurrences(rtf, "\\lndscpsxn\\pgwsxn16838\\pghsxn11906"), _i ? 1 : 0);
    ck_assert_uint_eq(occurrences(rtf, "\\pgwsxn11906\\pghsxn16838"), sections - (_i ? 1 : 0));
    ck_assert_uint_eq(occurrences(rtf, "{\\headerl"), sections);
    ck_assert_uint_eq(occurrences(rtf, "{\\headerr"), sections);
    ck_assert_uint_eq(occurrences(rtf, "\\u-28671?\\u23457?\\u31295?"), 2 * sections); /* 送审稿 */
    ck_assert_uint_eq(occurrences(rtf, "{\\field{\\*\\fldinst PAGE}"), 2 * sections);
}
END_TEST

/* 28 characters in 8844 twips: cells of 315. A heading inside a paragraph is in 黑体 (font 3), its text in 仿宋 (1). */
START_TEST(sets_paragraphs)
{
    const char *rtf = render(sample_document(HEAD_FULL, false));
    ck_assert_ptr_nonnull(strstr(rtf, "\\fs32\\sl-579\\slmult0\\expnd-1\\expndtw-5\\fi630\\cufi200"));
    /* Headings are in the navigation pane: 一、 in 黑体, （一） in 楷体 (2). */
    ck_assert_ptr_nonnull(strstr(rtf, "\\pard\\plain\\s1\\outlinelevel0"));
    ck_assert_ptr_nonnull(strstr(rtf, "\\pard\\plain\\s2\\outlinelevel1"));
    ck_assert_ptr_nonnull(strstr(rtf, "\\dbch\\f3 \\u19968?\\u12289?"));
    ck_assert_ptr_nonnull(strstr(rtf, "\\dbch\\f2 \\u-248?\\u19968?\\u-247?"));
    /* 附件： is three cells, 1. one. */
    ck_assert_ptr_nonnull(strstr(rtf, "\\li1890\\fi-1260"));
    ck_assert_ptr_nonnull(strstr(rtf, "\\li1890\\fi-315"));
    ck_assert_ptr_nonnull(strstr(rtf, "\\dbch\\f3 \\u20108?\\u12289?\\u-27154?\\u-26472?\\u12290?"
                                      "\\loch\\af0\\hich\\af0\\dbch\\f1 \\u26377?"));
    rtf = render(sample_document(HEAD_NONE, false));
    ck_assert_ptr_nonnull(strstr(rtf, "\\fs28\\sl-472\\slmult0\\expnd0\\expndtw-4\\fi552\\cufi200"));
}
END_TEST

Suite *rtf_suite(void)
{
    Suite *suite = suite_create("rtf");
    TCase *tcase = tcase_create("rtf");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, escapes_names, 0, (int)(sizeof escapes / sizeof *escapes));
    tcase_add_test(tcase, parts_latin_from_chinese);
    tcase_add_test(tcase, names_fonts_in_their_bytes);
    tcase_add_loop_test(tcase, nests, 0, 6);
    tcase_add_test(tcase, is_the_same_again);
    tcase_add_test(tcase, merges_heads);
    tcase_add_loop_test(tcase, fills_the_width, 0, 2);
    tcase_add_test(tcase, writes_charts_as_tables);
    tcase_add_loop_test(tcase, draws_the_head_that_is_asked_for, 0, 3);
    tcase_add_loop_test(tcase, turns_pages, 0, 2);
    tcase_add_test(tcase, sets_paragraphs);
    suite_add_tcase(suite, tcase);
    return suite;
}
