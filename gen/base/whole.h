/* SPDX-License-Identifier: MIT */
/* All that can be read from an open file or pipe. */
#ifndef TONGBAO_BASE_WHOLE_H
#define TONGBAO_BASE_WHOLE_H

#include "base/arena.h"

#include <stdbool.h>

/* Appends what comes up to the end to `out`; the file stays open. False with errno set, and with what came before. */
bool whole_read(int file, struct buffer *out);

#endif
