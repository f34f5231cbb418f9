/* SPDX-License-Identifier: MIT */
/* The letter's mark and double rules have their places on the page, not in the type area, above which it begins; they
 * stand on the first page alone. */
#include "render/page/letter_head.h"

#define MARK_TOP (30 * MM) /* from the page's top */
#define MARK_GAP (4 * MM)  /* from the mark to the upper double rule */
#define FOOT (20 * MM)     /* from the lower double rule to the page's bottom */
#define RULE_LENGTH (170 * MM)
#define RULE_THICK (0.9 * MM)
#define RULE_THIN (0.3 * MM)
#define RULE_BETWEEN (0.5 * MM) /* the white between the two */
#define RULE_HEIGHT (RULE_THICK + RULE_BETWEEN + RULE_THIN)
#define NUMBER_GAP (SIZE_3 * 7 / 8)

/* Two lines that together reach from y to y + RULE_HEIGHT. */
static void draw_double_rule(struct layout *layout, double y, double first, double second)
{
    double left = (PAGE_WIDTH - RULE_LENGTH) / 2, right = left + RULE_LENGTH, end = y + RULE_HEIGHT;
    layout_rule(layout, left, y + first / 2, right, y + first / 2, (struct stroke){first, 0, colour_red});
    layout_rule(layout, left, end - second / 2, right, end - second / 2, (struct stroke){second, 0, colour_red});
}

static double upper_rule(const struct mark *mark)
{
    return MARK_TOP + mark->height + MARK_GAP;
}

static void draw_form(struct layout *layout, const struct item *item, double y)
{
    const struct mark *mark = item->data;
    (void)y;
    mark_draw(layout, mark, PAGE_WIDTH / 2, MARK_TOP);
    draw_double_rule(layout, upper_rule(mark), RULE_THICK, RULE_THIN);
    draw_double_rule(layout, PAGE_HEIGHT - FOOT - RULE_HEIGHT, RULE_THIN, RULE_THICK);
}

void letter_head_add(struct layout *layout, const struct mark *mark)
{
    const char *number = layout->document->doc_number ? layout->document->doc_number : "";
    double above = upper_rule(mark) + RULE_HEIGHT + NUMBER_GAP - TYPE_TOP;
    layout_add(layout, (struct item){.height = above, .need = above, .glue = true, .draw = draw_form, .data = mark});
    struct line *line = arena_alloc(layout->arena, sizeof *line);
    *line = layout_line(layout, FONT_BODY, SIZE_3, number);
    layout_add_line(layout, line, layout->width - line->width, SIZE_3)->glue = true;
    layout_add(layout, (struct item){.height = 2 * layout->measure.pitch, .glue = true});
}
