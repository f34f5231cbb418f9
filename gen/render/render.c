/* SPDX-License-Identifier: MIT */
#include "render/render.h"

#include "base/message.h"
#include "render/pdf/pdf.h"
#include "render/rtf/rtf.h"
#include "render/text/text_render.h"
#include "render/xlsx/xlsx.h"

#define BULLETIN [DOCUMENT_BULLETIN] = true
#define WORKBOOK [DOCUMENT_WORKBOOK] = true

const struct renderer renderers[] = {
    {.name = "xlsx", .help = N_("工作簿"), .makes = {WORKBOOK}, .usual = true, .render = xlsx_render},
    {.name = "pdf",
     .help = N_("通报、提醒函"),
     .makes = {BULLETIN},
     .usual = true,
     .needs_fonts = true,
     .render = pdf_render},
    {.name = "rtf",
     .help = N_("可以修改的通报、提醒函；不写 --only 时只为送审稿写"),
     .makes = {BULLETIN},
     .editable = true,
     .render = rtf_render},
    {.name = "txt",
     .help = N_("供预览的文字；不写 --only 时不写"),
     .makes = {BULLETIN, WORKBOOK},
     .terminal = true,
     .render = text_render},
    {.name = "csv", .help = N_("供程序读的数据表；总会写")},
    {0},
};
