/* SPDX-License-Identifier: MIT */
/* Finished files read back: what passes, and each thing that doesn't. The documents are made here, so that they can say
 * what no composer would. */
#include "proof/proof.h"
#include "render/page/fonts.h"
#include "render/pdf/pdf.h"
#include "render/rtf/rtf.h"
#include "render/xlsx/xlsx.h"
#include "scene.h"
#include "template/templates.h"

#include <check.h>
#include <string.h>

Suite *proof_suite(void);

/* 甲县 is part of the name of 甲县新区; 乙县 isn't. INV: 336 and 12.0 %, 366 and 10.9 %, 12 and 20.0 %. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent\nR,测试州,\nA,甲县,R\nB,乙县,R\nN,甲县新区,R\n"},
    {"indicators.csv", "id,name,unit,kind\nINV,工业投资,亿元,flow\nVA,乙县口径增加值,%,rate\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to,source\n*,INV,yoy,>=,10,2019,2019,文件\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2018Q3,A,INV,300,\n2018Q3,B,INV,330,\n2018Q3,N,INV,10,\n"
                   "2019Q3,A,INV,336,\n2019Q3,B,INV,366,\n2019Q3,N,INV,12,\n"
                   "2019Q3,A,VA,8.3,\n2019Q3,B,VA,9.1,\n"},
    {NULL, NULL},
};

static struct scene scene;
static struct fonts *fonts;
static struct template_text template_text;
static const struct template_text *templates_list[] = {&template_text};
static struct templates templates;
static struct arena *arena;

static void setup(void)
{
    const char *error;
    scene_open(&scene, files, "2019Q3", "A");
    arena = scene.region.arena;
    fonts = fonts_open(&(struct font_paths){0}, arena, &error);
    ck_assert_msg(fonts != NULL, "%s", fonts ? "" : error);
    template_text = (struct template_text){.name = "area", .source = "标题：{{本地}}情况", .usable = true};
    templates = (struct templates){.items = templates_list, .count = 1};
    scene.composer.templates = &templates;
}

static void teardown(void)
{
    fonts_close(fonts);
    scene_close(&scene);
}

/* What a document says, of 甲县 unless a test says otherwise. */
struct said {
    const char *title, *subject, *keywords, *heading;
    const char *level, *growth;
};

static const struct said right = {.title = "甲县2019年前三季度工业经济情况",
                                  .subject = "2019年前三季度甲县工业经济目标完成情况",
                                  .keywords = "通报;工业经济;测试州;2019年前三季度;A;2019Q3",
                                  .heading = "一、分项说明",
                                  .level = "336.00",
                                  .growth = "12.0"};

static const struct table *table_of(const struct said *said)
{
    struct table_builder t;
    table_begin(&t, arena, 1);
    table_column(&t, "指标", NULL, NULL, ALIGN_LEFT, 8);
    table_column(&t, "单位", NULL, NULL, ALIGN_CENTER, 4);
    table_column(&t, "累计", NULL, NULL, ALIGN_RIGHT, 4);
    table_column(&t, "同比(%)", NULL, NULL, ALIGN_RIGHT, 4);
    table_cell(&t, cell_text("工业投资"));
    table_cell(&t, cell_text("亿元"));
    table_cell(&t, cell_number(said->level, said->level));
    table_cell(&t, cell_number(said->growth, said->growth));
    return table_end(&t);
}

static const struct document *document_of(const struct said *said, enum document_kind kind)
{
    struct document *document = arena_alloc(arena, sizeof *document);
    struct builder *builder = builder_new(arena);
    bool book = kind == DOCUMENT_WORKBOOK;
    builder_section(builder, book ? SECTION_SHEET : SECTION_BODY, book ? "一览" : "", book ? said->title : "", false);
    builder_heading(builder, 1, said->heading);
    builder_table(builder, table_of(said));
    *document = (struct document){.kind = kind,
                                  .title = said->title,
                                  .author = "测试州",
                                  .subject = said->subject,
                                  .keywords = said->keywords,
                                  .issued = {2019, 10, 18}};
    builder_finish(builder, document);
    return document;
}

static const struct format {
    const char *ending;
    const char *(*render)(const struct document *document, const struct render_context *context, struct buffer *out);
    enum document_kind kind;
} formats[] = {{"pdf", pdf_render, DOCUMENT_BULLETIN},
               {"xlsx", xlsx_render, DOCUMENT_WORKBOOK},
               {"rtf", rtf_render, DOCUMENT_BULLETIN}};
#define FORMATS ((int)(sizeof formats / sizeof *formats))

static struct buffer rendered(const struct format *format, const struct said *said)
{
    struct buffer out = {.arena = arena};
    struct render_context context = {.fonts = fonts};
    const char *error = format->render(document_of(said, format->kind), &context, &out);
    ck_assert_msg(!error, "%s", error);
    return out;
}

static const char *proved(const struct format *format, const struct said *said, const char *area)
{
    struct buffer out = rendered(format, said);
    struct proof *proof = proof_new(&scene.composer, arena);
    struct proof_file file = {.path = arena_format(arena, "areas/x.%s", format->ending),
                              .area = region_area(&scene.region, area),
                              .template = "area",
                              .of_area = true};
    return proof_check(proof, &file, out.data, out.length, arena);
}

static void expect(const struct format *format, const struct said *said, const char *area, const char *part)
{
    const char *sentence = proved(format, said, area);
    if (!part)
        ck_assert_msg(!sentence, "%s: %s", format->ending, sentence);
    else
        ck_assert_msg(sentence && strstr(sentence, part), "%s: no \"%s\" in: %s", format->ending, part,
                      sentence ? sentence : "(nothing)");
}

START_TEST(its_own_file_passes)
{
    expect(&formats[_i], &right, "A", NULL);
}
END_TEST

START_TEST(a_file_of_another_area_does_not)
{
    expect(&formats[_i], &right, "B", "应为“B;2019Q3”，实为");
    expect(&formats[_i], &right, "R", "应为“R;2019Q3”，实为");
    struct said said = right;
    said.keywords = "A;2019Q2";
    expect(&formats[_i], &said, "A", "应为“A;2019Q3”");
    said = right;
    said.subject = "2019年前三季度乙县工业经济目标完成情况";
    expect(&formats[_i], &said, "A", "主题应为");
}
END_TEST

START_TEST(titles_name_nobody_else)
{
    struct said said = right;
    said.title = "乙县2019年前三季度工业经济情况";
    expect(&formats[_i], &said, "A", "里有别的地区“乙县”");
    said.title = "测试州2019年前三季度工业经济情况"; /* what stands above it is known to it */
    expect(&formats[_i], &said, "A", NULL);
    said.title = "甲县2019年上半年工业经济情况";
    expect(&formats[_i], &said, "A", "标题里的时期不是2019年前三季度");
    said.title = "甲县2020年目标"; /* a year alone may be the targets' */
    expect(&formats[_i], &said, "A", NULL);
    said.title = "乙县口径增加值情况"; /* an indicator's name */
    expect(&formats[_i], &said, "A", NULL);
}
END_TEST

/* Those of a PDF stand in its outline too. */
START_TEST(headings_name_nobody_else)
{
    struct said said = right;
    said.heading = "一、乙县情况";
    expect(&formats[0], &said, "A", "“一、乙县情况”里有别的地区“乙县”");
}
END_TEST

/* 甲县 is in 甲县新区, which is another; and the other way round nothing is wrong. */
START_TEST(the_longest_name_is_meant)
{
    struct said said = right;
    said.title = "甲县新区2019年前三季度工业经济情况";
    expect(&formats[_i], &said, "A", "里有别的地区“甲县新区”");
    said.subject = "2019年前三季度甲县新区工业经济目标完成情况";
    said.keywords = "N;N;2019Q3";
    said.level = "12.00";
    said.growth = "20.0";
    expect(&formats[_i], &said, "N", NULL);
}
END_TEST

START_TEST(figures_are_its_own)
{
    struct said said = right;
    said.level = "366.00";
    said.growth = "10.9";
    expect(&formats[_i], &said, "A", "“工业投资”一行的“366");
    said.level = "336.00"; /* one of two is enough where columns are exact */
    expect(&formats[_i], &said, "A", strcmp(formats[_i].ending, "pdf") == 0 ? NULL : "“工业投资”一行的“10.9”");
}
END_TEST

/* 336 are 36 more than the 300 of a year before. */
START_TEST(a_growth_may_be_told_as_a_number)
{
    struct said said = right;
    said.growth = "36";
    expect(&formats[_i], &said, "A", NULL);
}
END_TEST

START_TEST(what_somebody_wrote_is_left_to_them)
{
    struct said said = right;
    said.title = "乙县2019年上半年来信";
    template_text.source = "标题：乙县2019年上半年来信";
    expect(&formats[_i], &said, "A", NULL);
    said = right;
    said.heading = "一、学习丙县和乙县";
    struct written written = {region_area(&scene.region, "A"), "问题", &(struct template_text){.source = "学习乙 县"}};
    templates.written = &written;
    templates.written_count = 1;
    expect(&formats[_i], &said, "A", NULL);
    /* and a template that tells of others on purpose */
    said = right;
    said.title = "甲县和乙县2019年前三季度";
    said.level = "366.00";
    said.growth = "10.9";
    template_text.others = true;
    template_text.source = "";
    templates.written_count = 0;
    expect(&formats[_i], &said, "A", NULL);
}
END_TEST

/* Bytes that are cut off are never read beyond; AddressSanitizer sees to it. */
START_TEST(half_a_file_is_none)
{
    struct buffer out = rendered(&formats[_i], &right);
    struct proof *proof = proof_new(&scene.composer, arena);
    struct proof_file file = {.path = arena_format(arena, "x.%s", formats[_i].ending),
                              .area = region_area(&scene.region, "A"),
                              .template = "area",
                              .of_area = true};
    for (size_t length = 0; length < out.length - 2; length += 1 + out.length / 97) {
        void *half = arena_copy(arena, out.data, length + !length);
        ck_assert_ptr_nonnull(proof_check(proof, &file, half, length, arena));
    }
}
END_TEST

/* Whatever becomes of a byte, the check ends. */
START_TEST(damaged_bytes_are_survived)
{
    struct buffer out = rendered(&formats[_i], &right);
    struct proof *proof = proof_new(&scene.composer, arena);
    struct proof_file file = {.path = arena_format(arena, "x.%s", formats[_i].ending),
                              .area = region_area(&scene.region, "A"),
                              .template = "area",
                              .of_area = true};
    unsigned long seed = 1;
    for (int round = 0; round < 200; round++) {
        struct arena *own = arena_new();
        char *bytes = arena_copy(own, out.data, out.length);
        for (int k = 0; k < 4; k++) {
            seed = seed * 6364136223846793005UL + 1442695040888963407UL;
            bytes[(seed >> 33) % out.length] = (char)(seed >> 25);
        }
        const char *sentence = proof_check(proof, &file, bytes, out.length, own);
        ck_assert(!sentence || *sentence);
        arena_free(own);
    }
}
END_TEST

Suite *proof_suite(void)
{
    Suite *suite = suite_create("proof");
    TCase *tests = tcase_create("proof");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, its_own_file_passes, 0, FORMATS);
    tcase_add_loop_test(tests, a_file_of_another_area_does_not, 0, FORMATS);
    tcase_add_loop_test(tests, titles_name_nobody_else, 0, FORMATS);
    tcase_add_test(tests, headings_name_nobody_else);
    tcase_add_loop_test(tests, the_longest_name_is_meant, 0, FORMATS);
    tcase_add_loop_test(tests, figures_are_its_own, 0, FORMATS);
    tcase_add_loop_test(tests, a_growth_may_be_told_as_a_number, 0, FORMATS);
    tcase_add_loop_test(tests, what_somebody_wrote_is_left_to_them, 0, FORMATS);
    tcase_add_loop_test(tests, half_a_file_is_none, 0, FORMATS);
    tcase_add_loop_test(tests, damaged_bytes_are_survived, 0, FORMATS);
    suite_add_tcase(suite, tests);
    return suite;
}
