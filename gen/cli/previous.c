/* SPDX-License-Identifier: MIT */
#include "cli/previous.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/record.h"
#include "read/file.h"
#include "read/raw.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The columns that are compared, by their heads; the first four begin every row. */
enum { PERIOD, AREA, INDICATOR, MEASURE, OTHERS };
enum { VALUE = OTHERS, TEXT, FLAG, ORIGIN, INPUTS, MEASURE_COLUMNS };
enum { TO = OTHERS, OP, TARGET, VERDICT, VERDICT_COLUMNS };
enum { RANK = OTHERS, TIED, RANK_COLUMNS };
enum { MOST_COLUMNS = MEASURE_COLUMNS };

static const char *const measure_heads[] = {"period", "area", "indicator", "measure", "value",
                                            "text",   "flag", "origin",    "inputs"};
static const char *const verdict_heads[] = {"period", "area", "indicator", "measure", "to", "op", "target", "verdict"};
static const char *const rank_heads[] = {"period", "area", "indicator", "measure", "rank", "tied"};

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
        .place = "",
    };
}

static void take_measure(struct reading *r, const struct raw_row *row, const size_t *columns)
{
    struct published_row figure = begin(r, row, columns);
    figure.kind = PUBLISHED_FIGURE;
    figure.text = raw_text(row, columns[TEXT]);
    figure.exact = arena_format(r->arena, "%s %s", raw_text(row, columns[VALUE]), raw_text(row, columns[FLAG]));
    if (strcmp(raw_text(row, columns[ORIGIN]), "reported") == 0)
        figure.place =
            arena_string_n(r->arena, raw_text(row, columns[INPUTS]), strcspn(raw_text(row, columns[INPUTS]), ";"));
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

static void take_rank(struct reading *r, const struct raw_row *row, const size_t *columns)
{
    struct published_row rank = begin(r, row, columns);
    const char *text = raw_text(row, columns[RANK]);
    rank.kind = PUBLISHED_RANK;
    rank.text =
        *text ? arena_format(r->arena, "%s%s", text, strcmp(raw_text(row, columns[TIED]), "1") == 0 ? "=" : "") : "";
    add(r, rank);
}

static const struct {
    const char *file;
    const char *const *heads;
    size_t count;
    void (*take)(struct reading *, const struct raw_row *, const size_t *);
} published_tables[] = {
    {"data/verdicts.csv", verdict_heads, VERDICT_COLUMNS, take_verdict},
    {"data/measures.csv", measure_heads, MEASURE_COLUMNS, take_measure},
    {"data/ranks.csv", rank_heads, RANK_COLUMNS, take_rank},
};
enum { TABLE_RANKS = 2, TABLES };

/* ---- the place ---- */

/* What an option names. */
struct named {
    const char *option;
    const char *given; /* as sentences call it */
    const char *dir;   /* where it lies: the same, or where that archive was unpacked */
};

/* A publication, or an archive's folder, which holds one and what it was made from. */
struct place {
    const char *dir;
    const char *within; /* where the publication lies in it: "" or "outputs/" */
    const char *inputs; /* NULL: not there */
};

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_publication(struct arena *arena, const char *dir)
{
    return access(arena_format(arena, "%s/SHA256SUMS", dir), R_OK) == 0 &&
           access(arena_format(arena, "%s/data/ranks.csv", dir), R_OK) == 0;
}

static bool find_place(struct arena *arena, const char *dir, struct place *place)
{
    const char *inputs = arena_format(arena, "%s/inputs", dir);
    *place = (struct place){.dir = dir, .within = "outputs/"};
    if (is_publication(arena, arena_format(arena, "%s/outputs", dir))) {
        place->inputs = is_folder(inputs) ? inputs : NULL;
        return true;
    }
    place->within = "";
    return is_publication(arena, dir);
}

static bool read_published(struct reading *r, const struct place *place, size_t which)
{
    const char *file = arena_format(r->arena, "%s%s", place->within, published_tables[which].file);
    /* What is wrong with an old table is nothing to tell of this run's input. */
    struct findings unused = {.arena = r->arena};
    struct raw_table table;
    size_t columns[MOST_COLUMNS];
    if (!raw_table_read(place->dir, file, r->arena, &unused, r->inputs, &table) || unused.count ||
        !find_columns(&table.rows[0], published_tables[which].heads, published_tables[which].count, columns))
        return false;
    for (size_t i = 1; i < table.row_count; i++)
        published_tables[which].take(r, &table.rows[i], columns);
    return true;
}

/* ---- whose it is ---- */

/* Its RUN.txt; "" when there is none. */
static const char *record_of(struct arena *arena, const struct place *place, struct file_list *noted)
{
    struct findings unused = {.arena = arena};
    struct decoded decoded;
    const char *file = arena_format(arena, "%s" RECORD, place->within);
    bool read = access(arena_format(arena, "%s/%s", place->dir, file), R_OK) == 0 &&
                file_decode(place->dir, file, FILE_LIMIT_TEXT, arena, &unused, noted, &decoded);
    return read && text_starts(decoded.text, record_title) ? decoded.text : "";
}

/* By RUN.txt; one that has none by the code of the region, of which every table has rows. */
static bool is_same_region(const struct session *session, const char *record, const struct published *published)
{
    if (*record)
        return strstr(record, record_region(session->arena, session->dataset));
    for (size_t i = 0; published->rows && i < published->count; i++)
        if (strcmp(published->rows[i].area, session->dataset->region->code) == 0)
            return true;
    return false;
}

/* NULL, or the sentence that says why not. */
static const char *why_not_this(const struct session *session, const struct named *named, const char *record,
                                const struct published *published, struct period wanted)
{
    struct arena *arena = session->arena;
    struct period period;
    bool known = period_parse(published->period, &period);
    if (!is_same_region(session, record, published))
        return arena_format(arena, _("%s 所指的不是%s的发布，而是另一个地区的：'%s'"), named->option,
                            session->dataset->region->name, named->given);
    if (strcmp(published->period, period_code(arena, wanted)) == 0)
        return NULL;
    return arena_format(arena, _("%s 要指向 %s 的发布，这里是 %s 的：'%s'"), named->option, period_name(arena, wanted),
                        known ? period_name(arena, period) : published->period, named->given);
}

static const char *no_publication(struct arena *arena, const struct named *named)
{
    return arena_format(arena,
                        _("%s 要指向本程序发布的文件夹（其中有 SHA256SUMS 和 data "
                          "里的各表），或归档包（.tar.zst），或归档包展开后的文件夹"
                          "（其中有 outputs）：'%s'"),
                        named->option, named->given);
}

static const struct published *read_issue(struct session *session, const struct named *named, size_t first,
                                          struct file_list *noted, struct place *place, const char **record,
                                          struct period wanted, const char **error)
{
    struct arena *arena = session->arena;
    struct published *out = arena_alloc(arena, sizeof *out);
    struct reading r = {.arena = arena, .inputs = noted, .out = out};
    out->period = "";
    bool ours = find_place(arena, named->dir, place);
    for (size_t i = first; i < TABLES && ours; i++)
        ours = read_published(&r, place, i);
    out->rows = r.rows;
    if (!ours) {
        *error = no_publication(arena, named);
        return NULL;
    }
    *record = record_of(arena, place, noted);
    *error = why_not_this(session, named, *record, out, wanted);
    return *error ? NULL : out;
}

/* ---- what it was made from ---- */

/* Whether the record has that file with that sum. */
static bool is_recorded(struct arena *arena, const char *record, const struct file_sum *file)
{
    char digits[SUM_DIGITS + 1];
    sum_write(&file->sum, digits);
    return strstr(record, arena_format(arena, "\n%s  %s\n", digits, file->file)) != NULL;
}

/* The files of the region that have changed since, or are new. */
static void compare_files(const struct session *session, const char *record, struct earlier_issue *issue)
{
    const char **files = NULL;
    for (size_t i = 0; i < session->dataset->files.count && *record; i++) {
        const struct file_sum *file = &session->dataset->files.items[i];
        if (!is_recorded(session->arena, record, file))
            ARRAY_ADD(session->arena, files, issue->file_count, file->file);
    }
    issue->files = files;
}

/* The tables again as they were then; what is wrong with them was told then. */
static const struct dataset *read_inputs(struct session *session, const char *folder)
{
    struct findings unused = {.arena = session->arena};
    const struct dataset *dataset = check_region(folder, true, session->arena, &unused);
    for (size_t i = 0; i < dataset->files.count; i++) {
        const struct file_sum *file = &dataset->files.items[i];
        file_list_add(&session->inputs.previous, session->arena, arena_format(session->arena, "inputs/%s", file->file),
                      &file->sum);
    }
    return dataset->series ? dataset : NULL;
}

const struct earlier_issue *previous_read(struct session *session, const struct earlier *earlier, const char **error)
{
    const struct named named = {"--previous", session->options->previous, earlier->previous};
    struct place place;
    const char *record;
    const struct published *published =
        read_issue(session, &named, 0, &session->inputs.previous, &place, &record, session->period, error);
    if (!published)
        return NULL;
    struct earlier_issue *issue = arena_alloc(session->arena, sizeof *issue);
    issue->published = published;
    issue->inputs = place.inputs ? read_inputs(session, place.inputs) : NULL;
    compare_files(session, record, issue);
    return issue;
}

const struct published *last_read(struct session *session, const struct earlier *earlier, const char **error)
{
    const struct named named = {"--last", session->options->last, earlier->last};
    struct place place;
    const char *record;
    return read_issue(session, &named, TABLE_RANKS, &session->inputs.last, &place, &record,
                      period_before(session->period), error);
}

void previous_revise(const struct session *session, struct composer *composer, const struct earlier_issue *issue)
{
    composer->revision =
        revision_of(session->engine, session->period, composer->verdicts, composer->verdict_count, issue);
}

/* False with *error set to a complete sentence. */
static bool compare(struct session *session, struct composer *composer, const struct earlier *earlier,
                    const char **error)
{
    const struct earlier_issue *previous = earlier->previous ? previous_read(session, earlier, error) : NULL;
    if (earlier->previous && !previous)
        return false;
    if (previous)
        previous_revise(session, composer, previous);
    const struct published *last = earlier->last ? last_read(session, earlier, error) : NULL;
    if (earlier->last && !last)
        return false;
    if (last)
        composer->issued_ranks = issued_ranks_of(session->engine, session->period, last, &composer->issued_rank_count);
    return true;
}

enum exit_status previous_compare(struct session *session, struct composer *composer)
{
    struct earlier earlier;
    const char *error;
    enum exit_status status =
        earlier_open(&earlier, session->options->previous, session->options->last, session->arena);
    if (status != EXIT_CLEAN)
        return status;
    if (!compare(session, composer, &earlier, &error)) {
        fprintf(stderr, "%s\n", error);
        status = EXIT_USAGE;
    }
    earlier_close(&earlier); /* all of it has been read */
    return status;
}
