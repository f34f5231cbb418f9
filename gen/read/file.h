/* SPDX-License-Identifier: MIT */
/* A text file as people saved it, decoded. */
#ifndef TONGBAO_READ_FILE_H
#define TONGBAO_READ_FILE_H

#include "base/finding.h"
#include "read/encoding.h"

/* Reads `folder`/`file` and finds its encoding. What keeps it from being read, and an encoding other than UTF-8, are
 * findings about `file`; false when there is nothing to go on with. The text lives in `arena`. */
bool file_decode(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                 struct decoded *decoded);

#endif
