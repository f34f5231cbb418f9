/* SPDX-License-Identifier: MIT */
/* Findings: everything the program has to say about its input, each with its place, collected over the whole run.
 *
 * The sentences stand in one table (finding.c), a row for each rule; adding a check is a row there and a call. */
#ifndef TONGBAO_BASE_FINDING_H
#define TONGBAO_BASE_FINDING_H

#include "base/arena.h"

#include <stdbool.h>

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* Where a finding stands. Every string may be NULL, the line 0. The strings must outlive the findings. */
struct where {
    const char *file;                      /* relative to the input folder: data/a.csv */
    int line;                              /* 1-based, of the physical line on which the row begins */
    const char *column;                    /* the header text, or 第3列 */
    int cell;                              /* the column's number, from 1: a workbook's cells have names, C7 */
    const char *area, *indicator, *period; /* code, id, code */
    const char *text;                      /* the line itself, which a terminal shows below the sentence */
    int at;                                /* the character in it that is pointed at, from 1 */
};

enum rule {
#define RULE(name, code, severity, sentence) name,
#include "base/rules.h"
#undef RULE
    RULE_COUNT
};

struct finding {
    enum rule rule;
    enum severity severity;
    struct where where;
    const char *message;          /* the sentence filled in, in Chinese: files never follow the user's language; what
                                   * can't be seen in a quotation stands there by its code */
    const char *const *arguments; /* what it was filled with; ends with NULL */
};

struct findings {
    struct arena *arena;
    struct finding *items;
    size_t count;
    size_t by_severity[3];
};

/* data/a.csv:7, and of a workbook's sheet 上报.xlsx 三季度!C7, or !7 without a column. Line 0: the file alone. */
const char *place_of_cell(struct arena *arena, const char *file, int line, int cell);

/* The rule's code as audit.csv has it: lower-case words with hyphens. */
const char *rule_code(enum rule rule);
enum severity rule_severity(enum rule rule);
/* Whether the fault is the machine's (disk, permission) rather than the input's: status 4, not 2. */
bool rule_is_system(enum rule rule);
const char *severity_name(enum severity severity); /* note, warning, error */

/* Adds a finding; {1} {2} {3} … in the rule's sentence are replaced by the arguments (const char *; a single NULL when
 * the sentence has no places to fill). The sentence is copied into the arena. `where` may be NULL. */
#define FINDING(findings, rule, where, ...)                                                                            \
    finding_add((findings), (rule), (where), (const char *const[]){__VA_ARGS__, NULL})
void finding_add(struct findings *findings, enum rule rule, const struct where *where, const char *const *arguments);
/* The same with another severity than the rule's own: under --keep-going a refused data cell is a warning. */
void finding_add_as(struct findings *findings, enum rule rule, enum severity severity, const struct where *where,
                    const char *const *arguments);

/* Adds those of `from` that `to` does not have yet: a document's template says the same of every area. Copies all that
 * they point to into the arena of `to`. */
void findings_merge(const struct findings *from, struct findings *to);

/* Appends `file:line: column: sentence` (the parts that are there) and a newline to `out`; how grave it is stands
 * before its sentence: 错误：, 警告：, 提示：. */
void finding_print(const struct finding *finding, struct buffer *out);

/* What the finding says is wrong, without what to do about it; in Chinese, or as a terminal shows it. */
const char *finding_clause(const struct finding *finding, struct arena *arena, bool in_their_language);

/* Orders findings by file, line, column as they should be read; stable. */
void findings_sort(struct findings *findings);
/* Whether a fault of the machine is among them. */
bool findings_system(const struct findings *findings);

#endif
