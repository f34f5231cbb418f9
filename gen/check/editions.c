/* SPDX-License-Identifier: MIT */
#include "check/editions.h"

#include "base/text.h"
#include "check/sheet.h"
#include "check/table_words.h"

#include <string.h>

enum column { NAME, TEMPLATE, PERIODS, COPY_TO, DOC_NUMBER, COLUMNS };

static const struct column_name columns[COLUMNS] = {
    [NAME] = {"name", "名称", true},
    [TEMPLATE] = {"template", "模板", false},
    [PERIODS] = {"periods", "时期", false},
    [COPY_TO] = {"copy_to", "抄送", false},
    [DOC_NUMBER] = {"doc_number", "发文字号", false},
};

static const struct cell_word times[] = {
    {"all", 0},
    {"全部", 0},
    {"monthly", EDITION_MONTHLY},
    {"每月", EDITION_MONTHLY},
    {"quarterly", EDITION_QUARTERLY},
    {"每季", EDITION_QUARTERLY},
    {"half_year", EDITION_HALF},
    {"半年", EDITION_HALF},
    {"within_year", EDITION_WITHIN},
    {"年内", EDITION_WITHIN},
    {"year_end", EDITION_YEAR_END},
    {"年末", EDITION_YEAR_END},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column_words words_of[] = {
    {.column = PERIODS, .words = times, .count = COUNT(times)},
};
const struct table_words documents_words = {"documents.csv", columns, COLUMNS, words_of, COUNT(words_of)};

struct editions {
    struct edition *items;
    size_t count;
};

/* The other documents of a run are named so. */
static bool is_taken(const char *name)
{
    static const char *const taken[] = {"targets", "correction", "index", "audit"};
    for (size_t i = 0; i < COUNT(taken); i++)
        if (cell_same(name, taken[i]))
            return true;
    return false;
}

static bool is_file_name(const char *name)
{
    return *name != '.' && !strpbrk(name, "/\\:*?\"<>|");
}

static bool read_name(const struct sheet *sheet, const struct editions *editions, struct edition *edition)
{
    if (!sheet_required(sheet, NAME, &edition->name))
        return false;
    bool fits = is_file_name(edition->name) && !is_taken(edition->name), twice = false;
    if (!fits)
        sheet_report(sheet, NAME, RULE_DOCUMENTS_NAME);
    for (size_t i = 0; i < editions->count && !twice; i++)
        twice = cell_same(edition->name, editions->items[i].name);
    if (twice)
        sheet_report(sheet, NAME, RULE_DOCUMENTS_TWICE);
    return fits && !twice;
}

static bool read_times(const struct sheet *sheet, struct edition *edition)
{
    struct arena *arena = sheet->loader->arena;
    bool always = false;
    size_t count;
    const char *const *names = cell_list(arena, sheet_text(sheet, PERIODS), &count);
    for (size_t i = 0; i < count; i++) {
        int time;
        if (!cell_word(names[i], times, COUNT(times), &time)) {
            struct where where = sheet_where(sheet, PERIODS);
            FINDING(sheet->loader->findings, RULE_WORD_UNKNOWN, &where, names[i],
                    cell_words(arena, times, COUNT(times)));
            return false;
        }
        always |= !time;
        edition->times |= (unsigned)time;
    }
    if (always)
        edition->times = 0;
    return true;
}

static void read_row(const struct sheet *sheet, struct editions *editions)
{
    struct edition edition = {.place = sheet_where(sheet, TEMPLATE)};
    bool good = read_name(sheet, editions, &edition);
    const char *template = sheet_text(sheet, TEMPLATE);
    edition.template = *template ? template : "region";
    if (!is_file_name(edition.template)) {
        sheet_report(sheet, TEMPLATE, RULE_DOCUMENTS_NAME);
        good = false;
    }
    good = read_times(sheet, &edition) && good;
    edition.copy_to = sheet_text_or_null(sheet, COPY_TO);
    edition.doc_number = sheet_text_or_null(sheet, DOC_NUMBER);
    if (edition.doc_number && !cell_doc_number(sheet->loader->arena, edition.doc_number))
        sheet_report(sheet, DOC_NUMBER, RULE_DOC_NUMBER);
    if (good)
        ARRAY_ADD(sheet->loader->arena, editions->items, editions->count, edition);
}

void editions_read(struct loader *loader)
{
    struct sheet sheet;
    struct editions editions = {0};
    if (!sheet_exists(loader, "documents.csv") || !sheet_open(&sheet, loader, "documents.csv", columns, COLUMNS))
        return;
    while (sheet_next(&sheet))
        read_row(&sheet, &editions);
    loader->dataset->editions = editions.items;
    loader->dataset->edition_count = editions.count;
}

bool edition_is_due(const struct edition *edition, struct period period)
{
    const struct {
        enum edition_time time;
        bool now;
    } facts[] = {
        {EDITION_MONTHLY, period.frequency == FREQUENCY_MONTH},
        {EDITION_QUARTERLY, period.frequency == FREQUENCY_QUARTER},
        {EDITION_HALF, period_months(period) == 6},
        {EDITION_WITHIN, !period_is_last(period)},
        {EDITION_YEAR_END, period_is_last(period)},
    };
    for (size_t i = 0; i < COUNT(facts); i++)
        if ((edition->times & facts[i].time) && facts[i].now)
            return true;
    return edition->times == 0;
}

const struct edition *edition_named(const struct dataset *dataset, const char *name)
{
    for (size_t i = 0; i < dataset->edition_count; i++)
        if (cell_same(dataset->editions[i].name, name))
            return &dataset->editions[i];
    return NULL;
}
