#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Finished files are read back before they are published: one that is another county's stops the run.
load helper

# swapped ENDING [OPTION…]: a run in which the two counties' documents of a kind take each other's names
swapped() {
    [ -e swaps.so ] || cc -shared -fPIC -D_GNU_SOURCE -o swaps.so "$root/tests/command/swaps.c"
    run env LD_PRELOAD="$PWD/swaps.so" ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 SWAP_ONE=A-甲县 \
        SWAP_OTHER=B-乙县 SWAP_ENDING="$1" "$TONGBAO" run region --period 2019Q3 --output out "${@:2}"
}

@test "two counties' files that have changed places are not published" {
    for ending in .pdf .xlsx .rtf; do
        swapped $ending --only "${ending#.}"
        expect_status 4
        expect_output "写出的文件和计算结果对不上：'areas/A-甲县-2019年前三季度$ending'"
        expect_output "应为“A;2019Q3”，实为“通报;工业经济;测试州;2019年前三季度;B;2019Q3”"
        expect_output "没有发布任何文件"
        [ ! -e out ]
        # what stands under another's name isn't removed as the run's own
        rm -rf out.tongbao-*
    done
}

@test "nothing is wrong with them where they are" {
    swapped .none --only xlsx,pdf,rtf,txt
    expect_status 0
    whole out
}

@test "every document says in its properties whom and when it is about" {
    run tongbao run region --period 2019Q3 --output out --only xlsx,pdf,rtf
    expect_status 0
    for area in A-甲县 B-乙县; do
        pdfinfo "out/areas/$area-2019年前三季度.pdf" | grep -q "^Keywords: .*;${area%%-*};2019Q3$"
        unzip -p "out/areas/$area-2019年前三季度.xlsx" docProps/core.xml |
            grep -q "<cp:keywords>[^<]*;${area%%-*};2019Q3</cp:keywords>"
        grep -qa "keywords .*;${area%%-*};2019Q3}" "out/areas/$area-2019年前三季度.rtf"
    done
    pdfinfo out/region-2019年前三季度.pdf | grep -q '^Keywords: .*;R;2019Q3$'
}

@test "an area whose name is in another's is told apart" {
    sed -i 's/甲县/甲县新区/; s/乙县/甲县/' region/areas.csv
    run tongbao run region --period 2019Q3 --output out --only xlsx,pdf,rtf,txt
    expect_status 0
    whole out
}

@test "people may name other areas, in text/ and in a template of their own" {
    mkdir -p region/text/A region/templates
    echo '向乙县学习。' >region/text/A/问题.txt
    sed 's/^标题：.*/标题：{{本地}}向乙县学习（2019年上半年起）/' "$root/templates/area.txt" >region/templates/area.txt
    run tongbao run region --period 2019Q3 --output out --only xlsx,pdf,rtf,txt
    [ "$status" -le 1 ] || { echo "$output"; return 1; }
    whole out
}

# issue: a publication in its usual place, with its region
issue() {
    mkdir -p output/r input && mv region input/r
    tongbao run input/r --period 2019Q3 --output "$issued" --only pdf,xlsx,rtf
}
issued=output/r/2019年前三季度
# exchange FOLDER ENDING: the two counties' files of a kind take each other's places, and the sums are made anew
exchange() {
    (cd "$1/areas" && mv A-*"$2" kept && mv B-*"$2" A-甲县-2019年前三季度"$2" && mv kept B-乙县-2019年前三季度"$2")
    resum "$1"
}
resum() {
    (cd "$1" && find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort | tr '\n' '\0' |
        xargs -0 sha256sum >SHA256SUMS)
}
# stand_in SCRIPT: a folder `bin` with a pdftotext that does this; "$real" is the real one
stand_in() {
    mkdir -p bin
    printf '#!/bin/bash\nreal=%s\n%s\n' "$(command -v pdftotext)" "$1" >bin/pdftotext
    chmod +x bin/pdftotext
}
# contradicted WORDS…: status 4, and each of the words said
contradicted() {
    expect_status 4
    for words in "$@"; do expect_output "$words"; done
}
unpack() { mkdir un && zstd -dqc issued/测试州-2019年前三季度.tar.zst | tar -xf - -C un; }

@test "what contradicts its own figures isn't sealed: files in another's place, and pages behind the first" {
    issue
    cp -r "$issued" good
    for ending in .pdf .xlsx .rtf; do
        exchange "$issued" $ending
        run tongbao archive "$issued"
        contradicted "areas/A-甲县-2019年前三季度$ending" '应为“A;2019Q3”' 没有封存
        rm -r "$issued" && cp -r good "$issued"
    done
    # in all of the text, as pdftotext reads it: the properties are the county's own
    stand_in '"$real" "$@" | if [[ "$*" = *A-甲县* ]]; then sed "s/$/乙县/"; else cat; fi'
    run env PATH="$PWD/bin:$PATH" "$TONGBAO" archive "$issued"
    contradicted "areas/A-甲县-2019年前三季度.pdf" 里有别的地区“乙县” 没有封存
    [ ! -e issued ] && [ ! -e "$issued/封存.txt" ]
    run tongbao archive "$issued"
    expect_status 0
}

@test "verify reads the whole text too, of an archive and of a publication" {
    issue
    tongbao archive "$issued"
    run tongbao verify issued/测试州-2019年前三季度.tar.zst
    expect_status 0
    expect_output 文件里的文字和发布的数都对得上
    # sums and run are as they were: only the text can tell
    stand_in '"$real" "$@" | sed "s/$/乙县/"'
    for what in issued/测试州-2019年前三季度.tar.zst "$issued"; do
        run env PATH="$PWD/bin:$PATH" "$TONGBAO" verify "$what"
        contradicted 逐字节相同 "areas/A-甲县-2019年前三季度.pdf" 里有别的地区“乙县” 没有通过核对
        expect_no_output 都对得上
    done
    unpack
    exchange un/*/outputs .xlsx
    resum un/*
    run tongbao verify un/*
    contradicted '不同：areas/A-甲县-2019年前三季度.xlsx' '应为“A;2019Q3”' 没有通过核对
    # with another text/ than at that time the run says so, and no more can be told
    mkdir un/测试州-2019年前三季度/inputs/text && echo 向乙县学习。 >un/测试州-2019年前三季度/inputs/text/问题.txt
    resum un/*
    run tongbao verify un/*
    expect_status 1
    expect_no_output 应为“A
}

@test "without pdftotext the text of PDFs isn't read, which is said, and is no failure" {
    issue
    mkdir empty
    run env PATH="$PWD/empty" "$TONGBAO" archive "$issued"
    expect_status 0
    expect_output 没有找到\ pdftotext
    run env PATH="$PWD/empty" "$TONGBAO" verify issued/测试州-2019年前三季度.tar.zst
    expect_status 0
    expect_output 没有找到\ pdftotext
    # all else is: of a PDF what it says of itself, too
    chmod -R u+w "$issued" && rm -r issued "$issued/封存.txt"
    exchange "$issued" .pdf
    run env PATH="$PWD/empty" "$TONGBAO" archive "$issued"
    contradicted '应为“A;2019Q3”' 没有封存
    # and of a publication without PDFs there is nothing to be missed
    rm -r "$issued"
    tongbao run input/r --period 2019Q3 --output "$issued" --only xlsx
    run env PATH="$PWD/empty" "$TONGBAO" archive "$issued"
    expect_status 0
    expect_no_output pdftotext
}
