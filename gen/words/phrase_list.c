/* SPDX-License-Identifier: MIT */
#include "words/phrase.h"

const char phrase_break[] = "；";
const char phrase_end[] = "。";

void strings_add(struct strings *strings, struct arena *arena, const char *string)
{
    ARRAY_ADD(arena, strings->items, strings->count, string);
}

const char *strings_join(const struct strings *strings, struct arena *arena, const char *separator)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < strings->count; i++) {
        buffer_add(&out, i ? separator : "");
        buffer_add(&out, strings->items[i]);
    }
    return buffer_text(&out);
}

size_t list_room(size_t count, int wanted)
{
    size_t half = count / 2;
    if (wanted < 0 || count < 3)
        return 0;
    return (size_t)wanted < half ? (size_t)wanted : half;
}

static const char *names(const struct phrasing *p, const struct listed *areas, size_t count)
{
    struct strings list = {0};
    for (size_t i = 0; i < count; i++)
        strings_add(
            &list, p->arena,
            FILL(p, areas[i].tied ? WORD_LIST_ITEM_TIED : WORD_LIST_ITEM, "地区", areas[i].area, "值", areas[i].value));
    return strings_join(&list, p->arena, "、");
}

const char *phrase_first(const struct phrasing *p, const struct listed *areas, size_t count, int wanted)
{
    size_t room = list_room(count, wanted);
    /* Those tied across the cut are left out together: naming one of two equals would be unjust. */
    while (room > 0 && room < count && areas[room].rank == areas[room - 1].rank)
        room--;
    if (room == 0)
        return "";
    if (room == 1)
        return FILL(p, WORD_LIST_FIRST_ONE, "名单", names(p, areas, 1));
    return FILL(p, WORD_LIST_FIRST, "数", arena_format(p->arena, "%zu", room), "名单", names(p, areas, room));
}

const char *phrase_last(const struct phrasing *p, const struct listed *areas, size_t count, int wanted, int first)
{
    size_t room = list_room(count, wanted), taken = list_room(count, first);
    if (room > count - taken)
        room = count - taken;
    while (room > 0 && room < count && areas[count - room].rank == areas[count - room - 1].rank)
        room--;
    if (room == 0)
        return "";
    const struct listed *last = areas + (count - room);
    if (room == 1)
        return FILL(p, WORD_LIST_LAST_ONE, "名单", names(p, last, 1));
    return FILL(p, WORD_LIST_LAST, "数", arena_format(p->arena, "%zu", room), "名单", names(p, last, room));
}

const char *phrase_sentence(const struct phrasing *p, const char *const *clauses)
{
    struct buffer out = {.arena = p->arena};
    const char *before = "";
    for (; *clauses != phrase_end; clauses++) {
        if (*clauses == phrase_break) {
            if (out.length)
                before = phrase_break;
        } else if (*clauses && **clauses) {
            buffer_add(&out, before);
            buffer_add(&out, *clauses);
            before = "，";
        }
    }
    if (out.length)
        buffer_add(&out, phrase_end);
    return buffer_text(&out);
}
