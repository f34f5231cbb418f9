#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What lies in a region folder and is no table, or can't be read: a fault is never an absence.
load helper

# Whoever may read nothing that is closed; root may read all.
as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    else
        "$@"
    fi
}

# refused STATUS WORD…: check and run both end so and say the words; nothing is published.
refused() {
    local wanted=$1 words=("${@:2}")
    for command in check run; do
        run timeout 20 "$TONGBAO" "$command" region $([ $command = run ] && echo --output out)
        expect_status "$wanted" || return 1
        for word in "${words[@]}"; do expect_output "$word" || return 1; done
    done
    [ ! -e out ]
}

@test "foreign: a pipe, a device, a dangling link and a folder in data/ are named, not waited for" {
    mkfifo region/data/x.csv
    refused 2 data/x.csv 不是普通文件
    rm region/data/x.csv
    ln -s /dev/zero region/data/x.csv
    refused 2 data/x.csv 不是普通文件
    ln -sf nowhere region/data/x.csv
    refused 2 data/x.csv 这个链接指向的文件不在
    rm region/data/x.csv
    mkdir region/data/x.csv
    refused 2 data/x.csv 这是文件夹
    rmdir region/data/x.csv
    mkdir region/text
    mkfifo region/text/要求.txt
    refused 2 text/要求.txt 不是普通文件
}

@test "foreign: a folder that can't be opened is status 4 with its name, never an empty one" {
    mkdir region/text region/templates region/data/上报
    echo 各县要努力。 >region/text/要求.txt
    chmod -R a+rX .
    for folder in text templates data data/上报; do
        chmod 000 "region/$folder"
        run as_nobody "$TONGBAO" check region
        chmod 755 "region/$folder"
        expect_status 4 || return 1
        expect_output "$folder/: 错误：文件夹打不开"
    done
    chmod 711 region # its files can be opened, but nobody can see which there are
    run as_nobody "$TONGBAO" check region
    chmod 755 region
    expect_status 4
    expect_output 文件夹打不开
    chmod 000 region/data/a.csv
    run as_nobody "$TONGBAO" check region --keep-going
    chmod 644 region/data/a.csv
    expect_status 4
    expect_output 'data/a.csv: 错误：文件打不开'
}

@test "foreign: a file where a folder should be" {
    rm -r region/data
    echo x >region/data
    refused 2 'data/: 错误：这里应当是文件夹'
}

@test "foreign: names in GBK or with control characters are told as they were meant, and never sent to the terminal" {
    touch "region/data/$(printf '一季度' | iconv -t GBK).csv"
    refused 2 data/一季度.csv '文件名不是 UTF-8'
    rm "region/data/$(printf '一季度' | iconv -t GBK).csv"
    touch "$(printf 'region/data/x\ny\033[31m.csv')"
    refused 2 控制字符
    [[ $output != *$'\033'* ]]
    rm region/data/x*
    touch "$(printf 'region/\xff\xfe.csv')"
    refused 2 '\xFF\xFE.csv'
}

@test "foreign: a value in GBK in a UTF-8 file is refused where it stands" {
    printf 'contact,\xca\xbe\xc0\xfd\n' >>region/settings.csv
    sed -i 's/,value/,值/' region/settings.csv
    refused 2 'settings.csv:5: 第2列: 错误：这里有不属于 UTF-8 编码的字节'
    [[ $output != *绀* ]]
    mkdir region/text
    sed -i '$d' region/settings.csv
    printf '各县要对照年度目标' | head -c 26 >region/text/要求.txt
    refused 2 'text/要求.txt:1: 第9字'
}

@test "foreign: bytes of no encoding cost no time and few lines" {
    mkdir region/text
    { echo 说明：以下是说明; for _ in $(seq 3000); do printf '各县市要抓好落实\xff各县市要抓好落实\n'; done; } >region/text/要求.txt
    refused 2 '从这一行起还有 2990 行'
    [ "$(grep -c 要求.txt <<<"$output")" -eq 11 ]
    { echo '%PDF-1.4'; head -c 500000 /dev/urandom; } >region/text/要求.txt
    refused 2 'text/要求.txt: 错误：这个文件不是文本'
    [ "$(grep -c 要求.txt <<<"$output")" -eq 1 ]
}

@test "foreign: limits of size, digits and areas, each with its sentence" {
    head -c 1048577 /dev/zero | tr '\0' 'x' >region/wide
    mkdir region/text && mv region/wide region/text/要求.txt
    refused 2 'text/要求.txt: 错误：文件超过 1 MB'
    rm -r region/text
    truncate -s 268435457 region/data/b.csv
    refused 2 'data/b.csv: 错误：文件超过 256 MB'
    rm region/data/b.csv
    cp region/data/a.csv a.csv
    echo "2019Q3,R,INV,$(printf '9%.0s' $(seq 40))," >>region/data/a.csv
    run tongbao check region
    expect_no_output '超过 40 位'
    cp a.csv region/data/a.csv
    echo "2019Q3,R,INV,$(printf '9%.0s' $(seq 41))," >>region/data/a.csv
    refused 2 'value: 错误：这个数的位数超过 40 位'
    cp a.csv region/data/a.csv
    sed -i "s/yoy,>=,10,/yoy,>=,$(printf '9%.0s' $(seq 41)),/" region/targets.csv
    refused 2 'targets.csv:2: value'
}
