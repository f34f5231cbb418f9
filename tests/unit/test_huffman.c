/* SPDX-License-Identifier: MIT */
/* render/pdf/pdf_huffman.c: what it writes, libdeflate reads. */
#include "render/pdf/pdf_huffman.h"
#include "suites.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST 70000

/* Packs and unpacks; the packed length is returned. */
static size_t round_trip(const unsigned char *bytes, size_t length)
{
    unsigned char *packed = malloc(huffman_bound(length)), *again = malloc(length + 1);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    size_t size = huffman_zlib(bytes, length, packed), got = 0;
    ck_assert_uint_le(size, huffman_bound(length));
    ck_assert_int_eq(libdeflate_zlib_decompress(reader, packed, size, again, length + 1, &got), LIBDEFLATE_SUCCESS);
    ck_assert_uint_eq(got, length);
    ck_assert_int_eq(memcmp(bytes, again, length), 0);
    libdeflate_free_decompressor(reader);
    free(packed);
    free(again);
    return size;
}

START_TEST(reads_back)
{
    unsigned char bytes[MOST];
    uint32_t state = 1;
    for (size_t i = 0; i < MOST; i++)
        bytes[i] = (unsigned char)((state = state * 1664525 + 1013904223) >> 24);
    for (size_t length = 0; length < 300; length++)
        round_trip(bytes, length);
    round_trip(bytes, MOST);
    memset(bytes, 'x', MOST);
    round_trip(bytes, 1);
    /* One bit a byte for what never changes. */
    ck_assert_uint_lt(round_trip(bytes, MOST), MOST / 8 + 200);
}
END_TEST

/* Weights that grow like Fibonacci's numbers make the deepest of trees: deeper than a code may be long. */
START_TEST(limits_codes)
{
    unsigned char bytes[MOST];
    size_t length = 0, one = 1, other = 1;
    for (unsigned symbol = 0; length + other <= MOST; symbol++) {
        memset(bytes + length, (int)symbol, other);
        length += other;
        size_t sum = one + other;
        one = other;
        other = sum;
    }
    ck_assert_uint_gt(length, 20000);
    round_trip(bytes, length);
}
END_TEST

Suite *huffman_suite(void)
{
    Suite *suite = suite_create("huffman");
    TCase *tests = tcase_create("huffman");
    tcase_add_test(tests, reads_back);
    tcase_add_test(tests, limits_codes);
    suite_add_tcase(suite, tests);
    return suite;
}
