/* SPDX-License-Identifier: MIT */
#include "check/cell.h"
#include "check/loader.h"
#include "check/nearest.h"
#include "suites.h"

#include <string.h>

static struct arena *arena;
static struct findings findings;
static struct loader loader;

/* X is the code of one area and the name of another; 城关 is a name of two. */
static void setup(void)
{
    static const char *const aliases[] = {"城关", "老城"}, *const other[] = {"城关"};
    arena = arena_new();
    findings = (struct findings){.arena = arena};
    struct area *areas = arena_alloc(arena, 3 * sizeof *areas);
    areas[0] = (struct area){.index = 0, .code = "X", .name = "吉首市", .aliases = aliases, .alias_count = 2};
    areas[1] = (struct area){.index = 1, .code = "Y", .name = "X", .aliases = other, .alias_count = 1};
    areas[2] = (struct area){.index = 2, .code = "Z", .name = "湘西（经开）区"};
    struct indicator *indicators = arena_alloc(arena, sizeof *indicators);
    indicators[0] = (struct indicator){.id = "GDP", .name = "地区生产总值", .unit = ""};
    struct dataset *dataset = arena_alloc(arena, sizeof *dataset);
    *dataset = (struct dataset){.areas = areas, .area_count = 3, .indicators = indicators, .indicator_count = 1};
    loader = (struct loader){.arena = arena, .findings = &findings, .dataset = dataset};
    names_build(dataset, arena);
}

static void teardown(void)
{
    arena_free(arena);
}

static const struct area *area(const char *text)
{
    const struct area *found;
    names_find_area(loader.dataset, text, &found);
    return found;
}

START_TEST(code_wins_over_name)
{
    ck_assert_ptr_eq(area("X"), &loader.dataset->areas[0]);
    ck_assert_ptr_eq(area("Y"), &loader.dataset->areas[1]);
}
END_TEST

START_TEST(blanks_and_widths_do_not_matter)
{
    ck_assert_ptr_eq(area("吉 首　市"), &loader.dataset->areas[0]);
    ck_assert_ptr_eq(area("湘西(经开)区"), &loader.dataset->areas[2]);
    ck_assert_ptr_eq(area("老城"), &loader.dataset->areas[0]);
    ck_assert_ptr_null(area("x"));
    ck_assert_ptr_null(area(""));
}
END_TEST

START_TEST(name_of_two_is_an_error_when_used)
{
    const struct area *found;
    struct where where = {.file = "data/a.csv", .line = 7};
    ck_assert_uint_eq(findings.count, 0);
    ck_assert_int_eq(names_find_area(loader.dataset, "城关", &found), NAME_MANY);
    ck_assert_ptr_null(names_area(&loader, "城关", &where, true));
    ck_assert_uint_eq(findings.count, 1);
    ck_assert_int_eq(findings.items[0].rule, RULE_AREA_AMBIGUOUS);
    ck_assert_int_eq(findings.items[0].where.line, 7);
}
END_TEST

START_TEST(unknown_name_suggests_the_nearest)
{
    ck_assert_ptr_null(names_area(&loader, "吉首", NULL, false));
    ck_assert_str_eq(findings.items[0].message,
                     "areas.csv 里没有这个地区（最接近的是“吉首市”）；请改正名称或补上这一行：'吉首'");
    ck_assert_ptr_null(names_indicator(&loader, "GDB", NULL, false));
    ck_assert_ptr_nonnull(strstr(findings.items[1].message, "“GDP”"));
}
END_TEST

START_TEST(refused_in_data_is_a_warning_under_keep_going)
{
    loader.keep_going = true;
    names_area(&loader, "没有", NULL, true);
    names_area(&loader, "没有", NULL, false);
    ck_assert_int_eq(findings.items[0].severity, SEVERITY_WARNING);
    ck_assert_int_eq(findings.items[1].severity, SEVERITY_ERROR);
}
END_TEST

START_TEST(distance_counts_characters)
{
    struct nearest nearest = nearest_to("丙县");
    nearest_offer(&nearest, "甲县"); /* half of it is another name */
    ck_assert_ptr_null(nearest.found);
    nearest = nearest_to("工业总产直");
    nearest_offer(&nearest, "工业增加值");
    nearest_offer(&nearest, "工业总产值");
    ck_assert_str_eq(nearest.found, "工业总产值");
    ck_assert_uint_eq(nearest.distance, 1);
}
END_TEST

START_TEST(cells)
{
    int value;
    bool deadline;
    size_t count;
    ck_assert(cell_integer(arena, "１２", &value));
    ck_assert_int_eq(value, 12);
    ck_assert(!cell_integer(arena, "1.0", &value));
    ck_assert(!cell_integer(arena, "12345678901", &value));
    ck_assert(cell_year(arena, "—2025年", &value, &deadline));
    ck_assert(deadline);
    ck_assert_int_eq(value, 2025);
    ck_assert(cell_year(arena, "2019", &value, &deadline));
    ck_assert(!deadline);
    ck_assert(!cell_year(arena, "19", &value, &deadline));
    ck_assert_str_eq(cell_date(arena, "2019年5月7日"), "2019-05-07");
    ck_assert_str_eq(cell_date(arena, "2020/2/29"), "2020-02-29");
    ck_assert_ptr_null(cell_date(arena, "2019-02-29"));
    ck_assert_ptr_null(cell_date(arena, "2019-05"));
    ck_assert_ptr_null(cell_decimal(arena, "12,34"));
    ck_assert_str_eq(number_plain(arena, cell_decimal(arena, "1,234,567.5"), 2), "1234567.5");
    ck_assert_str_eq(number_plain(arena, cell_share(arena, "120％"), 2), "1.2");
    ck_assert_str_eq(cell_list(arena, " a; ；b ;", &count)[1], "b");
    ck_assert_uint_eq(count, 2);
}
END_TEST

Suite *names_suite(void)
{
    Suite *suite = suite_create("names");
    TCase *names = tcase_create("names");
    tcase_add_checked_fixture(names, setup, teardown);
    tcase_add_test(names, code_wins_over_name);
    tcase_add_test(names, blanks_and_widths_do_not_matter);
    tcase_add_test(names, name_of_two_is_an_error_when_used);
    tcase_add_test(names, unknown_name_suggests_the_nearest);
    tcase_add_test(names, refused_in_data_is_a_warning_under_keep_going);
    tcase_add_test(names, distance_counts_characters);
    tcase_add_test(names, cells);
    suite_add_tcase(suite, names);
    return suite;
}
