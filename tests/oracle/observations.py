# SPDX-License-Identifier: MIT
"""Data tables of every shape, read into observations (SPEC 1 Shapes of a data table)."""
import os
import re
from fractions import Fraction
from typing import NamedTuple

from arithmetic import InputError, exact_decimal, is_missing, is_percent, parse_number, unit_factor
from periods import answers_for, find_period, need_period, parse_period
from region import Region
from tables import header_of, name_key, read_rows

STATUS_EMPTY = {'M', 'L', 'O', '未报'}
STATUSES = STATUS_EMPTY | set('ABEFPUV') | {'正常', '初步', '估计', ''}
GROWTH_HEADER = re.compile('增速|同比')
PREAMBLE = re.compile(r'^(单位|指标|地区)[:：](.+)$')


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
        folder = region.path('data')
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if name.endswith('.csv'):
                self.read_file(name)

    def add(self, column, area, period, text, where):
        """One cell; a missing one is no observation, the same again must be equal (SPEC 1 Missing, Duplicates)."""
        indicator = self.region.indicators[column.indicator]
        field = 'value' if column.field == 'yoy' and indicator.kind == 'rate' else column.field
        growth = field in ('yoy', 'single_yoy') or indicator.kind == 'rate'
        value = parse_number(text, growth, is_percent(indicator.unit) and indicator.kind == 'ratio')
        if value is None:
            return
        if column.unit and not growth:
            factor = unit_factor(column.unit, indicator.unit)
            if factor is None:
                raise InputError('%s: %s cannot be %s' % (where, column.unit, indicator.unit))
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
        for row in table.rows[start + 1:]:
            cell = {column: row.cell(position) for column, position in header.items()}
            if cell['area'] and cell['indicator']:
                self.add_tidy(table, row, cell)
        return True

    def add_tidy(self, table, row, cell):
        where = table.where(row)
        status = cell.get('status', '')
        if status not in STATUSES or status in STATUS_EMPTY and not is_missing(cell.get('value', '')):
            raise InputError('%s: status %r' % (where, status))
        area = self.region.area_names.need(cell['area'])
        indicator = self.region.indicator_names.need(cell['indicator'])
        period = need_period(cell['period']) if 'period' in cell else table.need_period()
        for field in ('value', 'yoy'):
            self.add(table.with_unit(Column(indicator, field, '')), area, period, cell.get(field, ''), where)

    # --- by period: the national bureau's export
    def read_by_period(self, table):
        for start, row in enumerate(table.rows):
            periods = {n: parse_period(cell) for n, cell in enumerate(row.cells) if n and cell.strip()}
            if periods and all(periods.values()) and not self.region.area_names.find(row.cell(0)):
                break
        else:
            return False
        table.read_preamble(start)
        for row in table.rows[start + 1:]:
            label = row.cell(0)
            area, column = table.fixed_area, table.fixed_column
            if column:
                area = self.region.area_names.find(label)
            else:
                column = table.column([label])
            if not area or not column:
                continue
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
            area = self.region.area_names.find(row.cell(table.first))
            if not area:
                continue
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
        self.unit = self.fixed_area = self.fixed_column = self.period = None
        used = [n for row in rows for n, cell in enumerate(row.cells) if cell.strip()]
        self.first = min(used, default=0)

    def where(self, row):
        return 'data/%s:%d' % (self.name, row.line)

    def read_preamble(self, start):
        """The rows above the header: a unit, the area or indicator of a by-period table, a period."""
        for row in self.rows[:start]:
            for cell in row.filled():
                match = PREAMBLE.match(name_key(cell))
                key, text = match.groups() if match else ('', '')
                self.read_unit(cell)
                if key == '地区':
                    self.fixed_area = self.region.area_names.find(text)
                elif key == '指标':
                    self.fixed_column = self.column([text])
                self.period = self.period or find_period(cell)

    def read_unit(self, cell):
        match = PREAMBLE.match(name_key(cell))
        if match and match.group(1) == '单位':
            self.unit = match.group(2)

    def need_period(self):
        period = self.period or find_period(os.path.splitext(self.name)[0])
        if not period:
            raise InputError('data/%s: no period' % self.name)
        return period

    def with_unit(self, column):
        """A preamble's unit is that of the flow and stock columns without one."""
        indicator = self.region.indicators[column.indicator]
        if self.unit and not column.unit and column.field in ('value', 'single') and indicator.kind in ('flow', 'stock'):
            return column._replace(unit=self.unit)
        return column

    def column(self, levels):
        """What the levels of a header name: the indicator is the first level that is one."""
        field = 'yoy' if any(GROWTH_HEADER.search(level) for level in levels) else 'value'
        for level in ['·'.join(levels)] + levels:
            indicator, named = self.header_indicator(name_key(level))
            if indicator:
                units = [split_unit(name_key(other))[1] for other in reversed(levels) if name_key(other) != named]
                return Column(indicator, field, '' if field == 'yoy' else next(filter(None, units), ''))
        return None

    def header_indicator(self, text):
        """(indicator, its name where a bracket is part of it); the unit in brackets and 增速 are left off."""
        bare = split_unit(text)[0]
        for name in (text, bare, re.sub('(同比)?(增速|增长)$|同比$', '', bare).rstrip('·:')):
            if self.region.indicator_names.find(name):
                return self.region.indicator_names.find(name), name
        return None, ''

    def by_indicator_header(self):
        """(first data row, {position: Column}, position of the period column), or None."""
        find = self.region.area_names.find
        start = next((n for n, row in enumerate(self.rows)
                      if n and find(row.cell(self.first)) and self.is_header(self.rows[n - 1])), None)
        if not start:
            return None
        top = start
        while top > 0 and start - top < 3 and self.is_header(self.rows[top - 1]):
            top -= 1
        self.read_preamble(top)
        for row in self.rows[top:start]:
            self.read_unit(row.cell(self.first))
        levels = joined(self.rows[top:start])
        period = next((n for n, names in levels.items() if name_key(names[-1]) in ('period', '时期')), None)
        columns = {n: self.column(names) for n, names in levels.items() if n not in (self.first, period)}
        columns = {n: column for n, column in columns.items() if column}
        return (start, columns, period) if columns else None

    def is_header(self, row):
        labels = [cell.strip() for cell in row.cells[self.first + 1:] if cell.strip()]
        return any(not PREAMBLE.match(name_key(label)) for label in labels)


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


def split_unit(text):
    """营业收入(万元) -> (营业收入, 万元)."""
    match = re.match(r'^(.*?)\(([^()]*)\)$', text)
    return (match.group(1), match.group(2)) if match else (text, '')


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
        mapped = {}
        for period, observation in series.items():
            target = answers_for(period, self.unit)
            if target is None or self.own_only(key) and period.unit != self.unit:
                continue
            if target in mapped and mapped[target].value != observation.value:
                raise InputError('%s: differs from %s' % (observation.where, mapped[target].where))
            mapped.setdefault(target, observation)
        return mapped

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
        for n, column in columns.items() if region.area_names.find(row.cell(table.first)) else ():
            if not is_missing(row.cell(n)):
                region.read_target(issued_target(region, table.with_unit(column), row.cell(table.first), row.cell(n), year))


def issued_target(region, column, area, text, year):
    indicator = region.indicators[column.indicator]
    value = parse_number(text)
    if column.unit and column.field == 'value' and indicator.kind in ('flow', 'stock'):
        value *= unit_factor(column.unit, indicator.unit)
    row = dict.fromkeys('upper stretch tolerance pace source op'.split(), '')
    row.update({'area': area, 'indicator': column.indicator, 'measure': column.field, 'from': year, 'to': year,
                'value': exact_decimal(value)})
    return row


def read_region(folder):
    region = Region(folder)
    read_targets(region)
    return region, Observations(region)
