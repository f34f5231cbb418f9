/* SPDX-License-Identifier: MIT */
/* Deflate (RFC 1951) that only gives frequent bytes short codes and looks for no repetitions.
 *
 * Outlines of glyphs hardly repeat: on our fonts this comes within a tenth of libdeflate's size in a tenth of its time,
 * and cut fonts are most of what a bulletin has to compress. */
#ifndef TONGBAO_RENDER_PDF_PDF_HUFFMAN_H
#define TONGBAO_RENDER_PDF_PDF_HUFFMAN_H

#include <stddef.h>

/* No more than this is written for `length` bytes. */
size_t huffman_bound(size_t length);
/* Writes a zlib stream (RFC 1950) of `bytes` to `out` and returns its length. */
size_t huffman_zlib(const unsigned char *bytes, size_t length, unsigned char *out);

#endif
