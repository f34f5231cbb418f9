/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "read/encoding.h"
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

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    ck_assert_int_eq(fclose(file), 0);
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
    bool good = raw_table_read(folder, "a.csv", arena, &findings, NULL, &table);
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
    /* letters that GBK has too, Arabic ones as Uyghur is written in, and French ones */
    {"地αБǎˇé\n", 14, "UTF-8", "1:地αБǎˇé"},
    {"区\xD8\xB4\xD9\x89\n", 8, "UTF-8", "1:区شى"},
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

/* What somebody pasted or saved from two programs (the second in GBK, or in UTF-8): the cell at fault is named, what
 * stands before it is quoted as it was written, and the other lines are read. */
static const struct {
    const char *text, *encoding, *column, *before;
    int line;
} mixtures[] = {
    /* one GBK value in a UTF-8 table: 示例 is CA BE C0 FD, the first two of which are UTF-8 as well */
    {"项,值\nregion,示例区\ncontact,\xCA\xBE\xC0\xFD\n", "UTF-8", "第2列", "contact,", 3},
    {"项,值\nregion,示例区\ncontact,王\xCA\xBE\n主办科室,\xC0\xFD\n", "UTF-8", "第1列", "", 0},
    {"地区,备注\n甲县,好\xBA\xC3\n", "UTF-8", "第2列", "甲县,好", 2},
    /* cut in the middle of its last character */
    {"地区,备注\n甲县,达到目标\xE8\xA6", "UTF-8", "第2列", "甲县,达到目标", 2},
    {"地区,备注\n甲县,达到目标\xE8\n", "UTF-8", "第2列", "甲县,达到目标", 2},
    /* quoted, with the separator inside */
    {"地区,备注\n甲县,\"一,二\xD2\xBB\"\n", "UTF-8", "第2列", "甲县,\"一,二", 2},
    {"地区\t备注\n甲县\t\xD2\xBB\n", "UTF-8", "第2列", "甲县", 2},
    /* a UTF-8 value in a GBK table */
    {"\xB5\xD8\xC7\xF8,\xCB\xB5\xC3\xF7\n\xBC\xD7\xCF\xD8,完成目标\n", "GB18030", "第2列", "甲县,", 2},
    {"\xB5\xD8\xC7\xF8,\xCB\xB5\xC3\xF7\n甲乙丙,\xBC\xD7\n", "GB18030", "第1列", "", 2},
    {"\xD6\xB8\xB1\xEA,\xB5\xA5\xCE\xBB,\xD6\xB5\n\xB9\xA4\xD2\xB5\xCD\xB6\xD7\xCA,（亿元）,1\n", "GB18030", "第2列",
     "工业投资,", 2},
    /* a mark at the beginning says UTF-8, whatever follows */
    {"\xEF\xBB\xBF"
     "a,b\n\xBC\xD7,1\n",
     "UTF-8 BOM", "第1列", "", 2},
    /* 一 and 值 in GBK are each one letter of UTF-8, of alphabets that no such table has */
    {"地区,备注\n甲县,\xD2\xBB\n", "UTF-8", "第2列", "甲县,", 2},
    {"\xEF\xBB\xBF地区,\xD6\xB5\n甲县,1\n", "UTF-8 BOM", "第2列", "地区,", 1},
};

START_TEST(finds_the_place_of_a_second_encoding)
{
    read_text(mixtures[_i].text);
    ck_assert_str_eq(table.encoding, mixtures[_i].encoding);
    ck_assert_uint_ge(count_of(RULE_BYTES_INVALID), 1);
    ck_assert_uint_eq(count_of(RULE_FILE_ENCODING), 0);
    const struct finding *finding = &findings.items[0];
    if (!mixtures[_i].line) /* two lines of it */
        ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 2);
    else
        ck_assert_int_eq(finding->where.line, mixtures[_i].line);
    if (mixtures[_i].line) {
        ck_assert_str_eq(finding->where.column, mixtures[_i].column);
        ck_assert_str_eq(finding->arguments[0], mixtures[_i].before);
        ck_assert_str_eq(finding->arguments[1], mixtures[_i].encoding);
    }
}
END_TEST

/* Real words in GBK that hold threes which look like UTF-8: they stay what they are. */
static const char *const plain_gbk[] = {
    "\xE4\xAF\xD1\xF4,1\n",                                 /* 浏阳 */
    "\xE4\xD3\xC6\xD6,\xE4\xAF\xD1\xF4,\xE4\xF0\xBA\xD3\n", /* 溆浦 浏阳 漯河 */
    "\xE4\xAF\xB0\xB2,\xB5\xD8\xC7\xF8,\xD6\xB5\n",         /* 浏安: E4 AF B0 is one */
    "\xB5\xD8\xC7\xF8,\xE6\xB0\xB0\xA1\xE6\xB0\xB0\xA1\n",  /* two of them apart */
};

START_TEST(takes_gbk_for_gbk)
{
    ck_assert(read_text(plain_gbk[_i]));
    ck_assert_str_eq(table.encoding, "GB18030");
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 0);
}
END_TEST

START_TEST(tells_ten_lines_and_then_how_many)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, "\xEF\xBB\xBF地区,备注说明地区备注说明地区备注说明地区备注说明\n");
    for (int i = 0; i < 25; i++)
        buffer_add(&text, "甲县的备注和说明,甲县的备注和说明\xFF\n");
    read_text(buffer_text(&text));
    ck_assert_uint_eq(count_of(RULE_BYTES_INVALID), 10);
    ck_assert_uint_eq(count_of(RULE_BYTES_MORE), 1);
    const struct finding *last = &findings.items[findings.count - 1];
    ck_assert_int_eq(last->where.line, 12); /* the header and ten */
    ck_assert_str_eq(last->arguments[0], "15");
}
END_TEST

START_TEST(limits_cells_and_columns)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, "a,b\n1,");
    for (int i = 0; i < 64 * 1024 / 8; i++)
        buffer_add(&text, "12345678");
    read_text(buffer_text(&text));
    ck_assert_uint_eq(count_of(RULE_CELL_SIZE), 0);
    buffer_add(&text, "9\n2,3\n");
    read_text(buffer_text(&text));
    ck_assert_uint_eq(count_of(RULE_CELL_SIZE), 1);
    ck_assert_str_eq(shown(), "1:a|b 3:2|3");
    ck_assert_str_eq(findings.items[0].where.column, "第2列");

    struct buffer wide = {.arena = arena};
    for (int i = 0; i < 4095; i++)
        buffer_add(&wide, "1,");
    buffer_add(&wide, "1\n");
    read_text(buffer_text(&wide));
    ck_assert_uint_eq(count_of(RULE_COLUMNS_LIMIT), 0);
    wide.length--;
    buffer_add(&wide, ",1\n1,2\n");
    read_text(buffer_text(&wide));
    ck_assert_uint_eq(count_of(RULE_COLUMNS_LIMIT), 1);
    ck_assert_str_eq(shown(), "2:1|2");
}
END_TEST

START_TEST(knows_what_is_no_text)
{
    ck_assert(!read_bytes("PK\x03\x04zzzz", 8));
    ck_assert_uint_eq(count_of(RULE_FILE_BINARY), 1);
    ck_assert(!read_bytes("a\0,\0b\0\n\0", 8));
    ck_assert_uint_eq(count_of(RULE_FILE_UTF16), 1);
    static const char *const others[] = {"%PDF-1.4\n", "\x89PNG\r\n", "\xFF\xD8\xFF\xE0",
                                         "GIF89a",     "Rar!\x1A",    "\x1F\x8B\x08"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert(!read_text(others[i]));
    ck_assert_uint_eq(count_of(RULE_FILE_NO_TEXT), sizeof others / sizeof *others);
    ck_assert(!read_bytes("N-\0,\0S\0\n", 8)); /* 中,S in UTF-16BE */
    ck_assert_uint_eq(count_of(RULE_FILE_UTF16), 2);
    ck_assert(!read_bytes("\0\0,\0b\0\n\0", 8));
    ck_assert(!read_bytes("a\0\0,\0b\0\n", 8));
    ck_assert_uint_eq(count_of(RULE_FILE_NO_TEXT), 2 + sizeof others / sizeof *others);
    ck_assert(!read_text(""));
    ck_assert(!read_text("\n,,\n"));
    ck_assert_uint_eq(count_of(RULE_FILE_EMPTY), 2);
    ck_assert(!raw_table_read("/tmp", "tongbao-does-not-exist.csv", arena, &findings, NULL, &table));
    ck_assert_uint_eq(count_of(RULE_FILE_MISSING), 1);
    ck_assert(!raw_table_read("/", "tmp", arena, &findings, NULL, &table));
    ck_assert_uint_eq(count_of(RULE_FILE_FOLDER), 1);
}
END_TEST

static const char *sum_text(const struct file_sum *file)
{
    char digits[SUM_DIGITS + 1];
    sum_write(&file->sum, digits);
    return arena_string(arena, digits);
}

/* The sums are those that sha256sum prints for "a,b\n" and "a,c\n". */
START_TEST(notes_what_it_reads)
{
    char folder[] = "/tmp/tongbao-raw-XXXXXX", path[64];
    struct file_list files = {0}, others = {0};
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/b.csv", folder);
    write_file(path, "a,b\n");
    ck_assert(raw_table_read(folder, "b.csv", arena, &findings, &files, &table));
    ck_assert(raw_table_read(folder, "b.csv", arena, &findings, &files, &table));
    ck_assert_uint_eq(files.count, 1);
    ck_assert_str_eq(files.items[0].file, "b.csv");
    ck_assert_str_eq(sum_text(&files.items[0]), "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    ck_assert_uint_eq(findings.count, 0);
    /* another one now */
    write_file(path, "a,c\n");
    ck_assert(!raw_table_read(folder, "b.csv", arena, &findings, &files, &table));
    ck_assert_uint_eq(count_of(RULE_FILE_CHANGED), 1);
    ck_assert(raw_table_read(folder, "b.csv", arena, &findings, &others, &table));
    /* in the order of their names; what isn't there hasn't been read */
    ck_assert_int_eq(rename(path, arena_format(arena, "%s/a.csv", folder)), 0);
    ck_assert(raw_table_read(folder, "a.csv", arena, &findings, &files, &table));
    ck_assert(!raw_table_read(folder, "c.csv", arena, &findings, &files, &table));
    file_list_sort(&files);
    ck_assert_uint_eq(files.count, 2);
    ck_assert_str_eq(files.items[0].file, "a.csv");
    ck_assert_str_eq(sum_text(&files.items[0]), "358c29605220f61cb8c18c7244b01cad472b5e11a3e8572f4198f6ca492f07f5");
    remove(arena_format(arena, "%s/a.csv", folder));
    rmdir(folder);
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

START_TEST(unfit_characters_are_known)
{
    /* Unicode 15: chapter 23 (controls, bidi, private use, non-characters), emoji-data.txt */
    static const struct {
        uint32_t character;
        enum text_fault fault;
    } known[] = {
        {'A', TEXT_FIT},
        {'\n', TEXT_FIT},
        {'\t', TEXT_FIT},
        {'\r', TEXT_FIT},
        {0x01, TEXT_CONTROL},
        {0x0B, TEXT_CONTROL},
        {0x1F, TEXT_CONTROL},
        {0x7F, TEXT_CONTROL},
        {0x85, TEXT_CONTROL},
        {0xA0, TEXT_FIT},
        {0x61C, TEXT_TURN},
        {0x200B, TEXT_FIT},
        {0x200E, TEXT_TURN},
        {0x200F, TEXT_TURN},
        {0x2028, TEXT_CONTROL},
        {0x202A, TEXT_TURN},
        {0x202E, TEXT_TURN},
        {0x202F, TEXT_FIT},
        {0x2066, TEXT_TURN},
        {0x2069, TEXT_TURN},
        {0x2605, TEXT_FIT},
        {0x4E2D, TEXT_FIT},
        {0xDFFF, TEXT_NO_CHARACTER},
        {0xE000, TEXT_PRIVATE},
        {0xE81E, TEXT_PRIVATE},
        {0xF8FF, TEXT_PRIVATE},
        {0xF900, TEXT_FIT},
        {0xFDD0, TEXT_NO_CHARACTER},
        {0xFDEF, TEXT_NO_CHARACTER},
        {0xFDF0, TEXT_FIT},
        {0xFE0F, TEXT_PICTURE},
        {0xFEFF, TEXT_FIT},
        {0xFFFD, TEXT_LOST},
        {0xFFFE, TEXT_NO_CHARACTER},
        {0xFFFF, TEXT_NO_CHARACTER},
        {0x1F600, TEXT_PICTURE},
        {0x1F1E8, TEXT_PICTURE},
        {0x1FFFE, TEXT_NO_CHARACTER},
        {0x20164, TEXT_FIT},
        {0x2CB5A, TEXT_FIT},
        {0x3FFFF, TEXT_NO_CHARACTER},
        {0xF0000, TEXT_PRIVATE},
        {0x10FFFD, TEXT_PRIVATE},
        {0x10FFFF, TEXT_NO_CHARACTER},
        {0x110000, TEXT_NO_CHARACTER},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_msg(text_fault(known[i].character) == known[i].fault, "U+%04X", (unsigned)known[i].character);
    ck_assert_str_eq(text_excerpt(arena, "甲\xE2\x80\xAE县\x01"), "甲<U+202E>县<U+0001>");
}
END_TEST

START_TEST(old_private_characters_are_understood)
{
    /* GB 18030-2005: FE50 is U+2E81, FE51 U+20087, FE55 U+3473, FE59 U+9FB4; behind the 7F that no code has, FE80 is
     * U+4723; FEA0, the last, U+9FBB. Windows writes them from U+E815 on. */
    static const struct {
        uint32_t private;
        const char *meant;
    } known[] = {{0xE815, "\xE2\xBA\x81"}, {0xE816, "\xF0\xA0\x82\x87"}, {0xE81A, "\xE3\x91\xB3"},
                 {0xE81E, "\xE9\xBE\xB4"}, {0xE844, "\xE4\x9C\xA3"},     {0xE864, "\xE9\xBE\xBB"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_str_eq(encoding_meant(arena, known[i].private), known[i].meant);
    ck_assert_ptr_null(encoding_meant(arena, 0xE814));
    ck_assert_ptr_null(encoding_meant(arena, 0xE865));
    ck_assert_ptr_null(encoding_meant(arena, 0xF0000));
    ck_assert_ptr_null(encoding_meant(arena, 0x9FB4));
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
    tcase_add_loop_test(tests, finds_the_place_of_a_second_encoding, 0, sizeof mixtures / sizeof *mixtures);
    tcase_add_loop_test(tests, takes_gbk_for_gbk, 0, sizeof plain_gbk / sizeof *plain_gbk);
    tcase_add_test(tests, tells_ten_lines_and_then_how_many);
    tcase_add_test(tests, limits_cells_and_columns);
    tcase_add_test(tests, knows_what_is_no_text);
    tcase_add_test(tests, notes_what_it_reads);
    tcase_add_test(tests, folds_text);
    tcase_add_test(tests, unfit_characters_are_known);
    tcase_add_test(tests, old_private_characters_are_understood);
    suite_add_tcase(suite, tests);
    return suite;
}
