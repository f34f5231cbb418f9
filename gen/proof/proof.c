/* SPDX-License-Identifier: MIT */
#include "proof/proof.h"

#include "base/message.h"
#include "proof/proof_inside.h"
#include "words/frame.h"

#include <string.h>

static const char *head_of(const struct proof *proof, enum word word)
{
    return text_compact(proof->arena, wording_text(proof->composer->wording, word));
}

struct proof *proof_new(const struct composer *composer, struct arena *arena)
{
    struct proof *proof = arena_alloc(arena, sizeof *proof);
    proof->composer = composer;
    proof->arena = arena;
    proof->indicator_head = head_of(proof, WORD_COL_INDICATOR);
    proof->level_head = head_of(proof, WORD_COL_YTD);
    proof->growth_head = head_of(proof, WORD_COL_YOY);
    proof->growth_stem = strcspn(proof->growth_head, "(");
    proof_add_names(proof);
    return proof;
}

bool proof_read(const char *path, const void *bytes, size_t length, struct found *found)
{
    static const struct {
        const char *ending;
        bool (*read)(struct found *found, const void *bytes, size_t length);
    } readers[] = {
        {".pdf", found_read_pdf}, {".xlsx", found_read_xlsx}, {".rtf", found_read_rtf}, {".txt", found_read_text}};
    found->text = (struct buffer){.arena = found->arena};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (text_ends(path, readers[i].ending))
            return readers[i].read(found, bytes, length);
    return true;
}

/* One file under way. */
struct checking {
    const struct proof *proof;
    const struct proof_file *file;
    const struct found *found;
    struct arena *arena;
    bool of_many; /* proof_of_many */
};

static const char *wrong(const struct checking *c, const char *what)
{
    return arena_format(c->arena, _("写出的文件和计算结果对不上：'%s'，%s。请把本条信息连同输入目录交给开发人员。"),
                        c->file->path, what);
}

/* ---- properties ---- */

/* Long ones are cut, and say nothing then. */
static bool is_cut(const char *property)
{
    return text_ends(property, "（超长，以下省略）");
}

static const char *check_properties(const struct checking *c)
{
    struct desk desk = desk_new(c->proof->composer, c->file->area, c->arena);
    const struct found *found = c->found;
    const char *mark = parts_mark(&desk), *subject = parts_subject(&desk);
    if (!found->properties)
        return NULL;
    if (!is_cut(found->keywords) && !text_ends(found->keywords, arena_format(c->arena, ";%s", mark)))
        return wrong(c, arena_format(c->arena, _("文件属性里的地区代码和时期应为“%s”，实为“%s”"), mark,
                                     text_shown(c->arena, found->keywords)));
    if (!is_cut(found->subject) && !text_same(found->subject, subject))
        return wrong(c, arena_format(c->arena, _("文件属性里的主题应为“%s”，实为“%s”"), subject,
                                     text_shown(c->arena, found->subject)));
    return found->agree ? NULL : wrong(c, _("文件属性的两处记录不一致"));
}

/* ---- titles ---- */

/* Characters and digits alone: how a title is broken into lines, and which signs a face has, doesn't matter. */
static const char *skeleton(struct arena *arena, const char *text)
{
    struct buffer out = {.arena = arena};
    for (const char *at = text, *from = at; *at; from = at) {
        enum { FIRST_CHINESE = 0x3400, LAST_CHINESE = 0x9FFF };
        uint32_t c = text_next(&at);
        if ((c >= FIRST_CHINESE && c <= LAST_CHINESE) || (c >= '0' && c <= '9'))
            buffer_add_n(&out, from, (size_t)(at - from));
    }
    return buffer_text(&out);
}

static const char *check_printed(const struct checking *c)
{
    const struct found *found = c->found;
    const char *title = found->title ? skeleton(c->arena, found->title) : "";
    if (!found->headed || strstr(skeleton(c->arena, buffer_text(&found->text)), title))
        return NULL;
    return wrong(c, arena_format(c->arena, _("首页没有标题“%s”"), text_shown(c->arena, found->title)));
}

static const char *check_names(const struct checking *c, const char *text)
{
    const struct area *stranger = c->of_many ? NULL : proof_stranger(c->proof, c->file, text, c->arena);
    if (!stranger)
        return NULL;
    return wrong(c, arena_format(c->arena, _("“%s”里有别的地区“%s”"), text_shown(c->arena, text), stranger->name));
}

/* A year alone is none of the periods of a run: a title may speak of the year's targets. */
static const char *check_period(const struct checking *c)
{
    struct period named, own = c->proof->composer->period;
    const char *title = c->found->title;
    if (!title || !period_find(title, &named) || named.frequency == FREQUENCY_YEAR ||
        (named.year == own.year && period_months(named) == period_months(own)))
        return NULL;
    const char *name = text_compact(c->arena, period_name_short(c->arena, named));
    if (proof_written(c->proof, c->file, name, c->arena))
        return NULL;
    return wrong(c, arena_format(c->arena, _("标题里的时期不是%s：“%s”"), period_name(c->arena, own),
                                 text_shown(c->arena, title)));
}

static const char *check_heads(const struct checking *c)
{
    const struct found *found = c->found;
    const char *error = check_printed(c);
    if (!error)
        error = check_period(c);
    if (!error && found->title)
        error = check_names(c, text_compact(c->arena, found->title));
    for (size_t i = 0; i < found->heads.count && !error; i++)
        error = check_names(c, found->heads.items[i]);
    return error;
}

/* ---- figures ---- */

static const char *check_figures(const struct checking *c)
{
    const struct indicator *indicator = NULL;
    struct proof_figures results = proof_results(c->proof);
    if (c->of_many)
        return NULL;
    const struct found_cell *cell = proof_wrong_cell(c->proof, &results, c->file, c->found, &indicator);
    if (!cell)
        return NULL;
    return wrong(c, arena_format(c->arena, _("“%s”一行的“%s”不是%s的数"), indicator->name,
                                 text_shown(c->arena, cell->text), c->file->area->name));
}

const char *proof_check(const struct proof *proof, const struct proof_file *file, const void *bytes, size_t length,
                        struct arena *arena)
{
    struct found found = {.arena = arena};
    struct checking c = {.proof = proof, .file = file, .found = &found, .arena = arena};
    c.of_many = proof_of_many(proof, file);
    if (!proof_read(file->path, bytes, length, &found))
        return wrong(&c, _("读不出其中的内容"));
    const char *error = check_properties(&c);
    if (!error)
        error = check_heads(&c);
    return error ? error : check_figures(&c);
}
