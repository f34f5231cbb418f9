#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""random_region.py SEED DIR: a random but valid small region, DIR/region/ and DIR/period.txt, as in the cases, and
DIR/features.txt, what the region has of specification 2.2.

The same seed makes the same region. Values sit on printing ties and targets on actual figures more often than chance
would have it; to place a target on a figure the oracle is asked for the figure.
CONTESTED=1 in the environment adds what the specification leaves open (NOTES.md, marked C). What came with specification
2.2 is parted into features (below); a seed has some of them. FEATURES='ranges deadlines' gives every seed just these,
FEATURES=all every one, FEATURES=2.1 none: regions as before 2.2, valid under both.
"""
import os
import random
import sys
from dataclasses import dataclass, field
from fractions import Fraction

sys.dont_write_bytecode = True

import targets_maker                                         # noqa: E402
from periods import PER_YEAR, Period                         # noqa: E402
from spelling import Speller                                 # noqa: E402
from table_writer import TableWriter                         # noqa: E402

NICE = [Fraction(n) for n in (8, 10, 12, 16, 20, 25, 40, 50, 64, 80, 100, 125, 200, 250, 400, 500, 800, 1000)]
RATIOS = [Fraction(n, 4) for n in range(8, 120, 3)] + [Fraction(n, 20) for n in range(20, 400, 7)]
FEATURES = (
    # of tables: codes that begin with 0, separators, 5. and .5, units above a header and in a tidy table, words in headers,
    # what stands in a table besides, cells left off or beyond it, columns beside periods, titles that go on, returned
    # forms, a year's last period in two spellings, singles alone
    'codes separators numbers units tidyunits headers dress ragged periods titles returns spellings singles '
    # of areas and indicators
    'aliases namesakes ratios few '
    # of targets and scores
    'ranges stretches deadlines baseyears namedranks opwords unjudged compare repeats owners milestones paces steps years '
    'names').split()
SHIRES = '甲县 乙县 丙县 丁县 戊市 己市 庚区 辛区'.split()
FLOWS = (('CZ', '工业总产值', '亿元'), ('TZ', '工业投资', '亿元'), ('LR', '利润总额', '万元'),
         ('DL', '用电量', '万千瓦时'), ('XZ', '新增规上企业', '户'), ('YF', '研发费用', '万元'))
STOCKS = (('QY', '规上企业数', '户'), ('FZ', '负债总额', '亿元'), ('CF', '标准厂房', '万平方米'))
RATES = (('ZJ', '规上工业增加值', '%'), ('ZZ', '制造业增加值', '%'))
RATIO_KINDS = (('LV', '优良率', '%'), ('ZB', '高技术占比', ''), ('MJ', '亩均产值', '万元/亩'))
MORE_RATIOS = (('SG', '事故率', '‰'), ('RJ', '人均产值', '元/人'))
ALIASES = {'CZ': '产值;工业产值', 'TZ': '工业固投', 'LR': '利润', 'DL': '电量', 'XZ': '新增企业', 'YF': '研发;R&D经费', 'QY': '企业数',
           'ZJ': '规工增加值;增加值', 'LV': '空气优良率', 'MJ': '亩产'}


@dataclass
class Plan:
    """A region before it is written down: rows of plain strings and observations as fractions."""
    rng: random.Random
    contested: bool
    features: set         # of specification 2.2
    period: Period = None
    first_year: int = 0
    settings: dict = field(default_factory=dict)
    areas: list = field(default_factory=list)
    indicators: list = field(default_factory=list)
    targets: list = field(default_factory=list)
    issued: dict = field(default_factory=dict)    # targets in the by-indicator shape instead
    scoring: list = field(default_factory=list)
    seen: dict = field(default_factory=dict)      # (field, area, indicator id, period) -> Fraction

    def chance(self, share):
        return self.rng.random() < share

    def has(self, feature):
        return feature in self.features

    def flow_parents(self):
        return {area['parent'] for area in self.areas if area['parent']}


# --- period and areas

def choose_period(plan):
    unit = plan.rng.choice('QQQQMMMY')
    year = plan.rng.randint(2019, 2022)
    first = {'M': 2, 'Q': 1, 'Y': 1}[unit]
    plan.period = Period(year, unit, plan.rng.randint(first, PER_YEAR[unit]))
    plan.first_year = year - plan.rng.randint(1, 3)


def make_areas(plan):
    rng = plan.rng
    groups = rng.choice([[''], ['', '甲类'], ['甲类', '乙类'], ['', '-'], ['一类', '二类', '-']])

    digits = plan.has('codes')
    namesakes = plan.has('namesakes')

    def add(code, name, parent, role='', group=''):
        plan.areas.append({'code': code, 'name': name, 'parent': parent, 'role': role, 'group': group,
                           'alias': name + '地区' if plan.chance(.2) else '', 'in_total': 'yes'})

    if plan.chance(.3):
        add('CN', '全国', '', 'reference')
    add('R', '全州', '')
    codes = ['01%02d' % n for n in range(1, 9)] if digits else 'ABCDEFGH'
    for code, name in list(zip(codes, SHIRES))[:rng.randint(2, 5)]:
        add(code, name, 'R', '', rng.choice(groups))
        plan.areas[-1]['in_total'] = 'no' if plan.chance(.1) else 'yes'
        if plan.chance(.15):
            for number in range(1, rng.randint(2, 4)):
                town = '城关镇' if namesakes and number == 1 else '%s%d镇' % (name[0], number)
                add('%s%d' % (code, number), town, code, '', rng.choice(groups))
    if plan.chance(.3):
        add('HN', '全省', '', 'reference')


# --- indicators

def make_indicators(plan):
    rng = plan.rng
    chosen = rng.sample(FLOWS, rng.randint(1, 3))
    for code, name, unit in chosen:
        total = rng.choice(['', '', '', 'sum', 'given', 'none'])
        add_indicator(plan, code, name, unit, 'flow', total, basis='single' if plan.chance(.2) else '')
    for code, name, unit in rng.sample(STOCKS, rng.randint(0, 2)):
        add_indicator(plan, code, name, unit, 'stock', rng.choice(['', '', 'given', 'none']))
    for code, name, unit in rng.sample(RATES, rng.randint(0, 1)):
        add_indicator(plan, code, name, unit, 'rate', '')
    for code, name, unit in rng.sample(RATIO_KINDS + MORE_RATIOS * plan.has('ratios'), rng.randint(0, 2)):
        add_indicator(plan, code, name, unit, 'ratio', rng.choice(['', '', 'none']))
    add_quotient(plan)
    if plan.has('headers') and plan.chance(.3):
        add_indicator(plan, 'WC', chosen[0][1] + '增速全省位次', '位', 'stock', 'given')
    if plan.has('milestones'):
        add_indicator(plan, 'XM', '开工项目', '个', 'stock', rng.choice(['', 'none']))
        plan.indicators[-1]['decimals'] = '0'
    rng.shuffle(plan.indicators)
    while len(plan.indicators) < 2:
        add_indicator(plan, *RATES[0], 'rate', '')


def add_indicator(plan, code, name, unit, kind, total, basis='', numerator='', denominator=''):
    rng = plan.rng
    decimals = ['', '0', '1', '2', '2', '3'] if kind in ('flow', 'stock') else ['', '', '1', '2']
    plan.indicators.append({
        'id': code, 'name': name, 'unit': unit, 'kind': kind, 'basis': basis, 'total': total,
        'better': rng.choice(['', '', '', 'lower', 'higher']),
        'decimals': rng.choice(decimals),
        'rate_decimals': rng.choice(['', '', '', '0', '2']), 'alias': name + '值' if plan.chance(.2) else '',
        'numerator': numerator, 'denominator': denominator})
    if plan.has('aliases') and code in ALIASES and plan.chance(.7):
        plan.indicators[-1]['alias'] = ALIASES[code]
    if plan.has('few') and code == 'XZ' and plan.chance(.7):
        plan.indicators[-1]['decimals'] = '0'


def add_quotient(plan):
    """A ratio of two of the others, where two fit."""
    units = {row['id']: row['unit'] for row in plan.indicators}
    money = [code for code, unit in units.items() if unit in ('亿元', '万元')]
    if len(money) > 1 and plan.chance(.5):
        top, bottom = plan.rng.sample(money, 2)
        add_indicator(plan, 'BL', '比例', plan.rng.choice(['%', '']), 'ratio', '', '', top, bottom)
    elif money and 'QY' in units and plan.chance(.7):
        add_indicator(plan, 'HJ', '户均', plan.rng.choice(['万元/户', '元/户']), 'ratio', '', '', plan.rng.choice(money), 'QY')


# --- observations

def make_observations(plan):
    for row in plan.indicators:
        for area in plan.areas:
            if reports(plan, row, area):
                make_series(plan, row, area['code'])
        if row['kind'] in ('flow', 'stock') or plan.has('ratios') and row['kind'] == 'ratio' and row['unit'] not in ('', '%'):
            add_reported(plan, row)


def reports(plan, row, area):
    """Whether an area has rows of its own."""
    if row['numerator']:
        return plan.chance(.2)
    if area['code'] in plan.flow_parents():
        if row['total'] == 'none':
            return False
        return plan.chance(.8) if row['total'] == 'given' or row['kind'] in ('rate', 'ratio') else plan.chance(.15)
    return plan.chance(.8 if area['role'] else .95)


def periods_of(plan):
    """Every period of the run from the first year to P, and one beyond it now and then."""
    p, periods = plan.period, []
    for year in range(plan.first_year, p.year + 1):
        last = p.n if year == p.year else PER_YEAR[p.unit]
        periods += [Period(year, p.unit, n) for n in range(p.first_n(), last + 1)]
    return periods


def make_series(plan, row, area):
    """Year by year: the first from nice numbers, the later ones by growth that often lands on a tie."""
    rng, made = plan.rng, {}
    sparse = plan.chance(.1)
    kind = 'level' if row['kind'] in ('flow', 'stock') else row['kind']
    sign = -1 if row['id'] == 'LR' and plan.chance(.4) else 1
    for period in periods_of(plan):
        base = made.get(period.years_before())
        if kind == 'level':
            made[period] = level(plan, row, period, base, made, sign)
        else:
            made[period] = rng.choice(RATIOS) * (rng.choice([1, 1, 1, -1]) * Fraction(1, 4) if kind == 'rate' else 1)
    if plan.chance(.2):
        echo(plan, row, area, made)
    for period, value in made.items():
        if not plan.chance(.3 if sparse else .03):
            plan.seen['value', area, row['id'], period] = value


def echo(plan, row, area, made):
    """The figures of another area, so that ranks are tied and groups have one best and worst."""
    others = [key[1] for key in plan.seen if key[0] == 'value' and key[2] == row['id'] and key[1] != area]
    for period in made if others else ():
        made[period] = plan.seen.get(('value', others[-1], row['id'], period), made[period])


def level(plan, row, period, base, made, sign):
    rng = plan.rng
    if plan.has('few') and row['id'] == 'XZ' or row['id'] == 'XM':
        return few(plan, row, period, made)
    if plan.chance(.02):
        return Fraction(0)
    if plan.chance(.05 if row['id'] == 'LR' else .01):
        sign = -sign
    if base and plan.chance(.9):
        return round(base * (1 + tie_growth(plan, row) / 100), 6)
    first = rng.choice(NICE) * sign
    before = made.get(period.before_in_year()) if period.before_in_year() else None
    if row['kind'] == 'flow' and row['basis'] != 'single' and before is not None:
        return before + first
    return first + (Fraction(5, 1000) if plan.chance(.3) else 0)


def few(plan, row, period, made):
    """Some firms or a project or two: nothing yet, or no more than a target asks for."""
    if row['id'] == 'XM':
        return Fraction(plan.rng.choice([0, 0, 1, 1, 2]))
    cumulative = row['basis'] != 'single' and period.before_in_year()
    return Fraction(plan.rng.choice([0, 0, 0, 1, 2, 4])) + (made.get(period.before_in_year(), 0) if cumulative else 0)


def tie_growth(plan, row):
    """A growth rate that often ends on the 5 behind the last printed decimal."""
    rng = plan.rng
    places = int(row['rate_decimals'] or 1)
    tie = Fraction(2 * rng.randint(-100, 250) + 1, 2 * 10 ** places)
    return rng.choice([tie, tie, tie, Fraction(rng.randint(-12, 25)), Fraction(0), Fraction(rng.randint(-300, 400), 10)])


def add_reported(plan, row):
    """Reported yoy on some rows, near the computed one or far; single series only where a period is before."""
    share = plan.rng.choice([0, 0, .1, .4])
    for key in [key for key in plan.seen if key[0] == 'value' and key[2] == row['id']]:
        _, area, code, period = key
        first_single = row['basis'] == 'single' and period.before_in_year() is None
        if first_single and not plan.contested or not plan.chance(share):
            continue
        base = plan.seen.get(('value', area, code, period.years_before()))
        computed = (plan.seen[key] / base - 1) * 100 if base else Fraction(5)
        away = plan.rng.choice([0, 0, Fraction(1, 20), Fraction(1, 2), Fraction(-1, 2), 1, 3])
        plan.seen['yoy', area, code, period] = round(computed, plan.rng.choice([1, 1, 2])) + away
    references = [area['code'] for area in plan.areas if area['role']]
    for area in references:
        if ('value', area, row['id'], plan.period) not in plan.seen or plan.chance(.5):
            plan.seen.pop(('value', area, row['id'], plan.period), None)
            plan.seen['yoy', area, row['id'], plan.period] = tie_growth(plan, row)
    if plan.chance(.3) and row['total'] != 'none' and row['basis'] != 'single':
        plan.seen['yoy', 'R', row['id'], plan.period] = tie_growth(plan, row)


# --- settings

def make_settings(plan):
    plan.settings['outlier_level'] = 'off'  # chance puts 20 after 1884, which refuses the input
    if plan.chance(.5):
        plan.settings['rounding'] = plan.rng.choice(['half_up', 'half_even'])
    if plan.chance(.4):
        plan.settings['compare'] = plan.rng.choice(['printed', 'exact', 'exact'])
    references = [area['code'] for area in plan.areas if area['role']]
    if references and plan.chance(.4):
        plan.rng.shuffle(references)
        plan.settings['reference'] = ';'.join(references)


def choose_features(seed):
    told = os.environ.get('FEATURES', '').split()
    if told == ['2.1']:
        return set()
    if told == ['all']:
        return set(FEATURES)
    unknown = set(told) - set(FEATURES)
    if unknown:
        sys.exit('random_region.py: no such features: %s' % ' '.join(sorted(unknown)))
    rng = random.Random('features %s' % seed)
    return set(told) or {feature for feature in FEATURES if rng.random() < .3}


def make(seed, folder):
    """Writes the region of a seed and returns its plan."""
    plan = Plan(random.Random('region %s' % seed), os.environ.get('CONTESTED') == '1', choose_features(seed))
    choose_period(plan)
    make_areas(plan)
    make_indicators(plan)
    make_settings(plan)
    make_observations(plan)
    writer = TableWriter(plan, Speller(plan.rng, plan.features), os.path.join(folder, 'region'))
    writer.write_data()
    writer.write_plain()
    targets_maker.make_targets(plan, writer.folder)
    targets_maker.make_scoring(plan)
    writer.write_plain()
    with open(os.path.join(folder, 'period.txt'), 'w', encoding='ascii') as f:
        f.write(plan.period.code() + '\n')
    with open(os.path.join(folder, 'features.txt'), 'w', encoding='ascii') as f:
        f.write(' '.join(sorted(plan.features)) + '\n')
    return plan


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: random_region.py SEED DIR')
    make(*sys.argv[1:])


if __name__ == '__main__':
    main()
