# SPDX-License-Identifier: MIT
"""Data tables of every shape, read into observations (SPEC 1 Shapes of a data table)."""
import os
import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from arithmetic import InputError, exact_decimal, is_missing, is_percent, parse_number, unit_factor
from periods import answers_for, find_period, need_period, parse_period
from region import Region, split_range
from tables import header_of, name_key, read_rows, split_unit

STATUS_EMPTY = {'M', 'L', 'O', '未报'}
STATUSES = STATUS_EMPTY | set('ABEFPUV') | {'正常', '初步', '估计', ''}
GROWTH_HEADER = re.compile('增速|同比')
HEADER_WORDS = re.compile('同比|增速|增长|增幅|累计|总量|绝对量|数值|完成额|本年|自年初|比上年|同期|[±%·]')
FOOTNOTES = re.compile('[①-⑳*＊]')
FIXED = re.compile(r'^(指标|地区):(.+)$')
OFFICES = '填报 报送 填表 制表 编制 主管 主办 责任 牵头 承办 协办 发文 印发 报告 汇总 联系 组织'.split()
UNIT_TOLD = re.compile(r'([\u4e00-\u9fff]*)单位:([^\s()]+)')
UNIT_BEHIND = re.compile(r'([十百千万亿]+[\u4e00-\u9fff]{1,3})$')
YEAR_OR_MONTH = re.compile(r'(?<!\d)(19|20)\d\d(?!\d)|^(\d{1,2}[-—–~至]+)?\d{1,2}月份?$')


class Observation(NamedTuple):
    value: Fraction
    where: str      # data/a.csv:5


class Column(NamedTuple):
    """What a column, or a row of a by-period table, holds."""
    indicator: str
    field: str      # value yoy single single_yoy
    unit: str       # as the header gives it, '' where it gives none


class Observations:
    """Everything observed: (field, area, indicator) -> {period: Observation}."""

    def __init__(self, region):
        self.region = region
        self.seen = {}
        self.sources = self.read_sources()
        for name in self.files():
            self.read_file(name)

    def files(self):
        """The tables below data/, the returned forms too (SPEC 1)."""
        names = []
        for below in ('', '上报/'):
            folder = self.region.path('data/' + below)
            names += [below + name for name in (os.listdir(folder) if os.path.isdir(folder) else []) if name.endswith('.csv')]
        return sorted(names)

    def add(self, column, area, period, text, where):
        """One cell; a missing one is no observation, the same again must be equal (SPEC 1 Missing, Duplicates)."""
        indicator = self.region.indicators[column.indicator]
        field = 'value' if column.field == 'yoy' and indicator.kind == 'rate' else column.field
        growth = field in ('yoy', 'single_yoy') or indicator.kind == 'rate'
        value = parse_number(text, growth, is_percent(indicator.unit) and indicator.kind == 'ratio')
        if value is None:
            return
        if column.unit:
            wanted = '%' if growth and indicator.kind != 'rate' else indicator.unit
            factor = unit_factor(column.unit, wanted)
            if factor is None:
                raise InputError('%s: %s cannot be %s' % (where, column.unit, wanted))
            value *= factor
        series = self.seen.setdefault((field, area, column.indicator), {})
        if period in series and series[period].value != value:
            raise InputError('%s: differs from %s' % (where, series[period].where))
        series.setdefault(period, Observation(value, where))

    def read_file(self, name):
        table = Table(self.region, name, read_rows(self.region.path('data/' + name)))
        for read in ((self.read_foreign,) if name in self.sources else
                     (self.read_tidy, self.read_by_period, self.read_by_indicator)):
            if read(table):
                return
        raise InputError('data/%s: no header found' % name)

    # --- tidy
    def read_tidy(self, table):
        for start, row in enumerate(table.rows):
            header = header_of(row, 'tidy')
            if {'area', 'indicator'} <= set(header) and {'value', 'yoy'} & set(header):
                break
        else:
            return False
        table.read_preamble(start)
        units = {column: split_unit(name_key(table.rows[start].cell(n)))[1] for column, n in header.items()}
        for row in table.rows[start + 1:]:
            cell = {column: row.cell(position) for column, position in header.items()}
            if cell['area'] and cell['indicator']:
                table.check_beyond(table.rows[start], row)
                self.add_tidy(table, row, cell, units)
        return True

    def add_tidy(self, table, row, cell, units):
        where = table.where(row)
        status = cell.get('status', '')
        if status not in STATUSES or status in STATUS_EMPTY and not is_missing(cell.get('value', '')):
            raise InputError('%s: status %r' % (where, status))
        area = self.region.area_names.need(cell['area'])
        indicator = self.region.indicator_names.need(cell['indicator'])
        period = need_period(cell['period']) if 'period' in cell else table.need_period()
        units = {**units, 'value': name_key(cell.get('unit', '')) or units.get('value', '')}
        for field in ('value', 'yoy'):
            if not is_missing(cell.get(field, '')):
                self.add(table.with_unit(Column(indicator, field, units[field])), area, period, cell[field], where)

    # --- by period: the national bureau's export
    def read_by_period(self, table):
        """A header of periods, whatever else stands beside them, under a preamble that names the other dimension."""
        for start, row in enumerate(table.rows[:table.first_data(self.region.indicator_names)]):
            periods = {n: parse_period(cell) for n, cell in enumerate(row.cells) if n > table.label}
            if any(periods.values()) and len(row.filled()) > 1 and table.names_one(start):
                break
        else:
            return False
        table.read_preamble(start)
        for n, period in list(periods.items()):
            if not period and YEAR_OR_MONTH.search(name_key(table.rows[start].cell(n))):
                raise InputError('%s: no period: %r' % (table.where(table.rows[start]), table.rows[start].cell(n)))
        periods = {n: period for n, period in periods.items() if period}
        for row in table.rows[start + 1:]:
            label = row.cell(table.label)
            area, column = table.fixed_area, table.fixed_column
            if column:
                area = self.region.area_names.find(label)
            else:
                column = table.column([label])
            if not area or not column:
                continue
            table.check_beyond(table.rows[start], row)
            for n, period in periods.items():
                self.add(table.with_unit(column), area, period, row.cell(n), table.where(row))
        return True

    # --- by indicator
    def read_by_indicator(self, table):
        found = table.by_indicator_header()
        if not found:
            return False
        start, columns, period_column = found
        for row in table.rows[start:]:
            area = self.region.area_names.find(row.cell(table.label))
            if not area or len(row.filled()) < 2:
                continue
            table.check_beyond(max(table.header, key=last_filled), row)
            period = need_period(row.cell(period_column)) if period_column is not None else table.need_period()
            for n, column in columns.items():
                self.add(table.with_unit(column), area, period, row.cell(n), table.where(row))
        return True

    # --- a foreign table, its columns told by sources.csv
    def read_sources(self):
        sources = {}
        for row in self.region.table('sources'):
            sources.setdefault(re.sub('^data/', '', row['file']), []).append(row)
        return sources

    def read_foreign(self, table):
        told = self.sources[table.name]
        start, places = self.foreign_header(table, told)
        table.read_preamble(start)
        header = table.rows[start]
        for row in table.rows[start + 1:]:
            cells = {entry['as']: row.cell(n) for n, entry in places if entry['as'] in ('area', 'period', 'indicator')}
            if 'area' in cells and not self.region.area_names.find(cells['area']):
                continue
            for n, entry in places:
                if entry['as'] in ('value', 'yoy', 'single', 'single_yoy'):
                    self.add_foreign(table, row, cells, entry, header.cell(n), row.cell(n))
        return True

    def foreign_header(self, table, told):
        """The first row with all the header texts named; with #n only, the first filled there that names no area."""
        texts = [name_key(entry['column']) for entry in told if not entry['column'].startswith('#')]
        numbers = [int(entry['column'][1:]) - 1 for entry in told if entry['column'].startswith('#')]
        for start, row in enumerate(table.rows):
            keys = [name_key(cell) for cell in row.cells]
            if texts and not all(text in keys for text in texts):
                continue
            if not texts and not all(row.cell(n) and not self.region.area_names.find(row.cell(n)) for n in numbers):
                continue
            return start, [(int(entry['column'][1:]) - 1 if entry['column'].startswith('#')
                            else keys.index(name_key(entry['column'])), entry) for entry in told]
        raise InputError('data/%s: no header as sources.csv tells' % table.name)

    def add_foreign(self, table, row, cells, entry, title, text):
        area = self.region.area_names.need(entry['area'] or cells.get('area', ''))
        indicator = self.region.indicator_names.need(entry['indicator'] or cells.get('indicator', ''))
        told = entry['period'] or cells.get('period', '')
        period = need_period(told) if told else table.need_period()
        unit = name_key(entry['unit']) or split_unit(name_key(title))[1]
        column = Column(indicator, entry['as'], '' if entry['as'].endswith('yoy') else unit)
        self.add(table.with_unit(column), area, period, text, table.where(row))

    def of_run(self, unit):
        return RunObservations(self, unit)


class Table:
    """One data file on its way in."""

    def __init__(self, region, name, rows):
        self.region, self.name, self.rows = region, name, rows
        self.units = []
        self.fixed_area = self.fixed_column = self.period = None
        self.header = []         # of a by-indicator table
        self.label = self.label_column()

    def label_column(self):
        """The first column with anything in it; a leading 序号 column is skipped."""
        used = sorted({n for row in self.rows for n, cell in enumerate(row.cells) if cell.strip()})
        if len(used) > 1 and any(name_key(row.cell(used[0])) == '序号' for row in self.rows):
            return used[1]
        return used[0] if used else 0

    def where(self, row):
        return 'data/%s:%d' % (self.name, row.line)

    def check_beyond(self, header, row):
        """A figure beyond the last header is refused: an unquoted 1,100 shifts the row."""
        for cell in filter(None, map(str.strip, row.cells[last_filled(header) + 1:])):
            if re.search(r'\d', cell) and parses(cell):
                raise InputError('%s: %r beyond the last header' % (self.where(row), cell))

    def first_data(self, *more_names):
        """Above which row a header is sought: the first of several cells whose first filled one names an area (or one of
        more_names), or a period with no second period in its row. The number of rows where there is none."""
        for n, row in enumerate(self.rows):
            if len(row.filled()) < 2:
                continue
            label = row.cell(self.label) or row.filled()[0]
            periods = sum(parse_period(cell) is not None for cell in row.filled())
            if any(names.find(label) for names in (self.region.area_names,) + more_names):
                return n
            if parse_period(label) and periods == 1:
                return n
        return len(self.rows)

    # --- above the header
    def names_one(self, start):
        """Whether a row above names the area or the indicator that a by-period table is of."""
        return any(FIXED.match(name_key(cell)) for row in self.rows[:start] for cell in row.filled())

    def read_preamble(self, start):
        """The rows above the header: units, the area or indicator of a by-period table, a period."""
        for row in self.rows[:start]:
            for cell in row.filled():
                match = FIXED.match(name_key(cell))
                key, text = match.groups() if match else ('', '')
                if key == '地区':
                    self.fixed_area = self.region.area_names.find(text)
                elif key == '指标':
                    self.fixed_column = self.column([text])
                else:
                    self.read_units(cell)
                    self.period = self.period or find_period(cell)

    def read_units(self, cell):
        """A stated unit, however introduced and wherever in its cell; 填报单位 and the like name an office."""
        text = unicodedata.normalize('NFKC', cell).strip()
        told = [match.groups() for match in UNIT_TOLD.finditer(text)]
        stated = [unit for before, part in told if not before.endswith(tuple(OFFICES)) for unit in pieces(part)
                  if self.is_unit(unit) or before in ('', '金额', '计量', '数量', '货币')]
        if not told:
            parts = re.findall(r'\(([^()]*)\)', text) + text.split()[1:][-1:] + UNIT_BEHIND.findall(text)
            stated = [unit for part in parts for unit in pieces(part) if self.is_unit(unit)]
        self.units += [unit for unit in dict.fromkeys(stated) if unit not in self.units]

    def is_unit(self, text):
        """Whether a text is a unit that some indicator's converts from."""
        units = {indicator.unit for indicator in self.region.indicators.values()}
        return bool(text) and any(unit_factor(text, unit) is not None for unit in units if unit)

    def need_period(self):
        period = self.period or find_period(os.path.splitext(os.path.basename(self.name))[0])
        if not period:
            raise InputError('data/%s: no period' % self.name)
        return period

    def with_unit(self, column):
        """A stated unit is that of the flow and stock columns without one: the one their indicator's converts from."""
        indicator = self.region.indicators[column.indicator]
        level = column.field in ('value', 'single') and indicator.kind in ('flow', 'stock')
        if not self.units or column.unit or not level:
            return column
        fitting = [unit for unit in self.units if unit_factor(unit, indicator.unit) is not None]
        if len(fitting) != 1:
            raise InputError('data/%s: %s has %d units of %s' % (self.name, indicator.id, len(fitting), self.units))
        return column._replace(unit=fitting[0])

    # --- headers
    def column(self, levels):
        """What the levels of a header name: the indicator whose name is longest at the beginning of the joined header,
        else the first level that is one; None where no indicator is named."""
        levels = [name_key(FOOTNOTES.sub('', level)) for level in levels]
        for first in range(len(levels)):
            column = self.named('·'.join(levels[first:]))
            if column:
                return column
        return None

    def named(self, text):
        """The column that a header text names, None where it holds anything but a name and the words beside it."""
        names = self.region.indicator_names
        if names.find(text):
            return Column(names.find(text), 'value', '')
        longest = max((name for name in names.keys() if text.startswith(name)), key=len, default='')
        if not longest:
            return None
        rest = text[len(longest):]
        units = [unit for unit in re.findall(r'\(([^()]*)\)', rest) if unit]
        bare = re.sub(r'\([^()]*\)', '', rest)
        if HEADER_WORDS.sub('', bare):
            return None
        field = 'yoy' if GROWTH_HEADER.search(bare) else 'value'
        return Column(names.need(longest), field, units[-1] if units else '')

    def by_indicator_header(self):
        """(first data row, {position: Column}, position of the period column), or None."""
        data = self.first_data()
        bottom = data
        while bottom > 0 and not self.is_header(self.rows[bottom - 1]):
            bottom -= 1
        if not bottom:
            return None
        top = bottom
        while top > 0 and bottom - top < 3 and self.is_header(self.rows[top - 1]):
            top -= 1
        self.read_preamble(top)
        for row in self.rows[top:bottom]:
            if states_unit(row.cell(self.label)):
                self.read_units(row.cell(self.label))
        self.header = self.rows[top:bottom]
        levels = joined(self.header)
        period = next((n for n, names in levels.items() if name_key(names[-1]) in ('period', '时期')), None)
        columns = {n: self.column(names) for n, names in levels.items() if n > self.label and n != period}
        columns = {n: column for n, column in columns.items() if column}
        return (data, columns, period) if columns else None

    def is_header(self, row):
        """Whether a row above the data has a label beyond the areas' column that is not a statement of units."""
        labels = [cell.strip() for cell in row.cells[self.label + 1:] if cell.strip()]
        return any(not states_unit(label) for label in labels)


def last_filled(row):
    return max((n for n, cell in enumerate(row.cells) if cell.strip()), default=-1)


def parses(cell):
    try:
        return parse_number(cell, True) is not None
    except InputError:
        return False


def states_unit(label):
    return UNIT_TOLD.search(unicodedata.normalize('NFKC', label)) is not None


def pieces(text):
    """亿元、户 -> 亿元, 户."""
    return [piece for piece in re.split('[、,;]', text) if piece]


def joined(header):
    """{position: labels from the top}: an upper cell extends right over blanks that have a label below."""
    width = max((len(row.cells) for row in header), default=0)
    levels = {}
    for depth, row in enumerate(header):
        label = ''
        for n in range(width):
            below = any(lower.cell(n) for lower in header[depth + 1:])
            label = row.cell(n) or (label if below else '')
            if label:
                levels.setdefault(n, []).append(label)
    return levels


class RunObservations:
    """The observations as a run in years, quarters or months sees them (SPEC 1 Periods)."""

    def __init__(self, observations, unit):
        self.unit = unit
        self.indicators = observations.region.indicators
        self.seen = observations.seen
        self.mapped = {key: self.map_series(key, series) for key, series in self.seen.items()}

    def own_only(self, key):
        """A month's single figure never answers for a quarter."""
        field, _, indicator = key
        return field in ('single', 'single_yoy') or self.indicators[indicator].basis == 'single'

    def map_series(self, key, series):
        """Each period as asked for, else in the other spelling: the year for its last quarter or month, the months and
        quarters for the year; a quarter and the month that ends it are the same period twice."""
        mapped = {}
        for period, observation in sorted(series.items(), key=lambda item: self.nearness(item[0])):
            target = answers_for(period, self.unit)
            if target is None or self.own_only(key) and period.unit != self.unit:
                continue
            year_beside = 'Y' in (self.unit, period.unit) and period.unit != self.unit
            if target in mapped and not year_beside and mapped[target].value != observation.value:
                raise InputError('%s: differs from %s' % (observation.where, mapped[target].where))
            mapped.setdefault(target, observation)
        return mapped

    def nearness(self, period):
        """Observations of the run's own unit first, then from the longer to the shorter."""
        return period.unit != self.unit, 'QMY'.index(period.unit)

    def get(self, field, area, indicator, period):
        return self.mapped.get((field, area, indicator), {}).get(period)

    def finer(self, area, indicator, period):
        """The finer singles that make up a period of a basis-single series, all of them or none."""
        series = self.seen.get(('value', area, indicator), {})
        if self.unit == 'M':
            return []
        last = period.months()
        first = last - 12 // {'Y': 1, 'Q': 4}[self.unit] + 1
        quarters = [period._replace(unit='Q', n=n) for n in range(1, 5)] if self.unit == 'Y' else []
        months = [period._replace(unit='M', n=n) for n in range(max(first, 2), last + 1)]
        for parts in (quarters, months):
            if parts and all(part in series for part in parts):
                return [series[part] for part in parts]
        return []


def read_targets(region):
    """targets.csv as rows, or in the by-indicator shape, the 附表 as issued (SPEC 1)."""
    path = region.path('targets.csv')
    if not os.path.exists(path):
        return
    rows = read_rows(path)
    first = next((row for row in rows if row.filled()), None)
    if first is None or {'area', 'indicator'} <= set(header_of(first, 'targets')):
        for row in region.table('targets'):
            region.read_target(row)
        return
    table = Table(region, 'targets.csv', rows)
    start, columns, _ = table.by_indicator_header()
    year = str(table.need_period().year)
    for row in rows[start:]:
        for n, column in columns.items() if region.area_names.find(row.cell(table.label)) else ():
            if not is_missing(row.cell(n)):
                region.read_target(issued_target(region, table.with_unit(column), row.cell(table.label), row.cell(n), year))


def issued_target(region, column, area, text, year):
    """A row of targets.csv out of a cell of the 附表; a range stays one."""
    indicator = region.indicators[column.indicator]
    factor = Fraction(1)
    if column.unit and column.field == 'value':
        factor = unit_factor(column.unit, indicator.unit)
        if factor is None:
            raise InputError('targets.csv: %s cannot be %s' % (column.unit, indicator.unit))
    ends = [exact_decimal(parse_number(end, column.field == 'yoy' or indicator.kind == 'rate') * factor)
            for end in split_range(text) or (text,)]
    row = dict.fromkeys('upper stretch tolerance pace source clause owner op'.split(), '')
    row.update({'area': area, 'indicator': column.indicator, 'measure': column.field, 'from': year, 'to': year,
                'value': '—'.join(ends)})
    return row


def read_region(folder):
    region = Region(folder)
    read_targets(region)
    return region, Observations(region)
