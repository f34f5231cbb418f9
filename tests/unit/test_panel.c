/* SPDX-License-Identifier: MIT */
/* render/panel.c: how large a table is set. */
#include "render/gbt9704.h"
#include "render/panel.h"
#include "suites.h"

Suite *panel_suite(void);

/* 20 rows and a head of one level, one of whose words is broken: (20 + 1) × (1.25 + 2 × 0.24) + 1.25 = 37.58 times the
 * size; at 12, 10.5, 9 and 8 pt 450.96, 394.59, 338.22 and 300.64 pt. */
static const struct table table = {.header_rows = 1, .row_count = 20};

static const struct {
    double largest, rooms[2], size;
    size_t count;
} rooms[] = {
    {SIZE_SMALL_4, {451, 0}, 12, 1},
    {SIZE_SMALL_4, {450.9, 0}, 10.5, 1},
    {SIZE_SMALL_4, {394.5, 0}, 9, 1},
    /* in the second room, if at no size in the first */
    {SIZE_SMALL_4, {300, 451}, 12, 2},
    {SIZE_SMALL_4, {338, 451}, 8, 2},
    {SIZE_SMALL_4, {339, 451}, 9, 2},
    /* larger than any room: it will take more pages, as it would at any size */
    {SIZE_SMALL_4, {100, 200}, 12, 2},
    {SIZE_5, {1000, 0}, 10.5, 1},
};

START_TEST(begins_with_a_size_that_fits)
{
    ck_assert_double_eq(panel_first_size(&table, rooms[_i].largest, rooms[_i].rooms, rooms[_i].count), rooms[_i].size);
}
END_TEST

START_TEST(knows_its_height)
{
    ck_assert_double_eq_tol(panel_height(&table, 10), 375.8, 1e-9);
}
END_TEST

Suite *panel_suite(void)
{
    Suite *suite = suite_create("panel");
    TCase *tests = tcase_create("panel");
    tcase_add_loop_test(tests, begins_with_a_size_that_fits, 0, sizeof rooms / sizeof *rooms);
    tcase_add_test(tests, knows_its_height);
    suite_add_tcase(suite, tests);
    return suite;
}
