#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What was issued stays issued: sealed publications, and the archive that a sealing makes.
load helper

# everything FOLDER…: names, modes and sums of all there is
everything() { find "$@" -printf '%p %m\n' | LC_ALL=C sort; find "$@" -type f -exec sha256sum {} + | LC_ALL=C sort; }

@test "a folder with 封存.txt is sealed, whoever has put it there: no run replaces it, whatever its period" {
    publish
    echo 已印发 >out/封存.txt
    before=$(everything out)
    for period in 2019Q3 2019Q2; do
        run tongbao run region --period $period --output out --only csv
        expect_status 3
        expect_output 已经封存
        expect_output REVISION=1
    done
    [ "$before" = "$(everything out)" ]
    # under another name it is kept as it is
    publish --keep-old
    expect_status 0
    [ "$before" = "$(everything out-旧1 | sed 's/out-旧1/out/')" ]
    [ ! -e out/封存.txt ]
}

@test "a bulletin edited by hand and the lock of an editor are named; --keep-old renames them with all the rest" {
    run tongbao run region --period 2019Q3 --output out --only rtf
    expect_status 0
    rtf=$(cd out && echo region-*.rtf)
    printf '改' >>"out/$rtf"
    publish_rtf() { run tongbao run region --period 2019Q3 --output out --only rtf "$@"; }
    publish_rtf
    expect_status 3
    expect_output "$rtf"
    publish_rtf --keep-old
    expect_status 0
    [ "$(tail -c 3 "out-旧1/$rtf")" = 改 ]
    touch "out/.~lock.$rtf#"
    publish_rtf
    expect_status 3
    expect_output ".~lock.$rtf#"
    publish_rtf --keep-old
    expect_status 0
    [ -e "out-旧2/.~lock.$rtf#" ]
    [ "$(tail -c 3 "out-旧1/$rtf")" = 改 ]
    whole out
}

# issue [OPTION…]: the test's region, published where make report would
issue() {
    mkdir -p output/r input && [ -e input/r ] || mv region input/r
    run tongbao run input/r --period 2019Q3 --output output/r/2019年前三季度 --only "${kinds:-csv}" "$@"
}
archive() { run tongbao archive "${dir:-output/r/2019年前三季度}" "$@"; }
packed=issued/测试州-2019年前三季度.tar.zst
# unpack ARCHIVE FOLDER: by the usual programs, not by ours
unpack() { mkdir "$2" && zstd -dqc "$1" | tar -xf - -C "$2"; }

@test "archive: outputs, inputs and templates byte for byte, each with its sum, in one folder" {
    kinds=pdf,xlsx issue
    cp -r output/r/2019年前三季度 before
    archive
    expect_status 0
    expect_output 已封存
    unpack "$packed" un
    cd un/测试州-2019年前三季度
    [ "$(echo *)" = 'RUN.txt SHA256SUMS inputs outputs templates 归档文件目录.csv' ]
    sha256sum --quiet -c SHA256SUMS
    [ "$(wc -l <SHA256SUMS)" -eq "$(($(find . -type f | wc -l) - 1))" ]
    diff -r outputs "$BATS_TEST_TMPDIR/before"
    diff -r inputs "$BATS_TEST_TMPDIR/input/r"
    cmp RUN.txt outputs/RUN.txt
    for template in templates/*; do cmp "$template" "$root/$template"; done
    [ "$(LC_ALL=C; cd templates && echo *)" = 'area-book.txt area.txt brief.txt correction.txt letter.txt region-book.txt region.txt targets.txt wording.csv' ]
    # no owner and no time but the beginning of all; sorted
    zstd -dqc "$BATS_TEST_TMPDIR/$packed" | TZ=UTC tar -tvf - >list
    refute grep -v '^-rw-r--r-- 0/0 .* 1970-01-01 00:00 ' list
    sed 's/.*00:00 //' list | LC_ALL=C sort -c
}

@test "archive: the list of its documents is after DA/T 22, with the pages that the PDFs have" {
    sed -i '$a doc_number,测办〔2019〕5号\n保管期限,永久' region/settings.csv
    kinds=pdf issue
    archive
    expect_status 0
    unpack "$packed" un
    cd un/*/
    head -c 3 归档文件目录.csv | cmp - <(printf '\xef\xbb\xbf')
    [ "$(sed -n 1p 归档文件目录.csv | tail -c +4)" = 件号,责任者,文号,题名,日期,页数,保管期限,备注 ]
    [ "$(wc -l <归档文件目录.csv)" -eq "$(($(find outputs -name '*.pdf' | wc -l) + 1))" ]
    while IFS=, read -r _ office _ title date pages kept file; do
        [ "$office,$date,$kept" = 测试州工业和信息化局,20191018,永久 ]
        [ "$pages" = "$(pdfinfo "outputs/$file" | sed -n 's/^Pages: *//p')" ]
        [ "$title" = "$(pdfinfo "outputs/$file" | sed -n 's/^Title: *//p')" ]
    done < <(tail -n +2 归档文件目录.csv)
    grep -q '^1,测试州工业和信息化局,测办〔2019〕5号,.*,region-2019年前三季度.pdf$' 归档文件目录.csv
    [ "$(wc -l <归档文件目录.csv)" -ge 5 ]
}

@test "archive: of one run it is always the same, wherever and whenever; the language doesn't show" {
    issue
    archive --to one
    expect_status 0
    mkdir -p elsewhere/output && cp -r output/r elsewhere/output/x && cp -r input elsewhere/
    chmod -R u+w elsewhere && rm elsewhere/output/x/*/封存.txt
    touch -d 2001-01-01 elsewhere/output/x/*/* elsewhere/input/r/*
    (cd elsewhere && LC_ALL=C TZ=Asia/Shanghai SOURCE_DATE_EPOCH=1 tongbao archive output/x/* --to two --input input/r)
    cmp one/测试州-2019年前三季度.tar.zst elsewhere/two/测试州-2019年前三季度.tar.zst
    # once more into the same place
    cp one/台账.csv before.csv
    archive --to one
    expect_status 0
    cmp one/台账.csv before.csv
    # a date from the clock is that of the run, not of the sealing
    sed -i /issue_date/d input/r/settings.csv
    SOURCE_DATE_EPOCH=1571400000 run tongbao run input/r --period 2019Q3 --output clock --only csv
    run tongbao archive clock --input input/r --to three
    expect_status 0
    grep -q ,2019-10-18, three/台账.csv
    unpack three/测试州-2019年前三季度.tar.zst un
    grep -q ,20191018, un/*/归档文件目录.csv
}

@test "archive: what is sealed is read-only, says in which archive it is, and no run replaces it" {
    issue
    archive
    expect_status 0
    dir=output/r/2019年前三季度
    [ -z "$(find $dir -perm /222)" ]
    (cd issued && sha256sum --quiet -c "../$dir/封存.txt")
    before=$(everything output issued)
    issue
    expect_status 3
    expect_output 测试州-2019年前三季度.tar.zst
    run tongbao run input/r --period 2019Q2 --output $dir --only csv
    expect_status 3
    # nor make distclean
    run "$(dirname "$TONGBAO")/tools/unpublish" output
    expect_status 1
    expect_output 已经封存
    archive
    expect_status 0
    expect_output 已经封存
    [ "$before" = "$(everything output issued)" ]
}

@test "archive: a changed, new or missing input, template or font is named, and nothing is written" {
    mkdir -p region/templates && cp "$root/templates/area.txt" region/templates/
    kinds=pdf issue
    expect_status 0
    before=$(everything output)
    while IFS='|' read -r what change undo; do
        eval "$change"
        archive
        expect_status 3 || { echo "for: $change"; return 1; }
        expect_output "$what"
        eval "$undo"
    done <<'ROWS'
data/a.csv|echo >>input/r/data/a.csv|sed -i '$d' input/r/data/a.csv
data/b.csv|cp input/r/data/a.csv input/r/data/b.csv|rm input/r/data/b.csv
templates/area.txt|echo >>input/r/templates/area.txt|cp "$root/templates/area.txt" input/r/templates/
templates/area.txt|mv input/r/templates/area.txt kept|mv kept input/r/templates/area.txt
targets.csv|mv input/r/targets.csv kept|mv kept input/r/targets.csv
ROWS
    # a font by the same name with other bytes
    cp -r "${XDG_CACHE_HOME:-$HOME/.cache}/tongbao" cache
    cp cache/fonts/hei.ttf cache/fonts/kai.ttf
    mkdir x && mv cache x/tongbao
    XDG_CACHE_HOME=$PWD/x archive
    expect_status 3
    expect_output kai.ttf
    [ "$before" = "$(everything output)" ]
    [ ! -e issued ]
    archive
    expect_status 0
}

@test "archive: a changed, foreign or missing file of the publication is named, and nothing is written" {
    issue
    dir=output/r/2019年前三季度
    cp -r $dir kept
    for change in 'echo >>audit.csv' 'rm data/ranks.csv' 'echo scan >扫描件.pdf' 'mkdir 草稿' 'ln -s audit.csv link.csv'; do
        (cd $dir && eval "$change")
        archive
        expect_status 3 || { echo "for: $change"; return 1; }
        for word in $change; do :; done
        expect_output "${word#>>}" || expect_output "${word#>}"
        [ ! -e issued ] && [ ! -e $dir/封存.txt ]
        rm -r $dir && cp -r kept $dir
    done
    mkdir nothing
    run tongbao archive nothing
    expect_status 3
    run tongbao archive nowhere
    expect_status 3
}

@test "archive: names with a backslash; files that were passed over go in too, since audit.csv names them" {
    mv region/data/a.csv 'region/data/前三季度 a\n.csv'
    echo x >region/记事.txt && mkdir region/旧表 && echo y >region/旧表/z.csv && echo for people >region/README.md
    issue
    expect_status 1
    archive
    expect_status 0
    unpack "$packed" un
    cd un/*/
    whole_escaped=$(sha256sum --quiet -c SHA256SUMS 2>&1)
    [ -z "$whole_escaped" ]
    [ -e 'inputs/data/前三季度 a\n.csv' ] && [ -e inputs/记事.txt ] && [ -d inputs/旧表 ]
    [ ! -e inputs/README.md ] && [ ! -e inputs/旧表/z.csv ]
}

@test "archive: an archive that is there is never overwritten; a correction has a name of its own" {
    issue
    archive
    cp "$packed" before
    sed -i 's/^2019Q3,A,INV,336,/2019Q3,A,INV,337,/' input/r/data/a.csv
    run tongbao run input/r --period 2019Q3 --output output/r/再来 --only csv
    dir=output/r/再来 archive
    expect_status 3
    expect_output 更正1
    cmp "$packed" before
    [ ! -e output/r/再来/封存.txt ]
    mv output/r/再来 output/r/2019年前三季度（更正1）
    dir=output/r/2019年前三季度（更正1） archive
    expect_status 0
    [ -s issued/测试州-2019年前三季度（更正1）.tar.zst ]
    [ "$(wc -l <issued/台账.csv)" -eq 3 ]
}

@test "archive: 台账.csv keeps what people wrote; a page that they changed stays" {
    issue
    archive
    expect_status 0
    grep -qF 'href="%E6%B5%8B%E8%AF%95%E5%B7%9E-2019' issued/index.html
    sed -i '2s/$/,已移交/' issued/台账.csv
    before=$(sed -n 2p issued/台账.csv)
    run tongbao run input/r --period 2019Q2 --output output/r/2019年上半年 --only csv
    dir=output/r/2019年上半年 archive
    expect_status 0
    [ "$(sed -n 2p issued/台账.csv)" = "$before" ]
    [ "$(grep -c '<tr>' issued/index.html)" -eq 3 ]
    grep -q 已移交 issued/index.html
    # a changed page, a table saved in another encoding
    echo '<!-- 我的 -->' >>issued/index.html
    run tongbao run input/r --period 2019Q1 --output output/r/2019年一季度 --only csv
    dir=output/r/2019年一季度 archive
    expect_status 1
    expect_output index.html
    [ "$(tail -n 1 issued/index.html)" = '<!-- 我的 -->' ]
    [ "$(wc -l <issued/台账.csv)" -eq 4 ]
    iconv -f UTF-8 -t GB18030 issued/台账.csv >gb && cp gb issued/台账.csv
    run tongbao run input/r --period 2018Q4 --output output/r/2018年 --only csv
    dir=output/r/2018年 archive
    expect_status 1
    expect_output 台账
    cmp gb issued/台账.csv
}

@test "archive: a run held against an earlier one takes that along, and must be told where it is" {
    issue
    run tongbao run input/r --period 2019Q3 --output new --only csv --previous output/r/2019年前三季度
    dir=new archive --input input/r --to issued
    expect_status 3
    expect_output '请用 --previous 指明上次发布'
    refute grep -q RUN.txt <<<"$output"
    dir=new archive --input input/r --to issued --previous output/r/2019年前三季度
    expect_status 0
    unpack "$packed" un
    cmp un/*/previous/data/measures.csv output/r/2019年前三季度/data/measures.csv
}

@test "archive: where the region isn't to be found it must be said; it is never put into what it holds" {
    publish
    run tongbao archive out
    expect_status 3
    expect_output --input
    for to in out out/a region region/data; do
        run tongbao archive out --input region --to $to
        expect_status 3 || { echo "for: $to"; return 1; }
    done
    run tongbao archive out --input region --to issued
    expect_status 0
}
