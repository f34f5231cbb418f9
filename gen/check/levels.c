/* SPDX-License-Identifier: MIT */
/* A level is held against the same period of the year before (or of two years before), and what became of it there
 * against what became of the areas with its parent and group. Everything is looked for before anything is refused, so
 * that the order of the file changes nothing. One pass over the cells; what is known of a group at two periods is
 * worked out once, and only where a cell is odd. */
#include "check/levels.h"

#include "check/house_rules.h"
#include "check/unit.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_TENS = 9,   /* powers of ten that are looked for */
    UNIT_TENS = 2,   /* from here on a unit is more likely than a slip of the point */
    MANY_TIMES = 25, /* a step from one period to the next that asks for a look */
    FEW_TIMES = 4,   /* the same from one year to the next */
    ROUGHLY = 3,     /* so many times off still is that power of ten */
    FEW_PEERS = 2,   /* so many areas make a group to compare with */
    LITTLE = 100,    /* units of the last decimal */
    SMALL_COUNT = 10,
    COUNT = 100
};

/* What is looked at: an area's level at one period and an earlier one. */
struct pair {
    const struct area *area;
    const struct observation *now, *then;
    const struct figure *now_figure, *then_figure;
    bool same_period; /* a year or two apart; else the period before */
};

/* The areas of one parent and group. */
struct peers {
    const struct area **members;
    size_t count;
};

/* The peers at two periods, each list in ascending order. */
struct snapshot {
    struct period now, then;
    const struct number **ratios, **levels_now, **levels_then;
    size_t ratio_count, now_count, then_count;
};

struct suspect {
    struct figure *figure;
    const struct area *area;
    const struct indicator *indicator;
    struct period period;
    const struct figure *like;
    struct period like_period;
    int tens; /* how many powers of ten it is too large */
    bool certain;
};

struct scan {
    struct loader *loader;
    struct observation *observations;
    size_t *blamed;      /* [observation * FIELD_COUNT + field]: the suspect, from 1; 0: none */
    struct arena *arena; /* for one indicator and group */
    const struct indicator *indicator;
    enum field field;
    const struct peers *peers;
    struct snapshot *snapshots;
    size_t snapshot_count;
    struct suspect *suspects;
    size_t suspect_count;
};

/* ---- figures of a series ---- */

static bool same_period(struct period a, struct period b)
{
    return a.year == b.year && a.frequency == b.frequency && a.part == b.part;
}

/* The observation whose figure is a positive number, of the period or, where that means the same, of one that ends with
 * it. NULL for none. */
static const struct observation *positive_at(const struct scan *scan, const struct series *series, struct period period)
{
    int months = period_months(period);
    const struct period ends[] = {period,
                                  {period.year, FREQUENCY_MONTH, months},
                                  {period.year, FREQUENCY_QUARTER, months % 3 ? 0 : months / 3},
                                  {period.year, FREQUENCY_YEAR, months == 12}};
    bool spelled_alike = scan->field == FIELD_SINGLE || scan->indicator->basis == BASIS_SINGLE;
    for (size_t i = 0; i < (spelled_alike ? 1 : sizeof ends / sizeof *ends); i++) {
        const struct observation *found = ends[i].part ? series_at(series, ends[i]) : NULL;
        if (found && found->figures[scan->field].number && number_sign(found->figures[scan->field].number) > 0)
            return found;
    }
    return NULL;
}

static const struct series *series_of(const struct scan *scan, const struct area *area)
{
    return dataset_series(scan->loader->dataset, scan->indicator, area);
}

static bool is_small_count(const struct scan *scan, const struct number *number, long limit)
{
    return indicator_counts(scan->indicator, number) && number_compare_times(number, limit, 1, NULL) < 0;
}

static size_t *blamed(const struct scan *scan, const struct observation *observation)
{
    return &scan->blamed[(size_t)(observation - scan->observations) * FIELD_COUNT + scan->field];
}

static bool is_blamed(const struct scan *scan, const struct observation *observation)
{
    return *blamed(scan, observation) != 0;
}

/* Nothing more can be learned of it; an uncertain one may become certain by another year. */
static bool is_settled(const struct scan *scan, const struct observation *observation)
{
    size_t suspect = *blamed(scan, observation);
    return suspect && scan->suspects && scan->suspects[suspect - 1].certain;
}

/* ---- the like ---- */

static int compare_numbers(const void *left, const void *right)
{
    return number_compare(*(const struct number *const *)left, *(const struct number *const *)right);
}

static void sort(const struct number **numbers, size_t count)
{
    if (count)
        qsort(numbers, count, sizeof *numbers, compare_numbers);
}

static struct snapshot *snapshot_of(struct scan *scan, struct period now, struct period then)
{
    for (size_t i = 0; i < scan->snapshot_count; i++)
        if (same_period(scan->snapshots[i].now, now) && same_period(scan->snapshots[i].then, then))
            return &scan->snapshots[i];
    struct snapshot made = {.now = now, .then = then};
    size_t size = (scan->peers->count + 1) * sizeof(const struct number *);
    made.ratios = arena_alloc(scan->arena, size);
    made.levels_now = arena_alloc(scan->arena, size);
    made.levels_then = arena_alloc(scan->arena, size);
    for (size_t i = 0; i < scan->peers->count; i++) {
        const struct series *series = series_of(scan, scan->peers->members[i]);
        const struct observation *later = positive_at(scan, series, now), *earlier = positive_at(scan, series, then);
        const struct number *a = later ? later->figures[scan->field].number : NULL;
        const struct number *b = earlier ? earlier->figures[scan->field].number : NULL;
        if (a)
            made.levels_now[made.now_count++] = a;
        if (b)
            made.levels_then[made.then_count++] = b;
        if (a && b)
            made.ratios[made.ratio_count++] = number_divide(scan->arena, a, b);
    }
    sort(made.ratios, made.ratio_count);
    sort(made.levels_now, made.now_count);
    sort(made.levels_then, made.then_count);
    ARRAY_ADD(scan->arena, scan->snapshots, scan->snapshot_count, made);
    return &scan->snapshots[scan->snapshot_count - 1];
}

/* The median of the others: `own` stands in the list once, and is left out. NULL when there are fewer than FEW_PEERS.
 */
static const struct number *median_of_others(struct arena *arena, const struct number *const *sorted, size_t count,
                                             const struct number *own)
{
    size_t at = 0, high = count;
    while (at < high) {
        size_t middle = at + (high - at) / 2;
        if (number_compare(sorted[middle], own) < 0)
            at = middle + 1;
        else
            high = middle;
    }
    if (count < FEW_PEERS + 1)
        return NULL;
    size_t others = count - 1, upper = others / 2, lower = (others - 1) / 2;
    const struct number *a = sorted[lower + (lower >= at)], *b = sorted[upper + (upper >= at)];
    return number_divide(arena, number_add(arena, a, b), number_integer(arena, 2));
}

/* ---- powers of ten ---- */

/* The power of ten (not 0) that the ratio comes within `room` of: 10^n (1 − room) … 10^n (1 + room). 0 for none. */
static int tens_within(struct arena *arena, const struct number *ratio, const struct number *room)
{
    for (int n = 1; n <= MOST_TENS; n++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const struct number *off = number_subtract(
                arena, number_multiply(arena, ratio, number_ten(arena, -n * sign)), number_integer(arena, 1));
            if (number_compare(number_absolute(arena, off), room) <= 0)
                return n * sign;
        }
    return 0;
}

/* The same, of 100 times and more, as long as it is ROUGHLY that power. */
static int tens_roughly(struct arena *arena, const struct number *ratio)
{
    for (int n = UNIT_TENS; n <= MOST_TENS; n++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const struct number *scaled = number_multiply(arena, ratio, number_ten(arena, -n * sign));
            if (number_compare_times(scaled, ROUGHLY, 1, NULL) <= 0 &&
                number_compare_times(scaled, 1, ROUGHLY, NULL) >= 0)
                return n * sign;
        }
    return 0;
}

/* ---- who is to blame ---- */

/* Of a cumulative flow the amount for each month. */
static const struct number *normal_level(const struct scan *scan, const struct observation *observation)
{
    const struct number *number = observation->figures[scan->field].number;
    if (scan->indicator->kind != KIND_FLOW || scan->indicator->basis != BASIS_YTD || scan->field != FIELD_VALUE)
        return number;
    return number_divide(scan->arena, number, number_integer(scan->arena, period_months(observation->period)));
}

/* How many of the area's other figures within two years lie nearer to the later level of the pair, less those that lie
 * nearer to the earlier one. */
static int votes_for_now(struct scan *scan, const struct pair *pair)
{
    const struct series *series = series_of(scan, pair->area);
    const struct number *now = normal_level(scan, pair->now), *then = normal_level(scan, pair->then);
    const struct number *middle = number_multiply(scan->arena, now, then);
    int larger = number_compare(now, then) > 0 ? 1 : -1, votes = 0;
    for (size_t i = 0; i < series->count; i++) {
        const struct observation *other = &series->items[i];
        const struct number *level = other->figures[scan->field].number;
        if (other == pair->now || other == pair->then || !level || number_sign(level) <= 0 || is_blamed(scan, other) ||
            abs(other->period.year - pair->now->period.year) > 2)
            continue;
        level = normal_level(scan, other);
        votes += number_compare(number_multiply(scan->arena, level, level), middle) * larger;
    }
    return votes;
}

/* Whether the earlier level is the odd one: by the area's other figures, else by how far each lies from its like; when
 * nothing tells them apart, the later. */
static bool blames_then(struct scan *scan, const struct pair *pair, const struct snapshot *like, bool all_alike)
{
    int votes = votes_for_now(scan, pair);
    if (votes || all_alike)
        return votes > 0;
    const struct number *now = pair->now_figure->number, *then = pair->then_figure->number;
    const struct number *others_now = median_of_others(scan->arena, like->levels_now, like->now_count, now);
    const struct number *others_then = median_of_others(scan->arena, like->levels_then, like->then_count, then);
    if (!others_now || !others_then)
        return false;
    int order =
        number_compare(number_multiply(scan->arena, now, then), number_multiply(scan->arena, others_now, others_then));
    return number_compare(now, then) > 0 ? order < 0 : order > 0;
}

/* A growth that was reported for the later figure and is as extreme confirms it. */
static bool is_confirmed(struct scan *scan, const struct pair *pair, const struct number *ratio)
{
    enum field growth = scan->field == FIELD_VALUE ? FIELD_YOY : FIELD_SINGLE_YOY;
    const struct number *yoy = pair->now->figures[growth].number;
    if (!yoy)
        return false;
    const struct number *factor = number_add(
        scan->arena, number_divide(scan->arena, yoy, number_integer(scan->arena, 100)), number_integer(scan->arena, 1));
    if (number_compare_times(ratio, 1, 1, NULL) > 0)
        return number_compare_times(factor, 1, ROUGHLY, ratio) >= 0;
    return number_compare_times(factor, ROUGHLY, 1, ratio) <= 0;
}

static void blame(struct scan *scan, const struct pair *pair, bool earlier, int tens, bool certain)
{
    const struct observation *odd = earlier ? pair->then : pair->now, *like = earlier ? pair->now : pair->then;
    size_t at = (size_t)(odd - scan->observations);
    struct suspect suspect = {.figure = &scan->observations[at].figures[scan->field],
                              .area = pair->area,
                              .indicator = scan->indicator,
                              .period = odd->period,
                              .like = &like->figures[scan->field],
                              .like_period = like->period,
                              .tens = earlier ? -tens : tens,
                              .certain = certain};
    if (!is_blamed(scan, odd)) {
        ARRAY_ADD(scan->loader->arena, scan->suspects, scan->suspect_count, suspect);
        *blamed(scan, odd) = scan->suspect_count;
    } else if (certain) {
        scan->suspects[*blamed(scan, odd) - 1] = suspect;
    }
}

/* ---- one pair ---- */

/* A level of less than three digits, 0.44, to which the next plant adds many times as much. */
static bool is_little(const struct scan *scan, const struct pair *pair)
{
    const struct number *unit = number_ten(scan->arena, -scan->indicator->decimals);
    return number_compare_times(pair->now_figure->number, LITTLE, 1, unit) < 0 ||
           number_compare_times(pair->then_figure->number, LITTLE, 1, unit) < 0;
}

/* What the pair would be without a slip, its distance in powers of ten taken out: the ratio over the like's. */
static void look_at(struct scan *scan, const struct pair *pair)
{
    struct arena *arena = scan->arena;
    const struct number *room =
        number_divide(arena, scan->loader->dataset->settings.outlier_level, number_integer(arena, 100));
    const struct number *now = pair->now_figure->number, *then = pair->then_figure->number;
    const struct number *ratio = number_divide(arena, now, then);
    const struct snapshot *like = snapshot_of(scan, pair->now->period, pair->then->period);
    const struct number *usual = median_of_others(arena, like->ratios, like->ratio_count, ratio);
    const struct number *against = usual ? number_divide(arena, ratio, usual) : ratio;
    if (!pair->same_period && !usual)
        against = number_divide(arena, normal_level(scan, pair->now), normal_level(scan, pair->then));
    int own = pair->same_period ? tens_within(arena, ratio, room) : 0;
    int group = pair->same_period ? tens_within(arena, against, room) : 0;
    bool all_alike = own && usual && tens_within(arena, usual, room) == own;
    int tens = all_alike ? own : group ? group : tens_roughly(arena, against);
    if (!tens || (!own && !group && abs(tens) == UNIT_TENS && is_little(scan, pair)))
        return;
    bool earlier = pair->same_period && blames_then(scan, pair, like, all_alike);
    bool certain = usual && own == tens && abs(tens) >= UNIT_TENS && !is_small_count(scan, now, COUNT) &&
                   !is_small_count(scan, then, COUNT) && !is_confirmed(scan, pair, ratio);
    blame(scan, pair, earlier, tens, certain);
}

/* The same period a year before, or two; else, if the series begins within the year, the period before. */
static bool find_pair(const struct scan *scan, const struct series *series, size_t i, struct pair *pair)
{
    pair->now = &series->items[i];
    pair->now_figure = &pair->now->figures[scan->field];
    if (!pair->now_figure->number || number_sign(pair->now_figure->number) <= 0 || is_settled(scan, pair->now))
        return false;
    pair->then = NULL;
    pair->same_period = true;
    for (int years = 1; years <= 2 && !pair->then; years++)
        pair->then = positive_at(scan, series, period_year_before(pair->now->period, years));
    if (!pair->then && i > 0 && (scan->field == FIELD_VALUE || scan->indicator->kind != KIND_FLOW)) {
        pair->same_period = false;
        pair->then = positive_at(scan, series, period_before(pair->now->period));
    }
    if (!pair->then || is_settled(scan, pair->then))
        return false;
    pair->then_figure = &pair->then->figures[scan->field];
    const struct number *now = pair->now_figure->number, *then = pair->then_figure->number;
    long times = pair->same_period ? FEW_TIMES : MANY_TIMES;
    if (number_compare_times(now, times, 1, then) < 0 && number_compare_times(now, 1, times, then) > 0)
        return false;
    return !is_small_count(scan, now, SMALL_COUNT) && !is_small_count(scan, then, SMALL_COUNT);
}

static void scan_peers(struct scan *scan)
{
    scan->arena = arena_new();
    scan->snapshots = NULL;
    scan->snapshot_count = 0;
    for (size_t m = 0; m < scan->peers->count; m++) {
        struct pair pair = {.area = scan->peers->members[m]};
        const struct series *series = series_of(scan, pair.area);
        for (size_t i = 0; i < series->count; i++)
            if (find_pair(scan, series, i, &pair))
                look_at(scan, &pair);
    }
    arena_free(scan->arena);
}

/* ---- groups ---- */

static size_t place_of(const struct area *area)
{
    return area->parent ? area->parent->index + 1 : 0;
}

static int compare_areas(const void *left, const void *right)
{
    const struct area *a = *(const struct area *const *)left, *b = *(const struct area *const *)right;
    if (place_of(a) != place_of(b))
        return place_of(a) < place_of(b) ? -1 : 1;
    int order = strcmp(a->group, b->group);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* The region and each reference have no like: every one of them is alone. */
static bool are_peers(const struct area *a, const struct area *b)
{
    return a->parent && a->parent == b->parent && strcmp(a->group, b->group) == 0;
}

static struct peers *collect_peers(struct loader *loader, size_t *count)
{
    const struct dataset *dataset = loader->dataset;
    const struct area **areas = arena_alloc(loader->arena, (dataset->area_count + 1) * sizeof *areas);
    struct peers *peers = NULL;
    *count = 0;
    for (size_t i = 0; i < dataset->area_count; i++)
        areas[i] = &dataset->areas[i];
    if (dataset->area_count)
        qsort(areas, dataset->area_count, sizeof *areas, compare_areas);
    for (size_t i = 0; i < dataset->area_count; i++) {
        if (i && are_peers(areas[i - 1], areas[i])) {
            peers[*count - 1].count++;
            continue;
        }
        struct peers one = {&areas[i], 1};
        ARRAY_ADD(loader->arena, peers, *count, one);
    }
    return peers;
}

/* ---- what is found ---- */

static const char *times_text(struct arena *arena, int tens)
{
    return number_plain(arena, number_ten(arena, abs(tens)), 0);
}

static void describe(struct loader *loader, const struct suspect *suspect, struct doubt *doubt)
{
    struct arena *arena = loader->arena;
    *doubt = (struct doubt){
        .like = suspect->like->number,
        .like_period = suspect->like_period,
        .times = times_text(arena, suspect->tens),
        .unit = suspect->indicator->kind == KIND_RATIO
                    ? NULL
                    : unit_written_as(arena, suspect->indicator->unit, suspect->tens),
        .places = arena_format(arena, "%d", abs(suspect->tens)),
        .meant = number_multiply(arena, suspect->figure->number, number_ten(arena, -suspect->tens)),
    };
}

void doubt_report(struct findings *findings, enum severity severity, const struct where *where,
                  const struct number *number, const struct doubt *doubt)
{
    struct arena *arena = findings->arena;
    finding_add_as(findings, doubt->unit ? RULE_LEVEL_UNIT : RULE_LEVEL_POINT, severity, where,
                   (const char *const[]){number_plain(arena, number, 10), period_name(arena, doubt->like_period),
                                         number_plain(arena, doubt->like, 10), doubt->times,
                                         doubt->unit ? doubt->unit : doubt->places,
                                         number_plain(arena, doubt->meant, 10), NULL});
}

static void note_lifted(struct loader *loader, const struct house_rule *rule)
{
    struct dataset *dataset = loader->dataset;
    if (!dataset->levels_verified)
        dataset->levels_verified = arena_alloc(loader->arena, dataset->house_rule_count * sizeof(bool));
    dataset->levels_verified[rule->index] = true;
}

/* Refused where it is certain and nobody has vouched for it, else left with its doubt. */
static void settle(struct loader *loader, const struct suspect *suspect)
{
    struct figure *figure = suspect->figure;
    struct doubt *doubt = arena_alloc(loader->arena, sizeof *doubt);
    describe(loader, suspect, doubt);
    const struct house_rule *vouched =
        house_rule_verified(loader->dataset, suspect->area, suspect->indicator, suspect->period);
    if (!suspect->certain || vouched) {
        if (vouched)
            note_lifted(loader, vouched);
        figure->doubt = doubt;
        return;
    }
    struct where where = {.file = figure->file,
                          .line = figure->line,
                          .column = figure->column,
                          .cell = figure->at,
                          .area = suspect->area->code,
                          .indicator = suspect->indicator->id,
                          .period = period_code(loader->arena, suspect->period)};
    doubt_report(loader->findings, loader->keep_going ? SEVERITY_WARNING : SEVERITY_ERROR, &where, figure->number,
                 doubt);
    figure->number = NULL;
}

void levels_check(struct loader *loader, struct observation *observations, size_t count)
{
    struct dataset *dataset = loader->dataset;
    if (!dataset->settings.outlier_level)
        return;
    struct scan scan = {.loader = loader,
                        .observations = observations,
                        .blamed = arena_alloc(loader->arena, (count * FIELD_COUNT + 1) * sizeof(size_t))};
    size_t peer_count;
    const struct peers *peers = collect_peers(loader, &peer_count);
    static const enum field levels[] = {FIELD_VALUE, FIELD_SINGLE};
    for (size_t i = 0; i < dataset->indicator_count; i++)
        for (size_t p = 0; dataset->indicators[i].kind != KIND_RATE && p < peer_count; p++)
            for (size_t f = 0; f < sizeof levels / sizeof *levels; f++) {
                scan.indicator = &dataset->indicators[i];
                scan.peers = &peers[p];
                scan.field = levels[f];
                scan_peers(&scan);
            }
    for (size_t i = 0; i < scan.suspect_count; i++)
        settle(loader, &scan.suspects[i]);
}
