# SPDX-License-Identifier: MIT
"""Random targets and scoring for a planned region, often exactly on the figures (SPEC 4)."""
from fractions import Fraction

from arithmetic import exact_decimal, half_up
from figures import FROM_MEASURES, Figures, measure_decimals, target_measures
from observations import read_region

INEQUALITIES = ['>=', '>', '<=', '<']


def make_targets(plan, folder):
    region, observations = read_region(folder)
    if plan.chance(.08):
        make_issued(plan, region, observations)
        return
    for indicator in region.indicators.values():
        for measure in target_measures(indicator):
            if plan.chance(.55 if measure in ('value', 'yoy') else .2):
                add_slots(plan, region, observations, indicator, measure)
    merge_lists(plan)
    plan.rng.shuffle(plan.targets)


def add_slots(plan, region, observations, indicator, measure):
    """The yearly target of one measure at several scopes, and a deadline now and then."""
    year = plan.period.year
    first = year - plan.rng.randint(0, 2)
    figures = Figures(region, observations, plan.period, {(measure, indicator.id): {None: first}})
    scopes = ['*'] * plan.chance(.4) + groups(plan) * plan.chance(.3)
    scopes += [code for code in region.judged if plan.chance(.4)]
    for scope in scopes:
        add_target(plan, figures, indicator, measure, scope, year, first)
    if measure not in FROM_MEASURES and (measure != 'rank' or plan.contested) and plan.chance(.3):
        due = year + plan.rng.randint(0, 2)
        for scope in [scope for scope in ['*'] + region.judged if plan.chance(.3)]:
            add_target(plan, figures, indicator, measure, scope, year, None, due)


def make_issued(plan, region, observations):
    """Targets as issued: some areas, value and yoy columns, on or near the figures."""
    figures = Figures(region, observations, plan.period, {})
    for indicator in region.indicators.values():
        for measure in [measure for measure in target_measures(indicator) if measure in ('value', 'yoy')]:
            if measure == 'yoy' and indicator.kind == 'ratio' or plan.chance(.4):
                continue
            for code in [code for code in region.judged if plan.chance(.7)]:
                plan.issued[code, indicator.id, measure] = near_figure(plan, figures, indicator, measure, code)


def groups(plan):
    names = sorted({area['group'] for area in plan.areas if area['group'] not in ('', '-')})
    return ['@' + name for name in names]


def add_target(plan, figures, indicator, measure, scope, year, first, due=None):
    rng = plan.rng
    row = dict.fromkeys('upper stretch tolerance pace source op value from to'.split(), '')
    row.update({'area': scope, 'indicator': indicator.id, 'measure': measure})
    if measure == 'value' and plan.chance(.3):
        row['measure'] = ''
    set_years(plan, row, measure, year, first, due)
    op = choose_op(plan, measure, indicator)
    row['op'] = op
    near = near_figure(plan, figures, indicator, measure, scope)
    if op not in ('up', 'down', 'external', 'done'):
        row['value'] = exact_decimal(near)
    decorate(plan, row, figures, indicator, measure, scope, near)
    if plan.chance(.2):
        row['source'] = rng.choice(['州政发〔2019〕1号', '=工作要点', '-附表', '@会议'])
    plan.targets.append(row)


def set_years(plan, row, measure, year, first, due):
    if due:
        row['to'] = '-%d' % due
    elif measure in FROM_MEASURES:
        row['from'], row['to'] = str(first), str(year + plan.rng.randint(0, 2))
    else:
        row['from'], row['to'] = plan.rng.choice([(str(year), str(year)), (str(year), ''), ('', str(year)), ('', ''),
                                                  (str(year - 1), str(year + 1)), (str(year + 1), str(year + 2))])


def choose_op(plan, measure, indicator):
    rng = plan.rng
    if measure == 'rank':
        return rng.choice(['', '<=', '<=', 'up', '<'])
    if indicator.kind == 'flow' and measure in ('value', 'total') and plan.chance(.6):
        return rng.choice(['>=', '>=', '', '>', '<=', 'between', 'about'])
    ops = ['>=', '>=', '', '>', '<=', '<', 'between', 'about', 'up', 'down']
    return rng.choice(ops + (['done', 'external'] if measure == 'value' else []))


def near_figure(plan, figures, indicator, measure, scope):
    """A number on, just off or well off the figure of one of the areas meant."""
    rng = plan.rng
    places = measure_decimals(measure, indicator)
    if measure == 'rank':
        return Fraction(rng.randint(1, 4))
    codes = [scope] if scope in figures.region.areas else [code for code in figures.region.judged if code != figures.region.top]
    area = rng.choice(codes)
    figure = figures.figure(measure, area, indicator.id, plan.period) if figures.has(measure, area, indicator) else None
    if not figure or figure.value is None:
        return Fraction(rng.randint(1, 200), 10)
    actual = half_up(figure.value, places)
    if indicator.kind == 'flow' and measure == 'value' and plan.chance(.5):
        actual = half_up(actual * 12 / plan.period.months(), places)
    step = Fraction(rng.choice([0, 0, 0, 1, -1, 20, -20]), 10 ** places)
    near = half_up(actual * rng.choice([1, 1, 1, Fraction(9, 10), Fraction(6, 5)]), places) + step
    return near if near > 0 or plan.chance(.3) else Fraction(5)


def decorate(plan, row, figures, indicator, measure, scope, near):
    """An upper end, a tolerance, a stretch, a pace list, a figure of another area."""
    rng, places = plan.rng, measure_decimals(measure, indicator)
    op = row['op']
    if op == 'between':
        row['upper'] = exact_decimal(near + Fraction(rng.randint(0, 30), 10 ** places))
    if op == 'about' and plan.chance(.6):
        row['tolerance'] = exact_decimal(Fraction(rng.randint(0, 40), 10 ** places))
    if op in INEQUALITIES and measure != 'rank' and plan.chance(.3):
        better = 1 if op in ('>=', '>') else -1
        row['stretch'] = exact_decimal(near + better * Fraction(rng.randint(0, 20), 10 ** places))
    if op in INEQUALITIES and measure != 'rank' and scope != 'R' and plan.chance(.12):
        others = ['parent'] + ['area:' + area['code'] for area in plan.areas]
        row['value'], row['stretch'] = rng.choice(others) + rng.choice(['', '+0.5', '-1']), ''
    accumulates = indicator.kind == 'flow' and measure == 'value' and not row['to'].startswith('-')
    if accumulates and op in INEQUALITIES + ['', 'between', 'about'] and plan.chance(.3):
        row['pace'] = pace_list(plan)


def pace_list(plan):
    """Quarter ends or months; ends at 100 and starts above 0."""
    entries = plan.rng.choice([4, 12])
    inner = sorted(plan.rng.sample(range(1, 100), entries - 1))
    if plan.contested and plan.chance(.2):
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
    rng.shuffle(named)
    for code, measure in named[:5]:
        method = rng.choice(['ratio', 'gap', 'gap'] + (['efficacy'] if measure != 'rank' else []))
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
