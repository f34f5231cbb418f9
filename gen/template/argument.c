/* SPDX-License-Identifier: MIT */
#include "template/argument.h"

#include "base/message.h"

static void wrong_kind(struct evaluation *e, const struct value *value, const char *wanted)
{
    ARGUMENT_FAULT(e, RULE_TEMPLATE_KIND, e->function->name, wanted, value_kind_name(value->kind));
}

const struct indicator *argument_indicator(struct evaluation *e, const struct value *value)
{
    switch (value->kind) {
    case VALUE_INDICATOR:
        return value->indicator;
    case VALUE_TOPIC:
        return value->topic->indicator;
    case VALUE_LANE:
        return value->lane->key.indicator;
    case VALUE_NONE:
        return NULL;
    default:
        wrong_kind(e, value, N_("指标"));
        return NULL;
    }
}

const struct area *argument_area(struct evaluation *e, const struct value *value)
{
    if (!value || value->kind == VALUE_NONE)
        return e->desk->area;
    if (value->kind == VALUE_AREA)
        return value->area;
    wrong_kind(e, value, N_("地区"));
    return e->desk->area;
}

bool argument_is_growth(const struct topic *topic)
{
    return topic->verdict && topic_is_growth(topic);
}

bool argument_accumulates(const struct topic *topic)
{
    return topic->verdict && topic->verdict->accumulating;
}

bool argument_needs_more(const struct topic *topic)
{
    return topic->verdict && topic->verdict->to_do;
}

/* The topic of an indicator in an area: of several the one asked for, else the first that fits. */
static struct topic topic_for(struct evaluation *e, const struct indicator *indicator, const struct area *area,
                              const struct value *measure, bool (*fits)(const struct topic *topic))
{
    struct topics topics = area == e->desk->area ? e->topics : topics_of(e->desk, area);
    const struct topic *first = NULL;
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        bool asked = measure && topic->verdict && topic->measure == measure->measure;
        if (topic->indicator != indicator || (measure && !asked))
            continue;
        if (asked || !fits || fits(topic))
            return *topic;
        first = first ? first : topic;
    }
    return first ? *first : topic_reference(e->desk, indicator, area);
}

bool argument_topic(struct evaluation *e, const struct value *const *arguments, bool (*fits)(const struct topic *topic),
                    struct topic *topic)
{
    const struct value *value = arguments[0], *area = arguments[1], *measure = area ? arguments[2] : NULL;
    if (value->kind == VALUE_TOPIC && (!area || area->kind == VALUE_NONE)) {
        *topic = *value->topic;
        return true;
    }
    if (value->kind == VALUE_LANE) {
        *topic = lane_topic(e->desk, value->lane, argument_area(e, area));
        return true;
    }
    const struct indicator *indicator = argument_indicator(e, value);
    if (indicator)
        *topic = topic_for(e, indicator, argument_area(e, area),
                           measure && measure->kind == VALUE_MEASURE ? measure : NULL, fits);
    return indicator != NULL;
}

bool argument_lane(struct evaluation *e, const struct value *value, struct lane *lane)
{
    if (value->kind == VALUE_LANE) {
        *lane = *value->lane;
        return true;
    }
    const struct indicator *indicator = argument_indicator(e, value);
    if (!indicator)
        return false;
    struct lanes lanes = lanes_of(e->desk);
    *lane = (struct lane){{indicator, reference_measure(e->desk, indicator), {0}}, false};
    bool found = false;
    for (size_t i = 0; i < lanes.count && !found; i++) {
        const struct target_key *key = &lanes.items[i].key;
        found = key->indicator == indicator &&
                (value->kind != VALUE_TOPIC || !value->topic->verdict || key->measure == value->topic->measure);
        if (found)
            *lane = lanes.items[i];
    }
    return true;
}

int argument_count(struct evaluation *e, const struct value *value, int otherwise)
{
    enum { MOST = 1000 };
    if (!value || value->kind == VALUE_NONE)
        return otherwise;
    if (value->kind == VALUE_FIGURE && value->figure.number && number_is_integer(value->figure.number) &&
        number_sign(value->figure.number) >= 0 &&
        number_compare(value->figure.number, number_integer(e->arena, MOST)) <= 0)
        return (int)mpz_get_si(mpq_numref(value->figure.number->q));
    wrong_kind(e, value, N_("0 至 1000 的整数"));
    return otherwise;
}

struct value argument_list(const struct value *value)
{
    if (!value || value->kind == VALUE_NONE)
        return (struct value){.kind = VALUE_LIST};
    if (value->kind == VALUE_LIST)
        return *value;
    return (struct value){.kind = VALUE_LIST, .count = 1};
}

const char *argument_text(struct evaluation *e, const struct value *value)
{
    e->work += value->kind == VALUE_LIST ? (long)value->count : 0;
    const char *text = value_printed(e->desk, value);
    if (!text)
        wrong_kind(e, value, N_("文字"));
    return text ? text : "";
}
