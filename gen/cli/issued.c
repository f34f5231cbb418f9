/* SPDX-License-Identifier: MIT */
/* The folder of the archives: 台账.csv, a row for each, and index.html, which shows it. People may write into 台账.csv:
 * a row is added behind what is there, and nothing else of it changes. index.html is made anew from it. */
#include "base/message.h"
#include "cli/archive.h"
#include "publish/bytes.h"
#include "publish/csv_out.h"
#include "publish/single.h"
#include "publish/writing.h"
#include "read/raw.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistr.h>

#define PAGE "index.html"
#define COLUMNS "题名,文号,日期,地区,时期,归档包,sha256"

/* What index.html ends with: the sum of all before it, so that a page which somebody has changed is known. */
#define MARK "<!-- sha256 "
#define MARK_END " -->\n"

/* The file as it is, and its state before it was read; *there false when there is none. False when it can't be read. */
static bool read_there(const char *path, struct buffer *bytes, struct stat *seen, bool *there)
{
    *there = lstat(path, seen) == 0;
    if (!*there)
        return errno == ENOENT;
    return S_ISREG(seen->st_mode) && bytes_read_path(path, bytes);
}

/* ---- the table ---- */

static void add_row(struct buffer *out, const struct archive_item *item, const struct recorded *recorded,
                    const char *file, const char *digits)
{
    struct csv_out csv = {.out = out};
    csv_out_words(&csv, item->title);
    csv_out_words(&csv, item->number);
    csv_out_field(&csv, recorded->issued);
    csv_out_words(&csv, *recorded->setting_region ? recorded->setting_region : recorded->region_name);
    csv_out_field(&csv, recorded->period_name);
    csv_out_words(&csv, file);
    csv_out_field(&csv, digits);
    csv_out_end_row(&csv);
}

static const char *write_table(struct arena *arena, const char *path, const struct archive_item *item,
                               const struct recorded *recorded, const char *file, const struct sum *sum)
{
    struct buffer text = {.arena = arena};
    char digits[SUM_DIGITS + 1];
    struct stat seen;
    bool there;
    const char *sentence = NULL;
    sum_write(sum, digits);
    if (!read_there(path, &text, &seen, &there))
        return system_sentence(arena, _("台账读不出来，没有登记；请检查后再封存一次"), path);
    if (there && u8_check((const uint8_t *)buffer_text(&text), text.length))
        return arena_format(arena, _("台账不是 UTF-8 编码，没有登记；请另存为“CSV UTF-8”格式后再封存一次：'%s'"),
                            text_line(arena, path));
    if (there && strstr(buffer_text(&text), digits))
        return NULL;
    if (!text.length)
        csv_out_begin(&text, COLUMNS);
    if (text.data[text.length - 1] != '\n')
        buffer_add(&text, "\n");
    add_row(&text, item, recorded, file, digits);
    single_replace(arena, path, text.data, text.length, there ? &seen : NULL, &sentence);
    return sentence;
}

/* ---- the page ---- */

static void add_escaped(struct buffer *out, const char *text)
{
    static const char *const names[] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < sizeof names / sizeof *names && names[c])
            buffer_add(out, names[c]);
        else
            buffer_add_n(out, text, 1);
    }
}

/* Names of files are links: every byte that isn't a plain letter is written by its number. */
static void add_link(struct buffer *out, const char *file)
{
    buffer_add(out, "<a href=\"");
    for (const char *c = file; *c; c++)
        buffer_format(out, (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || strchr("-._", *c) ? "%c" : "%%%02X",
                      (unsigned char)*c);
    buffer_add(out, "\">");
    add_escaped(out, file);
    buffer_add(out, "</a>");
}

static void add_cells(struct buffer *out, const struct raw_row *row, bool head)
{
    buffer_add(out, "<tr>");
    for (size_t c = 0; c < row->count; c++) {
        const char *text = raw_text(row, c);
        buffer_add(out, head ? "<th>" : "<td>");
        if (!head && c == ISSUED_FILE && *text && !strchr(text, '/'))
            add_link(out, text);
        else
            add_escaped(out, text);
        buffer_add(out, head ? "</th>" : "</td>");
    }
    buffer_add(out, "</tr>\n");
}

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>归档台账</title>\n<style>\n"
    "body { font-family: sans-serif; margin: 2em; color: #222; background: #fff; }\n"
    "table { border-collapse: collapse; }\nth, td { border: 1px solid #999; padding: 0.3em 0.6em; text-align: left; }\n"
    "th { background: #eee; }\ntd:last-child { font-family: monospace; font-size: 0.8em; word-break: break-all; }\n"
    "</style>\n</head>\n<body>\n<h1>归档台账</h1>\n"
    "<p>每个归档包是一次发布，连同它的输入和模板。查验：<code>tongbao verify 归档包</code>。</p>\n<table>\n";

static bool is_ours(const struct buffer *page)
{
    size_t tail = strlen(MARK) + SUM_DIGITS + strlen(MARK_END);
    struct sum said;
    if (page->length < tail)
        return false;
    const char *line = page->data + page->length - tail;
    struct sum sum = sum_of(page->data, page->length - tail);
    return text_starts(line, MARK) && sum_read(line + strlen(MARK), &said) && sum_same(&sum, &said);
}

static const char *write_page(struct arena *arena, const char *folder, const char *path)
{
    struct buffer before = {.arena = arena}, page = {.arena = arena};
    struct findings unused = {.arena = arena};
    struct raw_table table;
    struct stat seen;
    bool there;
    const char *sentence = NULL;
    char digits[SUM_DIGITS + 1];
    if (!read_there(path, &before, &seen, &there))
        return system_sentence(arena, _("台账的页面读不出来，没有改写；请检查后再封存一次"), path);
    if (there && !is_ours(&before))
        return arena_format(arena, _("这个页面不是本程序写的，或被改过，没有改写；请移走后再封存一次：'%s'"),
                            text_line(arena, path));
    if (!raw_table_read(folder, ISSUED_TABLE, arena, &unused, NULL, &table))
        return arena_format(arena, _("台账读不出来，没有改写页面；请检查后再封存一次：'%s/%s'"), folder, ISSUED_TABLE);
    buffer_add(&page, page_head);
    for (size_t i = 0; i < table.row_count; i++)
        add_cells(&page, &table.rows[i], i == 0);
    buffer_add(&page, "</table>\n</body>\n</html>\n");
    struct sum sum = sum_of(page.data, page.length);
    sum_write(&sum, digits);
    buffer_format(&page, "%s%s%s", MARK, digits, MARK_END);
    if (!there || page.length != before.length || memcmp(page.data, before.data, page.length) != 0)
        single_replace(arena, path, page.data, page.length, there ? &seen : NULL, &sentence);
    return sentence;
}

const char *issued_enter(struct arena *arena, const char *folder, const struct archive_item *item,
                         const struct recorded *recorded, const char *file, const struct sum *sum)
{
    const char *error =
        write_table(arena, arena_format(arena, "%s/%s", folder, ISSUED_TABLE), item, recorded, file, sum);
    return error ? error : write_page(arena, folder, arena_format(arena, "%s/%s", folder, PAGE));
}
