/* SPDX-License-Identifier: MIT */
#include "check/sheet.h"
#include "check/table_words.h"

enum { AREAS_LIMIT = 100000 };

enum column { CODE, NAME, ALIAS, PARENT, ROLE, GROUP, IN_TOTAL, RECIPIENT, COPY_TO, COLUMNS };

static const struct column_name columns[COLUMNS] = {
    [CODE] = {"code", "代码", true},
    [NAME] = {"name", "名称", true},
    [ALIAS] = {"alias", "别名", false},
    [PARENT] = {"parent", "上级", false},
    [ROLE] = {"role", "角色", false},
    [GROUP] = {"group", "分组", false},
    [IN_TOTAL] = {"in_total", "计入合计", false},
    [RECIPIENT] = {"recipient", "主送", false},
    [COPY_TO] = {"copy_to", "抄送", false},
};

static const struct cell_word roles[] = {{"area", ROLE_AREA},
                                         {"地区", ROLE_AREA},
                                         {"区域", ROLE_AREA},
                                         {"reference", ROLE_REFERENCE},
                                         {"参照", ROLE_REFERENCE}};

static const struct cell_word yes_no[] = {{"yes", true}, {"是", true}, {"no", false}, {"否", false}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column_words words_of[] = {
    {.column = ROLE, .words = roles, .count = COUNT(roles)},
    {.column = IN_TOTAL, .words = yes_no, .count = COUNT(yes_no)},
};
const struct table_words areas_words = {"areas.csv", columns, COLUMNS, words_of, COUNT(words_of)};

/* A row and, until all codes are known, the words its parent was written with. */
struct draft {
    struct area area;
    const char *parent;
    struct where parent_where;
};

struct drafts {
    struct draft *items;
    size_t count, beyond; /* rows past the limit */
};

static const struct draft *draft_with_code(const struct drafts *drafts, const char *code)
{
    for (size_t i = 0; i < drafts->count; i++) {
        if (cell_same(drafts->items[i].area.code, code))
            return &drafts->items[i];
    }
    return NULL;
}

/* Any dash stands for "never ranked": spreadsheets and input methods make their own of a hyphen. */
static const char *group_text(const char *text)
{
    static const struct cell_word dashes[] = {{"-", 0}, {"–", 0}, {"—", 0}};
    int ignored;
    return cell_word(text, dashes, COUNT(dashes), &ignored) ? "-" : text;
}

static void read_row(const struct sheet *sheet, struct drafts *drafts)
{
    struct draft draft = {.parent = sheet_text(sheet, PARENT), .parent_where = sheet_where(sheet, PARENT)};
    struct area *area = &draft.area;
    bool complete = sheet_required(sheet, CODE, &area->code);
    if (!sheet_required(sheet, NAME, &area->name) || !complete)
        return;
    const struct draft *first = draft_with_code(drafts, area->code);
    if (first) {
        sheet_report_twice(sheet, CODE, first->area.line);
        return;
    }
    area->index = drafts->count;
    area->aliases = sheet_aliases(sheet, NAME, ALIAS, &area->alias_count);
    sheet_check_name(sheet, CODE);
    sheet_check_name(sheet, GROUP);
    area->role = (enum area_role)sheet_word(sheet, ROLE, roles, COUNT(roles), ROLE_AREA);
    area->group = group_text(sheet_text(sheet, GROUP));
    area->in_total = sheet_word(sheet, IN_TOTAL, yes_no, COUNT(yes_no), true);
    area->recipient = sheet_text_or_null(sheet, RECIPIENT);
    area->copy_to = sheet_text_or_null(sheet, COPY_TO);
    area->line = sheet->row->line;
    if (drafts->count < AREAS_LIMIT)
        ARRAY_ADD(sheet->loader->arena, drafts->items, drafts->count, draft);
    else if (!drafts->beyond++)
        FINDING(sheet->loader->findings, RULE_AREAS_LIMIT, (&(struct where){.file = "areas.csv", .line = area->line}),
                arena_format(sheet->loader->arena, "%d", AREAS_LIMIT));
}

static void find_parent(struct loader *loader, const struct draft *draft, struct area *area)
{
    if (!*draft->parent)
        return;
    if (area->role == ROLE_REFERENCE) {
        FINDING(loader->findings, RULE_REFERENCE_PARENT, &draft->parent_where, draft->parent);
        return;
    }
    area->parent = names_area(loader, draft->parent, &draft->parent_where, false);
    if (area->parent && area->parent->role == ROLE_REFERENCE) {
        FINDING(loader->findings, RULE_PARENT_REFERENCE, &draft->parent_where, draft->parent);
        area->parent = NULL;
    }
}

static bool in_circle(const struct area *area, size_t area_count)
{
    const struct area *above = area->parent;
    for (size_t steps = 0; above && above != area && steps < area_count; steps++)
        above = above->parent;
    return above == area;
}

/* Later code walks up the parents, so a circle is not only reported but opened. */
static void open_circles(struct loader *loader, const struct drafts *drafts, struct area *areas)
{
    for (size_t i = 0; i < drafts->count; i++) {
        if (!in_circle(&areas[i], drafts->count))
            continue;
        FINDING(loader->findings, RULE_PARENT_CIRCLE, &drafts->items[i].parent_where, drafts->items[i].parent);
        areas[i].parent = NULL;
    }
}

/* The one area without a parent. Whose parent was named, rightly or not, is not meant to be the region. */
static const struct area *find_region(struct loader *loader, const struct drafts *drafts, const struct area *areas)
{
    const struct area *region = NULL;
    for (size_t i = 0; i < drafts->count; i++) {
        if (areas[i].role == ROLE_REFERENCE || *drafts->items[i].parent)
            continue;
        if (region)
            FINDING(loader->findings, RULE_REGION_TWICE, &drafts->items[i].parent_where, areas[i].name, region->name);
        else
            region = &areas[i];
    }
    if (!region)
        FINDING(loader->findings, RULE_REGION_NONE, &(struct where){.file = "areas.csv"}, NULL);
    return region;
}

static void link_children(struct loader *loader, struct area *areas, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct area **children = NULL;
        for (size_t j = 0; j < count; j++) {
            if (areas[j].parent == &areas[i])
                ARRAY_ADD(loader->arena, children, areas[i].child_count, (const struct area *)&areas[j]);
        }
        areas[i].children = children;
    }
}

void areas_read(struct loader *loader)
{
    struct sheet sheet;
    struct drafts drafts = {0};
    if (!sheet_exists(loader, "areas.csv")) {
        FINDING(loader->findings, RULE_FILE_MISSING, &(struct where){.file = "areas.csv"}, "areas.csv");
        return;
    }
    size_t errors = loader->findings->by_severity[SEVERITY_ERROR];
    bool open = sheet_open(&sheet, loader, "areas.csv", columns, COLUMNS);
    if (!open && loader->findings->by_severity[SEVERITY_ERROR] > errors)
        return; /* no area was read, and why has been told */
    while (open && sheet_next(&sheet))
        read_row(&sheet, &drafts);
    struct area *areas = arena_alloc(loader->arena, drafts.count * sizeof *areas);
    for (size_t i = 0; i < drafts.count; i++)
        areas[i] = drafts.items[i].area;
    loader->dataset->areas = areas;
    loader->dataset->area_count = drafts.count;
    names_build(loader->dataset, loader->arena);
    for (size_t i = 0; i < drafts.count; i++)
        find_parent(loader, &drafts.items[i], &areas[i]);
    open_circles(loader, &drafts, areas);
    loader->dataset->region = find_region(loader, &drafts, areas);
    link_children(loader, areas, drafts.count);
    names_tell_apart(areas, drafts.count, loader->arena);
    names_build(loader->dataset, loader->arena);
}

const struct area *reference_area(const struct dataset *dataset)
{
    if (dataset->settings.reference_count)
        return dataset->settings.reference[0];
    for (size_t i = 0; i < dataset->area_count; i++) {
        if (dataset->areas[i].role == ROLE_REFERENCE)
            return &dataset->areas[i];
    }
    return NULL;
}
