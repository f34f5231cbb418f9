/* SPDX-License-Identifier: MIT */
#include "render/render.h"

#include "render/pdf/pdf.h"
#include "render/rtf/rtf.h"
#include "render/text/text_render.h"
#include "render/xlsx/xlsx.h"

const struct renderer renderers[] = {
    {"xlsx", DOCUMENT_WORKBOOK, xlsx_render}, {"pdf", DOCUMENT_BULLETIN, pdf_render},
    {"rtf", DOCUMENT_BULLETIN, rtf_render},   {"txt", DOCUMENT_BULLETIN, text_render},
    {"txt", DOCUMENT_WORKBOOK, text_render},  {NULL, DOCUMENT_BULLETIN, NULL},
};
