# SPDX-License-Identifier: MIT
# What the command tests share. TONGBAO is the program; without it, the one in build/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
: "${TONGBAO:=$root/build/tongbao}"
python=/usr/bin/python3

# small_region FOLDER: two counties, two indicators, 2018Q1–2019Q3, nothing to complain of. It is written once for all
# tests: bats takes its time over every command of this file.
small_region() {
    local prepared=$BATS_RUN_TMPDIR/small-region
    [ -d "$prepared" ] || write_small_region "$prepared"
    cp -r "$prepared" "$1"
}

write_small_region() {
    mkdir -p "$1/data"
    cat >"$1/settings.csv" <<'CSV'
key,value
region,测试州
issuer,测试州工业和信息化局
issue_date,2019-10-18
CSV
    cat >"$1/areas.csv" <<'CSV'
code,name,parent,group
R,测试州,,
A,甲县,R,
B,乙县,R,
CSV
    cat >"$1/indicators.csv" <<'CSV'
id,name,unit,kind
INV,工业投资,亿元,flow
VA,规模以上工业增加值,%,rate
CSV
    cat >"$1/targets.csv" <<'CSV'
area,indicator,measure,op,value,from,to,source
*,INV,yoy,>=,10,2019,2019,测试〔2019〕1号
*,VA,,>=,8,2019,2019,测试〔2019〕1号
CSV
    {
        echo 'period,area,indicator,value,yoy'
        local base=100 year quarter
        for year in 2018 2019; do
            for quarter in 1 2 3 4; do
                [ $year$quarter = 20194 ] && continue
                echo "${year}Q$quarter,A,INV,$((base * quarter)),"
                echo "${year}Q$quarter,B,INV,$((base * quarter + 10)),"
                echo "${year}Q$quarter,R,VA,9.$quarter,"
                echo "${year}Q$quarter,A,VA,10.$quarter,"
                echo "${year}Q$quarter,B,VA,7.$quarter,"
            done
            base=112
        done
    } >"$1/data/a.csv"
}

# setup of every file: a folder of the test's own, a small region in it, the program called through `tongbao`.
setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    small_region region
}

tongbao() { "$TONGBAO" "$@"; }

# publish [OPTION…]: tables only, which is enough for most tests and quick.
publish() { run tongbao run region --period 2019Q3 --output out --only csv "$@"; }

# fails with what was expected and the output, so that a broken test explains itself
expect_status() {
    [ "$status" -eq "$1" ] || { printf 'status %s, not %s; output:\n%s\n' "$status" "$1" "$output"; return 1; }
}
expect_output() {
    [[ $output == *"$1"* ]] || { printf 'no "%s" in:\n%s\n' "$1" "$output"; return 1; }
}
expect_no_output() {
    [[ $output != *"$1"* ]] || { printf '"%s" in:\n%s\n' "$1" "$output"; return 1; }
}

# refute COMMAND…: fails when it doesn't. A bare `! command` can't fail a test unless it stands last.
refute() {
    if "$@"; then
        printf 'should have failed: %s\n' "$*"
        return 1
    fi
}

# whole FOLDER: every file of it is as SHA256SUMS says, and none is missing there
whole() {
    (cd "$1" && sha256sum --quiet -c SHA256SUMS &&
        diff <(find . -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort) \
            <(sed 's/^[0-9a-f]*  //' SHA256SUMS | LC_ALL=C sort))
}
