/* SPDX-License-Identifier: MIT */
/* data/: every table read in its shape, the readings sorted, merged and laid out as the dataset's series. */
#include "base/text.h"
#include "check/levels.h"
#include "check/period_columns.h"
#include "check/shape.h"
#include "read/book.h"
#include "read/folder.h"

#include <stdlib.h>
#include <string.h>

/* ---- the files ---- */

/* Returned forms lie in a folder of their own, for each period if it has many (SPEC §1). */
#define RETURNS "上报"

/* data/ itself has been looked through for what nobody reads, and its faults told. */
static void list_folder(struct loader *loader, const char *below, int depth, struct strings *files)
{
    size_t count;
    const char *folder = arena_format(loader->arena, "%s/%s", loader->folder, below);
    const char *const *names = depth ? folder_read(loader->folder, below, NULL, loader->arena, loader->findings, &count)
                                     : folder_list(loader->arena, folder, NULL, &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_format(loader->arena, "%s%s", below, names[i]);
        if (folder_is_lock(names[i]) && depth > 0)
            FINDING(loader->findings, RULE_FILE_LOCK, &(struct where){.file = path}, path);
        else if (!folder_is_lock(names[i]) && (text_ends(names[i], ".csv") || book_is(names[i])))
            strings_add(files, loader->arena, path);
        else if (depth == 0 ? !strcmp(names[i], RETURNS)
                            : depth == 1 && folder_exists(arena_format(loader->arena, "%s/%s", loader->folder, path)))
            list_folder(loader, arena_format(loader->arena, "%s/", path), depth + 1, files);
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The tables' files in data/ by name, so that the order of the directory changes nothing. Other files have been
 * reported.
 */
static const char **list_tables(struct loader *loader, size_t *count)
{
    struct strings files = {0};
    list_folder(loader, "data/", 0, &files);
    *count = files.count;
    if (*count)
        qsort(files.items, *count, sizeof *files.items, compare_names);
    return files.items;
}

/* Under keep_going what can't be read of a data table is a warning, whoever says so. */
static size_t read_raw(struct loader *loader, const char *file, const struct raw_table **tables)
{
    struct findings found = {.arena = loader->arena};
    size_t count = tables_of_file(loader->folder, file, loader->arena, &found, &loader->dataset->files, tables);
    for (size_t i = 0; i < found.count; i++) {
        struct finding finding = found.items[i];
        if (finding.severity == SEVERITY_ERROR && loader->keep_going && !rule_is_system(finding.rule))
            finding.severity = SEVERITY_WARNING;
        ARRAY_ADD(loader->findings->arena, loader->findings->items, loader->findings->count, finding);
        loader->findings->by_severity[finding.severity]++;
    }
    return count;
}

/* A table in sources.csv is as that says; the others tell their shape by their header. */
static void read_table(struct shape *shape, struct sources *sources, const struct raw_table *table)
{
    struct loader *loader = shape->loader;
    account_begin(loader, table);
    if (sources && sources_table_read(shape, sources, table))
        return;
    size_t header = tidy_header(loader, table);
    if (header < table->row_count) {
        tidy_read(shape, table, header);
        return;
    }
    header = period_header(loader, table);
    if (header < table->row_count)
        period_read(shape, table, header);
    else
        indicator_read(shape, table);
}

static void read_file(struct shape *shape, struct sources *sources, const char *file)
{
    const struct raw_table *tables;
    size_t count = read_raw(shape->loader, file, &tables);
    for (size_t i = 0; i < count; i++)
        read_table(shape, sources, &tables[i]);
}

/* ---- sorting and merging ---- */

struct sorted {
    const struct reading *reading;
    size_t series;
};

/* By series, then period, then in the order read: addresses within one array. */
static int compare_readings(const void *left, const void *right)
{
    const struct sorted *a = left, *b = right;
    if (a->series != b->series)
        return a->series < b->series ? -1 : 1;
    int order = period_compare(a->reading->period, b->reading->period);
    return order ? order : (a->reading > b->reading) - (a->reading < b->reading);
}

static struct sorted *sort_readings(const struct shape *shape)
{
    struct loader *loader = shape->loader;
    struct sorted *sorted = arena_alloc(loader->arena, shape->count * sizeof *sorted);
    for (size_t i = 0; i < shape->count; i++) {
        const struct reading *reading = &shape->readings[i];
        sorted[i] =
            (struct sorted){reading, reading->indicator->index * loader->dataset->area_count + reading->area->index};
    }
    if (shape->count)
        qsort(sorted, shape->count, sizeof *sorted, compare_readings);
    return sorted;
}

/* An observation in the making. */
struct merger {
    struct loader *loader;
    struct observation *observation;
    bool refused[FIELD_COUNT]; /* two tables contradict each other: nothing more is taken */
    struct raw_mark *marks[FIELD_COUNT];
    const char *status_file;
    int status_line;
};

/* data/a.csv 第7行; of a workbook 上报.xlsx 三季度!C7. */
static const char *place_text(struct arena *arena, const char *file, int line, int cell)
{
    return book_file(arena, file) == file ? arena_format(arena, "%s 第%d行", file, line)
                                          : place_of_cell(arena, file, line, cell);
}

static struct where reading_where(struct arena *arena, const struct reading *reading)
{
    return (struct where){.file = reading->figure.file,
                          .line = reading->figure.line,
                          .column = reading->figure.column,
                          .cell = reading->figure.at,
                          .area = reading->area->code,
                          .indicator = reading->indicator->id,
                          .period = period_code(arena, reading->period)};
}

/* The same figure for the second time. */
static void merge_twice(struct merger *merger, const struct reading *reading, struct figure *figure)
{
    struct loader *loader = merger->loader;
    struct where where = reading_where(loader->arena, reading);
    const char *first = place_text(loader->arena, figure->file, figure->line, figure->at);
    if (number_compare(figure->number, reading->figure.number) == 0) {
        /* One row may give a rate as value and as 同比. */
        if (strcmp(figure->file, reading->figure.file) != 0 || figure->line != reading->figure.line)
            FINDING(loader->findings, RULE_FIGURE_TWICE, &where, first);
        return;
    }
    REFUSE_CELL(loader, RULE_FIGURE_CONFLICT, &where, first, number_plain(loader->arena, figure->number, 10),
                number_plain(loader->arena, reading->figure.number, 10));
    figure->number = NULL;
    merger->refused[reading->field] = true;
    *merger->marks[reading->field] = *reading->mark = (struct raw_mark){USE_REFUSED, RULE_FIGURE_CONFLICT};
}

static void merge_status(struct merger *merger, const struct reading *reading)
{
    struct loader *loader = merger->loader;
    if (reading->status == STATUS_UNSET || reading->status == merger->observation->status)
        return;
    if (merger->observation->status == STATUS_UNSET) {
        merger->observation->status = reading->status;
        merger->status_file = reading->figure.file;
        merger->status_line = reading->figure.line;
        return;
    }
    struct where where = reading_where(loader->arena, reading);
    FINDING(loader->findings, RULE_STATUS_CONFLICT, &where,
            place_text(loader->arena, merger->status_file, merger->status_line, 0),
            (const char[]){reading->status, '\0'});
}

static void merge_reading(struct merger *merger, const struct reading *reading)
{
    struct observation *observation = merger->observation;
    struct figure *figure = &observation->figures[reading->field];
    /* An empty cell says nothing against a figure elsewhere: that is how reports are completed. */
    bool open = !merger->refused[reading->field];
    if (open && figure->number && reading->figure.number)
        merge_twice(merger, reading, figure);
    else if (open && (!figure->file || reading->figure.number)) {
        *figure = reading->figure;
        merger->marks[reading->field] = reading->mark;
    } else if (!open && reading->figure.number) {
        *reading->mark = (struct raw_mark){USE_REFUSED, RULE_FIGURE_CONFLICT};
    }
    merge_status(merger, reading);
    const char *note = reading->note;
    if (note && (!observation->note || strstr(note, observation->note)))
        observation->note = note;
    else if (note && !strstr(observation->note, note))
        observation->note = arena_format(merger->loader->arena, "%s；%s", observation->note, note);
}

static bool same_observation(const struct sorted *a, const struct sorted *b)
{
    return a->series == b->series && period_compare(a->reading->period, b->reading->period) == 0;
}

static bool has_number(const struct observation *observation)
{
    bool found = false;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        found = found || observation->figures[field].number;
    return found;
}

/* Of periods with one end the quarter goes first, then the month: the others answer for a quarter, a year for a month,
 * but a quarter never for a month. */
static bool is_later(struct period a, struct period b)
{
    static const int preference[] = {[FREQUENCY_YEAR] = 0, [FREQUENCY_MONTH] = 1, [FREQUENCY_QUARTER] = 2};
    int end = a.year * 12 + period_months(a) - (b.year * 12 + period_months(b));
    return end ? end > 0 : preference[a.frequency] > preference[b.frequency];
}

static void note_latest(struct dataset *dataset, const struct area *area, const struct observation *observation)
{
    if (area->role == ROLE_REFERENCE || !has_number(observation))
        return;
    if (!dataset->has_observations || is_later(observation->period, dataset->latest))
        dataset->latest = observation->period;
    dataset->has_observations = true;
}

/* The readings of one observation lie together, and its series behind one another: one pass lays everything out. */
static void build_series(struct shape *shape)
{
    struct loader *loader = shape->loader;
    struct dataset *dataset = loader->dataset;
    size_t cells = dataset->indicator_count * dataset->area_count;
    struct series *series = arena_alloc(loader->arena, (cells + 1) * sizeof *series);
    struct observation *observations = arena_alloc(loader->arena, (shape->count + 1) * sizeof *observations);
    const struct sorted *sorted = sort_readings(shape);
    size_t count = 0;
    for (size_t i = 0; i < shape->count;) {
        const struct sorted *first = &sorted[i];
        struct observation *observation = &observations[count++];
        observation->period = first->reading->period;
        struct merger merger = {.loader = loader, .observation = observation};
        for (; i < shape->count && same_observation(first, &sorted[i]); i++)
            merge_reading(&merger, sorted[i].reading);
        struct series *one = &series[first->series];
        one->items = one->count ? one->items : observation;
        one->count++;
        note_latest(dataset, first->reading->area, observation);
    }
    dataset->series = series;
    levels_check(loader, observations, count);
}

/* Whether data/ is no folder or can't be looked into, which has been told: nobody knows then that it holds nothing. */
static bool is_shut(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if ((finding->rule == RULE_FOLDER_FILE || finding->rule == RULE_FOLDER_UNREADABLE) &&
            !strcmp(finding->where.file, "data/"))
            return true;
    }
    return false;
}

void observations_read(struct loader *loader)
{
    struct shape shape = {.loader = loader};
    struct sources *sources = sources_read(&shape);
    size_t count;
    const char **files = list_tables(loader, &count);
    if (count == 0 && !is_shut(loader->findings))
        FINDING(loader->findings, RULE_DATA_NONE, NULL, NULL);
    for (size_t i = 0; i < count; i++)
        read_file(&shape, sources, files[i]);
    if (sources)
        sources_report_unused(&shape, sources);
    build_series(&shape);
}

const struct observation *series_at(const struct series *series, struct period period)
{
    size_t low = 0, high = series->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = period_compare(series->items[middle].period, period);
        if (order == 0)
            return &series->items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
