#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Letters of reminder: who gets one, and what is in it. In the small region 乙县 alone is behind, in one target of two:
# growth of 7.3 against 8, as in both quarters before.
load helper

# ruled KEY VALUE…: the settings about letters, then the letters written, as text
ruled() {
    printf '%s,%s\n' "$@" >>region/settings.csv
    run tongbao run region --period 2019Q3 --output out --only txt,csv
    expect_status 0
}

none() { [ ! -e out/letters ] || { find out/letters; return 1; }; }

@test "letters: off is the default, and off means nobody" {
    run tongbao run region --period 2019Q3 --output out --only txt
    expect_status 0
    none
    ruled letters off
    none
}

@test "letters: by rule from two shortfalls that count on; one is enough when the settings say so" {
    ruled letters rule
    none
    ruled letter_min 1
    [ "$(cd out && find letters -type f)" = letters/B-乙县-2019年前三季度.txt ]
}

@test "letters: a short distance does not count until it has lasted long enough" {
    ruled letters rule letter_min 1 letter_repeat 4
    none
    sed -i '/^letter_repeat/d' region/settings.csv
    ruled letter_repeat 3
    [ -e out/letters/B-乙县-2019年前三季度.txt ]
    sed -i '/^letter_repeat/d' region/settings.csv
    ruled letter_repeat 9 letter_gap 0.7
    [ -e out/letters/B-乙县-2019年前三季度.txt ]
    sed -i '/^letter_gap/d' region/settings.csv
    ruled letter_gap 0.8
    none
}

@test "letters: all of those with a shortfall, and no others" {
    ruled letters all
    [ "$(cd out && find letters -type f)" = letters/B-乙县-2019年前三季度.txt ]
}

@test "letters: what one says" {
    sed -i 's/^code,name,parent,group$/code,name,parent,group,recipient,copy_to/; s/^R,.*/R,测试州,,,,/; s/^A,.*/A,甲县,R,,,/
            s/^B,.*/B,乙县,R,,乙县人民政府,乙县统计局/' region/areas.csv
    ruled letters all reply_by 2019-10-25 unit 综合科 phone 0700-1234567
    letter=out/letters/B-乙县-2019年前三季度.txt
    for words in 测试州工业和信息化局 乙县人民政府： 对照测试〔2019〕1号， 你县低于目标或滞后序时的有1项，具体如下。 请于10月25日前书面反馈原因、措施和责任人 \
        综合科 0700-1234567 抄送：乙县统计局 2019年10月18日; do
        grep -q "$words" "$letter" || { echo "no $words"; cat "$letter"; return 1; }
    done
    # 规模以上工业增加值, the target, the figure, the distance, 0.7/1.08 % of it, three quarters in a row
    grep -qE '规模以上工业增加值 +8% +增长7\.3% +低0\.7个百分点 +0\.6 +3' "$letter"
    refute grep -q 工业投资 "$letter"
    refute grep -q 甲县 "$letter"
}

@test "letters: one page each, however much is behind" {
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output out --only pdf
    expect_status 1
    count=0
    for letter in out/letters/*.pdf; do
        pages=$(pdfinfo "$letter" | sed -n 's/^Pages: *//p')
        [ "$pages" -eq 1 ] || { echo "$letter: $pages pages"; return 1; }
        count=$((count + 1))
    done
    # 凤凰、古丈、花垣、龙山 have two shortfalls or more in three quarters running, the others have not
    [ "$count" -eq 4 ]
}

@test "letters: five rows at most, and the whole number of shortfalls" {
    run tongbao preview "$root/input/xiangxi" --period 2019Q3 --area 花垣县 --document letter
    expect_output 你县低于目标或滞后序时的有8项，其中主要的5项提醒如下。
    [ "$(grep -cE '^ [1-9] ' <<<"$output")" -eq 5 ]
}

@test "letters: the clause and the office in charge stand behind a target that has them, else nowhere" {
    ruled letters all
    refute grep -qE '条款|责任单位' out/letters/B-乙县-2019年前三季度.txt
    sed -i 's/^area,.*/&,clause,owner/; s/^\*,VA.*/&,第三条第二款,州统计局/' region/targets.csv
    run tongbao run region --period 2019Q3 --output out --only txt,csv
    grep -qE '连续期数 +条款 +责任单位$' out/letters/B-乙县-2019年前三季度.txt
    grep -qE '低0\.7个百分点 +0\.6 +3 +第三条第二款 +州统计局' out/letters/B-乙县-2019年前三季度.txt
}

@test "letters: a number like the office's, its own to be filled in" {
    ruled letters all doc_number '测办〔2018〕3号'
    # the year is that of the letter's date
    grep -q '测办函〔2019〕　　号' out/letters/B-乙县-2019年前三季度.txt
    sed -i '/^doc_number/d' region/settings.csv
    ruled letter_min 1
    refute grep -q '函〔' out/letters/B-乙县-2019年前三季度.txt
}

@test "letters: an example is no basis, and lines from two documents say which" {
    sed -i '/,VA,/s/测试〔2019〕1号/示例（非下达目标）/' region/targets.csv
    ruled letters all
    letter=out/letters/B-乙县-2019年前三季度.txt
    refute grep -qE '对照|示例' "$letter"
    grep -qE '低0\.7个百分点 +0\.6 +3 +未注明' "$letter"
    # 乙县's investment grows by less than 12 % as well: 0.4 of 112, nearer than 0.7 of 108; but it is the lead indicator
    sed -i '/,VA,/s/示例（非下达目标）/测试〔2019〕2号/; /,INV,/s/>=,10/>=,12/' region/targets.csv
    run tongbao run region --period 2019Q3 --output out --only txt,csv
    grep -q '对照测试〔2019〕1号、测试〔2019〕2号，' "$letter"
    grep -qE '^ 1 +工业投资 .*低0\.4个百分点 +0\.4 .*测试〔2019〕1号$' "$letter"
    grep -qE '^ 2 +规模以上工业增加值 .*低0\.7个百分点 +0\.6 .*测试〔2019〕2号$' "$letter"
}
