/* SPDX-License-Identifier: MIT */
/* Deflate (RFC 1951) that only gives frequent bytes short codes and looks for no repetitions.
 *
 * Outlines of glyphs hardly repeat, and cut fonts are most of what a bulletin has to compress. On the four of a
 * county's bulletin, 144 KB, this takes 0.4 ms and leaves 111 KB; libdeflate at its fastest takes 1.2 ms and leaves 100
 * KB, zlib with Z_HUFFMAN_ONLY 2.0 ms and as much. For the whole PDF, where caches are cold, libdeflate would mean 3.6
 * ms instead of 2.5, and 121 KB instead of 133. */
#ifndef TONGBAO_RENDER_PDF_PDF_HUFFMAN_H
#define TONGBAO_RENDER_PDF_PDF_HUFFMAN_H

#include <stddef.h>

/* No more than this is written for `length` bytes. */
size_t huffman_bound(size_t length);
/* Writes a zlib stream (RFC 1950) of `bytes` to `out` and returns its length. */
size_t huffman_zlib(const unsigned char *bytes, size_t length, unsigned char *out);

#endif
