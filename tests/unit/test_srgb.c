/* SPDX-License-Identifier: MIT */
/* The colour profile that tools/srgb.c makes: what ICC.1:2001-04 asks of it, and that no clock is in it. */
#include "render/pdf/srgb.h"
#include "suites.h"

#include <stdint.h>
#include <string.h>

Suite *srgb_suite(void);

static uint32_t get32(size_t at)
{
    const unsigned char *p = srgb_profile + at;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Returns where a tag's data are. */
static size_t tag_at(const char *name)
{
    for (uint32_t i = 0; i < get32(128); i++)
        if (!memcmp(srgb_profile + 132 + 12 * i, name, 4))
            return get32(132 + 12 * i + 4);
    ck_abort_msg("no tag %s", name);
    return 0;
}

START_TEST(has_a_fixed_header)
{
    static const unsigned char date[] = {0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    ck_assert_uint_eq(get32(0), sizeof srgb_profile);
    ck_assert_uint_eq(get32(8), 0x02100000); /* version 2.1: PDF 1.4 knows no later one */
    ck_assert_mem_eq(srgb_profile + 12, "mntrRGB XYZ ", 12);
    ck_assert_mem_eq(srgb_profile + 24, date, sizeof date);
    ck_assert_mem_eq(srgb_profile + 36, "acsp", 4);
    ck_assert_mem_eq(srgb_profile + tag_at("desc") + 12, "sRGB IEC61966-2.1", 18);
}
END_TEST

/* s15Fixed16Number, in ICC's order x, y, z. */
static const struct {
    const char *tag;
    double xyz[3];
} colorants[] = {
    /* The primaries adapted from D65 to D50 by Bradford's matrix, as HP and Microsoft published them. */
    {"rXYZ", {0.4361, 0.2225, 0.0139}},
    {"gXYZ", {0.3851, 0.7169, 0.0971}},
    {"bXYZ", {0.1431, 0.0606, 0.7141}},
    {"wtpt", {0.9642, 1.0000, 0.8249}},
};

START_TEST(has_the_primaries)
{
    size_t at = tag_at(colorants[_i].tag);
    ck_assert_mem_eq(srgb_profile + at, "XYZ ", 4);
    for (size_t i = 0; i < 3; i++)
        ck_assert_double_eq_tol((int32_t)get32(at + 8 + 4 * i) / 65536.0, colorants[_i].xyz[i], 2e-4);
}
END_TEST

/* IEC 61966-2-1, 5.2, at five of 256 levels: 10/255 is 0.0392, linear: / 12.92; 128/255 is 0.50196:
 * ((0.50196 + 0.055) / 1.055) ^ 2.4 = 0.21586. */
START_TEST(has_the_curve)
{
    static const struct {
        unsigned level;
        double linear;
    } points[] = {{0, 0}, {10, 0.0030353}, {128, 0.2158605}, {200, 0.5775804}, {255, 1}};
    size_t at = tag_at("gTRC");
    ck_assert_mem_eq(srgb_profile + at, "curv", 4);
    ck_assert_uint_eq(get32(at + 8), 256);
    ck_assert_uint_eq(tag_at("rTRC"), at);
    ck_assert_uint_eq(tag_at("bTRC"), at);
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        const unsigned char *value = srgb_profile + at + 12 + 2 * points[i].level;
        ck_assert_double_eq_tol((value[0] << 8 | value[1]) / 65535.0, points[i].linear, 2e-5);
    }
}
END_TEST

Suite *srgb_suite(void)
{
    Suite *suite = suite_create("srgb");
    TCase *tests = tcase_create("srgb");
    tcase_add_test(tests, has_a_fixed_header);
    tcase_add_loop_test(tests, has_the_primaries, 0, sizeof colorants / sizeof *colorants);
    tcase_add_test(tests, has_the_curve);
    suite_add_tcase(suite, tests);
    return suite;
}
