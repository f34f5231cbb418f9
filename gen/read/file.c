/* SPDX-License-Identifier: MIT */
#include "read/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The whole file, followed by a NUL; NULL with errno when it can't be read. */
static char *read_file(const char *path, struct arena *arena, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    struct buffer bytes = {.arena = arena};
    char chunk[1 << 15];
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_add_n(&bytes, chunk, got);
    bool failed = ferror(file) != 0;
    int error = errno;
    fclose(file);
    errno = error;
    if (failed)
        return NULL;
    buffer_add(&bytes, "");
    *length = bytes.length;
    return bytes.data;
}

bool file_decode(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                 struct decoded *decoded)
{
    struct where where = {.file = file};
    size_t length;
    char *bytes = read_file(arena_format(arena, "%s/%s", folder, file), arena, &length);
    if (!bytes) {
        if (errno == ENOENT)
            FINDING(findings, RULE_FILE_MISSING, &where, file);
        else if (errno == EISDIR)
            FINDING(findings, RULE_FILE_FOLDER, &where, file);
        else
            FINDING(findings, RULE_FILE_UNREADABLE, &where, strerror(errno));
        return false;
    }
    if (encoding_is_binary(bytes, length)) {
        FINDING(findings, encoding_is_workbook(bytes, length) ? RULE_FILE_BINARY : RULE_FILE_UTF16, &where, NULL);
        return false;
    }
    if (!encoding_decode(bytes, length, arena, decoded)) {
        FINDING(findings, RULE_FILE_UNREADABLE, &where, strerror(errno));
        return false;
    }
    if (strncmp(decoded->encoding, "UTF-8", 5) != 0)
        FINDING(findings, RULE_FILE_ENCODING, &where, decoded->encoding);
    return true;
}
