/* SPDX-License-Identifier: MIT */
#include "base/message.h"
#include "cli/options.h"
#include "cli/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

/* A closed standard stream would be given to the first file that is opened, and what is said would stand in it. Opened
 * the wrong way round it still fails whoever counts on it. */
static void hold_standard_streams(void)
{
    for (int stream = 0; stream <= 2; stream++)
        if (fcntl(stream, F_GETFD) < 0 && errno == EBADF && open("/dev/null", stream ? O_RDONLY : O_WRONLY) < 0)
            return;
}

int main(int argc, char **argv)
{
    hold_standard_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow fails, and says so */
    struct arena *arena = arena_new();
    /* Messages and characters follow the user; numbers never do: a decimal comma in a workbook would break it. */
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    bindtextdomain("tongbao", paths_locale(arena));
    bind_textdomain_codeset("tongbao", "UTF-8");
    textdomain("tongbao");

    struct options options;
    enum exit_status status = EXIT_CLEAN;
    const struct command *command = options_read(argc, argv, arena, &options, &status);
    if (command)
        status = command->run(&options, arena);
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    if (!written && (!command || command->shows)) {
        fputs(_("屏幕输出没有写完，请检查磁盘空间或管道。\n"), stderr);
        status = status < EXIT_SYSTEM ? EXIT_SYSTEM : status;
    }
    arena_free(arena);
    return (int)status;
}
