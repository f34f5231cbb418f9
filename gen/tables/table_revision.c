/* SPDX-License-Identifier: MIT */
/* What has changed since an earlier issue: the cells first, then what followed. */
#include "base/text.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"
#include "words/revision_words.h"

#include <string.h>

/* Ends a table of which there are so many rows, and says below it how many were left out. */
static const struct table *end(const struct desk *desk, struct table_builder *t, size_t rows, size_t most)
{
    if (most && rows > most)
        table_note(t, FILL(&desk->say, WORD_REVISION_MORE, "数", arena_format(desk->arena, "%zu", rows - most)));
    return rows ? table_end(t) : NULL;
}

/* ---- the cells that moved first ---- */

static void moved_row(const struct desk *desk, struct table_builder *t, const struct moved *moved, size_t number)
{
    table_cell(t, count_cell(desk, number));
    table_cell(t, cell_text(moved->area ? moved->area->name : SAY(&desk->say, WORD_REVISION_MANY)));
    table_cell(t, cell_text(moved->indicator->name));
    table_cell(t, cell_text(moved_subject(desk, moved)));
    table_cell(t, cell_text(moved_place(desk, moved)));
    table_cell(t, cell_text(moved_before(desk, moved)));
    table_cell(t, cell_text(moved_now(desk, moved)));
}

const struct table *table_moved(const struct desk *desk, size_t most)
{
    static const struct table_head heads[] = {
        {WORD_REVISION_COL_NUMBER, ALIGN_CENTER, 2}, {WORD_COL_AREA, ALIGN_LEFT, 4},
        {WORD_COL_INDICATOR, ALIGN_LEFT, 6},         {WORD_REVISION_COL_SUBJECT, ALIGN_LEFT, 8},
        {WORD_REVISION_COL_PLACE, ALIGN_LEFT, 12},   {WORD_REVISION_COL_BEFORE, ALIGN_RIGHT, 4},
        {WORD_REVISION_COL_NOW, ALIGN_RIGHT, 4}};
    const struct revision *revision = desk->composer->revision;
    size_t count = revision ? revision->moved_count : 0;
    bool as_read = false;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < count && (!most || i < most); i++) {
        moved_row(desk, &t, &revision->moved[i], i + 1);
        as_read = as_read || revision->moved[i].as_read;
    }
    if (as_read)
        table_note(&t, SAY(&desk->say, WORD_REVISION_AS_READ));
    return end(desk, &t, count, most);
}

/* ---- what followed, figure by figure ---- */

/* 序号1 */
static const char *cell_number_words(const struct desk *desk, const struct moved *moved)
{
    size_t number = (size_t)(moved - desk->composer->revision->moved) + 1;
    return FILL(&desk->say, WORD_REVISION_NUMBERED, "数", arena_format(desk->arena, "%zu", number));
}

/* 序号1、序号2 for cells, by their numbers in the table above; for figures their names. */
static void add_causes(const struct desk *desk, struct strings *said, const struct causes *causes)
{
    for (size_t i = 0; i < causes->count; i++) {
        const struct cause *cause = &causes->items[i];
        const char *words = cause->moved ? cell_number_words(desk, cause->moved) : revision_cause(desk, cause);
        strings_add_once(said, desk->arena, words);
    }
}

static const char *cause_words(const struct desk *desk, const struct strings *said)
{
    enum { MOST = 4 };
    struct strings first = {said->items, said->count > MOST ? MOST : said->count};
    const char *list = strings_join(&first, desk->arena, "、");
    return said->count > MOST
               ? FILL(&desk->say, WORD_REVISION_ETC, "前", list, "数", arena_format(desk->arena, "%zu", said->count))
               : list;
}

/* All changes of one indicator in one area: a figure drags others along, and they are read together. */
struct bundle {
    const struct published_row *of;
    struct strings said, causes;
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

static void bundle_row(const struct desk *desk, struct table_builder *t, const struct bundle *bundle, bool causes)
{
    struct cell what = cell_text(strings_join(&bundle->said, desk->arena, SAY(&desk->say, WORD_REVIEW_CHANGE_COMMA)));
    what.tone = bundle->weight == WEIGHT_JUDGED ? TONE_WAITING : TONE_PLAIN;
    table_cell(t, cell_text(desk_area_name(desk, bundle->of->area)));
    table_cell(t, cell_text(desk_indicator_name(desk, bundle->of->indicator)));
    table_cell(t, what);
    if (causes)
        table_cell(t, text_or_empty(cause_words(desk, &bundle->causes)));
}

/* Ranks have a table of their own. A target is there or not with its verdict: that says it already. */
static bool is_bundled(const struct change *change)
{
    enum published_kind kind = row_of_change(change)->kind;
    return kind != PUBLISHED_RANK && (kind != PUBLISHED_TARGET || (change->before && change->now));
}

static struct bundle *bundles_of(const struct desk *desk, size_t *count)
{
    const struct revision *revision = desk->composer->revision;
    struct bundle *bundles = NULL;
    *count = 0;
    for (size_t i = 0; revision && i < revision->changes.count; i++) {
        const struct change *change = &revision->changes.items[i];
        if (!is_bundled(change))
            continue;
        struct bundle *bundle = bundle_for(desk, &bundles, count, row_of_change(change));
        if (weight_of(row_of_change(change)) < bundle->weight)
            bundle->weight = weight_of(row_of_change(change));
        strings_add(&bundle->said, desk->arena, revision_change(desk, change));
        add_causes(desk, &bundle->causes, &revision->causes[i]);
    }
    return bundles;
}

/* Where there is but one cell all comes from it. */
static bool causes_told(const struct desk *desk)
{
    return desk->composer->revision && desk->composer->revision->moved_count > 1;
}

/* Verdicts first: they are what a county will ask about; what was only dragged along, last. */
const struct table *table_changes(const struct desk *desk, size_t most)
{
    static const struct table_head heads[] = {{WORD_COL_AREA, ALIGN_LEFT, 5},
                                              {WORD_COL_INDICATOR, ALIGN_LEFT, 8},
                                              {WORD_REVIEW_COL_CHANGE, ALIGN_LEFT, 26},
                                              {WORD_REVISION_COL_CAUSE, ALIGN_LEFT, 8}};
    bool causes = causes_told(desk);
    size_t count, shown = 0;
    struct bundle *bundles = bundles_of(desk, &count);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads - !causes);
    for (enum weight weight = 0; weight < WEIGHT_COUNT; weight++)
        for (size_t i = 0; i < count; i++)
            if (bundles[i].weight == weight && (shown++ < most || !most))
                bundle_row(desk, &t, &bundles[i], causes);
    return end(desk, &t, shown, most);
}

/* ---- ranks ---- */

static const char *rank_change(const struct desk *desk, const struct change *change)
{
    const char *none = SAY(&desk->say, WORD_REVISION_UNRANKED);
    return FILL(&desk->say, WORD_REVISION_RANK_CHANGE, "地区", desk_area_name(desk, row_of_change(change)->area), "原",
                change->before ? revision_text(desk, change->before) : none, "现",
                change->now ? revision_text(desk, change->now) : none);
}

static bool same_ranking(const struct change *a, const struct change *b)
{
    return !strcmp(row_of_change(a)->indicator, row_of_change(b)->indicator) &&
           !strcmp(row_of_change(a)->measure, row_of_change(b)->measure);
}

/* From the change on, those of the same ranking; returns the index behind the last. */
static size_t rank_row(const struct desk *desk, struct table_builder *t, size_t from, bool causes)
{
    const struct revision *revision = desk->composer->revision;
    const struct change *first = &revision->changes.items[from];
    struct strings said = {0}, why = {0};
    size_t i = from;
    for (; i < revision->changes.count && same_ranking(first, &revision->changes.items[i]); i++) {
        if (row_of_change(&revision->changes.items[i])->kind != PUBLISHED_RANK)
            break;
        strings_add(&said, desk->arena, rank_change(desk, &revision->changes.items[i]));
        add_causes(desk, &why, &revision->causes[i]);
    }
    if (!t)
        return i;
    table_cell(t, cell_text(desk_indicator_name(desk, row_of_change(first)->indicator)));
    table_cell(t, cell_text(revision_measure(desk, row_of_change(first))));
    table_cell(t, cell_text(strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_CHANGE_COMMA))));
    if (causes)
        table_cell(t, text_or_empty(cause_words(desk, &why)));
    return i;
}

const struct table *table_revised_ranks(const struct desk *desk, size_t most)
{
    static const struct table_head heads[] = {{WORD_COL_INDICATOR, ALIGN_LEFT, 8},
                                              {WORD_REVIEW_COL_MEASURE, ALIGN_LEFT, 4},
                                              {WORD_REVISION_COL_RANKS, ALIGN_LEFT, 24},
                                              {WORD_REVISION_COL_CAUSE, ALIGN_LEFT, 12}};
    const struct revision *revision = desk->composer->revision;
    bool causes = revision && revision->changes.ranks;
    size_t rows = 0;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads - !causes);
    for (size_t i = 0; revision && i < revision->changes.count;)
        if (row_of_change(&revision->changes.items[i])->kind == PUBLISHED_RANK)
            i = rank_row(desk, rows++ < most || !most ? &t : NULL, i, causes);
        else
            i++;
    return end(desk, &t, rows, most);
}

/* ---- all of them, a row each ---- */

static struct cell side_cell(const struct desk *desk, const struct published_row *row)
{
    return row ? text_or_empty(revision_text(desk, row)) : cell_empty();
}

static void change_cells(const struct desk *desk, struct table_builder *t, size_t index)
{
    static const enum word kinds[] = {[PUBLISHED_VERDICT] = WORD_REVISION_KIND_VERDICT,
                                      [PUBLISHED_TARGET] = WORD_REVISION_KIND_TARGET,
                                      [PUBLISHED_FIGURE] = WORD_REVISION_KIND_FIGURE,
                                      [PUBLISHED_RANK] = WORD_REVISION_KIND_RANK};
    const struct revision *revision = desk->composer->revision;
    const struct change *change = &revision->changes.items[index];
    const struct published_row *row = row_of_change(change);
    struct strings causes = {0};
    add_causes(desk, &causes, &revision->causes[index]);
    table_cell(t, cell_text(SAY(&desk->say, kinds[row->kind])));
    table_cell(t, cell_text(desk_area_name(desk, row->area)));
    table_cell(t, cell_text(desk_indicator_name(desk, row->indicator)));
    table_cell(t, cell_text(revision_measure(desk, row)));
    table_cell(t, text_or_empty(row->to));
    table_cell(t, side_cell(desk, change->before));
    table_cell(t, side_cell(desk, change->now));
    table_cell(t, text_or_empty(cause_words(desk, &causes)));
}

const struct table *table_revision(const struct desk *desk)
{
    static const struct table_head heads[] = {
        {WORD_REVISION_COL_KIND, ALIGN_LEFT, 3}, {WORD_COL_AREA, ALIGN_LEFT, 5},
        {WORD_COL_INDICATOR, ALIGN_LEFT, 8},     {WORD_REVIEW_COL_MEASURE, ALIGN_LEFT, 5},
        {WORD_REVISION_COL_TO, ALIGN_LEFT, 4},   {WORD_REVISION_COL_BEFORE, ALIGN_RIGHT, 6},
        {WORD_REVISION_COL_NOW, ALIGN_RIGHT, 6}, {WORD_REVISION_COL_CAUSE, ALIGN_LEFT, 14}};
    const struct revision *revision = desk->composer->revision;
    struct table_builder t;
    if (!revision || !revision->changes.count)
        return NULL;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < revision->changes.count; i++)
        change_cells(desk, &t, i);
    return table_end_compact(&t);
}
