/* SPDX-License-Identifier: MIT */
#include "base/whole.h"

#include <errno.h>
#include <unistd.h>

enum { CHUNK = 65536 };

bool whole_read(int file, struct buffer *out)
{
    char chunk[CHUNK];
    for (;;) {
        ssize_t got = read(file, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        buffer_add_n(out, chunk, (size_t)got);
    }
}
