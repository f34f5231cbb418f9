/* SPDX-License-Identifier: MIT */
/* Who, when, of whom: names, dates and what the settings say. */
#include "base/text.h"
#include "template/argument.h"
#include "template/templates.h"
#include "words/area_words.h"
#include "words/region_words.h"

#define NAME_FUNCTION(name, text)                                                                                      \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        const struct desk *desk = s->desk;                                                                             \
        (void)a;                                                                                                       \
        return value_text(s->arena, (text));                                                                           \
    }

/* clang-format off */
NAME_FUNCTION(period_text, desk_period(desk))
NAME_FUNCTION(period_short, period_name_short(desk->arena, desk->period))
NAME_FUNCTION(period_prior, desk_period_before(desk))
NAME_FUNCTION(year_text, arena_format(desk->arena, "%d", desk->period.year))
NAME_FUNCTION(region_name, desk_region_name(desk))
NAME_FUNCTION(every_area, region_every_area(desk))
NAME_FUNCTION(group_word, desk_group_word(desk))
NAME_FUNCTION(recipients, region_recipients(desk))
NAME_FUNCTION(issue_date, desk_day(desk, desk->composer->issued))
NAME_FUNCTION(reply_by, desk_reply_by(desk))
NAME_FUNCTION(contacts, desk_contacts(desk))
NAME_FUNCTION(issuer, desk->dataset->settings.issuer)
NAME_FUNCTION(doc_number, desk->dataset->settings.doc_number)
NAME_FUNCTION(unit_name, desk->dataset->settings.unit)
NAME_FUNCTION(contact, desk->dataset->settings.contact)
NAME_FUNCTION(phone, desk->dataset->settings.phone)
/* clang-format on */

static const struct value *region(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_area(s->arena, s->desk->region);
}

static const struct value *own_area(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_area(s->arena, s->desk->area);
}

static const struct value *reference(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_area(s->arena, reference_area(s->desk->dataset));
}

static const struct value *parent(struct evaluation *s, const struct value *const *a)
{
    return value_area(s->arena, argument_area(s, a[0])->parent);
}

static const struct value *recipient(struct evaluation *s, const struct value *const *a)
{
    const struct area *area = argument_area(s, a[0]);
    return value_text(s->arena, area->recipient ? area->recipient : area->name);
}

/* 你县, 你市: by what the area is. */
static const struct value *addressed(struct evaluation *s, const struct value *const *a)
{
    static const char *const kinds[] = {"县", "市", "区", "旗", "州", "镇", "乡"};
    const char *name = argument_area(s, a[0])->name;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_ends(name, kinds[i]))
            return value_text(s->arena, arena_format(s->arena, "你%s", kinds[i]));
    return value_text(s->arena, "你单位");
}

static const struct value *year_ends(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_truth(period_is_last(s->desk->period));
}

static const struct value *has_targets(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_truth(s->desk->composer->verdict_count > 0);
}

static const struct value *has_data(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_truth(s->topics.count > 0);
}

/* A person's words: for the document's own area unless another is asked for. */
static const struct value *words(struct evaluation *s, const struct value *const *a)
{
    struct value slot = {.kind = VALUE_SLOT,
                         .slot = templates_written(s->templates, a[0]->text, argument_area(s, a[1]))};
    return arena_copy(s->arena, &slot, sizeof slot);
}

const struct function functions_names[] = {
    {"时期", "period", "", 1, period_text, false},
    {"时期简称", "period_short", "", 1, period_short, false},
    {"上期", "period_before", "", 1, period_prior, false},
    {"年份", "year", "", 1, year_text, false},
    {"年末", "year_end", "", 1, year_ends, false},
    {"区域", "region_name", "", 1, region_name, false},
    {"全域", "region", "", 1, region, false},
    {"本地", "area", "", 1, own_area, false},
    {"上级", "parent", "a?", 1, parent, false},
    {"参照", "reference", "", 1, reference, false},
    {"各地", "every_area", "", 1, every_area, false},
    {"组名", "group_word", "", 1, group_word, false},
    {"发文机关", "issuer", "", 1, issuer, false},
    {"发文字号", "doc_number", "", 1, doc_number, false},
    {"主送单位", "recipients", "", 1, recipients, false},
    {"收文单位", "recipient", "a?", 1, recipient, false},
    {"称呼", "addressed", "a?", 1, addressed, false},
    {"成文日期", "issue_date", "", 1, issue_date, false},
    {"反馈期限", "reply_by", "", 1, reply_by, false},
    {"主办科室", "unit_name", "", 1, unit_name, false},
    {"联系人", "contact", "", 1, contact, false},
    {"电话", "phone", "", 1, phone, false},
    {"联系方式", "contacts", "", 1, contacts, false},
    {"有目标", "has_targets", "", 1, has_targets, false},
    {"有数据", "has_data", "", 1, has_data, false},
    {"文字", "words", "p a?", 1, words, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
