# SPDX-License-Identifier: MIT
"""CSV files as people keep them: encodings, separators, names as they are compared (SPEC 1)."""
import codecs
import csv
import io
import re
import unicodedata
from typing import NamedTuple

from arithmetic import InputError


class Row(NamedTuple):
    line: int      # 1-based, of the file
    cells: list

    def cell(self, column):
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ''

    def filled(self):
        return [cell.strip() for cell in self.cells if cell.strip()]


def decode(data):
    """UTF-8 with or without BOM, UTF-16 with BOM, GB18030 (SPEC 1 Encoding)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode('utf-16')
    try:
        return data.decode('utf-8-sig')
    except UnicodeDecodeError:
        return data.decode('gb18030')


def separator(text):
    """(separator, whether the first line says so): the most frequent of the three, outside quotes, in the first line
    that has one (SPEC 1 Encoding)."""
    lines = text.splitlines()
    told = re.fullmatch(r'"?sep=([,;\t])"?', lines[0]) if lines else None
    if told:
        return told.group(1), True
    for line in lines:
        bare = re.sub('"[^"]*"', '', line)
        counts = {mark: bare.count(mark) for mark in ',\t;'}
        if any(counts.values()):
            return max(counts, key=counts.get), False
    return ',', False


def unquoted(cell):
    """="0123" is the text 0123."""
    match = re.fullmatch(r'\s*="(.*)"\s*', cell)
    return match.group(1) if match else cell


def read_rows(path):
    with open(path, 'rb') as f:
        data = f.read()
    try:
        text = decode(data)
    except UnicodeDecodeError as fault:
        raise InputError('%s: %s' % (path, fault))
    rows, start = [], 1
    mark, told = separator(text)
    reader = csv.reader(io.StringIO(text, newline=''), delimiter=mark)
    for cells in reader:
        rows.append(Row(start, [unquoted(cell) for cell in cells]))
        start = reader.line_num + 1
    return rows[1:] if told else rows


def name_key(text):
    """A name as it is compared: widths made one, spaces inside Chinese names ignored (SPEC 1)."""
    name = unicodedata.normalize('NFKC', text).strip()
    if re.search('[\u4e00-\u9fff]', name):
        name = re.sub(r'\s', '', name)
    return name


# the Chinese header of every column, by file (SPEC 1)
COLUMNS = {
    'settings': 'key 项 value 值',
    'areas': 'code 代码 name 名称 alias 别名 parent 上级 role 角色 group 分组 in_total 计入合计 recipient 主送 copy_to 抄送',
    'indicators': 'id 指标代码 name 指标名称 alias 别名 unit 单位 kind 类型 basis 口径 better 方向 decimals 小数位 '
                  'rate_decimals 增速小数位 total 合计 numerator 分子 denominator 分母 part_of 其中项 note 说明',
    'targets': 'area 地区 indicator 指标 measure 考核口径 op 关系 value 目标值 upper 上限 stretch 力争值 tolerance 容差 '
               'from 起始年 to 截止年 pace 序时 source 依据 clause 条款 owner 责任单位',
    'scoring': 'indicator 指标 measure 考核口径 weight 权重 method 计分方法 cap 封顶 floor 保底 step 每点加分',
    'sources': 'file 文件 column 列 as 含义 indicator 指标 period 时期 area 地区 unit 单位',
    'tidy': 'period 时期 area 地区 indicator 指标 value 数值 yoy 同比 status 状态 note 备注 unit 单位',
}


def column_names(kind):
    """{header as written: column} for one file."""
    words = COLUMNS[kind].split()
    names = {}
    for english, chinese in zip(words[::2], words[1::2]):
        names[english] = names[chinese] = english
    return names


def split_unit(text):
    """营业收入(万元) -> (营业收入, 万元)."""
    match = re.match(r'^(.*?)\(([^()]*)\)$', text)
    return (match.group(1), match.group(2)) if match else (text, '')


def header_of(row, kind):
    """{column: position} of the known columns in a header row; a unit may stand behind a tidy table's."""
    names = column_names(kind)
    found = {}
    for position, cell in enumerate(row.cells):
        key = name_key(cell)
        column = names.get(key) or (names.get(split_unit(key)[0]) if kind == 'tidy' else None)
        if column and column not in found:
            found[column] = position
    return found


def records(path, kind):
    """The rows of a plain table as dictionaries; every known column is there, empty where it is not given."""
    rows = [row for row in read_rows(path) if row.filled()]
    if not rows:
        return
    header = header_of(rows[0], kind)
    for row in rows[1:]:
        yield {column: row.cell(header.get(column)) for column in set(column_names(kind).values())}
