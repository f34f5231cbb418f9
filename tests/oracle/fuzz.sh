#!/bin/sh
# SPDX-License-Identifier: MIT
# fuzz.sh PROGRAM FIRST_SEED LAST_SEED: random regions, the program's data/*.csv against the oracle's.
# One line for each failing seed, its folder kept below $KEPT (default a new temporary folder);
# the last line is 'N passed, N failed'.
set -u
[ $# -eq 3 ] || { echo 'usage: fuzz.sh PROGRAM FIRST_SEED LAST_SEED' >&2; exit 3; }
program=$1 seed=$2 last=$3
here=$(cd "$(dirname "$0")" && pwd)
base=${KEPT:-$(mktemp -d)}
mkdir -p "$base"
passed=0 failed=0

# run_seed FOLDER: exit 0 when both agree; 'why' holds the reason otherwise
run_seed() {
    folder=$1
    /usr/bin/python3 "$here/random_region.py" "$seed" "$folder" || { why='no region made'; return 1; }
    period=$(cat "$folder/period.txt")
    /usr/bin/python3 "$here/oracle.py" run "$folder/region" --period "$period" --output "$folder/oracle" \
        2>"$folder/oracle.err" || { why="oracle: $(tail -n 1 "$folder/oracle.err")"; return 1; }
    "$program" run "$folder/region" --period "$period" --output "$folder/program" \
        >"$folder/program.out" 2>"$folder/program.err"
    status=$?
    [ $status -le 1 ] || { why="status $status: $(head -n 1 "$folder/program.err")"; return 1; }
    /usr/bin/python3 "$here/compare.py" "$folder/oracle/data" "$folder/program/data" >"$folder/differences.txt" && return 0
    why="$(tail -n 1 "$folder/differences.txt"); first: $(head -n 1 "$folder/differences.txt")"
    return 1
}

while [ "$seed" -le "$last" ]; do
    folder=$base/$seed
    rm -rf "$folder"
    mkdir -p "$folder"
    if run_seed "$folder"; then
        passed=$((passed + 1))
        rm -rf "$folder"
    else
        failed=$((failed + 1))
        echo "seed $seed: $why ($folder)"
    fi
    seed=$((seed + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
