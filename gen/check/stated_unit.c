/* SPDX-License-Identifier: MIT */
#include "check/stated_unit.h"

#include "base/text.h"
#include "check/unit.h"

#include <string.h>
#include <strings.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- what is a unit ---- */

/* One that units are converted by, or that an indicator has: 件 in a region that counts 万件. */
static bool is_known(const struct loader *loader, const char *unit)
{
    if (!*unit)
        return false;
    if (unit_is_known(loader->arena, unit))
        return true;
    for (size_t i = 0; i < loader->dataset->indicator_count; i++) {
        const char *other = loader->dataset->indicators[i].unit;
        if (*other && unit_factor(loader->arena, unit, other))
            return true;
    }
    return false;
}

/* 人民币万元, 万元（人民币）, 均为万元: what says nothing about how many one is of another. */
static const char *without_trimmings(struct arena *arena, const char *text)
{
    static const char *const before[] = {"人民币", "RMB", "均为", "为", "是", "现价", "当年价", ":"};
    static const char *const behind[] = {"人民币",     "(人民币)", "(现价)", "(可比价)", "(当年价)",
                                         "(当年价格)", "现价",     "。",     ".",        ":"};
    char *rest = text_compact(arena, text);
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; i < COUNT(before); i++) {
            if (text_starts(rest, before[i]) && rest[strlen(before[i])]) {
                rest += strlen(before[i]);
                cut = true;
            }
        }
        for (size_t i = 0; i < COUNT(behind); i++) {
            size_t length = strlen(rest), tail = strlen(behind[i]);
            if (length > tail && text_ends(rest, behind[i])) {
                rest[length - tail] = '\0';
                cut = true;
            }
        }
    }
    /* （万元） within a list */
    size_t length = strlen(rest);
    if (length > 2 && rest[0] == '(' && rest[length - 1] == ')') {
        rest[length - 1] = '\0';
        rest++;
    }
    return rest;
}

/* What stands between the units of a list. A blank is weak: behind it something else may begin. */
enum mark { MARK_NONE, MARK_STRONG, MARK_WEAK };

static enum mark take_mark(const char **text)
{
    static const char *const words[] = {"、", ",", ";", "，", "；", "和", "及", "与", "|", "·"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (text_starts(*text, words[i])) {
            *text += strlen(words[i]);
            return MARK_STRONG;
        }
    }
    /* 万元/% and 万元(%) are two units, 元/人 is one. */
    if (**text == '/' && (text_starts(*text + 1, "%") || text_starts(*text + 1, "‰"))) {
        *text += 1;
        return MARK_STRONG;
    }
    if (text_starts(*text, "(%") || text_starts(*text, "(‰"))
        return MARK_STRONG;
    if (**text == ' ') {
        *text += strspn(*text, " ");
        return MARK_WEAK;
    }
    return MARK_NONE;
}

/* The next part of a list, and what stood before it. False at the end. */
static bool next_part(struct arena *arena, const char **text, enum mark *before, const char **part)
{
    *before = MARK_NONE;
    for (enum mark mark; (mark = take_mark(text)) != MARK_NONE;) {
        *before = mark == MARK_STRONG || *before == MARK_STRONG ? MARK_STRONG : MARK_WEAK;
        if (**text == '(')
            break;
    }
    const char *from = *text;
    bool first = true;
    for (; **text; first = false) {
        const char *s = *text;
        if (!first && take_mark(&s) != MARK_NONE)
            break;
        text_next(text);
    }
    *part = without_trimmings(arena, arena_string_n(arena, from, (size_t)(*text - from)));
    return *text > from;
}

static void add(const struct loader *loader, struct stated_units *units, const char *text, const struct where *where)
{
    for (size_t i = 0; i < units->count; i++) {
        if (text_same(units->items[i].text, text))
            return;
    }
    struct stated_unit unit = {.text = text, .where = *where};
    ARRAY_ADD(loader->arena, units->items, units->count, unit);
}

/* A list that consists of units: adds them. */
static bool read_pure(const struct loader *loader, struct stated_units *units, const char *text,
                      const struct where *where)
{
    struct stated_units found = {0};
    enum mark before;
    const char *part;
    for (const char *s = text; next_part(loader->arena, &s, &before, &part);) {
        if (!is_known(loader, part))
            return false;
        add(loader, &found, part, where);
    }
    for (size_t i = 0; i < found.count; i++)
        add(loader, units, found.items[i].text, where);
    return found.count > 0;
}

/* ---- 单位 ---- */

static bool ends_in_one(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_ends(text, words[i]))
            return true;
    }
    return false;
}

/* 填报单位：…, 责任单位：…: who, not how much. */
static bool names_office(const char *before)
{
    static const char *const words[] = {"填报", "填表", "报送", "上报", "制表", "编制",   "编印", "责任", "主管",
                                        "牵头", "配合", "发文", "印发", "联系", "汇总",   "审核", "提供", "统计",
                                        "调查", "主办", "承办", "协办", "主送", "抄送",   "成员", "有关", "企业",
                                        "事业", "用人", "下属", "所属", "考核", "被考核", "监测", "来源", "各"};
    return ends_in_one(before, words, COUNT(words));
}

static bool is_office(const char *value)
{
    static const char *const words[] = {"局", "委", "办", "厅", "院", "府", "司",
                                        "心", "处", "科", "部", "会", "站", "队"};
    return ends_in_one(value, words, COUNT(words));
}

/* 金额单位, 计量单位: 单位 with a word before it that belongs to it; the first of them mean nothing else. */
#define SORTS_OF_UNIT 8
static const char *const sorts[] = {"计量", "金额", "货币", "数量", "计价", "计数", "度量", "数据",
                                    "指标", "价值", "货值", "产值", "产量", "面积", "投资", "统计指标"};

/* Moves behind what joins 单位 to its units: a colon, 为, a bracket, blanks. */
static const char *behind_joint(const char *text, bool *joined, bool *bracket)
{
    static const char *const joints[] = {":", "：", "=", "均为", "为", "是", "/", "-", "—"};
    *joined = *bracket = false;
    for (bool more = true; more;) {
        more = *text == ' ' || *text == '(';
        *bracket = *bracket || *text == '(';
        *joined = *joined || *text == '(';
        text += more;
        for (size_t i = 0; i < COUNT(joints) && !more; i++) {
            if (text_starts(text, joints[i])) {
                text += strlen(joints[i]);
                *joined = more = true;
            }
        }
    }
    return text;
}

/* 万元（用电量：万千瓦时）, 万元（可比价）: adds the units in brackets, and gives the text without the brackets. */
static const char *read_asides(const struct loader *loader, struct stated_units *units, const char *text,
                               const struct where *where)
{
    struct arena *arena = loader->arena;
    struct buffer rest = {.arena = arena};
    const char *open;
    for (; (open = strchr(text, '(')) && strchr(open, ')'); text = strchr(open, ')') + 1) {
        const char *close = strchr(open, ')');
        const char *inside = arena_string_n(arena, open + 1, (size_t)(close - open) - 1), *colon = strchr(inside, ':');
        if (text > open || *text != '(')
            buffer_add_n(&rest, text, (size_t)(open - text));
        buffer_add(&rest, " ");
        read_pure(loader, units, colon ? colon + 1 : inside, where);
    }
    buffer_add(&rest, text);
    const char *found = buffer_text(&rest);
    return text_trim(arena, found, strlen(found));
}

/* The units behind 单位. Of 万元 2025年9月 the second is no unit; of 万元、神秘 it is one, which nobody knows. */
static void read_list(const struct loader *loader, struct stated_units *units, const char *text,
                      const struct where *where, bool surely)
{
    struct arena *arena = loader->arena;
    const char *part, *s = text = read_asides(loader, units, text, where);
    enum mark before;
    bool any = false;
    while (next_part(arena, &s, &before, &part)) {
        bool known = is_known(loader, part);
        bool other = !*part || strpbrk(part, "0123456789:") || is_office(part);
        if (known || (any && !other && before == MARK_STRONG))
            add(loader, units, part, where);
        else
            break;
        any = true;
    }
    /* 万 元 */
    const char *whole = text_compact(arena, text);
    if (any || !*whole || read_pure(loader, units, whole, where))
        return;
    if (surely && !is_office(whole) && !is_office(part))
        add(loader, units, text_trim(arena, text, strlen(text)), where);
}

/* 以万元为单位 */
static bool read_as_unit(const struct loader *loader, struct stated_units *units, const char *before,
                         const struct where *where)
{
    if (!text_ends(before, "为"))
        return false;
    const char *from = strstr(before, "以");
    for (const char *next = from; next && (next = strstr(next + 1, "以"));)
        from = next;
    if (!from)
        return false;
    from += strlen("以");
    return read_pure(loader, units, arena_string_n(loader->arena, from, strlen(from) - strlen("为")), where);
}

/* What the word 单位, of which `text` is the whole cell and `word` the place, introduces. */
static void read_word(const struct loader *loader, struct stated_units *units, const char *text, const char *word,
                      size_t length, const struct where *where)
{
    struct arena *arena = loader->arena;
    bool joined, bracket;
    const char *before = text_compact(arena, arena_string_n(arena, text, (size_t)(word - text)));
    const char *value = behind_joint(word + length, &joined, &bracket);
    if (names_office(before) || read_as_unit(loader, units, before, where))
        return;
    /* （单位：万元） ends with its bracket; the bracket of 单位：万元（可比价） is its own. */
    bool inside = bracket || strrchr(arena_string_n(arena, text, (size_t)(word - text)), '(');
    const char *end = inside ? strchr(value, ')') : NULL;
    value = end ? arena_string_n(arena, value, (size_t)(end - value)) : value;
    bool alone = !*before || ends_in_one(before, sorts, COUNT(sorts)) || text_ends(before, "(");
    read_list(loader, units, value, where, joined && alone);
}

static void read_words(const struct loader *loader, struct stated_units *units, const char *text,
                       const struct where *where)
{
    static const char word[] = "单位", english[] = "unit", amount[] = "金额:";
    for (const char *s = text; (s = strstr(s, amount));) {
        s += strlen(amount);
        read_list(loader, units, s, where, false);
    }
    for (const char *s = text; (s = strstr(s, word)); s += strlen(word))
        read_word(loader, units, text, s, strlen(word), where);
    for (const char *s = text; *s; s++) {
        bool inside = s > text && ((s[-1] | 0x20) >= 'a' && (s[-1] | 0x20) <= 'z');
        if (inside || strncasecmp(s, english, strlen(english)) != 0)
            continue;
        size_t length = strlen(english) + ((s[strlen(english)] | 0x20) == 's');
        struct stated_units found = *units;
        if (units->count == 0)
            read_word(loader, &found, s, s, length, where);
        *units = found;
    }
}

/* ---- units without the word ---- */

/* （万元） anywhere. */
static void read_brackets(const struct loader *loader, struct stated_units *units, const char *text,
                          const struct where *where)
{
    static const char *const too_short[] = {"度", "名", "t", "克", "米"};
    for (const char *s = text; (s = strchr(s, '('));) {
        const char *end = strchr(++s, ')');
        const char *inside =
            end ? text_compact(loader->arena, arena_string_n(loader->arena, s, (size_t)(end - s))) : "";
        bool unit = true;
        for (size_t k = 0; k < COUNT(too_short); k++)
            unit = unit && strcmp(inside, too_short[k]) != 0;
        if (unit)
            read_pure(loader, units, inside, where);
    }
}

/* 2025年1—9月 万元、%: the last word of a text that is more than letters set apart (三 季 度). */
static bool read_last_word(const struct loader *loader, struct stated_units *units, const char *text,
                           const struct where *where)
{
    const char *blank = strrchr(text, ' '), *last = blank ? blank + 1 : text;
    if (blank) {
        const char *before = blank;
        while (before > text && before[-1] != ' ')
            before--;
        if (text_length(last) < 2 && text_length(arena_string_n(loader->arena, before, (size_t)(blank - before))) < 2)
            return false;
    }
    return strcmp(last, "度") != 0 && strcmp(last, "名") != 0 && read_pure(loader, units, last, where);
}

/* The longest unit that begins at `s` with a multiple that ends at `end`, 万千瓦时; "" for none. */
static const char *longest_unit(const struct loader *loader, const char *s, const char *end)
{
    enum { LONGEST = 8 }; /* characters behind the multiple: no unit has more */
    const char *unit = "";
    for (int i = 0; i < LONGEST && *end; i++) {
        text_next(&end);
        const char *part = arena_string_n(loader->arena, s, (size_t)(end - s));
        unit = unit_is_known(loader->arena, part) ? part : unit;
    }
    return unit;
}

/* …入库税金万元, 均以万元计, “万元”, 总量：万元；增速：%: a multiple of a unit that nothing counts (2000万元, 过亿元)
 * and that is no beginning of a word (亿元企业, 万元产值). */
static void read_multiples(const struct loader *loader, struct stated_units *units, const char *text,
                           const struct where *where)
{
    static const char *const multiples[] = {"万亿", "千万", "百万", "十万", "千亿", "百亿", "十亿", "万", "亿"};
    static const char *const counting[] = {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",
                                           "一", "二", "两", "三", "四", "五", "六", "七", "八", "九",
                                           "十", "百", "千", "万", "亿", "几", "数", "多", "余", "超",
                                           "过", "达", "破", "逾", "近", "约", "满", "每", "上"};
    static const char *const ends[] = {"计", "表", "为", "口径"};
    for (const char *s = text; *s;) {
        const char *found = NULL;
        for (size_t i = 0; i < COUNT(multiples) && !found; i++)
            found = text_starts(s, multiples[i]) ? s + strlen(multiples[i]) : NULL;
        const char *unit = found ? longest_unit(loader, s, found) : "";
        const char *behind = s + strlen(unit), *next = behind;
        uint32_t c = text_next(&next);
        bool closed = c < 0x4E00 || c > 0x9FFF;
        for (size_t i = 0; i < COUNT(ends); i++)
            closed = closed || text_starts(behind, ends[i]);
        if (*unit && closed &&
            !ends_in_one(arena_string_n(loader->arena, text, (size_t)(s - text)), counting, COUNT(counting)))
            read_pure(loader, units, unit, where);
        if (*unit)
            s = behind;
        else
            text_next(&s);
    }
}

/* ---- cells ---- */

/* Half-width; one blank for several, one sort of brackets for all. */
static const char *squeeze(struct arena *arena, const char *text)
{
    static const char *const brackets[] = {"[", "]", "【", "】", "〔", "〕", "{", "}", "<", ">", "“", "”"};
    static const char *const old[][2] = {{"單", "单"}, {"萬", "万"}, {"億", "亿"}};
    char *folded = text_half_width(arena, text), *out = folded;
    for (const char *s = folded; *s;) {
        size_t i = 0;
        while (i < COUNT(brackets) && !text_starts(s, brackets[i]))
            i++;
        size_t k = 0;
        while (k < COUNT(old) && !text_starts(s, old[k][0]))
            k++;
        if (k < COUNT(old)) {
            memcpy(out, old[k][1], strlen(old[k][1]));
            out += strlen(old[k][1]);
            s += strlen(old[k][0]);
        } else if (i < COUNT(brackets)) {
            *out++ = i % 2 ? ')' : '(';
            s += strlen(brackets[i]);
        } else if (*s != ' ' || (out > folded && out[-1] != ' ')) {
            *out++ = *s++;
        } else {
            s++;
        }
    }
    while (out > folded && out[-1] == ' ')
        out--;
    *out = '\0';
    /* 单 位 */
    static const char apart[] = "单 位", word[] = "单位";
    for (char *s = folded; (s = strstr(s, apart));) {
        memcpy(s, word, strlen(word));
        s += strlen(word);
        memmove(s, s + 1, strlen(s + 1) + 1);
    }
    return folded;
}

void stated_units_read(const struct loader *loader, struct stated_units *units, const char *text,
                       const struct where *where, enum stated_where freely)
{
    const char *cell = squeeze(loader->arena, text);
    size_t before = units->count;
    read_words(loader, units, cell, where);
    if (freely == STATED_BELOW || units->count > before)
        return;
    read_brackets(loader, units, cell, where);
    if (units->count == before && !read_last_word(loader, units, cell, where))
        read_multiples(loader, units, cell, where);
}

bool stated_by_word(const struct loader *loader, const char *text)
{
    struct stated_units units = {0};
    struct where nowhere = {0};
    read_words(loader, &units, squeeze(loader->arena, text), &nowhere);
    return units.count > 0;
}

bool stated_is_unit(const struct loader *loader, const char *text)
{
    struct stated_units units = {0};
    struct where nowhere = {0};
    return read_pure(loader, &units, without_trimmings(loader->arena, text), &nowhere);
}

bool stated_is_unit_heading(const char *text)
{
    static const char *const words[] = {"单位", "计量单位", "金额单位", "数据单位", "货币单位", "数量单位", "unit"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (text_same(text, words[i]))
            return true;
    }
    return false;
}

const char *stated_cut(const struct loader *loader, const char *text)
{
    const char *word = strstr(text, "单位");
    if (!word || !stated_by_word(loader, text))
        return text;
    const char *head = text_compact(loader->arena, arena_string_n(loader->arena, text, (size_t)(word - text)));
    char *cut = arena_string(loader->arena, head);
    for (size_t i = 0; i < SORTS_OF_UNIT; i++) {
        if (text_ends(cut, sorts[i])) {
            cut[strlen(cut) - strlen(sorts[i])] = '\0';
            break;
        }
    }
    size_t length = strlen(cut);
    while (length > 0 && strchr("(,;:", cut[length - 1]))
        cut[--length] = '\0';
    return cut;
}

/* ---- which one a column is in ---- */

static const char *listed(struct loader *loader, const struct stated_units *units)
{
    struct strings texts = {0};
    for (size_t i = 0; i < units->count; i++)
        strings_add(&texts, loader->arena, units->items[i].text);
    return strings_join(&texts, loader->arena, "、");
}

static void refuse(struct loader *loader, enum rule rule, const struct where *where, bool in_data,
                   const struct stated_units *units, const char *wanted)
{
    enum severity severity = in_data && loader->keep_going ? SEVERITY_WARNING : SEVERITY_ERROR;
    finding_add_as(loader->findings, rule, severity, where,
                   (const char *const[]){listed(loader, units), *wanted ? wanted : "（未填）", NULL});
}

/* What counts in its own way is not converted: it only says that a unit it counts in is accounted for. */
static const char *choose_other(struct loader *loader, struct stated_units *units, const char *wanted, bool growth,
                                const struct where *where, bool in_data)
{
    bool same = false, another = false;
    for (size_t i = 0; i < units->count; i++) {
        struct stated_unit *unit = &units->items[i];
        const struct number *factor = *wanted ? unit_factor(loader->arena, unit->text, wanted) : NULL;
        if (factor && number_compare(factor, number_integer(loader->arena, 1)) == 0)
            same = unit->used = true;
        else if (factor && !growth)
            another = unit->used = true;
    }
    if (same || !another)
        return wanted;
    refuse(loader, RULE_UNIT_STATED, where, in_data, units, wanted);
    return NULL;
}

const char *stated_unit_choose(struct loader *loader, struct stated_units *units, const char *own, const char *wanted,
                               enum stated_for purpose, const struct where *where, bool in_data)
{
    if (*own) {
        for (size_t i = 0; i < units->count; i++)
            units->items[i].used = units->items[i].used || text_same(units->items[i].text, own);
        return own;
    }
    if (purpose != STATED_FOR_AMOUNT)
        return choose_other(loader, units, wanted, purpose == STATED_FOR_GROWTH, where, in_data);
    const struct number *chosen = NULL;
    const char *text = NULL;
    bool two = false;
    for (size_t i = 0; i < units->count; i++) {
        struct stated_unit *unit = &units->items[i];
        const struct number *factor = unit_factor(loader->arena, unit->text, wanted);
        if (!factor)
            continue;
        unit->used = true;
        two = two || (chosen && number_compare(factor, chosen) != 0);
        chosen = factor;
        text = unit->text;
    }
    if (units->count == 0)
        return wanted;
    if (chosen && !two)
        return text;
    for (size_t i = 0; i < units->count; i++)
        units->items[i].used = true; /* told with the column */
    refuse(loader, two ? RULE_UNIT_TWO : RULE_UNIT_STATED, where, in_data, units, wanted);
    return NULL;
}

void stated_units_report(struct loader *loader, const struct stated_units *units)
{
    for (size_t i = 0; i < units->count; i++) {
        const struct stated_unit *unit = &units->items[i];
        if (!unit->used)
            FINDING(loader->findings, RULE_UNIT_UNUSED, &unit->where, unit->text);
    }
}
