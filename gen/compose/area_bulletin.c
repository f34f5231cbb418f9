/* A county's bulletin: a page of figures, a page of sentences, and how to check them. No other county's figure stands
 * in it. */
#include "compose/parts.h"

enum { MOST_NAMED = 3 };

struct writer {
    const struct desk *desk;
    struct builder *builder;
    struct topics topics;
};

static const struct phrasing *words(const struct writer *w)
{
    return &w->desk->say;
}

/* ---- the conclusion ---- */

/* A topic behind, by how far: as a share of what was asked, so that points and 亿元 can be put in order. */
struct shortfall {
    const struct topic *topic;
    const struct number *size;
};

/* Behind in pace, said in points; no figure where the words go by what is due. */
static struct shown late_by(const struct desk *desk, const struct topic *topic)
{
    struct shown late = shown_difference(&desk->say, topic_pace(desk, topic), topic_progress(desk, topic));
    if (late.number && number_sign(late.number) <= 0)
        late.number = NULL;
    return late;
}

static const char *shortfall_text(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic);
    if (topic->verdict->kind == VERDICT_BEHIND) {
        struct shown late = late_by(desk, topic);
        return late.number ? FILL(p, WORD_PACE_ITEM, "名称", name, "值", shown_size(p, late)) : name;
    }
    struct shown gap = topic_gap(desk, topic);
    if (!gap.number || !number_sign(gap.number))
        return name;
    enum word word = number_sign(gap.number) > 0 ? WORD_GAP_ITEM_OVER : WORD_GAP_ITEM;
    return FILL(p, word, "名称", name, "值", shown_size(p, gap), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

/* How far behind, as printed: points of pace or of growth; NULL for what is not in points. */
static const struct number *points_behind(const struct desk *desk, const struct topic *topic, bool pace)
{
    if (topic_standing(topic) != STANDING_BEHIND || (topic->verdict->kind == VERDICT_BEHIND) != pace)
        return NULL;
    if (pace)
        return late_by(desk, topic).number;
    struct shown gap = topic_gap(desk, topic);
    return topic_is_growth(topic) && gap.number ? number_absolute(desk->arena, gap.number) : NULL;
}

/* The largest ones of a sort, the largest first. */
static const char *largest(const struct writer *w, bool pace)
{
    const struct shortfall none = {NULL, NULL};
    struct shortfall top[MOST_NAMED] = {none, none, none};
    for (size_t i = 0; i < w->topics.count; i++) {
        const struct topic *topic = &w->topics.items[i];
        struct shortfall next = {topic, points_behind(w->desk, topic, pace)};
        for (size_t t = 0; next.size && t < MOST_NAMED; t++) {
            if (top[t].size && number_compare(top[t].size, next.size) >= 0)
                continue;
            struct shortfall swap = top[t];
            top[t] = next;
            next = swap;
        }
    }
    struct strings names = {0};
    for (size_t t = 0; t < MOST_NAMED && top[t].size; t++)
        strings_add(&names, w->desk->arena, shortfall_text(w->desk, top[t].topic));
    if (!names.count)
        return "";
    return FILL(words(w), pace ? WORD_LARGEST_PACE : WORD_LARGEST_GROWTH, "名单",
                strings_join(&names, w->desk->arena, "、"));
}

static void conclusion(struct writer *w)
{
    const struct desk *desk = w->desk;
    const char *counts = parts_count(desk, &w->topics), *text;
    const char *when = period_name_short(desk->arena, desk->period);
    if (!w->topics.count)
        text = FILL(words(w), WORD_NOTHING_REPORTED, "地区", desk->area->name, "时期", desk_period(desk));
    else if (!*counts)
        text = FILL(words(w), WORD_NO_TARGETS, "地区", desk->area->name);
    else
        text =
            arena_format(desk->arena, "%s，%s", when,
                         SENTENCE(words(w), counts, PHRASE_BREAK, largest(w, false), PHRASE_BREAK, largest(w, true)));
    builder_paragraph(w->builder, PARAGRAPH_BODY, text);
}

/* ---- the sentences ---- */

/* In small print: with a sentence for each of twenty items the whole must stay within three pages. */
static void sentences(struct writer *w)
{
    bool targets = topics_standing(&w->topics, STANDING_REFERENCE) < w->topics.count;
    struct strings references = {0};
    for (enum standing s = STANDING_REACHED; s <= STANDING_REFERENCE; s++) {
        for (size_t i = 0; i < w->topics.count; i++) {
            const struct topic *topic = &w->topics.items[i];
            if (topic_standing(topic) != s)
                continue;
            if (s == STANDING_NO_DATA && topic_said_before(&w->topics, i))
                continue;
            if (s == STANDING_REFERENCE && targets)
                strings_add(&references, w->desk->arena, topic_brief(w->desk, topic));
            else
                builder_paragraph(w->builder, PARAGRAPH_NOTE, topic_sentence(w->desk, topic));
        }
    }
    if (references.count)
        builder_paragraph(w->builder, PARAGRAPH_NOTE,
                          SENTENCE(words(w), arena_format(w->desk->arena, "%s%s", SAY(words(w), WORD_REFERENCE_ITEMS),
                                                          strings_join(&references, w->desk->arena, "；"))));
}

/* ---- checking ---- */

static const char *contact(const struct writer *w)
{
    const struct settings *s = &w->desk->dataset->settings;
    struct strings parts = {0};
    if (s->unit)
        strings_add(&parts, w->desk->arena, FILL(words(w), WORD_CONTACT_UNIT, "科室", s->unit));
    if (s->contact)
        strings_add(&parts, w->desk->arena, FILL(words(w), WORD_CONTACT_PERSON, "联系人", s->contact));
    if (s->phone)
        strings_add(&parts, w->desk->arena, FILL(words(w), WORD_CONTACT_PHONE, "电话", s->phone));
    return parts.count ? SENTENCE(words(w), FILL(words(w), WORD_CHECK_CONTACT, "联系",
                                                 strings_join(&parts, w->desk->arena, "，")))
                       : "";
}

static void checking(struct writer *w)
{
    const char *until = desk_reply_by(w->desk);
    const char *reply = *until ? FILL(words(w), WORD_CHECK_REPLY, "期限", until) : SAY(words(w), WORD_CHECK_REPLY_OPEN);
    builder_paragraph(w->builder, PARAGRAPH_NOTE,
                      arena_format(w->desk->arena, "%s%s%s", SAY(words(w), WORD_CHECK_HOW), reply, contact(w)));
}

/* ---- the whole ---- */

static void heading(struct writer *w, struct numbering *numbering, enum word title)
{
    builder_heading(w->builder, 1,
                    FILL(words(w), WORD_HEADING_1, "序", numbering_next(numbering), "标题", SAY(words(w), title)));
}

static void compose(struct writer *w)
{
    struct numbering numbering = {.desk = w->desk};
    /* Where there are targets, what has none is said below in a sentence, and stands in the workbook. */
    bool targets = topics_standing(&w->topics, STANDING_REFERENCE) < w->topics.count;
    const struct table *overview = table_overview(w->desk, w->desk->area, !targets);
    const struct table *need = table_need(w->desk, w->desk->area);
    conclusion(w);
    if (overview) {
        builder_table(w->builder, overview);
        heading(w, &numbering, WORD_HEAD_ITEMS);
        sentences(w);
    }
    if (need) {
        heading(w, &numbering, WORD_HEAD_NEED);
        builder_table(w->builder, need);
    }
    charts_area(w->desk, w->builder);
    heading(w, &numbering, WORD_HEAD_NOTES);
    notes_add(w->desk, w->builder, NOTES_BRIEF);
    const char *sources = notes_sources(w->desk);
    if (*sources)
        builder_paragraph(w->builder, PARAGRAPH_NOTE, sources);
    checking(w);
}

const struct document *compose_area_bulletin(const struct composer *composer, const struct area *area,
                                             struct arena *arena)
{
    struct desk desk = desk_new(composer, area, arena);
    const char *period = desk_period(&desk);
    struct document *document =
        document_begin(&desk, DOCUMENT_BULLETIN, FILL(&desk.say, WORD_TITLE_AREA, "地区", area->name, "时期", period),
                       FILL(&desk.say, WORD_SUBJECT_AREA, "时期", period, "地区", area->name));
    struct writer w = {.desk = &desk, .builder = builder_new(arena), .topics = topics_of(&desk, area)};
    builder_section(w.builder, SECTION_BODY, "", "", false);
    compose(&w);
    builder_finish(w.builder, document);
    return document;
}
