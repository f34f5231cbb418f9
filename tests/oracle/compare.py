#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""compare.py OURS THEIRS: holds the four CSVs of two DIR/data folders against each other, row by row.

Every column but `formula`; numbers as decimals, words exactly, the header, the byte-order mark and the order of rows
too. Prints each difference and ends with 'N passed, N failed'; exit 1 where any failed.
"""
import csv
import io
import os
import sys
from decimal import Decimal, InvalidOperation

KEYS = {
    'measures': ('area', 'indicator', 'measure'),
    'verdicts': ('area', 'indicator', 'measure', 'to'),
    'ranks': ('area', 'indicator', 'measure'),
    'scores': ('area', 'indicator', 'measure'),
}
WORDS = {'period', 'text', 'flag', 'origin', 'inputs', 'op', 'verdict', 'source', 'group'}


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, ok, file, key, column, ours, theirs):
        if ok:
            self.passed += 1
            return
        self.failed += 1
        print('%s [%s] %s: %r against %r' % (file, ' '.join(key), column, ours, theirs))


def read(folder, name):
    """(header, {key: row}) of one file, keys in file order; ('', {}) where there is none."""
    path = os.path.join(folder, name + '.csv')
    if not os.path.exists(path):
        return '', {}
    with open(path, encoding='utf-8', newline='') as f:
        text = f.read()
    reader = csv.DictReader(io.StringIO(text.lstrip('\ufeff'), newline=''))
    mark = 'BOM ' if text.startswith('\ufeff') else 'no BOM '
    header = mark + ','.join(reader.fieldnames or []) + (' CR' if '\r' in text else '')
    return header, keyed(reader, KEYS[name])


def keyed(reader, columns):
    rows = {}
    for row in reader:
        key = tuple(row.get(column) or '' for column in columns)
        while key in rows:
            key += ('again',)
        rows[key] = row
    return rows


def same(column, ours, theirs):
    if ours == theirs or column in WORDS:
        return ours == theirs
    if column == 'target' and ours and '..' in ours:
        ends, others = ours.split('..'), (theirs or '').split('..')
        return len(ends) == len(others) and all(same('', *pair) for pair in zip(ends, others))
    try:
        return Decimal(ours) == Decimal(theirs)
    except (InvalidOperation, TypeError):
        return False


def compare(tally, name, ours, theirs):
    (our_header, our_rows), (their_header, their_rows) = read(ours, name), read(theirs, name)
    tally.check(our_header == their_header, name, (), 'header', our_header, their_header)
    for key in our_rows:
        if key not in their_rows:
            tally.check(False, name, key, 'row', 'there', 'missing')
    for key in their_rows:
        if key not in our_rows:
            tally.check(False, name, key, 'row', 'missing', 'there')
    shared = [key for key in our_rows if key in their_rows]
    order = [key for key in their_rows if key in our_rows]
    first = next((pair for pair in zip(shared, order) if pair[0] != pair[1]), None)
    tally.check(first is None, name, (), 'first row out of order', *(first or ('', '')))
    for key in shared:
        for column in our_rows[key]:
            if column != 'formula' and column is not None:
                our, their = our_rows[key][column], their_rows[key].get(column)
                tally.check(same(column, our, their), name, key, column, our, their)


def compare_all(ours, theirs):
    tally = Tally()
    for name in KEYS:
        compare(tally, name, ours, theirs)
    return tally


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: compare.py OURS THEIRS')
    tally = compare_all(*sys.argv[1:])
    print('%d passed, %d failed' % (tally.passed, tally.failed))
    return 1 if tally.failed else 0


if __name__ == '__main__':
    sys.exit(main())
