#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao check: all findings, nothing written.
load helper

@test "check: 0 for a clean region, 1 with warnings, 2 with errors; nothing is written" {
    before=$(find . | sort)
    run tongbao check region --period 2019Q3
    expect_status 0
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,336,15.0/' region/data/a.csv
    run tongbao check region --period 2019Q3
    expect_status 1
    sed -i 's/^2019Q2,A,INV,224,$/2019Q2,A,INV,很多,/' region/data/a.csv
    run tongbao check region
    expect_status 2
    expect_output 很多
    [ "$before" = "$(find . | sort)" ]
}

@test "check: the findings are its result: on standard output, and status 4 when they can't be written" {
    sed -i 's/^2019Q2,A,INV,224,$/2019Q2,A,INV,很多,/' region/data/a.csv
    [ -z "$("$TONGBAO" check region 2>&1 >/dev/null)" ]
    for closed in '>/dev/full' '>&-'; do
        run bash -c "\"\$0\" check region $closed" "$TONGBAO"
        expect_status 4 || { echo "for: $closed"; return 1; }
    done
    run bash -c '"$0" check region 2>/dev/full' "$TONGBAO"
    expect_status 2
    expect_output 很多
}

@test "check: the worst comes first, whatever its file" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,336,15.0/; s/^2019Q2,B,INV,234,$/2019Q2,B,INV,很多,/' region/data/a.csv
    printf '标题,,,,\n' | cat - region/data/a.csv >region/data/0.csv
    printf '一、山区县,,,,\n' >>region/data/0.csv
    rm region/data/a.csv
    run tongbao check region
    expect_status 2
    mapfile -t found < <(grep -E '(错误|警告|提示)：' <<<"$output")
    [ ${#found[@]} -gt 1 ]
    [[ ${found[0]} == 'data/0.csv:'*': 错误：'*很多* ]]
    [[ ${found[1]} == 'data/0.csv:'*': 提示：'*山区县* ]]
}

# Two areas and two indicators, and a table in 万元 with a column that is nobody's, under a title.
reading_region() {
    mkdir -p read/data
    printf '代码,名称,上级\nR,全州,\nA,甲县,R\nB,乙县,R\n' >read/areas.csv
    printf '指标代码,指标名称,单位,类型,合计\nTZ,工业投资,亿元,时期数,加总\nDL,用电量,万千瓦时,时期数,加总\n' >read/indicators.csv
    printf '2025年1—9月\n地区,工业投资（万元）,用电量,甲乙丙\n甲县,110000,10,1\n乙县,220000,20,2\n' \
        >read/data/2025年1—9月.csv
}

@test "check: says of each table how it was read" {
    reading_region
    run tongbao check read
    expect_status 1
    expect_output 'data/2025年1—9月.csv：各列是指标的表，UTF-8，2025年1—9月，表头第 2 行，2 个地区；共 13 格：使用 6，空 0，表头 4，标题和说明 1，未使用 2'
    expect_output '    工业投资（万元，×0.0001）、用电量（万千瓦时）'
    expect_output '    未使用 2 格，第 3 行起：从表头认不出指标，这一列未使用'
    expect_output 'areas.csv：固定格式的表，UTF-8，表头第 1 行；共 12 格：使用 8，空 1，表头 3'
    [[ $output != *标题和说明行未作数据* ]]
}

@test "check: a column that a table of targets has no use for is named" {
    reading_region
    printf '2025年目标\n地区,工业投资,时期\n甲县,30,2025\n乙县,60,2025\n' >read/targets-2025.csv
    run tongbao check read
    expect_status 1
    expect_output '标题和说明 1，未使用 2'
    expect_output "targets-2025.csv:2: 时期: 警告：不认识这一列，未使用；请改正列名或删去：'时期'"
}

@test "check --explain: draws the table, each cell marked, and its own findings alone" {
    reading_region
    printf '2025年1—9月\n地区,工业投资,用电量\n甲县,11\r1,一\033[2J万\n乙县,-,20\n\n' >read/data/b.csv
    for name in data/b.csv b.csv ./data/b.csv; do
        run tongbao check read --explain $name
        expect_status 2
    done
    expect_output $'    1 注 2025年1—9月\n    2 头 地区  头 工业投资  头 用电量\n'
    expect_output $'    5 名 乙县  空 -         数'
    expect_output ' [2J万'
    [[ $output != *$'\033'* ]]
    [[ $output == *$'\n'*'数 读作数  名 地区'* ]]
    [[ $output != *甲乙丙* ]]
    run tongbao check read --explain data/c.csv
    expect_status 3
    expect_output "'data/c.csv'"
}

@test "check: the bundled regions are without errors" {
    for region in xiangxi tongcheng taojiang suizhou changsha-etdz hunan; do
        run tongbao check "$root/input/$region"
        [ "$status" -le 1 ]
        expect_no_output 错误：
    done
}

@test "check: GB18030, CRLF, a BOM, UTF-16 and tabs give the same figures" {
    publish
    expect_status 0
    mv out plain
    iconv -f UTF-8 -t GB18030 region/areas.csv >x && mv x region/areas.csv
    sed -i 's/$/\r/' region/data/a.csv
    { printf '\xef\xbb\xbf'; cat region/indicators.csv; } >x && mv x region/indicators.csv
    { printf '\xff\xfe'; tr ',' '\t' <region/targets.csv | iconv -f UTF-8 -t UTF-16LE; } >x && mv x region/targets.csv
    publish
    expect_status 0
    diff -r plain/data out/data
    grep -q '^note,areas.csv,.*GB18030' out/audit.csv
}

@test "check: a quote that is never closed is one error, not a silent end of the file" {
    echo '2019Q2,A,INV,"224,' >>region/data/a.csv
    echo '2019Q1,A,VA,1.0,' >>region/data/a.csv
    run tongbao check region
    expect_status 2
    expect_output data/a.csv
}
