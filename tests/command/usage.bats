#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The command line itself: help, version, wrong usage (status 3).
load helper

@test "--help and --version are on standard output, status 0" {
    run tongbao --help
    expect_status 0
    for word in new check preview run words --document --watch --period --output --jobs --area --only --keep-going --previous --version; do
        expect_output "$word"
    done
    [ -z "$("$TONGBAO" --help 2>&1 >/dev/null)" ]
    run tongbao --version
    expect_status 0
    [[ ${lines[0]} =~ ^tongbao\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
    # whatever else there is
    run tongbao --help --nonsense
    expect_status 0
}

@test "--version: every library that the program is linked with, and its licence" {
    run tongbao --version
    declare -A called=([libhpdf-2.3.0]=libharu [libgmp]=GMP [libnettle]=Nettle [libharfbuzz]=HarfBuzz [libharfbuzz-subset]=HarfBuzz
        [liblua5.4]=Lua [libc]=glibc [libm]=glibc)
    local library licence count=0
    while IFS='|' read -r _ libraries _ licence _; do
        for library in $(grep -oE '`[^`]+`' <<<"$libraries" | tr -d '`'); do
            count=$((count + 1))
            # of `LGPL-3+ or GPL-2+` the first word
            licence=$(sed 's/^ *\([^ ,;]*\).*/\1/' <<<"$licence")
            [ "$library" != liblz4 ] || licence=BSD-2-Clause # behind that of libzstd
            grep -wF "${called[$library]:-$library}" <<<"$output" | grep -qF " $licence" || { echo "$library: $licence"; return 1; }
        done
    done < <(grep '^| `' "$root/docs/dependencies.md")
    [ "$count" -gt 15 ]
}

@test "COMMAND --help: its own options and no other" {
    run tongbao check --help
    expect_status 0
    for word in --period --keep-going --explain; do expect_output "$word"; done
    for word in --output --jobs --watch preview; do expect_no_output "$word"; done
    run tongbao --help run
    expect_output --keep-old
    expect_no_output --watch
}

@test "words of a region: its areas, indicators, and periods, the latest first" {
    run tongbao words 地区 region
    [ "$output" = $'  R  测试州\n  A  甲县\n  B  乙县' ]
    run tongbao words indicator region
    [ "$output" = $'  INV  工业投资\n  VA  规模以上工业增加值' ]
    run tongbao words 时期 region
    [ "${#lines[@]}" -eq 7 ]
    [ "${lines[0]}" = '  2019Q3  2019年前三季度' ]
    [ "${lines[6]}" = '  2018Q1  2018年一季度' ]
    # a fault in a table doesn't keep the others from being listed
    echo '2019Q3,A,INV,很多,' >>region/data/a.csv
    run tongbao words 地区 region
    expect_output 甲县
    run tongbao words 关系 region
    expect_status 3
    expect_output 时期
    run tongbao words 地区 nowhere
    expect_status 3
    expect_output nowhere
    run tongbao words 地区 region extra
    expect_status 3
    expect_output extra
}

# completed WORD…: what bash offers for the last word
completed() {
    PATH=$(dirname "$TONGBAO"):$PATH bash -c '. "$0/tools/completion"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        _tongbao; [ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"' "$root" tongbao "$@"
}

@test "bash completion: commands, their options, areas, indicators and periods of the region" {
    [ "$(completed tr)" = trace ]
    for command in new check preview run trace words; do completed '' | grep -qx "$command"; done
    [ "$(completed run --k)" = $'--keep-going\n--keep-old' ]
    [ -z "$(completed check --o)" ]
    [ "$(completed run region --area '')" = $'测试州\n甲县\n乙县' ]
    [ "$(completed run region --area A)" = A ]
    [ "$(completed run region --area 甲)" = 甲县 ]
    [ "$(completed preview region -p 2019)" = $'2019Q3\n2019Q2\n2019Q1' ]
    [ "$(completed trace region --area A --indicator I)" = INV ]
    completed trace region --measure y | grep -qx yoy
    [ "$(completed run region --only x)" = xlsx ]
    [ "$(completed words ind)" = indicator ]
    # nothing is said where there is no region
    [ -z "$(completed run nowhere --area '' 2>&1)" ]
    mkdir folder
    [ "$(completed check fol)" = folder ]
    touch fol.tar.zst fol.txt
    [ "$(completed run region --previous fol)" = $'folder\nfol.tar.zst' ]
    [ "$(completed run region -l fol)" = $'folder\nfol.tar.zst' ]
}

@test "--help lists no command that is not there" {
    for command in form import status; do
        run tongbao $command region
        if [ "$status" -eq 3 ]; then
            run tongbao --help
            refute grep -qw -- "$command" <<<"$output"
        fi
    done
}

@test "wrong usage: status 3, the wrong word named, the way to --help, nothing written" {
    while read -r word line; do
        # shellcheck disable=SC2086 # a line is several arguments
        run tongbao $line
        expect_status 3 || { echo "for: $line"; return 1; }
        expect_output --help
        [ "$word" = - ] || expect_output "$word"
    done <<'LINES'
-
bless bless region
--nonsense run region --output out --nonsense
-Z run region --output out -Z
--output run region
- run --output out
- preview
--period run region --output out --period
2019Q5 run region --output out --period 2019Q5
zero run region --output out --jobs zero
0 run region --output out --jobs 0
docx run region --output out --only docx
--output check region --output out
extra run region extra --output out
LINES
    [ ! -e out ]
    [ ! -e out-核查.csv ]
}

@test "an area that is not in areas.csv, an input that is not there: status 3, named" {
    publish --area 丙县
    expect_status 3
    expect_output 丙县
    [ ! -e out ]
    run tongbao run nowhere --output out
    expect_status 3
    expect_output nowhere
    [ ! -e out ]
}

@test "--area takes what a table takes: blanks in a name do not count, a name of two is no name" {
    cat >region/areas.csv <<'CSV'
code,name,alias,parent,group,role
R,测试州,,,,
A,甲县,老城;城关,R,,
B,乙县,城关,R,,
N,全国,,,,参照
CSV
    run tongbao preview region --period 2019Q3 --area '甲 县'
    expect_status 0
    expect_output 甲县
    run tongbao run region --period 2019Q3 --output out --only txt --area '老　城' --area Ｂ
    expect_status 0
    [ "$(cd out/areas && echo *)" = "$(cd out/areas && echo A-甲县-*.txt B-乙县-*.txt)" ]
    run tongbao preview region --period 2019Q3 --area 城关
    expect_status 3
    expect_output "代码：'城关'"
    run tongbao preview region --period 2019Q3 --area 全国
    expect_status 3
    expect_output "没有这个地区"
}

@test "messages are Chinese by themselves, English where a catalogue is asked for" {
    run env LC_ALL=C "$TONGBAO" bless
    expect_output 没有这个命令
    [ -e "$(dirname "$TONGBAO")/locale/en/LC_MESSAGES/tongbao.mo" ] || skip "no English catalogue"
    run env LC_ALL=C.UTF-8 LANGUAGE=en "$TONGBAO" bless
    expect_status 3
    expect_output "no such command"
    expect_no_output 没有这个命令
}

@test "a screen that takes no output is a failure: status 4" {
    run bash -c '"$0" --help >/dev/full' "$TONGBAO"
    expect_status 4
}
