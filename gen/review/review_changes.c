/* SPDX-License-Identifier: MIT */
/* What has changed since an earlier issue of the period, and what was issued otherwise in the period before. */
#include "review/review_parts.h"
#include "words/revision_words.h"

struct review_notice review_changes(const struct desk *desk)
{
    const struct revision *revision = desk->composer->revision;
    struct review_notice notice = {.tone = TONE_MUTED, .label = SAY(&desk->say, WORD_REVIEW_LABEL_CHANGES)};
    if (!revision) {
        notice.text = SAY(&desk->say, WORD_REVIEW_CHANGES_UNASKED);
        return notice;
    }
    bool changed = revision->changes.count > 0;
    const char *counts = revision_counts(desk);
    notice.text = changed ? FILL(&desk->say, WORD_REVIEW_CHANGES_BELOW, "变动", counts) : counts;
    notice.tone = changed ? TONE_WAITING : TONE_GOOD;
    return notice;
}

struct review_notice review_issued(const struct desk *desk)
{
    size_t count = issued_ranks_count(desk);
    return (struct review_notice){
        .tone = count ? TONE_WAITING : TONE_GOOD,
        .label = SAY(&desk->say, WORD_REVIEW_LABEL_ISSUED),
        .text = count ? issued_ranks(desk) : SAY(&desk->say, WORD_REVIEW_ISSUED_NONE),
    };
}

const struct review_notice *review_revision(const struct desk *desk, size_t *count)
{
    const struct {
        enum word label, text;
        const struct table *table;
        enum cell_tone tone;
    } parts[] = {
        {WORD_REVIEW_LABEL_MOVED, WORD_REVIEW_MOVED, table_moved(desk, REVIEW_ROWS), TONE_WAITING},
        {WORD_REVIEW_LABEL_FOLLOWED, WORD_REVIEW_FOLLOWED, table_changes(desk, REVIEW_ROWS), TONE_WAITING},
        {WORD_REVIEW_LABEL_RANKS, WORD_REVIEW_RANKS, table_revised_ranks(desk, REVIEW_ROWS), TONE_WAITING},
    };
    struct review_notice *notices = NULL;
    const char *untraced = revision_untraced(desk);
    *count = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct review_notice notice = {.tone = parts[i].tone,
                                       .label = SAY(&desk->say, parts[i].label),
                                       .text = SAY(&desk->say, parts[i].text),
                                       .table = parts[i].table};
        if (notice.table)
            ARRAY_ADD(desk->arena, notices, *count, notice);
    }
    struct review_notice rest = {
        .tone = TONE_WAITING, .label = SAY(&desk->say, WORD_REVIEW_LABEL_UNTRACED), .text = untraced};
    if (*untraced)
        ARRAY_ADD(desk->arena, notices, *count, rest);
    return notices;
}
