/* The two workbooks: which sheets there are, in which order. A sheet without content is left out. */
#include "compose/parts.h"

#include <string.h>

enum { MOST_CHARTS = 8, MOST_LINES = 3 };

struct sheet {
    enum word name, about;
    enum word title; /* with {时期} and {地区} */
    bool landscape;
    void (*fill)(const struct desk *desk, struct builder *builder); /* NULL: the guide, which lists the others */
};

static void add_table(struct builder *builder, const struct table *table)
{
    if (table)
        builder_table(builder, table);
}

/* ---- the region's sheets ---- */

static void fill_summary(const struct desk *desk, struct builder *builder)
{
    tables_summary(desk, builder);
}

static void fill_verdicts(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_verdicts(desk));
}

static void fill_ranks(const struct desk *desk, struct builder *builder)
{
    tables_ranks(desk, builder, true);
}

/* Whether a formula of the table asks for the months by name. */
static bool asks_months(const struct desk *desk, const struct table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const char *formula = table->cells[i].formula;
        if (formula && (strstr(formula, SAY(&desk->say, WORD_NAME_MONTHS)) ||
                        strstr(formula, SAY(&desk->say, WORD_NAME_MONTHS_LEFT))))
            return true;
    }
    return false;
}

/* Tables with live formulas, below the months that they know by name. A name stands once in a book, so the second
 * sheet of such tables uses the first one's. */
static void add_work(const struct desk *desk, struct builder *builder, enum work_sort from, enum work_sort to,
                     bool months)
{
    const struct table *tables[WORK_REFERENCES + 1];
    bool any = false, asked = false;
    for (enum work_sort sort = from; sort <= to; sort++) {
        tables[sort] = table_work(desk, sort);
        any |= tables[sort] != NULL;
        asked |= tables[sort] && asks_months(desk, tables[sort]);
    }
    if (!any)
        return;
    builder_paragraph(builder, PARAGRAPH_NOTE, SAY(&desk->say, WORD_WORK_LEAD));
    if (months && asked)
        add_table(builder, table_months(desk));
    for (enum work_sort sort = from; sort <= to; sort++)
        add_table(builder, tables[sort]);
}

static void fill_pace(const struct desk *desk, struct builder *builder)
{
    add_work(desk, builder, WORK_PACED, WORK_PACED, true);
}

static void fill_standing(const struct desk *desk, struct builder *builder)
{
    const struct table *paced = table_work(desk, WORK_PACED);
    add_work(desk, builder, WORK_STANDING, WORK_STANDING, !paced || !asks_months(desk, paced));
}

static void fill_scores(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_scores(desk));
}

static void fill_charts(const struct desk *desk, struct builder *builder)
{
    charts_areas(desk, builder, MOST_CHARTS);
}

static void fill_data(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_data(desk));
}

static void fill_findings(const struct desk *desk, struct builder *builder)
{
    const struct table *table = table_findings(desk);
    if (table)
        builder_table(builder, table);
    else
        builder_paragraph(builder, PARAGRAPH_BODY, SAY(&desk->say, WORD_NO_FINDINGS));
}

static void fill_notes(const struct desk *desk, struct builder *builder)
{
    notes_add(desk, builder, NOTES_LINES);
    add_table(builder, table_definitions(desk));
}

static void fill_sources(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_sources(desk));
}

/* ---- a county's sheets ---- */

static void fill_overview(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_overview(desk, desk->area, true));
}

static void fill_work(const struct desk *desk, struct builder *builder)
{
    add_work(desk, builder, WORK_PACED, WORK_REFERENCES, true);
}

static void fill_trend(const struct desk *desk, struct builder *builder)
{
    add_table(builder, table_trend(desk));
    charts_trend(desk, builder, MOST_LINES);
}

static void fill_check(const struct desk *desk, struct builder *builder)
{
    const struct table *table = table_check(desk);
    if (!table)
        return;
    builder_table(builder, table);
}

static const struct sheet region_sheets[] = {
    {WORD_SHEET_SUMMARY, WORD_ABOUT_SUMMARY, WORD_TITLE_SUMMARY, true, fill_summary},
    {WORD_SHEET_VERDICTS, WORD_ABOUT_VERDICTS, WORD_TITLE_VERDICTS, true, fill_verdicts},
    {WORD_SHEET_RANKS, WORD_ABOUT_RANKS, WORD_TITLE_RANKS, true, fill_ranks},
    {WORD_SHEET_PACE, WORD_ABOUT_PACE, WORD_TITLE_PACE, true, fill_pace},
    {WORD_SHEET_WORK, WORD_ABOUT_WORK_ALL, WORD_TITLE_WORK, true, fill_standing},
    {WORD_SHEET_SCORES, WORD_ABOUT_SCORES, WORD_TITLE_SCORES, true, fill_scores},
    {WORD_SHEET_CHARTS, WORD_ABOUT_CHARTS, WORD_TITLE_CHARTS, false, fill_charts},
    {WORD_SHEET_DATA, WORD_ABOUT_DATA, WORD_TITLE_DATA, true, fill_data},
    {WORD_SHEET_FINDINGS, WORD_ABOUT_FINDINGS, WORD_TITLE_FINDINGS, true, fill_findings},
    {WORD_SHEET_NOTES, WORD_ABOUT_NOTES, WORD_TITLE_DEFINITIONS, true, fill_notes},
    {WORD_SHEET_SOURCES, WORD_ABOUT_SOURCES, WORD_TITLE_SOURCES, true, fill_sources},
};

static const struct sheet area_sheets[] = {
    {WORD_SHEET_OVERVIEW, WORD_ABOUT_OVERVIEW, WORD_TITLE_OVERVIEW, true, fill_overview},
    {WORD_SHEET_WORK, WORD_ABOUT_WORK, WORD_TITLE_WORK, true, fill_work},
    {WORD_SHEET_TREND, WORD_ABOUT_TREND, WORD_TITLE_TREND, false, fill_trend},
    {WORD_SHEET_CHECK, WORD_ABOUT_CHECK, WORD_TITLE_CHECK, true, fill_check},
    {WORD_SHEET_NOTES, WORD_ABOUT_NOTES, WORD_TITLE_DEFINITIONS, true, fill_notes},
    {WORD_SHEET_SOURCES, WORD_ABOUT_SOURCES, WORD_TITLE_SOURCES, true, fill_sources},
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- building ---- */

static const char *title_of(const struct desk *desk, const struct sheet *sheet)
{
    return FILL(&desk->say, sheet->title, "时期", desk_period(desk), "地区", desk->area->name);
}

/* What the sheets hold; one without a block is left out of the book. */
static const struct section *fill_all(const struct desk *desk, const struct sheet *sheets, size_t count)
{
    struct builder *trial = builder_new(desk->arena);
    struct document drawn = {.sections = NULL};
    for (size_t i = 0; i < count; i++) {
        builder_section(trial, SECTION_SHEET, "", "", false);
        sheets[i].fill(desk, trial);
    }
    builder_finish(trial, &drawn);
    return drawn.sections;
}

/* 说明: the period, the sheets with links, what the words of the verdicts mean. */
static void add_guide(const struct desk *desk, struct builder *builder, const struct sheet *sheets,
                      const struct section *filled, size_t count, const char *title)
{
    const char *issuer = desk->dataset->settings.issuer;
    struct table_builder t;
    builder_section(builder, SECTION_SHEET, SAY(&desk->say, WORD_SHEET_GUIDE), title, false);
    builder_paragraph(builder, PARAGRAPH_BODY,
                      issuer ? FILL(&desk->say, WORD_GUIDE_LEAD, "时期", desk_period(desk), "单位", issuer)
                             : FILL(&desk->say, WORD_GUIDE_LEAD_PLAIN, "时期", desk_period(desk)));
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_SHEET), NULL, NULL, ALIGN_CENTER, 8);
    table_column(&t, SAY(&desk->say, WORD_COL_CONTENT), NULL, NULL, ALIGN_LEFT, 30);
    for (size_t i = 0; i < count; i++) {
        if (!filled[i].block_count)
            continue;
        struct cell link = cell_text(SAY(&desk->say, sheets[i].name));
        link.link = link.text;
        table_cell(&t, link);
        table_cell(&t, cell_text(SAY(&desk->say, sheets[i].about)));
    }
    builder_table(builder, table_end(&t));
    if (desk->composer->verdict_count)
        builder_table(builder, table_words(desk));
    builder_paragraph(builder, PARAGRAPH_NOTE, SAY(&desk->say, WORD_GUIDE_COLORS));
}

static void add_sheets(const struct desk *desk, struct builder *builder, const struct sheet *sheets,
                       const struct section *filled, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!filled[i].block_count)
            continue;
        builder_section(builder, SECTION_SHEET, SAY(&desk->say, sheets[i].name), title_of(desk, &sheets[i]),
                        sheets[i].landscape);
        builder_blocks(builder, filled[i].blocks, filled[i].block_count);
    }
}

const struct document *compose_region_workbook(const struct composer *composer, const struct area *area,
                                               struct arena *arena)
{
    struct desk desk = desk_new(composer, area, arena);
    const char *period = desk_period(&desk), *name = desk_region_name(&desk);
    const char *title = FILL(&desk.say, WORD_TITLE_REGION_BOOK, "区域", name, "时期", period);
    struct document *document = document_begin(&desk, DOCUMENT_WORKBOOK, title,
                                               FILL(&desk.say, WORD_SUBJECT_REGION, "时期", period, "区域", name));
    struct builder *builder = builder_new(arena);
    document->sign_off = SAY(&desk.say, WORD_SIGN_OFF);
    const struct section *filled = fill_all(&desk, region_sheets, COUNT(region_sheets));
    add_guide(&desk, builder, region_sheets, filled, COUNT(region_sheets), title);
    add_sheets(&desk, builder, region_sheets, filled, COUNT(region_sheets));
    builder_finish(builder, document);
    return document;
}

const struct document *compose_area_workbook(const struct composer *composer, const struct area *area,
                                             struct arena *arena)
{
    struct desk desk = desk_new(composer, area, arena);
    const char *period = desk_period(&desk);
    const char *title = FILL(&desk.say, WORD_TITLE_AREA_BOOK, "地区", area->name, "时期", period);
    struct document *document = document_begin(&desk, DOCUMENT_WORKBOOK, title,
                                               FILL(&desk.say, WORD_SUBJECT_AREA, "时期", period, "地区", area->name));
    struct builder *builder = builder_new(arena);
    add_sheets(&desk, builder, area_sheets, fill_all(&desk, area_sheets, COUNT(area_sheets)), COUNT(area_sheets));
    builder_finish(builder, document);
    return document;
}
