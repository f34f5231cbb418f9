#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The one-page brief, 领导摘要: its figures and words, worked out by hand from the tables of input/xiangxi, and what the
# settings make of it.
load helper

# brief [OPTION…]: its text on one line a row, blanks squeezed
brief() { tongbao preview "$root/input/xiangxi" --period 2019Q3 --document brief "$@" 2>/dev/null | sed -E 's/[ 　]+/ /g; s/^ //; s/ $//'; }

@test "brief: cards say figure, target, gap and course" {
    brief >text
    # 9.6 against 10; 9.3 against 10; 22.71 against 20.60 is 10.2 against 15; 79.46 of 100 is 79.5, 4.5 before 75.0
    grep -qx '9.6% 目标10% 9.3% 目标10% 10.2% 目标15% 79.46亿元 目标100' text
    grep -qx '▲低0.4个百分点 ▲低0.7个百分点 ▲低4.8个百分点 ●快于序时4.5个百分点' text
    grep -q '2018年一季度起各期累计：7.3、7.4、7.6、7.8、9.2、9.3、9.6 ' text
    # single quarters of 园区投资: 79.46 less the half-year's 48.73 is 30.73
    grep -q '2018年一季度起各季当季：16.24、24.36、24.35、23.64、18.76、29.97、30.73' text
}

@test "brief: the matrix is the gaps with the verdicts' signs, the most behind first" {
    brief >text
    # 花垣县: 5.1−10, −5.2−11, 1.9−15; lower is better: 1.4 against −2 is 3.4 worse; 5.36 of 8 is 67.0, 4.6 of 7 is 65.7,
    # 2984 of 4355 is 68.5; 1 of 3 where 2 are due
    grep -qx '花垣县 8 ▲-4.9 ▲-16.2 ▲-13.1 ▲-3.4 ▲-8.0 ▲-9.3 ▲-6.5 ▲-1 ●0 ●0' text
    # no figure in; nothing due yet of one
    grep -qx '古丈县 6 ▲-1.1 ▲-4.8 ▲-10.1 ●0.0 ▲-6.8 ●+3.0 未报 ▲-1 ○ ▲-1' text
    # a sum without 古丈县 is not judged, and says so
    grep -qx '全州 5 ▲-0.4 ▲-0.7 ▲-4.8 ●+1.1 ●+4.5 ●+3.8 合计不全 ●0 ▲-1 ●+1' text
    grep -q '研发经费投入合计不含未报的古丈县，不作评价' text
    [ "$(sed -n '/^地区 /,/^=/p' text | grep -o '^[^ ]*[县市区] ' | tr -d '\n')" = \
        '地区 花垣县 古丈县 凤凰县 龙山县 吉首市 泸溪县 保靖县 永顺县 湘西经开区 ' ]
    grep -q '全州另有11项目标，其中低于目标或滞后序时1项' text
}

@test "brief: the widest gaps by severity, with since when and what is needed" {
    brief >text
    # 18.2/115, 16.2/111; 4.6 of 5.25 due lacks 0.65
    grep -qx -- '-18.2个百分点，欠幅15.8% -16.2个百分点，欠幅14.6% -9.3个百分点，欠幅12.4%' text
    grep -q '^下降3.2%，目标增长15%；连续3个季度低于目标；第四季度需2.81亿元，上年同期1.75，单季最多1.75。' text
    grep -q '完成65.7%，应完成75.0%；连续3个季度滞后序时；第四季度需2.4万平方米，上年同期1.9，单季最多2.2。$' text
}

@test "brief: what the rest must bring, and whether it can" {
    brief >text
    # 28.96×1.15 less 22.71; 28.96 less 20.60; 26.8 is 16.6 points more than 10.2: beyond 5
    grep -qx '难度较大 技改投资 15% 10.2% 10.60 8.36 8.99 需增长26.8%，现10.2%' text
    # 30.7 of three months is 10.24, 69.3 of nine 7.70: 1.3 times as printed; 11.7 is 2.4 more than 9.3
    grep -qx '需加力 工业投资总量 力争100亿元 69.30 30.70 25.61 27.59 月均为前9个月的1.3倍' text
    grep -qx '需加力 工业投资增速 10% 9.3% 28.59 25.61 27.59 需增长11.7%，现9.3%' text
    # counts and levels by the past: 9 is more than 8, not than 9; 8 is less than 13
    grep -qx '需加力 智能制造项目 30个 21 9 8 9 不超过单期最多' text
    grep -qx '需加力 储备工业用地 3000亩 2918 82 51 124 不超过单期最多' text
    grep -qx '可望完成 新增规模工业企业 30个 22 8 13 13 不超过上年同期' text
    grep -qx '可望完成 园区投资 100亿元 79.46 20.54 23.64 30.73 月均为前9个月的0.8倍' text
    grep -qx '不测算 规模以上工业增加值 10% 9.6% 只有增速；今年各期9.2、9.3、9.6' text
    grep -qx '不测算 研发经费投入 29300万元 22035\* 合计不全' text
    # in the order of the bands
    [ "$(grep -oE '^(难度较大|需加力|可望完成|不测算) ' text | uniq | tr -d '\n')" = '难度较大 需加力 可望完成 不测算 ' ]
    grep -qx '全州21项目标达到12项，技改投资全年目标难度较大；' text
    grep -qx '花垣县10项中8项、古丈县10项中6项低于目标或滞后序时' text
}

@test "brief: when the year is over it says what was reached" {
    tongbao preview "$root/input/xiangxi" --period 2019Q4 --document brief 2>/dev/null | sed -E 's/[ 　]+/ /g; s/^ //' >text
    grep -qx '二、三个最大差距' text
    grep -qx '三、全年目标完成情况' text
    # 98.08 of 100; 11.5 of 15
    grep -qx '未完成 工业投资（总量） 力争100亿元 98.08 -1.92亿元' text
    grep -qx '未完成 技改投资 15% 11.5% -3.5个百分点' text
    grep -qx '完成 园区投资 100亿元 105.40 +5.40亿元' text
    refute grep -q 可望完成 text
}

@test "brief: its settings: none, the order of the file, what leads, where the lines are" {
    cp -r "$root/input/xiangxi" mine
    echo brief,no >>mine/settings.csv
    run tongbao run mine --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ ! -e out/brief-2019年前三季度.txt ]
    sed -i 's/^brief,no/brief,yes/' mine/settings.csv
    printf 'brief_order,文件\n牵头指标,新增规模工业企业;YQTZ\nhard_points,17\n' >>mine/settings.csv
    run tongbao run mine --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    sed -E 's/[ 　]+/ /g; s/^ //' out/brief-2019年前三季度.txt >text
    [ "$(grep -n '^新增规模工业企业 园区投资 ' text | cut -d: -f1)" -lt 12 ]
    [ "$(sed -n '/^地区 /,/^=/p' text | grep -o '^[^ ]*[县市区] ' | tr -d '\n')" = \
        '地区 吉首市 泸溪县 凤凰县 古丈县 花垣县 保靖县 永顺县 龙山县 湘西经开区 ' ]
    # 16.6 points more are not beyond 17 now
    grep -qx '需加力 技改投资 15% 10.2% 10.60 8.36 8.99 需增长26.8%，现10.2%' text
}

@test "brief: none where nobody has set a target" {
    printf 'area,indicator,measure,op,value,from,to,source\n' >region/targets.csv
    run tongbao run region --period 2019Q3 --output out --only txt
    [ "$status" -le 1 ]
    [ ! -e out/brief-2019年前三季度.txt ]
}

@test "brief: a template of the region's own; its blocks stand in a bulletin and a workbook too" {
    cp -r "$root/input/xiangxi" mine
    mkdir mine/templates
    printf '标题：摘要 {{时期}}\n提要：一句话\n\n{{指标卡(2)}}\n\n{{目标矩阵}}\n' >mine/templates/brief.txt
    printf '标题：{{时期}}通报\n\n{{指标卡}}\n\n{{目标矩阵}}\n\n{{全年预判表}}\n' >mine/templates/region.txt
    printf '标题：簿\n\n工作表：摘要\n\n{{指标卡}}\n\n{{目标矩阵}}\n\n{{全年预判表}}\n' >mine/templates/region-book.txt
    run tongbao run mine --period 2019Q3 --output out --only pdf,xlsx,rtf,txt
    [ "$status" -le 1 ]
    grep -qx 一句话 out/brief-2019年前三季度.txt
    refute grep -q 三个最大差距 out/brief-2019年前三季度.txt
    pdftotext -layout out/region-2019年前三季度.pdf - | grep -q 难度较大
    unzip -p out/region-2019年前三季度.xlsx xl/sharedStrings.xml | grep -q '▲低0.4个百分点'
    # a gap is a number there, its sign and mark a format
    unzip -p out/region-2019年前三季度.xlsx xl/styles.xml | grep -q '▲'
}
