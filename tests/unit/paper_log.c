/* SPDX-License-Identifier: MIT */
#include "paper_log.h"

#include <check.h>
#include <math.h>
#include <unistr.h>

struct paper_log paper_log;

static struct arena *kept;
static struct log_call *calls;
static bool page_open, turned, figure_open;

void paper_log_reset(struct arena *arena)
{
    paper_log = (struct paper_log){0};
    kept = arena;
}

static void add(struct log_call call)
{
    ck_assert(page_open);
    call.page = paper_log.pages;
    ARRAY_ADD(kept, calls, paper_log.count, call);
    paper_log.calls = calls;
}

static void *begin(struct arena *arena, const struct fonts *fonts, const struct paper_properties *properties,
                   const char **error)
{
    (void)arena;
    ck_assert_ptr_nonnull(fonts);
    paper_log.begun++;
    paper_log.properties = *properties;
    paper_log.calls = calls = NULL;
    paper_log.count = paper_log.pages = 0;
    page_open = figure_open = false;
    *error = paper_log.refusal;
    return *error ? NULL : &paper_log;
}

static void begin_page(void *file, const char *name)
{
    ck_assert_ptr_eq(file, &paper_log);
    ck_assert(!page_open);
    page_open = true;
    turned = false;
    paper_log.pages++;
    add((struct log_call){.what = LOG_PAGE, .text = name ? arena_string(kept, name) : ""});
}

static void turn(void *file, double left, double bottom)
{
    (void)file;
    ck_assert(!turned && !figure_open);
    turned = true;
    add((struct log_call){.what = LOG_TURN, .text = "", .left = left, .bottom = bottom});
}

static void end_page(void *file)
{
    (void)file;
    ck_assert(page_open && !figure_open);
    page_open = false;
}

static void draw_text(void *file, const struct paper_text *text)
{
    (void)file;
    ck_assert_uint_gt(text->count, 0);
    struct buffer characters = {.arena = kept};
    double right = text->x;
    for (size_t r = 0; r < text->count; r++) {
        const struct paper_run *run = &text->runs[r];
        ck_assert_uint_gt(run->count, 0);
        for (size_t i = 0; i < run->count; i++) {
            uint8_t bytes[6];
            ck_assert(run->glyphs[i].glyph);
            buffer_add_n(&characters, bytes, (size_t)u8_uctomb(bytes, run->glyphs[i].character, sizeof bytes));
            right = text->x + text->narrow * (run->glyphs[i].x + run->glyphs[i].width * text->size / 1000);
        }
    }
    add((struct log_call){.what = LOG_TEXT,
                          .text = buffer_text(&characters),
                          .left = text->x + text->narrow * text->runs[0].glyphs[0].x,
                          .right = right,
                          .top = text->y,
                          .bottom = text->y,
                          .size = text->size,
                          .face = text->runs[0].face,
                          .colour = text->colour});
}

/* Of more than two points the rectangle around them. */
static void draw_path(void *file, const struct paper_path *path)
{
    (void)file;
    ck_assert_uint_ge(path->count, 2);
    struct log_call call = {.what = path->filled ? LOG_AREA : LOG_RULE,
                            .text = "",
                            .left = INFINITY,
                            .right = -INFINITY,
                            .top = INFINITY,
                            .bottom = -INFINITY,
                            .size = path->thickness,
                            .colour = path->colour};
    for (size_t i = 0; i < path->count; i++) {
        call.left = fmin(call.left, path->points[2 * i]);
        call.right = fmax(call.right, path->points[2 * i]);
        call.top = fmin(call.top, path->points[2 * i + 1]);
        call.bottom = fmax(call.bottom, path->points[2 * i + 1]);
    }
    add(call);
}

static struct log_call box_call(enum logged what, const char *text, const struct box *box)
{
    return (struct log_call){.what = what,
                             .text = text,
                             .left = box->x,
                             .right = box->x + box->width,
                             .top = box->y,
                             .bottom = box->y + box->height};
}

static void draw_box(void *file, const struct box *box, double thickness, struct colour colour)
{
    (void)file;
    struct log_call call = box_call(thickness > 0 ? LOG_FRAME : LOG_AREA, "", box);
    call.size = thickness;
    call.colour = colour;
    add(call);
}

static void begin_figure(void *file, const char *alt)
{
    (void)file;
    ck_assert(!figure_open);
    figure_open = true;
    add((struct log_call){.what = LOG_FIGURE, .text = arena_string(kept, alt)});
}

static void end_figure(void *file)
{
    (void)file;
    ck_assert(figure_open);
    figure_open = false;
}

static void add_link(void *file, const char *name, const struct box *area)
{
    (void)file;
    add(box_call(LOG_LINK, arena_string(kept, name), area));
}

static void add_outline(void *file, int depth, const char *title, double y)
{
    (void)file;
    add((struct log_call){
        .what = LOG_OUTLINE, .text = arena_string(kept, title), .top = y, .bottom = y, .size = depth});
}

static const char *finish(void *file, struct buffer *out)
{
    (void)file;
    ck_assert(!page_open);
    ck_assert_uint_eq(++paper_log.finished, 1);
    buffer_format(out, "%zu calls", paper_log.count);
    return NULL;
}

static void discard(void *file)
{
    ck_assert_ptr_eq(file, &paper_log);
    paper_log.discarded++;
}

const struct paper paper_logging = {.begin = begin,
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
