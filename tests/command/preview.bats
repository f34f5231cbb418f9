#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao preview: one document at once, on the terminal or in one file, and again after each save.
load helper

# looked [OPTION…]: the text in `text`, what is said in `words`, the status in $status
looked() {
    status=0
    tongbao preview "$@" >text 2>words || status=$?
    output=$(cat text words)
}

@test "preview: the text of the region, a county and a workbook is the one that run writes" {
    golden=$root/tests/golden/xiangxi/2019Q3
    looked "$root/input/xiangxi" --period 2019Q3
    expect_status 1
    cmp text "$golden/region-2019年前三季度.txt"
    grep -q '警告：' words
    looked "$root/input/xiangxi" --period 2019Q3 --area 吉首市
    cmp text "$golden/areas/433101-吉首市-2019年前三季度.txt"
    looked "$root/input/xiangxi" --period 2019Q3 --area 吉首市 --document workbook
    cmp text "$golden/areas/433101-吉首市-2019年前三季度-工作簿.txt"
}

@test "preview: 0 for a clean region; the latest period; nothing is written" {
    before=$(find . | sort)
    run tongbao preview region
    expect_status 0
    expect_output 2019年前三季度
    expect_output 测试州工业和信息化局
    [ "$before" = "$(find . | sort)" ]
}

@test "preview: several areas one after the other; the region may be named too" {
    looked region --area B --area 甲县 --area 测试州
    expect_status 0
    for area in B 甲县 测试州; do
        tongbao preview region --area "$area" >"one-$area"
    done
    cmp text <(cat one-B; echo; cat one-甲县; echo; cat one-测试州)
    looked region
    cmp text one-测试州
}

@test "preview: an error is status 2, without a text and without a file; --keep-going goes on" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    before=$(find region | sort)
    looked region
    expect_status 2
    [ ! -s text ]
    grep -q '^data/a.csv:[0-9]*: .*很多' words
    [ "$before" = "$(find region | sort)" ]
    [ -z "$(find . -name '*核查*')" ]
    looked region --keep-going
    expect_status 1
    [ -s text ]
    grep -q '警告：.*很多' words
}

@test "preview: the wording of the region's own counts, and its faults are errors" {
    printf 'key,text\ngrowth_up,上升{值}%%\n' >region/wording.csv
    looked region --area A
    expect_status 0
    grep -q 上升 text
    echo 'no_such_key,甲' >>region/wording.csv
    looked region --area A
    expect_status 2
    [ ! -s text ]
    grep -q '^wording.csv:3: .*no_such_key' words
}

@test "preview --output: the PDF and the workbook are byte by byte those of run" {
    run tongbao run region --output out --jobs 1
    expect_status 0
    run tongbao preview region --output region.pdf
    expect_status 0
    expect_output region.pdf
    [ "$(head -c 5 region.pdf)" = %PDF- ]
    pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
    [ "$(pages region.pdf)" -ge 1 ]
    [ "$(pages region.pdf)" = "$(pages out/region-2019年前三季度.pdf)" ]
    cmp region.pdf out/region-2019年前三季度.pdf
    run tongbao preview region --area 甲县 --document workbook --output a.xlsx
    expect_status 0
    cmp a.xlsx out/areas/A-甲县-2019年前三季度.xlsx
    run tongbao preview region --area 甲县 --output a.txt
    cmp a.txt <(tongbao preview region --area 甲县)
    [ -z "$(find . -name '*~')" ]
}

@test "preview --output: a refused input leaves an earlier file as it was; a folder that is missing is 4" {
    echo earlier >a.pdf
    run tongbao preview region --output missing/a.pdf
    expect_status 4
    expect_output missing
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    run tongbao preview region --output a.pdf
    expect_status 2
    [ "$(cat a.pdf)" = earlier ]
}

# keeps_attributes: whether files here can have them
keeps_attributes() {
    $python -c 'import os, sys; open("x", "w"); os.setxattr("x", "user.x", b"1")' 2>/dev/null
}

# left_alone FILE WORD: a preview into it is refused, and it stays as it is, with all that is beside it
left_alone() {
    local before
    before=$(stat -c '%i %f %s %y' "$1"; find . -ls; sha256sum "$1")
    run tongbao preview region --output "$1"
    expect_status 3 || { echo "for: $1"; return 1; }
    expect_output "$2"
    [ "$before" = "$(stat -c '%i %f %s %y' "$1"; find . -ls; sha256sum "$1")" ]
}

@test "preview --output: a file that a preview wrote is replaced, as often as one likes" {
    keeps_attributes || skip "no extended attributes here"
    run tongbao preview region --output a.pdf
    expect_status 0
    first=$(sha256sum <a.pdf)
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,337,/' region/data/a.csv
    run tongbao preview region --output a.pdf
    expect_status 0
    second=$(sha256sum <a.pdf)
    [ "$first" != "$second" ]
    # moved it is still ours; the same bytes are ours wherever they are from
    mv a.pdf b.pdf && cat b.pdf >c.pdf
    run tongbao preview region --output c.pdf
    expect_status 0
    sed -i 's/^2019Q3,A,INV,337,$/2019Q3,A,INV,338,/' region/data/a.csv
    run tongbao preview region --output b.pdf
    expect_status 0
    [ "$second" != "$(sha256sum <b.pdf)" ]
    left_alone c.pdf 没有覆盖
}

@test "preview --output: what somebody wrote or changed stays" {
    echo mine >mine.pdf
    left_alone mine.pdf 没有覆盖
    run tongbao preview region --output a.pdf
    echo '%signed' >>a.pdf
    left_alone a.pdf 没有覆盖
    run tongbao preview region --output b.pdf
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,337,/' region/data/a.csv
    chmod 444 b.pdf
    left_alone b.pdf 没有覆盖
    run tongbao preview region --output c.txt
    expect_status 0
    printf X | dd of=c.txt bs=1 seek=5 conv=notrunc status=none
    left_alone c.txt 没有覆盖
    echo mine >there && ln -s there link.txt
    left_alone link.txt 没有覆盖
    [ -L link.txt ]
    ln -s nowhere dangling.txt
    run tongbao preview region --output dangling.txt
    expect_status 3
    [ -L dangling.txt ] && [ ! -e nowhere ]
    mkdir d.pdf
    run tongbao preview region --output d.pdf
    expect_status 3
}

@test "preview --output: without extended attributes an earlier file stays, and the way out is named" {
    inner='mkdir small && mount -t ramfs none small && cp -r region small && cd small || exit 99
        "$0" preview region --output a.txt && "$0" preview region --output a.txt || exit 98
        sed -i "s/^2019Q3,A,INV,336,$/2019Q3,A,INV,337,/" region/data/a.csv
        before=$(sha256sum a.txt)
        "$0" preview region --output a.txt; echo "status: $?"
        [ "$before" = "$(sha256sum a.txt)" ] || exit 97'
    run unshare --mount bash -c "$inner" "$TONGBAO"
    [ "$status" -ne 99 ] && [ "$status" -ne 1 ] || skip "no such file system can be mounted here"
    expect_status 0
    expect_output 'status: 3'
    expect_output 请先删去它
}

@test "preview --output: never into the input, nor into a publication" {
    mkdir region/text && echo 请查找差距。 >region/text/要求.txt
    run tongbao run region --output out --only csv,txt
    expect_status 0
    before=$(find region out -type f -exec sha256sum {} + | sort)
    ln -s region link
    for file in region/text/要求.txt region/new.txt link/text/new.txt region/data/../new.pdf "$PWD/region/new.pdf"; do
        run tongbao preview region --output "$file"
        expect_status 3 || { echo "for: $file"; return 1; }
        expect_output 输入的地区文件夹
    done
    mkdir -p out/areas
    for file in out/region-2019年前三季度.txt out/areas/A-甲县-2019年前三季度.txt out/new.txt out/areas/new.pdf; do
        run tongbao preview region --output "$file"
        expect_status 3 || { echo "for: $file"; return 1; }
        expect_output SHA256SUMS
    done
    [ "$before" = "$(find region out -type f -exec sha256sum {} + | sort)" ]
    # a list of other things further up is no reason
    mkdir elsewhere && echo x >SHA256SUMS
    run tongbao preview region --output elsewhere/new.txt
    expect_status 0
}

@test "preview: wrong usage is status 3, named, nothing written" {
    while read -r word line; do
        # shellcheck disable=SC2086 # a line is several arguments
        run tongbao preview region $line
        expect_status 3 || { echo "for: $line"; return 1; }
        expect_output "$word"
    done <<'LINES'
丙县 --area 丙县
bulletin、workbook --document poem
.pdf --output a.docx
.pdf --output pdf
.pdf --output .pdf
.xlsx --document workbook --output a.pdf
--area --output a.pdf --area A --area B
--jobs --jobs 2
LINES
    run tongbao preview nowhere
    expect_status 3
    expect_output nowhere
    [ "$(ls)" = region ]
}

@test "preview: the text is Chinese whatever the language, the findings follow it" {
    [ -e "$(dirname "$TONGBAO")/locale/en/LC_MESSAGES/tongbao.mo" ] || skip "no English catalogue"
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,336,15.0/' region/data/a.csv
    tongbao preview region >chinese 2>words || true
    LC_ALL=C.UTF-8 LANGUAGE=en "$TONGBAO" preview region >english 2>words || true
    cmp chinese english
    grep -q 'warning: ' words
}

@test "preview: a screen that takes no output is a failure: status 4" {
    run bash -c '"$0" preview region >/dev/full' "$TONGBAO"
    expect_status 4
    run timeout 20 bash -c '"$0" preview region --watch >/dev/full' "$TONGBAO"
    expect_status 4
}

# ---- --watch ----

# watching [OPTION…]: in the background, its text in `text`, its words in `words`
watching() {
    "$TONGBAO" preview region --watch "$@" >text 2>words 3>&- &
    watcher=$!
}
teardown() { [ -z "${watcher:-}" ] || kill -KILL "$watcher" 2>/dev/null || true; }

# eventually COMMAND…: within ten seconds
eventually() {
    local n
    for n in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    printf 'never: %s\n' "$*"
    cat text words
    return 1
}
rounds() { grep -c 毫秒 words || true; }
rounds_from() { [ "$(rounds)" -ge "$1" ]; }
has() { grep -q -- "$1" "$2"; }
lacks() { ! has "$@"; } # as a function, or its failure would go unnoticed
# starts_a_round COMMAND…: what it saves is noticed; a slow machine may take one save for two
starts_a_round() {
    local before
    before=$(rounds)
    "$@"
    eventually rounds_from $((before + 1))
}
# ended STATUS: the watcher, interrupted, ends with it
ended() {
    kill -INT "$watcher"
    wait "$watcher" && status=0 || status=$?
    watcher=
    expect_status "$1"
}

@test "preview --watch: again after a save, a fault in between is told, Ctrl-C ends with status 0" {
    watching --area A
    eventually rounds_from 1
    lacks 99.0 text
    sed -i 's/^2019Q3,A,VA,10.3,$/2019Q3,A,VA,99.0,/' region/data/a.csv
    eventually has 99.0 text
    sed -i 's/^2019Q3,A,VA,99.0,$/2019Q3,A,VA,不少,/' region/data/a.csv
    eventually has 不少 words
    lacks 98.0 text
    sed -i 's/^2019Q3,A,VA,不少,$/2019Q3,A,VA,98.0,/' region/data/a.csv
    eventually has 98.0 text
    # written in place, as a spreadsheet may
    sed s/98.0/97.0/ region/data/a.csv >x && cat x >region/data/a.csv
    eventually has 97.0 text
    lacks $'\033' text # a screen is cleared, a file is not
    ended 0
}

@test "preview --watch: folders that appear later, the program's templates, the region folder away and back" {
    # the program with templates of this test's own
    mkdir -p program/bin program/share/tongbao
    cp "$TONGBAO" program/bin/ && cp -r "$root/templates" program/share/tongbao/
    TONGBAO=$PWD/program/bin/tongbao
    watching
    eventually rounds_from 1
    starts_a_round mkdir region/text
    starts_a_round mkdir -p region/text/letters
    starts_a_round sh -c 'echo 请查找差距。 >region/text/letters/要求.txt'
    starts_a_round mkdir region/templates
    starts_a_round sh -c 'echo >region/templates/a'
    starts_a_round sh -c 'sed s/^growth_up,增长/growth_up,上涨/ program/share/tongbao/templates/wording.csv >x
        mv x program/share/tongbao/templates/wording.csv'
    eventually has 上涨 text
    starts_a_round mv region elsewhere
    eventually has "'region'" words
    starts_a_round mv elsewhere region
    ended 0
}

@test "preview --watch: several files saved together are one round; temporary files and the own output are none" {
    # the output lies in a folder that is watched: the program's templates, of this test's own
    mkdir -p program/bin program/share/tongbao
    cp "$TONGBAO" program/bin/ && cp -r "$root/templates" program/share/tongbao/
    TONGBAO=$PWD/program/bin/tongbao
    look=program/share/tongbao/templates/look.pdf
    watching --output $look
    eventually rounds_from 1
    eventually has look.pdf text
    touch region/.a.swp 'region/data/.~lock.a.csv#' region/data/a.csv~ 'region/data/~$a.csv' $look
    sleep 0.6
    [ "$(rounds)" -eq 1 ]
    for n in $(seq 2 21); do cp region/data/a.csv "$n.csv"; done
    starts_a_round mv {2..21}.csv region/data/
    sleep 0.6
    [ "$(rounds)" -lt 11 ]
    [ "$(head -c 5 $look)" = %PDF- ]
    ended 0
}

@test "preview --watch: what somebody made of its file meanwhile stays" {
    watching --output look.txt
    eventually rounds_from 1
    starts_a_round sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,337,/' region/data/a.csv
    first=$(sha256sum <look.txt)
    lacks 没有覆盖 words
    echo 已签 >>look.txt
    starts_a_round sed -i 's/^2019Q3,A,INV,337,$/2019Q3,A,INV,338,/' region/data/a.csv
    eventually has 没有覆盖 words
    [ "$(tail -n 1 look.txt)" = 已签 ]
    [ "$(head -n -1 look.txt | sha256sum)" = "$first" ]
    rm look.txt
    starts_a_round sed -i 's/^2019Q3,A,INV,338,$/2019Q3,A,INV,339,/' region/data/a.csv
    [ -s look.txt ]
    ended 0
}

@test "preview --watch: a command that is wrong from the start ends" {
    run timeout 20 "$TONGBAO" preview region --watch --area 丙县
    expect_status 3
    run timeout 20 "$TONGBAO" preview nowhere --watch
    expect_status 3
}

@test "preview --watch: a terminal is cleared before each text" {
    command -v script >/dev/null || skip "no script(1)"
    mkfifo keys
    exec 8<>keys
    script -qefc "'$TONGBAO' preview region --watch" /dev/null <&8 >text 2>words 3>&- &
    watcher=$!
    eventually has 毫秒 text
    printf '\003' >&8 # Ctrl-C, typed
    wait "$watcher" && status=0 || status=$?
    watcher=
    exec 8>&-
    expect_status 0
    [[ $(head -n 1 text) == $'\033[H\033[2J'* ]]
}
