/* SPDX-License-Identifier: MIT */
#include "proof/measures.h"

#include <string.h>

/* The columns of measures.csv, SPEC §6, up to the last that is looked at. */
enum { COLUMN_PERIOD, COLUMN_AREA, COLUMN_INDICATOR, COLUMN_MEASURE, COLUMN_VALUE, COLUMN_TEXT, COLUMNS };

/* The figures of an indicator in an area, as proof_figure has them. */
struct printed {
    const char **figures;
    size_t count;
    bool any; /* a level or a growth */
};

struct printed_measures {
    const struct dataset *dataset;
    struct arena *arena;
    struct printed *printed; /* [area->index * indicator_count + indicator->index] */
    const struct area *area; /* of the row before: rows stand by area */
};

/* Cuts the next field off, in its place; false behind the last of the line. */
static bool take_field(char **at, char **field, bool *last)
{
    char *read = *at, *write = *at;
    bool quoted = *read == '"';
    if (*last)
        return false;
    *field = write;
    for (read += quoted; *read && (quoted || (*read != ',' && *read != '\n')); read++) {
        if (quoted && *read == '"' && *++read != '"')
            break;
        *write++ = *read;
    }
    *last = *read != ',';
    *at = *read ? read + 1 : read;
    *write = '\0';
    return true;
}

static const char *without_apostrophe(const char *field)
{
    return *field == '\'' ? field + 1 : field;
}

static const struct area *area_of(struct printed_measures *p, const char *code)
{
    if (p->area && strcmp(p->area->code, code) == 0)
        return p->area;
    for (size_t i = 0; i < p->dataset->area_count; i++)
        if (strcmp(p->dataset->areas[i].code, code) == 0)
            return p->area = &p->dataset->areas[i];
    return NULL;
}

static const struct indicator *indicator_of(const struct printed_measures *p, const char *id)
{
    for (size_t i = 0; i < p->dataset->indicator_count; i++)
        if (strcmp(p->dataset->indicators[i].id, id) == 0)
            return &p->dataset->indicators[i];
    return NULL;
}

static struct printed *printed_of(const struct printed_measures *p, const struct indicator *indicator,
                                  const struct area *area)
{
    return &p->printed[area->index * p->dataset->indicator_count + indicator->index];
}

static void take_row(struct printed_measures *p, char *const fields[COLUMNS])
{
    const struct area *area = area_of(p, without_apostrophe(fields[COLUMN_AREA]));
    const struct indicator *indicator = indicator_of(p, without_apostrophe(fields[COLUMN_INDICATOR]));
    const char *text = fields[COLUMN_TEXT], *measure = fields[COLUMN_MEASURE];
    char figure[FIGURE_MOST];
    if (!area || !indicator || !proof_figure(text + strcspn(text, "0123456789"), figure))
        return;
    struct printed *printed = printed_of(p, indicator, area);
    const char *kept = arena_string(p->arena, figure);
    ARRAY_ADD(p->arena, printed->figures, printed->count, kept);
    printed->any = printed->any ||
                   ((strcmp(measure, "value") == 0 || strcmp(measure, "yoy") == 0 || strcmp(measure, "change") == 0) &&
                    *fields[COLUMN_VALUE]);
}

static bool known(const void *context, const struct indicator *indicator, const struct area *area, const char *figure)
{
    const struct printed *printed = printed_of(context, indicator, area);
    for (size_t i = 0; i < printed->count; i++)
        if (strcmp(printed->figures[i], figure) == 0)
            return true;
    return false;
}

static bool any(const void *context, const struct indicator *indicator, const struct area *area)
{
    return printed_of(context, indicator, area)->any;
}

struct proof_figures proof_published(const struct dataset *dataset, char *bytes, struct arena *arena)
{
    struct printed_measures *p = arena_alloc(arena, sizeof *p);
    *p = (struct printed_measures){.dataset = dataset, .arena = arena};
    p->printed = arena_alloc(arena, (dataset->area_count * dataset->indicator_count + 1) * sizeof *p->printed);
    for (char *at = bytes; *at;) {
        char *fields[COLUMNS] = {NULL}, *field;
        size_t count = 0;
        bool last = false;
        while (take_field(&at, &field, &last)) {
            if (count < COLUMNS)
                fields[count] = field;
            count++;
        }
        if (count >= COLUMNS)
            take_row(p, fields);
    }
    return (struct proof_figures){any, known, p};
}
