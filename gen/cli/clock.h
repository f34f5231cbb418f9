/* SPDX-License-Identifier: MIT */
/* The only place where the clock is read. */
#ifndef TONGBAO_CLI_CLOCK_H
#define TONGBAO_CLI_CLOCK_H

#include "check/dataset.h"
#include "document/document.h"

/* The issue date: the setting, else SOURCE_DATE_EPOCH, else today.
 * False with *error set to a complete sentence when SOURCE_DATE_EPOCH is not a number of seconds. */
bool clock_issue_date(const struct settings *settings, struct day *day, const char **error);

/* Milliseconds of a clock that only goes forward: for how long something took, never for what is published. */
long long clock_milliseconds(void);

#endif
