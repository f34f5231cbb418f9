/* SPDX-License-Identifier: MIT */
/* RTF as render/rtf/ writes it: properties in \info, characters beyond ASCII as \uN?, tables of \cell and \row. */
#include "proof/found.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* What the text of a group is. */
enum place { PLACE_BODY, PLACE_TITLE, PLACE_SUBJECT, PLACE_KEYWORDS, PLACE_HIDDEN };

enum { DEEPEST = 64, WORD_MOST = 32 };

struct reading {
    struct found *found;
    struct buffer text; /* of the cell, paragraph or property that is being read */
    enum place places[DEEPEST];
    int depth;
    long row, column;
    unsigned high; /* the first half of a pair */
};

static void add_character(struct reading *r, ucs4_t character)
{
    uint8_t bytes[6];
    int count = u8_uctomb(bytes, character, sizeof bytes);
    if (r->places[r->depth] != PLACE_HIDDEN)
        buffer_add_n(&r->text, bytes, count > 0 ? (size_t)count : 0);
}

static void add_unit(struct reading *r, long number)
{
    unsigned unit = (unsigned)number & 0xFFFF;
    if (unit >= 0xD800 && unit < 0xDC00)
        r->high = unit;
    else if (unit >= 0xDC00 && unit < 0xE000)
        add_character(r, 0x10000 + ((r->high - 0xD800) << 10) + (unit - 0xDC00));
    else
        add_character(r, unit);
}

static void end_text(struct reading *r)
{
    found_cell(r->found, buffer_text(&r->text), r->row, r->column);
    r->text = (struct buffer){.arena = r->found->arena};
}

/* A group ends: a property is what stood in it. */
static void end_group(struct reading *r)
{
    const char *text = buffer_text(&r->text);
    enum place place = r->places[r->depth];
    const char **property = place == PLACE_TITLE      ? &r->found->title
                            : place == PLACE_SUBJECT  ? &r->found->subject
                            : place == PLACE_KEYWORDS ? &r->found->keywords
                                                      : NULL;
    if (property) {
        *property = arena_string(r->found->arena, text);
        r->text = (struct buffer){.arena = r->found->arena};
    }
    r->depth -= r->depth > 0;
}

static void begin_group(struct reading *r)
{
    enum place outside = r->places[r->depth];
    r->depth += r->depth < DEEPEST - 1;
    r->places[r->depth] = outside == PLACE_BODY ? PLACE_BODY : PLACE_HIDDEN;
}

static void take_word(struct reading *r, const char *word, long number)
{
    static const char *const hidden[] = {"fonttbl", "colortbl", "stylesheet", "header",   "footer",
                                         "headerl", "headerr",  "footerl",    "footerr",  "shp",
                                         "author",  "creatim",  "fldinst",    "listtable"};
    enum place *place = &r->places[r->depth];
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (strcmp(word, hidden[i]) == 0)
            *place = PLACE_HIDDEN;
    if (strcmp(word, "title") == 0)
        *place = PLACE_TITLE;
    else if (strcmp(word, "subject") == 0)
        *place = PLACE_SUBJECT;
    else if (strcmp(word, "keywords") == 0)
        *place = PLACE_KEYWORDS;
    else if (strcmp(word, "u") == 0)
        add_unit(r, number);
    else if (strcmp(word, "cell") == 0)
        end_text(r), r->column++;
    else if (strcmp(word, "row") == 0)
        r->row++, r->column = 0;
    else if (strcmp(word, "par") == 0)
        end_text(r), r->row += r->column == 0;
}

/* A control word, or what a backslash makes a sign of. Returns how many bytes it takes. */
static size_t take_control(struct reading *r, const char *at, size_t length)
{
    char word[WORD_MOST];
    size_t i = 1, taken = 0;
    if (length < 2)
        return length;
    if (strchr("\\{}", at[1])) {
        add_character(r, (unsigned char)at[1]);
        return 2;
    }
    if (at[1] == '*')
        r->places[r->depth] = PLACE_HIDDEN;
    for (; i < length && at[i] >= 'a' && at[i] <= 'z'; i++)
        if (taken < sizeof word - 1)
            word[taken++] = at[i];
    word[taken] = '\0';
    if (!taken)
        return 2;
    bool negative = i < length && at[i] == '-';
    long number = 0;
    for (i += negative; i < length && at[i] >= '0' && at[i] <= '9'; i++)
        number = number < 1000000 ? number * 10 + (at[i] - '0') : number;
    take_word(r, word, negative ? -number : number);
    bool unit = strcmp(word, "u") == 0; /* with a ? for readers that know no \u */
    return i < length && (unit ? at[i] == '?' : at[i] == ' ') ? i + 1 : i;
}

bool found_read_rtf(struct found *found, const void *bytes, size_t length)
{
    struct reading r = {.found = found, .text = {.arena = found->arena}};
    const char *at = bytes;
    if (length < strlen("{\\rtf1") || memcmp(at, "{\\rtf1", strlen("{\\rtf1")) != 0)
        return false;
    for (size_t i = 0; i < length;) {
        size_t taken = 1;
        if (at[i] == '{')
            begin_group(&r);
        else if (at[i] == '}')
            end_group(&r);
        else if (at[i] == '\\')
            taken = take_control(&r, at + i, length - i);
        else if (at[i] != '\n' && at[i] != '\r')
            add_character(&r, (unsigned char)at[i]);
        i += taken;
    }
    end_text(&r);
    found->properties = found->agree = found->exact = found->headed = true;
    found_sort(found);
    return found->title && found->subject && found->keywords && r.depth == 0;
}
