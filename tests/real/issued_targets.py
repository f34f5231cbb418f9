# SPDX-License-Identifier: MIT
"""The 90 cells of the 2019 附表: what the program judges by, against the transcription of the document."""
import csv
import os
import subprocess

# How the transcription calls the nine columns (the beginning of it), and our indicators.
COLUMNS = (('规模工业增加值增速', 'GYZJZ'), ('新增规模工业企业', 'XZGM'), ('工业投资增速', 'GYTZ'),
           ('工业投资:其中技改增速', 'JGTZ'), ('园区投资', 'YQTZ'), ('标准厂房建设', 'BZCF'), ('智能制造', 'ZNZZ'),
           ('工业招商', 'GYZS'), ('规模以上工业及', 'YFTR'))
REGION = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'input', 'xiangxi')


def table(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


def run(tests, program, data, work):
    seed = [row for row in table(os.path.join(data, '..', 'reference', 'seed_targets.csv')) if '附表行' in row['phrase']]
    tests.same('cells of the 附表', len(seed), 90)
    subprocess.run([program, 'run', REGION, '--period', '2019Q3', '--output', work, '--only', 'csv'], check=False,
                   capture_output=True)
    names = {row['名称']: row['代码'] for row in table(os.path.join(REGION, 'areas.csv'))}
    judged = {(row['area'], row['indicator']): row['target'] for row in table(os.path.join(work, 'data', 'verdicts.csv'))
              if '附表' in row['source']}
    tests.same('targets from the 附表', len(judged), 90)
    for row in seed:
        indicator = next(own for called, own in COLUMNS if row['indicator'].startswith(called))
        tests.same(f"{row['area']} {row['indicator']}", judged.get((names[row['area']], indicator)), row['value'])
