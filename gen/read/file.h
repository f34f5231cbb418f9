/* SPDX-License-Identifier: MIT */
/* A text file as people saved it, decoded. */
#ifndef TONGBAO_READ_FILE_H
#define TONGBAO_READ_FILE_H

#include "base/files_read.h"
#include "base/finding.h"
#include "read/encoding.h"

#define MEGABYTE ((size_t)1 << 20)
/* The most that is read of a table, and of a template or a text: what is bigger is no such thing (man 5). */
#define FILE_LIMIT_TABLE (256 * MEGABYTE)
#define FILE_LIMIT_TEXT MEGABYTE
/* Of a workbook, which is packed. */
#define FILE_LIMIT_BOOK (32 * MEGABYTE)

/* Reads `folder`/`file`, a regular file of at most `limit` bytes, and finds its encoding. What keeps it from being
 * read, and an encoding other than UTF-8, are findings about `file`; false when there is nothing to go on with. The
 * text lives in `arena`. What was read is noted in `inputs` with its sum (NULL: nobody asks); a file that
 * changes while it is read, or is another one than when it was read before, is a finding too. */
bool file_decode(const char *folder, const char *file, size_t limit, struct arena *arena, struct findings *findings,
                 struct file_list *inputs, struct decoded *decoded);

/* The bytes of `folder`/`file` as they are, by the same rules, in `scratch`, which may be freed before the findings in
 * `arena`; NULL with a finding. */
const char *file_bytes(const char *folder, const char *file, size_t limit, struct arena *arena, struct arena *scratch,
                       struct findings *findings, struct file_list *inputs, size_t *length);

/* How the bytes of another encoding in one file are told: at the first of a line, for so many lines, and then how many
 * lines more. Begins with file and decoded filled in. */
struct bytes_report {
    const char *file;
    const struct decoded *decoded;
    bool is_text;    /* its lines have characters, not cells */
    size_t next;     /* the first of decoded->bad not above the line to come */
    int last_line;   /* the last line looked at */
    size_t lines;    /* with such bytes */
    int untold_line; /* the first that was only counted */
};
/* Looks at the line [from, end) of decoded->text; whether it has such bytes. A line may come again. */
bool bytes_report_line(struct bytes_report *report, int line, const char *from, const char *end, struct arena *arena,
                       struct findings *findings);
void bytes_report_end(const struct bytes_report *report, struct arena *arena, struct findings *findings);

#endif
