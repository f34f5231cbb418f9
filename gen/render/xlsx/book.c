/* SPDX-License-Identifier: MIT */
#include "render/xlsx/book.h"

#include "base/message.h"
#include "render/printed.h"
#include "render/xlsx/clean.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* By name only, so that a machine without it falls back to its own Chinese face. */
static const char face[] = BOOK_FACE;

enum { DEFAULT_HALF_POINTS = 21, FORMULA_LIMIT = 8192, PROPERTY_LIMIT = 255, NAME_LIMIT = 31 };
enum { MAX_ROW_HEIGHT = 409 };

enum {
    COLOR_HEAD = 0xDDE5EE,
    COLOR_BANNER = 0xF2F2F2,
    COLOR_BANNER_TEXT = 0xC00000,
    COLOR_LINK = 0x1F4E9E,
    COLOR_LINE = 0x8C8C8C
};

/* Ink and paper of a tone. Their greys differ too, and 低于 and the like are bold as well. */
static const struct tone_colors {
    lxw_color_t ink, paper;
    bool bold;
} tones[] = {
    [TONE_PLAIN] = {0, 0, false},
    [TONE_GOOD] = {0x1E5B2A, 0xE8F4EA, false},
    [TONE_BAD] = {0x8A1C1C, 0xF5CFC6, true},
    [TONE_WAITING] = {0x6B5100, 0xFFF1C9, false},
    [TONE_MUTED] = {0x6A6A6A, 0, false},
};

struct book_format {
    struct look look;
    lxw_format *format;
};

/* book_check for what is called once a cell: the words are looked up only where they are needed. */
#define CHECK(book, call, what)                                                                                        \
    do {                                                                                                               \
        lxw_error answer = (call);                                                                                     \
        if (answer != LXW_NO_ERROR)                                                                                    \
            book_check((book), answer, (what));                                                                        \
    } while (0)

void book_fail(struct book *book, const char *what)
{
    if (!book->error)
        book->error = arena_string(book->arena, what);
}

void book_check(struct book *book, lxw_error error, const char *what)
{
    if (error != LXW_NO_ERROR && !book->error)
        book->error =
            arena_format(book->arena, _("生成工作簿时“%s”没有成功（%s）。请把本条信息连同输入目录交给开发人员。"), what,
                         lxw_strerror(error));
}

/* Seconds from 1970 to that day's midnight, UTC, without a time zone having a say (days_from_civil, H. Hinnant). */
static time_t day_seconds(struct day day)
{
    int year = day.month <= 2 ? day.year - 1 : day.year;
    int era = year / 400, year_of_era = year - era * 400;
    int day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return ((time_t)era * 146097 + day_of_era - 719468) * 86400;
}

static char *property(struct book *book, const char *text)
{
    return text ? arena_string(book->arena, clean_line(book->arena, text, PROPERTY_LIMIT)) : NULL;
}

void book_open(struct book *book, struct arena *arena, const struct document *document)
{
    *book = (struct book){.arena = arena};
    /* No file has an empty name: were minizip's own zipOpen called after all, it would fail and write nothing. */
    book->workbook = workbook_new("");
    if (!book->workbook)
        memory_exhausted();
    /* The first format is the book's default; its face sets the width unit of the columns. */
    lxw_format *normal = STAILQ_FIRST(book->workbook->formats);
    format_set_font_name(normal, face);
    format_set_font_size(normal, 11);
    time_t created = day_seconds(document->issued);
    lxw_doc_properties properties = {.title = property(book, document->title),
                                     .author = property(book, document->author),
                                     .subject = property(book, document->subject),
                                     .keywords = property(book, document->keywords),
                                     .created = created ? created : 1}; /* 0 would mean now */
    book_check(book, workbook_set_properties(book->workbook, &properties), _("写文件属性"));
}

void book_close(struct book *book)
{
    lxw_error error = workbook_close(book->workbook); /* frees the workbook whatever happens */
    book->workbook = NULL;
    book_check(book, error, _("打包"));
}

void book_abandon(struct book *book)
{
    lxw_workbook_free(book->workbook);
    book->workbook = NULL;
}

/* What Excel forbids in a sheet's name, and # and ' because links are made from it. */
static bool name_valid(const char *name)
{
    return *name && !strpbrk(name, "[]:*?/\\#'\"&<>") && strcmp(name, "History") != 0;
}

lxw_worksheet *book_sheet(struct book *book, const char *name)
{
    const char *clean = clean_line(book->arena, name ? name : "", NAME_LIMIT);
    lxw_worksheet *sheet = NULL;
    if (name_valid(clean) && clean == name && workbook_validate_sheet_name(book->workbook, clean) == LXW_NO_ERROR)
        sheet = workbook_add_worksheet(book->workbook, clean);
    if (!sheet)
        book_fail(book, arena_format(book->arena,
                                     _("工作表名“%s”不能用：为空、重复、过长或含有 []:*?/\\#'\"&<> 等字符。"
                                       "请在模板中给这张表另取一个10个字以内的名字。"),
                                     clean));
    return sheet;
}

static bool same_look(const struct look *a, const struct look *b)
{
    bool same_number = a->number_format == b->number_format ||
                       (a->number_format && b->number_format && !strcmp(a->number_format, b->number_format));
    return same_number && a->align == b->align && a->tone == b->tone && a->half_points == b->half_points &&
           a->bold == b->bold && a->wrap == b->wrap && a->border == b->border && a->link == b->link &&
           a->head == b->head && a->banner == b->banner && a->rule_above == b->rule_above &&
           a->rule_below == b->rule_below;
}

static void apply_colors(lxw_format *format, const struct look *look)
{
    const struct tone_colors *tone = &tones[look->tone];
    lxw_color_t ink = look->banner ? COLOR_BANNER_TEXT : look->link ? COLOR_LINK : tone->ink;
    lxw_color_t paper = look->banner ? COLOR_BANNER : look->head ? COLOR_HEAD : tone->paper;
    if (ink)
        format_set_font_color(format, ink);
    if (paper) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, paper);
    }
    if (look->bold || tone->bold)
        format_set_bold(format);
}

static void apply_lines(lxw_format *format, const struct look *look)
{
    if (look->border) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, COLOR_LINE);
    }
    if (look->rule_above) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, COLOR_LINE);
    }
    if (look->rule_below) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, COLOR_LINE);
    }
}

lxw_format *book_format(struct book *book, const struct look *look)
{
    for (size_t i = 0; i < book->format_count; i++)
        if (same_look(&book->formats[i].look, look))
            return book->formats[i].format;
    static const uint8_t alignments[] = {
        [ALIGN_LEFT] = LXW_ALIGN_LEFT, [ALIGN_CENTER] = LXW_ALIGN_CENTER, [ALIGN_RIGHT] = LXW_ALIGN_RIGHT};
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format)
        memory_exhausted();
    format_set_font_name(format, face);
    format_set_font_size(format, (look->half_points ? look->half_points : DEFAULT_HALF_POINTS) / 2.0);
    format_set_align(format, alignments[look->align]);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->link)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->number_format)
        format_set_num_format(format, look->number_format);
    apply_colors(format, look);
    apply_lines(format, look);
    struct book_format known = {*look, format};
    ARRAY_ADD(book->arena, book->formats, book->format_count, known);
    return format;
}

lxw_format *book_tone(struct book *book, enum cell_tone tone)
{
    if (book->tones[tone])
        return book->tones[tone];
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format)
        memory_exhausted();
    if (tones[tone].ink)
        format_set_font_color(format, tones[tone].ink);
    if (tones[tone].paper)
        format_set_bg_color(format, tones[tone].paper);
    if (tones[tone].bold)
        format_set_bold(format);
    book->tones[tone] = format;
    return format;
}

void book_blank(struct book *book, struct place place, const struct look *look)
{
    if (book->error)
        return;
    CHECK(book, worksheet_write_blank(place.sheet, place.row, place.column, book_format(book, look)), _("写空单元格"));
}

void book_text(struct book *book, struct place place, const char *text, const struct look *look)
{
    if (book->error)
        return;
    if (!*text) {
        book_blank(book, place, look);
        return;
    }
    const char *clean = clean_cell(book->arena, text);
    CHECK(book, worksheet_write_string(place.sheet, place.row, place.column, clean, book_format(book, look)),
          _("写文字"));
}

static bool figure_of(struct book *book, const struct cell *cell, double *value)
{
    if (printed_value(cell, value))
        return true;
    book_fail(book,
              arena_format(book->arena, _("工作簿中有一个无法写入的数“%s”。请把本条信息连同输入目录交给开发人员。"),
                           clean_line(book->arena, cell->number ? cell->number : "", 64)));
    return false;
}

void book_number(struct book *book, struct place place, const struct cell *cell, const struct look *look)
{
    double value;
    if (!book->error && figure_of(book, cell, &value))
        CHECK(book, worksheet_write_number(place.sheet, place.row, place.column, value, book_format(book, look)),
              _("写数"));
}

void book_formula(struct book *book, struct place place, const char *formula, const struct cell *value,
                  const struct look *look)
{
    if (book->error)
        return;
    lxw_format *format = book_format(book, look);
    const char *clean = clean_line(book->arena, formula, SIZE_MAX);
    if (strlen(clean) >= FORMULA_LIMIT) {
        book_fail(book, arena_format(book->arena, _("工作簿中有一个公式超过%d个字节，Excel 不接受。请把公式拆成几列。"),
                                     FORMULA_LIMIT));
        return;
    }
    double figure;
    if (value->kind != CELL_NUMBER)
        book_check(book,
                   worksheet_write_formula_str(place.sheet, place.row, place.column, clean, format,
                                               clean_cell(book->arena, value->text)),
                   _("写公式"));
    else if (figure_of(book, value, &figure))
        book_check(book, worksheet_write_formula_num(place.sheet, place.row, place.column, clean, format, figure),
                   _("写公式"));
}

/* The library checks too little: what looks like a cell (A1, R1C1), begins with a figure or holds a sign damages the
 * book. So only names that begin with a character outside ASCII and go on with such, letters, figures and _. */
static bool defined_name_valid(const struct book *book, const char *name)
{
    if (!name || strcmp(clean_line(book->arena, name, NAME_LIMIT), name) != 0 || !(*name & 0x80))
        return false;
    for (const char *p = name; *p; p++)
        if (!(*p & 0x80) && !isalnum((unsigned char)*p) && *p != '_')
            return false;
    /* Of the Chinese signs those that stand between words. */
    static const char *const signs[] = {"　", "，", "、", "（", "）", "：", "；", "。", "—", "“", "”", "％"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strstr(name, signs[i]))
            return false;
    return true;
}

void book_name(struct book *book, struct place place, const char *name)
{
    if (book->error)
        return;
    bool fit = defined_name_valid(book, name);
    for (size_t i = 0; i < book->name_count; i++)
        fit = fit && strcmp(book->names[i], name) != 0;
    if (!fit) {
        book_fail(book,
                  arena_format(book->arena,
                               _("单元格名称“%s”不能用：为空、重复或含有空格、符号。请在模板中改用汉字组成的名称。"),
                               clean_line(book->arena, name ? name : "", NAME_LIMIT)));
        return;
    }
    char letters[8];
    lxw_col_to_name(letters, place.column, 1);
    const char *meant = arena_format(book->arena, "='%s'!%s$%u", place.sheet->name, letters, (unsigned)place.row + 1);
    book_check(book, workbook_define_name(book->workbook, name, meant), _("定义名称"));
    ARRAY_ADD(book->arena, book->names, book->name_count, name);
}

void book_link(struct book *book, struct place place, const char *name, const struct look *look)
{
    if (book->error)
        return;
    const char *target = arena_format(book->arena, "internal:'%s'!A1", name);
    const char *hint = arena_format(book->arena, "转到“%s”", name);
    book_check(
        book,
        worksheet_write_url_opt(place.sheet, place.row, place.column, target, book_format(book, look), name, hint),
        _("写链接"));
}

struct book_anchor {
    const char *name;
    struct place place;
};

struct book_lead {
    struct place place;
    const char *anchor;
    const struct cell *cell;
    struct look look;
};

void book_anchor(struct book *book, struct place place, const char *anchor)
{
    struct book_anchor added = {anchor, place};
    ARRAY_ADD(book->arena, book->anchors, book->anchor_count, added);
}

void book_lead(struct book *book, struct place place, const char *anchor, const struct cell *cell,
               const struct look *look)
{
    struct book_lead added = {place, anchor, cell, *look};
    ARRAY_ADD(book->arena, book->leads, book->lead_count, added);
}

static int by_name(const void *left, const void *right)
{
    const struct book_anchor *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static void lead_to(struct book *book, struct book_lead *lead, const struct place *to)
{
    char column[8];
    lxw_col_to_name(column, to->column, 0);
    const char *target =
        arena_format(book->arena, "internal:'%s'!%s%u", to->sheet->name, column, (unsigned)to->row + 1);
    const char *hint = arena_format(book->arena, "转到“%s”%s%u", to->sheet->name, column, (unsigned)to->row + 1);
    lead->look.link = true;
    book_check(book,
               worksheet_write_url_opt(lead->place.sheet, lead->place.row, lead->place.column, target,
                                       book_format(book, &lead->look), lead->cell->text, hint),
               _("写链接"));
    if (lead->cell->kind == CELL_NUMBER)
        book_number(book, lead->place, lead->cell, &lead->look);
    else
        book_text(book, lead->place, lead->cell->text, &lead->look);
}

void book_leads(struct book *book)
{
    if (book->anchor_count)
        qsort(book->anchors, book->anchor_count, sizeof *book->anchors, by_name);
    for (size_t i = 0; i < book->lead_count && !book->error; i++) {
        const struct book_anchor wanted = {.name = book->leads[i].anchor};
        const struct book_anchor *found =
            book->anchor_count ? bsearch(&wanted, book->anchors, book->anchor_count, sizeof *book->anchors, by_name)
                               : NULL;
        if (found)
            lead_to(book, &book->leads[i], &found->place);
    }
}

void book_merge(struct book *book, struct place place, lxw_row_t rows, size_t columns, const char *text,
                const struct look *look)
{
    if (book->error)
        return;
    if (rows == 1 && columns == 1) {
        book_text(book, place, text, look);
        return;
    }
    const char *clean = clean_cell(book->arena, text);
    book_check(book,
               worksheet_merge_range(place.sheet, place.row, place.column, place.row + rows - 1,
                                     (lxw_col_t)(place.column + columns - 1), clean, book_format(book, look)),
               _("合并单元格"));
}

void book_rule(struct book *book, struct place place, size_t rows, lxw_conditional_format *rule)
{
    if (!book->error && rows)
        book_check(book,
                   worksheet_conditional_format_range(place.sheet, place.row, place.column,
                                                      place.row + (lxw_row_t)rows - 1, place.column, rule),
                   _("设置条件格式"));
}

void book_row(struct book *book, lxw_worksheet *sheet, lxw_row_t row, double height)
{
    if (!book->error)
        CHECK(book, worksheet_set_row(sheet, row, height > MAX_ROW_HEIGHT ? MAX_ROW_HEIGHT : height, NULL),
              _("设置行高"));
}
