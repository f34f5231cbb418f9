/* SPDX-License-Identifier: MIT */
/* What the names and functions of templates stand for. A value never changes once made; it lives in the arena of the
 * run for what stands in the template, of the document for what was computed. */
#ifndef TONGBAO_TEMPLATE_VALUE_H
#define TONGBAO_TEMPLATE_VALUE_H

#include "tables/columns.h"
#include "tables/notes.h"
#include "words/lane.h"

enum value_kind {
    VALUE_NONE,
    VALUE_TRUTH,
    VALUE_TEXT,
    VALUE_FIGURE, /* a printed figure with its unit */
    VALUE_INDICATOR,
    VALUE_AREA,
    VALUE_TOPIC, /* 项: an indicator of an area, with its target if it has one */
    VALUE_LANE,  /* 比较项: an indicator, with a sort of target, over all areas */
    VALUE_LIST,
    VALUE_BLOCKS,   /* tables and charts */
    VALUE_DEFERRED, /* such as can be made only when the document is complete */
    VALUE_WRITTEN,  /* a person's words */
    VALUE_STYLE,    /* from here on to the paragraph's end: small print */
    VALUE_MEASURE,  /* what an argument names; no template can print them */
    VALUE_COLUMN,
    VALUE_FUNCTION
};

/* What is made at the end: the list of a workbook's sheets, when they are known; the indicators' definitions and 口径,
 * when all figures that the document tells have been told. */
enum deferred { DEFERRED_CONTENTS, DEFERRED_DEFINITIONS, DEFERRED_NOTES };

struct template_text;
struct function;

struct value {
    enum value_kind kind;
    bool truth;
    const char *text;    /* TEXT; FIGURE: as it prints, with its unit; MEASURE, COLUMN, FUNCTION: its name */
    struct shown figure; /* FIGURE; no number: there is none */
    const char *unit;    /* FIGURE; what `text` has behind the number */
    const struct indicator *indicator;
    const struct area *area;
    const struct topic *topic;
    const struct lane *lane;
    const struct value *const *items; /* LIST */
    const struct block *blocks;       /* BLOCKS */
    size_t count;                     /* of either */
    enum deferred deferred;
    enum notes_form notes_form;          /* DEFERRED_NOTES */
    const struct template_text *written; /* NULL: nobody wrote any */
    enum measure measure;
    const struct lane_column *column;
    const struct function *function;
};

const struct value *value_none(void);
const struct value *value_truth(bool truth);
const struct value *value_text(struct arena *arena, const char *text);
const struct value *value_figure(const struct phrasing *say, struct shown figure, const char *unit);
/* A figure that prints as it has been written, `text`; `plain` has the decimals that it counts with. */
const struct value *value_as_written(struct arena *arena, const struct number *number, const char *plain,
                                     const char *text, const char *unit);
/* A figure that isn't there. */
const struct value *value_no_figure(void);
const struct value *value_indicator(struct arena *arena, const struct indicator *indicator);
const struct value *value_area(struct arena *arena, const struct area *area);
const struct value *value_topic(struct arena *arena, struct topic topic);
const struct value *value_lane(struct arena *arena, struct lane lane);
/* Takes `items` as they are. */
const struct value *value_list(struct arena *arena, const struct value *const *items, size_t count);
/* What `builder` has collected since builder_new and one builder_section. */
const struct value *value_blocks(struct arena *arena, struct builder *builder);
const struct value *value_table(struct arena *arena, const struct table *table); /* NULL: none */
const struct value *value_deferred(struct arena *arena, enum deferred deferred, enum notes_form form);
const struct value *value_written(struct arena *arena, const struct template_text *written);
const struct value *value_small_print(void);
const struct value *value_measure(struct arena *arena, enum measure measure);
const struct value *value_column(struct arena *arena, const struct lane_column *column);
const struct value *value_function(struct arena *arena, const struct function *function, const char *name);

/* Whether a condition on the value holds: there is a figure, a word, an item, something written. */
bool value_true(const struct value *value);
/* As it is printed; NULL for what can't stand in a line: a table, somebody's words. */
const char *value_printed(const struct desk *desk, const struct value *value);
/* What a finding calls a value of the kind: 指标, 地区, 数, … */
const char *value_kind_name(enum value_kind kind);

#endif
