/* SPDX-License-Identifier: MIT */
#include "document/texts.h"

static void take(const struct text_taker *taker, const char *text)
{
    if (text && *text)
        taker->take(taker->context, text);
}

static void take_table(const struct text_taker *taker, const struct table *table)
{
    take(taker, table->title);
    take(taker, table->unit);
    for (size_t c = 0; c < table->column_count; c++)
        for (int level = 0; level < table->header_rows; level++)
            take(taker, table->columns[c].header[level]);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        take(taker, table->cells[i].text);
    for (size_t i = 0; i < table->band_count; i++)
        take(taker, table->bands[i].text);
    for (size_t i = 0; i < table->note_count; i++)
        take(taker, table->notes[i]);
}

static void take_chart(const struct text_taker *taker, const struct chart *chart)
{
    take(taker, chart->title);
    take(taker, chart->unit);
    take(taker, chart->reference.text);
    take(taker, chart->reference_label);
    take(taker, chart->target_label);
    take(taker, chart->gap_label);
    take(taker, chart->axis_head);
    take(taker, chart->note);
    for (size_t i = 0; i < chart->figure_count; i++)
        take(taker, chart->figure_heads[i]);
    for (size_t i = 0; i < chart->bar_count; i++) {
        take(taker, chart->bars[i].label);
        take(taker, chart->bars[i].inside);
        take(taker, chart->bars[i].gap);
        take(taker, chart->bars[i].value.text);
        take(taker, chart->bars[i].target.text);
        for (size_t f = 0; f < chart->figure_count; f++)
            take(taker, chart->bars[i].figures[f].text);
    }
    for (size_t i = 0; i < chart->category_count; i++)
        take(taker, chart->categories[i]);
    for (size_t i = 0; i < chart->series_count; i++) {
        take(taker, chart->series[i].label);
        for (size_t v = 0; v < chart->category_count; v++)
            take(taker, chart->series[i].values[v].text);
    }
}

static void take_cards(const struct text_taker *taker, const struct cards *cards)
{
    for (size_t i = 0; i < cards->count; i++) {
        const struct card *card = &cards->items[i];
        const char *const texts[] = {card->name,       card->figure.text,       card->unit,          card->beside,
                                     card->state.text, card->spark.target.text, card->spark.caption, card->text};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            take(taker, texts[t]);
        for (size_t v = 0; v < card->spark.count; v++)
            take(taker, card->spark.values[v].text);
    }
}

static void take_block(const struct text_taker *taker, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
        take(taker, block->text);
        break;
    case BLOCK_TABLE:
        take_table(taker, block->table);
        break;
    case BLOCK_CHART:
        take_chart(taker, block->chart);
        break;
    case BLOCK_CARDS:
        take_cards(taker, block->cards);
        break;
    }
}

/* Those of the head and the colophon stand there only where the document has such. */
static void take_frame(const struct text_taker *taker, const struct document *document)
{
    take(taker, document->title);
    take(taker, document->banner);
    take(taker, document->signer);
    if (document->signer || document->head == HEAD_SHEET)
        take(taker, document->date_text);
    if (document->head != HEAD_NONE) {
        take(taker, document->issuer_mark);
        take(taker, document->doc_number);
    }
    if (document->printer || document->head == HEAD_LETTER)
        take(taker, document->copy_to);
    take(taker, document->printer);
    if (document->printer)
        take(taker, document->print_date_text);
    take(taker, document->sign_off);
}

void document_texts(const struct document *document, const struct text_taker *taker)
{
    take_frame(taker, document);
    for (size_t s = 0; s < document->section_count; s++) {
        const struct section *section = &document->sections[s];
        take(taker, section->name);
        take(taker, section->title);
        for (size_t b = 0; b < section->block_count; b++)
            take_block(taker, &section->blocks[b]);
    }
}
