/* SPDX-License-Identifier: MIT */
#include "base/sum.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <string.h>
#include <unistd.h>

_Static_assert(SUM_SIZE == SHA256_DIGEST_SIZE, "a sum is a SHA-256");

static const char digits[] = "0123456789abcdef";

struct sum sum_of(const void *bytes, size_t size)
{
    struct sha256_ctx context;
    struct sum sum;
    sha256_init(&context);
    sha256_update(&context, size, bytes);
    sha256_digest(&context, sizeof sum.bytes, sum.bytes);
    return sum;
}

bool sum_of_file(int file, struct sum *sum)
{
    unsigned char chunk[65536];
    struct sha256_ctx context;
    sha256_init(&context);
    for (;;) {
        ssize_t got = read(file, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        sha256_update(&context, (size_t)got, chunk);
    }
    sha256_digest(&context, sizeof sum->bytes, sum->bytes);
    return true;
}

bool sum_same(const struct sum *a, const struct sum *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

void sum_write(const struct sum *sum, char text[SUM_DIGITS + 1])
{
    for (size_t i = 0; i < SUM_SIZE; i++) {
        text[2 * i] = digits[sum->bytes[i] >> 4];
        text[2 * i + 1] = digits[sum->bytes[i] & 15];
    }
    text[SUM_DIGITS] = '\0';
}

bool sum_read(const char *text, struct sum *sum)
{
    for (size_t i = 0; i < SUM_DIGITS; i++) {
        const char *digit = text[i] ? strchr(digits, text[i]) : NULL;
        if (!digit)
            return false;
        unsigned char value = (unsigned char)(digit - digits);
        sum->bytes[i / 2] = i % 2 ? (unsigned char)(sum->bytes[i / 2] << 4 | value) : value;
    }
    return true;
}
