/* SPDX-License-Identifier: MIT */
#include "check/measure.h"
#include "check/ops.h"
#include "check/target_reading.h"
#include "check/unit.h"

#include <string.h>
#include <strings.h>

static const struct number *read_amount(const struct target_place *place, const struct target *target,
                                        enum target_column column, const char *text)
{
    return target_amount(place, target, column, text, target_scale(target));
}

/* 前三名, 前3名, 前三: 3; 0 for anything else. */
static int top_places(struct arena *arena, const char *text)
{
    static const struct cell_word digits[] = {{"一", 1}, {"二", 2}, {"两", 2}, {"三", 3}, {"四", 4}, {"五", 5},
                                              {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}};
    char *s = cell_fold(arena, text);
    size_t length = strlen(s), name = strlen("名"), front = strlen("前");
    int places = 0;
    if (length > name && strcmp(s + length - name, "名") == 0)
        s[length - name] = '\0';
    if (strncmp(s, "前", front) != 0)
        return 0;
    if (cell_integer(arena, s + front, &places) ||
        cell_word(s + front, digits, sizeof digits / sizeof *digits, &places))
        return places > 0 ? places : 0;
    return 0;
}

/* The offset behind parent or area:CODE: nothing, or a number with its sign. */
static bool read_offset(const struct target_place *place, struct target *target, const char *text)
{
    if (*text == '\0') {
        target->value = number_integer(place->loader->arena, 0);
        return true;
    }
    if (*text != '+' && *text != '-') {
        target_report(place, target, TARGET_VALUE, RULE_TARGET_NUMBER);
        return false;
    }
    target->value = read_amount(place, target, TARGET_VALUE, text);
    return target->value != NULL;
}

/* CODE, CODE+1, CODE-0.5. A code may itself contain a hyphen, so the whole is tried first. */
static bool read_area(const struct target_place *place, struct target *target, char *text)
{
    struct arena *arena = place->loader->arena;
    struct where where = target_where(place, target, TARGET_VALUE);
    const struct area *area;
    const char *offset = "";
    if (names_find_area(place->loader->dataset, text, &area) == NAME_NONE) {
        char *sign = text + strlen(text);
        while (sign > text && *sign != '+' && *sign != '-')
            sign--;
        if (sign > text) {
            offset = arena_string(arena, sign);
            *sign = '\0';
        }
    }
    target->of_area = names_area(place->loader, text, &where, false);
    return target->of_area && read_offset(place, target, offset);
}

/* Cuts one of the prefixes off; false when the text has none of them. */
static bool cut_prefix(char **text, const char *const *prefixes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(prefixes[i]);
        if (strncasecmp(*text, prefixes[i], length) == 0) {
            *text += length;
            return true;
        }
    }
    return false;
}

static bool read_figure(const struct target_place *place, struct target *target)
{
    static const char *const parents[] = {"parent", "上级"}, *const areas[] = {"area:"};
    struct arena *arena = place->loader->arena;
    const char *text = target_text(place, TARGET_VALUE);
    char *folded = cell_fold(arena, text);
    int places = measures[target->measure].counted == IN_PLACES ? top_places(arena, text) : 0;
    if (places) {
        target->value = number_integer(arena, places);
        if (target->op == OP_AT_LEAST) /* 达到前三名: the words say what is meant */
            target->op = OP_AT_MOST;
        return true;
    }
    if (cut_prefix(&folded, areas, 1))
        return read_area(place, target, folded);
    if (cut_prefix(&folded, parents, 2)) {
        target->of_parent = true;
        return read_offset(place, target, folded);
    }
    target->value = read_amount(place, target, TARGET_VALUE, text);
    return target->value != NULL;
}

static bool read_one(const struct target_place *place, const struct target *target)
{
    const struct number *value = cell_decimal(place->loader->arena, target_text(place, TARGET_VALUE));
    if (value && number_compare(value, number_integer(place->loader->arena, 1)) == 0)
        return true;
    target_report(place, target, TARGET_VALUE, RULE_TARGET_MILESTONE);
    return false;
}

static enum target_reading read_main(const struct target_place *place, struct target *target)
{
    const char *text = target_text(place, TARGET_VALUE);
    enum op_against against = ops[target->op].against;
    bool missing = *text && target_is_missing(place->loader->arena, text), good = true;
    if (against == AGAINST_FIGURE) {
        if (missing)
            return TARGET_NO_FIGURE;
        if (!*text) {
            struct where where = target_where(place, target, TARGET_VALUE);
            FINDING(place->loader->findings, RULE_TARGET_EMPTY, &where, NULL);
            return TARGET_FAULTY;
        }
        good = read_figure(place, target);
    } else if (*text && !missing) {
        if (against == AGAINST_NOTHING_YET)
            target_report(place, target, TARGET_VALUE, RULE_TARGET_IDLE);
        else if (against == AGAINST_ONE)
            good = read_one(place, target);
        else {
            target_report(place, target, TARGET_VALUE, RULE_TARGET_UP_VALUE);
            good = false;
        }
    }
    return good ? TARGET_READ : TARGET_FAULTY;
}

/* A further number; what the op has no use for is left out, so that nobody takes it for part of the target. */
static bool read_further(const struct target_place *place, const struct target *target, enum target_column column,
                         bool used, const struct number **number)
{
    const char *text = target_text(place, column);
    if (target_is_missing(place->loader->arena, text))
        return true;
    if (!used) {
        target_report(place, target, column, RULE_TARGET_IDLE);
        return true;
    }
    *number = read_amount(place, target, column, text);
    return *number != NULL;
}

enum target_reading target_read_value(const struct target_place *place, struct target *target)
{
    enum target_reading reading = read_main(place, target);
    if (reading == TARGET_NO_FIGURE)
        return reading;
    const struct op_row *op = &ops[target->op];
    bool good = read_further(place, target, TARGET_UPPER, op->upper, &target->upper);
    good = read_further(place, target, TARGET_STRETCH, op->stretch, &target->stretch) && good;
    good = read_further(place, target, TARGET_TOLERANCE, op->tolerance, &target->tolerance) && good;
    return good ? reading : TARGET_FAULTY;
}
