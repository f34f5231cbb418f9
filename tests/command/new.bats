#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao new: a region folder to start from, which can be published as it is.
load helper

@test "new: a folder that is checked without a warning and published with status 0" {
    run tongbao new mine
    expect_status 0
    for command in 'check mine' 'preview mine' 'run mine --output mine-输出'; do
        expect_output "$TONGBAO $command"
    done
    run tongbao check mine
    expect_status 0
    expect_output '核查通过'
    run tongbao run mine --output mine-输出
    expect_status 0
    whole mine-输出
    for area in SL01-示例县一 SL02-示例县二 SL03-示例县三; do
        [ -s "mine-输出/areas/$area-2025年前三季度.pdf" ]
        [ -s "mine-输出/areas/$area-2025年前三季度.xlsx" ]
    done
    [ -s mine-输出/region-2025年前三季度.pdf ]
    [ -s mine-输出/region-2025年前三季度.xlsx ]
    for pdf in mine-输出/*.pdf mine-输出/areas/*.pdf; do
        pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
        for page in $(seq "$pages"); do
            [[ $(pdftotext -f "$page" -l "$page" "$pdf" - | tr -d ' ') == *示例数据* ]] ||
                { echo "$pdf, page $page"; return 1; }
        done
    done
}

# The figures of the example, worked out by hand: growth over the year before's table, sums over the counties, a column
# of a foreign table in 万元, a quotient.
@test "new: growth, sums, a foreign table and a ratio come out of the example" {
    tongbao new mine
    tongbao run mine --output out --only csv
    text() { grep "^2025Q3,$1,$2,$3," out/data/measures.csv | cut -d, -f6; }
    [ "$(text SL01 TZ yoy)" = 11.3 ]   # (39.50 - 35.50) / 35.50
    [ "$(text SL00 TZ value)" = 79.20 ] # 39.50 + 24.50 + 15.20
    [ "$(text SL02 SR value)" = 31.80 ] # 318000 万元
    [ "$(text SL02 SR yoy)" = 4.3 ]    # 318 / 305
    [ "$(text SL03 LRL value)" = 4.85 ] # 0.83 / 17.10
    [ "$(text SL00 ZJZ vs_reference)" = 0.7 ] # 7.6 - 6.9
    # technical renovation: 8.60 of 12, due 9.00; the others 15.20 of 20 and 5.40 of 7, due 15.00 and 5.25
    verdict() { grep "^2025Q3,$1,JG,value," out/data/verdicts.csv | cut -d, -f14; }
    [ "$(verdict SL01)$(verdict SL02)$(verdict SL03)" = on_pacebehindon_pace ]
}

@test "new: a part that no longer adds up is found, so the identity is alive" {
    tongbao new mine
    sed -i 's/^示例县一,8.1,-3.8,39.50,/示例县一,8.1,-3.8,41.50,/' mine/data/示例-2025年前三季度.csv
    run tongbao check mine
    expect_status 1
    expect_output 工业投资
}

# header FILE LINE: the columns of line LINE, sorted
header() { sed -n "$2p" "$1" | sed 's/^\xef\xbb\xbf//' | tr , '\n' | LC_ALL=C sort; }

@test "new: every table has every column and every setting, and opens in Excel as UTF-8" {
    tongbao new mine
    while read -r file columns; do
        [ "$(head -c 3 "mine/$file")" = $'\xef\xbb\xbf' ]
        diff <(header "mine/$file" 1) <(tr , '\n' <<<"$columns" | LC_ALL=C sort) || { echo "$file"; return 1; }
        [ "$(grep -c . "mine/$file")" -ge 2 ]
    done <<'TABLES'
settings.csv 项,值
areas.csv 代码,名称,别名,上级,角色,分组,计入合计,主送,抄送
indicators.csv 指标代码,指标名称,别名,单位,类型,口径,方向,小数位,增速小数位,合计,分子,分母,其中项,说明
targets.csv 地区,指标,考核口径,关系,目标值,上限,力争值,容差,起始年,截止年,序时,依据
scoring.csv 指标,考核口径,权重,计分方法,封顶,保底,每点加分
identities.csv 合计项,分项,容差
sources.csv 文件,列,含义,指标,时期,地区,单位
wording.csv 键,文字
TABLES
    for file in mine/data/*.csv; do
        [ "$(head -c 3 "$file")" = $'\xef\xbb\xbf' ]
    done
    # each setting once, by its English or its Chinese name
    sed -n 's/^SETTING([^"]*, "\([a-z_]*\)", \("\([^"]*\)"\|NULL\), read_.*/\1,\3/p' "$root/gen/check/setting_rows.h" >keys
    [ "$(wc -l <keys)" = "$(grep -c '^SETTING(' "$root/gen/check/setting_rows.h")" ]
    [ "$(wc -l <keys)" -gt 30 ]
    while IFS=, read -r english chinese; do
        grep -q "^\($english\|${chinese:-$english}\)," mine/settings.csv || { echo "no $english"; return 1; }
    done <keys
    [ "$(wc -l <keys)" = "$(tail -n +2 mine/settings.csv | wc -l)" ]
    LC_ALL=C run grep -P '[0-9]|\xef\xbc[\x90-\x99]' mine/text/要求.txt # nor full-width digits
    expect_status 1
    grep -q 'tongbao preview' mine/说明.txt
}

@test "new: an empty folder will do, also the one we are in; a folder with anything in it is refused" {
    mkdir empty && cd empty
    run tongbao new .
    expect_status 0
    cd ..
    tongbao new mine
    diff -r empty mine
    before=$(find mine region | sort)
    for taken in mine mine/ region region/areas.csv; do
        run tongbao new "$taken"
        expect_status 3
        expect_output "$taken" || expect_output "${taken%/}"
    done
    mkdir hidden && touch hidden/.mine
    run tongbao new hidden
    expect_status 3
    [ "$before" = "$(find mine region | sort)" ]
    [ "$(ls -A hidden)" = .mine ]
}

@test "new: the commands it names can be pasted, whatever the folder is called" {
    name="我的 'A' 区"
    tongbao new "$name" >steps
    line=$(grep ' check ' steps)
    run bash -c "$line"
    expect_status 0
    expect_output '核查通过'
}

@test "new: wrong usage is status 3" {
    run tongbao new
    expect_status 3
    expect_output --help
    run tongbao new mine --period 2019Q3
    expect_status 3
    expect_output --period
    [ ! -e mine ]
}

@test "4: a parent that is missing or is not ours; nothing is left" {
    run tongbao new missing/mine
    expect_status 4
    expect_output missing
    if [ "$(id -u)" -eq 0 ]; then
        nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
        "${nobody[@]}" test -x "$TONGBAO" || skip "the program is out of reach for an ordinary user"
    fi
    closed=$(mktemp -d) && chmod 755 "$closed" && mkdir "$closed/empty"
    [ "$(id -u)" -eq 0 ] || chmod 555 "$closed" "$closed/empty"
    for place in mine empty; do
        run "${nobody[@]}" "$TONGBAO" new "$closed/$place"
        expect_status 4
        expect_output "$closed/$place"
    done
    [ "$(cd "$closed" && find . | sort | tr '\n' ' ')" = '. ./empty ' ]
    chmod 755 "$closed" && rm -r "$closed"
}

@test "4: a full disk leaves nothing behind" {
    inner='mount -t tmpfs -o size=16k none disk || exit 99
        "$0" new disk/mine; echo "new: $?"
        ls -A disk'
    mkdir disk
    run unshare --mount bash -c "$inner" "$TONGBAO"
    if [ "$status" -ne 0 ]; then
        run unshare --map-root-user --mount bash -c "$inner" "$TONGBAO"
    fi
    [ "$status" -eq 0 ] || skip "no small disk can be mounted here"
    expect_output 磁盘
    [ "$(tail -n 1 <<<"$output")" = 'new: 4' ] # ls found nothing
}

@test "--template: copies one of the program's templates, which then is the region's own" {
    run tongbao new region --template area
    expect_status 0
    expect_output region/templates/area.txt
    cmp region/templates/area.txt "$root/templates/area.txt"
    [ "$(find region/templates -type f | wc -l)" -eq 1 ]
    sed -i 's/^标题：.*/标题：自己的标题/' region/templates/area.txt
    run tongbao preview region --area 甲县
    expect_output 自己的标题
}

@test "--template: what is there already stays; unknown names and folders are status 3" {
    mkdir region/templates
    echo 标题：改过的 >region/templates/region.txt
    run tongbao new region --template region
    expect_status 3
    expect_output region/templates/region.txt
    [ "$(cat region/templates/region.txt)" = 标题：改过的 ]
    run tongbao new region --template regoin
    expect_status 3
    expect_output regoin
    run tongbao new nowhere --template area
    expect_status 3
    expect_output nowhere
    [ ! -e nowhere ]
}
