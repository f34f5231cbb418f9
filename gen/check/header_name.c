/* SPDX-License-Identifier: MIT */
/* What one header, or one level of it, names: an indicator, by the longest name at its beginning, and behind that only
 * what a header may say of it (SPEC §1). */
#include "check/header_name.h"

#include "base/text.h"
#include "check/stated_unit.h"
#include "check/unit.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The first of the words that the text begins with; NULL for none. Longer ones stand before their beginnings. */
static const char *first_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_starts(text, words[i]))
            return words[i];
    }
    return NULL;
}

/* Moves behind ①, *, [1], 注1 and the like; false when there is none. */
static bool take_mark(const char **text)
{
    static const char *const signs[] = {"*", "※", "†", "‡", "★", "☆", "△", "▲", "¹", "²", "³"};
    static const char *const opening[] = {"[", "注", "〔"};
    const char *sign = first_of(*text, signs, COUNT(signs)), *s = *text;
    uint32_t c = text_next(&s);
    if ((c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793)) {
        *text = s;
        return true;
    }
    if (sign) {
        *text += strlen(sign);
        return true;
    }
    const char *open = first_of(*text, opening, COUNT(opening));
    if (!open)
        return false;
    s = *text + strlen(open);
    size_t digits = strspn(s, "0123456789");
    const char *inner = s + digits;
    bool circled = digits == 0 && text_starts(open, "注") && take_mark(&inner);
    if (digits == 0 && !circled)
        return false;
    if (text_starts(inner, "]"))
        inner++;
    else if (text_starts(inner, "〕"))
        inner += strlen("〕");
    *text = inner;
    return true;
}

static bool take_word(const char **text, const char *const *words, size_t count)
{
    const char *word = first_of(*text, words, count);
    *text += word ? strlen(word) : 0;
    return word != NULL;
}

/* 单位:万元 → 万元 */
static const char *without_word(const char *text)
{
    return text_starts(text, "单位:") ? text + strlen("单位:") : text;
}

/* The text up to the marks at its end, if that is a unit; "" otherwise. */
static const char *unit_at_end(const struct loader *loader, const char *text)
{
    const char *whole = without_word(text);
    for (const char *s = whole; *s; text_next(&s)) {
        const char *rest = s;
        while (take_mark(&rest))
            continue;
        if (*rest == '\0' && s > whole)
            whole = arena_string_n(loader->arena, whole, (size_t)(s - whole));
        if (*rest == '\0')
            break;
    }
    return stated_is_unit(loader, whole) ? whole : "";
}

static bool read_rest(const struct loader *loader, const char *text, struct header_name *found);

/* （亿元）, （累计）, （单位：万元）, （①）. What is none of these is taken for a unit, which nothing converts. */
static bool take_bracket(const struct loader *loader, const char **text, struct header_name *found)
{
    static const char *const opening[] = {"(", "[", "【", "〔"}, *const closing[] = {")", "]", "】", "〕"};
    size_t i = 0;
    while (i < COUNT(opening) && !text_starts(*text, opening[i]))
        i++;
    if (i == COUNT(opening))
        return false;
    const char *from = *text + strlen(opening[i]), *end = strstr(from, closing[i]);
    int depth = 1;
    for (const char *s = from; i == 0 && *s && depth; s++) {
        depth += (*s == '(') - (*s == ')');
        end = depth ? end : s;
    }
    if (!end)
        return false;
    *text = end + strlen(closing[i]);
    const char *inside = arena_string_n(loader->arena, from, (size_t)(end - from));
    struct header_name inner = {.unit = ""};
    bool number = *inside && inside[strspn(inside, "0123456789")] == '\0';
    if (number || !*inside)
        found->marked = true;
    else if (read_rest(loader, inside, &inner)) {
        found->growth = found->growth || inner.growth;
        found->marked = found->marked || inner.marked;
        found->unit = *inner.unit ? inner.unit : found->unit;
    } else if (!strchr(inside, '=')) { /* 上年=100 tells how an index was made */
        found->unit = without_word(inside);
    }
    return true;
}

/* Whether the text says nothing but how the figure is meant; `found` gets what it says. */
static bool read_rest(const struct loader *loader, const char *text, struct header_name *found)
{
    static const char *const growths[] = {"比上年同期", "比去年同期", "较上年同期", "较去年同期", "比上年",
                                          "比去年",     "较上年",     "较去年",     "增长速度",   "增长率",
                                          "同比",       "增长",       "增速",       "增幅",       "±"};
    static const char *const neutral[] = {"累计值", "累计数", "累计",   "总量",   "绝对量", "数值", "完成额",
                                          "本年",   "自年初", "初步数", "快报数", "预计数", "·",    "_",
                                          ":",      ",",      "、",     "/",      "-",      "—"};
    static const char same_period[] = "同期";
    while (*text) {
        if (take_word(&text, growths, COUNT(growths))) {
            found->growth = true;
            if (!unit_is_percent(found->unit) && !unit_is_permille(found->unit))
                found->unit = ""; /* 投资（亿元）增速 */
            continue;
        }
        /* 同期 alone is last year's figure. */
        if (found->growth && text_starts(text, same_period)) {
            text += strlen(same_period);
            continue;
        }
        if (take_mark(&text)) {
            found->marked = true;
            continue;
        }
        if (take_word(&text, neutral, COUNT(neutral)) || take_bracket(loader, &text, found))
            continue;
        const char *unit = unit_at_end(loader, text);
        if (!*unit && (*text != '%' || strchr(text + 1, '%')))
            return false;
        if (!*unit) { /* 增长%① and 增速%（累计） */
            found->unit = "%";
            text++;
            continue;
        }
        const char *behind = strstr(text, unit) + strlen(unit);
        found->marked = found->marked || *behind;
        found->unit = unit;
        return true;
    }
    return true;
}

bool header_rest_read(const struct loader *loader, const char *text, struct header_name *found)
{
    *found = (struct header_name){.unit = ""};
    return read_rest(loader, text_compact(loader->arena, text), found);
}

/* The longest name at the beginning of the text; its length, 0 for none. */
static size_t longest_name(const struct loader *loader, const char *text, struct header_name *found)
{
    size_t ends[256], count = 0;
    for (const char *s = text; *s && count < COUNT(ends);) {
        text_next(&s);
        ends[count++] = (size_t)(s - text);
    }
    while (count-- > 0) {
        const char *name = arena_string_n(loader->arena, text, ends[count]);
        found->match = names_find_indicator(loader->dataset, name, &found->indicator);
        found->name = name;
        if (found->match != NAME_NONE)
            return ends[count];
    }
    return 0;
}

/* The unit in a text that names nothing: a level 累计（万元） or 亿元 over or under one that does. */
static const char *unit_alone(const struct loader *loader, const char *written)
{
    const char *name, *unit, *text = text_compact(loader->arena, written);
    struct header_name found = {.unit = ""};
    if (stated_is_unit(loader, text) || read_rest(loader, text, &found)) {
        read_rest(loader, text, &found);
        return found.unit;
    }
    if (unit_split(loader->arena, text, &name, &unit))
        return *name && !strchr(unit, '=') ? unit : "";
    struct stated_units units = {0};
    struct where nowhere = {0};
    stated_units_read(loader, &units, written, &nowhere, STATED_ABOVE);
    return units.count == 1 ? units.items[0].text : "";
}

struct header_name header_name_read(const struct loader *loader, const char *text)
{
    const char *whole = text_compact(loader->arena, text), *from = whole;
    struct header_name found = {.unit = ""};
    while (take_mark(&from))
        found.marked = true;
    size_t length = longest_name(loader, from, &found);
    if (length > 0 && read_rest(loader, from + length, &found))
        return found;
    return (struct header_name){.name = whole, .unit = unit_alone(loader, text)};
}

const char *header_hint(const struct loader *loader, const char *text)
{
    const char *name, *unit;
    const struct indicator *indicator;
    unit_split(loader->arena, text, &name, &unit);
    if (!*name || names_find_indicator(loader->dataset, name, &indicator) != NAME_NONE)
        return "";
    struct nearest nearest = nearest_to(name);
    names_offer_indicators(loader->dataset, &nearest);
    return nearest.distance == 0 ? nearest_hint(loader->arena, &nearest) : "";
}
