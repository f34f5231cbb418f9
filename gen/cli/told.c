/* SPDX-License-Identifier: MIT */
#include "cli/told.h"

#include "base/message.h"

#include <string.h>

const char *period_told(struct arena *arena, struct period period)
{
    static const char year[] = N_("年");
    return strcmp(_(year), year) == 0 ? period_name(arena, period) : period_code(arena, period);
}
