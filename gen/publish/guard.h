/* SPDX-License-Identifier: MIT */
/* A process that waits for another one's end and tidies up after it. What removes files must not run inside a signal
 * handler, nor in a process that is out of memory or broken; so it runs in a process that has done nothing else. */
#ifndef TONGBAO_PUBLISH_GUARD_H
#define TONGBAO_PUBLISH_GUARD_H

#include <signal.h>
#include <stdbool.h>

/* Holds back the signals that end a program (INT, TERM, HUP, QUIT and their like), those the user ignores excepted;
 * `before` gets what was held back until now, for sigprocmask. */
void guard_hold_signals(sigset_t *before);

enum guard_role { GUARD_WORKER, GUARD_GUARD, GUARD_NONE };

/* How the worker ended. */
struct guard_end {
    int status; /* its exit status; −1 when it was ended */
    int signal; /* which was to end the guard, or has ended the worker; 0: none */
};

/* Whether it is one of those with which people end a program. */
bool guard_is_ending(int number);

/* Forks, with the signals held back. GUARD_WORKER in the new process, with the signals as `before` has them; it dies
 * when the guard does. GUARD_GUARD in the old one, when the new one and all that it has forked are gone: a signal for
 * the guard ends them first. GUARD_NONE with errno set when there can be no new process. */
enum guard_role guard_split(const sigset_t *before, struct guard_end *end);

/* To be called in a new process: it is killed when the process `parent`, which forked it, ends. */
void guard_die_with(int parent);

/* Ends by the signal, as if nothing had held it back; should that not end the process, returns 128 + signal. */
int guard_end_by(int number);

#endif
