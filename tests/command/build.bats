#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# How the program is built, and what is made to pass it on.
load helper

# commands ARGUMENT…: what make would do for the whole program
commands() { make -n -B -C "$root" --no-print-directory V=1 BUILD="$BATS_TEST_TMPDIR/build" "$@" build 2>&1; }

@test "the program is hardened: PIE, protected stack, checked calls, relocations that are read-only from the start" {
    run readelf -hldW "$TONGBAO"
    expect_output 'Position-Independent Executable'
    expect_output GNU_RELRO
    expect_output 'Flags: NOW PIE'
    grep -A1 GNU_STACK <<<"$output" | grep -q 'RW '
    readelf -sW "$TONGBAO" | grep -q __stack_chk_fail
    [ -n "${SANITIZE:-}" ] || readelf -sW "$TONGBAO" | grep -qE '__[a-z]+_chk@'
    # a sanitizer, no optimization, or flags of one's own go without ours for the library's calls
    for flags in SANITIZE=1 OPTIMIZE=-O0 CFLAGS=-O0 CPPFLAGS=-D_FORTIFY_SOURCE=3; do
        commands "$flags" | refute grep -q -- -D_FORTIFY_SOURCE=2 || { echo "for: $flags"; return 1; }
    done
    commands | grep -q -- -D_FORTIFY_SOURCE=2
}

@test "debugging information names no folder of the machine" {
    refute grep -qaF "$root/" "$TONGBAO"
}

@test "CPPFLAGS, CFLAGS, LDFLAGS, CC, AR and PKG_CONFIG are honoured; what runs while building is the machine's own" {
    mkdir -p bin build
    for tool in gcc ar pkg-config; do
        printf '#!/bin/sh\necho "%s $*" >>%q\nexec %s "$@"\n' "other-$tool" "$PWD/log" "$tool" >"bin/other-$tool"
        chmod +x "bin/other-$tool"
    done
    run commands CC="$PWD/bin/other-gcc" AR="$PWD/bin/other-ar" PKG_CONFIG="$PWD/bin/other-pkg-config" CPPFLAGS=-DOWN_PRE \
        CFLAGS=-DOWN_C LDFLAGS=-Wl,-O1
    grep -q "other-gcc.*-DOWN_PRE -DOWN_C.* -c .*gen/main.c" <<<"$output"
    grep -q "other-gcc.*-Wl,-O1 -o .*/tongbao " <<<"$output"
    grep -q "other-ar qcs" <<<"$output"
    grep -q "^gcc -std=c11.*tools/srgb.c" <<<"$output"
    refute grep -qE "(^|/)gcc .*gen/main.c" <<<"$output"
    grep -q 'other-pkg-config --cflags' log
    # also out of the environment
    CC=$PWD/bin/other-gcc run commands
    grep -q "other-gcc.* -c .*gen/main.c" <<<"$output"
}

@test "DESTDIR may hold a blank" {
    run make -C "$root" --no-print-directory -n -o build install BUILD="${BUILD:-$root/build}" DESTDIR='/a b/c' prefix=/usr
    expect_status 0
    [ "$(grep -c '"/a b/c/usr' <<<"$output")" -gt 5 ]
    refute grep -qE '[^"]/a b/c' <<<"$output"
}

@test "make dist: the same tree gives the same bytes; Debian's version is that of VERSION" {
    mkdir one two
    run "$root/tools/dist" one
    expect_status 0
    run "$root/tools/dist" two
    cmp one/*.tar.gz two/*.tar.gz
    tar -xzf one/*.tar.gz
    for file in Makefile VERSION debian/control tools/dist gen/main.c; do cmp "$root/$file" tongbao-*/$file; done
    [ "$(sed -n '1s/.*(\(.*\)).*/\1/p' "$root/debian/changelog")" = "$(cat "$root/VERSION")" ]
    # from the archive once more
    mkdir three
    run tongbao-*/tools/dist three
    expect_status 0
    diff <(tar -tzf one/*.tar.gz) <(tar -tzf three/*.tar.gz)
}

@test "the timer of docs/ is one that systemd takes" {
    command -v systemd-analyze >/dev/null || skip "no systemd-analyze"
    systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$root/docs/systemd/tongbao-monthly.timer")" >/dev/null
    mkdir units
    for unit in service timer; do
        sed 's,/usr/bin/tongbao,/bin/true,' "$root/docs/systemd/tongbao-monthly.$unit" >"units/tongbao-monthly.$unit"
    done
    run systemd-analyze verify --man=no units/tongbao-monthly.service units/tongbao-monthly.timer
    refute grep -F "tongbao-monthly" <<<"$output"
}
