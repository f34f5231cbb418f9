# SPDX-License-Identifier: MIT
"""The bureau's real-estate files, province by province: 累计同比 from the levels against the published 累计增长."""
import csv
import glob
import os
import shutil
from fractions import Fraction

from region import Result, growth, half_up, write_region

# Row labels in the files, by indicator: level, published growth.
INDICATORS = {
    'FDC': ('房地产投资', '房地产投资累计值(亿元)', '房地产投资累计增长(%)'),
    'ZZ': ('房地产住宅投资', '房地产住宅投资累计值(亿元)', '房地产住宅投资累计增长(%)'),
}
PERIODS = [f'{year}-{month:02}' for year in (2018, 2019) for month in range(2, 13)]

HALF_CENT = Fraction(5, 1000)  # levels are published in 亿元 with two decimals
HALF_TENTH = Fraction(5, 100)  # growths in % with one

EXPLANATION = """\
按公布的累计值计算的同比，与公布的累计增长，相差多少个百分点（计算 − 公布）
======================================================================

{pairs}对，相差超过0.1个百分点的{wide}对；其中{rounding}对光凭舍入就能解释，{other}对不能。

· 累计值以亿元计、保留两位小数，增长保留一位小数。上年基数越小，一分钱的舍入放得越大：上年0.11亿元的，
  基数在0.105与0.115之间都印成0.11，增长就可以差出几十个百分点。“可解释”指在两年的累计值和增长各自的舍入范围内，
  存在一组数使两者完全相符。
· 舍入解释不了的，是口径或基数变了：公布的增长用的是按今年统计范围调整过的上年基数（新增、退出的项目和单位，
  执法检查，普查核减），而去年公布的累计值没有随之修订。这样的差距不去凑。
· 两种情形程序都一样办：公布的增速照用；相差超过0.1的，核查里各有一条 scope 警告，通报不印上年同期数。
· 1月没有数，2月即1—2月累计。
"""


def read_files(folder):
    """{province: (file, {label: {period: Fraction or None}})}, by plain reading of the published layout."""
    provinces = {}
    for path in sorted(glob.glob(os.path.join(folder, '*.csv'))):
        with open(path, encoding='utf-8-sig', newline='') as f:
            rows = list(csv.reader(f))
        name = rows[1][0].removeprefix('地区：')
        periods = [f'{cell[:4]}-{int(cell[5:-1]):02}' for cell in rows[3][1:]]
        provinces[name] = path, {row[0]: {p: Fraction(c) if c else None for p, c in zip(periods, row[1:])}
                                 for row in rows[4:] if len(row) > 1 and row[1:] != [''] * (len(row) - 1)}
    return provinces


def make_region(folder, provinces, with_growth):
    """With the files as they came; or, for the computed growth, without their 累计增长 rows."""
    areas = [('CN', '全国', '', '', '')] + [(f'P{n:02}', name, '', 'CN', '') for n, name in enumerate(provinces, 1)]
    write_region(folder, '全国', areas, [(code, name, '', '亿元', 'flow', '2')
                                         for code, (name, _, _) in INDICATORS.items()])
    for path, _ in provinces.values():
        target = os.path.join(folder, 'data', os.path.basename(path))
        if with_growth:
            shutil.copy(path, target)
        else:
            with open(path, encoding='utf-8-sig') as source, open(target, 'w', encoding='utf-8-sig') as out:
                out.writelines(line for line in source if '累计增长' not in line)
    return {name: f'P{n:02}' for n, name in enumerate(provinces, 1)}


def year_before(period):
    return f'{int(period[:4]) - 1}{period[4:]}'


def check_period(tests, period, provinces, codes, as_published, from_levels):
    """Everything that must hold at one period; returns the gaps: {(province, indicator): (computed, published)}."""
    read = stands = computes = 0
    expected = {'read': 0, 'stands': 0, 'computes': 0}
    gaps, warned = {}, set()
    for name, (_, rows) in provinces.items():
        for code, (_, level, rate) in INDICATORS.items():
            now, before = rows[level].get(period), rows[level].get(year_before(period))
            published, computed = rows[rate].get(period), growth(now, before)
            area = codes[name]
            expected['read'] += 1
            read += as_published.value(area, code) == now
            if published is not None:
                expected['stands'] += 1
                stands += as_published.value(area, code, 'yoy') == published
            if computed is not None:
                expected['computes'] += 1
                computes += from_levels.text(area, code, 'yoy') == half_up(computed, 1)
            if published is not None and computed is not None:
                gaps[name, code] = computed, published
                if abs(computed - published) > Fraction(1, 10):
                    warned.add((area, code))
    tests.same(f'{period}: levels read as they stand in the files', read, expected['read'])
    tests.same(f'{period}: published growths stand', stands, expected['stands'])
    tests.same(f'{period}: growths computed from the levels', computes, expected['computes'])
    found = {(row['area'], row['indicator']) for row in as_published.findings('scope', 'warning')
             if row['period'] == period}
    tests.same(f'{period}: warnings of a changed scope', sorted(found), sorted(warned))
    return gaps


def rounding_explains(levels, published):
    """Whether unrounded levels and an unrounded growth exist that all print as published."""
    now, before = levels
    if before <= HALF_CENT:
        return True
    lowest = (now - HALF_CENT) / (before + HALF_CENT) * 100 - 100
    highest = (now + HALF_CENT) / (before - HALF_CENT) * 100 - 100
    return lowest <= published + HALF_TENTH and highest >= published - HALF_TENTH


def gap_line(province, gaps, levels):
    """One line of the report: how many periods, how far, where farthest, how it stands at the end."""
    if not gaps:
        return f'{province}\t0'
    far = max(gaps, key=lambda p: abs(gaps[p][0] - gaps[p][1]))
    near = sum(abs(c - p) <= HALF_TENTH for c, p in gaps.values())
    wide = [p for p, (computed, published) in gaps.items() if abs(computed - published) > Fraction(1, 10)]
    other = sum(not rounding_explains(levels(p), gaps[p][1]) for p in wide)
    cells = [province, len(gaps), near, len(wide), other, far, half_up(gaps[far][0] - gaps[far][1], 2)]
    cells += [half_up(x, 1) for x in gaps[far]] + [f'{float(x):.2f}' for x in levels(far)]
    return '\t'.join(map(str, cells))


def write_report(path, all_gaps, provinces):
    pairs = wide = rounding = 0
    lines = []
    for code, (name, level, _) in INDICATORS.items():
        lines += ['', name, '', '地区\t期数\t相差0.05以内\t相差0.1以上\t其中舍入不能解释\t相差最大的一期\t相差\t计算\t公布\t'
                  '累计值\t上年累计值']
        for province, (_, rows) in provinces.items():
            def levels(period, row=rows[level]):
                return row[period], row[year_before(period)]
            gaps = {p: g[province, code] for p, g in all_gaps.items() if (province, code) in g}
            lines.append(gap_line(province, gaps, levels))
            pairs += len(gaps)
            far = [p for p, (computed, published) in gaps.items() if abs(computed - published) > Fraction(1, 10)]
            wide += len(far)
            rounding += sum(rounding_explains(levels(p), gaps[p][1]) for p in far)
    with open(path, 'w', encoding='utf-8') as out:
        out.write(EXPLANATION.format(pairs=pairs, wide=wide, rounding=rounding, other=wide - rounding))
        out.write('\n'.join(lines) + '\n')


def run(tests, program, data, work, report):
    provinces = read_files(os.path.join(data, 'nbs_realestate'))
    tests.same('provinces', len(provinces), 31)
    codes = make_region(f'{work}/published', provinces, True)
    make_region(f'{work}/levels', provinces, False)
    all_gaps = {}
    for period in PERIODS:
        results = [Result(program, f'{work}/{which}', period, f'{work}/{which}-out') for which in ('published', 'levels')]
        statuses = [result.status for result in results]
        tests.true(f'{period}: both runs publish', max(statuses) <= 1, results[0].words + results[1].words)
        if max(statuses) <= 1:
            all_gaps[period] = check_period(tests, period, provinces, codes, *results)
    write_report(report, all_gaps, provinces)
    print(f'report: {report}')
