# SPDX-License-Identifier: MIT
"""A region folder: settings, areas, indicators, targets, scoring (SPEC 1, 2). Observations: observations.py."""
import os
import re
from dataclasses import dataclass, field, replace
from fractions import Fraction

from arithmetic import InputError, is_missing, parse_number
from periods import need_period, squeeze
from tables import name_key, records

KINDS = {'flow': 'flow', '时期数': 'flow', 'stock': 'stock', '时点数': 'stock',
         'ratio': 'ratio', '比率': 'ratio', 'rate': 'rate', '增速': 'rate'}
BASES = {'': 'ytd', 'ytd': 'ytd', '累计': 'ytd', 'single': 'single', '当期': 'single'}
BETTER = {'': 'higher', 'higher': 'higher', '正向': 'higher', 'lower': 'lower', '逆向': 'lower'}
TOTALS = {'sum': 'sum', '加总': 'sum', 'given': 'given', '上报': 'given', 'none': 'none', '不计': 'none'}
ROLES = {'': 'area', 'area': 'area', '地区': 'area', 'reference': 'reference', '参照': 'reference'}
YES_NO = {'': True, 'yes': True, '是': True, 'no': False, '否': False}
MEASURES = {'': 'value', '总量': 'value', '增速': 'yoy', '年均增速': 'cagr', '百分点变化': 'change', '占比': 'share',
            '位次': 'rank', '累计总量': 'total', '年均': 'mean', '位次(总量)': 'rank(value)', '位次(增速)': 'rank(yoy)'}
MEASURES.update({word: word for word in list(MEASURES.values())})
METHODS = {'ratio': 'ratio', '完成率': 'ratio', 'gap': 'gap', '差距': 'gap',
           'efficacy': 'efficacy', '功效系数': 'efficacy'}
OPS = {'>=': '>=', '≥': '>=', '=': '>=', '达到': '>=', '以上': '>=', '完成': '>=', '不低于': '>=', '>': '>', '突破': '>',
       '超过': '>', '<=': '<=', '≤': '<=', '<': '<', 'between': 'between', 'about': 'about', 'up': 'up', '提高': 'up',
       'down': 'down', '降低': 'down', 'external': 'external', '上级下达': 'external', 'done': 'done',
       'qualitative': 'qualitative', '定性': 'qualitative', '大幅提升': 'qualitative', '前列': 'qualitative',
       'compare': 'compare', '对比': 'compare'}
INEQUALITIES = ('>=', '>', '<=', '<')
SETTINGS = {'rounding': ('half_up', 'half_even'), 'compare': ('printed', 'exact')}
END = r'[+\-−]?(?:\d[\d,]*\.?\d*|\.\d+)[%％‰]?'
RANGE = re.compile(r'(%s)(?:[—–~～至]+|-)(%s)' % (END, END))


def word(words, text, what):
    if name_key(text) not in words:
        raise InputError('%s: %r' % (what, text))
    return words[name_key(text)]


def number(text, default=None):
    return default if is_missing(text) else parse_number(text)


def whole(text, default):
    return int(text) if text else default


def split_range(text):
    """2—3 -> ('2', '3'); None where it is no range (SPEC 4)."""
    match = RANGE.fullmatch(re.sub(r'\s', '', text))
    return match.groups() if match else None


def place(text):
    """前三名 -> 3, None for anything else (SPEC 4)."""
    match = re.fullmatch(r'前(\d+|[一二三四五六七八九十])名', name_key(text))
    if not match:
        return None
    return Fraction('一二三四五六七八九十'.find(match.group(1)) + 1 or int(match.group(1)))


def deadline(text):
    """The period that -2025, 至2025Q2 or 2025年6月底前 ends with; None where `to` is no deadline (SPEC 4 In force)."""
    cell = squeeze(text).replace('−', '-')
    match = re.fullmatch('[-至](.+)|(.+)底前', cell)
    if not match:
        return None
    return need_period(match.group(1) or match.group(2))


@dataclass
class Area:
    code: str
    name: str
    alias: list
    parent: str
    role: str
    group: str
    in_total: bool
    children: list = field(default_factory=list)


@dataclass
class Indicator:
    id: str
    name: str
    alias: list
    unit: str
    kind: str
    basis: str
    better: str
    decimals: int
    rate_decimals: int
    total: str
    numerator: str
    denominator: str


@dataclass
class Target:
    scope: int          # 2 one area, 1 @group, 0 *
    area: str           # a code, a group, or ''
    indicator: str
    measure: str
    op: str
    value: object       # Fraction, 'parent', ('area', code) or None
    plus: Fraction      # what is added to a parent's or an area's figure
    upper: object
    stretch: object
    tolerance: object
    first: object       # from
    last: object        # to, a year
    deadline: object    # to, of a deadline target the Period, else None
    pace: list
    source: str
    flow: bool          # of a flow

    def in_force(self, year):
        """SPEC 4 In force. A deadline target is in force until its year is over, a milestone for ever."""
        if self.deadline:
            return year <= self.last or self.op == 'done'
        return self.first is None or self.first <= year <= self.last

    def slot(self):
        """Which row of verdicts.csv it belongs to."""
        return self.indicator, self.measure, self.deadline

    def of_years(self):
        """A deadline of a flow's value is told by whole years (SPEC 4 In force); a milestone has no figure to tell."""
        return self.deadline is not None and self.flow and self.measure == 'value' and self.op != 'done'

    def is_number(self):
        return isinstance(self.value, Fraction)


@dataclass
class Scored:
    indicator: str
    measure: str
    weight: Fraction
    method: str
    cap: Fraction
    floor: Fraction
    step: object        # None where none is given


class Names:
    """Code, name or alias to the code; a code wins, a name of two things is an error when used (SPEC 1 Names)."""

    def __init__(self, things, code):
        self.codes = {name_key(code(thing)): code(thing) for thing in things}
        self.named = {}
        for thing in things:
            for name in [thing.name] + thing.alias:
                self.named.setdefault(name_key(name), set()).add(code(thing))

    def find(self, text):
        """The code, or None."""
        key = name_key(text)
        if key in self.codes:
            return self.codes[key]
        found = self.named.get(key, set()) if key else set()
        if len(found) > 1:
            raise InputError('%r is the name of %s' % (text, sorted(found)))
        return next(iter(found), None)

    def keys(self):
        return list(self.codes) + list(self.named)

    def need(self, text):
        code = self.find(text)
        if code is None:
            raise InputError('unknown name: %r' % text)
        return code


class Region:
    def __init__(self, folder):
        self.folder = folder
        self.read_settings()
        self.read_areas()
        self.read_indicators()
        self.targets = []
        self.scoring = [self.scored(row) for row in self.table('scoring')]

    def path(self, name):
        return os.path.join(self.folder, name)

    def table(self, kind):
        path = self.path(kind + '.csv')
        return list(records(path, kind)) if os.path.exists(path) else []

    # --- settings (SPEC 2)
    def read_settings(self):
        self.settings = {}
        for row in self.table('settings'):
            key, value = row['key'], row['value']
            if key in self.settings or value and value not in SETTINGS.get(key, (value,)):
                raise InputError('settings.csv: %s: %r' % (key, value))
            self.settings[key] = value
        self.rounding = self.settings.get('rounding') or 'half_up'
        self.exact = self.settings.get('compare') == 'exact'

    # --- areas (SPEC 1 Areas)
    def read_areas(self):
        self.areas = {}
        for row in self.table('areas'):
            area = Area(row['code'], row['name'], row['alias'].split(';') if row['alias'] else [], row['parent'],
                        word(ROLES, row['role'], 'role'), row['group'], word(YES_NO, row['in_total'], 'in_total'))
            if area.code in self.areas:
                raise InputError('areas.csv: %s twice' % area.code)
            self.areas[area.code] = area
        self.area_names = Names(list(self.areas.values()), lambda area: area.code)
        for area in self.areas.values():
            if area.parent:
                area.parent = self.area_names.need(area.parent)
                self.areas[area.parent].children.append(area.code)
        tops = [area.code for area in self.areas.values() if area.role == 'area' and not area.parent]
        if len(tops) != 1 or any(area.parent for area in self.areas.values() if area.role == 'reference'):
            raise InputError('areas.csv: one area without parent, references without')
        self.top = tops[0]
        self.judged = [code for code, area in self.areas.items() if area.role == 'area']
        self.ranked = [code for code in self.judged if code != self.top and self.areas[code].group != '-']
        self.reference = self.find_reference()

    def find_reference(self):
        """The first code of the setting, else the first area with the role (SPEC 3 vs_reference)."""
        codes = [code.strip() for code in self.settings.get('reference', '').split(';') if code.strip()]
        if codes:
            return self.area_names.need(codes[0])
        return next((code for code, area in self.areas.items() if area.role == 'reference'), None)

    # --- indicators
    def read_indicators(self):
        self.indicators = {}
        for row in self.table('indicators'):
            kind = word(KINDS, row['kind'], 'kind')
            level = kind in ('flow', 'stock')
            if row['id'] in self.indicators:
                raise InputError('indicators.csv: %s twice' % row['id'])
            self.indicators[row['id']] = Indicator(
                row['id'], row['name'], row['alias'].split(';') if row['alias'] else [], name_key(row['unit']), kind,
                word(BASES, row['basis'], 'basis'), word(BETTER, row['better'], 'better'),
                whole(row['decimals'], 2 if level else 1), whole(row['rate_decimals'], 1),
                word(TOTALS, row['total'], 'total') if row['total'] else 'sum' if level else 'given',
                row['numerator'], row['denominator'])
        self.indicator_names = Names(list(self.indicators.values()), lambda indicator: indicator.id)
        for indicator in self.indicators.values():
            for part in ('numerator', 'denominator'):
                if getattr(indicator, part):
                    setattr(indicator, part, self.indicator_names.need(getattr(indicator, part)))

    # --- targets (SPEC 4); targets in the by-indicator shape come from observations.py
    def read_target(self, row):
        """The targets of one row of targets.csv: an indicator may be a ; list."""
        for name in row['indicator'].split(';'):
            indicator = self.indicators[self.indicator_names.need(name)]
            measure = word(MEASURES, row['measure'], 'measure')
            self.add_target(self.target(row, indicator, measure))

    def add_target(self, target):
        """Equal in all but source, clause and owner: one target, both sources kept; two others of one rank and year are
        refused when they are looked for (verdicts.py)."""
        twin = next((other for other in self.targets if replace(other, source='') == replace(target, source='')), None)
        if not twin:
            self.targets.append(target)
        elif target.source not in twin.source.split(';'):
            twin.source = ';'.join(filter(None, [twin.source, target.source]))

    def target(self, row, indicator, measure):
        scope, area = self.target_area(row['area'])
        ranked = measure.startswith('rank')
        if ranked and scope == 2 and area not in self.ranked:
            raise InputError('targets.csv: %s is never ranked' % area)
        op = self.target_op(row['op'], indicator, measure)
        value, plus, stretch = self.target_value(row, op)
        due = deadline(row['to'])
        first, last = whole(row['from'], None), due.year if due else whole(row['to'], None)
        if due and (first is not None or indicator.kind == 'flow' and measure == 'value' and due.unit != 'Y'):
            raise InputError('targets.csv: %s: deadline %s' % (indicator.id, row['to']))
        if not due:
            first, last = (last if first is None else first), (first if last is None else last)
        if measure in ('cagr', 'total', 'mean') and first is None:
            raise InputError('targets.csv: a %s target without from' % measure)
        upper, tolerance = number(row['upper']), number(row['tolerance'])
        if op == 'between' and (upper is None or value is None) or tolerance is not None and tolerance < 0:
            raise InputError('targets.csv: %s %s' % (indicator.id, op))
        pace = [parse_number(entry) for entry in row['pace'].split(';')] if row['pace'] else []
        if len(pace) not in (0, 4, 12):
            raise InputError('targets.csv: pace of %d entries' % len(pace))
        return Target(scope, area, indicator.id, measure, op, value, plus, upper, stretch, tolerance,
                      first, last, due, pace, row['source'], indicator.kind == 'flow')

    def target_area(self, text):
        if text == '*':
            return 0, ''
        if text.startswith('@'):
            return 1, text[1:]
        return 2, self.area_names.need(text)

    def target_op(self, text, indicator, measure):
        if name_key(text) == '前移':
            return 'up' if measure.startswith('rank') else 'down'
        if text:
            return word(OPS, text, 'op')
        return '<=' if measure.startswith('rank') or indicator.better == 'lower' else '>='

    def target_value(self, row, op):
        """(value, plus, stretch): a number, a range, a base year of up and down, parent, parent+0.5, area:CODE-1."""
        text, stretch, none = row['value'], number(row['stretch']), Fraction(0)
        if op in ('external', 'qualitative', 'done'):
            return None, none, None
        if op in ('up', 'down'):
            if text and not re.fullmatch(r'\d{4}', text):
                raise InputError('targets.csv: %s %r' % (op, text))
            return ('year', int(text)) if text else None, none, None
        ends = split_range(text)
        if ends:
            if op not in INEQUALITIES or stretch is not None:
                raise InputError('targets.csv: range %r' % text)
            low, high = sorted(map(parse_number, ends))
            return (low, none, high) if op in ('>=', '>') else (high, none, low)
        match = re.match(r'^(parent|area:(.+?))([+-]\d+(?:\.\d+)?)?$', text)
        if match:
            return self.other_area(text, match) + (stretch,)
        if op == 'compare':
            raise InputError('targets.csv: compare %r' % text)
        value = place(text) if row['measure'] and op == '<=' else None
        value = number(text) if value is None else value
        if value is None and op in INEQUALITIES:
            value, stretch = stretch, None
        if value is None:
            raise InputError('targets.csv: no value')
        return value, none, stretch

    def other_area(self, text, match):
        """(value, plus) of parent+0.5 and area:CODE-1; a code may itself end in -1."""
        whole_code = self.area_names.find(text[5:]) if text.startswith('area:') else None
        if whole_code:
            return ('area', whole_code), Fraction(0)
        plus = Fraction(match.group(3) or 0)
        return ('parent' if match.group(1) == 'parent' else ('area', self.area_names.need(match.group(2)))), plus

    # --- scoring
    def scored(self, row):
        indicator = self.indicators[self.indicator_names.need(row['indicator'])]
        return Scored(indicator.id, word(MEASURES, row['measure'], 'measure'), number(row['weight']),
                      word(METHODS, row['method'], 'method'), number(row['cap'], Fraction(1)),
                      number(row['floor'], Fraction(0)), number(row['step']))
