#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A run that is interrupted leaves nothing behind; what a killed one has left is cleared by the next, and nobody's file
# is lost whatever happens to DIR meanwhile.
load helper

# beside: what a run into out could have left
beside() { find . -maxdepth 1 -name 'out?*' | LC_ALL=C sort | tr '\n' ' '; }

# start OPTION…: a run of xiangxi into out in a session of its own, with the signals as on a terminal; $pid
start() {
    setsid env --default-signal=INT,TERM,HUP,QUIT "$TONGBAO" run "$root/input/xiangxi" --period 2019Q3 --output out \
        --jobs 2 "$@" >words 2>&1 3>&- &
    pid=$!
}

# when_writing: waits until documents are being written
when_writing() {
    local n
    for n in $(seq 1 400); do
        compgen -G 'out.tongbao-*/new/areas/*' >/dev/null && return 0
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.005
    done
    return 1
}

# ended_with STATUS: so the run has ended, or ends; none of its processes may outlive it for long
ended_with() {
    local ended=0 n
    wait "$pid" || ended=$?
    [ "$ended" -eq "$1" ] || { echo "status $ended, not $1"; cat words; return 1; }
    for n in $(seq 1 100); do
        ps -o stat= -s "$pid" | grep -qv '^Z' || return 0
        sleep 0.05
    done
    ps -o pid,stat,args -s "$pid"
    return 1
}

# the program with tests/command/renames.c between it and the system
preload() {
    [ -e renames.so ] || cc -shared -fPIC -D_GNU_SOURCE -o renames.so "$root/tests/command/renames.c"
    run env LD_PRELOAD="$PWD/renames.so" ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 "${@:2}" \
        "$TONGBAO" run region --period 2019Q3 --output out --only csv $1
}

@test "INT, TERM, HUP and QUIT: 128 + the signal, nothing left behind" {
    ulimit -c 0
    for signal in INT TERM HUP QUIT USR1 ALRM XCPU; do
        start
        when_writing
        kill -$signal $pid
        ended_with $((128 + $(kill -l $signal)))
        [ ! -e out ] && [ -z "$(beside)" ] || { echo "for: $signal"; beside; return 1; }
    done
    # Ctrl-C reaches all processes of the run
    start
    when_writing
    kill -INT -- -$pid
    ended_with 130
    [ ! -e out ] && [ -z "$(beside)" ]
}

@test "a signal that the user ignores is ignored" {
    setsid env --ignore-signal=HUP "$TONGBAO" run "$root/input/xiangxi" --period 2019Q3 --output out >words 2>&1 3>&- &
    pid=$!
    when_writing
    kill -HUP $pid
    ended_with 1
    whole out
}

@test "an earlier publication and somebody's files stay through every signal" {
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output out
    [ "$status" -le 1 ]
    mkdir out.mine && echo mine >out.mine/file && echo mine >out-核查.csv
    before=$(find out | LC_ALL=C sort | xargs -d '\n' stat -c '%i %n')
    for signal in INT TERM HUP; do
        start
        when_writing
        kill -$signal $pid
        ended_with $((128 + $(kill -l $signal)))
        [ "$before" = "$(find out | LC_ALL=C sort | xargs -d '\n' stat -c '%i %n')" ]
        [ "$(beside)" = './out-核查.csv ./out.mine ' ]
    done
    [ "$(cat out.mine/file out-核查.csv)" = $'mine\nmine' ]
}

@test "killed: no worker goes on, and the next run into the same DIR clears what was left" {
    start
    when_writing
    kill -KILL $pid
    ended_with 137
    [ ! -e out ]
    left=$(compgen -G 'out.tongbao-*')
    # the run after it clears it first of all, and leaves its own
    start
    while [ -e "$left" ] && kill -0 $pid; do sleep 0.01; done
    when_writing
    kill -KILL $pid
    ended_with 137
    # a run elsewhere has no business with it
    run tongbao run region --output other --only csv
    expect_status 0
    compgen -G 'out.tongbao-*' >/dev/null
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output out
    [ "$status" -le 1 ]
    expect_no_output tongbao-
    whole out
    [ -z "$(beside)" ]
}

@test "killed: what somebody put into what was left stays, and is named" {
    start
    when_writing
    kill -KILL $pid
    ended_with 137
    left=$(compgen -G 'out.tongbao-*')
    echo mine >"$left/new/areas/我的.txt"
    echo mine >"$left/note"
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output out
    [ "$status" -le 1 ]
    expect_output "$left/new' 里的 'areas/我的.txt'"
    expect_output "$left' 里的 'note'"
    [ "$(cat "$left/new/areas/我的.txt" "$left/note")" = $'mine\nmine' ]
    [ "$(find "$left/new" -type f | wc -l)" -eq 1 ]
    whole out
}

@test "only the worker killed, as for lack of memory: status 4, nothing left behind" {
    start
    when_writing
    kill -KILL "$(pgrep -P $pid)"
    ended_with 4
    grep -q 内存 words
    [ ! -e out ] && [ -z "$(beside)" ]
}

@test "4: a limit on memory is told as that, and no font is blamed" {
    [ -z "${SANITIZE:-}" ] || skip 'a sanitizer needs more room than there is'
    # 127: the libraries alone find no room; 1: there is enough
    local told=0
    for kilobytes in 30000 50000 70000 80000 90000 100000 110000 120000; do
        rm -rf out
        run bash -c "ulimit -v $kilobytes; exec \"\$0\" run \"\$1\" --period 2019Q3 --output out" "$TONGBAO" \
            "$root/input/xiangxi"
        refute grep -q 字体 <<<"$output"
        [ "$status" != 127 ] && [ "$status" != 1 ] || continue
        expect_status 4 || { echo "for: $kilobytes"; return 1; }
        grep -q 内存 <<<"$output"
        [ ! -e out ] && [ -z "$(beside)" ]
        told=$((told + 1))
    done
    [ "$told" -ge 2 ]
}

@test "4: any one request for memory that fails, a library's too: told as that, nothing published" {
    [ -z "${SANITIZE:-}" ] || skip 'a sanitizer has its own functions for memory'
    cc -shared -fPIC -D_GNU_SOURCE -o starves.so "$root/tests/command/starves.c"
    run tongbao run region --period 2019Q3 --output whole
    expect_status 0
    local request=1 told=0
    while :; do
        run env LD_PRELOAD="$PWD/starves.so" STARVE=$request "$TONGBAO" run region --period 2019Q3 --output out --jobs 1
        [ "$status" -ne 0 ] || break
        expect_status 4 || { echo "for: $request"; return 1; }
        [[ $output == *内存不足* && $output != *字体* && $output != *模板* ]] || { echo "for $request: $output"; return 1; }
        [ ! -e out ] && [ -z "$(beside)" ] || { echo "for: $request"; return 1; }
        told=$((told + 1)) request=$((request * 5 / 4 + 3))
    done
    # beyond the last request everything is there
    echo "the last: $request"
    diff whole/SHA256SUMS out/SHA256SUMS
    [ "$told" -ge 25 ]
}

@test "4: a limit on the size of files" {
    for blocks in 0 1 4 40; do
        run bash -c "ulimit -f $blocks; exec \"\$0\" run \"\$1\" --period 2019Q3 --output out" "$TONGBAO" \
            "$root/input/xiangxi"
        expect_status 4 || { echo "for: $blocks"; return 1; }
        [ ! -e out ] && [ -z "$(beside)" ]
    done
}

@test "what can't be said is no failure of a run, and never lands in a file" {
    for closed in '>&-' '2>&-' '>&- 2>&-' '<&- >&- 2>&-' '>/dev/full' '2>/dev/full' '| true' '2>&1 | true'; do
        rm -rf out
        run bash -o pipefail -c "\"\$0\" run region --period 2019Q3 --output out --only csv $closed" "$TONGBAO"
        expect_status 0 || { echo "for: $closed"; return 1; }
        whole out
        refute grep -rq 已发布 out
    done
}

@test "a folder, a file or a link that appears at DIR during the run stays" {
    for appears in 'mkdir out; echo mine >out/mine.doc' 'mkdir out' 'echo mine >out' 'ln -s nowhere out'; do
        rm -rf out
        start
        when_writing
        eval "$appears"
        before=$(stat -c '%i %F' out)
        ended_with 3
        grep -q 运行期间 words
        [ "$before" = "$(stat -c '%i %F' out)" ] || { echo "for: $appears"; return 1; }
        [ -z "$(beside)" ] || { beside; return 1; }
    done
}

@test "a user's file that comes into DIR at the last moment is put back" {
    publish
    for before in 'echo mine >out/mine.doc' 'mv out away; mkdir out; echo mine >out/mine.doc' \
        'mv out away; ln -s away out' 'mv out away; echo mine >out' 'mv out away; mkfifo out' \
        'echo mine >out/audit.csv' 'mkdir out/data/mine.doc'; do
        rm -rf away out
        publish
        expect_status 0
        preload '' RENAMES_BEFORE="$before; find out -printf '%i ' >inodes"
        expect_status 3 || { echo "for: $before"; return 1; }
        [ "$(cat inodes)" = "$(find out -printf '%i ')" ] || { echo "for: $before"; return 1; }
        [ -z "$(beside)" ] || { beside; return 1; }
    done
}

@test "a user's file that comes in while it is out of sight is put back too" {
    publish
    preload '' RENAMES_AFTER='cd out.tongbao-*/new && echo mine >mine.doc'
    expect_status 3
    expect_output mine.doc
    [ "$(cat out/mine.doc)" = mine ]
    [ -z "$(beside)" ]
}

@test "where it can't be put back it is left beside DIR, and the sentence says where" {
    publish
    preload '' RENAMES_BEFORE='echo mine >out/mine.doc' RENAMES_FAIL=2
    expect_status 3
    expect_output out-旧1
    [ "$(cat out-旧1/mine.doc)" = mine ]
    whole out
    # DIR itself has got another tenant meanwhile
    rm -rf out out-旧1
    publish
    preload '' RENAMES_BEFORE='echo mine >out/mine.doc' RENAMES_AFTER='mv out away; mkdir out; echo yours >out/file'
    expect_status 3
    [ "$(cat out-旧1/mine.doc out/file)" = $'mine\nyours' ]
    [ "$(beside)" = './out-旧1 ' ]
}

@test "4: when the two folders can't change places, DIR is as it was" {
    publish
    before=$(sha256sum out/SHA256SUMS; stat -c %i out)
    preload '' RENAMES_FAIL=1
    expect_status 4
    [ "$before" = "$(sha256sum out/SHA256SUMS; stat -c %i out)" ]
    [ -z "$(beside)" ]
}

@test "killed on either side of the exchange: DIR is whole, the next run tidies up" {
    for when in before after; do
        rm -rf out
        publish
        preload '' RENAMES_KILL=$when
        expect_status 137
        whole out
        [ -n "$(beside)" ]
        publish
        expect_status 0
        whole out
        [ -z "$(beside)" ] || { echo "for: $when"; beside; return 1; }
        # with somebody's file in what stood there
        preload '' RENAMES_KILL=$when RENAMES_BEFORE='echo mine >out/mine.doc'
        expect_status 137
        mine=$(find . -name mine.doc)
        publish
        [ "$(cat "$mine")" = mine ] || { echo "for: $when"; return 1; }
        rm -rf out.tongbao-*
    done
}

@test "a file system that knows no flags of rename: the same, in two steps" {
    preload '' RENAMES_PLAIN=1
    expect_status 0
    whole out
    preload '' RENAMES_PLAIN=1
    expect_status 0
    whole out
    [ -z "$(beside)" ]
    preload --keep-old RENAMES_PLAIN=1
    expect_status 0
    whole out && whole out-旧1
    rm -rf out-旧1
    for before in 'echo mine >out/mine.doc' 'mv out away; mkdir out; echo mine >out/mine.doc'; do
        rm -rf away out
        publish
        preload '' RENAMES_PLAIN=1 RENAMES_BEFORE="$before"
        expect_status 3
        [ "$(cat out/mine.doc)" = mine ]
        [ -z "$(beside)" ]
    done
    # DIR gets another tenant between the steps
    rm -rf away out
    publish
    preload '' RENAMES_PLAIN=1 RENAMES_AFTER='mkdir out; echo mine >out/mine.doc'
    expect_status 3
    [ "$(cat out/mine.doc)" = mine ]
    # killed between the steps: the next run puts back what was there
    rm -rf out out-旧1 out.tongbao-*
    publish
    before=$(stat -c %i out)
    preload '' RENAMES_PLAIN=1 RENAMES_KILL=after
    expect_status 137
    [ ! -e out ]
    run tongbao run region --period 2019Q2 --output out --only csv
    expect_status 3
    [ "$before" = "$(stat -c %i out)" ]
    whole out
    [ -z "$(beside)" ]
}

@test "killed at any moment, twenty times: DIR whole, a user's file where it was, the next run clean" {
    "$root/tests/command/torture" 20 11 >log || { cat log; return 1; }
}

@test "a worker that dies is told with its document and its area, and nothing is published" {
    # at libharu's first call
    printf '%s\n' '#include <signal.h>' 'void *HPDF_NewEx(void) { raise(SIGKILL); return 0; }' >dies.c
    cc -shared -fPIC -o dies.so dies.c
    run env LD_PRELOAD="$PWD/dies.so" ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 \
        "$TONGBAO" run "$root/input/xiangxi" --period 2019Q3 --output out --jobs 1 --area 保靖县 --only pdf
    [ "$status" -eq 4 ]
    [[ $output == *'写 areas/433125-保靖县-2019年前三季度.pdf（保靖县）时工作进程中途停止'*'没有发布任何文件'* ]]
    [ ! -e out ] && [ -z "$(beside)" ]
}
