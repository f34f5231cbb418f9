/* SPDX-License-Identifier: MIT */
#include "render/xlsx/xlsx.h"

#include "base/message.h"
#include "render/xlsx/archive.h"
#include "render/xlsx/sheet.h"
#include "render/xlsx/tone.h"

const char *xlsx_render(const struct document *document, const struct render_context *context, struct buffer *out)
{
    struct book book;
    book_open(&book, out->arena, document);
    tone_collect(&book, document);
    if (!document->section_count)
        book_fail(&book, _("工作簿里没有一张工作表，不能生成。请把本条信息连同输入目录交给开发人员。"));
    for (size_t i = 0; i < document->section_count && !book.error; i++)
        sheet_write(&book, document, &document->sections[i]);
    book_leads(&book);
    if (book.error) {
        book_abandon(&book);
        return book.error;
    }
    archive_begin(out);
    book_close(&book);
    if (!archive_end())
        book_fail(&book,
                  _("本程序没有能够接管 libxlsxwriter 的写盘函数（lxw_tmpfile、zipOpen 等），写出的工作簿不可靠，"
                    "因此没有写。请用 Makefile 原样重新编译，不要加 -static、-Bsymbolic 或改动链接选项。"));
    if (context && context->notes)
        context->notes->pages = (int)document->section_count;
    return book.error;
}

const char *xlsx_library(struct arena *arena)
{
    return arena_format(arena, "libxlsxwriter %s", lxw_version());
}
