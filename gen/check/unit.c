/* SPDX-License-Identifier: MIT */
#include "check/unit.h"

#include "base/message.h"
#include "base/text.h"

#include <string.h>

/* Names of one dimension, each as a fraction of the first. A name not listed is a dimension of its own; any name may
 * have one of the prefixes below before it. */
static const struct {
    const char *name, *dimension;
    long above, below;
} bases[] = {
    {"元", "元", 1, 1},
    {"人民币元", "元", 1, 1},
    {"户", "个", 1, 1},
    {"家", "个", 1, 1},
    {"个", "个", 1, 1},
    {"人", "人", 1, 1},
    {"名", "人", 1, 1},
    {"平方米", "平方米", 1, 1},
    {"平米", "平方米", 1, 1},
    {"㎡", "平方米", 1, 1},
    {"m²", "平方米", 1, 1},
    {"m2", "平方米", 1, 1},
    {"亩", "平方米", 2000, 3},
    {"公顷", "平方米", 10000, 1},
    {"平方公里", "平方米", 1000000, 1},
    {"平方千米", "平方米", 1000000, 1},
    {"km²", "平方米", 1000000, 1},
    {"立方米", "立方米", 1, 1},
    {"m³", "立方米", 1, 1},
    {"m3", "立方米", 1, 1},
    {"吨", "吨", 1, 1},
    {"t", "吨", 1, 1},
    {"公斤", "吨", 1, 1000},
    {"千克", "吨", 1, 1000},
    {"kg", "吨", 1, 1000},
    {"克", "吨", 1, 1000000},
    {"吨标准煤", "吨标准煤", 1, 1},
    {"吨标煤", "吨标准煤", 1, 1},
    {"千克标准煤", "吨标准煤", 1, 1000},
    {"公斤标准煤", "吨标准煤", 1, 1000},
    {"千瓦时", "千瓦时", 1, 1},
    {"度", "千瓦时", 1, 1},
    {"kWh", "千瓦时", 1, 1},
    {"kwh", "千瓦时", 1, 1},
    {"兆瓦时", "千瓦时", 1000, 1},
    {"MWh", "千瓦时", 1000, 1},
    {"瓦", "瓦", 1, 1},
    {"千瓦", "瓦", 1000, 1},
    {"kW", "瓦", 1000, 1},
    {"兆瓦", "瓦", 1000000, 1},
    {"MW", "瓦", 1000000, 1},
    {"米", "米", 1, 1},
    {"公里", "米", 1000, 1},
    {"千米", "米", 1000, 1},
    {"km", "米", 1000, 1},
    {"%", "%", 1, 1},
    {"百分点", "%", 1, 1},
    {"个百分点", "%", 1, 1},
    {"‰", "%", 1, 10},
};

const struct cell_word *unit_words(struct arena *arena, size_t *count)
{
    struct cell_word *words = NULL;
    *count = 0;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        size_t first = 0;
        while (strcmp(bases[first].dimension, bases[i].dimension) != 0)
            first++;
        struct cell_word word = {bases[i].name, (int)first};
        ARRAY_ADD(arena, words, *count, word);
    }
    return words;
}

const char unit_more[] =
    N_("同一行的能互相换算；前面可以加万、亿等，如 万元、亿千瓦时，也可以写成 元/人；别的单位照写，不换算。");

/* Longer ones first: 万亿元 is not 万 of 亿元's name. */
static const struct {
    const char *text;
    int zeros;
} prefixes[] = {{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"千万", 7}, {"百万", 6},
                {"十万", 5},  {"亿", 8},    {"万", 4},    {"千", 3},   {"百", 2}};

/* A unit without a slash: its dimension, and its size in that dimension's first unit. */
struct simple {
    const char *dimension;
    const struct number *size;
};

static bool find_base(struct arena *arena, const char *name, struct simple *unit)
{
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        if (strcmp(name, bases[i].name) == 0) {
            *unit = (struct simple){bases[i].dimension, number_ratio(arena, bases[i].above, bases[i].below)};
            return true;
        }
    }
    return false;
}

static struct simple analyse(struct arena *arena, const char *name)
{
    struct simple unit;
    /* The name itself first: 千瓦时 and 百分点 have no prefix. */
    if (find_base(arena, name, &unit))
        return unit;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        const char *rest = name + strlen(prefixes[i].text);
        if (!text_starts(name, prefixes[i].text) || *rest == '\0')
            continue;
        const struct number *times = number_ten(arena, prefixes[i].zeros);
        if (find_base(arena, rest, &unit))
            return (struct simple){unit.dimension, number_multiply(arena, unit.size, times)};
        return (struct simple){rest, times};
    }
    return (struct simple){name, number_integer(arena, 1)};
}

bool unit_is_known(struct arena *arena, const char *unit)
{
    char *name = text_compact(arena, unit), *under = strchr(name, '/');
    struct simple found;
    if (under) {
        *under++ = '\0';
        return unit_is_known(arena, name) && unit_is_known(arena, under);
    }
    if (find_base(arena, name, &found))
        return true;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (text_starts(name, prefixes[i].text))
            return find_base(arena, name + strlen(prefixes[i].text), &found);
    }
    return false;
}

static const struct number *simple_factor(struct arena *arena, const char *from, const char *to)
{
    struct simple a = analyse(arena, from), b = analyse(arena, to);
    return strcmp(a.dimension, b.dimension) == 0 ? number_divide(arena, a.size, b.size) : NULL;
}

const struct number *unit_factor(struct arena *arena, const char *from, const char *to)
{
    char *a = text_compact(arena, from), *b = text_compact(arena, to);
    if (strcmp(a, b) == 0)
        return number_integer(arena, 1);
    char *under_a = strchr(a, '/'), *under_b = strchr(b, '/');
    if (!under_a && !under_b)
        return simple_factor(arena, a, b);
    if (!under_a || !under_b)
        return NULL;
    *under_a++ = *under_b++ = '\0';
    const struct number *above = simple_factor(arena, a, b);
    const struct number *below = unit_factor(arena, under_a, under_b);
    return above && below ? number_divide(arena, above, below) : NULL;
}

const char *unit_written_as(struct arena *arena, const char *unit, int tens)
{
    static const struct {
        const char *text;
        int zeros;
    } usual[] = {{"", 0}, {"千", 3}, {"万", 4}, {"百万", 6}, {"亿", 8}};
    const char *name = text_compact(arena, unit), *base = name;
    struct simple found;
    int zeros = 0;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !find_base(arena, name, &found) && base == name; i++)
        if (text_starts(name, prefixes[i].text) && name[strlen(prefixes[i].text)]) {
            base = name + strlen(prefixes[i].text);
            zeros = prefixes[i].zeros;
        }
    if (!*base || unit_is_percent(base) || unit_is_permille(base))
        return NULL;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i].zeros == zeros - tens)
            return arena_format(arena, "%s%s", usual[i].text, base);
    return NULL;
}

bool unit_is_percent(const char *unit)
{
    return text_same(unit, "%") || text_same(unit, "百分点") || text_same(unit, "个百分点");
}

bool unit_is_permille(const char *unit)
{
    return text_same(unit, "‰");
}

/* Where the bracket that closes at the end opens; NULL when it has no partner, or nothing stands before it. */
static const char *opening(const char *text)
{
    int depth = 0;
    for (const char *s = text + strlen(text); s > text;) {
        s--;
        depth += *s == ')';
        depth -= *s == '(';
        if (depth == 0)
            return s > text ? s : NULL;
    }
    return NULL;
}

bool unit_split(struct arena *arena, const char *text, const char **name, const char **unit)
{
    const char *folded = text_half_width(arena, text);
    folded = text_trim(arena, folded, strlen(folded));
    *name = folded;
    *unit = "";
    size_t length = strlen(folded);
    if (text_ends(folded, ")")) {
        const char *open = opening(folded);
        if (!open)
            return false;
        const char *inside = text_compact(arena, arena_string_n(arena, open + 1, strlen(open) - 2));
        *unit = text_starts(inside, "单位:") ? inside + strlen("单位:") : inside;
        *name = text_trim(arena, folded, (size_t)(open - folded));
        return true;
    }
    const char *mark = text_ends(folded, "%") ? "%" : text_ends(folded, "‰") ? "‰" : NULL;
    if (!mark || length == strlen(mark))
        return false;
    *unit = mark;
    *name = text_trim(arena, folded, length - strlen(mark));
    return true;
}
