/* SPDX-License-Identifier: MIT */
/* Where an area stands among those of its group: beside its own figures the best, the middle and the worst of them, and
 * nobody's name. */
#include "compute/rank.h"
#include "compute/spread.h"
#include "tables/area_tables.h"
#include "tables/table_parts.h"
#include "words/gap.h"
#include "words/goal.h"
#include "words/lane_list.h"

struct list {
    const struct desk *desk;
    const struct group *group;
    struct table_builder t;
    size_t fewer; /* figures were there for fewer areas than the group has */
};

/* Bands, in the order of the table: figures of one sort below each other. */
enum band { BAND_GROWTH, BAND_PACE, BAND_DUE, BAND_OTHER, BANDS };

static enum band band_of(enum gap_kind kind)
{
    return kind == GAP_GROWTH ? BAND_GROWTH : kind == GAP_PACE ? BAND_PACE : kind == GAP_DUE ? BAND_DUE : BAND_OTHER;
}

/* Which kind of figure a target's line is about; GAP_NONE: it has none, since nothing is judged or compared. */
static enum gap_kind kind_of(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || topic_is_uncounted(topic) || v->elsewhere || v->early || v->spanning || v->kind == VERDICT_NO_DATA ||
        verdict_good(v) == GOOD_WITHIN || verdict_good(v) == GOOD_NOWHERE)
        return GAP_NONE;
    enum gap_kind kind = topic_gap_kind(desk, topic);
    return kind == GAP_PLACE ? GAP_NONE : kind;
}

/* What is compared: the figure itself, the progress, or how many more or fewer than are due. */
static struct shown own_figure(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    return kind == GAP_PACE  ? topic_progress(desk, topic)
           : kind == GAP_DUE ? topic_signed_gap(desk, topic, kind)
                             : topic_actual(desk, topic);
}

static const struct number *figure_of(const struct desk *desk, struct target_key key, const struct area *area,
                                      enum gap_kind kind)
{
    const struct composer *composer = desk->composer;
    const struct verdict *v = verdicts_find(composer->verdicts, composer->verdict_count, key, area);
    if (!v || v->incomplete || !v->actual)
        return NULL;
    if (kind == GAP_GROWTH || kind == GAP_SHARE || kind == GAP_LEVEL)
        return v->actual;
    if (!v->target || !v->accumulating)
        return NULL;
    struct topic topic = topic_of_verdict(v);
    return own_figure(desk, &topic, kind).number;
}

static enum better better_of(const struct topic *topic, enum gap_kind kind)
{
    return kind != GAP_DUE && verdict_good(topic->verdict) == GOOD_BELOW ? BETTER_LOWER : BETTER_HIGHER;
}

/* 3/8; 并列 behind it where another area has the same. */
static struct cell place_cell(const struct desk *desk, const struct rank *place)
{
    if (!place->rank || place->of < 2)
        return cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    const char *text = arena_format(desk->arena, "%d/%d", place->rank, place->of);
    return cell_number(arena_format(desk->arena, "%d", place->rank),
                       place->tied ? FILL(&desk->say, WORD_PLACE_TIED, "位次", text) : text);
}

static struct cell own_cell(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    struct cell cell;
    if (kind == GAP_DUE)
        cell = cell_text(arena_format(desk->arena, "%s/%s", shown_text(&desk->say, topic_actual(desk, topic)),
                                      shown_text(&desk->say, shown_of(&desk->say, topic->verdict->target_value, 0))));
    else
        cell = shown_cell(desk, own_figure(desk, topic, kind));
    cell.strong = true;
    return cell;
}

static struct cell due_cell(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    return kind == GAP_PACE  ? shown_cell(desk, topic_pace(desk, topic))
           : kind == GAP_DUE ? shown_cell(desk, topic_due(topic))
                             : goal_number_cell(desk, topic);
}

/* What is behind is told by its tone, as in the table above it. */
static struct cell gap_cell(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    struct cell cell = topic_gap_cell(desk, topic, kind);
    cell.mark = MARK_NONE;
    if (topic_standing(topic) == STANDING_BEHIND)
        cell.tone = topic_verdict(desk, topic).tone;
    return cell;
}

/* A difference has its sign. */
static struct cell spread_cell(const struct desk *desk, const struct number *number, int decimals, enum gap_kind kind)
{
    struct shown figure = shown_of(&desk->say, number, decimals);
    struct cell cell = shown_cell(desk, figure);
    if (kind == GAP_DUE && shown_sign(figure) > 0)
        cell.text = FILL(&desk->say, WORD_CELL_FASTER, "值", cell.text);
    return number ? cell : cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
}

static void add_row(struct list *list, const struct topic *topic, enum gap_kind kind)
{
    const struct desk *desk = list->desk;
    const struct group *group = list->group;
    struct table_builder *t = &list->t;
    const struct number **numbers = arena_alloc(desk->arena, group->count * sizeof *numbers);
    size_t own = 0;
    for (size_t i = 0; i < group->count; i++) {
        numbers[i] = figure_of(desk, topic->verdict->key, group->members[i], kind);
        own = group->members[i] == topic->area ? i : own;
    }
    enum better better = better_of(topic, kind);
    struct spread spread = spread_of(desk->arena, numbers, group->count, better);
    const struct rank *places = rank_numbers(desk->arena, numbers, group->count, better);
    int decimals = own_figure(desk, topic, kind).decimals;
    list->fewer += spread.count < group->count;
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, own_cell(desk, topic, kind));
    table_cell(t, due_cell(desk, topic, kind));
    table_cell(t, gap_cell(desk, topic, kind));
    table_cell(t, place_cell(desk, &places[own]));
    table_cell(t, spread_cell(desk, spread.best, decimals, kind));
    table_cell(t, spread_cell(desk, spread.median, decimals, kind));
    table_cell(t, spread_cell(desk, spread.worst, decimals, kind));
}

/* Those behind first. */
static void add_band(struct list *list, const struct topics *topics, enum band band)
{
    static const enum word words[BANDS] = {WORD_PLACE_BAND_GROWTH, WORD_PLACE_BAND_PACE, WORD_PLACE_BAND_DUE,
                                           WORD_PLACE_BAND_OTHER};
    bool begun = false;
    for (int behind = 1; behind >= 0; behind--)
        for (size_t i = 0; i < topics->count; i++) {
            const struct topic *topic = &topics->items[i];
            enum gap_kind kind = kind_of(list->desk, topic);
            if (kind == GAP_NONE || band_of(kind) != band ||
                (topic_standing(topic) == STANDING_BEHIND) != (behind == 1))
                continue;
            if (!begun)
                table_band(&list->t, SAY(&list->desk->say, words[band]));
            begun = true;
            add_row(list, topic, kind);
        }
}

static void begin(struct list *list)
{
    static const struct table_head heads[] = {
        {WORD_COL_INDICATOR, ALIGN_LEFT, 12}, {WORD_PLACE_OWN, ALIGN_RIGHT, 4},   {WORD_PLACE_DUE, ALIGN_RIGHT, 4},
        {WORD_COL_GAP, ALIGN_RIGHT, 4},       {WORD_COL_RANK, ALIGN_CENTER, 5},   {WORD_PLACE_BEST, ALIGN_RIGHT, 4},
        {WORD_PLACE_MEDIAN, ALIGN_RIGHT, 4},  {WORD_PLACE_WORST, ALIGN_RIGHT, 4},
    };
    table_begin(&list->t, list->desk->arena, 1);
    table_columns(list->desk, &list->t, heads, sizeof heads / sizeof *heads);
}

const struct table *table_place(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    struct list list = {.desk = desk, .group = group_of(desk->engine, desk->area)};
    if (!list.group || list.group->count < SPREAD_LEAST)
        return NULL;
    struct topics topics = topics_of(desk, desk->area);
    begin(&list);
    for (enum band band = 0; band < BANDS; band++)
        add_band(&list, &topics, band);
    if (!list.t.cell_count)
        return NULL;
    list.t.table.title = FILL(p, WORD_PLACE_TITLE, "地区", desk->area->name, "组",
                              group_counted(desk, list.group->count, list.group->name));
    table_note(&list.t, SAY(p, WORD_PLACE_NOTE));
    if (list.fewer)
        table_note(&list.t, SAY(p, WORD_PLACE_NOTE_FEWER));
    return table_end(&list.t);
}
