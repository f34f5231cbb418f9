/* SPDX-License-Identifier: MIT */
#include "check/unit.h"
#include "suites.h"

static const struct {
    const char *from, *to;
    long above, below; /* 0/0: can't be converted */
} units[] = {
    {"万元", "亿元", 1, 10000},
    {"亿元", "万元", 10000, 1},
    {"千元", "万元", 1, 10},
    {"百万元", "亿元", 1, 100},
    {"千万元", "亿元", 1, 10},
    {"万亿元", "亿元", 10000, 1},
    {"元", "元", 1, 1},
    {"（万 元）", "（万元）", 1, 1},
    {"户", "家", 1, 1},
    {"万户", "个", 10000, 1},
    {"人", "万人", 1, 10000},
    {"平方米", "万平方米", 1, 10000},
    {"亩", "公顷", 1, 15},
    {"平方公里", "公顷", 100, 1},
    {"万亩", "平方米", 20000000, 3},
    {"吨", "万吨", 1, 10000},
    {"公斤", "吨", 1, 1000},
    {"度", "万千瓦时", 1, 10000},
    {"亿千瓦时", "万度", 10000, 1},
    {"千瓦", "万千瓦", 1, 10000},
    {"‰", "%", 1, 10},
    {"百分点", "%", 1, 1},
    {"万元/人", "元/人", 10000, 1},
    {"元/亩", "万元/公顷", 15, 10000},
    {"万元／户", "元/家", 10000, 1},
    {"吨标准煤/万元", "千克标准煤/元", 1, 10},
    {"万台", "台", 10000, 1},
    {"万美元", "亿美元", 1, 10000},
    {"亿元", "亿元/人", 0, 0},
    {"元", "户", 0, 0},
    {"户", "人", 0, 0},
    {"美元", "元", 0, 0},
    {"千瓦", "千瓦时", 0, 0},
    {"吨", "吨标准煤", 0, 0},
    {"万元", "", 0, 0},
    {"台", "套", 0, 0},
};

START_TEST(converts)
{
    struct arena *arena = arena_new();
    const struct number *factor = unit_factor(arena, units[_i].from, units[_i].to);
    if (units[_i].below == 0) {
        ck_assert_ptr_null(factor);
    } else {
        ck_assert_ptr_nonnull(factor);
        ck_assert_int_eq(number_compare(factor, number_ratio(arena, units[_i].above, units[_i].below)), 0);
    }
    arena_free(arena);
}
END_TEST

static const struct {
    const char *text, *name, *unit;
} headers[] = {
    {"利润总额（万元）", "利润总额", "万元"},
    {"利润总额(万元) ", "利润总额", "万元"},
    {"智能制造(包括车间、产品)(个)", "智能制造(包括车间、产品)", "个"},
    {"增长%", "增长", "%"},
    {"增长％", "增长", "%"},
    {"产值（单位：亿元）", "产值", "亿元"},
    {"产值（按(现)价）", "产值", "按(现)价"},
    {"产值", "产值", ""},
    {"(万元)", "(万元)", ""},
    {"产值)", "产值)", ""},
    {"%", "%", ""},
    {"", "", ""},
};

START_TEST(splits_headers)
{
    struct arena *arena = arena_new();
    const char *name, *unit;
    ck_assert_int_eq(unit_split(arena, headers[_i].text, &name, &unit), *headers[_i].unit != '\0');
    ck_assert_str_eq(name, headers[_i].name);
    ck_assert_str_eq(unit, headers[_i].unit);
    arena_free(arena);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("unit");
    TCase *tests = tcase_create("unit");
    tcase_add_loop_test(tests, converts, 0, sizeof units / sizeof *units);
    tcase_add_loop_test(tests, splits_headers, 0, sizeof headers / sizeof *headers);
    suite_add_tcase(suite, tests);
    return suite;
}
