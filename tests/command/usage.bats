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
    [[ $output =~ ^tongbao\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
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
