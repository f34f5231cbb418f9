/* SPDX-License-Identifier: MIT */
#include "base/number.h"
#include "base/text.h"
#include "read/book_inside.h"
#include "read/xml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Rows and columns that a sheet can have (Excel's own limits), columns that a table can have, and cells that the tables
 * of one workbook may come to, the empty ones between others counted. */
enum { ROWS_LIMIT = 1 << 20, SHEET_COLUMNS_LIMIT = 1 << 14, COLUMNS_LIMIT = 4096, CELLS_LIMIT = 1 << 22 };

/* What a cell's text says of itself. */
enum cell_sort { SORT_TEXT, SORT_NUMBER };

struct range {
    long first, last;
};

/* Things to be told once, with the first cell and how many there are. */
struct told {
    int line, column;
    size_t count;
};

struct cells_reading {
    struct book *book;
    const char *name; /* of the sheet's tables */
    bool damaged, huge;
    /* the cell being read */
    long row, column;
    const char *type, *style;
    bool value, text, phonetic, formula;
    struct buffer stored;
    /* the row being read */
    bool hidden_row;
    struct raw_cell *cells;
    size_t count, room, filled, numbers;
    /* the sheet so far */
    struct sheet_row {
        struct raw_row row;
        size_t filled, numbers;
    } * rows;
    size_t row_count, cell_count;
    struct range *hidden_columns;
    size_t hidden_count;
    long first_number; /* the first row that has a number; 0: none yet */
    struct told text_numbers, no_value, hidden, merged;
    bool too_wide;
};

/* ---- places ---- */

/* C7: false when it is none. */
static bool cell_place(const char *text, long *column, long *row)
{
    *column = *row = 0;
    for (; isalpha((unsigned char)*text) && *column < SHEET_COLUMNS_LIMIT; text++)
        *column = *column * 26 + (toupper((unsigned char)*text) - 'A' + 1);
    for (; isdigit((unsigned char)*text) && *row < ROWS_LIMIT; text++)
        *row = *row * 10 + (*text - '0');
    return *column > 0 && *column <= SHEET_COLUMNS_LIMIT && *row > 0 && *row <= ROWS_LIMIT &&
           !isalnum((unsigned char)*text);
}

static struct where where_of(const struct cells_reading *r, long row, long column)
{
    return (struct where){.file = r->name,
                          .line = (int)row,
                          .column = column ? arena_format(r->book->arena, "第%ld列", column) : NULL,
                          .cell = (int)column};
}

static void tell(struct told *told, long row, long column)
{
    if (!told->count++) {
        told->line = (int)row;
        told->column = (int)column;
    }
}

static void report_told(const struct cells_reading *r, const struct told *told, enum rule rule)
{
    struct where where = where_of(r, told->line, told->column);
    if (told->count)
        FINDING(r->book->findings, rule, &where, arena_format(r->book->arena, "%zu", told->count));
}

/* ---- a cell ---- */

static const char *shared_string(struct cells_reading *r, const char *stored)
{
    char *end;
    unsigned long index = strtoul(stored, &end, 10);
    if (end == stored || *end || index >= r->book->string_count) {
        r->damaged = true;
        return "";
    }
    return r->book->strings[index];
}

static const char *number_words(const struct cells_reading *r, const char *stored)
{
    size_t style = r->style ? strtoul(r->style, NULL, 10) : 0;
    struct stored_format format = {.kind = STORED_PLAIN};
    if (style < r->book->format_count)
        format = r->book->formats[style];
    return arena_string(r->book->arena, stored_text(r->book->scratch, stored, format, r->book->date1904));
}

/* Whether people meant a number by the text: a green corner in Excel. */
static bool is_number_text(const struct cells_reading *r, const char *text)
{
    return (isdigit((unsigned char)*text) || *text == '-') && *text && strlen(text) < 30 &&
           number_parse(r->book->scratch, text) != NULL;
}

static const char *cell_words(struct cells_reading *r, enum cell_sort *sort)
{
    struct arena *arena = r->book->arena;
    const char *stored = buffer_text(&r->stored);
    const char *type = r->type ? r->type : "n";
    *sort = SORT_TEXT;
    if (strcmp(type, "s") == 0)
        return *stored ? shared_string(r, stored) : "";
    if (strcmp(type, "b") == 0)
        return *stored == '1' ? "TRUE" : "FALSE";
    if (strcmp(type, "n") != 0) /* str, inlineStr, e, d */
        return text_trim(arena, stored, r->stored.length);
    *sort = *stored ? SORT_NUMBER : SORT_TEXT;
    return *stored ? number_words(r, stored) : "";
}

static bool is_hidden_column(const struct cells_reading *r, long column)
{
    for (size_t i = 0; i < r->hidden_count; i++)
        if (column >= r->hidden_columns[i].first && column <= r->hidden_columns[i].last)
            return true;
    return false;
}

static void put_cell(struct cells_reading *r, const char *text)
{
    if (r->column > COLUMNS_LIMIT) {
        struct where where = where_of(r, r->row, r->column);
        if (!r->too_wide)
            FINDING(r->book->findings, RULE_COLUMNS_LIMIT, &where, arena_format(r->book->arena, "%ld", r->column),
                    arena_format(r->book->arena, "%d", COLUMNS_LIMIT));
        r->too_wide = true;
        return;
    }
    if ((size_t)r->column > r->room) {
        size_t room = r->room ? r->room : 32;
        while (room < (size_t)r->column)
            room *= 2;
        struct raw_cell *cells = arena_alloc(r->book->scratch, room * sizeof *cells);
        if (r->count)
            memcpy(cells, r->cells, r->count * sizeof *cells);
        r->cells = cells;
        r->room = room;
    }
    while (r->count < (size_t)r->column) {
        r->cells[r->count] = (struct raw_cell){"", (int)r->row, (int)r->count + 1};
        r->count++;
    }
    r->cells[r->column - 1].text = text;
    r->filled++;
}

static void end_cell(struct cells_reading *r)
{
    enum cell_sort sort;
    const char *text = cell_words(r, &sort);
    if (r->formula && !*text && (!r->type || strcmp(r->type, "str") != 0))
        tell(&r->no_value, r->row, r->column);
    if (!*text)
        return;
    if (r->hidden_row || is_hidden_column(r, r->column))
        tell(&r->hidden, r->row, r->column);
    if (sort == SORT_NUMBER) {
        r->numbers++;
        r->first_number = r->first_number ? r->first_number : r->row;
    } else if (is_number_text(r, text)) {
        tell(&r->text_numbers, r->row, r->column);
        r->numbers++;
    }
    put_cell(r, text);
}

/* ---- a row ---- */

static void end_row(struct cells_reading *r)
{
    if (r->filled) {
        struct sheet_row row = {.row = {.cells = arena_copy(r->book->scratch, r->cells, r->count * sizeof *r->cells),
                                        .count = r->count,
                                        .line = (int)r->row},
                                .filled = r->filled,
                                .numbers = r->numbers};
        r->cell_count += r->count;
        r->huge = r->huge || r->cell_count > CELLS_LIMIT;
        ARRAY_ADD(r->book->scratch, r->rows, r->row_count, row);
    }
    r->count = r->filled = r->numbers = 0;
}

static void begin_row(struct cells_reading *r, struct xml *xml)
{
    long number = xml_number(xml, "r", r->book->scratch);
    number = number > 0 ? number : r->row + 1;
    r->damaged = r->damaged || number <= r->row || number > ROWS_LIMIT;
    r->row = number;
    r->column = 0;
    r->hidden_row = xml_true(xml, "hidden", r->book->scratch);
}

static void begin_cell(struct cells_reading *r, struct xml *xml)
{
    const char *place = xml_attribute(xml, "r", r->book->scratch);
    long column = r->column + 1, row = r->row;
    r->damaged = r->damaged || (place && (!cell_place(place, &column, &row) || row != r->row)) || column <= r->column ||
                 column > SHEET_COLUMNS_LIMIT;
    r->column = column;
    r->type = xml_attribute(xml, "t", r->book->scratch);
    r->style = xml_attribute(xml, "s", r->book->scratch);
    r->stored = (struct buffer){.arena = r->book->scratch};
    r->formula = false;
}

/* ---- the sheet ---- */

static void hide_columns(struct cells_reading *r, struct xml *xml)
{
    struct range range = {xml_number(xml, "min", r->book->scratch), xml_number(xml, "max", r->book->scratch)};
    if (xml_true(xml, "hidden", r->book->scratch) && range.first > 0)
        ARRAY_ADD(r->book->scratch, r->hidden_columns, r->hidden_count, range);
}

/* Merged cells among the figures, not those of a title or a head. */
static void take_merged(struct cells_reading *r, struct xml *xml)
{
    const char *range = xml_attribute(xml, "ref", r->book->scratch), *colon = range ? strchr(range, ':') : NULL;
    long column, row, last_column, last_row;
    if (!colon || !cell_place(range, &column, &row) || !cell_place(colon + 1, &last_column, &last_row))
        return;
    if (last_row > row && r->first_number && last_row >= r->first_number)
        tell(&r->merged, row, column);
}

static bool begin(void *context, struct xml *xml, const char *name)
{
    struct cells_reading *r = context;
    r->phonetic = r->phonetic || strcmp(name, "rPh") == 0;
    r->text = (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) && !r->phonetic;
    r->formula = r->formula || strcmp(name, "f") == 0;
    if (strcmp(name, "row") == 0)
        begin_row(r, xml);
    else if (strcmp(name, "c") == 0)
        begin_cell(r, xml);
    else if (strcmp(name, "col") == 0)
        hide_columns(r, xml);
    else if (strcmp(name, "mergeCell") == 0)
        take_merged(r, xml);
    return !r->damaged && !r->huge;
}

static void take_text(void *context, const char *text)
{
    struct cells_reading *r = context;
    if (r->text)
        buffer_add(&r->stored, text);
}

static bool end(void *context, const char *name)
{
    struct cells_reading *r = context;
    r->text = false;
    if (strcmp(name, "rPh") == 0)
        r->phonetic = false;
    else if (strcmp(name, "c") == 0)
        end_cell(r);
    else if (strcmp(name, "row") == 0)
        end_row(r);
    return !r->damaged && !r->huge;
}

/* ---- its tables ---- */

/* Whether a table of its own begins in the row: behind an empty row, with a head without numbers, where there have been
 * numbers before and are some below. A title, a note, and rows that go on behind a gap are of the table before. */
static bool begins_table(const struct cells_reading *r, size_t from, size_t index)
{
    bool before = false;
    if (index == from || r->rows[index].row.line == r->rows[index - 1].row.line + 1)
        return false;
    for (size_t i = from; i < index; i++)
        before = before || r->rows[i].numbers;
    for (size_t i = index; before && i < r->row_count; i++) {
        if (i > index && r->rows[i].row.line != r->rows[i - 1].row.line + 1 && r->rows[i - 1].filled > 1)
            return false;
        if (r->rows[i].numbers)
            return i > index && r->rows[i - 1].filled > 1;
    }
    return false;
}

static void add_table(struct cells_reading *r, size_t from, size_t end)
{
    struct arena *arena = r->book->arena;
    struct raw_table table = {.file = r->name, .encoding = "xlsx"};
    struct raw_row *rows = arena_alloc(arena, (end - from) * sizeof *rows);
    size_t width = 0;
    for (size_t i = from; i < end; i++)
        width = r->rows[i].row.count > width ? r->rows[i].row.count : width;
    r->huge = r->huge || width * (end - from) > CELLS_LIMIT;
    for (size_t i = from; i < end && !r->huge; i++) {
        const struct raw_row *row = &r->rows[i].row;
        struct raw_cell *cells = arena_alloc(arena, width * sizeof *cells);
        memcpy(cells, row->cells, row->count * sizeof *cells);
        for (size_t c = row->count; c < width; c++)
            cells[c] = (struct raw_cell){"", row->line, (int)c + 1};
        rows[i - from] = (struct raw_row){cells, arena_alloc(arena, width * sizeof(struct raw_mark)), width, row->line};
    }
    table.rows = rows;
    table.row_count = end - from;
    ARRAY_ADD(arena, r->book->tables, r->book->table_count, table);
}

static void add_tables(struct cells_reading *r)
{
    size_t from = 0, count = r->book->table_count;
    for (size_t i = 1; i <= r->row_count && !r->huge; i++) {
        if (i < r->row_count && !begins_table(r, from, i))
            continue;
        add_table(r, from, i);
        from = i;
    }
    count = r->book->table_count - count;
    if (count > 1)
        FINDING(r->book->findings, RULE_BOOK_TABLES, (&(struct where){.file = r->name}),
                arena_format(r->book->arena, "%zu", count));
}

bool book_read_sheet(struct book *book, const struct book_sheet *sheet)
{
    struct cells_reading r = {.book = book, .name = arena_format(book->arena, "%s %s", book->file, sheet->name)};
    struct xml_visit visit = {begin, take_text, end, &r};
    const struct package_part *part = package_part(&book->package, sheet->part);
    if (!part)
        return false;
    bool sound = xml_read(part, &visit) && !r.damaged;
    if (sound && !r.huge)
        add_tables(&r);
    report_told(&r, &r.no_value, RULE_BOOK_FORMULA);
    report_told(&r, &r.hidden, RULE_BOOK_HIDDEN);
    report_told(&r, &r.merged, RULE_BOOK_MERGED);
    report_told(&r, &r.text_numbers, RULE_BOOK_TEXT_NUMBER);
    if (r.huge)
        FINDING(book->findings, RULE_BOOK_HUGE, (&(struct where){.file = book->file}), NULL);
    else if (sound && r.row_count && book_related(book, sheet->part, "comments"))
        FINDING(book->findings, RULE_BOOK_COMMENTS, (&(struct where){.file = r.name}), NULL);
    return sound;
}
