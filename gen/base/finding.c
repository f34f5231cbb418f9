/* SPDX-License-Identifier: MIT */
#include "base/finding.h"

#include "base/message.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *code;
    enum severity severity;
    const char *sentence;
} rules[RULE_COUNT] = {
#define RULE(name, code, severity, sentence) [name] = {code, severity, sentence},
#include "base/rules.h"
#undef RULE
};

const char *rule_code(enum rule rule)
{
    return rules[rule].code;
}

enum severity rule_severity(enum rule rule)
{
    return rules[rule].severity;
}

bool rule_is_system(enum rule rule)
{
    return rule == RULE_FILE_UNREADABLE || rule == RULE_FOLDER_UNREADABLE || rule == RULE_FONT_REFUSED;
}

bool findings_system(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (rule_is_system(findings->items[i].rule))
            return true;
    return false;
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

/* The sentence with {1}, {2} … filled in; a place without an argument stays as it is. */
static const char *fill(struct arena *arena, const char *sentence, const char *const *arguments)
{
    struct buffer text = {.arena = arena};
    size_t count = 0;
    while (arguments[count])
        count++;
    for (const char *s = sentence; *s;) {
        if (s[0] == '{' && s[1] >= '1' && s[1] <= '9' && s[2] == '}' && (size_t)(s[1] - '1') < count) {
            buffer_add(&text, arguments[s[1] - '1']);
            s += 3;
        } else {
            buffer_add_n(&text, s++, 1);
        }
    }
    return buffer_text(&text);
}

void finding_add(struct findings *findings, enum rule rule, const struct where *where, const char *const *arguments)
{
    finding_add_as(findings, rule, rules[rule].severity, where, arguments);
}

void finding_add_as(struct findings *findings, enum rule rule, enum severity severity, const struct where *where,
                    const char *const *arguments)
{
    struct finding finding = {.rule = rule, .severity = severity};
    if (where)
        finding.where = *where;
    size_t count = 0;
    for (; arguments[count]; count++)
        ;
    const char **kept = arena_alloc(findings->arena, (count + 1) * sizeof(const char *));
    for (size_t i = 0; i < count; i++)
        kept[i] = arena_string(findings->arena, arguments[i]);
    finding.arguments = kept;
    finding.message = text_shown(findings->arena, fill(findings->arena, rules[rule].sentence, kept));
    ARRAY_ADD(findings->arena, findings->items, findings->count, finding);
    findings->by_severity[finding.severity]++;
}

/* Whether the sentence has its n-th argument in quotes: what somebody wrote. */
static bool is_quoted(const char *sentence, size_t n)
{
    const char place[] = {'\'', '{', (char)('1' + n), '}', '\'', '\0'};
    return n < 9 && strstr(sentence, place) != NULL;
}

/* A word of ours in the user's language, or several joined by 、; what isn't all ours stays as it is. */
static const char *translated_word(struct arena *arena, const char *word)
{
    static const char comma[] = "、";
    struct buffer all = {.arena = arena};
    if (_(word) != word || !strstr(word, comma))
        return _(word);
    for (const char *at = word, *end; at; at = end ? end + sizeof comma - 1 : NULL) {
        end = strstr(at, comma);
        const char *part = end ? arena_string_n(arena, at, (size_t)(end - at)) : at;
        if (!*part || _(part) == part)
            return word;
        buffer_format(&all, "%s%s", all.length ? ", " : "", _(part));
    }
    return buffer_text(&all);
}

/* The sentence as the terminal shows it. Arguments that are words of ours (增速) are translated too, quotations not. */
static const char *in_users_language(const struct finding *finding, struct arena *arena)
{
    size_t count = 0;
    for (; finding->arguments[count]; count++)
        ;
    const char **translated = arena_alloc(arena, (count + 1) * sizeof(const char *));
    for (size_t i = 0; i < count; i++)
        translated[i] = !*finding->arguments[i] || is_quoted(rules[finding->rule].sentence, i)
                            ? finding->arguments[i]
                            : translated_word(arena, finding->arguments[i]);
    return fill(arena, _(rules[finding->rule].sentence), translated);
}

const char *finding_clause(const struct finding *finding, struct arena *arena, bool in_their_language)
{
    const char *sentence = in_their_language ? in_users_language(finding, arena) : finding->message;
    const char *wide = strstr(sentence, "；"), *narrow = strchr(sentence, ';');
    const char *end = wide ? wide : narrow;
    return end ? arena_string_n(arena, sentence, (size_t)(end - sentence)) : sentence;
}

static int compare_strings(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static bool has_finding(const struct findings *findings, const struct finding *finding)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *other = &findings->items[i];
        if (other->rule == finding->rule && other->where.line == finding->where.line &&
            other->where.at == finding->where.at && !compare_strings(other->where.file, finding->where.file) &&
            !strcmp(other->message, finding->message))
            return true;
    }
    return false;
}

static const char *keep(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, text) : NULL;
}

void findings_merge(const struct findings *from, struct findings *to)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct finding *finding = &from->items[i];
        struct where where = finding->where;
        if (has_finding(to, finding))
            continue;
        where.file = keep(to->arena, where.file);
        where.column = keep(to->arena, where.column);
        where.text = keep(to->arena, where.text);
        finding_add_as(to, finding->rule, finding->severity, &where, finding->arguments);
    }
}

/* The line with a ? for each character that would steer the terminal, so that the mark below stays where it is. */
static const char *line_shown(struct arena *arena, const char *text)
{
    struct buffer out = {.arena = arena};
    while (*text) {
        const char *from = text;
        bool shown = !text_fault(text_next(&text));
        buffer_add_n(&out, shown ? from : "?", shown ? (size_t)(text - from) : 1);
    }
    return buffer_text(&out);
}

static const char *skip_characters(const char *text, int count)
{
    while (count-- > 0 && *text)
        text_next(&text);
    return text;
}

/* The line, of a long one what is around the character meant, and below that a mark: a Chinese character is as wide as
 * two. */
static void print_line(const struct where *where, struct buffer *out)
{
    enum { BEFORE = 30, WHOLE = 60 };
    int first = where->at > BEFORE + 1 ? where->at - BEFORE - 1 : 0;
    const char *start = skip_characters(line_shown(out->arena, where->text), first),
               *end = skip_characters(start, WHOLE);
    buffer_format(out, "    %s%.*s%s\n    %s", first ? "..." : "", (int)(end - start), start, *end ? "..." : "",
                  first ? "   " : "");
    for (int i = first + 1; i < where->at && *start; i++)
        buffer_add(out, text_next(&start) < 0x1100 ? " " : "　");
    buffer_add(out, "^\n");
}

const char *place_of_cell(struct arena *arena, const char *file, int line, int cell)
{
    enum { LETTERS = 26, ROOM = 8 };
    if (!line)
        return file;
    if (!strstr(file, ".xlsx "))
        return arena_format(arena, "%s:%d", file, line);
    char letters[ROOM] = "", *first = letters + ROOM - 1;
    for (; cell > 0 && first > letters; cell = (cell - 1) / LETTERS)
        *--first = (char)('A' + (cell - 1) % LETTERS);
    return arena_format(arena, "%s!%s%d", file, first, line);
}

/* Its number stands in a column's name where it has no header. */
static int cell_of(const struct where *where)
{
    static const char before[] = "第";
    bool numbered = !where->cell && where->column && strncmp(where->column, before, strlen(before)) == 0;
    return numbered ? (int)strtol(where->column + strlen(before), NULL, 10) : where->cell;
}

void finding_print(const struct finding *finding, struct buffer *out)
{
    const struct where *where = &finding->where;
    if (where->file)
        buffer_format(out, "%s: ", place_of_cell(out->arena, where->file, where->line, cell_of(where)));
    if (finding->where.column)
        buffer_format(out, "%s: ", text_shown(out->arena, finding->where.column));
    static const char *const marks[] = {N_("提示："), N_("警告："), N_("错误：")};
    buffer_format(out, "%s%s\n", _(marks[finding->severity]),
                  text_shown(out->arena, in_users_language(finding, out->arena)));
    if (finding->where.text && *finding->where.text)
        print_line(&finding->where, out);
}

struct ranked {
    struct finding finding;
    size_t order;
};

static int compare_findings(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    int order = compare_strings(a->finding.where.file, b->finding.where.file);
    if (!order)
        order = (a->finding.where.line > b->finding.where.line) - (a->finding.where.line < b->finding.where.line);
    if (!order)
        order = (a->finding.where.at > b->finding.where.at) - (a->finding.where.at < b->finding.where.at);
    /* What workers found in a template comes in no order of its own. */
    if (!order && a->finding.where.at)
        order = strcmp(a->finding.message, b->finding.message);
    /* Else findings of one place keep the order in which they were made. */
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

void findings_sort(struct findings *findings)
{
    struct ranked *ranked = arena_alloc(findings->arena, findings->count * sizeof *ranked);
    for (size_t i = 0; i < findings->count; i++)
        ranked[i] = (struct ranked){findings->items[i], i};
    if (findings->count)
        qsort(ranked, findings->count, sizeof *ranked, compare_findings);
    for (size_t i = 0; i < findings->count; i++)
        findings->items[i] = ranked[i].finding;
}
