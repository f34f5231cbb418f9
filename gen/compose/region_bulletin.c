/* The region's bulletin: a 公文 and its annexes. */
#include "compose/parts.h"

#include <stdlib.h>
#include <string.h>

enum { DEFAULT_NAMED = 3, MOST_CHARTS = 8, FEW_TARGETS = 3 };

struct writer {
    const struct desk *desk;
    struct builder *builder;
    struct numbering sections;
    const char *title;    /* of the section about to begin; NULL within one */
    struct topics topics; /* the region's own */
};

static const struct phrasing *words(const struct writer *w)
{
    return &w->desk->say;
}

static const char *count_text(const struct writer *w, size_t count)
{
    return arena_format(w->desk->arena, "%zu", count);
}

/* The heading of the section to come; it is numbered and set only once the section has something to say. */
static void heading(struct writer *w, const char *title)
{
    w->title = title;
}

static void body(struct writer *w, const char *text)
{
    if (!*text)
        return;
    if (w->title)
        builder_heading(w->builder, 1,
                        FILL(words(w), WORD_HEADING_1, "序", numbering_next(&w->sections), "标题", w->title));
    w->title = NULL;
    builder_paragraph(w->builder, PARAGRAPH_BODY, text);
}

static bool has_targets(const struct writer *w)
{
    return w->desk->composer->verdict_count > 0;
}

/* 各县市; 各地 where the areas share no group; 全市 where there are none. */
static const char *every_area(const struct writer *w)
{
    if (!areas_below(w->desk).count)
        return w->desk->region->name;
    const char *group = desk_group_word(w->desk);
    if (!strcmp(group, SAY(words(w), WORD_GROUP_WORD)))
        return SAY(words(w), WORD_EVERY_AREA);
    return FILL(words(w), WORD_EACH_GROUP, "组", group);
}

/* ---- the head ---- */

/* The region's own recipients; else those of its areas, each once. */
static const char *recipients(const struct writer *w)
{
    const struct dataset *d = w->desk->dataset;
    struct strings names = {0};
    if (w->desk->region->recipient)
        return w->desk->region->recipient;
    for (size_t i = 0; i < d->area_count; i++) {
        const char *name = d->areas[i].recipient;
        bool known = !name;
        for (size_t n = 0; !known && n < names.count; n++)
            known = !strcmp(names.items[n], name);
        if (!known)
            strings_add(&names, w->desk->arena, name);
    }
    return strings_join(&names, w->desk->arena, "，");
}

static void salutation(struct writer *w)
{
    const char *names = recipients(w);
    if (*names)
        builder_paragraph(w->builder, PARAGRAPH_SALUTATION, FILL(words(w), WORD_SALUTATION, "主送", names));
    body(w, FILL(words(w), has_targets(w) ? WORD_OPENING : WORD_OPENING_PLAIN, "时期", desk_period(w->desk), "区域",
                 desk_region_name(w->desk)));
}

/* ---- 一、总体情况 ---- */

/* The indicator that speaks for all: the first growth held against a target, else the first with a growth. */
static const struct topic *leading_topic(const struct writer *w)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < w->topics.count; i++) {
            const struct topic *topic = &w->topics.items[i];
            if (!measure_applies(MEASURE_YOY, topic->indicator) || (topic->verdict && !topic_is_growth(topic)))
                continue;
            const struct result *yoy = desk_result(w->desk, MEASURE_YOY, topic->indicator, topic->area);
            if (yoy->flag == FLAG_NONE && (pass || topic->verdict))
                return topic;
        }
    return NULL;
}

static void overview(struct writer *w)
{
    const struct desk *desk = w->desk;
    const struct topic *lead = leading_topic(w);
    heading(w, SAY(words(w), WORD_HEAD_OVERVIEW));
    if (!w->topics.count) {
        body(w, FILL(words(w), WORD_NOTHING_REPORTED, "地区", desk->region->name, "时期", desk_period(desk)));
        return;
    }
    const char *first = lead ? topic_sentence(desk, lead) : "";
    if (*first)
        first = arena_format(desk->arena, "%s，%s%s", period_name_short(desk->arena, desk->period), desk->region->name,
                             first);
    body(w, arena_format(desk->arena, "%s%s", first, SENTENCE(words(w), parts_count(desk, &w->topics))));
}

/* ---- 二、主要指标 ---- */

static void indicators(struct writer *w)
{
    const struct desk *desk = w->desk;
    const struct topic *lead = leading_topic(w);
    struct buffer milestones = {.arena = desk->arena}, counts = {.arena = desk->arena};
    struct strings references = {0};
    heading(w, SAY(words(w), WORD_HEAD_INDICATORS));
    /* Where targets make the report, what has none is said in one breath after them. */
    bool together = w->topics.count - topics_standing(&w->topics, STANDING_REFERENCE) >= FEW_TARGETS;
    for (size_t i = 0; i < w->topics.count; i++) {
        const struct topic *topic = &w->topics.items[i];
        if (topic == lead || topic_said_before(&w->topics, i))
            continue;
        if (!topic->verdict && together)
            strings_add(&references, desk->arena, topic_brief(desk, topic));
        else if (topic->verdict && topic->verdict->target->op == OP_DONE)
            buffer_add(&milestones, topic_sentence(desk, topic));
        else if (topic->verdict && desk_counts(desk, topic->indicator))
            buffer_add(&counts, topic_sentence(desk, topic));
        else
            body(w, topic_sentence(desk, topic));
    }
    body(w, buffer_text(&counts));
    body(w, buffer_text(&milestones));
    body(w, SENTENCE(words(w), strings_join(&references, desk->arena, "；")));
}

/* ---- 三、县市目标完成和位次 ---- */

/* 12.4%, 17.20亿元; of growth a fall is said in words. */
static const char *listed_value(const struct writer *w, const struct lane *lane, enum measure by, const char *number)
{
    const struct indicator *indicator = lane->key.indicator;
    const char *unit = desk_unit(w->desk, by, indicator);
    struct topic topic = {NULL, indicator, by, NULL};
    if (topic_is_growth(&topic) && *number == '-')
        return FILL(words(w), WORD_LIST_FALL, "值", arena_format(w->desk->arena, "%s%s", number + 1, unit));
    return arena_format(w->desk->arena, "%s%s", number, unit);
}

/* A group's ranked members by rank; `missing` gets the names of those without a figure. */
static struct listed *ranked(const struct writer *w, const struct lane *lane, const struct group *group, size_t *count,
                             struct strings *missing)
{
    const struct desk *desk = w->desk;
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
        const char *value = listed_value(w, lane, by, cell.number);
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

/* 6个达到目标增速，2个低于目标增速（凤凰县、龙山县）: those behind are named, unless they are the most. */
static const char *verdict_counts(const struct writer *w, const struct lane *lane)
{
    const struct desk *desk = w->desk;
    struct areas areas = areas_below(desk);
    struct strings names[VERDICT_NO_TARGET + 1] = {{0}};
    const char *said[VERDICT_NO_TARGET + 1] = {NULL};
    size_t total = 0;
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (!topic.verdict)
            continue;
        strings_add(&names[topic.verdict->kind], desk->arena, areas.items[i]->name);
        said[topic.verdict->kind] = topic_verdict(desk, &topic).text;
        total++;
    }
    struct strings parts = {0};
    for (enum verdict_kind k = VERDICT_STRETCH; k < VERDICT_NO_TARGET; k++) {
        size_t count = names[k].count;
        if (count == 1 && total == 1)
            return FILL(words(w), WORD_AREAS_ONE, "地区", names[k].items[0], "判定", said[k]);
        bool behind = k == VERDICT_MISSED || k == VERDICT_BEHIND || k == VERDICT_NO_DATA;
        if (!count)
            continue;
        strings_add(&parts, desk->arena,
                    behind && 2 * count <= total
                        ? FILL(words(w), WORD_AREAS_LISTED, "数", count_text(w, count), "名词", said[k], "名单",
                               strings_join(&names[k], desk->arena, "、"))
                        : FILL(words(w), WORD_AREAS_REACHED, "数", count_text(w, count), "名词", said[k]));
    }
    const char *list = strings_join(&parts, desk->arena, "，");
    /* Only where the target is not meant for all is it worth saying for how many. */
    return total && total < areas.count ? FILL(words(w), WORD_AREAS_MET, "数", count_text(w, total), "内容", list)
                                        : list;
}

static const char *ends_of_group(const struct writer *w, const struct lane *lane, const struct group *group)
{
    const struct settings *settings = &w->desk->dataset->settings;
    int praise = settings->praise < 0 ? DEFAULT_NAMED : settings->praise;
    int blame = settings->blame < 0 ? DEFAULT_NAMED : settings->blame;
    struct strings missing = {0};
    size_t count;
    struct listed *list = ranked(w, lane, group, &count, &missing);
    const char *first = phrase_first(words(w), list, count, praise);
    const char *last = phrase_last(words(w), list, count, blame, praise);
    /* Where there are targets the verdicts have named them already. */
    const char *absent = !lane->targeted && missing.count && count
                             ? FILL(words(w), WORD_LIST_MISSING, "名单", strings_join(&missing, w->desk->arena, "、"))
                             : "";
    struct strings parts = {0};
    const char *const all[] = {first, last, absent};
    for (size_t i = 0; i < 3; i++)
        if (*all[i])
            strings_add(&parts, w->desk->arena, all[i]);
    return strings_join(&parts, w->desk->arena, "；");
}

/* By an amount the largest county is always first and the smallest last: that is size, not performance. */
static bool by_size(const struct lane *lane)
{
    enum kind kind = lane->key.indicator->kind;
    return lane->key.measure == MEASURE_VALUE && (kind == KIND_FLOW || kind == KIND_STOCK);
}

/* What there is to say of a lane, without its last 。: how many reached it, who is first and last. */
static const char *lane_text(const struct writer *w, const struct lane *lane)
{
    const struct desk *desk = w->desk;
    size_t group_count;
    const struct group *groups = groups_of(desk->engine, &group_count);
    struct strings parts = {0};
    const char *counts = lane->targeted ? verdict_counts(w, lane) : "";
    if (*counts)
        strings_add(&parts, desk->arena, counts);
    for (size_t i = 0; i < group_count && !by_size(lane); i++) {
        const char *ends = ends_of_group(w, lane, &groups[i]);
        if (!*ends)
            continue;
        bool several = group_count > 1 && *groups[i].name;
        strings_add(&parts, desk->arena,
                    several ? FILL(words(w), WORD_LIST_SENTENCE, "名称", groups[i].name, "内容", ends) : ends);
    }
    if (!parts.count)
        return "";
    const char *name = lane->targeted ? topic_key_name(desk, lane->key, false) : lane->key.indicator->name;
    return FILL(words(w), WORD_LIST_SENTENCE, "名称", name, "内容", strings_join(&parts, desk->arena, "。"));
}

static void areas_section(struct writer *w)
{
    struct lanes lanes = lanes_of(w->desk);
    struct buffer amounts = {.arena = w->desk->arena};
    bool targeted = false;
    for (size_t i = 0; i < lanes.count; i++)
        targeted |= lanes.items[i].targeted;
    heading(w, FILL(words(w), targeted ? WORD_HEAD_AREAS : WORD_HEAD_AREAS_PLAIN, "组", desk_group_word(w->desk)));
    for (size_t i = 0; i < lanes.count; i++) {
        if (lanes.items[i].targeted != targeted)
            continue;
        const char *text = SENTENCE(words(w), lane_text(w, &lanes.items[i]));
        if (by_size(&lanes.items[i]))
            buffer_add(&amounts, text);
        else
            body(w, text);
    }
    body(w, buffer_text(&amounts));
}

/* ---- 四、存在问题: facts ---- */

/* The region's targets behind, by the verdict's words. */
static const char *region_behind(const struct writer *w)
{
    const struct desk *desk = w->desk;
    struct strings gaps = {0}, paces = {0}, parts = {0};
    for (size_t i = 0; i < w->topics.count; i++) {
        const struct topic *topic = &w->topics.items[i];
        if (topic_standing(topic) != STANDING_BEHIND)
            continue;
        strings_add(topic->verdict->kind == VERDICT_BEHIND ? &paces : &gaps, desk->arena, topic_name(desk, topic));
    }
    if (gaps.count)
        strings_add(&parts, desk->arena,
                    FILL(words(w),
                         period_is_last(desk->period) ? WORD_PROBLEM_REGION_MISSED : WORD_PROBLEM_REGION_GROWTH, "地区",
                         desk->region->name, "名单", strings_join(&gaps, desk->arena, "、")));
    if (paces.count)
        strings_add(&parts, desk->arena,
                    FILL(words(w), WORD_PROBLEM_REGION_PACE, "地区", desk->region->name, "名单",
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

/* The areas with the most targets behind: as many as are blamed, never more than half, and at least two targets. */
static const char *areas_behind(const struct writer *w)
{
    const struct desk *desk = w->desk;
    const struct settings *settings = &desk->dataset->settings;
    struct areas areas = areas_below(desk);
    struct burdened *list = arena_alloc(desk->arena, (areas.count + 1) * sizeof *list);
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        list[i] = (struct burdened){areas.items[i], topics_standing(&topics, STANDING_BEHIND), i};
    }
    qsort(list, areas.count, sizeof *list, most_first);
    size_t room = list_room(areas.count, settings->blame < 0 ? DEFAULT_NAMED : settings->blame);
    while (room > 0 && list[room].behind == list[room - 1].behind)
        room--;
    struct strings names = {0};
    for (size_t i = 0; i < room && list[i].behind >= 2; i++)
        strings_add(&names, desk->arena,
                    FILL(words(w), WORD_PROBLEM_AREA, "地区", list[i].area->name, "数", count_text(w, list[i].behind)));
    enum word lead = period_is_last(desk->period) ? WORD_PROBLEM_AREAS_LEAD_END : WORD_PROBLEM_AREAS_LEAD;
    return names.count ? arena_format(desk->arena, "%s%s", SAY(words(w), lead), strings_join(&names, desk->arena, "、"))
                       : "";
}

static const char *with_flag(const struct writer *w, const struct indicator *indicator, enum flag flag)
{
    const struct desk *desk = w->desk;
    struct areas areas = areas_below(desk);
    struct strings names = {0};
    for (size_t i = 0; i < areas.count; i++)
        if (desk_result(desk, MEASURE_YOY, indicator, areas.items[i])->flag == flag)
            strings_add(&names, desk->arena, areas.items[i]->name);
    return strings_join(&names, desk->arena, "、");
}

static const char *losses(const struct writer *w)
{
    static const struct {
        enum flag flag;
        enum word word;
    } kinds[] = {{FLAG_TURNED_LOSS, WORD_PROBLEM_LOSS}, {FLAG_LOSS_WIDENED, WORD_PROBLEM_LOSS_NOW}};
    const struct desk *desk = w->desk;
    struct strings parts = {0};
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        for (size_t k = 0; k < 2 && measure_applies(MEASURE_YOY, indicator); k++) {
            const char *names = with_flag(w, indicator, kinds[k].flag);
            if (*names)
                strings_add(&parts, desk->arena, FILL(words(w), kinds[k].word, "名称", indicator->name, "名单", names));
        }
    }
    return strings_join(&parts, desk->arena, "；");
}

/* Areas that owe a figure a target is waiting for. */
static const char *unreported(const struct writer *w)
{
    const struct desk *desk = w->desk;
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
                        FILL(words(w), WORD_PROBLEM_MISSING_ITEM, "地区", areas.items[i]->name, "名单",
                             strings_join(&names, desk->arena, "、")));
    }
    return parts.count ? FILL(words(w), WORD_PROBLEM_MISSING, "名单", strings_join(&parts, desk->arena, "、")) : "";
}

static void problems(struct writer *w)
{
    const char *const facts[] = {region_behind(w), areas_behind(w), losses(w), unreported(w)};
    heading(w, SAY(words(w), WORD_HEAD_PROBLEMS));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        body(w, SENTENCE(words(w), facts[i]));
}

/* ---- annexes ---- */

struct annex {
    const char *title;
    bool landscape;
    void (*fill)(struct writer *w);
};

static void fill_summary(struct writer *w)
{
    /* What has no target stands in the tables of areas, in the region's row; without areas there are none. */
    const struct table *own = table_overview(w->desk, w->desk->region, lanes_of(w->desk).count == 0);
    tables_summary(w->desk, w->builder);
    if (own) {
        struct table titled = *own;
        titled.title = FILL(words(w), WORD_TABLE_REGION, "地区", w->desk->region->name, "时期", desk_period(w->desk));
        builder_table(w->builder, arena_copy(w->desk->arena, &titled, sizeof titled));
    }
}

static void fill_ranks(struct writer *w)
{
    tables_ranks(w->desk, w->builder, false);
}

static void fill_charts(struct writer *w)
{
    charts_areas(w->desk, w->builder, MOST_CHARTS);
}

static void fill_notes(struct writer *w)
{
    notes_add(w->desk, w->builder, NOTES_FULL);
    const char *sources = notes_sources(w->desk);
    if (*sources)
        builder_paragraph(w->builder, PARAGRAPH_NOTE, sources);
}

/* Those that would not be empty, in order. */
static size_t annexes(const struct writer *w, struct annex *list)
{
    const char *period = desk_period(w->desk), *group = every_area(w);
    size_t count = 0;
    struct lanes lanes = lanes_of(w->desk);
    struct builder *trial = builder_new(w->desk->arena);
    if (lanes.count || w->topics.count)
        list[count++] =
            (struct annex){FILL(words(w), WORD_ANNEX_SUMMARY, "时期", period, "组", group), true, fill_summary};
    if (ranks_any(w->desk))
        list[count++] = (struct annex){FILL(words(w), WORD_ANNEX_RANKS, "时期", period, "组", group), true, fill_ranks};
    builder_section(trial, SECTION_ANNEX, "", "", false);
    charts_areas(w->desk, trial, 1);
    struct document drawn = {.sections = NULL};
    builder_finish(trial, &drawn);
    if (drawn.sections[0].block_count)
        list[count++] =
            (struct annex){FILL(words(w), WORD_ANNEX_CHARTS, "时期", period, "组", group), false, fill_charts};
    list[count++] = (struct annex){SAY(words(w), WORD_ANNEX_NOTES), false, fill_notes};
    return count;
}

static void enclosures(struct writer *w, const struct annex *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum word word = count == 1 ? WORD_ENCLOSURE_ONE : i ? WORD_ENCLOSURE_NEXT : WORD_ENCLOSURE_FIRST;
        builder_paragraph(w->builder, PARAGRAPH_ENCLOSURE,
                          count == 1 ? FILL(words(w), word, "附件", list[i].title)
                                     : FILL(words(w), word, "序", count_text(w, i + 1), "附件", list[i].title));
    }
}

static void add_annexes(struct writer *w, const struct annex *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *name =
            count == 1 ? SAY(words(w), WORD_ANNEX_ONLY) : FILL(words(w), WORD_ANNEX, "序", count_text(w, i + 1));
        builder_section(w->builder, SECTION_ANNEX, name, list[i].title, list[i].landscape);
        list[i].fill(w);
    }
}

/* ---- the whole ---- */

static void set_head_and_end(const struct desk *desk, struct document *document)
{
    static const enum head_style heads[] = {
        [HEAD_SETTING_FULL] = HEAD_FULL, [HEAD_SETTING_BLANK] = HEAD_BLANK, [HEAD_SETTING_NONE] = HEAD_NONE};
    const struct settings *settings = &desk->dataset->settings;
    document->head = heads[settings->head];
    document->issuer_mark = settings->issuer_mark ? settings->issuer_mark : settings->issuer;
    document->doc_number = settings->doc_number;
    document->signer = settings->signer ? settings->signer : settings->issuer;
    document->date_text = desk_day(desk, desk->composer->issued);
    document->seal_room = settings->seal_space;
    if (document->head == HEAD_NONE)
        return;
    document->copy_to = settings->copy_to;
    document->printer = settings->printer ? settings->printer : settings->issuer;
    document->print_date_text = FILL(&desk->say, WORD_PRINTED_ON, "日期", document->date_text);
}

const struct document *compose_region_bulletin(const struct composer *composer, const struct area *area,
                                               struct arena *arena)
{
    struct desk desk = desk_new(composer, area, arena);
    const char *title = composer->dataset->settings.title;
    if (!title)
        title = FILL(&desk.say, WORD_TITLE_REGION, "时期", desk_period(&desk), "区域", desk_region_name(&desk));
    struct document *document = document_begin(
        &desk, DOCUMENT_BULLETIN, title,
        FILL(&desk.say, WORD_SUBJECT_REGION, "时期", desk_period(&desk), "区域", desk_region_name(&desk)));
    struct writer w = {
        .desk = &desk, .builder = builder_new(arena), .sections = {.desk = &desk}, .topics = topics_of(&desk, area)};
    struct annex list[4];
    set_head_and_end(&desk, document);
    builder_section(w.builder, SECTION_BODY, "", "", false);
    salutation(&w);
    overview(&w);
    indicators(&w);
    areas_section(&w);
    problems(&w);
    size_t count = annexes(&w, list);
    enclosures(&w, list, count);
    add_annexes(&w, list, count);
    builder_finish(w.builder, document);
    return document;
}
