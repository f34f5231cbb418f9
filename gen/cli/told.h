/* SPDX-License-Identifier: MIT */
/* Words of a message that documents have in Chinese whatever the user reads. */
#ifndef TONGBAO_CLI_TOLD_H
#define TONGBAO_CLI_TOLD_H

#include "base/period.h"

/* 2019年前三季度; in another language than Chinese the period's code, 2019Q3. */
const char *period_told(struct arena *arena, struct period period);

#endif
