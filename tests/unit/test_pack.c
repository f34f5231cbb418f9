/* SPDX-License-Identifier: MIT */
/* Archives: packed twice the bytes are the same, and what is unpacked is what was packed. */
#include "base/arena.h"

#include "publish/pack.h"
#include "publish/scratch.h"
#include "publish/unpack.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

Suite *pack_suite(void);

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static void pack(struct buffer *out)
{
    const char *error = NULL;
    struct pack *p = pack_begin(arena, "全州-2019年前三季度", out, &error);
    ck_assert_msg(p != NULL, "%s", error);
    ck_assert_ptr_null(pack_add(p, "RUN.txt", "run\n", 4));
    ck_assert_ptr_null(pack_add(p, "inputs/data/前三季度 a\\n.csv", "", 0));
    ck_assert_ptr_null(pack_add(p, "outputs/areas/甲县.pdf", "\0\1\2", 3));
    ck_assert_ptr_null(pack_end(p));
}

static const char *write_bytes(const char *folder, const char *bytes, size_t size)
{
    const char *path = arena_format(arena, "%s/a.tar.zst", folder);
    FILE *file = fopen(path, "wb");
    ck_assert(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
    return path;
}

/* The size of a file, or −1. */
static long size_of(const char *folder, const char *path)
{
    struct stat status;
    return stat(arena_format(arena, "%s/%s", folder, path), &status) == 0 ? (long)status.st_size : -1;
}

START_TEST(round_trip)
{
    struct buffer one = {.arena = arena}, two = {.arena = arena}, text = {.arena = arena};
    const char *error = NULL, *top = NULL;
    pack(&one);
    pack(&two);
    ck_assert_uint_eq(one.length, two.length);
    ck_assert_mem_eq(one.data, two.data, one.length);
    const char *folder = scratch_make(arena, &error);
    ck_assert_msg(folder != NULL, "%s", error);
    const char *path = write_bytes(folder, one.data, one.length), *into = arena_format(arena, "%s/into", folder);
    ck_assert_int_eq(mkdir(into, 0700), 0);
    ck_assert_int_eq(unpack_archive(arena, path, into, &top, &error), UNPACK_GOOD);
    ck_assert_str_eq(top, "全州-2019年前三季度");
    ck_assert_int_eq(size_of(into, "全州-2019年前三季度/RUN.txt"), 4);
    ck_assert_int_eq(size_of(into, "全州-2019年前三季度/inputs/data/前三季度 a\\n.csv"), 0);
    ck_assert_int_eq(size_of(into, "全州-2019年前三季度/outputs/areas/甲县.pdf"), 3);
    ck_assert_int_eq(unpack_one(arena, path, "RUN.txt", &text, &error), UNPACK_GOOD);
    ck_assert_str_eq(text.data, "run\n");
    ck_assert_int_eq(unpack_one(arena, path, "nowhere", &text, &error), UNPACK_REFUSED);
    scratch_remove(arena, folder);
    ck_assert_int_eq(size_of(folder, "."), -1);
}
END_TEST

/* Whichever fifth byte is changed, it is unpacked or refused with a sentence (the sums tell the rest); cut anywhere,
 * refused.
 */
START_TEST(damage)
{
    struct buffer out = {.arena = arena};
    const char *error = NULL, *top;
    pack(&out);
    const char *folder = scratch_make(arena, &error);
    for (size_t i = 0; i < out.length; i += 5) {
        char *copy = arena_copy(arena, out.data, out.length);
        copy[i] ^= 1;
        const char *path = write_bytes(folder, copy, out.length), *into = arena_format(arena, "%s/%zu", folder, i);
        struct buffer text = {.arena = arena};
        ck_assert_int_eq(mkdir(into, 0700), 0);
        enum unpack_state state = unpack_archive(arena, path, into, &top, &error);
        ck_assert_int_ne(state, UNPACK_FAILED);
        ck_assert(state == UNPACK_GOOD || error != NULL);
        path = write_bytes(folder, out.data, i);
        ck_assert_int_eq(unpack_one(arena, path, "outputs/areas/甲县.pdf", &text, &error), UNPACK_REFUSED);
    }
    scratch_remove(arena, folder);
}
END_TEST

Suite *pack_suite(void)
{
    Suite *suite = suite_create("pack");
    TCase *tcase = tcase_create("pack");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, round_trip);
    tcase_add_test(tcase, damage);
    suite_add_tcase(suite, tcase);
    return suite;
}
