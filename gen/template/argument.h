/* SPDX-License-Identifier: MIT */
/* A template at work, and the arguments of the call under way, each as what the function takes it for. */
#ifndef TONGBAO_TEMPLATE_ARGUMENT_H
#define TONGBAO_TEMPLATE_ARGUMENT_H

#include "template/assembly.h"
#include "template/program.h"

/* What the functions of templates work with while one document is written. */
struct evaluation {
    const struct desk *desk;
    struct arena *arena;
    const struct templates *templates;
    struct findings *faults;
    struct assembly *assembly;
    enum document_kind kind;
    const struct site *site;         /* of the call under way */
    const struct function *function; /* that is called */
    struct topics topics;            /* of the desk's area */
    long work;                       /* used up of the run's allowance; long texts add to it */
};

/* An argument as what the function takes; NULL, with a finding at the call, when it is something else. */
const struct indicator *argument_indicator(struct evaluation *e, const struct value *value);
/* The area of an argument left out is the document's own. */
const struct area *argument_area(struct evaluation *e, const struct value *value);
/* Of the arguments of a function that takes ITEM_IN_AREA: the indicator of the area, held against its target. Of
 * several the one on the measure asked for; where none is, the first that `fits` (which may be NULL), else the first;
 * without any a reference. False without an indicator. */
bool argument_topic(struct evaluation *e, const struct value *const *arguments, bool (*fits)(const struct topic *topic),
                    struct topic *topic);
/* What such a function may want of a target: growth, an amount that adds up over the year, one with something to do. */
bool argument_is_growth(const struct topic *topic);
bool argument_accumulates(const struct topic *topic);
bool argument_needs_more(const struct topic *topic);
bool argument_lane(struct evaluation *e, const struct value *value, struct lane *lane);
/* A whole number from 0 on; `otherwise` when left out or no such number, the latter with a finding. */
int argument_count(struct evaluation *e, const struct value *value, int otherwise);
/* A list as it is, one value as a list of one, nothing as none. */
struct value argument_list(const struct value *value);
/* "" with a finding for what can't be printed. */
const char *argument_text(struct evaluation *e, const struct value *value);
/* A finding at the call under way. */
#define ARGUMENT_FAULT(e, rule, ...)                                                                                   \
    spot_finding((e)->faults, (rule), &(e)->site->spot, (const char *const[]){__VA_ARGS__, NULL})

#endif
