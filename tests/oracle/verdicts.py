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
        """The target in force for one slot: to is None for the yearly one, else the deadline's year."""
        found = [target for target in self.in_force if self.reaches(target, area)
                 and (target.indicator, target.measure, target.last if target.deadline else None) == (indicator, measure, to)]
        best = [target for target in found if target.scope == max(each.scope for each in found)]
        if len(best) > 1:
            raise InputError('targets.csv: two for %s %s %s' % (area, indicator, measure))
        return best[0] if best else None

    def slots(self):
        """(indicator, measure, to) of every target in force, in order of output."""
        slots = {(target.indicator, target.measure, target.last if target.deadline else None) for target in self.in_force}
        indicators = list(self.region.indicators)
        return sorted(slots, key=lambda slot: (indicators.index(slot[0]), MEASURE_ORDER.index(slot[1]), slot[2] or 0))

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
        """The figure as it is compared; a rank is that of yoy or value (SPEC 4 rank)."""
        if measure == 'rank':
            return self.ranks.target_rank(area, indicator, period)
        if not self.figures.has(measure, area, indicator):
            return None
        figure = self.figures.figure(measure, area, indicator.id, period)
        return self.figures.compared(measure, indicator)(figure) if figure.value is not None else None

    def resolved(self, target, area, indicator):
        """The number a target stands for, None where it has none (yet)."""
        if target.op == 'done':
            return Fraction(1)
        if target.op in ('up', 'down'):
            return self.actual(target.measure, area, indicator, self.period.years_before())
        if target.value is None or target.is_number():
            return target.value
        other = self.region.areas[area].parent if target.value == 'parent' else target.value[1]
        figure = self.actual(target.measure, other, indicator, self.period) if other else None
        return None if figure is None else figure + target.plus

    def ends(self, target, number, indicator):
        """The two ends of between and about; the tolerance is 10 units of the last printed place by default."""
        if target.op == 'between':
            return number, target.upper
        tolerance = target.tolerance
        if tolerance is None:
            tolerance = Fraction(10, 10 ** measure_decimals(target.measure, indicator))
        return number - tolerance, number + tolerance

    # --- time
    def is_last(self, target):
        """Whether P is the last period of `to`, or past it."""
        return target.last is not None and (self.period.year, self.period.is_year_end()) >= (target.last, True)

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
        row = Verdict(actual=self.actual(measure, area, indicator, self.period))
        if not target:
            return row
        row.target = self.resolved(target, area, indicator)
        if row.actual is not None and row.target is not None:
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
        fewer_is_up = target.measure == 'rank' and target.op in ('up', 'down')
        if fewer_is_up:
            actual, number = -actual, -number
        return {'>=': actual >= number, '>': actual > number, '<=': actual <= number, '<': actual < number,
                'up': actual > number, 'down': actual < number, 'done': actual >= number}[target.op]

    def gap(self, target, row, indicator):
        """actual - target; between, about: 0 inside, else to the nearer end; none for done."""
        if target.op == 'done':
            return None
        if target.op not in RANGES:
            return row.actual - row.target
        low, high = self.ends(target, row.target, indicator)
        return min(row.actual - low, Fraction(0)) + max(row.actual - high, Fraction(0))

    def accumulates(self, target, indicator):
        """kind flow, value or total, an inequality, between or about, a number; never a deadline."""
        return (indicator.kind == 'flow' and target.measure in ('value', 'total') and not target.deadline
                and target.op in LEAST + MOST + RANGES and target.is_number())

    def add_pace(self, target, row, indicator):
        row.pace = self.pace(target)
        start = self.ends(target, row.target, indicator)[0] if target.op in RANGES else row.target
        row.due = (round_up if target.op in MOST else round_down)(start * row.pace, indicator.decimals)
        if not self.is_over(target):
            row.exact_due = start * row.pace
        row.pace = self.percent(row.pace * 100, indicator)

    def add_progress(self, row, indicator):
        if row.actual is not None:
            row.progress = self.percent(row.actual / row.target * 100, indicator)

    def percent(self, value, indicator):
        """progress and pace print with rate_decimals."""
        return self.figures.rounded_to(value, indicator.rate_decimals)

    def word(self, target, row, indicator):
        if target.op == 'done':
            return self.milestone_word(target, row)
        if row.actual is None or row.target is None and target.op != 'external':
            return 'no_data'
        if target.op == 'external':
            return 'pending'
        if target.deadline and not self.is_last(target):
            return 'met' if row.satisfied else 'pending'
        if row.exact_due is not None:
            return self.running_word(target, row, indicator)
        if row.satisfied and target.stretch is not None and target.op in LEAST + MOST:
            beyond = row.actual >= target.stretch if target.op in LEAST else row.actual <= target.stretch
            return 'stretch' if beyond else 'met'
        return 'met' if row.satisfied else 'missed'

    def milestone_word(self, target, row):
        if row.satisfied:
            return 'met'
        if not self.is_last(target):
            return 'pending'
        return 'missed' if row.actual is not None else 'no_data'

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
        return 'on_pace' if row.actual >= row.due else 'behind'

    # --- what is still needed
    def add_needs(self, target, row, area, indicator):
        """SPEC 4 What is still needed, before year end only."""
        if row.exact_due is not None and target.op not in MOST and row.actual is not None:
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
