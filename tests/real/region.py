# SPDX-License-Identifier: MIT
"""What the runs on published tables share: region folders, running the program, reading its tables, counting."""
import csv
import os
import shutil
import subprocess
from decimal import Decimal
from fractions import Fraction


class Tests:
    """Counts; a failed one is printed."""

    def __init__(self):
        self.passed = self.failed = 0

    def same(self, what, got, expected):
        if got == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f'not ok {what}: expected {expected!r}, got {got!r}')

    def true(self, what, holds, why=''):
        self.same(what + (f' ({why})' if why and not holds else ''), bool(holds), True)


def write_table(path, header, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8', newline='') as f:
        writer = csv.writer(f, lineterminator='\n')
        writer.writerow(header)
        writer.writerows(rows)


def write_region(folder, name, areas, indicators, sources=()):
    """areas: (code, name, alias, parent, in_total); indicators: (id, name, alias, unit, kind, decimals);
    sources: (file, column, as, indicator, period, area)."""
    write_table(f'{folder}/settings.csv', ('key', 'value'), [('region', name), ('issue_date', '2020-03-20')])
    write_table(f'{folder}/areas.csv', ('code', 'name', 'alias', 'parent', 'in_total'), areas)
    write_table(f'{folder}/indicators.csv', ('id', 'name', 'alias', 'unit', 'kind', 'decimals'), indicators)
    write_table(f'{folder}/targets.csv', ('area', 'indicator', 'measure', 'op', 'value', 'from', 'to'), [])
    if sources:
        write_table(f'{folder}/sources.csv', ('file', 'column', 'as', 'indicator', 'period', 'area'), sources)
    os.makedirs(f'{folder}/data', exist_ok=True)


def read_table(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


class Result:
    """One run: its status, its words, and its tables by key."""

    def __init__(self, program, folder, period, output, *options):
        shutil.rmtree(output, ignore_errors=True)  # another period's doesn't make room
        run = subprocess.run([program, 'run', folder, '--period', period, '--output', output, '--only', 'csv', *options],
                             capture_output=True, text=True, check=False)
        self.status, self.words = run.returncode, run.stderr
        published = run.returncode <= 1
        self.audit = read_table(f'{output}/audit.csv' if published else f'{output}-核查.csv')
        self.measures = {}
        if published:
            for row in read_table(f'{output}/data/measures.csv'):
                self.measures[row['area'], row['indicator'], row['measure']] = row

    def value(self, area, indicator, measure='value'):
        """The exact figure; None with a flag."""
        text = self.measures[area, indicator, measure]['value']
        return Fraction(text) if text else None

    def text(self, area, indicator, measure):
        return self.measures[area, indicator, measure]['text']

    def findings(self, rule, severity=None):
        return [row for row in self.audit if row['rule'] == rule and severity in (None, row['severity'])]


def half_up(value, places):
    """`value`, a Fraction, rounded as a reader does it: ties away from zero; as text."""
    scaled = abs(value) * 10 ** places
    whole = int(scaled + Fraction(1, 2))
    sign = '-' if value < 0 and whole else ''
    return sign + format(Decimal(whole).scaleb(-places), 'f')


def growth(now, before):
    """The growth in %, or None where SPEC §3 gives words instead of a rate."""
    if now is None or before is None or before <= 0 or now < 0:
        return None
    return (now - before) / before * 100
