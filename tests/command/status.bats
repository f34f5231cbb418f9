#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Exit statuses 0, 1, 2 and 4, and what stands in the folder after each.
load helper

@test "0: a clean region, published" {
    publish
    expect_status 0
    whole out
    [ ! -e out-核查.csv ]
}

@test "1: a reported rate that parts from the computed one is published with a warning" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,336,15.0/' region/data/a.csv
    publish
    expect_status 1
    whole out
    grep -q '^warning,data/a.csv,[0-9]*,[^,]*,A,INV,2019Q3,' out/audit.csv
    expect_output data/a.csv
}

@test "2: a cell that is no number refuses the input; the findings stand beside DIR" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    line=$(grep -n 很多 region/data/a.csv | cut -d: -f1)
    publish
    expect_status 2
    [ ! -e out ]
    expect_output "data/a.csv:$line:"
    expect_output 很多
    [ "$(head -c 3 out-核查.csv)" = $'\xef\xbb\xbf' ]
    grep -q "^error,data/a.csv,$line," out-核查.csv
    [ -z "$(find . -maxdepth 1 -name 'out?*' ! -name out-核查.csv)" ]
}

@test "2: DIR with a slash at its end has its findings beside it, not in it" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    run tongbao run region --period 2019Q3 --output out/ --only csv
    expect_status 2
    [ -e out-核查.csv ]
    [ ! -e out ]
}

@test "2: the findings go to standard error, not to standard output" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    [ -z "$("$TONGBAO" run region --output out --only csv 2>/dev/null)" ]
}

@test "2: an earlier publication stays as it was when the new input is refused" {
    publish
    expect_status 0
    before=$(sha256sum out/SHA256SUMS)
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    publish
    expect_status 2
    [ "$before" = "$(sha256sum out/SHA256SUMS)" ]
    whole out
}

@test "2: all faults of all files in one run" {
    echo '2019Q3,丁县,INV,1,' >>region/data/a.csv
    echo '2019Q2,A,INV,1月9日,' >>region/data/a.csv
    printf 'period,area,indicator,value\n2019Q3,A,NOPE,5\n' >region/data/b.csv
    echo '*,INV,yoy,>=,许多,2019,2019,' >>region/targets.csv
    echo 'rounding,sideways' >>region/settings.csv
    publish
    expect_status 2
    for word in 丁县 1月9日 data/b.csv NOPE targets.csv 许多 settings.csv sideways; do
        expect_output "$word"
    done
}

@test "2: the same figure twice with two values names both places" {
    echo '2019Q3,A,INV,337,' >>region/data/a.csv
    publish
    expect_status 2
    expect_output 337
}

@test "2: a region without areas.csv" {
    rm region/areas.csv
    publish
    expect_status 2
    expect_output areas.csv
    [ ! -e out ]
}

@test "--keep-going: a refused cell counts as 未报, status 1; the finding is a warning" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv
    publish --keep-going
    expect_status 1
    whole out
    grep -q '^warning,data/a.csv,.*很多' out/audit.csv
    refute grep -q '^error,' out/audit.csv
    grep -q '^2019Q3,A,INV,value,,[^,]*,no_data,' out/data/measures.csv
}

# 甲县 in 万元 by mistake, 3360000 after 300, where two others grow by 12 and 13 %
absurd_region() {
    printf 'C,丙县,R,\nD,丁县,R,\n' >>region/areas.csv
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,3360000,/' region/data/a.csv
    printf '%s\n' 2018Q3,C,INV,50.25, 2019Q3,C,INV,56.28, 2018Q3,D,INV,71.49, 2019Q3,D,INV,80.78, >>region/data/a.csv
}

@test "a level off by a power of ten: status 2 from check, preview and run; --keep-going takes it as 未报" {
    absurd_region
    for command in 'check region' 'preview region --area 甲县' 'run region --output out'; do
        run tongbao $command
        expect_status 2 || { echo "for: $command"; return 1; }
        expect_output 看起来是万元
    done
    [ ! -e out ]
    publish --keep-going
    expect_status 1
    grep -q '^warning,data/a.csv,.*level-unit,.*看起来是万元' out/audit.csv
    grep -q '^2019Q3,A,INV,value,,[^,]*,no_data,' out/data/measures.csv
}

@test "a level off by a power of ten: 已核实 in checks.csv lifts it, with a note" {
    absurd_region
    printf '地区,指标,时期,条件\n甲县,工业投资,2019年前三季度,已核实\n' >region/checks.csv
    publish
    expect_status 1 # missing figures of 丙县 and 丁县
    grep -q '^note,data/a.csv,.*verified,.*第 2 行' out/audit.csv
    refute grep -q level-unit out/audit.csv
    grep -q '^2019Q3,A,INV,value,3360000,' out/data/measures.csv
}

@test "--keep-going: a fault in areas, indicators, targets or settings still refuses" {
    for fault in 'areas.csv:C,丙县,Q,' 'indicators.csv:X,某指标,亿元,sort-of' 'targets.csv:*,INV,yoy,>=,许多,2019,2019,' \
        'settings.csv:rounding,sideways'; do
        rm -rf region out out-核查.csv
        small_region region
        echo "${fault#*:}" >>"region/${fault%%:*}"
        publish --keep-going
        expect_status 2 || { echo "for: $fault"; return 1; }
        [ ! -e out ]
        [ -e out-核查.csv ]
    done
}

@test "a figure that a target needs and lacks is a warning" {
    sed -i '/^2019Q3,B,INV,/d' region/data/a.csv
    publish
    expect_status 1
    grep -q '^warning,.*,B,INV,2019Q3,' out/audit.csv
}

@test "the default period is the latest in the data" {
    run tongbao run region --output out --only csv
    expect_status 0
    [ "$(tail -n +2 out/data/measures.csv | cut -d, -f1 | sort -u)" = 2019Q3 ]
}

@test "4: an output whose parent is missing, or is a file" {
    run tongbao run region --output missing/out --only csv
    expect_status 4
    expect_output missing
    touch file
    run tongbao run region --output file/out --only csv
    expect_status 4
}

@test "4: a font that is not there is named" {
    echo 'font_body,/nowhere/body.ttf' >>region/settings.csv
    run tongbao run region --period 2019Q3 --output out
    [ "$status" -eq 4 ] || [ "$status" -eq 2 ]
    expect_output /nowhere/body.ttf
    [ ! -e out ]
}

@test "a file that can't be read is named and nothing is published" {
    work=$PWD
    if [ "$(id -u)" -eq 0 ]; then
        # root reads everything: an ordinary user has to try, in a folder that is theirs
        nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
        "${nobody[@]}" test -x "$TONGBAO" || skip "the program is out of reach for an ordinary user"
        work=$(mktemp -d) && cp -r region "$work" && chown -R 65534:65534 "$work" && cd "$work"
    fi
    chmod 000 region/data/a.csv
    run "${nobody[@]}" "$TONGBAO" run region --period 2019Q3 --output out --only csv
    [ ! -e out ]
    cd "$BATS_TEST_TMPDIR" && { [ "$work" = "$PWD" ] || rm -rf "$work"; }
    [ "$status" -eq 2 ] || [ "$status" -eq 4 ]
    expect_output data/a.csv
}

# on_small_disk COMMANDS: by bash, with a mount namespace of its own, the program as $0 and many indicators in region/
on_small_disk() {
    mkdir -p disk
    run unshare --mount bash -c "$1" "$TONGBAO"
    [ "$status" -eq 0 ] || run unshare --map-root-user --mount bash -c "$1" "$TONGBAO"
    [ "$status" -eq 0 ] || skip "no small disk can be mounted here"
}

many_indicators() {
    local n
    for n in $(seq 1 40); do
        printf 'I%s,某项指标之%s,亿元,flow\n' "$n" "$n" >>region/indicators.csv
        printf '2019Q3,A,I%s,1,\n2019Q3,B,I%s,1,\n' "$n" "$n" >>region/data/a.csv
    done
}

@test "4: a full disk leaves no DIR, and an earlier one as it was" {
    cp -r region small && many_indicators
    on_small_disk 'mount -t tmpfs -o size=160k none disk || exit 99
        "$0" run small --period 2019Q3 --output disk/old --only csv; echo "first: $?"
        sha256sum disk/old/SHA256SUMS
        "$0" run region --period 2019Q3 --output disk/new --only txt,csv; echo "new: $?"
        "$0" run region --period 2019Q3 --output disk/old --only txt,csv; echo "old: $?"
        sha256sum disk/old/SHA256SUMS; ls -A disk'
    expect_output "first: 0"
    expect_output "new: 4"
    expect_output "old: 4"
    [ "$(grep -c '^[0-9a-f]*  disk/old/SHA256SUMS$' <<<"$output")" -eq 2 ]
    [ "$(grep '^[0-9a-f]*  disk/old/SHA256SUMS$' <<<"$output" | sort -u | wc -l)" -eq 1 ]
    [ "${lines[-1]}" = old ] && [[ ${lines[-2]} == *SHA256SUMS ]]
}

@test "4: wherever a disk gets full, nothing is left on it" {
    many_indicators
    on_small_disk 'for size in 4 8 12 16 24 32 48 64 96 128; do
            mount -t tmpfs -o size=${size}k none disk || exit 99
            "$0" run region --period 2019Q3 --output disk/new --only txt,csv 2>/dev/null
            [ $? -eq 4 ] || echo "$size: not 4"
            [ -z "$(ls -A disk)" ] || { echo "$size:"; ls -AR disk; }
            umount disk
        done
        for files in 2 3 4 5 6 7 8 9; do
            mount -t tmpfs -o nr_inodes=$files none disk || exit 99
            "$0" run region --period 2019Q3 --output disk/new --only csv 2>/dev/null
            [ $? -eq 4 ] || echo "$files files: not 4"
            [ -z "$(ls -A disk)" ] || { echo "$files files:"; ls -AR disk; }
            umount disk
        done
        echo done'
    [ "$output" = "done" ] || { echo "$output"; return 1; }
}

# ---- DIR-核查.csv ----

wrong_cell() { sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,很多,/' region/data/a.csv; }
right_cell() { sed -i 's/^2019Q3,A,INV,很多,$/2019Q3,A,INV,336,/' region/data/a.csv; }

@test "the findings beside DIR end with their own sum, replace their like and go when DIR is published" {
    wrong_cell
    publish
    expect_status 2
    [ "$(tail -n 1 out-核查.csv | tail -c 65 | head -c 64)" = "$(head -n -1 out-核查.csv | sha256sum | cut -d' ' -f1)" ]
    $python - out-核查.csv <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))
assert len(rows) >= 3 and all(len(row) == 9 for row in rows), rows
assert rows[-1][0] == 'checksum' and rows[-1][7] == 'sha256', rows[-1]
PY
    before=$(cat out-核查.csv)
    publish
    expect_status 2
    [ "$before" = "$(cat out-核查.csv)" ]
    [ "$(find . -maxdepth 1 -name 'out*')" = ./out-核查.csv ]
    right_cell
    publish
    expect_status 0
    [ "$(find . -maxdepth 1 -name 'out*')" = ./out ]
}

@test "what somebody has made of the findings stays, and new ones stand beside it" {
    for change in 'echo mine >out-核查.csv' 'echo 已催报 >>out-核查.csv' 'sed -i 1d out-核查.csv' 'sed -i s/error/done/ out-核查.csv' \
        'sed -i "s/$/\r/" out-核查.csv' ': >out-核查.csv' 'truncate -s -1 out-核查.csv' 'sed -i \$d out-核查.csv' \
        'rm out-核查.csv; mkdir out-核查.csv' 'rm out-核查.csv; ln -s region/areas.csv out-核查.csv' 'rm out-核查.csv; mkfifo out-核查.csv' \
        'rm out-核查.csv; ln -s nowhere out-核查.csv'; do
        rm -rf out*
        wrong_cell
        publish
        expect_status 2
        eval "$change"
        before=$(stat -c '%F %i %s %Y %N' out-核查.csv)
        for time in 1 2; do
            publish
            expect_status 2 || { echo "after: $change"; return 1; }
            expect_output 很多
            expect_output "'out-核查.csv' 不是"
            expect_output out-核查-2.csv
            grep -q '^error,data/a.csv,' out-核查-2.csv
            [ ! -e out-核查-3.csv ]
            [ "$before" = "$(stat -c '%F %i %s %Y %N' out-核查.csv)" ] || { echo "after: $change"; return 1; }
        done
        right_cell
        publish
        expect_status 0
        [ ! -e out-核查-2.csv ]
        [ "$before" = "$(stat -c '%F %i %s %Y %N' out-核查.csv)" ] || { echo "after: $change"; return 1; }
    done
    [ "$(wc -l <region/areas.csv)" -eq 4 ]
}

@test "4: findings that can't be written beside DIR" {
    wrong_cell
    run tongbao run region --period 2019Q3 --output missing/out --only csv
    expect_status 4
    expect_output 很多
    run bash -c 'ulimit -f 0; exec "$0" run region --period 2019Q3 --output out --only csv 2>&1 | cat; exit ${PIPESTATUS[0]}' "$TONGBAO"
    expect_status 4
    [ -z "$(find . -maxdepth 1 -name 'out*')" ]
}
