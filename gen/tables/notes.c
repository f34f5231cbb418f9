/* SPDX-License-Identifier: MIT */
#include "tables/notes.h"

#include "base/text.h"
#include "check/understood.h"
#include "words/goal.h"
#include "words/sentence_growth.h"

#include <string.h>

/* What the document's figures are, gathered before a note is written. */
struct usage {
    bool flow, rate, computed, reported, summed, given, pace_list, need, rank, points;
    const struct topic *pace; /* one whose pace is by the months; NULL for none */
};

static void use_result(struct usage *usage, const struct indicator *indicator, const struct result *result)
{
    if (indicator->kind == KIND_RATE)
        usage->rate = usage->rate || result->printed;
    else if (result->printed && result->origin == ORIGIN_REPORTED)
        usage->reported = true;
    else if (result->printed)
        usage->computed = true;
}

static void use_topic(const struct desk *desk, struct usage *usage, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    const struct verdict *v = topic->verdict;
    const struct result *value = desk_result(desk, MEASURE_VALUE, indicator, topic->area);
    usage->flow |= indicator->kind == KIND_FLOW && value->printed;
    usage->summed |= value->printed && value->origin == ORIGIN_SUMMED;
    if (measure_applies(MEASURE_YOY, indicator))
        use_result(usage, indicator, desk_result(desk, MEASURE_YOY, indicator, topic->area));
    usage->given |= topic->area->child_count && indicator->total == TOTAL_GIVEN && indicator->kind != KIND_RATE;
    usage->points |= !measure_applies(MEASURE_YOY, indicator) || (v && topic_is_growth(topic));
    usage->rank |= desk_place(desk, topic->measure, indicator, topic->area).rank > 0;
    if (!v)
        return;
    if (v->accumulating && !v->year_over && !v->target->pace_count && topic->measure == MEASURE_VALUE)
        usage->pace = topic;
    usage->pace_list |= v->accumulating && !v->year_over && v->target->pace_count;
    usage->need |= v->to_do && number_sign(v->to_do) > 0;
}

static void use_area(const struct desk *desk, struct usage *usage, const struct area *area,
                     const struct mentioned *mentioned)
{
    struct topics topics = topics_of(desk, area);
    for (size_t i = 0; i < topics.count; i++)
        if (mentioned->indicators[topics.items[i].indicator->index])
            use_topic(desk, usage, &topics.items[i]);
}

static bool whole_region(const struct desk *desk)
{
    return desk->area == desk->region;
}

/* Of whom the document tells beside its own area: the region's of all below it. */
static struct areas areas_told(const struct desk *desk)
{
    return whole_region(desk) ? areas_below(desk) : (struct areas){NULL, 0};
}

/* Of what the document has told. */
static struct usage usage_of(const struct desk *desk, const struct mentioned *mentioned)
{
    struct usage usage = {0};
    struct areas areas = areas_told(desk);
    use_area(desk, &usage, desk->area, mentioned);
    for (size_t i = 0; i < areas.count; i++)
        use_area(desk, &usage, areas.items[i], mentioned);
    usage.rank = usage.rank && mentioned->rank;
    usage.need = usage.need && mentioned->need;
    usage.pace_list = usage.pace_list && mentioned->pace;
    usage.pace = mentioned->pace ? usage.pace : NULL;
    return usage;
}

/* Where the notes go: a paragraph each, or all into one. */
struct notes {
    struct builder *builder;
    enum notes_form form;
    struct buffer all;
};

static void note(struct notes *notes, const char *text)
{
    if (notes->form == NOTES_BRIEF)
        buffer_add(&notes->all, text);
    else
        builder_paragraph(notes->builder, PARAGRAPH_NOTE, text);
}

/* ---- notes that name something ---- */

static void add_scope(const struct desk *desk, struct notes *notes, const struct area *area,
                      const struct mentioned *mentioned)
{
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        struct subject subject = {indicator, area, desk->period, 0};
        if (!mentioned->indicators[i] || indicator->kind == KIND_RATE || desk_base_printable(desk, indicator, area))
            continue;
        const struct result *computed_yoy = measure_computed_yoy(desk->engine, subject);
        if (!computed_yoy->number)
            continue;
        struct shown other = shown_of(&desk->say, computed_yoy->number, indicator->rate_decimals);
        struct shown published =
            desk_shown(desk, desk_result(desk, MEASURE_YOY, indicator, area), MEASURE_YOY, indicator);
        note(notes, FILL(&desk->say, WORD_NOTE_SCOPE, "地区", area->name, "指标", indicator->name, "公布",
                         growth_phrase(desk, indicator, published), "计算", growth_phrase(desk, indicator, other)));
    }
}

static void add_incomplete(const struct desk *desk, struct notes *notes, const struct mentioned *mentioned)
{
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        struct strings missing = {0};
        if (!mentioned->indicators[i] ||
            desk_result(desk, MEASURE_VALUE, indicator, desk->region)->flag != FLAG_INCOMPLETE)
            continue;
        for (size_t c = 0; c < desk->region->child_count; c++) {
            const struct area *child = desk->region->children[c];
            if (child->in_total && desk_result(desk, MEASURE_VALUE, indicator, child)->flag != FLAG_NONE)
                strings_add(&missing, desk->arena, child->name);
        }
        const char *names = phrase_names(&desk->say, &missing);
        if (desk_result(desk, MEASURE_VALUE, indicator, desk->region)->printed)
            note(notes, FILL(&desk->say, WORD_NOTE_INCOMPLETE, "指标", indicator->name, "地区", names));
        else
            note(notes, FILL(&desk->say, WORD_NOTE_INCOMPLETE_NONE, "指标", indicator->name, "地区", names, "合计",
                             desk->region->name));
    }
}

static void add_unranked(const struct desk *desk, struct notes *notes)
{
    struct strings names = {0};
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (!strcmp(areas.items[i]->group, "-"))
            strings_add(&names, desk->arena, areas.items[i]->name);
    if (names.count)
        note(notes, FILL(&desk->say, WORD_NOTE_UNRANKED, "名单", strings_join(&names, desk->arena, "、")));
}

bool indicator_used(const struct desk *desk, const struct indicator *indicator)
{
    if (desk->mentioned && !desk->mentioned->indicators[indicator->index])
        return false;
    if (desk_has_figure(desk, indicator, desk->area))
        return true;
    struct areas areas = areas_told(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_has_figure(desk, indicator, areas.items[i]))
            return true;
    return false;
}

/* The note of an indicator in one paragraph with the others: a page of one-liners would not be read. */
static void add_indicators(const struct desk *desk, struct notes *notes)
{
    struct buffer text = {.arena = desk->arena};
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        if (!indicator->note || !indicator_used(desk, indicator))
            continue;
        buffer_add(&text, FILL(&desk->say, WORD_NOTE_INDICATOR, "指标", indicator->name, "说明", indicator->note));
    }
    if (text.length)
        note(notes, arena_format(desk->arena, "%s%s", SAY(&desk->say, WORD_DEFINITION_LEAD), buffer_text(&text)));
}

static bool has_figures_of(const struct understood *table, struct period period)
{
    return table->has_period && table->uses[USE_FIGURE] && period_compare(table->first, period) <= 0 &&
           period_compare(period, table->last) <= 0;
}

/* Who published the figures of the period, each once: of the tables that say so. */
static void add_data_sources(const struct desk *desk, struct notes *notes)
{
    struct strings sources = {0};
    for (size_t i = 0; i < desk->dataset->table_count; i++) {
        const struct understood *table = desk->dataset->tables[i];
        bool of_targets = table->shape == SHAPE_TARGET_ROWS || table->shape == SHAPE_TARGET_COLUMNS;
        if (table->source && !of_targets && has_figures_of(table, desk->period))
            strings_add_once(&sources, desk->arena, table->source);
    }
    if (sources.count)
        note(notes, FILL(&desk->say, WORD_NOTE_DATA_SOURCE, "名单", strings_join(&sources, desk->arena, "；")));
}

/* ---- all of them ---- */

static void add_pace(const struct desk *desk, struct notes *notes, const struct topic *topic)
{
    note(notes, FILL(&desk->say, WORD_NOTE_PACE, "时期", period_name_short(desk->arena, desk->period), "序时",
                     shown_text(&desk->say, topic_pace(desk, topic))));
}

/* Those that name nothing, in their order. */
static void add_plain(const struct desk *desk, struct notes *notes, const struct usage *usage)
{
    const struct settings *settings = &desk->dataset->settings;
    bool targets = desk->composer->verdict_count > 0;
    const struct {
        bool wanted;
        enum word word;
        bool brief; /* also where room is short */
    } list[] = {
        {settings->sample, WORD_NOTE_SAMPLE, false},
        {usage->flow, WORD_NOTE_YTD, false},
        {usage->rate, WORD_NOTE_RATE, true},
        {usage->computed, WORD_NOTE_COMPUTED, true},
        {usage->reported, WORD_NOTE_REPORTED, true},
        {usage->points, WORD_NOTE_POINTS, false},
        {usage->summed, WORD_NOTE_SUM, true},
        {usage->given, WORD_NOTE_GIVEN, false},
        {usage->pace_list, WORD_NOTE_PACE_LIST, true},
        {usage->need, WORD_NOTE_NEED, true},
        {targets && !settings->compare_exact, WORD_NOTE_PRINTED, true},
        {targets && settings->compare_exact, WORD_NOTE_EXACT, true},
        {settings->rounding == ROUND_HALF_EVEN, WORD_NOTE_HALF_EVEN, true},
        {usage->rank, WORD_NOTE_RANK, true},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].wanted && (list[i].brief || notes->form != NOTES_BRIEF))
            note(notes, SAY(&desk->say, list[i].word));
}

void notes_add(const struct desk *document, struct builder *builder, enum notes_form form)
{
    /* What the notes themselves look up is no figure of the document. */
    struct desk quiet = *document;
    const struct desk *desk = &quiet;
    const struct mentioned *mentioned = document->mentioned;
    quiet.mentioned = NULL;
    struct notes to = {.builder = builder, .form = form, .all = {.arena = desk->arena}}, *notes = &to;
    struct usage usage = usage_of(desk, mentioned);
    add_plain(desk, notes, &usage);
    add_data_sources(desk, notes);
    if (usage.pace)
        add_pace(desk, notes, usage.pace);
    struct areas areas = areas_told(desk);
    add_scope(desk, notes, desk->area, mentioned);
    for (size_t i = 0; i < areas.count; i++)
        add_scope(desk, notes, areas.items[i], mentioned);
    if (whole_region(desk)) {
        add_incomplete(desk, notes, mentioned);
        if (usage.rank)
            add_unranked(desk, notes);
    }
    if (form == NOTES_FULL)
        add_indicators(document, notes);
    if (form == NOTES_BRIEF)
        note(notes, SAY(&desk->say, WORD_NOTE_ELSEWHERE));
    if (to.all.length)
        builder_paragraph(builder, PARAGRAPH_NOTE, buffer_text(&to.all));
}

/* ---- sources of the targets ---- */

/* Where a target comes from; the file that has it when nobody wrote that down. */
static const char *source_of(const struct desk *desk, const struct topic *topic)
{
    const struct target *target = topic->verdict ? topic->verdict->target : NULL;
    if (!target)
        return NULL;
    return target->source ? target->source : FILL(&desk->say, WORD_SOURCE_FILE, "文件", target->file);
}

/* So many targets are named behind their source; of more it is enough how many they are. */
enum { MOST_NAMES = 6 };

const char *notes_sources(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->area);
    struct strings sources = {0}, lines = {0};
    for (size_t i = 0; i < topics.count; i++) {
        const char *source = source_of(desk, &topics.items[i]);
        if (source)
            strings_add_once(&sources, desk->arena, source);
    }
    for (size_t s = 0; s < sources.count; s++) {
        struct strings names = {0};
        for (size_t i = 0; i < topics.count; i++) {
            const struct topic *topic = &topics.items[i];
            const char *source = source_of(desk, topic);
            if (source && !strcmp(source, sources.items[s]))
                strings_add(&names, desk->arena, topic_name(desk, topic));
        }
        const char *source = sources.items[s];
        if (names.count > MOST_NAMES)
            source = FILL(&desk->say, WORD_SOURCE_COUNT, "依据", source, "数",
                          arena_format(desk->arena, "%zu", names.count));
        else if (sources.count > 1)
            source =
                FILL(&desk->say, WORD_SOURCE_ITEMS, "依据", source, "名单", strings_join(&names, desk->arena, "、"));
        strings_add(&lines, desk->arena, source);
    }
    return lines.count ? SENTENCE(&desk->say,
                                  FILL(&desk->say, WORD_SOURCE_LINE, "内容", strings_join(&lines, desk->arena, "；")))
                       : "";
}
