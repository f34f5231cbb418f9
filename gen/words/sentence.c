/* SPDX-License-Identifier: MIT */
/* A topic's sentence, put together from phrases. */
#include "words/topic.h"

/* ---- how much and how it grew ---- */

static bool shows_level(const struct topic *topic)
{
    enum kind kind = topic->indicator->kind;
    return kind != KIND_RATE;
}

static struct shown level(const struct desk *desk, const struct topic *topic)
{
    const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    return desk_shown(desk, value, MEASURE_VALUE, topic->indicator);
}

static struct shown rate_at(const struct desk *desk, const struct topic *topic, struct period period)
{
    const struct result *yoy = desk_result_at(desk, MEASURE_YOY, topic->indicator, topic->area, period);
    return desk_shown(desk, yoy, MEASURE_YOY, topic->indicator);
}

static const char *loss_clause(const struct desk *desk, const struct topic *topic, const char *name)
{
    const struct phrasing *p = &desk->say;
    struct shown value = shows_level(topic) ? level(desk, topic) : (struct shown){NULL, 0};
    if (!value.number || !measure_applies(MEASURE_YOY, topic->indicator))
        return NULL;
    const struct result *yoy = desk_result(desk, MEASURE_YOY, topic->indicator, topic->area);
    int decimals = topic->indicator->decimals;
    struct loss loss = {.flag = yoy->flag,
                        .name = name,
                        .unit = desk_unit(desk, MEASURE_VALUE, topic->indicator),
                        .now = value,
                        .before = desk_year_before(desk, topic->indicator, topic->area),
                        .amount = {yoy->amount ? shown_of(p, yoy->amount, decimals).number : NULL, decimals}};
    return phrase_loss(p, &loss);
}

const char *topic_loss(const struct desk *desk, const struct topic *topic)
{
    const char *clause = loss_clause(desk, topic, topic->indicator->name);
    return clause ? clause : "";
}

/* 工业投资13.56亿元 with what its growth says: 增长8.7%, a loss, or nothing. `mark` is the growth's. */
static const char *opening(const struct desk *desk, const struct topic *topic, const char *name, const char *mark)
{
    const struct phrasing *p = &desk->say;
    const char *unit = desk_unit(desk, MEASURE_VALUE, topic->indicator);
    struct shown value = shows_level(topic) ? level(desk, topic) : (struct shown){NULL, 0};
    const char *amount = FILL(p, WORD_AMOUNT, "名称", name, "值", shown_text(p, value), "单位", unit);
    if (!measure_applies(MEASURE_YOY, topic->indicator))
        return value.number ? amount : name;
    const char *lost = loss_clause(desk, topic, name);
    if (lost)
        return lost;
    struct shown rate = rate_at(desk, topic, desk->period);
    if (!rate.number)
        return value.number ? amount : name;
    const char *growth = phrase_growth(p, rate, mark);
    if (!value.number)
        return FILL(p, WORD_NAMED_GROWTH, "名称", name, "增长", growth);
    return FILL(p, WORD_AMOUNT_GROWTH, "名称", name, "值", shown_text(p, value), "单位", unit, "增长", growth);
}

const char *topic_growth(const struct desk *desk, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator))
        return topic_change(desk, topic);
    const struct result *yoy = desk_result(desk, MEASURE_YOY, indicator, topic->area);
    if (yoy->printed)
        return phrase_growth(&desk->say, desk_shown(desk, yoy, MEASURE_YOY, indicator), topic_mark(desk, topic));
    if (yoy->flag < FLAG_TURNED_PROFIT)
        return "";
    const char *text = result_text(desk->arena, yoy, MEASURE_YOY, indicator, desk->say.rounding);
    return yoy->amount ? arena_format(desk->arena, "%s%s", text, indicator->unit) : text;
}

const char *topic_change(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator)) {
        const struct result *change = desk_result(desk, MEASURE_CHANGE, indicator, topic->area);
        struct shown points = desk_shown(desk, change, MEASURE_CHANGE, indicator);
        return points.number ? phrase_points(p, points, SAY(p, WORD_LAST_YEAR_SAME)) : "";
    }
    if (!measure_applies(MEASURE_YOY_CHANGE, indicator))
        return "";
    const struct result *result = desk_result(desk, MEASURE_YOY_CHANGE, indicator, topic->area);
    struct shown change = desk_shown(desk, result, MEASURE_YOY_CHANGE, indicator);
    struct shown now = rate_at(desk, topic, desk->period);
    struct shown before = rate_at(desk, topic, period_before(desk->period));
    if (!change.number || !now.number || !before.number)
        return "";
    return phrase_change(p, change, now, before, desk_period_before(desk));
}

const char *topic_beside(const struct desk *desk, const struct topic *topic, bool reference)
{
    enum measure measure = reference ? MEASURE_VS_REFERENCE : MEASURE_VS_PARENT;
    const struct area *other = reference ? reference_area(desk->dataset) : topic->area->parent;
    const struct indicator *indicator = topic->indicator;
    /* A target that is the parent's figure has said it already; ratios such as 万元/户 are compared by growth. */
    if (!other || (topic->verdict && topic->verdict->target->of_parent) || !measure_applies(measure, indicator))
        return "";
    const struct result *result = desk_result(desk, measure, indicator, topic->area);
    struct shown difference = desk_shown(desk, result, measure, indicator);
    if (!difference.number)
        return "";
    enum measure of =
        measure_applies(MEASURE_YOY, indicator) && indicator->kind != KIND_RATIO ? MEASURE_YOY : MEASURE_VALUE;
    const struct number *own = desk_result(desk, of, indicator, topic->area)->printed;
    const struct number *theirs = desk_result(desk, of, indicator, other)->printed;
    bool both_fall = of == MEASURE_YOY && own && theirs && number_sign(own) < 0 && number_sign(theirs) < 0;
    return phrase_beside(&desk->say, difference, other->name, desk_gap_unit(desk, measure, indicator), both_fall);
}

/* Against the area above, for the region against the reference. */
static const char *beside(const struct desk *desk, const struct topic *topic)
{
    return topic_beside(desk, topic, topic->area == desk->region);
}

const char *topic_rank(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    return phrase_rank(&desk->say, &place);
}

/* ---- what is still needed ---- */

/* The last month of what is over, counted from the start of the target: beyond 12 only for targets over years. */
static int first_year(const struct desk *desk, const struct topic *topic)
{
    int first = target_first_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && first ? first : desk->period.year;
}

static int last_year(const struct desk *desk, const struct topic *topic)
{
    int last = target_last_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && last ? last : desk->period.year;
}

const char *topic_rest(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    int months = period_months(desk->period), last = last_year(desk, topic);
    if (last > desk->period.year)
        return FILL(p, WORD_REST_YEARS, "年", arena_format(desk->arena, "%d", last));
    if (desk->period.frequency == FREQUENCY_MONTH) {
        const char *from = arena_format(desk->arena, "%d", months + 1);
        return months == 11 ? FILL(p, WORD_REST_MONTH, "月", from) : FILL(p, WORD_REST_MONTHS, "起", from, "止", "12");
    }
    static const enum word quarters[] = {WORD_REST_QUARTERS, WORD_REST_HALF};
    if (desk->period.part >= 3)
        return FILL(p, WORD_REST_QUARTER, "季", SAY(p, WORD_FOURTH));
    return SAY(p, quarters[desk->period.part - 1]);
}

const char *topic_so_far(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    int first = first_year(desk, topic);
    if (first < desk->period.year)
        return FILL(p, WORD_SO_FAR_YEARS, "起", arena_format(desk->arena, "%d", first));
    return FILL(p, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
}

void topic_tell_need(const struct desk *desk, const struct topic *topic)
{
    desk_tell(desk, topic->indicator);
    if (desk->mentioned)
        desk->mentioned->need = true;
}

const char *topic_need(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    const struct indicator *indicator = topic->indicator;
    /* A target that is reached asks for nothing: only those behind are told how much it would take. */
    if (!v || !v->to_do || !number_sign(v->to_do) || topic_standing(topic) != STANDING_BEHIND)
        return "";
    int decimals = measure_decimals(MEASURE_VALUE, indicator);
    topic_tell_need(desk, topic);
    bool yearly = last_year(desk, topic) == desk->period.year && first_year(desk, topic) == desk->period.year;
    bool last_month = yearly && period_months(desk->period) == 11;
    struct need need = {
        .goal = yearly ? SAY(&desk->say, WORD_YEAR_GOAL) : topic_goal_label(desk, topic),
        .rest = topic_rest(desk, topic),
        .so_far = topic_so_far(desk, topic),
        .unit = desk_unit(desk, MEASURE_VALUE, indicator),
        .to_do = {v->to_do, decimals},
        .per_month = {v->per_month, decimals},
        .so_far_per_month = {v->so_far_per_month, decimals},
        .growth = {v->growth_needed, indicator->rate_decimals},
        .no_mean = last_month || desk_counts(desk, indicator),
    };
    return phrase_need(&desk->say, &need);
}

/* ---- by sort of target ---- */

/* The figure is there, but not what it is to be held against. */
static const char *not_judged(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const struct result *result = v->result;
    const char *start = opening(desk, topic, topic->indicator->name, ""), *why = "";
    bool said = result && result->flag >= FLAG_TURNED_PROFIT; /* the opening's words are why */
    if (v->actual && v->target->op != OP_EXTERNAL)
        why = FILL(p, WORD_NO_GOAL_FIGURE, "目标", topic_goal(desk, topic, true));
    else if (result && result->flag == FLAG_ZERO_BASE)
        why = SAY(p, WORD_ZERO_BASE);
    else if (!said)
        why = FILL(p, WORD_NO_FIGURE, "口径", measure_name(topic->measure));
    return SENTENCE(p, start, why, SAY(p, WORD_NOT_JUDGED));
}

/* The children that have nothing, for a region's own document; a county's names no other county. */
static const char *missing_children(const struct desk *desk, const struct topic *topic)
{
    struct strings names = {0};
    for (size_t i = 0; i < topic->area->child_count; i++) {
        const struct area *child = topic->area->children[i];
        const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, child);
        if (child->in_total && !value->printed)
            strings_add(&names, desk->arena, child->name);
    }
    return strings_join(&names, desk->arena, "、");
}

static const char *incomplete(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *missing = missing_children(desk, topic);
    struct shown value = level(desk, topic);
    if (topic->area != desk->area || !*missing || !value.number)
        return SENTENCE(p, FILL(p, WORD_INCOMPLETE_BARE, "名称", name));
    return SENTENCE(p, FILL(p, WORD_INCOMPLETE, "名称", name, "地区", missing, "合计", topic->area->name, "值",
                            shown_text(p, value), "单位", topic->indicator->unit));
}

static const char *no_data(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct day issued = desk->composer->issued;
    const char *until = desk_reply_by(desk);
    const char *date = issued.year == desk->period.year ? desk_day_short(desk, issued) : desk_day(desk, issued);
    const char *name = topic->indicator->name;
    if (!*until || topic->area == desk->region)
        return SENTENCE(p, FILL(p, WORD_NO_DATA, "名称", name, "日期", date));
    return SENTENCE(p, FILL(p, WORD_NO_DATA_REPLY, "名称", name, "日期", date, "期限", until));
}

static const char *lacking(const struct desk *desk, const struct topic *topic)
{
    const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    if (value->flag == FLAG_INCOMPLETE)
        return incomplete(desk, topic);
    if (value->flag == FLAG_NO_DATA && !topic->verdict->actual &&
        (!topic->verdict->result || topic->verdict->result->flag == FLAG_NO_DATA))
        return no_data(desk, topic);
    return not_judged(desk, topic);
}

static const char *milestone(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    enum word state = v->satisfied ? WORD_DONE_ALREADY : v->year_over ? WORD_DONE_MISSED : WORD_DONE_NOT_YET;
    return SENTENCE(p, arena_format(desk->arena, "%s%s", topic_subject(desk, topic), SAY(p, state)));
}

/* 园区投资17.20亿元; a sum that lacks a part says so: 研发经费投入22035万元（不含未报的古丈县）. */
static const char *amount(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *unit = topic->indicator->unit;
    const char *value =
        arena_format(desk->arena, "%s%s", shown_text(p, topic_actual(desk, topic)), topic_mark(desk, topic));
    const struct result *result = topic->verdict->result;
    if (!result || result->flag != FLAG_INCOMPLETE)
        return FILL(p, WORD_AMOUNT, "名称", name, "值", value, "单位", unit);
    const char *missing = missing_children(desk, topic);
    if (topic->area != desk->area || !*missing)
        return FILL(p, WORD_AMOUNT_PARTIAL_BARE, "名称", name, "值", value, "单位", unit);
    return FILL(p, WORD_AMOUNT_PARTIAL, "名称", name, "值", value, "单位", unit, "地区", missing);
}

static struct pace pace_of(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    int decimals = measure_decimals(topic->measure, topic->indicator);
    struct shown progress = topic_progress(desk, topic);
    /* Within a range a percentage of its lower end means nothing. */
    if (v->upper && v->kind == VERDICT_DONE)
        progress.number = NULL;
    return (struct pace){.amount = amount(desk, topic),
                         .actual = topic_actual(desk, topic),
                         .due = {v->due, decimals},
                         .progress = progress,
                         .pace = topic_pace(desk, topic),
                         .unit = topic->indicator->unit,
                         .whole_units = desk_counts(desk, topic->indicator),
                         .done = v->kind == VERDICT_DONE,
                         .on_pace = v->kind == VERDICT_ON_PACE};
}

/* up and down are held against the year before; the gap is that difference, of a place the smaller is the better. */
static const char *against_year_before(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[2][3] = {{WORD_UNDER_YEAR_BEFORE, WORD_SAME_YEAR_BEFORE, WORD_OVER_YEAR_BEFORE},
                                          {WORD_RANK_YEAR_UP, WORD_RANK_YEAR_SAME, WORD_RANK_YEAR_DOWN}};
    const struct phrasing *p = &desk->say;
    struct shown gap = topic_gap(desk, topic);
    int side = number_sign(gap.number) + 1;
    enum word word = words[topic->measure == MEASURE_RANK][side];
    const char *moved = side == 1 ? SAY(p, word)
                                  : FILL(p, word, "值", shown_size(p, gap), "单位",
                                         desk_gap_unit(desk, topic->measure, topic->indicator));
    bool reached = topic_standing(topic) == STANDING_REACHED;
    return arena_format(desk->arena, "%s，%s", moved, SAY(p, reached ? WORD_NEED_MET : WORD_NEED_MISSED));
}

static const char *held_against(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    enum target_op op = v->target->op;
    struct aim aim = topic_aim(desk, topic);
    if (op == OP_UP || op == OP_DOWN)
        return against_year_before(desk, topic);
    if (op == OP_EXTERNAL)
        return SAY(p, WORD_EXTERNAL_WAITING);
    if (v->kind == VERDICT_PENDING) {
        struct shown gap = topic_gap(desk, topic);
        return FILL(p, aim.at_most ? WORD_DEADLINE_EXCESS : WORD_DEADLINE_GAP, "标签", aim.label, "目标", aim.goal,
                    "值", shown_size(p, gap), "单位", aim.unit);
    }
    if (v->kind == VERDICT_STRETCH) {
        struct shown stretch = {v->target->stretch, 0};
        const char *goal = arena_format(desk->arena, "%s%s", number_plain(desk->arena, stretch.number, 10),
                                        desk_unit(desk, topic->measure, topic->indicator));
        return arena_format(desk->arena, "%s，%s", phrase_against(p, &aim, topic_gap(desk, topic)),
                            FILL(p, WORD_STRETCH_REACHED, "目标", goal));
    }
    if (v->upper && v->satisfied && !v->year_over)
        return FILL(p, WORD_IN_GOAL, "标签", aim.label, "目标", aim.goal);
    return phrase_against(p, &aim, topic_gap(desk, topic));
}

const char *topic_against(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool judged = v && v->actual && v->gap && topic_standing(topic) != STANDING_NO_DATA;
    return judged && v->target->op != OP_DONE ? held_against(desk, topic) : "";
}

const char *topic_pace_clause(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->accumulating || !v->actual || v->year_over || v->kind == VERDICT_MISSED)
        return topic_against(desk, topic);
    struct aim aim = topic_aim(desk, topic);
    struct pace pace = pace_of(desk, topic);
    return phrase_pace(&desk->say, &aim, &pace);
}

static const char *accumulated(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct aim aim = topic_aim(desk, topic);
    bool judged_by_gap = topic->verdict->year_over || topic->verdict->kind == VERDICT_MISSED;
    struct pace pace = pace_of(desk, topic);
    const char *text =
        judged_by_gap ? SENTENCE(p, pace.amount, held_against(desk, topic)) : SENTENCE(p, phrase_pace(p, &aim, &pace));
    const char *need = SENTENCE(p, topic_need(desk, topic));
    return arena_format(desk->arena, "%s%s", text, need);
}

static const char *growth(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *need = SENTENCE(p, topic_need(desk, topic));
    const char *text =
        SENTENCE(p, opening(desk, topic, topic->indicator->name, topic_mark(desk, topic)), held_against(desk, topic),
                 topic_change(desk, topic), beside(desk, topic), PHRASE_BREAK, topic_rank(desk, topic));
    return arena_format(desk->arena, "%s%s", text, need);
}

/* Levels, ratios, places, shares: the figure as it stands. */
static const char *standing(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct shown actual = topic_actual(desk, topic);
    const char *name = topic_subject(desk, topic),
               *value = arena_format(desk->arena, "%s%s", shown_text(p, actual), topic_mark(desk, topic));
    const char *unit = desk_unit(desk, topic->measure, topic->indicator);
    if (topic->measure == MEASURE_RANK) {
        struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
        return SENTENCE(p, arena_format(desk->arena, "%s%s", name, phrase_rank(p, &place)), held_against(desk, topic));
    }
    const char *start =
        FILL(p, topic->measure == MEASURE_VALUE ? WORD_AMOUNT : WORD_NAMED_IS, "名称", name, "值", value, "单位", unit);
    bool points = topic->measure == MEASURE_VALUE && !measure_applies(MEASURE_YOY, topic->indicator) &&
                  topic->verdict->target->op != OP_UP && topic->verdict->target->op != OP_DOWN;
    return SENTENCE(p, start, held_against(desk, topic), points ? topic_change(desk, topic) : "", PHRASE_BREAK,
                    topic->measure == MEASURE_VALUE && topic->indicator->kind != KIND_RATIO ? ""
                                                                                            : topic_rank(desk, topic));
}

/* 落地项目2个，上年同期1个: of a few things the growth in % would say nothing. */
static const char *counted(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *unit = topic->indicator->unit;
    struct shown before = desk_year_before(desk, topic->indicator, topic->area);
    const char *value = shown_text(p, level(desk, topic));
    if (!before.number)
        return FILL(p, WORD_AMOUNT, "名称", name, "值", value, "单位", unit);
    return FILL(p, WORD_AMOUNT_BEFORE, "名称", name, "值", value, "单位", unit, "上年", shown_text(p, before));
}

static bool sum_incomplete(const struct desk *desk, const struct topic *topic)
{
    return desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area)->flag == FLAG_INCOMPLETE;
}

const char *topic_brief(const struct desk *desk, const struct topic *topic)
{
    if (sum_incomplete(desk, topic))
        return FILL(&desk->say, WORD_INCOMPLETE_BARE, "名称", topic_subject(desk, topic));
    if (desk_counts(desk, topic->indicator))
        return counted(desk, topic);
    const char *start = opening(desk, topic, topic_subject(desk, topic), "");
    /* A share has no growth that the opening could have said. */
    const char *points = measure_applies(MEASURE_YOY, topic->indicator) ? "" : topic_change(desk, topic);
    return *points ? arena_format(desk->arena, "%s，%s", start, points) : start;
}

static const char *reference(const struct desk *desk, const struct topic *topic)
{
    if (sum_incomplete(desk, topic))
        return incomplete(desk, topic);
    if (desk_counts(desk, topic->indicator))
        return SENTENCE(&desk->say, counted(desk, topic));
    return SENTENCE(&desk->say, opening(desk, topic, topic_subject(desk, topic), ""), topic_change(desk, topic),
                    beside(desk, topic), PHRASE_BREAK, topic_rank(desk, topic));
}

const char *topic_sentence(const struct desk *desk, const struct topic *topic)
{
    if (!topic->verdict)
        return reference(desk, topic);
    if (topic->verdict->target->op == OP_DONE && topic->verdict->kind != VERDICT_NO_DATA)
        return milestone(desk, topic);
    if (topic_standing(topic) == STANDING_NO_DATA)
        return lacking(desk, topic);
    /* external may be waiting without any figure */
    if (!topic->verdict->actual)
        return SENTENCE(&desk->say, topic_subject(desk, topic), SAY(&desk->say, WORD_EXTERNAL_WAITING));
    if (topic->verdict->accumulating)
        return accumulated(desk, topic);
    bool own_growth = topic->measure == MEASURE_YOY || topic->indicator->kind == KIND_RATE;
    if (own_growth && topic_is_growth(topic) && measures[topic->measure].counted != IN_MEAN_GROWTH)
        return growth(desk, topic);
    return standing(desk, topic);
}
