/* SPDX-License-Identifier: MIT */
#include "render/xlsx/xlsx_display.h"

enum { COLOR_BAR = 0xB7CDE6, COLOR_FIRST = 0x9DC3B4, COLOR_LAST = 0xFFFFFF };

void display_add(struct tab *tab, const struct table *table, lxw_row_t first)
{
    /* A fixed scale: a bar that is full has reached its target, whatever the others have. */
    lxw_conditional_format bar = {.type = LXW_CONDITIONAL_DATA_BAR,
                                  .data_bar_2010 = LXW_TRUE,
                                  .bar_solid = LXW_TRUE,
                                  .bar_color = COLOR_BAR,
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0,
                                  .max_value = 100};
    lxw_conditional_format shade = {
        .type = LXW_CONDITIONAL_2_COLOR_SCALE, .min_color = COLOR_FIRST, .max_color = COLOR_LAST};
    for (size_t column = 0; column < table->column_count; column++) {
        struct place place = {tab->handle, first, (lxw_col_t)column};
        if (table->columns[column].display == DISPLAY_BAR)
            book_rule(tab->book, place, table->row_count, &bar);
        else if (table->columns[column].display == DISPLAY_RANK)
            book_rule(tab->book, place, table->row_count, &shade);
    }
}
