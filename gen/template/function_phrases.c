/* SPDX-License-Identifier: MIT */
/* Sentences and clauses: the words depend on printed figures only, and are those of wording.csv. */
#include "base/message.h"
#include "base/text.h"
#include "template/argument.h"
#include "template/numerals.h"
#include "words/area_words.h"
#include "words/frame.h"
#include "words/region_words.h"

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

/* A function of one item: which of an indicator's targets is meant first, and who says it. */
#define PHRASE_FUNCTION(name, fits, say)                                                                               \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        struct topic topic;                                                                                            \
        return argument_topic(s, a, fits, &topic) ? value_text(s->arena, say(s->desk, &topic)) : value_none();         \
    }

/* clang-format off */
PHRASE_FUNCTION(growth, NULL, topic_growth)
PHRASE_FUNCTION(against_goal, argument_is_growth, topic_against)
PHRASE_FUNCTION(against_before, NULL, topic_change)
PHRASE_FUNCTION(against_parent, NULL, beside_parent)
PHRASE_FUNCTION(against_reference, NULL, beside_reference)
PHRASE_FUNCTION(rank, argument_is_growth, topic_rank)
PHRASE_FUNCTION(pace, argument_accumulates, topic_pace_clause)
PHRASE_FUNCTION(need, argument_needs_more, topic_need)
PHRASE_FUNCTION(loss, NULL, topic_loss)
PHRASE_FUNCTION(whole_sentence, NULL, topic_sentence)
PHRASE_FUNCTION(brief, NULL, topic_brief)
PHRASE_FUNCTION(subject, NULL, topic_subject)
/* clang-format on */

/* ---- of an area, of all areas ---- */

static const struct value *target_counts(struct evaluation *s, const struct value *const *a)
{
    const struct area *area = argument_area(s, a[0]);
    struct topics topics = area == s->desk->area ? s->topics : topics_of(s->desk, area);
    struct desk desk = *s->desk;
    desk.area = area;
    return value_text(s->arena, parts_count(&desk, &topics));
}

static const struct value *largest_gaps(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_text(s->arena, area_largest(s->desk, &s->topics, false));
}

static const struct value *largest_delays(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_text(s->arena, area_largest(s->desk, &s->topics, true));
}

#define REGION_FUNCTION(name, say)                                                                                     \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        (void)a;                                                                                                       \
        return value_text(s->arena, say(s->desk));                                                                     \
    }

/* clang-format off */
REGION_FUNCTION(behind, region_behind)
REGION_FUNCTION(areas_behind, region_areas_behind)
REGION_FUNCTION(losses, region_losses)
REGION_FUNCTION(unreported, region_unreported)
REGION_FUNCTION(sources, notes_sources)
/* clang-format on */

/* The documents that the targets of a list are from, each once. */
static const struct value *issued_by(struct evaluation *s, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct strings sources = {0};
    for (size_t i = 0; i < list.count; i++) {
        struct topic topic;
        const struct value *const item[] = {list.items ? list.items[i] : a[0], NULL};
        if (!argument_topic(s, item, NULL, &topic) || !topic.verdict || !topic.verdict->target->source)
            continue;
        bool known = false;
        for (size_t k = 0; k < sources.count && !known; k++)
            known = !strcmp(sources.items[k], topic.verdict->target->source);
        if (!known)
            strings_add(&sources, s->arena, topic.verdict->target->source);
    }
    return value_text(s->arena, strings_join(&sources, s->arena, "、"));
}

/* ---- of one indicator in all areas ---- */

static const struct value *verdict_counts(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    return argument_lane(s, a[0], &lane) ? value_text(s->arena, lane_verdicts(s->desk, &lane)) : value_none();
}

static const char *group_name(struct evaluation *s, const struct value *value)
{
    return value && value->kind != VALUE_NONE ? argument_text(s, value) : NULL;
}

static const struct value *first_places(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(s, a[0], &lane))
        return value_none();
    int wanted = argument_count(s, a[1], region_praised(s->desk));
    return value_text(s->arena, lane_first(s->desk, &lane, wanted, a[1] ? group_name(s, a[2]) : NULL));
}

static const struct value *last_places(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(s, a[0], &lane))
        return value_none();
    int wanted = argument_count(s, a[1], region_blamed(s->desk));
    return value_text(s->arena, lane_last(s->desk, &lane, wanted, a[1] ? group_name(s, a[2]) : NULL));
}

static const struct value *missing_areas(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(s, a[0], &lane))
        return value_none();
    return value_text(s->arena, lane_missing(s->desk, &lane, group_name(s, a[1])));
}

static const struct value *places_told(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    return argument_lane(s, a[0], &lane) ? value_text(s->arena, lane_text(s->desk, &lane)) : value_none();
}

/* ---- numbers by GB/T 15835 ---- */

/* 百分之八点七; a figure in 万 or 亿 stays Arabic, or two such words would meet. */
static const char *numeral_with_unit(struct evaluation *s, const struct value *value, enum numeral_style style)
{
    const char *plain = shown_text(&s->desk->say, value->figure), *unit = value->unit;
    bool chinese = style == NUMERAL_CHINESE;
    if (chinese && (text_starts(unit, "万") || text_starts(unit, "亿")))
        style = NUMERAL_GROUPED;
    const char *text = numeral_text(s->arena, plain, style);
    if (!chinese || strcmp(unit, SAY(&s->desk->say, WORD_PERCENT_SIGN)) != 0)
        return arena_format(s->arena, "%s%s", text, unit);
    bool negative = *plain == '-';
    return arena_format(s->arena, "%s百分之%s", negative ? "负" : "",
                        negative ? numeral_text(s->arena, plain + 1, style) : text);
}

static const struct value *numeral(struct evaluation *s, const struct value *const *a)
{
    static const struct {
        const char *name;
        enum numeral_style style;
    } styles[] = {{"分节", NUMERAL_GROUPED}, {"汉字", NUMERAL_CHINESE}, {"逐位", NUMERAL_DIGITS}};
    const char *wanted = a[1] ? argument_text(s, a[1]) : styles[0].name;
    if (a[0]->kind != VALUE_FIGURE) {
        if (a[0]->kind != VALUE_NONE)
            ARGUMENT_FAULT(s, RULE_TEMPLATE_KIND, s->function->name, N_("数"), value_kind_name(a[0]->kind));
        return value_none();
    }
    if (!a[0]->figure.number)
        return value_none();
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (text_same(styles[i].name, wanted)) {
            return value_text(s->arena, numeral_with_unit(s, a[0], styles[i].style));
        }
    ARGUMENT_FAULT(s, RULE_TEMPLATE_NUMERAL, wanted);
    return value_none();
}

const struct function functions_phrases[] = {
    {"涨跌", "growth", "g a? m?", 2, growth, false},
    {"比目标", "against_goal", "g a? m?", 2, against_goal, false},
    {"比上期", "against_before", "g a? m?", 2, against_before, false},
    {"比上级", "against_parent", "g a? m?", 2, against_parent, false},
    {"比全州", "against_region", "g a? m?", 2, against_parent, false},
    {"比参照", "against_reference", "g a? m?", 2, against_reference, false},
    {"位次", "rank", "g a? m?", 5, rank, false},
    {"序时", "pace", "g a? m?", 2, pace, false},
    {"还需", "need", "g a? m?", 2, need, false},
    {"盈亏", "loss", "g a? m?", 2, loss, false},
    {"整句", "whole_sentence", "g a? m?", 10, whole_sentence, false},
    {"简述", "brief", "g a? m?", 5, brief, false},
    {"主语", "subject", "g a? m?", 1, subject, false},
    {"目标汇总", "target_counts", "a?", 10, target_counts, false},
    {"差距较大", "largest_gaps", "", 10, largest_gaps, false},
    {"滞后较多", "largest_delays", "", 10, largest_delays, false},
    {"判定汇总", "verdict_counts", "L", 20, verdict_counts, true},
    {"前几名", "first_places", "L n? w?", 50, first_places, true},
    {"后几名", "last_places", "L n? w?", 50, last_places, true},
    {"未报地区", "missing_areas", "L w?", 50, missing_areas, true},
    {"名次情况", "places_told", "L", 100, places_told, true},
    {"落后汇总", "region_behind", "", 20, behind, false},
    {"落后较多地区", "areas_behind", "", 100, areas_behind, true},
    {"转亏增亏", "losses", "", 50, losses, true},
    {"未报汇总", "unreported", "", 100, unreported, true},
    {"目标依据", "sources", "", 20, sources, false},
    {"依据", "issued_by", "l", 2, issued_by, false},
    {"数字", "numeral", "n w?", 1, numeral, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
