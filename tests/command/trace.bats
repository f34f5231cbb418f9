#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tongbao trace: a figure down to its cells, and where a printed figure comes from. The arithmetic stands in the trees.
load helper

trace() { run tongbao trace region --period 2019Q3 "$@"; }

# has LINE…: each is a whole line of the output
has() {
    local line
    for line in "$@"; do
        grep -qxF -- "$line" <<<"$output" || { printf 'no line "%s" in:\n%s\n' "$line" "$output"; return 1; }
    done
}

# ledger_region: units that are converted, a county that did not report, a reported growth beside its levels, years for
# an average, a ratio of 万元 and 亿元, targets with a pace
ledger_region() {
    mkdir -p region2/data
    cat >region2/settings.csv <<'CSV'
key,value
region,测试州
issuer,测试州统计局
issue_date,2019-10-18
CSV
    cat >region2/areas.csv <<'CSV'
code,name,parent
R,测试州,
A,甲县,R
B,乙县,R
CSV
    cat >region2/indicators.csv <<'CSV'
id,name,unit,kind,basis,decimals,numerator,denominator
CZ,产值,亿元,flow,,2,,
LR,利润,万元,flow,,0,,
LV,利润率,%,ratio,,2,LR,CZ
YD,用电量,亿千瓦时,flow,single,2,,
HS,户数,户,stock,,0,,
CSV
    cat >region2/targets.csv <<'CSV'
area,indicator,measure,op,value,from,to,source,clause,owner
A,CZ,,>=,400,2019,2019,州政发〔2019〕3号,第二条,县发改局
A,CZ,cagr,>=,5,2018,2019,规划纲要,,
*,HS,,>=,12,2019,2019,,,
CSV
    printf '地区,产值（万元）,利润（万元）,户数（户）\n甲县,"3,000,000",60000,—\n乙县,500000.5,,10\n' |
        iconv -f UTF-8 -t GB18030 >'region2/data/2019年前三季度.csv'
    cat >region2/data/b.csv <<'CSV'
period,area,indicator,value,yoy
2018Q3,A,CZ,250,
2017Q3,A,CZ,192,
2018Q3,B,CZ,40,
2019Q3,B,CZ,,8.5
2018Q3,A,LR,-5,
2019Q1,A,YD,1.5,
2019Q2,A,YD,2,
2019Q3,A,YD,2.25,
CSV
}

trace2() { run tongbao trace region2 --period 2019Q3 "$@"; }

@test "a level: the cell with its line, column, text and encoding" {
    trace --area 甲县 --indicator 工业投资
    expect_status 0
    has '印出    336.00亿元' '精确值  336' '甲县 2019年前三季度 工业投资 总量：336.00亿元，上报' \
        '└ data/a.csv 第 32 行第 4 列（value）：“336”，读作 336亿元；UTF-8 编码'
    # the row itself
    [ "$(sed -n 32p region/data/a.csv)" = 2019Q3,A,INV,336, ]
    expect_no_output 算式
}

@test "a computed growth: (336-300)/300*100, both cells below it, and the verdict with its target's row" {
    trace --area A --indicator INV --measure 增速
    expect_status 0
    [ "$output" = '印出    12.0%
精确值  12
算式    (336-300)/300*100

甲县 2019年前三季度 工业投资 增速：12.0%，计算 (336-300)/300*100
├ 甲县 2019年前三季度 总量：336.00亿元，上报
│ └ data/a.csv 第 32 行第 4 列（value）：“336”，读作 336亿元；UTF-8 编码
└ 甲县 2018年前三季度 总量：300.00亿元，上报
  └ data/a.csv 第 12 行第 4 列（value）：“300”，读作 300亿元；UTF-8 编码

判定（增速）：达到目标
├ 目标：>= 10%
│ └ targets.csv 第 2 行：“*,INV,yoy,>=,10,2019,2019,测试〔2019〕1号”；依据 测试〔2019〕1号
├ 实际：12%
├ 差距：12-10 = 2个百分点
├ 还需完成：104亿元
├ 今后月均需完成：34.67亿元
├ 前期月均完成：37.33亿元
└ 今后需增长：4%' ]
    # 400*1.1-336 = 104; /3 = 34.666…, up; 336/9 = 37.333…; 104/(400-300) = 1.04
}

@test "a share: the whole region below it, and what stands above not again" {
    trace --area A --indicator INV --measure share
    expect_status 0
    # 336/682 = 0.49266862170087976…
    has '精确值  49.2668621701…' '└ 测试州 2019年前三季度 总量：682.00亿元，下级加总 336+346' \
        '  ├ 甲县 2019年前三季度 总量：336.00亿元，见上' '  └ 乙县 2019年前三季度 总量：346.00亿元，上报'
}

@test "a unit that was converted: the text as it stands, unit, factor, encoding" {
    ledger_region
    trace2 --area A --indicator 产值
    expect_status 0
    # 3,000,000 万元 = 300 亿元
    has '└ data/2019年前三季度.csv 第 2 行第 2 列（产值（万元））：“3,000,000”，读作 300亿元（单位万元，×0.0001）；GB18030 编码'
}

@test "a ratio of 万元 and 亿元: the formula says the scale, and gives the figure" {
    ledger_region
    trace2 --area A --indicator LV
    expect_status 0
    # 60000万元 = 6亿元; 6/300 = 2 %; in the indicators' own units 60000/300*0.01
    has '算式    60000/300*0.01' '印出    2.00%' '甲县 2019年前三季度 利润率 数值：2.00%，计算 60000/300*0.01' \
        '├ 甲县 2019年前三季度 利润 总量：60000万元，上报' '└ 甲县 2019年前三季度 产值 总量：300.00亿元，上报'
    run tongbao run region2 --period 2019Q3 --output out --only csv
    grep -q '^2019Q3,A,LV,value,2,2.00,,computed,.*,60000/300\*0.01$' out/data/measures.csv
}

@test "a reported growth stands, and what the levels say is beside it" {
    ledger_region
    trace2 --area B --indicator CZ --measure yoy
    expect_status 0
    # 50.00005/40 = 1.25000125
    has '印出    8.5%' '├ data/b.csv 第 5 行第 5 列（yoy）：“8.5”，读作 8.5%；UTF-8 编码' \
        '└ 对照：按总量计算是 25.000125（(50.00005-40)/40*100），采用的是上报数'
    expect_no_output 算式
}

@test "a sum with a county missing: what there is, and who lacks" {
    ledger_region
    trace2 --area R --indicator LR
    expect_status 0
    has '印出    60000万元' '测试州 2019年前三季度 利润 总量：60000万元，下级加总 60000；有下级未报，合计不全' \
        '└ 乙县 2019年前三季度 总量：—，未报' '  └ data/2019年前三季度.csv 第 3 行第 3 列（利润（万元））：“”，读作未报；GB18030 编码'
    # a dash as it stands
    trace2 --area A --indicator HS
    has '└ data/2019年前三季度.csv 第 2 行第 4 列（户数（户））：“—”，读作未报；GB18030 编码'
    expect_output '判定（总量）：未报，暂不评价'
    # no table has it
    trace2 --area B --indicator YD
    has '印出    —'
    expect_output 没有一张表有这个数
}

@test "no growth over a loss, and why" {
    ledger_region
    trace2 --area A --indicator LR --measure yoy
    expect_status 0
    has '印出    扭亏为盈' '甲县 2019年前三季度 利润 增速：扭亏为盈，基数是负数，本期不是，不算增速' \
        '└ 甲县 2018年前三季度 总量：-5万元，上报'
}

@test "basis single: the quarters added up" {
    ledger_region
    trace2 --area A --indicator YD
    expect_status 0
    # 2.25+2+1.5
    has '精确值  5.75' '甲县 2019年前三季度 用电量 总量：5.75亿千瓦时，计算 2.25+2+1.5' \
        '├ 甲县 2019年二季度 当期：2.00亿千瓦时，上报' '└ 甲县 2019年一季度 当期：1.50亿千瓦时，上报'
}

@test "growth over years: from the levels at both ends where no rate is reported" {
    ledger_region
    trace2 --area A --indicator CZ --measure cagr
    expect_status 0
    # sqrt(300/192 = 1.5625) = 1.25
    has '印出    25.0%' '精确值  25' '算式    ((300/192)^(1/2)-1)*100' '└ 甲县 2017年前三季度 总量：192.00亿元，上报' \
        '判定（年均增速）：达到规划目标'
}

@test "a verdict with a pace: due, progress, clause and owner" {
    ledger_region
    trace2 --area A --indicator CZ --measure value
    expect_status 0
    # 400*75/100 = 300: just on pace; 100 to do in 3 months
    has '判定（总量）：达到序时进度' '├ 目标：>= 400亿元' \
        '│ └ targets.csv 第 2 行：“A,CZ,,>=,400,2019,2019,州政发〔2019〕3号,第二条,县发改局”；依据 州政发〔2019〕3号；条款 第二条；责任单位 县发改局' \
        '├ 差距：300-400 = -100亿元' '├ 完成：300/400*100 = 75.0%' '├ 序时进度：75.0%（按过去的月数）' \
        '├ 应完成：400*75/100 = 300，舍位为 300' '├ 还需完成：400-300 = 100亿元' '├ 今后月均需完成：33.34亿元' '└ 前期月均完成：33.33亿元'
    expect_no_output 年均增速
    # without --measure all verdicts of the indicator
    trace2 --area A --indicator CZ
    expect_output '判定（年均增速）'
}

@test "a place: by what, of how many, who stands where" {
    trace --area B --indicator VA --measure rank
    expect_status 0
    has '乙县 2019年前三季度 规模以上工业增加值 按数值排位：第 2 位，共 2 个地区有数' '  ├ 第 1 位 甲县 10.3%' '  └ 第 2 位 乙县 7.3%'
    trace --area R --indicator VA --measure rank
    expect_status 3
    expect_output '“测试州”不参加排位'
}

@test "a cell that was refused, under --keep-going" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,1月9日,/' region/data/a.csv
    trace --area A --indicator INV
    expect_status 2
    expect_output 输入有错误
    trace --area A --indicator INV --keep-going
    expect_status 0
    has '└ data/a.csv 第 32 行第 4 列（value）：“1月9日”，没有采用；UTF-8 编码'
}

@test "names: by code, name or alias; what is unknown names the nearest" {
    trace --area 甲県 --indicator INV
    expect_status 3
    trace --area A --indicator 工业投质
    expect_status 3
    expect_output "没有这个指标，最接近的是“工业投资”：'工业投质'"
    trace --area A --indicator INV --measure 增素
    expect_status 3
    expect_output "最接近的是“增速”：'增素'"
    trace --area 测试洲 --indicator INV
    expect_status 3
    expect_output "没有这个地区，最接近的是“测试州”：'测试洲'"
    trace --area R --indicator INV --measure share
    expect_status 3
    expect_output '这一期没有'
    trace --area R --indicator VA --measure share
    expect_status 3
    expect_output '没有“占比”这种数'
    trace --area A --area B --indicator INV
    expect_status 3
    trace --indicator INV
    expect_status 3
    expect_output --area
    trace --area A
    expect_status 3
    expect_output --indicator
}

@test "--figure: one, many, none; with signs, units and separators as a bulletin has them" {
    trace --figure 336.00
    expect_status 0
    [ "$output" = '甲县 工业投资 总量 336.00亿元  tongbao trace region --period 2019Q3 --area A --indicator INV --measure value' ]
    # the command is one that can be called
    run bash -c "$(sed "s|.*  tongbao|$TONGBAO|" <<<"$output")"
    expect_status 0
    expect_output 336
    # 12.0: the growth of A and every growth of the single quarter: 112/100
    trace --figure '增长12.0%'
    expect_status 0
    [ "${#lines[@]}" -eq 4 ]
    trace --figure 12.0 --measure yoy
    [ "${#lines[@]}" -eq 1 ]
    expect_output '--area A --indicator INV --measure yoy'
    # it is the text that is looked for: 336 is not printed
    trace --figure 336
    expect_status 1
    expect_output 没有印成这样的指标数
    trace --figure 县
    expect_status 3
    # what a verdict says: 400*1.1-336
    trace --figure 104.00亿元
    expect_status 0
    expect_output '甲县 工业投资 增速 还需完成 104.00亿元'
    ledger_region
    trace2 --figure '60,000'
    expect_output '甲县 利润 总量 60000万元'
    # aligned though Chinese takes two columns
    trace --figure 12.0
    [ "$(sed 's/tongbao trace.*//' <<<"$output" | "$python" -c 'import sys,unicodedata
print(len({sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line.rstrip(chr(10))) for line in sys.stdin}))')" -eq 1 ]
}

@test "--figure finds a fall by its size and by its sign, no rise by a minus; and a folder with a blank is quoted" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,288,/' region/data/a.csv
    mv region 'my region'
    # 288/300 = -4 %
    run tongbao trace 'my region' --period 2019Q3 --figure 下降4.0% --measure yoy
    expect_status 0
    expect_output "tongbao trace 'my region' --period 2019Q3 --area A --indicator INV --measure yoy"
    run tongbao trace 'my region' --period 2019Q3 --figure -4.0 --measure yoy
    expect_status 0
    run tongbao trace 'my region' --period 2019Q3 --figure -288.00
    expect_status 1
}

@test "in English" {
    ledger_region
    run env LC_ALL=C.UTF-8 LANGUAGE=en "$TONGBAO" trace region2 --period 2019Q3 --area A --indicator 产值
    expect_status 0
    has 'Printed  300.00亿元' 'Exact    300' '甲县 2019年前三季度 产值 value: 300.00亿元, reported' \
        '└ data/2019年前三季度.csv line 2 column 2 (产值（万元）): "3,000,000", read as 300亿元 (unit 万元, ×0.0001); GB18030' \
        'verdict (value): on pace' '├ due: 400*75/100 = 300, rounded down to 300'
}

@test "a target held against the parent, a ceiling, a stretch, a deadline, and a row of no target" {
    cat >region/targets.csv <<'CSV'
area,indicator,measure,op,value,stretch,from,to,source
A,VA,,>=,parent+0.5,,2019,2019,
A,INV,,<=,410.5,,2019,2019,
A,INV,yoy,>=,10,11.5,2019,2019,
B,VA,,>=,8,,,2019Q4,
CSV
    sed -i 's/,2019Q4,$/,-2019Q4,/' region/targets.csv
    trace --area A --indicator VA
    expect_status 0
    # 9.3+0.5 = 9.8; 10.3-9.8 = 0.5
    has '├ 目标：>= 9.8%（上级的同一个数加 0.5）' '└ 差距：10.3-9.8 = 0.5个百分点'
    trace --area A --indicator INV
    # 410.5*0.75 = 307.875, up: 336 is above it
    has '判定（总量）：滞后序时进度' '└ 应完成：410.5*75/100 = 307.875，进位为 307.88' '├ 完成：336/410.5*100 = 81.9%'
    has '判定（增速）：达到力争目标' '├ 目标：>= 10%，力争 11.5%'
    trace --area B --indicator VA
    has '判定（数值，期限 2019Q4）：待完成，暂不评价'
    trace --area R --indicator INV --measure yoy
    has '判定（增速）：没有目标'
}

@test "what steers a terminal is shown by its code" {
    ledger_region
    printf '2018Q2,B,HS,5,\n2018Q2,A,HS,\342\200\256\033[31m5,\n' >>region2/data/b.csv
    run tongbao trace region2 --period 2018Q2 --area A --indicator HS --keep-going
    expect_status 0
    refute grep -q "$(printf '\033')" <<<"$output"
    refute grep -q "$(printf '\342\200\256')" <<<"$output"
    expect_output 没有采用
}
