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
