/* SPDX-License-Identifier: MIT */
#include "words/region_words.h"

#include "base/text.h"
#include "words/lane_list.h"

#include <string.h>

const char *region_every_area(const struct desk *desk)
{
    if (!areas_below(desk).count)
        return desk->region->name;
    const char *group = desk_group_word(desk);
    if (!strcmp(group, SAY(&desk->say, WORD_GROUP_WORD)))
        return SAY(&desk->say, WORD_EVERY_AREA);
    return FILL(&desk->say, WORD_EACH_GROUP, "组", group);
}

const char *region_recipients(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    struct strings names = {0};
    if (desk->region->recipient)
        return desk->region->recipient;
    for (size_t i = 0; i < d->area_count; i++) {
        const char *name = d->areas[i].recipient;
        if (name)
            strings_add_once(&names, desk->arena, name);
    }
    return strings_join(&names, desk->arena, "，");
}

const struct topic *topics_leading(const struct desk *desk, const struct topics *topics)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < topics->count; i++) {
            const struct topic *topic = &topics->items[i];
            if (!measure_applies(MEASURE_YOY, topic->indicator) || (topic->verdict && !topic_is_growth(topic)))
                continue;
            const struct result *yoy = desk_result(desk, MEASURE_YOY, topic->indicator, topic->area);
            if (yoy->flag == FLAG_NONE && (pass || topic->verdict))
                return topic;
        }
    return NULL;
}

/* ---- who is meant ---- */

/* 8县市和示例经开区, 6个重点县、8个其他县和示例经开区: groups by their words, whoever stands alone by name. */
static const char *everyone(const struct desk *desk, struct strings *alone)
{
    struct areas areas = areas_below(desk);
    struct strings parts = {0};
    size_t count;
    const struct group *groups = groups_of(desk->engine, &count);
    for (size_t i = 0; i < count; i++)
        if (groups[i].count > 1)
            strings_add(&parts, desk->arena, group_counted(desk, groups[i].count, groups[i].name));
    for (size_t i = 0; i < areas.count; i++) {
        const struct group *group = group_of(desk->engine, areas.items[i]);
        if (group && group->count > 1)
            continue;
        strings_add(&parts, desk->arena, areas.items[i]->name);
        strings_add(alone, desk->arena, areas.items[i]->name);
    }
    return strings_series(&parts, desk->arena);
}

const char *region_naming(const struct desk *desk)
{
    struct strings alone = {0};
    const char *all = everyone(desk, &alone);
    size_t count = areas_below(desk).count;
    if (!alone.count || alone.count == count)
        return "";
    return FILL(&desk->say, WORD_NAMING, "地区", all, "统称",
                FILL(&desk->say, WORD_GROUP_UNITS, "数", arena_format(desk->arena, "%zu", count)), "名单",
                strings_series(&alone, desk->arena));
}
