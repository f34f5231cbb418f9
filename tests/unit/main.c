/* SPDX-License-Identifier: MIT */
/* Runs every suite of tests/unit: units [SUITE]…
 *
 * A suite is a function `Suite *name_suite(void)` in any file here; the Makefile collects them into suites.inc.
 * The last line is 'N passed, N failed'. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUITE(name) Suite *name(void);
#include "suites.inc"
#undef SUITE

static const struct {
    const char *name;
    Suite *(*make)(void);
} suites[] = {
#define SUITE(name) {#name, name},
#include "suites.inc"
#undef SUITE
    {NULL, NULL}};

/* Whether the suite was asked for: by its function's name, with or without _suite; all are when none is named. */
static int wanted(const char *name, int count, char **names)
{
    size_t stem = strlen(name) - strlen("_suite");
    int found = count == 0;
    for (int i = 0; i < count; i++)
        found |= strcmp(names[i], name) == 0 || (strlen(names[i]) == stem && strncmp(names[i], name, stem) == 0);
    return found;
}

int main(int argc, char **argv)
{
    SRunner *runner = srunner_create(NULL);
    int added = 0;
    for (size_t i = 0; suites[i].name; i++)
        if (wanted(suites[i].name, argc - 1, argv + 1)) {
            srunner_add_suite(runner, suites[i].make());
            added++;
        }
    if (!added) {
        fprintf(stderr, "units: no such suite\n");
        return 3;
    }
    srunner_run_all(runner, CK_ENV);
    int run = srunner_ntests_run(runner), failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    printf("%d passed, %d failed\n", run - failed, failed);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
