/* SPDX-License-Identifier: MIT */
#include "words/region_words.h"

#include "base/text.h"
#include "words/goal.h"

#include <stdlib.h>
#include <string.h>

enum { DEFAULT_NAMED = 3 };

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

const char *region_every_area(const struct desk *desk)
{
    if (!areas_below(desk).count)
        return desk->region->name;
    const char *group = desk_group_word(desk);
    if (!strcmp(group, SAY(&desk->say, WORD_GROUP_WORD)))
        return SAY(&desk->say, WORD_EVERY_AREA);
    return FILL(&desk->say, WORD_EACH_GROUP, "组", group);
}

const char *region_recipients(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    struct strings names = {0};
    if (desk->region->recipient)
        return desk->region->recipient;
    for (size_t i = 0; i < d->area_count; i++) {
        const char *name = d->areas[i].recipient;
        bool known = !name;
        for (size_t n = 0; !known && n < names.count; n++)
            known = !strcmp(names.items[n], name);
        if (!known)
            strings_add(&names, desk->arena, name);
    }
    return strings_join(&names, desk->arena, "，");
}

const struct topic *topics_leading(const struct desk *desk, const struct topics *topics)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < topics->count; i++) {
            const struct topic *topic = &topics->items[i];
            if (!measure_applies(MEASURE_YOY, topic->indicator) || (topic->verdict && !topic_is_growth(topic)))
                continue;
            const struct result *yoy = desk_result(desk, MEASURE_YOY, topic->indicator, topic->area);
            if (yoy->flag == FLAG_NONE && (pass || topic->verdict))
                return topic;
        }
    return NULL;
}

/* ---- places ---- */

/* A ranked area of a list, and what stands in brackets behind it. */
struct listed {
    const char *area, *value;
    int rank;
    bool tied;
};

/* 12.4%, 17.20亿元; of growth a fall is said in words. */
static const char *listed_value(const struct desk *desk, const struct lane *lane, enum measure by, const char *number)
{
    const struct indicator *indicator = lane->key.indicator;
    const char *unit = desk_unit(desk, by, indicator);
    if (measure_is_growth(by, indicator) && *number == '-')
        return FILL(&desk->say, WORD_LIST_FALL, "值", arena_format(desk->arena, "%s%s", number + 1, unit));
    return arena_format(desk->arena, "%s%s", number, unit);
}

/* A group's ranked members by rank; `missing` gets the names of those without a figure. */
static struct listed *ranked(const struct desk *desk, const struct lane *lane, const struct group *group, size_t *count,
                             struct strings *missing)
{
    struct listed *list = NULL;
    *count = 0;
    enum measure by = desk_rank_measure(desk, lane->key.measure, lane->key.indicator);
    for (size_t i = 0; i < group->count; i++) {
        const struct area *area = group->members[i];
        struct place place = desk_place(desk, lane->key.measure, lane->key.indicator, area);
        struct cell cell = desk_cell_of(desk, by, lane->key.indicator, area);
        if (!place.rank) {
            if (desk_result(desk, by, lane->key.indicator, area)->flag == FLAG_NO_DATA)
                strings_add(missing, desk->arena, area->name);
            continue;
        }
        const char *value = listed_value(desk, lane, by, cell.number);
        struct listed item = {area->name, value, place.rank, place.tied};
        /* In by rank, after those before it in the file: what ties share. */
        ARRAY_ADD(desk->arena, list, *count, item);
        for (size_t at = *count - 1; at > 0 && list[at - 1].rank > list[at].rank; at--) {
            struct listed swap = list[at];
            list[at] = list[at - 1];
            list[at - 1] = swap;
        }
    }
    return list;
}

/* Whether the group is the one asked for; any when nobody asks. */
static bool group_asked(const struct group *group, const char *wanted)
{
    return !wanted || !strcmp(group->name, wanted);
}

/* What `say` tells of each group, the group's name before it where there are several. */
static const char *each_group(const struct desk *desk, const struct lane *lane, int wanted, const char *asked,
                              const char *(*say)(const struct desk *desk, const struct lane *lane,
                                                 const struct group *group, int wanted))
{
    size_t count;
    const struct group *groups = groups_of(desk->engine, &count);
    struct strings parts = {0};
    for (size_t i = 0; i < count; i++) {
        const char *text = group_asked(&groups[i], asked) ? say(desk, lane, &groups[i], wanted) : "";
        if (!*text)
            continue;
        bool named = !asked && count > 1 && *groups[i].name;
        strings_add(&parts, desk->arena,
                    named ? FILL(&desk->say, WORD_LIST_SENTENCE, "名称", groups[i].name, "内容", text) : text);
    }
    return strings_join(&parts, desk->arena, "；");
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

/* How many of `wanted` may be named at one end of `count` ranked ones: never more than half, and none of two. */
static size_t list_room(size_t count, int wanted)
{
    size_t half = count / 2;
    if (wanted < 0 || count < 3)
        return 0;
    return (size_t)wanted < half ? (size_t)wanted : half;
}

/* 泸溪县（12.4%）、永顺县（11.1%）. */
static const char *names_of(const struct desk *desk, const struct listed *list, size_t count)
{
    struct strings names = {0};
    for (size_t i = 0; i < count; i++)
        strings_add(&names, desk->arena,
                    FILL(&desk->say, list[i].tied ? WORD_LIST_ITEM_TIED : WORD_LIST_ITEM, "地区", list[i].area, "值",
                         list[i].value));
    return strings_join(&names, desk->arena, "、");
}

/* 居前3位的是泸溪县（12.4%）、永顺县（11.1%）、吉首市（10.4%）. */
static const char *first_of(const struct desk *desk, const struct lane *lane, const struct group *group, int wanted)
{
    struct strings missing = {0};
    size_t count;
    const struct listed *list = ranked(desk, lane, group, &count, &missing);
    size_t room = list_room(count, wanted);
    /* Those tied across the cut are left out together: naming one of two equals would be unjust. */
    while (room > 0 && room < count && list[room].rank == list[room - 1].rank)
        room--;
    if (room == 0)
        return "";
    return FILL(&desk->say, room == 1 ? WORD_LIST_FIRST_ONE : WORD_LIST_FIRST, "数", count_text(desk, room), "名单",
                names_of(desk, list, room));
}

/* 居后3位的是…; never names one of those that are praised. */
static const char *last_of(const struct desk *desk, const struct lane *lane, const struct group *group, int wanted)
{
    struct strings missing = {0};
    size_t count;
    const struct listed *list = ranked(desk, lane, group, &count, &missing);
    size_t room = list_room(count, wanted), taken = list_room(count, region_praised(desk));
    if (room > count - taken)
        room = count - taken;
    while (room > 0 && room < count && list[count - room].rank == list[count - room - 1].rank)
        room--;
    if (room == 0)
        return "";
    return FILL(&desk->say, room == 1 ? WORD_LIST_LAST_ONE : WORD_LIST_LAST, "数", count_text(desk, room), "名单",
                names_of(desk, list + (count - room), room));
}

static const char *missing_of(const struct desk *desk, const struct lane *lane, const struct group *group, int wanted)
{
    struct strings missing = {0};
    size_t count;
    (void)wanted;
    ranked(desk, lane, group, &count, &missing);
    return missing.count && count
               ? FILL(&desk->say, WORD_LIST_MISSING, "名单", strings_join(&missing, desk->arena, "、"))
               : "";
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

const char *lane_verdicts(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    struct strings names[VERDICT_NO_TARGET + 1] = {{0}};
    const char *said[VERDICT_NO_TARGET + 1] = {NULL};
    size_t total = 0;
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (!topic.verdict || topic_is_uncounted(&topic))
            continue;
        strings_add(&names[topic.verdict->kind], desk->arena, areas.items[i]->name);
        said[topic.verdict->kind] = topic_verdict(desk, &topic).text;
        total++;
    }
    struct strings parts = {0};
    for (enum verdict_kind k = VERDICT_STRETCH; k < VERDICT_NO_TARGET; k++) {
        size_t count = names[k].count;
        if (count == 1 && total == 1)
            return FILL(&desk->say, WORD_AREAS_ONE, "地区", names[k].items[0], "判定", said[k]);
        bool behind = k == VERDICT_MISSED || k == VERDICT_BEHIND || k == VERDICT_NO_DATA;
        if (!count)
            continue;
        strings_add(&parts, desk->arena,
                    behind && 2 * count <= total
                        ? FILL(&desk->say, WORD_AREAS_LISTED, "数", count_text(desk, count), "名词", said[k], "名单",
                               strings_join(&names[k], desk->arena, "、"))
                        : FILL(&desk->say, WORD_AREAS_REACHED, "数", count_text(desk, count), "名词", said[k]));
    }
    const char *list = strings_join(&parts, desk->arena, "，");
    /* Only where the target is not meant for all is it worth saying for how many. */
    return total && total < areas.count ? FILL(&desk->say, WORD_AREAS_MET, "数", count_text(desk, total), "内容", list)
                                        : list;
}

bool lane_by_size(const struct lane *lane)
{
    enum kind kind = lane->key.indicator->kind;
    return lane->key.measure == MEASURE_VALUE && (kind == KIND_FLOW || kind == KIND_STOCK);
}

/* First, last, and without a figure: but where there are targets the verdicts have named those already. */
static const char *ends_of_group(const struct desk *desk, const struct lane *lane, const struct group *group)
{
    struct strings parts = {0};
    const char *const all[] = {first_of(desk, lane, group, region_praised(desk)),
                               last_of(desk, lane, group, region_blamed(desk)),
                               lane->targeted ? "" : missing_of(desk, lane, group, 0)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (*all[i])
            strings_add(&parts, desk->arena, all[i]);
    return strings_join(&parts, desk->arena, "；");
}

const char *lane_text(const struct desk *desk, const struct lane *lane)
{
    size_t group_count;
    const struct group *groups = groups_of(desk->engine, &group_count);
    struct strings parts = {0};
    const char *counts = lane->targeted ? lane_verdicts(desk, lane) : "";
    if (*counts)
        strings_add(&parts, desk->arena, counts);
    for (size_t i = 0; i < group_count && !lane_by_size(lane); i++) {
        const char *ends = ends_of_group(desk, lane, &groups[i]);
        if (!*ends)
            continue;
        bool several = group_count > 1 && *groups[i].name;
        strings_add(&parts, desk->arena,
                    several ? FILL(&desk->say, WORD_LIST_SENTENCE, "名称", groups[i].name, "内容", ends) : ends);
    }
    if (!parts.count)
        return "";
    return FILL(&desk->say, WORD_LIST_SENTENCE, "名称", lane_name(desk, lane), "内容",
                strings_join(&parts, desk->arena, "。"));
}

/* ---- problems: facts only ---- */

const char *region_behind(const struct desk *desk)
{
    struct strings gaps = {0}, paces = {0}, parts = {0};
    struct topics topics = topics_of(desk, desk->region);
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (topic_standing(topic) != STANDING_BEHIND)
            continue;
        strings_add(topic_is_late(topic) ? &paces : &gaps, desk->arena, topic_name(desk, topic));
    }
    if (gaps.count)
        strings_add(&parts, desk->arena,
                    FILL(&desk->say,
                         period_is_last(desk->period) ? WORD_PROBLEM_REGION_MISSED : WORD_PROBLEM_REGION_GROWTH, "地区",
                         desk->region->name, "名单", strings_join(&gaps, desk->arena, "、")));
    if (paces.count)
        strings_add(&parts, desk->arena,
                    FILL(&desk->say, WORD_PROBLEM_REGION_PACE, "地区", desk->region->name, "名单",
                         strings_join(&paces, desk->arena, "、")));
    return strings_join(&parts, desk->arena, "；");
}

struct burdened {
    const struct area *area;
    size_t behind;
    size_t place;
};

static int most_first(const void *left, const void *right)
{
    const struct burdened *a = left, *b = right;
    if (a->behind != b->behind)
        return a->behind < b->behind ? 1 : -1;
    return (a->place > b->place) - (a->place < b->place);
}

const char *region_areas_behind(const struct desk *desk)
{
    struct areas areas = areas_below(desk);
    struct burdened *list = arena_alloc(desk->arena, (areas.count + 1) * sizeof *list);
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        list[i] = (struct burdened){areas.items[i], topics_standing(&topics, STANDING_BEHIND), i};
    }
    qsort(list, areas.count, sizeof *list, most_first);
    size_t room = list_room(areas.count, region_blamed(desk));
    while (room > 0 && list[room].behind == list[room - 1].behind)
        room--;
    struct strings names = {0};
    for (size_t i = 0; i < room && list[i].behind >= 2; i++)
        strings_add(
            &names, desk->arena,
            FILL(&desk->say, WORD_PROBLEM_AREA, "地区", list[i].area->name, "数", count_text(desk, list[i].behind)));
    enum word lead = period_is_last(desk->period) ? WORD_PROBLEM_AREAS_LEAD_END : WORD_PROBLEM_AREAS_LEAD;
    return names.count
               ? arena_format(desk->arena, "%s%s", SAY(&desk->say, lead), strings_join(&names, desk->arena, "、"))
               : "";
}

static const char *with_flag(const struct desk *desk, const struct indicator *indicator, enum flag flag)
{
    struct areas areas = areas_below(desk);
    struct strings names = {0};
    for (size_t i = 0; i < areas.count; i++)
        if (desk_result(desk, MEASURE_YOY, indicator, areas.items[i])->flag == flag)
            strings_add(&names, desk->arena, areas.items[i]->name);
    return strings_join(&names, desk->arena, "、");
}

const char *region_losses(const struct desk *desk)
{
    static const struct {
        enum flag flag;
        enum word word;
    } kinds[] = {{FLAG_TURNED_LOSS, WORD_PROBLEM_LOSS}, {FLAG_LOSS_WIDENED, WORD_PROBLEM_LOSS_NOW}};
    struct strings parts = {0};
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        for (size_t k = 0; k < 2 && measure_applies(MEASURE_YOY, indicator); k++) {
            const char *names = with_flag(desk, indicator, kinds[k].flag);
            if (*names)
                strings_add(&parts, desk->arena,
                            FILL(&desk->say, kinds[k].word, "名称", indicator->name, "名单", names));
        }
    }
    return strings_join(&parts, desk->arena, "；");
}

const char *region_unreported(const struct desk *desk)
{
    struct areas areas = areas_below(desk);
    struct strings parts = {0};
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        struct strings names = {0};
        for (size_t t = 0; t < topics.count; t++) {
            const struct topic *topic = &topics.items[t];
            if (topic_standing(topic) == STANDING_NO_DATA && topic->verdict->result &&
                topic->verdict->result->flag == FLAG_NO_DATA)
                strings_add(&names, desk->arena, topic_name(desk, topic));
        }
        if (names.count)
            strings_add(&parts, desk->arena,
                        FILL(&desk->say, WORD_PROBLEM_MISSING_ITEM, "地区", areas.items[i]->name, "名单",
                             strings_join(&names, desk->arena, "、")));
    }
    return parts.count ? FILL(&desk->say, WORD_PROBLEM_MISSING, "名单", strings_join(&parts, desk->arena, "、")) : "";
}
