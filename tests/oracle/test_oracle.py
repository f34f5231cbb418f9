#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Hand-worked examples of the oracle, beyond the shared cases. Run: python3 test_oracle.py"""
import csv
import os
import subprocess
import sys
import tempfile
import unittest

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
                  inputs='data/a.csv:3;data/a.csv:5;data/a.csv:2;data/a.csv:4')
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
        """1.10 x 1.21 = 1.331 over ... two years: sqrt(1.331) = 1.153689732987; one reported rate chains all."""
        data = ('period,area,indicator,value,yoy\n2017Q4,A,CZ,100,\n2018Q4,A,CZ,121,\n2019Q4,A,CZ,150,10\n'
                '2017Q4,B,CZ,100,\n2019Q4,B,CZ,-1,\n')
        targets = 'area,indicator,measure,op,value,from,to\n*,CZ,cagr,>=,15.4,2018,2020\n'
        rows = run('2019Q4', data, flow(), targets)
        self.hold(rows, 'measures', 'A CZ cagr', value='15.3689732987', text='15.4')
        self.hold(rows, 'verdicts', 'A CZ cagr', verdict='met', actual='15.4', gap='0', pace='', to_do='')
        self.hold(rows, 'measures', 'B CZ cagr', flag='no_base')             # a factor below 0
        exact = run('2019Q4', data, flow(), targets, settings='key,value\ncompare,exact\n')
        self.hold(exact, 'verdicts', 'A CZ cagr', verdict='missed', actual='15.3689732987', gap='-0.0310267013')

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
        """Of two deadlines the nearer is scored; pending is left out and with nothing scored there is no total."""
        data = 'period,area,indicator,value\n2019Q3,A,CZ,90\n2019Q3,B,CZ,60\n'
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


if __name__ == '__main__':
    program = unittest.main(exit=False)
    failed = len(program.result.failures) + len(program.result.errors)
    print('%d passed, %d failed' % (program.result.testsRun - failed, failed))
    sys.exit(failed > 0)
