# SPDX-License-Identifier: MIT
"""The bureau's exports in GBK: preambles, quoted notes over several lines, empty columns, a table turned round."""
import csv
import os
import shutil
import subprocess
from fractions import Fraction

from region import Result, write_region

# A price index has a unit of its own in its name; what it is compared with stays part of the name.
CPI = '居民消费价格指数(上年同月=100)'
FOOD = '食品烟酒类居民消费价格指数(上年同月=100)'
PERIOD = '2020-02'


def rows_of(path):
    with open(path, encoding='gb18030', newline='') as f:
        return list(csv.reader(f))


def check_command(tests, program, folder, what, files):
    """`check` finds no error, says in which encoding it read each file."""
    run = subprocess.run([program, 'check', folder, '--period', PERIOD], capture_output=True, text=True, check=False)
    tests.true(f'{what}: check finds no error', run.returncode <= 1, run.stdout + run.stderr)
    for name in files:
        about = [line for line in run.stdout.split('\n') if line.startswith(f'data/{name}:')]
        tests.true(f'{what}: {name}: the encoding is reported', any('GB18030' in line for line in about), run.stdout)


def provinces(tests, program, data, work):
    files = {'分省月度数据.csv': 'CPI', '分省月度数据 (1).csv': 'FOOD'}
    tables = {code: [row for row in rows_of(os.path.join(data, name))[4:] if len(row) == 4]
              for name, code in files.items()}
    codes = {row[0]: f'P{n:02}' for n, row in enumerate(tables['CPI'], 1)}
    tests.same('provinces', len(codes), 31)
    areas = [('CN', '全国', '', '', '')] + [(code, name, '', 'CN', '') for name, code in codes.items()]
    write_region(work, '全国', areas, [('CPI', CPI, '', '上年同月=100', 'ratio', '1'),
                                       ('FOOD', FOOD, '', '上年同月=100', 'ratio', '1')])
    for name in files:
        shutil.copy(os.path.join(data, name), f'{work}/data/')
    check_command(tests, program, work, 'by province', files)
    result = Result(program, work, PERIOD, f'{work}-out')
    tests.true('by province: published', result.status <= 1, result.words)
    if result.status <= 1:
        for indicator, rows in tables.items():
            read = sum(result.value(codes[row[0]], indicator) == Fraction(row[2]) for row in rows)
            tests.same(f'{indicator}: rows read', read, 31)


def turned(tests, program, data, work):
    """Periods down, indicators across, no area anywhere: sources.csv says what is what."""
    name, columns = '月度数据.csv', {2: 'CPI', 3: 'FOOD', 11: 'EX'}
    rows = [row for row in rows_of(os.path.join(data, name))[3:] if len(row) == 12]
    sources = [(name, '#1', 'period', '', '', 'CN')]
    sources += [(name, f'#{n}', 'value' if n in columns else 'skip', columns.get(n, ''), '',
                 'CN' if n in columns else '') for n in range(2, 13)]
    write_region(work, '全国', [('CN', '全国', '', '', ''), ('C1', '某省', '', 'CN', '')],
                 [('CPI', CPI, '', '', 'ratio', '1'), ('FOOD', FOOD, '', '', 'ratio', '1'),
                  ('EX', '出口总值', '', '千美元', 'stock', '0')], sources)
    shutil.copy(os.path.join(data, name), f'{work}/data/')
    check_command(tests, program, work, 'periods down', [name])
    for period in ('2020-02', '2019-12', '2016-12'):
        result = Result(program, work, period, f'{work}-out')
        tests.true(f'periods down, {period}: published', result.status <= 1, result.words)
        if result.status > 1:
            continue
        row = next(r for r in rows if r[0] == f'{period[:4]}年{int(period[5:])}月')
        for position, indicator in columns.items():
            cell = row[position - 1]
            tests.same(f'{period} {indicator}', result.value('CN', indicator), Fraction(cell) if cell else None)


def run(tests, program, data, work):
    data = os.path.join(data, 'nbs_gbk')
    provinces(tests, program, data, f'{work}/provinces')
    turned(tests, program, data, f'{work}/turned')
