#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""baseline.py WORK.json OUTPUT [pdf|xlsx]: writes the described PDFs with ReportLab and the workbooks with XlsxWriter;
of one kind alone it prints the CPU in ms that a document took."""
import json
import os
import sys
import time

import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FACES = ('title', 'body', 'kai', 'hei', 'song')


def write_pdf(path, pages):
    canvas = Canvas(path, pagesize=A4, pageCompression=1)
    for number, lines in enumerate(pages):
        step = min(28, 700 / max(len(lines), 1))
        for n, line in enumerate(lines):
            # The first line in the title face, headings in 黑体 and 楷体, long lines in 仿宋, short ones in 宋体.
            face = 'title' if n + number == 0 else 'hei' if line[:1] in '一二三四五六七' else \
                'kai' if line[:1] == '（' else 'body' if len(line) > 20 else 'song'
            canvas.setFont(face, min(16, step * 0.7))
            canvas.drawString(80, 780 - n * step, line)
        canvas.setFont('song', 14)
        canvas.drawCentredString(297, 50, f'— {number + 1} —')
        canvas.showPage()
    canvas.save()


class Looks:
    """A book's formats, each made once."""

    def __init__(self, book):
        self.book, self.made = book, {}

    def get(self, look):
        key = json.dumps(look, sort_keys=True)
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def write_cells(page, sheet, looks):
    for first, left, last, right in sheet['merged']:
        page.merge_range(first, left, last, right, '')
    for r, c, kind, value, look, *cached in sheet['cells']:
        if kind == 'f':
            page.write_formula(r, c, value, looks.get(look), cached[0])
        elif kind == 'n':
            page.write_number(r, c, value, looks.get(look))
        elif kind == 's':
            page.write_string(r, c, value, looks.get(look))
        else:
            page.write_blank(r, c, None, looks.get(look))


def write_rules(page, sheet, looks):
    for area, rule in sheet['rules']:
        rule = dict(rule)
        if 'format' in rule:
            rule['format'] = looks.get(rule['format'])
        page.conditional_format(area, rule)
    if sheet['table']:
        page.add_table(sheet['table'][0], {'columns': [{'header': head} for head in sheet['table'][1]]})


def write_charts(book, page, sheet):
    for row, series in sheet['charts']:
        chart = book.add_chart({'type': series['type']})
        for one in series['series']:
            chart.add_series(one)
        chart.set_title({'name': series['title']})
        chart.set_x_axis({'name': series['axis']})
        page.insert_chart(row, 0, chart, {'description': series['title']})


def write_xlsx(path, described):
    book = xlsxwriter.Workbook(path)
    looks = Looks(book)
    for sheet in described['sheets']:
        page = book.add_worksheet(sheet['name'])
        page.set_paper(9)
        if sheet['landscape']:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_header(sheet['header'])
        page.set_footer(sheet['footer'])
        for column, width in sheet['widths']:
            page.set_column(column, column, width)
        for row, height in sheet['heights']:
            page.set_row(row, height)
        write_cells(page, sheet, looks)
        write_rules(page, sheet, looks)
        write_charts(book, page, sheet)
    for name, place in described['names']:
        book.define_name(name, place)
    book.close()


def main(described, output, only=None):
    with open(described, encoding='utf-8') as f:
        work = json.load(f)
    for face in FACES if only != 'xlsx' else ():
        pdfmetrics.registerFont(TTFont(face, os.path.join(work['fonts'], face + '.ttf')))
    for kind, write in (('pdf', write_pdf), ('xlsx', write_xlsx)):
        started, written = time.process_time(), 0
        for name, content in work[kind].items() if only in (None, kind) else ():
            path = os.path.join(output, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write(path, content)
            written += 1
        # Without the interpreter's start and the reading of the description.
        if only == kind and written:
            print((time.process_time() - started) / written * 1000)


main(*sys.argv[1:])
