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
    printf '时期,地区,指标,数值（万元）,同比\n2025-09,甲县,工业投资,11,1\n' >read/data/t.csv
    run tongbao check read --explain t.csv
    expect_output $'数值（万元）  头 同比\n      →  时期     →  地区  →  指标      →  各行的指标    →  各行指标的同比\n    2 名 2025-09'
    printf '指标：工业投资\n地区,2025-09,2025年8月\n甲县,11,1\n' >read/data/p.csv
    run tongbao check read --explain p.csv
    expect_output $'2025年8月\n      →  各地区的工业投资  →  2025年1—9月  →  2025年1—8月\n    3 名 甲县'
    printf '地区：甲县\n指标,2025-09,2025年8月\n工业投资,11,1\n' >read/data/q.csv
    run tongbao check read --explain q.csv
    expect_output $'2025年8月\n      →  甲县的各项指标  →  2025年1—9月  →  2025年1—8月\n    3 名 工业投资'
    rm read/data/[tpq].csv
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

# What no font here has: U+2EBF0, the first of CJK extension I (Unicode 15.1); U+E000 is nobody's, U+2067 turns the line.
none=$'\U2EBF0' private=$'\UE000' turning=$'\U2067'

# refused FINDING [LINES]: check and run end with 2, and both say the finding, once.
refused() {
    rm -rf out
    for command in 'check region --period 2019Q3' 'run region --period 2019Q3 --output out --jobs 2'; do
        # shellcheck disable=SC2086 # words
        run tongbao $command
        expect_status 2 || return 1
        [ "$(grep -cF "$1" <<<"$output")" = 1 ] || { printf 'not once: %s\n%s\n' "$1" "$output"; return 1; }
        [ "$(grep -c '不能印的字符\|在所有字体里都没有' <<<"$output")" = "${2:-1}" ] || { echo "$output"; return 1; }
        [ ! -e out ] || return 1
    done
}

@test "check: a character that no font has is found where it was written, by check as by run" {
    while IFS='|' read -r edit file finding; do
        rm -rf region && small_region region
        sed -i "$edit" "region/$file"
        refused "$finding“$none”（U+2EBF0）" || { echo "for: $edit"; return 1; }
    done <<END
s/甲县/甲${none}县/|areas.csv|areas.csv:3: name: 错误：
s/工业投资/工业${none}/|indicators.csv|indicators.csv:2: name: 错误：
s/亿元/${none}元/|indicators.csv|indicators.csv:2: unit: 错误：
s/^issuer,测试州/issuer,测试${none}州/|settings.csv|settings.csv:3: value: 错误：
\$acopy_to,${none}州统计局|settings.csv|settings.csv:5: value: 错误：
s/^\(\*,INV.*\)测试/\1测${none}试/|targets.csv|targets.csv:2: source: 错误：
END
}

@test "check: of wording, templates and texts too, each place once" {
    printf 'key,text\ngrowth_up,增%s长{值}%%\n' "$none" >region/wording.csv
    refused "wording.csv:2: text: 错误：“$none”" || return 1
    rm region/wording.csv
    mkdir region/text region/templates
    printf '第一段。\n\n再接%s再厉，%s。\n' "$none" "$none" >region/text/要求.txt
    refused "text/要求.txt:3: 错误：“$none”" || return 1
    rm -r region/text
    { cat "$root/templates/area.txt"; printf '\n\n特此通报%s。\n' "$none"; } >region/templates/area.txt
    refused "templates/area.txt:$(wc -l <region/templates/area.txt): 错误：“$none”" || return 1
    sed -i "s/乙县/乙${none}县/" region/areas.csv
    refused "areas.csv:4: name: 错误：“$none”" 2
}

@test "check: what is not printed is nobody's fault: aliases, unused phrases, a letter that nobody gets, a remark" {
    sed -i "1s/\$/,alias,copy_to,remark/; 2s/\$/,,,/; 3s/\$/,甲$none,抄送$none,甲$none/; 4s/\$/,,,/" region/areas.csv
    run tongbao check region --period 2019Q3
    expect_status 1 # of the remark's column
    expect_no_output U+2EBF0
    run tongbao run region --period 2019Q3 --output out
    expect_status 1
}

@test "check: private characters and what turns the line are not printed, whatever font has them" {
    printf 'copy_to,测试%s局\n' "$private" >>region/settings.csv
    refused "settings.csv:5: value: 错误：这里有不能印的字符 U+E000" || return 1
    sed -i "s/$private/$turning/" region/settings.csv
    refused "settings.csv:5: value: 错误：这里有不能印的字符 U+2067" || return 1
    expect_no_output "$turning"
}

@test "check: characters of the planes of Hanzi that a font has are fine" {
    sed -i "s/甲县/甲"$'\U2CB5A'"县/" region/areas.csv # 𬭚
    run tongbao check region --period 2019Q3
    expect_status 0
}

@test "check: without prepared fonts one note says what to do; names are looked at all the same" {
    sed -i "s/甲县/甲${none}县/" region/areas.csv
    XDG_CACHE_HOME=$PWD/none run tongbao check region --period 2019Q3
    expect_status 0
    [ "$(grep -c 'make deps' <<<"$output")" = 1 ]
    printf 'copy_to,测试%s局\n' "$turning" >>region/settings.csv
    XDG_CACHE_HOME=$PWD/none run tongbao check region --period 2019Q3
    expect_status 2
    expect_output 'settings.csv:5: value: 错误：这里有不能印的字符 U+2067'
}

@test "check: a font of the settings that can't be used is told with its line, and status 4, as by run" {
    printf 'font_kai,/nowhere/kai.ttf\n' >>region/settings.csv
    run tongbao check region --period 2019Q3
    expect_status 4
    expect_output 'settings.csv:5: value: 错误：字体用不了：楷体字体 /nowhere/kai.ttf 打不开'
    run tongbao run region --period 2019Q3 --output out
    expect_status 4
}

@test "check: nothing that is said steers the terminal: values, columns and lines are shown with what they hold" {
    sed -i "s/^2019Q3,A,INV,336,/2019Q3,丁"$'\e'"[31m县,INV,336,/" region/data/a.csv
    mkdir region/text
    printf '%s增长12%%。\n' "$turning" >region/text/要求.txt
    run tongbao check region --period 2019Q3
    expect_status 2
    expect_output "'丁<U+001B>[31m县'"
    [ -z "$(LC_ALL=C.UTF-8 grep -P '[\x00-\x08\x0B-\x1F\x7F\x{2066}-\x{2069}]' <<<"$output")" ]
    sed -i "s/,丁.*县,INV/,A,INV/" region/data/a.csv
    run tongbao check region --period 2019Q3
    expect_output '    ?增长12%。'
    expect_no_output "$turning"
}

@test "check: what a table holds beside what is read never keeps a workbook from being made" {
    printf 'period,area,indicator,value,re%smark,x%s\n2019Q3,B,VA,7.3,%s,\xef\xbf\xbd\n' "$turning" $'\x01' "$turning" >region/data/b.csv
    sed -i '/^2019Q3,B,VA,/d' region/data/a.csv
    run tongbao check region --period 2019Q3
    expect_status 1
    expect_no_output "$turning"
    run tongbao run region --period 2019Q3 --output out
    expect_status 1
    touch "region/data/$turning.csv" # what Windows copies with a path
    run tongbao check region --period 2019Q3
    expect_status 2
    expect_output 文件名里有换行之类的控制字符
    expect_no_output "$turning"
}

@test "what an editor leaves beside an open table is passed over with a note, wherever it lies; data/ that is a file, told once" {
    mkdir 'region/data/上报'
    touch 'region/~$areas.csv' 'region/data/~$a.csv' 'region/data/~$a.xlsx' 'region/data/上报/~$b.csv'
    run tongbao check region --period 2019Q3
    expect_status 0
    [ "$(grep -c '提示：这是 Excel 或 WPS 打开表格时的临时文件' <<<"$output")" = 4 ]
    rm -r region/data && echo >region/data
    run tongbao check region --period 2019Q3
    expect_status 2
    [ "$(grep -c '^data/: 错误' <<<"$output")" = 1 ]
    refute grep -q 没有数据表 <<<"$output"
}
