#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao words: the columns of the tables, the words that may stand in them, and the manual that explains them.
load helper

@test "words lists every table's columns, those with words of their own marked" {
    run tongbao words
    expect_status 0
    for line in settings.csv areas.csv indicators.csv targets.csv scoring.csv identities.csv checks.csv documents.csv sources.csv data/ \
        '  * 关系 op' '    目标值 value' '  * 角色 role' '  * 项 key' '  * head' '    发文机关 issuer'; do
        grep -qxF -- "$line" <<<"$output" || { echo "no line: $line"; return 1; }
    done
}

@test "words COLUMN: a line for each meaning, the Chinese first; by either name, blanks and case aside" {
    run tongbao words 类型
    expect_status 0
    [ "$output" = 'indicators.csv：类型 kind
  时期数 flow
  时点数 stock
  比率 ratio
  增速 rate' ]
    run tongbao words ' KIND'
    [ "${lines[1]}" = '  时期数 flow' ]
    run tongbao words 关系
    [ "${lines[0]}" = 'targets.csv：关系 op' ]
    grep -q '^  达到 .* >= ' <<<"$output"
    # one table's words once for both tables that take them
    run tongbao words measure
    [ "${lines[0]}" = 'targets.csv、scoring.csv：考核口径 measure' ]
    grep -qxF '  增速 yoy' <<<"$output"
    run tongbao words draft
    [ "$output" = 'settings.csv：draft
  否 no
  是 yes' ]
    # a column of that name without words is passed over where another has some
    run tongbao words total
    [ "${lines[0]}" = 'indicators.csv：合计 total' ]
    [ "${#lines[@]}" -eq 4 ]
}

@test "a unit may be one that is not listed, and the list says so" {
    run tongbao words 单位
    expect_status 0
    grep -qxF '  元 人民币元' <<<"$output"
    expect_output 不换算
}

@test "a column without words of its own is told as such, an unknown one is wrong usage and names the nearest" {
    run tongbao words 目标值
    expect_status 0
    expect_output tongbao-region
    run tongbao words 关糸
    expect_status 3
    expect_output "“关系”"
    expect_output "'关糸'"
    run tongbao words opp
    expect_status 3
    expect_output "“op”"
    run tongbao words 毫不相干的一列
    expect_status 3
    expect_no_output 最接近
    [ -z "$("$TONGBAO" words 关糸 2>/dev/null)" ]
}

@test "the words of kind are those that a table may use, and no others" {
    # the words of kind, one indicator each; a rate or ratio takes no sum, so total stays empty
    for word in $(tongbao words 类型 | tail -n +2); do
        printf 'id,name,unit,kind\nINV,工业投资,%%,%s\nVA,规模以上工业增加值,%%,rate\n' "$word" >region/indicators.csv
        run tongbao check region
        expect_no_output "'$word'"
    done
    # and one that it doesn't list is refused
    printf 'id,name,unit,kind\nINV,工业投资,%%,流量\nVA,规模以上工业增加值,%%,rate\n' >region/indicators.csv
    run tongbao check region
    expect_status 2
    expect_output 流量
}

# bold PAGE TABLE: the words that a page sets in bold in the section of a table, one a line
bold() {
    awk -v table="$2" '
        /^\.S[HS] / { inside = index($0, table) > 0 }
        inside && /^\.B / { print substr($0, 4) }
        inside && /^\.BR / { sub(/^\.BR /, ""); sub(/ .*/, ""); print }' "$1" |
        sed 's/\\-/-/g; s/\\&//g; s/\\fR//g' | tr -s ' ' '\n'
}

@test "man 5 has every column and every word of every table, in both languages" {
    missing=0
    table=
    for page in "$root/man/tongbao-region.5" "$root/man/zh_CN/tongbao-region.5"; do
        while read -r line; do
            case $line in
            '') continue ;;
            *.csv | data/)
                table=$line
                bold "$page" "$table" >bold
                [ "$(wc -l <bold)" -gt 2 ] || { echo "$page: no section of $table"; missing=1; }
                ;;
            *)
                for word in ${line#\* }; do
                    grep -qxF -- "$word" bold || { echo "$page: $table: no column $word"; missing=1; }
                done
                column=${line##* }
                [[ $line == \** ]] || continue
                # a heading for each table that has the words; then lines of words
                while read -r of; do
                    case $of in
                    *：*) heading=$of ;;
                    esac
                    [[ $of == *：* || $heading != *$table* ]] && continue
                    set -f
                    for word in $of; do
                        grep -qxF -- "$word" bold || { echo "$page: $table: $column: no word $word"; missing=1; }
                    done
                    set +f
                done < <(tongbao words "$column" | grep -E '^  |：[^ ]* ?[a-z_]*$')
                ;;
            esac
        done < <(tongbao words | sed '/^带/d; s/^ *//')
    done
    [ "$missing" -eq 0 ]
}

@test "the examples of man 5 are understood as they stand, in both languages" {
    for page in "$root/man/tongbao-region.5" "$root/man/zh_CN/tongbao-region.5"; do
        run "$python" "$root/tests/command/examples.py" "$page" "$TONGBAO"
        expect_status 0 || { echo "$page"; return 1; }
    done
}
