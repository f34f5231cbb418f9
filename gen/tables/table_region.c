/* SPDX-License-Identifier: MIT */
/* The region workbook's tables of verdicts and scores. */
#include "tables/book_tables.h"
#include "tables/formula.h"
#include "tables/table_parts.h"
#include "words/goal.h"
#include "words/lane.h"

#include <string.h>

/* ---- 目标完成 ---- */

static struct cell verdict_cell(const struct desk *desk, struct target_key key, const struct area *area)
{
    struct topic topic = topic_of_key(desk, key, area);
    return topic_verdict(desk, &topic);
}

/* The region, then the areas below it. */
static const struct area *area_at(const struct desk *desk, const struct areas *areas, size_t i)
{
    return i ? areas->items[i - 1] : desk->region;
}

/* A row for each target; where there are more areas than targets, and a page would be too narrow, one for each area. */
const struct table *table_verdicts(const struct desk *desk)
{
    enum { MOST_ACROSS = 12 };
    size_t key_count;
    const struct target_key *keys = target_keys(desk->engine, desk->period, &key_count);
    struct areas areas = areas_below(desk);
    struct table_builder t;
    if (!key_count)
        return NULL;
    bool turned = areas.count + 1 > MOST_ACROSS && areas.count + 1 > key_count;
    size_t across = turned ? key_count : areas.count + 1, down = turned ? areas.count + 1 : key_count;
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, turned ? WORD_COL_AREA : WORD_COL_INDICATOR), NULL, NULL, ALIGN_LEFT,
                 turned ? 6 : 10);
    for (size_t c = 0; c < across; c++) {
        const char *head = turned ? topic_key_name(desk, keys[c], true) : area_at(desk, &areas, c)->name;
        table_column(&t, head, NULL, NULL, ALIGN_CENTER, 6);
    }
    for (size_t r = 0; r < down; r++) {
        table_cell(&t, cell_text(turned ? area_at(desk, &areas, r)->name : topic_key_name(desk, keys[r], true)));
        for (size_t c = 0; c < across; c++)
            table_cell(&t, verdict_cell(desk, keys[turned ? c : r], area_at(desk, &areas, turned ? r : c)));
    }
    return table_end(&t);
}

/* ---- 得分 ---- */

static struct cell points_cell(const struct desk *desk, const struct score *score)
{
    if (score->points) {
        struct cell cell = number_cell(desk, score->points, 2);
        if (!strcmp(score->flag, "no_data"))
            cell.tone = TONE_WAITING;
        return cell;
    }
    struct cell cell =
        cell_text(SAY(&desk->say, !strcmp(score->flag, "pending") ? WORD_VERDICT_PENDING : WORD_CELL_UNRANKED));
    cell.tone = TONE_MUTED;
    return cell;
}

static struct cell total_cell(const struct desk *desk, const struct score_card *card)
{
    if (!card->total)
        return cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    struct cell cell = number_cell(desk, card->total, 2);
    if (card->incomplete) {
        cell.text = FILL(&desk->say, WORD_SCORE_INCOMPLETE, "总分", cell.text);
        cell.tone = TONE_WAITING;
    }
    return cell;
}

/* The sum of the points, scaled to all weights where some are not scored. */
static const char *total_formula(const struct desk *desk, const struct cell *cells)
{
    struct buffer sum = {.arena = desk->arena};
    const struct dataset *d = desk->dataset;
    const struct number *all = scores_weight(desk->engine), *scored = number_integer(desk->arena, 0);
    for (size_t i = 0; i < d->scoring_count; i++) {
        if (cells[i + 1].kind != CELL_NUMBER)
            continue;
        buffer_format(&sum, "%s{%zu}", sum.length ? "+" : "", i + 1);
        scored = number_add(desk->arena, scored, d->scoring[i].weight);
    }
    if (!number_compare(all, scored))
        return arena_format(desk->arena, "=ROUND(%s,2)", buffer_text(&sum));
    return arena_format(desk->arena, "=ROUND((%s)*%s/%s,2)", buffer_text(&sum), number_plain(desk->arena, all, 10),
                        number_plain(desk->arena, scored, 10));
}

static void score_row(const struct desk *desk, struct table_builder *t, const struct score_card *card)
{
    size_t count = desk->dataset->scoring_count;
    struct cell *cells = arena_alloc(desk->arena, (count + 1) * sizeof *cells);
    cells[0] = cell_text(card->area->name);
    for (size_t i = 0; i < count; i++)
        cells[i + 1] = points_cell(desk, &card->items[i]);
    struct cell total = total_cell(desk, card);
    if (total.kind == CELL_NUMBER) {
        const char *formula = total_formula(desk, cells);
        total = formula_cell(desk->arena, total, formula, formula, cells, count + 1);
    }
    for (size_t i = 0; i <= count; i++)
        table_cell(t, cells[i]);
    table_cell(t, total);
    table_cell(t, card->rank.rank ? count_cell(desk, (size_t)card->rank.rank)
                                  : cell_text(SAY(&desk->say, WORD_CELL_UNRANKED)));
}

const struct table *table_scores(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    struct table_builder t;
    if (!desk->composer->card_count)
        return NULL;
    table_begin(&t, desk->arena, 2);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t i = 0; i < d->scoring_count; i++) {
        const char *weight = FILL(&desk->say, WORD_WEIGHT, "权重", number_plain(desk->arena, d->scoring[i].weight, 10));
        table_column(&t, d->scoring[i].indicator->name, weight, NULL, ALIGN_RIGHT, 5);
    }
    const char *all = FILL(&desk->say, WORD_WEIGHT, "权重", number_plain(desk->arena, scores_weight(desk->engine), 10));
    table_column(&t, SAY(&desk->say, WORD_COL_TOTAL_SCORE), all, NULL, ALIGN_RIGHT, 6);
    table_column(&t, SAY(&desk->say, WORD_COL_RANK), NULL, NULL, ALIGN_CENTER, 3);
    table_display(&t, DISPLAY_RANK);
    for (size_t i = 0; i < desk->composer->card_count; i++)
        score_row(desk, &t, &desk->composer->cards[i]);
    table_note(&t, SAY(&desk->say, WORD_SCORE_NOTE));
    return table_end(&t);
}

/* ---- what the words mean ---- */

/* Whether a verdict is told by that word. */
static bool is_used(const struct desk *desk, const char *word)
{
    for (size_t i = 0; i < desk->composer->verdict_count; i++) {
        struct topic topic = topic_of_verdict(&desk->composer->verdicts[i]);
        if (topic.verdict && strcmp(topic_verdict(desk, &topic).text, word) == 0)
            return true;
    }
    return false;
}

const struct table *table_words(const struct desk *desk)
{
    static const struct {
        enum word word, meaning;
        enum cell_tone tone;
        bool seldom; /* explained only where it is used */
    } rows[] = {
        {WORD_VERDICT_STRETCH, WORD_MEANING_STRETCH, TONE_GOOD, false},
        {WORD_VERDICT_GROWTH_MET, WORD_MEANING_GROWTH_MET, TONE_GOOD, false},
        {WORD_VERDICT_GROWTH_MISSED, WORD_MEANING_GROWTH_MISSED, TONE_BAD, false},
        {WORD_VERDICT_LIMIT_MET, WORD_MEANING_LIMIT_MET, TONE_GOOD, false},
        {WORD_VERDICT_LIMIT_MISSED, WORD_MEANING_LIMIT_MISSED, TONE_BAD, false},
        {WORD_VERDICT_LIMIT_LATE, WORD_MEANING_LIMIT_LATE, TONE_BAD, true},
        {WORD_VERDICT_MET, WORD_MEANING_MET, TONE_GOOD, false},
        {WORD_VERDICT_MISSED, WORD_MEANING_MISSED, TONE_BAD, false},
        {WORD_VERDICT_YEAR_MET, WORD_MEANING_YEAR_MET, TONE_GOOD, false},
        {WORD_VERDICT_YEAR_MISSED, WORD_MEANING_YEAR_MISSED, TONE_BAD, false},
        {WORD_VERDICT_END_MET, WORD_MEANING_END_MET, TONE_GOOD, false},
        {WORD_VERDICT_END_MISSED, WORD_MEANING_END_MISSED, TONE_BAD, false},
        {WORD_VERDICT_HOPE_MISSED, WORD_MEANING_HOPE_MISSED, TONE_BAD, true},
        {WORD_VERDICT_DONE, WORD_MEANING_DONE, TONE_GOOD, false},
        {WORD_VERDICT_ON_PACE, WORD_MEANING_ON_PACE, TONE_GOOD, false},
        {WORD_VERDICT_BEHIND, WORD_MEANING_BEHIND, TONE_BAD, false},
        {WORD_VERDICT_PLAN_MET, WORD_MEANING_PLAN_MET, TONE_GOOD, true},
        {WORD_VERDICT_PLAN_MISSED, WORD_MEANING_PLAN_MISSED, TONE_BAD, true},
        {WORD_VERDICT_BELOW_RANGE, WORD_MEANING_BELOW_RANGE, TONE_BAD, true},
        {WORD_VERDICT_ABOVE_RANGE, WORD_MEANING_ABOVE_RANGE, TONE_BAD, true},
        {WORD_VERDICT_ZERO_MET, WORD_MEANING_ZERO_MET, TONE_GOOD, true},
        {WORD_VERDICT_ZERO_MISSED, WORD_MEANING_ZERO_MISSED, TONE_BAD, true},
        {WORD_VERDICT_BUILT, WORD_MEANING_BUILT, TONE_GOOD, true},
        {WORD_VERDICT_OVERDUE, WORD_MEANING_OVERDUE, TONE_BAD, true},
        {WORD_VERDICT_PENDING, WORD_MEANING_PENDING, TONE_MUTED, false},
        {WORD_VERDICT_EXTERNAL, WORD_MEANING_EXTERNAL, TONE_MUTED, false},
        {WORD_VERDICT_QUALITATIVE, WORD_MEANING_QUALITATIVE, TONE_MUTED, true},
        {WORD_VERDICT_COMPARED, WORD_MEANING_COMPARED, TONE_MUTED, true},
        {WORD_VERDICT_NO_DATA, WORD_MEANING_NO_DATA, TONE_WAITING, false},
        {WORD_VERDICT_NO_BASE, WORD_MEANING_NO_BASE, TONE_WAITING, false},
        {WORD_VERDICT_INCOMPLETE, WORD_MEANING_INCOMPLETE, TONE_WAITING, true},
    };
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_WORD), NULL, NULL, ALIGN_CENTER, 8);
    table_column(&t, SAY(&desk->say, WORD_COL_MEANING), NULL, NULL, ALIGN_LEFT, 30);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cell cell = cell_text(SAY(&desk->say, rows[i].word));
        if (rows[i].seldom && !is_used(desk, cell.text))
            continue;
        cell.tone = rows[i].tone;
        table_cell(&t, cell);
        table_cell(&t, cell_text(SAY(&desk->say, rows[i].meaning)));
    }
    return table_end(&t);
}
