/* SPDX-License-Identifier: MIT */
#include "words/area_words.h"

#include "base/text.h"
#include "words/sentence.h"

#include <string.h>

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

/* Once, however many targets it has. */
static void add_annual(const struct desk *desk, struct strings *names, const struct topic *topic)
{
    if (topic_awaits_year_end(desk, topic))
        strings_add_once(names, desk->arena, topic->indicator->name);
}

const char *area_annual(const struct desk *desk)
{
    struct strings names = {0};
    struct topics topics = topics_of(desk, desk->area);
    bool listed = false;
    for (size_t i = 0; i < topics.count; i++)
        add_annual(desk, &names, &topics.items[i]);
    for (size_t i = 0; i < names.count; i++)
        listed |= strstr(names.items[i], "、") != NULL;
    if (names.count < 2)
        return names.count ? FILL(&desk->say, WORD_ANNUAL, "名称", names.items[0]) : "";
    return FILL(&desk->say, WORD_ANNUAL_SEVERAL, "数", arena_format(desk->arena, "%zu", names.count), "名单",
                strings_join(&names, desk->arena, listed ? "；" : "、"));
}
