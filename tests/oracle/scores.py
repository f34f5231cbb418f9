# SPDX-License-Identifier: MIT
"""Scores (SPEC 4 Scores)."""
from fractions import Fraction

from ranks import places
from verdicts import LEAST, MOST, RANGES


class Scores:
    def __init__(self, region, judge):
        self.region, self.judge = region, judge

    def rows(self):
        """(area, indicator, measure, weight, score, flag): scoring.csv's order, then total, then rank."""
        if not self.region.scoring:
            return []
        lines = {area: [(scored, *self.score(scored, area)) for scored in self.region.scoring]
                 for area in self.region.ranked}
        totals = {area: self.total(line) for area, line in lines.items()}
        ranks = self.total_ranks(totals)
        rows = []
        for area, line in lines.items():
            rows += [(area, scored.indicator, scored.measure, scored.weight, score, flag) for scored, score, flag in line]
            flag = 'incomplete' if any(flag == 'no_data' for _, _, flag in line) else ''
            rows.append((area, 'total', '', sum(scored.weight for scored in self.region.scoring), totals[area], flag))
            rows.append((area, 'rank', '', None, ranks.get(area), ''))
        return rows

    def total(self, line):
        """The sum of the printed scores x all weights / weights scored."""
        weight = sum(scored.weight for scored, _, _ in line)
        scored_weight = sum(scored.weight for scored, score, _ in line if score is not None)
        if not scored_weight:
            return None
        return self.printed(sum(score for _, score, _ in line if score is not None) * weight / scored_weight)

    def total_ranks(self, totals):
        ranks = {}
        for areas in self.judge.ranks.groups().values():
            numbers = {area: totals[area] for area in areas if totals[area] is not None}
            ranks.update({area: Fraction(rank) for area, (rank, _) in places(numbers, 'higher').items()})
        return ranks

    def printed(self, value):
        return self.judge.figures.rounded_to(value, 2)

    def score(self, scored, area):
        """(score, flag) of one line for one area."""
        earned, flag = self.efficacy(scored, area) if scored.method == 'efficacy' else self.by_target(scored, area)
        if earned is None:
            return (Fraction(0), flag) if flag == 'no_data' else (None, flag)
        return self.printed(min(max(earned, scored.floor), scored.cap) * scored.weight), flag

    def efficacy(self, scored, area):
        """60 and up to 40 more between the worst and the best of the group."""
        indicator = self.region.indicators[scored.indicator]
        areas = next(areas for areas in self.judge.ranks.groups().values() if area in areas)
        period = self.judge.period
        numbers = {}
        for code in areas:
            number, incomplete = self.judge.actual(scored.measure, code, indicator, period)
            numbers[code] = None if incomplete else number
        given = [number for number in numbers.values() if number is not None]
        if numbers[area] is None:
            return None, 'no_data'
        worst, best = (max(given), min(given)) if indicator.better == 'lower' else (min(given), max(given))
        if best == worst:
            return Fraction(1), ''
        return (60 + 40 * (numbers[area] - worst) / (best - worst)) / 100, ''

    def slot(self, scored, area):
        """The yearly target, without one the deadline next due, else the one last past."""
        named = (scored.indicator, scored.measure)
        held = [to for *slot, to in self.judge.slots() if tuple(slot) == named and self.judge.target(area, *named, to)]
        if None in held or not held:
            return None
        now = self.judge.period
        ahead = [to for to in held if (to.of_unit(now.unit).year, to.of_unit(now.unit).n) >= (now.year, now.n)]
        return ahead[0] if ahead else held[-1]

    def by_target(self, scored, area):
        to = self.slot(scored, area)
        target = self.judge.target(area, scored.indicator, scored.measure, to)
        row = self.judge.verdict(area, scored.indicator, scored.measure, to)
        if row.verdict in ('no_target', 'pending', 'compared', 'no_data'):
            return None, row.verdict
        if row.exact_due is not None:
            return self.running(scored, target, row), ''
        if scored.method == 'ratio':
            return self.ratio(scored, target.op, row.actual, row.target, row.satisfied), ''
        return self.by_gap(scored, target, row.gap, row.satisfied), ''

    def ratio(self, scored, op, actual, number, satisfied):
        """actual/target, <= <: target/actual; a divisor or target <= 0, other ops: 1 if satisfied, else 0; with a step,
        beyond the target so many points for each pp."""
        if op in LEAST and number > 0:
            ratio = actual / number
        elif op in MOST and number > 0 and actual > 0:
            ratio = number / actual
        else:
            return Fraction(int(satisfied))
        if scored.step is not None and ratio > 1:
            return 1 + scored.step * (ratio - 1) * 100 / scored.weight
        return ratio

    def by_gap(self, scored, target, gap, satisfied):
        """1 + step x gap / weight; <= <, down, and up of a rank: minus; between, about: - step x |gap|."""
        if gap is None:
            return Fraction(int(satisfied))
        if target.op in RANGES:
            gap = -abs(gap)
        elif target.op in MOST + ('down',) or target.op == 'up' and target.measure.startswith('rank'):
            gap = -gap
        return 1 + (scored.step or 0) * gap / scored.weight

    def running(self, scored, target, row):
        """Before year end an accumulating target is scored against its due, unrounded."""
        if target.op in RANGES:
            return self.running_range(scored, target, row)
        if scored.method == 'ratio':
            return self.ratio(scored, target.op, row.actual, row.exact_due, row.verdict in ('done', 'on_pace'))
        return self.by_gap(scored, target, row.actual - row.exact_due, row.satisfied)

    def running_range(self, scored, target, row):
        """1 if done or on pace, else ratio 0, gap by the distance to the due or the upper end."""
        if row.verdict in ('done', 'on_pace'):
            return Fraction(1)
        if scored.method == 'ratio':
            return Fraction(0)
        indicator = self.region.indicators[scored.indicator]
        end = row.exact_due if row.verdict == 'behind' else self.judge.ends(target, row.target, indicator)[1]
        return 1 - (scored.step or 0) * abs(row.actual - end) / scored.weight
