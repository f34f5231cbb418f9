/* SPDX-License-Identifier: MIT */
/* The ledger as its readers get it: one line for each shortfall, in bands of what can be told in one order. */
#include "base/text.h"
#include "compute/forecast.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"
#include "words/forecast_words.h"
#include "words/frame.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence.h"
#include "words/sentence_target.h"

#include <string.h>

enum { LONG_NAME = 5, REPEATED = 2 };

/* A line of the list. */
struct line {
    const struct ledger_entry *entry; /* NULL: not reported */
    struct topic topic;
    struct forecast forecast;
};

struct list {
    const struct desk *desk;
    struct table_builder t;
    struct line *lines;
    size_t count, open; /* those behind stand before those not reported */
    size_t shown;       /* so many rows so far */
    bool numbered;      /* the rows have numbers */
    bool owner_taken;   /* who answers for one isn't named by its target */
    struct strings shortened;
};

/* What the gaps of a band are. */
struct gaps {
    bool growth, share, paced, over, unit, counts, counts_due; /* over: its time is, so that the pace is all of it */
    const char *pace; /* what is due by now, 75.0%; "" where it isn't the same for all */
};

/* ---- cells ---- */

static bool in_percent(const struct topic *topic)
{
    return measure_in_percent(topic->measure, topic->indicator);
}

static const char *suffix_of(const struct desk *desk, const struct topic *topic)
{
    return in_percent(topic) ? SAY(&desk->say, WORD_PERCENT_SIGN) : "";
}

/* 15%, −2%, 100; what isn't one figure in words. */
static struct cell goal_cell(const struct desk *desk, const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    if (!topic_is_growth(topic) || !target_is_number(target) || target->upper || ops[target->op].strict)
        return goal_number_cell(desk, topic);
    const char *plain = number_plain(desk->arena, target->value, 10);
    bool negative = *plain == '-';
    return cell_number(plain, arena_format(desk->arena, "%s%s%s", negative ? PRINT_MINUS : "", plain + negative,
                                           suffix_of(desk, topic)));
}

static struct cell done_cell(const struct desk *desk, const struct line *line)
{
    if (!line->entry) {
        struct cell cell = topic_verdict(desk, &line->topic);
        cell.tone = TONE_PLAIN;
        return cell;
    }
    /* Of a milestone the verdict says it. */
    if (target_is_milestone(line->topic.verdict->target))
        return cell_text(topic_verdict(desk, &line->topic).text);
    return printed_cell(desk, topic_actual(desk, &line->topic), suffix_of(desk, &line->topic));
}

static struct shown paced_gap(const struct desk *desk, const struct topic *topic)
{
    return shown_difference(&desk->say, topic_progress(desk, topic), topic_pace(desk, topic));
}

static bool is_paced(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool short_of = v->kind == VERDICT_BEHIND || (v->year_over && verdict_good(v) != GOOD_BELOW);
    return short_of && v->accumulating && v->progress && v->pace && shown_sign(paced_gap(desk, topic)) < 0;
}

/* How far from where it should stand: in points, of few things in things; else in its unit, which is then said. Whoever
 * is in the list is on the wrong side, so the sign is always a minus. */
static struct cell gap_cell(const struct desk *desk, const struct line *line)
{
    const struct topic *topic = &line->topic;
    const struct verdict *v = topic->verdict;
    struct shown gap = topic_distance(desk, topic);
    const char *unit = "";
    if (line->entry->few && v->kind == VERDICT_BEHIND && v->due) {
        gap = shown_difference(&desk->say, topic_actual(desk, topic), topic_due(topic));
    } else if (is_paced(desk, topic)) {
        gap = paced_gap(desk, topic);
    } else if (v->kind == VERDICT_BEHIND && v->due) {
        gap = shown_difference(&desk->say, topic_actual(desk, topic), topic_due(topic));
        unit = topic->indicator->unit;
    } else if (!line->entry->few && !in_percent(topic) && !measure_in_points(topic->measure)) {
        unit = desk_gap_unit(desk, topic->measure, topic->indicator);
    }
    if (!gap.number)
        return cell_empty();
    if (shown_sign(gap) > 0)
        gap.number = number_negate(desk->arena, gap.number);
    struct cell cell = printed_cell(desk, gap, unit);
    cell.strong = true;
    return cell;
}

/* 工业投资（亿元）; the unit of few things stands in their band. */
static const char *name_of(const struct desk *desk, const struct line *line)
{
    const struct topic *topic = &line->topic;
    const struct indicator *indicator = topic->indicator;
    bool plain = (topic->measure == MEASURE_VALUE || topic->measure == MEASURE_YOY) && !topic->verdict->key.to.year;
    const char *name = plain ? indicator->name : topic_name(desk, topic), *end = "）";
    bool flow = indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    if (!flow || !indicator->unit[0] || (line->entry && line->entry->few) || measure_is_place(topic->measure) ||
        target_is_milestone(topic->verdict->target))
        return name;
    if (!text_ends(name, end))
        return FILL(&desk->say, WORD_LEDGER_NAME, "名称", name, "单位", indicator->unit);
    return arena_format(desk->arena, "%.*s%s", (int)(strlen(name) - strlen(end)), name,
                        FILL(&desk->say, WORD_LEDGER_NAME_INSIDE, "单位", indicator->unit));
}

/* Which names are short ones the notes say. */
static const char *area_label(struct list *list, const struct area *area)
{
    const struct desk *desk = list->desk;
    const char *best = area_short_name(area, LONG_NAME);
    if (best != area->name)
        strings_add_once(&list->shortened, desk->arena,
                         FILL(&desk->say, WORD_LEDGER_NOTE_SHORT, "简称", best, "全称", area->name));
    return best;
}

/* ---- who answers for it ---- */

static const char *replaced(struct arena *arena, const char *text, const char *from, const char *to)
{
    const char *at = *from ? strstr(text, from) : NULL;
    return at ? arena_format(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)) : text;
}

/* 吉首市政府, 经开区管委会. */
static const char *recipient_short(const struct desk *desk, const struct area *area)
{
    const struct phrasing *p = &desk->say;
    const char *recipient = replaced(desk->arena, area->recipient, area->name, area_short_name(area, LONG_NAME));
    const char *text =
        replaced(desk->arena, recipient, SAY(p, WORD_LEDGER_OFFICE_LONG), SAY(p, WORD_LEDGER_OFFICE_SHORT));
    return replaced(desk->arena, text, SAY(p, WORD_LEDGER_COMMITTEE_LONG), SAY(p, WORD_LEDGER_COMMITTEE_SHORT));
}

/* The office that issues it: of a long name what its numbers begin with, 州制造强办. */
static const char *issuer_short(const struct desk *desk)
{
    enum { LONG_OFFICE = 8 };
    const struct settings *s = &desk->dataset->settings;
    const char *number = s->doc_number, *year = number ? strstr(number, "〔") : NULL;
    if (!s->issuer || text_length(s->issuer) <= LONG_OFFICE || !year || year == number)
        return s->issuer;
    return arena_string_n(desk->arena, number, (size_t)(year - number));
}

const char *ledger_owner(const struct desk *desk, const struct verdict *verdict)
{
    const char *owners = target_owners(desk->arena, verdict->target);
    if (*owners)
        return owners;
    if (verdict->area == desk->region)
        return issuer_short(desk);
    return verdict->area->recipient ? recipient_short(desk, verdict->area) : NULL;
}

/* ---- lines ---- */

static void add_line(struct list *list, const struct ledger_entry *entry, const struct verdict *verdict)
{
    const struct desk *desk = list->desk;
    struct line line = {.entry = entry, .topic = topic_of_verdict(verdict)};
    if (entry)
        line.forecast = forecast_of(desk->engine, verdict, desk->period);
    ARRAY_ADD(desk->arena, list->lines, list->count, line);
    list->open += entry != NULL;
}

static void gather(struct list *list)
{
    const struct composer *composer = list->desk->composer;
    for (size_t i = 0; i < composer->ledger_count && !composer->ledger[i].cleared; i++)
        add_line(list, &composer->ledger[i], composer->ledger[i].verdict);
    for (size_t i = 0; i < composer->verdict_count; i++) {
        const struct verdict *verdict = &composer->verdicts[i];
        struct topic topic = topic_of_verdict(verdict);
        if (verdict->target && ledger_is_missing(verdict) && !topic_awaits_year_end(list->desk, &topic))
            add_line(list, NULL, verdict);
    }
}

static bool weighs(const struct line *line)
{
    return !line->entry || line->forecast.kind == FORECAST_HARD || line->entry->of_target >= REPEATED;
}

/* Of too many those that are hard to reach, or behind again, and what wasn't reported; the first ones where there are
 * none such. Returns how many were left out. */
static size_t thin_out(struct list *list, size_t most, bool by_weight)
{
    size_t kept = 0, all = list->count, weighty = 0, open = 0;
    for (size_t i = 0; i < all; i++)
        weighty += list->lines[i].entry && weighs(&list->lines[i]);
    if (!most || all <= most)
        return 0;
    for (size_t i = 0; i < all; i++) {
        if (by_weight && weighty ? !weighs(&list->lines[i]) : i >= most)
            continue;
        list->lines[kept++] = list->lines[i];
        open += list->lines[i].entry != NULL;
    }
    list->count = kept;
    list->open = open;
    return all - kept;
}

/* ---- rows ---- */

static struct cell forecast_cell(const struct desk *desk, const struct line *line)
{
    struct cell cell = cell_text(forecast_word(&desk->say, line->forecast.kind));
    static const enum cell_tone tones[] = {[FORECAST_NONE] = TONE_MUTED, [FORECAST_HARD] = TONE_BAD};
    cell.strong = cell.shaded = line->forecast.kind == FORECAST_HARD;
    cell.tone = tones[line->forecast.kind];
    return cell;
}

static bool foreseen(const struct list *list)
{
    for (size_t i = 0; i < list->open; i++)
        if (list->lines[i].forecast.kind != FORECAST_NONE)
            return true;
    return false;
}

static void needs_cells(struct list *list, const struct line *line, bool forecast)
{
    const struct desk *desk = list->desk;
    const struct topic *topic = &line->topic;
    const struct forecast *f = &line->forecast;
    int amount = measure_decimals(MEASURE_VALUE, topic->indicator), rate = topic->indicator->rate_decimals;
    if (f->need)
        topic_tell_need(desk, topic);
    table_cell(&list->t, printed_cell(desk, (struct shown){f->need, amount}, ""));
    table_cell(&list->t, printed_cell(desk, (struct shown){f->times, 1}, ""));
    table_cell(&list->t, printed_cell(desk, (struct shown){topic->verdict->growth_needed, rate}, ""));
    table_cell(&list->t, count_cell(desk, (size_t)line->entry->of_target));
    table_cell(&list->t, forecast ? forecast_cell(desk, line) : cell_empty());
}

static void add_row(struct list *list, const struct line *line, bool forecast)
{
    const struct desk *desk = list->desk;
    const struct topic *topic = &line->topic;
    struct table_builder *t = &list->t;
    struct cell area = cell_text(area_label(list, topic->area));
    area.strong = true;
    table_cell(t, list->numbered ? count_cell(desk, ++list->shown) : cell_empty());
    table_cell(t, area);
    table_cell(t, cell_text(name_of(desk, line)));
    table_cell(t, goal_cell(desk, topic));
    table_cell(t, done_cell(desk, line));
    if (line->entry) {
        const struct number *severity = line->entry->severity;
        table_cell(t, gap_cell(desk, line));
        table_cell(t, printed_cell(desk, shown_of(&desk->say, severity, topic->indicator->rate_decimals), ""));
        needs_cells(list, line, forecast);
    } else {
        for (int i = 0; i < 7; i++)
            table_cell(t, cell_empty());
    }
    const char *owner = ledger_owner(desk, topic->verdict);
    list->owner_taken |= owner && !*target_owners(desk->arena, topic->verdict->target);
    table_cell(t, text_or_empty(owner));
}

/* ---- bands ---- */

static const char *pace_text(const struct desk *desk, const struct topic *topic)
{
    return printed_cell(desk, topic_pace(desk, topic), SAY(&desk->say, WORD_PERCENT_SIGN)).text;
}

static struct gaps gaps_of(const struct desk *desk, const struct line *lines, size_t count)
{
    struct gaps gaps = {.pace = NULL};
    for (size_t i = 0; i < count; i++) {
        const struct topic *topic = &lines[i].topic;
        if (lines[i].entry->few) {
            gaps.counts = true;
            gaps.counts_due |= topic->verdict->kind == VERDICT_BEHIND;
        } else if (is_paced(desk, topic)) {
            const char *pace = pace_text(desk, topic);
            gaps.paced = true;
            gaps.pace = !gaps.pace || !strcmp(gaps.pace, pace) ? pace : "";
            gaps.over |= topic->verdict->year_over;
        } else if (topic_is_growth(topic)) {
            gaps.growth = true;
        } else if (in_percent(topic)) {
            gaps.share = true;
        } else {
            gaps.unit = true;
        }
    }
    return gaps;
}

static const char *share_band(const struct desk *desk, const struct gaps *gaps)
{
    const struct phrasing *p = &desk->say;
    struct strings points = {0}, all = {0};
    if (gaps->growth)
        strings_add(&points, desk->arena, SAY(p, WORD_BAND_GROWTH_GAP));
    if (gaps->share)
        strings_add(&points, desk->arena, SAY(p, WORD_BAND_SHARE_GAP));
    if (gaps->paced)
        strings_add(&points, desk->arena,
                    gaps->over ? SAY(p, WORD_BAND_WHOLE_GAP) : FILL(p, WORD_BAND_PACE_GAP, "序时", gaps->pace));
    if (points.count)
        strings_add(&all, desk->arena, FILL(p, WORD_BAND_POINTS, "名单", strings_join(&points, desk->arena, "，")));
    if (gaps->unit)
        strings_add(&all, desk->arena, SAY(p, WORD_BAND_UNIT_GAP));
    bool growth = gaps->growth || gaps->share, total = gaps->paced || gaps->unit;
    const char *text = strings_join(&all, desk->arena, "；");
    if (growth && total)
        return FILL(p, WORD_BAND_BOTH, "差距", text);
    return FILL(p, growth ? WORD_BAND_GROWTH : WORD_BAND_TOTAL, "差距", text);
}

static const char *count_band(const struct desk *desk, const struct gaps *gaps)
{
    static const enum word words[2][2] = {{WORD_BAND_COUNT_GOAL, WORD_BAND_COUNT},
                                          {WORD_BAND_COUNT_GOAL_MORE, WORD_BAND_COUNT_MORE}};
    bool more = gaps->growth || gaps->share || gaps->paced || gaps->unit;
    return SAY(&desk->say, gaps->counts ? words[more][gaps->counts_due] : WORD_BAND_OTHER);
}

/* The rows from..to - 1 under what they have in common, if there are any. */
static void add_band(struct list *list, struct numbering *numbering, size_t from, size_t to, bool forecast)
{
    const struct desk *desk = list->desk;
    if (from == to)
        return;
    const char *text = SAY(&desk->say, WORD_BAND_MISSING);
    if (list->lines[from].entry) {
        struct gaps gaps = gaps_of(desk, list->lines + from, to - from);
        text = list->lines[from].entry->severity ? share_band(desk, &gaps) : count_band(desk, &gaps);
    }
    table_band(&list->t, FILL(&desk->say, WORD_BAND_NUMBERED, "序", numbering_next(numbering), "文字", text));
    for (size_t i = from; i < to; i++)
        add_row(list, &list->lines[i], forecast);
}

static size_t add_bands(struct list *list)
{
    struct numbering numbering = {.desk = list->desk};
    bool forecast = foreseen(list);
    size_t apart = 0;
    while (apart < list->open && list->lines[apart].entry->severity)
        apart++;
    add_band(list, &numbering, 0, apart, forecast);
    add_band(list, &numbering, apart, list->open, forecast);
    add_band(list, &numbering, list->open, list->count, forecast);
    return apart;
}

/* ---- columns ---- */

enum { COLUMN_NEED = 7, COLUMN_TIMES, COLUMN_GROWTH, COLUMN_PERIODS, COLUMN_FORECAST };

/* Whether a sum over years is among them, of which something is left beyond this one. */
static bool goes_on(const struct list *list)
{
    for (size_t i = 0; i < list->open; i++)
        if (list->lines[i].topic.measure == MEASURE_TOTAL)
            return true;
    return false;
}

static const char *rest_text(const struct list *list)
{
    return goes_on(list) ? SAY(&list->desk->say, WORD_LEDGER_REST_LEFT) : desk_rest(list->desk);
}

static const char *so_far_text(const struct list *list)
{
    const struct desk *desk = list->desk;
    if (goes_on(list))
        return SAY(&desk->say, WORD_LEDGER_SO_FAR);
    return FILL(&desk->say, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
}

/* 四季度还需; 12月还需. */
static const char *rest_head(const struct list *list)
{
    const struct desk *desk = list->desk;
    const char *ordinal = "第", *rest = desk_rest(desk);
    if (period_is_last(desk->period) || goes_on(list))
        return SAY(&desk->say, WORD_COL_TO_DO);
    return FILL(&desk->say, WORD_LEDGER_REST, "剩余", text_starts(rest, ordinal) ? rest + strlen(ordinal) : rest);
}

static bool all_yearly(const struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->lines[i].topic.verdict->key.to.year || measures[list->lines[i].topic.measure].over_years)
            return false;
    return true;
}

static void begin(struct list *list)
{
    static const struct list_head {
        struct table_head head;
        int tenths;
        bool point;
    } heads[] = {
        {{WORD_COL_NUMBER, ALIGN_CENTER, 2}, 58, false},
        {{WORD_COL_AREA, ALIGN_LEFT, 5}, 127, false},
        {{WORD_COL_INDICATOR, ALIGN_LEFT, 13}, 304, false},
        {{WORD_COL_GOAL_WHOLE, ALIGN_RIGHT, 5}, 100, true},
        {{WORD_LEDGER_GROWTH_OR_DONE, ALIGN_RIGHT, 5}, 132, true},
        {{WORD_COL_GAP, ALIGN_RIGHT, 5}, 112, true},
        {{WORD_LEDGER_SHORTFALL, ALIGN_RIGHT, 4}, 86, true},
        {{WORD_COL_TO_DO, ALIGN_RIGHT, 6}, 120, true},
        {{WORD_LEDGER_TIMES, ALIGN_RIGHT, 3}, 74, true},
        {{WORD_LEDGER_GROWTH_NEEDED, ALIGN_RIGHT, 4}, 92, true},
        {{WORD_COL_PERIODS, ALIGN_CENTER, 3}, 74, false},
        {{WORD_LEDGER_FORECAST, ALIGN_CENTER, 5}, 122, false},
        {{WORD_COL_OWNER, ALIGN_LEFT, 7}, 159, false},
    };
    struct table_builder *t = &list->t;
    table_begin(t, list->desk->arena, 1);
    t->table.form = TABLE_LIST;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        table_columns(list->desk, t, &heads[i].head, 1);
        t->columns[i].tenths = heads[i].tenths;
        t->columns[i].point = heads[i].point;
    }
    t->columns[COLUMN_NEED].header[0] = rest_head(list);
    if (!all_yearly(list))
        t->columns[3].header[0] = SAY(&list->desk->say, WORD_COL_GOAL_SHORT);
}

/* Whether anything stands in the column; in those of the needs what isn't there is marked, once something is. */
static bool column_filled(struct list *list, size_t column)
{
    bool filled = false;
    for (size_t i = 0; i < list->open; i++)
        filled |= list->t.cells[i * list->t.table.column_count + column].kind != CELL_EMPTY;
    return filled;
}

static void add_dashes(struct list *list)
{
    for (size_t column = COLUMN_NEED; column <= COLUMN_GROWTH; column++)
        for (size_t i = 0; i < list->open && column_filled(list, column); i++) {
            struct cell *cell = &list->t.cells[i * list->t.table.column_count + column];
            if (cell->kind == CELL_EMPTY)
                *cell = cell_text(SAY(&list->desk->say, WORD_LEDGER_DASH));
        }
}

/* ---- notes ---- */

/* The year's first period with anything reported: before the data begin nothing is claimed. */
static struct period first_reported(const struct desk *desk)
{
    struct period at = desk->period, before;
    const struct dataset *d = desk->dataset;
    while (period_before_in_year(at, &before)) {
        bool reported = false;
        for (size_t i = 0; i < d->area_count * d->indicator_count && !reported; i++)
            reported = d->series[i].count && period_compare(d->series[i].items[0].period, before) <= 0;
        if (!reported)
            break;
        at = before;
    }
    return at;
}

static void note_periods(const struct list *list, struct strings *notes)
{
    const struct desk *desk = list->desk;
    struct period first = first_reported(desk);
    bool alone = period_compare(first, desk->period) == 0;
    strings_add(notes, desk->arena,
                FILL(&desk->say, alone ? WORD_LEDGER_NOTE_FIRST : WORD_LEDGER_NOTE_SINCE, "期",
                     period_name(desk->arena, first)));
}

static void note_forecast(struct list *list, struct strings *notes)
{
    const struct desk *desk = list->desk;
    const struct phrasing *p = &desk->say;
    const struct settings *s = &desk->dataset->settings;
    struct arena *arena = desk->arena;
    bool record = false, none = false;
    for (size_t i = 0; i < list->open; i++) {
        record |= list->lines[i].forecast.basis == FORECAST_BY_RECORD;
        none |= list->lines[i].forecast.kind == FORECAST_NONE;
    }
    const char *more = number_sign(s->hope_points)
                           ? FILL(p, WORD_LEDGER_NOTE_LITTLE_MORE, "值", number_plain(arena, s->hope_points, 10))
                           : SAY(p, WORD_LEDGER_NOTE_NO_MORE);
    strings_add(notes, arena,
                FILL(p, WORD_LEDGER_NOTE_FORECAST, "可望倍数", number_plain(arena, s->hope_times, 10), "难度倍数",
                     number_plain(arena, s->hard_times, 10), "增速", more, "难度增幅",
                     number_plain(arena, s->hard_points, 10)));
    if (record)
        strings_add(notes, arena, SAY(p, WORD_LEDGER_NOTE_RECORD));
    if (none)
        strings_add(notes, arena, SAY(p, WORD_LEDGER_NOTE_NONE));
}

/* What the columns that are there mean, in one paragraph. */
static const char *note_text(struct list *list, size_t apart, size_t all)
{
    const struct desk *desk = list->desk;
    const struct phrasing *p = &desk->say;
    struct strings notes = {0};
    if (list->open) {
        strings_add(&notes, desk->arena,
                    FILL(p, apart ? WORD_LEDGER_NOTE_COUNT : WORD_LEDGER_NOTE_FEW, "数",
                         arena_format(desk->arena, "%zu", all)));
        note_periods(list, &notes);
    }
    if (column_filled(list, COLUMN_TIMES))
        strings_add(&notes, desk->arena,
                    FILL(p, WORD_LEDGER_NOTE_TIMES, "剩余", rest_text(list), "期", so_far_text(list)));
    if (column_filled(list, COLUMN_GROWTH))
        strings_add(&notes, desk->arena, FILL(p, WORD_LEDGER_NOTE_GROWTH, "剩余", rest_text(list)));
    if (foreseen(list))
        note_forecast(list, &notes);
    if (list->owner_taken)
        strings_add(&notes, desk->arena, SAY(p, WORD_LEDGER_NOTE_OWNER));
    for (size_t i = 0; i < list->shortened.count; i++)
        strings_add(&notes, desk->arena, list->shortened.items[i]);
    return strings_join(&notes, desk->arena, "");
}

static const struct table *list_table(const struct desk *desk, size_t most, bool by_weight, bool numbered)
{
    struct list list = {.desk = desk, .numbered = numbered};
    gather(&list);
    if (!list.count)
        return NULL;
    size_t all = list.open, left = thin_out(&list, most, by_weight);
    begin(&list);
    size_t apart = add_bands(&list);
    const char *text = note_text(&list, apart, all);
    if (left)
        table_note(&list.t,
                   FILL(&desk->say, by_weight && weighs(&list.lines[0]) ? WORD_LEDGER_MORE_NEW : WORD_LEDGER_MORE, "数",
                        arena_format(desk->arena, "%zu", left)));
    table_note(&list.t, text);
    add_dashes(&list);
    return table_end_compact(&list.t);
}

const struct table *table_ledger(const struct desk *desk, size_t most)
{
    return list_table(desk, most, true, true);
}

const struct table *table_ledger_first(const struct desk *desk, size_t most)
{
    return list_table(desk, most, false, false);
}
