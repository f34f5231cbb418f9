/* SPDX-License-Identifier: MIT */
/* A paper that writes nothing and remembers what it was told: for the tests of layout, and because an interface with
 * one implementation is none. It also sees to it that the calls come in the order that paper.h promises. */
#ifndef TONGBAO_TESTS_PAPER_LOG_H
#define TONGBAO_TESTS_PAPER_LOG_H

#include "render/page/paper.h"

enum logged { LOG_PAGE, LOG_TURN, LOG_TEXT, LOG_RULE, LOG_AREA, LOG_FRAME, LOG_FIGURE, LOG_LINK, LOG_OUTLINE };

/* One call. Boxes and lines from (left, top) to (right, bottom); a text's top and bottom are its baseline, a page's
 * and an outline's the height that they lead to. In pt. */
struct log_call {
    enum logged what;
    const char *text; /* the characters; a page's name, a link's target; "" for none */
    double left, right, top, bottom;
    double size; /* of type; a line's thickness; an outline's depth */
    enum font_role face;
    struct colour colour;
    size_t page; /* from 1 */
};

struct paper_log {
    struct paper_properties properties;
    const struct log_call *calls; /* of the file begun last */
    size_t count, pages;
    size_t begun, finished, discarded; /* files, since the log was reset */
    const char *refusal;               /* not NULL: begin refuses with it */
};

extern struct paper_log paper_log;
extern const struct paper paper_logging;

/* Forgets everything; the calls of each file live in `arena`. */
void paper_log_reset(struct arena *arena);

#endif
