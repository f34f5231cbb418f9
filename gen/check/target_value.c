/* SPDX-License-Identifier: MIT */
#include "base/text.h"
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

/* 5—8‰: the sign behind the second end is that of both. */
static const char *with_sign_of(struct arena *arena, const char *low, const char *high)
{
    static const char *const signs[] = {"%", "‰", "倍"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (text_ends(high, signs[i]) && *low >= '0' && low[strlen(low) - 1] >= '0' && low[strlen(low) - 1] <= '9')
            return arena_format(arena, "%s%s", low, signs[i]);
    }
    return low;
}

/* The two numbers around a dash or 至; false when there are none. */
static bool read_ends(struct arena *arena, const char *text, enum figure_scale scale, bool growth,
                      const struct number *ends[2])
{
    const char *folded = cell_fold(arena, text);
    for (const char *s = folded; *s;) {
        const char *low = text_trim(arena, folded, (size_t)(s - folded));
        uint32_t sign = text_next(&s);
        if (!*low || (!text_is_dash(sign) && sign != 0x81F3 /* 至 */))
            continue;
        for (const char *same = s; sign != '-' && text_next(&same) == sign;)
            s = same; /* —— */
        low = with_sign_of(arena, low, s);
        if (figure_read(arena, low, scale, growth, &ends[0]) == FIGURE_NUMBER &&
            figure_read(arena, s, scale, growth, &ends[1]) == FIGURE_NUMBER)
            return true;
    }
    return false;
}

bool target_read_range(const struct target_place *place, struct target *target, enum figure_scale scale)
{
    const char *text = target_text(place, TARGET_VALUE);
    const struct number *ends[2];
    if (!ops[target->op].stretch ||
        !read_ends(place->loader->arena, text, scale, target_is_growth(target, scale), ends))
        return false;
    bool rises = number_compare(ends[0], ends[1]) < 0;
    if (!rises && figure_is_date(text)) /* 2025-06 */
        return false;
    size_t harder = rises == op_at_least(target->op);
    target->value = ends[!harder];
    target->stretch = ends[harder];
    target->range = true;
    return true;
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
    if (target_read_range(place, target, target_scale(target)))
        return true;
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

/* up and down may name the year they are held against. */
static bool read_base_year(const struct target_place *place, struct target *target)
{
    bool dashed;
    if (cell_year(place->loader->arena, target_text(place, TARGET_VALUE), &target->base_year, &dashed) && !dashed)
        return true;
    target_report(place, target, TARGET_VALUE, RULE_TARGET_UP_VALUE);
    return false;
}

/* The cell of the value is empty, or -: what is hoped for may be all there is. */
static enum target_reading read_without_value(const struct target_place *place, struct target *target)
{
    struct where where = target_where(place, target, TARGET_VALUE);
    const char *hoped = target_text(place, TARGET_STRETCH);
    if (ops[target->op].stretch && !target_is_missing(place->loader->arena, hoped)) {
        target->hoped = true;
        target->value = read_amount(place, target, TARGET_STRETCH, hoped);
        return target->value ? TARGET_READ : TARGET_FAULTY;
    }
    if (*target_text(place, TARGET_VALUE))
        return TARGET_NO_FIGURE;
    FINDING(place->loader->findings, RULE_TARGET_EMPTY, &where, NULL);
    return TARGET_FAULTY;
}

static enum target_reading read_main(const struct target_place *place, struct target *target)
{
    const char *text = target_text(place, TARGET_VALUE);
    bool missing = target_is_missing(place->loader->arena, text), good = true;
    switch (ops[target->op].against) {
    case AGAINST_FIGURE:
        if (missing)
            return read_without_value(place, target);
        good = read_figure(place, target);
        break;
    case AGAINST_YEAR_BEFORE:
        good = missing || read_base_year(place, target);
        break;
    case AGAINST_NOTHING_YET:
        if (!missing)
            target_report(place, target, TARGET_VALUE, RULE_TARGET_IDLE);
        break;
    case AGAINST_ONE:
        good = missing || read_one(place, target);
        break;
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
    if (!target->hoped && !target->range)
        good = read_further(place, target, TARGET_STRETCH, op->stretch, &target->stretch) && good;
    else if (target->range && !target_is_missing(place->loader->arena, target_text(place, TARGET_STRETCH))) {
        target_report(place, target, TARGET_STRETCH, RULE_TARGET_RANGE_STRETCH);
        good = false;
    }
    good = read_further(place, target, TARGET_TOLERANCE, op->tolerance, &target->tolerance) && good;
    return good ? reading : TARGET_FAULTY;
}
