#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What runs the tests, tests/run: nothing that fails, hangs or is missing passes for good.
load helper

# runs LIST [ARGUMENT…]: the parts of LIST, which is text, on a build folder of the test's own
runs() {
    printf '%s\n' "$1" >list
    shift
    run env BUILD="$PWD/build" "$root/tests/run" --parts "$PWD/list" "$@"
}
last() { [ "${lines[-1]}" = "$1" ] || { printf 'not "%s" last in:\n%s\n' "$1" "$output"; return 1; }; }
gone() { refute kill -0 "$(cat "$1")"; }
# eventually COMMAND…: within ten seconds
eventually() {
    for _ in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    printf 'never: %s\n' "$*"
    return 1
}

@test "runner: parts that pass are summed up" {
    runs 'one check - echo "2 passed, 0 failed"
        two quick - echo "3 passed, 0 failed, 0 skipped"
        three long - echo "40 passed, 0 failed"'
    expect_status 0
    last '5 passed, 0 failed'
    runs "$(cat list)" quick
    last '3 passed, 0 failed'
    runs "$(cat list)" three one
    last '42 passed, 0 failed'
}

@test "runner: what fails, lies, crashes, runs nothing, hangs or is not there has failed" {
    # The one that hangs has a child that would outlive it.
    runs "good check - echo '2 passed, 0 failed'
        bad check - bash -c 'echo not ok this one; echo 1 passed, 1 failed; exit 1'
        liar check - bash -c 'echo 1 passed, 0 failed; exit 1'
        crash check - bash -c 'echo 7 passed; kill -SEGV \$\$'
        idle check - echo '0 passed, 0 failed'
        hang check - bash -c 'sleep 500 & echo \$! >$PWD/child; wait'
        gone check - $PWD/nothing
        elsewhere check $PWD/nothing echo '1 passed, 0 failed'" --limit 3
    expect_status 1
    expect_output 'this one'
    expect_output 'hang         FAILED: was stopped'
    expect_output 'idle         FAILED: no test ran'
    expect_output "elsewhere    SKIPPED: $PWD/nothing is not there"
    for part in bad liar crash idle hang gone; do
        grep -q "^$part  *FAILED: " <<<"$output" || { echo "$part"; return 1; }
    done
    grep -q '^failed: .*hang' <<<"$output"
    last '4 passed, 6 failed, 1 skipped'
    eventually gone child
}

@test "runner: parts nobody knows, of no kind or twice, and a list that is not there, are refused: status 3" {
    runs 'one check - echo "1 passed, 0 failed"' two
    expect_status 3
    expect_output two
    for wrong in 'one often - true' $'one check - true\none check - true' 'one' 'check check - true'; do
        runs "$wrong"
        expect_status 3 || { echo "$wrong"; return 1; }
    done
    run "$root/tests/run" --parts "$PWD/nowhere"
    expect_status 3
    JOBS=0 runs 'one check - echo "1 passed, 0 failed"'
    expect_status 3
}

@test "runner: side by side, each with a folder of its own for what is temporary, removed afterwards" {
    cat >meet <<'SH'
touch "$1"
mktemp >"$1.temporary"
for n in $(seq 200); do
    [ ! -e "$2" ] || { echo '1 passed, 0 failed'; exit; }
    sleep 0.05
done
SH
    list="one check - bash $PWD/meet $PWD/a $PWD/b
        two check - bash $PWD/meet $PWD/b $PWD/a"
    JOBS=2 runs "$list"
    last '2 passed, 0 failed'
    [ "$(dirname "$(cat a.temporary)")" != "$(dirname "$(cat b.temporary)")" ]
    [ ! -e "$(dirname "$(cat a.temporary)")" ]
    [ ! -e "$(dirname "$(dirname "$(cat a.temporary)")")" ]
}

@test "runner: interrupted, it ends what it started" {
    echo "one check - bash -c 'sleep 500 & echo \$! >$PWD/child; wait'" >list
    BUILD=$PWD/build "$root/tests/run" --parts "$PWD/list" >words 3>&- &
    runner=$!
    eventually [ -s child ]
    kill -TERM "$runner"
    wait "$runner" && status=0 || status=$?
    expect_status 130
    eventually gone child
    grep -q '^interrupted; not ended: one' words
}

@test "runner: tests/README.md says of each part what it holds the program to" {
    diff <("$root/tests/run" --list | awk '{ print $1 }' | LC_ALL=C sort) \
        <(sed -n 's/^| `\([a-z0-9-]*\)`.* | .* | .* |$/\1/p' "$root/tests/README.md" | LC_ALL=C sort)
}
