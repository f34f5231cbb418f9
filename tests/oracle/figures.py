# SPDX-License-Identifier: MIT
"""The measures of SPEC 3: every figure with its flag, its origin and the observations it was taken from."""
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Optional

from arithmetic import InputError, ROUNDINGS, fixed, is_percent, root, unit_factor
from region import MEASURES

# In §3's order, with the kinds that have them; is_percent_ratio and total=sum say the rest.
KINDS_OF = {
    'value': 'flow stock ratio rate', 'single': 'flow', 'yoy': 'flow stock ratio rate', 'single_yoy': 'flow',
    'qoq': 'flow stock', 'change': 'ratio rate', 'yoy_change': 'flow stock rate', 'yoy_change_year': 'flow stock rate',
    'cagr': 'flow stock rate', 'avg2': 'flow stock rate', 'share': 'flow', 'contribution': 'flow', 'pull': 'flow',
    'vs_parent': 'flow stock ratio rate', 'vs_reference': 'flow stock ratio rate', 'total': 'flow', 'mean': 'flow',
}
MEASURE_ORDER = list(KINDS_OF) + ['rank', 'rank(value)', 'rank(yoy)']
PARTS = ('share', 'contribution', 'pull')     # of the region, in its children
FROM_MEASURES = ('cagr', 'total', 'mean')     # they run from a target's first year
WORDS = {'turned_profit': '扭亏为盈', 'turned_loss': '由盈转亏', 'loss_same': '持平'}
LOSSES = {'loss_narrowed': '减亏', 'loss_widened': '增亏'}


def is_percent_ratio(indicator):
    """A ratio in % or without unit: it has a change; one with another unit has a yoy instead (SPEC 3)."""
    return indicator.kind == 'ratio' and indicator.unit in ('', '%')


def kind_measures(indicator):
    """The measures of an indicator's kind in §3's order, cagr, total and mean with them (SPEC 3)."""
    lacks = set(PARTS) if indicator.total != 'sum' else set()
    if indicator.kind == 'ratio':
        lacks.add('yoy' if is_percent_ratio(indicator) else 'change')
    return [measure for measure, kinds in KINDS_OF.items() if indicator.kind in kinds.split() and measure not in lacks]


def target_measures(indicator):
    """What a target may be set on: those of §1's measures that the kind has, and their ranks."""
    measures = [measure for measure in kind_measures(indicator) if measure in MEASURES.values()]
    return measures + ['rank', 'rank(value)'] + ['rank(yoy)'] * ('yoy' in measures)


def ranked_measure(measure, indicator):
    """What a rank target ranks by: yoy (flow, stock) or value (ratio, rate), or what it says (SPEC 4)."""
    if measure == 'rank':
        return 'yoy' if indicator.kind in ('flow', 'stock') else 'value'
    return measure[5:-1] if measure.startswith('rank(') else measure


def measure_decimals(measure, indicator):
    """Decimals a measure prints with (SPEC 6 text)."""
    if measure.startswith('rank'):
        return 0
    if measure == 'mean':
        return indicator.decimals + 1
    if indicator.kind in ('ratio', 'rate') or measure in ('value', 'single', 'total'):
        return indicator.decimals
    return indicator.rate_decimals


@dataclass(frozen=True)
class Figure:
    value: Optional[Fraction] = None
    flag: str = ''
    origin: str = ''          # reported, computed, summed
    inputs: tuple = ()        # file:line of the observations, in order of first use
    loss: Optional[Fraction] = None

    def without_value(self):
        return self.value is None


NO_DATA, NO_BASE = Figure(flag='no_data'), Figure(flag='no_base')


def computed(value, *parts):
    """A figure computed from others."""
    return Figure(value, '', 'computed', merged(parts))


def merged(parts):
    return tuple(dict.fromkeys(where for part in parts for where in part.inputs))


def flagged(flag):
    return Figure(flag=flag)


def lack(now, *bases, no_base=False):
    """What is lacking, '' where all is there (SPEC 3 No figure): P's own flag where P has no value, then a missing
    base, then a sum that is incomplete at P or in a base."""
    if now.value is None:
        return now.flag
    if no_base or any(base.flag not in ('', 'incomplete') for base in bases):
        return 'no_base'
    if any(part.flag == 'incomplete' for part in (now,) + bases):
        return 'incomplete'
    return ''


def growth(now, base):
    """(v - v')/v' x 100, or the words where the base is below zero or the figure falls below it."""
    flag = lack(now, base)
    if flag:
        return flagged(flag)
    v, v0 = now.value, base.value
    if v0 == 0:
        return flagged('zero_base')
    if v0 > 0 and v >= 0:
        return computed((v - v0) / v0 * 100, now, base)
    return replace(computed(None, now, base), flag=loss_flag(v, v0), loss=abs(v - v0))


def loss_flag(v, v0):
    if v >= 0:
        return 'turned_profit'
    if v0 > 0:
        return 'turned_loss'
    if v == v0:
        return 'loss_same'
    return 'loss_narrowed' if v > v0 else 'loss_widened'


def difference(now, base, value=lambda figure: figure.value):
    """now - base: P's no_data or incomplete stays, else the base's incomplete, any other flag is no_base."""
    if now.flag in ('no_data', 'incomplete'):
        return flagged(now.flag)
    if base.flag == 'incomplete':
        return flagged('incomplete')
    if now.flag or base.flag:
        return NO_BASE
    return computed(value(now) - value(base), now, base)


def part_of_whole(part, whole, times=100):
    """share and pull: a whole of 0 is zero_base, one below 0 no_base."""
    below = whole.flag == '' and whole.value < 0
    flag = lack(part, whole, no_base=below)
    if flag:
        return flagged(flag)
    return computed(part.value / whole.value * times, part, whole) if whole.value else flagged('zero_base')


class Figures:
    """figure(measure, area, indicator, period), each worked out once."""

    def __init__(self, region, observations, period, first_years):
        self.region, self.period = region, period
        self.seen = observations.of_run(period.unit)
        self.first_years = first_years      # {(measure, indicator): {area: from, None: the first one's}}
        self.known = {}

    def figure(self, measure, area, indicator, period):
        key = (measure, area, indicator, period)
        if key not in self.known:
            self.known[key] = getattr(self, measure)(area, self.region.indicators[indicator], period)
        return self.known[key]

    def part(self, measure, area, indicator, period):
        """A figure that another is made of: where it is a row of the region in measures.csv, that row is its input
        instead of its parts (SPEC 6 inputs)."""
        figure = self.figure(measure, area, indicator, period)
        if area == self.region.top and period == self.period and self.has(measure, area, self.region.indicators[indicator]):
            return replace(figure, inputs=('@%s/%s/%s' % (area, indicator, measure),) if figure.inputs else ())
        return figure

    # --- what is compared and printed
    def rounded_to(self, value, decimals):
        """As printed, by the setting."""
        return ROUNDINGS[self.region.rounding](value, decimals)

    def rounded(self, value, measure, indicator):
        return self.rounded_to(value, measure_decimals(measure, indicator))

    def compared(self, measure, indicator):
        """figure -> number as it is compared: printed or exact (SPEC 3 compare)."""
        if self.region.exact:
            return lambda figure: figure.value
        return lambda figure: self.rounded(figure.value, measure, indicator)

    def text(self, figure, measure, indicator):
        if figure.value is not None:
            return fixed(self.rounded(figure.value, measure, indicator), measure_decimals(measure, indicator))
        if figure.flag in LOSSES:
            decimals = indicator.decimals
            return LOSSES[figure.flag] + fixed(self.rounded_to(figure.loss, decimals), decimals)
        return WORDS.get(figure.flag, '—')

    def difference(self, measure, indicator, now, base):
        """A difference of rates or shares, between printed figures unless compare is exact."""
        return difference(now, base, self.compared(measure, indicator))

    # --- observations and sums
    def reported(self, field, area, indicator, period):
        observation = self.seen.get(field, area, indicator.id, period)
        return Figure(observation.value, '', 'reported', (observation.where,)) if observation else None

    def own_single(self, area, indicator, period):
        """The single of a basis-single flow that the area itself reports."""
        own = self.reported('value', area, indicator, period)
        if own:
            return own
        finer = self.seen.finer(area, indicator.id, period)
        if finer:
            return Figure(sum(part.value for part in finer), '', 'computed', tuple(part.where for part in finer))
        return None

    def own_value(self, area, indicator, period):
        """The area's own row, of a basis-single flow the sum of its year's singles; None without."""
        if not (indicator.kind == 'flow' and indicator.basis == 'single'):
            return self.reported('value', area, indicator, period)
        singles = [self.own_single(area, indicator, each) for each in period.of_year()]
        if None in singles:
            return None
        if len(singles) == 1:
            return singles[0]
        singles = singles[-1:] + singles[:-1]       # P's own first
        return computed(sum(single.value for single in singles), *singles)

    def own_or_sum(self, own, measure, area, indicator, period):
        """For total=sum the own row stands, else the sum over the children (SPEC 3 Sums)."""
        if own:
            return own
        if indicator.total != 'sum':
            return NO_DATA
        children = [code for code in self.region.areas[area].children if self.region.areas[code].in_total]
        parts = [self.figure(measure, code, indicator.id, period) for code in children]
        given = [part for part in parts if part.value is not None]
        if not given:
            return NO_DATA
        whole = len(given) == len(parts) and not any(part.flag for part in given)
        return Figure(sum(part.value for part in given), '' if whole else 'incomplete', 'summed', merged(given))

    # --- the measures
    def value(self, area, indicator, period):
        if indicator.numerator and indicator.denominator:
            quotient = self.quotient(area, indicator, period)
            if quotient:
                return quotient
        return self.own_or_sum(self.own_value(area, indicator, period), 'value', area, indicator, period)

    def quotient(self, area, indicator, period):
        """A ratio's numerator / denominator where both exist, else None."""
        top = self.part('value', area, indicator.numerator, period)
        bottom = self.part('value', area, indicator.denominator, period)
        if top.flag not in ('', 'incomplete') or bottom.flag not in ('', 'incomplete'):
            return None
        return part_of_whole(top, bottom, self.quotient_factor(indicator))

    def quotient_factor(self, indicator):
        """Units made equal, x100 for % or no unit; with A/B the numerator in A, the denominator in B."""
        units = [self.region.indicators[part].unit for part in (indicator.numerator, indicator.denominator)]
        if '/' in indicator.unit:
            top, bottom = indicator.unit.split('/', 1)
            factors = unit_factor(units[0], top), unit_factor(units[1], bottom)
        else:
            factors = unit_factor(*units), Fraction(1)
        if None in factors:
            raise InputError('%s: units %s and %s' % (indicator.id, *units))
        return factors[0] / factors[1] * (100 if is_percent(indicator.unit) else 1)

    def single(self, area, indicator, period):
        before = period.before_in_year()
        if indicator.basis == 'single':
            return self.own_or_sum(self.own_single(area, indicator, period), 'single', area, indicator, period)
        now = self.figure('value', area, indicator.id, period)
        if before is None:
            return now
        return (self.reported('single', area, indicator, period)
                or difference(self.part('value', area, indicator.id, period),
                              self.figure('value', area, indicator.id, before)))

    def reported_yoy(self, area, indicator, period):
        """A reported yoy of basis single is the single's, and the year's only in its first period."""
        if indicator.basis == 'single' and indicator.kind == 'flow' and period.before_in_year():
            return None
        return self.reported('yoy', area, indicator, period)

    def yoy(self, area, indicator, period):
        if indicator.kind == 'rate':
            return self.figure('value', area, indicator.id, period)
        return self.reported_yoy(area, indicator, period) or self.on_year('value', area, indicator, period)

    def on_year(self, measure, area, indicator, period):
        """Growth of a measure on a year earlier, as computed."""
        return growth(self.part(measure, area, indicator.id, period),
                      self.figure(measure, area, indicator.id, period.years_before()))

    def single_yoy(self, area, indicator, period):
        if period.before_in_year() is None:
            return self.figure('yoy', area, indicator.id, period)
        field = 'yoy' if indicator.basis == 'single' else 'single_yoy'
        return self.reported(field, area, indicator, period) or self.on_year('single', area, indicator, period)

    def qoq(self, area, indicator, period):
        measure = 'single' if indicator.kind == 'flow' else 'value'
        now = self.part(measure, area, indicator.id, period)
        if indicator.kind == 'flow' and period.unit == 'M' and period.n <= 3:
            return growth(now, NO_BASE)
        return growth(now, self.figure(measure, area, indicator.id, period.before()))

    def apart(self, measure, area, indicator, period, base_period):
        return self.difference(measure, indicator, self.part(measure, area, indicator.id, period),
                               self.figure(measure, area, indicator.id, base_period))

    def change(self, area, indicator, period):
        return self.apart('value', area, indicator, period, period.years_before())

    def yoy_change(self, area, indicator, period):
        return self.apart('yoy', area, indicator, period, period.before())

    def yoy_change_year(self, area, indicator, period):
        return self.apart('yoy', area, indicator, period, period.years_before())

    # --- compound growth
    def first_year(self, measure, area, indicator):
        """from of the area's own target, else of the first one in the file."""
        years = self.first_years[measure, indicator.id]
        return years.get(area, years[None])

    def cagr(self, area, indicator, period):
        return self.compound(area, indicator, period, period.year - self.first_year('cagr', area, indicator) + 1)

    def avg2(self, area, indicator, period):
        return self.compound(area, indicator, period, 2)

    def compound(self, area, indicator, period, n):
        """((1+yoy/100)...)^(1/n) - 1 over n years, reported rates chained, else from the levels."""
        if n < 1:
            yoy = self.figure('yoy', area, indicator.id, period)
            return flagged(yoy.flag) if yoy.flag in ('no_data', 'incomplete') else NO_BASE
        periods = [period.years_before(back) for back in range(n)]
        chained = indicator.kind == 'rate' or any(self.reported_yoy(area, indicator, each) for each in periods)
        if chained:
            parts = [self.part('yoy', area, indicator.id, each) for each in periods]
        else:
            parts = [self.part('value', area, indicator.id, each) for each in (period, period.years_before(n))]
        if parts[0].flag in ('no_data', 'incomplete'):
            return flagged(parts[0].flag)
        factor = chained_factor(parts) if chained else level_factor(parts)
        if factor is None or factor < 0:
            return NO_BASE
        return computed((root(factor, n) - 1) * 100, *parts)

    # --- parts of the region
    def of_region(self, area, indicator, period):
        """(v, V) at a period."""
        return (self.part('value', area, indicator.id, period), self.part('value', self.region.top, indicator.id, period))

    def whole_before(self, indicator, period):
        """V' has no row: where it is a sum and the region's growth was computed from it, the growth's row, which names
        its parts, is its input instead of them."""
        figure = self.part('value', self.region.top, indicator.id, period.years_before())
        growth = self.figure('yoy', self.region.top, indicator.id, period)
        if period == self.period and figure.origin == 'summed' and growth.origin == 'computed' and growth.inputs:
            return replace(figure, inputs=('@%s/%s/yoy' % (self.region.top, indicator.id),))
        return figure

    def share(self, area, indicator, period):
        return part_of_whole(*self.of_region(area, indicator, period))

    def contribution(self, area, indicator, period):
        (v, whole), (v0, _) = (self.of_region(area, indicator, each) for each in (period, period.years_before()))
        whole0 = self.whole_before(indicator, period)
        part, increase = difference(v, v0), difference(whole, whole0)
        flag = lack(part, increase)
        if flag:
            return flagged(flag)
        return computed(part.value / increase.value * 100, v, v0, whole, whole0) if increase.value else flagged('zero_base')

    def pull(self, area, indicator, period):
        (v, _), (v0, _) = (self.of_region(area, indicator, each) for each in (period, period.years_before()))
        return part_of_whole(difference(v, v0), self.whole_before(indicator, period))

    # --- against others
    def against(self, other, area, indicator, period):
        measure = 'yoy' if indicator.kind in ('flow', 'stock') else 'value'
        base = self.part(measure, other, indicator.id, period) if other else NO_BASE
        return self.difference(measure, indicator, self.part(measure, area, indicator.id, period), base)

    def vs_parent(self, area, indicator, period):
        return self.against(self.region.areas[area].parent, area, indicator, period)

    def vs_reference(self, area, indicator, period):
        return self.against(self.region.reference, area, indicator, period)

    # --- several years
    def total(self, area, indicator, period):
        first = self.first_year('total', area, indicator)
        return self.years_total(area, indicator, period, first)

    def years_total(self, area, indicator, period, first):
        earlier = [period.year_end(year) for year in range(first, period.year)]
        parts = [self.part('value', area, indicator.id, each) for each in [period] + earlier]
        flag = lack(*parts, no_base=period.year < first)
        return flagged(flag) if flag else computed(sum(part.value for part in parts), *parts)

    def mean(self, area, indicator, period):
        first = self.first_year('mean', area, indicator)
        whole = self.years_total(area, indicator, period, first)
        return replace(whole, value=whole.value * 12 / months_since(first, period)) if not whole.flag else whole

    # --- which rows there are
    def has(self, measure, area, indicator):
        """Whether measures.csv has a row (SPEC 3 for, SPEC 6)."""
        if measure in FROM_MEASURES and (measure, indicator.id) not in self.first_years:
            return False
        if measure in PARTS and self.region.areas[area].parent != self.region.top:
            return False
        return area != self.region.top or indicator.total != 'none'


def months_since(first, period):
    """Months since January of a year, up to the end of the period."""
    return 12 * (period.year - first) + period.months()


def chained_factor(parts):
    """(1 + yoy/100) multiplied out; None where one lacks, -1 where a factor is below 0."""
    factor = Fraction(1)
    for part in parts:
        if part.flag:
            return None
        if part.value < -100:
            return Fraction(-1)
        factor *= 1 + part.value / 100
    return factor


def level_factor(parts):
    now, base = parts
    return None if now.flag or base.flag or base.value <= 0 else now.value / base.value
