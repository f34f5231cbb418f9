# SPDX-License-Identifier: MIT
# --previous and --last: which cell moved first, what followed from it, and which ranks had been issued otherwise.
#
# In the small region of 2019Q3, 甲县 has 336 亿元 (line 26 of data/a.csv), 乙县 346, a year before 300 and 310: 12.0 % and
# 11.6 %, the region 682 over 610, 11.8 %.
load helper

# The rows of changes.csv without the period.
changes() { tail -n +2 "${1:-new}/data/changes.csv" | cut -d, -f2-; }
has() { for line in "$@"; do grep -qxF -- "$line" <<<"$(changes)" || { printf 'no "%s" in:\n%s\n' "$line" "$(changes)"; return 1; }; done; }
first_line() { grep -n '^2019Q3,A,INV' region/data/a.csv | cut -d: -f1; }

# An archive, unpacked: what was published and what it was made from.
archive() {
    mkdir -p "$1"
    cp -r "$2" "$1/outputs"
    cp -r region "$1/inputs"
}

# 甲县 had 346.40 all along: 46.4/300 = 15.5 %.
dispute() { sed -i 's/^2019Q3,A,INV,336,/2019Q3,A,INV,346.4,/' region/data/a.csv; }

again() { run tongbao run region --period 2019Q3 --output new --only csv "$@"; }

@test "a cell that moved: named by file, line and column with what stood in it; then what followed, and why" {
    sed -i 's/^2019Q3,A,INV,336,/2019Q3,A,INV,"３３６.00",/' region/data/a.csv
    publish
    archive issued out
    sed -i 's/"３３６.00"/346.4/; s/^2019Q3,B,INV,346,/2019Q3,B,INV,346.0,/' region/data/a.csv
    again --previous issued
    expect_status 0
    [ "$(head -n 1 new/data/changes.csv | tail -c +4)" = period,kind,area,indicator,measure,to,before,now,file,line,column,cause ]
    # 346 and 346.0 are the same figure: one cell alone has moved.
    [ "$(changes | grep -c ^cell)" = 1 ]
    has "cell,A,INV,value,,３３６.00,346.4,data/a.csv,$(first_line),value," \
        "figure,A,INV,value,,336.00,346.40,,,,data/a.csv:$(first_line)" \
        "figure,A,INV,yoy,,12.0,15.5,,,,data/a.csv:$(first_line)" \
        "figure,R,INV,value,,682.00,692.40,,,,data/a.csv:$(first_line)" \
        'figure,R,INV,yoy,,11.8,13.5,,,,@R/INV/value' \
        "figure,A,INV,share,,49.3,50.0,,,,@R/INV/value;data/a.csv:$(first_line)" \
        'figure,B,INV,share,,50.7,50.0,,,,@R/INV/value' \
        'rank,A,INV,value,,2,1,,,,@A/INV/value' \
        'rank,B,INV,value,,1,2,,,,@A/INV/value'
    # by growth 甲县 was first and still is; verdicts hold; the other indicator hasn't moved
    refute grep -qE '^(verdict|target|[a-z]+,[A-Z],VA|rank,.,INV,yoy)' <<<"$(changes)"
}

@test "a verdict that turned and a target that moved, each with its cause" {
    publish
    archive issued out
    # 乙县 at 340 is 9.7 % up and misses the 10 %; 规模以上工业增加值 is asked for 9 instead of 8.
    sed -i 's/^2019Q3,B,INV,346,/2019Q3,B,INV,340,/' region/data/a.csv
    sed -i 's/^\*,VA,,>=,8,/*,VA,,>=,9,/' region/targets.csv
    again --previous issued
    has 'verdict,B,INV,yoy,,met,missed,,,,@B/INV/yoy' 'cell,,VA,value,,>= 8,>= 9,targets.csv,3,,' \
        'target,A,VA,value,,>= 8,>= 9,,,,targets.csv:3' 'target,B,VA,value,,>= 8,>= 9,,,,targets.csv:3'
    refute grep -q '^verdict,A' <<<"$(changes)"
}

@test "a base of last year, a figure that is gone, one that is new" {
    publish
    archive issued out
    line=$(grep -n '^2018Q3,B,INV' region/data/a.csv | cut -d: -f1)
    sed -i 's/^2018Q3,B,INV,310,/2018Q3,B,INV,300,/; s/^2019Q3,A,VA,10.3,/2019Q3,A,VA,,/' region/data/a.csv
    echo '2019Q4,A,INV,500,' >>region/data/a.csv # of a later period, which is no matter of this one
    again --previous issued
    has "cell,B,INV,value,,310,300,data/a.csv,$line,value," "figure,B,INV,yoy,,11.6,15.3,,,,data/a.csv:$line" \
        'figure,A,VA,value,,10.3,—,,,,data/a.csv:'"$(grep -n '^2019Q3,A,VA' region/data/a.csv | cut -d: -f1)" \
        'rank,A,VA,value,,1,,,,,@A/VA/value' 'verdict,A,VA,value,,met,no_data,,,,@A/VA/value'
    grep -q '^2018Q3,cell,B,INV' new/data/changes.csv
    refute grep -q 500 new/data/changes.csv
}

@test "without the tables it was made from, the figures that were issued tell the cell" {
    publish
    dispute
    again --previous out
    expect_status 0
    [ "$(changes | grep -c ^cell)" = 1 ]
    has "cell,A,INV,value,,336,346.4,data/a.csv,$(first_line),value," "figure,A,INV,yoy,,12.0,15.5,,,,data/a.csv:$(first_line)"
    grep -q '上次发布的文件夹不存原表' new/index.html
    # A base isn't among them: which file it must be in RUN.txt knows.
    sed -i 's/^2018Q3,B,INV,310,/2018Q3,B,INV,300,/' region/data/a.csv
    again --previous out --keep-old
    expect_status 0
    has 'figure,B,INV,yoy,,11.6,15.3,,,,'
    grep -q '查不出是哪一格引起的；与上次发布时相比有改动的文件：data/a.csv。' new/index.html
}

@test "documents: the sheet, the part of the review page, the correction and its RTF" {
    publish
    archive issued out
    dispute
    run tongbao run region --period 2019Q3 --output new --previous issued
    expect_status 0
    [ -s new/correction-2019年前三季度.pdf ] && [ -s new/correction-2019年前三季度.rtf ]
    [ ! -e new/region-2019年前三季度.rtf ] # only the correction is a draft
    text=$(pdftotext -layout new/correction-*.pdf - | tr -d ' \n')
    for words in 关于2019年前三季度测试州工业经济运行情况通报的更正说明 送审稿 "第$(first_line)行“value”列" 336346.4 '甲县第2位→第1位' \
        '乙县第1位→第2位' '增速12.0→15.5' 测试州工业和信息化局; do
        [[ $text == *"$words"* ]] || { echo "no $words in $text"; return 1; }
    done
    unzip -p new/region-2019年前三季度.xlsx xl/workbook.xml | grep -q 'name="修订"'
    unzip -p new/region-2019年前三季度.xlsx 'xl/sharedStrings.xml' | grep -q '先变动的数据'
    grep -q '<section aria-labelledby="revision"' new/index.html
    # Nothing has changed: no correction, no part, no sheet; a table without a row.
    run tongbao run region --period 2019Q3 --output same --previous new
    expect_status 0
    [ ! -e same/correction-2019年前三季度.pdf ]
    refute grep -q 'aria-labelledby="revision"' same/index.html
    refute grep -q 修订 <<<"$(unzip -p same/region-2019年前三季度.xlsx xl/workbook.xml)"
    [ "$(wc -l <same/data/changes.csv)" = 1 ]
    # And a run without an earlier issue replaces the one with it, whole.
    run tongbao run region --period 2019Q3 --output new
    expect_status 0
    [ ! -e new/data/changes.csv ] && [ ! -e new/correction-2019年前三季度.rtf ]
}

@test "the office writes the reason into text/更正.txt" {
    publish
    dispute
    mkdir region/text
    echo 甲县来函更正，系漏报园区项目。 >region/text/更正.txt
    run tongbao run region --period 2019Q3 --output new --only txt --previous out
    grep -q 系漏报园区项目 new/correction-2019年前三季度.txt
}

@test "an issue of another region or period, or none at all: status 3, named, nothing published" {
    publish
    cp -r region other
    sed -i 's/测试州/别州/' other/settings.csv other/areas.csv
    tongbao run other --period 2019Q3 --output of-other --only csv
    tongbao run region --period 2019Q2 --output of-before --only csv
    mkdir bare
    while IFS='|' read -r option place words; do
        run tongbao run region --period 2019Q3 --output new --only csv "$option" "$place"
        expect_status 3
        expect_output "$words"
        [ ! -e new ]
    done <<'ROWS'
--previous|of-other|--previous 所指的不是测试州的发布，而是另一个地区的：'of-other'
--previous|of-before|--previous 要指向 2019年前三季度 的发布，这里是 2019年上半年 的：'of-before'
--previous|bare|--previous 要指向本程序发布的文件夹
--last|out|--last 要指向 2019年上半年 的发布，这里是 2019年前三季度 的：'out'
--last|of-other|--last 所指的不是测试州的发布，而是另一个地区的：'of-other'
--last|none|--last 要指向本程序发布的文件夹
ROWS
}

@test "--last: a rank that was issued and comes out otherwise now is told in the bulletins and on the review page" {
    # In the half year 甲县 had 224 of 200, 乙县 234 of 210: 12.0 and 11.4 %. Issued with 乙县 at 236: 12.4 %, the first.
    sed -i 's/^2019Q2,B,INV,234,/2019Q2,B,INV,236,/' region/data/a.csv
    tongbao run region --period 2019Q2 --output half --only csv
    sed -i 's/^2019Q2,B,INV,236,/2019Q2,B,INV,234,/' region/data/a.csv
    run tongbao run region --period 2019Q3 --output new --only txt --last half
    expect_status 0
    [ "$(grep -c '^2019Q3,[AB],INV,yoy,.*' new/data/ranks.csv)" = 2 ]
    grep -q '^2019Q3,A,INV,yoy,,1,2,0,1,0,' new/data/ranks.csv # by the data, as ever
    words='上半年位次中，有2个已发通报的与按现有数据计算的不同：甲县工业投资（增速）原通报第2位、现为第1位；乙县工业投资（增速）原通报第1位、现为第2位。'
    grep -qF "$words" new/index.html
    tr -d '\n ' <new/region-2019年前三季度.txt | grep -qF "$words"
    words='上半年位次中，有1个已发通报的与按现有数据计算的不同：工业投资（增速）原通报第1位、现为第2位。'
    tr -d '\n ' <new/areas/B-乙县-2019年前三季度.txt | grep -qF "$words"
    # The same again: nothing to tell.
    tongbao run region --period 2019Q2 --output same --only csv
    run tongbao run region --period 2019Q3 --output new --only txt --last same
    refute grep -q 已发通报的与按现有数据计算的不同 new/region-2019年前三季度.txt
    grep -q '已发通报的上期位次与按现有数据计算的相同' new/index.html
}

@test "RUN.txt: the earlier issues and their tables, without a path" {
    publish
    archive issued out
    tongbao run region --period 2019Q2 --output half --only csv
    again --previous issued --last "$PWD/half"
    expect_status 0
    grep -qx '# 参数：--period 2019Q3 --only csv --previous --last' new/RUN.txt
    grep -qx "# $(sha256sum <region/data/a.csv | cut -d' ' -f1)  inputs/data/a.csv" new/RUN.txt
    grep -qx "# $(sha256sum <half/data/ranks.csv | cut -d' ' -f1)  data/ranks.csv" new/RUN.txt
    refute grep -q "$PWD" new/RUN.txt
}

# sealed FOLDER: seals it; $packed is its archive
sealed() {
    tongbao archive "$1" --input region --to issued >/dev/null
    packed=$(ls -t issued/*.tar.zst | head -n 1)
}
# Of what was needed for the time being. A process that was killed may have some of it left for a moment.
nothing_left() {
    local n
    for n in $(seq 1 100); do
        [ -n "$(ls "$TMPDIR")" ] || return 0
        sleep 0.05
    done
    ls "$TMPDIR"
    return 1
}
own_scratch() { export TMPDIR=$BATS_TEST_TMPDIR/scratch && mkdir "$TMPDIR"; }

@test "a packed archive does as well as an unpacked one: the same bytes, and nothing is left of it" {
    own_scratch
    publish
    sealed out
    before=$packed
    tongbao run region --period 2019Q2 --output half --only csv
    sealed half
    mkdir un un/last
    zstd -dqc "$before" | tar -xf - -C un && zstd -dqc "$packed" | tar -xf - -C un/last
    dispute
    run tongbao run region --period 2019Q3 --output with-folders --only xlsx,txt --previous un/测试州-2019年前三季度 --last un/last/*
    expect_status 0
    run tongbao run region --period 2019Q3 --output new --only xlsx,txt --previous "$before" --last "$packed"
    expect_status 0
    nothing_left
    has "cell,A,INV,value,,336,346.4,data/a.csv,$(first_line),value,"
    diff -r with-folders new
    grep -q 'inputs/data/a.csv$' new/RUN.txt
    # so are those of one that is sealed, and of one that is verified
    run tongbao archive new --input region --to again
    expect_status 3
    expect_output 归档包
    mkdir of-folders
    tongbao archive with-folders --input region --to of-folders --previous un/测试州-2019年前三季度 --last un/last/*
    run tongbao archive new --input region --to again --previous "$before" --last "$packed"
    expect_status 0
    nothing_left
    cmp again/*.tar.zst of-folders/*.tar.zst
    run tongbao verify new --input region --previous "$before" --last "$packed"
    expect_status 0
    expect_output 逐字节相同
    nothing_left
    chmod -R u+w region && rm -r region issued un
    run tongbao verify again/*.tar.zst
    expect_status 0
    expect_output 逐字节相同
    nothing_left
}

@test "packed: another period's, another's tar.zst, a damaged one, no archive: status 3, named as given, nothing left" {
    own_scratch
    publish
    tongbao run region --period 2019Q2 --output half --only csv
    sealed half
    head -c 900 "$packed" >cut.tar.zst
    mkdir other && echo >other/x && tar -cf - other | zstd -q >other.tar.zst
    mkdir bare
    while IFS='|' read -r place words; do
        again --previous "$place"
        expect_status 3 || { echo "for: $place"; return 1; }
        expect_output "$words"
        expect_output "'$place'"
        expect_no_output "$TMPDIR"
        [ ! -e new ]
        nothing_left
    done <<ROWS
$packed|--previous 要指向 2019年前三季度 的发布，这里是 2019年上半年 的
other.tar.zst|--previous 要指向本程序发布的文件夹
cut.tar.zst|归档包读不出来
out/data/ranks.csv|归档包读不出来
ROWS
    # Without a place to unpack it in, that is the machine's fault.
    TMPDIR=/nowhere run "$TONGBAO" run region --period 2019Q3 --output new --only csv --previous "$packed"
    expect_status 4
    expect_output TMPDIR
}

@test "packed: a signal leaves nothing of it, whatever it ends" {
    own_scratch
    publish
    # one that takes its time: the tables, and 300 MB of a stranger's
    mkdir -p top && cp -r out top/outputs && cp -r region top/inputs && truncate -s 300M top/z
    tar -cf - top | zstd -q -1 >slow.tar.zst
    tongbao run region --period 2019Q3 --output compared --only csv --previous slow.tar.zst
    for signal in INT TERM HUP KILL; do
        for command in 'run region --period 2019Q3 --output new --only csv' 'verify compared --input region'; do
            [ "$signal" != KILL ] || [ "${command%% *}" = run ] || continue # verify's own folder stays then
            # shellcheck disable=SC2086 # words of a command
            env --default-signal=INT,TERM,HUP "$TONGBAO" $command --previous slow.tar.zst >words 2>&1 3>&- &
            pid=$!
            for n in $(seq 1 400); do
                ! compgen -G "$TMPDIR/*/previous/top/outputs/SHA256SUMS" >/dev/null || break
                sleep 0.005
            done
            kill -$signal $pid
            ended=0
            wait $pid || ended=$?
            [ $ended -eq $((128 + $(kill -l $signal))) ] || { echo $ended; cat words; return 1; }
            nothing_left || { echo "for: $signal, $command"; return 1; }
            [ ! -e new ]
        done
    done
}
