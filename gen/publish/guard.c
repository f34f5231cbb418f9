/* SPDX-License-Identifier: MIT */
#include "publish/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static const int endings[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGUSR1,   SIGUSR2,
                              SIGALRM, SIGXCPU, SIGPROF, SIGPOLL, SIGVTALRM, SIGPWR};

bool guard_is_ending(int number)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (endings[i] == number)
            return true;
    return false;
}

static bool is_ignored(int number)
{
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN;
}

/* Those that are to end us, as the user has it; not those held back in `before` already. */
static sigset_t ending_signals(const sigset_t *before)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (!is_ignored(endings[i]) && !sigismember(before, endings[i]))
            sigaddset(&set, endings[i]);
    return set;
}

void guard_hold_signals(sigset_t *before)
{
    sigprocmask(SIG_BLOCK, NULL, before);
    sigset_t held = ending_signals(before);
    sigprocmask(SIG_BLOCK, &held, NULL);
}

void guard_die_with(int parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(128 + SIGKILL); /* it had ended before that */
}

/* Waits for the worker or for a signal to the guard, which ends the worker. */
static void wait_for(pid_t worker, const sigset_t *waited, struct guard_end *end)
{
    for (;;) {
        int state, number = sigwaitinfo(waited, NULL);
        if (number > 0 && number != SIGCHLD) {
            end->signal = number;
            kill(worker, SIGKILL);
        }
        if (waitpid(worker, &state, end->signal ? 0 : WNOHANG) != worker)
            continue;
        end->status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
        if (WIFSIGNALED(state) && !end->signal)
            end->signal = WTERMSIG(state);
        return;
    }
}

/* Returns when the last process that has the other end is gone. */
static void wait_for_all(int lives)
{
    char byte;
    while (read(lives, &byte, 1) < 0 && errno == EINTR)
        ;
    close(lives);
}

enum guard_role guard_split(const sigset_t *before, struct guard_end *end)
{
    int lives[2];
    pid_t guard = getpid();
    sigset_t waited = ending_signals(before);
    *end = (struct guard_end){.status = -1};
    if (pipe2(lives, O_CLOEXEC) != 0)
        return GUARD_NONE;
    signal(SIGCHLD, SIG_DFL); /* ignored, it would never come */
    sigaddset(&waited, SIGCHLD);
    sigprocmask(SIG_BLOCK, &waited, NULL);
    fflush(NULL); /* or both would print what is still in our buffers */
    pid_t worker = fork();
    if (worker == 0) {
        close(lives[0]); /* lives[1] stays open in it and in what it forks */
        sigprocmask(SIG_SETMASK, before, NULL);
        guard_die_with(guard);
        return GUARD_WORKER;
    }
    int failure = errno;
    close(lives[1]);
    if (worker > 0) {
        wait_for(worker, &waited, end);
        wait_for_all(lives[0]);
        return GUARD_GUARD;
    }
    close(lives[0]);
    errno = failure;
    return GUARD_NONE;
}

int guard_end_by(int number)
{
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    signal(number, SIG_DFL);
    raise(number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    return 128 + number;
}
