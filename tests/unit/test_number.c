/* SPDX-License-Identifier: MIT */
/* Exact numbers: what doubles and printf get wrong is what is tested here. */
#include "base/number.h"

#include <check.h>

Suite *number_suite(void);

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static const struct {
    const char *number;
    int decimals;
    enum rounding rounding;
    const char *text;
} roundings[] = {
    {"10.05", 1, ROUND_HALF_UP, "10.1"},
    {"-10.05", 1, ROUND_HALF_UP, "-10.1"},
    {"10.05", 1, ROUND_HALF_EVEN, "10.0"},
    {"10.15", 1, ROUND_HALF_EVEN, "10.2"},
    {"-10.05", 1, ROUND_HALF_EVEN, "-10.0"},
    {"-10.15", 1, ROUND_HALF_EVEN, "-10.2"},
    {"2.675", 2, ROUND_HALF_UP, "2.68"},
    {"1.005", 2, ROUND_HALF_UP, "1.01"},
    {"-0.04", 1, ROUND_HALF_UP, "0.0"},
    {"-0.05", 1, ROUND_HALF_EVEN, "0.0"},
    {"2.001", 2, ROUND_CEILING, "2.01"},
    {"-2.009", 2, ROUND_CEILING, "-2.00"},
    {"2.25", 0, ROUND_FLOOR, "2"},
    {"-2.25", 0, ROUND_FLOOR, "-3"},
    {"0.5", 0, ROUND_HALF_EVEN, "0"},
    {"1.5", 0, ROUND_HALF_EVEN, "2"},
    {"123456789012345678901234567890.05", 1, ROUND_HALF_UP, "123456789012345678901234567890.1"},
    {"0.004", 2, ROUND_HALF_UP, "0.00"},
    {".5", 1, ROUND_HALF_UP, NULL},
};

START_TEST(rounds_and_prints)
{
    const struct number *n = number_parse(arena, roundings[_i].number);
    if (!roundings[_i].text) {
        ck_assert_ptr_null(n);
        return;
    }
    ck_assert_ptr_nonnull(n);
    ck_assert_str_eq(number_text(arena, n, roundings[_i].decimals, roundings[_i].rounding), roundings[_i].text);
    const struct number *rounded = number_round(arena, n, roundings[_i].decimals, roundings[_i].rounding);
    ck_assert_str_eq(number_text(arena, rounded, roundings[_i].decimals, ROUND_FLOOR), roundings[_i].text);
}
END_TEST

START_TEST(refuses_what_is_no_plain_decimal)
{
    static const char *const texts[] = {"",   "-",    "+",     "1.",  "1e5", "1,000", " 1",
                                        "1 ", "0x10", "1.2.3", "--1", "NaN", "１"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(number_parse(arena, texts[i]) == NULL, "took '%s'", texts[i]);
}
END_TEST

START_TEST(ten_percent_is_ten_percent)
{
    /* 0.1 is no double: 41,626 of 100,000 such cases came out below 10 with doubles. */
    const struct number *ten = number_integer(arena, 10), *hundred = number_integer(arena, 100);
    for (long base = 1; base <= 2000; base++) {
        const struct number *v = number_ratio(arena, base * 11, 10), *b = number_integer(arena, base);
        const struct number *growth =
            number_multiply(arena, number_divide(arena, number_subtract(arena, v, b), b), hundred);
        ck_assert_int_eq(number_compare(growth, ten), 0);
    }
}
END_TEST

START_TEST(roots_are_exact_or_off_the_grid)
{
    /* sqrt(1.21) = 1.1; the cube root of 1.331 = 1.1 */
    ck_assert_str_eq(number_plain(arena, number_root(arena, number_parse(arena, "1.21"), 2), 10), "1.1");
    ck_assert_str_eq(number_plain(arena, number_root(arena, number_parse(arena, "1.331"), 3), 10), "1.1");
    /* sqrt(2) = 1.41421356237309504880… */
    const struct number *root = number_root(arena, number_integer(arena, 2), 2);
    ck_assert_str_eq(number_plain(arena, root, 10), "1.4142135624");
    ck_assert_str_eq(number_text(arena, root, 20, ROUND_FLOOR), "1.41421356237309504880");
    ck_assert_str_eq(number_plain(arena, number_root(arena, number_integer(arena, 0), 5), 10), "0");
}
END_TEST

START_TEST(plain_has_no_trailing_zeros)
{
    ck_assert_str_eq(number_plain(arena, number_parse(arena, "10.0500"), 10), "10.05");
    ck_assert_str_eq(number_plain(arena, number_parse(arena, "-0.00000000001"), 10), "0");
    ck_assert_str_eq(number_plain(arena, number_ratio(arena, 1, 3), 10), "0.3333333333");
    ck_assert_str_eq(number_plain(arena, number_ratio(arena, -2, 3), 10), "-0.6666666667");
    ck_assert_str_eq(number_plain(arena, number_integer(arena, 1200), 10), "1200");
}
END_TEST

Suite *number_suite(void)
{
    Suite *suite = suite_create("number");
    TCase *cases = tcase_create("number");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, rounds_and_prints, 0, (int)(sizeof roundings / sizeof *roundings));
    tcase_add_test(cases, refuses_what_is_no_plain_decimal);
    tcase_add_test(cases, ten_percent_is_ten_percent);
    tcase_add_test(cases, roots_are_exact_or_off_the_grid);
    tcase_add_test(cases, plain_has_no_trailing_zeros);
    suite_add_tcase(suite, cases);
    return suite;
}
