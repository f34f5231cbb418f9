#!/usr/bin/python3
"""baseline.py WORK.json OUTPUT: writes the described PDFs with ReportLab and the workbooks with XlsxWriter."""
import json
import os
import sys

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


def write_xlsx(path, sheets):
    book = xlsxwriter.Workbook(path)
    head = book.add_format({'bold': True, 'border': 1, 'align': 'center'})
    plain = book.add_format({'border': 1})
    figure = book.add_format({'border': 1, 'num_format': '#,##0.00'})
    for sheet in sheets:
        page = book.add_worksheet(sheet['name'])
        page.set_paper(9)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        for r, row in enumerate(sheet['rows']):
            for c, cell in enumerate(row):
                if isinstance(cell, (int, float)):
                    page.write_number(r, c, cell, figure)
                elif cell is not None:
                    page.write_string(r, c, cell, head if r == 0 else plain)
    book.close()


def main(described, output):
    with open(described, encoding='utf-8') as f:
        work = json.load(f)
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, os.path.join(work['fonts'], face + '.ttf')))
    for kind, write in (('pdf', write_pdf), ('xlsx', write_xlsx)):
        for name, content in work[kind].items():
            path = os.path.join(output, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write(path, content)


main(*sys.argv[1:])
