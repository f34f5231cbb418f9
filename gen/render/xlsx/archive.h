/* SPDX-License-Identifier: MIT */
/* A zip archive in memory, in the place of the files that libxlsxwriter would write.
 *
 * libxlsxwriter 1.1.4 can only write a file with a name, through temporary files; when TMPDIR is full it returns
 * success over truncated parts. But its symbols lxw_tmpfile, zipOpen, zipOpenNewFileInZip4_64, zipWriteInFileInZip,
 * zipCloseFileInZip and zipClose may be defined by the program: archive.c does, so that nothing ever touches a disk.
 * One archive at a time in a process (the library races with itself between threads anyway). */
#ifndef TONGBAO_RENDER_XLSX_ARCHIVE_H
#define TONGBAO_RENDER_XLSX_ARCHIVE_H

#include "base/arena.h"

#include <stdbool.h>

/* Makes the next workbook_close append its zip to `out`, which must outlive archive_end. */
void archive_begin(struct buffer *out);

/* Ends the archive. True: the library really wrote through this file, parts and all, and the zip in `out` is
 * complete. False: the linker gave the library other functions (or workbook_close failed before its end). */
bool archive_end(void);

#endif
