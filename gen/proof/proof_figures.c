/* SPDX-License-Identifier: MIT */
/* Figures in finished tables: a row of an indicator, under the heads that say what its cells are. */
#include "compute/target.h"
#include "proof/proof_inside.h"

#include <string.h>

/* ---- figures ---- */

bool proof_figure(const char *cell, char figure[FIGURE_MOST])
{
    const char *at = cell;
    size_t length = 0;
    bool point = false;
    for (const char *next = at; *next == '+' || (text_is_dash(text_next(&next)) && next > at); next += *at == '+')
        at = *at == '+' ? at + 1 : next;
    for (; length < FIGURE_MOST - 1 && ((*at >= '0' && *at <= '9') || (*at == '.' && length && !point)); at++) {
        point = point || *at == '.';
        figure[length++] = *at;
    }
    if (!length || length == FIGURE_MOST - 1 || *at == '/')
        return false;
    while (point && (figure[length - 1] == '0' || figure[length - 1] == '.'))
        point = figure[--length] != '.';
    figure[length] = '\0';
    return true;
}

/* 减亏7.5: the amount counts. */
static const char *from_digit(const char *text)
{
    return text + strcspn(text, "0123456789");
}

static bool result_is(const struct proof *proof, enum measure measure, struct subject s, const char *figure)
{
    char own[FIGURE_MOST];
    const struct result *r = measure_of(proof->composer->engine, measure, s);
    struct arena *arena = arena_new();
    const char *text = result_text(arena, r, measure, s.indicator, proof->composer->dataset->settings.rounding);
    bool same = proof_figure(from_digit(text), own) && strcmp(own, figure) == 0;
    arena_free(arena);
    return same;
}

static bool is_result(const void *context, const struct indicator *indicator, const struct area *area,
                      const char *figure)
{
    const struct proof *proof = context;
    struct engine *engine = proof->composer->engine;
    for (enum measure m = 0; m < MEASURE_COUNT; m++) {
        struct subject s = {indicator, area, proof->composer->period, 0};
        if (!measure_exists(engine, m, indicator, area, s.period))
            continue;
        s.from = target_from(engine, m, indicator, area, s.period);
        if (result_is(proof, m, s, figure))
            return true;
    }
    return false;
}

static bool has_result(const void *context, const struct indicator *indicator, const struct area *area)
{
    static const enum measure shown[] = {MEASURE_VALUE, MEASURE_YOY, MEASURE_CHANGE};
    const struct proof *proof = context;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        struct subject s = {indicator, area, proof->composer->period, 0};
        if (measure_applies(shown[i], indicator) && measure_of(proof->composer->engine, shown[i], s)->number)
            return true;
    }
    return false;
}

struct proof_figures proof_results(const struct proof *proof)
{
    return (struct proof_figures){has_result, is_result, proof};
}

static bool is_number(const struct proof *proof, const struct number *number, int decimals, const char *figure)
{
    char own[FIGURE_MOST];
    struct arena *arena = arena_new();
    const struct number *printed =
        number ? number_round(arena, number, decimals, proof->composer->dataset->settings.rounding) : NULL;
    bool same = printed && proof_figure(number_plain(arena, printed, decimals), own) && strcmp(own, figure) == 0;
    arena_free(arena);
    return same;
}

/* Of few things the growth is told as how many more there are than a year before. */
static bool is_rise(const struct proof *proof, const struct indicator *indicator, const struct area *area,
                    const char *figure)
{
    struct engine *engine = proof->composer->engine;
    struct subject now = {indicator, area, proof->composer->period, 0}, before = now;
    before.period = period_year_before(now.period, 1);
    const struct result *v = measure_of(engine, MEASURE_VALUE, now), *base = measure_of(engine, MEASURE_VALUE, before);
    if (!v->printed || !base->printed)
        return false;
    struct arena *arena = arena_new();
    const struct number *rise = number_subtract(arena, v->printed, base->printed);
    bool same = is_number(proof, rise, measure_decimals(MEASURE_VALUE, indicator), figure);
    arena_free(arena);
    return same;
}

static bool is_of_verdict(const struct proof *proof, const struct verdict *v, const char *figure)
{
    enum { MOST_DECIMALS = 10 };
    const struct number *const numbers[] = {
        v->goal,      v->upper,    v->target_value, v->target ? v->target->stretch : NULL, v->gap, v->due, v->to_do,
        v->per_month, v->progress, v->pace};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (is_number(proof, numbers[i], MOST_DECIMALS, figure))
            return true;
    return false;
}

bool proof_of_target(const struct proof *proof, const struct indicator *indicator, const struct area *area,
                     bool actual_only, const char *figure)
{
    const struct composer *c = proof->composer;
    for (size_t i = 0; i < c->verdict_count; i++) {
        const struct verdict *v = &c->verdicts[i];
        if ((area && v->area != area) || v->key.indicator != indicator)
            continue;
        if (is_number(proof, v->actual, measure_decimals(v->key.measure, indicator), figure) ||
            (!actual_only && is_of_verdict(proof, v, figure)))
            return true;
    }
    return false;
}

/* ---- tables ---- */

/* Where a table's heads stand that have been met; HEADS_APART rows on they are another table's. */
struct heads {
    long row;
    bool indicator, level, growth;
    long level_column, growth_column;
};

enum { HEADS_APART = 4 };

static bool take_head(const struct proof *proof, const struct found_cell *cell, struct heads *heads)
{
    bool growth =
        strcmp(cell->text, proof->growth_head) == 0 ||
        (strlen(cell->text) == proof->growth_stem && strncmp(cell->text, proof->growth_head, proof->growth_stem) == 0);
    bool level = strcmp(cell->text, proof->level_head) == 0;
    bool indicator = strcmp(cell->text, proof->indicator_head) == 0;
    if (!growth && !level && !indicator)
        return false;
    if (cell->row > heads->row + HEADS_APART)
        *heads = (struct heads){.row = cell->row};
    heads->row = cell->row;
    heads->indicator |= indicator;
    if (level)
        heads->level = true, heads->level_column = cell->column;
    if (growth)
        heads->growth = true, heads->growth_column = cell->column;
    return true;
}

/* The indicator that a cell is the name of; behind it may stand which of its targets is meant: 工业投资（总量）. */
static const struct indicator *labelled(const struct proof *proof, const char *text)
{
    const struct name *name = proof_name_at(proof, text);
    if (!name || !name->indicator || (text[name->length] && text[name->length] != '('))
        return NULL;
    return name->indicator;
}

struct row {
    const struct found_cell *cells;
    size_t count;
};

static struct row row_from(const struct found *found, size_t first)
{
    size_t end = first;
    while (end < found->cell_count && found->cells[end].row == found->cells[first].row)
        end++;
    return (struct row){found->cells + first, end - first};
}

/* Where columns are exact each figure under the heads must be the area's; else one of the figures behind the name. Of
 * what nobody has reported the row has a target at most. */
static const struct found_cell *wrong_in_row(const struct proof *proof, const struct proof_figures *figures,
                                             const struct proof_file *file, const struct indicator *indicator,
                                             struct row row, const struct heads *heads, bool exact)
{
    const struct found_cell *first = NULL;
    if (!figures->any(figures->context, indicator, file->area))
        return NULL;
    const struct found_cell *cells = row.cells;
    for (size_t i = 0; i < row.count; i++) {
        const struct found_cell *cell = cells + i;
        bool headed = (heads->level && cell->column == heads->level_column) ||
                      (heads->growth && cell->column == heads->growth_column);
        char figure[FIGURE_MOST];
        if ((exact && !headed) || !proof_figure(cell->text, figure))
            continue;
        bool known = figures->known(figures->context, indicator, file->area, figure) ||
                     proof_of_target(proof, indicator, file->area, true, figure) ||
                     is_rise(proof, indicator, file->area, figure);
        if (exact && !known)
            return cell;
        if (!exact && known)
            return NULL;
        /* Nor is a target one of the figures. */
        if (!first && !strchr(cell->text, '%') && !proof_of_target(proof, indicator, file->area, false, figure))
            first = cell;
    }
    return exact ? NULL : first;
}

/* What is said below a table, or above the next thing: no cell of a table's. */
static bool ends_table(struct row row)
{
    for (size_t i = 0; i < row.count; i++)
        if (strpbrk(row.cells[i].text, ",;:") || strstr(row.cells[i].text, "。"))
            return true;
    return false;
}

/* The part of the row behind the indicator's name. */
static struct row behind(struct row row, size_t label)
{
    return (struct row){row.cells + label + 1, row.count - label - 1};
}

const struct found_cell *proof_wrong_cell(const struct proof *proof, const struct proof_figures *figures,
                                          const struct proof_file *file, const struct found *found,
                                          const struct indicator **indicator)
{
    struct heads heads = {.row = -HEADS_APART - 1};
    for (size_t first = 0; first < found->cell_count;) {
        struct row row = row_from(found, first);
        bool head = false;
        for (size_t i = 0; i < row.count; i++)
            head |= take_head(proof, &row.cells[i], &heads);
        size_t label = 0;
        while (label < row.count && !(*indicator = labelled(proof, row.cells[label].text)))
            label++;
        if (!head && label == row.count && ends_table(row))
            heads = (struct heads){.row = -HEADS_APART - 1};
        bool table = !head && heads.indicator && (heads.level || heads.growth);
        if (table && label < row.count) {
            const struct found_cell *wrong =
                wrong_in_row(proof, figures, file, *indicator, behind(row, label), &heads, found->exact);
            if (wrong)
                return wrong;
        }
        first += row.count;
    }
    return NULL;
}
