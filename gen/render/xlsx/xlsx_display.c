/* SPDX-License-Identifier: MIT */
/* What a workbook adds to the figures of a column: bars for progress, shades for places. The figures stay readable and
 * say it all; in grey print a shade is a lightness. */
#include "base/message.h"
#include "render/xlsx/tab.h"

enum { COLOR_BAR = 0xB7CDE6, COLOR_FIRST = 0x9DC3B4, COLOR_LAST = 0xFFFFFF };

static void add_rule(struct tab *tab, const struct table *table, size_t column, lxw_row_t first,
                     lxw_conditional_format *rule)
{
    lxw_row_t last = first + (lxw_row_t)table->row_count - 1;
    if (!tab->book->error)
        book_check(
            tab->book,
            worksheet_conditional_format_range(tab->handle, first, (lxw_col_t)column, last, (lxw_col_t)column, rule),
            _("设置条件格式"));
}

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
    for (size_t column = 0; table->row_count && column < table->column_count; column++) {
        if (table->columns[column].display == DISPLAY_BAR)
            add_rule(tab, table, column, first, &bar);
        else if (table->columns[column].display == DISPLAY_RANK)
            add_rule(tab, table, column, first, &shade);
    }
}
