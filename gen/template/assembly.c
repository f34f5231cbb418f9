/* SPDX-License-Identifier: MIT */
#include "template/assembly.h"

#include "base/text.h"
#include "template/assembly_parts.h"
#include "words/frame.h"

#include <string.h>

struct assembly *assembly_new(const struct desk *desk, enum document_kind kind, struct findings *faults)
{
    struct assembly *assembly = arena_alloc(desk->arena, sizeof *assembly);
    struct draft_section body = {.kind = SECTION_BODY, .name = "", .title = "", .about = ""};
    assembly->desk = desk;
    assembly->arena = desk->arena;
    assembly->kind = kind;
    assembly->faults = faults;
    assembly->text = (struct buffer){.arena = desk->arena};
    ARRAY_ADD(assembly->arena, assembly->sections, assembly->section_count, body);
    return assembly;
}

void assembly_at(struct assembly *assembly, const struct spot *spot)
{
    assembly->spot = *spot;
}

static struct draft_section *last_section(struct assembly *assembly)
{
    return &assembly->sections[assembly->section_count - 1];
}

/* ---- numbers ---- */

/* 1., （1）, 一、, （一）: what a heading of each level begins with. */
static const char *heading_number(const struct assembly *assembly, int level, int n)
{
    struct numbering chinese = {.desk = assembly->desk, .count = n - 1};
    switch (level) {
    case 1:
        return arena_format(assembly->arena, "%s、", numbering_next(&chinese));
    case 2:
        return arena_format(assembly->arena, "（%s）", numbering_next(&chinese));
    case 3:
        return arena_format(assembly->arena, "%d. ", n);
    default:
        return arena_format(assembly->arena, "（%d）", n);
    }
}

static bool is_one_of(uint32_t c, const char *set)
{
    while (*set)
        if (text_next(&set) == c)
            return true;
    return false;
}

static const char *skip_set(const char *at, const char *set)
{
    for (const char *next = at; *at && is_one_of(text_next(&next), set);)
        at = next;
    return at;
}

static const char *skip_blanks(const char *at)
{
    for (const char *next = at; *at && text_is_blank(text_next(&next));)
        at = next;
    return at;
}

/* What follows the sign in either width (plain 0: it has only one); NULL when the text does not begin with it. */
static const char *after_sign(const char *text, char plain, const char *wide)
{
    if (plain && *text == plain)
        return text + 1;
    return text_starts(text, wide) ? text + strlen(wide) : NULL;
}

/* The level of the heading or numbered paragraph that a text begins as, and where its words begin; 0 for none. */
static int level_of(const char *text, const char **words)
{
    static const char chinese[] = "一二三四五六七八九十百", arabic[] = "0123456789";
    const char *inside = after_sign(text, '(', "（");
    const char *start = inside ? inside : text, *after = skip_set(start, chinese);
    bool digits = after == start;
    if (digits)
        after = skip_set(start, arabic);
    if (after == start)
        return 0;
    after = inside ? after_sign(after, ')', "）") : digits ? after_sign(after, '.', "．") : after_sign(after, 0, "、");
    if (!after || (!inside && digits && is_one_of((unsigned char)*after, arabic)))
        return 0; /* 1.5 */
    *words = skip_blanks(after);
    return digits ? 3 + !!inside : 1 + !!inside;
}

/* ---- blocks ---- */

static void hold(struct assembly *assembly, struct draft_section *section, struct held held)
{
    ARRAY_ADD(assembly->arena, section->held, section->held_count, held);
}

void assembly_put(struct assembly *assembly, struct draft_section *section, struct block block)
{
    hold(assembly, section, (struct held){.block = block});
}

static void put(struct assembly *assembly, struct block block)
{
    assembly_put(assembly, last_section(assembly), block);
}

static const char *count_number(struct assembly *assembly, int level)
{
    for (int deeper = level; deeper < LEVELS; deeper++)
        assembly->numbers[deeper] = 0;
    return heading_number(assembly, level, ++assembly->numbers[level - 1]);
}

/* Something is to stand here: the headings above it come first. */
static void put_waiting(struct assembly *assembly)
{
    for (int level = 1; level <= LEVELS; level++) {
        struct waiting *waiting = &assembly->waiting[level - 1];
        if (!waiting->title)
            continue;
        const char *text = waiting->own_number
                               ? waiting->whole
                               : arena_format(assembly->arena, "%s%s", count_number(assembly, level), waiting->title);
        put(assembly, (struct block){.kind = BLOCK_HEADING, .level = level, .text = text});
        waiting->title = NULL;
    }
}

void assembly_drop_headings(struct assembly *assembly, int kept)
{
    for (int i = kept; i < LEVELS; i++)
        if (assembly->waiting[i].title && (assembly->waiting[i].own_number || i >= LISTED))
            put_waiting(assembly);
    for (int i = kept; i < LEVELS; i++)
        assembly->waiting[i].title = NULL;
}

static void put_paragraph(struct assembly *assembly, enum paragraph_style style, const char *text)
{
    put_waiting(assembly);
    put(assembly, (struct block){.kind = BLOCK_PARAGRAPH, .style = style, .text = text});
}

/* ---- paragraphs ---- */

static void begin_section(struct assembly *assembly, struct draft_section section)
{
    assembly_drop_headings(assembly, 0);
    memset(assembly->numbers, 0, sizeof assembly->numbers);
    ARRAY_ADD(assembly->arena, assembly->sections, assembly->section_count, section);
}

/* The text without （横排） at its end, which turns the page. */
static const char *take_landscape(struct assembly *assembly, const char *text, bool *landscape)
{
    static const char *const words[] = {"（横排）", "(横排)"};
    text = text_trim(assembly->arena, text, strlen(text));
    const char *word = words[!text_ends(text, words[0])];
    *landscape = text_ends(text, word);
    return *landscape ? text_trim(assembly->arena, text, strlen(text) - strlen(word)) : text;
}

static bool take_title(struct assembly *assembly, const char *words)
{
    struct draft_section *section = last_section(assembly);
    bool landscape;
    section->title = take_landscape(assembly, words, &landscape);
    section->landscape = section->landscape || landscape;
    return true;
}

static bool take_recipients(struct assembly *assembly, const char *words)
{
    if (*words)
        put_paragraph(assembly, PARAGRAPH_SALUTATION, arena_format(assembly->arena, "%s：", words));
    return true;
}

static bool take_headline(struct assembly *assembly, const char *words)
{
    if (*words)
        put_paragraph(assembly, PARAGRAPH_HEADLINE, words);
    return true;
}

static bool take_doc_number(struct assembly *assembly, const char *words)
{
    assembly->doc_number = *words ? words : NULL;
    return true;
}

/* Excel takes names of up to 31 characters; what repeats at the head of printed pages needs shorter ones. */
bool assembly_sheet_name_fits(const struct assembly *assembly, const char *name)
{
    enum { LONGEST = 10 };
    size_t length = text_length(name);
    bool fits = length > 0 && length <= LONGEST && !strpbrk(name, "[]:*?/\\'");
    for (size_t i = 1; i < assembly->section_count && fits; i++)
        fits = strcmp(assembly->sections[i].name, name) != 0;
    return fits;
}

static bool take_sheet(struct assembly *assembly, const char *words)
{
    struct draft_section section = {.kind = SECTION_SHEET, .title = "", .about = ""};
    section.name = take_landscape(assembly, words, &section.landscape);
    if (assembly->kind != DOCUMENT_WORKBOOK)
        SPOT_FINDING(assembly->faults, RULE_TEMPLATE_SHEET_IN_BULLETIN, &assembly->spot, NULL);
    else if (!assembly_sheet_name_fits(assembly, section.name))
        SPOT_FINDING(assembly->faults, RULE_TEMPLATE_SHEET_NAME, &assembly->spot, section.name);
    begin_section(assembly, section);
    return true;
}

static bool take_about(struct assembly *assembly, const char *words)
{
    last_section(assembly)->about = words;
    return true;
}

/* The words that make a line of the template something other than text. */
static const struct {
    const char *word;
    bool (*take)(struct assembly *assembly, const char *words);
} directives[] = {{"标题", take_title},   {"主送", take_recipients}, {"提要", take_headline},
                  {"工作表", take_sheet}, {"简介", take_about},      {"文号", take_doc_number}};

/* 附件1 ××表（横排）: a new annex, numbered when it is known which there are. */
static bool take_annex(struct assembly *assembly, const char *text)
{
    static const char word[] = "附件";
    if (!text_starts(text, word))
        return false;
    const char *after = skip_set(text + sizeof word - 1, "0123456789０１２３４５６７８９");
    if (after == text + sizeof word - 1 && *after && skip_blanks(after) == after)
        return false; /* 附件：…, 附件里…: text */
    struct draft_section section = {.kind = SECTION_ANNEX, .name = "", .about = ""};
    if (assembly->kind == DOCUMENT_WORKBOOK)
        SPOT_FINDING(assembly->faults, RULE_TEMPLATE_ANNEX_IN_BOOK, &assembly->spot, NULL);
    section.title = take_landscape(assembly, after, &section.landscape);
    begin_section(assembly, section);
    return true;
}

/* Which of them a text begins with, its colon of either width, and what follows; the number of them for none. */
static size_t directive_of(const char *text, const char **words)
{
    size_t i = 0;
    for (; i < sizeof directives / sizeof *directives; i++) {
        *words = text + strlen(directives[i].word);
        if (text_starts(text, directives[i].word) && (**words == ':' || text_starts(*words, "：")))
            break;
    }
    if (i < sizeof directives / sizeof *directives)
        *words += **words == ':' ? 1 : strlen("：");
    return i;
}

static bool is_directive(const char *text)
{
    const char *words;
    return directive_of(text, &words) < sizeof directives / sizeof *directives;
}

static bool take_directive(struct assembly *assembly, const char *text)
{
    const char *words;
    size_t i = directive_of(text, &words);
    if (i < sizeof directives / sizeof *directives)
        return directives[i].take(assembly, text_trim(assembly->arena, words, strlen(words)));
    return take_annex(assembly, text);
}

/* A heading is a title alone; with a sentence behind its number it is a paragraph. */
static bool is_sentence(const char *words)
{
    return strstr(words, "。") || strstr(words, "；") || text_ends(words, "：") || text_ends(words, "，") ||
           text_ends(words, "、");
}

static void end_numbered(struct assembly *assembly, int level, const char *words, const char *whole)
{
    bool own = assembly->inserted;
    assembly_drop_headings(assembly, level - 1);
    if (!*words)
        return;
    if (!is_sentence(words) && !assembly->small) {
        assembly->waiting[level - 1] = (struct waiting){words, own, whole};
        return;
    }
    put_waiting(assembly);
    const char *text = own ? whole : arena_format(assembly->arena, "%s%s", count_number(assembly, level), words);
    put(assembly, (struct block){.kind = BLOCK_PARAGRAPH,
                                 .style = assembly->small ? PARAGRAPH_NOTE : PARAGRAPH_BODY,
                                 .text = text});
}

static void keep_note(struct assembly *assembly, const char *text)
{
    struct note_text note = {assembly->note_owner, assembly->note, text};
    ARRAY_ADD(assembly->arena, assembly->notes, assembly->note_count, note);
}

static void end_text(struct assembly *assembly, const char *text)
{
    const char *words;
    int level = level_of(text, &words);
    if (assembly->note_owner)
        keep_note(assembly, text);
    else if (!*text || (!assembly->inserted && take_directive(assembly, text)))
        return;
    else if (level)
        end_numbered(assembly, level, words, text);
    else
        put_paragraph(assembly, assembly->small ? PARAGRAPH_NOTE : PARAGRAPH_BODY, text);
}

void assembly_break(struct assembly *assembly)
{
    const char *text = text_trim(assembly->arena, buffer_text(&assembly->text), assembly->text.length);
    end_text(assembly, text);
    assembly->text = (struct buffer){.arena = assembly->arena};
    assembly->inserted = assembly->line_end = assembly->small = false;
    assembly->note_owner = NULL;
}

/* A line that begins like a heading, an annex or a title begins a paragraph, also without a blank line above it. */
static bool begins_paragraph(const char *line)
{
    const char *words;
    return level_of(line, &words) || text_starts(line, "附件") || is_directive(line);
}

/* The paragraph ends with its line where it is a heading, a title: those are one line long. */
static bool is_one_line(const struct assembly *assembly)
{
    const char *words, *text = skip_blanks(buffer_text(&assembly->text));
    if (is_directive(text) || text_starts(text, "附件"))
        return true;
    return level_of(text, &words) && !is_sentence(words);
}

static void end_line(struct assembly *assembly)
{
    bool blank = !*skip_blanks(buffer_text(&assembly->text));
    if ((assembly->line_end || blank || is_one_line(assembly)))
        assembly_break(assembly);
    else
        assembly->line_end = true;
}

static void add_run(struct assembly *assembly, const char *text, size_t length, bool inserted)
{
    const char *run = arena_string_n(assembly->arena, text, length);
    if (assembly->line_end) {
        const char *start = skip_blanks(run);
        const char *words;
        if (inserted ? level_of(start, &words) : begins_paragraph(start))
            assembly_break(assembly);
        assembly->line_end = false;
        /* A line's own indentation is no part of a paragraph that goes on. */
        run = assembly->text.length ? start : run;
    }
    if (!assembly->text.length)
        assembly->inserted = inserted;
    buffer_add(&assembly->text, run);
}

void assembly_text(struct assembly *assembly, const char *text, bool inserted)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        if (length)
            add_run(assembly, text, length, inserted);
        text += length;
        if (*text) {
            end_line(assembly);
            text++;
        }
    }
}

void assembly_small_print(struct assembly *assembly)
{
    assembly->small = true;
}

bool assembly_blocks(struct assembly *assembly, const struct value *value)
{
    bool deferred = value->kind == VALUE_DEFERRED;
    if (*skip_blanks(buffer_text(&assembly->text))) {
        if (!assembly->line_end)
            return false;
        assembly_break(assembly);
    }
    if (deferred || value->count)
        put_waiting(assembly);
    if (deferred)
        hold(assembly, last_section(assembly), (struct held){.deferred = value});
    for (size_t i = 0; !deferred && i < value->count; i++)
        put(assembly, value->blocks[i]);
    return true;
}

/* ---- notes ---- */

const char *assembly_mark(struct assembly *assembly, size_t n)
{
    enum { CIRCLED = 20 };
    if (n > CIRCLED)
        return arena_format(assembly->arena, "（%zu）", n);
    /* U+2460 is E2 91 A0. */
    return arena_format(assembly->arena, "\xE2\x91%c", (char)(0xA0 + n - 1));
}

static size_t number_of(const struct assembly *assembly, const struct template_text *owner, size_t note)
{
    size_t number = 0;
    for (size_t p = 0; p < assembly->section_count; p++)
        for (size_t i = 0; i < assembly->sections[p].reference_count; i++) {
            const struct reference *reference = &assembly->sections[p].references[i];
            number++;
            if (reference->owner == owner && reference->note == note)
                return number;
        }
    return 0;
}

void assembly_note_reference(struct assembly *assembly, const struct template_text *owner, size_t note,
                             const struct spot *spot)
{
    size_t number = number_of(assembly, owner, note);
    if (!number) {
        struct draft_section *section = last_section(assembly);
        struct reference reference = {owner, note, *spot};
        ARRAY_ADD(assembly->arena, section->references, section->reference_count, reference);
        number = ++assembly->marks;
    }
    assembly_text(assembly, assembly_mark(assembly, number), true);
}

void assembly_note(struct assembly *assembly, const struct template_text *owner, size_t note)
{
    if (*skip_blanks(buffer_text(&assembly->text)))
        assembly_break(assembly);
    assembly->note_owner = owner;
    assembly->note = note;
}
