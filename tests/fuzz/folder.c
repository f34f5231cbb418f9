/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

static char folder[] = "/dev/shm/tongbao-fuzz-XXXXXX";

static void clear(void)
{
    char command[PATH_ROOM];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command) != 0) /* NOLINT(cert-env33-c): a test's own folder */
        perror(folder);
}

const char *folder_of_fuzz(void)
{
    static int made;
    if (made++)
        return folder;
    char below[PATH_ROOM];
    if (!mkdtemp(folder))
        abort();
    atexit(clear);
    snprintf(below, sizeof below, "%s/data", folder);
    if (mkdir(below, S_IRWXU) != 0)
        abort();
    return folder;
}

void folder_write(const char *name, const uint8_t *bytes, size_t length)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder_of_fuzz(), name);
    FILE *file = fopen(path, "wb");
    if (!file)
        return;
    if (length && fwrite(bytes, 1, length, file) != length)
        abort();
    fclose(file);
}
