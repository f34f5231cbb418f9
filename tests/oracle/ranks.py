# SPDX-License-Identifier: MIT
"""Ranks within groups (SPEC 4 Ranks)."""
from fractions import Fraction

from figures import MEASURE_ORDER, is_percent_ratio, measure_decimals, ranked_measure


def places(figures, better):
    """{area: (rank, tied)}, best first, 1, 1, 3; figures {area: number}."""
    sign = -1 if better == 'lower' else 1
    keys = {area: sign * number for area, number in figures.items()}
    return {area: (1 + sum(other > key for other in keys.values()), sum(other == key for other in keys.values()) > 1)
            for area, key in keys.items()}


class Ranks:
    def __init__(self, region, figures):
        self.region, self.figures = region, figures
        self.known = {}

    def groups(self):
        """(parent, group) -> areas, in the order of areas.csv."""
        groups = {}
        for code in self.region.ranked:
            groups.setdefault((self.region.areas[code].parent, self.region.areas[code].group), []).append(code)
        return groups

    def measures(self, indicator, in_force):
        """value and yoy or change, and every measure a target in force or scoring.csv names, rank(yoy) its yoy."""
        named = {target.measure for target in in_force if target.indicator == indicator.id}
        named |= {scored.measure for scored in self.region.scoring if scored.indicator == indicator.id}
        named = {ranked_measure(measure, indicator) for measure in named}
        named |= {'value'} | ({'yoy'} if indicator.kind in ('flow', 'stock') else set())
        named |= {'change'} if is_percent_ratio(indicator) else set()
        return [measure for measure in MEASURE_ORDER if measure in named]

    def compared(self, measure, area, indicator, period):
        """The compared figure of a ranked area; None with any flag."""
        if not self.figures.has(measure, area, indicator):
            return None
        figure = self.figures.figure(measure, area, indicator.id, period)
        return None if figure.flag else self.figures.compared(measure, indicator)(figure)

    def table(self, measure, indicator, period):
        """{area: (rank, tied, of)} of all groups."""
        key = (measure, indicator.id, period)
        if key not in self.known:
            ranks = {}
            for areas in self.groups().values():
                numbers = {area: self.compared(measure, area, indicator, period) for area in areas}
                numbers = {area: number for area, number in numbers.items() if number is not None}
                for area in areas:
                    rank, tied = places(numbers, indicator.better).get(area, (None, False))
                    ranks[area] = (rank, tied, len(numbers))
            self.known[key] = ranks
        return self.known[key]

    def close(self, measure, indicator, area, period):
        """Whether another of the group at another rank prints within one unit of the last place; things that are counted
        one by one are not rounded."""
        if (measure in ('value', 'single', 'total') and indicator.kind == 'flow' and indicator.decimals == 0
                and len(indicator.unit) == 1):
            return False
        own = self.table(measure, indicator, period)[area][0]
        unit = Fraction(1, 10 ** measure_decimals(measure, indicator))
        group = next(areas for areas in self.groups().values() if area in areas)

        def printed(code):
            return self.figures.rounded(self.figures.figure(measure, code, indicator.id, period).value, measure, indicator)

        return own is not None and any(
            abs(printed(area) - printed(other)) <= unit for other in group
            if self.table(measure, indicator, period)[other][0] not in (None, own))

    def target_rank(self, measure, area, indicator, period):
        """The rank that a rank target is held against."""
        rank = self.table(ranked_measure(measure, indicator), indicator, period).get(area, (None,))[0]
        return None if rank is None else Fraction(rank)
