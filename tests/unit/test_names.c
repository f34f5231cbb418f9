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

/* The printed names, one after the other, of areas with the given names; parents[i] is the row above, -1 none. */
static const char *apart(const char *const *names, const int *parents, size_t count)
{
    struct area *areas = arena_alloc(arena, count * sizeof *areas);
    for (size_t i = 0; i < count; i++)
        areas[i] = (struct area){.index = i,
                                 .code = arena_format(arena, "%zu", i),
                                 .name = names[i],
                                 .parent = parents[i] < 0 ? NULL : &areas[parents[i]]};
    names_tell_apart(areas, count, arena);
    struct buffer all = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_format(&all, "%s%s", i ? "|" : "", areas[i].name);
    return buffer_text(&all);
}

#define APART(names, parents) apart(names, parents, sizeof(parents) / sizeof *(parents))

START_TEST(areas_of_one_name_are_led_by_their_parents)
{
    static const char *const two[] = {"省", "甲市", "乙市", "桥西区", "桥 西区", "河东区"};
    ck_assert_str_eq(APART(two, ((const int[]){-1, 0, 0, 1, 2, 1})), "省|甲市|乙市|甲市桥西区|乙市桥 西区|河东区");
    static const char *const three[] = {"省", "甲市", "乙市", "新区", "新区", "新区"};
    ck_assert_str_eq(APART(three, ((const int[]){-1, 0, 0, 1, 2, 0})), "省|甲市|乙市|甲市新区|乙市新区|省新区");
}
END_TEST

START_TEST(parents_of_one_name_are_led_too)
{
    static const char *const nested[] = {"省", "甲市", "乙市", "城区", "城区", "中心", "中心"};
    ck_assert_str_eq(APART(nested, ((const int[]){-1, 0, 0, 1, 2, 3, 4})),
                     "省|甲市|乙市|甲市城区|乙市城区|甲市城区中心|乙市城区中心");
}
END_TEST

START_TEST(name_of_the_parent_or_of_a_reference_is_led)
{
    static const char *const own[] = {"朝阳市", "朝阳市", "全国", "全国"};
    ck_assert_str_eq(APART(own, ((const int[]){-1, 0, 0, -1})), "朝阳市|朝阳市朝阳市|朝阳市全国|全国");
    /* A name as written that another's printed one would be. */
    static const char *const taken[] = {"省", "甲市", "乙市", "新区", "新区", "甲市新区"};
    ck_assert_str_eq(APART(taken, ((const int[]){-1, 0, 0, 1, 2, 2})), "省|甲市|乙市|省甲市新区|乙市新区|乙市甲市新区");
}
END_TEST

START_TEST(code_tells_apart_what_nothing_else_does)
{
    static const char *const twins[] = {"市", "新区", "新区", "周边", "周边"};
    ck_assert_str_eq(APART(twins, ((const int[]){-1, 0, 0, -1, -1})), "市|市新区（1）|市新区（2）|周边（3）|周边（4）");
}
END_TEST

START_TEST(printed_name_names_its_area)
{
    struct area *areas = arena_alloc(arena, 3 * sizeof *areas);
    areas[0] = (struct area){.code = "1", .name = "甲市"};
    areas[1] = (struct area){.code = "2", .name = "桥西区", .parent = &areas[0]};
    areas[2] = (struct area){.code = "3", .name = "桥西区"};
    loader.dataset->areas = areas;
    names_tell_apart(areas, 3, arena);
    names_build(loader.dataset, arena);
    ck_assert_ptr_eq(area("甲市桥西区"), &areas[1]);
    ck_assert_str_eq(areas[1].written, "桥西区");
    ck_assert_ptr_null(area("桥西区"));
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
    tcase_add_test(names, areas_of_one_name_are_led_by_their_parents);
    tcase_add_test(names, parents_of_one_name_are_led_too);
    tcase_add_test(names, name_of_the_parent_or_of_a_reference_is_led);
    tcase_add_test(names, code_tells_apart_what_nothing_else_does);
    tcase_add_test(names, printed_name_names_its_area);
    tcase_add_test(names, name_of_two_is_an_error_when_used);
    tcase_add_test(names, unknown_name_suggests_the_nearest);
    tcase_add_test(names, refused_in_data_is_a_warning_under_keep_going);
    tcase_add_test(names, distance_counts_characters);
    tcase_add_test(names, cells);
    suite_add_tcase(suite, names);
    return suite;
}
