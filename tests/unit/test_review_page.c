/* SPDX-License-Identifier: MIT */
/* The 复核 page: what has changed since the last run, by hand-made rows, and that no text becomes markup. */
#include "compute/published.h"
#include "render/html/element.h"
#include "render/html/html.h"
#include "suites.h"

#include <string.h>

Suite *review_page_suite(void);

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

/* ---- changes ---- */

static const struct published_row before_rows[] = {
    {PUBLISHED_VERDICT, "A", "GYTZ", "yoy", "", "missed", "", ""},
    {PUBLISHED_TARGET, "A", "GYTZ", "yoy", "", ">= 10", "", ""},
    {PUBLISHED_VERDICT, "A", "QYS", "value", "2020", "pending", "", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "value", "", "4.24", "4.24 ", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "yoy", "", "9.3", "9.2784 ", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "share", "", "6.1", "6.118 ", ""},
    {PUBLISHED_FIGURE, "B", "GYTZ", "value", "", "—", " no_data", ""},
    {PUBLISHED_FIGURE, "C", "GYTZ", "value", "", "1.00", "1 ", ""},
};

static const struct published_row now_rows[] = {
    {PUBLISHED_VERDICT, "A", "GYTZ", "yoy", "", "met", "", ""},
    {PUBLISHED_TARGET, "A", "GYTZ", "yoy", "", ">= 9", "", ""},
    {PUBLISHED_VERDICT, "A", "QYS", "value", "2020", "pending", "", ""},
    {PUBLISHED_VERDICT, "A", "QYS", "value", "", "met", "", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "value", "", "4.24", "4.24 ", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "yoy", "", "9.5", "9.5 ", ""},
    {PUBLISHED_FIGURE, "A", "GYTZ", "share", "", "6.1", "6.121 ", ""},
    {PUBLISHED_FIGURE, "B", "GYTZ", "value", "", "2.00", "2 ", ""},
};

#define ROWS(rows) ((struct published){"2019Q3", (rows), sizeof(rows) / sizeof *(rows)})

START_TEST(changes_are_counted_and_ordered)
{
    struct published before = ROWS(before_rows), now = ROWS(now_rows);
    struct changes c = changes_between(&before, &now, arena);
    ck_assert_uint_eq(c.verdicts, 1);
    ck_assert_uint_eq(c.targets, 1);
    ck_assert_uint_eq(c.figures, 2);
    ck_assert_uint_eq(c.added, 1);
    ck_assert_uint_eq(c.gone, 1);
    ck_assert_uint_eq(c.hidden, 1); /* the share prints as it did */
    static const struct {
        const char *before, *now;
    } expected[] = {{"missed", "met"}, {">= 10", ">= 9"}, {NULL, "met"}, {"9.3", "9.5"}, {"—", "2.00"}, {"1.00", NULL}};
    ck_assert_uint_eq(c.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < c.count; i++) {
        const struct change *change = &c.items[i];
        ck_assert_pstr_eq(change->before ? change->before->text : NULL, expected[i].before);
        ck_assert_pstr_eq(change->now ? change->now->text : NULL, expected[i].now);
    }
}
END_TEST

START_TEST(nothing_changes_from_the_same_to_the_same)
{
    struct published rows = ROWS(now_rows), none = {"", NULL, 0};
    struct changes c = changes_between(&rows, &rows, arena);
    ck_assert_uint_eq(c.count + c.hidden + c.added + c.gone, 0);
    c = changes_between(&none, &none, arena);
    ck_assert_uint_eq(c.count, 0);
    c = changes_between(&none, &rows, arena);
    ck_assert_uint_eq(c.added, rows.count);
    c = changes_between(&rows, &none, arena);
    ck_assert_uint_eq(c.gone, rows.count);
}
END_TEST

/* ---- escaping ---- */

START_TEST(text_cannot_become_markup)
{
    static const struct {
        const char *text, *html;
    } rows[] = {
        {"甲县<script>", "甲县&lt;script&gt;"},
        {"a&b \"c\" 'd'", "a&amp;b &quot;c&quot; &#39;d&#39;"},
        {"一\n二\x01\x7f", "一 二  "},
        {"坏\xff字", "坏\xEF\xBF\xBD字"},
        {"𠮷", "𠮷"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        out = (struct buffer){.arena = arena};
        html_text(&out, rows[i].text);
        ck_assert_str_eq(buffer_text(&out), rows[i].html);
    }
    html_text(&out, NULL);
    ck_assert_str_eq(buffer_text(&out), "");
}
END_TEST

START_TEST(links_stay_beside_the_page)
{
    html_link(&out, "areas/a b\"#?.pdf", "<甲>");
    ck_assert_str_eq(buffer_text(&out), "<a href=\"areas/a%20b%22%23%3F.pdf\">&lt;甲&gt;</a>");
    out = (struct buffer){.arena = arena};
    html_link(&out, "县.pdf", "县");
    ck_assert_str_eq(buffer_text(&out), "<a href=\"%E5%8E%BF.pdf\">县</a>");
}
END_TEST

/* ---- sparklines ---- */

static struct review_spark spark_of(const char *const *figures, size_t count, bool bars)
{
    struct cell *cells = arena_alloc(arena, count * sizeof *cells);
    for (size_t i = 0; i < count; i++)
        cells[i] = figures[i] ? cell_number(figures[i], figures[i]) : cell_empty();
    return (struct review_spark){cells, count, bars, "走势"};
}

START_TEST(sparklines_are_drawn_to_scale)
{
    struct review_spark line = spark_of((const char *const[]){"0", "10.0", NULL, "-10"}, 4, false);
    html_spark(&out, &line);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "<title>走势</title>"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "d=\"M2.5 9.0h0L22.1 2.5M61.5 15.5h0\""));
    out = (struct buffer){.arena = arena};
    struct review_spark flat = spark_of((const char *const[]){"3", "3"}, 2, false);
    html_spark(&out, &flat);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "M2.5 9.0h0L61.5 9.0"));
    out = (struct buffer){.arena = arena};
    struct review_spark bars = spark_of((const char *const[]){"5", "-5"}, 2, true);
    html_spark(&out, &bars);
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "M2.5 9.0V2.5h20.6V9.0zM32.0 9.0V15.5h20.6V9.0z"));
    out = (struct buffer){.arena = arena};
    html_spark(&out, &(struct review_spark){0});
    ck_assert_str_eq(buffer_text(&out), "");
}
END_TEST

/* ---- the whole ---- */

START_TEST(a_page_of_hostile_words_is_escaped_everywhere)
{
    static const char evil[] = "\"><script>x</script>";
    struct cell cell = cell_text(evil);
    cell.link = evil;
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, evil, NULL, NULL, ALIGN_LEFT, 4);
    table_cell(&t, cell);
    table_note(&t, evil);
    const struct table *table = table_end(&t);
    const struct review_notice notice = {TONE_BAD, evil, evil, table, evil};
    const struct review_cell matrix_cell = {.figure = cell_text(evil), .word = cell_text(evil)};
    const struct review_row row = {evil, evil, &matrix_cell};
    const char *const words[] = {evil};
    const struct review_matrix matrix = {evil, evil, words, 1, &row, 1};
    const struct review_page page = {
        .mark = evil,
        .title = evil,
        .lead = evil,
        .banner = evil,
        .status = cell,
        .skip = evil,
        .contents = evil,
        .notices_title = evil,
        .matrix_title = evil,
        .files_title = evil,
        .steps_title = evil,
        .notices = &notice,
        .notice_count = 1,
        .legend = words,
        .legend_count = 1,
        .matrices = &matrix,
        .matrix_count = 1,
        .files = table,
        .steps = table,
        .foot = evil,
    };
    html_review(&page, &out);
    ck_assert_ptr_null(strstr(buffer_text(&out), "<script"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&out), "&quot;&gt;&lt;script&gt;"));
}
END_TEST

Suite *review_page_suite(void)
{
    Suite *suite = suite_create("review_page");
    TCase *tests = tcase_create("review_page");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, changes_are_counted_and_ordered);
    tcase_add_test(tests, nothing_changes_from_the_same_to_the_same);
    tcase_add_test(tests, text_cannot_become_markup);
    tcase_add_test(tests, links_stay_beside_the_page);
    tcase_add_test(tests, sparklines_are_drawn_to_scale);
    tcase_add_test(tests, a_page_of_hostile_words_is_escaped_everywhere);
    suite_add_tcase(suite, tests);
    return suite;
}
