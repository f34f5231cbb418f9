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
    """A tab where as many lines have one as have a comma."""
    lines = text.splitlines()
    tabs, commas = (sum(mark in line for line in lines) for mark in '\t,')
    return '\t' if tabs and tabs >= commas else ','


def read_rows(path):
    with open(path, 'rb') as f:
        data = f.read()
    try:
        text = decode(data)
    except UnicodeDecodeError as fault:
        raise InputError('%s: %s' % (path, fault))
    rows, start = [], 1
    reader = csv.reader(io.StringIO(text, newline=''), delimiter=separator(text))
    for cells in reader:
        rows.append(Row(start, cells))
        start = reader.line_num + 1
    return rows


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
               'from 起始年 to 截止年 pace 序时 source 依据',
    'scoring': 'indicator 指标 measure 考核口径 weight 权重 method 计分方法 cap 封顶 floor 保底 step 每点加分',
    'sources': 'file 文件 column 列 as 含义 indicator 指标 period 时期 area 地区 unit 单位',
    'tidy': 'period 时期 area 地区 indicator 指标 value 数值 yoy 同比 status 状态 note 备注',
}


def column_names(kind):
    """{header as written: column} for one file."""
    words = COLUMNS[kind].split()
    names = {}
    for english, chinese in zip(words[::2], words[1::2]):
        names[english] = names[chinese] = english
    return names


def header_of(row, kind):
    """{column: position} of the known columns in a header row."""
    names = column_names(kind)
    found = {}
    for position, cell in enumerate(row.cells):
        column = names.get(name_key(cell))
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
