/* SPDX-License-Identifier: MIT */
/* checks.csv: the rules of the house's own, each a condition that figures must meet, and the figures it has verified.
 */
#ifndef TONGBAO_CHECK_HOUSE_RULES_H
#define TONGBAO_CHECK_HOUSE_RULES_H

#include "check/dataset.h"

/* A row of checks.csv. The condition is text: compute/condition.h understands it. */
struct house_rule {
    size_t index;           /* in dataset.house_rules */
    const bool *areas;      /* [area->index] whether it is covered; NULL: all */
    const bool *indicators; /* [indicator->index]; NULL: all */
    const struct period *periods;
    size_t period_count;   /* 0: all */
    bool verified;         /* 已核实: no condition, it lifts what is found implausible */
    const char *condition; /* as written; "" when verified */
    enum severity severity;
    const char *note;   /* NULL when empty */
    struct where place; /* of the condition's cell */
};

bool house_rule_covers(const struct house_rule *rule, const struct area *area, const struct indicator *indicator,
                       struct period period);
/* The first row that says that the house has verified this figure, for its place and to count what it lifts; NULL when
 * there is none. Periods that end alike (2019Q4, 2019-12, 2019) answer for one another. */
const struct house_rule *house_rule_verified(const struct dataset *dataset, const struct area *area,
                                             const struct indicator *indicator, struct period period);

#endif
