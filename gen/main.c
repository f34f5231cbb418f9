/* SPDX-License-Identifier: MIT */
#include "base/message.h"
#include "cli/options.h"
#include "cli/paths.h"

#include <locale.h>
#include <stdio.h>

int main(int argc, char **argv)
{
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
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs(_("屏幕输出没有写完，请检查磁盘空间或管道。\n"), stderr);
        status = status < EXIT_SYSTEM ? EXIT_SYSTEM : status;
    }
    arena_free(arena);
    return (int)status;
}
