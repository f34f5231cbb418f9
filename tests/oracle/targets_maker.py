# SPDX-License-Identifier: MIT
"""Random targets and scoring for a planned region, often exactly on the figures (SPEC 4)."""
from fractions import Fraction

from arithmetic import exact_decimal, half_up
from figures import FROM_MEASURES, Figures, measure_decimals, target_measures
from observations import read_region
from periods import PER_YEAR, Period
from region import INEQUALITIES

COLUMNS = 'upper stretch tolerance pace source clause owner op value from to'.split()
WORDED = ('up', 'down', 'external', 'done', 'qualitative')      # without a figure of their own


def make_targets(plan, folder):
    region, observations = read_region(folder)
    if plan.chance(.08):
        make_issued(plan, region, observations)
        return
    for indicator in region.indicators.values():
        for measure in measures_of(plan, indicator):
            if plan.chance(.55 if measure in ('value', 'yoy') else .2):
                add_slots(plan, region, observations, indicator, measure)
    plan.targets = [row for row in plan.targets if not is_unranked(region, row)]
    merge_lists(plan)
    if plan.has('repeats'):
        repeat_some(plan)
    plan.rng.shuffle(plan.targets)


def measures_of(plan, indicator):
    return [measure for measure in target_measures(indicator) if plan.has('namedranks') or not measure.startswith('rank(')]


def is_unranked(region, row):
    """A rank target that names an area never ranked is refused."""
    return row['measure'].startswith('rank') and row['area'] in region.areas and row['area'] not in region.ranked


def add_slots(plan, region, observations, indicator, measure):
    """The yearly target of one measure at several scopes, and a deadline now and then."""
    year = plan.period.year
    first = year - plan.rng.randint(0, 2)
    figures = Figures(region, observations, plan.period, {(measure, indicator.id): {None: first}})
    scopes = ['*'] * plan.chance(.4) + groups(plan) * plan.chance(.3)
    scopes += [code for code in region.judged if plan.chance(.4)]
    for scope in scopes:
        add_target(plan, figures, indicator, measure, scope, first)
    if measure in FROM_MEASURES or measure == 'rank' and not plan.contested and not plan.has('deadlines') or not plan.chance(.3):
        return
    if plan.has('deadlines'):
        for due in deadlines(plan, indicator, measure):
            for scope in [scope for scope in ['*'] + groups(plan) + region.judged if plan.chance(.3)]:
                add_target(plan, figures, indicator, measure, scope, None, due)
    else:
        due = Period(year + plan.rng.randint(0, 2), 'Y', 1)
        for scope in [scope for scope in ['*'] + region.judged if plan.chance(.3)]:
            add_target(plan, figures, indicator, measure, scope, None, due)


def deadlines(plan, indicator, measure):
    """One or two ends of different months, also past ones; a flow's value is told by years."""
    rng, p = plan.rng, plan.period
    found = {}
    for _ in range(rng.choice([1, 1, 2, 3])):
        unit = 'Y' if indicator.kind == 'flow' and measure == 'value' else rng.choice('YQQMM')
        year = p.year + rng.choice([-1, 0, 0, 0, 0, 1, 2])
        due = Period(year, unit, rng.randint(2 if unit == 'M' else 1, PER_YEAR[unit]))
        found.setdefault((due.year, due.months()), due)
    return list(found.values())


def make_issued(plan, region, observations):
    """Targets as issued: some areas, value and yoy columns, on or near the figures."""
    figures = Figures(region, observations, plan.period, {})
    for indicator in region.indicators.values():
        for measure in [measure for measure in target_measures(indicator) if measure in ('value', 'yoy')]:
            if measure == 'yoy' and indicator.kind == 'ratio' or plan.chance(.4):
                continue
            for code in [code for code in region.judged if plan.chance(.7)]:
                near = near_figure(plan, figures, indicator, measure, code)
                plan.issued[code, indicator.id, measure] = (near,)
                if plan.has('ranges') and plan.chance(.3):
                    plan.issued[code, indicator.id, measure] += (near + step_of(measure, indicator, plan.rng.randint(1, 30)),)


def groups(plan):
    names = sorted({area['group'] for area in plan.areas if area['group'] not in ('', '-')})
    return ['@' + name for name in names]


def step_of(measure, indicator, count):
    return Fraction(count, 10 ** measure_decimals(measure, indicator))


def add_target(plan, figures, indicator, measure, scope, first, due=None):
    rng = plan.rng
    row = dict.fromkeys(COLUMNS, '')
    row.update({'area': scope, 'indicator': indicator.id, 'measure': measure})
    if measure == 'value' and plan.chance(.3):
        row['measure'] = ''
    set_years(plan, row, measure, first, due)
    op = choose_op(plan, measure, indicator, due)
    if op == 'compare' and scope == figures.region.top:
        op = '>='
    row['op'] = op
    near = near_figure(plan, figures, indicator, measure, scope, due)
    if op not in WORDED + ('compare', '前移'):
        row['value'] = exact_decimal(near)
    decorate(plan, row, figures, indicator, measure, scope, near)
    if plan.features:
        decorate_more(plan, row, indicator, measure, near)
    if plan.chance(.2):
        row['source'] = rng.choice(['州政发〔2019〕1号', '=工作要点', '-附表', '@会议'])
    plan.targets.append(row)


def set_years(plan, row, measure, first, due):
    rng, year = plan.rng, plan.period.year
    if due:
        row['to'] = deadline_words(plan, due) if plan.has('deadlines') else '-%d' % due.year
    elif measure in FROM_MEASURES:
        row['from'], row['to'] = str(first), str(year + rng.randint(0, 2))
        if plan.has('years') and first == year and plan.chance(.5):
            row[rng.choice(['from', 'to'])] = ''
            row['from'], row['to'] = (row['from'] and str(year)), (row['to'] and str(year))
    else:
        row['from'], row['to'] = rng.choice([(str(year), str(year)), (str(year), ''), ('', str(year)), ('', ''),
                                             (str(year - 1), str(year + 1)), (str(year + 1), str(year + 2))])


def deadline_words(plan, due):
    words = ['-' + due.code(), '-' + due.code(), '至' + due.code()]
    if due.unit == 'Y':
        words += ['%d年底前' % due.year, '至%d年' % due.year]
    if due.unit == 'M':
        words.append('%d年%d月底前' % (due.year, due.n))
    return plan.rng.choice(words)


def choose_op(plan, measure, indicator, due):
    """A rank by a date is only ever before another (its progress is left open), a flow's milestone never by a date."""
    rng = plan.rng
    ranked = measure.startswith('rank')
    if plan.has('unjudged') and plan.chance(.1):
        return rng.choice(['qualitative', 'external'])
    if plan.has('compare') and not ranked and plan.chance(.1):
        return 'compare'
    if ranked:
        ops = ['', '<=', '<=', 'up', '<'] if plan.contested or not due else ['up']
        return rng.choice(ops + ['前移'] * plan.has('opwords'))
    if indicator.id == 'XM' and measure == 'value':
        return rng.choice(['done', 'done', '>='])
    if plan.has('opwords') and plan.chance(.1):
        return '前移'
    if plan.has('baseyears') and plan.chance(.2):
        return rng.choice(['up', 'down'])
    if indicator.kind == 'flow' and measure in ('value', 'total') and plan.chance(.6):
        return rng.choice(['>=', '>=', '', '>', '<=', 'between', 'about'])
    ops = ['>=', '>=', '', '>', '<=', '<', 'between', 'about', 'up', 'down']
    op = rng.choice(ops + (['done', 'external'] if measure == 'value' else []))
    return '>=' if op == 'done' and due and indicator.kind == 'flow' else op


def near_figure(plan, figures, indicator, measure, scope, due=None):
    """A number on, just off or well off the figure of one of the areas meant."""
    rng = plan.rng
    places = measure_decimals(measure, indicator)
    if measure.startswith('rank'):
        return Fraction(rng.randint(1, 4))
    if plan.has('few') and indicator.id == 'XZ' and measure == 'value':
        return Fraction(rng.randint(1, 6))
    codes = [scope] if scope in figures.region.areas else [code for code in figures.region.judged if code != figures.region.top]
    area = rng.choice(codes)
    period = figure_period(plan, indicator, measure, due)
    figure = figures.figure(measure, area, indicator.id, period) if figures.has(measure, area, indicator) else None
    if not figure or figure.value is None:
        return Fraction(rng.randint(1, 200), 10)
    actual = half_up(figure.value, places)
    if indicator.kind == 'flow' and measure == 'value' and period == plan.period and plan.chance(.5):
        actual = half_up(actual * 12 / plan.period.months(), places)
    step = Fraction(rng.choice([0, 0, 0, 1, -1, 20, -20]), 10 ** places)
    near = half_up(actual * rng.choice([1, 1, 1, Fraction(9, 10), Fraction(6, 5)]), places) + step
    return near if near > 0 or plan.chance(.3) else Fraction(5)


def figure_period(plan, indicator, measure, due):
    """The period whose figure a target is near: P, or what a deadline is held against."""
    p = plan.period
    if not plan.has('deadlines') or not due:
        return p
    if indicator.kind == 'flow' and measure == 'value':
        return p.year_end(p.year - 1) if due.year > p.year and not p.is_year_end() else p
    last = due.of_unit(p.unit)
    return last if last.year == p.year and last.n < p.n else p


def decorate(plan, row, figures, indicator, measure, scope, near):
    """An upper end, a tolerance, a stretch, a pace list, a figure of another area."""
    rng, places = plan.rng, measure_decimals(measure, indicator)
    op, ranked = row['op'], measure.startswith('rank')
    if op == 'between':
        row['upper'] = exact_decimal(near + Fraction(rng.randint(0, 30), 10 ** places))
    if op == 'about' and plan.chance(.6):
        row['tolerance'] = exact_decimal(Fraction(rng.randint(0, 40), 10 ** places))
    if op in INEQUALITIES and not ranked and plan.chance(.3):
        better = 1 if op in ('>=', '>') else -1
        row['stretch'] = exact_decimal(near + better * Fraction(rng.randint(0, 20), 10 ** places))
    if op in INEQUALITIES and not ranked and scope != 'R' and plan.chance(.12):
        others = ['parent'] + ['area:' + area['code'] for area in plan.areas]
        row['value'], row['stretch'] = rng.choice(others) + rng.choice(['', '+0.5', '-1']), ''
    accumulates = indicator.kind == 'flow' and measure == 'value' and not row['to'].startswith(('-', '至')) and '底' not in row['to']
    if accumulates and op in INEQUALITIES + ('', 'between', 'about') and plan.chance(.3):
        row['pace'] = pace_list(plan)


def decorate_more(plan, row, indicator, measure, near):
    """What 2.2 brought: ranges, a stretch alone, base years, other words for a milestone, clauses and owners."""
    rng, op = plan.rng, row['op']
    number = row['value'] == exact_decimal(near)
    inequality = op in INEQUALITIES + ('',)
    if inequality and number and not row['stretch'] and near > 0 and plan.has('ranges') and plan.chance(.3):
        ends = [near, near + step_of(measure, indicator, rng.choice([1, 1, 5, 30]))]
        dash = rng.choice('—–-~～至')
        row['value'] = dash.join(map(exact_decimal, ends))
    elif inequality and number and plan.has('stretches') and plan.chance(.2):
        row['value'], row['stretch'] = '', row['value']
    if op in ('up', 'down', '前移') and plan.has('baseyears') and plan.chance(.6):
        row['value'] = str(rng.randint(plan.first_year, plan.period.year - 1))
    if op == 'done' and plan.has('milestones') and plan.chance(.5):
        row['value'] = '1'
    if op == 'compare':
        others = [area['code'] for area in plan.areas if area['code'] != row['area']]
        row['value'] = 'parent' if plan.chance(.7) else 'area:' + rng.choice(others)
    if plan.has('owners') and plan.chance(.4):
        row['clause'], row['owner'] = rng.choice(['第三条', '二（一）', '=3', '']), rng.choice(['州工信局', ''])


def repeat_some(plan):
    """The same target again, in another clause or of another owner: one target."""
    for row in list(plan.targets):
        if plan.chance(.15):
            again = {**row, 'clause': '附表第%d行' % plan.rng.randint(1, 9), 'owner': plan.rng.choice(['州发改委', ''])}
            if plan.contested:
                again['source'] = '附表'
            plan.targets.append(again)


def pace_list(plan):
    """Quarter ends or months; ends at 100; before 2.2 it starts above 0."""
    entries = plan.rng.choice([4, 12])
    inner = sorted(plan.rng.sample(range(1, 100), entries - 1))
    if plan.has('paces') and plan.chance(.5) or plan.contested and plan.chance(.2):
        inner[0] = 0
    return ';'.join(map(str, inner + [100]))


def merge_lists(plan):
    """Two targets alike but for the indicator may share a row."""
    for row in list(plan.targets):
        twin = next((other for other in plan.targets if other is not row
                     and {**other, 'indicator': ''} == {**row, 'indicator': ''}), None)
        if twin and row in plan.targets and ';' not in row['indicator'] + twin['indicator']:
            plan.targets.remove(twin)
            row['indicator'] += ';' + twin['indicator']


def make_scoring(plan):
    """A line for some measures that have a target, by every method; efficacy also without."""
    if not plan.chance(.7):
        return
    rng = plan.rng
    named = {(code, row['measure'] or 'value') for row in plan.targets for code in row['indicator'].split(';')}
    named = sorted(named | {key[1:] for key in plan.issued})
    if not plan.contested:
        compared = {(code, row['measure'] or 'value') for row in plan.targets if row['op'] == 'compare'
                    for code in row['indicator'].split(';')}
        named = [pair for pair in named if pair not in compared]
    rng.shuffle(named)
    for code, measure in named[:5]:
        method = rng.choice(['ratio', 'gap', 'gap'] + (['efficacy'] if not measure.startswith('rank') else []))
        add_line(plan, code, measure, method)
    for row in plan.indicators:
        if plan.chance(.2) and (row['id'], 'value') not in named:
            add_line(plan, row['id'], rng.choice(['', 'value']), 'efficacy')


def add_line(plan, code, measure, method):
    rng = plan.rng
    plan.scoring.append({
        'indicator': code, 'measure': measure, 'weight': rng.choice(['10', '20', '15', '7.5']), 'method': method,
        'cap': rng.choice(['', '', '1.2', '1.1']), 'floor': rng.choice(['', '', '0.2', '0.5']),
        'step': rng.choice(['0.5', '1', '2', '0.25']) if method == 'gap' else ''})
    if plan.has('steps') and method == 'ratio' and plan.chance(.7):
        plan.scoring[-1]['step'] = rng.choice(['0.05', '0.1', '0.5'])
        plan.scoring[-1]['cap'] = rng.choice(['', '1.5', '1.3'])
