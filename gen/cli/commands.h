/* SPDX-License-Identifier: MIT */
/* The commands' functions; the table that names them is in commands.c. */
#ifndef TONGBAO_CLI_COMMANDS_H
#define TONGBAO_CLI_COMMANDS_H

#include "cli/options.h"

enum exit_status command_run(const struct options *options, struct arena *arena);
enum exit_status command_check(const struct options *options, struct arena *arena);
enum exit_status command_preview(const struct options *options, struct arena *arena);
enum exit_status command_trace(const struct options *options, struct arena *arena);
enum exit_status command_status(const struct options *options, struct arena *arena);
enum exit_status command_archive(const struct options *options, struct arena *arena);
enum exit_status command_verify(const struct options *options, struct arena *arena);
enum exit_status command_words(const struct options *options, struct arena *arena);
enum exit_status command_new(const struct options *options, struct arena *arena);

#endif
