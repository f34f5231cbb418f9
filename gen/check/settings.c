/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/nearest.h"
#include "check/sheet.h"
#include "check/table_words.h"

#include <stddef.h>
#include <string.h>

enum column { KEY, VALUE, COLUMNS };

static const struct column_name columns[COLUMNS] = {[KEY] = {"key", "项", true}, [VALUE] = {"value", "值", true}};

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define MOST_COUNT 999

static const struct cell_word retentions[] = {{"30年", RETENTION_30}, {"永久", RETENTION_EVER}, {"10年", RETENTION_10}};
static const struct cell_word heads[] = {
    {"full", HEAD_SETTING_FULL}, {"blank", HEAD_SETTING_BLANK}, {"none", HEAD_SETTING_NONE}};
static const struct cell_word roundings[] = {{"half_up", ROUND_HALF_UP}, {"half_even", ROUND_HALF_EVEN}};
static const struct cell_word seals[] = {{"space", true}, {"none", false}};
static const struct cell_word compares[] = {{"printed", false}, {"exact", true}};
static const struct cell_word no_yes[] = {{"no", false}, {"否", false}, {"yes", true}, {"是", true}};
static const struct cell_word orders[] = {{"behind", false}, {"落后", false}, {"file", true}, {"文件", true}};
static const struct cell_word limits[] = {{"off", 0}, {"不查", 0}};
static const struct cell_word letters[] = {{"off", LETTERS_OFF}, {"rule", LETTERS_RULE}, {"all", LETTERS_ALL}};

struct setting {
    const char *key, *chinese; /* chinese may be NULL */
    /* Reads the row's value into the field; what can't be read becomes a finding and leaves the field as it is. */
    void (*read)(const struct sheet *sheet, const struct setting *setting, void *field);
    size_t field; /* of struct settings */
    const struct cell_word *words;
    size_t word_count;
};

/* const char * */
static void read_text(const struct sheet *sheet, const struct setting *setting, void *field)
{
    (void)setting;
    *(const char **)field = sheet_text(sheet, VALUE);
}

/* const char *, made ISO */
static void read_date(const struct sheet *sheet, const struct setting *setting, void *field)
{
    const char *date = cell_date(sheet->loader->arena, sheet_text(sheet, VALUE));
    (void)setting;
    if (date)
        *(const char **)field = date;
    else
        sheet_report(sheet, VALUE, RULE_DATE_INVALID);
}

/* const char *, a date left as written */
static void read_date_text(const struct sheet *sheet, const struct setting *setting, void *field)
{
    const char *date = NULL;
    read_date(sheet, setting, &date);
    if (date)
        *(const char **)field = sheet_text(sheet, VALUE);
}

/* const char *; another form is odd, but an office may have its reasons */
static void read_doc_number(const struct sheet *sheet, const struct setting *setting, void *field)
{
    if (!cell_doc_number(sheet->loader->arena, sheet_text(sheet, VALUE)))
        sheet_report(sheet, VALUE, RULE_DOC_NUMBER);
    read_text(sheet, setting, field);
}

static int read_word(const struct sheet *sheet, const struct setting *setting, int fallback)
{
    return sheet_word(sheet, VALUE, setting->words, setting->word_count, fallback);
}

/* bool, by its words */
static void read_flag(const struct sheet *sheet, const struct setting *setting, void *field)
{
    *(bool *)field = read_word(sheet, setting, *(bool *)field);
}

static void read_head(const struct sheet *sheet, const struct setting *setting, void *field)
{
    *(enum head_setting *)field = (enum head_setting)read_word(sheet, setting, HEAD_SETTING_FULL);
}

static void read_retention(const struct sheet *sheet, const struct setting *setting, void *field)
{
    *(enum retention *)field = (enum retention)read_word(sheet, setting, RETENTION_30);
}

static void read_letters(const struct sheet *sheet, const struct setting *setting, void *field)
{
    *(enum letters_setting *)field = (enum letters_setting)read_word(sheet, setting, LETTERS_OFF);
}

static void read_rounding(const struct sheet *sheet, const struct setting *setting, void *field)
{
    *(enum rounding *)field = (enum rounding)read_word(sheet, setting, ROUND_HALF_UP);
}

/* int */
static void read_count(const struct sheet *sheet, const struct setting *setting, void *field)
{
    (void)setting;
    *(int *)field = sheet_integer(sheet, VALUE, 0, MOST_COUNT, *(int *)field);
}

/* int, at least 1 */
static void read_number_of(const struct sheet *sheet, const struct setting *setting, void *field)
{
    (void)setting;
    *(int *)field = sheet_integer(sheet, VALUE, 1, MOST_COUNT, *(int *)field);
}

/* const struct number *, percentage points, not negative */
static void read_points(const struct sheet *sheet, const struct setting *setting, void *field)
{
    const struct number *points = sheet_number(sheet, VALUE, NULL);
    (void)setting;
    if (points && number_sign(points) >= 0)
        *(const struct number **)field = points;
    else if (points)
        sheet_report(sheet, VALUE, RULE_NUMBER_NEGATIVE);
}

/* const struct number *, not negative; off: NULL */
static void read_limit(const struct sheet *sheet, const struct setting *setting, void *field)
{
    int off;
    if (cell_word(sheet_text(sheet, VALUE), setting->words, setting->word_count, &off))
        *(const struct number **)field = NULL;
    else
        read_points(sheet, setting, field);
}

/* reference and, beside it, reference_count */
static void read_reference(const struct sheet *sheet, const struct setting *setting, void *field)
{
    struct where where = sheet_where(sheet, VALUE);
    const struct area **areas = NULL;
    size_t code_count, area_count = 0;
    const char *const *codes = cell_list(sheet->loader->arena, sheet_text(sheet, VALUE), &code_count);
    (void)setting, (void)field;
    for (size_t i = 0; i < code_count; i++) {
        const struct area *area = names_area(sheet->loader, codes[i], &where, false);
        if (area)
            ARRAY_ADD(sheet->loader->arena, areas, area_count, area);
    }
    sheet->loader->dataset->settings.reference = areas;
    sheet->loader->dataset->settings.reference_count = area_count;
}

/* lead and, beside it, lead_count */
static void read_lead(const struct sheet *sheet, const struct setting *setting, void *field)
{
    struct where where = sheet_where(sheet, VALUE);
    const struct indicator **indicators = NULL;
    size_t name_count, count = 0;
    const char *const *names = cell_list(sheet->loader->arena, sheet_text(sheet, VALUE), &name_count);
    (void)setting, (void)field;
    for (size_t i = 0; i < name_count; i++) {
        const struct indicator *indicator = names_indicator(sheet->loader, names[i], &where, false);
        if (indicator)
            ARRAY_ADD(sheet->loader->arena, indicators, count, indicator);
    }
    sheet->loader->dataset->settings.lead = indicators;
    sheet->loader->dataset->settings.lead_count = count;
}

#define NO_WORDS NULL, 0
#define WORDS(words) words, COUNT(words)
#define SETTING(type, field, key, chinese, read, words, otherwise)                                                     \
    {key, chinese, read, offsetof(struct settings, field), words},

static const struct setting settings[] = {
#include "check/setting_rows.h"
};

#define SETTINGS COUNT(settings)

static const struct column_words words_of[] = {{.column = KEY, .list = setting_words}};
const struct table_words settings_words = {"settings.csv", columns, COLUMNS, words_of, COUNT(words_of)};

bool settings_row(size_t i, struct column_name *key, struct column_words *words)
{
    if (i >= SETTINGS)
        return false;
    *key = (struct column_name){.english = settings[i].key, .chinese = settings[i].chinese};
    *words = (struct column_words){.column = VALUE, .words = settings[i].words, .count = settings[i].word_count};
    return true;
}

const struct cell_word *setting_words(struct arena *arena, size_t *count)
{
    struct cell_word *words = NULL;
    *count = 0;
    for (size_t i = 0; i < SETTINGS; i++) {
        struct cell_word key = {settings[i].key, (int)i}, chinese = {settings[i].chinese, (int)i};
        ARRAY_ADD(arena, words, *count, key);
        if (chinese.text)
            ARRAY_ADD(arena, words, *count, chinese);
    }
    return words;
}

static const struct setting *find_setting(const char *key)
{
    for (size_t i = 0; i < SETTINGS; i++) {
        if (cell_same(key, settings[i].key) || (settings[i].chinese && cell_same(key, settings[i].chinese)))
            return &settings[i];
    }
    return NULL;
}

static void report_unknown(const struct sheet *sheet)
{
    struct where where = sheet_where(sheet, KEY);
    struct nearest nearest = nearest_to(sheet_text(sheet, KEY));
    for (size_t i = 0; i < SETTINGS; i++) {
        nearest_offer(&nearest, settings[i].key);
        if (settings[i].chinese)
            nearest_offer(&nearest, settings[i].chinese);
    }
    FINDING(sheet->loader->findings, RULE_SETTING_UNKNOWN, &where, sheet_text(sheet, KEY),
            nearest_hint(sheet->loader->arena, &nearest));
}

static void read_value(const struct sheet *sheet, const struct setting *setting)
{
    if (*sheet_text(sheet, VALUE))
        setting->read(sheet, setting, (char *)&sheet->loader->dataset->settings + setting->field);
}

static int line_of(const int *lines, const char *key)
{
    return lines[find_setting(key) - settings];
}

void settings_read(struct loader *loader)
{
    struct sheet sheet;
    int lines[SETTINGS] = {0}; /* where each was set; 0: not yet */
    struct arena *arena = loader->arena;
    loader->dataset->settings = (struct settings){
#define SETTING(type, field, key, chinese, read, words, otherwise) .field = (otherwise),
#include "check/setting_rows.h"
    };
    if (!sheet_exists(loader, "settings.csv") || !sheet_open(&sheet, loader, "settings.csv", columns, COLUMNS))
        return;
    while (sheet_next(&sheet)) {
        const struct setting *setting = find_setting(sheet_text(&sheet, KEY));
        if (!setting) {
            report_unknown(&sheet);
            continue;
        }
        size_t i = (size_t)(setting - settings);
        if (lines[i])
            sheet_report_twice(&sheet, KEY, lines[i]);
        else
            read_value(&sheet, setting);
        lines[i] = sheet.row->line;
    }
    loader->dataset->settings.issue_date_line = line_of(lines, "issue_date");
    loader->dataset->settings.reply_by_line = line_of(lines, "reply_by");
}
