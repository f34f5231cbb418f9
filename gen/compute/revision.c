/* SPDX-License-Identifier: MIT */
#include "compute/revision.h"

#include "check/names.h"
#include "check/understood.h"
#include "compute/rank.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct search {
    struct engine *engine;
    struct arena *arena;
    const struct dataset *dataset;
    struct period period;
    const struct earlier_issue *issue;
    const struct published *now;
    const struct verdict *verdicts;
    size_t verdict_count;
    struct changes changes;
    struct moved *moved;
    size_t moved_count;
    bool *used;                   /* by index of `moved` */
    const struct moved **by_cell; /* those with a cell, by its address */
    size_t by_cell_count;
    struct published_finder old, new, changed;
};

/* ---- the cells: by the earlier issue's own tables ---- */

static const char *raw_of(struct search *s, const struct dataset *dataset, const struct indicator *indicator,
                          const struct figure *figure)
{
    struct understood_cell cell;
    if (!figure || !figure->file)
        return "";
    if (understood_find(dataset, indicator, figure, &cell))
        return understood_text(&cell);
    return figure->number ? number_plain(s->arena, figure->number, 10) : "";
}

static bool same_number(const struct figure *a, const struct figure *b)
{
    const struct number *left = a ? a->number : NULL, *right = b ? b->number : NULL;
    return left && right ? number_compare(left, right) == 0 : left == right;
}

static void add_moved(struct search *s, struct moved moved)
{
    ARRAY_ADD(s->arena, s->moved, s->moved_count, moved);
}

static void compare_figures(struct search *s, struct moved of, const struct indicator *old, const struct figure *before,
                            const struct figure *now)
{
    if (same_number(before, now))
        return;
    const struct figure *place = now && now->file ? now : before;
    of.cell = now && now->file ? now : NULL;
    of.file = place->file;
    of.line = place->line;
    of.column = place->column ? place->column : "";
    of.before = old ? raw_of(s, s->issue->inputs, old, before) : "";
    of.now = raw_of(s, s->dataset, of.indicator, now);
    add_moved(s, of);
}

static const struct figure *figure_at(const struct observation *observation, enum field field)
{
    return observation ? &observation->figures[field] : NULL;
}

/* Of one series: each period of either, up to the issue's own. */
static void compare_series(struct search *s, struct moved of, const struct indicator *old, const struct series *before)
{
    const struct series *now = dataset_series(s->dataset, of.indicator, of.area);
    size_t old_count = before ? before->count : 0;
    for (size_t i = 0; i < now->count + old_count; i++) {
        bool of_now = i < now->count;
        of.period = of_now ? now->items[i].period : before->items[i - now->count].period;
        if (period_compare(of.period, s->period) > 0 || (!of_now && series_at(now, of.period)))
            continue;
        const struct observation *was = before ? series_at(before, of.period) : NULL;
        const struct observation *is = of_now ? &now->items[i] : NULL;
        for (of.field = FIELD_VALUE; of.field < FIELD_COUNT; of.field++)
            compare_figures(s, of, old, figure_at(was, of.field), figure_at(is, of.field));
    }
}

static void compare_inputs(struct search *s)
{
    const struct dataset *d = s->dataset, *was = s->issue->inputs;
    for (size_t a = 0; a < d->area_count; a++) {
        const struct area *area = area_by_code(was, d->areas[a].code);
        for (size_t i = 0; i < d->indicator_count; i++) {
            const struct indicator *old = indicator_by_id(was, d->indicators[i].id);
            const struct series *before = area && old ? dataset_series(was, old, area) : NULL;
            compare_series(s, (struct moved){.indicator = &d->indicators[i], .area = &d->areas[a]}, old, before);
        }
    }
}

/* ---- the cells: by what the earlier issue printed of them ---- */

static bool field_of(const char *id, enum field *field)
{
    for (*field = FIELD_VALUE; *field < FIELD_COUNT; (*field)++)
        if (strcmp(measure_id(field_measure(*field)), id) == 0)
            return true;
    return false;
}

/* The cell of the area's own row, whichever of the two spellings of a period it stands under. */
static const struct figure *own_cell(const struct search *s, const struct moved *of)
{
    const struct series *series = dataset_series(s->dataset, of->indicator, of->area);
    for (size_t i = 0; i < series->count; i++) {
        const struct observation *observation = &series->items[i];
        bool same = observation->period.year == s->period.year &&
                    period_months(observation->period) == period_months(s->period);
        if (same && observation->figures[of->field].file)
            return &observation->figures[of->field];
    }
    return NULL;
}

static void take_place(struct search *s, struct moved *of, const char *place)
{
    const char *colon = strrchr(place, ':');
    of->file = colon ? arena_string_n(s->arena, place, (size_t)(colon - place)) : place;
    of->line = colon ? atoi(colon + 1) : 0;
    of->column = "";
}

/* A row that was or is reported, and has another value now. */
static void compare_row(struct search *s, const struct published_row *was, const struct published_row *is)
{
    const struct published_row *row = is ? is : was;
    assert(row);
    struct moved of = {.indicator = indicator_by_id(s->dataset, row->indicator),
                       .area = area_by_code(s->dataset, row->area),
                       .period = s->period,
                       .as_read = true};
    bool reported = (was && *was->place) || (is && *is->place);
    if (!of.indicator || !of.area || !reported || !field_of(row->measure, &of.field))
        return;
    of.cell = own_cell(s, &of);
    of.before = was && *was->place ? arena_string_n(s->arena, was->exact, strcspn(was->exact, " ")) : "";
    of.now = of.cell ? raw_of(s, s->dataset, of.indicator, of.cell) : "";
    if (of.cell) {
        of.file = of.cell->file;
        of.line = of.cell->line;
        of.column = of.cell->column ? of.cell->column : "";
    } else {
        take_place(s, &of, was && *was->place ? was->place : "");
    }
    add_moved(s, of);
}

static void compare_rows(struct search *s)
{
    for (size_t i = 0; i < s->now->count; i++) {
        const struct published_row *is = &s->now->rows[i], *was = published_find(&s->old, is);
        if (is->kind == PUBLISHED_FIGURE && !(was && strcmp(was->exact, is->exact) == 0))
            compare_row(s, was, is);
    }
    for (size_t i = 0; i < s->issue->published->count; i++) {
        const struct published_row *was = &s->issue->published->rows[i];
        if (was->kind == PUBLISHED_FIGURE && !published_find(&s->new, was))
            compare_row(s, was, NULL);
    }
}

static int compare_moved(const void *left, const void *right)
{
    const struct moved *a = left, *b = right;
    int order = strcmp(a->file, b->file);
    if (!order)
        order = (a->line > b->line) - (a->line < b->line);
    if (!order && a->cell && b->cell)
        order = (a->cell->at > b->cell->at) - (a->cell->at < b->cell->at);
    if (!order)
        order = (a->indicator->index > b->indicator->index) - (a->indicator->index < b->indicator->index);
    if (!order)
        order = (a->area->index > b->area->index) - (a->area->index < b->area->index);
    if (!order)
        order = period_compare(a->period, b->period);
    return order ? order : (a->field > b->field) - (a->field < b->field);
}

/* ---- targets ---- */

/* A target that says what it asks for itself, rather than by another figure. */
static bool is_own(const struct target *target)
{
    return !target->of_parent && !target->of_area && ops[target->op].against != AGAINST_YEAR_BEFORE;
}

static bool has_moved(const struct search *s, const struct target *target)
{
    for (size_t i = s->moved_count; i-- > 0 && s->moved[i].target;)
        if (s->moved[i].target == target)
            return true;
    return false;
}

/* One row of targets.csv may hold for many areas, and has moved once. */
static void add_targets(struct search *s)
{
    for (size_t i = 0; i < s->changes.count; i++) {
        const struct change *change = &s->changes.items[i];
        const struct published_row *row = row_of_change(change);
        const struct verdict *v = row->kind == PUBLISHED_TARGET && change->now
                                      ? published_verdict(s->verdicts, s->verdict_count, row, s->arena)
                                      : NULL;
        const struct target *target = v ? v->target : NULL;
        if (!target || !is_own(target) || has_moved(s, target))
            continue;
        add_moved(s, (struct moved){.indicator = v->key.indicator,
                                    .area = target->scope == SCOPE_AREA ? target->area : NULL,
                                    .period = s->period,
                                    .target = target,
                                    .file = target->file,
                                    .line = target->line,
                                    .column = "",
                                    .before = change->before ? change->before->text : "",
                                    .now = change->now->text});
    }
}

/* ---- from the changes back to the cells ---- */

static int compare_addresses(const void *left, const void *right)
{
    const struct figure *a = (*(const struct moved *const *)left)->cell,
                        *b = (*(const struct moved *const *)right)->cell;
    return (a > b) - (a < b);
}

static const struct moved *moved_of(const struct search *s, const struct figure *cell)
{
    struct moved sought = {.cell = cell};
    const struct moved *key = &sought;
    const struct moved **found =
        s->by_cell_count ? bsearch(&key, s->by_cell, s->by_cell_count, sizeof *s->by_cell, compare_addresses) : NULL;
    return found ? *found : NULL;
}

static void index_cells(struct search *s)
{
    for (size_t i = 0; i < s->moved_count; i++) {
        const struct moved *moved = &s->moved[i];
        if (moved->cell)
            ARRAY_ADD(s->arena, s->by_cell, s->by_cell_count, moved);
    }
    if (s->by_cell_count)
        qsort(s->by_cell, s->by_cell_count, sizeof *s->by_cell, compare_addresses);
}

static const struct published_row *changed_row(const struct search *s, enum published_kind kind,
                                               const struct published_row *like)
{
    struct published_row sought = *like;
    sought.kind = kind;
    if (kind == PUBLISHED_FIGURE || kind == PUBLISHED_RANK)
        sought.to = "";
    return published_find(&s->changed, &sought);
}

/* @R/CZ/value, as measures.csv calls a row of the whole region. */
static const struct published_row *changed_by_name(const struct search *s, const char *name)
{
    const char *slash = strchr(name, '/'), *last = strrchr(name, '/');
    if (*name != '@' || !slash || slash == last)
        return NULL;
    struct published_row sought = {.area = arena_string_n(s->arena, name + 1, (size_t)(slash - name - 1)),
                                   .indicator = arena_string_n(s->arena, slash + 1, (size_t)(last - slash - 1)),
                                   .measure = last + 1,
                                   .to = ""};
    return changed_row(s, PUBLISHED_FIGURE, &sought);
}

/* What a cause is being sought for. */
struct seeking {
    struct search *s;
    struct causes *causes;
    struct cause *items;
};

/* Each once; a moved cell is marked as one that something followed from. */
static void add_cause(struct seeking *k, const struct moved *moved, const struct published_row *row)
{
    if (!moved && !row)
        return;
    for (size_t i = 0; i < k->causes->count; i++)
        if (k->items[i].moved == moved && k->items[i].row == row)
            return;
    if (moved)
        k->s->used[moved - k->s->moved] = true;
    ARRAY_ADD(k->s->arena, k->items, k->causes->count, ((struct cause){moved, row}));
}

static void walk_inputs(struct seeking *k, const struct inputs *inputs)
{
    for (; inputs; inputs = inputs->first) {
        const struct published_row *row = NULL;
        if (inputs->figure)
            add_cause(k, moved_of(k->s, inputs->figure), NULL);
        else if (inputs->row && period_compare(inputs->period, k->s->period) == 0)
            row = changed_by_name(k->s, inputs->row->file);
        add_cause(k, NULL, row);
        if (row)
            return;
        walk_inputs(k, inputs->then);
    }
}

/* Where a figure is there no more, nothing leads from it to its cells. */
static void add_own_cells(struct seeking *k, const struct published_row *row)
{
    for (size_t i = 0; i < k->s->moved_count; i++) {
        const struct moved *moved = &k->s->moved[i];
        if (!moved->target && !strcmp(moved->indicator->id, row->indicator) && !strcmp(moved->area->code, row->area))
            add_cause(k, moved, NULL);
    }
}

static void seek_figure(struct seeking *k, const struct published_row *row)
{
    const struct indicator *indicator = indicator_by_id(k->s->dataset, row->indicator);
    const struct area *area = area_by_code(k->s->dataset, row->area);
    enum measure measure;
    if (indicator && area && measure_find(row->measure, &measure)) {
        const struct result *r = measure_at(k->s->engine, measure, indicator, area, k->s->period, k->s->period);
        const struct inputs *inputs = r->inputs;
        /* Its own row is no cause of itself. */
        if (inputs && inputs->row && !inputs->figure)
            inputs = inputs->first;
        walk_inputs(k, inputs);
    }
    if (!k->causes->count)
        add_own_cells(k, row);
}

static void seek_verdict(struct seeking *k, const struct published_row *row)
{
    const struct verdict *v = published_verdict(k->s->verdicts, k->s->verdict_count, row, k->s->arena);
    bool of_target = row->kind == PUBLISHED_TARGET;
    for (size_t i = 0; v && v->target && i < k->s->moved_count; i++)
        if (k->s->moved[i].target == v->target)
            add_cause(k, &k->s->moved[i], NULL);
    const struct target *target = v ? v->target : NULL;
    struct published_row other = *row;
    if (target && (target->of_parent || target->of_area)) {
        other.area = target->of_area ? target->of_area->code : v->area->parent ? v->area->parent->code : row->area;
        add_cause(k, NULL, changed_row(k->s, PUBLISHED_FIGURE, &other));
    }
    if (of_target)
        return;
    enum measure measure;
    bool known = v && measure_find(row->measure, &measure);
    if (known && measure_is_place(measure)) {
        other = *row;
        other.measure = measure_id(place_measure(measure, v->key.indicator));
        add_cause(k, NULL, changed_row(k->s, PUBLISHED_RANK, &other));
    }
    add_cause(k, NULL, changed_row(k->s, PUBLISHED_FIGURE, row));
    if (!k->causes->count)
        seek_figure(k, row);
}

/* ---- which figure has made a rank flip ---- */

static int place_of(const struct published_row *row)
{
    return row ? atoi(row->text) : 0;
}

/* −1, 0, 1: whether the one stands before, beside or behind the other; whoever has no rank stands last. */
static int order_of(int own, int other)
{
    int last = 1 << 20;
    return ((own ? own : last) > (other ? other : last)) - ((own ? own : last) < (other ? other : last));
}

/* The area's own figure, and those of the others that have come past it. */
static void seek_rank(struct seeking *k, const struct change *change)
{
    const struct published_row *row = row_of_change(change);
    const struct area *area = area_by_code(k->s->dataset, row->area);
    const struct group *group = area ? group_of(k->s->engine, area) : NULL;
    add_cause(k, NULL, changed_row(k->s, PUBLISHED_FIGURE, row));
    for (size_t i = 0; group && i < group->count; i++) {
        struct published_row other = *row;
        other.area = group->members[i]->code;
        const struct published_row *was = published_find(&k->s->old, &other);
        const struct published_row *is = published_find(&k->s->new, &other);
        int before = order_of(place_of(change->before), place_of(was));
        if (group->members[i] != area && before != order_of(place_of(change->now), place_of(is)))
            add_cause(k, NULL, changed_row(k->s, PUBLISHED_FIGURE, &other));
    }
}

static struct causes seek(struct search *s, const struct change *change)
{
    struct causes causes = {0};
    struct seeking k = {.s = s, .causes = &causes};
    const struct published_row *row = row_of_change(change);
    if (row->kind == PUBLISHED_FIGURE)
        seek_figure(&k, row);
    else if (row->kind == PUBLISHED_RANK)
        seek_rank(&k, change);
    else
        seek_verdict(&k, row);
    causes.items = k.items;
    return causes;
}

/* ---- the whole ---- */

static void index_changes(struct search *s)
{
    struct published_row *rows = NULL;
    struct published changed = {.period = ""};
    for (size_t i = 0; i < s->changes.count; i++) {
        const struct change *change = &s->changes.items[i];
        ARRAY_ADD(s->arena, rows, changed.count, *row_of_change(change));
    }
    changed.rows = rows;
    s->changed = published_finder(&changed, s->arena);
}

/* Only the cells from which something followed, in the order of the tables. */
static void keep_used(struct search *s, struct revision *revision, struct causes *causes)
{
    struct moved *kept = arena_alloc(s->arena, (s->moved_count + 1) * sizeof *kept);
    size_t *at = arena_alloc(s->arena, (s->moved_count + 1) * sizeof *at);
    for (size_t i = 0; i < s->moved_count; i++)
        if (s->used[i]) {
            at[i] = revision->moved_count;
            kept[revision->moved_count++] = s->moved[i];
        }
    for (size_t i = 0; i < s->changes.count; i++) {
        struct cause *items = arena_copy(s->arena, causes[i].items, causes[i].count * sizeof *items);
        for (size_t c = 0; c < causes[i].count; c++)
            if (items[c].moved)
                items[c].moved = &kept[at[items[c].moved - s->moved]];
        causes[i].items = items;
    }
    revision->moved = kept;
    revision->causes = causes;
}

const struct revision *revision_of(struct engine *engine, struct period period, const struct verdict *verdicts,
                                   size_t verdict_count, const struct earlier_issue *issue)
{
    struct arena *arena = engine_arena(engine);
    struct search s = {.engine = engine,
                       .arena = arena,
                       .dataset = engine_dataset(engine),
                       .period = period,
                       .issue = issue,
                       .now = published_now(engine, period, verdicts, verdict_count),
                       .verdicts = verdicts,
                       .verdict_count = verdict_count};
    s.changes = changes_between(issue->published, s.now, arena);
    s.old = published_finder(issue->published, arena);
    s.new = published_finder(s.now, arena);
    if (issue->inputs)
        compare_inputs(&s);
    else
        compare_rows(&s);
    if (s.moved_count)
        qsort(s.moved, s.moved_count, sizeof *s.moved, compare_moved);
    add_targets(&s);
    s.used = arena_alloc(arena, s.moved_count + 1);
    index_cells(&s);
    index_changes(&s);
    struct revision *revision = arena_alloc(arena, sizeof *revision);
    struct causes *causes = arena_alloc(arena, (s.changes.count + 1) * sizeof *causes);
    for (size_t i = 0; i < s.changes.count; i++)
        causes[i] = seek(&s, &s.changes.items[i]);
    revision->issue = issue;
    revision->changes = s.changes;
    keep_used(&s, revision, causes);
    return revision;
}
