/* SPDX-License-Identifier: MIT */
/* What a worker can still do once it is shut in: write into its folder, and nothing else. */
#include "publish/confine.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

Suite *confine_suite(void);

static char folder[] = "/tmp/tongbao-confine.XXXXXX";
static int opened;

static void setup(void)
{
    ck_assert_ptr_nonnull(mkdtemp(folder));
    opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ck_assert_int_ge(opened, 0);
}

static void teardown(void)
{
    close(opened);
    rmdir(folder);
}

/* What `attempt` returns in a process that is shut in. */
static int shut_in(int (*attempt)(void))
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        _exit(confine_to(opened) == confine_possible() ? attempt() : 100);
    int state;
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert(WIFEXITED(state));
    return WEXITSTATUS(state);
}

static int read_elsewhere(void)
{
    return open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0 ? errno : 0;
}

static int write_elsewhere(void)
{
    return open("/tmp/tongbao-confine-elsewhere", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) < 0 ? errno : 0;
}

static int climb_out(void)
{
    return openat(opened, "../../etc/passwd", O_RDONLY | O_CLOEXEC) < 0 ? errno : 0;
}

static int write_here(void)
{
    int file = openat(opened, "a", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return errno;
    bool good = write(file, "x", 1) == 1 && unlinkat(opened, "a", 0) == 0;
    return good ? 0 : errno;
}

static int start_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno;
}

static int connect_somewhere(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

START_TEST(only_its_own_folder_can_be_written)
{
    ck_assert_int_eq(shut_in(write_here), 0);
    if (!confine_possible())
        return;
    ck_assert_int_eq(shut_in(read_elsewhere), EACCES);
    ck_assert_int_eq(shut_in(write_elsewhere), EACCES);
    ck_assert_int_eq(shut_in(climb_out), EACCES);
}
END_TEST

START_TEST(no_program_and_no_connection)
{
    if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0)
        return; /* a kernel without seccomp */
    ck_assert_int_eq(shut_in(start_program), EPERM);
    ck_assert_int_eq(shut_in(connect_somewhere), EPERM);
}
END_TEST

Suite *confine_suite(void)
{
    Suite *suite = suite_create("confine");
    TCase *one = tcase_create("confine");
    tcase_add_checked_fixture(one, setup, teardown);
    tcase_add_test(one, only_its_own_folder_can_be_written);
    tcase_add_test(one, no_program_and_no_connection);
    suite_add_tcase(suite, one);
    return suite;
}
