/* SPDX-License-Identifier: MIT */
/* A folder in memory for what a target reads from files; one a process, removed at its end. */
#ifndef TONGBAO_TESTS_FUZZ_FOLDER_H
#define TONGBAO_TESTS_FUZZ_FOLDER_H

#include <stddef.h>
#include <stdint.h>

/* The path of the folder. */
const char *folder_of_fuzz(void);
/* Writes folder/name whole; a name that can't be written is passed over. */
void folder_write(const char *name, const uint8_t *bytes, size_t length);

#endif
