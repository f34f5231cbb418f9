/* SPDX-License-Identifier: MIT */
#include "publish/record.h"

#include "publish/listing.h"

#include <string.h>

const char record_title[] = "# 发布记录：本次发布所用的程序、参数和文件\n";

/* The lists, in this order; a list of nothing isn't there. */
#define HEAD_INPUTS "地区文件夹里读到的文件（在那个文件夹里用 sha256sum -c 加本文件可以查验）"
#define HEAD_PROGRAM "程序自带的模板和用语"
#define HEAD_PREVIOUS "上次发布的文件（--previous）"
#define HEAD_LAST "前一期发布的文件（--last）"
#define HEAD_FONTS "字体"

const char *record_lead(struct arena *arena, struct period period)
{
    return arena_format(arena, "%s# 时期：%s（%s）\n", record_title, period_code(arena, period),
                        period_name(arena, period));
}

/* On a line of its own whatever is in it: it must not pass for another line. */
static const char *one_line(struct arena *arena, const char *text)
{
    return text ? text_line(arena, text) : "";
}

/* All that tells two regions apart, each on its own line, so that none can run into the next. */
const char *record_region(struct arena *arena, const struct dataset *dataset)
{
    return arena_format(arena, "# 区域代码：%s\n# 区域名称：%s\n# 设置中的区域名称：%s\n",
                        one_line(arena, dataset->region->code), one_line(arena, dataset->region->name),
                        one_line(arena, dataset->settings.region));
}

/* As sha256sum writes it, and reads it again: with a backslash in the name doubled, and one before the line. */
static void write_input(const struct file_sum *input, struct buffer *out)
{
    char digits[SUM_DIGITS + 1];
    sum_write(&input->sum, digits);
    buffer_format(out, "%s%s  ", strchr(input->file, '\\') ? "\\" : "", digits);
    for (const char *c = input->file; *c; c++) {
        buffer_add_n(out, c, 1);
        if (*c == '\\')
            buffer_add_n(out, c, 1);
    }
    buffer_add(out, "\n");
}

static void write_inputs(const char *heading, const char *before, const struct file_list *list, struct buffer *out)
{
    if (!list->count)
        return;
    buffer_format(out, "#\n# %s：\n", heading);
    for (size_t i = 0; i < list->count; i++) {
        buffer_add(out, before);
        write_input(&list->items[i], out);
    }
}

static void write_fonts(const struct record *record, struct buffer *out)
{
    char digits[SUM_DIGITS + 1];
    if (record->font_count)
        buffer_add(out, "#\n# " HEAD_FONTS "：\n");
    for (size_t i = 0; i < record->font_count; i++) {
        const struct record_font *font = &record->fonts[i];
        sum_write(&font->sum, digits);
        buffer_format(out, "# %s  %s  %s\n", digits, one_line(out->arena, font->name), font->label);
    }
}

void record_write(const struct record *record, struct buffer *out)
{
    struct arena *arena = out->arena;
    buffer_add(out, record_lead(arena, record->period));
    buffer_add(out, record_region(arena, record->dataset));
    buffer_format(out, "# 成文日期：%s\n", record->issued);
    buffer_format(out, "# 参数：%s\n", one_line(arena, record->arguments));
    buffer_format(out, "# 程序：%s\n", record->program);
    buffer_format(out, "# 程序库：%s\n", strings_join(&record->libraries, arena, "、"));
    write_inputs(HEAD_INPUTS, "", &record->inputs->region, out);
    write_inputs(HEAD_PROGRAM, "# ", &record->inputs->program, out);
    write_inputs(HEAD_PREVIOUS, "# ", &record->inputs->previous, out);
    write_inputs(HEAD_LAST, "# ", &record->inputs->last, out);
    write_fonts(record, out);
}

/* ---- reading ---- */

/* The line that *text begins with, without its end; *text moves to the next. NULL at the end. */
static const char *next_line(struct arena *arena, const char **text)
{
    size_t length = strcspn(*text, "\n");
    if (!**text)
        return NULL;
    const char *line = arena_string_n(arena, *text, length);
    *text += length + ((*text)[length] == '\n');
    return line;
}

/* What stands behind "# heading：" on the next line; NULL when that is another line. */
static const char *next_words(struct arena *arena, const char **text, const char *heading)
{
    const char *line = next_line(arena, text), *lead = arena_format(arena, "# %s：", heading);
    return line && text_starts(line, lead) ? line + strlen(lead) : NULL;
}

/* `sum  path`, as sha256sum writes it. */
static bool read_input(struct arena *arena, const char *line, struct file_list *list)
{
    struct listing one = {.arena = arena};
    const char *text = arena_format(arena, "%s\n", line);
    if (!listing_read(&one, text, strlen(text)) || one.count != 1)
        return false;
    return file_list_add(list, arena, one.items[0].path, &one.items[0].sum);
}

/* `sum  name  label`; neither has two blanks in it. */
static bool read_font(struct arena *arena, const char *line, struct recorded *r)
{
    struct recorded_font font;
    if (!sum_read(line, &font.sum) || strncmp(line + SUM_DIGITS, "  ", 2) != 0)
        return false;
    const char *name = line + SUM_DIGITS + 2, *end = strstr(name, "  ");
    font.name = end ? arena_string_n(arena, name, (size_t)(end - name)) : name;
    ARRAY_ADD(arena, r->fonts, r->font_count, font);
    return true;
}

static bool read_lists(struct arena *arena, const char *text, struct recorded *r)
{
    const struct {
        const char *heading;
        struct file_list *list; /* NULL: of fonts */
    } lists[] = {{HEAD_INPUTS, &r->inputs},
                 {HEAD_PROGRAM, &r->program_files},
                 {HEAD_PREVIOUS, &r->previous},
                 {HEAD_LAST, &r->last},
                 {HEAD_FONTS, NULL}};
    struct file_list *list = NULL;
    bool of_fonts = false, good = true;
    for (const char *line; good && (line = next_line(arena, &text));) {
        bool heading = strcmp(line, "#") == 0;
        const char *below = text_starts(line, "# ") ? line + 2 : line;
        for (size_t i = 0; i < sizeof lists / sizeof *lists && !heading; i++)
            if (strcmp(below, arena_format(arena, "%s：", lists[i].heading)) == 0) {
                heading = true;
                list = lists[i].list;
                of_fonts = !list;
            }
        if (!heading)
            good = of_fonts ? read_font(arena, below, r) : list && read_input(arena, below, list);
    }
    return good;
}

bool record_read(struct arena *arena, const char *text, struct recorded *r)
{
    *r = (struct recorded){0};
    if (!text_starts(text, record_title))
        return false;
    text += strlen(record_title);
    const struct {
        const char *heading, **words;
    } rows[] = {{"时期", &r->period},          {"区域代码", &r->region_code},
                {"区域名称", &r->region_name}, {"设置中的区域名称", &r->setting_region},
                {"成文日期", &r->issued},      {"参数", &r->arguments},
                {"程序", &r->program},         {"程序库", &r->libraries}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!(*rows[i].words = next_words(arena, &text, rows[i].heading)))
            return false;
    size_t length = strlen(r->period);
    const char *open = strstr(r->period, "（");
    if (!open || !text_ends(r->period, "）"))
        return false;
    const char *name = open + strlen("（");
    r->period_name = arena_string_n(arena, name, length - (size_t)(name - r->period) - strlen("）"));
    r->period = arena_string_n(arena, r->period, (size_t)(open - r->period));
    return read_lists(arena, text, r);
}
