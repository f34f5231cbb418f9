/* SPDX-License-Identifier: MIT */
#include "words/shown.h"

const char phrase_break[] = "；";
const char phrase_end[] = "。";

struct shown shown_of(const struct phrasing *p, const struct number *number, int decimals)
{
    return (struct shown){number ? number_round(p->arena, number, decimals, p->rounding) : NULL, decimals};
}

const char *shown_text(const struct phrasing *p, struct shown figure)
{
    return figure.number ? number_text(p->arena, figure.number, figure.decimals, p->rounding) : "";
}

const char *shown_size(const struct phrasing *p, struct shown figure)
{
    if (figure.number)
        figure.number = number_absolute(p->arena, figure.number);
    return shown_text(p, figure);
}

struct shown shown_difference(const struct phrasing *p, struct shown a, struct shown b)
{
    int decimals = a.decimals > b.decimals ? a.decimals : b.decimals;
    if (!a.number || !b.number)
        return (struct shown){NULL, decimals};
    return (struct shown){number_subtract(p->arena, a.number, b.number), decimals};
}

int shown_sign(struct shown figure)
{
    return figure.number ? number_sign(figure.number) : 0;
}

const char *phrase_names(const struct phrasing *p, const struct strings *names)
{
    enum { ALL_NAMED = 30, FIRST_NAMED = 10 };
    if (names->count <= ALL_NAMED)
        return strings_join(names, p->arena, "、");
    const struct strings first = {names->items, FIRST_NAMED};
    return FILL(p, WORD_AND_OTHERS, "名单", strings_join(&first, p->arena, "、"), "数",
                arena_format(p->arena, "%zu", names->count));
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
