#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What `make report` writes where, and what `make distclean` takes away again.
load helper

report() { REPORTS=$PWD/stamps run "$root/tools/report" "$TONGBAO" "$PWD/output" "$@"; }
unpublish() { run "$(dirname "$TONGBAO")/tools/unpublish" output; }

@test "make report: a folder for each period, which it names; the same one is replaced" {
    report xiangxi
    expect_status 0
    expect_output "xiangxi: 2019年: 33 files" # the latest in the data
    whole output/xiangxi/2019年
    report xiangxi 2019Q2
    expect_status 0
    expect_output "xiangxi: 2019年上半年: "
    [ "$(cd output/xiangxi && echo *)" = '2019年 2019年上半年' ]
    # again, and with more kinds than stood there
    rm -r output/xiangxi/2019年上半年
    run tongbao run "$root/input/xiangxi" --period 2019Q2 --output output/xiangxi/2019年上半年 --only csv
    report xiangxi 2019Q2
    expect_status 0
    [ -n "$(find output/xiangxi/2019年上半年 -name '*.pdf')" ]
    whole output/xiangxi/2019年上半年
    whole output/xiangxi/2019年
}

@test "make report: what somebody has put there stays" {
    mkdir -p output/xiangxi/2019年前三季度 && echo mine >output/xiangxi/2019年前三季度/mine
    report xiangxi 2019Q3
    expect_status 3
    expect_output mine
    [ "$(cat output/xiangxi/2019年前三季度/mine)" = mine ]
    # a publication where the folder of the periods is to be
    rm -r output/xiangxi
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output output/xiangxi --only csv
    report xiangxi
    expect_status 1
    whole output/xiangxi
    report nowhere
    expect_status 1
}

# small_tree: a tree with one small region, and fonts of its own
small_tree() {
    mkdir -p tree/build tree/input fonts/tongbao
    cp -r "$root/tools" "$root/templates" tree/
    cp "$TONGBAO" tree/build/tongbao
    ln -s ../templates tree/build/templates
    cp -r region tree/input/small
    cp -r "${XDG_CACHE_HOME:-$HOME/.cache}/tongbao/fonts" fonts/tongbao/
}
small_report() { XDG_CACHE_HOME=$PWD/fonts run tree/tools/report "$PWD/tree/build/tongbao" output small; }
# every file with its content and times
outside() { find tree/output -printf '%p %s %T@ %C@ %i\n' | LC_ALL=C sort; }

@test "make report: with nothing changed it does nothing" {
    small_tree
    small_report
    expect_status 0
    before=$(outside)
    for time in 1 2; do
        small_report
        expect_status 0
        expect_output "small: 2019年前三季度: nothing has changed"
        [ "$before" = "$(outside)" ]
    done
    # another folder for what comes out has a stamp of its own
    XDG_CACHE_HOME=$PWD/fonts run tree/tools/report "$PWD/tree/build/tongbao" elsewhere small
    expect_output "small: 2019年前三季度: "
    refute grep -q nothing <<<"$output"
    whole tree/elsewhere/small/2019年前三季度
    # and without a date of issue in the settings the day counts
    sed -i '/issue_date/d' tree/input/small/settings.csv
    SOURCE_DATE_EPOCH=1571400000 small_report
    SOURCE_DATE_EPOCH=1571400000 small_report
    expect_output nothing
    SOURCE_DATE_EPOCH=1571500000 small_report
    refute grep -q nothing <<<"$output"
}

@test "make report: whatever changes, it runs again; what comes out the same keeps its time" {
    small_tree
    small_report
    local change out=tree/output/small/2019年前三季度
    while read -r change; do
        find tree/output -exec touch -h -d 2020-01-01 '{}' +
        small_report # it has been touched
        expect_status 0
        eval "$change"
        small_report
        expect_status 0 || { echo "after: $change"; return 1; }
        refute grep -q nothing <<<"$output" || { echo "after: $change"; return 1; }
        whole "$out"
        # a county's workbook has nothing of all this
        [ "$(stat -c %y "$out"/areas/B-*.xlsx)" = "$(stat -c %y "$out"/areas/A-*.xlsx)" ]
        [[ $(stat -c %y "$out"/areas/B-*.xlsx) == 2020-01-01* ]] || { echo "after: $change"; return 1; }
        small_report
        expect_output nothing || { echo "after: $change"; return 1; }
    done <<'CHANGES'
echo >>tree/templates/letter.txt
touch tree/templates/wording.csv
printf 'period,area,indicator,value\n' >tree/input/small/data/empty.csv
rm tree/input/small/data/empty.csv
mkdir tree/input/small/text
cp -p tree/input/small/areas.csv areas && echo >>tree/input/small/areas.csv
cp -p areas tree/input/small/areas.csv
touch fonts/tongbao/fonts/kai.ttf
touch tree/build/tongbao
rm tree/output/small/2019年前三季度/index.html
rm -r tree/build/reports
CHANGES
    # a changed figure rewrites what shows it, and leaves the other county's letter and workbook
    find tree/output -exec touch -h -d 2020-01-01 '{}' +
    small_report
    sed -i 's/^2019Q3,A,VA,10.3,/2019Q3,A,VA,10.4,/' tree/input/small/data/a.csv
    small_report
    expect_status 0
    [[ $(stat -c %y "$out"/areas/A-*.xlsx) != 2020-01-01* ]]
    [[ $(stat -c %y "$out"/data/measures.csv) != 2020-01-01* ]]
    [[ $(stat -c %y "$out"/data/scores.csv) == 2020-01-01* ]]
    [[ $(stat -c %y "$out"/SHA256SUMS) != 2020-01-01* ]]
    whole "$out"
}

@test "make report: a changed output is refused, also with nothing else changed" {
    small_tree
    small_report
    expect_status 0
    echo mine >>tree/output/small/2019年前三季度/audit.csv
    small_report
    expect_status 3
    expect_output audit.csv
    # a font that the settings name may lie anywhere: then it always runs
    cp fonts/tongbao/fonts/kai.ttf own.ttf
    rm -r tree/output
    printf 'font_body,%s\n' "$PWD/own.ttf" >>tree/input/small/settings.csv
    for time in 1 2; do
        small_report
        expect_status 0
        refute grep -q nothing <<<"$output"
    done
}

@test "make clean removes build/ and nothing else" {
    [ "$(make -s -n -C "$root" clean)" = 'rm -rf build' ]
}

@test "make distclean: publications of every region and period go" {
    mkdir -p output/a output/empty
    for where in a/x:2019Q3 a/y:2019Q2 b:2019Q1; do
        run tongbao run region --period "${where#*:}" --output "output/${where%:*}" --only txt,csv
        expect_status 0
    done
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    run tongbao run region --output output/a/z --only csv
    expect_status 2
    unpublish
    expect_status 0
    [ -z "$output" ]
    [ ! -e output ]
}

@test "make distclean: what somebody has touched or put there is named and stays" {
    mkdir -p output/a output/b/deep
    for name in a/x a/y a/z; do
        run tongbao run region --output output/$name --only csv
        expect_status 0
    done
    echo scan >output/a/x/scan.pdf
    echo more >>output/a/y/audit.csv
    echo mine >output/b/deep/mine
    echo mine >output/note.txt
    ln -s ../region output/link
    before=$(find output/a/[xy] output/b output/note.txt output/link region | LC_ALL=C sort)
    unpublish
    expect_status 1
    for word in scan.pdf audit.csv b/deep note.txt link; do
        expect_output "$word"
    done
    [ "$before" = "$(find output/* region | grep -v '^output/a$' | LC_ALL=C sort)" ]
    [ "$(cat output/a/x/scan.pdf output/b/deep/mine output/note.txt)" = $'scan\nmine\nmine' ]
}

@test "make distclean: a file that somebody has put into the sums as well stays with its publication" {
    mkdir -p output/a
    run tongbao run region --output output/a/x --only txt,csv
    expect_status 0
    echo scan >output/a/x/盖章扫描件.pdf
    (cd output/a/x && sha256sum 盖章扫描件.pdf >>SHA256SUMS)
    unpublish
    expect_status 1
    expect_output 盖章扫描件.pdf
    [ "$(cat output/a/x/盖章扫描件.pdf)" = scan ]
    [ -s output/a/x/index.html ]
}

# tree: a tree of our own, with the small region as input/r; make_report and make_issue call its tools
tree() {
    mkdir -p tree/tools tree/input && cp "$root/tools/report" "$root/tools/issue" tree/tools/ && mv region tree/input/r
}
make_report() { run tree/tools/report "$TONGBAO" output r "$@"; }
make_issue() { local command=$1; shift; run tree/tools/issue "$command" "$TONGBAO" output issued "$@"; }

@test "make report: without PERIOD it says which period it took" {
    tree
    make_report
    expect_status 0
    expect_output 'r: 2019Q3, 2019年前三季度, is the latest period in the data'
    make_report 2019Q3
    expect_no_output latest
}

@test "make archive, make report, REVISION=1, make verify: an issue and its correction" {
    tree
    make_issue archive r 2019Q3
    expect_status 3
    expect_output 'make report REGION=r PERIOD=2019Q3'
    make_report 2019Q3
    make_issue archive r 2019年前三季度
    expect_status 0
    [ -s tree/issued/测试州-2019年前三季度.tar.zst ]
    before=$(find tree/output tree/issued -printf '%p %T@ %m\n' | LC_ALL=C sort)
    for again in 1 2; do
        make_report 2019Q3
        expect_status 0
        expect_output 'sealed and unchanged'
    done
    make_issue archive r 2019Q3
    expect_status 0
    [ "$before" = "$(find tree/output tree/issued -printf '%p %T@ %m\n' | LC_ALL=C sort)" ]
    # what has changed since is named, and goes into a correction
    sed -i 's/^2019Q3,A,INV,336,/2019Q3,A,INV,336.1,/' tree/input/r/data/a.csv
    make_report 2019Q3
    expect_status 3
    expect_output data/a.csv
    expect_output REVISION=1
    [ "$before" = "$(find tree/output tree/issued -printf '%p %T@ %m\n' | LC_ALL=C sort)" ]
    REVISION=2 make_report 2019Q3
    expect_status 1
    REVISION=1 make_report 2019Q3
    expect_status 0
    whole tree/output/r/2019年前三季度（更正1）
    grep -q '^# 参数：.* --previous$' tree/output/r/2019年前三季度（更正1）/RUN.txt
    REVISION=1 make_issue archive r 2019Q3
    expect_status 0
    REVISION=1 make_report 2019Q3
    expect_status 0
    expect_output 'sealed and unchanged'
    REVISION=1 make_issue verify r 2019Q3
    expect_status 0
    expect_output 逐字节相同
    make_issue verify r 2019Q3
    expect_status 1
    expect_output data/a.csv
    make_issue verify
    expect_status 0
    [ "$(grep -c 重算的结果逐字节相同 <<<"$output")" -eq 2 ]
    # a number is a number
    REVISION=x make_report 2019Q3
    expect_status 1
    # and make distclean leaves what is sealed
    cp -r tree/output output
    unpublish
    expect_status 1
    [ -s output/r/2019年前三季度/封存.txt ] && [ -s output/r/2019年前三季度（更正1）/SHA256SUMS ]
}
