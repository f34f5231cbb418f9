/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "read/raw.h"
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct findings findings;
static struct raw_table table;

static void setup(void)
{
    arena = arena_new();
    findings = (struct findings){.arena = arena};
}

static void teardown(void)
{
    arena_free(arena);
}

static bool read_bytes(const char *bytes, size_t length)
{
    char folder[] = "/tmp/tongbao-raw-XXXXXX", path[64];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.csv", folder);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
    bool good = raw_table_read(folder, "a.csv", arena, &findings, &table);
    remove(path);
    rmdir(folder);
    return good;
}

static bool read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

/* The table as one string: line:cell@line|cell@line; a cell's line only where it differs from its row's. */
static const char *shown(void)
{
    struct buffer out = {.arena = arena};
    for (size_t r = 0; r < table.row_count; r++) {
        buffer_format(&out, "%s%d:", r ? " " : "", table.rows[r].line);
        for (size_t c = 0; c < table.rows[r].count; c++) {
            const struct raw_cell *cell = &table.rows[r].cells[c];
            ck_assert_int_eq(cell->column, (int)c + 1);
            buffer_format(&out, "%s%s", c ? "|" : "", cell->text);
            if (cell->line != table.rows[r].line)
                buffer_format(&out, "@%d", cell->line);
        }
    }
    return buffer_text(&out);
}

static size_t count_of(enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < findings.count; i++)
        count += findings.items[i].rule == rule;
    return count;
}

static const struct {
    const char *text, *shown;
} texts[] = {
    {"a,b\n1,2\n", "1:a|b 2:1|2"},
    {"a,b\r\n1,2\r\n", "1:a|b 2:1|2"},
    {"a,b\r1,2", "1:a|b 2:1|2"},
    {"a,b\n1,2", "1:a|b 2:1|2"},
    {"\n\na\n\n,,\n \nb\n", "3:a 7:b"},
    {"\r\n\r\na\r\n", "3:a"},
    {"a\n\"b\nc\",\"d\n\ne\",f\ng\n", "1:a 2:b\nc|d\n\ne@3|f@5 6:g"},
    {"a\r\n\"b\r\nc\"\r\nd\r\n", "1:a 2:b\r\nc 4:d"},
    {"\"a\"\"b\",\"c,d\"\n", "1:a\"b|c,d"},
    {" a\t, \"b\" ,　c　\n", "1:a|b|c"},
    {"a,,\n,b,\n", "1:a|| 2:|b|"},
    {"a\tb\n\"1,000\"\t2\n", "1:a|b 2:1,000|2"},
    {"题目\na\tb\n1\t2\n", "1:题目 2:a|b 3:1|2"},
    {"题目\na;b\n1,0;2\n", "1:题目 2:a|b 3:1,0|2"},
    {"\"a,b\";c;d\n1;2\n", "1:a,b|c|d 2:1|2"},
    {"sep=;\na;b,c,d\n", "2:a|b,c,d"},
    {"sep=\t\r\na,b\tc\r\n", "2:a,b|c"},
    {"SEP=,,,\na;b;c,d\n", "2:a;b;c|d"},
    {"sep=x\na,b\n", "1:sep=x 2:a|b"},
    {"=\"01\",=\"a,b\"\n", "1:01|a,b"},
    {"x,=\"01\" ,\"=\"\"02\"\"\"\n", "1:x|01|02"},
    {"\"x\n=\"\"1\"\"\",=\"2\"\n", "1:x\n=\"1\"|2@2"},
};

START_TEST(counts_positions)
{
    ck_assert(read_text(texts[_i].text));
    ck_assert_str_eq(shown(), texts[_i].shown);
    ck_assert_uint_eq(findings.count, 0);
}
END_TEST

/* A broken row is named by the line where it began, and costs no other row. */
static const struct {
    const char *text, *shown;
    int line;
} broken[] = {
    {"a,b\n1,\"2\n3,4\n5,6\n", "1:a|b 3:3|4 4:5|6", 2},
    {"a,b\n1,2\"x\n3,4\n", "1:a|b 3:3|4", 2},
    {"a,b\n1,\"2\"x\n3,4\n", "1:a|b 3:3|4", 2},
    {"a,b\n1,2\n3,\"4", "1:a|b 2:1|2", 3},
    {"\"", "", 1},
};

START_TEST(finds_broken_quotes)
{
    read_text(broken[_i].text);
    ck_assert_str_eq(shown(), broken[_i].shown);
    ck_assert_uint_eq(count_of(RULE_QUOTE_INVALID), 1);
    ck_assert_uint_eq(findings.count, 1);
    ck_assert_int_eq(findings.items[0].where.line, broken[_i].line);
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    const char *encoding, *shown;
} encodings[] = {
    {"\xEF\xBB\xBF\"a\",b\n", 9, "UTF-8 BOM", "1:a|b"},
    {"\xB5\xD8\xC7\xF8,1\n", 7, "GB18030", "1:地区|1"},
    /* a lone word whose GBK bytes happen to be UTF-8 (U+0436 U+01B9): never Chinese UTF-8 */
    {"\xD0\xB6\xC6\xB9\n", 5, "GB18030", "1:卸乒"},
    {"\x81\x30\x84\x36\n", 5, "GB18030", "1:¥"},
    {"\xFF\xFE\x30\x57\x3A\x53\t\0"
     "1\0\n\0",
     12, "UTF-16LE", "1:地区|1"},
    {"\xFE\xFF\x57\x30\x53\x3A\0\t\0"
     "1\0\n",
     12, "UTF-16BE", "1:地区|1"},
    {"plain\n", 6, "UTF-8", "1:plain"},
    {"\xE5\x9C\xB0\xC2\xB1\n", 6, "UTF-8", "1:地±"},
};

START_TEST(finds_the_encoding)
{
    ck_assert(read_bytes(encodings[_i].bytes, encodings[_i].length));
    ck_assert_str_eq(table.encoding, encodings[_i].encoding);
    ck_assert_str_eq(shown(), encodings[_i].shown);
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 0);
    ck_assert_uint_eq(count_of(RULE_FILE_ENCODING), strncmp(table.encoding, "UTF-8", 5) != 0);
}
END_TEST

START_TEST(refuses_bad_bytes_by_row)
{
    ck_assert(read_text("\xB5\xD8\xC7\xF8,1\n\x80,2\n\xCF\xD8,3\n"));
    ck_assert_str_eq(table.encoding, "GB18030");
    ck_assert_str_eq(shown(), "1:地区|1 3:县|3");
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 1);
    ck_assert_int_eq(findings.items[findings.count - 1].where.line, 2);
}
END_TEST

START_TEST(refuses_bad_bytes_behind_a_bom)
{
    ck_assert(read_text("\xEF\xBB\xBF地区,1\n\xFF,2\n县,3\n"));
    ck_assert_str_eq(shown(), "1:地区|1 3:县|3");
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 1);
}
END_TEST

START_TEST(says_a_bad_line_once_though_read_twice)
{
    /* The open quote on line 1 takes the file up to its end; lines 2 and 3 are then read again. */
    read_text("\xEF\xBB\xBF\"x\n\xFF,2\n县,3\n");
    ck_assert_str_eq(shown(), "3:县|3");
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 1);
    ck_assert_uint_eq(count_of(RULE_QUOTE_INVALID), 1);
}
END_TEST

START_TEST(knows_what_is_no_text)
{
    ck_assert(!read_bytes("PK\x03\x04zzzz", 8));
    ck_assert_uint_eq(count_of(RULE_FILE_BINARY), 1);
    ck_assert(!read_bytes("a\0,\0b\0\n\0", 8));
    ck_assert_uint_eq(count_of(RULE_FILE_UTF16), 1);
    ck_assert(!read_text(""));
    ck_assert(!read_text("\n,,\n"));
    ck_assert_uint_eq(count_of(RULE_FILE_EMPTY), 2);
    ck_assert(!raw_table_read("/tmp", "tongbao-does-not-exist.csv", arena, &findings, &table));
    ck_assert_uint_eq(count_of(RULE_FILE_MISSING), 1);
    ck_assert(!raw_table_read("/", "tmp", arena, &findings, &table));
    ck_assert_uint_eq(count_of(RULE_FILE_FOLDER), 1);
}
END_TEST

START_TEST(folds_text)
{
    ck_assert(text_same("全 州", "全　州"));
    ck_assert(text_same("（亿元）", "(亿元)"));
    ck_assert(!text_same("甲", "乙"));
    ck_assert_str_eq(text_compact(arena, " Ａ　\xEF\xBB\xBF１ "), "A1");
    ck_assert_str_eq(text_trim(arena, "　 甲 乙\xC2\xA0", strlen("　 甲 乙\xC2\xA0")), "甲 乙");
    ck_assert_str_eq(text_trim(arena, " 　", strlen(" 　")), "");
    ck_assert_str_eq(text_excerpt(arena, "甲\n乙"), "甲 乙");
    const char *cut = "\xE5\x9C"; /* a character cut short must not be read past its end */
    ck_assert_uint_eq(text_next(&cut), 0xFFFD);
}
END_TEST

Suite *raw_suite(void)
{
    Suite *suite = suite_create("raw");
    TCase *tests = tcase_create("raw");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, counts_positions, 0, sizeof texts / sizeof *texts);
    tcase_add_loop_test(tests, finds_broken_quotes, 0, sizeof broken / sizeof *broken);
    tcase_add_loop_test(tests, finds_the_encoding, 0, sizeof encodings / sizeof *encodings);
    tcase_add_test(tests, refuses_bad_bytes_by_row);
    tcase_add_test(tests, refuses_bad_bytes_behind_a_bom);
    tcase_add_test(tests, says_a_bad_line_once_though_read_twice);
    tcase_add_test(tests, knows_what_is_no_text);
    tcase_add_test(tests, folds_text);
    suite_add_tcase(suite, tests);
    return suite;
}
