# SPDX-License-Identifier: MIT
"""Periods: how they are spelled (SPEC 1 Periods) and how one leads to another (SPEC 3)."""
import re
import unicodedata
from typing import NamedTuple

from arithmetic import InputError

QUARTERS = {'一': 1, '二': 2, '三': 3, '四': 4, '1': 1, '2': 2, '3': 3, '4': 4}
PER_YEAR = {'Y': 1, 'Q': 4, 'M': 12}


class Period(NamedTuple):
    year: int
    unit: str   # Y a year, Q a quarter, M a month
    n: int      # 1 for a year

    def code(self):
        return {'Y': '%d' % self.year, 'Q': '%dQ%d' % (self.year, self.n), 'M': '%d-%02d' % (self.year, self.n)}[self.unit]

    def months(self):
        """Months elapsed of the year."""
        return self.n * 12 // PER_YEAR[self.unit]

    def is_year_end(self):
        return self.n == PER_YEAR[self.unit]

    def years_before(self, years=1):
        """Y(P) and further back."""
        return self._replace(year=self.year - years)

    def year_end(self, year):
        """The last period of a year, in the units of this run."""
        return Period(year, self.unit, PER_YEAR[self.unit])

    def of_unit(self, unit):
        """The period of another unit that holds the last month of this one."""
        return Period(self.year, unit, -(-self.months() * PER_YEAR[unit] // 12))

    def first_n(self):
        """February stands for January-February: month 02 is the first of a year."""
        return 2 if self.unit == 'M' else 1

    def before_in_year(self):
        """B(P), None for the first period of a year."""
        return self._replace(n=self.n - 1) if self.n > self.first_n() else None

    def before(self):
        """P-: the period before in time."""
        return self.before_in_year() or self.year_end(self.year - 1)

    def of_year(self):
        """The periods of the year up to this one; a January only when asked for itself."""
        return [self._replace(n=n) for n in range(min(self.first_n(), self.n), self.n + 1)]


DASH = '[-—–−~～至]+'
SPELLINGS = (
    (re.compile(r'(\d{4})[Qq]([1-4])(?!\d)'), lambda y, q: Period(y, 'Q', int(q))),
    (re.compile(r'(\d{4})年上半年()'), lambda y, _: Period(y, 'Q', 2)),
    (re.compile(r'(\d{4})年(?:第|前)?([一二三四1-4])个?季度'), lambda y, q: Period(y, 'Q', QUARTERS[q])),
    (re.compile(r'(\d{4})年(?:1月?%s)?(1[0-2]|0?[1-9])月份?' % DASH), lambda y, m: Period(y, 'M', int(m))),
    (re.compile(r'(\d{4})-(1[0-2]|0[1-9]|[1-9])(?!\d)'), lambda y, m: Period(y, 'M', int(m))),
    (re.compile(r'(\d{4})(?:年全年|年度|年)?()(?![\d年Qq.]|-\d)'), lambda y, _: Period(y, 'Y', 1)),
)


def squeeze(text):
    return re.sub(r'\s', '', unicodedata.normalize('NFKC', text))


def parse_period(text):
    """The period a whole cell spells, or None."""
    cell = squeeze(text)
    for pattern, make in SPELLINGS:
        match = pattern.fullmatch(cell)
        if match:
            return make(int(match.group(1)), match.group(2))
    return None


def find_period(text):
    """The first period somewhere in a title or a file name, or None."""
    cell = squeeze(text)
    for pattern, make in SPELLINGS:
        match = pattern.search(cell)
        if match and (match.start() == 0 or not cell[match.start() - 1].isdigit()):
            return make(int(match.group(1)), match.group(2))
    return None


def need_period(text):
    period = parse_period(text)
    if period is None:
        raise InputError('not a period: %r' % text)
    return period


def answers_for(period, unit):
    """The period of a run in `unit` that an observation of `period` answers for, or None (SPEC 1 Periods)."""
    if period.unit == unit:
        return period
    if period.unit == 'Y':
        return Period(period.year, unit, PER_YEAR[unit])
    if unit == 'Y':
        return Period(period.year, 'Y', 1) if period.is_year_end() else None
    if unit == 'Q' and period.n % 3 == 0:
        return Period(period.year, 'Q', period.n // 3)
    return None
