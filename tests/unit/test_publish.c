/* SPDX-License-Identifier: MIT */
/* Publishing: whole or not at all, and nobody's own files are touched. */
#include "publish/csv_out.h"
#include "publish/publish.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Suite *publish_suite(void);

static struct arena *arena;
static char *folder;

static void setup(void)
{
    arena = arena_new();
    folder = arena_string(arena, "/tmp/tongbao-publish.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void teardown(void)
{
    const char *command = arena_format(arena, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    arena_free(arena);
}

static const char *contents(const char *path)
{
    char text[4096];
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t got = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    return arena_string_n(arena, text, got);
}

static const char *in(const char *name)
{
    return arena_format(arena, "%s/%s", folder, name);
}

static void publish(const char *text)
{
    const char *error = NULL;
    struct publication *p = publication_begin(arena, in("out"), &error);
    ck_assert_msg(p != NULL, "%s", error);
    ck_assert_ptr_null(publication_write(p, "areas/甲.txt", text, strlen(text)));
    ck_assert_ptr_null(publication_finish(p));
    publication_abandon(p);
}

START_TEST(publishes_with_checksums_and_replaces_its_own)
{
    publish("one");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    /* sha256 of "one", by sha256sum */
    ck_assert_str_eq(contents(in("out/SHA256SUMS")),
                     "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  areas/甲.txt\n");
    publish("two");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
    ck_assert_int_eq(system(arena_format(arena, "test $(ls '%s' | wc -l) = 1", folder)), 0);
}
END_TEST

START_TEST(abandoned_leaves_nothing_behind)
{
    const char *error = NULL;
    publish("one");
    struct publication *p = publication_begin(arena, in("out"), &error);
    ck_assert_ptr_null(publication_write(p, "b.txt", "b", 1));
    publication_abandon(p);
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    ck_assert_int_eq(system(arena_format(arena, "test $(ls '%s' | wc -l) = 1", folder)), 0);
}
END_TEST

START_TEST(refuses_a_folder_that_is_not_ours)
{
    const char *error = NULL;
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    ck_assert_ptr_null(publish_file(arena, in("out/mine.txt"), "mine", 4));
    ck_assert_ptr_null(publication_begin(arena, in("out"), &error));
    ck_assert_ptr_nonnull(strstr(error, "没有覆盖"));
    ck_assert_str_eq(contents(in("out/mine.txt")), "mine");
    ck_assert_ptr_null(publication_begin(arena, in("no/such/parent"), &error));
}
END_TEST

START_TEST(file_names_trip_nobody)
{
    ck_assert_str_eq(publish_clean_name(arena, "433101-吉首市-2019年1—9月"), "433101-吉首市-2019年1—9月");
    ck_assert_str_eq(publish_clean_name(arena, "../a/b:c*?\"<>|\n d"), "_._a_b_c________d");
    ck_assert_str_eq(publish_clean_name(arena, "-rf"), "_rf");
    ck_assert_str_eq(publish_clean_name(arena, "甲."), "甲");
    ck_assert_str_eq(publish_clean_name(arena, ""), "_");
    struct buffer longest = {.arena = arena};
    for (int i = 0; i < 60; i++)
        buffer_add(&longest, "县");
    const char *clean = publish_clean_name(arena, buffer_text(&longest));
    ck_assert_uint_le(strlen(clean), 120);
    ck_assert_uint_eq(strlen(clean) % 3, 0); /* no half character */
}
END_TEST

START_TEST(csv_fields_are_quoted_and_defused)
{
    struct buffer out = {.arena = arena};
    struct csv_out csv = csv_out_begin(&out, "a,b,c");
    csv_out_words(&csv, "=1+1");
    csv_out_field(&csv, "-1.5");
    csv_out_words(&csv, "甲,\"乙\"");
    csv_out_end_row(&csv);
    csv_out_field(&csv, NULL);
    csv_out_integer(&csv, 7);
    csv_out_words(&csv, "@x");
    csv_out_end_row(&csv);
    ck_assert_str_eq(buffer_text(&out), "\xEF\xBB\xBF"
                                        "a,b,c\n'=1+1,-1.5,\"甲,\"\"乙\"\"\"\n,7,'@x\n");
}
END_TEST

Suite *publish_suite(void)
{
    Suite *suite = suite_create("publish");
    TCase *cases = tcase_create("publish");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, publishes_with_checksums_and_replaces_its_own);
    tcase_add_test(cases, abandoned_leaves_nothing_behind);
    tcase_add_test(cases, refuses_a_folder_that_is_not_ours);
    tcase_add_test(cases, file_names_trip_nobody);
    tcase_add_test(cases, csv_fields_are_quoted_and_defused);
    suite_add_tcase(suite, cases);
    return suite;
}
