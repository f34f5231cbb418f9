/* SPDX-License-Identifier: MIT */
#include "read/raw.h"

#include "base/text.h"
#include "read/file.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { CELL_LIMIT = 64 * 1024, COLUMNS_LIMIT = 4096 };

/* libcsv says neither where a cell stands nor that it passed a blank line. So it is fed one physical line at a time:
 * whatever it reports, it reports on the line that was just fed. */
struct reading {
    struct arena *arena;
    struct findings *findings;
    const char *file;
    struct bytes_report bytes;
    bool too_wide; /* said of a row */

    const char *next;           /* the next line to feed */
    int line;                   /* the line being fed */
    int row_line;               /* where the current row began */
    const char *after_row_line; /* the text behind that line: where to go on when the row turns out broken */
    int cell_line;              /* where the current cell began */
    bool at_row_start, row_bad;
    char delimiter;
    bool quoted; /* the next character to feed stands inside quotes */

    struct raw_cell *cells; /* of the current row; reused */
    size_t count, room;
    bool filled;
    struct raw_row *rows;
    size_t row_count, blank, broken;
};

/* ="0123" is how programs keep Excel from making a number of a text. */
static const char *without_formula(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (length < 3 || text[0] != '=' || text[1] != '"' || text[length - 1] != '"')
        return text;
    struct buffer inner = {.arena = arena};
    for (const char *s = text + 2; s < text + length - 1; s++) {
        if (*s == '"' && s[1] != '"')
            return text; /* a formula of several texts */
        buffer_add_n(&inner, s, 1);
        s += *s == '"';
    }
    const char *found = buffer_text(&inner);
    return text_trim(arena, found, strlen(found));
}

/* A cell like that is a quote that was closed pages later, or no table. */
static size_t cut_cell(struct reading *reading, const char *data)
{
    struct where where = {.file = reading->file,
                          .line = reading->cell_line,
                          .column = arena_format(reading->arena, "第%zu列", reading->count + 1)};
    const char *start = text_excerpt(reading->arena, text_trim(reading->arena, data, 256));
    FINDING(reading->findings, RULE_CELL_SIZE, &where, start, arena_format(reading->arena, "%d", CELL_LIMIT / 1024));
    reading->row_bad = true;
    return 0;
}

static void end_cell(void *data, size_t length, void *context)
{
    struct reading *reading = context;
    if (reading->count == reading->room) {
        size_t room = reading->room ? reading->room * 2 : 64;
        struct raw_cell *cells = arena_alloc(reading->arena, room * sizeof *cells);
        if (reading->count)
            memcpy(cells, reading->cells, reading->count * sizeof *cells);
        reading->cells = cells;
        reading->room = room;
    }
    if (length > CELL_LIMIT)
        length = cut_cell(reading, data);
    struct raw_cell *cell = &reading->cells[reading->count++];
    const char *text = length ? text_trim(reading->arena, data, length) : "";
    *cell = (struct raw_cell){without_formula(reading->arena, text), reading->cell_line, (int)reading->count};
    reading->filled = reading->filled || *cell->text;
    reading->cell_line = reading->line; /* the next cell begins where this one ended */
}

static void end_row(int terminator, void *context)
{
    (void)terminator;
    struct reading *reading = context;
    if (reading->count > COLUMNS_LIMIT) {
        struct where where = {.file = reading->file, .line = reading->row_line};
        if (!reading->too_wide)
            FINDING(reading->findings, RULE_COLUMNS_LIMIT, &where, arena_format(reading->arena, "%zu", reading->count),
                    arena_format(reading->arena, "%d", COLUMNS_LIMIT));
        reading->too_wide = reading->row_bad = true;
    }
    if (reading->filled && !reading->row_bad) {
        struct raw_row row = {arena_copy(reading->arena, reading->cells, reading->count * sizeof *reading->cells),
                              arena_alloc(reading->arena, reading->count * sizeof(struct raw_mark)), reading->count,
                              reading->row_line};
        ARRAY_ADD(reading->arena, reading->rows, reading->row_count, row);
    } else if (reading->row_bad) {
        reading->broken++;
    } else {
        reading->blank += reading->count;
    }
    reading->count = 0;
    reading->filled = false;
    reading->row_bad = false;
    reading->at_row_start = true;
}

/* The end of the physical line: behind LF, CRLF or a lone CR. */
static const char *line_end(const char *text)
{
    text += strcspn(text, "\r\n");
    if (text[0] == '\r' && text[1] == '\n')
        return text + 2;
    return *text ? text + 1 : text;
}

/* The row is left out when a line of it has bytes of another encoding. */
static void check_bytes(struct reading *reading, const char *from, const char *end)
{
    if (bytes_report_line(&reading->bytes, reading->line, from, end, reading->arena, reading->findings))
        reading->row_bad = true;
}

/* Whether a cell begins at `text` with =" and ends with the quote that pairs: CSV as such has no such cell. */
static bool is_bare_formula(const struct reading *reading, const char *text, const char *end)
{
    if (text[0] != '=' || text[1] != '"')
        return false;
    const char *close = memchr(text + 2, '"', (size_t)(end - text) - 2);
    if (!close)
        return false;
    close += 1 + strspn(close + 1, " ");
    return close >= end || *close == reading->delimiter || *close == '\r' || *close == '\n';
}

/* Feeds [from, end), and of each ="0123" only the "0123". */
static bool feed_text(struct reading *reading, struct csv_parser *parser, const char *from, const char *end)
{
    bool at_cell_start = true;
    for (const char *s = from; s < end; s++) {
        if (!reading->quoted && at_cell_start && is_bare_formula(reading, s, end)) {
            size_t length = (size_t)(s - from);
            if (csv_parse(parser, from, length, end_cell, end_row, reading) != length)
                return false;
            from = ++s;
        }
        if (*s == '"')
            reading->quoted = !reading->quoted;
        at_cell_start = *s == reading->delimiter || (at_cell_start && *s == ' ');
    }
    size_t length = (size_t)(end - from);
    return csv_parse(parser, from, length, end_cell, end_row, reading) == length;
}

/* Feeds the next line; false when the row up to here is no CSV. */
static bool feed_line(struct reading *reading, struct csv_parser *parser)
{
    const char *from = reading->next, *end = line_end(from);
    reading->next = end;
    reading->line++;
    if (reading->at_row_start) {
        reading->at_row_start = false;
        reading->quoted = false;
        reading->row_line = reading->cell_line = reading->line;
        reading->after_row_line = end;
    }
    check_bytes(reading, from, end);
    if (!feed_text(reading, parser, from, end))
        return false;
    /* The last line may lack its end. */
    if (*end == '\0' && end[-1] != '\n' && end[-1] != '\r')
        return csv_parse(parser, "\n", 1, end_cell, end_row, reading) == 1;
    return true;
}

/* The quotes of the row don't pair: says so, and goes on behind the line on which it began, so that one stray quote
 * does not hide the faults of the rest. */
static void skip_broken_row(struct reading *reading)
{
    struct where where = {.file = reading->file, .line = reading->row_line};
    FINDING(reading->findings, RULE_QUOTE_INVALID, &where, NULL);
    reading->next = reading->after_row_line;
    reading->line = reading->row_line;
    reading->row_bad = true;
    end_row(0, reading);
}

static void parse_rows(struct reading *reading)
{
    while (*reading->next) {
        struct csv_parser parser;
        if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
            memory_exhausted();
        csv_set_delim(&parser, (unsigned char)reading->delimiter);
        bool sound = true;
        while (sound && *reading->next)
            sound = feed_line(reading, &parser);
        if (!sound && csv_error(&parser) != CSV_EPARSE)
            memory_exhausted();
        /* Still inside a row after the last line: a quote was never closed. */
        sound = sound && csv_fini(&parser, end_cell, end_row, reading) == 0;
        csv_free(&parser);
        if (!sound)
            skip_broken_row(reading);
    }
}

/* Excel's own first line, sep=; (resaved, it may have grown cells of its own). The separator, or 0. */
static char told_delimiter(const char *line)
{
    bool quoted = *line == '"';
    line += quoted;
    if (strncasecmp(line, "sep=", 4) != 0 || !line[4] || !strchr(",;\t", line[4]))
        return 0;
    const char *rest = line + 5 + (quoted && line[5] == '"');
    rest += strspn(rest, ",;\t ");
    return *rest == '\0' || *rest == '\r' || *rest == '\n' ? line[4] : 0;
}

/* The most frequent of comma, tab and semicolon, outside quotes, in the first line that has one. */
static char find_delimiter(const char *text)
{
    static const char marks[] = ",\t;";
    size_t counts[3] = {0};
    bool quoted = false;
    for (; *text; text++) {
        const char *mark = quoted ? NULL : strchr(marks, *text);
        if (*text == '"')
            quoted = !quoted;
        else if (mark)
            counts[mark - marks]++;
        else if (*text == '\n' || *text == '\r') {
            if (counts[0] + counts[1] + counts[2])
                break;
            quoted = false; /* a stray quote must not hide the rest */
        }
    }
    size_t most = 0;
    for (size_t i = 1; i < 3; i++)
        most = counts[i] > counts[most] ? i : most;
    return marks[most];
}

bool raw_table_read(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                    struct file_list *inputs, struct raw_table *table)
{
    struct decoded decoded;
    *table = (struct raw_table){.file = arena_string(arena, file), .encoding = "UTF-8"};
    if (!file_decode(folder, table->file, FILE_LIMIT_TABLE, arena, findings, inputs, &decoded))
        return false;
    struct reading reading = {.arena = arena,
                              .findings = findings,
                              .file = table->file,
                              .bytes = {.file = table->file, .decoded = &decoded},
                              .next = decoded.text,
                              .at_row_start = true};
    size_t before = findings->count;
    char delimiter = told_delimiter(decoded.text);
    if (delimiter) {
        reading.next = line_end(decoded.text);
        reading.line = 1;
    }
    reading.delimiter = delimiter ? delimiter : find_delimiter(decoded.text);
    parse_rows(&reading);
    bytes_report_end(&reading.bytes, arena, findings);
    table->encoding = decoded.encoding;
    table->rows = reading.rows;
    table->row_count = reading.row_count;
    table->blank = reading.blank;
    table->broken = reading.broken;
    if (reading.row_count == 0 && findings->count == before)
        FINDING(findings, RULE_FILE_EMPTY, &(struct where){.file = table->file}, NULL);
    return reading.row_count > 0;
}

const char *raw_text(const struct raw_row *row, size_t column)
{
    return column < row->count ? row->cells[column].text : "";
}

const char *raw_library(struct arena *arena)
{
    return arena_format(arena, "libcsv %d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}
