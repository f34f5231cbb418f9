/* SPDX-License-Identifier: MIT */
#include "publish/confine.h"

#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights that every version of Landlock knows. Renaming from folder to folder is refused under the first version
 * anyway, and truncating by name is no right of it: a worker has no name of a file outside to begin with. */
#define HERE                                                                                                           \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |                      \
     LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |                    \
     LANDLOCK_ACCESS_FS_MAKE_REG)
#define NOWHERE                                                                                                        \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK |                        \
     LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

bool confine_possible(void)
{
    return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

static bool shut_files(int folder)
{
    struct landlock_ruleset_attr rights = {.handled_access_fs = HERE | NOWHERE};
    /* The first version's structure has the files only; later ones would take the rest of it as they know it. */
    int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights.handled_access_fs, 0);
    if (rules < 0)
        return false;
    struct landlock_path_beneath_attr beneath = {.allowed_access = HERE, .parent_fd = folder};
    bool shut = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0 &&
                syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return shut;
}

static const int refused[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(socket),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(chroot),
    SCMP_SYS(mount),
    SCMP_SYS(bpf),
    SCMP_SYS(io_uring_setup),
};

/* A call that isn't on the list goes on as before: libraries' own needs differ from version to version. */
static void shut_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return;
    bool all = true;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        int error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0);
        all = all && (error == 0 || error == -EDOM);
    }
    if (all)
        seccomp_load(filter);
    seccomp_release(filter);
}

bool confine_to(int folder)
{
    /* Without it neither may be asked for by who is not root. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    bool shut = shut_files(folder);
    shut_calls();
    return shut;
}
