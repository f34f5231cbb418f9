/* SPDX-License-Identifier: MIT */
/* Names in finished texts, and who wrote them. */
#include "proof/proof_inside.h"

#include "check/understood.h"

#include <string.h>

static size_t bucket_of(const char *text)
{
    enum { FIRST = 3 };
    size_t hash = 0;
    for (size_t i = 0; i < FIRST && text[i]; i++)
        hash = hash * 31 + (unsigned char)text[i];
    return hash % BUCKETS;
}

static void add(struct proof *proof, struct name name, const char *text)
{
    name.text = text_compact(proof->arena, text);
    name.length = strlen(name.text);
    enum { SHORTEST = 3 }; /* a Chinese character, of which the bucket takes all bytes */
    if (name.length < SHORTEST)
        return;
    const struct name **bucket = &proof->buckets[bucket_of(name.text)];
    name.next = *bucket;
    *bucket = arena_copy(proof->arena, &name, sizeof name);
}

void proof_add_names(struct proof *proof)
{
    const struct dataset *d = proof->composer->dataset;
    for (size_t i = 0; i < d->area_count; i++) {
        add(proof, (struct name){.area = &d->areas[i]}, d->areas[i].name);
        add(proof, (struct name){.area = NULL}, d->areas[i].group);
    }
    for (size_t i = 0; i < d->indicator_count; i++)
        add(proof, (struct name){.indicator = &d->indicators[i]}, d->indicators[i].name);
}

const struct name *proof_name_at(const struct proof *proof, const char *text)
{
    const struct name *longest = NULL;
    for (const struct name *n = proof->buckets[bucket_of(text)]; n; n = n->next)
        if ((!longest || n->length > longest->length) && strncmp(text, n->text, n->length) == 0)
            longest = n;
    return longest;
}

bool proof_is_above(const struct area *area, const struct area *below)
{
    for (; below; below = below->parent)
        if (below == area)
            return true;
    return false;
}

/* Some targets are another area's figure: 丙县加0.5. */
static bool is_aimed_at(const struct dataset *d, const struct area *area)
{
    for (size_t i = 0; i < d->target_count; i++)
        if (d->targets[i].of_area == area)
            return true;
    return false;
}

const struct area *proof_stranger(const struct proof *proof, const struct proof_file *file, const char *text,
                                  struct arena *arena)
{
    for (const char *at = text; *at;) {
        const struct name *name = proof_name_at(proof, at);
        const struct area *area = name ? name->area : NULL;
        if (area && area->role == ROLE_AREA && !proof_is_above(area, file->area) && !proof_is_above(file->area, area) &&
            !is_aimed_at(proof->composer->dataset, area) && !proof_written(proof, file, name->text, arena))
            return area;
        if (name)
            at += name->length;
        else
            text_next(&at);
    }
    return NULL;
}

bool proof_of_many(const struct proof *proof, const struct proof_file *file)
{
    const struct template_text *template = templates_find(proof->composer->templates, file->template);
    return !file->of_area || (template && template->others);
}

/* ---- who wrote it ---- */

static bool holds(const char *text, const char *words, struct arena *arena)
{
    return text && strstr(text_compact(arena, text), words) != NULL;
}

static bool template_holds(const struct proof *proof, const char *template, const char *words, struct arena *arena)
{
    const struct template_text *text = template ? templates_find(proof->composer->templates, template) : NULL;
    return text && holds(text->source, words, arena);
}

static bool settings_hold(const struct settings *s, const char *words, struct arena *arena)
{
    const char *const texts[] = {s->title,  s->issuer, s->issuer_mark, s->doc_number, s->copy_to, s->printer,
                                 s->signer, s->unit,   s->contact,     s->phone,      s->region};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (holds(texts[i], words, arena))
            return true;
    return false;
}

static bool tables_hold(const struct dataset *d, const struct area *own, const char *words, struct arena *arena)
{
    if (holds(own->recipient, words, arena) || holds(own->copy_to, words, arena))
        return true;
    for (size_t i = 0; i < d->target_count; i++) {
        const struct target *t = &d->targets[i];
        if (holds(t->source, words, arena) || holds(t->clause, words, arena) || holds(t->owner, words, arena) ||
            holds(t->file, words, arena))
            return true;
    }
    for (size_t i = 0; i < d->table_count; i++)
        if (holds(d->tables[i]->source, words, arena))
            return true;
    for (size_t i = 0; i < d->indicator_count; i++)
        if (holds(d->indicators[i].note, words, arena) || holds(d->indicators[i].unit, words, arena))
            return true;
    for (size_t i = 0; i < d->files.count; i++)
        if (holds(d->files.items[i].file, words, arena))
            return true;
    return false;
}

bool proof_written(const struct proof *proof, const struct proof_file *file, const char *words, struct arena *arena)
{
    const struct composer *c = proof->composer;
    if (template_holds(proof, file->template, words, arena) || settings_hold(&c->dataset->settings, words, arena) ||
        tables_hold(c->dataset, file->area, words, arena))
        return true;
    for (size_t i = 0; i < c->templates->written_count; i++)
        if (holds(c->templates->written[i].text->source, words, arena))
            return true;
    for (int w = 0; w < WORD_COUNT; w++)
        if (holds(wording_text(c->wording, (enum word)w), words, arena))
            return true;
    return false;
}
