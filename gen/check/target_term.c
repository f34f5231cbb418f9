/* SPDX-License-Identifier: MIT */
/* The cells of a target that say when: from 2019 to 2021, until 2025, until the middle of 2025. */
#include "base/text.h"
#include "check/cell.h"
#include "check/target_reading.h"

#include <string.h>

/* Cuts what makes a period a last one: what stands before it, -, 至, and behind it, 底前, 末. False without any. */
static bool cut_deadline(char **text)
{
    static const char *const before[] = {"-", "–", "—", "截至", "截止", "至", "到"}; /* hyphens become dashes */
    static const char *const behind[] = {"底以前", "末以前", "底前", "末前", "底", "末"};
    bool cut = false;
    for (size_t i = 0; i < sizeof before / sizeof *before && !cut; i++) {
        if (text_starts(*text, before[i])) {
            *text += strlen(before[i]);
            cut = true;
        }
    }
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        if (text_ends(*text, behind[i])) {
            (*text)[strlen(*text) - strlen(behind[i])] = '\0';
            return true;
        }
    }
    return cut;
}

/* -2025, 至2025Q2, 2025年6月底前. */
static bool read_deadline(struct arena *arena, const char *text, struct period *due)
{
    char *folded = cell_fold(arena, text);
    return cut_deadline(&folded) && period_parse(folded, due);
}

static bool read_year(const struct target_place *place, enum target_column column, int *year)
{
    const char *text = target_text(place, column);
    struct period due;
    bool dashed;
    if (!*text || (cell_year(place->loader->arena, text, year, &dashed) && !dashed))
        return true;
    bool deadline = read_deadline(place->loader->arena, text, &due); /* to be written in the other column */
    sheet_report(place->sheet, (int)column, deadline ? RULE_YEAR_DEADLINE : RULE_YEAR_INVALID);
    return false;
}

/* One empty year is the other; a deadline stands alone. */
bool target_read_years(const struct target_place *place, struct target *target)
{
    bool good = read_year(place, TARGET_FROM, &target->from);
    target->deadline = read_deadline(place->loader->arena, target_text(place, TARGET_TO), &target->due);
    if (target->deadline) {
        target->to = target->due.year;
        if (target->from)
            target_report(place, target, TARGET_TO, RULE_YEAR_DEADLINE);
        return good && !target->from;
    }
    good = read_year(place, TARGET_TO, &target->to) && good;
    target->to_alone = target->to && !target->from;
    if (!target->from)
        target->from = target->to;
    if (!target->to)
        target->to = target->from;
    if (good && target->from > target->to) {
        target_report(place, target, TARGET_TO, RULE_YEAR_ORDER);
        return false;
    }
    return good;
}
