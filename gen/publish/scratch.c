/* SPDX-License-Identifier: MIT */
#include "publish/scratch.h"

#include "base/message.h"
#include "publish/guard.h"
#include "publish/tree.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const char *scratch_make(struct arena *arena, const char **error)
{
    const char *above = getenv("TMPDIR");
    char *path = arena_format(arena, "%s/tongbao-XXXXXX", above && *above ? above : "/tmp");
    if (mkdtemp(path))
        return path;
    *error = system_sentence(arena, _("无法建立临时文件夹，请检查 TMPDIR 所指的文件夹和磁盘空间"), path);
    return NULL;
}

void scratch_remove(struct arena *arena, const char *path)
{
    struct tree tree = {.arena = arena};
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    tree_list(&tree, folder);
    for (size_t i = tree.count; i-- > 0;) /* what lies in a folder before the folder */
        if (!tree.entries[i].mount)
            unlinkat(folder, tree.entries[i].path, S_ISDIR(tree.entries[i].status.st_mode) ? AT_REMOVEDIR : 0);
    close(folder);
    rmdir(path);
}

/* ---- on loan ---- */

/* With the signals held back that people end programs with: Ctrl-C is for all processes of the terminal. */
static _Noreturn void keep(struct arena *arena, const char *path, int lives)
{
    char byte;
    while (read(lives, &byte, 1) < 0 && errno == EINTR)
        ;
    scratch_remove(arena, path);
    _exit(0);
}

/* Forks the process that waits. False with errno set. */
static bool start_keeper(struct arena *arena, struct scratch_loan *loan)
{
    int lives[2];
    if (pipe2(lives, O_CLOEXEC) != 0)
        return false;
    fflush(NULL); /* or both would print what is still in our buffers */
    loan->keeper = fork();
    if (loan->keeper == 0) {
        close(lives[1]);
        keep(arena, loan->path, lives[0]);
    }
    int failure = errno;
    close(lives[0]);
    loan->lives = lives[1];
    if (loan->keeper < 0)
        close(lives[1]);
    errno = failure;
    return loan->keeper > 0;
}

bool scratch_borrow(struct arena *arena, struct scratch_loan *loan, const char **error)
{
    sigset_t before;
    guard_hold_signals(&before);
    *loan = (struct scratch_loan){.path = scratch_make(arena, error)};
    if (loan->path && !start_keeper(arena, loan)) {
        *error = arena_format(arena, _("无法启动工作进程（%s），请稍后重试。"), strerror(errno));
        scratch_remove(arena, loan->path);
        loan->path = NULL;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return loan->path;
}

void scratch_give_back(struct scratch_loan *loan)
{
    if (!loan->path)
        return;
    loan->path = NULL;
    close(loan->lives);
    while (waitpid(loan->keeper, NULL, 0) < 0 && errno == EINTR)
        ;
}
