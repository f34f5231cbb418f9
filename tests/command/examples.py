#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""examples.py PAGE PROGRAM: the examples of a man 5 page, made a region folder, and what the program says of it.

Each table set out in a section becomes that section's file; each line such as 工业投资,增速,>=,10 below a word of 考核口径
or 关系, and each way to write a deadline, becomes a target. Prints the findings at a line of a table that are not notes,
and fails when there is one, or when there are fewer examples than there should be."""
import os
import re
import subprocess
import sys
import tempfile

# What the examples name besides what they define themselves.
AREAS = ''.join('4331%d,%s,,433100,,县市,\n' % row for row in
                ((22, '泸溪县'), (23, '凤凰县'), (26, '古丈县'), (27, '永顺县'), (30, '龙山县')))
INDICATORS = '''JG,技改投资,,亿元,时期数,,,,,,
QT,其他工业投资,,亿元,时期数,,,,,,
SR,营业收入,,亿元,时期数,,,,,,
LR,利润总额,,亿元,时期数,,,,,,
XZ,新增规模工业企业,,个,时期数,,,0,,,
SS,工业税收,,亿元,时期数,,,,,,
YD,工业用电量,,万千瓦时,时期数,当期,,0,,,
ZB,制造业占比,,%,比率,,,,,,
NH,单位工业增加值能耗,,%,增速,,逆向,,,,
CX,省级制造业创新中心,,个,时期数,,,0,上报,,
DH,单位能耗,,吨标准煤/万元,比率,,逆向,,,,
KC,科创园一期工程投入运营,,,时点数,,,0,,,
YS,营商环境,,,时点数,,,0,,,
'''
FOREIGN = '单位名称,本年累计,上年同期,户数\n吉首市,526000,489000,58\n泸溪县,318000,305000,41\n凤凰县,171000,158000,23\n'
DEADLINE = re.compile(r'^\.BR? ,?((?:[-至]\d{4}|\d{4}年)[^ ,；。;\n]*)', re.M)
DATA = '时期,地区,指标,数值\n2025Q3,吉首市,工业投资,13.56\n'
HEADER = '地区,指标,考核口径,关系,目标值,上限,力争值,容差,起始年,截止年\n'
ROW = re.compile(r'([^ ,.]+),([^ ,]*),([^ ,]*),(\S*?)(，起始年、截止年写 2021,2025| with 2021,2025)?$')


def put(folder, name, text):
    with open(os.path.join(folder, name), 'a', encoding='utf8') as file:
        file.write(text)


def sections(page):
    with open(page, encoding='utf8') as file:
        parts = re.split(r'^\.S[HS] (.*)$', file.read().replace('\\-', '-'), flags=re.M)
    return [(parts[i], parts[i + 1]) for i in range(1, len(parts), 2)]


def write_tables(page, folder):
    os.mkdir(os.path.join(folder, 'data'))
    count = 0
    for heading, text in sections(page):
        for table in re.findall(r'\.nf\n\.RS\n(.*?)\.RE\n\.fi', text, flags=re.S):
            count += 1
            name = re.search(r'\w+\.csv|data/', heading).group()
            if name == 'data/':
                name = 'data/%d.csv' % count
            elif os.path.exists(os.path.join(folder, name)):
                name = 'targets-附表.csv'
            put(folder, name, table)
    put(folder, 'areas.csv', AREAS)
    put(folder, 'indicators.csv', INDICATORS)
    put(folder, 'data/外来表.csv', FOREIGN)
    return count


def target_rows(page):
    for heading, text in sections(page):
        if 'targets.csv' not in heading:
            continue
        text = re.sub(r'\.nf\n.*?\.fi', '', text, flags=re.S)
        for line in text.split('\n'):
            match = ROW.match(line)
            if match:
                indicator, measure, op, values, years = match.groups()
                cells = (values.split(',') + [''] * 4)[:4]
                yield '433101,%s,%s,%s,%s,%s\n' % (indicator, measure, op, ','.join(cells),
                                                   '2021,2025' if years else '2025,2025')


def deadline_rows(page):
    for heading, text in sections(page):
        if 'targets.csv' in heading:
            for deadline in DEADLINE.findall(text):
                yield '433101,制造业占比,总量,>=,40,,,,,%s\n' % deadline


def findings(program, folder):
    out = subprocess.run([program, 'check', folder], capture_output=True, text=True,
                         env={**os.environ, 'LANGUAGE': ''}).stdout
    # Those at a place; that a figure is wanted which no example gives, or one gives as 未报, is no fault of theirs.
    return [line for line in out.split('\n')
            if re.search(r'\.csv:\d', line) and '提示：' not in line and '没有本期数' not in line and '没有上年同期数' not in line
            and '而那里没有' not in line]


def main():
    page, program = sys.argv[1:]
    faults = []
    with tempfile.TemporaryDirectory() as work:
        tables = os.path.join(work, 'tables')
        os.mkdir(tables)
        count = write_tables(page, tables)
        faults += findings(program, tables)
        deadlines = list(deadline_rows(page))
        rows = list(target_rows(page)) + deadlines
        # One by one: examples of different words contradict each other.
        for i, row in enumerate(rows):
            folder = os.path.join(work, str(i))
            os.makedirs(os.path.join(folder, 'data'))
            put(folder, 'data/1.csv', DATA)
            for name in 'areas.csv', 'indicators.csv':
                with open(os.path.join(tables, name), encoding='utf8') as file:
                    put(folder, name, file.read())
            put(folder, 'targets.csv', HEADER + row)
            faults += [row.strip() + ': ' + fault for fault in findings(program, folder)]
    for fault in faults:
        print(fault)
    enough = count >= 10 and len(rows) >= 38 and len(deadlines) >= 8
    if not enough:
        print('only %d tables, %d targets, %d deadlines' % (count, len(rows), len(deadlines)))
    sys.exit(bool(faults) or not enough)


main()
