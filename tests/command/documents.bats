#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# documents.csv: the bulletins of the region that a run makes, each with its template, in its periods.
load helper

two_kinds() {
    mkdir -p region/templates
    cat >region/documents.csv <<'CSV'
名称,模板,时期,抄送,发文字号
调度通报,,每季;每月,,
位次通报,位次,年末,各县党委,测工信〔2019〕9号
CSV
    printf '标题：%s\n\n一、位次\n\n%s\n' '{{时期}}位次通报' '{{位次表}}' >region/templates/位次.txt
    { echo '2019Q4,A,INV,448,'; echo '2019Q4,B,INV,458,'; } >>region/data/a.csv
}

# bulletins: the region's, as a run left them
bulletins() { (cd out && ls -- *年*.txt | grep -v 工作簿); }

@test "a kind is written in its periods and in no other, by its name and its template" {
    two_kinds
    run tongbao run region --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ "$(bulletins)" = "$(printf '%s\n' brief-2019年前三季度.txt targets-2019年前三季度.txt 调度通报-2019年前三季度.txt)" ]
    grep -q 工业经济运行情况的通报 out/调度通报-2019年前三季度.txt
    run tongbao run region --period 2019Q4 --output year --only txt
    [ "$status" -le 1 ]
    [ -e year/调度通报-2019年.txt ] && [ -e year/位次通报-2019年.txt ] && [ ! -e year/region-2019年.txt ]
    grep -q 2019年位次通报 year/位次通报-2019年.txt
    grep -q 测工信〔2019〕9号 year/位次通报-2019年.txt
    grep -q 抄送：各县党委 year/位次通报-2019年.txt
    refute grep -q 各县党委 year/调度通报-2019年.txt
}

@test "words of the periods: month, quarter, half a year, within the year, its end" {
    two_kinds
    cat >region/documents.csv <<'CSV'
name,periods
a,monthly
b,quarterly
c,half_year
d,within_year
e,year_end
f,
CSV
    for at in 2019Q1:bdf 2019Q2:bcdf 2019Q4:bef; do
        run tongbao run region --period "${at%:*}" --output "$at" --only txt
        [ "$status" -le 1 ]
        made=$(cd "$at" && ls -- ?-*.txt | cut -c1 | tr -d '\n')
        [ "$made" = "${at#*:}" ] || { echo "$at: $made"; return 1; }
    done
}

@test "no kind in the period: no bulletin of the region, and a note that says so" {
    two_kinds
    sed -i '/调度/d' region/documents.csv
    run tongbao run region --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ "$(bulletins)" = "$(printf '%s\n' brief-2019年前三季度.txt targets-2019年前三季度.txt)" ]
    grep -q documents-none out/audit.csv
}

@test "a publication is replaced although a kind has another name now, or none" {
    two_kinds
    run tongbao run region --period 2019Q3 --output out --only txt
    sed -i 's/^调度通报/运行通报/' region/documents.csv
    run tongbao run region --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ "$(bulletins)" = "$(printf '%s\n' brief-2019年前三季度.txt targets-2019年前三季度.txt 运行通报-2019年前三季度.txt)" ]
    rm -r region/documents.csv region/templates
    run tongbao run region --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ "$(bulletins)" = "$(printf '%s\n' brief-2019年前三季度.txt region-2019年前三季度.txt targets-2019年前三季度.txt)" ]
}

@test "a template that isn't there is refused at its cell, one of an area's documents too" {
    two_kinds
    sed -i 's/位次,年末/位名,年末/' region/documents.csv
    run tongbao check region
    expect_status 2
    expect_output 'documents.csv:3: 模板: '
    expect_output 位次
    sed -i 's/位名,年末/area,年末/' region/documents.csv
    run tongbao check region
    expect_status 2
    expect_output 'documents.csv:3: 模板: '
}

@test "a fault in a kind's template is found at any period" {
    two_kinds
    echo '{{没有这个}}' >>region/templates/位次.txt
    run tongbao check region --period 2019Q3
    expect_status 2
    expect_output templates/位次.txt:6
}

@test "preview: a kind by its name, whatever the period; else the period's first" {
    two_kinds
    run tongbao preview region --period 2019Q3 --document 位次通报
    [ "$status" -le 1 ]
    expect_output 2019年前三季度位次通报
    run tongbao preview region --period 2019Q3
    expect_output 工业经济运行情况的通报
    run tongbao preview region --period 2019Q3 --document 位次通知
    expect_status 3
    expect_output 位次通报
}

@test "levels to be reached by a year's end are told together, each with its figure" {
    cp -R "$root/input/suizhou" plan
    rm plan/documents.csv plan/templates/*
    run tongbao preview plan --period 2020
    # twenty and seven, counted in targets.csv against the figures of 2020
    expect_output '　　完成2020年目标的有20项：工业投资占固定资产投资比重（42.3%，目标40%）、'
    expect_output '、主营业务收入过50亿元企业（3家，目标2—3家）、'
    expect_output '　　未完成2020年目标的有7项：工业民间投资占工业投资比重（78.7%，目标80%，差1.3个百分点）、'
    expect_output '、规上工业企业数（694家，力争超过700家，差7家）、主营业务收入过100亿元企业（0家，目标1家，差1家）。'
    expect_no_output '省级以上企业技术中心20家'
    run tongbao preview plan --period 2019
    expect_output '　　已达到2020年目标的有9项：'
    expect_output '　　距2020年目标还有差距的有19项：'
    # of fewer than six each has its own paragraph
    grep -v ',2020年底前,' plan/targets.csv >short.csv
    grep ',2020年底前,' plan/targets.csv | head -n 5 >>short.csv
    mv short.csv plan/targets.csv
    run tongbao preview plan --period 2020
    expect_no_output '完成2020年目标的有'
    expect_output '工业投资占固定资产投资比重42.3%，比上年提高0.7个百分点，完成2020年目标（40%），高2.3个百分点。'
}

@test "a total and an average growth of one indicator make one paragraph, each with its answer" {
    cp -R "$root/input/suizhou" plan
    rm plan/documents.csv plan/templates/*
    run tongbao preview plan --period 2018Q3
    # the first year of three: its growth is the average
    expect_output '　　工业技改投资167.29亿元，增长15.5%，高于2018—2020年规划目标（年均12%）3.5个百分点，比上半年加快0.3个百分点；总量完成年度目标（250亿元）的66.9%，滞后序时进度（75.0%）8.1个百分点。要实现总量目标，第四季度需完成82.71亿元'
    [ "$(grep -c '　　工业技改投资[0-9]' <<<"$output")" = 1 ]
    expect_no_output 2018—2018年
    # the leading one too
    run tongbao preview "$root/input/changsha-etdz" --period 2019
    expect_output '技工贸总收入3903.10亿元，比上年增长10.6%，完成年度目标（10%），高0.6个百分点；总量未完成年度目标（3908亿元），差4.90亿元，完成率99.9%。'
    expect_no_output '　　技工贸总收入'
}

@test "of many that are within reach the names are enough; a hope that was missed is called one; few things have no growth" {
    run tongbao preview "$root/input/changsha-etdz" --period 2019Q3
    expect_output '按前9个月月均推算，可望完成全年目标的有16项：规模工业总产值增速、'
    expect_no_output '完成完成'
    cp -R "$root/input/suizhou" plan
    rm plan/documents.csv plan/templates/*
    run tongbao preview plan --period 2020
    expect_output '、规上工业企业数（694家，距力争目标差7家）、'
    expect_output '主营业务收入过10亿元企业13家，比上年末增加1家。'
}
