/* SPDX-License-Identifier: MIT */
/* Lists and waterfalls on a paper that remembers: where things stand, and what stays together. */
#include "paper_log.h"
#include "render/page/layout.h"

#include <check.h>
#include <math.h>
#include <string.h>

Suite *list_pages_suite(void);

#define PT(mm) ((mm)*72 / 25.4)
#define NEAR 0.01 /* pt */
#define LEFT PT(28)
#define RIGHT PT(28 + 156)
#define TOP PT(37)
#define BOTTOM PT(37 + 225)

static struct fonts *fonts;
static struct arena *arena;
static struct buffer out;

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

static void render(struct builder *builder)
{
    struct render_notes notes = {0};
    struct render_context context = {.fonts = fonts, .notes = &notes};
    struct document document = {.title = "通报", .head = HEAD_NONE};
    builder_finish(builder, &document);
    paper_log_reset(arena);
    const char *error = page_render(&document, &context, &paper_logging, &out);
    ck_assert_msg(!error, "%s", error);
}

static size_t count_of(const char *text, size_t page)
{
    size_t count = 0;
    for (size_t i = 0; i < paper_log.count; i++)
        count += paper_log.calls[i].what == LOG_TEXT && (!page || paper_log.calls[i].page == page) &&
                 !strcmp(paper_log.calls[i].text, text);
    return count;
}

static const struct log_call *call_of(enum logged what, const char *text)
{
    for (size_t i = 0; i < paper_log.count; i++)
        if (paper_log.calls[i].what == what && !strcmp(paper_log.calls[i].text, text))
            return &paper_log.calls[i];
    ck_abort_msg("nowhere: %s", text);
    return NULL;
}

/* Of the first line that begins so. */
static size_t page_of_first(const char *beginning)
{
    for (size_t i = 0; i < paper_log.count; i++)
        if (paper_log.calls[i].what == LOG_TEXT && !strncmp(paper_log.calls[i].text, beginning, strlen(beginning)))
            return paper_log.calls[i].page;
    ck_abort_msg("nowhere: %s", beginning);
    return 0;
}

/* What stands within the type area is there whole, and is to be read. */
static void check_room(void)
{
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        if (call->what != LOG_TEXT || call->top > BOTTOM)
            continue;
        ck_assert_double_ge(call->size, 8 - NEAR);
        ck_assert_double_ge(call->left, LEFT - NEAR);
        ck_assert_double_le(call->right, RIGHT + 1);
        ck_assert_double_le(call->top, BOTTOM);
    }
}

/* ---- lists ---- */

static struct builder *annex(void)
{
    struct builder *builder = builder_new(arena);
    builder_section(builder, SECTION_ANNEX, "附件1", "", false);
    return builder;
}

/* `rows` of which the last `apart` stand in a band of their own. */
static const struct table *make_list(size_t rows, size_t apart)
{
    struct table_builder t;
    table_begin(&t, arena, 1);
    t.table.form = TABLE_LIST;
    table_column(&t, "地区", NULL, NULL, ALIGN_LEFT, 5);
    table_column(&t, "指标", NULL, NULL, ALIGN_LEFT, 10);
    table_column(&t, "差距", NULL, NULL, ALIGN_RIGHT, 5);
    static const int tenths[] = {200, 1000, 360};
    for (size_t i = 0; i < 3; i++)
        t.columns[i].tenths = tenths[i];
    t.columns[2].point = true;
    for (size_t i = 0; i < rows; i++) {
        if (!i || i + apart == rows)
            table_band(&t, i ? "（二）乙类" : "（一）甲类");
        table_cell(&t, cell_text("甲县"));
        table_cell(&t, cell_text("投资"));
        table_cell(&t, i % 2 ? cell_number("-12.25", "−12.25") : cell_number("1.5", "1.5%"));
    }
    table_note(&t, "说明在下。");
    return table_end(&t);
}

START_TEST(a_band_is_repeated_with_the_head)
{
    /* 225 mm less about 8 mm of 附件1, 7 mm of the head and a band of 5.25 mm: some 38 rows of 5.25 mm. */
    struct builder *builder = annex();
    builder_table(builder, make_list(60, 2));
    render(builder);
    ck_assert_uint_eq(paper_log.pages, 2);
    ck_assert_uint_eq(count_of("甲县", 0), 60);
    ck_assert_uint_eq(count_of("续表", 1), 0);
    ck_assert_uint_eq(count_of("续表", 2), 1);
    for (size_t page = 1; page <= 2; page++) {
        ck_assert_uint_eq(count_of("差距", page), 1);
        ck_assert_uint_eq(count_of("（一）甲类", page), 1);
    }
    ck_assert_uint_eq(count_of("（二）乙类", 0), 1);
    check_room();
}
END_TEST

START_TEST(no_page_has_less_than_three_rows)
{
    for (size_t rows = 30; rows <= 48; rows++) {
        struct builder *builder = annex();
        builder_table(builder, make_list(rows, 1));
        render(builder);
        ck_assert_uint_ge(count_of("甲县", paper_log.pages), 3);
        ck_assert_uint_eq(count_of("说明在下。", paper_log.pages), 1);
        ck_assert_uint_eq(count_of("甲县", 0), rows);
    }
}
END_TEST

/* The parts before the point end where those behind it begin, in every row; no rule is upright. */
START_TEST(figures_stand_on_their_points)
{
    struct builder *builder = annex();
    builder_table(builder, make_list(4, 1));
    render(builder);
    double whole = call_of(LOG_TEXT, "1")->right, rest = call_of(LOG_TEXT, ".5%")->left;
    ck_assert_double_eq_tol(whole, rest, NEAR);
    ck_assert_double_eq_tol(call_of(LOG_TEXT, "−12")->right, whole, NEAR);
    ck_assert_double_eq_tol(call_of(LOG_TEXT, ".25")->left, whole, NEAR);
    for (size_t i = 0; i < paper_log.count; i++)
        if (paper_log.calls[i].what == LOG_RULE)
            ck_assert_double_eq_tol(paper_log.calls[i].top, paper_log.calls[i].bottom, NEAR);
}
END_TEST

/* 20 of 156 mm are 20 mm, the next column begins there; a word that needs more room gets it. */
START_TEST(columns_are_as_wide_as_they_say)
{
    struct builder *builder = annex();
    builder_table(builder, make_list(4, 1));
    render(builder);
    ck_assert_double_eq_tol(call_of(LOG_TEXT, "投资")->left - call_of(LOG_TEXT, "甲县")->left, PT(20), 0.5);
}
END_TEST

/* ---- waterfalls ---- */

static struct chart_bar fall(const char *label, const char *value, const char *from, const char *to)
{
    static const struct cell none = {.kind = CELL_EMPTY, .text = ""};
    return (struct chart_bar){.label = label,
                              .value = cell_number(value, value),
                              .target = none,
                              .from = cell_number(from, ""),
                              .to = cell_number(to, ""),
                              .state = strcmp(from, to) > 0 ? BAR_BEHIND : BAR_PLAIN};
}

/* Up by 4.06, down by 1.04, 3.02 in the end: drawn unrounded, printed rounded. */
static const struct chart *make_fall(void)
{
    static struct chart_bar bars[3];
    bars[0] = fall("甲县", "4.1", "0", "4.06");
    bars[1] = fall("乙县", "-1.0", "4.06", "3.02");
    bars[2] = fall("全市", "3.0", "0", "3.02");
    bars[0].own = bars[2].closing = true;
    static struct chart chart = {.kind = CHART_WATERFALL,
                                 .title = "由谁拉动",
                                 .unit = "",
                                 .alt = "甲县拉动4.1个百分点。",
                                 .name_head = "地区",
                                 .axis_head = "拉动（累加）",
                                 .note = "斜线为下拉。",
                                 .bar_count = 3};
    chart.bars = bars;
    chart.reference = cell_empty();
    return &chart;
}

static const struct log_call *area_of(unsigned char grey)
{
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        if (call->what == LOG_AREA && call->colour.red == grey && call->colour.green == grey)
            return call;
    }
    ck_abort_msg("no area of grey %d", grey);
    return NULL;
}

START_TEST(a_bar_begins_where_the_one_above_ends)
{
    struct builder *builder = annex();
    builder_chart(builder, make_fall());
    render(builder);
    const struct log_call *up = area_of(102), *whole = area_of(0);
    double unit = (up->right - up->left) / 4.06;
    ck_assert_double_gt(unit, 10);
    ck_assert_double_eq_tol(whole->left, up->left, NEAR);
    ck_assert_double_eq_tol(whole->right - whole->left, 3.02 * unit, NEAR);
    bool outlined = false;
    for (size_t i = 0; i < paper_log.count; i++) {
        const struct log_call *call = &paper_log.calls[i];
        outlined |= call->what == LOG_FRAME && fabs(call->left - whole->right) < NEAR &&
                    fabs(call->right - up->right) < NEAR && call->top > up->bottom && call->bottom < whole->top;
    }
    ck_assert(outlined);
    ck_assert_double_gt(call_of(LOG_TEXT, "4.1")->left, up->right);
    ck_assert_double_lt(call_of(LOG_TEXT, "-1.0")->right, whole->right);
    ck_assert_uint_eq(count_of("斜线为下拉。", 0), 1);
    check_room();
}
END_TEST

/* Wherever the page ends, the chart stands below the whole of its paragraph. */
START_TEST(a_waterfall_stays_with_its_paragraph)
{
    for (int lines = 0; lines < 22; lines++) {
        struct builder *builder = builder_new(arena);
        builder_section(builder, SECTION_BODY, "", "", false);
        for (int i = 0; i < lines; i++)
            builder_paragraph(builder, PARAGRAPH_BODY, "甲。");
        builder_paragraph(builder, PARAGRAPH_BODY,
                          "乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙丙丙丙丙丙丙丙丙丙丙丙丙"
                          "丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丁丁丁丁。");
        builder_chart(builder, make_fall());
        render(builder);
        size_t page = page_of_first("由谁拉动");
        ck_assert_uint_eq(page_of_first("乙"), page);
    }
}
END_TEST

Suite *list_pages_suite(void)
{
    Suite *suite = suite_create("list pages");
    TCase *cases = tcase_create("list pages");
    tcase_set_timeout(cases, 120);
    tcase_add_checked_fixture(cases, open_fonts, close_fonts);
    tcase_add_test(cases, a_band_is_repeated_with_the_head);
    tcase_add_test(cases, no_page_has_less_than_three_rows);
    tcase_add_test(cases, figures_stand_on_their_points);
    tcase_add_test(cases, columns_are_as_wide_as_they_say);
    tcase_add_test(cases, a_bar_begins_where_the_one_above_ends);
    tcase_add_test(cases, a_waterfall_stays_with_its_paragraph);
    suite_add_tcase(suite, cases);
    return suite;
}
