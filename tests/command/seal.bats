#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What was issued stays issued: sealed publications, and the archive that a sealing makes.
load helper

# everything FOLDER…: names, modes and sums of all there is
everything() { find "$@" -printf '%p %m\n' | LC_ALL=C sort; find "$@" -type f -exec sha256sum {} + | LC_ALL=C sort; }

@test "a folder with 封存.txt is sealed, whoever has put it there: no run replaces it, whatever its period" {
    publish
    echo 已印发 >out/封存.txt
    before=$(everything out)
    for period in 2019Q3 2019Q2; do
        run tongbao run region --period $period --output out --only csv
        expect_status 3
        expect_output 已经封存
        expect_output REVISION=1
    done
    [ "$before" = "$(everything out)" ]
    # under another name it is kept as it is
    publish --keep-old
    expect_status 0
    [ "$before" = "$(everything out-旧1 | sed 's/out-旧1/out/')" ]
    [ ! -e out/封存.txt ]
}

@test "a bulletin edited by hand and the lock of an editor are named; --keep-old renames them with all the rest" {
    run tongbao run region --period 2019Q3 --output out --only rtf
    expect_status 0
    rtf=$(cd out && echo region-*.rtf)
    printf '改' >>"out/$rtf"
    publish_rtf() { run tongbao run region --period 2019Q3 --output out --only rtf "$@"; }
    publish_rtf
    expect_status 3
    expect_output "$rtf"
    publish_rtf --keep-old
    expect_status 0
    [ "$(tail -c 3 "out-旧1/$rtf")" = 改 ]
    touch "out/.~lock.$rtf#"
    publish_rtf
    expect_status 3
    expect_output ".~lock.$rtf#"
    publish_rtf --keep-old
    expect_status 0
    [ -e "out-旧2/.~lock.$rtf#" ]
    [ "$(tail -c 3 "out-旧1/$rtf")" = 改 ]
    whole out
}
