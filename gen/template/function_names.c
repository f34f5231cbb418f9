/* SPDX-License-Identifier: MIT */
/* Who, when, of whom: names, dates and what the settings say. */
#include "check/ops.h"
#include "template/argument.h"
#include "template/templates.h"
#include "words/area_words.h"
#include "words/region_words.h"
#include "words/revision_words.h"

/* A text about a whole year begins with the year. */
static const char *period_short(const struct desk *desk)
{
    if (period_is_last(desk->period))
        return period_name(desk->arena, desk->period);
    return period_name_short(desk->arena, desk->period);
}

static const char *year(const struct desk *desk)
{
    return arena_format(desk->arena, "%d", desk->period.year);
}

static const char *issue_date(const struct desk *desk)
{
    return desk_day(desk, desk->composer->issued);
}

/* ---- what the settings say ---- */

static const char *issuer(const struct desk *desk)
{
    return desk->dataset->settings.issuer;
}

static const char *doc_number(const struct desk *desk)
{
    return desk->dataset->settings.doc_number;
}

static const char *unit_name(const struct desk *desk)
{
    return desk->dataset->settings.unit;
}

static const char *contact(const struct desk *desk)
{
    return desk->dataset->settings.contact;
}

static const char *phone(const struct desk *desk)
{
    return desk->dataset->settings.phone;
}

/* ---- areas ---- */

static const struct value *region(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_area(e->arena, e->desk->region);
}

static const struct value *own_area(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_area(e->arena, e->desk->area);
}

static const struct value *reference(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_area(e->arena, reference_area(e->desk->dataset));
}

static const struct value *parent(struct evaluation *e, const struct value *const *a)
{
    return value_area(e->arena, argument_area(e, a[0])->parent);
}

static const struct value *recipient(struct evaluation *e, const struct value *const *a)
{
    const struct area *area = argument_area(e, a[0]);
    return value_text(e->arena, area->recipient ? area->recipient : area->name);
}

static const struct value *addressed(struct evaluation *e, const struct value *const *a)
{
    return value_text(e->arena, area_addressed(e->desk, argument_area(e, a[0])));
}

/* ---- whether there is anything to say ---- */

static const struct value *year_ends(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_truth(period_is_last(e->desk->period));
}

static const struct value *has_targets(struct evaluation *e, const struct value *const *a)
{
    const struct composer *composer = e->desk->composer;
    bool any = false;
    (void)a;
    for (size_t i = 0; i < composer->verdict_count && !any; i++)
        any = composer->verdicts[i].target && !ops[composer->verdicts[i].target->op].uncounted;
    return value_truth(any);
}

static const struct value *has_data(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_truth(e->topics.count > 0);
}

/* A person's words: for the document's own area unless another is asked for. */
static const struct value *words(struct evaluation *e, const struct value *const *a)
{
    return value_written(e->arena, templates_written(e->templates, a[0]->text, argument_area(e, a[1])));
}

const struct function functions_names[] = {
    {"时期", "period", {ARG_NONE}, 1, .text_of_document = desk_period},
    {"时期简称", "period_short", {ARG_NONE}, 1, .text_of_document = period_short},
    {"上期", "period_before", {ARG_NONE}, 1, .text_of_document = desk_period_before},
    {"年份", "year", {ARG_NONE}, 1, .text_of_document = year},
    {"年末", "year_end", {ARG_NONE}, 1, .value = year_ends},
    {"区域", "region_name", {ARG_NONE}, 1, .text_of_document = desk_region_name},
    {"全域", "region", {ARG_NONE}, 1, .value = region},
    {"本地", "area", {ARG_NONE}, 1, .value = own_area},
    {"上级", "parent", {ARG_AREA | OPTIONAL}, 1, .value = parent},
    {"参照", "reference", {ARG_NONE}, 1, .value = reference},
    {"各地", "every_area", {ARG_NONE}, 1, .text_of_document = region_every_area},
    {"变动汇总", "revision_counts", {ARG_NONE}, 200, .text_of_document = revision_counts, .everyone = true},
    {"未查明变动", "revision_untraced", {ARG_NONE}, 200, .text_of_document = revision_untraced, .everyone = true},
    {"上期位次说明", "issued_ranks", {ARG_NONE}, 100, .text_of_document = issued_ranks},
    {"组名", "group_word", {ARG_NONE}, 1, .text_of_document = desk_group_word},
    {"发文机关", "issuer", {ARG_NONE}, 1, .text_of_document = issuer},
    {"发文字号", "doc_number", {ARG_NONE}, 1, .text_of_document = doc_number},
    {"主送单位", "recipients", {ARG_NONE}, 1, .text_of_document = region_recipients},
    {"收文单位", "recipient", {ARG_AREA | OPTIONAL}, 1, .value = recipient},
    {"称呼", "addressed", {ARG_AREA | OPTIONAL}, 1, .value = addressed},
    {"成文日期", "issue_date", {ARG_NONE}, 1, .text_of_document = issue_date},
    {"反馈期限", "reply_by", {ARG_NONE}, 1, .text_of_document = desk_reply_by},
    {"主办科室", "unit_name", {ARG_NONE}, 1, .text_of_document = unit_name},
    {"联系人", "contact", {ARG_NONE}, 1, .text_of_document = contact},
    {"电话", "phone", {ARG_NONE}, 1, .text_of_document = phone},
    {"联系方式", "contacts", {ARG_NONE}, 1, .text_of_document = desk_contacts},
    {"有目标", "has_targets", {ARG_NONE}, 1, .value = has_targets},
    {"有数据", "has_data", {ARG_NONE}, 1, .value = has_data},
    {"文字", "words", {ARG_PLACE, ARG_AREA | OPTIONAL}, 1, .value = words},
    {.name = NULL},
};
