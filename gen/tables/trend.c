/* SPDX-License-Identifier: MIT */
#include "tables/trend.h"

#include "tables/table_parts.h"

void trend_periods(const struct desk *desk, struct period *periods)
{
    periods[TREND_PERIODS - 1] = desk->period;
    for (size_t i = TREND_PERIODS - 1; i > 0; i--)
        periods[i - 1] = period_before(periods[i]);
}

static void trend_row(const struct desk *desk, struct table_builder *t, const struct indicator *indicator,
                      const struct area *area, const struct period *periods, size_t first)
{
    table_cell(t, cell_text(indicator->name));
    table_cell(t, cell_text(area->name));
    for (size_t i = first; i < TREND_PERIODS; i++)
        table_cell(t, figures_only(desk_cell(desk, desk_result_at(desk, MEASURE_YOY, indicator, area, periods[i]),
                                             MEASURE_YOY, indicator)));
}

/* The first period with a figure; TREND_PERIODS without any. */
static size_t trend_first(const struct desk *desk, const struct indicator *indicator, const struct area *area,
                          const struct period *periods)
{
    size_t i = measure_applies(MEASURE_YOY, indicator) ? 0 : TREND_PERIODS;
    while (i < TREND_PERIODS && !desk_result_at(desk, MEASURE_YOY, indicator, area, periods[i])->printed)
        i++;
    return i;
}

const struct table *table_trend(const struct desk *desk)
{
    struct period periods[TREND_PERIODS];
    const struct area *const areas[] = {desk->area, desk->region, reference_area(desk->dataset)};
    const struct dataset *d = desk->dataset;
    struct table_builder t;
    trend_periods(desk, periods);
    /* Periods before the data begin would only be empty columns. */
    size_t first = TREND_PERIODS;
    for (size_t i = 0; i < d->indicator_count; i++) {
        size_t own = trend_first(desk, &d->indicators[i], desk->area, periods);
        first = own < first ? own : first;
    }
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_INDICATOR), NULL, NULL, ALIGN_LEFT, 10);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 5);
    for (size_t i = first; i < TREND_PERIODS; i++)
        table_column(&t, period_code(desk->arena, periods[i]), NULL, NULL, ALIGN_RIGHT, 4);
    for (size_t i = 0; i < d->indicator_count; i++) {
        const struct indicator *indicator = &d->indicators[i];
        if (trend_first(desk, indicator, desk->area, periods) == TREND_PERIODS)
            continue;
        for (size_t a = 0; a < sizeof areas / sizeof *areas; a++)
            if (areas[a] && trend_first(desk, indicator, areas[a], periods) < TREND_PERIODS)
                trend_row(desk, &t, indicator, areas[a], periods, first);
    }
    return t.cell_count ? table_end(&t) : NULL;
}
