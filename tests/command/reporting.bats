#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao status: who has reported what, whom to ask, which figures wait for an answer.
load helper

status_of() { run tongbao status region --period "$@"; }
# has LINE…: each is a whole line of the output
has() {
    local line
    for line in "$@"; do
        grep -qxF -- "$line" <<<"$output" || { printf 'no line "%s" in:\n%s\n' "$line" "$output"; return 1; }
    done
}

@test "all have reported: status 0, the date that of the newest file" {
    grep 2019Q3,B region/data/a.csv >b && { head -1 region/data/a.csv; cat b; } >region/data/b.csv
    sed -i /2019Q3,B/d region/data/a.csv
    touch -d '2019-10-09 12:00' region/data/a.csv
    touch -d '2019-10-11 12:00' region/data/b.csv
    status_of 2019Q3
    expect_status 0
    # the region has its own row of the rate, the sum of INV is computed
    has '测试州 2019年前三季度 上报情况' \
        '地区    应报  已报  未报  待核  上报日期' \
        '测试州     1     1     0     0  2019-10-09' \
        '甲县       2     2     0     0  2019-10-09' \
        '乙县       2     2     0     0  2019-10-11' \
        '都已报齐，没有待核的数。'
    expect_no_output 催报
    diff <(tongbao status region 2>&1) <(echo "$output") # the latest period
}

@test "what is lacking is asked for, with what the table says of it; nothing at all in one sentence" {
    sed -i '/2019Q3,A,INV/d; /2019Q3,B/d; /2019Q3,R/d' region/data/a.csv
    sed 's/$/,/; 1s/,$/,note/; s/2019Q3,A,VA.*/2019Q3,A,VA,,,月底补报/' region/data/a.csv >a && mv a region/data/a.csv
    status_of 2019Q3
    expect_status 1
    has '催报名单：' \
        '请甲县补报2019年前三季度的工业投资、规模以上工业增加值（表中注明：月底补报）。' \
        '请乙县报送2019年前三季度的数据，应报的 2 项都没有报。' \
        '本级（测试州）2019年前三季度还缺：规模以上工业增加值。'
}

@test "one is asked for what it had a year before, not for what comes twice a year; a new indicator where it has a target" {
    printf 'id,name,unit,kind\nINV,工业投资,亿元,flow\nVA,规模以上工业增加值,%%,rate\nRD,研发投入,亿元,flow\nXM,新项目,个,flow\n' \
        >region/indicators.csv
    printf 'A,XM,,>=,8,2019,2019,测试〔2019〕1号\nB,XM,,>=,8,2019,2019,测试〔2019〕1号\n' >>region/targets.csv
    printf '2018Q2,A,RD,3,\n2018Q4,A,RD,7,\n2019Q2,A,RD,4,\n2018Q3,B,RD,5,\n2019Q3,A,XM,6,\n' >>region/data/a.csv
    status_of 2019Q3
    expect_status 1
    has '甲县       3     3     0     0  '"$(date -r region/data/a.csv +%F)" \
        '请乙县补报2019年前三季度的研发投入、新项目。'
    [ "$(grep -c ^请 <<<"$output")" -eq 1 ]
}

@test "a month answers for its quarter" {
    sed -i 's/^2019Q3,A,INV/2019-09,A,INV/' region/data/a.csv
    status_of 2019Q3
    has '甲县       2     2     0     0  '"$(date -r region/data/a.csv +%F)"
}

@test "a doubted figure waits for an answer, and whose it is" {
    sed -i 's/^\(2019Q3,A,INV,[0-9]*\),$/\1,99/' region/data/a.csv # reported growth far from 336 beside 300
    status_of 2019Q3
    expect_status 1
    has '甲县       2     2     0     1  '"$(date -r region/data/a.csv +%F)"
    grep -q '^甲县工业投资：data/a.csv:.*99' <<<"$output"
    expect_no_output 催报
}

@test "nothing due, errors, wrong usage" {
    status_of 2030Q1
    expect_status 1
    has '这一时期没有应报的数：前一期和上年同期都没有数据，请检查 --period。'
    sed -i 's/^\(2019Q3,A,INV\),[0-9]*/\1,abc/' region/data/a.csv
    status_of 2019Q3
    expect_status 2
    expect_output abc
    status_of 2019Q3 --keep-going
    expect_status 1
    has '请甲县补报2019年前三季度的工业投资（表中写明未报）。'
    run tongbao status nowhere
    expect_status 3
    run tongbao status region --output x
    expect_status 3
}
