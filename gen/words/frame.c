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

const char *parts_subject(const struct desk *desk)
{
    const char *period = desk_period(desk);
    if (desk->area == desk->region)
        return FILL(&desk->say, WORD_SUBJECT_REGION, "时期", period, "区域", desk_region_name(desk));
    return FILL(&desk->say, WORD_SUBJECT_AREA, "时期", period, "地区", desk->area->name);
}

const char *parts_mark(const struct desk *desk)
{
    return arena_format(desk->arena, "%s;%s", desk->area->code, period_code(desk->arena, desk->period));
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
    const char *keywords = FILL(&desk->say, WORD_KEYWORDS, "区域", desk_region_name(desk), "时期", desk_period(desk));
    document->keywords = arena_format(desk->arena, "%s;%s", keywords, parts_mark(desk));
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

/* Of those not due yet, what somebody else is still to issue. */
static size_t awaited(const struct topics *topics)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += topics->items[i].verdict && topics->items[i].verdict->target->op == OP_EXTERNAL &&
                 topic_standing(&topics->items[i]) == STANDING_PENDING;
    return count;
}

static size_t hoped(const struct topics *topics)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += topics->items[i].verdict && topics->items[i].verdict->kind == VERDICT_STRETCH;
    return count;
}

static const char *class_of(const struct desk *desk, enum word word, size_t count)
{
    return FILL(&desk->say, word, "数", arena_format(desk->arena, "%zu", count));
}

/* Those that stand so, and of which the time is over or is not: only what is over has been done or left undone. */
static size_t standing_at(const struct topics *topics, enum standing standing, bool over)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++) {
        const struct topic *topic = &topics->items[i];
        count += topic_standing(topic) == standing && !topic_is_uncounted(topic) && topic->verdict &&
                 topic->verdict->year_over == over;
    }
    return count;
}

const char *parts_count(const struct desk *desk, const struct topics *topics)
{
    const struct phrasing *p = &desk->say;
    size_t targets = topics_counted(topics), issued = awaited(topics), stretch = hoped(topics);
    struct counted {
        enum word word;
        size_t count;
    } classes[] = {{WORD_COUNT_REACHED_END, standing_at(topics, STANDING_REACHED, true)},
                   {WORD_COUNT_REACHED, standing_at(topics, STANDING_REACHED, false)},
                   {WORD_COUNT_BEHIND_END, standing_at(topics, STANDING_BEHIND, true)},
                   {WORD_COUNT_BEHIND, standing_at(topics, STANDING_BEHIND, false)},
                   {WORD_COUNT_PENDING, topics_standing(topics, STANDING_PENDING) - issued},
                   {WORD_COUNT_AWAITED, issued},
                   {WORD_COUNT_NO_DATA, topics_standing(topics, STANDING_NO_DATA)}};
    struct strings parts = {0};
    const char *number = arena_format(desk->arena, "%zu", targets);
    if (!targets)
        return "";
    if (classes[0].count == targets || classes[1].count == targets) {
        const char *all =
            FILL(p, classes[0].count ? WORD_COUNT_ALL_END : WORD_COUNT_ALL, "地区", desk->area->name, "数", number);
        return stretch ? arena_format(desk->arena, "%s%s", all, class_of(desk, WORD_COUNT_STRETCH, stretch)) : all;
    }
    /* Of an area that lags what is behind is said first. */
    static const size_t usual[] = {0, 1, 2, 3, 4, 5, 6}, lagging[] = {2, 3, 0, 1, 4, 5, 6};
    const size_t *order = desk->area != desk->region && topics_lag(topics) ? lagging : usual;
    for (size_t o = 0; o < sizeof classes / sizeof *classes; o++) {
        size_t i = order[o];
        if (!classes[i].count)
            continue;
        const char *text = class_of(desk, classes[i].word, classes[i].count);
        /* Behind all that are reached. */
        if (stretch && (i == 1 || (i == 0 && !classes[1].count)))
            text = arena_format(desk->arena, "%s%s", text, class_of(desk, WORD_COUNT_STRETCH, stretch));
        strings_add(&parts, desk->arena, text);
    }
    const char *lead = FILL(p, WORD_COUNT_TARGETS, "地区", desk->area->name, "数", number);
    return arena_format(desk->arena, "%s，%s", lead, strings_join(&parts, desk->arena, "，"));
}
