/* SPDX-License-Identifier: MIT */
/* Tables with a row for each area and a block of columns for each lane. */
#include "tables/formula.h"
#include "tables/tables.h"

#include <assert.h>
#include <string.h>

/* An A4 page across is readable up to here; a lane is never divided. */
enum { MOST_COLUMNS = 16, MOST_RANK_COLUMNS = 20 };

/* ---- columns of a lane ---- */

/* Every column that a lane can have; which it has is asked of `wanted`. */
struct lane_column {
    enum word head;
    int width;
    bool (*wanted)(const struct desk *desk, const struct lane *lane);
    struct cell (*cell)(const struct desk *desk, const struct topic *topic);
};

static bool level_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_FLOW;
}

static bool point_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_STOCK || lane->key.indicator->kind == KIND_RATIO;
}

/* Where nobody has a growth, a column for it would stand empty. */
static bool any_growth(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    enum measure measure = desk_growth_measure(lane->key.indicator);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_result(desk, measure, lane->key.indicator, areas.items[i])->flag != FLAG_NO_DATA &&
            desk_result(desk, measure, lane->key.indicator, areas.items[i])->flag != FLAG_NO_BASE)
            return true;
    return false;
}

static bool yoy_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->key.indicator->kind != KIND_RATE && measure_applies(MEASURE_YOY, lane->key.indicator) &&
           any_growth(desk, lane);
}

static bool rate_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_RATE;
}

static bool change_wanted(const struct desk *desk, const struct lane *lane)
{
    return !measure_applies(MEASURE_YOY, lane->key.indicator) && any_growth(desk, lane);
}

/* A measure that none of the columns above shows. */
static bool other_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    enum measure measure = lane->key.measure;
    return measure != MEASURE_VALUE && measure != MEASURE_RANK && measure != desk_growth_measure(lane->key.indicator);
}

static bool goal_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->targeted;
}

static bool progress_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->targeted && lane_accumulates(desk, lane);
}

static bool gap_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->targeted && !lane_accumulates(desk, lane);
}

static bool rank_shown(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_place(desk, lane->key.measure, lane->key.indicator, areas.items[i]).of > 1)
            return true;
    return false;
}

/* A figure that the verdict is about, with GB/T 8170's mark where it has one. */
static struct cell marked(const struct desk *desk, const struct topic *topic, enum measure measure)
{
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    const char *mark = topic->measure == measure ? topic_mark(desk, topic) : "";
    if (*mark)
        cell.text = arena_format(desk->arena, "%s%s", cell.text, mark);
    return cell;
}

static struct cell value_cell(const struct desk *desk, const struct topic *topic)
{
    return marked(desk, topic, MEASURE_VALUE);
}

struct cell lane_growth_cell(const struct desk *desk, const struct topic *topic)
{
    enum measure measure = desk_growth_measure(topic->indicator);
    /* A rate's target may be written on either of the two measures that are one. */
    if (topic->indicator->kind == KIND_RATE && topic->measure == MEASURE_VALUE)
        measure = MEASURE_VALUE;
    struct cell cell = marked(desk, topic, measure);
    /* 未报 stands once, under the level. */
    if (topic->indicator->kind != KIND_RATE &&
        desk_result(desk, measure, topic->indicator, topic->area)->flag == FLAG_NO_DATA)
        cell.text = SAY(&desk->say, WORD_CELL_NONE);
    return cell;
}

static struct cell other_cell(const struct desk *desk, const struct topic *topic)
{
    return marked(desk, topic, topic->measure);
}

static struct cell unranked(const struct desk *desk)
{
    struct cell cell = cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    cell.tone = TONE_MUTED;
    return cell;
}

struct cell lane_goal_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? cell_text(topic_goal(desk, topic, false)) : unranked(desk);
}

static struct cell toned(const struct desk *desk, const struct topic *topic, struct cell cell)
{
    if (!topic->verdict)
        return unranked(desk);
    cell.tone = topic_verdict(desk, topic).tone;
    return cell.kind == CELL_EMPTY ? topic_verdict(desk, topic) : cell;
}

struct cell lane_gap_cell(const struct desk *desk, const struct topic *topic)
{
    return toned(desk, topic, topic->verdict ? shown_cell(desk, topic_gap(desk, topic)) : cell_empty());
}

struct cell lane_progress_cell(const struct desk *desk, const struct topic *topic)
{
    return toned(desk, topic, topic->verdict ? shown_cell(desk, topic_progress(desk, topic)) : cell_empty());
}

struct cell lane_rank_cell(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    if (!place.rank)
        return unranked(desk);
    const char *rank = arena_format(desk->arena, "%d", place.rank);
    return cell_number(rank, rank);
}

static const struct lane_column columns[] = {
    {WORD_COL_YTD, 5, level_wanted, value_cell},
    {WORD_COL_VALUE, 5, point_wanted, value_cell},
    {WORD_COL_YOY, 5, yoy_wanted, lane_growth_cell},
    {WORD_COL_RATE, 5, rate_wanted, lane_growth_cell},
    {WORD_COL_CHANGE, 5, change_wanted, lane_growth_cell},
    {WORD_COUNT, 5, other_wanted, other_cell}, /* headed by the measure's name */
    {WORD_COL_GOAL_SHORT, 4, goal_wanted, lane_goal_cell},
    {WORD_COL_GAP, 4, gap_wanted, lane_gap_cell},
    {WORD_COL_PROGRESS, 4, progress_wanted, lane_progress_cell},
    {WORD_COL_RANK, 2, rank_shown, lane_rank_cell},
};

#define COLUMNS (sizeof columns / sizeof *columns)

static size_t lane_width(const struct desk *desk, const struct lane *lane)
{
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++)
        count += columns[i].wanted(desk, lane);
    return count;
}

/* ---- the tables ---- */

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

void table_plain_columns(const struct desk *desk, struct table_builder *t, const struct table_head *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_column(t, SAY(&desk->say, list[i].word), NULL, NULL, list[i].align, list[i].width);
}

struct cell figures_only(struct cell cell)
{
    return cell.kind == CELL_NUMBER ? cell : cell_empty();
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
    kept.table.title = t->table.title;
    kept.table.unit = t->table.unit;
    kept.table.data = t->table.data;
    for (size_t i = 0; i < t->table.note_count; i++)
        table_note(&kept, t->notes[i]);
    return table_end(&kept);
}

static void add_row(const struct desk *desk, struct table_builder *t, const struct lane *lanes, size_t count,
                    const struct area *area)
{
    table_cell(t, cell_text(area->name));
    for (size_t l = 0; l < count; l++) {
        struct topic topic = lane_topic(desk, &lanes[l], area);
        for (size_t i = 0; i < COLUMNS; i++)
            if (columns[i].wanted(desk, &lanes[l]))
                table_cell(t, columns[i].cell(desk, &topic));
    }
}

static const struct table *summary(const struct desk *desk, const struct lane *lanes, size_t count)
{
    struct table_builder t;
    table_begin(&t, desk->arena, 2);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t l = 0; l < count; l++) {
        const char *head = lane_head(desk, &lanes[l]);
        for (size_t i = 0; i < COLUMNS; i++) {
            if (!columns[i].wanted(desk, &lanes[l]))
                continue;
            const char *name =
                columns[i].head == WORD_COUNT ? measure_name(lanes[l].key.measure) : SAY(&desk->say, columns[i].head);
            table_column(&t, head, name, NULL, ALIGN_RIGHT, columns[i].width);
        }
    }
    struct areas areas = areas_below(desk);
    add_row(desk, &t, lanes, count, desk->region);
    for (size_t i = 0; i < areas.count; i++)
        add_row(desk, &t, lanes, count, areas.items[i]);
    table_note_partial(desk, &t);
    return table_end(&t);
}

void tables_summary(const struct desk *desk, struct builder *builder)
{
    struct lanes lanes = lanes_of(desk);
    for (size_t first = 0, next; first < lanes.count; first = next) {
        size_t width = 0;
        for (next = first; next < lanes.count; next++) {
            size_t more = lane_width(desk, &lanes.items[next]);
            if (next > first && width + more > MOST_COLUMNS)
                break;
            width += more;
        }
        builder_table(builder, summary(desk, lanes.items + first, next - first));
    }
}

/* ---- ranks ---- */

static struct cell previous_cell(const struct desk *desk, const struct place *place)
{
    if (!place->previous)
        return unranked(desk);
    const char *rank = arena_format(desk->arena, "%d", place->previous);
    return cell_number(rank, rank);
}

static struct cell moved_cell(const struct desk *desk, const struct place *place)
{
    int change = place->previous - place->rank;
    if (!place->rank || !place->previous)
        return unranked(desk);
    if (!change)
        return cell_text(SAY(&desk->say, WORD_CELL_SAME));
    const char *size = arena_format(desk->arena, "%d", change > 0 ? change : -change);
    return cell_text(FILL(&desk->say, change > 0 ? WORD_CELL_UP : WORD_CELL_DOWN, "值", size));
}

/* What a table of ranks shows beside the rank. */
struct rank_form {
    bool before, change;
};

static void add_rank_columns(const struct desk *desk, struct table_builder *t, const struct lane *lane,
                             struct rank_form form)
{
    const char *name = lane->targeted ? topic_key_name(desk, lane->key, false) : lane->key.indicator->name;
    const char *by = measure_name(desk_rank_measure(desk, lane->key.measure, lane->key.indicator));
    table_column(t, name, by, SAY(&desk->say, form.before ? WORD_COL_RANK_NOW : WORD_COL_RANK), ALIGN_CENTER, 3);
    table_display(t, DISPLAY_RANK);
    if (form.before) {
        table_column(t, name, by, SAY(&desk->say, WORD_COL_RANK_BEFORE), ALIGN_CENTER, 3);
        table_display(t, DISPLAY_RANK);
    }
    if (form.change)
        table_column(t, name, by, SAY(&desk->say, WORD_COL_RANK_CHANGE), ALIGN_CENTER, 4);
}

static void add_rank_row(const struct desk *desk, struct table_builder *t, const struct lanes *lanes,
                         const struct area *area, struct rank_form form)
{
    table_cell(t, cell_text(area->name));
    for (size_t i = 0; i < lanes->count; i++) {
        const struct lane *lane = &lanes->items[i];
        struct topic topic = {area, lane->key.indicator, lane->key.measure, NULL};
        struct place place = desk_place(desk, lane->key.measure, lane->key.indicator, area);
        table_cell(t, lane_rank_cell(desk, &topic));
        if (form.before)
            table_cell(t, previous_cell(desk, &place));
        if (form.change)
            table_cell(t, moved_cell(desk, &place));
    }
}

static const struct table *ranks(const struct desk *desk, const struct lanes *lanes, struct rank_form form)
{
    struct table_builder t;
    struct areas areas = areas_below(desk);
    table_begin(&t, desk->arena, 3);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t i = 0; i < lanes->count; i++)
        add_rank_columns(desk, &t, &lanes->items[i], form);
    for (size_t i = 0; i < areas.count; i++)
        if (group_of(desk->engine, areas.items[i]))
            add_rank_row(desk, &t, lanes, areas.items[i], form);
    return table_end(&t);
}

/* Lanes with a place, in short form only those with a target, if there are any; an indicator by one measure only once,
 * however many targets it has. */
static struct lanes ranked_lanes(const struct desk *desk, bool full)
{
    struct lanes all = lanes_of(desk);
    struct lane *items = NULL;
    size_t count = 0;
    bool targeted = false;
    for (size_t i = 0; i < all.count; i++)
        targeted |= all.items[i].targeted;
    for (size_t i = 0; i < all.count; i++) {
        if (targeted && !full && !all.items[i].targeted)
            continue;
        const struct lane *lane = &all.items[i];
        const struct lane *last = count ? &items[count - 1] : NULL;
        bool same = last && last->key.indicator == lane->key.indicator &&
                    desk_rank_measure(desk, last->key.measure, last->key.indicator) ==
                        desk_rank_measure(desk, lane->key.measure, lane->key.indicator);
        if (!same && rank_shown(desk, lane))
            ARRAY_ADD(desk->arena, items, count, *lane);
    }
    return (struct lanes){items, count};
}

/* Without data of the period before nobody has moved. */
static bool previous_any(const struct desk *desk, const struct lanes *lanes)
{
    struct areas areas = areas_below(desk);
    for (size_t l = 0; l < lanes->count; l++)
        for (size_t i = 0; i < areas.count; i++) {
            const struct lane *lane = &lanes->items[l];
            if (desk_place(desk, lane->key.measure, lane->key.indicator, areas.items[i]).previous)
                return true;
        }
    return false;
}

bool ranks_any(const struct desk *desk)
{
    return ranked_lanes(desk, false).count > 0;
}

void tables_ranks(const struct desk *desk, struct builder *builder, bool full)
{
    struct lanes lanes = ranked_lanes(desk, full);
    bool moved = previous_any(desk, &lanes);
    struct rank_form form = {full && moved, moved};
    size_t room = MOST_RANK_COLUMNS / (1 + (size_t)form.before + (size_t)form.change);
    for (size_t first = 0; first < lanes.count; first += room) {
        struct lanes part = {lanes.items + first, lanes.count - first < room ? lanes.count - first : room};
        builder_table(builder, ranks(desk, &part, form));
    }
}
