/* SPDX-License-Identifier: MIT */
#include "publish/record.h"

#include <string.h>

const char record_title[] = "# 发布记录：本次发布所用的程序、参数和文件\n";

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
        buffer_add(out, "#\n# 字体：\n");
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
    write_inputs("地区文件夹里读到的文件（在那个文件夹里用 sha256sum -c 加本文件可以查验）", "",
                 &record->inputs->region, out);
    write_inputs("程序自带的模板和用语", "# ", &record->inputs->program, out);
    write_inputs("上次发布的文件（--previous）", "# ", &record->inputs->previous, out);
    write_inputs("前一期发布的文件（--last）", "# ", &record->inputs->last, out);
    write_fonts(record, out);
}
