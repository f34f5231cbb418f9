/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf.h"

#include "base/message.h"
#include "render/page/layout.h"
#include "render/pdf/pdf_file.h"

static void *begin(struct arena *arena, const struct fonts *fonts, const struct paper_properties *properties,
                   const char **error)
{
    struct pdf_file *file = pdf_file_new(arena, fonts, properties);
    if (!file)
        *error = _("生成 PDF 时内存不足。请关闭其他程序后重试。");
    return file;
}

static void begin_page(void *file, const char *name)
{
    pdf_file_page(file, name);
}

static void turn(void *file, double left, double bottom)
{
    canvas_turn(pdf_file_canvas(file), left, bottom);
}

/* What a page's end takes, pdf_file_finish does. */
static void end_page(void *file)
{
    (void)file;
}

static void draw_text(void *file, const struct paper_text *text)
{
    canvas_text(pdf_file_canvas(file), text);
}

static void draw_path(void *file, const struct paper_path *path)
{
    canvas_path(pdf_file_canvas(file), path);
}

static void draw_box(void *file, const struct box *box, double thickness, struct colour colour)
{
    canvas_box(pdf_file_canvas(file), box, thickness, colour);
}

static void begin_figure(void *file, const char *alt)
{
    canvas_figure_begin(pdf_file_canvas(file), alt);
}

static void end_figure(void *file)
{
    canvas_figure_end(pdf_file_canvas(file));
}

static void add_link(void *file, const char *name, const struct box *area)
{
    pdf_file_link(file, name, area);
}

static void add_outline(void *file, int depth, const char *title, double y)
{
    pdf_file_outline(file, depth, title, y);
}

static const char *finish(void *file, struct buffer *out)
{
    return pdf_file_finish(file, out);
}

static void discard(void *file)
{
    pdf_file_free(file);
}

static const struct paper paper = {.begin = begin,
                                   .page_begin = begin_page,
                                   .turn = turn,
                                   .page_end = end_page,
                                   .text = draw_text,
                                   .path = draw_path,
                                   .box = draw_box,
                                   .figure_begin = begin_figure,
                                   .figure_end = end_figure,
                                   .link = add_link,
                                   .outline = add_outline,
                                   .finish = finish,
                                   .discard = discard};

const char *pdf_render(const struct document *document, const struct render_context *context, struct buffer *out)
{
    return page_render(document, context, &paper, out);
}
