/* SPDX-License-Identifier: MIT */
/* How a group's figures are spread: worked out by hand. */
#include "compute/spread.h"
#include "suites.h"

#include <check.h>
#include <string.h>

Suite *spread_suite(void);

static void same(struct arena *arena, const char *const *texts, size_t count, enum better better,
                 const char *const *expected)
{
    const struct number *numbers[8];
    for (size_t i = 0; i < count; i++)
        numbers[i] = *texts[i] ? number_parse(arena, texts[i]) : NULL;
    struct spread spread = spread_of(arena, numbers, count, better);
    const struct number *found[] = {spread.best, spread.median, spread.worst};
    for (size_t i = 0; i < 3; i++)
        ck_assert_str_eq(found[i] ? number_plain(arena, found[i], 4) : "", expected[i]);
}

/* −5.2, 6.2, 8.7, 9.3, 11.1, 12: in the middle 8.7 and 9.3, whose mean is 9; lower is better the other way round. */
START_TEST(best_middle_and_worst)
{
    static const char *const even[] = {"9.3", "12", "-5.2", "8.7", "11.1", "6.2"};
    static const char *const odd[] = {"9.3", "12", "", "-5.2", "8.7", "11.1"};
    struct arena *arena = arena_new();
    same(arena, even, 6, BETTER_HIGHER, (const char *const[]){"12", "9", "-5.2"});
    same(arena, even, 6, BETTER_LOWER, (const char *const[]){"-5.2", "9", "12"});
    same(arena, odd, 6, BETTER_HIGHER, (const char *const[]){"12", "9.3", "-5.2"});
    arena_free(arena);
}
END_TEST

/* Four figures would say whose they are. */
START_TEST(few_are_not_told)
{
    static const char *const few[] = {"1", "2", "", "3", "4"};
    struct arena *arena = arena_new();
    same(arena, few, 5, BETTER_HIGHER, (const char *const[]){"", "", ""});
    arena_free(arena);
}
END_TEST

Suite *spread_suite(void)
{
    Suite *suite = suite_create("spread");
    TCase *tests = tcase_create("spread");
    tcase_add_test(tests, best_middle_and_worst);
    tcase_add_test(tests, few_are_not_told);
    suite_add_tcase(suite, tests);
    return suite;
}
