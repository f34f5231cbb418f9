/* SPDX-License-Identifier: MIT */
#include "cli/previous.h"

#include "base/message.h"
#include "read/raw.h"

#include <string.h>
#include <unistd.h>

/* The columns that are compared, by their heads; the first four begin every row. */
enum { PERIOD, AREA, INDICATOR, MEASURE, OTHERS };
enum { VALUE = OTHERS, TEXT, FLAG, MEASURE_COLUMNS };
enum { TO = OTHERS, OP, TARGET, VERDICT, VERDICT_COLUMNS };
enum { MOST_COLUMNS = VERDICT_COLUMNS };

static const char *const measure_heads[] = {"period", "area", "indicator", "measure", "value", "text", "flag"};
static const char *const verdict_heads[] = {"period", "area", "indicator", "measure", "to", "op", "target", "verdict"};

struct reading {
    struct arena *arena;
    struct file_list *inputs;
    struct published *out;
    struct published_row *rows;
};

static bool find_columns(const struct raw_row *header, const char *const *heads, size_t count, size_t *columns)
{
    for (size_t i = 0; i < count; i++) {
        size_t c = 0;
        while (c < header->count && strcmp(raw_text(header, c), heads[i]) != 0)
            c++;
        if (c == header->count)
            return false;
        columns[i] = c;
    }
    return true;
}

/* Without the apostrophe that keeps a spreadsheet from running the text (SPEC §6). */
static const char *words(const struct raw_row *row, size_t column)
{
    const char *text = raw_text(row, column);
    return text[0] == '\'' && text[1] && strchr("=+-@", text[1]) ? text + 1 : text;
}

static void add(struct reading *r, struct published_row row)
{
    ARRAY_ADD(r->arena, r->rows, r->out->count, row);
}

static struct published_row begin(struct reading *r, const struct raw_row *row, const size_t *columns)
{
    if (!*r->out->period)
        r->out->period = raw_text(row, columns[PERIOD]);
    return (struct published_row){
        .area = words(row, columns[AREA]),
        .indicator = words(row, columns[INDICATOR]),
        .measure = raw_text(row, columns[MEASURE]),
        .to = "",
        .exact = "",
    };
}

static void take_measure(struct reading *r, const struct raw_row *row, const size_t *columns)
{
    struct published_row figure = begin(r, row, columns);
    figure.kind = PUBLISHED_FIGURE;
    figure.text = raw_text(row, columns[TEXT]);
    figure.exact = arena_format(r->arena, "%s %s", raw_text(row, columns[VALUE]), raw_text(row, columns[FLAG]));
    add(r, figure);
}

static void take_verdict(struct reading *r, const struct raw_row *row, const size_t *columns)
{
    struct published_row verdict = begin(r, row, columns);
    const char *op = raw_text(row, columns[OP]);
    verdict.to = raw_text(row, columns[TO]);
    verdict.kind = PUBLISHED_VERDICT;
    verdict.text = raw_text(row, columns[VERDICT]);
    add(r, verdict);
    verdict.kind = PUBLISHED_TARGET;
    verdict.text = *op ? arena_format(r->arena, "%s %s", op, raw_text(row, columns[TARGET])) : "";
    add(r, verdict);
}

static bool read_table(struct reading *r, const char *dir, const char *file, const char *const *heads, size_t count,
                       void (*take)(struct reading *, const struct raw_row *, const size_t *))
{
    /* What is wrong with an old table is nothing to tell of this run's input. */
    struct findings unused = {.arena = r->arena};
    struct raw_table table;
    size_t columns[MOST_COLUMNS];
    if (!raw_table_read(dir, file, r->arena, &unused, r->inputs, &table) || unused.count ||
        !find_columns(&table.rows[0], heads, count, columns))
        return false;
    for (size_t i = 1; i < table.row_count; i++)
        take(r, &table.rows[i], columns);
    return true;
}

const struct published *previous_read(const char *dir, struct arena *arena, struct file_list *inputs,
                                      const char **error)
{
    struct published *out = arena_alloc(arena, sizeof *out);
    struct reading r = {.arena = arena, .inputs = inputs, .out = out};
    out->period = "";
    bool ours = access(arena_format(arena, "%s/SHA256SUMS", dir), R_OK) == 0 &&
                read_table(&r, dir, "data/verdicts.csv", verdict_heads, VERDICT_COLUMNS, take_verdict) &&
                read_table(&r, dir, "data/measures.csv", measure_heads, MEASURE_COLUMNS, take_measure);
    out->rows = r.rows;
    if (ours)
        return out;
    *error = arena_format(arena,
                          _("--previous 要指向本程序发布的文件夹（其中有 SHA256SUMS、data/measures.csv 和 "
                            "data/verdicts.csv）：'%s'"),
                          dir);
    return NULL;
}
