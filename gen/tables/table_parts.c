/* SPDX-License-Identifier: MIT */
#include "tables/table_parts.h"

#include "tables/formula.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

#include <assert.h>
#include <string.h>

void table_columns(const struct desk *desk, struct table_builder *t, const struct table_head *heads, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_column(t, SAY(&desk->say, heads[i].word), NULL, NULL, heads[i].align, heads[i].width);
}

/* ---- cells ---- */

struct cell count_cell(const struct desk *desk, size_t count)
{
    const char *text = arena_format(desk->arena, "%zu", count);
    return cell_number(text, text);
}

static struct cell with_signs(const struct desk *desk, struct shown figure, const char *plus, const char *suffix)
{
    if (!figure.number)
        return cell_empty();
    const char *sign = shown_sign(figure) < 0 ? PRINT_MINUS : shown_sign(figure) > 0 ? plus : "";
    return cell_number(shown_text(&desk->say, figure),
                       arena_format(desk->arena, "%s%s%s", sign, shown_size(&desk->say, figure), suffix));
}

struct cell printed_cell(const struct desk *desk, struct shown figure, const char *suffix)
{
    return with_signs(desk, figure, "", suffix);
}

struct cell difference_cell(const struct desk *desk, struct shown figure)
{
    return with_signs(desk, figure, "+", "");
}

struct cell text_or_empty(const char *text)
{
    return text && *text ? cell_text(text) : cell_empty();
}

struct cell figures_only(struct cell cell)
{
    return cell.kind == CELL_NUMBER ? cell : cell_empty();
}

struct cell cell_with_unit(const struct desk *desk, struct shown figure, const char *unit)
{
    if (!figure.number)
        return cell_empty();
    return cell_text(arena_format(desk->arena, "%s%s", shown_text(&desk->say, figure), unit));
}

struct cell actual_cell(const struct desk *desk, const struct topic *topic)
{
    return cell_with_unit(desk, topic_actual(desk, topic), desk_unit(desk, topic->measure, topic->indicator));
}

struct cell shortfall_cell(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (topic->verdict->kind == VERDICT_BEHIND && topic->verdict->progress)
        return cell_with_unit(desk, shown_difference(p, topic_progress(desk, topic), topic_pace(desk, topic)),
                              SAY(p, WORD_POINTS));
    return cell_with_unit(desk, topic_distance(desk, topic), desk_gap_unit(desk, topic->measure, topic->indicator));
}

struct cell due_shortfall_cell(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *verdict = topic->verdict;
    if (verdict->kind != VERDICT_BEHIND || !verdict->due || !desk_counts(desk, topic->indicator))
        return shortfall_cell(desk, topic);
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    struct shown actual = {verdict->actual, decimals}, due = {verdict->due, decimals};
    return cell_with_unit(desk, shown_difference(&desk->say, actual, due), topic->indicator->unit);
}

struct cell rest_cell(const struct desk *desk, const struct topic *topic)
{
    if (topic->verdict->to_do)
        topic_tell_need(desk, topic);
    struct shown rest = {topic->verdict->to_do, measure_decimals(MEASURE_VALUE, topic->indicator)};
    return cell_with_unit(desk, rest, topic->indicator->unit);
}

struct cell marked_cell(const struct desk *desk, const struct topic *topic, struct cell cell)
{
    const char *mark = topic_mark(desk, topic);
    if (topic->verdict && topic->verdict->elsewhere && topic->verdict->actual) {
        cell = shown_cell(desk, topic_actual(desk, topic));
        cell.text = FILL(&desk->say, WORD_CELL_AT, "值", cell.text, "期", period_name(desk->arena, topic->verdict->at));
    } else if (*mark)
        cell.text = arena_format(desk->arena, "%s%s", cell.text, mark);
    return cell;
}

/* ---- ends ---- */

void table_note_partial(const struct desk *desk, struct table_builder *t)
{
    for (size_t i = 0; i < t->cell_count; i++) {
        const struct cell *cell = &t->cells[i];
        if (cell->kind == CELL_NUMBER && !strcmp(cell->text, FILL(&desk->say, WORD_CELL_PARTIAL, "值", cell->number))) {
            table_note(t, SAY(&desk->say, WORD_PARTIAL_NOTE));
            return;
        }
    }
}

static bool column_used(const struct table_builder *t, size_t column)
{
    for (size_t i = column; i < t->cell_count; i += t->table.column_count)
        if (t->cells[i].kind != CELL_EMPTY)
            return true;
    return false;
}

const struct table *table_end_compact(struct table_builder *t)
{
    struct table_builder kept;
    size_t count = t->table.column_count;
    assert(count > 0);
    table_begin(&kept, t->arena, t->table.header_rows);
    int *places = arena_alloc(t->arena, count * sizeof *places);
    for (size_t c = 0; c < count; c++) {
        bool used = column_used(t, c);
        places[c] = used ? (int)kept.table.column_count : -1;
        if (used)
            ARRAY_ADD(t->arena, kept.columns, kept.table.column_count, t->columns[c]);
    }
    for (size_t i = 0; i < t->cell_count; i++) {
        struct cell cell = t->cells[i];
        if (cell.formula)
            cell.formula = formula_moved(t->arena, cell.formula, places, count);
        if (places[i % count] >= 0)
            table_cell(&kept, cell);
    }
    kept.bands = t->bands;
    kept.table.band_count = t->table.band_count;
    kept.table.form = t->table.form;
    kept.table.title = t->table.title;
    kept.table.unit = t->table.unit;
    kept.table.data = t->table.data;
    for (size_t i = 0; i < t->table.note_count; i++)
        table_note(&kept, t->notes[i]);
    return table_end(&kept);
}

struct cell goal_number_cell(const struct desk *desk, const struct topic *topic)
{
    enum { LONGEST_AFFIX = 12 }; /* bytes: more is words */
    static const char digits[] = "0123456789";
    const char *text = topic_goal(desk, topic, false);
    const struct number *goal = topic->verdict->goal;
    if (!goal || number_sign(goal) < 0 || ops[topic->verdict->target->op].against != AGAINST_FIGURE)
        return cell_text(text);
    const char *plain = number_plain(desk->arena, goal, 10), *at = strpbrk(text, digits);
    size_t length = strlen(plain);
    if (!at || strncmp(at, plain, length) != 0 || strpbrk(at + length, digits) || at - text > LONGEST_AFFIX ||
        strlen(at + length) > LONGEST_AFFIX)
        return cell_text(text);
    return cell_number(plain, text);
}

bool growth_is_counted(const struct desk *desk, const struct topic *topic)
{
    return topic->measure != MEASURE_YOY && measure_applies(MEASURE_YOY, topic->indicator) && topic_counts(desk, topic);
}

struct cell more_cell(const struct desk *desk, const struct topic *topic)
{
    const struct result *now = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    struct shown more = shown_difference(&desk->say, desk_shown(desk, now, MEASURE_VALUE, topic->indicator),
                                         desk_year_before(desk, topic->indicator, topic->area));
    struct cell cell = shown_cell(desk, more);
    if (now->flag == FLAG_INCOMPLETE)
        return cell_empty();
    if (shown_sign(more) > 0)
        cell.text = FILL(&desk->say, WORD_CELL_FASTER, "值", cell.text);
    return cell;
}
