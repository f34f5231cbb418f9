/* SPDX-License-Identifier: MIT */
/* Sentences and clauses: the words depend on printed figures only, and are those of wording.csv. */
#include "base/message.h"
#include "base/text.h"
#include "tables/brief.h"
#include "template/argument.h"
#include "template/numerals.h"
#include "words/area_words.h"
#include "words/brief_words.h"
#include "words/deadline_words.h"
#include "words/frame.h"
#include "words/lane_list.h"
#include "words/movers_words.h"
#include "words/outlook.h"
#include "words/paragraph.h"
#include "words/praise.h"
#include "words/problem_words.h"
#include "words/region_words.h"
#include "words/reminder.h"
#include "words/sentence.h"
#include "words/sentence_beside.h"
#include "words/sentence_growth.h"
#include "words/sentence_rank.h"
#include "words/sentence_target.h"

#include <string.h>

/* ---- of one item ---- */

static const char *beside_parent(const struct desk *desk, const struct topic *topic)
{
    return topic_beside(desk, topic, false);
}

static const char *beside_reference(const struct desk *desk, const struct topic *topic)
{
    return topic_beside(desk, topic, true);
}

/* ---- of an area, of all areas ---- */

static const struct value *target_counts(struct evaluation *e, const struct value *const *a)
{
    const struct area *area = argument_area(e, a[0]);
    struct topics topics = area == e->desk->area ? e->topics : topics_of(e->desk, area);
    struct desk desk = *e->desk;
    desk.area = area;
    return value_text(e->arena, parts_count(&desk, &topics));
}

static const struct value *largest_gaps(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_text(e->arena, area_largest(e->desk, &e->topics, false));
}

static const struct value *largest_delays(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_text(e->arena, area_largest(e->desk, &e->topics, true));
}

/* The documents that the targets of a list are from, each once. */
static const struct value *issued_by(struct evaluation *e, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct strings sources = {0};
    for (size_t i = 0; i < list.count; i++) {
        struct topic topic;
        const struct value *const item[] = {list.items ? list.items[i] : a[0], NULL};
        if (!argument_topic(e, item, NULL, &topic) || !topic.verdict)
            continue;
        const char *basis = target_basis(e->arena, topic.verdict->target);
        if (*basis)
            strings_add_once(&sources, e->arena, basis);
    }
    return value_text(e->arena, strings_join(&sources, e->arena, "、"));
}

/* ---- of one indicator in all areas ---- */

static const char *group_name(struct evaluation *e, const struct value *value)
{
    return value && value->kind != VALUE_NONE ? argument_text(e, value) : NULL;
}

static const struct value *first_places(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(e, a[0], &lane))
        return value_none();
    int wanted = argument_count(e, a[1], region_praised(e->desk));
    return value_text(e->arena, lane_first(e->desk, &lane, wanted, a[1] ? group_name(e, a[2]) : NULL));
}

static const struct value *last_places(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(e, a[0], &lane))
        return value_none();
    int wanted = argument_count(e, a[1], region_blamed(e->desk));
    return value_text(e->arena, lane_last(e->desk, &lane, wanted, a[1] ? group_name(e, a[2]) : NULL));
}

static const struct value *missing_areas(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(e, a[0], &lane))
        return value_none();
    return value_text(e->arena, lane_missing(e->desk, &lane, group_name(e, a[1])));
}

/* ---- who is praised, who is criticized ---- */

static const struct value *praised(struct evaluation *e, const struct value *const *a)
{
    return value_text(e->arena, praise_list(e->desk, argument_count(e, a[0], -1)));
}

static const struct value *blamed(struct evaluation *e, const struct value *const *a)
{
    return value_text(e->arena, blame_list(e->desk, argument_count(e, a[0], -1)));
}

/* ---- numbers by GB/T 15835 ---- */

/* 百分之八点七; a figure in 万 or 亿 stays Arabic, or two such words would meet. */
static const char *numeral_with_unit(struct evaluation *e, const struct value *value, enum numeral_style style)
{
    const char *plain = shown_text(&e->desk->say, value->figure), *unit = value->unit;
    bool chinese = style == NUMERAL_CHINESE;
    if (chinese && (text_starts(unit, "万") || text_starts(unit, "亿")))
        style = NUMERAL_GROUPED;
    const char *text = numeral_text(e->arena, plain, style);
    if (!chinese || strcmp(unit, SAY(&e->desk->say, WORD_PERCENT_SIGN)) != 0)
        return arena_format(e->arena, "%s%s", text, unit);
    bool negative = *plain == '-';
    return arena_format(e->arena, "%s百分之%s", negative ? "负" : "",
                        negative ? numeral_text(e->arena, plain + 1, style) : text);
}

static const struct value *numeral(struct evaluation *e, const struct value *const *a)
{
    static const struct {
        const char *name;
        enum numeral_style style;
    } styles[] = {{"分节", NUMERAL_GROUPED}, {"汉字", NUMERAL_CHINESE}, {"逐位", NUMERAL_DIGITS}};
    const char *wanted = a[1] ? argument_text(e, a[1]) : styles[0].name;
    if (a[0]->kind != VALUE_FIGURE) {
        if (a[0]->kind != VALUE_NONE)
            ARGUMENT_FAULT(e, RULE_TEMPLATE_KIND, e->function->name, N_("数"), value_kind_name(a[0]->kind));
        return value_none();
    }
    if (!a[0]->figure.number)
        return value_none();
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (text_same(styles[i].name, wanted)) {
            return value_text(e->arena, numeral_with_unit(e, a[0], styles[i].style));
        }
    ARGUMENT_FAULT(e, RULE_TEMPLATE_NUMERAL, wanted);
    return value_none();
}

#define PLACES_IN_GROUP ARG_LANE, ARG_FIGURE | OPTIONAL, ARG_WORD | OPTIONAL

const struct function functions_phrases[] = {
    {"涨跌", "growth", {ITEM_IN_AREA}, 2, .text_of_item = topic_growth},
    {"比目标", "against_goal", {ITEM_IN_AREA}, 2, .text_of_item = topic_against, .fits = argument_is_growth},
    {"比上期", "against_before", {ITEM_IN_AREA}, 2, .text_of_item = topic_change},
    {"比上级", "against_parent", {ITEM_IN_AREA}, 2, .text_of_item = beside_parent},
    {"比全州", "against_region", {ITEM_IN_AREA}, 2, .text_of_item = beside_parent},
    {"比参照", "against_reference", {ITEM_IN_AREA}, 2, .text_of_item = beside_reference},
    {"位次", "rank", {ITEM_IN_AREA}, 5, .text_of_item = topic_rank, .fits = argument_is_growth},
    {"序时", "pace", {ITEM_IN_AREA}, 2, .text_of_item = topic_pace_clause, .fits = argument_accumulates},
    {"还需", "need", {ITEM_IN_AREA}, 2, .text_of_item = topic_need, .fits = argument_needs_more},
    {"盈亏", "loss", {ITEM_IN_AREA}, 2, .text_of_item = topic_loss},
    {"整句", "whole_sentence", {ITEM_IN_AREA}, 10, .text_of_item = topic_sentence},
    {"成段", "paragraph", {ITEM_IN_AREA}, 20, .text_of_item = topic_paragraph},
    {"提醒句", "reminder", {ITEM_IN_AREA}, 10, .text_of_item = topic_reminder},
    {"拉动情况", "movers_told", {ARG_ITEM}, 50, .text_of_item = movers_text, .everyone = true},
    {"简述", "brief", {ITEM_IN_AREA}, 5, .text_of_item = topic_brief},
    {"主语", "subject", {ITEM_IN_AREA}, 1, .text_of_item = topic_subject},
    {"目标汇总", "target_counts", {ARG_AREA | OPTIONAL}, 10, .value = target_counts},
    {"差距较大", "largest_gaps", {ARG_NONE}, 10, .value = largest_gaps},
    {"滞后较多", "largest_delays", {ARG_NONE}, 10, .value = largest_delays},
    {"判定汇总", "verdict_counts", {ARG_LANE}, 20, .text_of_lane = lane_verdicts, .everyone = true},
    {"前几名", "first_places", {PLACES_IN_GROUP}, 50, .value = first_places, .everyone = true},
    {"后几名", "last_places", {PLACES_IN_GROUP}, 50, .value = last_places, .everyone = true},
    {"未报地区", "missing_areas", {ARG_LANE, ARG_WORD | OPTIONAL}, 50, .value = missing_areas, .everyone = true},
    {"名次情况", "places_told", {ARG_LANE}, 100, .text_of_lane = lane_text, .everyone = true},
    {"表扬名单", "praised", {ARG_FIGURE | OPTIONAL}, 50, .value = praised, .everyone = true},
    {"批评名单", "blamed", {ARG_FIGURE | OPTIONAL}, 50, .value = blamed, .everyone = true},
    {"落后汇总", "region_behind", {ARG_NONE}, 20, .text_of_document = region_behind},
    {"落后较多地区", "areas_behind", {ARG_NONE}, 100, .text_of_document = region_areas_behind, .everyone = true},
    {"摘要首句", "brief_lead", {ARG_NONE}, 50, .text_of_document = brief_lead},
    {"摘要次句", "brief_areas", {ARG_NONE}, 100, .text_of_document = brief_areas_behind, .everyone = true},
    {"矩阵说明", "matrix_note", {ARG_NONE}, 500, .text_of_document = matrix_note, .everyone = true},
    {"预判口径", "outlook_remark", {ARG_NONE}, 200, .text_of_document = rest_remark},
    {"预判说明", "outlook_note", {ARG_NONE}, 200, .text_of_document = rest_note},
    {"转亏增亏", "losses", {ARG_NONE}, 50, .text_of_document = region_losses, .everyone = true},
    {"逾期汇总", "overdue", {ARG_NONE}, 20, .text_of_document = region_overdue},
    {"限期达到", "deadlines_reached", {ARG_NONE}, 50, .text_of_document = deadlines_reached},
    {"限期未达", "deadlines_missed", {ARG_NONE}, 50, .text_of_document = deadlines_missed},
    {"限期待定", "deadlines_open", {ARG_NONE}, 50, .text_of_document = deadlines_open},
    {"未报各项", "items_missing", {ARG_NONE}, 50, .text_of_document = items_missing},
    {"年末汇总", "annual", {ARG_NONE}, 20, .text_of_document = area_annual},
    {"未报汇总", "unreported", {ARG_NONE}, 100, .text_of_document = region_unreported, .everyone = true},
    {"地区统称", "areas_named", {ARG_NONE}, 10, .text_of_document = region_naming},
    {"可望完成", "within_reach", {ARG_NONE}, 20, .text_of_document = outlook_hope},
    {"需加力", "more_needed", {ARG_NONE}, 20, .text_of_document = outlook_push},
    {"难度较大", "hard_to_reach", {ARG_NONE}, 20, .text_of_document = outlook_hard},
    {"目标依据", "sources", {ARG_NONE}, 20, .text_of_document = notes_sources},
    {"依据", "issued_by", {ARG_LIST}, 2, .value = issued_by},
    {"数字", "numeral", {ARG_FIGURE, ARG_WORD | OPTIONAL}, 1, .value = numeral},
    {.name = NULL},
};
