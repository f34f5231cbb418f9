/* SPDX-License-Identifier: MIT */
#include "template/scan.h"

#include "base/text.h"

#include <string.h>

struct scanner {
    struct arena *arena;
    struct findings *findings;
    bool (*silent)(const char *tag);
    const char *file;
    int line;
    const char *line_text; /* without its end */
    struct piece *pieces;
    size_t count;
};

void spot_finding(struct findings *findings, enum rule rule, const struct spot *spot, const char *const *arguments)
{
    struct where where = {.file = spot->file,
                          .line = spot->line,
                          .column = arena_format(findings->arena, "第%d字", spot->column),
                          .text = spot->text,
                          .at = spot->column};
    finding_add(findings, rule, &where, arguments);
}

/* The place of `at` in the present line. */
static struct spot spot_of(const struct scanner *s, const char *at)
{
    int column = 1;
    for (const char *p = s->line_text; p < at; column++)
        text_next(&p);
    return (struct spot){s->file, s->line, column, s->line_text};
}

static void add(struct scanner *s, enum piece_kind kind, const char *at, size_t length)
{
    struct piece piece = {kind, arena_string_n(s->arena, at, length), spot_of(s, at)};
    ARRAY_ADD(s->arena, s->pieces, s->count, piece);
}

static void add_line_end(struct scanner *s)
{
    struct piece piece = {PIECE_TEXT, "\n", spot_of(s, s->line_text + strlen(s->line_text))};
    ARRAY_ADD(s->arena, s->pieces, s->count, piece);
}

/* Where the next thing that is no plain text begins: a brace pair, full-width too, or a note. */
static const char *next_mark(const char *at)
{
    for (; *at; at++)
        if (!strncmp(at, "{{", 2) || !strncmp(at, "}}", 2) || !strncmp(at, "[^", 2) || text_starts(at, "｛｛") ||
            text_starts(at, "｝｝"))
            break;
    return at;
}

/* The closing pair, and how long it is; NULL when the line has none. */
static const char *closing(const char *at, size_t *length)
{
    const char *plain = strstr(at, "}}"), *wide = strstr(at, "｝｝");
    const char *found = !plain || (wide && wide < plain) ? wide : plain;
    *length = found == plain ? 2 : strlen("｝｝");
    return found;
}

static bool blank(const char *text, size_t length)
{
    for (const char *end = text + length; text < end;)
        if (!text_is_blank(text_next(&text)))
            return false;
    return true;
}

/* Takes a tag that opens at `at`; returns what follows it. */
static const char *take_tag(struct scanner *s, const char *at)
{
    const char *inside = at + (*at == '{' ? 2 : strlen("｛｛"));
    size_t length;
    const char *end = closing(inside, &length);
    struct spot spot = spot_of(s, at);
    if (!end) {
        SPOT_FINDING(s->findings, RULE_TEMPLATE_OPEN, &spot, text_excerpt(s->arena, at));
        return at + strlen(at);
    }
    if (blank(inside, (size_t)(end - inside)))
        SPOT_FINDING(s->findings, RULE_TEMPLATE_EMPTY, &spot, NULL);
    else
        add(s, PIECE_TAG, inside, (size_t)(end - inside));
    return end + length;
}

/* [^name] or, at the beginning of a line, [^name]：; anything else in square brackets is text. */
static const char *take_note(struct scanner *s, const char *at)
{
    const char *name = at + 2, *end = strchr(name, ']');
    if (!end || end == name || blank(name, (size_t)(end - name))) {
        add(s, PIECE_TEXT, at, 2);
        return name;
    }
    bool starts = blank(s->line_text, (size_t)(at - s->line_text));
    size_t colon = text_starts(end + 1, "：") ? strlen("：") : end[1] == ':';
    add(s, starts && colon ? PIECE_NOTE : PIECE_NOTE_REF, name, (size_t)(end - name));
    return end + 1 + (starts ? colon : 0);
}

static void cut_line(struct scanner *s)
{
    for (const char *at = s->line_text; *at;) {
        const char *mark = next_mark(at);
        if (mark > at)
            add(s, PIECE_TEXT, at, (size_t)(mark - at));
        if (!*mark)
            break;
        if (*mark == '[') {
            at = take_note(s, mark);
        } else if (*mark == '{' || text_starts(mark, "｛｛")) {
            at = take_tag(s, mark);
        } else {
            struct spot spot = spot_of(s, mark);
            SPOT_FINDING(s->findings, RULE_TEMPLATE_CLOSE, &spot, text_excerpt(s->arena, s->line_text));
            at = mark + (*mark == '}' ? 2 : strlen("｝｝"));
        }
    }
}

/* Whether the pieces from `first` on are silent tags and blanks, and at least one tag. */
static bool leaves_no_trace(const struct scanner *s, size_t first)
{
    bool any = false;
    for (size_t i = first; i < s->count; i++) {
        const struct piece *piece = &s->pieces[i];
        if (piece->kind == PIECE_TAG ? !s->silent(piece->text)
                                     : piece->kind != PIECE_TEXT || !blank(piece->text, strlen(piece->text)))
            return false;
        any |= piece->kind == PIECE_TAG;
    }
    return any;
}

static void drop_text(struct scanner *s, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < s->count; i++)
        if (s->pieces[i].kind == PIECE_TAG)
            s->pieces[kept++] = s->pieces[i];
    s->count = kept;
}

struct pieces scan_template(const char *file, const char *text, bool (*silent)(const char *tag), struct arena *arena,
                            struct findings *findings)
{
    struct scanner s = {.arena = arena, .findings = findings, .silent = silent, .file = file};
    while (*text) {
        size_t length = strcspn(text, "\n"), end = length;
        if (end && text[end - 1] == '\r')
            end--;
        s.line++;
        s.line_text = arena_string_n(arena, text, end);
        size_t first = s.count;
        cut_line(&s);
        if (leaves_no_trace(&s, first))
            drop_text(&s, first);
        else
            add_line_end(&s);
        text += length + (text[length] == '\n');
    }
    return (struct pieces){s.pieces, s.count};
}
