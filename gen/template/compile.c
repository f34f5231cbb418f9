/* SPDX-License-Identifier: MIT */
/* A template's structure: conditions, loops, insertions and what stands between them, turned into Lua.
 *
 *   T(n)             print text n                  E(n, x)  print the value x
 *   if Q(n, x) then  如果                          for x in R(n, x) do  每个
 *   V[i] = x         令                            N(n, i), D(n, i)     a reference to note i, the note itself
 *
 * n is the place, for findings. */
#include "template/compile.h"

#include "base/message.h"
#include "base/text.h"
#include "template/expression.h"
#include "template/keyword.h"
#include "template/person.h"

#include <string.h>

enum { DEEPEST = 40 }; /* conditions and loops in one another */

struct open {
    enum keyword keyword; /* KEY_IF or KEY_EACH */
    bool has_else;
    struct spot spot;
    size_t variables; /* in scope before it */
};

struct structure {
    struct compiler *c;
    struct open open[DEEPEST];
    int depth;
};

/* ---- tags ---- */

/* `call(n, x`, without the closing bracket. */
static void add_call(struct compiler *c, const char *call, const struct spot *spot, struct token_reader *rest)
{
    size_t site = compiler_site(c, spot, NULL);
    buffer_format(&c->code, "%s(%zu,%s", call, site, expression_compile(c, rest->at, &rest->spot));
}

static void begin_part(struct structure *s, enum keyword keyword, const struct spot *spot)
{
    if (s->depth == DEEPEST)
        SPOT_FINDING(s->c->findings, RULE_TEMPLATE_DEEP, spot, NULL);
    if (s->depth < DEEPEST)
        s->open[s->depth] = (struct open){keyword, false, *spot, s->c->variable_count};
    s->depth++;
}

static struct open *innermost(struct structure *s)
{
    return s->depth && s->depth <= DEEPEST ? &s->open[s->depth - 1] : NULL;
}

static void stray(struct structure *s, enum keyword keyword, const struct spot *spot)
{
    const char *needs = keyword == KEY_END ? N_("如果或每个") : N_("如果");
    SPOT_FINDING(s->c->findings, RULE_TEMPLATE_STRAY, spot, keyword_name(keyword), needs);
}

static void compile_otherwise(struct structure *s, enum keyword keyword, const struct spot *spot,
                              struct token_reader *rest)
{
    struct compiler *c = s->c;
    struct open *open = innermost(s);
    if (!open || open->keyword != KEY_IF || open->has_else) {
        stray(s, keyword, spot);
        return;
    }
    compiler_forget_variables(c, open->variables);
    if (keyword == KEY_ELSE) {
        open->has_else = true;
        buffer_add(&c->code, "else\n");
        return;
    }
    add_call(c, "elseif Q", spot, rest);
    buffer_add(&c->code, ") then\n");
}

static void compile_end(struct structure *s, const struct spot *spot)
{
    struct open *open = innermost(s);
    if (!s->depth) {
        stray(s, KEY_END, spot);
        return;
    }
    if (open)
        compiler_forget_variables(s->c, open->variables);
    s->depth--;
    buffer_add(&s->c->code, "end\n");
}

/* 县 在 各地区: the variable, then what it goes through. */
static void compile_each(struct structure *s, const struct spot *spot, struct token_reader *rest)
{
    struct compiler *c = s->c;
    struct token name = token_next(rest), in = token_next(rest);
    bool well = name.kind == TOKEN_NAME && in.kind == TOKEN_NAME && (!strcmp(in.text, "在") || !strcmp(in.text, "in"));
    if (!well)
        SPOT_FINDING(c->findings, RULE_TEMPLATE_EACH, spot, NULL);
    begin_part(s, KEY_EACH, spot);
    if (!well) {
        buffer_add(&c->code, "do\n");
        compiler_add_variable(c, name.text);
        return;
    }
    add_call(c, "for x in R", spot, rest);
    buffer_format(&c->code, ") do %s=x\n", compiler_add_variable(c, name.text));
}

/* 名 = 表达式 */
static void compile_set(struct structure *s, const struct spot *spot, struct token_reader *rest)
{
    struct compiler *c = s->c;
    struct token name = token_next(rest), sign = token_next(rest);
    if (name.kind != TOKEN_NAME || sign.kind != TOKEN_COMPARE || strcmp(sign.text, "=") != 0) {
        SPOT_FINDING(c->findings, RULE_TEMPLATE_SET, spot, NULL);
        return;
    }
    if (c->template.person)
        person_check_expression(c->findings, rest->at, &rest->spot, c->arena);
    const char *value = expression_compile(c, rest->at, &rest->spot);
    const char *variable = compiler_variable(c, name.text);
    if (!variable)
        variable = compiler_add_variable(c, name.text);
    buffer_format(&c->code, "%s=%s\n", variable, value);
}

/* {{手填 12.5}}: printed as written, and listed for whoever checks. */
static void compile_by_hand(struct compiler *c, const struct spot *spot, struct token_reader *rest)
{
    const char *text = token_rest(rest);
    if (!*text) {
        SPOT_FINDING(c->findings, RULE_TEMPLATE_HAND_EMPTY, spot, NULL);
        return;
    }
    SPOT_FINDING(c->findings, RULE_TEXT_BY_HAND, spot, text);
    compiler_print(c, text, spot);
}

static void compile_tag(struct structure *s, const struct piece *piece)
{
    struct compiler *c = s->c;
    struct token_reader reader = {piece->text, piece->spot, c->arena};
    enum keyword keyword = keyword_take(&reader);
    switch (keyword) {
    case KEY_IF:
        begin_part(s, KEY_IF, &piece->spot);
        add_call(c, "if Q", &piece->spot, &reader);
        buffer_add(&c->code, ") then\n");
        break;
    case KEY_ELSEIF:
    case KEY_ELSE:
        compile_otherwise(s, keyword, &piece->spot, &reader);
        break;
    case KEY_END:
        compile_end(s, &piece->spot);
        break;
    case KEY_EACH:
        compile_each(s, &piece->spot, &reader);
        break;
    case KEY_SET:
        compile_set(s, &piece->spot, &reader);
        break;
    case KEY_BY_HAND:
        compile_by_hand(c, &piece->spot, &reader);
        break;
    case KEY_REMARK:
        break;
    case KEY_NONE:
        if (c->template.person)
            person_check_expression(c->findings, reader.at, &reader.spot, c->arena);
        add_call(c, "E", &piece->spot, &reader);
        buffer_add(&c->code, ")\n");
        break;
    }
}

/* ---- notes ---- */

struct note {
    const char *name;
    const struct piece *reference, *note; /* the first of each; NULL */
};

struct note_list {
    struct note *items;
    size_t count;
};

static struct note *find_note(struct note_list *list, struct arena *arena, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].name, name))
            return &list->items[i];
    struct note note = {.name = name};
    ARRAY_ADD(arena, list->items, list->count, note);
    return &list->items[list->count - 1];
}

static void compile_note(struct compiler *c, struct note_list *list, const struct piece *piece)
{
    struct note *note = find_note(list, c->arena, piece->text);
    bool reference = piece->kind == PIECE_NOTE_REF;
    if (!reference && note->note)
        SPOT_FINDING(c->findings, RULE_NOTE_TWICE, &piece->spot, note->name,
                     arena_format(c->arena, "%d", note->note->spot.line));
    const struct piece **first = reference ? &note->reference : &note->note;
    if (!*first)
        *first = piece;
    buffer_format(&c->code, "%s(%zu,%zu)\n", reference ? "N" : "D", compiler_site(c, &piece->spot, NULL),
                  (size_t)(note - list->items) + 1);
}

/* A reference without its note, a note without a reference. */
static void check_notes(struct compiler *c, const struct note_list *list)
{
    const char **names = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct note *note = &list->items[i];
        if (!note->note)
            SPOT_FINDING(c->findings, RULE_NOTE_MISSING, &note->reference->spot, note->name);
        if (!note->reference)
            SPOT_FINDING(c->findings, RULE_NOTE_ORPHAN, &note->note->spot, note->name);
        ARRAY_ADD(c->arena, names, c->template.note_count, note->name);
    }
    c->template.notes = names;
}

/* ---- the whole ---- */

static bool all_blank(const struct pieces *pieces)
{
    for (size_t i = 0; i < pieces->count; i++) {
        const char *text = pieces->items[i].text;
        if (pieces->items[i].kind != PIECE_TEXT)
            return false;
        for (uint32_t character; (character = text_next(&text)) != 0;)
            if (!text_is_blank(character))
                return false;
    }
    return true;
}

static void compile_pieces(struct compiler *c, const struct pieces *pieces)
{
    struct structure structure = {.c = c};
    struct note_list notes = {NULL, 0};
    int line = 0;
    bool begins_line = true;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        if (piece->kind == PIECE_TAG)
            compile_tag(&structure, piece);
        else if (piece->kind != PIECE_TEXT)
            compile_note(c, &notes, piece);
        else
            compiler_print(c, piece->text, &piece->spot);
        begins_line = begins_line || piece->spot.line != line;
        line = piece->spot.line;
        if (piece->kind == PIECE_TEXT && c->template.person)
            person_check_numbers(c->findings, piece, begins_line);
        /* Behind nothing but tags, such as 如果, the line's words are still to begin. */
        begins_line = begins_line && piece->kind == PIECE_TAG;
    }
    for (int i = 0; i < structure.depth && i < DEEPEST; i++)
        SPOT_FINDING(c->findings, RULE_TEMPLATE_NO_END, &structure.open[i].spot,
                     keyword_name(structure.open[i].keyword));
    check_notes(c, &notes);
}

const struct template_text *template_compile(struct compiler *c, const char *name, const char *file, const char *text,
                                             bool person, bool of_area)
{
    compiler_begin(c, name, file, person, of_area);
    struct pieces pieces = scan_template(file, text, keyword_is_silent, c->arena, c->findings);
    compile_pieces(c, &pieces);
    c->template.source = text;
    c->template.empty = all_blank(&pieces);
    return compiler_end(c);
}
