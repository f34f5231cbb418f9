#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""check_cases.py CASES: runs the oracle on every case below a folder and holds its data/*.csv against expected.csv.

A case is a numbered folder with region/, period.txt and expected.csv: which file, which row (area indicator measure
[to]), which column, the value, and the arithmetic. Prints every difference and ends with 'N passed, N failed'.
"""
import csv
import os
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

ORACLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'oracle.py')
WORDS = ('text', 'flag', 'verdict', 'op', 'group')


def rows(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


def same(column, ours, expected):
    if ours == expected or column in WORDS:
        return ours == expected
    try:
        return Decimal(ours) == Decimal(expected)
    except InvalidOperation:
        return False


def cell(tables, line):
    """What the oracle wrote in the cell that a line of expected.csv names."""
    for row in tables.get(line['file'], ()):
        if ' '.join(filter(None, map(row.get, ('area', 'indicator', 'measure', 'to')))) == line['key']:
            return row[line['column']]
    return 'no such row'


def check(folder):
    """(passed, failed) of one case."""
    with open(os.path.join(folder, 'period.txt'), encoding='utf-8') as f:
        period = f.read().strip()
    expected = rows(os.path.join(folder, 'expected.csv'))
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([sys.executable, ORACLE, 'run', os.path.join(folder, 'region'), '--period', period,
                               '--output', out], capture_output=True, text=True, check=False)
        if done.returncode:
            print('%s: %s' % (folder, done.stderr.strip()))
            return 0, len(expected)
        names = {line['file'] for line in expected}
        tables = {name: rows(os.path.join(out, 'data', name + '.csv')) for name in names}
    failed = 0
    for line in expected:
        ours = cell(tables, line)
        if not same(line['column'], ours, line['expected']):
            failed += 1
            print('%s: %s [%s] %s: expected %r, got %r (%s)' % (
                folder, line['file'], line['key'], line['column'], line['expected'], ours, line['arithmetic']))
    return len(expected) - failed, failed


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: check_cases.py CASES')
    cases = sorted((name for name in os.listdir(sys.argv[1]) if name.isdigit()), key=int)
    tallies = [check(os.path.join(sys.argv[1], case)) for case in cases]
    passed, failed = (sum(tally[n] for tally in tallies) for n in (0, 1))
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
