/* SPDX-License-Identifier: MIT */
/* render/page on a paper that remembers: where things stand. What is expected is worked out here from GB/T 9704-2012 in
 * mm, not taken from layout. */
#include "paper_log.h"
#include "render/page/layout.h"
#include "suites.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Suite *layout_suite(void);

#define PT(mm) ((mm)*72 / 25.4)
#define NEAR 0.01 /* pt */
#define ANY NAN

/* 5.2: 天头 37 mm, 订口 28 mm, a 版心 of 156 mm × 225 mm; 22 lines of 28 characters of 3号, which is 16 pt. */
#define LEFT PT(28)
#define RIGHT PT(28 + 156)
#define TOP PT(37)
#define BOTTOM PT(37 + 225)
#define PITCH ((PT(225) - 16) / 21)
#define CELL ((PT(156) - 16) / 27)
/* A Han em box reaches 0.88 em above its baseline. */
#define BASELINE(top, size) ((top) + 0.88 * (size))

static struct fonts *fonts;
static struct arena *arena;
static struct buffer out;
static struct render_notes notes;

static void open_fonts(void)
{
    const char *error = NULL;
    arena = arena_new();
    fonts = fonts_open(&(struct font_paths){0}, arena, &error);
    ck_assert_msg(fonts != NULL, "%s", error);
    out = (struct buffer){.arena = arena};
}

static void close_fonts(void)
{
    fonts_close(fonts);
    arena_free(arena);
}

static const char *render(const struct document *document)
{
    struct render_context context = {.fonts = fonts, .notes = &notes};
    notes = (struct render_notes){0};
    paper_log_reset(arena);
    return page_render(document, &context, &paper_logging, &out);
}

/* ---- a 公文, call by call ---- */

#define FORTY "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"

#define BLACK                                                                                                          \
    {                                                                                                                  \
        0, 0, 0                                                                                                        \
    }
#define RED                                                                                                            \
    {                                                                                                                  \
        217, 26, 26                                                                                                    \
    } /* 红墨 */

static void make_notice(struct document *document)
{
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "各县市人民政府：");
    builder_paragraph(b, PARAGRAPH_BODY, FORTY);
    builder_section(b, SECTION_ANNEX, "附件1", "一览表", false);
    builder_paragraph(b, PARAGRAPH_BODY, "一二三四");
    *document = (struct document){.title = "关于一二三四的通报",
                                  .author = "某州统计局",
                                  .issued = {2019, 10, 18},
                                  .head = HEAD_FULL,
                                  .issuer_mark = "某州人民政府文件",
                                  .doc_number = "某政发五号",
                                  .signer = "某州工业和信息化局",
                                  .date_text = "二零一九年十月",
                                  .printer = "某州政府办公室",
                                  .print_date_text = "十月十八日印发"};
    builder_finish(b, document);
}

/* 7.2.4: the mark's top is 35 mm below the type area's. Eight characters of 50 pt take less than the width. */
#define MARK_TOP (TOP + PT(35))
/* 7.2.5, 7.2.7: two lines below it the number, 4 mm below that the rule. */
#define NUMBER_TOP (MARK_TOP + 50 + 2 * PITCH)
#define RED_RULE (NUMBER_TOP + 16 + PT(4))
/* 7.3.1, 7.3.2: two lines below the rule the title, 2号, and a blank line below it the text. */
#define TITLE_TOP (RED_RULE + 2 * PITCH)
#define TEXT_TOP (TITLE_TOP + 22 + 2 * PITCH - 16)
/* A text of so many full characters of 3号, of another size. */
#define TEXT_WIDTH(count) (((count)-1) * CELL + 16)
#define CENTRED(width) ((LEFT + RIGHT - (width)) / 2)
/* 7.3.5.2: two characters from the right, and the date two after it. */
#define SIGNER_LEFT (RIGHT - 2 * CELL - TEXT_WIDTH(9))
/* Salutation, two lines of text, a blank line. */
#define SIGNER_TOP (TEXT_TOP + 4 * PITCH)
/* 7.4: a line of 4号, 14 pt, between rules of 0.35 mm; the last on the type area's bottom. */
#define IMPRINT_TOP (BOTTOM - 14 * 1.75)
#define ANNEX_TITLE_TOP (TOP + 2 * PITCH)
#define ANNEX_TEXT_TOP (ANNEX_TITLE_TOP + 22 + 0.7 * PITCH)

static const struct log_call notice[] = {
    {LOG_PAGE, "", 0, 0, 0, 0, 0, 0, {0}, 1},
    /* 7.5: one character from the right on odd pages; how high its dash is is the font's affair. */
    {LOG_TEXT, "— 1 —", ANY, RIGHT - 14, ANY, ANY, 14, FONT_SONG, BLACK, 1},
    {LOG_TEXT, "某州人民政府文件", CENTRED(400), CENTRED(-400), BASELINE(MARK_TOP, 50), BASELINE(MARK_TOP, 50), 50,
     FONT_TITLE, RED, 1},
    {LOG_TEXT, "某政发五号", CENTRED(80), CENTRED(-80), BASELINE(NUMBER_TOP, 16), BASELINE(NUMBER_TOP, 16), 16,
     FONT_BODY, BLACK, 1},
    {LOG_RULE, "", LEFT, RIGHT, RED_RULE, RED_RULE, PT(0.5), 0, RED, 1},
    {LOG_TEXT, "关于一二三四的通报", CENTRED(198), CENTRED(-198), BASELINE(TITLE_TOP, 22), BASELINE(TITLE_TOP, 22), 22,
     FONT_TITLE, BLACK, 1},
    {LOG_TEXT, "各县市人民政府：", LEFT, LEFT + TEXT_WIDTH(8), BASELINE(TEXT_TOP, 16), BASELINE(TEXT_TOP, 16), 16,
     FONT_BODY, BLACK, 1},
    /* Indented by two, so that 26 of the 28 characters are left. */
    {LOG_TEXT, "一二三四五六七八九十一二三四五六七八九十一二三四五六", LEFT + 2 * CELL, RIGHT,
     BASELINE(TEXT_TOP + PITCH, 16), BASELINE(TEXT_TOP + PITCH, 16), 16, FONT_BODY, BLACK, 1},
    {LOG_TEXT, "七八九十一二三四五六七八九十", LEFT, LEFT + TEXT_WIDTH(14), BASELINE(TEXT_TOP + 2 * PITCH, 16),
     BASELINE(TEXT_TOP + 2 * PITCH, 16), 16, FONT_BODY, BLACK, 1},
    {LOG_TEXT, "某州工业和信息化局", SIGNER_LEFT, RIGHT - 2 * CELL, BASELINE(SIGNER_TOP, 16), BASELINE(SIGNER_TOP, 16),
     16, FONT_BODY, BLACK, 1},
    {LOG_TEXT, "二零一九年十月", SIGNER_LEFT + 2 * CELL, SIGNER_LEFT + 2 * CELL + TEXT_WIDTH(7),
     BASELINE(SIGNER_TOP + PITCH, 16), BASELINE(SIGNER_TOP + PITCH, 16), 16, FONT_BODY, BLACK, 1},
    {LOG_PAGE, "附件1", 0, 0, 0, 0, 0, 0, {0}, 2},
    {LOG_TEXT, "— 2 —", LEFT + 14, ANY, ANY, ANY, 14, FONT_SONG, BLACK, 2},
    /* 7.3.9: on the first line; the title on the third. */
    {LOG_OUTLINE, "附件1 一览表", 0, 0, TOP, TOP, 0, 0, {0}, 2},
    {LOG_TEXT, "附件1", LEFT, ANY, BASELINE(TOP, 16), BASELINE(TOP, 16), 16, FONT_HEI, BLACK, 2},
    {LOG_TEXT, "一览表", CENTRED(66), CENTRED(-66), BASELINE(ANNEX_TITLE_TOP, 22), BASELINE(ANNEX_TITLE_TOP, 22), 22,
     FONT_TITLE, BLACK, 2},
    {LOG_TEXT, "一二三四", LEFT + 2 * CELL, LEFT + 2 * CELL + TEXT_WIDTH(4), BASELINE(ANNEX_TEXT_TOP, 16),
     BASELINE(ANNEX_TEXT_TOP, 16), 16, FONT_BODY, BLACK, 2},
    {LOG_RULE, "", LEFT, RIGHT, IMPRINT_TOP, IMPRINT_TOP, PT(0.35), 0, BLACK, 2},
    {LOG_TEXT, "某州政府办公室", LEFT + 14, LEFT + 14 + 98, BASELINE(IMPRINT_TOP + 5.25, 14),
     BASELINE(IMPRINT_TOP + 5.25, 14), 14, FONT_BODY, BLACK, 2},
    {LOG_TEXT, "十月十八日印发", RIGHT - 14 - 98, RIGHT - 14, BASELINE(IMPRINT_TOP + 5.25, 14),
     BASELINE(IMPRINT_TOP + 5.25, 14), 14, FONT_BODY, BLACK, 2},
    {LOG_RULE, "", LEFT, RIGHT, BOTTOM, BOTTOM, PT(0.35), 0, BLACK, 2},
};
#define NOTICE_CALLS (sizeof notice / sizeof *notice)

static void check_number(size_t call, const char *what, double got, double expected)
{
    if (!isnan(expected))
        ck_assert_msg(fabs(got - expected) < NEAR, "call %zu, %s: %.3f instead of %.3f", call, what, got, expected);
}

static void check_call(size_t i, const struct log_call *got, const struct log_call *expected)
{
    ck_assert_msg(got->what == expected->what && strcmp(got->text, expected->text) == 0, "call %zu: %d “%s”", i,
                  (int)got->what, got->text);
    check_number(i, "left", got->left, expected->left);
    check_number(i, "right", got->right, expected->right);
    check_number(i, "top", got->top, expected->top);
    check_number(i, "bottom", got->bottom, expected->bottom);
    check_number(i, "size", got->size, expected->size);
    ck_assert_int_eq(got->face, expected->face);
    ck_assert_mem_eq(&got->colour, &expected->colour, sizeof got->colour);
    ck_assert_uint_eq(got->page, expected->page);
}

START_TEST(sets_a_notice)
{
    struct document document;
    make_notice(&document);
    ck_assert_ptr_null(render(&document));
    for (size_t i = 0; i < NOTICE_CALLS && i < paper_log.count; i++)
        check_call(i, &paper_log.calls[i], &notice[i]);
    ck_assert_uint_eq(paper_log.count, NOTICE_CALLS);
    ck_assert_str_eq(paper_log.properties.title, "关于一二三四的通报");
    ck_assert_str_eq(paper_log.properties.author, "某州统计局");
    ck_assert_int_eq(paper_log.properties.date.day, 18);
    ck_assert_int_eq(notes.pages, 2);
    ck_assert_uint_eq(notes.fallback_count, 0);
    ck_assert_str_eq(buffer_text(&out), "21 calls");
}
END_TEST

static size_t count_calls(enum logged what, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < paper_log.count; i++)
        count += paper_log.calls[i].what == what && (!text || strcmp(paper_log.calls[i].text, text) == 0);
    return count;
}

static const struct log_call *find_text(const char *text)
{
    for (size_t i = 0; i < paper_log.count; i++)
        if (paper_log.calls[i].what == LOG_TEXT && strcmp(paper_log.calls[i].text, text) == 0)
            return &paper_log.calls[i];
    ck_abort_msg("“%s” isn't drawn", text);
    return NULL;
}

/* 7.3.4: a blank line below the text, two characters in; further ones under the first's number, each a link. */
START_TEST(lists_enclosures)
{
    struct document document;
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, "一二三四");
    builder_paragraph(b, PARAGRAPH_ENCLOSURE, "附件：1. 一览表");
    builder_paragraph(b, PARAGRAPH_ENCLOSURE, "2. 进度表");
    document = (struct document){.title = "通报", .head = HEAD_FULL};
    builder_finish(b, &document);
    ck_assert_ptr_null(render(&document));
    const struct log_call *text = find_text("一二三四"), *first = find_text("附件：1. 一览表"),
                          *second = find_text("2. 进度表"), *link = second + 1;
    ck_assert_double_eq_tol(first->left, LEFT + 2 * CELL, NEAR);
    ck_assert_double_eq_tol(second->left, LEFT + 5 * CELL, NEAR);
    ck_assert_double_eq_tol(first->top, text->top + 2 * PITCH, NEAR);
    ck_assert_double_eq_tol(second->top, text->top + 3 * PITCH, NEAR);
    ck_assert_int_eq(first[1].what, LOG_LINK);
    ck_assert_str_eq(first[1].text, "附件1");
    ck_assert_int_eq(link->what, LOG_LINK);
    ck_assert_str_eq(link->text, "附件2");
    check_number(0, "left", link->left, second->left);
    check_number(0, "right", link->right, second->right);
    check_number(0, "top", link->top, second->top - 0.88 * 16);
    check_number(0, "bottom", link->bottom, second->top + 0.12 * 16);
}
END_TEST

/* ---- tables ---- */

static const struct table *make_table(size_t rows)
{
    struct table_builder t;
    table_begin(&t, arena, 1);
    t.table.title = "一览表";
    table_column(&t, "名称", NULL, NULL, ALIGN_LEFT, 4);
    table_column(&t, "数值", NULL, NULL, ALIGN_RIGHT, 4);
    for (size_t i = 0; i < rows; i++) {
        table_cell(&t, cell_text("甲县"));
        table_cell(&t, cell_number("1.5", "1.5"));
    }
    return table_end(&t);
}

static void make_annex(struct document *document, const struct table *table, bool landscape)
{
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_ANNEX, "附件1", "", landscape);
    builder_table(b, table);
    *document = (struct document){.title = "通报", .head = HEAD_FULL};
    builder_finish(b, document);
}

/* The rectangle around all calls of a kind on a page. */
static struct box around(enum logged what, size_t page)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        if (call->what != what || call->page != page)
            continue;
        left = fmin(left, call->left), right = fmax(right, call->right);
        top = fmin(top, call->top), bottom = fmax(bottom, call->bottom);
    }
    return (struct box){left, top, right - left, bottom - top};
}

/* A table as wide as the type area, on as many pages as it takes, with its head and 续表 on each. */
START_TEST(repeats_heads)
{
    struct document document;
    make_annex(&document, make_table(50), false);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(paper_log.pages, 2);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "甲县"), 50);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "名称"), 2);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "一览表"), 1);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "一览表（续表）"), 1);
    for (size_t page = 1; page <= 2; page++) {
        struct box rules = around(LOG_RULE, page), heads = around(LOG_FRAME, page);
        ck_assert_double_eq_tol(rules.x, LEFT, NEAR);
        ck_assert_double_eq_tol(rules.width, RIGHT - LEFT, NEAR);
        ck_assert_double_eq_tol(heads.width, RIGHT - LEFT, NEAR);
        ck_assert_double_eq_tol(heads.y + heads.height, rules.y, NEAR);
        ck_assert_double_le(rules.y + rules.height, BOTTOM + NEAR);
    }
}
END_TEST

/* Two tables of the same areas are one that is too wide: the second is told to go on with the first. */
START_TEST(continues_tables)
{
    for (size_t rows = 3; rows <= 4; rows++) {
        struct document document;
        struct table first = *make_table(3), second = *make_table(rows);
        struct builder *b = builder_new(arena);
        first.title = second.title = NULL;
        builder_section(b, SECTION_ANNEX, "附件1", "各县市指标", false);
        builder_table(b, &first);
        builder_table(b, &second);
        document = (struct document){.title = "通报", .head = HEAD_FULL};
        builder_finish(b, &document);
        ck_assert_ptr_null(render(&document));
        ck_assert_uint_eq(count_calls(LOG_TEXT, "续表"), rows == 3);
        ck_assert_uint_eq(count_calls(LOG_TEXT, "名称"), 2);
    }
}
END_TEST

/* 7.4: what is wide is turned, its head at the sheet's left; the page number stands where it always does. */
START_TEST(turns_wide_tables)
{
    struct document document;
    make_annex(&document, make_table(3), true);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(count_calls(LOG_TURN, NULL), 1);
    const struct log_call *number = &paper_log.calls[1], *turn = &paper_log.calls[2];
    ck_assert_str_eq(number->text, "— 1 —");
    ck_assert_double_eq_tol(number->right, RIGHT - 14, NEAR);
    ck_assert_int_eq(turn->what, LOG_TURN);
    ck_assert_double_eq_tol(turn->left, LEFT, NEAR);
    ck_assert_double_eq_tol(turn->bottom, BOTTOM, NEAR);
    struct box rules = around(LOG_RULE, 1);
    ck_assert_double_eq_tol(rules.x, 0, NEAR);
    ck_assert_double_eq_tol(rules.width, PT(225), NEAR);
    ck_assert_double_le(rules.y + rules.height, PT(156));
}
END_TEST

/* The area of a link is that of the page, also on a turned sheet: x there is up here, y is to the right. */
START_TEST(links_from_turned_tables)
{
    struct document document;
    struct cell linked = cell_text("甲县");
    linked.link = "附件1";
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "名称", NULL, NULL, ALIGN_LEFT, 4);
    table_cell(&t, linked);
    make_annex(&document, table_end(&t), true);
    ck_assert_ptr_null(render(&document));
    struct box link = around(LOG_LINK, 1), row = around(LOG_RULE, 1);
    ck_assert_double_eq_tol(link.x, LEFT + row.y, NEAR);
    ck_assert_double_eq_tol(link.width, row.height, NEAR);
    ck_assert_double_eq_tol(link.y, BOTTOM - row.x - row.width, NEAR);
    ck_assert_double_eq_tol(link.height, row.width, NEAR);
}
END_TEST

/* ---- charts ---- */

static void make_chart(struct document *document, enum chart_kind kind)
{
    static const char *const categories[] = {"上半年", "前三季度"};
    struct cell *values = arena_alloc(arena, 2 * sizeof *values);
    values[0] = cell_number("50", "50");
    values[1] = cell_number("100", "100");
    struct chart_bar *bars = arena_alloc(arena, 2 * sizeof *bars);
    bars[0] = (struct chart_bar){.label = "甲县", .value = values[0], .target = cell_empty(), .own = true};
    bars[1] = (struct chart_bar){.label = "乙县", .value = values[1], .target = cell_empty()};
    struct chart_series *series = arena_alloc(arena, sizeof *series);
    *series = (struct chart_series){.label = "甲县", .values = values, .own = true};
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = kind,
                            .title = "进度",
                            .unit = "%",
                            .alt = "甲县50%，乙县100%。",
                            .bars = bars,
                            .bar_count = 2,
                            .reference = cell_empty(),
                            .categories = categories,
                            .category_count = 2,
                            .series = series,
                            .series_count = 1};
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_chart(b, chart);
    *document = (struct document){.title = "通报", .head = HEAD_FULL};
    builder_finish(b, document);
}

static const struct log_call *area_of(struct colour colour)
{
    for (size_t i = 0; i < paper_log.count; i++)
        if (paper_log.calls[i].what == LOG_AREA && !memcmp(&paper_log.calls[i].colour, &colour, sizeof colour))
            return &paper_log.calls[i];
    ck_abort_msg("no such area");
    return NULL;
}

/* Half as much is half as long; the own bar is the darkest. */
START_TEST(draws_bars_to_scale)
{
    struct document document;
    make_chart(&document, CHART_BARS);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(count_calls(LOG_FIGURE, "甲县50%，乙县100%。"), 1);
    const struct log_call *half = area_of((struct colour){24, 66, 122}),
                          *full = area_of((struct colour){150, 172, 202});
    ck_assert_double_gt(full->right - full->left, 100);
    ck_assert_double_eq_tol(2 * (half->right - half->left), full->right - full->left, NEAR);
    ck_assert_double_eq_tol(half->left, full->left, NEAR);
}
END_TEST

/* The axis goes from 0 to 100, so the line from 50 to 100 climbs half of its height to its top. */
START_TEST(draws_lines_to_scale)
{
    struct document document;
    double axis_top = INFINITY, axis_bottom = 0;
    const struct log_call *line = NULL;
    make_chart(&document, CHART_LINES);
    ck_assert_ptr_null(render(&document));
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        if (call->what == LOG_RULE && call->top == call->bottom && call->right - call->left > 200 &&
            call->colour.red != 217) {
            axis_top = fmin(axis_top, call->top);
            axis_bottom = fmax(axis_bottom, call->bottom);
        }
        if (call->what == LOG_RULE && call->colour.red == 24)
            line = call;
    }
    ck_assert_ptr_nonnull(line);
    ck_assert_double_gt(axis_bottom - axis_top, 100);
    ck_assert_double_eq_tol(line->top, axis_top, NEAR);
    ck_assert_double_eq_tol(line->bottom, (axis_top + axis_bottom) / 2, NEAR);
}
END_TEST

/* ---- pages and papers ---- */

static void make_letter(struct document *document, size_t paragraphs)
{
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    while (paragraphs--)
        builder_paragraph(b, PARAGRAPH_BODY, FORTY);
    *document = (struct document){.title = "提醒函", .head = HEAD_LETTER, .issuer_mark = "某州统计局"};
    builder_finish(b, document);
}

/* 7.2.4: a mark is never lower than a title. One of 20 characters is narrowed, one of 31 takes two lines, each within
 * the type area; so do a signer and a printer that no line holds. */
static void make_long_names(struct document *document, const char *mark)
{
    static const char office[] = "某某土家族苗族自治州人民政府推进新型工业化工作领导小组办公室";
    *document = (struct document){.kind = DOCUMENT_BULLETIN,
                                  .title = "通报",
                                  .issued = {2019, 10, 18},
                                  .head = HEAD_FULL,
                                  .issuer_mark = mark,
                                  .doc_number = "某〔2019〕1号",
                                  .signer = office,
                                  .date_text = "2019年10月18日",
                                  .printer = office,
                                  .print_date_text = "2019年10月18日"};
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, "正文。");
    builder_finish(b, document);
}

static void check_in_type_area(void)
{
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        if (call->what != LOG_TEXT)
            continue;
        ck_assert_msg(call->left > 28 * MM - NEAR && call->right < 184 * MM + NEAR, "“%s”", call->text);
        for (size_t j = 0; j < i; j++)
            ck_assert_msg(paper_log.calls[j].what != LOG_TEXT || paper_log.calls[j].page != call->page ||
                              fabs(paper_log.calls[j].top - call->top) > call->size * 0.9 ||
                              paper_log.calls[j].left >= call->right - NEAR ||
                              paper_log.calls[j].right <= call->left + NEAR,
                          "“%s” on “%s”", call->text, paper_log.calls[j].text);
    }
}

START_TEST(holds_long_names)
{
    struct document document;
    make_long_names(&document, "湘西自治州制造强州建设领导小组办公室文件");
    ck_assert_ptr_null(render(&document));
    ck_assert_double_ge(find_text("湘西自治州制造强州建设领导小组办公室文件")->size, 26);
    check_in_type_area();
    make_long_names(&document, "某某土家族苗族自治州人民政府推进新型工业化工作领导小组办公室文件");
    ck_assert_ptr_null(render(&document));
    ck_assert_double_ge(find_text("某某土家族苗族自治州人民政府推进")->size, 26);
    check_in_type_area();
}
END_TEST

/* Spaces behind a paragraph's last line break are no line, and take none away. */
START_TEST(drops_spaces_behind_the_last_break)
{
    struct document document = {.title = "通报"};
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, "甲乙丙\n丁戊己\n  ");
    builder_finish(b, &document);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(count_calls(LOG_TEXT, "甲乙丙"), 1);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "丁戊己"), 1);
}
END_TEST

/* A letter is sent as one page where 22 to 28 lines do it; each try is a file of its own, all are discarded and one is
 * written. Its first page has no number (10.1). */
START_TEST(tries_closer_lines_for_letters)
{
    struct document document;
    make_letter(&document, 6); /* 12 lines, and 7.3 taken by head and title */
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(paper_log.begun, 1);
    ck_assert_uint_eq(count_calls(LOG_TEXT, "— 1 —"), 0);
    make_letter(&document, 10);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_gt(paper_log.begun, 1);
    ck_assert_uint_eq(paper_log.pages, 1);
    ck_assert_uint_eq(paper_log.discarded, paper_log.begun);
    make_letter(&document, 30);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(paper_log.begun, 8); /* 22 to 28, and 22 again */
    ck_assert_uint_eq(paper_log.discarded, 8);
    ck_assert_uint_gt(paper_log.pages, 1);
    ck_assert_int_eq(notes.pages, (int)paper_log.pages);
}
END_TEST

/* 㮾 is in none of the default faces but the fallback. */
START_TEST(notes_fallback_characters)
{
    struct document document;
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, "长沙县㮾梨街道，㮾梨");
    document = (struct document){.title = "通报", .head = HEAD_FULL};
    builder_finish(b, &document);
    ck_assert_ptr_null(render(&document));
    ck_assert_uint_eq(notes.fallback_count, 1);
    ck_assert_str_eq(notes.fallback, "㮾");
}
END_TEST

START_TEST(passes_refusals_on)
{
    struct document document;
    make_notice(&document);
    struct render_context context = {.fonts = fonts};
    paper_log_reset(arena);
    paper_log.refusal = "纸用完了。";
    ck_assert_str_eq(page_render(&document, &context, &paper_logging, &out), "纸用完了。");
    ck_assert_uint_eq(paper_log.finished + paper_log.discarded, 0);
    /* A character that no face has: the file is begun, never finished, and freed. */
    document.title = "标题\xEE\x80\x80";
    const char *error = render(&document);
    ck_assert_ptr_nonnull(strstr(error, "U+E000"));
    ck_assert_uint_eq(paper_log.finished, 0);
    ck_assert_uint_eq(paper_log.discarded, 1);
}
END_TEST

/* A face of its own for the role, over a link, so that it can become another file during the run. */
START_TEST(knows_what_faces_were_read_from)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *error = NULL;
    const char *base = cache && *cache ? cache : arena_format(arena, "%s/.cache", getenv("HOME"));
    const char *song = arena_format(arena, "%s/tongbao/fonts/song.ttf", base);
    const char *kai = arena_format(arena, "%s/tongbao/fonts/kai.ttf", base);
    char folder[] = "/tmp/tongbao-fonts-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const char *link = arena_format(arena, "%s/楷.ttf", folder);
    ck_assert_int_eq(symlink(kai, link), 0);
    struct fonts *own = fonts_open(&(struct font_paths){.body = link}, arena, &error);
    ck_assert_msg(own != NULL, "%s", error);
    struct font_source body, plain;
    ck_assert_ptr_null(fonts_source(own, FONT_BODY, arena, &body));
    ck_assert_str_eq(body.name, "楷.ttf");
    ck_assert_str_eq(body.label, "正文（仿宋）");
    /* the same bytes under their own name */
    ck_assert_ptr_null(fonts_source(own, FONT_KAI, arena, &plain));
    ck_assert_str_eq(plain.name, "kai.ttf");
    ck_assert(sum_same(&body.sum, &plain.sum));
    ck_assert_ptr_null(fonts_source(own, FONT_SONG, arena, &plain));
    ck_assert(!sum_same(&body.sum, &plain.sum));
    ck_assert_int_eq(unlink(link), 0);
    ck_assert_int_eq(symlink(song, link), 0);
    error = fonts_source(own, FONT_BODY, arena, &body);
    ck_assert_ptr_nonnull(error);
    ck_assert_ptr_nonnull(strstr(error, "楷.ttf"));
    ck_assert_int_eq(unlink(link), 0);
    ck_assert_ptr_nonnull(fonts_source(own, FONT_BODY, arena, &body));
    ck_assert_ptr_null(fonts_source(own, FONT_KAI, arena, &plain));
    fonts_close(own);
    rmdir(folder);
}
END_TEST

Suite *layout_suite(void)
{
    Suite *suite = suite_create("layout");
    TCase *tests = tcase_create("layout");
    tcase_add_checked_fixture(tests, open_fonts, close_fonts);
    tcase_add_test(tests, sets_a_notice);
    tcase_add_test(tests, lists_enclosures);
    tcase_add_test(tests, repeats_heads);
    tcase_add_test(tests, continues_tables);
    tcase_add_test(tests, turns_wide_tables);
    tcase_add_test(tests, links_from_turned_tables);
    tcase_add_test(tests, draws_bars_to_scale);
    tcase_add_test(tests, draws_lines_to_scale);
    tcase_add_test(tests, holds_long_names);
    tcase_add_test(tests, drops_spaces_behind_the_last_break);
    tcase_add_test(tests, tries_closer_lines_for_letters);
    tcase_add_test(tests, notes_fallback_characters);
    tcase_add_test(tests, passes_refusals_on);
    tcase_add_test(tests, knows_what_faces_were_read_from);
    suite_add_tcase(suite, tests);
    return suite;
}
