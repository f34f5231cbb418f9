/* SPDX-License-Identifier: MIT */
/* Preloaded, lets the tests stand between the program and renameat2:
 *
 *   RENAMES_PLAIN=1          the file system knows no flags, as NFS doesn't
 *   RENAMES_FAIL=N           the Nth exchange fails
 *   RENAMES_BEFORE=COMMAND   run just before the first exchange (with RENAMES_PLAIN: before the plain rename of DIR)
 *   RENAMES_AFTER=COMMAND    run just after it
 *   RENAMES_KILL=WHEN        before, after: kills the whole run there, guard first, with SIGKILL
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int exchanges;

static long real_rename(int from, const char *old, int to, const char *new, unsigned flags)
{
    return syscall(SYS_renameat2, from, old, to, new, flags);
}

static void step(const char *command, const char *when)
{
    const char *line = getenv(command), *kill_at = getenv("RENAMES_KILL");
    if (line && exchanges == 1) {
        char *alone = malloc(strlen(line) + 32);
        sprintf(alone, "unset LD_PRELOAD; %s", line);
        if (system(alone) != 0)
            fprintf(stderr, "renames: failed: %s\n", line);
        free(alone);
    }
    if (kill_at && strcmp(kill_at, when) == 0) {
        kill(getppid(), SIGKILL);
        raise(SIGKILL);
    }
}

/* The parameters are called as in stdio.h. */
int renameat2(int oldfd, const char *old, int newfd, const char *new, unsigned flags)
{
    const char *fail = getenv("RENAMES_FAIL");
    if (flags && getenv("RENAMES_PLAIN")) {
        errno = EINVAL;
        return -1;
    }
    if (!(flags & RENAME_EXCHANGE))
        return (int)real_rename(oldfd, old, newfd, new, flags);
    exchanges++;
    step("RENAMES_BEFORE", "before");
    if (fail && atoi(fail) == exchanges) {
        errno = EIO;
        return -1;
    }
    int result = (int)real_rename(oldfd, old, newfd, new, flags);
    int failure = errno;
    step("RENAMES_AFTER", "after");
    errno = failure;
    return result;
}

/* The first plain rename of a folder over which flags were refused is the exchange's first half. */
int renameat(int oldfd, const char *old, int newfd, const char *new)
{
    if (!getenv("RENAMES_PLAIN") || strcmp(new, "old") != 0)
        return (int)real_rename(oldfd, old, newfd, new, 0);
    exchanges++;
    step("RENAMES_BEFORE", "before");
    int result = (int)real_rename(oldfd, old, newfd, new, 0);
    int failure = errno;
    step("RENAMES_AFTER", "after");
    errno = failure;
    return result;
}
