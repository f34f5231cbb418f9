/* SPDX-License-Identifier: MIT */
#include "publish/data.h"

#include "publish/csv_out.h"

#include <string.h>

/* What every row begins with. */
static void begin_row(struct csv_out *csv, struct period period, const struct area *area, const char *indicator,
                      const char *measure)
{
    csv_out_field(csv, period_code(csv->out->arena, period));
    csv_out_words(csv, area->code);
    csv_out_words(csv, indicator);
    csv_out_field(csv, measure);
}

static const char *plain(struct csv_out *csv, const struct number *number)
{
    return number ? number_plain(csv->out->arena, number, 10) : NULL;
}

/* ---- measures.csv ---- */

/* file:line;…, of a workbook file sheet!C7;…, each place once, in the order of first use; @area/indicator/measure for
 * the whole region's rows. */
static const char *inputs_text(struct arena *arena, const struct result *result, struct period period)
{
    struct buffer text = {.arena = arena};
    const struct figure *const *figures;
    size_t count = result_inputs_of_row(arena, result, period, &figures);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&text, i ? ";" : "");
        buffer_add(&text, place_of_cell(arena, figures[i]->file, figures[i]->line, figures[i]->at));
    }
    return buffer_text(&text);
}

static void measure_row(struct engine *engine, struct csv_out *csv, enum measure measure, struct subject s)
{
    const struct result *r = measure_of(engine, measure, s);
    enum rounding rounding = engine_dataset(engine)->settings.rounding;
    begin_row(csv, s.period, s.area, s.indicator->id, measure_id(measure));
    csv_out_field(csv, plain(csv, r->number));
    csv_out_field(csv, result_text(csv->out->arena, r, measure, s.indicator, rounding));
    csv_out_field(csv, flag_id(r->flag));
    csv_out_field(csv, origin_id(r->origin));
    csv_out_field(csv, inputs_text(csv->out->arena, r, s.period));
    csv_out_field(csv, measure_formula(engine, measure, s));
    csv_out_end_row(csv);
}

static void area_measures(struct engine *engine, struct csv_out *csv, const struct area *area, struct period period)
{
    const struct dataset *d = engine_dataset(engine);
    for (size_t i = 0; i < d->indicator_count; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++) {
            struct subject s = {&d->indicators[i], area, period, 0};
            if (!measure_exists(engine, m, s.indicator, s.area, period))
                continue;
            s.from = target_from(engine, m, s.indicator, s.area, period);
            measure_row(engine, csv, m, s);
        }
}

void data_measures(struct engine *engine, struct period period, struct buffer *out)
{
    const struct dataset *d = engine_dataset(engine);
    struct csv_out csv = csv_out_begin(out, "period,area,indicator,measure,value,text,flag,origin,inputs,formula");
    for (size_t a = 0; a < d->area_count; a++) {
        /* The many small strings of an area's rows go when the rows are done. */
        struct arena *arena = arena_new();
        struct buffer rows = {.arena = arena};
        csv.out = &rows;
        area_measures(engine, &csv, &d->areas[a], period);
        buffer_add_n(out, buffer_text(&rows), rows.length);
        arena_free(arena);
    }
}

/* ---- verdicts.csv ---- */

static const char *target_text(struct csv_out *csv, const struct verdict *row)
{
    if (row->target && row->target->upper)
        return arena_format(csv->out->arena, "%s..%s", plain(csv, row->goal), plain(csv, row->upper));
    return plain(csv, row->target_value);
}

/* progress and pace print with rate_decimals. */
static const char *rate_text(struct csv_out *csv, const struct verdict *row, const struct number *number,
                             enum rounding rounding)
{
    if (!number)
        return NULL;
    return plain(csv, number_round(csv->out->arena, number, row->key.indicator->rate_decimals, rounding));
}

/* Of every document that says the same, each once. */
static const char *source_text(struct arena *arena, const struct target *target)
{
    struct buffer text = {.arena = arena};
    for (const struct target *t = target; t; t = t->twin) {
        bool said = !t->source;
        for (const struct target *before = target; before != t && !said; before = before->twin)
            said = before->source && strcmp(before->source, t->source) == 0;
        if (!said)
            buffer_format(&text, "%s%s", text.length ? ";" : "", t->source);
    }
    return buffer_text(&text);
}

static void verdict_row(struct csv_out *csv, const struct verdict *row, struct period period, enum rounding rounding)
{
    const struct target *t = row->target;
    begin_row(csv, period, row->area, row->key.indicator->id, measure_id(row->key.measure));
    csv_out_field(csv, target_key_code(csv->out->arena, row->key));
    csv_out_field(csv, t ? ops[t->op].id : NULL);
    csv_out_field(csv, target_text(csv, row));
    csv_out_field(csv, plain(csv, t ? t->stretch : NULL));
    csv_out_field(csv, plain(csv, row->actual));
    csv_out_field(csv, plain(csv, row->gap));
    csv_out_field(csv, rate_text(csv, row, row->progress, rounding));
    csv_out_field(csv, rate_text(csv, row, row->pace, rounding));
    csv_out_field(csv, plain(csv, row->due));
    csv_out_field(csv, verdict_id(row->kind));
    csv_out_field(csv, plain(csv, row->to_do));
    csv_out_field(csv, plain(csv, row->per_month));
    csv_out_field(csv, plain(csv, row->so_far_per_month));
    csv_out_field(csv, plain(csv, row->growth_needed));
    csv_out_words(csv, t ? source_text(csv->out->arena, t) : NULL);
    csv_out_end_row(csv);
}

void data_verdicts(struct engine *engine, struct period period, struct buffer *out)
{
    size_t count;
    const struct verdict *rows = verdicts_all(engine, period, &count);
    struct csv_out csv = csv_out_begin(out, "period,area,indicator,measure,to,op,target,stretch,actual,gap,progress,"
                                            "pace,due,verdict,to_do,per_month,so_far_per_month,growth_needed,source");
    for (size_t i = 0; i < count; i++)
        verdict_row(&csv, &rows[i], period, engine_dataset(engine)->settings.rounding);
}

/* ---- ranks.csv ---- */

static void rank_rows(struct engine *engine, struct csv_out *csv, const struct group *group, enum measure measure,
                      const struct indicator *indicator, struct period period)
{
    const struct rank *now = rank_group(engine, group, measure, indicator, period, period);
    const struct rank *before = rank_group(engine, group, measure, indicator, period_before(period), period);
    const bool *close = rank_close(engine, group, measure, indicator, period, now);
    for (size_t i = 0; i < group->count; i++) {
        begin_row(csv, period, group->members[i], indicator->id, measure_id(measure));
        csv_out_words(csv, group->name);
        csv_out_field(csv, now[i].rank ? arena_format(csv->out->arena, "%d", now[i].rank) : NULL);
        csv_out_integer(csv, now[i].of);
        csv_out_integer(csv, now[i].tied);
        csv_out_field(csv, before[i].rank ? arena_format(csv->out->arena, "%d", before[i].rank) : NULL);
        csv_out_field(csv, now[i].rank && before[i].rank
                               ? arena_format(csv->out->arena, "%d", before[i].rank - now[i].rank)
                               : NULL);
        csv_out_integer(csv, close[i]);
        csv_out_end_row(csv);
    }
}

void data_ranks(struct engine *engine, struct period period, struct buffer *out)
{
    const struct dataset *d = engine_dataset(engine);
    struct csv_out csv = csv_out_begin(out, "period,area,indicator,measure,group,rank,of,tied,previous,change,close");
    size_t group_count;
    const struct group *groups = groups_of(engine, &group_count);
    for (size_t i = 0; i < d->indicator_count; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++)
            for (size_t g = 0; g < group_count && rank_wanted(engine, m, &d->indicators[i], period); g++)
                rank_rows(engine, &csv, &groups[g], m, &d->indicators[i], period);
}

/* ---- scores.csv ---- */

static void score_row(struct csv_out *csv, struct period period, const struct area *area, const char *indicator,
                      const char *measure, const struct number *weight, const char *score, const char *flag)
{
    begin_row(csv, period, area, indicator, measure);
    csv_out_field(csv, plain(csv, weight));
    csv_out_field(csv, score);
    csv_out_field(csv, flag);
    csv_out_end_row(csv);
}

void data_scores(struct engine *engine, struct period period, struct buffer *out)
{
    const struct dataset *d = engine_dataset(engine);
    struct csv_out csv = csv_out_begin(out, "period,area,indicator,measure,weight,score,flag");
    size_t count;
    const struct score_card *cards = scores_all(engine, period, &count);
    for (size_t c = 0; c < count; c++) {
        const struct score_card *card = &cards[c];
        for (size_t i = 0; i < d->scoring_count; i++)
            score_row(&csv, period, card->area, d->scoring[i].indicator->id, measure_id(d->scoring[i].measure),
                      d->scoring[i].weight, plain(&csv, card->items[i].points), card->items[i].flag);
        score_row(&csv, period, card->area, "total", NULL, scores_weight(engine), plain(&csv, card->total),
                  card->incomplete ? flag_id(FLAG_INCOMPLETE) : NULL);
        score_row(&csv, period, card->area, "rank", NULL, NULL,
                  card->rank.rank ? arena_format(out->arena, "%d", card->rank.rank) : NULL, NULL);
    }
}

/* ---- ledger.csv ---- */

/* per_month / so_far_per_month, as the documents print it: to one place, and none of a few things. */
static const char *times_text(struct csv_out *csv, const struct verdict *row, enum rounding rounding)
{
    struct arena *arena = csv->out->arena;
    if (verdict_of_few(row) || !row->per_month || !row->so_far_per_month || number_sign(row->so_far_per_month) <= 0)
        return NULL;
    return plain(csv, number_round(arena, number_divide(arena, row->per_month, row->so_far_per_month), 1, rounding));
}

static void ledger_row(struct csv_out *csv, const struct ledger_entry *entry, struct period period,
                       enum rounding rounding)
{
    struct arena *arena = csv->out->arena;
    const struct verdict *row = entry->verdict;
    begin_row(csv, period, row->area, row->key.indicator->id, measure_id(row->key.measure));
    csv_out_field(csv, target_key_code(arena, row->key));
    csv_out_field(csv, entry->cleared ? "cleared" : "open");
    csv_out_field(csv, verdict_id(row->kind));
    csv_out_field(csv, target_text(csv, row));
    csv_out_field(csv, plain(csv, row->actual));
    csv_out_field(csv, plain(csv, row->gap));
    csv_out_field(csv, rate_text(csv, row, entry->severity, rounding));
    csv_out_field(csv, plain(csv, row->to_do));
    csv_out_field(csv, times_text(csv, row, rounding));
    csv_out_integer(csv, entry->periods);
    csv_out_field(csv, period_code(arena, entry->since));
    csv_out_words(csv, target_owners(arena, row->target));
    csv_out_words(csv, target_clauses(arena, row->target));
    csv_out_words(csv, source_text(arena, row->target));
    csv_out_end_row(csv);
}

void data_ledger(struct engine *engine, struct period period, struct buffer *out)
{
    size_t verdict_count, count;
    const struct verdict *verdicts = verdicts_all(engine, period, &verdict_count);
    const struct ledger_entry *entries = ledger_of(engine, verdicts, verdict_count, period, &count);
    struct csv_out csv = csv_out_begin(out, "period,area,indicator,measure,to,state,verdict,target,actual,gap,severity,"
                                            "to_do,times,periods,since,owner,clause,source");
    for (size_t i = 0; i < count; i++)
        ledger_row(&csv, &entries[i], period, engine_dataset(engine)->settings.rounding);
}

/* ---- changes.csv ---- */

/* A number as it is; any other text not to be run by a spreadsheet. */
static void changed_field(struct csv_out *csv, const char *text)
{
    if (number_parse(csv->out->arena, text))
        csv_out_field(csv, text);
    else
        csv_out_words(csv, text);
}

static void moved_row(struct csv_out *csv, const struct moved *moved)
{
    static const enum measure of[FIELD_COUNT] = {[FIELD_VALUE] = MEASURE_VALUE,
                                                 [FIELD_YOY] = MEASURE_YOY,
                                                 [FIELD_SINGLE] = MEASURE_SINGLE,
                                                 [FIELD_SINGLE_YOY] = MEASURE_SINGLE_YOY};
    csv_out_field(csv, period_code(csv->out->arena, moved->period));
    csv_out_field(csv, "cell");
    csv_out_words(csv, moved->area ? moved->area->code : NULL);
    csv_out_words(csv, moved->indicator->id);
    csv_out_field(csv, measure_id(moved->target ? moved->target->measure : of[moved->field]));
    csv_out_field(csv, NULL);
    changed_field(csv, moved->before);
    changed_field(csv, moved->now);
    csv_out_words(csv, moved->file);
    csv_out_field(csv, moved->line ? arena_format(csv->out->arena, "%d", moved->line) : NULL);
    csv_out_words(csv, moved->column);
    csv_out_field(csv, NULL);
    csv_out_end_row(csv);
}

/* file:line of cells, @area/indicator/measure of other rows, as in measures.csv. */
static const char *causes_text(struct arena *arena, const struct causes *causes)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < causes->count; i++) {
        const struct cause *cause = &causes->items[i];
        if (cause->moved)
            buffer_format(&text, "%s%s", i ? ";" : "",
                          place_of_cell(text.arena, cause->moved->file, cause->moved->line, 0));
        else
            buffer_format(&text, "%s@%s/%s/%s", i ? ";" : "", cause->row->area, cause->row->indicator,
                          cause->row->measure);
    }
    return buffer_text(&text);
}

static void change_row(struct csv_out *csv, const struct change *change, const struct causes *causes,
                       struct period period)
{
    static const char *const kinds[] = {[PUBLISHED_VERDICT] = "verdict",
                                        [PUBLISHED_TARGET] = "target",
                                        [PUBLISHED_FIGURE] = "figure",
                                        [PUBLISHED_RANK] = "rank"};
    const struct published_row *row = change->now ? change->now : change->before;
    csv_out_field(csv, period_code(csv->out->arena, period));
    csv_out_field(csv, kinds[row->kind]);
    csv_out_words(csv, row->area);
    csv_out_words(csv, row->indicator);
    csv_out_field(csv, row->measure);
    csv_out_field(csv, row->to);
    changed_field(csv, change->before ? change->before->text : "");
    changed_field(csv, change->now ? change->now->text : "");
    csv_out_field(csv, NULL);
    csv_out_field(csv, NULL);
    csv_out_field(csv, NULL);
    csv_out_field(csv, causes_text(csv->out->arena, causes));
    csv_out_end_row(csv);
}

void data_changes(const struct revision *revision, struct period period, struct buffer *out)
{
    struct csv_out csv = csv_out_begin(out, "period,kind,area,indicator,measure,to,before,now,file,line,column,cause");
    for (size_t i = 0; i < revision->moved_count; i++)
        moved_row(&csv, &revision->moved[i]);
    for (size_t i = 0; i < revision->changes.count; i++)
        change_row(&csv, &revision->changes.items[i], &revision->causes[i], period);
}

/* ---- audit.csv ---- */

void data_audit(const struct findings *findings, struct buffer *out)
{
    struct csv_out csv = csv_out_begin(out, "severity,file,line,column,area,indicator,period,rule,message");
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->items[i];
        csv_out_field(&csv, severity_name(f->severity));
        csv_out_words(&csv, f->where.file);
        csv_out_field(&csv, f->where.line ? arena_format(out->arena, "%d", f->where.line) : NULL);
        csv_out_words(&csv, f->where.column);
        csv_out_words(&csv, f->where.area);
        csv_out_words(&csv, f->where.indicator);
        csv_out_words(&csv, f->where.period);
        csv_out_field(&csv, rule_code(f->rule));
        csv_out_words(&csv, f->message);
        csv_out_end_row(&csv);
    }
}
