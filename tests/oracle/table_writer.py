# SPDX-License-Identifier: MIT
"""Writes a planned region as a folder: data tables of every shape, plain tables, encodings (SPEC 1)."""
import csv
import io
import os
from fractions import Fraction

from arithmetic import exact_decimal, unit_factor
from periods import Period
from tables import COLUMNS

OTHER_UNITS = {'亿元': ['亿元', '万元', '元'], '万元': ['万元', '亿元', '元'], '户': ['户'],
               '万千瓦时': ['万千瓦时', '亿千瓦时'], '万平方米': ['万平方米', '平方米']}


class TableWriter:
    def __init__(self, plan, speller, folder):
        self.plan, self.spell, self.folder, self.rng = plan, speller, folder, plan.rng
        self.left = dict(plan.seen)
        self.units = {row['id']: row['unit'] for row in plan.indicators}
        self.kinds = {row['id']: row['kind'] for row in plan.indicators}
        self.single_basis = {row['id'] for row in plan.indicators if row['basis'] == 'single'}
        os.makedirs(os.path.join(folder, 'data'), exist_ok=True)

    # --- files
    def save(self, name, rows):
        """Rows as CSV or tab-separated text, in one of the encodings."""
        encoding = self.rng.choice(['utf-8', 'utf-8', 'utf-8-sig', 'gb18030', 'utf-16'])
        tab = encoding == 'utf-16' or self.rng.random() < .05 and max(map(len, rows)) > 1
        text = io.StringIO(newline='')
        csv.writer(text, delimiter='\t' if tab else ',', lineterminator=self.rng.choice(['\n', '\r\n'])).writerows(rows)
        with open(os.path.join(self.folder, name), 'wb') as f:
            f.write(text.getvalue().encode(encoding))

    def plain_table(self, kind, rows, columns):
        """A plain table with the columns that say something, English or Chinese, in any order."""
        words = COLUMNS[kind].split()
        chinese = dict(zip(words[::2], words[1::2]))
        columns = [column for column in columns if self.rng.random() < .1 or any(row.get(column) for row in rows)]
        self.rng.shuffle(columns)
        names = chinese if self.rng.random() < .3 else {}
        self.save(kind + '.csv', [[names.get(column, column) for column in columns]]
                  + [[self.spell.word(column, row.get(column, '')) for column in columns] for row in rows])

    def write_plain(self):
        plan = self.plan
        self.plain_table('areas', plan.areas, 'code name alias parent role group in_total'.split())
        self.plain_table('indicators', plan.indicators, ('id name alias unit kind basis better decimals rate_decimals '
                                                         'total numerator denominator').split())
        if plan.settings:
            self.plain_table('settings', [{'key': key, 'value': value} for key, value in plan.settings.items()], ['key', 'value'])
        if plan.issued:
            self.save('targets.csv', self.issued_rows(plan.issued))
        elif plan.targets:
            self.plain_table('targets', plan.targets, ('area indicator measure op value upper stretch tolerance from to '
                                                       'pace source').split())
        if plan.scoring:
            self.plain_table('scoring', plan.scoring, 'indicator measure weight method cap floor step'.split())

    # --- data
    def write_data(self):
        if self.rng.random() < .3:
            self.write_foreign()
        elif self.rng.random() < .15:
            self.write_foreign_rows()
        if self.rng.random() < .4:
            self.write_by_indicator()
        if self.rng.random() < .3:
            self.write_by_period()
        keys = list(self.left)
        files = self.rng.randint(1, 3)
        for number in range(files):
            self.write_tidy('%s.csv' % 'abc'[number], keys[number::files])

    def area_word(self, code):
        area = next(area for area in self.plan.areas if area['code'] == code)
        name = area['name']
        return self.rng.choice([code, code, name, name[0] + ' ' + name[1:] if len(name) < 3 else name, area['alias'] or code])

    def indicator_word(self, code):
        row = next(row for row in self.plan.indicators if row['id'] == code)
        return self.rng.choice([code, code, row['name'], row['alias'] or code])

    def indicator_name(self, code):
        return next(row['name'] for row in self.plan.indicators if row['id'] == code)

    def period_word(self, period, code):
        return self.spell.period(period, exact_unit=code in self.single_basis)

    def write_tidy(self, name, keys):
        """One row a value, its yoy beside it where one is left."""
        rows, done = [], set()
        chinese = self.rng.random() < .4
        for field, area, code, period in keys:
            if (field, area, code, period) in done:
                continue
            pair = {each: self.left.get((each, area, code, period)) for each in ('value', 'yoy')
                    if (each, area, code, period) in keys}
            done |= {(each, area, code, period) for each in pair}
            rows.append([self.period_word(period, code), self.area_word(area), self.indicator_word(code)]
                        + self.value_cells(pair, code) + [self.status(pair.get('value'))])
        rows += self.filler()
        header = '时期 地区 指标 数值 同比 状态' if chinese else 'period area indicator value yoy status'
        self.save('data/' + name, self.title() + [header.split()] + rows)

    def value_cells(self, pair, code):
        rate = self.kinds[code] == 'rate'
        value, yoy = pair.get('value'), pair.get('yoy')
        cells = [self.spell.missing() if value is None else self.spell.number(value, rate),
                 self.spell.missing() if yoy is None else self.spell.number(yoy, True)]
        return cells[::-1] if rate and self.rng.random() < .3 else cells

    def status(self, value):
        if self.rng.random() < .8:
            return ''
        return self.rng.choice(['A', 'P', 'E', '正常', '初步', '估计', 'B', 'V', 'U', 'F'] if value is not None else ['M', 'L', 'O', '未报'])

    def filler(self):
        """Rows that say an area has not reported, a January, a note."""
        plan, rows = self.plan, []
        leaves = [area['code'] for area in plan.areas if area['code'] not in plan.flow_parents()]
        for code in self.units:
            area = self.rng.choice(leaves)
            if ('value', area, code, plan.period) not in plan.seen and self.rng.random() < .3:
                rows.append([self.period_word(plan.period, code), area, code, '未报', '', self.rng.choice(['M', '未报'])])
            january = Period(plan.period.year, 'M', 1)
            if plan.period.unit == 'M' and self.rng.random() < .2 and self.kinds[code] in ('flow', 'stock'):
                rows.append([self.spell.month(january.year, 1), area, code, '3', '', ''])
        return list({tuple(row[1:3]): row for row in rows}.values())

    def title(self):
        return [['工业经济数据', '', '', '', '', '']] if self.rng.random() < .2 else []

    # --- the other shapes take their observations out of what is left
    def take(self, field, area, code, period):
        return self.left.pop((field, area, code, period), None)

    def cell(self, field, area, code, period, factor=Fraction(1)):
        value = self.take(field, area, code, period)
        growth = field == 'yoy' or self.kinds[code] == 'rate'
        return self.spell.missing() if value is None else self.spell.number(value * factor, growth)

    def unit_of(self, code):
        """(header unit, what the figures are multiplied by)."""
        unit = self.rng.choice(OTHER_UNITS.get(self.units[code], [self.units[code]]))
        return unit, unit_factor(self.units[code], unit) or Fraction(1)

    def write_by_indicator(self):
        """All areas of one period, an indicator a column, its yoy beside it; the period in title or file name."""
        if self.rng.random() < .2:
            self.write_with_period_column()
            return
        period = self.rng.choice(sorted({key[3] for key in self.left}))
        codes = self.rng.sample(list(self.units), self.rng.randint(1, len(self.units)))
        word = self.spell.period(period, exact_unit=bool(self.single_basis & set(codes)))
        columns = [(field, code) + self.unit_of(code) for code in codes for field in self.fields(code, period)]
        rows = []
        for area in self.plan.areas:
            cells = [self.cell(field, area['code'], code, period, factor if field == 'value' else Fraction(1))
                     for field, code, _, factor in columns]
            rows.append([self.area_word(area['code'])] + cells)
        title, name = ([[word + '主要指标']], '主要指标.csv') if self.rng.random() < .5 else ([], '%s表.csv' % word.replace('/', '-'))
        self.save('data/' + name, title + self.by_indicator_header(columns) + rows + [['注：快报数']])

    def write_with_period_column(self):
        """The same with several periods and a column that says which."""
        code = self.rng.choice(list(self.units))
        unit, factor = self.unit_of(code)
        rows = [[self.area_word(area['code']), self.period_word(period, code), self.cell('value', area['code'], code, period, factor)]
                for period in sorted({key[3] for key in self.left}) for area in self.plan.areas]
        header = ['地区', self.rng.choice(['时期', 'period']), self.indicator_name(code) + bracketed(unit)]
        self.save('data/历年.csv', [header] + rows + [['注：快报数']])

    def fields(self, code, period):
        yoy = any(key[0] == 'yoy' and key[2:] == (code, period) for key in self.left)
        return ['value', 'yoy'] if yoy else ['value']

    def by_indicator_header(self, columns):
        """One row, or two: the indicator above, 累计(unit) and 增速(%) below."""
        names = [self.indicator_name(code) for _, code, _, _ in columns]
        units = [unit for _, _, unit, _ in columns]
        if self.rng.random() < .5:
            return [['地区'] + [name + ('增速(%)' if column[0] == 'yoy' else bracketed(unit))
                              for name, unit, column in zip(names, units, columns)]]
        upper = [name if column[0] == 'value' else '' for name, column in zip(names, columns)]
        lower = ['增速(%)' if column[0] == 'yoy' else '总量' + bracketed(unit) for unit, column in zip(units, columns)]
        return [['地区'] + upper, [''] + lower]

    def write_by_period(self):
        """The national bureau's export: one indicator, areas down, periods across, the newest first; or one area."""
        codes = [code for code in self.units if any(key[0] == 'value' and key[2] == code for key in self.left)]
        if not codes:
            return
        periods = sorted({key[3] for key in self.left}, reverse=True)
        words = [self.spell.period(period, exact_unit=True) for period in periods]
        if self.rng.random() < .5:
            code = self.rng.choice(codes)
            unit, factor = self.unit_of(code)
            rows = [[self.area_word(area['code'])] + [self.cell('value', area['code'], code, period, factor) for period in periods]
                    for area in self.plan.areas]
            preamble, corner = ['指标：' + self.indicator_name(code) + bracketed(unit)], '地区'
        else:
            area = self.rng.choice(self.plan.areas)
            rows, corner, preamble = [], '指标', ['地区：' + area['name']]
            for code in codes:
                unit, factor = self.unit_of(code)
                rows.append([self.indicator_name(code) + bracketed(unit)]
                            + [self.cell('value', area['code'], code, period, factor) for period in periods])
        self.save('data/分省数据.csv', [['数据库：分省月度数据'], preamble, [corner] + words] + rows + [['数据来源：统计局']])

    # --- a foreign table with its sources.csv
    def write_foreign(self):
        """One cumulative flow at P with single and single_yoy columns, told by header text or position."""
        period = self.plan.period
        codes = [code for code, kind in self.kinds.items() if kind == 'flow' and code not in self.single_basis]
        if not codes or period.before_in_year() is None:
            return
        code = self.rng.choice(codes)
        unit, factor = self.unit_of(code)
        columns = self.rng.sample(['value', 'yoy', 'single', 'single_yoy'], self.rng.randint(2, 4))
        areas = [area['code'] for area in self.plan.areas if area['role'] or area['code'] not in self.plan.flow_parents()]
        rows = [[self.area_word(area)] + [self.foreign_cell(field, area, code, factor) for field in columns] + ['x']
                for area in areas]
        titles = {'value': '累计', 'yoy': '累计增长%', 'single': '本期', 'single_yoy': '本期增长%'}
        preamble = [['效益表', '']] + ([['单位：' + unit]] if self.rng.random() < .5 else [])
        self.save('data/效益.csv', preamble + [['行业'] + [titles[field] for field in columns] + ['备注']] + rows + [['注：快报']])
        self.write_sources(code, columns, titles, unit if len(preamble) == 1 else '')

    def foreign_cell(self, field, area, code, factor):
        if field in ('value', 'yoy'):
            return self.cell(field, area, code, self.plan.period, factor if field == 'value' else Fraction(1))
        if self.rng.random() < .15:
            return self.spell.missing()
        value = Fraction(self.rng.randint(1, 400), 20)
        return self.spell.number(value * factor) if field == 'single' else self.spell.number(value, True)

    def write_foreign_rows(self):
        """A foreign table with a row for each figure: period, area and indicator are columns under other names."""
        keys = self.rng.sample(list(self.left), len(self.left) // 3)
        rows = []
        for field, area, code, period in [key for key in keys if key[0] == 'value']:
            value = self.take(field, area, code, period)
            rows.append(['x', self.period_word(period, code), self.indicator_word(code), self.area_word(area),
                         self.spell.number(value, self.kinds[code] == 'rate')])
        titles = '序号 报告期 项目 单位名称 数'.split()
        self.save('data/台账.csv', [['统计台账']] + [titles] + rows + [['注：快报']])
        told = dict(zip(titles, 'skip period indicator area value'.split()))
        self.plain_table('sources', [{'file': '台账.csv', 'column': title, 'as': word} for title, word in told.items()],
                         'file column as'.split())

    def issued_rows(self, issued):
        """The 附表: {(area, indicator, measure): value} as areas down, indicators across, 增速 columns for yoy."""
        year = self.plan.period.year
        columns = sorted({key[1:] for key in issued}, key=lambda column: list(self.units).index(column[0]))
        header, factors = ['地区'], []
        for code, measure in columns:
            unit, factor = self.unit_of(code)
            header.append(self.indicator_name(code) + ('增速(%)' if measure == 'yoy' else bracketed(unit)))
            factors.append(factor if measure == 'value' else 1)
        rows = []
        for area in self.plan.areas:
            values = [issued.get((area['code'], *column)) for column in columns]
            rows.append([self.area_word(area['code'])] + ['-' if value is None else exact_decimal(value * factor)
                                                          for value, factor in zip(values, factors)])
        return [['%d年目标分解表' % year], header] + [row for row, area in zip(rows, self.plan.areas) if not area['role']]

    def write_sources(self, code, columns, titles, unit):
        period = self.plan.period
        by_number = self.rng.random() < .4
        entries = [{'file': '效益.csv', 'column': '#1' if by_number else '行业', 'as': 'area'}]
        for n, field in enumerate(columns):
            month = period.unit == 'Q' and field.startswith('single') and self.rng.random() < .3
            word = self.spell.month(period.year, period.months()) if month else self.spell.period(period, exact_unit=True)
            entries.append({'file': '效益.csv', 'column': '#%d' % (n + 2) if by_number else titles[field], 'as': field,
                            'indicator': self.indicator_word(code), 'period': word,
                            'unit': unit if field in ('value', 'single') else ''})
        self.plain_table('sources', entries, 'file column as indicator period unit'.split())


def bracketed(unit):
    return '(%s)' % unit if unit else ''
