/* SPDX-License-Identifier: MIT */
/* A character that can't be printed, told in the same words wherever it is found. */
#ifndef TONGBAO_CHECK_CHARACTER_H
#define TONGBAO_CHECK_CHARACTER_H

#include "base/finding.h"

#include <stdint.h>

/* Adds the error; `excerpt` is of the cell or line that has it. One that is fit by itself is one that no font has. */
void character_report(struct findings *findings, const struct where *where, uint32_t character, const char *excerpt);
/* Whether a finding of the rule is one of those. */
bool character_is_rule(enum rule rule);

#endif
