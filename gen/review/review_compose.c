/* SPDX-License-Identifier: MIT */
#include "review/review_compose.h"

#include "base/text.h"
#include "check/understood.h"
#include "review/review_parts.h"
#include "tables/book_tables.h"

#include <string.h>

static const char *count_text(const struct desk *desk, size_t count)
{
    return arena_format(desk->arena, "%zu", count);
}

static struct cell link_cell(const char *path)
{
    struct cell cell = cell_text(path);
    cell.link = path;
    return cell;
}

/* ---- 错误、警告、提示 ---- */

static void finding_row(const struct desk *desk, struct table_builder *t, const struct finding *finding)
{
    const struct where *w = &finding->where;
    const char *place = w->file;
    if (place && w->line)
        place = FILL(&desk->say, WORD_REVIEW_PLACE, "文件", place, "行", arena_format(desk->arena, "%d", w->line));
    table_cell(t, text_or_empty(desk_area_name(desk, w->area)));
    table_cell(t, text_or_empty(desk_indicator_name(desk, w->indicator)));
    table_cell(t, cell_text(finding->message));
    table_cell(t, text_or_empty(place));
}

static const struct table *finding_table(const struct desk *desk, enum severity severity)
{
    const struct findings *findings = desk->composer->findings;
    static const struct table_head heads[] = {{WORD_COL_AREA, ALIGN_LEFT, 5},
                                              {WORD_COL_INDICATOR, ALIGN_LEFT, 8},
                                              {WORD_COL_MESSAGE, ALIGN_LEFT, 24},
                                              {WORD_REVIEW_COL_PLACE, ALIGN_LEFT, 10}};
    struct table_builder t;
    size_t shown = 0;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].severity == severity && shown++ < REVIEW_ROWS)
            finding_row(desk, &t, &findings->items[i]);
    return review_table_end(desk, &t, shown, WORD_REVIEW_MORE);
}

static struct review_notice finding_notice(const struct desk *desk, enum severity severity)
{
    static const struct {
        enum word label, some;
        enum cell_tone tone;
        bool listed; /* notes are many and mild: audit.csv has them */
    } kinds[] = {
        [SEVERITY_NOTE] = {WORD_SEVERITY_NOTE, WORD_REVIEW_NOTES, TONE_MUTED, false},
        [SEVERITY_WARNING] = {WORD_SEVERITY_WARNING, WORD_REVIEW_WARNINGS, TONE_WAITING, true},
        [SEVERITY_ERROR] = {WORD_SEVERITY_ERROR, WORD_REVIEW_ERRORS, TONE_BAD, true},
    };
    size_t count = desk->composer->findings->by_severity[severity];
    return (struct review_notice){
        .tone = count ? kinds[severity].tone : TONE_GOOD,
        .label = SAY(&desk->say, kinds[severity].label),
        .text = count ? FILL(&desk->say, kinds[severity].some, "数", count_text(desk, count))
                      : SAY(&desk->say, WORD_REVIEW_NONE),
        .table = count && kinds[severity].listed ? finding_table(desk, severity) : NULL,
    };
}

/* ---- 各表读法 ---- */

static struct review_notice tables_notice(const struct desk *desk)
{
    const struct dataset *dataset = desk->dataset;
    size_t cells = 0, n[USES] = {0};
    for (size_t i = 0; i < dataset->table_count; i++) {
        cells += dataset->tables[i]->cells;
        for (size_t use = 0; use < USES; use++)
            n[use] += dataset->tables[i]->uses[use];
    }
    size_t passed = n[USE_PASSED] + n[USE_UNTOLD];
    return (struct review_notice){
        .tone = n[USE_REFUSED] || passed ? TONE_MUTED : TONE_GOOD,
        .label = SAY(&desk->say, WORD_REVIEW_LABEL_TABLES),
        .text =
            FILL(&desk->say, WORD_REVIEW_TABLES, "表", count_text(desk, dataset->table_count), "数",
                 count_text(desk, cells), "用", count_text(desk, n[USE_FIGURE] + n[USE_KEY]), "空",
                 count_text(desk, n[USE_EMPTY]), "头", count_text(desk, n[USE_HEADER] + n[USE_REMARK] + n[USE_SKIPPED]),
                 "弃", count_text(desk, passed), "拒", count_text(desk, n[USE_REFUSED])),
        .table = table_understood(desk),
        .unfold = SAY(&desk->say, WORD_REVIEW_TABLES_UNFOLD),
    };
}

/* ---- 手填 ---- */

/* What was marked as written by hand: nothing but a person's eye has checked it. */
static struct review_notice hand_notice(const struct desk *desk)
{
    const struct findings *findings = desk->composer->findings;
    static const struct table_head heads[] = {{WORD_REVIEW_COL_HAND, ALIGN_LEFT, 12},
                                              {WORD_REVIEW_COL_PLACE, ALIGN_LEFT, 10},
                                              {WORD_REVIEW_COL_LINE, ALIGN_LEFT, 24}};
    struct table_builder t;
    size_t count = 0;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->rule != RULE_TEXT_BY_HAND || count++ >= REVIEW_ROWS)
            continue;
        const char *line = arena_format(desk->arena, "%d", finding->where.line);
        table_cell(&t, cell_text(finding->arguments[0]));
        table_cell(&t, cell_text(FILL(&desk->say, WORD_REVIEW_PLACE, "文件", finding->where.file, "行", line)));
        table_cell(&t, cell_text(finding->where.text));
    }
    return (struct review_notice){
        .tone = count ? TONE_WAITING : TONE_GOOD,
        .label = SAY(&desk->say, WORD_REVIEW_LABEL_HAND),
        .text = count ? FILL(&desk->say, WORD_REVIEW_HAND, "数", count_text(desk, count))
                      : SAY(&desk->say, WORD_REVIEW_HAND_NONE),
        .table = count ? review_table_end(desk, &t, count, WORD_REVIEW_MORE) : NULL,
    };
}

/* ---- 落后清单 ---- */

static struct review_notice ledger_notice(const struct desk *desk)
{
    const struct composer *composer = desk->composer;
    size_t open = 0, repeated = 0;
    for (; open < composer->ledger_count && !composer->ledger[open].cleared; open++)
        repeated += composer->ledger[open].periods > 1;
    return (struct review_notice){
        .tone = open ? TONE_MUTED : TONE_GOOD, /* told, not to be mended before sealing */
        .label = SAY(&desk->say, WORD_REVIEW_LABEL_LEDGER),
        .text = composer->ledger_count
                    ? FILL(&desk->say, WORD_REVIEW_LEDGER, "落后", count_text(desk, open), "连续",
                           count_text(desk, repeated), "销号", count_text(desk, composer->ledger_count - open))
                    : SAY(&desk->say, WORD_REVIEW_LEDGER_NONE),
        .table = open ? table_ledger_first(desk, REVIEW_ROWS) : NULL,
    };
}

/* ---- 后备字 ---- */

/* Which characters another face than the wanted one drew: they look different, and are names more often than not. */
static struct review_notice glyph_notice(const struct desk *desk, const struct review_facts *facts)
{
    static const struct table_head heads[] = {{WORD_REVIEW_COL_FILE, ALIGN_LEFT, 20},
                                              {WORD_REVIEW_COL_COUNT, ALIGN_RIGHT, 4},
                                              {WORD_REVIEW_COL_GLYPHS, ALIGN_LEFT, 20}};
    struct review_notice notice = {.tone = TONE_MUTED, .label = SAY(&desk->say, WORD_REVIEW_LABEL_GLYPHS)};
    size_t typeset = 0, touched = 0;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < facts->file_count; i++) {
        const struct review_file *file = &facts->files[i];
        typeset += file->typeset;
        if (!file->fallback_count)
            continue;
        if (touched++ >= REVIEW_ROWS)
            continue;
        table_cell(&t, link_cell(file->path));
        table_cell(&t, count_cell(desk, file->fallback_count));
        table_cell(&t, text_or_empty(file->fallback));
    }
    if (!typeset) {
        notice.text = SAY(&desk->say, WORD_REVIEW_GLYPHS_UNASKED);
        return notice;
    }
    notice.tone = touched ? TONE_WAITING : TONE_GOOD;
    notice.text = touched ? FILL(&desk->say, WORD_REVIEW_GLYPHS, "数", count_text(desk, touched))
                          : SAY(&desk->say, WORD_REVIEW_GLYPHS_NONE);
    notice.table = touched ? review_table_end(desk, &t, touched, WORD_REVIEW_MORE_FILES) : NULL;
    return notice;
}

/* ---- the status line ---- */

static struct cell status_of(const struct desk *desk, const struct review_notice *notices, size_t count)
{
    const struct phrasing *p = &desk->say;
    struct strings said = {0};
    struct cell status = cell_text("");
    status.tone = TONE_GOOD;
    for (size_t i = 0; i < count; i++) {
        if (notices[i].tone != TONE_WAITING && notices[i].tone != TONE_BAD)
            continue;
        strings_add(&said, desk->arena, notices[i].label);
        if (status.tone != TONE_BAD)
            status.tone = notices[i].tone;
    }
    const char *names = strings_join(&said, desk->arena, SAY(p, WORD_REVIEW_SPARK_COMMA));
    status.text = said.count ? FILL(p, WORD_REVIEW_STATUS_LOOK, "名单", names) : SAY(p, WORD_REVIEW_STATUS_CLEAN);
    return status;
}

/* ---- 文件 ---- */

static const char *file_words(const struct desk *desk, const struct review_file *file)
{
    if (!file->area)
        return SAY(&desk->say, WORD_REVIEW_FILE_TABLE);
    enum word word = file->letter                      ? WORD_REVIEW_FILE_LETTER
                     : file->correction                ? WORD_REVIEW_FILE_CORRECTION
                     : file->targets                   ? WORD_REVIEW_FILE_TARGETS
                     : file->kind == DOCUMENT_BULLETIN ? WORD_REVIEW_FILE_BULLETIN
                                                       : WORD_REVIEW_FILE_BOOK;
    const char *name = FILL(&desk->say, word, "地区", file->area->name);
    return file->editable ? FILL(&desk->say, WORD_REVIEW_FILE_EDITABLE, "文件", name) : name;
}

static struct cell extent_cell(const struct desk *desk, const struct review_file *file)
{
    if (!file->pages)
        return cell_empty();
    return cell_text(FILL(&desk->say, file->kind == DOCUMENT_BULLETIN ? WORD_REVIEW_PAGES : WORD_REVIEW_SHEETS, "数",
                          arena_format(desk->arena, "%d", file->pages)));
}

static const struct table *file_table(const struct desk *desk, const struct review_facts *facts)
{
    static const struct table_head heads[] = {{WORD_REVIEW_COL_FILE, ALIGN_LEFT, 20},
                                              {WORD_COL_CONTENT, ALIGN_LEFT, 10},
                                              {WORD_REVIEW_COL_PAGES, ALIGN_RIGHT, 4}};
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < facts->file_count; i++) {
        table_cell(&t, link_cell(facts->files[i].path));
        table_cell(&t, cell_text(file_words(desk, &facts->files[i])));
        table_cell(&t, extent_cell(desk, &facts->files[i]));
    }
    return table_end(&t);
}

/* The mark that every page bears: 示例数据, 送审稿; NULL for neither. */
static const char *banner_of(const struct desk *desk)
{
    if (desk->dataset->settings.sample)
        return SAY(&desk->say, WORD_BANNER_SAMPLE);
    return desk->dataset->settings.draft ? SAY(&desk->say, WORD_BANNER_DRAFT) : NULL;
}

/* ---- 核数→送审→编号→用印→归档 ---- */

static const char *check_words(const struct desk *desk)
{
    const char *reply = desk_reply_by(desk);
    return *reply ? FILL(&desk->say, WORD_REVIEW_DO_CHECK_REPLY, "期限", reply) : SAY(&desk->say, WORD_REVIEW_DO_CHECK);
}

static const char *number_words(const struct desk *desk)
{
    const char *number = desk->dataset->settings.doc_number;
    return number && *number ? FILL(&desk->say, WORD_REVIEW_DO_NUMBER_SET, "文号", number)
                             : SAY(&desk->say, WORD_REVIEW_DO_NUMBER);
}

static const char *seal_words(const struct desk *desk)
{
    const char *date = desk_day(desk, desk->composer->issued), *banner = banner_of(desk);
    return banner ? FILL(&desk->say, WORD_REVIEW_DO_SEAL_MARKED, "日期", date, "标记", banner)
                  : FILL(&desk->say, WORD_REVIEW_DO_SEAL, "日期", date);
}

static const struct table *step_table(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    const struct {
        enum word step;
        const char *text;
    } steps[] = {
        {WORD_REVIEW_STEP_CHECK, check_words(desk)},
        {WORD_REVIEW_STEP_SUBMIT, SAY(p, WORD_REVIEW_DO_SUBMIT)},
        {WORD_REVIEW_STEP_NUMBER, number_words(desk)},
        {WORD_REVIEW_STEP_SEAL, seal_words(desk)},
        {WORD_REVIEW_STEP_ARCHIVE, SAY(p, WORD_REVIEW_DO_ARCHIVE)},
    };
    static const struct table_head heads[] = {{WORD_REVIEW_COL_STEP, ALIGN_LEFT, 4},
                                              {WORD_REVIEW_COL_DO, ALIGN_LEFT, 24},
                                              {WORD_REVIEW_COL_WHO, ALIGN_LEFT, 6},
                                              {WORD_REVIEW_COL_WHEN, ALIGN_LEFT, 6}};
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        table_cell(&t, cell_text(SAY(p, steps[i].step)));
        table_cell(&t, cell_text(steps[i].text));
        table_cell(&t, cell_empty());
        table_cell(&t, cell_empty());
    }
    return table_end(&t);
}

/* ---- the page ---- */

static bool partial_shown(const struct review_matrix *matrix)
{
    for (size_t r = 0; r < matrix->row_count; r++)
        for (size_t c = 0; c < matrix->column_count; c++)
            if (matrix->rows[r].cells[c].partial)
                return true;
    return false;
}

static struct strings legend_of(const struct desk *desk, const struct review_matrix *matrices, size_t count)
{
    struct strings lines = {0};
    bool partial = false;
    for (size_t i = 0; i < count; i++)
        partial = partial || partial_shown(&matrices[i]);
    strings_add(&lines, desk->arena, SAY(&desk->say, WORD_REVIEW_LEGEND));
    if (partial)
        strings_add(&lines, desk->arena, SAY(&desk->say, WORD_PARTIAL_NOTE));
    return lines;
}

const struct review_page *review_page_compose(const struct composer *composer, const struct review_facts *facts,
                                              struct arena *arena)
{
    struct desk made = desk_new(composer, composer->dataset->region, arena);
    const struct desk *desk = &made;
    const struct phrasing *p = &desk->say;
    const struct review_notice notices[] = {
        finding_notice(desk, SEVERITY_ERROR),
        finding_notice(desk, SEVERITY_WARNING),
        review_changes(desk),
        review_issued(desk),
        glyph_notice(desk, facts),
        ledger_notice(desk),
        review_close(desk),
        hand_notice(desk),
        finding_notice(desk, SEVERITY_NOTE),
        tables_notice(desk),
    };
    size_t notice_count = sizeof notices / sizeof *notices, revision_count;
    const struct review_notice *revision = review_revision(desk, &revision_count);
    size_t matrix_count;
    const struct review_matrix *matrices = review_matrices(desk, &matrix_count);
    struct strings legend = legend_of(desk, matrices, matrix_count);
    struct review_page page = {
        .mark = facts->mark,
        .title = FILL(p, WORD_REVIEW_TITLE, "区域", desk_region_name(desk), "时期", desk_period(desk)),
        .lead = FILL(p, WORD_REVIEW_LEAD, "日期", desk_day(desk, composer->issued), "数",
                     count_text(desk, facts->file_count)),
        .banner = banner_of(desk),
        .status = status_of(desk, notices, notice_count),
        .skip = SAY(p, WORD_REVIEW_SKIP),
        .contents = SAY(p, WORD_REVIEW_CONTENTS),
        .notices_title = SAY(p, WORD_REVIEW_HEAD_NOTICES),
        .revision_title = SAY(p, WORD_REVIEW_HEAD_REVISION),
        .matrix_title = SAY(p, WORD_REVIEW_HEAD_MATRIX),
        .files_title = SAY(p, WORD_REVIEW_HEAD_FILES),
        .steps_title = SAY(p, WORD_REVIEW_HEAD_STEPS),
        .notices = arena_copy(arena, notices, sizeof notices),
        .notice_count = notice_count,
        .revision = revision,
        .revision_count = revision_count,
        .legend = legend.items,
        .legend_count = legend.count,
        .matrices = matrices,
        .matrix_count = matrix_count,
        .files = file_table(desk, facts),
        .steps = step_table(desk),
        .foot = SAY(p, WORD_REVIEW_FOOT),
    };
    return arena_copy(arena, &page, sizeof page);
}
