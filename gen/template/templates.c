/* SPDX-License-Identifier: MIT */
#include "template/templates.h"

#include "base/text.h"

#include <string.h>

const struct template_text *templates_find(const struct templates *templates, const char *name)
{
    for (size_t i = 0; i < templates->count; i++)
        if (templates->items[i]->usable && !strcmp(templates->items[i]->name, name))
            return templates->items[i];
    return NULL;
}

const struct template_text *templates_written(const struct templates *templates, const char *place,
                                              const struct area *area)
{
    for (size_t i = 0; i < templates->written_count; i++) {
        const struct written *written = &templates->written[i];
        if (written->area == area && text_same(written->place, place) && written->text->usable)
            return written->text;
    }
    return NULL;
}
