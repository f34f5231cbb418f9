/* SPDX-License-Identifier: MIT */
#include "cli/tree.h"

#include "base/text.h"
#include "render/display.h"

#include <stdbool.h>

struct tree *tree_new(struct arena *arena, const char *text)
{
    struct tree line = {.text = text};
    return arena_copy(arena, &line, sizeof line);
}

void tree_hang(struct arena *arena, struct tree *tree, const struct tree *below)
{
    ARRAY_ADD(arena, tree->below, tree->count, below);
}

struct tree *tree_add(struct arena *arena, struct tree *tree, const char *text)
{
    struct tree *line = tree_new(arena, text);
    tree_hang(arena, tree, line);
    return line;
}

/* The line itself has been begun; `before` is what stands before those below it. */
static void draw_line(const struct tree *tree, const char *before, struct buffer *out)
{
    buffer_format(out, "%s\n", text_shown(out->arena, tree->text));
    for (size_t i = 0; i < tree->count; i++) {
        bool last = i + 1 == tree->count;
        buffer_format(out, "%s%s ", before, last ? "└" : "├");
        draw_line(tree->below[i], arena_format(out->arena, "%s%s ", before, last ? " " : "│"), out);
    }
}

void tree_draw(const struct tree *tree, struct buffer *out)
{
    draw_line(tree, "", out);
}

void tree_pad(struct buffer *out, const char *text, int width)
{
    buffer_add(out, text);
    for (int blanks = width - display_width(text, DISPLAY_TERMINAL); blanks > 0; blanks--)
        buffer_add(out, " ");
}
