/* SPDX-License-Identifier: MIT */
/* SHA-256 of bytes and of files, as SHA256SUMS has it. */
#ifndef TONGBAO_BASE_SUM_H
#define TONGBAO_BASE_SUM_H

#include <stdbool.h>
#include <stddef.h>

#define SUM_SIZE 32
#define SUM_DIGITS (2 * SUM_SIZE)

struct sum {
    unsigned char bytes[SUM_SIZE];
};

struct sum sum_of(const void *bytes, size_t size);
/* Of all that can be read from `file` from where it stands. False, with errno set, when it can't be read. */
bool sum_of_file(int file, struct sum *sum);
bool sum_same(const struct sum *a, const struct sum *b);

/* 64 lower-case digits and a NUL. */
void sum_write(const struct sum *sum, char text[SUM_DIGITS + 1]);
/* False when the text does not begin with 64 lower-case digits. */
bool sum_read(const char *text, struct sum *sum);

#endif
