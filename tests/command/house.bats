#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The house itself: installing, and the law that make lint checks.
load helper

@test "installed elsewhere, the program finds its templates and catalogues" {
    build=${BUILD:-$root/build}
    # What is built is what the other tests run: nothing may be built anew (-o) beside them.
    run make -C "$root" --no-print-directory -o build install BUILD="$build" SANITIZE="${SANITIZE:-}" \
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
    # whoever calls it: fonts come with it, before those of the user
    mkdir -p none/tongbao/fonts && echo broken >none/tongbao/fonts/body.ttf
    XDG_CACHE_HOME=$PWD/none run dest/usr/bin/tongbao run region --period 2019Q3 --output set --only pdf
    expect_status 0
    cmp dest/usr/share/tongbao/fonts/body.ttf "${XDG_CACHE_HOME:-$HOME/.cache}/tongbao/fonts/body.ttf"
    [ -s dest/usr/share/tongbao/fonts/licences/fandol.txt ]
    mv dest/usr/share/tongbao/fonts away
    XDG_CACHE_HOME=$PWD/none run dest/usr/bin/tongbao run region --period 2019Q3 --output unset --only pdf
    expect_status 4
    expect_output title.ttf
    [ ! -e unset ]
    mv away dest/usr/share/tongbao/fonts
    # every page of man/ in its section, and man finds them there
    for page in man1/tongbao.1 zh_CN/man1/tongbao.1 man5/tongbao-region.5 zh_CN/man5/tongbao-region.5 \
        man7/tongbao-templates.7 zh_CN/man7/tongbao-templates.7; do
        [ -s "dest/usr/share/man/$page" ]
    done
    [ "$(find dest/usr/share/man -type f | wc -l)" = "$(find "$root/man" -type f | wc -l)" ]
    [ -s dest/usr/share/tongbao/templates/指南.md ]
    run make -C "$root" --no-print-directory uninstall DESTDIR="$BATS_TEST_TMPDIR/dest" prefix=/usr
    expect_status 0
    [ -z "$(find dest -type f)" ]
}

@test "the version is that of the file VERSION in the program, the manuals and the list of changes" {
    version=$(cat "$root/VERSION")
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]
    run tongbao --version
    [ "${lines[0]}" = "tongbao $version" ]
    while read -r page; do
        grep -q "^\.TH .* \"tongbao $version\" " "$page" || { echo "$page"; return 1; }
    done < <(find "$root/man" -type f)
    # the latest release in the list, below what is not released yet
    [ "$(grep '^## ' "$root/CHANGELOG.md" | sed -n 2p | cut -d' ' -f2)" = "[$version]" ]
}

@test "make help names every target, and none that is not there" {
    targets() { tr ' ' '\n' | grep -vxE '|all|help|FORCE' | LC_ALL=C sort -u; }
    run make -C "$root" --no-print-directory help
    expect_status 0
    diff <(sed -n 's/^\.PHONY: //p' "$root/Makefile" | targets) <(grep -oE 'make [a-z-]+' <<<"$output" | cut -d' ' -f2 | targets)
}

@test "every source file names its licence, and one that doesn't is found" {
    run "$root/tools/licences" "$root"
    expect_status 0
    mkdir -p tree/gen tree/tools
    echo '/* SPDX-License-Identifier: MIT */' >tree/gen/good.c
    printf '#!/bin/sh\n# SPDX-License-Identifier: MIT\n' >tree/tools/good
    run "$root/tools/licences" tree
    expect_status 0
    echo 'int bare;' >tree/gen/bare.c
    printf '#!/bin/sh\ntrue\n' >tree/tools/bare
    echo '/* SPDX-License-Identifier: GPL-3.0-only */' >tree/gen/other.h
    run "$root/tools/licences" tree
    expect_status 1
    for file in gen/bare.c tools/bare gen/other.h; do
        expect_output "$file:1: "
    done
    expect_no_output good
}

@test "every library that the program is linked with is listed with its licence" {
    # a sanitizer's own are no part of the program
    ldd "$TONGBAO" | sed -n 's/^[[:space:]]*\(lib[^ ]*\)\.so.*/\1/p' | grep -vE '^lib(asan|ubsan|stdc\+\+|gcc_s)$' >linked
    [ "$(wc -l <linked)" -gt 10 ]
    while read -r library; do
        grep -qE "^\|.*\`$library\`.*\| [^|]+ \|$" "$root/docs/dependencies.md" || { echo "$library"; return 1; }
    done <linked
}

@test "every sentence is in the English catalogue, and nothing else is" {
    run "$root/tools/catalogue"
    expect_status 0
}

# breach FILE LINE MESSAGE: a copy of gen/'s FILE with LINE put before its text is refused with MESSAGE
breach() {
    rm -rf tree && mkdir -p "tree/gen/${1%/*}"
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
    breach render/page/fonts.c '#include <hb-subset.h>' 'hb-subset.h belongs to gen/render/pdf'
    breach render/page/flow.c '#include "render/pdf/pdf.h"' 'gen/render/page may not include render/pdf/pdf.h'
    breach render/rtf/rtf.c '#include "render/page/flow.h"' 'gen/render/rtf may not include render/page/flow.h'
    breach render/texts.c '#include "render/page/flow.h"' 'gen/render may not include render/page/flow.h'
    breach render/text/text_render.c '#include "check/dataset.h"' 'gen/render may not include check/dataset.h'
    breach render/text/text_render.c '#include "compute/engine.h"' 'gen/render may not include compute/engine.h'
    breach compute/engine.c '#include "document/document.h"' 'gen/compute may not include document/document.h'
    breach base/number.c '#include "check/dataset.h"' 'gen/base may not include check/dataset.h'
    breach read/raw.c 'typedef int whole;' 'no typedefs'
    breach compute/engine.c 'double ratio;' 'no floating point'
}

# wording ROW: a copy of the table of wording with ROW at its end, beside the sources
wording() {
    rm -rf tree && mkdir -p tree/templates && cp -r "$root/gen" tree/
    { cat "$root/templates/wording.csv"; printf '%s\n' "$1"; } >tree/templates/wording.csv
}

@test "every phrase is said, with its places; one that nobody says, or that has others, is found" {
    run "$root/tools/wording" check "$root"
    expect_status 0
    wording 'never_said,从来不说{值},,'
    last=$(wc -l <tree/templates/wording.csv)
    run "$root/tools/wording" check tree
    expect_status 1
    expect_output "templates/wording.csv:$last: nobody says this phrase: never_said"
    # said, but without what it has a place for; then with something it has no place for
    echo 'const char *never(struct phrasing *p) { return SAY(p, WORD_NEVER_SAID); }' >tree/gen/words/never.c
    run "$root/tools/wording" check tree
    expect_status 1
    expect_output 'gen/words/never.c:1: WORD_NEVER_SAID lacks its 值'
    echo 'const char *never(struct phrasing *p) { return FILL(p, WORD_NEVER_SAID, "值", f("a", 1), "数", "2"); }' \
        >tree/gen/words/never.c
    run "$root/tools/wording" check tree
    expect_status 1
    expect_output 'gen/words/never.c:1: WORD_NEVER_SAID: no place for 数'
}

@test "a phrase that is said and not in the table doesn't compile; a faulty row makes no header" {
    mkdir -p without/words
    grep -v '^growth_flat,' "$root/templates/wording.csv" >rest.csv
    "$root/tools/wording" header rest.csv >without/words/words.h
    mapfile -t users < <(grep -l WORD_GROWTH_FLAT "$root"/gen/*/*.c)
    run gcc -std=c11 -D_GNU_SOURCE -fsyntax-only -I"$root/gen" -Iwithout "${users[@]}"
    expect_status 1
    expect_output 'WORD_GROWTH_FLAT'
    "$root/tools/wording" header "$root/templates/wording.csv" >without/words/words.h
    run gcc -std=c11 -D_GNU_SOURCE -fsyntax-only -I"$root/gen" -Iwithout "${users[@]}"
    expect_status 0
    for row in 'growth_up,增长{值}%,,' 'Growth,增长,,' 'growth_more,增长{值,,' 'growth_more,增长{值}%,,数'; do
        wording "$row"
        run "$root/tools/wording" header tree/templates/wording.csv
        expect_status 1
        expect_output "tree/templates/wording.csv:$(wc -l <tree/templates/wording.csv): "
    done
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
