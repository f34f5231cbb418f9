/* SPDX-License-Identifier: MIT */
/* A lane's places: who is first and who last of each group. */
#include "base/text.h"
#include "words/lag.h"
#include "words/lane_list.h"

#include <string.h>

enum { DEFAULT_NAMED = 3, FEW_RANKED = 3 };

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

int region_praised(const struct desk *desk)
{
    int praise = desk->dataset->settings.praise;
    return praise < 0 ? DEFAULT_NAMED : praise;
}

int region_blamed(const struct desk *desk)
{
    int blame = desk->dataset->settings.blame;
    return blame < 0 ? DEFAULT_NAMED : blame;
}

/* ---- a group in order ---- */

/* A ranked area of a list, and its figure. */
struct listed {
    const char *area;
    struct shown figure;
    int rank;
};

struct standings {
    struct listed *items; /* by rank */
    size_t count;
    struct strings missing; /* without a figure */
    struct strings losses;  /* whose growth has no figure, as it says 由盈转亏 */
};

/* 由盈转亏（亏损0.12亿元）: the words of a growth that is none. */
static const char *loss_of(const struct desk *desk, const struct indicator *indicator, const struct area *area,
                           const struct result *growth)
{
    static const enum word words[] = {
        [FLAG_TURNED_PROFIT] = WORD_LIST_TURNED_PROFIT,
        [FLAG_TURNED_LOSS] = WORD_LIST_TURNED_LOSS,
        [FLAG_LOSS_NARROWED] = WORD_LIST_LOSS,
        [FLAG_LOSS_WIDENED] = WORD_LIST_LOSS,
        [FLAG_LOSS_SAME] = WORD_LIST_LOSS,
    };
    struct shown value = desk_shown(desk, desk_result(desk, MEASURE_VALUE, indicator, area), MEASURE_VALUE, indicator);
    return FILL(&desk->say, words[growth->flag], "地区", area->name, "值", shown_size(&desk->say, value), "单位",
                indicator->unit);
}

static struct standings standings_of(const struct desk *desk, const struct lane *lane, const struct group *group)
{
    struct standings s = {0};
    const struct indicator *indicator = lane->key.indicator;
    enum measure by = desk_rank_measure(desk, lane->key.measure, indicator);
    for (size_t i = 0; i < group->count; i++) {
        const struct area *area = group->members[i];
        struct place place = desk_place(desk, lane->key.measure, indicator, area);
        const struct result *result = desk_result(desk, by, indicator, area);
        if (!place.rank) {
            if (result->flag == FLAG_NO_DATA)
                strings_add(&s.missing, desk->arena, area->name);
            else if (result->flag >= FLAG_TURNED_PROFIT)
                strings_add(&s.losses, desk->arena, loss_of(desk, indicator, area, result));
            continue;
        }
        struct listed item = {area->name, desk_shown(desk, result, by, indicator), place.rank};
        /* In by rank, after those before it in the file: what ties share. */
        ARRAY_ADD(desk->arena, s.items, s.count, item);
        for (size_t at = s.count - 1; at > 0 && s.items[at - 1].rank > s.items[at].rank; at--) {
            struct listed swap = s.items[at];
            s.items[at] = s.items[at - 1];
            s.items[at - 1] = swap;
        }
    }
    return s;
}

/* How many of `wanted` may be named at one end of `count` ranked ones: never more than half, and none of two. */
static size_t list_room(size_t count, int wanted)
{
    size_t half = count / 2;
    if (wanted < 0 || count < 3)
        return 0;
    return (size_t)wanted < half ? (size_t)wanted : half;
}

/* Those tied across the cut are left out together: naming one of two equals would be unjust. */
static size_t first_room(const struct standings *s, int wanted)
{
    size_t room = list_room(s->count, wanted);
    while (room > 0 && room < s->count && s->items[room].rank == s->items[room - 1].rank)
        room--;
    return room;
}

/* Never one of those that may be praised. */
static size_t last_room(const struct desk *desk, const struct standings *s, int wanted)
{
    size_t room = list_room(s->count, wanted), taken = list_room(s->count, region_praised(desk));
    if (room > s->count - taken)
        room = s->count - taken;
    while (room > 0 && room < s->count && s->items[s->count - room].rank == s->items[s->count - room - 1].rank)
        room--;
    return room;
}

/* ---- names ---- */

static bool any_falls(const struct listed *list, size_t count)
{
    bool falls = false;
    for (size_t i = 0; i < count; i++)
        falls |= shown_sign(list[i].figure) < 0;
    return falls;
}

/* 12.4%, 17.20亿元; where one of a list of growths falls, each gets its word. */
static const char *figure_text(const struct desk *desk, const struct lane *lane, const struct listed *item, bool signs)
{
    const struct indicator *indicator = lane->key.indicator;
    enum measure by = desk_rank_measure(desk, lane->key.measure, indicator);
    if (signs && measure_is_growth(by, indicator))
        return growth_in_list(desk, item->figure, indicator);
    return arena_format(desk->arena, "%s%s", shown_text(&desk->say, item->figure), desk_unit(desk, by, indicator));
}

/* 泸溪县（12.4%）、乙县和丁县（均为12.3%，并列第2位）. */
static const char *names_of(const struct desk *desk, const struct lane *lane, const struct listed *list, size_t count)
{
    const struct phrasing *p = &desk->say;
    struct strings parts = {0};
    bool signs = any_falls(list, count);
    for (size_t i = 0; i < count;) {
        struct strings names = {0};
        const struct listed *item = &list[i];
        for (; i < count && list[i].rank == item->rank; i++)
            strings_add(&names, desk->arena, list[i].area);
        const char *joined = strings_series(&names, desk->arena);
        strings_add(&parts, desk->arena,
                    FILL(p, names.count > 1 ? WORD_LIST_ITEM_TIED : WORD_LIST_ITEM, "地区", joined, "值",
                         figure_text(desk, lane, item, signs), "位", count_text(desk, (size_t)item->rank)));
    }
    return strings_join(&parts, desk->arena, "、");
}

/* ---- both ends of a group ---- */

static const char *first_of(const struct desk *desk, const struct lane *lane, const struct standings *s, int wanted)
{
    size_t room = first_room(s, wanted);
    if (!room)
        return "";
    return FILL(&desk->say, room == 1 ? WORD_LIST_FIRST_ONE : WORD_LIST_FIRST, "数", count_text(desk, room), "名单",
                names_of(desk, lane, s->items, room));
}

static const char *last_of(const struct desk *desk, const struct lane *lane, const struct standings *s, int wanted)
{
    size_t room = last_room(desk, s, wanted);
    if (!room)
        return "";
    return FILL(&desk->say, room == 1 ? WORD_LIST_LAST_ONE : WORD_LIST_LAST, "数", count_text(desk, room), "名单",
                names_of(desk, lane, s->items + (s->count - room), room));
}

static const char *missing_of(const struct desk *desk, const struct lane *lane, const struct standings *s, int wanted)
{
    (void)lane, (void)wanted;
    return s->missing.count && s->count
               ? FILL(&desk->say, WORD_LIST_MISSING, "名单", phrase_names(&desk->say, &s->missing))
               : "";
}

/* All three of three, in their order. */
static const char *order_of(const struct desk *desk, const struct lane *lane, const struct standings *s)
{
    bool low = lane->key.indicator->better == BETTER_LOWER;
    return FILL(&desk->say, low ? WORD_LIST_RISING : WORD_LIST_FALLING, "名单",
                names_of(desk, lane, s->items, s->count));
}

/* 8县市均为9.2%. */
static const char *equal_of(const struct desk *desk, const struct lane *lane, const struct standings *s,
                            const char *counted)
{
    return FILL(&desk->say, WORD_LIST_ALL_EQUAL, "组", counted, "值",
                figure_text(desk, lane, s->items, any_falls(s->items, s->count)));
}

/* 8县市中，居前3位的是…；居后2位的是…; without the lead in a group that has been named, and where `said` before it has
 * told of the same areas. */
static const char *ends_of_group(const struct desk *desk, const struct lane *lane, const struct group *group,
                                 bool named, const char *said)
{
    struct standings s = standings_of(desk, lane, group);
    struct strings parts = {0};
    const char *counted = group_counted(desk, s.count, group->name);
    bool both = region_praised(desk) && region_blamed(desk);
    if (s.missing.count)
        counted = group_reported(desk, s.count, group->name);
    if (s.count > 1 && s.items[0].rank == s.items[s.count - 1].rank)
        return equal_of(desk, lane, &s, counted);
    const char *ends[] = {"", "", lane->targeted ? "" : missing_of(desk, lane, &s, 0),
                          strings_join(&s.losses, desk->arena, "；")};
    if (s.count > 1 && s.count <= FEW_RANKED && both) {
        ends[0] = order_of(desk, lane, &s);
    } else {
        ends[0] = first_of(desk, lane, &s, region_praised(desk));
        ends[1] = last_of(desk, lane, &s, region_blamed(desk));
    }
    if (!*ends[0] && !*ends[1])
        return "";
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (*ends[i])
            strings_add(&parts, desk->arena, ends[i]);
    const char *list = strings_join(&parts, desk->arena, "；");
    return named || text_starts(said, FILL(&desk->say, WORD_LIST_IN, "组", counted, "内容", ""))
               ? list
               : FILL(&desk->say, WORD_LIST_IN, "组", counted, "内容", list);
}

/* ---- for templates ---- */

/* What `say` tells of each group, the group's name before it where there are several; of one group when asked. */
static const char *each_group(const struct desk *desk, const struct lane *lane, int wanted, const char *asked,
                              const char *(*say)(const struct desk *desk, const struct lane *lane,
                                                 const struct standings *s, int wanted))
{
    size_t count;
    const struct group *groups = groups_of(desk->engine, &count);
    struct strings parts = {0};
    for (size_t i = 0; i < count; i++) {
        if (asked && strcmp(groups[i].name, asked) != 0)
            continue;
        struct standings s = standings_of(desk, lane, &groups[i]);
        const char *text = say(desk, lane, &s, wanted);
        if (!*text)
            continue;
        bool named = !asked && count > 1 && *groups[i].name;
        strings_add(&parts, desk->arena,
                    named ? FILL(&desk->say, WORD_LIST_SENTENCE, "名称", groups[i].name, "内容", text) : text);
    }
    return strings_join(&parts, desk->arena, "；");
}

const char *lane_first(const struct desk *desk, const struct lane *lane, int wanted, const char *group)
{
    return each_group(desk, lane, wanted, group, first_of);
}

const char *lane_last(const struct desk *desk, const struct lane *lane, int wanted, const char *group)
{
    return each_group(desk, lane, wanted, group, last_of);
}

const char *lane_missing(const struct desk *desk, const struct lane *lane, const char *group)
{
    return each_group(desk, lane, 0, group, missing_of);
}

/* ---- all of a lane ---- */

/* Of more groups no text tells who is first and last in each: the annexes do. */
enum { GROUPS_TOLD = 12 };

/* Several groups in which there is something to compare: each is then named. */
static bool several(const struct group *groups, size_t count)
{
    size_t compared = 0;
    for (size_t i = 0; i < count; i++)
        compared += groups[i].count > 1;
    return compared > 1;
}

const char *lane_text(const struct desk *desk, const struct lane *lane)
{
    size_t group_count;
    const struct group *groups = groups_of(desk->engine, &group_count);
    struct strings parts = {0};
    if (lane_awaits_year_end(desk, lane))
        return FILL(&desk->say, WORD_ANNUAL, "名称", lane->key.indicator->name);
    const char *counts = lane->targeted ? lane_verdicts(desk, lane) : "";
    bool each = several(groups, group_count), told = group_count <= GROUPS_TOLD && !lane_by_size(lane);
    if (*counts)
        strings_add(&parts, desk->arena, counts);
    for (size_t i = 0; told && i < group_count; i++) {
        bool named = each && *groups[i].name;
        const char *ends = ends_of_group(desk, lane, &groups[i], named, counts);
        if (!*ends)
            continue;
        strings_add(&parts, desk->arena,
                    named ? FILL(&desk->say, WORD_LIST_SENTENCE, "名称", groups[i].name, "内容", ends) : ends);
    }
    if (!parts.count)
        return "";
    return FILL(&desk->say, WORD_LIST_SENTENCE, "名称", lane_plain_name(desk, lane), "内容",
                strings_join(&parts, desk->arena, "。"));
}
