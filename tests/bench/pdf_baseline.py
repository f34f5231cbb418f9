#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""pdf_baseline.py PDF FONTS ROUNDS: writes what stands on the pages of PDF again with ReportLab, ROUNDS times over.

The same strings in the same faces at the same places, the same lines and areas; what they are is read from the file
beforehand, so that ReportLab has no lines to break and no tables to measure. Prints CPU ms a document, bytes, peak MB.
"""
import os
import re
import resource
import subprocess
import sys
import time

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FACES = {'NotoSerifCJKsc-Bold': 'title', 'FandolFang-Regular': 'body', 'NotoSansCJKsc-Bold': 'hei',
         'NotoSerifCJKsc-Regular': 'song', 'FandolKai-Regular': 'kai', 'LXGWWenKai-Light': 'fallback'}
ENTITIES = {'&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'"}


def page_of(path, number):
    """What is drawn on a page, in order: [colour, 'text', face, size, x, y, string], [colour, 'stroke' or 'fill', width,
    points, whether the shape is closed]."""
    out = subprocess.run(['mutool', 'trace', path, str(number)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                         check=True).stdout.decode()
    drawn, colour = [], (0, 0, 0)
    for line in out.splitlines():
        line = line.strip()
        if found := re.match(r'<(?:fill|stroke)_.* color="([^"]+)"', line):
            colour = tuple(float(part) for part in found.group(1).split())
            colour = colour * 3 if len(colour) == 1 else colour
        if found := re.match(r'<span font="(?:\w+\+)?([^"]+)".*trm="([\d.]+)', line):
            drawn.append([colour, 'text', FACES[found.group(1)], float(found.group(2)), None, None, ''])
        elif found := re.match(r'<g unicode="([^"]*)".* x="([\d.-]+)" y="([\d.-]+)"', line):
            if drawn[-1][4] is None:
                drawn[-1][4:6] = float(found.group(2)), float(found.group(3))
            drawn[-1][6] += ENTITIES.get(found.group(1), found.group(1))
        elif found := re.match(r'<(stroke|fill)_path', line):
            width = re.search(r'linewidth="([\d.]+)"', line)
            drawn.append([colour, found.group(1), float(width.group(1)) if width else 1, [], False])
        elif found := re.match(r'<(?:move|line)to x="([\d.-]+)" y="([\d.-]+)"', line):
            drawn[-1][3].append((float(found.group(1)), float(found.group(2))))
        elif line == '<closepath/>':
            drawn[-1][4] = True
    return drawn


def write(path, pages):
    canvas = Canvas(path, pagesize=A4, pageCompression=1)
    for drawn in pages:
        for colour, kind, *rest in drawn:
            if kind == 'text':
                face, size, x, y, string = rest
                canvas.setFillColorRGB(*colour)
                canvas.setFont(face, size)
                canvas.drawString(x, y, string)
                continue
            width, points, closed = rest
            canvas.setLineWidth(width)
            canvas.setFillColorRGB(*colour)
            canvas.setStrokeColorRGB(*colour)
            shape = canvas.beginPath()
            for i, point in enumerate(points):
                (shape.lineTo if i else shape.moveTo)(*point)
            if closed:
                shape.close()
            canvas.drawPath(shape, stroke=kind == 'stroke', fill=kind == 'fill')
        canvas.showPage()
    canvas.save()


def main(path, fonts, rounds):
    info = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    count = int(re.search(r'Pages:\s+(\d+)', info).group(1))
    pages = [page_of(path, number) for number in range(1, count + 1)]
    for face in sorted({item[2] for page in pages for item in page if item[1] == 'text'}):
        pdfmetrics.registerFont(TTFont(face, os.path.join(fonts, face + '.ttf')))
    target = path[:-4] + '-reportlab.pdf'
    write(target, pages)
    started = time.process_time()
    for _ in range(rounds):
        write(target, pages)
    ms = (time.process_time() - started) / rounds * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f'{ms:.2f} {os.path.getsize(target)} {peak:.1f}')


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
