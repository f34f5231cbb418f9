/* SPDX-License-Identifier: MIT */
#include "template/value.h"

#include "base/message.h"
#include "base/text.h"

#include <string.h>

static const struct value *keep(struct arena *arena, struct value value)
{
    return arena_copy(arena, &value, sizeof value);
}

const struct value *value_none(void)
{
    static const struct value none = {.kind = VALUE_NONE};
    return &none;
}

const struct value *value_truth(bool truth)
{
    static const struct value truths[] = {{.kind = VALUE_TRUTH}, {.kind = VALUE_TRUTH, .truth = true}};
    return &truths[truth];
}

const struct value *value_text(struct arena *arena, const char *text)
{
    return keep(arena, (struct value){.kind = VALUE_TEXT, .text = text ? text : ""});
}

const struct value *value_figure(const struct phrasing *say, struct shown figure, const char *unit)
{
    const char *text = figure.number ? arena_format(say->arena, "%s%s", shown_text(say, figure), unit) : "";
    return keep(say->arena, (struct value){.kind = VALUE_FIGURE, .text = text, .figure = figure, .unit = unit});
}

const struct value *value_as_written(struct arena *arena, const struct number *number, const char *plain,
                                     const char *text, const char *unit)
{
    const char *point = strchr(plain, '.');
    struct shown figure = {number, point ? (int)strlen(point + 1) : 0};
    return keep(arena, (struct value){.kind = VALUE_FIGURE, .text = text, .figure = figure, .unit = unit});
}

const struct value *value_no_figure(void)
{
    static const struct value missing = {.kind = VALUE_FIGURE, .text = "", .unit = ""};
    return &missing;
}

const struct value *value_indicator(struct arena *arena, const struct indicator *indicator)
{
    return keep(arena, (struct value){.kind = VALUE_INDICATOR, .indicator = indicator});
}

const struct value *value_area(struct arena *arena, const struct area *area)
{
    return area ? keep(arena, (struct value){.kind = VALUE_AREA, .area = area}) : value_none();
}

const struct value *value_topic(struct arena *arena, struct topic topic)
{
    const struct topic *kept = arena_copy(arena, &topic, sizeof topic);
    return keep(arena, (struct value){.kind = VALUE_TOPIC, .topic = kept});
}

const struct value *value_lane(struct arena *arena, struct lane lane)
{
    const struct lane *kept = arena_copy(arena, &lane, sizeof lane);
    return keep(arena, (struct value){.kind = VALUE_LANE, .lane = kept});
}

const struct value *value_list(struct arena *arena, const struct value *const *items, size_t count)
{
    return keep(arena, (struct value){.kind = VALUE_LIST, .items = items, .count = count});
}

const struct value *value_blocks(struct arena *arena, struct builder *builder)
{
    struct document drawn = {.sections = NULL};
    builder_finish(builder, &drawn);
    const struct section *section = &drawn.sections[0];
    return keep(arena, (struct value){.kind = VALUE_BLOCKS, .blocks = section->blocks, .count = section->block_count});
}

const struct value *value_table(struct arena *arena, const struct table *table)
{
    struct block block = {.kind = BLOCK_TABLE, .table = table};
    struct value value = {.kind = VALUE_BLOCKS};
    if (table) {
        value.blocks = arena_copy(arena, &block, sizeof block);
        value.count = 1;
    }
    return keep(arena, value);
}

const struct value *value_deferred(struct arena *arena, enum deferred deferred, enum notes_form form)
{
    return keep(arena, (struct value){.kind = VALUE_DEFERRED, .deferred = deferred, .notes_form = form});
}

const struct value *value_written(struct arena *arena, const struct template_text *written)
{
    return keep(arena, (struct value){.kind = VALUE_WRITTEN, .written = written});
}

const struct value *value_small_print(void)
{
    static const struct value small = {.kind = VALUE_STYLE};
    return &small;
}

const struct value *value_measure(struct arena *arena, enum measure measure)
{
    return keep(arena, (struct value){.kind = VALUE_MEASURE, .text = measure_id(measure), .measure = measure});
}

const struct value *value_column(struct arena *arena, const struct lane_column *column)
{
    return keep(arena, (struct value){.kind = VALUE_COLUMN, .text = column->name, .column = column});
}

const struct value *value_function(struct arena *arena, const struct function *function, const char *name)
{
    return keep(arena, (struct value){.kind = VALUE_FUNCTION, .text = name, .function = function});
}

bool value_true(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NONE:
        return false;
    case VALUE_TRUTH:
        return value->truth;
    case VALUE_TEXT:
        return *value->text != '\0';
    case VALUE_FIGURE:
        return value->figure.number != NULL;
    case VALUE_LIST:
    case VALUE_BLOCKS:
        return value->count > 0;
    case VALUE_WRITTEN:
        return value->written != NULL;
    default:
        return true;
    }
}

static const char *list_printed(const struct desk *desk, const struct value *list)
{
    struct strings names = {0};
    for (size_t i = 0; i < list->count; i++) {
        const char *name = value_printed(desk, list->items[i]);
        if (!name)
            return NULL;
        strings_add(&names, desk->arena, name);
    }
    return strings_join(&names, desk->arena, "、");
}

const char *value_printed(const struct desk *desk, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NONE:
    case VALUE_STYLE:
        return "";
    case VALUE_TEXT:
    case VALUE_FIGURE:
    case VALUE_MEASURE:
    case VALUE_COLUMN:
    case VALUE_FUNCTION:
        return value->text;
    case VALUE_INDICATOR:
        return value->indicator->name;
    case VALUE_AREA:
        return value->area->name;
    case VALUE_TOPIC:
        return topic_name(desk, value->topic);
    case VALUE_LANE:
        return lane_name(desk, value->lane);
    case VALUE_LIST:
        return list_printed(desk, value);
    case VALUE_TRUTH:
    case VALUE_BLOCKS:
    case VALUE_DEFERRED:
    case VALUE_WRITTEN:
        break;
    }
    return NULL;
}

const char *value_kind_name(enum value_kind kind)
{
    static const char *const names[] = {
        [VALUE_NONE] = N_("空"),       [VALUE_TRUTH] = N_("条件"),     [VALUE_TEXT] = N_("文字"),
        [VALUE_FIGURE] = N_("数"),     [VALUE_INDICATOR] = N_("指标"), [VALUE_AREA] = N_("地区"),
        [VALUE_TOPIC] = N_("项"),      [VALUE_LANE] = N_("比较项"),    [VALUE_LIST] = N_("名单"),
        [VALUE_BLOCKS] = N_("图表"),   [VALUE_DEFERRED] = N_("图表"),  [VALUE_WRITTEN] = N_("人写的文字"),
        [VALUE_STYLE] = N_("小字"),    [VALUE_MEASURE] = N_("名字"),   [VALUE_COLUMN] = N_("名字"),
        [VALUE_FUNCTION] = N_("名字"),
    };
    return names[kind];
}
