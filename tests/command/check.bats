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
    rm region/data/a.csv
    run tongbao check region
    expect_status 2
    [[ ${lines[0]} == *很多* ]]
    [[ ${lines[1]} == *提示：*标题* ]]
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
