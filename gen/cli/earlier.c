/* SPDX-License-Identifier: MIT */
#include "cli/earlier.h"

#include "base/message.h"
#include "publish/unpack.h"
#include "publish/writing.h"

#include <stdio.h>
#include <sys/stat.h>

static bool is_file(const char *path)
{
    struct stat status;
    return path && stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static enum exit_status failed(enum exit_status status, const char *sentence)
{
    fprintf(stderr, "%s\n", sentence);
    return status;
}

/* Replaces the archive's name by that of the folder it is unpacked into. */
static enum exit_status unpack(struct earlier *earlier, const char **place, const char *into, struct arena *arena)
{
    const char *top, *sentence;
    if (!is_file(*place))
        return EXIT_CLEAN;
    if (!earlier->loan.path && !scratch_borrow(arena, &earlier->loan, &sentence))
        return failed(EXIT_SYSTEM, sentence);
    into = arena_format(arena, "%s/%s", earlier->loan.path, into);
    if (mkdir(into, 0700) != 0)
        return failed(EXIT_SYSTEM, system_sentence(arena, _("无法建立文件夹，请检查磁盘空间和权限"), into));
    enum unpack_state state = unpack_archive(arena, *place, into, &top, &sentence);
    if (state != UNPACK_GOOD)
        return failed(state == UNPACK_REFUSED ? EXIT_USAGE : EXIT_SYSTEM, sentence);
    *place = arena_format(arena, "%s/%s", into, top);
    return EXIT_CLEAN;
}

enum exit_status earlier_open(struct earlier *earlier, const char *previous, const char *last, struct arena *arena)
{
    *earlier = (struct earlier){.previous = previous, .last = last};
    enum exit_status status = unpack(earlier, &earlier->previous, "previous", arena);
    if (status == EXIT_CLEAN)
        status = unpack(earlier, &earlier->last, "last", arena);
    if (status != EXIT_CLEAN)
        earlier_close(earlier);
    return status;
}

void earlier_close(struct earlier *earlier)
{
    scratch_give_back(&earlier->loan);
}
