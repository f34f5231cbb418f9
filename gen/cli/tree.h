/* SPDX-License-Identifier: MIT */
/* A tree on the terminal: each line below the one it belongs to, with │ ├ └ before it. */
#ifndef TONGBAO_CLI_TREE_H
#define TONGBAO_CLI_TREE_H

#include "base/arena.h"

struct tree {
    const char *text; /* one line */
    const struct tree **below;
    size_t count;
};

/* A line without anything below it; and a new one below another, which it returns. Both live in `arena`. */
struct tree *tree_new(struct arena *arena, const char *text);
struct tree *tree_add(struct arena *arena, struct tree *tree, const char *text);
/* Puts a whole tree below another. */
void tree_hang(struct arena *arena, struct tree *tree, const struct tree *below);
/* Appends its lines; what steers a terminal stands there by its code. */
void tree_draw(const struct tree *tree, struct buffer *out);

/* Appends `text` and blanks up to `width` columns of the terminal, where a Chinese character takes two. */
void tree_pad(struct buffer *out, const char *text, int width);

#endif
