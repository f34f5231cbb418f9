/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_huffman.h"

#include <libdeflate.h>

#include <stdint.h>
#include <stdlib.h>

#define END_OF_BLOCK 256
#define SYMBOLS 257
#define LONGEST_CODE 15
#define DYNAMIC_CODES 2
/* Lengths of codes, 0 to 15, are written with 4 bits each: a complete code that needs no table of its own. */
#define LENGTH_BITS 4
#define LENGTH_SYMBOLS 19

struct code {
    uint16_t bits; /* as written: the first bit of the code is the lowest */
    uint8_t length;
};

/* Bits on their way out. */
struct bits {
    unsigned char *out;
    uint64_t held;
    unsigned count;
};

static void put(struct bits *b, unsigned value, unsigned length)
{
    b->held |= (uint64_t)value << b->count;
    b->count += length;
}

/* At most 31 bits stay behind, so that two codes can be put before the next call. */
static void drain(struct bits *b)
{
    if (b->count < 32)
        return;
    for (int i = 0; i < 4; i++)
        *b->out++ = (unsigned char)(b->held >> 8 * i);
    b->held >>= 32;
    b->count -= 32;
}

static void finish(struct bits *b)
{
    drain(b);
    for (unsigned done = 0; done < b->count; done += 8, b->held >>= 8)
        *b->out++ = (unsigned char)b->held;
}

/* ---- the codes ---- */

struct node {
    uint32_t weight;
    uint16_t parent, symbol;
};

static int by_weight(const void *a, const void *b)
{
    const struct node *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight < right->weight ? -1 : 1;
    return left->symbol < right->symbol ? -1 : 1;
}

/* The lightest of the leaves and inner nodes that have no parent yet: both lists are in order. */
static size_t lightest(const struct node *nodes, size_t *leaf, size_t leaves, size_t *inner, size_t end)
{
    if (*leaf < leaves && (*inner >= end || nodes[*leaf].weight <= nodes[*inner].weight))
        return (*leaf)++;
    return (*inner)++;
}

/* Huffman's tree over the symbols that occur; returns the length of the longest code. */
static unsigned code_lengths(const uint32_t *weights, struct code *codes)
{
    struct node nodes[2 * SYMBOLS];
    uint8_t depth[2 * SYMBOLS];
    size_t leaves = 0, leaf = 0;
    unsigned longest = 0;
    for (size_t s = 0; s < SYMBOLS; s++) {
        codes[s].length = 0;
        if (weights[s])
            nodes[leaves++] = (struct node){weights[s], 0, (uint16_t)s};
    }
    qsort(nodes, leaves, sizeof *nodes, by_weight);
    size_t inner = leaves, end = leaves;
    for (; end < 2 * leaves - 1; end++) {
        size_t one = lightest(nodes, &leaf, leaves, &inner, end);
        size_t other = lightest(nodes, &leaf, leaves, &inner, end);
        nodes[end] = (struct node){nodes[one].weight + nodes[other].weight, 0, 0};
        nodes[one].parent = nodes[other].parent = (uint16_t)end;
    }
    depth[end - 1] = 0;
    for (size_t i = end - 1; i-- > 0;) {
        depth[i] = (uint8_t)(depth[nodes[i].parent] + 1);
        if (i < leaves) {
            codes[nodes[i].symbol].length = depth[i];
            longest = depth[i] > longest ? depth[i] : longest;
        }
    }
    return longest;
}

/* RFC 1951 3.2.2: codes of one length count up in the order of their symbols. */
static void assign_codes(struct code *codes)
{
    unsigned next = 0;
    for (unsigned length = 1; length <= LONGEST_CODE; length++, next <<= 1)
        for (size_t s = 0; s < SYMBOLS; s++) {
            if (codes[s].length != length)
                continue;
            unsigned turned = 0;
            for (unsigned bit = 0; bit < length; bit++)
                turned |= (next >> bit & 1) << (length - 1 - bit);
            codes[s].bits = (uint16_t)turned;
            next++;
        }
}

static void find_codes(const unsigned char *bytes, size_t length, struct code *codes)
{
    uint32_t weights[SYMBOLS] = {0};
    for (size_t i = 0; i < length; i++)
        weights[bytes[i]]++;
    weights[END_OF_BLOCK] = 1;
    /* A code needs two symbols; and where one is too long, flatter weights make a flatter tree. */
    weights[0] += !length;
    while (code_lengths(weights, codes) > LONGEST_CODE)
        for (size_t s = 0; s < SYMBOLS; s++)
            weights[s] = (weights[s] + 1) / 2;
    assign_codes(codes);
}

/* ---- the stream ---- */

/* RFC 1951 3.2.7, as one last block. Two distance codes of one bit are named, the least that every reader takes. */
static void put_header(struct bits *b, const struct code *codes)
{
    put(b, 1, 1);
    put(b, DYNAMIC_CODES, 2);
    put(b, SYMBOLS - 257, 5);
    put(b, 2 - 1, 5);
    put(b, LENGTH_SYMBOLS - 4, 4);
    for (int i = 0; i < LENGTH_SYMBOLS; i++) {
        put(b, i < 3 ? 0 : LENGTH_BITS, 3); /* 16, 17 and 18, which stand for runs, come first */
        drain(b);
    }
    for (size_t s = 0; s < SYMBOLS + 2; s++) {
        unsigned length = s < SYMBOLS ? codes[s].length : 1, turned = 0;
        for (unsigned bit = 0; bit < LENGTH_BITS; bit++)
            turned |= (length >> bit & 1) << (LENGTH_BITS - 1 - bit);
        put(b, turned, LENGTH_BITS);
        drain(b);
    }
}

size_t huffman_bound(size_t length)
{
    /* The best code is no longer than 9 bits a byte, flattened weights a little longer. */
    return length + length / 4 + 512;
}

size_t huffman_zlib(const unsigned char *bytes, size_t length, unsigned char *out)
{
    struct code codes[SYMBOLS];
    struct bits b = {.out = out};
    *b.out++ = 0x78; /* RFC 1950: deflate, a window of 32 KB, the fastest */
    *b.out++ = 0x01;
    find_codes(bytes, length, codes);
    put_header(&b, codes);
    size_t i = 0;
    for (; i + 1 < length; i += 2) {
        put(&b, codes[bytes[i]].bits, codes[bytes[i]].length);
        put(&b, codes[bytes[i + 1]].bits, codes[bytes[i + 1]].length);
        drain(&b);
    }
    if (i < length)
        put(&b, codes[bytes[i]].bits, codes[bytes[i]].length);
    put(&b, codes[END_OF_BLOCK].bits, codes[END_OF_BLOCK].length);
    finish(&b);
    uint32_t sum = libdeflate_adler32(1, bytes, length);
    for (int shift = 24; shift >= 0; shift -= 8)
        *b.out++ = (unsigned char)(sum >> shift);
    return (size_t)(b.out - out);
}
