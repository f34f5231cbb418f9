# SPDX-License-Identifier: MIT
"""Ways a number, a period or a word is written by the people who keep the tables (SPEC 1)."""
import re

from arithmetic import exact_decimal
from region import BASES, BETTER, KINDS, MEASURES, METHODS, OPS, ROLES, TOTALS, YES_NO

LATER_OPS = ('不低于', '超过', '提高', '降低', '定性', '对比')
OPEN_OPS = ('上级下达', '大幅提升', '前列')       # whether they are words of op at all is left open
WIDE = str.maketrans('0123456789.', '０１２３４５６７８９．')
QUARTERS = {1: ('一季度', '第一季度'), 2: ('上半年', '二季度', '前二季度'), 3: ('前三季度', '三季度'), 4: ('四季度', '前四季度')}
WORDS = {'kind': KINDS, 'basis': BASES, 'better': BETTER, 'total': TOTALS, 'role': ROLES, 'in_total': YES_NO,
         'measure': MEASURES, 'method': METHODS, 'op': OPS}


class Speller:
    def __init__(self, rng, features=()):
        self.rng, self.features = rng, features         # of specification 2.2

    def word(self, column, value):
        """Another word of the same meaning, seldom."""
        words = WORDS.get(column)
        if not words or not value or self.rng.random() < .8:
            return value
        if column == 'op':
            passed_over = OPEN_OPS + (() if 'opwords' in self.features else LATER_OPS)
            words = {word: meaning for word, meaning in words.items() if word not in passed_over}
        return self.rng.choice([word for word, meaning in words.items() if meaning == value and word] or [value])

    def missing(self):
        return self.rng.choice(['', '-', '--', '—', '…', '...', 'NA', '未报'])

    def number(self, value, growth=False):
        """An exact decimal in one of its spellings."""
        text = exact_decimal(value)
        way = self.rng.random()
        if way < .75:
            return self.bare(text) if 'numbers' in self.features and way < .2 else text
        if way < .80 and '.' in text:
            return text + '0'
        if way < .84:
            return text.translate(WIDE)
        if way < .88 and value > 0:
            return '+' + text
        if way < .92 and value < 0:
            return self.rng.choice(['−' + text[1:], '(%s)' % text[1:], '（%s）' % text[1:]])
        if growth:
            return self.growth(value, text)
        return self.thousands(text)

    def bare(self, text):
        """5. and .5."""
        if '.' not in text:
            return text + '.'
        return re.sub(r'^(-?)0\.', r'\1.', text)

    def growth(self, value, text):
        if value >= 100 and self.rng.random() < .5:
            return exact_decimal(value / 100) + '倍'
        if value < 0 and self.rng.random() < .3:
            return '(%s%%)' % text[1:]
        return text + self.rng.choice(['%', '％'])

    def thousands(self, text):
        sign, digits = ('-', text[1:]) if text.startswith('-') else ('', text)
        whole, dot, rest = digits.partition('.')
        groups = []
        while len(whole) > 3:
            groups.insert(0, whole[-3:])
            whole = whole[:-3]
        return sign + self.rng.choice([',', ',', ' ']).join([whole] + groups) + dot + rest

    def period(self, period, exact_unit=False):
        """A period, also by a finer or a wider one that answers for it unless exact_unit."""
        year, way = period.year, self.rng.random()
        if period.unit == 'M':
            if period.n == 12 and not exact_unit and way < .2:
                return str(year)
            return self.month(year, period.n)
        if period.unit == 'Y':
            if exact_unit or way < .6:
                return self.rng.choice(['%d', '%d年'][:1 if way < .5 else 2]) % year
            return self.rng.choice(['%dQ4' % year, '%d-12' % year])
        if not exact_unit and way < .2:
            return self.month(year, 3 * period.n)
        if not exact_unit and period.n == 4 and way < .3:
            return str(year)
        if way < .6:
            return '%dQ%d' % (year, period.n)
        return '%d年%s' % (year, self.rng.choice(QUARTERS[period.n]))

    def month(self, year, month):
        way = self.rng.random()
        if way < .5:
            return '%d-%02d' % (year, month)
        if way < .7 and month > 2 or month == 1:
            return '%d年%d月' % (year, month)
        return '%d年1%s%d月' % (year, self.rng.choice('-—–'), month)
