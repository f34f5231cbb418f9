/* SPDX-License-Identifier: MIT */
#include "base/files_read.h"

#include <stdlib.h>
#include <string.h>

bool file_list_add(struct file_list *list, struct arena *arena, const char *file, const struct sum *sum)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].file, file) == 0)
            return sum_same(&list->items[i].sum, sum);
    struct file_sum input = {arena_string(arena, file), *sum};
    ARRAY_ADD(arena, list->items, list->count, input);
    return true;
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct file_sum *)a)->file, ((const struct file_sum *)b)->file);
}

void file_list_sort(struct file_list *list)
{
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare);
}
