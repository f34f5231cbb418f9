#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Whether what was issued is what it was, and comes about again from what was archived.
load helper

name=测试州-2019年前三季度
# issue [KINDS]: published, sealed and archived as issued/NAME.tar.zst
issue() {
    mkdir -p output/r input && mv region input/r
    tongbao run input/r --period 2019Q3 --output output/r/2019年前三季度 --only "${1:-csv}" >/dev/null 2>&1 || [ $? -eq 1 ]
    tongbao archive output/r/2019年前三季度 >/dev/null
}
verify() { run tongbao verify "$@"; }
# unpack FOLDER: by the usual programs
unpack() { mkdir "$1" && zstd -dqc "issued/$name.tar.zst" | tar -xf - -C "$1"; }
# resum FOLDER: the sums made anew, as somebody would who knows the rule
resum() {
    (cd "$1" && find . -type f ! -path ./SHA256SUMS -printf '%P\n' | LC_ALL=C sort | tr '\n' '\0' |
        xargs -0 sha256sum >SHA256SUMS)
}
# nothing_left: of what verify needed for the time being
nothing_left() { [ -z "$(ls "$TMPDIR")" ] || { ls "$TMPDIR"; return 1; }; }

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    small_region region
    export TMPDIR=$BATS_TEST_TMPDIR/scratch
    mkdir "$TMPDIR"
}

@test "verify: an archive elsewhere, the region and all else gone: the same bytes" {
    cp "$root/templates/area.txt" . && mkdir region/text region/templates && echo 全州原因。 >region/text/原因.txt
    sed 's/^# .*/& /' area.txt >region/templates/area.txt
    echo x >region/记事.txt # passed over, with a warning
    issue xlsx,pdf,rtf
    mkdir -p '/tmp/tongbao verify' && mv "issued/$name.tar.zst" '/tmp/tongbao verify/a b.tar.zst'
    chmod -R u+w output && rm -r output input issued
    verify '/tmp/tongbao verify/a b.tar.zst'
    rm -r '/tmp/tongbao verify'
    expect_status 0
    expect_output 校验和都相符
    expect_output 逐字节相同
    nothing_left
}

@test "verify: unpacked it is the same; so is the publication with its region" {
    issue
    unpack un
    verify un/$name
    expect_status 0
    verify output/r/2019年前三季度
    expect_status 0
    expect_output 逐字节相同
    rm -r input
    verify output/r/2019年前三季度
    expect_status 1
    expect_output --input
    verify output/r/2019年前三季度 --input un/$name/inputs
    expect_status 0
    nothing_left
}

@test "verify: a flipped byte, a foreign and a missing file are named, in a publication and in an archive" {
    issue
    unpack un
    cp -r un/$name/outputs plain
    while IFS='|' read -r change what; do
        for place in plain "un/$name"; do
            rm -rf copy && cp -r "$place" copy
            (if [ "$place" = plain ]; then cd copy; else cd copy/outputs; fi && eval "$change")
            verify copy
            expect_status 2 || { echo "for: $change in $place"; return 1; }
            expect_output "$what"
        done
    done <<'ROWS'
sed -i 's/336/337/' data/measures.csv|data/measures.csv' 被改过
rm data/ranks.csv|data/ranks.csv' 不在了
echo >扫描件.pdf|扫描件.pdf' 不是其中的文件
mkdir 草稿|草稿' 不是其中的文件
ln -sf /etc/passwd audit.csv|audit.csv' 被改过
echo x >>SHA256SUMS|SHA256SUMS
ROWS
    for file in inputs/data/a.csv templates/wording.csv RUN.txt 归档文件目录.csv; do
        rm -rf copy && cp -r un/$name copy
        printf ' ' >>"copy/$file"
        verify copy
        expect_status 2
        expect_output "$file' 被改过"
    done
    nothing_left
}

@test "verify: a byte flipped anywhere in the packed archive is found out" {
    issue
    rm issued/台账.csv
    size=$(stat -c %s issued/$name.tar.zst)
    for part in 1 5 25 50 75 95 99; do
        cp issued/$name.tar.zst flipped.tar.zst
        at=$((size * part / 100))
        old=$(od -An -tu1 -j $at -N 1 flipped.tar.zst)
        printf "\\x$(printf %x $((old ^ 1)))" | dd of=flipped.tar.zst bs=1 seek=$at conv=notrunc status=none
        verify flipped.tar.zst
        [ "$status" -ge 2 ] || { echo "at $at: $status"; return 1; }
    done
    head -c 3000 issued/$name.tar.zst >cut.tar.zst
    verify cut.tar.zst
    expect_status 2
    nothing_left
}

@test "verify: an archive that isn't the one in 台账.csv beside it" {
    issue
    sed -i 's/,[0-9a-f]\{64\}$/,0000000000000000000000000000000000000000000000000000000000000000/' issued/台账.csv
    verify issued/$name.tar.zst
    expect_status 2
    expect_output 台账
}

@test "verify: whoever makes the sums anew is found out by running again, and the figures are named" {
    issue
    unpack un
    sed -i 's/,336,/,337,/' un/$name/outputs/data/measures.csv
    resum un/$name/outputs && resum un/$name
    verify un/$name
    expect_status 1
    expect_output '不同：data/measures.csv'
    expect_output 不是由它们产生的
    expect_no_output data/ranks.csv
    # the same with the input: the record says what it was
    rm -r un && unpack un
    sed -i 's/^2019Q3,A,INV,336,/2019Q3,A,INV,339,/' un/$name/inputs/data/a.csv
    resum un/$name
    verify un/$name
    expect_status 1
    expect_output "'data/a.csv' 与发布时不同"
    expect_output '不同：data/measures.csv'
}

@test "verify: another version of the program or a library is told; where the files are the same, all is well" {
    issue
    unpack un
    for file in RUN.txt outputs/RUN.txt; do
        sed -i 's/^# 程序：tongbao .*/# 程序：tongbao 0.0.9/; s/libcsv [0-9.]*/libcsv 1.0/' un/$name/$file
    done
    resum un/$name/outputs && resum un/$name
    verify un/$name
    expect_status 0
    expect_output "程序：发布时 tongbao 0.0.9，现在 tongbao $(cat "$root/VERSION")"
    expect_output '程序库：发布时 libcsv 1.0，现在 libcsv'
    expect_output '除 RUN.txt 外逐字节相同'
    expect_no_output GMP
}

@test "verify: an archive from before phrases and templates came, and with those that are no more, is run again" {
    issue xlsx
    unpack un
    sed -i '/^col_judged,/d; $aphrase_of_old,旧文字,' un/$name/templates/wording.csv
    rm un/$name/templates/letter.txt
    (cd un/$name && sed -i '/letter.txt/d' 归档文件目录.csv) && resum un/$name
    verify un/$name
    expect_status 1
    expect_output "'templates/wording.csv' 与发布时不同"
    expect_output '重算的结果除 RUN.txt 外逐字节相同'
    expect_no_output 没有能够重算
    # a phrase that was another one then
    sed -i 's/^origin_reported,公布/origin_reported,发布/' un/$name/templates/wording.csv && resum un/$name
    verify un/$name
    expect_status 1
    expect_output '不同：region-2019年前三季度.xlsx'
}

@test "verify: with another font the PDFs differ, and it is named" {
    issue pdf
    cp -r "${XDG_CACHE_HOME:-$HOME/.cache}/tongbao" cache
    cp cache/fonts/hei.ttf cache/fonts/body.ttf
    mkdir x && mv cache x/tongbao
    XDG_CACHE_HOME=$PWD/x verify issued/$name.tar.zst
    expect_status 1
    expect_output "字体：'body.ttf' 与发布时不同"
    expect_output '不同：region-2019年前三季度.pdf'
    expect_no_output measures.csv
    # without any it can't be run
    XDG_CACHE_HOME=$PWD/nowhere verify issued/$name.tar.zst
    expect_status 4
    nothing_left
}

@test "verify: options, dates of the clock and an earlier publication come out of the archive" {
    sed -i /issue_date/d region/settings.csv
    sed -i 's/^2019Q3,B,INV,346,/2019Q3,B,INV,很多,/' region/data/a.csv
    mkdir -p output/r input && mv region input/r
    tongbao run input/r --period 2019Q3 --output before --only csv --keep-going || true
    SOURCE_DATE_EPOCH=1571400000 run tongbao run input/r --period 2019Q3 --output out --only txt --area 甲县 --keep-going \
        --previous before
    expect_status 1
    run tongbao archive out --input input/r --to issued --previous before
    expect_status 0
    rm -r before input
    verify issued/$name.tar.zst
    expect_status 0
    expect_output 逐字节相同
}

# hostile FILE PYTHON: an archive with what the lines do to the tar `t`; file(name, bytes) adds one
hostile() {
    "$python" - "$1.tar" "$2" <<'PY'
import io, sys, tarfile
t = tarfile.open(sys.argv[1], 'w', format=tarfile.GNU_FORMAT)
def file(name, data=b'', **more):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in more.items():
        setattr(info, key, value)
    t.addfile(info, io.BytesIO(data))
exec(sys.argv[2])
t.close()
PY
    zstd -q --rm "$1.tar" -o "$1.tar.zst"
}

@test "verify: an archive from a stranger writes nothing outside, and is refused" {
    echo mine >victim
    while IFS='|' read -r word lines; do
        hostile bad "${lines//PWD/$PWD}"
        verify bad.tar.zst
        expect_status 2 || { echo "for: $lines"; return 1; }
        expect_output "$word"
        rm bad.tar.zst
        nothing_left
    done <<'ROWS'
路径|file('a/x'); file('a/../../../victim', b'gone')
路径|file('PWD/victim', b'gone')
路径|file('a/./x')
路径|file('a//x')
路径|file('a/' + 'x/' * 2000 + 'y')
链接|file('a/l', type=tarfile.SYMTYPE, linkname='PWD'); file('a/l/victim', b'gone')
链接|file('a/l', type=tarfile.LNKTYPE, linkname='PWD/victim')
链接|file('a/p', type=tarfile.FIFOTYPE)
链接|file('a/d', type=tarfile.CHRTYPE, devmajor=1, devminor=3)
同名|file('a/x', b'1'); file('a/x', b'2')
同名|file('a/x', b'1'); file('a/x/y', b'2')
一个文件夹|file('a/x'); file('b/x')
一个文件夹|file('x')
太多|[file('a/%d' % i) for i in range(100001)]
空的|pass
ROWS
    [ "$(cat victim)" = mine ]
    # no tar, no zstd, no archive of ours
    echo text >text.tar.zst
    verify text.tar.zst
    expect_status 2
    tar -cf plain.tar.zst victim
    verify plain.tar.zst
    expect_status 2
    hostile other "file('a/x', b'1')"
    verify other.tar.zst
    [ "$status" -ge 2 ]
    verify nowhere.tar.zst
    expect_status 3
    nothing_left
}

@test "verify: a bomb is refused before anything of it is written" {
    hostile bomb "info = tarfile.TarInfo('a/zeros'); info.size = 5 << 30; t.fileobj.write(info.tobuf(tarfile.GNU_FORMAT))"
    verify bomb.tar.zst
    expect_status 2
    expect_output 太大
    # many files that each are allowed
    hostile bombs "z = b'0' * (1 << 20)
for i in range(3): file('a/%d' % i, z)
info = tarfile.TarInfo('a/last'); info.size = (4 << 30) - (3 << 20) + 1; t.fileobj.write(info.tobuf(tarfile.GNU_FORMAT))"
    verify bombs.tar.zst
    expect_status 2
    expect_output 太大
    nothing_left
}

@test "verify: a signal leaves nothing behind" {
    issue xlsx,pdf
    for signal in TERM INT KILL; do
        "$TONGBAO" verify issued/$name.tar.zst >/dev/null 2>&1 &
        process=$!
        sleep 0.15
        kill -s $signal $process 2>/dev/null || true
        wait $process || true
        [ $signal = KILL ] || nothing_left
    done
    sleep 1
    rm -rf "${TMPDIR:?}"/*
}
