#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oracle.py run REGION --period P --output DIR: a second, independent reading of the specification.

Writes DIR/data/measures.csv, verdicts.csv, ranks.csv and scores.csv (SPEC 6), exactly computed, for comparison
with the program's. No findings, no bulletins. Exit 2 with a message where the input is refused.
"""
import argparse
import csv
import os
import sys

sys.dont_write_bytecode = True

from arithmetic import InputError, plain                     # noqa: E402
from observations import read_region                         # noqa: E402
from periods import need_period                              # noqa: E402
from figures import kind_measures                            # noqa: E402
from scores import Scores                                    # noqa: E402
from verdicts import Judge                                   # noqa: E402

HEADERS = {
    'measures': 'period,area,indicator,measure,value,text,flag,origin,inputs,formula',
    'verdicts': 'period,area,indicator,measure,to,op,target,stretch,actual,gap,progress,pace,due,verdict,to_do,'
                'per_month,so_far_per_month,growth_needed,source',
    'ranks': 'period,area,indicator,measure,group,rank,of,tied,previous,change,close',
    'scores': 'period,area,indicator,measure,weight,score,flag',
}


def quoted(text):
    """Text that a spreadsheet would take for a formula gets an apostrophe (SPEC 6)."""
    return "'" + text if text[:1] in ('=', '+', '-', '@') else text


def measure_rows(judge):
    figures = judge.figures
    for area in judge.region.areas:
        for indicator in judge.region.indicators.values():
            for measure in kind_measures(indicator):
                if figures.has(measure, area, indicator):
                    figure = figures.figure(measure, area, indicator.id, judge.period)
                    yield [quoted(area), quoted(indicator.id), measure, plain(figure.value),
                           figures.text(figure, measure, indicator), figure.flag, figure.origin,
                           ';'.join(figure.inputs), '']


def verdict_rows(judge):
    for area in judge.region.judged:
        for slot in judge.slots():
            target = judge.target(area, *slot)
            row = judge.verdict(area, *slot)
            yield [quoted(area), quoted(slot[0]), slot[1], slot[2].code() if slot[2] else '', target.op if target else '',
                   target_text(target, row), plain(target.stretch) if target else '', plain(row.actual), plain(row.gap),
                   plain(row.progress), plain(row.pace), plain(row.due), row.verdict, plain(row.to_do),
                   plain(row.per_month), plain(row.so_far_per_month), plain(row.growth_needed),
                   quoted(target.source) if target else '']


def target_text(target, row):
    """1..2 for between, else the resolved figure."""
    if target and target.op == 'between':
        return '%s..%s' % (plain(row.target), plain(target.upper))
    return plain(row.target)


def rank_rows(judge):
    ranks, period = judge.ranks, judge.period
    for indicator in judge.region.indicators.values():
        for measure in ranks.measures(indicator, judge.in_force):
            now, before = (ranks.table(measure, indicator, each) for each in (period, period.before()))
            for (_, group), areas in ranks.groups().items():
                for area in areas:
                    rank, tied, of = now[area]
                    previous = before[area][0]
                    change = '' if None in (rank, previous) else previous - rank
                    yield [quoted(area), quoted(indicator.id), measure, quoted(group), none_empty(rank), of, int(tied),
                           none_empty(previous), change, int(ranks.close(measure, indicator, area, period))]


def none_empty(value):
    return '' if value is None else value


def score_rows(judge):
    for area, indicator, measure, weight, score, flag in Scores(judge.region, judge).rows():
        yield [quoted(area), quoted(indicator), measure, plain(weight), plain(score), flag]


def write(folder, name, code, rows):
    with open(os.path.join(folder, name + '.csv'), 'w', encoding='utf-8-sig', newline='') as f:
        writer = csv.writer(f, lineterminator='\n')
        writer.writerow(HEADERS[name].split(','))
        writer.writerows([code] + row for row in rows)


def latest(observations):
    """The default period: the latest in the data (SPEC 5)."""
    periods = {period for series in observations.seen.values() for period in series}
    return max(periods, key=lambda period: (period.year, period.months(), period.unit != 'Y', period.unit == 'M'))


def run(source, period, output):
    """Writes the tables of the region in `source` into `output`; without a period those of the latest."""
    region, observations = read_region(source)
    period = need_period(period) if period else latest(observations)
    judge = Judge(region, observations, period)
    makers = {'measures': measure_rows, 'verdicts': verdict_rows, 'ranks': rank_rows, 'scores': score_rows}
    tables = {name: list(make(judge)) for name, make in makers.items()}
    folder = os.path.join(output, 'data')
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        write(folder, name, period.code(), rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('command', choices=['run'])
    parser.add_argument('region')
    parser.add_argument('--period')
    parser.add_argument('--output', required=True)
    arguments = parser.parse_args()
    try:
        run(arguments.region, arguments.period, arguments.output)
    except (InputError, ValueError, OSError) as fault:
        print('oracle: %s' % fault, file=sys.stderr)
        return 2
    return 0


if __name__ == '__main__':
    sys.exit(main())
