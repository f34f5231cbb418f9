#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The house itself: installing, and the law that make lint checks.
load helper

@test "installed elsewhere, the program finds its templates and catalogues" {
    build=${BUILD:-build}
    run make -C "$root" --no-print-directory install BUILD="$build" SANITIZE="${SANITIZE:-}" \
        DESTDIR="$BATS_TEST_TMPDIR/dest" prefix=/usr
    expect_status 0
    run "$BATS_TEST_TMPDIR/dest/usr/bin/tongbao" run region --period 2019Q3 --output out --only txt,csv
    expect_status 0
    whole out
    run "$BATS_TEST_TMPDIR/dest/usr/bin/tongbao" new mine
    expect_status 0
    diff -r mine "$root/templates/new"
    run env LC_ALL=C.UTF-8 LANGUAGE=en "$BATS_TEST_TMPDIR/dest/usr/bin/tongbao" bless
    expect_output "no such command"
    # every page of man/ in its section, and man finds them there
    for page in man1/tongbao.1 zh_CN/man1/tongbao.1 man7/tongbao-templates.7 zh_CN/man7/tongbao-templates.7; do
        [ -s "dest/usr/share/man/$page" ]
    done
    [ "$(find dest/usr/share/man -type f | wc -l)" = "$(find "$root/man" -type f | wc -l)" ]
    [ -s dest/usr/share/tongbao/templates/指南.md ]
    run make -C "$root" --no-print-directory uninstall DESTDIR="$BATS_TEST_TMPDIR/dest" prefix=/usr
    [ -z "$(find dest -type f)" ]
}

@test "every sentence is in the English catalogue, and nothing else is" {
    run "$root/tools/catalogue"
    expect_status 0
}

# breach FILE LINE MESSAGE: a copy of gen/ with LINE put before FILE's text is refused with MESSAGE
breach() {
    rm -rf tree && mkdir tree && cp -r "$root/gen" tree/
    printf '%b\n' "$2" | cat - "$root/gen/$1" >"tree/gen/$1"
    run "$root/tools/layering" tree
    expect_status 1
    expect_output "gen/$1:1: $3"
}

@test "the layering law holds, and each planted breach is found" {
    run "$root/tools/layering" "$root"
    expect_status 0
    breach compute/engine.c '#include <csv.h>' 'csv.h belongs to gen/read'
    breach document/document.c '#include <xlsxwriter.h>' 'xlsxwriter.h belongs to gen/render/xlsx'
    breach render/text/text_render.c '#include <hpdf.h>' 'hpdf.h belongs to gen/render/pdf'
    breach render/text/text_render.c '#include "check/dataset.h"' 'gen/render may not include check/dataset.h'
    breach render/text/text_render.c '#include "compute/engine.h"' 'gen/render may not include compute/engine.h'
    breach compute/engine.c '#include "document/document.h"' 'gen/compute may not include document/document.h'
    breach base/number.c '#include "check/dataset.h"' 'gen/base may not include check/dataset.h'
    breach read/raw.c 'typedef int whole;' 'no typedefs'
    breach compute/engine.c 'double ratio;' 'no floating point'
}

@test "functions over 70 lines and files over 700 are found" {
    mkdir -p tree/gen/base
    { printf 'void f(void)\n{\n'; yes '    ;' | head -n 71; echo '}'; } >tree/gen/base/long.c
    run "$root/tools/layering" tree
    expect_status 1
    expect_output 'gen/base/long.c:2: a function of'
    yes '/* */' | head -n 701 >tree/gen/base/long.c
    run "$root/tools/layering" tree
    expect_output 'gen/base/long.c:700: a file of 701 lines'
    yes '/* */' | head -n 700 >tree/gen/base/long.c
    run "$root/tools/layering" tree
    expect_status 0
}
