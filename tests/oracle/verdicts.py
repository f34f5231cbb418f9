# SPDX-License-Identifier: MIT
"""Targets, verdicts and what is still needed (SPEC 4)."""
from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from arithmetic import InputError, round_down, round_up
from figures import (FROM_MEASURES, MEASURE_ORDER, Figures, growth, measure_decimals, months_since,
                     target_measures)
from ranks import Ranks

LEAST, MOST = ('>=', '>'), ('<=', '<')
RANGES = ('between', 'about')
UNJUDGED = ('external', 'qualitative')      # pending at every P
OVER_YEARS = ('cagr', 'mean')


@dataclass
class Verdict:
    """One row of verdicts.csv, and what a score needs besides."""
    actual: Optional[Fraction] = None
    target: Optional[Fraction] = None      # the resolved figure; of between the lower end
    gap: Optional[Fraction] = None
    progress: Optional[Fraction] = None
    pace: Optional[Fraction] = None
    due: Optional[Fraction] = None
    exact_due: Optional[Fraction] = None   # unrounded, while the target accumulates and its end is ahead
    verdict: str = 'no_target'
    lacking: bool = False                  # without an actual or a target's figure, or one of them incomplete
    satisfied: bool = False
    to_do: Optional[Fraction] = None
    per_month: Optional[Fraction] = None
    so_far_per_month: Optional[Fraction] = None
    growth_needed: Optional[Fraction] = None


class Judge:
    def __init__(self, region, observations, period):
        self.region, self.period = region, period
        for target in region.targets:
            if target.measure not in target_measures(region.indicators[target.indicator]):
                raise InputError('targets.csv: %s has no %s' % (target.indicator, target.measure))
        self.in_force = [target for target in region.targets if target.in_force(period.year)]
        self.figures = Figures(region, observations, period, self.first_years())
        self.ranks = Ranks(region, self.figures)
        self.known = {}

    # --- which target an area has
    def reaches(self, target, area):
        """SPEC 4 area: one area, @group, or * for every area below the region."""
        if target.scope == 2:
            return target.area == area
        below = area in self.region.judged and area != self.region.top
        return below and (target.scope == 0 or self.region.areas[area].group == target.area)

    def target(self, area, indicator, measure, to):
        """The target in force for one slot: to is None for the yearly one, else the deadline."""
        found = [target for target in self.in_force if self.reaches(target, area)
                 and target.slot() == (indicator, measure, to)]
        best = [target for target in found if target.scope == max(each.scope for each in found)]
        if len(best) > 1:
            raise InputError('targets.csv: two for %s %s %s' % (area, indicator, measure))
        return best[0] if best else None

    def slots(self):
        """(indicator, measure, to) of every target in force, in order of output."""
        indicators = list(self.region.indicators)
        return sorted({target.slot() for target in self.in_force}, key=lambda slot: (
            indicators.index(slot[0]), MEASURE_ORDER.index(slot[1]), deadline_order(slot[2])))

    def first_years(self):
        """from of each area's own cagr, total and mean targets, and of the first in the file (None)."""
        years = {}
        for target in self.in_force:
            if target.measure in FROM_MEASURES:
                own = years.setdefault((target.measure, target.indicator), {None: target.first})
                for area in self.region.areas:
                    best = self.target(area, target.indicator, target.measure, None)
                    if best:
                        own[area] = best.first
        return years

    # --- numbers
    def actual(self, measure, area, indicator, period):
        """(the figure as it is compared, whether it is incomplete); a rank is that of yoy or value (SPEC 4 rank)."""
        if measure.startswith('rank'):
            return self.ranks.target_rank(measure, area, indicator, period), False
        if not self.figures.has(measure, area, indicator):
            return None, False
        figure = self.figures.figure(measure, area, indicator.id, period)
        if figure.value is None:
            return None, False
        return self.figures.compared(measure, indicator)(figure), figure.flag == 'incomplete'

    def resolved(self, target, area, indicator, period):
        """(the number a target stands for at a period, whether it is an incomplete figure); None where it has none."""
        if target.op == 'done':
            return Fraction(1), False
        if target.op in ('up', 'down'):
            base = period.year_end(target.value[1]) if target.value else period.years_before()
            return self.actual(target.measure, area, indicator, base)
        if target.value is None or target.is_number():
            return target.value, False
        other = self.region.areas[area].parent if target.value == 'parent' else target.value[1]
        figure, incomplete = self.actual(target.measure, other, indicator, period) if other else (None, False)
        return (None if figure is None else figure + target.plus), incomplete

    def ends(self, target, number, indicator):
        """The two ends of between and about; the tolerance is 10 units of the last printed place by default."""
        if target.op == 'between':
            return number, target.upper
        tolerance = target.tolerance
        if tolerance is None:
            tolerance = Fraction(10, 10 ** measure_decimals(target.measure, indicator))
        return number - tolerance, number + tolerance

    # --- time
    def last(self, target):
        """The last period of `to`, the one that holds its last month; None without."""
        if target.deadline:
            return target.deadline.of_unit(self.period.unit)
        return self.period.year_end(target.last) if target.last is not None else None

    def is_last(self, target):
        """Whether P is the last period of `to`, or past it."""
        last = self.last(target)
        return last is not None and (self.period.year, self.period.n) >= (last.year, last.n)

    def judged_at(self, target):
        """The period whose figures a target is held against: P; of a deadline that is past, its last period; before
        the year of a deadline on a flow's value, the last year end (SPEC 4 In force)."""
        if target.of_years() and self.period.year < target.last:
            return self.period if self.period.is_year_end() else self.period.year_end(self.period.year - 1)
        if target.deadline and target.op != 'done' and self.is_last(target):
            return self.last(target)
        return self.period

    def is_early(self, target):
        """Whether a deadline's end is ahead; in the year of `to` that on a flow's value is a yearly target."""
        if target.of_years():
            return self.period.year < target.last
        return target.deadline is not None and not self.is_last(target)

    def is_over(self, target):
        """Year end; for total the last period of `to`."""
        return self.is_last(target) if target.measure == 'total' else self.period.is_year_end()

    def months(self, target):
        """(elapsed, all) of what a target runs over."""
        if target.measure == 'total':
            return months_since(target.first, self.period), 12 * (target.last - target.first + 1)
        return self.period.months(), 12

    def pace(self, target):
        """The share of the year that should be done: months, or the pace list (SPEC 4 Accumulating)."""
        elapsed, whole = self.months(target)
        entries = target.pace
        if not entries or target.measure == 'total':
            return Fraction(elapsed, whole)
        step = 12 // len(entries)
        full, rest = divmod(elapsed, step)
        before = entries[full - 1] if full else Fraction(0)
        ahead = entries[full] if rest else before
        return (before + (ahead - before) * Fraction(rest, step)) / 100

    # --- the verdict
    def verdict(self, area, indicator_id, measure, to):
        key = (area, indicator_id, measure, to)
        if key not in self.known:
            self.known[key] = self.judge(self.target(*key), *key)
        return self.known[key]

    def judge(self, target, area, indicator_id, measure, to):
        indicator = self.region.indicators[indicator_id]
        if not target:
            return Verdict(actual=self.actual(measure, area, indicator, self.period)[0])
        period = self.judged_at(target)
        actual, incomplete = self.actual(measure, area, indicator, period)
        number, by_incomplete = self.resolved(target, area, indicator, period)
        row = Verdict(actual=actual, target=number, lacking=incomplete or by_incomplete or None in (actual, number))
        if not row.lacking:
            row.satisfied = self.is_satisfied(target, row, indicator)
            row.gap = self.gap(target, row, indicator)
        if self.accumulates(target, indicator):
            self.add_pace(target, row, indicator)
        if (target.deadline or self.accumulates(target, indicator)) and target.is_number() and target.value > 0:
            self.add_progress(row, indicator)
        row.verdict = self.word(target, row, indicator)
        self.add_needs(target, row, area, indicator)
        return row

    def is_satisfied(self, target, row, indicator):
        actual, number = row.actual, row.target
        if target.op in RANGES:
            low, high = self.ends(target, number, indicator)
            return low <= actual <= high
        if target.measure.startswith('rank') and target.op in ('up', 'down'):
            if target.op == 'up' and actual == number == 1:
                return True
            actual, number = -actual, -number
        return {'>=': actual >= number, '>': actual > number, '<=': actual <= number, '<': actual < number,
                'up': actual > number, 'down': actual < number, 'done': actual >= number}.get(target.op, False)

    def gap(self, target, row, indicator):
        """actual - target; between, about: 0 inside, else to the nearer end; none for done."""
        if target.op == 'done':
            return None
        if target.op not in RANGES:
            return row.actual - row.target
        low, high = self.ends(target, row.target, indicator)
        return min(row.actual - low, Fraction(0)) + max(row.actual - high, Fraction(0))

    def accumulates(self, target, indicator):
        """kind flow, value or total, an inequality, between or about, a number; a deadline only in its year."""
        return (indicator.kind == 'flow' and target.measure in ('value', 'total')
                and (not target.deadline or target.of_years() and self.period.year == target.last)
                and target.op in LEAST + MOST + RANGES and target.is_number())

    def add_pace(self, target, row, indicator):
        row.pace = self.pace(target)
        start = self.ends(target, row.target, indicator)[0] if target.op in RANGES else row.target
        row.due = (round_up if target.op in MOST else round_down)(start * row.pace, indicator.decimals)
        if not self.is_over(target):
            row.exact_due = start * row.pace
        row.pace = self.percent(row.pace * 100, indicator)

    def add_progress(self, row, indicator):
        """actual / target; what would round onto 100 while not satisfied is cut instead."""
        if row.lacking:
            return
        share = row.actual / row.target * 100
        row.progress = self.percent(share, indicator)
        if row.progress == 100 and not row.satisfied:
            row.progress = round_down(share, indicator.rate_decimals)

    def percent(self, value, indicator):
        """progress and pace print with rate_decimals."""
        return self.figures.rounded_to(value, indicator.rate_decimals)

    def word(self, target, row, indicator):
        if target.op == 'done':
            return self.milestone_word(target, row)
        if target.op in UNJUDGED:
            return 'pending'
        if row.lacking:
            return 'no_data'
        if target.op == 'compare':
            return 'compared'
        if self.is_early(target):
            return 'met' if row.satisfied else 'pending'
        if row.exact_due is not None:
            return self.running_word(target, row, indicator)
        if self.runs_over_years(target) and not self.is_last(target):
            return 'on_pace' if row.satisfied else 'behind'
        if row.satisfied and target.stretch is not None and target.op in LEAST + MOST:
            beyond = row.actual >= target.stretch if target.op in LEAST else row.actual <= target.stretch
            return 'stretch' if beyond else 'met'
        return 'met' if row.satisfied else 'missed'

    def runs_over_years(self, target):
        """cagr and mean over several years: judged for good in the last period of `to`."""
        return target.measure in OVER_YEARS and not target.deadline and target.first < target.last

    def milestone_word(self, target, row):
        if row.satisfied:
            return 'met'
        if not self.is_last(target):
            return 'pending'
        return 'no_data' if row.lacking else 'missed'

    def running_word(self, target, row, indicator):
        """An accumulating target before year end."""
        if target.op in MOST:
            if not row.satisfied:
                return 'missed'
            return 'on_pace' if row.actual <= row.due or row.target <= 0 else 'behind'
        if row.satisfied:
            return 'done'
        if target.op in RANGES and row.actual > self.ends(target, row.target, indicator)[1]:
            return 'missed'
        if row.target > 0 and row.due == 0 and row.actual == 0:
            return 'pending'
        return 'on_pace' if row.actual >= row.due else 'behind'

    # --- what is still needed
    def add_needs(self, target, row, area, indicator):
        """SPEC 4 What is still needed, before year end only."""
        if row.exact_due is not None and target.op not in MOST and not row.lacking:
            start = self.ends(target, row.target, indicator)[0] if target.op in RANGES else row.target
            figure = self.figures.figure(target.measure, area, indicator.id, self.period)
            self.set_needs(target, row, indicator, max(start - row.actual, Fraction(0)), figure.value)
        if (target.measure == 'yoy' and indicator.kind == 'flow' and target.op in LEAST and target.is_number()
                and not target.deadline and not self.period.is_year_end()):
            self.add_growth_needs(target, row, area, indicator)

    def set_needs(self, target, row, indicator, to_do, so_far):
        elapsed, whole = self.months(target)
        row.to_do = round_up(to_do, indicator.decimals)
        row.per_month = round_up(to_do / (whole - elapsed), indicator.decimals)
        row.so_far_per_month = self.figures.rounded_to(so_far / elapsed, indicator.decimals)

    def add_growth_needs(self, target, row, area, indicator):
        """base = last year x k; to_do = base (1+t/100) - v; the growth of the rest of the year."""
        year_ago = self.period.years_before()
        v, v0, last = (self.figures.figure('value', area, indicator.id, each)
                       for each in (self.period, year_ago, self.period.year_end(year_ago.year)))
        if v.flag or v0.flag or last.flag:
            return
        reported = self.figures.reported_yoy(area, indicator, self.period)
        scope = self.scope_factor(v, v0, reported.value) if reported else Fraction(1)
        if scope is None:
            return
        base, rest = last.value * scope, (last.value - v0.value) * scope
        if rest <= 0:
            return
        to_do = max(base * (1 + target.value / 100) - v.value, Fraction(0))
        self.set_needs(target, row, indicator, to_do, v.value)
        if to_do:
            row.growth_needed = round_up((to_do / rest - 1) * 100, indicator.rate_decimals)

    def scope_factor(self, v, v0, reported):
        """k of a restated base, (v/(1+yoy/100))/v'; None where nothing can be told."""
        beside = growth(v, v0)
        if beside.flag or reported <= -100 or abs(reported - beside.value) > 1:
            return None
        return v.value / (1 + reported / 100) / v0.value


def deadline_order(to):
    """Yearly first, then by the last month of the deadline."""
    return (0, 0, 0) if to is None else (to.year, to.months(), 'YQM'.index(to.unit))
