/* SPDX-License-Identifier: MIT */
#include "render/balance.h"

#include <math.h>
#include <string.h>
#include <uchar.h>

#define LONGEST_WORD 10 /* of the words below, in characters */

/* Words that a title of this trade is made of; a line doesn't end inside one if it can be helped. */
static const char16_t *const words[] = {
    u"关于", u"工业",   u"经济", u"运行",   u"情况",   u"通报",     u"季度",     u"目标",   u"完成",   u"指标",
    u"投资", u"增长",   u"考核", u"统计",   u"监测",   u"发展",     u"社会",     u"国民",   u"主要",   u"责任",
    u"任务", u"附件",   u"年度", u"上半年", u"一季度", u"前三季度", u"增加值",   u"规模",   u"以上",   u"固定资产",
    u"零售", u"消费品", u"总额", u"居民",   u"收入",   u"财政",     u"预算",     u"排名",   u"位次",   u"分析",
    u"报告", u"通知",   u"说明", u"口径",   u"图表",   u"人民政府", u"领导",     u"小组",   u"办公室", u"委员会",
    u"改革", u"统计局", u"工作", u"核对",   u"及其",   u"变化",     u"进度",     u"序时",   u"利润",   u"园区",
    u"技改", u"研发",   u"经费", u"项目",   u"累计",   u"同比",     u"差距",     u"判定",   u"单位",   u"企业",
    u"营业", u"百分点", u"比重", u"强度",   u"能耗",   u"万元",     u"规模工业", u"制造业", u"建设",   u"提醒函",
    u"信息", u"技术",   u"产业", u"推进",   u"新型",   u"委员",     u"协调",     u"专项",   u"行动",   u"示范",
};

/* What is read as one word though shorter ones stand in it; a name of a place doesn't end before these. */
static const char16_t *const compounds[] = {
    u"工业经济",       u"国民经济",       u"高新技术产业开发区",
    u"经济技术开发区", u"高新技术",       u"产业开发区",
    u"开发区",         u"高新区",         u"经开区",
    u"管理委员会",     u"工业和信息化局", u"发展和改革委员会",
    u"工业增加值",     u"规模以上工业",   u"新型工业化",
    u"民族自治县",     u"工业园区",       u"示范区",
    u"管委会",         u"目标任务",       u"国家级",
    u"先行示范片区",
};

/* Words that names of places contain: they don't end a name as the others do. */
static const char16_t *const place_words[] = {u"自治州", u"自治县", u"土家族", u"苗族", u"县市",
                                              u"市州",   u"全州",   u"全省",   u"全市", u"全县"};

/* What names of places end in, what stands before them, and how long they are at most, in characters. */
static const char16_t place_ends[] = u"省州市县区旗";
static const char16_t *const before_places[] = {u"关于", u"季度", u"半年", u"年度", u"年", u"月", u"、", u"，", u"和"};
#define LONGEST_PLACE 12

/* What goes on after 年 to say which part of it: 前三季度, 上半年, 1—9月. */
static const char16_t year_parts[] = u"前上下一二三四第0123456789";

#define WORD_PENALTY 400.0 /* em²: rather a line twenty characters off the mean than half a word */
#define PLACE_PENALTY 400.0
#define DATE_PENALTY 30.0 /* 2019年|前三季度 is poor, but no half word */
#define DE_PENALTY 6.0    /* a line that begins with 的 */
#define LONGER_BELOW 0.25 /* em², to prefer 上长下短 among equals */

struct title {
    const struct balance_char *chars;
    size_t count;
};

/* Whether `word` stands at character `at`, and how long it is. */
static bool word_at(const struct title *title, size_t at, const char16_t *word, size_t *length)
{
    for (*length = 0; word[*length]; ++*length)
        if (at + *length >= title->count || title->chars[at + *length].character != word[*length])
            return false;
    return true;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_one_of(uint32_t character, const char16_t *set)
{
    while (*set && *set != character)
        set++;
    return *set != 0;
}

static bool begins_word(const struct title *title, size_t at, const char16_t *const *list, size_t count)
{
    size_t length;
    for (size_t w = 0; w < count; w++)
        if (word_at(title, at, list[w], &length))
            return true;
    return false;
}

/* Whether a break before character `at` would cut one of the words in `list`. */
static bool cuts_word(const struct title *title, size_t at, const char16_t *const *list, size_t count)
{
    for (size_t w = 0; w < count; w++) {
        size_t length;
        for (size_t back = 1; back < LONGEST_WORD && back <= at; back++)
            if (word_at(title, at - back, list[w], &length) && length > back)
                return true;
    }
    return false;
}

static bool place_may_begin(const struct title *title, size_t at)
{
    if (!at)
        return true;
    for (size_t w = 0; w < COUNT(before_places); w++) {
        size_t length = 0, back = 0;
        while (before_places[w][back])
            back++;
        if (back <= at && word_at(title, at - back, before_places[w], &length))
            return true;
    }
    return false;
}

/* Whether a break before character `at` would cut the name of a place: 湘西|自治州. Only the end of such a name is
 * known, so it begins where one may, and no other word may stand in it. */
static bool cuts_place(const struct title *title, size_t at)
{
    size_t begin = at, end = at;
    while (begin > 0 && at - begin < LONGEST_PLACE && !place_may_begin(title, begin)) {
        begin--;
        if (!title->chars[begin].han || begins_word(title, begin, words, COUNT(words)))
            return false;
    }
    if (begin == at || !place_may_begin(title, begin))
        return false;
    for (; end < title->count && end - begin < LONGEST_PLACE; end++) {
        if (!title->chars[end].han || begins_word(title, end, words, COUNT(words)))
            return false;
        if (is_one_of(title->chars[end].character, place_ends))
            return true;
    }
    return false;
}

/* 2019年|前三季度 */
static bool cuts_date(const struct title *title, size_t at)
{
    return at && title->chars[at - 1].character == 0x5E74 && is_one_of(title->chars[at].character, year_parts);
}

static double price(const struct title *title, size_t at)
{
    bool cuts = cuts_word(title, at, words, COUNT(words)) || cuts_word(title, at, compounds, COUNT(compounds)) ||
                cuts_word(title, at, place_words, COUNT(place_words));
    return (cuts ? WORD_PENALTY : 0) + (cuts_place(title, at) ? PLACE_PENALTY : 0) +
           (cuts_date(title, at) ? DATE_PENALTY : 0) + (title->chars[at].character == 0x7684 ? DE_PENALTY : 0);
}

/* The break opportunities of a title, with the width up to each and the price of using it. */
struct cuts {
    size_t *at;
    double *reach;   /* em: everything before the cut */
    double *penalty; /* em² */
    size_t count;    /* the first is the start, the last the end */
};

static struct cuts find_cuts(struct arena *arena, const struct title *title)
{
    struct cuts cuts = {arena_alloc(arena, (title->count + 2) * sizeof(size_t)),
                        arena_alloc(arena, (title->count + 2) * sizeof(double)),
                        arena_alloc(arena, (title->count + 2) * sizeof(double)), 0};
    double reach = 0;
    for (size_t i = 0; i <= title->count; i++) {
        if (i == 0 || i == title->count || title->chars[i].may_begin) {
            size_t c = cuts.count++;
            cuts.at[c] = i;
            cuts.reach[c] = reach;
            if (i && i < title->count)
                cuts.penalty[c] = price(title, i);
        }
        if (i < title->count)
            reach += title->chars[i].width;
    }
    return cuts;
}

/* The cheapest way to cut into exactly `lines` lines no wider than `measure` em: fills ends[], returns the cost or
 * infinity. */
static double cut_into(struct arena *arena, const struct cuts *cuts, size_t lines, double measure, size_t *ends)
{
    size_t n = cuts->count;
    double mean = cuts->reach[n - 1] / (double)lines;
    double *best = arena_alloc(arena, (lines + 1) * n * sizeof *best);
    size_t *from = arena_alloc(arena, (lines + 1) * n * sizeof *from);
    for (size_t i = 0; i < (lines + 1) * n; i++)
        best[i] = INFINITY;
    best[0] = 0;
    for (size_t line = 1; line <= lines; line++) {
        for (size_t end = 1; end < n; end++) {
            for (size_t start = 0; start < end; start++) {
                double width = cuts->reach[end] - cuts->reach[start];
                if (width > measure || isinf(best[(line - 1) * n + start]))
                    continue;
                double off = width - mean;
                double cost = best[(line - 1) * n + start] + off * off + cuts->penalty[end] +
                              LONGER_BELOW * (double)line * width / (mean + 1) / 10;
                if (cost < best[line * n + end]) {
                    best[line * n + end] = cost;
                    from[line * n + end] = start;
                }
            }
        }
    }
    for (size_t line = lines, end = n - 1; line > 0 && !isinf(best[lines * n + n - 1]); line--) {
        ends[line - 1] = cuts->at[end];
        end = from[line * n + end];
    }
    return best[lines * n + n - 1];
}

size_t balance_lines(struct arena *arena, const struct balance_char *chars, size_t count, double measure,
                     size_t ends[BALANCE_MOST])
{
    struct title title = {chars, count};
    struct cuts cuts = find_cuts(arena, &title);
    size_t more[BALANCE_MOST];
    for (size_t lines = 2; lines <= BALANCE_MOST; lines++) {
        double cost = cut_into(arena, &cuts, lines, measure, ends);
        if (isinf(cost))
            continue;
        /* A line more where that leaves every word whole. */
        if (cost >= WORD_PENALTY && lines < BALANCE_MOST &&
            cut_into(arena, &cuts, lines + 1, measure, more) < WORD_PENALTY) {
            memcpy(ends, more, sizeof more);
            lines++;
        }
        return lines;
    }
    return 0;
}
