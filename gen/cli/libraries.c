/* SPDX-License-Identifier: MIT */
#include "cli/libraries.h"

#include "proof/outside.h"
#include "read/raw.h"
#include "render/page/fonts.h"
#include "render/pdf/pdf.h"
#include "render/xlsx/xlsx.h"
#include "template/interpret.h"

#include <gmp.h>
#include <gnu/libc-version.h>
#include <libdeflate.h>
#include <nettle/version.h>
#include <unistring/version.h>

/* What the file VERSION says: the Makefile defines TONGBAO_VERSION, without quotes. */
#define TEXT_OF(words) #words
#define VALUE_TEXT(macro) TEXT_OF(macro)

const char *libraries_program(void)
{
    return "tongbao " VALUE_TEXT(TONGBAO_VERSION);
}

static const char *gmp(struct arena *arena)
{
    return arena_format(arena, "GMP %s", gmp_version);
}

static const char *libc(struct arena *arena)
{
    return arena_format(arena, "glibc %s", gnu_get_libc_version());
}

static const char *deflate(struct arena *arena)
{
    return arena_string(arena, "libdeflate " LIBDEFLATE_VERSION_STRING);
}

static const char *nettle(struct arena *arena)
{
    return arena_format(arena, "Nettle %d.%d", nettle_version_major(), nettle_version_minor());
}

static const char *unistring(struct arena *arena)
{
    return arena_format(arena, "libunistring %d.%d", _libunistring_version >> 16, _libunistring_version >> 8 & 255);
}

/* A library's header belongs to one room, which speaks for it; these belong to everybody. */
static const char *(*const libraries[])(struct arena *arena) = {
    libc,        raw_library,   unistring, gmp,    template_library, xlsx_library,
    pdf_library, fonts_library, deflate,   nettle, outside_archive,  outside_xml,
};

struct strings libraries_used(struct arena *arena)
{
    struct strings used = {0};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        strings_add(&used, arena, libraries[i](arena));
    return used;
}
