/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "review/review_parts.h"
#include "words/goal.h"

#include <string.h>

/* ---- what this run publishes ---- */

static void add_figures(const struct desk *desk, const struct area *area, const struct indicator *indicator,
                        struct published *out, struct published_row **rows)
{
    for (enum measure m = 0; m < MEASURE_COUNT; m++) {
        if (!measure_exists(desk->engine, m, indicator, area, desk->period))
            continue;
        const struct result *r = desk_result(desk, m, indicator, area);
        const char *value = r->number ? number_plain(desk->arena, r->number, 10) : "";
        struct published_row row = {
            .kind = PUBLISHED_FIGURE,
            .area = area->code,
            .indicator = indicator->id,
            .measure = measure_id(m),
            .to = "",
            .text = result_text(desk->arena, r, m, indicator, desk->say.rounding),
            .exact = arena_format(desk->arena, "%s %s", value, flag_id(r->flag)),
        };
        ARRAY_ADD(desk->arena, *rows, out->count, row);
    }
}

static const char *target_text(const struct desk *desk, const struct verdict *v)
{
    const char *figure = v->target_value ? number_plain(desk->arena, v->target_value, 10) : "";
    if (v->target->upper)
        figure = arena_format(desk->arena, "%s..%s", number_plain(desk->arena, v->goal, 10),
                              number_plain(desk->arena, v->upper, 10));
    return arena_format(desk->arena, "%s %s", ops[v->target->op].id, figure);
}

/* The year of a deadline; "". */
static const char *deadline(const struct desk *desk, const struct verdict *v)
{
    return target_key_code(desk->arena, v->key);
}

static void add_verdict(const struct desk *desk, const struct verdict *v, struct published *out,
                        struct published_row **rows)
{
    struct published_row row = {
        .kind = PUBLISHED_VERDICT,
        .area = v->area->code,
        .indicator = v->key.indicator->id,
        .measure = measure_id(v->key.measure),
        .to = deadline(desk, v),
        .text = verdict_id(v->kind),
        .exact = "",
    };
    ARRAY_ADD(desk->arena, *rows, out->count, row);
    row.kind = PUBLISHED_TARGET;
    row.text = v->target ? target_text(desk, v) : "";
    ARRAY_ADD(desk->arena, *rows, out->count, row);
}

struct published review_published(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    struct published out = {.period = period_code(desk->arena, desk->period)};
    struct published_row *rows = NULL;
    for (size_t i = 0; i < desk->composer->verdict_count; i++)
        add_verdict(desk, &desk->composer->verdicts[i], &out, &rows);
    for (size_t a = 0; a < d->area_count; a++)
        for (size_t i = 0; i < d->indicator_count; i++)
            add_figures(desk, &d->areas[a], &d->indicators[i], &out, &rows);
    out.rows = rows;
    return out;
}

/* ---- changes in words ---- */

static const struct published_row *either(const struct change *change)
{
    return change->now ? change->now : change->before;
}

static const struct verdict *verdict_row(const struct desk *desk, const struct published_row *row)
{
    for (size_t i = 0; i < desk->composer->verdict_count; i++) {
        const struct verdict *v = &desk->composer->verdicts[i];
        if (!strcmp(v->area->code, row->area) && !strcmp(v->key.indicator->id, row->indicator) &&
            !strcmp(measure_id(v->key.measure), row->measure) && !strcmp(deadline(desk, v), row->to))
            return v;
    }
    return NULL;
}

/* The printed word for a verdict's id. Which it is hangs on the target; where that is gone, the plainest is taken. */
static const char *verdict_words(const struct desk *desk, const struct published_row *row)
{
    static const enum word plain[] = {
        [VERDICT_STRETCH] = WORD_VERDICT_STRETCH,    [VERDICT_MET] = WORD_VERDICT_MET,
        [VERDICT_MISSED] = WORD_VERDICT_MISSED,      [VERDICT_DONE] = WORD_VERDICT_DONE,
        [VERDICT_ON_PACE] = WORD_VERDICT_ON_PACE,    [VERDICT_BEHIND] = WORD_VERDICT_BEHIND,
        [VERDICT_PENDING] = WORD_VERDICT_PENDING,    [VERDICT_NO_DATA] = WORD_VERDICT_NO_DATA,
        [VERDICT_NO_TARGET] = WORD_REVIEW_NO_TARGET, [VERDICT_COMPARED] = WORD_VERDICT_COMPARED,
    };
    const struct verdict *now = verdict_row(desk, row);
    for (size_t kind = 0; kind < sizeof plain / sizeof *plain; kind++) {
        if (strcmp(verdict_id((enum verdict_kind)kind), row->text) != 0)
            continue;
        if (!now || !now->target || kind == VERDICT_NO_TARGET)
            return SAY(&desk->say, plain[kind]);
        struct topic topic = topic_of_verdict(now);
        return topic_outcome(desk, &topic, (enum verdict_kind)kind);
    }
    return row->text;
}

static const char *target_words(const struct desk *desk, const struct published_row *row)
{
    static const char *const above[] = {"≥", "＞"}, *const below[] = {"≤", "＜"};
    size_t length = strcspn(row->text, " ");
    const char *figure = row->text[length] ? row->text + length + 1 : "";
    enum target_op op;
    if (!op_find(arena_string_n(desk->arena, row->text, length), &op))
        return *row->text ? row->text : SAY(&desk->say, WORD_REVIEW_NO_TARGET);
    if (ops[op].against == AGAINST_FIGURE) {
        const char *sign = op_at_least(op)     ? above[ops[op].strict]
                           : op_at_most(op)    ? below[ops[op].strict]
                           : ops[op].tolerance ? "±"
                                               : "";
        return arena_format(desk->arena, "%s%s", sign, figure);
    }
    bool counted = ops[op].against == AGAINST_YEAR_BEFORE;
    return arena_format(desk->arena, "%s%s", SAY(&desk->say, goal_word(op, false)), counted ? figure : "");
}

static const char *row_words(const struct desk *desk, const struct published_row *row)
{
    if (row->kind == PUBLISHED_VERDICT)
        return verdict_words(desk, row);
    return row->kind == PUBLISHED_TARGET ? target_words(desk, row) : row->text;
}

/* 增速; 增速判定; 增速目标（到2020年）. */
static const char *row_label(const struct desk *desk, const struct published_row *row)
{
    static const enum word labels[] = {
        [PUBLISHED_VERDICT] = WORD_REVIEW_VERDICT_OF, [PUBLISHED_TARGET] = WORD_REVIEW_TARGET_OF};
    enum measure measure;
    const char *name = measure_find(row->measure, &measure) ? measure_name(measure) : row->measure;
    if (row->kind == PUBLISHED_FIGURE)
        return name;
    const char *label = FILL(&desk->say, labels[row->kind], "口径", name);
    struct period due;
    if (period_parse(row->to, &due) && topic_within_year(due))
        return FILL(&desk->say, WORD_NAME_BY, "指标", label, "期限", topic_deadline(desk, due));
    return *row->to ? FILL(&desk->say, WORD_NAME_DEADLINE, "指标", label, "年", row->to) : label;
}

static const char *change_words(const struct desk *desk, const struct change *change)
{
    const char *label = row_label(desk, either(change));
    if (!change->before)
        return FILL(&desk->say, WORD_REVIEW_ADDED, "口径", label, "值", row_words(desk, change->now));
    if (!change->now)
        return FILL(&desk->say, WORD_REVIEW_GONE, "口径", label, "值", row_words(desk, change->before));
    return FILL(&desk->say, WORD_REVIEW_CHANGED, "口径", label, "原", row_words(desk, change->before), "现",
                row_words(desk, change->now));
}

/* ---- the table ---- */

/* All changes of one indicator in one area: a figure drags others along, and they are read together. */
struct bundle {
    const struct published_row *of;
    struct strings said;
    enum weight { WEIGHT_JUDGED, WEIGHT_OWN, WEIGHT_DRAGGED, WEIGHT_COUNT } weight; /* of the weightiest */
};

/* A share or a difference changes because another area's figure did. */
static enum weight weight_of(const struct published_row *row)
{
    if (row->kind != PUBLISHED_FIGURE)
        return WEIGHT_JUDGED;
    enum measure measure;
    return measure_find(row->measure, &measure) && measure_needs_others(measure) ? WEIGHT_DRAGGED : WEIGHT_OWN;
}

static struct bundle *bundle_for(const struct desk *desk, struct bundle **bundles, size_t *count,
                                 const struct published_row *row)
{
    for (size_t i = *count; i-- > 0;)
        if (!strcmp((*bundles)[i].of->area, row->area) && !strcmp((*bundles)[i].of->indicator, row->indicator))
            return &(*bundles)[i];
    struct bundle bundle = {.of = row, .weight = WEIGHT_DRAGGED};
    ARRAY_ADD(desk->arena, *bundles, *count, bundle);
    return &(*bundles)[*count - 1];
}

static void bundle_row(const struct desk *desk, struct table_builder *t, const struct bundle *bundle)
{
    struct cell what = cell_text(strings_join(&bundle->said, desk->arena, SAY(&desk->say, WORD_REVIEW_CHANGE_COMMA)));
    what.tone = bundle->weight == WEIGHT_JUDGED ? TONE_WAITING : TONE_PLAIN;
    table_cell(t, cell_text(desk_area_name(desk, bundle->of->area)));
    table_cell(t, cell_text(desk_indicator_name(desk, bundle->of->indicator)));
    table_cell(t, what);
}

/* Verdicts first: they are what a county will ask about; what was only dragged along, last. */
static const struct table *change_table(const struct desk *desk, const struct changes *changes)
{
    static const struct table_head heads[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5}, {WORD_COL_INDICATOR, ALIGN_LEFT, 8}, {WORD_REVIEW_COL_CHANGE, ALIGN_LEFT, 30}};
    struct bundle *bundles = NULL;
    size_t count = 0, shown = 0;
    struct table_builder t;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        const struct published_row *row = either(change);
        /* A target is there or not with its verdict: that says it already. */
        if (row->kind == PUBLISHED_TARGET && !(change->before && change->now))
            continue;
        struct bundle *bundle = bundle_for(desk, &bundles, &count, row);
        if (weight_of(row) < bundle->weight)
            bundle->weight = weight_of(row);
        strings_add(&bundle->said, desk->arena, change_words(desk, change));
    }
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (enum weight weight = 0; weight < WEIGHT_COUNT; weight++)
        for (size_t i = 0; i < count; i++)
            if (bundles[i].weight == weight && shown++ < REVIEW_ROWS)
                bundle_row(desk, &t, &bundles[i]);
    return review_table_end(desk, &t, shown, WORD_REVIEW_MORE_CHANGES);
}

/* ---- the notice ---- */

static void say_count(const struct desk *desk, struct strings *said, enum word word, size_t count)
{
    if (count)
        strings_add(said, desk->arena, FILL(&desk->say, word, "数", arena_format(desk->arena, "%zu", count)));
}

static const char *count_words(const struct desk *desk, const struct changes *changes)
{
    struct strings said = {0};
    say_count(desk, &said, WORD_REVIEW_COUNT_VERDICTS, changes->verdicts);
    say_count(desk, &said, WORD_REVIEW_COUNT_TARGETS, changes->targets);
    say_count(desk, &said, WORD_REVIEW_COUNT_FIGURES, changes->figures);
    say_count(desk, &said, WORD_REVIEW_COUNT_ADDED, changes->added);
    say_count(desk, &said, WORD_REVIEW_COUNT_GONE, changes->gone);
    if (!changes->count)
        strings_add(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_CHANGES_NONE));
    say_count(desk, &said, WORD_REVIEW_COUNT_HIDDEN, changes->hidden);
    return FILL(&desk->say, WORD_REVIEW_CHANGES, "内容",
                strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_COMMA)));
}

struct review_notice review_changes(const struct desk *desk, const struct published *previous)
{
    struct review_notice notice = {.tone = TONE_MUTED, .label = SAY(&desk->say, WORD_REVIEW_LABEL_CHANGES)};
    struct period period;
    if (!previous) {
        notice.text = SAY(&desk->say, WORD_REVIEW_CHANGES_UNASKED);
        return notice;
    }
    struct published now = review_published(desk);
    if (strcmp(previous->period, now.period) != 0) {
        bool known = period_parse(previous->period, &period);
        notice.text = FILL(&desk->say, WORD_REVIEW_CHANGES_OTHER, "时期",
                           known ? period_name(desk->arena, period) : previous->period);
        return notice;
    }
    struct changes changes = changes_between(previous, &now, desk->arena);
    notice.text = count_words(desk, &changes);
    notice.tone = changes.count ? TONE_WAITING : TONE_GOOD;
    notice.table = changes.count ? change_table(desk, &changes) : NULL;
    return notice;
}
