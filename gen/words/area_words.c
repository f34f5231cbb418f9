/* SPDX-License-Identifier: MIT */
#include "words/area_words.h"

#include "base/text.h"
#include "words/goal.h"

enum { MOST_NAMED = 3 };

/* A topic behind, by how far: as a share of what was asked, so that points and 亿元 can be put in order. */
struct lagging {
    const struct topic *topic;
    const struct number *size;
};

/* Behind in pace, said in points; no figure where the words go by what is due. */
static struct shown late_by(const struct desk *desk, const struct topic *topic)
{
    struct shown late = shown_difference(&desk->say, topic_pace(desk, topic), topic_progress(desk, topic));
    if (late.number && number_sign(late.number) <= 0)
        late.number = NULL;
    return late;
}

static const char *shortfall_text(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic);
    if (topic_is_late(topic)) {
        struct shown late = late_by(desk, topic);
        return late.number ? FILL(p, WORD_PACE_ITEM, "名称", name, "值", shown_size(p, late)) : name;
    }
    struct shown gap = topic_gap(desk, topic);
    if (!gap.number || !number_sign(gap.number))
        return name;
    enum word word = number_sign(gap.number) > 0 ? WORD_GAP_ITEM_OVER : WORD_GAP_ITEM;
    return FILL(p, word, "名称", name, "值", shown_size(p, gap), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

/* How far behind, as printed: points of pace or of growth; NULL for what is not in points. */
static const struct number *points_behind(const struct desk *desk, const struct topic *topic, bool pace)
{
    if (topic_standing(topic) != STANDING_BEHIND || topic_is_late(topic) != pace)
        return NULL;
    if (pace)
        return late_by(desk, topic).number;
    struct shown gap = topic_gap(desk, topic);
    return topic_is_growth(topic) && gap.number ? number_absolute(desk->arena, gap.number) : NULL;
}

const char *area_largest(const struct desk *desk, const struct topics *topics, bool pace)
{
    const struct lagging none = {NULL, NULL};
    struct lagging top[MOST_NAMED] = {none, none, none};
    for (size_t i = 0; i < topics->count; i++) {
        const struct topic *topic = &topics->items[i];
        struct lagging next = {topic, points_behind(desk, topic, pace)};
        for (size_t t = 0; next.size && t < MOST_NAMED; t++) {
            if (top[t].size && number_compare(top[t].size, next.size) >= 0)
                continue;
            struct lagging swap = top[t];
            top[t] = next;
            next = swap;
        }
    }
    struct strings names = {0};
    for (size_t t = 0; t < MOST_NAMED && top[t].size; t++)
        strings_add(&names, desk->arena, shortfall_text(desk, top[t].topic));
    if (!names.count)
        return "";
    return FILL(&desk->say, pace ? WORD_LARGEST_PACE : WORD_LARGEST_GROWTH, "名单",
                strings_join(&names, desk->arena, "、"));
}

const char *area_addressed(const struct desk *desk, const struct area *area)
{
    for (const char *kinds = SAY(&desk->say, WORD_AREA_KINDS); *kinds;) {
        const char *from = kinds;
        text_next(&kinds);
        const char *kind = arena_string_n(desk->arena, from, (size_t)(kinds - from));
        if (text_ends(area->name, kind))
            return FILL(&desk->say, WORD_ADDRESSED_KIND, "类", kind);
    }
    return SAY(&desk->say, WORD_ADDRESSED_UNIT);
}

const char *desk_contacts(const struct desk *desk)
{
    const struct settings *s = &desk->dataset->settings;
    struct strings parts = {0};
    if (s->unit)
        strings_add(&parts, desk->arena, FILL(&desk->say, WORD_CONTACT_UNIT, "科室", s->unit));
    if (s->contact)
        strings_add(&parts, desk->arena, FILL(&desk->say, WORD_CONTACT_PERSON, "联系人", s->contact));
    if (s->phone)
        strings_add(&parts, desk->arena, FILL(&desk->say, WORD_CONTACT_PHONE, "电话", s->phone));
    return strings_join(&parts, desk->arena, "，");
}
