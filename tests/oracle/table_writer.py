# SPDX-License-Identifier: MIT
"""Writes a planned region as a folder: data tables of every shape, plain tables, encodings (SPEC 1)."""
import csv
import io
import os
from fractions import Fraction

from arithmetic import exact_decimal, unit_factor, unit_parts
from periods import Period
from tables import COLUMNS

OTHER_UNITS = {'亿元': ['亿元', '万元', '元'], '万元': ['万元', '亿元', '元'], '户': ['户'],
               '万千瓦时': ['万千瓦时', '亿千瓦时'], '万平方米': ['万平方米', '平方米']}


class TableWriter:
    def __init__(self, plan, speller, folder):
        self.plan, self.spell, self.folder, self.rng, self.has = plan, speller, folder, plan.rng, plan.has
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
        mark, told = '\t' if tab else ',', False
        if self.has('separators') and max(map(len, rows)) > 1:
            mark = ';' if self.chance(.4) else mark
            told = self.chance(.3)
        if self.has('codes'):
            rows = [[self.as_text(cell) for cell in row] for row in rows]
        text = io.StringIO(newline='')
        end = self.rng.choice(['\n', '\r\n'])
        if told:
            text.write('sep=%s%s' % (mark, end))
        csv.writer(text, delimiter=mark, lineterminator=end).writerows(rows)
        with open(os.path.join(self.folder, name), 'wb') as f:
            f.write(text.getvalue().encode(encoding))

    def as_text(self, cell):
        """A code that begins with 0 as Excel keeps it a text, now and then."""
        return '="%s"' % cell if cell[:1] == '0' and cell.isdigit() and len(cell) > 3 and self.chance(.4) else cell

    def chance(self, share):
        return self.rng.random() < share

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
            self.plain_table('targets', [self.target_words(row) for row in plan.targets],
                             ('area indicator measure op value upper stretch tolerance from to pace source'
                              + ' clause owner' * bool(plan.features)).split())
        if plan.scoring:
            self.plain_table('scoring', plan.scoring, 'indicator measure weight method cap floor step'.split())

    def target_words(self, row):
        """Areas and indicators of a target by their names, now and then, and the brackets of a rank wide."""
        row = dict(row)
        if row['measure'].startswith('rank(') and self.chance(.3):
            row['measure'] = {'rank(value)': '位次（总量）', 'rank(yoy)': '位次（增速）'}[row['measure']]
        if not self.has('names'):
            return row
        if row['area'] in {area['code'] for area in self.plan.areas} and self.chance(.3):
            row['area'] = self.area_word(row['area'])
        if self.chance(.3):
            row['indicator'] = ';'.join(map(self.indicator_word, row['indicator'].split(';')))
        return row

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
            name = '%s.csv' % 'abc'[number]
            if number and self.has('returns') and self.chance(.6):
                name = '上报/' + name
                os.makedirs(os.path.join(self.folder, 'data/上报'), exist_ok=True)
            self.write_tidy(name, keys[number::files])

    def area_word(self, code):
        area = next(area for area in self.plan.areas if area['code'] == code)
        name = area['name']
        if sum(other['name'] == name for other in self.plan.areas) > 1:
            return code
        return self.rng.choice([code, code, name, name[0] + ' ' + name[1:] if len(name) < 3 else name, area['alias'] or code])

    def area_above(self, area):
        """The area as a preamble names it: a name of two areas is an error there."""
        if self.has('periods') or sum(other['name'] == area['name'] for other in self.plan.areas) > 1:
            return self.area_word(area['code'])
        return area['name']

    def indicator_word(self, code):
        row = next(row for row in self.plan.indicators if row['id'] == code)
        return self.rng.choice([code, code, row['name'], self.alias(row) or code])

    def alias(self, row):
        names = row['alias'].split(';')
        return self.rng.choice(names) if len(names) > 1 else names[0]

    def indicator_name(self, code):
        return next(row['name'] for row in self.plan.indicators if row['id'] == code)

    def period_word(self, period, code):
        return self.spell.period(period, exact_unit=code in self.single_basis)

    def write_tidy(self, name, keys):
        """One row a value, its yoy beside it where one is left."""
        rows, done = [], set()
        chinese = self.rng.random() < .4
        units = TidyUnits(self, {key[2] for key in keys}) if self.has('tidyunits') else None
        for field, area, code, period in keys:
            if (field, area, code, period) in done:
                continue
            pair = {each: self.left.get((each, area, code, period)) for each in ('value', 'yoy')
                    if (each, area, code, period) in keys}
            done |= {(each, area, code, period) for each in pair}
            for part in self.tidy_parts(pair, code, period):
                factor, unit = units.row(code, part) if units else (Fraction(1), [])
                rows.append([self.period_word(period, code), self.area_word(area), self.indicator_word(code)]
                            + self.value_cells(part, code, factor) + [self.status(part.get('value'))] + unit)
        rows += self.filler(units)
        header = '时期 地区 指标 数值 同比 状态' if chinese else 'period area indicator value yoy status'
        above, header = (units.preamble(), units.header(header.split())) if units else ([], header.split())
        self.save('data/' + name, self.title() + above + [header] + (self.ragged(rows) if self.has('ragged') else rows))

    def tidy_parts(self, pair, code, period):
        """Value and yoy in one row, or each in its own; a last period may then be spelled two ways."""
        if self.has('spellings') and len(pair) > 1 and code not in self.single_basis and self.chance(.5):
            return [{field: pair[field]} for field in pair]
        return [pair]

    def ragged(self, rows):
        """Empty cells at the end left off, a row said twice, a remark beyond the last column."""
        longest = max(map(len, rows), default=0)
        made = []
        for row in rows:
            made.append(row)
            if self.chance(.05):
                while not made[-1][-1]:
                    made[-1] = made[-1][:-1]
            elif self.chance(.02):
                made[-1] = row + [''] * (longest + 2 - len(row)) + ['快报']
            if self.chance(.02):
                made.append(row)
        return made

    def value_cells(self, pair, code, factor=Fraction(1)):
        rate = self.kinds[code] == 'rate'
        value, yoy = pair.get('value'), pair.get('yoy')
        value = value if value is None else value * factor
        cells = [self.spell.missing() if value is None else self.spell.number(value, rate),
                 self.spell.missing() if yoy is None else self.spell.number(yoy, True)]
        return cells[::-1] if rate and self.rng.random() < .3 else cells

    def status(self, value):
        if self.rng.random() < .8:
            return ''
        return self.rng.choice(['A', 'P', 'E', '正常', '初步', '估计', 'B', 'V', 'U', 'F'] if value is not None else ['M', 'L', 'O', '未报'])

    def filler(self, units):
        """Rows that say an area has not reported, a January, a note."""
        plan, rows = self.plan, []
        leaves = [area['code'] for area in plan.areas if area['code'] not in plan.flow_parents()]
        for code in units.codes if units else self.units:
            area = self.rng.choice(leaves)
            if ('value', area, code, plan.period) not in plan.seen and self.rng.random() < .3:
                rows.append([self.period_word(plan.period, code), area, code, '未报', '', self.rng.choice(['M', '未报'])])
            january = Period(plan.period.year, 'M', 1)
            if plan.period.unit == 'M' and self.rng.random() < .2 and self.kinds[code] in ('flow', 'stock'):
                factor, unit = units.row(code, {'value': 3}) if units else (1, [])
                rows.append([self.spell.month(january.year, 1), area, code, exact_decimal(Fraction(3 * factor)), '', ''] + unit)
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
        stated = StatedUnits(self, codes) if self.has('units') and self.chance(.8) else None
        columns = [(field, code) + (stated.unit_of(code) if stated else self.unit_of(code))
                   for code in codes for field in self.fields(code, period)]
        rows = []
        for area in self.plan.areas:
            cells = [self.cell(field, area['code'], code, period, factor if field == 'value' else Fraction(1))
                     for field, code, _, factor in columns]
            rows.append([self.area_word(area['code'])] + cells)
        title, name = ([[word + '主要指标']], '主要指标.csv') if self.rng.random() < .5 else ([], '%s表.csv' % word)
        if self.has('titles'):
            tail = self.rng.choice([' - 副本', '-甲县', '主要指标（快报）', ' - 副本 (2)', '-云县'])
            title, name = ([[word + tail]], name) if title else ([], word + tail + '.csv')
        title = stated.preamble(title) if stated else title
        header = self.by_indicator_header([(field, code, unit if not stated or stated.keeps(code) else '', factor)
                                           for field, code, unit, factor in columns])
        self.save('data/' + name, title + (self.dressed(header, rows) if self.has('dress') else header + rows) + [['注：快报数']])

    def dressed(self, header, rows):
        """What stands in a table besides: section rows, a 序号 column, columns that nobody knows or fills."""
        width = len(header[0])
        if self.chance(.4):
            header[0].append(self.rng.choice(['全省位次', '利润增速全省排名', '备注', '']))
            remark = header[0][-1] == '备注'
            for row in rows:
                row.append(self.rng.choice(['快报', '']) if remark else str(self.rng.randint(1, 9)) if header[0][-1] else '')
        if self.chance(.4):
            at = self.rng.randrange(len(rows))
            rows[at:at] = [[self.rng.choice(['一、山区县', '二、其他'])] + [''] * self.rng.choice([0, width - 1])]
        elif self.chance(.6):
            header = [['序号' if n == 0 else ''] + row for n, row in enumerate(header)]
            rows = [[str(n) if n else ''] + row for n, row in enumerate(rows)]
        return header + rows

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
        if self.has('headers'):
            return self.worded_header(columns)
        names = [self.indicator_name(code) for _, code, _, _ in columns]
        units = [unit for _, _, unit, _ in columns]
        if self.rng.random() < .5:
            return [['地区'] + [name + ('增速(%)' if column[0] == 'yoy' else bracketed(unit))
                              for name, unit, column in zip(names, units, columns)]]
        upper = [name if column[0] == 'value' else '' for name, column in zip(names, columns)]
        lower = ['增速(%)' if column[0] == 'yoy' else '总量' + bracketed(unit) for unit, column in zip(units, columns)]
        return [['地区'] + upper, [''] + lower]

    def worded_header(self, columns):
        """The same in more words and with footnote marks, also below a row that spans all."""
        names = [self.header_name(code) for _, code, _, _ in columns]
        below = [self.header_word(field, code, unit) for field, code, unit, _ in columns]
        way = self.rng.random()
        if way < .5:
            return [['地区'] + [name + word for name, word in zip(names, below)]]
        upper = [name if column[0] == 'value' else '' for name, column in zip(names, columns)]
        below = [word if word and word[0] not in '(（' else '总量' + word for word in below]
        rows = [['地区'] + upper, [''] + below]
        return rows if way < .85 else [['', '主要指标'] + [''] * (len(columns) - 1)] + rows

    def header_name(self, code):
        row = next(row for row in self.plan.indicators if row['id'] == code)
        return self.alias(row) if row['alias'] and self.chance(.3) else row['name']

    def header_word(self, field, code, unit):
        """What follows the name in a header: nothing but the words that may (SPEC 1)."""
        rate = self.kinds[code] == 'rate'
        if field == 'yoy':
            return self.rng.choice(['增速(%)', '增速(%)', '同比增速（%）', '同比增长(%)', '同比±%', '比上年同期增速(%)', '累计同比', '增速①(%)'])
        words = ['增速', '同比增速', '累计增速', '累计'] if rate else ['总量', '累计', '绝对量', '数值', '完成额', '本年累计', '自年初累计', '①', '*']
        word = self.rng.choice(words) if self.chance(.4) else ''
        return word + (bracketed(unit) if self.chance(.5) else wide_bracketed(unit))

    def write_by_period(self):
        """The national bureau's export: one indicator, areas down, periods across, the newest first; or one area."""
        codes = [code for code in self.units if any(key[0] == 'value' and key[2] == code for key in self.left)]
        if not codes:
            return
        periods = sorted({key[3] for key in self.left}, reverse=True)
        words = [self.spell.period(period, exact_unit=True) for period in periods]
        stated = StatedUnits(self, codes) if self.has('units') and self.chance(.8) else None
        if self.rng.random() < .5:
            code = self.rng.choice(codes)
            unit, factor = stated.unit_of(code) if stated else self.unit_of(code)
            rows = [[self.area_word(area['code'])] + [self.cell('value', area['code'], code, period, factor) for period in periods]
                    for area in self.plan.areas]
            shown = unit if not stated or stated.keeps(code) else ''
            preamble, corner = ['指标：' + self.indicator_name(code) + bracketed(shown)], '地区'
        else:
            area = self.rng.choice(self.plan.areas)
            rows, corner, preamble = [], '指标', ['地区：' + self.area_above(area)]
            for code in codes:
                unit, factor = stated.unit_of(code) if stated else self.unit_of(code)
                shown = unit if not stated or stated.keeps(code) else ''
                rows.append([self.indicator_name(code) + bracketed(shown)]
                            + [self.cell('value', area['code'], code, period, factor) for period in periods])
                if self.has('periods') and self.kinds[code] != 'rate' and self.chance(.5):
                    rows.append([self.indicator_name(code) + '同比增速(%)']
                                + [self.cell('yoy', area['code'], code, period) for period in periods])
        above = [['数据库：分省月度数据'], preamble]
        above = stated.preamble(above, 1) if stated else above
        header = [corner] + words
        if self.has('periods'):
            self.beside_periods(header, rows)
        self.save('data/分省数据.csv', above + [header] + rows + [['数据来源：统计局']])

    def beside_periods(self, header, rows):
        """Columns beside the periods that are passed over: 增长, 合计, 备注, 序号."""
        for title in ('增长', '合计', '备注'):
            if self.chance(.4):
                at = self.rng.randint(1, len(header))
                header.insert(at, title)
                for row in rows:
                    row.insert(at, '略' if title == '备注' else str(self.rng.randint(1, 99)))
        if self.chance(.3):
            header.insert(0, '序号')
            for n, row in enumerate(rows):
                row.insert(0, str(n + 1))

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
        if self.has('singles'):
            columns = self.rng.choice([['single'], ['single', 'single_yoy'], ['single_yoy']])
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
        """The 附表: {(area, indicator, measure): value or ends} as areas down, indicators across, 增速 columns for yoy."""
        year = self.plan.period.year
        columns = sorted({key[1:] for key in issued}, key=lambda column: (list(self.units).index(column[0]), column[1]))
        stated = StatedUnits(self, [code for code, _ in columns]) if self.has('units') and columns and self.chance(.8) else None
        header, factors = ['地区'], []
        for code, measure in columns:
            unit, factor = stated.unit_of(code) if stated else self.unit_of(code)
            shown = unit if not stated or stated.keeps(code) else ''
            header.append(self.indicator_name(code) + ('增速(%)' if measure == 'yoy' else bracketed(shown)))
            factors.append(factor if measure == 'value' else 1)
        rows = []
        for area in self.plan.areas:
            values = [issued.get((area['code'], *column)) for column in columns]
            rows.append([self.area_word(area['code'])] + [self.issued_cell(value, factor) for value, factor in zip(values, factors)])
        rows = [row for row, area in zip(rows, self.plan.areas) if not area['role']]
        title = [['%d年目标分解表' % year]]
        return (stated.preamble(title) if stated else title) + [header] + rows

    def issued_cell(self, value, factor):
        if value is None:
            return '-'
        ends = [exact_decimal(end * factor) for end in value]
        if len(ends) == 1 or value[0] <= 0:
            return ends[0]
        return self.rng.choice('—–-~～至').join(ends)

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


def wide_bracketed(unit):
    return '（%s）' % unit if unit else ''


class StatedUnits:
    """Units stated above a header, one of each family, for the flow and stock columns without one."""

    def __init__(self, writer, codes):
        self.writer, self.rng = writer, writer.rng
        self.by_family = {}
        for code in codes:
            if writer.kinds[code] in ('flow', 'stock'):
                unit = self.rng.choice(OTHER_UNITS.get(writer.units[code], [writer.units[code]]))
                self.by_family.setdefault(unit_parts(unit)[1], unit)
        self.kept = {code for code in codes if self.family(code) is None or writer.chance(.15)}

    def family(self, code):
        family = unit_parts(self.writer.units[code])[1] if self.writer.kinds[code] in ('flow', 'stock') else None
        return family if family in self.by_family else None

    def keeps(self, code):
        """Whether a column's own header says its unit."""
        return code in self.kept

    def unit_of(self, code):
        """(unit, what the figures are multiplied by)."""
        if self.keeps(code):
            return self.writer.unit_of(code)
        unit = self.by_family[self.family(code)]
        return unit, unit_factor(self.writer.units[code], unit)

    def preamble(self, title, behind=None):
        """The title rows with the statement in one of its forms; behind: so many rows stay before it."""
        units = list(self.by_family.values())
        if not units:
            return title
        percent = self.writer.chance(.2) and '‰' not in self.writer.units.values()  # a ratio's unit is stated as well
        text = '、'.join(units + (['%'] if percent else []))
        way = self.rng.randrange(6)
        if way == 0 and title and behind is None:
            title = title[:-1] + [[title[-1][0] + self.rng.choice(['（%s）', '(%s)', '　单位：%s', '（单位：%s）']) % text]]
        elif way == 1 and title and behind is None and len(units) == 1 and text == units[0]:
            title = title[:-1] + [[title[-1][0] + (' ' if unit_parts(text)[0] == 1 or self.writer.chance(.5) else '') + text]]
        elif way == 2:
            title = title + [['', '', self.rng.choice(['金额单位：%s', '单位:%s', '计量单位：%s']) % text]]
        else:
            title = title + [[self.rng.choice(['单位：%s', '单位: %s', '计量单位：%s', '（%s）', '快报数　单位：%s']) % text]]
        return [['填报单位：州统计局']] + title if self.writer.chance(.15) else title


class TidyUnits:
    """How a tidy table says its units: not at all, in a column, in the header of its values, or above it."""

    def __init__(self, writer, codes):
        self.writer, self.rng = writer, writer.rng
        self.stated, self.codes = None, sorted(codes)
        self.way = self.rng.choice(['none', 'column', 'stated', 'header'])
        families = {(writer.kinds[code] in ('flow', 'stock'), unit_parts(writer.units[code])[1]) for code in codes}
        if self.way == 'header' and (len(families) != 1 or not next(iter(families))[0]):
            self.way = 'none'
        if self.way in ('stated', 'header'):
            self.stated = StatedUnits(writer, self.codes)
            self.stated.kept = {code for code in codes if self.stated.family(code) is None}

    def row(self, code, pair):
        """(what the value is multiplied by, the cells behind the status)."""
        if self.stated:
            return self.stated.unit_of(code)[1] if not self.stated.keeps(code) else Fraction(1), []
        if self.way == 'column' and pair.get('value') is not None and self.writer.chance(.6):
            unit, factor = self.writer.unit_of(code)
            return factor, [unit]
        return Fraction(1), [''] * (self.way == 'column')

    def header(self, names):
        if self.way == 'header':
            unit = next(iter(self.stated.by_family.values()))
            names[3] += self.rng.choice(['(%s)', '（%s）']) % unit
        if self.writer.chance(.1):
            names[4] += self.rng.choice(['(%)', '（%）'])
        return names + [self.rng.choice(['unit', '单位'])] * (self.way == 'column')

    def preamble(self):
        return self.stated.preamble([]) if self.way == 'stated' else []
