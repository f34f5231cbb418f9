/* SPDX-License-Identifier: MIT */
/* Which ranks hang on the rounding of the printed figures. */
#include "base/text.h"
#include "compute/rank.h"
#include "review/review_parts.h"

/* Ranks of one group by one measure. */
struct ranking {
    const struct group *group;
    const struct indicator *indicator;
    enum measure measure;
    const struct rank *ranks;
    const bool *close;
    size_t count; /* of those that are close */
};

static struct ranking ranking_of(const struct desk *desk, const struct group *group, enum measure measure,
                                 const struct indicator *indicator)
{
    struct ranking r = {.group = group, .indicator = indicator, .measure = measure};
    r.ranks = rank_group(desk->engine, group, measure, indicator, desk->period, desk->period);
    r.close = rank_close(desk->engine, group, measure, indicator, desk->period, r.ranks);
    for (size_t i = 0; i < group->count; i++)
        r.count += r.close[i];
    return r;
}

/* 第4位凤凰县 12.3、第5位古丈县 12.2: best first. */
static const char *close_words(const struct desk *desk, const struct ranking *r)
{
    struct strings said = {0};
    for (int rank = 1; (size_t)rank <= r->group->count; rank++)
        for (size_t i = 0; i < r->group->count; i++) {
            const struct area *area = r->group->members[i];
            if (!r->close[i] || r->ranks[i].rank != rank)
                continue;
            const struct result *result = desk_result(desk, r->measure, r->indicator, area);
            struct shown figure = desk_shown(desk, result, r->measure, r->indicator);
            strings_add(&said, desk->arena,
                        FILL(&desk->say, WORD_REVIEW_CLOSE_RANK, "位", arena_format(desk->arena, "%d", rank), "地区",
                             area->name, "值", shown_text(&desk->say, figure)));
        }
    return strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_SPARK_COMMA));
}

/* 增速 of a rate, whose value is one; the value of a ratio is no 总量 and needs no name. */
static const char *by_words(const struct desk *desk, const struct ranking *r)
{
    bool amount = r->indicator->kind == KIND_FLOW || r->indicator->kind == KIND_STOCK;
    if (r->measure != MEASURE_VALUE || amount)
        return measure_word(desk, r->measure);
    return measure_is_growth(r->measure, r->indicator) ? measure_word(desk, MEASURE_YOY)
                                                       : SAY(&desk->say, WORD_COL_VALUE_TEXT);
}

static void close_row(const struct desk *desk, struct table_builder *t, const struct ranking *r)
{
    table_cell(t, cell_text(r->indicator->name));
    table_cell(t, cell_text(by_words(desk, r)));
    table_cell(t, cell_text(close_words(desk, r)));
}

struct review_notice review_close(const struct desk *desk)
{
    static const struct table_head heads[] = {{WORD_COL_INDICATOR, ALIGN_LEFT, 8},
                                              {WORD_REVIEW_COL_MEASURE, ALIGN_LEFT, 4},
                                              {WORD_REVIEW_COL_CLOSE, ALIGN_LEFT, 30}};
    const struct dataset *d = desk->dataset;
    struct table_builder t;
    size_t group_count, rows = 0, ranks = 0;
    const struct group *groups = groups_of(desk->engine, &group_count);
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < d->indicator_count; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++)
            for (size_t g = 0; g < group_count && rank_wanted(desk->engine, m, &d->indicators[i], desk->period); g++) {
                struct ranking r = ranking_of(desk, &groups[g], m, &d->indicators[i]);
                ranks += r.count;
                if (r.count && rows++ < REVIEW_ROWS)
                    close_row(desk, &t, &r);
            }
    return (struct review_notice){
        .tone = rows ? TONE_MUTED : TONE_GOOD,
        .label = SAY(&desk->say, WORD_REVIEW_LABEL_CLOSE),
        .text = rows ? FILL(&desk->say, WORD_REVIEW_CLOSE, "数", arena_format(desk->arena, "%zu", ranks))
                     : SAY(&desk->say, WORD_REVIEW_CLOSE_NONE),
        .table = rows ? review_table_end(desk, &t, rows, WORD_REVIEW_MORE_CLOSE) : NULL,
        .unfold = SAY(&desk->say, WORD_REVIEW_CLOSE_UNFOLD),
    };
}
