/* SPDX-License-Identifier: MIT */
#include "render/html/element.h"
#include "render/html/html.h"

/* ---- tables ---- */

static void head_cell(struct buffer *out, const struct column *column)
{
    buffer_add(out, column->align == ALIGN_RIGHT ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">");
    html_text(out, column->header[0]);
    buffer_add(out, "</th>");
}

/* On a phone the heads are gone from sight, and the cell says its own. */
static void of(struct buffer *out, const char *head)
{
    html_wrap(out, "<span class=\"of\">", head, "</span>");
}

static void cell_inside(struct buffer *out, const struct cell *cell)
{
    if (cell->link)
        html_link(out, cell->link, cell->text);
    else
        html_text(out, cell->text);
}

/* `extent`: of a column that holds sentences, long, or some words, middling. */
static void cell_begin(struct buffer *out, const char *tone, bool right, const char *extent)
{
    const char *const classes[] = {tone, right ? "right" : "", extent};
    const char *before = "<td class=\"";
    for (size_t i = 0; i < 3; i++) {
        if (!*classes[i])
            continue;
        buffer_format(out, "%s%s", before, classes[i]);
        before = " ";
    }
    buffer_add(out, *before == ' ' ? "\">" : "<td>");
}

static const char *extent_of(const struct column *column)
{
    return column->width >= 12 ? "long" : column->width >= 9 ? "middling" : "";
}

/* What a table of the page is: its empty cells are filled in by hand; it has many columns, whose heads a phone needs.
 */
enum list_sort { LIST_PLAIN, LIST_BY_HAND, LIST_MANY };

/* The first cell names its row. One that is to be filled in by hand is empty but for its head. */
static void body_cell(struct buffer *out, const struct table *table, size_t index, enum list_sort sort)
{
    const struct cell *cell = &table->cells[index];
    const struct column *column = &table->columns[index % table->column_count];
    if (index % table->column_count == 0 && cell->kind != CELL_EMPTY) {
        buffer_add(out, "<th scope=\"row\">");
        cell_inside(out, cell);
        buffer_add(out, "</th>");
    } else if (cell->kind == CELL_EMPTY) {
        buffer_add(out, sort == LIST_BY_HAND ? "<td class=\"blank\">" : "<td>");
        if (sort == LIST_BY_HAND)
            of(out, column->header[0]);
        buffer_add(out, "</td>");
    } else {
        cell_begin(out, html_tone(cell->tone), column->align == ALIGN_RIGHT,
                   sort == LIST_MANY ? extent_of(column) : "");
        if (sort == LIST_MANY)
            of(out, column->header[0]);
        cell_inside(out, cell);
        buffer_add(out, "</td>");
    }
}

static void table_out(struct buffer *out, const struct table *table, const char *classes, const char *label,
                      enum list_sort sort)
{
    buffer_format(out, "<table class=\"%s\"", classes);
    html_wrap(out, " aria-label=\"", label, "\">\n<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++)
        head_cell(out, &table->columns[i]);
    buffer_add(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const struct table_band *band = i % table->column_count ? NULL : table_band_at(table, i / table->column_count);
        if (band) {
            buffer_add(out, i ? "</tbody>\n<tbody>\n" : "");
            buffer_format(out, "<tr class=\"band\"><th scope=\"rowgroup\" colspan=\"%zu\">", table->column_count);
            html_wrap(out, "", band->text, "</th></tr>\n");
        }
        buffer_add(out, i % table->column_count ? "" : "<tr>");
        body_cell(out, table, i, sort);
        buffer_add(out, (i + 1) % table->column_count ? "" : "</tr>\n");
    }
    buffer_add(out, "</tbody></table>\n");
    for (size_t i = 0; i < table->note_count; i++)
        html_wrap(out, "<p class=\"note\">", table->notes[i], "</p>\n");
}

/* ---- 发文前先看 ---- */

static void notice_out(struct buffer *out, const struct review_notice *notice)
{
    buffer_format(out, "<li><p><strong class=\"tag %s\">", html_tone(notice->tone));
    html_wrap(out, "", notice->label, "</strong><span>");
    html_wrap(out, "", notice->text, "</span></p>\n");
    if (notice->table && notice->unfold) {
        html_wrap(out, "<details>\n<summary>", notice->unfold, "</summary>\n");
        table_out(out, notice->table, "list told", notice->label, LIST_MANY);
        buffer_add(out, "</details>\n");
    } else if (notice->table)
        table_out(out, notice->table, "list", notice->label, LIST_PLAIN);
    buffer_add(out, "</li>\n");
}

/* ---- the matrix ---- */

static void matrix_cell(struct buffer *out, const struct review_cell *cell, const char *area)
{
    bool nothing = cell->figure.kind == CELL_EMPTY && cell->word.tone == TONE_MUTED;
    const char *tone = nothing ? "nothing" : html_tone(cell->word.kind == CELL_EMPTY ? TONE_PLAIN : cell->word.tone);
    cell_begin(out, tone, false, "");
    of(out, area);
    if (cell->figure.kind != CELL_EMPTY)
        html_wrap(out, "<span class=\"figure\">", cell->figure.text, "</span>");
    html_spark(out, &cell->spark);
    if (cell->word.kind != CELL_EMPTY)
        html_wrap(out, "<span class=\"word\">", cell->word.text, "</span>");
    buffer_add(out, "</td>");
}

static void matrix_row(struct buffer *out, const struct review_matrix *matrix, const struct review_row *row)
{
    html_wrap(out, "<tr><th scope=\"row\">", row->name, "");
    if (*row->unit)
        html_wrap(out, "<span class=\"unit\">", row->unit, "</span>");
    buffer_add(out, "</th>\n");
    for (size_t i = 0; i < matrix->column_count; i++)
        matrix_cell(out, &row->cells[i], matrix->columns[i]);
    buffer_add(out, "</tr>\n");
}

/* A region of its own, so that the keyboard can scroll it. */
static void matrix_out(struct buffer *out, const struct review_matrix *matrix, const char *title)
{
    const char *label = matrix->caption ? matrix->caption : title;
    html_wrap(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", label, "\">\n");
    html_wrap(out, "<table class=\"matrix\" aria-label=\"", label, "\">");
    if (matrix->caption)
        html_wrap(out, "<caption>", matrix->caption, "</caption>");
    buffer_add(out, "\n<thead><tr>");
    html_wrap(out, "<th scope=\"col\">", matrix->corner, "</th>");
    for (size_t i = 0; i < matrix->column_count; i++)
        html_wrap(out, "<th scope=\"col\">", matrix->columns[i], "</th>");
    buffer_add(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < matrix->row_count; i++)
        matrix_row(out, matrix, &matrix->rows[i]);
    buffer_add(out, "</tbody></table></div>\n");
}

/* ---- the page ---- */

static void section_begin(struct buffer *out, const char *id, const char *title, const char *classes)
{
    buffer_format(out, "<section%s aria-labelledby=\"%s\">\n<h2 id=\"%s\">", classes, id, id);
    html_wrap(out, "", title, "</h2>\n");
}

static void head_out(struct buffer *out, const struct review_page *page)
{
    html_wrap(out, HTML_LEAD, page->mark, "\">\n");
    html_wrap(out,
              "<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
              page->title, "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n");
    for (const char *const *part = html_style; *part; part++)
        buffer_add(out, *part);
    html_wrap(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">", page->skip, "</a>\n");
}

static void top_out(struct buffer *out, const struct review_page *page)
{
    const char *const links[][2] = {{"notices", page->notices_title},
                                    {"revision", page->revision_count ? page->revision_title : NULL},
                                    {"matrix", page->matrix_title},
                                    {"files", page->files_title},
                                    {"steps", page->steps_title}};
    html_wrap(out, "<header>\n<h1>", page->title, "</h1>\n<p class=\"lead\">");
    if (page->banner)
        html_wrap(out, "<span class=\"banner\">", page->banner, "</span>");
    html_wrap(out, "<span>", page->lead, "</span></p>\n");
    buffer_format(out, "<p class=\"status %s\">", html_tone(page->status.tone));
    html_wrap(out, "", page->status.text, "</p>\n<nav aria-label=\"");
    html_wrap(out, "", page->contents, "\"><ul>\n");
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (!links[i][1])
            continue;
        buffer_format(out, "<li><a href=\"#%s\">", links[i][0]);
        html_wrap(out, "", links[i][1], "</a></li>\n");
    }
    buffer_add(out, "</ul></nav>\n</header>\n");
}

static void notices_section(struct buffer *out, const char *id, const char *title, const struct review_notice *notices,
                            size_t count)
{
    section_begin(out, id, title, "");
    buffer_add(out, "<ul class=\"notices\">\n");
    for (size_t i = 0; i < count; i++)
        notice_out(out, &notices[i]);
    buffer_add(out, "</ul>\n</section>\n");
}

void html_review(const struct review_page *page, struct buffer *out)
{
    head_out(out, page);
    top_out(out, page);
    buffer_add(out, "<main id=\"main\">\n");
    notices_section(out, "notices", page->notices_title, page->notices, page->notice_count);
    if (page->revision_count)
        notices_section(out, "revision", page->revision_title, page->revision, page->revision_count);
    section_begin(out, "matrix", page->matrix_title, " class=\"wide\"");
    for (size_t i = 0; i < page->legend_count; i++)
        html_wrap(out, "<p class=\"legend\">", page->legend[i], "</p>\n");
    for (size_t i = 0; i < page->matrix_count; i++)
        matrix_out(out, &page->matrices[i], page->matrix_title);
    buffer_add(out, "</section>\n");
    section_begin(out, "files", page->files_title, "");
    table_out(out, page->files, "list files", page->files_title, LIST_PLAIN);
    buffer_add(out, "</section>\n");
    section_begin(out, "steps", page->steps_title, " class=\"keep\"");
    table_out(out, page->steps, "list steps", page->steps_title, LIST_BY_HAND);
    html_wrap(out, "</section>\n</main>\n<footer><p>", page->foot, "</p></footer>\n</body>\n</html>\n");
}
