/* SPDX-License-Identifier: MIT */
#include "words/revision_words.h"

#include "base/text.h"
#include "check/names.h"
#include "words/goal.h"

#include <string.h>

/* The printed word for a verdict's id. Which it is hangs on the target; where that is gone, the plainest is taken. */
static const char *verdict_words(const struct desk *desk, const struct published_row *row)
{
    static const enum word plain[] = {
        [VERDICT_STRETCH] = WORD_VERDICT_STRETCH,    [VERDICT_MET] = WORD_VERDICT_MET,
        [VERDICT_MISSED] = WORD_VERDICT_MISSED,      [VERDICT_DONE] = WORD_VERDICT_DONE,
        [VERDICT_ON_PACE] = WORD_VERDICT_ON_PACE,    [VERDICT_BEHIND] = WORD_VERDICT_BEHIND,
        [VERDICT_PENDING] = WORD_VERDICT_PENDING,    [VERDICT_NO_DATA] = WORD_VERDICT_NO_DATA,
        [VERDICT_NO_TARGET] = WORD_REVIEW_NO_TARGET, [VERDICT_COMPARED] = WORD_VERDICT_COMPARED,
    };
    const struct verdict *now =
        published_verdict(desk->composer->verdicts, desk->composer->verdict_count, row, desk->arena);
    for (size_t kind = 0; kind < sizeof plain / sizeof *plain; kind++) {
        if (strcmp(verdict_id((enum verdict_kind)kind), row->text) != 0)
            continue;
        if (!now || !now->target || kind == VERDICT_NO_TARGET)
            return SAY(&desk->say, plain[kind]);
        struct topic topic = topic_of_verdict(now);
        return topic_outcome(desk, &topic, (enum verdict_kind)kind);
    }
    return row->text;
}

static const char *target_words(const struct desk *desk, const struct published_row *row)
{
    static const char *const above[] = {"≥", "＞"}, *const below[] = {"≤", "＜"};
    size_t length = strcspn(row->text, " ");
    const char *figure = row->text[length] ? row->text + length + 1 : "";
    enum target_op op;
    if (!op_find(arena_string_n(desk->arena, row->text, length), &op))
        return *row->text ? row->text : SAY(&desk->say, WORD_REVIEW_NO_TARGET);
    if (ops[op].against == AGAINST_FIGURE) {
        const char *sign = op_at_least(op)     ? above[ops[op].strict]
                           : op_at_most(op)    ? below[ops[op].strict]
                           : ops[op].tolerance ? "±"
                                               : "";
        return arena_format(desk->arena, "%s%s", sign, figure);
    }
    bool counted = ops[op].against == AGAINST_YEAR_BEFORE;
    return arena_format(desk->arena, "%s%s", SAY(&desk->say, goal_word(op, false)), counted ? figure : "");
}

/* 第3位; 并列第3位. */
static const char *rank_words(const struct desk *desk, const struct published_row *row)
{
    size_t digits = strcspn(row->text, "=");
    if (!*row->text)
        return SAY(&desk->say, WORD_REVISION_UNRANKED);
    return FILL(&desk->say, row->text[digits] ? WORD_REVISION_TIED : WORD_REVISION_RANK, "位",
                arena_string_n(desk->arena, row->text, digits));
}

const char *revision_text(const struct desk *desk, const struct published_row *row)
{
    if (row->kind == PUBLISHED_RANK)
        return rank_words(desk, row);
    if (row->kind == PUBLISHED_VERDICT)
        return verdict_words(desk, row);
    return row->kind == PUBLISHED_TARGET ? target_words(desk, row) : row->text;
}

const char *revision_measure(const struct desk *desk, const struct published_row *row)
{
    enum measure measure;
    if (!measure_find(row->measure, &measure))
        return row->measure;
    return desk_measure_name(desk, measure, indicator_by_id(desk->dataset, row->indicator));
}

const char *revision_label(const struct desk *desk, const struct published_row *row)
{
    static const enum word labels[] = {[PUBLISHED_VERDICT] = WORD_REVIEW_VERDICT_OF,
                                       [PUBLISHED_TARGET] = WORD_REVIEW_TARGET_OF,
                                       [PUBLISHED_RANK] = WORD_REVISION_RANK_OF};
    const char *name = revision_measure(desk, row);
    if (row->kind == PUBLISHED_FIGURE)
        return name;
    const char *label = FILL(&desk->say, labels[row->kind], "口径", name);
    struct period due;
    if (period_parse(row->to, &due) && topic_within_year(due))
        return FILL(&desk->say, WORD_NAME_BY, "指标", label, "期限", topic_deadline(desk, due));
    return *row->to ? FILL(&desk->say, WORD_NAME_DEADLINE, "指标", label, "年", row->to) : label;
}

const char *revision_change(const struct desk *desk, const struct change *change)
{
    const char *label = revision_label(desk, row_of_change(change));
    if (!change->before)
        return FILL(&desk->say, WORD_REVIEW_ADDED, "口径", label, "值", revision_text(desk, change->now));
    if (!change->now)
        return FILL(&desk->say, WORD_REVIEW_GONE, "口径", label, "值", revision_text(desk, change->before));
    return FILL(&desk->say, WORD_REVIEW_CHANGED, "口径", label, "原", revision_text(desk, change->before), "现",
                revision_text(desk, change->now));
}

/* ---- the cells that moved first ---- */

const char *moved_subject(const struct desk *desk, const struct moved *moved)
{
    if (moved->target)
        return FILL(&desk->say, WORD_REVIEW_TARGET_OF, "口径", measure_name(moved->target->measure));
    struct published_row row = {.indicator = moved->indicator->id, .measure = measure_id(field_measure(moved->field))};
    return FILL(&desk->say, WORD_REVISION_SUBJECT, "时期", period_name(desk->arena, moved->period), "口径",
                revision_measure(desk, &row));
}

const char *moved_place(const struct desk *desk, const struct moved *moved)
{
    if (!*moved->file)
        return SAY(&desk->say, WORD_REVISION_NO_PLACE);
    if (!moved->line)
        return moved->file;
    const char *line = arena_format(desk->arena, "%d", moved->line);
    return *moved->column ? FILL(&desk->say, WORD_REVISION_PLACE, "文件", moved->file, "行", line, "列", moved->column)
                          : FILL(&desk->say, WORD_REVIEW_PLACE, "文件", moved->file, "行", line);
}

static const char *stands(const struct desk *desk, const struct moved *moved, const char *text)
{
    if (moved->target) {
        struct published_row row = {.kind = PUBLISHED_TARGET, .text = text};
        return target_words(desk, &row);
    }
    return *text ? text : SAY(&desk->say, WORD_REVISION_NOTHING);
}

const char *moved_before(const struct desk *desk, const struct moved *moved)
{
    return stands(desk, moved, moved->before);
}

const char *moved_now(const struct desk *desk, const struct moved *moved)
{
    return stands(desk, moved, moved->now);
}

const char *revision_cause(const struct desk *desk, const struct cause *cause)
{
    if (cause->moved)
        return moved_place(desk, cause->moved);
    return FILL(&desk->say, WORD_REVISION_CAUSE, "地区", desk_area_name(desk, cause->row->area), "指标",
                desk_indicator_name(desk, cause->row->indicator), "口径", revision_label(desk, cause->row));
}

/* ---- sentences ---- */

static void say_count(const struct desk *desk, struct strings *said, enum word word, size_t count)
{
    if (count)
        strings_add(said, desk->arena, FILL(&desk->say, word, "数", arena_format(desk->arena, "%zu", count)));
}

const char *revision_counts(const struct desk *desk)
{
    const struct revision *revision = desk->composer->revision;
    const struct changes *changes = revision ? &revision->changes : NULL;
    struct strings said = {0};
    if (!changes)
        return "";
    say_count(desk, &said, WORD_REVISION_COUNT_MOVED, revision->moved_count);
    say_count(desk, &said, WORD_REVIEW_COUNT_VERDICTS, changes->verdicts);
    say_count(desk, &said, WORD_REVIEW_COUNT_TARGETS, changes->targets);
    say_count(desk, &said, WORD_REVIEW_COUNT_FIGURES, changes->figures);
    say_count(desk, &said, WORD_REVISION_COUNT_RANKS, changes->ranks);
    say_count(desk, &said, WORD_REVIEW_COUNT_ADDED, changes->added);
    say_count(desk, &said, WORD_REVIEW_COUNT_GONE, changes->gone);
    if (!changes->count)
        strings_add(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_CHANGES_NONE));
    say_count(desk, &said, WORD_REVIEW_COUNT_HIDDEN, changes->hidden);
    return FILL(&desk->say, WORD_REVIEW_CHANGES, "内容",
                strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_COMMA)));
}

const char *revision_untraced(const struct desk *desk)
{
    const struct revision *revision = desk->composer->revision;
    size_t count = 0;
    for (size_t i = 0; revision && i < revision->changes.count; i++)
        count += !revision->causes[i].count;
    if (!count)
        return "";
    const char *number = arena_format(desk->arena, "%zu", count);
    struct strings files = {0};
    for (size_t i = 0; i < revision->issue->file_count; i++)
        strings_add(&files, desk->arena, revision->issue->files[i]);
    if (!files.count)
        return FILL(&desk->say, WORD_REVISION_UNTRACED, "数", number);
    return FILL(&desk->say, WORD_REVISION_UNTRACED_FILES, "数", number, "文件", phrase_names(&desk->say, &files));
}

/* ---- what was issued in the period before ---- */

static bool concerns(const struct desk *desk, const struct issued_rank *rank)
{
    return desk->area == desk->region || rank->area == desk->area;
}

size_t issued_ranks_count(const struct desk *desk)
{
    size_t count = 0;
    for (size_t i = 0; i < desk->composer->issued_rank_count; i++)
        count += concerns(desk, &desk->composer->issued_ranks[i]);
    return count;
}

const char *issued_ranks(const struct desk *desk)
{
    enum { MOST = 8 }; /* a sentence can bear no more */
    const struct phrasing *p = &desk->say;
    size_t count = issued_ranks_count(desk);
    struct strings said = {0};
    for (size_t i = 0; i < desk->composer->issued_rank_count && said.count < MOST; i++) {
        const struct issued_rank *rank = &desk->composer->issued_ranks[i];
        if (!concerns(desk, rank))
            continue;
        strings_add(&said, desk->arena,
                    FILL(p, desk->area == desk->region ? WORD_ISSUED_RANKS_ONE : WORD_ISSUED_RANKS_OWN, "地区",
                         rank->area->name, "指标", rank->indicator->name, "口径", revision_measure(desk, rank->now),
                         "原", revision_text(desk, rank->issued), "现", revision_text(desk, rank->now)));
    }
    if (!count)
        return "";
    const char *list = strings_join(&said, desk->arena, SAY(p, WORD_REVIEW_CHANGE_COMMA));
    if (count > said.count)
        list = FILL(p, WORD_ISSUED_RANKS_LIST, "前", list);
    return FILL(p, WORD_ISSUED_RANKS, "期", desk_period_before(desk), "数", arena_format(desk->arena, "%zu", count),
                "名单", list);
}
