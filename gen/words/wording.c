/* SPDX-License-Identifier: MIT */
#include "words/wording.h"

#include "base/text.h"
#include "read/raw.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

struct wording {
    const char *texts[WORD_COUNT];
};

/* The places are names between blanks. */
static const struct {
    const char *key, *places;
} words[WORD_COUNT] = {
#define WORD(name, key, places) [name] = {key, places},
#include "words/words.h"
#undef WORD
};

/* ---- reading ---- */

struct reading {
    struct wording *wording;
    struct arena *arena;
    struct findings *findings;
    const char *file; /* as findings name it */
    const char *key_head, *text_head;
    int lines[WORD_COUNT]; /* where this file has the key; 0: not yet */
};

static bool word_find(const char *key, enum word *word)
{
    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (!strcmp(words[i].key, key)) {
            *word = (enum word)i;
            return true;
        }
    }
    return false;
}

/* Whether `places`, names between blanks, has the name. */
static bool place_known(const char *places, const char *name, size_t length)
{
    while (*places) {
        size_t span = strcspn(places, " ");
        if (span == length && !memcmp(places, name, length))
            return true;
        places += span + (places[span] == ' ');
    }
    return false;
}

static void report(const struct reading *r, enum rule rule, int line, const char *column, const char *first,
                   const char *second)
{
    struct where where = {.file = r->file, .line = line, .column = column};
    FINDING(r->findings, rule, &where, first, second);
}

/* Every {…} must be one of the word's own; a brace without its other half would be printed as it is. */
static bool places_valid(const struct reading *r, enum word word, const char *text, int line)
{
    bool valid = true;
    for (const char *at = strpbrk(text, "{}"); at; at = strpbrk(at, "{}")) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        if (!end) {
            report(r, RULE_WORDING_BRACE, line, r->text_head, text, "");
            return false;
        }
        if (!place_known(words[word].places, at + 1, (size_t)(end - at - 1))) {
            const char *known = *words[word].places ? words[word].places : "-";
            report(r, RULE_WORDING_PLACE, line, r->text_head, known,
                   arena_string_n(r->arena, at, (size_t)(end - at) + 1));
            valid = false;
        }
        at = end + 1;
    }
    return valid;
}

static void read_row(struct reading *r, const struct raw_row *row, size_t key_column, size_t text_column)
{
    const char *key = raw_text(row, key_column), *text = raw_text(row, text_column);
    enum word word;
    if (!*key && !*text)
        return;
    if (!word_find(key, &word)) {
        report(r, RULE_WORDING_KEY, row->line, r->key_head, key, "");
        return;
    }
    if (r->lines[word]) {
        report(r, RULE_WORDING_TWICE, row->line, r->key_head, arena_format(r->arena, "%d", r->lines[word]), key);
        return;
    }
    r->lines[word] = row->line;
    if (places_valid(r, word, text, row->line))
        r->wording->texts[word] = text;
}

static bool header_find(const struct raw_row *header, const char *english, const char *chinese, size_t *column)
{
    for (size_t i = 0; i < header->count; i++) {
        if (text_same(raw_text(header, i), english) || text_same(raw_text(header, i), chinese)) {
            *column = i;
            return true;
        }
    }
    return false;
}

static bool read_file(struct wording *wording, const char *folder, const char *file, struct arena *arena,
                      struct findings *findings, struct file_list *inputs)
{
    struct reading r = {.wording = wording, .arena = arena, .findings = findings, .file = file};
    struct raw_table table;
    if (!raw_table_read(folder, file, arena, findings, inputs, &table) || !table.row_count)
        return false;
    size_t key = 0, text = 0;
    if (!header_find(&table.rows[0], "key", "键", &key) || !header_find(&table.rows[0], "text", "文字", &text)) {
        report(&r, RULE_WORDING_HEADER, table.rows[0].line, NULL, "key, text", "");
        return false;
    }
    r.key_head = raw_text(&table.rows[0], key);
    r.text_head = raw_text(&table.rows[0], text);
    for (size_t i = 1; i < table.row_count; i++)
        read_row(&r, &table.rows[i], key, text);
    return true;
}

/* The program's own table must have every key, or a document would have a hole. */
static bool complete(const struct wording *wording, const char *shown, struct findings *findings)
{
    bool whole = true;
    for (size_t i = 0; i < WORD_COUNT; i++) {
        if (wording->texts[i])
            continue;
        FINDING(findings, RULE_WORDING_MISSING, (&(struct where){.file = shown}), words[i].key);
        whole = false;
    }
    return whole;
}

#define OWN_TABLE "templates/wording.csv"

/* The table of another time, and what has come since. */
static bool read_archived(struct wording *wording, const struct own_templates *own, struct arena *arena,
                          struct findings *findings, struct file_list *inputs)
{
    struct findings passed = {.arena = arena};
    struct wording *now = arena_alloc(arena, sizeof *now);
    if (!read_file(wording, arena_format(arena, "%s/..", own->folder), OWN_TABLE, arena, &passed, inputs) ||
        !read_file(now, arena_format(arena, "%s/..", own->newer), OWN_TABLE, arena, findings, NULL))
        return false;
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (!wording->texts[i])
            wording->texts[i] = now->texts[i];
    return true;
}

static bool read_own(struct wording *wording, const struct own_templates *own, struct arena *arena,
                     struct findings *findings, struct file_list *inputs)
{
    if (own->newer)
        return read_archived(wording, own, arena, findings, inputs);
    return read_file(wording, arena_format(arena, "%s/..", own->folder), OWN_TABLE, arena, findings, inputs);
}

const struct wording *wording_read(const struct own_templates *own, const char *region_folder, struct arena *arena,
                                   struct findings *findings, struct files_read *inputs)
{
    static const char regions[] = "wording.csv";
    struct wording *wording = arena_alloc(arena, sizeof *wording);
    if (!read_own(wording, own, arena, findings, &inputs->program) || !complete(wording, OWN_TABLE, findings))
        return NULL;
    const char *path = region_folder ? arena_format(arena, "%s/%s", region_folder, regions) : NULL;
    if (path && access(path, F_OK) == 0)
        read_file(wording, region_folder, regions, arena, findings, &inputs->region);
    return wording;
}

/* ---- using ---- */

const char *wording_text(const struct wording *wording, enum word word)
{
    return wording->texts[word];
}

/* NULL: the pairs don't have it. */
static const char *value_of(const char *const *pairs, const char *name, size_t length)
{
    for (; pairs[0]; pairs += 2)
        if (strlen(pairs[0]) == length && !memcmp(pairs[0], name, length))
            return pairs[1];
    return NULL;
}

/* Whether the pairs have all that a text of the phrase, a region's own too, may ask for. */
static bool places_given(enum word word, const char *const *pairs)
{
    for (const char *places = words[word].places; *places;) {
        size_t span = strcspn(places, " ");
        if (!value_of(pairs, places, span))
            return false;
        places += span + (places[span] == ' ');
    }
    return true;
}

const char *wording_fill(const struct wording *wording, enum word word, struct arena *arena, const char *const *pairs)
{
    struct buffer out = {.arena = arena};
    assert(places_given(word, pairs));
    for (const char *at = wording->texts[word]; *at;) {
        size_t plain = strcspn(at, "{");
        buffer_add_n(&out, at, plain);
        at += plain;
        if (!*at)
            break;
        const char *end = strchr(at, '}');
        buffer_add(&out, value_of(pairs, at + 1, (size_t)(end - at - 1)));
        at = end + 1;
    }
    return buffer_text(&out);
}
