/* SPDX-License-Identifier: MIT */
/* tongbao words: what may be written in the columns of a region folder's tables, so that nobody learns it from refusals
 * alone. */
#include "base/message.h"
#include "base/text.h"
#include "check/nearest.h"
#include "check/vocabulary.h"
#include "cli/commands.h"
#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HAN_FIRST 0x2E80

struct columns {
    const struct vocabulary_column *items;
    size_t count;
};

static bool is_called(const struct vocabulary_column *column, const char *name)
{
    return cell_same(name, column->english) || (column->chinese && cell_same(name, column->chinese));
}

/* 关系 op */
static void print_name(const struct vocabulary_column *column)
{
    printf("%s%s%s", column->chinese ? column->chinese : "", column->chinese ? " " : "", column->english);
}

static void print_columns(const struct columns *columns)
{
    const char *file = "";
    for (size_t i = 0; i < columns->count; i++) {
        const struct vocabulary_column *column = &columns->items[i];
        if (strcmp(column->file, file) != 0)
            printf("%s%s\n", i ? "\n" : "", column->file);
        file = column->file;
        printf("  %s ", column->count ? "*" : " ");
        print_name(column);
        putchar('\n');
    }
    printf("%s", _("\n带 * 的有规定的词：tongbao words 关系 列出“关系”可以写的词。各列写什么、怎样写见 man 5 "
                   "tongbao-region。\n"));
}

/* ---- the words of one column ---- */

static bool is_chinese(const char *word)
{
    return text_next(&word) >= HAN_FIRST;
}

/* The words of one meaning on one line, the Chinese ones first. */
static void print_meaning(const struct vocabulary_column *column, int meaning)
{
    const char *between = "  ";
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < column->count; i++) {
            const struct cell_word *word = &column->words[i];
            if (word->meaning != meaning || is_chinese(word->text) != (pass == 0))
                continue;
            printf("%s%s", between, word->text);
            between = " ";
        }
    }
    putchar('\n');
}

static void print_words(const struct vocabulary_column *column)
{
    for (size_t i = 0; i < column->count; i++) {
        size_t first = 0;
        while (column->words[first].meaning != column->words[i].meaning)
            first++;
        if (first == i)
            print_meaning(column, column->words[i].meaning);
    }
    if (column->more)
        printf("%s\n", _(column->more));
}

static bool same_words(const struct vocabulary_column *a, const struct vocabulary_column *b)
{
    bool same = a->count == b->count && strcmp(a->english, b->english) == 0;
    for (size_t i = 0; i < a->count && same; i++)
        same = strcmp(a->words[i].text, b->words[i].text) == 0;
    return same;
}

/* Every column of that name once with its words; those of several tables that take the same words together. False when
 * none has a fixed set. */
static bool print_named(const struct columns *columns, const char *name)
{
    bool any = false;
    for (size_t i = 0; i < columns->count; i++) {
        const struct vocabulary_column *column = &columns->items[i];
        if (!column->count || !is_called(column, name))
            continue;
        size_t first = 0;
        while (!same_words(&columns->items[first], column))
            first++;
        if (first < i)
            continue;
        printf("%s%s", any ? "\n" : "", column->file);
        for (size_t j = i + 1; j < columns->count; j++)
            if (same_words(column, &columns->items[j]))
                printf("%s%s", _("、"), columns->items[j].file);
        printf("%s", _("："));
        print_name(column);
        putchar('\n');
        print_words(column);
        any = true;
    }
    return any;
}

static enum exit_status complain_unknown(const struct columns *columns, const char *name)
{
    struct nearest nearest = nearest_to(name);
    nearest.lenient = true;
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->items[i].chinese)
            nearest_offer(&nearest, columns->items[i].chinese);
        nearest_offer(&nearest, columns->items[i].english);
    }
    if (nearest.found)
        fprintf(stderr, _("没有哪张表有这一列，最接近的是“%s”；全部的列见 tongbao words：'%s'\n"), nearest.found, name);
    else
        fprintf(stderr, _("没有哪张表有这一列；全部的列见 tongbao words：'%s'\n"), name);
    return EXIT_USAGE;
}

/* ---- the names in a region's own tables ---- */

static void print_areas(const struct dataset *d, struct arena *arena)
{
    (void)arena;
    for (size_t i = 0; i < d->area_count; i++)
        printf("  %s  %s\n", d->areas[i].code, d->areas[i].name);
}

static void print_indicators(const struct dataset *d, struct arena *arena)
{
    (void)arena;
    for (size_t i = 0; i < d->indicator_count; i++)
        printf("  %s  %s\n", d->indicators[i].id, d->indicators[i].name);
}

static int latest_first(const void *a, const void *b)
{
    return period_compare(*(const struct period *)b, *(const struct period *)a);
}

static void print_periods(const struct dataset *d, struct arena *arena)
{
    struct period *periods = NULL;
    size_t count = 0, series_count = d->series ? d->area_count * d->indicator_count : 0;
    for (size_t s = 0; s < series_count; s++)
        for (size_t i = 0; i < d->series[s].count; i++)
            ARRAY_ADD(arena, periods, count, d->series[s].items[i].period);
    if (count)
        qsort(periods, count, sizeof *periods, latest_first);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || period_compare(periods[i - 1], periods[i]) != 0)
            printf("  %s  %s\n", period_code(arena, periods[i]), period_name(arena, periods[i]));
}

static const struct {
    const char *english, *chinese;
    void (*print)(const struct dataset *dataset, struct arena *arena);
} of_regions[] = {
    {"area", "地区", print_areas},
    {"indicator", "指标", print_indicators},
    {"period", "时期", print_periods},
};

/* One a line, the code before the name; what the tables' faults leave of them. */
static enum exit_status print_of_region(const struct options *options, struct arena *arena)
{
    struct options reading = {.program = options->program, .input = options->of_region, .keep_going = true};
    struct session session;
    for (size_t i = 0; i < sizeof of_regions / sizeof *of_regions; i++) {
        if (!cell_same(options->input, of_regions[i].english) && !cell_same(options->input, of_regions[i].chinese))
            continue;
        enum exit_status status = session_open(&session, &reading, arena);
        if (status == EXIT_CLEAN)
            of_regions[i].print(session.dataset, arena);
        return status;
    }
    fprintf(stderr, _("一个地区文件夹里可以列出的是 地区、指标、时期：'%s'\n"), options->input);
    return EXIT_USAGE;
}

enum exit_status command_words(const struct options *options, struct arena *arena)
{
    struct columns columns;
    const char *name = options->input;
    if (options->of_region)
        return print_of_region(options, arena);
    columns.items = vocabulary_columns(arena, &columns.count);
    if (!name) {
        print_columns(&columns);
        return EXIT_CLEAN;
    }
    if (print_named(&columns, name))
        return EXIT_CLEAN;
    for (size_t i = 0; i < columns.count; i++) {
        if (is_called(&columns.items[i], name)) {
            printf(_("这一列不限用词，写什么、怎样写见 man 5 tongbao-region：'%s'\n"), name);
            return EXIT_CLEAN;
        }
    }
    return complain_unknown(&columns, name);
}
