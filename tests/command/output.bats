#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# DIR: what is in it, byte for byte the same, whole or not at all.
load helper

@test "the layout is SPEC §6's, and nothing else" {
    run tongbao run region --period 2019Q3 --output out
    expect_status 0
    diff <(cd out && find . -type f | LC_ALL=C sort) - <<'FILES'
./RUN.txt
./SHA256SUMS
./areas/A-甲县-2019年前三季度.pdf
./areas/A-甲县-2019年前三季度.xlsx
./areas/B-乙县-2019年前三季度.pdf
./areas/B-乙县-2019年前三季度.xlsx
./audit.csv
./brief-2019年前三季度.pdf
./data/ledger.csv
./data/measures.csv
./data/ranks.csv
./data/scores.csv
./data/verdicts.csv
./index.html
./region-2019年前三季度.pdf
./region-2019年前三季度.xlsx
./targets-2019年前三季度.pdf
FILES
    whole out
    head -c 5 out/region-*.pdf | grep -q '%PDF-'
    head -c 2 out/region-*.xlsx | grep -q PK
}

@test "--only and --area leave out the other documents" {
    run tongbao run region --period 2019Q3 --output out --only pdf --area 甲县
    expect_status 0
    [ "$(cd out && find . -name '*.pdf' -o -name '*.xlsx' -o -name '*.txt' ! -name RUN.txt)" = ./areas/A-甲县-2019年前三季度.pdf ]
    run tongbao run region --period 2019Q3 --output text --only txt
    expect_status 0
    [ -z "$(find text -name '*.pdf' -o -name '*.xlsx')" ]
    [ -n "$(find text/areas -name 'B-*.txt')" ]
    whole text
}

@test "a draft has an RTF beside each PDF; else there is one only when it is asked for" {
    kinds() { (cd "$1" && find . -name '*.pdf' -o -name '*.rtf' | LC_ALL=C sort | tr '\n' ' '); }
    run tongbao run region --period 2019Q3 --output asked --only rtf --area A
    expect_status 0
    [ "$(kinds asked)" = './areas/A-甲县-2019年前三季度.rtf ' ]
    head -c 6 asked/areas/A-*.rtf | grep -q '{.rtf1'
    echo draft,yes >>region/settings.csv
    run tongbao run region --period 2019Q3 --output out --area A
    expect_status 0
    [ "$(kinds out)" = './areas/A-甲县-2019年前三季度.pdf ./areas/A-甲县-2019年前三季度.rtf ' ]
    whole out
    run tongbao run region --period 2019Q3 --output not-asked --only pdf --area A
    expect_status 0
    [ "$(kinds not-asked)" = './areas/A-甲县-2019年前三季度.pdf ' ]
}

@test "every CSV begins with a BOM and ends its lines with LF alone" {
    publish
    for file in out/audit.csv out/data/*.csv; do
        [ "$(head -c 3 "$file")" = $'\xef\xbb\xbf' ]
        refute grep -q $'\r' "$file"
        [ "$(tail -c 1 "$file" | od -An -c | tr -d ' ')" = '\n' ]
    done
}

@test "the columns are SPEC §6's, and close" {
    publish
    header() { head -n 1 "out/$1" | tail -c +4; }
    [ "$(header data/measures.csv)" = period,area,indicator,measure,value,text,flag,origin,inputs,formula ]
    [ "$(header data/verdicts.csv)" = period,area,indicator,measure,to,op,target,stretch,actual,gap,progress,pace,due,verdict,to_do,per_month,so_far_per_month,growth_needed,source ]
    [ "$(header data/ranks.csv)" = period,area,indicator,measure,group,rank,of,tied,previous,change,close ]
    [ "$(header data/scores.csv)" = period,area,indicator,measure,weight,score,flag ]
    [ "$(header data/ledger.csv)" = period,area,indicator,measure,to,state,verdict,target,actual,gap,severity,to_do,times,periods,since,owner,clause,source ]
    [ "$(header audit.csv)" = severity,file,line,column,area,indicator,period,rule,message ]
}

@test "text that a spreadsheet would run gets an apostrophe, numbers don't" {
    sed -i 's/测试〔2019〕1号/=HYPERLINK("x")/; s/^\*,VA,,>=,8,.*/*,VA,,>=,-8,2019,2019,@a/' region/targets.csv
    sed -i 's/"x"/x/' region/targets.csv
    sed -i 's/^A,甲县,R,$/A,甲县,R,+甲/; s/^B,乙县,R,$/-B,乙县,R,+甲/' region/areas.csv
    sed -i 's/,B,/,-B,/' region/data/a.csv
    publish
    expect_status 0
    grep -q ",'=HYPERLINK(x)$" out/data/verdicts.csv
    grep -q ",'@a$" out/data/verdicts.csv
    grep -q "^2019Q3,'-B,VA,[^,]*,,>=,-8," out/data/verdicts.csv
    grep -q "^2019Q3,A,INV,[^,]*,'+甲," out/data/ranks.csv
    $python - out <<'PY'
import csv, glob, sys
text = ('area', 'indicator', 'group', 'source', 'note', 'file')
for path in glob.glob(sys.argv[1] + '/data/*.csv') + [sys.argv[1] + '/audit.csv']:
    for row in csv.DictReader(open(path, encoding='utf-8-sig', newline='')):
        for column, value in row.items():
            if column in text:
                assert value[:1] not in tuple('=+-@') or not value, (path, row)
            elif column in ('value', 'gap', 'actual', 'target', 'change', 'score'):
                assert value[:1] != "'", (path, row)
PY
}

@test "the same bytes again, from elsewhere, in another zone, with other jobs" {
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output "$PWD/one" --jobs 1
    [ "$status" -le 1 ]
    mkdir -p far/away && cp -r "$root/input/xiangxi" far/xiangxi
    (cd far/away && umask 077 && TZ=Asia/Shanghai "$TONGBAO" run ../xiangxi/ --period 2019年前三季度 \
        --output ../../two --jobs 3) || [ $? -eq 1 ]
    diff one/SHA256SUMS two/SHA256SUMS
    whole one
    whole two
}

@test "the user's language changes messages, never files" {
    sed -i 's/^2019Q3,A,INV,336,$/2019Q3,A,INV,336,15.0/' region/data/a.csv
    run env LC_ALL=C "$TONGBAO" run region --period 2019Q3 --output one
    expect_status 1
    run env LC_ALL=C.UTF-8 LANGUAGE=en "$TONGBAO" run region --period 2019Q3 --output two
    expect_status 1
    diff one/SHA256SUMS two/SHA256SUMS
}

@test "SOURCE_DATE_EPOCH stands for the clock when the settings give no date" {
    sed -i '/issue_date/d' region/settings.csv
    for name in one two; do
        SOURCE_DATE_EPOCH=1571400000 run tongbao run region --period 2019Q3 --output $name --only pdf,txt
        expect_status 0
        sleep 1
    done
    diff one/SHA256SUMS two/SHA256SUMS
    grep -rq '2019年10月18日' one --include='region-*.txt'
}

@test "DIR that is not ours is refused and kept" {
    mkdir out && echo 我的文件 >out/mine.txt
    publish
    expect_status 3
    expect_output mine.txt
    [ "$(cat out/mine.txt)" = 我的文件 ]
    [ "$(find out | wc -l)" -eq 2 ]
    echo file >plain
    run tongbao run region --period 2019Q3 --output plain --only csv
    expect_status 3
    [ "$(cat plain)" = file ]
}

@test "an earlier DIR of ours is replaced as a whole" {
    run tongbao run region --period 2019Q3 --output out --only txt
    expect_status 0
    run tongbao run region --period 2019Q3 --output out
    expect_status 0
    [ "$(find out -name '*.txt')" = out/RUN.txt ]
    whole out
    [ "$(find . -maxdepth 1 -name 'out*')" = ./out ]
}

@test "xiangxi says 示例数据 on every page, sheet and text" {
    run tongbao run "$root/input/xiangxi" --period 2019Q3 --output out --only xlsx,pdf,txt
    [ "$status" -le 1 ]
    $python - out <<'PY'
import glob, re, subprocess, sys, openpyxl
out, files = sys.argv[1], 0
for path in sorted(glob.glob(out + '/**/*', recursive=True)):
    if path.endswith('.pdf'):
        pages = subprocess.run(['pdftotext', '-q', path, '-'], capture_output=True, text=True, check=True).stdout
        pages = pages.split('\f')[:-1]
        bare = [n for n, page in enumerate(pages, 1) if '示例数据' not in re.sub(r'\s', '', page)]
        assert pages and not bare, f'{path}: pages {bare} do not say it'
    elif path.endswith('.txt') and not path.endswith('/RUN.txt'):
        assert '示例数据' in open(path, encoding='utf-8').read(), path
    elif path.endswith('.xlsx'):
        for sheet in openpyxl.load_workbook(path).worksheets:
            cells = ''.join(str(c) for row in sheet.iter_rows(values_only=True) for c in row if c is not None)
            edges = ''.join(str(p.text) for e in (sheet.oddHeader, sheet.oddFooter) for p in (e.left, e.center, e.right))
            assert '示例数据' in cells + edges, f'{path}: sheet {sheet.title} does not say it'
    else:
        continue
    files += 1
assert files >= 30, files
PY
}

@test "off a terminal there is no progress line" {
    run tongbao run region --period 2019Q3 --output out
    expect_no_output $'\r'
}

@test "close: ranks that hang on the rounding, in ranks.csv and named on the review page" {
    # VA as given: 10.3 and 10.2 are one unit of the last place apart, 10.3 and 10.1 two. INV is 336.00 and 346.00.
    sed -i 's/^2019Q3,B,VA,7.3/2019Q3,B,VA,10.2/' region/data/a.csv
    publish
    expect_status 0
    close_of() { awk -F, -v row="$1" '$2 "," $3 "," $4 == row { print $NF }' out/data/ranks.csv; }
    [ "$(close_of A,VA,value)$(close_of B,VA,value)" = 11 ]
    [ "$(close_of A,INV,value)$(close_of B,INV,value)" = 00 ]
    grep -q '第1位甲县 10.3、第2位乙县 10.2' out/index.html
    sed -i 's/^2019Q3,B,VA,10.2/2019Q3,B,VA,10.1/' region/data/a.csv
    publish
    [ "$(close_of A,VA,value)$(close_of B,VA,value)" = 00 ]
    refute grep -q '第1位甲县' out/index.html
    grep -q '没有四舍五入稍有出入就会变动的位次' out/index.html
}

@test "close: not of things counted, which nobody rounds; two that tie are tied" {
    printf 'NEW,新增企业,户,flow,,,0\n' >>region/indicators.csv
    sed -i '1s/$/,basis,better,decimals/; 2,3s/$/,,,/' region/indicators.csv
    printf '2019Q3,A,NEW,4,\n2019Q3,B,NEW,5,\n' >>region/data/a.csv
    sed -i 's/^2019Q3,B,VA,7.3/2019Q3,B,VA,10.3/' region/data/a.csv
    publish
    [ "$(awk -F, '$3 == "NEW" && $4 == "value" { printf "%s", $NF }' out/data/ranks.csv)" = 00 ]
    [ "$(awk -F, '$3 == "VA" && $4 == "value" { printf "%s%s ", $8, $NF }' out/data/ranks.csv)" = '10 10 ' ]
}
