/* SPDX-License-Identifier: MIT */
#include "pages.h"

static const char *const counties[] = {"吉首市", "泸溪县", "凤凰县", "花垣县", "保靖县", "古丈县", "永顺县", "龙山县"};
static const char *const indicators[] = {
    "规模以上工业增加值增速", "固定资产投资增速", "工业投资", "技改投资", "园区投资",     "规模工业利润总额",
    "社会消费品零售总额",     "地方财政收入",     "研发经费", "税收收入", "实际利用外资", "3000万元以上落地项目",
};
#define COUNTIES 8
#define INDICATORS 12

/* A figure that is always the same for the same place. */
static int invented(int a, int b, int modulus)
{
    return (a * 7919 + b * 104729 + a * b * 31 + 17) % modulus;
}

static struct cell figure(struct arena *arena, int tenths)
{
    char *number = arena_format(arena, "%s%d.%d", tenths < 0 ? "-" : "", (tenths < 0 ? -tenths : tenths) / 10,
                                (tenths < 0 ? -tenths : tenths) % 10);
    struct cell cell = cell_number(number, number);
    return cell;
}

static struct cell toned(struct cell cell, enum cell_tone tone)
{
    cell.tone = tone;
    return cell;
}

static struct cell verdict(int i)
{
    switch (i % 5) {
    case 0:
        return toned(cell_text("达到目标增速"), TONE_GOOD);
    case 1:
        return toned(cell_text("低于目标增速"), TONE_BAD);
    case 2:
        return toned(cell_text("快于序时进度"), TONE_GOOD);
    case 3:
        return toned(cell_text("滞后序时进度"), TONE_BAD);
    default:
        return toned(cell_text("无数据"), TONE_WAITING);
    }
}

static const char *const long_text =
    "前三季度，全州规模以上工业增加值增长10.4%，高于年度目标（10%）0.4个百分点，比上半年加快0.5个百分点，高于全省"
    "1.9个百分点，居全省14个市州第3位。其中，国有企业增长8.2%，股份制企业增长11.6%；采矿业下降3.1%，制造业增长12.7%，"
    "电力、热力、燃气及水生产和供应业增长6.0%。1—9月，规模工业企业实现利润12.36亿元，同比增长15.8%；“十三五”以来，"
    "年均增长9.7%——高于全省平均水平……工业用电量28.41亿千瓦时，增长7.3%。按《湘西自治州工业经济考核办法》（州政办发"
    "〔2019〕5号）的规定，对8县市3个方面、12项指标进行了通报。";

static struct table_builder *table_new(struct arena *arena, int header_rows, const char *title, const char *unit)
{
    struct table_builder *t = arena_alloc(arena, sizeof *t);
    table_begin(t, arena, header_rows);
    t->table.title = title;
    t->table.unit = unit;
    return t;
}

/* ---- the region ---- */

static void region_body(struct arena *arena, struct builder *b)
{
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "各县市人民政府，湘西高新区、湘西经开区管委会，州直有关单位：");
    builder_paragraph(b, PARAGRAPH_BODY, "现将2019年前三季度全州工业经济运行情况通报如下。");
    builder_heading(b, 1, "一、总体情况");
    builder_paragraph(b, PARAGRAPH_BODY, long_text);
    builder_paragraph(b, PARAGRAPH_BODY,
                      "全年12项目标中，达到目标或快于序时进度的7项，低于目标或滞后的4项，无数据的1项。");
    builder_heading(b, 1, "二、主要指标");
    for (int i = 0; i < 6; i++) {
        static const char *const numbers[] = {"一", "二", "三", "四", "五", "六"};
        builder_paragraph(
            b, PARAGRAPH_BODY,
            arena_format(
                arena,
                "（%s）%s。前三季度%s增长%d.%d%%，高于年度目标（10%%）0.%d个百分点，比上半年加快0.5个百分点；居全省"
                "第%d位，前移1位。要实现全年目标，第四季度需完成6.02亿元、增长13.0%%以上，月均2.01亿元，为前9个月月均"
                "（1.51亿元）的1.3倍。",
                numbers[i], indicators[i], indicators[i], 8 + i, i, i + 1, i + 2));
    }
    builder_heading(b, 1, "三、县市目标完成和位次");
    builder_heading(b, 2, "（一）规模以上工业增加值增速");
    builder_paragraph(b, PARAGRAPH_BODY,
                      "居前3位的是泸溪县（14.2%）、花垣县（13.0%）、吉首市（12.1%）；居后3位的是"
                      "古丈县（6.5%）、龙山县（4.3%）、永顺县（-3.2%）。保靖县截至10月15日未报，不参加位次。");
    builder_heading(b, 3, "1. 关于技改投资");
    builder_paragraph(b, PARAGRAPH_BODY, "技改投资下降3.2%，低于年度目标（15%）18.2个百分点，居第8位。");
    builder_heading(b, 4, "（1）关于园区");
    builder_paragraph(b, PARAGRAPH_BODY, "园区投资17.20亿元，完成年度目标86.0%，快于序时进度（75.0%）11.0个百分点。");
    builder_heading(b, 1, "四、下一步要求");
    builder_paragraph(
        b, PARAGRAPH_BODY,
        "各县市要对照全年目标，逐项分析差距，落实责任，确保完成全年任务。对低于目标的指标，请于10月31日前书面反馈"
        "原因和措施。");
    builder_paragraph(b, PARAGRAPH_ENCLOSURE, "附件：1. 2019年前三季度各县市工业经济主要指标完成情况表");
    builder_paragraph(b, PARAGRAPH_ENCLOSURE, "2. 各县市位次及其变化");
    builder_paragraph(b, PARAGRAPH_ENCLOSURE, "3. 图表和口径说明");
}

static void region_annex1(struct arena *arena, struct builder *b)
{
    builder_section(b, SECTION_ANNEX, "附件1", "2019年前三季度各县市工业经济主要指标完成情况表", true);
    struct table_builder *t = table_new(arena, 3, "主要指标完成情况", "亿元、%");
    table_column(t, "县市", NULL, NULL, ALIGN_LEFT, 4);
    for (int i = 0; i < 3; i++) {
        table_column(t, indicators[i], "总量", "累计", ALIGN_RIGHT, 4);
        table_column(t, indicators[i], "总量", "同比", ALIGN_RIGHT, 4);
        table_column(t, indicators[i], "目标", "年度目标", ALIGN_RIGHT, 4);
        table_column(t, indicators[i], "目标", "差距", ALIGN_RIGHT, 4);
        table_column(t, indicators[i], "位次", NULL, ALIGN_CENTER, 2);
    }
    for (int row = 0; row < 30; row++) {
        table_cell(t, cell_text(row ? counties[row % COUNTIES] : "全　州"));
        for (int i = 0; i < 3; i++) {
            table_cell(t, figure(arena, 100 + invented(row, i, 9000)));
            table_cell(t, figure(arena, invented(row, i + 3, 300) - 60));
            table_cell(t, figure(arena, 100));
            table_cell(t, toned(figure(arena, invented(row, i + 9, 200) - 100), row % 3 ? TONE_PLAIN : TONE_BAD));
            table_cell(t, row ? figure(arena, 10 * (1 + row % 8)) : toned(cell_text("-"), TONE_MUTED));
        }
    }
    table_note(t, "注：1. 增加值增速按可比价计算；2. “-”表示不参加位次；3. 因四舍五入，分项之和可能不等于合计。");
    builder_table(b, table_end(t));
}

static void region_annex2(struct arena *arena, struct builder *b)
{
    builder_section(b, SECTION_ANNEX, "附件2", "各县市位次及其变化", false);
    struct table_builder *t = table_new(arena, 2, "", "位");
    table_column(t, "县市", NULL, NULL, ALIGN_CENTER, 4);
    for (int i = 0; i < 3; i++) {
        table_column(t, indicators[i], "本期", NULL, ALIGN_RIGHT, 3);
        table_column(t, indicators[i], "上期", NULL, ALIGN_RIGHT, 3);
        table_column(t, indicators[i], "变化", NULL, ALIGN_CENTER, 3);
    }
    for (int row = 0; row < COUNTIES; row++) {
        struct cell name = cell_text(counties[row]);
        name.link = "附件3";
        table_cell(t, name);
        for (int i = 0; i < 9; i++)
            table_cell(t, i % 3 == 2 ? toned(cell_text(row % 2 ? "前移1位" : "后移2位"), row % 2 ? TONE_GOOD : TONE_BAD)
                                     : cell_text(arena_format(arena, "%d", 1 + (row + i) % 8)));
    }
    builder_table(b, table_end(t));
}

static const struct chart *bars_chart(struct arena *arena, enum chart_kind kind, size_t count, int low)
{
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_bar *bars = arena_alloc(arena, (count + 1) * sizeof *bars);
    for (size_t i = 0; i < count; i++) {
        int value = kind == CHART_PROGRESS ? 960 - (int)i * 70 : 142 - (int)i * (150 - low) / (int)count;
        bars[i] =
            (struct chart_bar){.label = kind == CHART_PROGRESS ? indicators[i % INDICATORS] : counties[i % COUNTIES],
                               .value = figure(arena, value),
                               .target = figure(arena, kind == CHART_PROGRESS ? 750 : 90 + (int)(i % 4) * 10),
                               .own = i == 3};
        if (i == 6 || (count > 8 && i + 1 == count))
            bars[i].value = cell_text("未报");
        if (i == 5 && kind == CHART_BARS)
            bars[i].target = cell_empty();
    }
    *chart = (struct chart){.kind = kind,
                            .title = kind == CHART_BARS ? "规模以上工业增加值增速" : "年度目标完成进度",
                            .unit = "%",
                            .alt = "各县市工业增加值增速从高到低的条形图。",
                            .bars = bars,
                            .bar_count = count,
                            .reference = kind == CHART_BARS ? figure(arena, 104) : cell_empty(),
                            .reference_label = "全州",
                            .target_label = kind == CHART_BARS ? "目标" : "序时进度"};
    return chart;
}

static const struct chart *lines_chart(struct arena *arena, bool holes)
{
    static const char *const quarters[] = {"2018年一季度", "2018年上半年", "2018年前三季度", "2018年全年",
                                           "2019年一季度", "2019年上半年", "2019年前三季度", "2019年全年"};
    static const char *const labels[] = {"泸溪县", "全州", "年度目标"};
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_series *series = arena_alloc(arena, 3 * sizeof *series);
    for (int s = 0; s < 3; s++) {
        struct cell *values = arena_alloc(arena, 8 * sizeof *values);
        for (int i = 0; i < 8; i++) {
            values[i] = s == 2 ? figure(arena, i < 4 ? 90 : 100) : figure(arena, 80 + s * 12 + invented(i, s, 60));
            if (i == 7 || (holes && s == 0 && (i == 2 || i == 4)) || (holes && s == 1))
                values[i] = cell_empty();
        }
        series[s] = (struct chart_series){labels[s], values, s == 0, s == 2};
    }
    *chart = (struct chart){.kind = CHART_LINES,
                            .title = "规模以上工业增加值累计增速",
                            .unit = "%",
                            .alt = "泸溪县、全州近八个季度增速与目标的折线图。",
                            .name_head = "时期",
                            .categories = quarters,
                            .category_count = 8,
                            .series = series,
                            .series_count = 3};
    return chart;
}

static void common(struct document *document)
{
    document->kind = DOCUMENT_BULLETIN;
    document->author = "湘西自治州工业和信息化局";
    document->subject = "工业经济运行通报";
    document->keywords = "工业经济；通报；2019年前三季度";
    document->banner = "示例数据";
    document->issued = (struct day){2019, 10, 18};
    document->head = HEAD_FULL;
    document->issuer_mark = "湘西自治州工业和信息化局文件";
    document->doc_number = "州工信〔2019〕5号";
    document->signer = "湘西自治州工业和信息化局";
    document->date_text = "2019年10月18日";
    document->seal_room = true;
    document->copy_to = "州委办公室，州人大常委会办公室，州政府办公室，州政协办公室，省工业和信息化厅。";
    document->printer = "湘西自治州工业和信息化局办公室";
    document->print_date_text = "2019年10月18日";
}

void pages_region(struct arena *arena, struct document *document)
{
    *document = (struct document){.title = "关于2019年前三季度全州工业经济运行情况的通报"};
    common(document);
    struct builder *b = builder_new(arena);
    region_body(arena, b);
    region_annex1(arena, b);
    region_annex2(arena, b);
    builder_section(b, SECTION_ANNEX, "附件3", "图表和口径说明", false);
    builder_heading(b, 1, "一、图表");
    builder_chart(b, bars_chart(arena, CHART_BARS, 8, -40));
    builder_chart(b, lines_chart(arena, false));
    builder_heading(b, 1, "二、口径说明");
    builder_paragraph(b, PARAGRAPH_NOTE,
                      "增加值增速按可比价格计算，为实际增长；投资、零售额、利润、税收增速为名义增长。");
    builder_paragraph(b, PARAGRAPH_NOTE,
                      "上年同期数据以统计部门核定数为准，增速按核定后的可比口径计算，不能用两年绝对额直接计算。");
    builder_finish(b, document);
}

/* ---- a county ---- */

static const struct table *county_table(struct arena *arena)
{
    struct table_builder *t = table_new(arena, 1, "主要指标完成情况", NULL);
    static const char *const heads[] = {"序号",     "指标",       "单位", "累计", "同比%",
                                        "年度目标", "差距或进度", "判定", "位次", "较上期"};
    for (int i = 0; i < 10; i++)
        table_column(t, heads[i], NULL, NULL, i == 1 ? ALIGN_LEFT : i > 2 && i < 7 ? ALIGN_RIGHT : ALIGN_CENTER, 4);
    for (int row = 0; row < INDICATORS; row++) {
        table_cell(t, cell_number(arena_format(arena, "%d", row + 1), arena_format(arena, "%d", row + 1)));
        table_cell(t, cell_text(indicators[row]));
        table_cell(t, cell_text(row % 3 ? "亿元" : "%"));
        table_cell(t, figure(arena, 100 + invented(row, 1, 3000)));
        table_cell(t, figure(arena, invented(row, 2, 300) - 80));
        table_cell(t, figure(arena, 100));
        table_cell(t, figure(arena, invented(row, 3, 200) - 100));
        table_cell(t, verdict(row));
        table_cell(t, cell_text(arena_format(arena, "%d/8", 1 + row % 8)));
        table_cell(t, cell_text(row % 3 ? "前移1位" : "持平"));
    }
    table_note(t, "注：“判定”按年度目标类型分别对照增速或序时进度（75.0%）。");
    return table_end(t);
}

static const struct table *needed_table(struct arena *arena)
{
    struct table_builder *t = table_new(arena, 1, "实现全年目标测算", "亿元");
    static const char *const heads[] = {"指标", "全年目标", "还需完成", "月均需完成", "前期月均", "倍数"};
    for (int i = 0; i < 6; i++)
        table_column(t, heads[i], NULL, NULL, i ? ALIGN_RIGHT : ALIGN_LEFT, 4);
    for (int row = 2; row < 8; row++) {
        table_cell(t, cell_text(indicators[row]));
        for (int i = 0; i < 5; i++)
            table_cell(t, figure(arena, invented(row, i, 400)));
    }
    return table_end(t);
}

void pages_county(struct arena *arena, struct document *document)
{
    *document = (struct document){.title = "泸溪县2019年前三季度工业经济目标完成情况"};
    common(document);
    document->head = HEAD_NONE;
    document->signer = document->printer = document->copy_to = NULL;
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, long_text);
    builder_table(b, county_table(arena));
    builder_heading(b, 1, "一、各项指标情况");
    for (int i = 0; i < INDICATORS; i++)
        builder_paragraph(
            b, PARAGRAPH_BODY,
            arena_format(arena,
                         "%s%d.%d2亿元，增长8.7%%，低于年度目标（10%%）1.3个百分点；居第6位，后移2位。要实现"
                         "全年目标，第四季度需完成6.02亿元、增长13.0%%以上。",
                         indicators[i], 13 + i, i % 10));
    builder_table(b, needed_table(arena));
    builder_heading(b, 1, "二、图表");
    builder_chart(b, bars_chart(arena, CHART_PROGRESS, 8, 0));
    builder_chart(b, lines_chart(arena, true));
    builder_heading(b, 1, "三、口径和核对");
    for (int i = 0; i < 4; i++)
        builder_paragraph(
            b, PARAGRAPH_NOTE,
            "目标来源：《关于下达2019年工业经济主要目标任务的通知》（州政办发〔2019〕12号）。如有异议，请于10月25日前"
            "书面反馈，联系电话0743—8222222。");
    builder_finish(b, document);
}

/* ---- rare names ---- */

void pages_names(struct arena *arena, struct document *document)
{
    *document = (struct document){.title = "关于长沙县㮾梨街道和鄠邑、䢺等地名用字情况的通报"};
    common(document);
    document->head = HEAD_BLANK;
    document->seal_room = false;
    document->signer = "统计局";
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "各县市统计局：");
    builder_heading(b, 1, "一、长沙县㮾梨街道、珲春、亳州、郧阳");
    builder_paragraph(
        b, PARAGRAPH_BODY,
        "长沙县㮾梨街道、珲春、亳州、郧阳、衢州、泸溪、氹仔、鄠邑、盱眙、邛崃、犍为、儋州、綦江、嵊泗、䢺。联系人："
        "朱镕、李喆、王堃、张玥、陈赟、刘瑄。面积86.4㎡，厚3㎜，气温−1.5℃，￥100，3～5，－2，① GDP abc 100‰。");
    struct table_builder *t = table_new(arena, 1, "㮾、鄠、䢺", "㎡");
    table_column(t, "地名", NULL, NULL, ALIGN_LEFT, 4);
    table_column(t, "氹仔", NULL, NULL, ALIGN_RIGHT, 4);
    table_cell(t, cell_text("㮾梨街道"));
    table_cell(t, cell_text("䢺"));
    table_cell(t, toned(cell_text("鄠邑"), TONE_BAD));
    table_cell(t, figure(arena, 11));
    builder_table(b, table_end(t));
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_bar *bar = arena_alloc(arena, sizeof *bar);
    *bar = (struct chart_bar){.label = "㮾梨", .value = figure(arena, 31), .target = cell_empty(), .own = true};
    *chart = (struct chart){
        .kind = CHART_BARS, .title = "䢺：一个地区的图", .bars = bar, .bar_count = 1, .reference = cell_empty()};
    builder_chart(b, chart);
    builder_finish(b, document);
}

/* ---- strain ---- */

static const struct table *wide_table(struct arena *arena)
{
    struct table_builder *t = table_new(arena, 2, "四十六栏的表", "%");
    table_column(t, "县市", NULL, NULL, ALIGN_LEFT, 4);
    static const char *const lower[] = {"累计", "同比", "目标", "差距", "位次"};
    for (int i = 0; i < 9; i++)
        for (int l = 0; l < 5; l++)
            table_column(t, indicators[i], lower[l], NULL, ALIGN_RIGHT, 4);
    for (int row = 0; row < COUNTIES; row++) {
        table_cell(t, cell_text(counties[row]));
        for (int i = 0; i < 45; i++)
            table_cell(t, i % 7 ? figure(arena, invented(row, i, 99999)) : cell_empty());
    }
    return table_end(t);
}

static const struct table *wordy_table(struct arena *arena)
{
    struct table_builder *t = table_new(arena, 1, "文字很长的表", NULL);
    table_column(t, "序号", NULL, NULL, ALIGN_CENTER, 2);
    table_column(t, "问题", NULL, NULL, ALIGN_LEFT, 10);
    table_column(t, "", NULL, NULL, ALIGN_LEFT, 10);
    for (int row = 0; row < 12; row++) {
        table_cell(t, cell_number("1", "1"));
        table_cell(t, cell_text(long_text));
        table_cell(t, cell_text("https://example.gov.cn/very/long/address/without/any/space.html"));
    }
    return table_end(t);
}

void pages_strain(struct arena *arena, struct document *document)
{
    *document = (struct document){
        .title =
            "关于湘西土家族苗族自治州人民政府工业经济工作领导小组办公室2019年前三季度工业经济主要责任目标任务完成情况"
            "考核监测结果的通报"};
    common(document);
    document->banner = NULL;
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_BODY, "");
    builder_paragraph(b, PARAGRAPH_BODY,
                      "“《〔（“‘（（（《》》）））。”——”……！？，，，、、、。。。Pneumonoultramicroscopicsilicovolcano"
                      "coniosisPneumonoultramicroscopicsilicovolcanoconiosis，12345678901234567890123456789"
                      "01234567890123456789012345678901234567890。");
    builder_table(b, wide_table(arena));
    builder_table(b, wordy_table(arena));
    builder_chart(b, bars_chart(arena, CHART_BARS, 90, -900));
    builder_chart(b, bars_chart(arena, CHART_BARS, 1, 0));
    builder_chart(b, lines_chart(arena, true));
    builder_section(b, SECTION_ANNEX, "附件1", "", true);
    builder_table(b, wide_table(arena));
    builder_chart(b, bars_chart(arena, CHART_PROGRESS, 30, 0));
    builder_finish(b, document);
}

/* ---- a letter ---- */

void pages_letter(struct arena *arena, struct document *document)
{
    *document = (struct document){.title = "关于工业投资进度的提醒函"};
    common(document);
    document->banner = NULL;
    document->issuer_mark = "湘西州统计局文件";
    document->signer = "湘西州统计局";
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "泸溪县人民政府：");
    for (int i = 0; i < 9; i++)
        builder_paragraph(
            b, PARAGRAPH_BODY,
            "版心每行排二十八个字每面排二十二行撑满版心版心每行排二十八个字每面排二十二行撑满版心版心每行排二十八个字"
            "每面排二十二行撑满版心版心每行排二十八个字每面排二十二行撑满版心版心每行排二十八个字每面排二十二行");
    builder_finish(b, document);
}

/* ---- a reminder: the letter form ---- */

static const struct table *shortfall_table(struct arena *arena)
{
    static const char *const heads[] = {"指标", "单位", "累计", "同比%", "年度目标", "差距", "判定"};
    static const char *const rows[][7] = {
        {"工业投资", "亿元", "13.56", "-3.2", "15%", "-18.2个百分点", "低于目标增速"},
        {"技改投资", "亿元", "4.08", "-2.1", "12%", "-14.1个百分点", "低于目标增速"},
        {"园区投资", "亿元", "11.20", "6.4", "20.00", "-19.0个百分点", "滞后序时进度"},
        {"规模以上工业增加值", "%", "—", "6.1", "8.5%", "-2.4个百分点", "低于目标增速"},
        {"3000万元以上落地项目", "个", "2", "—", "5", "-35.0个百分点", "滞后序时进度"},
    };
    struct table_builder *t = table_new(arena, 1, NULL, NULL);
    for (int i = 0; i < 7; i++)
        table_column(t, heads[i], NULL, NULL, i == 0 ? ALIGN_LEFT : i == 1 || i == 6 ? ALIGN_CENTER : ALIGN_RIGHT, 4);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (int i = 0; i < 7; i++)
            table_cell(t, cell_text(rows[row][i]));
    return table_end(t);
}

static struct builder *reminder(struct arena *arena, struct document *document)
{
    *document = (struct document){.title = "关于2019年前三季度工业经济目标滞后情况的提醒函"};
    common(document);
    document->head = HEAD_LETTER;
    document->issuer_mark = "湘西自治州工业和信息化局";
    document->doc_number = "州工信函〔2019〕12号";
    document->copy_to = "州政府办公室，县工业和信息化局。";
    struct builder *b = builder_new(arena);
    builder_section(b, SECTION_BODY, "", "", false);
    builder_paragraph(b, PARAGRAPH_SALUTATION, "泸溪县人民政府：");
    builder_paragraph(b, PARAGRAPH_BODY,
                      "根据《关于下达2019年工业经济主要目标任务的通知》（州政办发〔2019〕12号），你县前三季度有5项指标"
                      "低于目标或滞后序时进度，现提醒如下：");
    builder_table(b, shortfall_table(arena));
    builder_paragraph(b, PARAGRAPH_BODY,
                      "请逐项分析原因，明确措施和责任人，于10月31日前将书面意见反馈我局。联系人：张玥，电话："
                      "0743—8222222。");
    return b;
}

void pages_reminder(struct arena *arena, struct document *document)
{
    builder_finish(reminder(arena, document), document);
}

void pages_reminder_long(struct arena *arena, struct document *document)
{
    struct builder *b = reminder(arena, document);
    document->banner = NULL;
    document->printer = NULL; /* a letter's 版记 asks for none */
    builder_paragraph(b, PARAGRAPH_BODY, long_text);
    builder_finish(b, document);
}
