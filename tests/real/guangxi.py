# SPDX-License-Identifier: MIT
"""Guangxi 2017: thousands separators, 其中 rows, sums that do not add up, a header with a column too few."""
import csv
import os
import shutil
from fractions import Fraction

from region import Result, growth, half_up, write_region

ZONES = ('北部湾经济区', '桂西资源富集区', '西江经济带')  # overlap the cities
# file: indicator, name, decimals
CITIES = {
    'derived_各市工业总产值.csv': ('ZCZ', '工业总产值', 2),
    'derived_各市工业利润总额.csv': ('LR', '工业利润总额', 1),
    'derived_各市工业固定资产投资.csv': ('TZ', '工业固定资产投资', 2),
}
SHORT_HEADER, ROWS = 'derived_各市工业固定资产投资.csv', 18
INDUSTRIES = 'derived_行业利润总额.csv'
PERIOD, BEFORE = '2017-12', '2016-12'

EXPLANATION = """\
广西2017年各市：公布的同比，与按两年公布数计算的，相差多少个百分点（计算 − 公布）
========================================================================

总量以百亿、千亿元计，舍入只能差出百分之几个点，这里的差距是口径变了：规模以上企业名单每年重定，2016年的数核减过，
公布的同比用的是调整后的基数（最后一列由公布同比倒推），当时公布的2016年数没有修订。公布的同比照用，差距超过0.1的
各有一条 scope 警告，不去凑。盈转亏的不算同比。
固定资产投资表没有列在这里：表头四列，数据五列，第四列写的是“2016年累计”，旁边没有表头的第五列却是它的增速，
与全自治区公布的同比也对不上（倒推的基数是6402亿元，表里是4583亿元），可见不是上年数，不能拿来计算。
"""


def rows_of(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.reader(f))


def number(text):
    return Fraction(text.replace(',', ''))


def sources_of(name, indicator):
    """The fourth column is last year's level, but where the header is a column short: see EXPLANATION."""
    fourth = ('skip', '', '') if name == SHORT_HEADER else ('value', indicator, BEFORE)
    return [(name, '#1', 'area', '', '', ''), (name, '#2', 'value', indicator, PERIOD, ''),
            (name, '#3', 'yoy', indicator, PERIOD, ''), (name, '#4', *fourth, '')]


def without_header(tests, program, work, sources):
    """Rows of five cells under a header of four are refused, each of them, until sources.csv says what the fifth is."""
    result = Result(program, work, PERIOD, f'{work}-refused')
    lines = [line for line in result.words.split('\n') if line.startswith(f'data/{SHORT_HEADER}:') and '第5列' in line]
    tests.same('a header with a column too few is refused, line by line', (result.status, len(lines)), (2, ROWS))
    with open(f'{work}/sources.csv', 'w', encoding='utf-8', newline='') as f:
        csv.writer(f).writerows([('file', 'column', 'as', 'indicator', 'period', 'unit'), *sources,
                                 (SHORT_HEADER, '#5', 'skip', '', '', '')])


def check_file(tests, result, rows, indicator, codes, with_before=True):
    """Every cell read, every reported rate standing, and the warnings that the figures themselves call for."""
    read, scope = 0, set()
    for row in rows:
        code = codes[row[0]]
        now, reported, before = number(row[1]), number(row[2]), number(row[3]) if with_before else None
        read += result.value(code, indicator) == now and result.value(code, indicator, 'yoy') == reported
        computed = growth(now, before)
        if computed is not None and abs(computed - reported) > Fraction(1, 10):
            scope.add(code)
    tests.same(f'{indicator}: rows read', read, len(rows))
    found = {f['area'] for f in result.findings('scope', 'warning') if f['indicator'] == indicator}
    tests.same(f'{indicator}: warnings of a changed scope', sorted(found), sorted(scope))


def check_total(tests, result, rows, indicator, decimals, codes, total, left_out):
    parts = [number(row[1]) for row in rows if codes[row[0]] != total and row[0] not in left_out]
    given = next(number(row[1]) for row in rows if codes[row[0]] == total)
    room = Fraction(1, 2) / 10 ** decimals * len(parts)
    found = {f['area'] for f in result.audit
             if f['rule'] in ('total-differs', 'sum-transposed') and f['indicator'] == indicator}
    tests.same(f'{indicator}: {float(given)} given, {float(sum(parts))} summed', total in found,
               abs(given - sum(parts)) > room)


def gaps_of(rows):
    """Lines of the report: published and computed growth and the base that the published one implies."""
    for row in rows:
        now, published, before = map(number, row[1:4])
        computed = growth(now, before)
        implied = now / (1 + published / 100) if now > 0 and published > -100 else None
        yield '\t'.join([row[0], row[1], row[3], row[2], half_up(computed, 1) if computed is not None else '—',
                         half_up(computed - published, 1) if computed is not None else '—',
                         half_up(implied, 1) if implied is not None else '—'])


def write_report(path, tables):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(EXPLANATION)
        for name, rows in tables.items():
            if name == SHORT_HEADER:
                continue
            out.write(f'\n{CITIES[name][1]}（亿元）\n\n地区\t2017年\t2016年（当时公布）\t公布同比%\t'
                      '按公布数计算%\t相差\t公布同比隐含的2016年基数\n')
            out.write('\n'.join(gaps_of(rows)) + '\n')


def cities(tests, program, data, work, report):
    tables = {name: rows_of(os.path.join(data, name))[1:] for name in CITIES}
    order = [row[0] for row in tables['derived_各市工业利润总额.csv']]
    codes = {name: f'G{n:02}' for n, name in enumerate(order)}
    areas = [(codes[name], name, '', '' if name == '全自治区' else 'G00', 'no' if name in ZONES else '')
             for name in order]
    sources = [line for name, (indicator, _, _) in CITIES.items() for line in sources_of(name, indicator)]
    write_region(work, '广西', areas, [(i, name, '', '亿元', 'flow', str(d)) for i, name, d in CITIES.values()],
                 sources)
    for name in CITIES:
        shutil.copy(os.path.join(data, name), f'{work}/data/')
    write_report(report, tables)
    print(f'report: {report}')
    without_header(tests, program, work, sources)
    result = Result(program, work, PERIOD, f'{work}-out')
    tests.true('cities: published with warnings', result.status == 1, result.words)
    if result.status > 1:
        return
    for name, (indicator, _, decimals) in CITIES.items():
        check_file(tests, result, tables[name], indicator, codes, name != SHORT_HEADER)
        check_total(tests, result, tables[name], indicator, decimals, codes, 'G00', ZONES)
    tests.true('the profit that turned into a loss keeps its published rate',
               result.value(codes['来宾市'], 'LR', 'yoy') == Fraction('-129.7'))


def industries(tests, program, data, work):
    """Industries as areas: 其中 rows hang below the industry above them, the subtotal is left out of the sum."""
    rows = rows_of(os.path.join(data, INDUSTRIES))[1:]
    codes = {row[0]: f'H{n:02}' for n, row in enumerate(rows)}
    areas, above = [], ''
    for name, code in codes.items():
        of_which, total = name.startswith('其中'), name == '共计'
        parent = codes[above] if of_which else '' if total else codes['共计']
        areas.append((code, name.replace('其中:', ''), name if of_which else '', parent,
                      'no' if name == '七个重点产业合计' else ''))
        above = above if of_which else name
    write_region(work, '广西', areas, [('LR', '利润总额', '', '亿元', 'flow', '1')], sources_of(INDUSTRIES, 'LR'))
    shutil.copy(os.path.join(data, INDUSTRIES), f'{work}/data/')
    result = Result(program, work, PERIOD, f'{work}-out')
    tests.true('industries: published with warnings', result.status == 1, result.words)
    if result.status > 1:
        return
    check_file(tests, result, rows, 'LR', codes)
    parts = [name for name in codes if name.startswith('其中')]
    check_total(tests, result, rows, 'LR', 1, codes, codes['共计'], ['七个重点产业合计'] + parts)


def run(tests, program, data, work, report):
    data = os.path.join(data, 'guangxi2017')
    cities(tests, program, data, f'{work}/cities', report)
    industries(tests, program, data, f'{work}/industries')
