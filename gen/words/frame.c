/* SPDX-License-Identifier: MIT */
#include "words/frame.h"

#include "base/text.h"

#include <string.h>

const char *parts_banner(const struct desk *desk)
{
    const struct settings *settings = &desk->dataset->settings;
    struct strings words = {0};
    if (settings->sample)
        strings_add(&words, desk->arena, SAY(&desk->say, WORD_BANNER_SAMPLE));
    if (settings->draft)
        strings_add(&words, desk->arena, SAY(&desk->say, WORD_BANNER_DRAFT));
    return words.count ? strings_join(&words, desk->arena, "　") : NULL;
}

struct document *document_begin(const struct desk *desk, enum document_kind kind, const char *title,
                                const char *subject)
{
    const struct settings *settings = &desk->dataset->settings;
    struct document *document = arena_alloc(desk->arena, sizeof *document);
    document->kind = kind;
    document->title = title;
    document->author = settings->issuer ? settings->issuer : desk_region_name(desk);
    document->subject = subject;
    document->keywords = FILL(&desk->say, WORD_KEYWORDS, "区域", desk_region_name(desk), "时期", desk_period(desk));
    document->banner = parts_banner(desk);
    document->issued = desk->composer->issued;
    document->head = HEAD_NONE;
    return document;
}

/* The n-th character of the numerals in wording.csv. */
static const char *numeral(const struct desk *desk, int n)
{
    const char *at = SAY(&desk->say, WORD_NUMERALS), *start = at;
    for (int i = 0; i < n && *at; i++) {
        start = at;
        text_next(&at);
    }
    return arena_string_n(desk->arena, start, (size_t)(at - start));
}

const char *numbering_next(struct numbering *numbering)
{
    const struct desk *desk = numbering->desk;
    int n = ++numbering->count, tens = n / 10, ones = n % 10;
    if (n <= 10)
        return numeral(desk, n);
    return arena_format(desk->arena, "%s%s%s", tens > 1 ? numeral(desk, tens) : "", numeral(desk, 10),
                        ones ? numeral(desk, ones) : "");
}

/* ---- how the targets stand ---- */

/* At year end one speaks of targets held, before it of targets reached so far. */
static bool year_over(const struct desk *desk)
{
    return period_is_last(desk->period);
}

const char *parts_count(const struct desk *desk, const struct topics *topics)
{
    const struct phrasing *p = &desk->say;
    bool end = year_over(desk);
    const enum word words[] = {end ? WORD_COUNT_REACHED_END : WORD_COUNT_REACHED,
                               end ? WORD_COUNT_BEHIND_END : WORD_COUNT_BEHIND, WORD_COUNT_PENDING, WORD_COUNT_NO_DATA};
    struct strings parts = {0};
    size_t targets = topics_counted(topics);
    if (!targets)
        return "";
    for (enum standing s = STANDING_REACHED; s <= STANDING_NO_DATA; s++) {
        size_t count = topics_standing(topics, s);
        if (count)
            strings_add(&parts, desk->arena, FILL(p, words[s], "数", arena_format(desk->arena, "%zu", count)));
    }
    const char *lead =
        FILL(p, WORD_COUNT_TARGETS, "地区", desk->area->name, "数", arena_format(desk->arena, "%zu", targets));
    return arena_format(desk->arena, "%s，%s", lead, strings_join(&parts, desk->arena, "，"));
}
