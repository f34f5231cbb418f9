/* SPDX-License-Identifier: MIT */
#include "check/ops.h"

#include "check/measure.h"

#define WORDS(...)                                                                                                     \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }
#define FACTS(...) __VA_ARGS__
#define OP(op, id, words, facts) [op] = {id, words, facts},

const struct op_row ops[OP_COUNT] = {
#include "check/op_rows.h"
};

static bool is_called(const struct op_row *op, const char *text)
{
    bool found = cell_same(text, op->id);
    for (size_t i = 0; i < OP_WORDS && op->words[i] && !found; i++)
        found = cell_same(text, op->words[i]);
    return found;
}

bool op_find(const char *text, enum target_op *op)
{
    for (size_t i = 0; i < OP_COUNT; i++) {
        if (is_called(&ops[i], text)) {
            *op = (enum target_op)i;
            return true;
        }
    }
    return false;
}

const struct cell_word *op_words(struct arena *arena, size_t *count)
{
    struct cell_word *words = NULL;
    *count = 0;
    for (size_t i = 0; i < OP_COUNT; i++) {
        struct cell_word word = {ops[i].id, (int)i};
        ARRAY_ADD(arena, words, *count, word);
        for (size_t w = 0; w < OP_WORDS && ops[i].words[w]; w++) {
            word.text = ops[i].words[w];
            ARRAY_ADD(arena, words, *count, word);
        }
    }
    return words;
}

const char *op_list(struct arena *arena)
{
    size_t count;
    const struct cell_word *words = op_words(arena, &count);
    return cell_words(arena, words, count);
}

bool op_at_least(enum target_op op)
{
    return ops[op].against == AGAINST_FIGURE && ops[op].good == GOOD_ABOVE;
}

bool op_at_most(enum target_op op)
{
    return ops[op].against == AGAINST_FIGURE && ops[op].good == GOOD_BELOW;
}

bool target_is_milestone(const struct target *target)
{
    return ops[target->op].against == AGAINST_ONE;
}

bool target_is_number(const struct target *target)
{
    return target->value && !target->of_parent && !target->of_area;
}

bool target_of_years_total(const struct target *target)
{
    return target->deadline && target->indicator->kind == KIND_FLOW && target->measure == MEASURE_VALUE &&
           !target_is_milestone(target);
}

bool target_accumulates(const struct target *target)
{
    return target->indicator->kind == KIND_FLOW && measures[target->measure].accumulates &&
           (!target->deadline || target_of_years_total(target)) && ops[target->op].accumulates &&
           target_is_number(target);
}
