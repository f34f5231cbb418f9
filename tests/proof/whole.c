/* SPDX-License-Identifier: MIT */
/* whole REGION PERIOD DIR: holds the documents of a publication against its figures, all of their text, as it is done
 * before sealing. Status 0; 1 with the sentence on what is wrong; 2 on trouble. Says "no pdftotext" where there is
 * none. */
#include "cli/composing.h"
#include "cli/proofs.h"

#include <locale.h>
#include <stdio.h>

static int read_whole(const struct options *options, const char *dir, struct arena *arena)
{
    struct session session;
    struct composer composer;
    const char *error;
    size_t count;
    if (session_open(&session, options, arena) != EXIT_CLEAN || composing_begin(&session, &composer) != EXIT_CLEAN)
        return 2;
    struct document_job *jobs = documents_plan(&composer, options, arena, &count, &error);
    if (!jobs)
        return 2;
    bool unread;
    const char *sentence = proofs_whole(proofs_new(&composer, jobs, count, arena), dir, &unread, arena);
    if (sentence)
        puts(sentence);
    if (unread)
        puts("no pdftotext");
    return sentence != NULL;
}

int main(int argc, char **argv)
{
    static const char *only[] = {"xlsx", "pdf", "rtf", "txt"};
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc != 4)
        return 2;
    struct arena *arena = arena_new();
    struct options options = {.input = argv[1], .has_period = true, .only = only, .only_count = 4};
    if (!period_parse(argv[2], &options.period))
        return 2;
    int status = read_whole(&options, argv[3], arena);
    arena_free(arena);
    return status;
}
