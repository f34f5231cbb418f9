/* SPDX-License-Identifier: MIT */
/* Cells that name an area or an indicator, and what is said of those that don't. */
#include "check/loader.h"

static void refuse_name(struct loader *loader, enum rule rule, const struct where *where, bool in_data,
                        const char *text, const char *hint)
{
    enum severity severity = in_data && loader->keep_going ? SEVERITY_WARNING : SEVERITY_ERROR;
    finding_add_as(loader->findings, rule, severity, where, (const char *const[]){text, hint, NULL});
}

const struct area *names_area(struct loader *loader, const char *text, const struct where *where, bool in_data)
{
    const struct dataset *dataset = loader->dataset;
    const struct area *area;
    struct nearest nearest = nearest_to(text);
    enum name_match match = names_find_area(dataset, text, &area);
    if (match == NAME_MANY)
        refuse_name(loader, RULE_AREA_AMBIGUOUS, where, in_data, text, "");
    /* Without areas.csv every name would be unknown; that it is missing has been said. */
    else if (match == NAME_NONE && dataset->area_count > 0) {
        names_offer_areas(dataset, &nearest);
        refuse_name(loader, RULE_AREA_UNKNOWN, where, in_data, text, nearest_hint(loader->arena, &nearest));
    }
    return area;
}

const struct indicator *names_indicator(struct loader *loader, const char *text, const struct where *where,
                                        bool in_data)
{
    const struct dataset *dataset = loader->dataset;
    const struct indicator *indicator;
    struct nearest nearest = nearest_to(text);
    enum name_match match = names_find_indicator(dataset, text, &indicator);
    if (match == NAME_MANY)
        refuse_name(loader, RULE_INDICATOR_AMBIGUOUS, where, in_data, text, "");
    else if (match == NAME_NONE && dataset->indicator_count > 0) {
        names_offer_indicators(dataset, &nearest);
        refuse_name(loader, RULE_INDICATOR_UNKNOWN, where, in_data, text, nearest_hint(loader->arena, &nearest));
    }
    return indicator;
}
