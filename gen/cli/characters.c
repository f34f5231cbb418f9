/* SPDX-License-Identifier: MIT */
#include "cli/characters.h"

#include "base/text.h"
#include "check/character.h"
#include "cli/origins.h"
#include "document/texts.h"

#include <string.h>

#define CHARACTERS 0x110000

/* One that can't be printed, and who wrote it. */
struct culprit {
    uint32_t character;
    struct origins origins;
    size_t untold;
    bool told; /* though nobody wrote it */
};

struct characters {
    const char *folder;
    const struct fonts *fonts;
    struct arena *arena;
    unsigned char *good[2]; /* by typeset: a bit for each character that has been found fit */
    struct culprit *culprits;
    size_t culprit_count;
};

struct characters *characters_new(const char *folder, const struct fonts *fonts, struct arena *arena)
{
    struct characters *characters = arena_alloc(arena, sizeof *characters);
    *characters = (struct characters){.folder = folder, .fonts = fonts, .arena = arena};
    for (int typeset = 0; typeset < 2; typeset++)
        characters->good[typeset] = arena_alloc(arena, CHARACTERS / 8);
    return characters;
}

/* ---- characters ---- */

/* What text_shape passes over. */
static bool is_passed_over(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || c == 0xFEFF || c == 0x200B || c == 0xAD;
}

/* With a private character only its font knows. */
static bool is_fit(const struct characters *characters, uint32_t character, bool typeset)
{
    enum text_fault fault = text_fault(character);
    if (is_passed_over(character))
        return true;
    if (fault && fault < TEXT_LOST)
        return false;
    if (!typeset)
        return true;
    return characters->fonts ? fonts_have(characters->fonts, character) : !fault;
}

/* ---- faults ---- */

static struct culprit *culprit_of(struct characters *characters, uint32_t character)
{
    for (size_t i = 0; i < characters->culprit_count; i++)
        if (characters->culprits[i].character == character)
            return &characters->culprits[i];
    struct culprit culprit = {.character = character};
    if (characters->folder)
        culprit.origins = origins_find(characters->folder, character, characters->arena);
    culprit.untold = culprit.origins.count;
    ARRAY_ADD(characters->arena, characters->culprits, characters->culprit_count, culprit);
    return &characters->culprits[characters->culprit_count - 1];
}

static bool is_same_place(const struct where *a, const struct where *b)
{
    return a->line == b->line && strcmp(a->file, b->file) == 0 &&
           strcmp(a->column ? a->column : "", b->column ? b->column : "") == 0;
}

/* A cell that has the character twice is one fault. */
static void tell_origin(struct culprit *culprit, const struct origin *origin, struct findings *faults)
{
    character_report(faults, &origin->where, culprit->character, origin->excerpt);
    for (size_t i = 0; i < culprit->origins.count; i++) {
        struct origin *other = &culprit->origins.items[i];
        if (other->told || !is_same_place(&other->where, &origin->where))
            continue;
        other->told = true;
        culprit->untold--;
    }
}

/* Those whose words the text has, whom no document has told of yet; where the words were joined in printing, all. */
static void tell_origins(struct culprit *culprit, const char *text, struct findings *faults)
{
    struct origin *items = culprit->origins.items, *end = items + culprit->origins.count;
    bool found = false;
    for (struct origin *o = items; o < end; o++) {
        bool here = strstr(text, o->around) != NULL;
        found = found || here;
        if (here && !o->told)
            tell_origin(culprit, o, faults);
    }
    for (struct origin *o = items; o < end && !found; o++)
        if (!o->told)
            tell_origin(culprit, o, faults);
}

/* A document with the question about it. */
struct checking {
    struct characters *characters;
    bool typeset;
    struct findings *faults;
};

/* Each place once; and, whatever has been told, nothing is drawn of a document with a fault in it. */
static void refuse(const struct checking *checking, uint32_t character, const char *text)
{
    struct findings *faults = checking->faults;
    struct culprit *culprit = culprit_of(checking->characters, character);
    if (culprit->untold)
        tell_origins(culprit, text, faults);
    bool unknown = !culprit->origins.count && !culprit->told;
    if (faults->by_severity[SEVERITY_ERROR] && !unknown)
        return;
    culprit->told = true;
    if (!culprit->origins.count) {
        character_report(faults, NULL, character, text_excerpt(faults->arena, text));
        return;
    }
    const struct origin *again = culprit->origins.items;
    while (!again->told)
        again++;
    tell_origin(culprit, again, faults);
}

static void take(void *context, const char *text)
{
    const struct checking *checking = context;
    unsigned char *good = checking->characters->good[checking->typeset];
    for (const char *at = text; *at;) {
        uint32_t c = text_next(&at);
        if (good[c / 8] & 1 << c % 8)
            continue;
        if (is_fit(checking->characters, c, checking->typeset))
            good[c / 8] |= (unsigned char)(1 << c % 8);
        else
            refuse(checking, c, text);
    }
}

void characters_check(struct characters *characters, const struct document *document, bool typeset,
                      struct findings *faults)
{
    struct checking checking = {characters, typeset, faults};
    document_texts(document, &(struct text_taker){take, &checking});
}
