#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""make_region.py FOLDER COUNT: a region of COUNT areas in groups of ten, nine indicators, 2018Q1–2019Q3; made-up figures,
the same each time."""
import csv
import os
import random
import sys

# id, name, unit, kind, yearly target
INDICATORS = (
    ('ZJZ', '规模以上工业增加值', '%', 'rate', '>=8'), ('TZ', '工业投资', '亿元', 'flow', '>=10'),
    ('JG', '技术改造投资', '亿元', 'flow', '>=12'), ('YQ', '园区投资', '亿元', 'flow', '>=15'),
    ('SR', '规模工业营业收入', '亿元', 'flow', '>=9'), ('LR', '规模工业利润总额', '亿元', 'flow', ''),
    ('SS', '工业税收', '万元', 'flow', '>=6'), ('YD', '工业用电量', '万千瓦时', 'flow', ''),
    ('QY', '规模以上工业企业数', '户', 'stock', ''),
)
SURNAMES, NAMES = '东西南北上下新古大平安永长高石金清龙凤白', '山河泉溪林岭江湖桥塘坪洲原川港湾峰亭城关'


def write(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8', newline='') as f:
        csv.writer(f, lineterminator='\n').writerows(rows)


def observations(codes, chance):
    for code in codes:
        for indicator, _, _, kind, _ in INDICATORS:
            size, base = chance.uniform(5, 400), chance.uniform(-4, 16)
            for year in (2018, 2019):
                for quarter in range(1, 5 if year == 2018 else 4):
                    rate = base + chance.gauss(0, 2)
                    level = size * (quarter if kind == 'flow' else 4) * (1 + rate / 100) ** (year - 2017)
                    yield (f'{year}Q{quarter}', code, indicator,
                           f'{rate:.1f}' if kind == 'rate' else f'{level:.0f}' if kind == 'stock' else f'{level:.2f}')


def main(folder, count):
    chance = random.Random(1)
    codes = [f'{430100 + n}' for n in range(1, count + 1)]
    names = [SURNAMES[n % 20] + NAMES[n // 20 % 20] + '县' for n in range(count)]
    write(f'{folder}/settings.csv', [('key', 'value'), ('region', '测试省'), ('issuer', '测试省工业和信息化厅'),
                                     ('issue_date', '2019-10-18'), ('head', 'full'), ('sample', 'yes')])
    write(f'{folder}/areas.csv', [('code', 'name', 'parent', 'group'), ('430000', '全省', '', '')]
          + [(code, name, '430000', f'第{n // 10 + 1}组') for n, (code, name) in enumerate(zip(codes, names))])
    write(f'{folder}/indicators.csv', [('id', 'name', 'unit', 'kind')] + [row[:4] for row in INDICATORS])
    write(f'{folder}/targets.csv', [('area', 'indicator', 'measure', 'op', 'value', 'from', 'to', 'source')]
          + [('*', i, 'yoy', t[:2], t[2:], 2019, 2019, '示例目标') for i, _, _, _, t in INDICATORS if t])
    write(f'{folder}/data/示例.csv', [('period', 'area', 'indicator', 'value')]
          + list(observations(codes, chance)) + [(f'2019Q{q}', '430000', 'ZJZ', '8.5') for q in (1, 2, 3)])


main(sys.argv[1], int(sys.argv[2]))
