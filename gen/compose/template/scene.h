/* What the functions of templates work with while one document is written. */
#ifndef TONGBAO_COMPOSE_TEMPLATE_SCENE_H
#define TONGBAO_COMPOSE_TEMPLATE_SCENE_H

#include "compose/template/page.h"

struct scene {
    const struct desk *desk;
    struct arena *arena;
    const struct templates *templates;
    struct findings *faults;
    struct page *page;
    enum document_kind kind;
    const struct site *site;         /* of the call under way */
    const struct function *function; /* that is called */
    struct topics topics;            /* of the desk's area */
    long work;                       /* used up of the run's allowance; long texts add to it */
};

/* An argument as what the function takes; NULL, with a finding at the call, when it is something else. */
const struct indicator *scene_indicator(struct scene *s, const struct value *value);
/* The area of an argument left out is the document's own. */
const struct area *scene_area(struct scene *s, const struct value *value);
/* Of the arguments of a function that takes `g a? m?`: the indicator of the area, held against its target. Of several
 * the one on the measure asked for; where none is, the first that `fits` (which may be NULL), else the first; without
 * any a reference. False without an indicator. */
bool scene_topic(struct scene *s, const struct value *const *arguments, bool (*fits)(const struct topic *topic),
                 struct topic *topic);
/* What such a function may want of a target: growth, an amount that adds up over the year, one with something to do. */
bool scene_is_growth(const struct topic *topic);
bool scene_accumulates(const struct topic *topic);
bool scene_needs_more(const struct topic *topic);
bool scene_lane(struct scene *s, const struct value *value, struct lane *lane);
/* A whole number from 0 on; `otherwise` when left out or no such number, the latter with a finding. */
int scene_count(struct scene *s, const struct value *value, int otherwise);
/* A list as it is, one value as a list of one, nothing as none. */
struct value scene_list(const struct value *value);
/* "" with a finding for what can't be printed. */
const char *scene_text(struct scene *s, const struct value *value);
/* A finding at the call under way. */
#define SCENE_FAULT(s, rule, ...)                                                                                      \
    spot_finding((s)->faults, (rule), &(s)->site->spot, (const char *const[]){__VA_ARGS__, NULL})

#endif
