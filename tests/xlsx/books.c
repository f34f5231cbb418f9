/* SPDX-License-Identifier: MIT */
/* Workbooks made by hand with document.h's builder: every kind of block, every trap of libxlsxwriter.
 *
 *     books DIR    writes DIR/<name>.xlsx and DIR/<name>.txt, and checks what can be checked without a reader
 *
 * check-xlsx then opens the books. Figures are made up.
 *
 * The traps of libxlsxwriter 1.1.4 and where each is tested; (c): in check-xlsx, of every book.
 *   1  a full TMPDIR gives a truncated book: write_book renders with a TMPDIR that is not there; the same bytes
 *   2  a validation list over 255 bytes aborts: no book has a validation (c)
 *   3  a header image loses the charts: no &G in a header, not even from a title (c, hostile_book)
 *   4  NaN and Inf: check_refusals; no such value in a sheet (c)
 *   5  a sheet that was not added: check_refusals, names
 *   6  bad UTF-8, controls, U+FFFE, _x0041_: check_cleaning, hostile_book; every part is well-formed (c)
 *   7  names cut in the middle of a character: longest_book; every defined name leads to a sheet (c)
 *   8  names and heads that Excel repairs: check_refusals, hostile_book, two tables in longest_book; heads: check_heads
 *   9  the last bit of a figure: compared with a tolerance (c); 17 digits are a text: hostile_book
 *  10  & and figures in headers: check_cleaning, hostile_book (c)
 *  11  LC_NUMERIC: check_locale; no setlocale that would set it (c)
 *  12  warnings on stderr, output cut short: nothing on stderr (c); the bytes go to publish/, tests/unit/test_publish.c
 * Texts beginning with = + - @: hostile_book. */
#include "document/document.h"
#include "render/display.h"
#include "render/heads.h"
#include "render/text/text_render.h"
#include "render/xlsx/clean.h"
#include "render/xlsx/xlsx.h"
#include "render/xlsx/xlsx_figure.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failures;

#define EXPECT(condition)                                                                                              \
    ((condition) ? (void)0 : (void)(failures++, fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition)))

static const char *const counties[] = {"吉首市", "泸溪县", "凤凰县", "花垣县", "保靖县", "古丈县", "永顺县", "龙山县"};
enum { COUNTIES = sizeof counties / sizeof *counties };

static struct cell number(const char *plain)
{
    return cell_number(plain, plain);
}

static double value_of(const char *plain)
{
    return strtod(plain, NULL);
}

static struct cell toned(const char *text, enum cell_tone tone)
{
    struct cell cell = cell_text(text);
    cell.tone = tone;
    return cell;
}

static struct cell linked(const char *text, const char *name)
{
    struct cell cell = cell_text(text);
    cell.link = name;
    return cell;
}

static struct cell computed(const char *plain, const char *formula)
{
    struct cell cell = number(plain);
    cell.formula = formula;
    return cell;
}

static struct document book(const char *title)
{
    return (struct document){.kind = DOCUMENT_WORKBOOK,
                             .title = title,
                             .author = "示例州工业和信息化局",
                             .subject = "2019年前三季度",
                             .keywords = "通报 工业经济",
                             .banner = "示例数据，不得引用",
                             .issued = {2019, 10, 22},
                             .sign_off = "制表：　　　　　　　审核：　　　　　　　负责人：　　　　　　　"};
}

/* ---- a region's book ---- */

static void add_cover(struct builder *b, struct arena *arena)
{
    builder_section(b, SECTION_SHEET, "说明", "2019年前三季度全州工业经济运行情况", false);
    builder_heading(b, 1, "一、各表");
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "工作表", NULL, NULL, ALIGN_LEFT, 6);
    table_column(&t, "内容", NULL, NULL, ALIGN_LEFT, 30);
    table_cell(&t, linked("汇总表", "汇总表"));
    table_cell(&t, cell_text("各县市主要指标累计数、同比、目标、差距和位次，供打印。"));
    table_cell(&t, linked("图表", "图表"));
    table_cell(&t, cell_text("各县市增速与各自目标的比较、工业投资进度与序时进度的比较，以及近八个季度走势。"));
    table_cell(&t, linked("数据", "数据"));
    table_cell(&t, cell_text("全部数据，一行一个数，可筛选；最后三列是来源文件、行号和增速来源。"));
    builder_table(b, table_end(&t));
    builder_heading(b, 1, "二、判定用语");
    table_begin(&t, arena, 1);
    table_column(&t, "用语", NULL, NULL, ALIGN_CENTER, 8);
    table_column(&t, "含义", NULL, NULL, ALIGN_LEFT, 30);
    table_cell(&t, toned("达到目标增速", TONE_GOOD));
    table_cell(&t, cell_text("累计增速不低于年度目标。"));
    table_cell(&t, toned("低于目标增速", TONE_BAD));
    table_cell(&t, cell_text("累计增速低于年度目标。"));
    table_cell(&t, toned("未报", TONE_WAITING));
    table_cell(&t, cell_text("截至截稿日未收到数据，不作评价、不参加位次。"));
    table_cell(&t, toned("—", TONE_MUTED));
    table_cell(&t, cell_text("没有此项目标或不参加位次。"));
    builder_table(b, table_end(&t));
    builder_heading(b, 1, "三、口径");
    builder_paragraph(b, PARAGRAPH_BODY,
                      "规模以上工业增加值增速按可比价计算，其余指标按现价计算。上年同期数按今年企业范围调整，"
                      "因此不能用两年公布的总量直接计算增速。部分数据因四舍五入存在总计与分项合计不等，未作机械调整。");
    builder_paragraph(b, PARAGRAPH_NOTE, "注：本页数据均为示例，不反映任何地区的实际情况。");
}

static void add_summary(struct builder *b, struct arena *arena)
{
    static const char *const rates[COUNTIES] = {"10.4", "8.7", "-3.2", "12.0", "10.0", "", "9.95", "-0.4"};
    builder_section(b, SECTION_SHEET, "汇总表", "各县市主要指标完成情况汇总表", true);
    struct table_builder t;
    table_begin(&t, arena, 2);
    table_column(&t, "地区", NULL, NULL, ALIGN_LEFT, 5);
    const char *const groups[] = {"规模以上工业增加值", "工业投资"};
    for (int i = 0; i < 2; i++) {
        table_column(&t, groups[i], "累计（亿元）", NULL, ALIGN_RIGHT, 6);
        table_column(&t, groups[i], "同比（%）", NULL, ALIGN_RIGHT, 5);
        table_column(&t, groups[i], "目标（%）", NULL, ALIGN_RIGHT, 5);
        table_column(&t, groups[i], "差距（百分点）", NULL, ALIGN_RIGHT, 5);
        table_column(&t, groups[i], "判定", NULL, ALIGN_CENTER, 7);
        table_column(&t, groups[i], "位次", NULL, ALIGN_CENTER, 3);
    }
    table_column(&t, "备注", NULL, NULL, ALIGN_LEFT, 8);
    t.table.unit = "单位：亿元、%";
    for (int row = 0; row < COUNTIES; row++) {
        table_cell(&t, cell_text(counties[row]));
        for (int i = 0; i < 2; i++) {
            table_cell(&t, number(i ? "-12345.60" : "1234.56"));
            bool missing = !*rates[row];
            table_cell(&t, missing ? toned("未报", TONE_WAITING) : number(rates[row]));
            table_cell(&t, number("10"));
            int gap = i * 7 + 2;
            table_cell(&t, missing ? toned("—", TONE_MUTED)
                                   : computed(arena_format(arena, "%.2f", value_of(rates[row]) - 10),
                                              arena_format(arena, "=ROUND({%d}-{%d},2)", gap + (i ? -1 : 0),
                                                           gap + (i ? 0 : 1))));
            table_cell(&t, missing                      ? toned("未报", TONE_WAITING)
                           : value_of(rates[row]) >= 10 ? toned("达到目标增速", TONE_GOOD)
                                                        : toned("低于目标增速", TONE_BAD));
            table_cell(&t, missing ? toned("-", TONE_MUTED) : cell_number("3", "并列第3位"));
        }
        table_cell(&t, cell_text(row == 3 ? "上年同期数按今年企业范围调整后重新计算，与去年公布的数不同" : ""));
    }
    table_note(&t, "注：1.“—”表示没有此项目标或不能计算。2.位次按增速由高到低，未报的不参加位次。");
    table_note(&t, "2.增速按可比价。");
    builder_table(b, table_end(&t));
}

static const char *const rates[COUNTIES] = {"12.0", "10.4", "10.0", "9.9", "8.7", "-0.4", "-3.2", NULL};
static const char *const targets[COUNTIES] = {"10", "11", "10", "12", "10", "10", "10", "11.5"};

static const struct chart *bar_chart(struct arena *arena, enum chart_kind kind)
{
    struct chart_bar *bars = arena_alloc(arena, COUNTIES * sizeof *bars);
    for (int i = 0; i < COUNTIES; i++) {
        bars[i].label = counties[(i + 3) % COUNTIES];
        bars[i].value = rates[i] ? number(rates[i]) : cell_text("未报");
        bars[i].target = i == 5 ? cell_empty() : number(targets[i]);
        bars[i].own = i == 2;
        if (kind == CHART_PROGRESS) {
            bars[i].value = number(arena_format(arena, "%d.5", 40 + i * 11));
            bars[i].target = number("75.0");
        }
    }
    struct chart chart = {
        .kind = kind, .bars = bars, .bar_count = COUNTIES, .unit = "%", .name_head = "名称", .figure_head = "数值"};
    if (kind == CHART_BARS) {
        chart.title = "各县市规模以上工业增加值增速与目标";
        chart.data_title = "图表数据：各县市规模以上工业增加值增速与目标（单位：%）";
        chart.alt = "横条图：花垣县增长12.0%最高，凤凰县下降3.2%最低，全州增长8.8%。";
        chart.reference = number("8.8");
        chart.reference_label = "全州";
        chart.target_label = "各县市目标";
    } else {
        chart.title = "各县市工业投资完成年度计划";
        chart.data_title = "图表数据：各县市工业投资完成年度计划（单位：%）";
        chart.target_label = "序时进度";
        chart.alt = "横条图：各县市完成年度计划的百分比，序时进度75%。";
    }
    return arena_copy(arena, &chart, sizeof chart);
}

static const struct chart *line_chart(struct arena *arena)
{
    static const char *const categories[] = {"2018年一季度", "2018年上半年", "2018年前三季度", "2018年全年",
                                             "2019年一季度", "2019年上半年", "2019年前三季度"};
    enum { PERIODS = sizeof categories / sizeof *categories };
    static const char *const values[3][PERIODS] = {{"7.5", "8.1", "8.4", "8.8", NULL, "9.9", "10.4"},
                                                   {"6.9", "7.2", "7.4", "7.7", "8.6", "8.5", "8.8"},
                                                   {"8.0", "8.0", "8.0", "8.0", "10.0", "10.0", "10.0"}};
    static const char *const labels[] = {"泸溪县", "全州", "年度目标"};
    struct chart_series *series = arena_alloc(arena, 3 * sizeof *series);
    for (int s = 0; s < 3; s++) {
        struct cell *cells = arena_alloc(arena, PERIODS * sizeof *cells);
        for (int i = 0; i < PERIODS; i++)
            cells[i] = values[s][i] ? number(values[s][i]) : cell_empty();
        series[s] = (struct chart_series){.label = labels[s], .values = cells, .own = s == 0, .dashed = s == 2};
    }
    struct chart chart = {.kind = CHART_LINES,
                          .title = "规模以上工业增加值累计增速",
                          .unit = "%",
                          .alt = "折线图：泸溪县增速由7.5%升到10.4%，高于全州。",
                          .data_title = "图表数据：规模以上工业增加值累计增速（单位：%）",
                          .name_head = "时期",
                          .categories = categories,
                          .category_count = PERIODS,
                          .series = series,
                          .series_count = 3};
    return arena_copy(arena, &chart, sizeof chart);
}

static void add_data(struct builder *b, struct arena *arena)
{
    builder_section(b, SECTION_SHEET, "数据", "", true);
    struct table_builder t;
    table_begin(&t, arena, 1);
    t.table.data = true;
    static const char *const heads[] = {"时期",      "地区",     "指标", "单位",    "累计数",
                                        "同比（%）", "来源文件", "行号", "增速来源"};
    for (int i = 0; i < 9; i++)
        table_column(&t, heads[i], NULL, NULL, i == 4 || i == 5 || i == 7 ? ALIGN_RIGHT : ALIGN_LEFT, 4);
    for (int i = 0; i < 200; i++) {
        table_cell(&t, cell_text("2019年前三季度"));
        table_cell(&t, cell_text(counties[i % COUNTIES]));
        table_cell(&t, cell_text(i % 2 ? "工业投资" : "规模以上工业主营业务收入"));
        table_cell(&t, cell_text("亿元"));
        table_cell(&t, number(arena_format(arena, "%d.%02d", i * 37 % 2000 - 40, i % 100)));
        table_cell(&t, i % 7 ? number(arena_format(arena, "%d.%d", i % 21, i % 10)) : cell_empty());
        table_cell(&t, cell_text("示例-2019年三季度县市数据.csv"));
        table_cell(&t, number(arena_format(arena, "%d", i + 3)));
        table_cell(&t, cell_text(i % 7 ? "上报" : "缺上年同期数"));
    }
    table_note(&t, "空格表示没有收到数据或不能计算，原因在“增速来源”一列。");
    builder_table(b, table_end(&t));
}

static struct document region_book(struct arena *arena)
{
    struct document document = book("2019年前三季度全州工业经济运行情况（数据簿）");
    struct builder *b = builder_new(arena);
    add_cover(b, arena);
    add_summary(b, arena);
    builder_section(b, SECTION_SHEET, "图表", "图表", false);
    builder_chart(b, bar_chart(arena, CHART_BARS));
    builder_chart(b, bar_chart(arena, CHART_PROGRESS));
    builder_chart(b, line_chart(arena));
    add_data(b, arena);
    builder_finish(b, &document);
    return document;
}

/* ---- a county's book ---- */

static void add_needs(struct builder *b, struct arena *arena)
{
    builder_section(b, SECTION_SHEET, "测算", "要实现全年目标还需完成多少", true);
    builder_paragraph(b, PARAGRAPH_BODY, "改动“目标”或“累计”后，后面各列自动重算。");
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "指标", NULL, NULL, ALIGN_LEFT, 8);
    table_column(&t, "单位", NULL, NULL, ALIGN_CENTER, 3);
    table_column(&t, "年度目标", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "累计", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "上年同期", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "同比（%）", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "完成年度计划（%）", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "还需完成", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "月均需完成", NULL, NULL, ALIGN_RIGHT, 5);
    table_column(&t, "判定", NULL, NULL, ALIGN_CENTER, 6);
    static const char *const rows[][9] = {
        {"园区投资", "亿元", "20.00", "17.20", "15.00", "14.7", "86.0", "2.80", "0.94"},
        {"工业投资", "亿元", "29300.00", "13560.00", "12475.00", "8.7", "46.3", "15740.00", "5246.67"},
        {"落地项目", "个", "3", "2", "2", "0.0", "66.7", "1", "1"},
        {"利润总额", "亿元", "1.00", "-0.38", "-0.21", "81.0", "-38.0", "1.38", "0.46"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const *r = rows[i];
        table_cell(&t, cell_text(r[0]));
        table_cell(&t, cell_text(r[1]));
        for (int c = 2; c < 5; c++)
            table_cell(&t, number(r[c]));
        struct cell growth = computed(r[5], "=ROUND(({3}-{4})/{4}*100,1)");
        growth.text = arena_format(arena, "%s%%", r[5]);
        table_cell(&t, growth);
        table_cell(&t, computed(r[6], "=ROUND({3}/{2}*100,1)"));
        table_cell(&t, computed(r[7], "=MAX({2}-{3},0)"));
        table_cell(&t, computed(r[8], i == 2 ? "=ROUNDUP({7}/3,0)" : "=ROUNDUP({7}/3,2)"));
        bool ahead = value_of(r[6]) >= 75;
        struct cell verdict = toned(ahead ? "快于序时进度" : "滞后序时进度", ahead ? TONE_GOOD : TONE_BAD);
        verdict.formula = "=IF({6}>=75,\"快于序时进度\",\"滞后序时进度\")";
        table_cell(&t, verdict);
    }
    builder_table(b, table_end(&t));
}

static struct document county_book(struct arena *arena)
{
    struct document document = book("泸溪县2019年前三季度主要指标");
    struct builder *b = builder_new(arena);
    add_needs(b, arena);
    builder_section(b, SECTION_SHEET, "趋势", "近八个季度走势", true);
    builder_chart(b, line_chart(arena));
    builder_section(b, SECTION_SHEET, "口径", "口径和来源", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "各乡镇人民政府：");
    for (int i = 1; i < 5; i++) {
        builder_heading(b, i, "规模以上工业");
        builder_paragraph(b, PARAGRAPH_BODY,
                          "指年主营业务收入2000万元及以上的工业法人单位。增加值增速由统计部门按可比价核算后反馈，"
                          "本局不用总量倒算；revenue per unit (RMB) is not comparable across years.");
    }
    builder_paragraph(b, PARAGRAPH_NOTE, "来源：《关于下达2019年工业经济目标任务的通知》（示例工信发〔2019〕3号）。");
    builder_finish(b, &document);
    return document;
}

/* ---- hostile strings ---- */

static const char *const hostile[] = {"=1+1",
                                      "+1",
                                      "-1",
                                      "@SUM(A1)",
                                      "a\x01z",
                                      "a\x0b\x1fz",
                                      "\xff\xfe",
                                      "\xed\xa0\x80",
                                      "a\xef\xbf\xbez",
                                      "_x0041_ _x000D_",
                                      "<b>&amp;\"'</b>",
                                      "一行\r\n二行\n三行\t制表",
                                      "\xf0\xa0\x80\x80𠮷",
                                      "12345678901234567",
                                      "",
                                      " 前后空格 ",
                                      "R&D &G &10 &P"};

static struct document hostile_book(struct arena *arena)
{
    struct document document = book("R&D &G 2019\x01 &[Picture] <标题>\xff");
    document.author = "a\x02\xef\xbf\xbf & <b>";
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_SHEET, "2020年", "&10 2022年 <i> _x0041_", false);
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "原文\x01", NULL, NULL, ALIGN_LEFT, 8);
    table_column(&t, "公式", NULL, NULL, ALIGN_LEFT, 8);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        table_cell(&t, cell_text(hostile[i]));
        struct cell copy = cell_text(clean_line(arena, hostile[i], 100));
        copy.formula = "={0}";
        table_cell(&t, i < 4 ? copy : cell_empty());
    }
    char *long_text = arena_alloc(arena, 40001);
    memset(long_text, 'x', 40000);
    table_cell(&t, cell_text(long_text));
    table_cell(&t, number("-0.000001"));
    builder_table(b, table_end(&t));
    struct chart *chart = arena_copy(arena, line_chart(arena), sizeof *chart);
    chart->title = "a\x03 & <b>\xff\n二";
    chart->alt = "\xef\xbf\xbe\"&<";
    chart->data_title = "图表数据：a\x03 & <b>\xff\n二（单位：%）";
    builder_chart(b, chart);
    /* Heads that no Excel table may have. */
    builder_section(b, SECTION_SHEET, "A1", "", false);
    table_begin(&t, arena, 1);
    t.table.data = true;
    table_column(&t, "重复", NULL, NULL, ALIGN_LEFT, 8);
    table_column(&t, "重复", NULL, NULL, ALIGN_LEFT, 8);
    table_cell(&t, cell_text("甲"));
    table_cell(&t, cell_text("乙"));
    builder_table(b, table_end(&t));
    builder_section(b, SECTION_SHEET, "空表", "", false);
    table_begin(&t, arena, 1);
    t.table.data = true;
    table_column(&t, "没有行", NULL, NULL, ALIGN_LEFT, 8);
    builder_table(b, table_end(&t));
    builder_finish(b, &document);
    return document;
}

/* ---- the longest names a sheet and a cell can have ---- */

static void add_long_sheet(struct builder *b, struct arena *arena, const char *name, const char *cell_name, bool data)
{
    builder_section(b, SECTION_SHEET, name, "", true);
    struct table_builder t;
    table_begin(&t, arena, 1);
    t.table.data = data;
    table_column(&t, "名称", NULL, NULL, ALIGN_LEFT, 8);
    table_column(&t, "数值", NULL, NULL, ALIGN_RIGHT, 4);
    table_display(&t, DISPLAY_BAR);
    table_column(&t, "位次", NULL, NULL, ALIGN_RIGHT, 4);
    table_display(&t, DISPLAY_RANK);
    for (int i = 1; i < 40; i++) {
        struct cell first = number(arena_format(arena, "%d", i));
        first.name = i == 1 ? cell_name : NULL;
        table_cell(&t, cell_text("某某县"));
        table_cell(&t, first);
        table_cell(&t, computed(arena_format(arena, "%d", i + 1), arena_format(arena, "={1}+%s", cell_name)));
    }
    builder_table(b, table_end(&t));
}

static struct document longest_book(struct arena *arena)
{
    struct document document = book("最长的表名和单元格名称");
    struct builder *b = builder_new(arena);
    add_long_sheet(b, arena, "一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸", false);
    add_long_sheet(b, arena, "二二三四五六七八九十", "已过月数", true);
    add_long_sheet(b, arena, "三二三四五六七八九十", "剩余月数", true);
    builder_finish(b, &document);
    return document;
}

/* ---- what must be refused, with a sentence ---- */

static const char *refusal(struct arena *arena, const char *name, struct cell cell)
{
    struct document document = book("拒绝");
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_SHEET, "一览", "", false);
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "列", NULL, NULL, ALIGN_LEFT, 8);
    table_cell(&t, cell);
    builder_table(b, table_end(&t));
    builder_section(b, SECTION_SHEET, name, "", false);
    builder_finish(b, &document);
    struct buffer out = {.arena = arena};
    return xlsx_render(&document, NULL, &out);
}

static void check_refusals(struct arena *arena)
{
    static const char *const names[] = {
        "", "一览", "a/b", "a'b", "a#b", "History", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        EXPECT(refusal(arena, names[i], cell_text("甲")) != NULL);
    static const char *const numbers[] = {"nan", "inf", "-inf", "1e999", "", "1,5", "0x10", " 1", "1 "};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        EXPECT(refusal(arena, "二", number(numbers[i])) != NULL);
    EXPECT(refusal(arena, "二", linked("去", "没有的表")) != NULL);
    EXPECT(refusal(arena, "二", computed("1", "={7}")) != NULL);
    char *formula = arena_alloc(arena, 9001);
    memset(formula, '1', 9000);
    formula[0] = '=';
    EXPECT(refusal(arena, "二", computed("1", formula)) != NULL);
    static const char *const cell_names[] = {"", "2020年", "A1", "R1C1", "a b", "月 数", "月，数", "年\x01", "月\xff"};
    for (size_t i = 0; i < sizeof cell_names / sizeof *cell_names; i++) {
        struct cell cell = number("1");
        cell.name = cell_names[i];
        EXPECT(refusal(arena, "二", cell) != NULL);
    }
    EXPECT(refusal(arena, "二", number("1")) == NULL);
}

/* Were it otherwise, figures would come out as 1,5. */
static void check_locale(void)
{
    EXPECT(!strcmp(setlocale(LC_NUMERIC, NULL), "C"));
}

static void check_cleaning(struct arena *arena)
{
    const char *plain = "规模以上工业增加值";
    EXPECT(clean_cell(arena, plain) == plain);
    EXPECT(!strcmp(clean_cell(arena, "_x0041_"), "_x005F_x0041_"));
    EXPECT(!strcmp(clean_line(arena, "_x0041_", 99), "_x0041_"));
    EXPECT(!strcmp(clean_cell(arena, "a\x01z"), "a\xEF\xBF\xBDz"));
    EXPECT(!strcmp(clean_cell(arena, "a\r\nb\rc"), "a\nb\nc"));
    EXPECT(!strcmp(clean_line(arena, "a\r\nb\tc", 99), "a b c"));
    EXPECT(!strcmp(clean_cell(arena, "\xef\xbf\xbe"), "\xEF\xBF\xBD"));
    EXPECT(!strcmp(clean_header(arena, "R&D", 99), "R＆D"));
    EXPECT(strstr(clean_line(arena, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", 20), "省略") !=
           NULL);
    EXPECT(display_width("工业abc", DISPLAY_TERMINAL) == 7);
    EXPECT(display_width("“—”", DISPLAY_CHINESE) == 6);
    EXPECT(display_lines("工业投资工业投资", 8, DISPLAY_CHINESE) == 2);
    EXPECT(display_lines("ab cdefgh", 6, DISPLAY_CHINESE) == 2);
    EXPECT(display_lines("", 8, DISPLAY_CHINESE) == 1);
}

static bool is_head(const struct head *head, const char *text, int row, int rows, size_t column, size_t columns)
{
    return !strcmp(head->text, text) && head->row == row && head->rows == rows && head->column == column &&
           head->columns == columns;
}

static void check_heads(struct arena *arena)
{
    struct table_builder t;
    table_begin(&t, arena, 2);
    table_column(&t, "地区", NULL, NULL, ALIGN_LEFT, 4);
    table_column(&t, "投资", "累计", NULL, ALIGN_LEFT, 4);
    table_column(&t, "投资", "同比", NULL, ALIGN_LEFT, 4);
    table_column(&t, "利润", "同比", NULL, ALIGN_LEFT, 4);
    table_column(&t, NULL, "备注", NULL, ALIGN_LEFT, 4);
    size_t count;
    const struct head *heads = table_heads(table_end(&t), arena, &count);
    EXPECT(count == 7);
    EXPECT(is_head(&heads[0], "地区", 0, 2, 0, 1));
    EXPECT(is_head(&heads[1], "投资", 0, 1, 1, 2));
    EXPECT(is_head(&heads[2], "利润", 0, 1, 3, 1));
    EXPECT(is_head(&heads[3], "备注", 0, 2, 4, 1));
    EXPECT(is_head(&heads[4], "累计", 1, 1, 1, 1));
    /* Equal, side by side, but below different heads. */
    EXPECT(is_head(&heads[5], "同比", 1, 1, 2, 1));
    EXPECT(is_head(&heads[6], "同比", 1, 1, 3, 1));
}

static void check_figures(struct arena *arena)
{
    static const struct {
        const char *plain, *text;
        bool grouped;
        const char *format;
    } figures[] = {
        {"1234.50", "1234.50", true, "#,##0.00"},
        {"1234.50", "1,234.50", true, "#,##0.00"},
        {"3", "3", false, "0"},
        {"-3.2", "-3.2", false, "0.0"},
        {"86.0", "86.0%", false, "0.0\"%\";-0.0\"%\";0.0\"%\""},
        {"0.5", "+0.5", false, "+0.0;-0.0;0.0"},
        {"3", "并列第3位", false, "\"并列第\"0\"位\";\"并列第\"-0\"位\";\"并列第\"0\"位\""},
        {"3", "a\"3", false, "0"},
        {"-0.21", "亏损0.21", false, "0.00"},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct cell cell = cell_number(figures[i].plain, figures[i].text);
        const char *format = figure_format(arena, &cell, figures[i].grouped);
        if (strcmp(format, figures[i].format) != 0)
            fprintf(stderr, "%s: %s\n", figures[i].text, format);
        EXPECT(!strcmp(format, figures[i].format));
    }
}

/* ---- writing them out ---- */

static void save(const char *directory, const char *name, const char *extension, const struct buffer *bytes)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.%s", directory, name, extension);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes->data, 1, bytes->length, file) != bytes->length || fclose(file)) {
        perror(path);
        exit(1);
    }
}

static void write_book(const char *directory, const char *name, struct document (*make)(struct arena *))
{
    struct arena *arena = arena_new();
    struct document document = make(arena);
    struct buffer text = {.arena = arena}, first = {.arena = arena}, second = {.arena = arena};
    EXPECT(!text_render(&document, NULL, &text));
    save(directory, name, "txt", &text);
    const char *error = xlsx_render(&document, NULL, &first);
    if (error)
        fprintf(stderr, "%s: %s\n", name, error);
    EXPECT(!error);
    save(directory, name, "xlsx", &first);
    setenv("TMPDIR", "/nowhere/at/all", 1);
    EXPECT(!xlsx_render(&document, NULL, &second));
    unsetenv("TMPDIR");
    EXPECT(first.length == second.length && !memcmp(first.data, second.data, first.length));
    arena_free(arena);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("用法：books 目录\n", stderr);
        return 3;
    }
    struct arena *arena = arena_new();
    check_locale();
    check_cleaning(arena);
    check_heads(arena);
    check_figures(arena);
    check_refusals(arena);
    arena_free(arena);
    write_book(argv[1], "region", region_book);
    write_book(argv[1], "county", county_book);
    write_book(argv[1], "hostile", hostile_book);
    write_book(argv[1], "longest", longest_book);
    return failures != 0;
}
