/* SPDX-License-Identifier: MIT */
#include "base/period.h"

#include "base/text.h"

#include <string.h>

/* Years outside are numbers of another sort (3000万元以上). */
#define FIRST_YEAR 1949
#define LAST_YEAR 2099

int period_months(struct period period)
{
    if (period.frequency == FREQUENCY_YEAR)
        return 12;
    return period.frequency == FREQUENCY_QUARTER ? period.part * 3 : period.part;
}

bool period_is_last(struct period period)
{
    return period_months(period) == 12;
}

struct period period_year_before(struct period period, int years)
{
    period.year -= years;
    return period;
}

struct period period_before(struct period period)
{
    struct period before = period;
    if (period_before_in_year(period, &before))
        return before;
    before.year--;
    before.part = period.frequency == FREQUENCY_YEAR ? 1 : period.frequency == FREQUENCY_QUARTER ? 4 : 12;
    return before;
}

bool period_before_in_year(struct period period, struct period *before)
{
    /* February stands for January–February: there is nothing before it. */
    int first = period.frequency == FREQUENCY_MONTH ? 2 : 1;
    if (period.part <= first)
        return false;
    *before = period;
    before->part--;
    return true;
}

struct period period_year_end(struct period like, int year)
{
    struct period end = {year, like.frequency, 1};
    if (like.frequency == FREQUENCY_QUARTER)
        end.part = 4;
    if (like.frequency == FREQUENCY_MONTH)
        end.part = 12;
    return end;
}

int period_compare(struct period a, struct period b)
{
    /* The end in time; at one end the shorter step comes first, as the enum has year < quarter < month. */
    const int ends[] = {a.year * 12 + period_months(a), b.year * 12 + period_months(b)};
    if (ends[0] != ends[1])
        return ends[0] < ends[1] ? -1 : 1;
    return (a.frequency < b.frequency) - (a.frequency > b.frequency);
}

char *period_code(struct arena *arena, struct period period)
{
    if (period.frequency == FREQUENCY_YEAR)
        return arena_format(arena, "%d", period.year);
    if (period.frequency == FREQUENCY_QUARTER)
        return arena_format(arena, "%dQ%d", period.year, period.part);
    return arena_format(arena, "%d-%02d", period.year, period.part);
}

char *period_name(struct arena *arena, struct period period)
{
    if (period_is_last(period))
        return arena_format(arena, "%d年", period.year);
    return arena_format(arena, "%d年%s", period.year, period_name_short(arena, period));
}

char *period_name_short(struct arena *arena, struct period period)
{
    static const char *const quarters[] = {"一季度", "上半年", "前三季度", "全年"};
    if (period.frequency == FREQUENCY_YEAR)
        return arena_string(arena, "全年");
    if (period.frequency == FREQUENCY_QUARTER)
        return arena_string(arena, quarters[period.part - 1]);
    if (period.part == 1)
        return arena_string(arena, "1月");
    if (period_is_last(period))
        return arena_string(arena, quarters[3]);
    return arena_format(arena, "1—%d月", period.part);
}

char *period_name_single(struct arena *arena, struct period period)
{
    static const char *const quarters[] = {"一", "二", "三", "四"};
    if (period.frequency == FREQUENCY_QUARTER)
        return arena_format(arena, "%d年%s季度", period.year, quarters[period.part - 1]);
    if (period.frequency == FREQUENCY_MONTH && period.part != 2)
        return arena_format(arena, "%d年%d月", period.year, period.part);
    return period_name(arena, period);
}

/* ---- reading: on compacted text; each take_ moves the pointer only when it took something ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool take(const char **text, const char *word)
{
    if (!text_starts(*text, word))
        return false;
    *text += strlen(word);
    return true;
}

/* 1–12 in one or two digits, or in Chinese; 0 when there is none. */
static int take_count(const char **text)
{
    static const char *const numerals[] = {"十二", "十一", "十", "九", "八", "七", "六",
                                           "五",   "四",   "三", "二", "两", "一"};
    static const int values[] = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 2, 1};
    const char *s = *text;
    int value = 0, digits = 0;
    for (; digits < 3 && is_digit(s[digits]); digits++)
        value = value * 10 + (s[digits] - '0');
    if (digits == 1 || digits == 2) {
        *text += digits;
        return value <= 12 ? value : 0;
    }
    for (size_t i = 0; digits == 0 && i < sizeof values / sizeof *values; i++) {
        if (take(text, numerals[i]))
            return values[i];
    }
    return 0;
}

static bool take_dash(const char **text)
{
    bool taken = take(text, "至") || take(text, "到");
    for (const char *s = *text; text_is_dash(text_next(&s)); *text = s)
        taken = true;
    return taken;
}

/* A range, 9月至今, 9月-12月; behind a dash anything but a number is just more of a title: 9月-云县, 9月 - 副本. */
static bool goes_on(const char *text)
{
    const char *s = text;
    if (take(&s, "至") || take(&s, "到"))
        return true;
    return take_dash(&s) && (is_digit(*s) || take_count(&s) > 0);
}

static struct period quarter(int year, int part)
{
    return (struct period){year, FREQUENCY_QUARTER, part};
}

/* 三季度, 前三季度, 1—3季度, 第三季度, 上半年, 全年: what follows 2019年. */
static bool take_quarter(const char **text, int year, struct period *period)
{
    const char *s = *text;
    if (take(&s, "全年") || take(&s, "年度")) {
        *period = (struct period){year, FREQUENCY_YEAR, 1};
    } else if (take(&s, "上半年")) {
        *period = quarter(year, 2);
    } else if (take(&s, "Q") || take(&s, "q")) {
        int part = take_count(&s);
        if (part < 1 || part > 4)
            return false;
        *period = quarter(year, part);
    } else {
        if (!take(&s, "前"))
            take(&s, "第");
        int part = take_count(&s);
        const char *range = s;
        if (part == 1 && take_dash(&range)) {
            s = range;
            part = take_count(&s);
        }
        if (part < 1 || part > 4 || !(take(&s, "季度") || take(&s, "季")))
            return false;
        *period = quarter(year, part);
    }
    *text = s;
    return true;
}

/* 9月, 1—9月, 1月—9月, 前9个月; a range from another month, and a day (9月30日), is none. */
static bool take_month(const char **text, int year, struct period *period)
{
    const char *s = *text;
    bool first = take(&s, "前");
    int part = take_count(&s);
    if (part == 1 && !first) {
        const char *range = s;
        take(&range, "月");
        if (take_dash(&range)) {
            s = range;
            part = take_count(&s);
        }
    }
    if (first)
        take(&s, "个");
    if (part < 1 || !take(&s, "月"))
        return false;
    take(&s, "份");
    if (is_digit(*s) || goes_on(s))
        return false;
    *period = (struct period){year, FREQUENCY_MONTH, part};
    *text = s;
    return true;
}

/* -09, -9, /09, .09: what follows 2019 without 年. 2019.1 may be October cut short, so a point wants two digits. */
static bool take_numeric_month(const char **text, int year, struct period *period)
{
    const char *s = *text;
    char mark = *s;
    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    const char *from = ++s;
    if (!is_digit(*s))
        return false;
    int part = take_count(&s);
    bool whole = !is_digit(*s) && !(mark == '.' && s - from != 2);
    bool other = ((*s == '-' || *s == '/' || *s == '.') && is_digit(s[1])) || text_starts(s, "季");
    if (part < 1 || !whole || other)
        return false;
    *period = (struct period){year, FREQUENCY_MONTH, part};
    *text = s;
    return true;
}

/* Four digits that are no part of a longer number. */
static bool take_year(const char **text, int *year)
{
    const char *s = *text;
    int value = 0;
    for (int i = 0; i < 4; i++, s++) {
        if (!is_digit(*s))
            return false;
        value = value * 10 + (*s - '0');
    }
    if (is_digit(*s) || value < FIRST_YEAR || value > LAST_YEAR)
        return false;
    *year = value;
    *text = s;
    return true;
}

enum take_result { TAKE_NONE, TAKE_BARE, TAKE_NAMED, TAKE_UNCLEAR };

/* After 2019年: these begin something that is not the whole year (下半年, 7—9月, 各季度). */
static bool continues(const char *text)
{
    static const char *const words[] = {"下半年", "各", "第", "前", "一", "二", "三",  "四",
                                        "五",     "六", "七", "八", "九", "十", "以来"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_starts(text, words[i]))
            return true;
    }
    return is_digit(*text) || goes_on(text);
}

/* One period at the very beginning of the text. */
static enum take_result take_period(const char **text, struct period *period)
{
    int year;
    if (!take_year(text, &year))
        return TAKE_NONE;
    if (take(text, "年")) {
        if (take_quarter(text, year, period) || take_month(text, year, period)) {
            if (!take(text, "底"))
                take(text, "末");
            return TAKE_NAMED;
        }
        *period = (struct period){year, FREQUENCY_YEAR, 1};
        if (take(text, "度"))
            return TAKE_NAMED;
        return continues(*text) ? TAKE_UNCLEAR : TAKE_NAMED;
    }
    if (take_numeric_month(text, year, period) || take_quarter(text, year, period))
        return TAKE_NAMED;
    const char *dashed = *text;
    if (take(&dashed, "-") && (*dashed == 'Q' || *dashed == 'q') && take_quarter(&dashed, year, period)) {
        *text = dashed;
        return TAKE_NAMED;
    }
    *period = (struct period){year, FREQUENCY_YEAR, 1};
    const char *range = *text;
    if (take_dash(&range) && is_digit(*range))
        return TAKE_UNCLEAR;
    return TAKE_BARE;
}

bool period_parse(const char *text, struct period *period)
{
    struct arena *arena = arena_new();
    const char *s = text_compact(arena, text);
    struct period found;
    enum take_result result = take_period(&s, &found);
    bool whole = (result == TAKE_BARE || result == TAKE_NAMED) && *s == '\0';
    arena_free(arena);
    if (whole)
        *period = found;
    return whole;
}

/* 2019年9月30日, 2019-09-30: moves behind a date, which says when, not what for. */
static bool skip_date(const char **text)
{
    static const char *const marks[][3] = {{"年", "月", "日"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *s = *text;
        int year, day = 0;
        if (!take_year(&s, &year) || !take(&s, marks[i][0]) || take_count(&s) < 1 || !take(&s, marks[i][1]))
            continue;
        const char *from = s;
        for (; is_digit(*s); s++)
            day = day < 100 ? day * 10 + (*s - '0') : day;
        if (s == from || day < 1 || day > 31 || !take(&s, marks[i][2]))
            continue;
        *text = s;
        return true;
    }
    return false;
}

/* 2000万元, 2000家: a bare number before a unit is no year. */
static bool counts_things(const char *text)
{
    static const char *const units[] = {"万", "亿", "千", "百", "元", "户", "家", "个", "人", "亩",
                                        "吨", "平", "项", "台", "%",  "公", "件", "名", "米"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (text_starts(text, units[i]))
            return true;
    }
    return false;
}

static bool same(struct period a, struct period b)
{
    return a.year == b.year && a.frequency == b.frequency && a.part == b.part;
}

struct search {
    struct period named, bare;
    bool has_named, has_bare, unclear;
};

static void note_found(struct search *search, enum take_result result, struct period period, const char *rest)
{
    if (result == TAKE_UNCLEAR) {
        search->unclear = true;
    } else if (result == TAKE_NAMED) {
        search->unclear = search->unclear || (search->has_named && !same(search->named, period));
        search->named = period;
        search->has_named = true;
    } else if (result == TAKE_BARE && !counts_things(rest)) {
        search->unclear = search->unclear || (search->has_bare && !same(search->bare, period));
        search->bare = period;
        search->has_bare = true;
    }
}

bool period_find(const char *text, struct period *period)
{
    struct arena *arena = arena_new();
    const char *s = text_compact(arena, text);
    struct search search = {0};
    for (bool in_number = false; *s;) {
        struct period found = {0};
        enum take_result result = TAKE_NONE;
        bool date = !in_number && is_digit(*s) && skip_date(&s);
        if (!in_number && !date)
            result = take_period(&s, &found);
        if (result != TAKE_NONE)
            note_found(&search, result, found, s);
        in_number = is_digit(*s);
        if (result == TAKE_NONE && !date)
            text_next(&s);
    }
    arena_free(arena);
    if (search.unclear || !(search.has_named || search.has_bare))
        return false;
    *period = search.has_named ? search.named : search.bare;
    return true;
}
