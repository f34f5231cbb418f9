#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# RUN.txt: what a publication was made from.
load helper

fonts=${XDG_CACHE_HOME:-$HOME/.cache}/tongbao/fonts

# listed FILE: the names of the region's files in it, in their order
listed() { sed -n 's/^\\\?[0-9a-f]\{64\}  //p' "$1"; }
# section FILE HEADING: the lines below a heading
section() { awk -v heading="# $2：" '$0 == "#" { inside = 0 } inside; $0 == heading { inside = 1 }' "$1"; }
# said FILE NAME: what a line says
said() { sed -n "s/^# $2：//p" "$1"; }
sum() { sha256sum <"$1" | cut -c 1-64; }

@test "it names the files that were read, and no other, with the sums that sha256sum takes" {
    # everything a region may hold
    mkdir -p region/text/A region/templates region/data/上报
    echo 全州原因。 >region/text/原因.txt
    echo 甲县原因。 >region/text/A/原因.txt
    cp "$root/templates/area.txt" "$root/templates/region.txt" region/templates/
    printf 'key,text\n' >region/wording.csv
    head -n 1 region/targets.csv >region/targets-2.csv
    printf 'area,weight\n' | sed 's/.*/indicator,measure,weight,method\nINV,yoy,50,ratio/' >region/scoring.csv
    printf 'period,area,indicator,value,yoy\n2018Q1,R,INV,210,\n' >'region/data/b 2.csv'
    iconv -f UTF-8 -t GB18030 region/data/a.csv >region/data/甲.csv && rm region/data/a.csv
    echo 说明 >region/README.md
    echo 说明 >region/data/说明.txt
    publish
    [ "$status" -le 1 ]
    diff <(listed out/RUN.txt) <(cd region && find . -type f ! -name README.md ! -name 说明.txt -printf '%P\n' | LC_ALL=C sort)
    (cd region && sha256sum --strict --quiet -c ../out/RUN.txt)
    # of its own templates the program names those that the region hasn't replaced
    diff <(section out/RUN.txt 程序自带的模板和用语) - <<FILES
# $(sum "$root/templates/area-book.txt")  templates/area-book.txt
# $(sum "$root/templates/brief.txt")  templates/brief.txt
# $(sum "$root/templates/correction.txt")  templates/correction.txt
# $(sum "$root/templates/letter.txt")  templates/letter.txt
# $(sum "$root/templates/region-book.txt")  templates/region-book.txt
# $(sum "$root/templates/targets.txt")  templates/targets.txt
# $(sum "$root/templates/wording.csv")  templates/wording.csv
FILES
    # and it is listed like the others
    grep -q "^$(sum out/RUN.txt)  RUN.txt$" out/SHA256SUMS
}

@test "what it says of the run" {
    publish
    expect_status 0
    [ "$(said out/RUN.txt 时期)" = 2019Q3（2019年前三季度） ]
    [ "$(said out/RUN.txt 区域代码)" = R ]
    [ "$(said out/RUN.txt 区域名称)" = 测试州 ]
    [ "$(said out/RUN.txt 设置中的区域名称)" = 测试州 ]
    [ "$(said out/RUN.txt 成文日期)" = 2019-10-18 ]
    [ "$(said out/RUN.txt 程序)" = "tongbao $(cat "$root/VERSION")" ]
    for library in glibc libcsv libunistring GMP Lua libxlsxwriter libharu HarfBuzz libdeflate Nettle; do
        said out/RUN.txt 程序库 | grep -qE "(^|、)$library [0-9]+(\.[0-9]+)+(、|$)"
    done
    # as Debian counts them
    for row in Lua:liblua5.4-0 libcsv:libcsv3 libunistring:libunistring2 libharu:libhpdf-2.3.0; do
        version=$(dpkg-query -W -f '${Version}' "${row#*:}" 2>/dev/null | sed 's/[-+].*//') || continue
        said out/RUN.txt 程序库 | grep -qF "${row%:*} $version"
    done
    # a date that the settings don't give is the clock's
    sed -i '/issue_date/d' region/settings.csv
    SOURCE_DATE_EPOCH=1571400000 run tongbao run region --period 2019Q3 --output clock --only csv
    [ "$(said clock/RUN.txt 成文日期)" = 2019-10-18 ]
}

@test "fonts: those of the documents that are set, by the names of their files; none where nothing is set" {
    cp "$fonts/kai.ttf" other.ttf
    printf 'font_body,%s\n' "$PWD/other.ttf" >>region/settings.csv
    run tongbao run region --period 2019Q3 --output out --only pdf --area A
    expect_status 0
    diff <(section out/RUN.txt 字体) - <<FILES
# $(sum "$fonts/title.ttf")  title.ttf  标题（小标宋）
# $(sum other.ttf)  other.ttf  正文（仿宋）
# $(sum "$fonts/kai.ttf")  kai.ttf  楷体
# $(sum "$fonts/hei.ttf")  hei.ttf  黑体
# $(sum "$fonts/song.ttf")  song.ttf  宋体
# $(sum "$fonts/fallback.ttf")  fallback.ttf  后备
FILES
    run tongbao run region --period 2019Q3 --output tables --only csv,xlsx,txt
    expect_status 0
    refute grep -q -e 字体 -e ttf tables/RUN.txt
}

@test "arguments are in normal form: what asks for the same is written the same" {
    local given expected
    while IFS='|' read -r given expected; do
        rm -rf out
        # shellcheck disable=SC2086 # several arguments
        run tongbao run region --output out $given
        expect_status 0 || { echo "for: $given"; return 1; }
        [ "$(said out/RUN.txt 参数)" = "$expected" ] || { echo "for: $given: $(said out/RUN.txt 参数)"; return 1; }
    done <<'ROWS'
--only csv|--period 2019Q3 --only csv
--only csv --period 2019年前三季度 --jobs 3 --keep-old|--period 2019Q3 --only csv
--only csv,csv --period 2019q3 --keep-going|--period 2019Q3 --only csv --keep-going
--only txt,csv --area 乙县 --area A|--period 2019Q3 --area A --area B --only txt
--only txt --area 乙县 --area R --area 甲县 --period 2018Q4|--period 2018Q4 --only txt
--only txt --area B --area 乙县|--period 2019Q3 --area B --only txt
--only txt,xlsx --area 甲县|--period 2019Q3 --area A --only xlsx,txt
--only pdf,csv,xlsx --area B|--period 2019Q3 --area B
ROWS
}

@test "the publication that --previous names: its tables, no path" {
    publish
    run tongbao run region --period 2019Q3 --output new --only csv --previous "$PWD/out"
    expect_status 0
    [ "$(said new/RUN.txt 参数)" = '--period 2019Q3 --only csv --previous' ]
    diff <(section new/RUN.txt '上次发布的文件（--previous）') - <<FILES
# $(sum out/RUN.txt)  RUN.txt
# $(sum out/data/measures.csv)  data/measures.csv
# $(sum out/data/ranks.csv)  data/ranks.csv
# $(sum out/data/verdicts.csv)  data/verdicts.csv
FILES
    refute grep -q "$PWD" new/RUN.txt
    (cd region && sha256sum --strict --quiet -c ../new/RUN.txt)
}

@test "a changed byte of any file changes it, and that file alone is found out" {
    for file in settings.csv areas.csv indicators.csv targets.csv data/a.csv; do
        publish
        cp out/RUN.txt before
        echo >>"region/$file" # a blank line, which says nothing
        run env LC_ALL=C bash -c "cd region && sha256sum --quiet -c ../before"
        [ "$status" -eq 1 ]
        [ "$(grep FAILED <<<"$output")" = "$file: FAILED" ] || { echo "$output"; return 1; }
        publish
        expect_status 0
        [ "$(diff before out/RUN.txt | grep -c '^[<>]')" -eq 2 ]
    done
}

@test "names with blanks and backslashes are written as sha256sum writes them" {
    mv region/data/a.csv 'region/data/前三季度 a\n.csv'
    publish
    expect_status 0
    grep -qF "$(cd region && sha256sum 'data/前三季度 a\n.csv')" out/RUN.txt
    (cd region && sha256sum --strict --quiet -c ../out/RUN.txt)
}

# resum: the list of sums made anew for what is there, as somebody who knows the rule would
resum() { (cd out && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS); }

@test "by it a publication is known: its region and period, without any other file" {
    cp -r region other
    sed -i 's/^R,测试州/R,别的州/' other/areas.csv
    publish
    rm -r out/index.html out/data
    run tongbao run region --period 2019Q2 --output out --only csv
    expect_status 3
    expect_output 另一个时期
    run tongbao run other --period 2019Q3 --output out --only csv
    expect_status 3
    expect_output 另一个地区
    publish
    expect_status 0
    whole out
    # it goes before what the page says
    sed -i 's/^# 区域名称：.*/# 区域名称：别的州/' out/RUN.txt && resum
    publish
    expect_status 3
    expect_output 另一个地区
    sed -i 's/^# 时期：.*/# 时期：2019Q2（2019年上半年）/' out/RUN.txt && resum
    publish
    expect_status 3
    expect_output 另一个时期
    for ruin in ': >out/RUN.txt' "sed -i 1d out/RUN.txt" "printf '# 发布' >out/RUN.txt"; do
        eval "$ruin" && resum
        publish
        expect_status 3
        expect_output 'RUN.txt'
    done
}

@test "a publication of before there was a RUN.txt is known by its page, as ever" {
    publish
    rm out/RUN.txt && resum
    run tongbao run region --period 2019Q2 --output out --only csv
    expect_status 3
    expect_output 另一个时期
    publish
    expect_status 0
    [ -s out/RUN.txt ]
    whole out
}

@test "changed by hand it keeps its publication, which is named" {
    publish
    echo '# 已核' >>out/RUN.txt
    publish
    expect_status 3
    expect_output RUN.txt
}

@test "a file that somebody saves while it is read is refused, whichever it is" {
    mkdir region/text && echo 原因。 >region/text/原因.txt
    cc -shared -fPIC -D_GNU_SOURCE -o changes.so "$root/tests/command/changes.c"
    for file in settings.csv areas.csv indicators.csv targets.csv data/a.csv text/原因.txt; do
        cp -a region changing
        run env LD_PRELOAD="$PWD/changes.so" CHANGES="/changing/$file" \
            ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 \
            "$TONGBAO" run changing --period 2019Q3 --output out --only csv
        expect_status 2 || { echo "for: $file"; return 1; }
        expect_output "$file: "
        expect_output 读取期间这个文件被改过
        refute cmp -s "region/$file" "changing/$file"
        [ ! -e out ]
        rm -r changing
    done
}
