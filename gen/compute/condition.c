/* SPDX-License-Identifier: MIT */
#include "compute/condition.h"

#include "base/message.h"
#include "base/text.h"
#include "check/cell.h"
#include "check/names.h"
#include "check/unit.h"

#include <string.h>

#define TEXT_BYTES 1000
#define STEPS 100 /* numbers, figures and operations together */
#define BRACKETS 20

/* Which period a figure is of, seen from the one that is asked about. */
enum when { NOW, BEFORE, YEAR_BEFORE, YEAR_END_BEFORE };

/* The words for figures. */
static const struct figure_word {
    const char *word;
    enum measure measure;
    enum when when;
    bool of_parent;
} figure_words[] = {
    {"本期", MEASURE_VALUE, NOW, false},
    {"current", MEASURE_VALUE, NOW, false},
    {"上期", MEASURE_VALUE, BEFORE, false},
    {"previous", MEASURE_VALUE, BEFORE, false},
    {"上年同期", MEASURE_VALUE, YEAR_BEFORE, false},
    {"year_before", MEASURE_VALUE, YEAR_BEFORE, false},
    {"上年末", MEASURE_VALUE, YEAR_END_BEFORE, false},
    {"year_end_before", MEASURE_VALUE, YEAR_END_BEFORE, false},
    {"上级", MEASURE_VALUE, NOW, true},
    {"parent", MEASURE_VALUE, NOW, true},
    {"当期", MEASURE_SINGLE, NOW, false},
    {"single", MEASURE_SINGLE, NOW, false},
    {"同比", MEASURE_YOY, NOW, false},
    {"yoy", MEASURE_YOY, NOW, false},
};

/* What stands behind a sum: a comparison with the next one, or what joins chains of comparisons. */
enum compare { LESS, AT_MOST, MORE, AT_LEAST, EQUAL, UNEQUAL, NO_COMPARE, JOIN_AND, JOIN_OR };
static const char *const compare_signs[] = {"<", "<=", ">", ">=", "=", "≠"};
static const struct cell_word compare_words[] = {
    {"小于", LESS},       {"低于", LESS},       {"不大于", AT_MOST}, {"不高于", AT_MOST},
    {"不超过", AT_MOST},  {"大于", MORE},       {"高于", MORE},      {"超过", MORE},
    {"不小于", AT_LEAST}, {"不低于", AT_LEAST}, {"等于", EQUAL},     {"不等于", UNEQUAL},
};

static const struct join_word {
    const char *word;
    enum compare join;
} join_words[] = {{"且", JOIN_AND}, {"and", JOIN_AND}, {"或", JOIN_OR}, {"or", JOIN_OR}};

/* A step of a sum, in the order in which they are taken: operands first. */
struct step {
    enum { STEP_NUMBER, STEP_FIGURE, STEP_ADD, STEP_SUBTRACT, STEP_MULTIPLY, STEP_DIVIDE, STEP_NEGATE, STEP_OPEN } kind;
    const struct number *number;
    const struct figure_word *word;
    const struct indicator *indicator; /* NULL: that of the subject */
    int at;
};

struct condition {
    struct step steps[STEPS];
    size_t count;
    /* Steps [ends[i − 1], ends[i]) are the i-th sum; compares[i] stands behind it. */
    size_t ends[STEPS];
    enum compare compares[STEPS];
    size_t sums;
    bool bare_percent;
};

/* ---- reading ---- */

struct reader {
    const struct dataset *dataset;
    struct arena *arena;
    struct condition *condition;
    struct condition_fault *fault;
    const char *text; /* what is still to be read */
    int at;           /* its first character, from 1 */
    struct step waiting[STEPS];
    size_t waiting_count, open;
    size_t chain; /* its first sum */
    int chain_at;
    bool failed;
};

static uint32_t fold(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

static void skip(struct reader *r)
{
    text_next(&r->text);
    r->at++;
}

static uint32_t peek(struct reader *r)
{
    const char *at = r->text;
    uint32_t c = text_next(&at);
    while (c && text_is_blank(c)) {
        skip(r);
        at = r->text;
        c = text_next(&at);
    }
    return fold(c);
}

/* The first fault is the one that is told. */
static void fail(struct reader *r, const char *why, const char *word, int at)
{
    if (!r->failed)
        *r->fault = (struct condition_fault){.why = why, .word = word, .hint = "", .at = at};
    r->failed = true;
}

static void fail_here(struct reader *r, const char *why)
{
    fail(r, why, *r->text ? text_excerpt(r->arena, r->text) : "", r->at);
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

static bool in_name(uint32_t c)
{
    bool sign = strchr("+-*/()<>=!~%,;\"'", (int)(c < 0x80 ? c : 'a')) != NULL;
    bool wide = c == 0xD7 || c == 0xF7 || c == 0x2212 || (c >= 0x2260 && c <= 0x2267) || c == 0x201C || c == 0x201D;
    return c && !sign && !wide && !text_is_blank(c);
}

static const char *take_run(struct reader *r, bool (*belongs)(uint32_t))
{
    const char *start = r->text, *at = r->text;
    while (belongs(fold(text_next(&at))))
        skip(r), at = r->text;
    return text_half_width(r->arena, arena_string_n(r->arena, start, (size_t)(r->text - start)));
}

static void add_step(struct reader *r, struct step step)
{
    if (r->condition->count == STEPS)
        fail(r, N_("太长了，请分成几行"), "", step.at);
    else
        r->condition->steps[r->condition->count++] = step;
}

static int rank(const struct step *step)
{
    static const int ranks[] = {[STEP_ADD] = 1,    [STEP_SUBTRACT] = 1, [STEP_MULTIPLY] = 2,
                                [STEP_DIVIDE] = 2, [STEP_NEGATE] = 3,   [STEP_OPEN] = 0};
    return ranks[step->kind];
}

/* What binds at least as strongly and stands before it is worked out first. */
static void settle(struct reader *r, int least)
{
    while (r->waiting_count && rank(&r->waiting[r->waiting_count - 1]) >= least)
        add_step(r, r->waiting[--r->waiting_count]);
}

static void wait(struct reader *r, struct step step)
{
    if (r->waiting_count == STEPS)
        fail(r, N_("太长了，请分成几行"), "", step.at);
    else
        r->waiting[r->waiting_count++] = step;
}

static bool multiplies(const struct reader *r)
{
    const struct step *last = r->waiting_count ? &r->waiting[r->waiting_count - 1] : NULL;
    return last && (last->kind == STEP_MULTIPLY || last->kind == STEP_DIVIDE);
}

/* 150% is 1.5 where it multiplies; beside figures in % it is 150. */
static const struct number *read_percent(struct reader *r, const struct number *number)
{
    skip(r);
    uint32_t next = peek(r);
    if (multiplies(r) || next == '*' || next == '/' || next == 0xD7 || next == 0xF7)
        return number_divide(r->arena, number, number_integer(r->arena, 100));
    r->condition->bare_percent = true;
    return number;
}

static void read_number(struct reader *r)
{
    int at = r->at;
    const char *digits = take_run(r, is_digit);
    const struct number *number = number_is_long(digits) ? NULL : number_parse(r->arena, digits);
    if (!number) {
        fail(r, N_("这不是数"), digits, at);
        return;
    }
    if (peek(r) == '%')
        number = read_percent(r, number);
    add_step(r, (struct step){.kind = STEP_NUMBER, .number = number, .at = at});
}

static void fail_name(struct reader *r, const char *name, int at)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < sizeof figure_words / sizeof *figure_words; i++)
        nearest_offer(&nearest, figure_words[i].word);
    names_offer_indicators(r->dataset, &nearest);
    fail(r, NULL, name, at);
    r->fault->hint = nearest_hint(r->arena, &nearest);
}

/* A name, in quotation marks when there are signs in it. */
static const char *take_name(struct reader *r, bool *quoted)
{
    uint32_t open = peek(r);
    *quoted = open == 0x201C || open == 0x201D || open == '"';
    if (!*quoted)
        return take_run(r, in_name);
    skip(r);
    const char *start = r->text;
    for (uint32_t c = 0; *r->text; skip(r)) {
        const char *at = r->text;
        c = fold(text_next(&at));
        if (c == 0x201C || c == 0x201D || c == '"')
            break;
    }
    const char *name = arena_string_n(r->arena, start, (size_t)(r->text - start));
    if (*r->text)
        skip(r);
    else
        fail_here(r, N_("引号没有合上"));
    return name;
}

static const struct figure_word *find_word(const char *name)
{
    for (size_t i = 0; i < sizeof figure_words / sizeof *figure_words; i++)
        if (cell_same(name, figure_words[i].word))
            return &figure_words[i];
    return NULL;
}

static const struct indicator *read_indicator(struct reader *r, const char *name, int at)
{
    const struct indicator *indicator = NULL;
    enum name_match match = names_find_indicator(r->dataset, name, &indicator);
    if (match == NAME_NONE)
        fail_name(r, name, at);
    else if (match == NAME_MANY)
        fail(r, N_("有几个指标都叫这个名字，请写编号"), name, at);
    return indicator;
}

/* 上年同期(工业总产值): the indicator in the brackets, if there are any. */
static const struct indicator *read_bracketed(struct reader *r)
{
    bool quoted;
    if (peek(r) != '(')
        return NULL;
    skip(r);
    peek(r);
    int at = r->at;
    const struct indicator *indicator = read_indicator(r, take_name(r, &quoted), at);
    if (peek(r) == ')')
        skip(r);
    else
        fail_here(r, N_("括号里只写一个指标，这里应当是右括号"));
    return indicator;
}

static void read_figure(struct reader *r)
{
    bool quoted;
    int at = r->at;
    const char *name = take_name(r, &quoted);
    struct step step = {.kind = STEP_FIGURE, .word = quoted ? NULL : find_word(name), .at = at};
    if (step.word) {
        step.indicator = read_bracketed(r);
    } else {
        step.word = &figure_words[0];
        step.indicator = read_indicator(r, name, at);
    }
    if (step.indicator && !measure_applies(step.word->measure, step.indicator))
        fail(r, N_("这个指标没有这种数"), name, at);
    add_step(r, step);
}

/* A number, a figure, or what may stand before one. True when an operand has been read. */
static bool read_operand(struct reader *r, uint32_t c)
{
    if (c == '(' || c == '-' || c == 0x2212) {
        if (c == '(' && ++r->open > BRACKETS)
            fail_here(r, N_("括号套得太深，请分成几行"));
        wait(r, (struct step){.kind = c == '(' ? STEP_OPEN : STEP_NEGATE, .at = r->at});
        skip(r);
        return false;
    }
    if (is_digit(c))
        read_number(r);
    else if (in_name(c) || c == '"' || c == 0x201C || c == 0x201D)
        read_figure(r);
    else
        fail_here(r, N_("这里应当是一个数、指标或“本期”之类"));
    return true;
}

/* One of the signs, or a word that stands for one; NO_COMPARE, and nothing read, when it is none. */
static enum compare read_compare(struct reader *r, uint32_t c)
{
    int meaning;
    if (in_name(c)) {
        struct reader ahead = *r;
        if (!cell_word(take_run(&ahead, in_name), compare_words, sizeof compare_words / sizeof *compare_words,
                       &meaning))
            return NO_COMPARE;
        *r = ahead;
        return (enum compare)meaning;
    }
    static const struct {
        uint32_t first, second; /* 0: alone */
        enum compare compare;
    } signs[] = {{'<', '=', AT_MOST},   {'>', '=', AT_LEAST},  {'<', '>', UNEQUAL},  {'!', '=', UNEQUAL},
                 {'=', '<', AT_MOST},   {'=', '>', AT_LEAST},  {'=', '=', EQUAL},    {'<', 0, LESS},
                 {'>', 0, MORE},        {'=', 0, EQUAL},       {0x2264, 0, AT_MOST}, {0x2266, 0, AT_MOST},
                 {0x2265, 0, AT_LEAST}, {0x2267, 0, AT_LEAST}, {0x2260, 0, UNEQUAL}};
    const char *at = r->text;
    text_next(&at);
    uint32_t second = fold(text_next(&at));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].first != c || (signs[i].second && signs[i].second != second))
            continue;
        skip(r);
        if (signs[i].second)
            skip(r);
        return signs[i].compare;
    }
    return NO_COMPARE;
}

static void end_sum(struct reader *r, enum compare compare, int at)
{
    struct condition *condition = r->condition;
    if (r->open)
        fail(r, N_("括号没有合上"), "", at);
    settle(r, 1);
    if (condition->sums == STEPS)
        fail(r, N_("太长了，请分成几行"), "", r->at);
    else {
        condition->ends[condition->sums] = condition->count;
        condition->compares[condition->sums++] = compare;
    }
}

/* 且 or 或, which need no blank behind them; NO_COMPARE, and nothing read, for anything else. */
static enum compare read_join(struct reader *r, uint32_t c)
{
    for (size_t i = 0; i < sizeof join_words / sizeof *join_words; i++) {
        struct reader ahead = *r;
        if (!in_name(c))
            break;
        if (c >= 0x80)
            skip(&ahead);
        else
            take_run(&ahead, in_name);
        const char *word = arena_string_n(r->arena, r->text, (size_t)(ahead.text - r->text));
        if (!cell_same(word, join_words[i].word))
            continue;
        *r = ahead;
        return join_words[i].join;
    }
    return NO_COMPARE;
}

/* A chain compares at least two sums. */
static void end_chain(struct reader *r, enum compare join, int at)
{
    end_sum(r, join, at);
    if (r->condition->sums - r->chain < 2)
        fail(r, N_("没有 <= 之类的比较"), "", r->chain_at);
    r->chain = r->condition->sums;
}

/* One that begins with a comparison has 本期 before it. */
static void begin_chain(struct reader *r)
{
    uint32_t c = peek(r);
    r->chain_at = r->at;
    enum compare first = c ? read_compare(r, c) : NO_COMPARE;
    if (first == NO_COMPARE)
        return;
    add_step(r, (struct step){.kind = STEP_FIGURE, .word = &figure_words[0], .at = r->chain_at});
    end_sum(r, first, r->chain_at);
}

/* What stands behind an operand. True when another must follow. */
static bool read_operator(struct reader *r, uint32_t c)
{
    static const struct {
        uint32_t sign;
        int kind, rank;
    } signs[] = {{'+', STEP_ADD, 1},       {'-', STEP_SUBTRACT, 1}, {0x2212, STEP_SUBTRACT, 1}, {'*', STEP_MULTIPLY, 2},
                 {0xD7, STEP_MULTIPLY, 2}, {'/', STEP_DIVIDE, 2},   {0xF7, STEP_DIVIDE, 2}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].sign != c)
            continue;
        settle(r, signs[i].rank);
        struct step step = {.at = r->at};
        memcpy(&step.kind, &signs[i].kind, sizeof step.kind);
        wait(r, step);
        skip(r);
        return true;
    }
    if (c == ')' && r->open) {
        settle(r, 1);
        r->waiting_count--;
        r->open--;
        skip(r);
        return false;
    }
    int at = r->at;
    enum compare join = read_join(r, c), compare = join == NO_COMPARE ? read_compare(r, c) : NO_COMPARE;
    if (join != NO_COMPARE) {
        end_chain(r, join, at);
        begin_chain(r);
    } else if (compare == NO_COMPARE) {
        fail_here(r, c == ')' ? N_("这个右括号没有配对") : N_("这里应当是 + - * / 或 <= 之类"));
    } else {
        end_sum(r, compare, at);
    }
    return true;
}

const struct condition *condition_read(const struct dataset *dataset, const char *text, struct arena *arena,
                                       struct condition_fault *fault)
{
    struct reader *r = arena_alloc(arena, sizeof *r);
    *r = (struct reader){.dataset = dataset, .arena = arena, .fault = fault, .text = text, .at = 1};
    r->condition = arena_alloc(arena, sizeof *r->condition);
    if (strlen(text) > TEXT_BYTES)
        fail(r, N_("太长了，请分成几行"), "", 1);
    begin_chain(r);
    bool wanted = true;
    for (uint32_t c; !r->failed && (c = peek(r)) != 0;)
        wanted = wanted ? !read_operand(r, c) : read_operator(r, c);
    if (wanted)
        fail_here(r, N_("这里没有写完，还应当有一个数、指标或“本期”之类"));
    end_chain(r, NO_COMPARE, r->at);
    return r->failed ? NULL : r->condition;
}

/* ---- what it speaks of ---- */

bool condition_own(const struct condition *condition)
{
    for (size_t i = 0; i < condition->count; i++)
        if (condition->steps[i].kind == STEP_FIGURE && !condition->steps[i].indicator)
            return true;
    return false;
}

const struct indicator *condition_indicator(const struct condition *condition)
{
    for (size_t i = 0; i < condition->count; i++)
        if (condition->steps[i].kind == STEP_FIGURE && condition->steps[i].indicator)
            return condition->steps[i].indicator;
    return NULL;
}

bool condition_percent_odd(const struct condition *condition, const struct indicator *own)
{
    for (size_t i = 0; i < condition->count && condition->bare_percent; i++) {
        const struct step *step = &condition->steps[i];
        if (step->kind == STEP_FIGURE &&
            !measure_in_percent(step->word->measure, step->indicator ? step->indicator : own))
            return true;
    }
    return false;
}

/* ---- working it out ---- */

/* The period that a word means. The period before is that of the same year for what adds up since January; false where
 * there is none. */
static bool period_of(enum when when, const struct indicator *indicator, struct period *period)
{
    struct period now = *period;
    if (when == YEAR_BEFORE)
        *period = period_year_before(now, 1);
    else if (when == YEAR_END_BEFORE)
        *period = period_year_end(now, now.year - 1);
    else if (when == BEFORE && indicator->kind == KIND_FLOW)
        return period_before_in_year(now, period);
    else if (when == BEFORE)
        *period = period_before(now);
    return true;
}

static const struct number *figure_at(const struct step *step, struct engine *engine, struct subject subject)
{
    const struct indicator *own = subject.indicator;
    if (step->indicator)
        subject.indicator = step->indicator;
    if (step->word->of_parent)
        subject.area = subject.area->parent;
    if (!subject.area || !measure_applies(step->word->measure, subject.indicator) ||
        !period_of(step->word->when, subject.indicator, &subject.period))
        return NULL;
    const struct result *result = measure_of(engine, step->word->measure, subject);
    if (!result->number || result->flag != FLAG_NONE)
        return NULL;
    const struct number *factor = measure_in_percent(step->word->measure, subject.indicator)
                                      ? NULL
                                      : unit_factor(engine_arena(engine), subject.indicator->unit, own->unit);
    return factor ? number_multiply(engine_arena(engine), result->number, factor) : result->number;
}

static const struct number *operate(struct arena *arena, const struct step *step, const struct number *a,
                                    const struct number *b)
{
    switch (step->kind) {
    case STEP_ADD:
        return number_add(arena, a, b);
    case STEP_SUBTRACT:
        return number_subtract(arena, a, b);
    case STEP_MULTIPLY:
        return number_multiply(arena, a, b);
    default:
        return number_divide(arena, a, b);
    }
}

/* The sum of steps [from, to); NULL with the reason in *answer. */
static const struct number *work_out(const struct condition *condition, size_t from, size_t to, struct engine *engine,
                                     struct subject subject, enum condition_answer *answer)
{
    struct arena *arena = engine_arena(engine);
    const struct number *stack[STEPS] = {NULL};
    size_t height = 0;
    for (size_t i = from; i < to; i++) {
        const struct step *step = &condition->steps[i];
        if (step->kind == STEP_NUMBER || step->kind == STEP_FIGURE) {
            stack[height] = step->kind == STEP_NUMBER ? step->number : figure_at(step, engine, subject);
            if (!stack[height++]) {
                *answer = CONDITION_NO_FIGURE;
                return NULL;
            }
        } else if (step->kind == STEP_NEGATE) {
            stack[height - 1] = number_negate(arena, stack[height - 1]);
        } else {
            height--;
            if (step->kind == STEP_DIVIDE && number_sign(stack[height]) == 0) {
                *answer = CONDITION_ZERO;
                return NULL;
            }
            stack[height - 1] = operate(arena, step, stack[height - 1], stack[height]);
        }
    }
    return stack[0];
}

static bool holds(enum compare compare, int order)
{
    static const bool truth[][3] = {
        [LESS] = {true, false, false},    [AT_MOST] = {true, true, false}, [MORE] = {false, false, true},
        [AT_LEAST] = {false, true, true}, [EQUAL] = {false, true, false},  [UNEQUAL] = {true, false, true}};
    return truth[compare][order + 1];
}

/* What is known of a chain, or of several joined by 且, so far. */
struct outcome {
    enum condition_answer answer;
    const char *comparison; /* the first that fails */
};

/* One comparison more: one that fails settles it, whatever is missing elsewhere. */
static void take_comparison(struct outcome *so_far, struct arena *arena, enum compare compare,
                            const struct number *left, const struct number *right, enum condition_answer lacking)
{
    if (so_far->answer == CONDITION_FAILS)
        return;
    if (!left || !right) {
        so_far->answer = so_far->answer == CONDITION_HOLDS ? lacking : so_far->answer;
    } else if (!holds(compare, number_compare(left, right))) {
        so_far->answer = CONDITION_FAILS;
        so_far->comparison = arena_format(arena, "%s %s %s", number_plain(arena, left, 4), compare_signs[compare],
                                          number_plain(arena, right, 4));
    }
}

enum condition_answer condition_ask(const struct condition *condition, struct engine *engine, struct subject subject,
                                    const char **comparison)
{
    struct arena *arena = engine_arena(engine);
    struct buffer failed = {.arena = arena};
    struct outcome chain = {CONDITION_HOLDS, NULL};
    enum condition_answer all = CONDITION_FAILS, left_lacks = CONDITION_HOLDS;
    const struct number *left = NULL;
    for (size_t i = 0; i < condition->sums; i++) {
        enum condition_answer lacks = CONDITION_HOLDS;
        enum compare before = i ? condition->compares[i - 1] : JOIN_OR, behind = condition->compares[i];
        const struct number *sum =
            work_out(condition, i ? condition->ends[i - 1] : 0, condition->ends[i], engine, subject, &lacks);
        if (before < NO_COMPARE)
            take_comparison(&chain, arena, before, left, sum, left ? lacks : left_lacks);
        left = sum;
        left_lacks = lacks;
        if (behind != JOIN_OR && behind != NO_COMPARE)
            continue;
        if (chain.answer == CONDITION_HOLDS)
            return CONDITION_HOLDS;
        if (chain.answer != CONDITION_FAILS)
            all = all == CONDITION_FAILS ? chain.answer : all;
        else
            buffer_format(&failed, "%s%s", failed.length ? " 或 " : "", chain.comparison);
        chain = (struct outcome){CONDITION_HOLDS, NULL};
    }
    *comparison = buffer_text(&failed);
    return all;
}
