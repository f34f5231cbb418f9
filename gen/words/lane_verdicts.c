/* SPDX-License-Identifier: MIT */
/* A lane's verdicts: how many areas have reached the target, and which lag by how much. */
#include "base/text.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/lane_list.h"

#include <string.h>

enum {
    FEW = 3,
    MANY = 6,
    NAMED_AT_MOST = 30
}; /* so many are all named: of those that lag, and of those that are named for good */

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

/* 县市 and the like are counted as they are, other words want 个: the former stand in a phrase, between blanks. */
static bool counted_bare(const struct desk *desk, const char *group)
{
    const char *words = SAY(&desk->say, WORD_GROUP_BARE);
    size_t length = strlen(group);
    for (const char *found = words; (found = strstr(found, group)) != NULL; found += length)
        if ((found == words || found[-1] == ' ') && (found[length] == ' ' || !found[length]))
            return true;
    return false;
}

const char *group_counted(const struct desk *desk, size_t count, const char *group)
{
    const struct phrasing *p = &desk->say;
    if (!*group || !strcmp(group, "-"))
        return FILL(p, WORD_GROUP_PLAIN, "数", count_text(desk, count));
    return FILL(p, counted_bare(desk, group) ? WORD_GROUP_NAMED : WORD_GROUP_COUNTED, "数", count_text(desk, count),
                "组", group);
}

const char *group_reported(const struct desk *desk, size_t count, const char *group)
{
    return FILL(&desk->say, WORD_GROUP_REPORTED, "数", count_text(desk, count), "组",
                *group ? group : SAY(&desk->say, WORD_GROUP_WORD));
}

bool lane_by_size(const struct lane *lane)
{
    enum kind kind = lane->key.indicator->kind;
    return lane->key.measure == MEASURE_VALUE && (kind == KIND_FLOW || kind == KIND_STOCK);
}

/* ---- in which words a lane's verdicts are told ---- */

/* The verdict as it stands in 达到目标的5个 and 均达到目标, of those that are there and of those behind; what parts the
 * two. */
struct manner {
    enum word reached, behind;
    const char *parted;
};

enum how { HOW_LEVEL, HOW_CEILING, HOW_PACE, HOW_COUNT, HOW_LIMIT_PACE, HOW_BAN, HOW_END, HOW_END_OTHER, HOW_COMPARED };

static const struct manner manners[] = {
    [HOW_LEVEL] = {WORD_LIST_REACHED, WORD_LIST_NOT_REACHED, "；"},
    [HOW_CEILING] = {WORD_LIST_WITHIN, WORD_LIST_BEYOND, "；"},
    [HOW_PACE] = {WORD_LIST_PACED, WORD_LIST_LATE, "，"},
    [HOW_COUNT] = {WORD_LIST_ON_PACE, WORD_LIST_LATE, "，"},
    [HOW_LIMIT_PACE] = {WORD_LIST_PACE_WITHIN, WORD_LIST_PACE_BEYOND, "，"},
    [HOW_BAN] = {WORD_LIST_NONE_HAPPENED, WORD_LIST_HAPPENED, "，"},
    [HOW_END] = {WORD_LIST_HELD, WORD_LIST_LOST, "；"},
    [HOW_END_OTHER] = {WORD_LIST_HELD_OTHER, WORD_LIST_LOST, "；"},
    [HOW_COMPARED] = {WORD_LIST_NOT_UNDER, WORD_LIST_UNDER, "；"},
};

static enum how how_of(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool limit = topic_at_most(topic) && !measure_is_place(topic->measure);
    if (topic_is_uncounted(topic))
        return HOW_COMPARED;
    if (topic_is_ban(topic))
        return HOW_BAN;
    if (v->year_over)
        return v->target->deadline || !target_last_year(v->target) ? HOW_END_OTHER : HOW_END;
    if (v->accumulating && limit)
        return HOW_LIMIT_PACE;
    if (v->accumulating)
        return topic_counts(desk, topic) ? HOW_COUNT : HOW_PACE;
    return limit && !(v->goal && number_sign(v->goal) < 0) ? HOW_CEILING : HOW_LEVEL;
}

/* ---- who stands where ---- */

struct entry {
    const char *area;
    struct topic topic;
    struct lag lag;
    const struct number *figure;
};

struct entries {
    struct entry *items;
    size_t count;
};

struct tally {
    struct entries reached, done, behind, pending;
    struct strings missing, unjudged;
    size_t stretch, total; /* judged or not due yet */
    bool all_low;          /* every one of those behind is below */
    const char *group;     /* of all that have the target; NULL where they are of several */
    size_t targeted;
};

static void tally_group(struct tally *tally, const struct area *area)
{
    tally->group = !tally->targeted || (tally->group && !strcmp(tally->group, area->group)) ? area->group : NULL;
    tally->targeted++;
}

/* Of a comparison, which is no target, those below are the ones that a list names. */
static enum standing standing_in(const struct desk *desk, const struct topic *topic)
{
    if (topic->verdict->kind != VERDICT_COMPARED)
        return topic_standing(topic);
    struct shown gap = topic_gap(desk, topic);
    if (!gap.number)
        return STANDING_NO_DATA;
    return shown_sign(gap) < 0 ? STANDING_BEHIND : STANDING_REACHED;
}

/* Whether the area has what the lane's verdicts are about. */
static bool told_of(const struct topic *topic)
{
    return topic->verdict && (!topic_is_uncounted(topic) || topic->verdict->kind == VERDICT_COMPARED);
}

static struct tally tally_of(const struct desk *desk, const struct lane *lane)
{
    struct tally tally = {.all_low = true};
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (!told_of(&topic))
            continue;
        struct entry entry = {areas.items[i]->name, topic, {"", "", false, NULL, ""}, topic.verdict->actual};
        enum standing standing = standing_in(desk, &topic);
        tally_group(&tally, areas.items[i]);
        if (standing == STANDING_NO_DATA) {
            bool missing = desk_result(desk, MEASURE_VALUE, topic.indicator, topic.area)->flag == FLAG_NO_DATA &&
                           !topic.verdict->actual;
            strings_add(missing ? &tally.missing : &tally.unjudged, desk->arena, entry.area);
            continue;
        }
        tally.total++;
        tally.stretch += topic.verdict->kind == VERDICT_STRETCH;
        if (standing == STANDING_BEHIND) {
            entry.lag = topic_lag(desk, &topic);
            tally.all_low &= topic_gap(desk, &topic).number && shown_sign(topic_gap(desk, &topic)) < 0;
        }
        struct entries *to = standing == STANDING_BEHIND           ? &tally.behind
                             : standing == STANDING_PENDING        ? &tally.pending
                             : topic.verdict->kind == VERDICT_DONE ? &tally.done
                                                                   : &tally.reached;
        ARRAY_ADD(desk->arena, to->items, to->count, entry);
    }
    return tally;
}

/* The more behind the earlier; what has no figure last. In file order where they are equal. */
static int lag_order(const struct entry *a, const struct entry *b)
{
    if (!a->lag.size || !b->lag.size)
        return (a->lag.size != NULL) - (b->lag.size != NULL);
    return number_compare(a->lag.size, b->lag.size);
}

/* By the figure reached, the better first: where less is wanted, the lower. */
static int figure_order(const struct entry *a, const struct entry *b)
{
    bool low = a->topic.indicator->better == BETTER_LOWER || topic_at_most(&a->topic);
    if (!a->figure || !b->figure)
        return 0;
    return low ? number_compare(b->figure, a->figure) : number_compare(a->figure, b->figure);
}

static void sort_entries(struct entries *list, int (*order)(const struct entry *a, const struct entry *b))
{
    for (size_t i = 1; i < list->count; i++)
        for (size_t at = i; at > 0 && order(&list->items[at - 1], &list->items[at]) < 0; at--) {
            struct entry swap = list->items[at];
            list->items[at] = list->items[at - 1];
            list->items[at - 1] = swap;
        }
}

/* ---- names ---- */

/* 甲县; 甲县和乙县; 甲县、乙县、丙县: of equals among others. */
static const char *equals_named(const struct desk *desk, const struct strings *names, bool alone)
{
    return strings_join(names, desk->arena, names->count == 2 && !alone ? "和" : "、");
}

static const char *bracketed(const struct desk *desk, const char *names, const char *text, size_t count)
{
    if (!*text)
        return names;
    return FILL(&desk->say, count > 1 ? WORD_LIST_ITEM_EQUAL : WORD_LIST_ITEM, "地区", names, "值", text);
}

/* 庚县（低4.9个百分点）、丙县和戊县（均低0.3个百分点）: neighbours with the same words in their brackets share them. */
static const char *names_with(const struct desk *desk, const struct entry *list, size_t count,
                              const char *(*text)(const struct desk *desk, const struct entry *entry))
{
    struct strings parts = {0};
    for (size_t i = 0; i < count;) {
        struct strings names = {0};
        size_t from = i;
        const char *said = text(desk, &list[i]);
        for (; i < count && !strcmp(text(desk, &list[i]), said); i++)
            strings_add(&names, desk->arena, list[i].area);
        bool alone = from == 0 && i == count;
        strings_add(&parts, desk->arena,
                    bracketed(desk, equals_named(desk, &names, alone || !*said), said, names.count));
    }
    return strings_join(&parts, desk->arena, "、");
}

static const char *lag_said(const struct desk *desk, const struct entry *entry)
{
    return lag_text(desk, &entry->lag, false);
}

static const char *figure_said(const struct desk *desk, const struct entry *entry)
{
    const struct topic *topic = &entry->topic;
    struct shown figure = topic_actual(desk, topic);
    if (!figure.number || target_is_milestone(topic->verdict->target))
        return "";
    if (topic_is_growth(topic) && shown_sign(figure) < 0)
        return growth_in_list(desk, figure, topic->indicator);
    return arena_format(desk->arena, "%s%s", shown_text(&desk->say, figure),
                        desk_unit(desk, topic->measure, topic->indicator));
}

static const char *nothing_said(const struct desk *desk, const struct entry *entry)
{
    (void)desk, (void)entry;
    return "";
}

/* ---- the clause ---- */

static const char *class_of(const struct desk *desk, const char *verdict, size_t count)
{
    return FILL(&desk->say, WORD_LIST_CLASS, "判定", verdict, "数", count_text(desk, count));
}

static const char *class_named(const struct desk *desk, const char *verdict, const struct entries *list)
{
    if (list->count > NAMED_AT_MOST)
        return class_of(desk, verdict, list->count);
    return FILL(&desk->say, WORD_LIST_CLASS_NAMED, "判定", verdict, "数", count_text(desk, list->count), "名单",
                names_with(desk, list->items, list->count, nothing_said));
}

/* Those furthest behind: all of a few, else as many as a list of places may name, cut at a tie. */
static size_t furthest(const struct tally *tally)
{
    size_t room = tally->behind.count <= FEW ? tally->behind.count : FEW;
    const struct entry *list = tally->behind.items;
    while (room > 0 && room < tally->behind.count && lag_order(&list[room - 1], &list[room]) == 0)
        room--;
    return room;
}

/* 高于全省的: whom a comparison names. */
static const char *verdict_word(const struct desk *desk, const struct entries *list, enum word word)
{
    const struct topic *topic = &list->items[0].topic;
    const char *other = topic->verdict->kind == VERDICT_COMPARED ? topic_other_name(desk, topic) : "";
    return FILL(&desk->say, word, "地区", other);
}

static const char *behind_word(const struct desk *desk, const struct tally *tally, enum how how)
{
    if (how == HOW_COMPARED)
        return verdict_word(desk, &tally->behind, WORD_LIST_UNDER);
    enum word word =
        how == HOW_LEVEL && tally->all_low &&
                measure_in_percent(tally->behind.items[0].topic.measure, tally->behind.items[0].topic.indicator)
            ? WORD_LIST_BELOW
            : manners[how].behind;
    return SAY(&desk->say, word);
}

static const char *reached_word(const struct desk *desk, const struct tally *tally, enum how how)
{
    if (how == HOW_COMPARED)
        return verdict_word(desk, &tally->reached, WORD_LIST_NOT_UNDER);
    return SAY(&desk->say, manners[how].reached);
}

static const char *reached_part(const struct desk *desk, const struct tally *tally, enum how how, bool named)
{
    const struct entries *list = &tally->reached;
    const char *verdict = reached_word(desk, tally, how);
    const char *text = named && list->count <= MANY ? FILL(&desk->say, WORD_LIST_CLASS_EACH, "判定", verdict, "数",
                                                           count_text(desk, list->count), "名单",
                                                           names_with(desk, list->items, list->count, figure_said))
                                                    : class_of(desk, verdict, list->count);
    if (!tally->stretch)
        return text;
    return arena_format(desk->arena, "%s，%s", text,
                        FILL(&desk->say, WORD_LIST_STRETCH, "数", count_text(desk, tally->stretch)));
}

static const char *behind_part(const struct desk *desk, const struct tally *tally, enum how how)
{
    const struct entries *list = &tally->behind;
    const char *verdict = behind_word(desk, tally, how);
    bool most = (2 * list->count > tally->total && tally->total > list->count) || list->count > NAMED_AT_MOST;
    size_t named = most ? furthest(tally) : list->count;
    const char *names = names_with(desk, list->items, named, lag_said), *number = count_text(desk, list->count);
    if (!most)
        return FILL(&desk->say, WORD_LIST_CLASS_EACH, "判定", verdict, "数", number, "名单", names);
    const char *rest = FILL(&desk->say, WORD_LIST_REST, "数", number, "判定", verdict);
    if (!named)
        return rest;
    return arena_format(desk->arena, "%s%s%s", rest, named == list->count ? "：" : "，",
                        named == list->count ? names : FILL(&desk->say, WORD_LIST_FURTHEST, "名单", names));
}

/* All alike: 9个单位均达到目标; 9个单位均低于目标，差距较大的是…. */
static const char *unanimous(const struct desk *desk, const struct tally *tally, enum how how, const char *group)
{
    const struct phrasing *p = &desk->say;
    if (tally->behind.count == tally->total) {
        size_t named = furthest(tally);
        const char *all = FILL(p, WORD_LIST_ALL, "组", group, "判定", behind_word(desk, tally, how));
        const char *names = names_with(desk, tally->behind.items, named, lag_said);
        return named ? arena_format(desk->arena, "%s，%s", all, FILL(p, WORD_LIST_FURTHEST, "名单", names)) : all;
    }
    if (tally->reached.count + tally->done.count != tally->total)
        return NULL;
    const char *all = FILL(p, WORD_LIST_ALL, "组", group, "判定", reached_word(desk, tally, how));
    if (tally->stretch)
        all = arena_format(desk->arena, "%s，%s", all,
                           FILL(p, WORD_LIST_STRETCH, "数", count_text(desk, tally->stretch)));
    if (tally->done.count)
        all = arena_format(desk->arena, "%s，%s", all,
                           FILL(p, WORD_LIST_AMONG, "内容", class_named(desk, SAY(p, WORD_LIST_DONE), &tally->done)));
    return all;
}

static const char *classes(const struct desk *desk, const struct tally *tally, enum how how, const char *group)
{
    const struct phrasing *p = &desk->say;
    struct strings parts = {0};
    bool most = 2 * tally->behind.count > tally->total, only = how != HOW_BAN && tally->behind.count == 1 &&
                                                               !tally->pending.count && !tally->stretch &&
                                                               !tally->done.count;
    if (only)
        return FILL(p, WORD_LIST_ONLY, "组", group, "地区", tally->behind.items[0].area, "判定",
                    bracketed(desk, behind_word(desk, tally, how), lag_said(desk, &tally->behind.items[0]), 1));
    if (tally->done.count)
        strings_add(&parts, desk->arena, class_named(desk, SAY(p, WORD_LIST_DONE), &tally->done));
    if (tally->reached.count)
        strings_add(&parts, desk->arena, reached_part(desk, tally, how, most));
    if (tally->pending.count)
        strings_add(&parts, desk->arena, class_named(desk, SAY(p, WORD_LIST_PENDING), &tally->pending));
    if (tally->behind.count)
        strings_add(&parts, desk->arena, behind_part(desk, tally, how));
    return FILL(p, WORD_LIST_IN, "组", group, "内容", strings_join(&parts, desk->arena, manners[how].parted));
}

/* 8县市, 9个单位, 已报的8个单位, 有目标的3县市. */
static const char *of_whom(const struct desk *desk, const struct tally *tally)
{
    const char *group = tally->group && *tally->group && strcmp(tally->group, "-") != 0 ? tally->group : NULL;
    const char *number = count_text(desk, tally->total);
    const char *counted =
        group ? group_counted(desk, tally->total, group) : FILL(&desk->say, WORD_GROUP_UNITS, "数", number);
    if (tally->targeted < areas_below(desk).count)
        return FILL(&desk->say, WORD_GROUP_TARGETED, "组", counted);
    return tally->missing.count ? group_reported(desk, tally->total, group ? group : SAY(&desk->say, WORD_UNIT_WORD))
                                : counted;
}

const char *lane_verdicts(const struct desk *desk, const struct lane *lane)
{
    const struct phrasing *p = &desk->say;
    struct tally tally = tally_of(desk, lane);
    struct strings parts = {0};
    sort_entries(&tally.behind, lag_order);
    sort_entries(&tally.reached, figure_order);
    const struct entries *const lists[] = {&tally.reached, &tally.done, &tally.behind, &tally.pending};
    const struct entry *first = NULL;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && !first; i++)
        first = lists[i]->count ? lists[i]->items : NULL;
    if (first && tally.total == 1 && first->topic.verdict->kind != VERDICT_COMPARED) {
        strings_add(&parts, desk->arena,
                    FILL(p, WORD_AREAS_ONE, "地区", first->area, "判定",
                         bracketed(desk, topic_verdict(desk, &first->topic).text, lag_said(desk, first), 1)));
    } else if (first) {
        enum how how = how_of(desk, &first->topic);
        const char *group = of_whom(desk, &tally), *alike = unanimous(desk, &tally, how, group);
        strings_add(&parts, desk->arena, alike ? alike : classes(desk, &tally, how, group));
    }
    if (tally.unjudged.count)
        strings_add(&parts, desk->arena,
                    FILL(p, WORD_LIST_CLASS_NAMED, "判定", SAY(p, WORD_LIST_UNJUDGED), "数",
                         count_text(desk, tally.unjudged.count), "名单", phrase_names(&desk->say, &tally.unjudged)));
    if (tally.missing.count)
        strings_add(&parts, desk->arena,
                    FILL(p, WORD_LIST_UNREPORTED, "名单", phrase_names(&desk->say, &tally.missing)));
    return strings_join(&parts, desk->arena, "；");
}
