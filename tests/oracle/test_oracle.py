#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Hand-worked examples of the oracle, beyond the shared cases. Run: python3 test_oracle.py"""
import csv
import os
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

sys.dont_write_bytecode = True

from observations import read_region                        # noqa: E402
from periods import Period                                  # noqa: E402
from random_region import make                              # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
AREAS = 'code,name,parent,group\nR,全州,,\nA,甲县,R,\nB,乙县,R,\n'


def run(period, data, indicators, targets='', scoring='', settings='', areas=AREAS, extra=None, fails=False):
    """{(file, 'A CZ yoy'): row} of one small region; data is a.csv's text, extra {path: bytes or text}."""
    files = {'areas.csv': areas, 'indicators.csv': indicators, 'targets.csv': targets, 'scoring.csv': scoring,
             'settings.csv': settings, 'data/a.csv': data}
    files.update(extra or {})
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, 'data'))
        for name, text in files.items():
            if text:
                with open(os.path.join(folder, name), 'wb') as f:
                    f.write(text if isinstance(text, bytes) else text.encode('utf-8'))
        out = os.path.join(folder, 'out')
        done = subprocess.run([sys.executable, os.path.join(HERE, 'oracle.py'), 'run', folder, '--period', period,
                               '--output', out], capture_output=True, text=True, check=False)
        if fails:
            return done.returncode, done.stderr
        if done.returncode:
            raise AssertionError(done.stderr)
        return tables(os.path.join(out, 'data'))


def tables(folder):
    rows = {}
    for name in ('measures', 'verdicts', 'ranks', 'scores'):
        with open(os.path.join(folder, name + '.csv'), encoding='utf-8-sig', newline='') as f:
            for row in csv.DictReader(f):
                key = ' '.join(filter(None, map(row.get, ('area', 'indicator', 'measure', 'to'))))
                rows[name, key] = row
    return rows


def flow(decimals=2, more='', head=''):
    return 'id,name,unit,kind,decimals%s\nCZ,产值,亿元,flow,%d%s\n' % (head, decimals, more)


class Case(unittest.TestCase):
    def hold(self, rows, file, key, **columns):
        for column, expected in columns.items():
            self.assertEqual(rows[file, key][column], expected, (file, key, column))

    def absent(self, rows, file, key):
        self.assertNotIn((file, key), rows)


class Measures(Case):
    def test_rounding(self):
        """20.25 and -0.04: ties to even, no -0; value keeps ten decimals half away."""
        data = 'period,area,indicator,value\n2018Q1,A,CZ,80\n2019Q1,A,CZ,96.2\n2018Q1,B,CZ,2500\n2019Q1,B,CZ,2499\n'
        even = run('2019Q1', data, flow(), settings='key,value\nrounding,half_even\n')
        self.hold(even, 'measures', 'A CZ yoy', value='20.25', text='20.2')
        self.hold(even, 'measures', 'B CZ yoy', value='-0.04', text='0.0')
        self.hold(run('2019Q1', data, flow()), 'measures', 'A CZ yoy', text='20.3')
        # R: 2595.2/2580 = 1.005891472868...
        self.hold(even, 'measures', 'R CZ yoy', value='0.5891472868', text='0.6', origin='computed',
                  inputs='@R/CZ/value;data/a.csv:2;data/a.csv:4')
        self.hold(even, 'measures', 'R CZ value', origin='summed', inputs='data/a.csv:3;data/a.csv:5')

    def test_single_basis_in_quarters(self):
        """Quarters 10, 20, 30 against 8, 16, 20: cumulative 60 on 44; the reported 7 is the quarter's growth."""
        data = ('period,area,indicator,value,yoy\n2018Q1,A,CZ,8,\n2018Q2,A,CZ,16,\n2018Q3,A,CZ,20,\n'
                '2019Q1,A,CZ,10,\n2019Q2,A,CZ,20,\n2019Q3,A,CZ,30,7\n')
        rows = run('2019Q3', data, flow(more=',single', head=',basis'))
        self.hold(rows, 'measures', 'A CZ value', value='60', origin='computed',
                  inputs='data/a.csv:7;data/a.csv:5;data/a.csv:6')
        self.hold(rows, 'measures', 'A CZ yoy', value='36.3636363636', origin='computed')
        self.hold(rows, 'measures', 'A CZ single', value='30', origin='reported')
        self.hold(rows, 'measures', 'A CZ single_yoy', value='7', origin='reported')
        self.hold(rows, 'measures', 'A CZ qoq', value='50')
        self.hold(rows, 'measures', 'R CZ value', value='60', flag='incomplete')
        # a quarter missing: no cumulative figure
        self.hold(run('2019Q3', data.replace('2019Q2,A,CZ,20,\n', ''), flow(more=',single', head=',basis')),
                  'measures', 'A CZ value', flag='no_data', text='—')

    def test_annual_run(self):
        """2019 is answered by 2019Q4 and by 2019-12; the period before is the year before."""
        data = 'period,area,indicator,value\n2018Q4,A,CZ,100\n2019-12,A,CZ,112\n2019年9月,A,CZ,80\n2017,A,CZ,80\n'
        rows = run('2019', data, flow())
        self.hold(rows, 'measures', 'A CZ yoy', value='12')
        self.hold(rows, 'measures', 'A CZ qoq', value='12')
        self.hold(rows, 'measures', 'A CZ yoy_change', value='-13')         # 12.0 - 25.0
        self.hold(rows, 'measures', 'A CZ avg2', value='18.321595662')     # sqrt(1.4)

    def test_nested_sums(self):
        """A has A1 (no figure) and A2 (5): A is 5 incomplete, R 5 + 7; an in_total=no zone is in no sum."""
        areas = ('code,name,parent,in_total\nR,全州,,\nA,甲县,R,\nA1,一镇,A,\nA2,二镇,A,\nB,乙县,R,\nZ,开发区,R,否\n')
        data = 'period,area,indicator,value\n2019Q1,A2,CZ,5\n2019Q1,B,CZ,7\n2019Q1,Z,CZ,6\n'
        rows = run('2019Q1', data, flow(), areas=areas)
        self.hold(rows, 'measures', 'A CZ value', value='5', text='5.00', flag='incomplete', origin='summed')
        self.hold(rows, 'measures', 'R CZ value', value='12', flag='incomplete', inputs='data/a.csv:2;data/a.csv:3')
        self.hold(rows, 'measures', 'B CZ share', flag='incomplete', value='', text='—')
        self.hold(rows, 'measures', 'A1 CZ value', flag='no_data')
        self.hold(rows, 'measures', 'A CZ yoy', flag='no_base')              # base missing goes before incomplete
        self.absent(rows, 'measures', 'A2 CZ share')
        self.hold(rows, 'ranks', 'A CZ value', rank='', of='2', tied='0')    # flagged; B and Z are ranked

    def test_zone_share(self):
        """Z, in no sum, still has a share: 6 of 12."""
        areas = 'code,name,parent,in_total\nR,全州,,\nA,甲县,R,\nB,乙县,R,\nZ,开发区,R,no\n'
        data = 'period,area,indicator,value\n2019Q1,A,CZ,5\n2019Q1,B,CZ,7\n2019Q1,Z,CZ,6\n'
        self.hold(run('2019Q1', data, flow(), areas=areas), 'measures', 'Z CZ share', value='50', text='50.0')

    def test_cagr_with_a_reported_year(self):
        """1.10 x 1.21 = 1.331 over two years: sqrt(1.331) = 1.153689732987; one reported rate chains all. 2020 is ahead."""
        data = ('period,area,indicator,value,yoy\n2017Q4,A,CZ,100,\n2018Q4,A,CZ,121,\n2019Q4,A,CZ,150,10\n'
                '2017Q4,B,CZ,100,\n2019Q4,B,CZ,-1,\n')
        targets = 'area,indicator,measure,op,value,from,to\n*,CZ,cagr,>=,15.4,2018,2020\n'
        rows = run('2019Q4', data, flow(), targets)
        self.hold(rows, 'measures', 'A CZ cagr', value='15.3689732987', text='15.4')
        self.hold(rows, 'verdicts', 'A CZ cagr', verdict='on_pace', actual='15.4', gap='0', pace='', to_do='')
        self.hold(rows, 'measures', 'B CZ cagr', flag='no_base')             # a factor below 0
        exact = run('2019Q4', data, flow(), targets, settings='key,value\ncompare,exact\n')
        self.hold(exact, 'verdicts', 'A CZ cagr', verdict='behind', actual='15.3689732987', gap='-0.0310267013')
        ended = run('2019Q4', data, flow(), targets.replace('2020', '2019'))
        self.hold(ended, 'verdicts', 'A CZ cagr', verdict='met')

    def test_total_none_and_parents(self):
        """No rows for the region where its total is none; A's vs_parent then lacks a base."""
        data = 'period,area,indicator,value\n2018Q1,A,CZ,10\n2019Q1,A,CZ,11\n'
        rows = run('2019Q1', data, flow(more=',none', head=',total'))
        self.absent(rows, 'measures', 'R CZ value')
        self.absent(rows, 'measures', 'A CZ share')
        self.hold(rows, 'measures', 'A CZ vs_parent', flag='no_base')

    def test_quotient(self):
        """5 亿元 / 20 亿元 = 25 %; a denominator below zero is no_base; without both, the observed one."""
        indicators = ('id,name,unit,kind,numerator,denominator\nYF,研发,万元,flow,,\nYS,收入,亿元,flow,,\nQD,强度,%,ratio,YF,YS\n')
        data = ('period,area,indicator,value\n2019Q1,A,YF,50000\n2019Q1,A,YS,20\n2019Q1,A,QD,3\n2019Q1,B,QD,3.25\n'
                '2019Q1,B,YS,-2\n')
        rows = run('2019Q1', data, indicators)
        self.hold(rows, 'measures', 'A QD value', value='25', text='25.0', origin='computed',
                  inputs='data/a.csv:2;data/a.csv:3')
        self.hold(rows, 'measures', 'B QD value', value='3.25', text='3.3', origin='reported')
        self.hold(rows, 'measures', 'R QD value', flag='incomplete', value='')
        rows = run('2019Q1', data + '2019Q1,B,YF,1\n', indicators)
        self.hold(rows, 'measures', 'B QD value', flag='no_base', text='—')
        self.hold(rows, 'measures', 'R QD value', value='27.7783333333')    # 50001 万 / 18 亿


class Reading(Case):
    def test_two_row_header_and_units(self):
        data = ('2019年一季度,,\n单位：万元,,\n地区,产值,\n,累计,同比增速（%）\n甲 县,"1,234,500",1.6倍\n乙县,(50000),(1.2%)\n'
                '注：快报数,,\n')
        rows = run('2019Q1', data, flow())
        self.hold(rows, 'measures', 'A CZ value', value='123.45', inputs='data/a.csv:5')
        self.hold(rows, 'measures', 'A CZ yoy', value='160', origin='reported')
        self.hold(rows, 'measures', 'B CZ value', value='-5', text='-5.00')
        self.hold(rows, 'measures', 'B CZ yoy', value='-1.2')

    def test_by_period_in_utf16(self):
        data = '数据库：分省月度数据\n地区：甲县\n指标\t2019年3月\t2019年2月\t2018年3月\n产值(元)\t100000000\t—\t80000000\n'
        rows = run('2019-03', data.encode('utf-16'), flow())
        self.hold(rows, 'measures', 'A CZ value', value='1')
        self.hold(rows, 'measures', 'A CZ yoy', value='25')
        self.hold(rows, 'measures', 'A CZ single', flag='no_base')

    def test_issued_targets(self):
        """The 附表: a 增速 column is a yoy target, others value; - is none."""
        targets = '2019年目标分解表,,\n地区,产值(万元),产值增速(%)\n甲县,1200000,10\n乙县,-,8.5\n'
        data = 'period,area,indicator,value\n2018Q4,A,CZ,100\n2019Q4,A,CZ,120\n2019Q4,B,CZ,7\n'
        rows = run('2019Q4', data, flow(), targets.encode('gb18030'))
        self.hold(rows, 'verdicts', 'A CZ value', target='120', verdict='met', op='>=', pace='100', progress='100', due='120')
        self.hold(rows, 'verdicts', 'B CZ value', verdict='no_target', actual='7')
        self.hold(rows, 'verdicts', 'B CZ yoy', verdict='no_data', target='8.5')
        self.hold(rows, 'verdicts', 'A CZ yoy', actual='20', gap='10')

    def test_refused(self):
        data = 'period,area,indicator,value\n2019Q1,A,CZ,%s\n'
        for bad in ('1月9日', 'abc', '1.2倍'):
            self.assertEqual(run('2019Q1', data % bad, flow(), fails=True)[0], 2, bad)
        twice = data % '1' + '2019-03,A,CZ,2\n'
        self.assertEqual(run('2019Q1', twice, flow(), fails=True)[0], 2)
        self.assertEqual(run('2019-03', twice, flow(), fails=True)[0], 0)
        targets = 'area,indicator,measure,value,from\n*,CZ,yoy,1,2019\n*,CZ,yoy,2,2019\n'
        self.assertEqual(run('2019Q1', data % '1', flow(), targets, fails=True)[0], 2)
        self.assertEqual(run('2019Q1', data % '1', flow(), targets.replace('yoy', 'change'), fails=True)[0], 2)


class Verdicts(Case):
    DATA = 'period,area,indicator,value\n2018Q3,A,CZ,80\n2018Q4,A,CZ,100\n2019Q3,A,CZ,%s\n2019Q3,B,CZ,60\n'

    def verdict(self, value, target, columns, period='2019Q3', **more):
        targets = 'area,indicator,measure,op,value,upper,stretch,tolerance,from,to,pace\n' + target + '\n'
        rows = run(period, self.DATA % value, flow(), targets, **more)
        self.hold(rows, 'verdicts', columns.pop('key', 'A CZ value'), **columns)
        return rows

    def test_accumulating(self):
        self.verdict('90', 'A,CZ,,>=,120,,,,2019,,', dict(due='90', verdict='on_pace', progress='75', to_do='30', per_month='10'))
        self.verdict('120', 'A,CZ,,>=,120,,120,,2019,,', dict(verdict='done', stretch='120', to_do='0', per_month='0'))
        self.verdict('120', 'A,CZ,,>,120,,,,2019,,', dict(verdict='on_pace', gap='0', to_do='0'))
        self.verdict('90.01', 'A,CZ,,<=,120,,,,2019,,', dict(due='90', verdict='behind', to_do=''))
        self.verdict('120', 'A,CZ,,<,120,,,,2019,,', dict(verdict='missed'))
        # 100.01 x 0.75 = 75.0075: down for a floor, up for a ceiling
        self.verdict('75', 'A,CZ,,>=,100.01,,,,2019,,', dict(due='75', verdict='on_pace', to_do='25.01', per_month='8.34'))
        self.verdict('75.01', 'A,CZ,,<=,100.01,,,,2019,,', dict(due='75.01', verdict='on_pace'))
        self.verdict('111', 'A,CZ,,between,100,110,,,2019,,', dict(target='100..110', gap='1', verdict='missed', to_do='0'))
        self.verdict('100', 'A,CZ,,between,100,110,,,2019,,', dict(gap='0', verdict='done'))
        # about 100, tolerance 10 units of the last place = 0.1: due (100 - 0.1) x 0.75 = 74.925, down to 74.92
        self.verdict('74.92', 'A,CZ,,about,100,,,,2019,,', dict(due='74.92', gap='-24.98', verdict='on_pace', to_do='24.98'))

    def test_year_end(self):
        data = self.DATA.replace('2019Q3', '2019Q4')
        targets = 'area,indicator,op,value,stretch,from\nA,CZ,>=,110,120,2019\nB,CZ,<=,60,59,2019\n'
        rows = run('2019Q4', data % '120', flow(), targets)
        self.hold(rows, 'verdicts', 'A CZ value', verdict='stretch', pace='100', due='110', to_do='', so_far_per_month='')
        self.hold(rows, 'verdicts', 'B CZ value', verdict='met')

    def test_up_and_milestone(self):
        self.verdict('80', 'A,CZ,,up,,,,,2019,,', dict(target='80', gap='0', verdict='missed'))
        self.verdict('79', 'A,CZ,,down,,,,,2019,,', dict(verdict='met'))
        self.verdict('0', 'A,CZ,,done,,,,,2019,2020,', dict(verdict='pending', target='1', gap=''))
        self.verdict('0', 'B,CZ,,up,,,,,2019,,', dict(key='B CZ value', verdict='no_data', target=''))

    def test_needs_of_growth(self):
        """100 x 1.2 - 90 = 30; the rest 100 - 80 = 20: 50 % more."""
        self.verdict('90', 'A,CZ,yoy,>=,20,,,,2019,,', dict(
            key='A CZ yoy', actual='12.5', gap='-7.5', to_do='30', growth_needed='50', per_month='10', so_far_per_month='10',
            pace='', progress='', due=''))

    def test_group_scope(self):
        areas = 'code,name,parent,group\nR,全州,,\nA,甲县,R,重点\nB,乙县,R,-\n'
        targets = 'area,indicator,op,value,from\n*,CZ,>=,10,2019\n@重点,CZ,>=,20,2019\n'
        rows = run('2019Q3', self.DATA % '90', flow(), targets, areas=areas)
        self.hold(rows, 'verdicts', 'A CZ value', target='20')
        self.hold(rows, 'verdicts', 'B CZ value', target='10')
        self.hold(rows, 'ranks', 'A CZ value', group='重点', rank='1', of='1')
        self.absent(rows, 'ranks', 'B CZ value')

    def test_pace_between_quarter_ends(self):
        """August: from 45 two thirds of the way to 75, 65 %."""
        data = 'period,area,indicator,value\n2019-08,A,CZ,65\n'
        targets = 'area,indicator,op,value,from,pace\nA,CZ,>=,100,2019,20;45;75;100\n'
        self.hold(run('2019-08', data, flow(), targets), 'verdicts', 'A CZ value', pace='65', due='65', verdict='on_pace')


class ScoresAndRanks(Case):
    def test_scaled_total(self):
        """A: ratio 90/75 capped at 1.1 = 11; gap of B: 1 - 0.5 x 7 = below the floor 0.2 = 2, scaled from 10 to 20."""
        indicators = 'id,name,unit,kind,decimals\nCZ,产值,亿元,flow,2\nZJ,增加值,%,rate,1\n'
        data = 'period,area,indicator,value\n2019Q3,A,CZ,90\n2019Q3,B,CZ,60\n2019Q3,A,ZJ,9\n2019Q3,B,ZJ,1\n'
        targets = 'area,indicator,op,value,from\nA,CZ,>=,100,2019\n*,ZJ,>=,8,2019\n'
        scoring = 'indicator,weight,method,cap,floor,step\nCZ,10,ratio,1.1,,\nZJ,10,gap,,0.2,5\n'
        rows = run('2019Q3', data, indicators, targets, scoring)
        self.hold(rows, 'scores', 'A CZ value', score='11', weight='10', flag='')
        self.hold(rows, 'scores', 'A ZJ value', score='10')
        self.hold(rows, 'scores', 'B CZ value', score='', flag='no_target')
        self.hold(rows, 'scores', 'B ZJ value', score='2')
        self.hold(rows, 'scores', 'B total', score='4', weight='20', flag='')
        self.hold(rows, 'scores', 'B rank', score='2')

    def test_deadline_next_due(self):
        """Of two deadlines the nearer is scored, both by the year 2018; with nothing scored there is no total."""
        data = 'period,area,indicator,value\n2018Q4,A,CZ,90\n2018Q4,B,CZ,60\n2019Q3,A,CZ,1\n2019Q3,B,CZ,1\n'
        targets = 'area,indicator,op,value,to\n*,CZ,>=,80,-2020\n*,CZ,>=,200,-2025\n'
        rows = run('2019Q3', data, flow(), targets, 'indicator,weight,method\nCZ,10,ratio\n')
        self.hold(rows, 'scores', 'A total', score='10')
        self.hold(rows, 'scores', 'B CZ value', score='', flag='pending')
        self.hold(rows, 'scores', 'B total', score='', flag='')
        self.hold(rows, 'scores', 'B rank', score='')
        self.hold(rows, 'verdicts', 'B CZ value 2025', verdict='pending', progress='30')

    def test_lower_is_better(self):
        data = 'period,area,indicator,value\n2018Q4,A,CZ,3\n2018Q4,B,CZ,2\n2019Q1,A,CZ,1\n2019Q1,B,CZ,2\n'
        rows = run('2019Q1', data, flow(more=',lower', head=',better'))
        self.hold(rows, 'ranks', 'A CZ value', rank='1', previous='2', change='1')
        self.hold(rows, 'ranks', 'B CZ value', rank='2', previous='1', change='-1')

    def test_steps(self):
        """120 of 100 is 20 pp beyond: 10 (1 + 0.1 x 20/10) = 12; the ceiling 50/40 = 1.25: 10 + 0.1 x 25 = 12.5, capped at
        1.2; below the target the ratio itself."""
        data = 'period,area,indicator,value\n2019Q4,A,CZ,120\n2019Q4,B,CZ,80\n2019Q4,A,FY,40\n2019Q4,B,FY,50\n'
        indicators = 'id,name,unit,kind\nCZ,产值,亿元,flow\nFY,费用,亿元,stock\n'
        targets = 'area,indicator,op,value,from\n*,CZ,>=,100,2019\n*,FY,<=,50,2019\n'
        scoring = 'indicator,weight,method,cap,step\nCZ,10,ratio,1.5,0.1\nFY,10,ratio,1.2,0.1\n'
        rows = run('2019Q4', data, indicators, targets, scoring)
        self.hold(rows, 'scores', 'A CZ value', score='12')
        self.hold(rows, 'scores', 'A FY value', score='12')
        self.hold(rows, 'scores', 'B CZ value', score='8')
        self.hold(rows, 'scores', 'B FY value', score='10')

    def test_up_of_a_rank(self):
        """A from 2 to 1: 10 - 2 x (1 - 2) = 12, capped at 1.1; B from 1 to 2: 10 - 2 = 8."""
        data = ('period,area,indicator,value\n2018Q4,A,LV,1\n2018Q4,B,LV,2\n2019Q4,A,LV,4\n2019Q4,B,LV,3\n')
        indicators = 'id,name,unit,kind\nLV,优良率,%,ratio\n'
        targets = 'area,indicator,measure,op,from\n*,LV,位次,前移,2019\n'
        rows = run('2019Q4', data, indicators, targets, 'indicator,measure,weight,method,cap,step\nLV,rank,10,gap,1.1,2\n')
        self.hold(rows, 'scores', 'A LV rank', score='11')
        self.hold(rows, 'scores', 'B LV rank', score='8')
        self.hold(rows, 'verdicts', 'B LV rank', verdict='missed', target='1', actual='2', gap='1', op='up')

    def test_efficacy_of_the_incomplete(self):
        """A is the incomplete sum of its towns: no_data, and not the worst; B 10 and C 20 are worst and best."""
        areas = 'code,name,parent\nR,全州,\nA,甲县,R\nA1,一镇,A\nA2,二镇,A\nB,乙县,R\nC,丙县,R\n'
        data = 'period,area,indicator,value\n2019Q4,A1,CZ,1\n2019Q4,B,CZ,10\n2019Q4,C,CZ,20\n'
        rows = run('2019Q4', data, flow(), scoring='indicator,weight,method\nCZ,10,efficacy\n', areas=areas)
        self.hold(rows, 'scores', 'A CZ value', score='0', flag='no_data')
        self.hold(rows, 'scores', 'B CZ value', score='6')
        self.hold(rows, 'scores', 'C CZ value', score='10')

    def test_past_deadlines(self):
        """At 2019Q4 both are past: the later one is scored, by its own row; pending ones and comparisons are left out."""
        data = 'period,area,indicator,value\n2019Q1,A,QY,10\n2019Q2,A,QY,8\n2019Q4,A,QY,20\n2019Q4,B,QY,20\n'
        indicators = 'id,name,unit,kind\nQY,企业数,户,stock\n'
        targets = 'area,indicator,op,value,to\nA,QY,>=,10,-2019Q1\nA,QY,>=,10,-2019-06\nB,QY,定性,,\n'
        rows = run('2019Q4', data, indicators, targets, 'indicator,weight,method\nQY,10,ratio\n')
        self.hold(rows, 'scores', 'A QY value', score='8', flag='')
        self.hold(rows, 'scores', 'B QY value', score='', flag='pending')
        self.hold(rows, 'verdicts', 'A QY value 2019-06', actual='8', verdict='missed')


class Headers(Case):
    """Units above a header, words in it, and what stands in a table besides."""

    AREAS = '地区,产值,产值同比增速(%),企业数\n甲县,15000,3,7\n'
    INDICATORS = 'id,name,unit,kind\nCZ,产值,亿元,flow\nQY,企业数,户,stock\n'

    def table(self, *lines, **more):
        return run('2019Q1', '\n'.join(lines) + '\n', more.pop('indicators', self.INDICATORS), **more)

    def test_units_above(self):
        for above in ('单位：万元、户', '2019年3月　单位：万元,,计量单位：户', ',,金额单位：万元,单位:户', '（万元）\n（户）',
                      '2019年一季度产值表 户\n全州主要指标（万元、%）', '全州主要指标万元\n(单位：户)', '填报单位：州统计局\n单位: 万元、户'):
            rows = self.table('2019年一季度,,', above, self.AREAS)
            self.hold(rows, 'measures', 'A CZ value', value='1.5')
            self.hold(rows, 'measures', 'A CZ yoy', value='3')
            self.hold(rows, 'measures', 'A QY value', value='7')
        rows = self.table('2019年一季度,,', '填报单位：万元局', self.AREAS)
        self.hold(rows, 'measures', 'A CZ value', value='15000')
        for above in ('单位：万吨、户', '单位：元、万元、户', '单位：万元'):
            self.assertEqual(self.table('2019年一季度,,', above, self.AREAS, fails=True)[0], 2, above)

    def test_units_of_tidy_tables(self):
        data = '单位：万元、万户\nperiod,area,indicator,value,yoy\n2019Q1,A,CZ,15000,3\n2019Q1,A,QY,0.0007,\n'
        self.hold(self.table(data), 'measures', 'A CZ value', value='1.5')
        self.hold(self.table(data), 'measures', 'A QY value', value='7')
        data = 'period,area,indicator,value,yoy,单位\n2019Q1,A,CZ,15000,3,万元\n2019Q1,A,QY,7,,\n'
        self.hold(self.table(data), 'measures', 'A CZ value', value='1.5')
        self.hold(self.table(data), 'measures', 'A QY value', value='7')
        data = '时期,地区,指标,数值（万元）,同比(%)\n2019Q1,A,CZ,15000,3\n'
        self.hold(self.table(data), 'measures', 'A CZ value', value='1.5')
        self.hold(self.table(data), 'measures', 'A CZ yoy', value='3')

    def test_separators(self):
        """sep=; before commas in figures, a tab, codes as Excel's text; 5. and .5."""
        areas = 'sep=;\ncode;name;parent\nR;全州;\n="01";甲县;R\n="02";乙县;R\n'
        data = 'sep=;\nperiod;area;indicator;value\n2019Q1;="01";CZ;1,234.5\n2019Q1;02;CZ;5.\n'
        rows = self.table(data, areas=areas)
        self.hold(rows, 'measures', '01 CZ value', value='1234.5', inputs='data/a.csv:3')
        self.hold(rows, 'measures', '02 CZ value', value='5')
        data = '表,,\nperiod\tarea\tindicator\tvalue\n'
        self.assertEqual(self.table(data, fails=True)[0], 2)      # the first line that has one has commas
        data = 'period\tarea\tindicator\tvalue\n2019Q1\tA\tCZ\t.5\n2019Q1\tB\tCZ\t1,000\n'
        rows = self.table(data)
        self.hold(rows, 'measures', 'A CZ value', value='0.5')
        self.hold(rows, 'measures', 'B CZ value', value='1000')

    def test_header_words(self):
        """The longest name at the beginning; only what may follow it; what is unknown is passed over."""
        indicators = ('id,name,alias,unit,kind\nCZ,产值,工业产值,亿元,flow\nZW,产值增速位次,,位,stock\n'
                      'ZJ,增加值增速,增加值,%,rate\nLV,优良率,,%,ratio\n')
        data = ('2019年一季度\n序号,地区,工业产值①·自年初累计（万元）*,产值同比±%,产值增速位次(位),产值增速全省位次,增加值累计增速(%),优良率(‰)\n'
                ',全州,30000,4,9,3,5,900\n一、山区县,,,,,,,\n1,甲县,15000,8,2,1,6,850\n2,乙县,15000,0,7,2,4.5,950\n')
        rows = self.table(data, indicators=indicators)
        self.hold(rows, 'measures', 'A CZ value', value='1.5')
        self.hold(rows, 'measures', 'A CZ yoy', value='8')
        self.hold(rows, 'measures', 'A ZW value', value='2')
        self.hold(rows, 'measures', 'A ZJ value', value='6')
        self.hold(rows, 'measures', 'B LV value', value='95')
        self.hold(rows, 'measures', 'R CZ value', value='3', origin='reported')

    def test_three_rows(self):
        """主要指标 over 产值 and 企业数, each over two columns; the figures 2019.12 and 2019 are no periods."""
        data = ('2019年1—3月,,,,\n,主要指标,,,\n地区,产值,,企业数,\n,累计(万元),增速(%),数值(户),增速(%)\n'
                '甲县,2019.12,2019,2019,1.5\n')
        rows = run('2019-03', data, self.INDICATORS)
        self.hold(rows, 'measures', 'A CZ value', value='0.201912')
        self.hold(rows, 'measures', 'A CZ yoy', value='2019')
        self.hold(rows, 'measures', 'A QY value', value='2019')
        self.hold(rows, 'measures', 'A QY yoy', value='1.5')

    def test_beside_periods(self):
        data = '指标：产值(万元)\n序号,地区,2019Q1,增长,2018Q1,备注\n1,甲县,15000,9,12000,略\n'
        rows = self.table(data)
        self.hold(rows, 'measures', 'A CZ yoy', value='25')
        for bad in ('Y2018年', '2018.1', '9月', '1—9月'):
            self.assertEqual(self.table(data.replace('增长', bad), fails=True)[0], 2, bad)
        data = '地区：甲县\n单位：万元\n指标,2019Q1,2018Q1\n产值,15000,12000\n企业数(户),2,4\n产值同比增速,26,\n'
        rows = self.table(data)
        self.hold(rows, 'measures', 'A CZ yoy', value='26', origin='reported')
        self.hold(rows, 'measures', 'A QY yoy', value='-50')

    def test_beyond_the_header(self):
        data = 'period,area,indicator,value\n2019Q1,A,CZ,1%s\n'
        self.hold(self.table(data % ',,快报'), 'measures', 'A CZ value', value='1')
        self.assertEqual(self.table(data % ',100', fails=True)[0], 2)

    def test_year_end_in_two_spellings(self):
        """Value and growth each as asked for, else from the other."""
        data = 'period,area,indicator,value,yoy\n2019,A,CZ,10,4\n2019Q4,A,CZ,,5\n2019,B,CZ,10,6\n'
        rows = run('2019Q4', data, flow())
        self.hold(rows, 'measures', 'A CZ value', value='10')
        self.hold(rows, 'measures', 'A CZ yoy', value='5')
        self.hold(rows, 'measures', 'B CZ yoy', value='6')
        self.hold(run('2019', data, flow()), 'measures', 'A CZ yoy', value='4')

    def test_returned_forms(self):
        form = 'period,area,indicator,value\n2019Q1,B,CZ,6\n'
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (('areas.csv', AREAS), ('indicators.csv', flow()), ('data/上报/乙县.csv', form)):
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, 'w', encoding='utf-8') as f:
                    f.write(text)
            observations = read_region(folder)[1]
            seen = observations.of_run('Q').get('value', 'B', 'CZ', Period(2019, 'Q', 1))
            self.assertEqual((seen.value, seen.where), (6, 'data/上报/乙县.csv:2'))

    def test_random_regions_read_as_planned(self):
        """Every observation of a random region is read back, whatever shape and spelling it was written in."""
        for seed in range(4):
            with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.dict(os.environ, FEATURES='all'):
                plan = make(seed, folder)
                region, observations = read_region(os.path.join(folder, 'region'))
                seen = observations.of_run(plan.period.unit)
                for (field, area, code, period), value in plan.seen.items():
                    field = 'value' if region.indicators[code].kind == 'rate' else field
                    observation = seen.get(field, area, code, period)
                    self.assertEqual(observation and observation.value, value, (seed, field, area, code, period))


class Targets(Case):
    """Targets of 2.2: ranges, base years, named ranks, deadlines by period, comparisons."""

    DATA = ('period,area,indicator,value\n2017Q4,A,QY,40\n2018Q2,A,QY,45\n2018Q4,A,QY,60\n2019Q1,A,QY,50\n2019Q2,A,QY,55\n'
            '2019Q3,A,QY,52\n2017Q4,B,QY,41\n2018Q3,B,QY,40\n2019Q3,B,QY,60\n')
    INDICATORS = 'id,name,unit,kind,decimals,better\nQY,企业数,户,stock,0,%s\n'

    def verdict(self, target, columns, period='2019Q3', better='', key='A QY value', data=DATA):
        targets = 'area,indicator,measure,op,value,stretch,from,to\n' + target + '\n'
        rows = run(period, data, self.INDICATORS % better, targets)
        self.hold(rows, 'verdicts', key, **columns)
        return rows

    def refused(self, target, indicators='', data=DATA):
        targets = 'area,indicator,measure,op,value,stretch,from,to\n' + target + '\n'
        self.assertEqual(run('2019Q3', data, indicators or self.INDICATORS % '', targets, fails=True)[0], 2, target)

    def test_ranges(self):
        for dash in ('—', '–', '-', '~', '～', '至'):
            self.verdict('A,QY,,,50%s52,,2019,' % dash, dict(op='>=', target='50', stretch='52', verdict='stretch', gap='2'))
        self.verdict('A,QY,,>,52—60,,2019,', dict(target='52', stretch='60', verdict='missed'))
        self.verdict('A,QY,,,50—52,,2019,', dict(op='<=', target='52', stretch='50', verdict='met'), better='lower')
        self.verdict('A,QY,位次(总量),,1—2,,2019,', dict(op='<=', target='2', stretch='1', verdict='met', actual='2'),
                     key='A QY rank(value)')
        self.refused('A,QY,,>=,50—52,55,2019,')
        self.refused('A,QY,,about,50—52,,2019,')

    def test_stretch_alone(self):
        self.verdict('A,QY,,>=,,52,2019,', dict(target='52', stretch='', verdict='met', gap='0'))
        self.verdict('A,QY,,>=,,53,2019,', dict(target='53', stretch='', verdict='missed'))

    def test_base_years(self):
        """Against the last period of 2017: 40; words; 前移 is down of a number."""
        self.verdict('A,QY,,提高,2017,,2019,', dict(op='up', target='40', verdict='met', gap='12'))
        self.verdict('A,QY,,前移,2018,,2019,', dict(op='down', target='60', verdict='met', gap='-8'))
        self.verdict('A,QY,,降低,,,2019,', dict(op='down', target='', verdict='no_data', gap=''))    # no 2018Q3
        self.refused('A,QY,,up,5,,2019,')

    def test_named_ranks(self):
        """By value 60 before 52; by growth B alone has one: 60/40."""
        self.verdict('A,QY,rank(value),,1,,2019,', dict(actual='2', verdict='missed'), key='A QY rank(value)')
        self.verdict('B,QY,位次（增速）,,1,,2019,', dict(actual='1', verdict='met'), key='B QY rank(yoy)')
        self.verdict('A,QY,rank(yoy),,1,,2019,', dict(actual='', verdict='no_data', target='1'), key='A QY rank(yoy)')
        self.verdict('A,QY,rank(value),前移,2017,,2019,', dict(target='2', verdict='missed', gap='0'), key='A QY rank(value)')
        self.verdict('B,QY,rank(value),前移,2017,,2019,', dict(target='1', verdict='met', gap='0'), key='B QY rank(value)')
        self.refused('R,QY,rank,,1,,2019,')
        rate = 'period,area,indicator,value\n2019Q3,A,ZJ,5\n2019Q3,B,ZJ,7\n'
        rows = run('2019Q3', rate, 'id,name,unit,kind\nZJ,增加值,%,rate\n', 'area,indicator,measure,value,from\nA,ZJ,rank(yoy),2,2019\n')
        self.hold(rows, 'ranks', 'A ZJ yoy', rank='2')
        self.hold(rows, 'verdicts', 'A ZJ rank(yoy)', verdict='met')
        self.refused('A,ZB,rank(yoy),,1,,2019,', 'id,name,unit,kind\nZB,占比,%,ratio\n', 'period,area,indicator,value\n2019Q3,A,ZB,1\n')

    def test_deadlines(self):
        """2019Q2 had 55, 2019Q3 has 52; August lies in 2019Q3, October in 2019Q4."""
        for word in ('-2019Q2', '至2019Q2'):
            self.verdict('A,QY,,>=,55,,,' + word, dict(actual='55', verdict='met', progress='100'), key='A QY value 2019Q2')
        for word in ('-2019-08', '至2019-08', '2019年8月底前'):
            self.verdict('A,QY,,>=,55,,,' + word, dict(actual='52', verdict='missed', progress='94.5'), key='A QY value 2019-08')
        self.verdict('A,QY,,>=,55,,,-2019-10', dict(actual='52', verdict='pending', pace='', due=''), key='A QY value 2019-10')
        self.verdict('A,QY,,up,,,,-2019Q2', dict(actual='55', target='45', verdict='met', gap='10'), key='A QY value 2019Q2')
        self.verdict('A,QY,,up,2018,,,2019年底前', dict(target='60', verdict='pending', gap='-8'), key='A QY value 2019')
        self.verdict('A,QY,,>=,50,52,,至2019年', dict(verdict='met', stretch='52'), key='A QY value 2019')
        rows = self.verdict('*,QY,,>=,50,,,-2019Q2', dict(actual='', verdict='no_data'), key='B QY value 2019Q2')
        self.hold(rows, 'verdicts', 'R QY value 2019Q2', verdict='no_target', actual='112')
        rows = self.verdict('A,QY,,>=,55,,,-2018-08\nA,QY,,done,1,,,-2018Q2', dict(verdict='met', actual='52'), key='A QY value 2018Q2')
        self.absent(rows, 'verdicts', 'A QY value 2018-08')

    def test_milestones(self):
        data = 'period,area,indicator,value\n2019Q1,A,QY,0\n2019Q3,A,QY,0\n2019Q3,B,QY,1\n'
        for area, to, verdict in (('A', '2019Q4', 'pending'), ('A', '2019Q3', 'missed'), ('A', '2019Q1', 'missed'),
                                  ('B', '2019Q1', 'met'), ('A', '2018', 'missed')):
            self.verdict('%s,QY,,done,,,,-%s' % (area, to), dict(verdict=verdict, progress='', target='1', gap=''),
                         key='%s QY value %s' % (area, to), data=data)

    def test_flow_deadlines(self):
        """Whole years: 80 in 2018 until 2019 is the year of the deadline; then 60 of 100 by pace."""
        data = 'period,area,indicator,value\n2017Q4,A,CZ,70\n2018Q4,A,CZ,80\n2018Q3,A,CZ,50\n2019Q3,A,CZ,60\n2019Q4,A,CZ,99.99\n'
        targets = 'area,indicator,op,value,to\nA,CZ,>=,100,-%s\nB,CZ,up,,-%s\nR,CZ,>=,area:A,-%s\n'
        rows = run('2019Q3', data, flow(), targets % ((2020,) * 3))
        self.hold(rows, 'verdicts', 'A CZ value 2020', actual='80', verdict='pending', progress='80', gap='-20', pace='')
        self.hold(rows, 'verdicts', 'B CZ value 2020', actual='', target='', verdict='no_data')
        self.hold(rows, 'verdicts', 'R CZ value 2020', actual='80', target='80', verdict='no_data', gap='')    # B is missing
        rows = run('2019Q3', data, flow(), targets % ((2019,) * 3))
        self.hold(rows, 'verdicts', 'A CZ value 2019', actual='60', verdict='behind', progress='60', pace='75', due='75',
                  to_do='40', per_month='13.34')
        rows = run('2019Q4', data, flow(), targets % ((2020,) * 3))
        self.hold(rows, 'verdicts', 'A CZ value 2020', actual='99.99', verdict='pending', progress='99.9')    # 99.99 is cut
        rows = run('2019Q4', data, flow(), targets.replace('up,', 'up,2017').replace('B,', 'A,').replace('A,CZ,>=,100', 'B,CZ,>=,1')
                   % ((2020,) * 3))
        self.hold(rows, 'verdicts', 'A CZ value 2020', target='70', verdict='met', gap='29.99')
        self.refused('A,CZ,,>=,100,,,-2020Q2', flow(), data)
        self.refused('A,CZ,,>=,100,,2019,-2020', flow(), data)

    def test_unjudged(self):
        self.verdict('B,QY,,external,,,2019,', dict(verdict='pending', target='', gap='', actual='60'), key='B QY value')
        self.verdict('B,QY,yoy,定性,,,2018,2019', dict(verdict='pending', actual='50'), key='B QY yoy')
        self.verdict('A,QY,,对比,area:B,,2019,', dict(verdict='compared', target='60', gap='-8', op='compare', progress=''))
        self.verdict('A,QY,yoy,compare,parent,,2019,', dict(verdict='no_data', actual=''), key='A QY yoy')
        self.refused('A,QY,,compare,5,,2019,')

    def test_repeated(self):
        """Equal in all but source, clause and owner is one target; another value is refused."""
        head = 'area,indicator,op,value,from,source,clause,owner\n'
        rows = run('2019Q3', self.DATA, self.INDICATORS % '', head + 'A,QY,>=,52,2019,要点,一,甲局\nA,企业数,,52.0,2019,要点,附表,乙局\n')
        self.hold(rows, 'verdicts', 'A QY value', verdict='met', source='要点')
        done = run('2019Q3', self.DATA, self.INDICATORS % '', head + 'A,QY,>=,52,2019,,,\nA,QY,>=,53,2019,,,\n', fails=True)
        self.assertEqual(done[0], 2)

    def test_incomplete(self):
        """R is A and B; without B it is incomplete and neither judged nor a measure for A."""
        data = 'period,area,indicator,value\n2019Q3,A,CZ,60\n2018Q3,A,CZ,50\n'
        targets = 'area,indicator,op,value,from\nR,CZ,>=,80,2019\nA,CZ,<=,parent,2019\nB,CZ,<,area:R,2019\n'
        rows = run('2019Q3', data, flow(), targets)
        self.hold(rows, 'verdicts', 'R CZ value', actual='60', verdict='no_data', due='60', pace='75', gap='', progress='', to_do='')
        self.hold(rows, 'verdicts', 'A CZ value', actual='60', target='60', verdict='no_data', gap='')
        self.hold(rows, 'measures', 'A CZ share', flag='incomplete', inputs='')

    def test_nothing_due(self):
        """3 x 3/12 = 0.75, down to 0: pending with 0 there, on_pace with 1; of a ceiling nothing is pending."""
        data = 'period,area,indicator,value\n2019Q1,A,CZ,0\n2019Q1,B,CZ,1\n'
        rows = run('2019Q1', data, flow(0), 'area,indicator,op,value,from\n*,CZ,>=,3,2019\n')
        self.hold(rows, 'verdicts', 'A CZ value', due='0', verdict='pending', progress='0', to_do='3')
        self.hold(rows, 'verdicts', 'B CZ value', due='0', verdict='on_pace')
        rows = run('2019Q1', data, flow(0), 'area,indicator,op,value,from\n*,CZ,<=,3,2019\n')
        self.hold(rows, 'verdicts', 'A CZ value', due='1', verdict='on_pace')
        rows = run('2019Q1', data, flow(0), 'area,indicator,op,value,tolerance,from\n*,CZ,about,3,1,2019\n')
        self.hold(rows, 'verdicts', 'A CZ value', due='0', verdict='pending')       # (3 - 1) x 3/12 = 0.5

    def test_progress_is_cut(self):
        """99.96 of 100 is not 100.0; exactly 100 stays, though > asks for more."""
        data = 'period,area,indicator,value\n2019Q4,A,CZ,99.96\n2019Q4,B,CZ,100\n'
        rows = run('2019Q4', data, flow(), 'area,indicator,op,value,from\n*,CZ,>,100,2019\n')
        self.hold(rows, 'verdicts', 'A CZ value', progress='99.9', verdict='missed')
        self.hold(rows, 'verdicts', 'B CZ value', progress='100', verdict='missed')

    def test_issued_ranges(self):
        targets = '2019年目标分解表（万元）,,\n地区,产值,产值增速(%)\n甲县,600000—700000,8～10\n乙县,1000000,-\n'
        rows = run('2019Q4', 'period,area,indicator,value\n2018Q4,A,CZ,60\n2019Q4,A,CZ,65\n', flow(), targets)
        self.hold(rows, 'verdicts', 'A CZ value', target='60', stretch='70', verdict='met')
        self.hold(rows, 'verdicts', 'A CZ yoy', target='8', stretch='10', actual='8.3', verdict='met')
        self.hold(rows, 'verdicts', 'B CZ value', target='100', stretch='')

    def test_inputs(self):
        """A figure taken from the region's own row names that row."""
        data = 'period,area,indicator,value\n2018Q1,A,CZ,4\n2018Q1,B,CZ,6\n2019Q1,A,CZ,6\n2019Q1,B,CZ,9\n'
        rows = run('2019Q1', data, flow())
        self.hold(rows, 'measures', 'R CZ value', value='15', inputs='data/a.csv:4;data/a.csv:5')
        self.hold(rows, 'measures', 'A CZ share', value='40', inputs='data/a.csv:4;@R/CZ/value')
        self.hold(rows, 'measures', 'A CZ pull', value='20', inputs='data/a.csv:4;data/a.csv:2;@R/CZ/yoy')
        self.hold(rows, 'measures', 'A CZ contribution', value='40',
                  inputs='data/a.csv:4;data/a.csv:2;@R/CZ/value;@R/CZ/yoy')
        self.hold(rows, 'measures', 'A CZ vs_parent', value='0', inputs='data/a.csv:4;data/a.csv:2;@R/CZ/yoy')

    def test_mean(self):
        """(4 + 1) / 2 years = 2.5, one decimal more than the 0 of the indicator; on the way until 2020."""
        data = 'period,area,indicator,value\n2018Q4,A,CZ,4\n2019Q4,A,CZ,1\n'
        targets = 'area,indicator,measure,op,value,from,to\nA,CZ,mean,%s,%s,2018,%d\n'
        rows = run('2019Q4', data, flow(0), targets % ('>=', '2.5', 2020))
        self.hold(rows, 'measures', 'A CZ mean', text='2.5')
        self.hold(rows, 'verdicts', 'A CZ mean', verdict='on_pace', actual='2.5')
        self.hold(run('2019Q4', data, flow(0), targets % ('>=', '2.6', 2020)), 'verdicts', 'A CZ mean', verdict='behind', gap='-0.1')
        self.hold(run('2019Q4', data, flow(0), targets % ('>=', '2.6', 2019)), 'verdicts', 'A CZ mean', verdict='missed')
        self.hold(run('2019Q4', data, flow(0), targets % ('about', '3.4', 2019)), 'verdicts', 'A CZ mean', verdict='met')


if __name__ == '__main__':
    program = unittest.main(exit=False)
    failed = len(program.result.failures) + len(program.result.errors)
    print('%d passed, %d failed' % (program.result.testsRun - failed, failed))
    sys.exit(failed > 0)
