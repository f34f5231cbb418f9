/* SPDX-License-Identifier: MIT */
#include "words/area_words.h"

#include "base/text.h"

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
