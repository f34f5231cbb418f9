/* SPDX-License-Identifier: MIT */
#include "check/figure.h"
#include "suites.h"

static const struct {
    const char *text;
    enum figure_scale scale;
    bool growth;
    enum figure_state state;
    const char *plain; /* NULL unless a number */
} cells[] = {
    {"12.5", FIGURE_PLAIN, false, FIGURE_NUMBER, "12.5"},
    {"007", FIGURE_PLAIN, false, FIGURE_NUMBER, "7"},
    {".5", FIGURE_PLAIN, false, FIGURE_NUMBER, "0.5"},
    {"+3", FIGURE_PLAIN, false, FIGURE_NUMBER, "3"},
    {"-3", FIGURE_PLAIN, false, FIGURE_NUMBER, "-3"},
    {"−3", FIGURE_PLAIN, false, FIGURE_NUMBER, "-3"},
    {"－3", FIGURE_PLAIN, false, FIGURE_NUMBER, "-3"},
    {"–3", FIGURE_PLAIN, false, FIGURE_NUMBER, "-3"},
    {"- 3", FIGURE_PLAIN, false, FIGURE_NUMBER, "-3"},
    {"１２．５", FIGURE_PLAIN, false, FIGURE_NUMBER, "12.5"},
    {"1,234,567.8", FIGURE_PLAIN, false, FIGURE_NUMBER, "1234567.8"},
    {"1，234", FIGURE_PLAIN, false, FIGURE_NUMBER, "1234"},
    {"12 345", FIGURE_PLAIN, false, FIGURE_NUMBER, "12345"},
    {"12\xC2\xA0"
     "345",
     FIGURE_PLAIN, false, FIGURE_NUMBER, "12345"},
    {"-200,000", FIGURE_PLAIN, false, FIGURE_NUMBER, "-200000"},
    {"(1.2)", FIGURE_PLAIN, false, FIGURE_NUMBER, "-1.2"},
    {"（1.2）", FIGURE_PLAIN, false, FIGURE_NUMBER, "-1.2"},
    {"(1,234)", FIGURE_PLAIN, false, FIGURE_NUMBER, "-1234"},
    {"(1.2%)", FIGURE_IN_PERCENT, true, FIGURE_NUMBER, "-1.2"},
    {"(1.2)%", FIGURE_IN_PERCENT, true, FIGURE_NUMBER, "-1.2"},
    {"5.0%", FIGURE_IN_PERCENT, true, FIGURE_NUMBER, "5"},
    {"5.0 ％", FIGURE_IN_PERCENT, false, FIGURE_NUMBER, "5"},
    {"5‰", FIGURE_IN_PERCENT, false, FIGURE_NUMBER, "0.5"},
    {"5‰", FIGURE_IN_PERMILLE, false, FIGURE_NUMBER, "5"},
    {"5%", FIGURE_IN_PERMILLE, false, FIGURE_NUMBER, "50"},
    {"1.6倍", FIGURE_IN_PERCENT, true, FIGURE_NUMBER, "160"},
    {"-0", FIGURE_PLAIN, false, FIGURE_NUMBER, "0"},
    {"0.1", FIGURE_PLAIN, false, FIGURE_NUMBER, "0.1"},
    {"12345678901234567890.12345678", FIGURE_PLAIN, false, FIGURE_NUMBER, "12345678901234567890.12345678"},

    {"", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"　", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"-", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"--", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"—", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"——", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"…", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"...", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"NA", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"未报", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},
    {"未 报", FIGURE_PLAIN, false, FIGURE_MISSING, NULL},

    {"扭亏为盈", FIGURE_IN_PERCENT, true, FIGURE_LOSS, NULL},
    {"由盈转亏", FIGURE_IN_PERCENT, true, FIGURE_LOSS, NULL},
    {"减亏7.5", FIGURE_IN_PERCENT, true, FIGURE_LOSS, NULL},
    {"扭亏为盈", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},

    {"1月9日", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"9-Jan", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"Jan-19", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"1-Sep-19", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"2019/9/1", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"2019-09-01", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"2025-13", FIGURE_PLAIN, false, FIGURE_INVALID, NULL}, /* no such month: a slip of the hand */
    {"2025-00", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"2019年9月", FIGURE_PLAIN, false, FIGURE_DATE, NULL},
    {"9/1", FIGURE_PLAIN, false, FIGURE_DATE, NULL},

    {"1.23E+11", FIGURE_PLAIN, false, FIGURE_SCIENTIFIC, NULL},
    {"12,34", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"1,2345", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"1234,567", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"1,234 567", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"0,123", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"1.234,5", FIGURE_PLAIN, false, FIGURE_GROUPING, NULL},
    {"1.2.3", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"5%", FIGURE_PLAIN, false, FIGURE_PERCENT, NULL},
    {"1.6倍", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"1.6倍", FIGURE_IN_PERCENT, false, FIGURE_INVALID, NULL},
    {"(-1.2)", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"--3", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"5%%", FIGURE_IN_PERCENT, false, FIGURE_INVALID, NULL},
    {"5.", FIGURE_PLAIN, false, FIGURE_NUMBER, "5"},
    {"1,100.", FIGURE_PLAIN, false, FIGURE_NUMBER, "1100"},
    {"-.5", FIGURE_PLAIN, false, FIGURE_NUMBER, "-0.5"},
    {"(21.)", FIGURE_PLAIN, false, FIGURE_NUMBER, "-21"},
    {"5.%", FIGURE_IN_PERCENT, false, FIGURE_NUMBER, "5"},
    {".", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {".", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"(", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"()", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"%", FIGURE_IN_PERCENT, false, FIGURE_INVALID, NULL},
    {"1-9", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"120亿元", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"约5", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"#DIV/0!", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"nan", FIGURE_PLAIN, false, FIGURE_INVALID, NULL},
    {"持平", FIGURE_IN_PERCENT, true, FIGURE_INVALID, NULL},
};

START_TEST(reads_cells)
{
    struct arena *arena = arena_new();
    const struct number *number;
    enum figure_state state = figure_read(arena, cells[_i].text, cells[_i].scale, cells[_i].growth, &number);
    ck_assert_msg(state == cells[_i].state, "'%s': %d", cells[_i].text, (int)state);
    ck_assert_pstr_eq(number ? number_plain(arena, number, 10) : NULL, cells[_i].plain);
    arena_free(arena);
}
END_TEST

Suite *figure_suite(void)
{
    Suite *suite = suite_create("figure");
    TCase *tests = tcase_create("figure");
    tcase_add_loop_test(tests, reads_cells, 0, sizeof cells / sizeof *cells);
    suite_add_tcase(suite, tests);
    return suite;
}
