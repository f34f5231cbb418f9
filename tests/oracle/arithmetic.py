# SPDX-License-Identifier: MIT
"""Exact arithmetic on fractions: rounding, roots, reading and printing of numbers (SPEC 1 Numbers, 3)."""
import re
import unicodedata
from fractions import Fraction

ROOT_DIGITS = 200   # an irrational root is cut here: it never sits on a tie, so rounding it rounds the true value


class InputError(Exception):
    """A fault of the input: the run is refused (SPEC 5, exit 2)."""


def scaled_floor(x, decimals):
    return (x * 10 ** decimals).__floor__()


def round_down(x, decimals):
    return Fraction(scaled_floor(x, decimals), 10 ** decimals)


def round_up(x, decimals):
    return -round_down(-x, decimals)


def half_up(x, decimals):
    """四舍五入: away from zero on ties."""
    magnitude = Fraction(scaled_floor(abs(x) + Fraction(1, 2 * 10 ** decimals), decimals), 10 ** decimals)
    return -magnitude if x < 0 else magnitude


def half_even(x, decimals):
    """GB/T 8170: to the even digit on ties (round() of a Fraction does just that)."""
    return Fraction(round(x * 10 ** decimals), 10 ** decimals)


ROUNDINGS = {'half_up': half_up, 'half_even': half_even}


def integer_root(x, n):
    """The largest integer r with r**n <= x."""
    low, high = 0, 1 << (x.bit_length() // n + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle ** n <= x else (low, middle)
    return low


def root(x, n):
    """x ** (1/n) for x >= 0: exact where x is a perfect power, else cut after ROOT_DIGITS decimals."""
    top, bottom = integer_root(x.numerator, n), integer_root(x.denominator, n)
    if top ** n == x.numerator and bottom ** n == x.denominator:
        return Fraction(top, bottom)
    scale = 10 ** ROOT_DIGITS
    return Fraction(integer_root(x.numerator * scale ** n // x.denominator, n), scale)


def fixed(x, decimals):
    """x, already rounded, with just so many decimals; never -0."""
    whole = x * 10 ** decimals
    if whole.denominator != 1:
        raise ValueError('not rounded to %d decimals: %s' % (decimals, x))
    digits = str(abs(whole.numerator)).rjust(decimals + 1, '0')
    text = digits[:-decimals] + '.' + digits[-decimals:] if decimals else digits
    return '-' + text if whole < 0 else text


def plain(x):
    """A number of a data file: at most 10 decimals, half away from zero whatever the setting (SPEC 6)."""
    if x is None:
        return ''
    text = fixed(half_up(x, 10), 10).rstrip('0').rstrip('.')
    return text


def exact_decimal(x):
    """A number once read from a decimal, written as one again."""
    places = 0
    while (x * 10 ** places).denominator != 1:
        places += 1
    return fixed(x, places)


# --- reading -------------------------------------------------------------------------------------

MISSING = {'', '-', '--', '—', '——', '…', '……', '...', '......', 'NA', 'N/A', '未报'}
GROWTH_WORDS = re.compile('扭亏|转亏|转盈|减亏|增亏')
DATE_MANGLED = re.compile(r'^(\d+年)?\d{1,2}月\d{1,2}日$|^\d{4}/\d{1,2}/\d{1,2}$|^\d{1,2}-[A-Za-z]{3}$')
MINUSES = str.maketrans({'−': '-', '﹣': '-', '－': '-', '–': '-'})
SHAPE = re.compile(r'^([+-]?)(?=\.?\d)(\d*|\d{1,3}(?:[, ]\d{3})+)(\.\d*)?(%|‰|倍)?$')     # .5 and 5. too


def is_missing(text):
    return text.strip() in MISSING


def parse_number(text, growth=False, percent=False):
    """The Fraction a cell says, None where it is missing. growth: 1.6倍 is 160; percent: ‰ is a tenth."""
    if is_missing(text) or growth and GROWTH_WORDS.search(text):
        return None
    cell = unicodedata.normalize('NFKC', text.strip()).translate(MINUSES).strip()
    if DATE_MANGLED.match(cell):
        raise InputError('a date stands where a number should: %r' % text)
    bracketed = re.match(r'^\((.*?)\)(%|‰|倍)?$', cell)
    if bracketed:
        cell = bracketed.group(1) + (bracketed.group(2) or '')
    match = SHAPE.match(re.sub(r'(?<=\d)[\u00a0\u3000]+(?=\d)', ' ', cell))
    if not match:
        raise InputError('not a number: %r' % text)
    sign, whole, tail, mark = match.groups()
    number = Fraction('0' + re.sub('[, ]', '', whole) + (tail or '') + '0' * bool(tail))
    if mark == '倍':
        if not growth:
            raise InputError('倍 outside a growth column: %r' % text)
        number *= 100
    if mark == '‰' and (percent or growth):
        number /= 10
    return -number if (sign == '-') != bool(bracketed) else number


# --- units ---------------------------------------------------------------------------------------

PERCENT = {'': Fraction(1), '%': Fraction(1), '‰': Fraction(1, 10)}
PREFIXES = {'十': 10, '百': 100, '千': 1000, '万': 10 ** 4, '亿': 10 ** 8}


def unit_parts(unit):
    """万千瓦时 -> (10**7, 瓦时)."""
    scale = 1
    while len(unit) > 1 and unit[0] in PREFIXES:
        scale, unit = scale * PREFIXES[unit[0]], unit[1:]
    return scale, unit


def is_percent(unit):
    """A ratio without unit is in per cent too (SPEC 3, change)."""
    return unit in ('', '%')


def unit_factor(source, wanted):
    """What a figure in source is multiplied by to be in wanted; None where that can't be (SPEC 1 Units)."""
    if source == wanted:
        return Fraction(1)
    if source in PERCENT and wanted in PERCENT:
        return PERCENT[source] / PERCENT[wanted]
    if '/' in source and '/' in wanted:
        top = unit_factor(source.split('/', 1)[0], wanted.split('/', 1)[0])
        bottom = unit_factor(source.split('/', 1)[1], wanted.split('/', 1)[1])
        return top / bottom if top and bottom else None
    (scale, base), (wanted_scale, wanted_base) = unit_parts(source), unit_parts(wanted)
    if base != wanted_base or not base:
        return None
    return Fraction(scale, wanted_scale)
