/* SPDX-License-Identifier: MIT */
#include "cli/libraries.h"

#include "base/message.h"
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
#include <stdio.h>
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

/* A library's header belongs to one room, which speaks for it; these belong to everybody. Licences as
 * docs/dependencies.md has them. */
static const struct {
    const char *(*name)(struct arena *arena);
    const char *licence;
} libraries[] = {
    {libc, "LGPL-2.1+"},
    {raw_library, "LGPL-2.1+"},
    {unistring, "LGPL-3+ / GPL-2+"},
    {gmp, "LGPL-3+ / GPL-2+"},
    {template_library, "MIT"},
    {xlsx_library, "BSD-2-Clause"},
    {pdf_library, "Zlib"},
    {fonts_library, "MIT"},
    {deflate, "MIT"},
    {nettle, "LGPL-3+ / GPL-2+"},
    {outside_archive, "BSD-2-Clause"},
    {outside_xml, "MIT"},
};

/* What has no say in the result, and what those bring along, by the names of the files. */
static const char others[] = "  libseccomp                  LGPL-2.1\n"
                             "  libminizip, libz            Zlib\n"
                             "  libzstd                     BSD-3-Clause / GPL-2\n"
                             "  liblz4                      BSD-2-Clause\n"
                             "  libbz2                      the BSD-like licence of bzip2\n"
                             "  liblzma                     public domain\n"
                             "  libacl                      LGPL-2.1+\n"
                             "  libicuuc, libicudata (ICU)  Unicode\n"
                             "  libcrypto (OpenSSL)         Apache-2.0\n"
                             "  libfreetype                 FTL / GPL-2\n"
                             "  libpng16                    libpng\n"
                             "  libglib-2.0                 LGPL-2.1+\n"
                             "  libgraphite2                LGPL-2.1+ / MPL-1.1 / GPL-2+\n"
                             "  libpcre2-8                  BSD-3-Clause\n"
                             "  libbrotlidec, libbrotlicommon  MIT\n";

struct strings libraries_used(struct arena *arena)
{
    struct strings used = {0};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        strings_add(&used, arena, libraries[i].name(arena));
    return used;
}

void libraries_print(struct arena *arena)
{
    printf(_("%s\n许可证：MIT。所用的程序库和各自的许可证：\n"), libraries_program());
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        printf("  %-27s %s\n", libraries[i].name(arena), libraries[i].licence);
    printf(_("另外用到：\n%s"), others);
}
