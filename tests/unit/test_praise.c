/* SPDX-License-Identifier: MIT */
/* Who is praised and who criticized: lists put in order by hand. */
#include "scene.h"
#include "suites.h"
#include "words/praise.h"

Suite *praise_suite(void);

static struct scene scene;

/* Six counties with five rates, each held against 10, so that a 1 below is a target reached, a 0 one that is behind,
 * and a - one without data. */
static const char *data_of(struct arena *arena, const char *const marks[6])
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, "period,area,indicator,value\n");
    for (size_t a = 0; a < 6; a++)
        for (size_t i = 0; i < 5; i++)
            if (marks[a][i] != '-')
                buffer_format(&text, "2019Q3,%c,X%zu,%s\n", "ABCDEF"[a], i + 1, marks[a][i] == '1' ? "12" : "8");
    return buffer_text(&text);
}

#define INDICATORS                                                                                                         \
    {                                                                                                                      \
        "indicators.csv", "id,name,unit,kind\nX1,一,%,rate\nX2,二,%,rate\nX3,三,%,rate\nX4,四,%,rate\nX5,五,%,rate\n" \
    }
#define SIX "code,name,parent,group\nR,全市,,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\nD,丁县,R,\nE,戊县,R,\nF,己县,R,\n"

static void assert_lists(const char *areas, const char *scoring, const char *settings, const char *const marks[6],
                         int wanted, const char *praised, const char *blamed)
{
    struct arena *arena = arena_new();
    const struct region_file files[] = {
        {"areas.csv", areas},
        INDICATORS,
        {"targets.csv", "area,indicator,measure,op,value,from,to\n*,X1;X2;X3;X4;X5,value,>=,10,2019,2019\n"},
        {"settings.csv", settings},
        {"data/a.csv", data_of(arena, marks)},
        {scoring ? "scoring.csv" : NULL, scoring},
        {NULL, NULL}};
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    ck_assert_str_eq(praise_list(&desk, wanted), praised);
    ck_assert_str_eq(blame_list(&desk, wanted), blamed);
    scene_close(&scene);
    arena_free(arena);
}

#define NONE "key,value\nissuer,局\n"

START_TEST(fewer_behind_come_first)
{
    static const char *const marks[6] = {"11111", "11110", "11100", "11000", "10000", "00000"};
    assert_lists(SIX, NULL, NONE, marks, 2, "对甲县（5项目标，达到5项）、乙县（5项目标，达到4项，落后1项）予以表扬",
                 "对戊县（5项目标，达到1项，落后4项）、己县（5项目标，落后5项）予以批评");
    /* Never more than half of six, whatever is wanted. */
    assert_lists(
        SIX, NULL, NONE, marks, 9,
        "对甲县（5项目标，达到5项）、乙县（5项目标，达到4项，落后1项）、丙县（5项目标，达到3项，落后2项）予以表扬",
        "对丁县（5项目标，达到2项，落后3项）、戊县（5项目标，达到1项，落后4项）、己县（5项目标，落后5项）予以批评");
}
END_TEST

START_TEST(nobody_unless_somebody_says_how_many)
{
    static const char *const marks[6] = {"11111", "11110", "11100", "11000", "10000", "00000"};
    assert_lists(SIX, NULL, NONE, marks, -1, "", "");
    assert_lists(SIX, NULL, NONE, marks, 0, "", "");
    assert_lists(SIX, NULL, "key,value\n表扬名额,1\n批评名额,0\n", marks, -1, "对甲县（5项目标，达到5项）予以表扬", "");
}
END_TEST

START_TEST(equals_are_named_together_or_not_at_all)
{
    /* Three of four behind, two places: both ends shrink to those apart. */
    static const char *const ends[6] = {"11111", "11110", "11110", "11000", "11000", "00000"};
    assert_lists(SIX, NULL, NONE, ends, 2, "对甲县（5项目标，达到5项）予以表扬", "对己县（5项目标，落后5项）予以批评");
    assert_lists(
        SIX, NULL, NONE, ends, 3,
        "对甲县（5项目标，达到5项）、乙县（5项目标，达到4项，落后1项）、丙县（5项目标，达到4项，落后1项）予以表扬",
        "对丁县（5项目标，达到2项，落后3项）、戊县（5项目标，达到2项，落后3项）、己县（5项目标，落后5项）予以批评");
    /* The middle four are equal across the half. */
    static const char *const middle[6] = {"11111", "11100", "11100", "11100", "11100", "00000"};
    assert_lists(SIX, NULL, NONE, middle, 3, "对甲县（5项目标，达到5项）予以表扬",
                 "对己县（5项目标，落后5项）予以批评");
    static const char *const same[6] = {"11100", "11100", "11100", "11100", "11100", "11100"};
    assert_lists(SIX, NULL, NONE, same, 3, "", "");
}
END_TEST

START_TEST(who_has_not_reported_is_not_praised)
{
    /* 甲县 would be second: four reached, nothing behind. It stands in the order all the same; 己县 has nothing
     * to be judged by, so that the half of five is two. */
    static const char *const part[6] = {"1111-", "11111", "11110", "11000", "100-0", "-----"};
    assert_lists(SIX, NULL, NONE, part, 2, "对乙县（5项目标，达到5项）予以表扬",
                 "对丁县（5项目标，达到2项，落后3项）、戊县（5项目标，达到1项，落后3项）予以批评");
}
END_TEST

START_TEST(reached_by_none_and_behind_by_none)
{
    static const char *const worst[6] = {"00000", "00000", "00000", "00000", "00000", "0000-"};
    static const char *const best[6] = {"11111", "11111", "11111", "11111", "11111", "1111-"};
    assert_lists(SIX, NULL, NONE, worst, 2, "", "");
    assert_lists(SIX, NULL, NONE, best, 2, "", "");
    /* All reach theirs, 己县 fewer, for it has fewer data: nothing to criticize. */
    static const char *const two[6] = {"1111-", "11111", "11111", "11111", "11111", "111--"};
    assert_lists(SIX, NULL, NONE, two, 3, "", "");
}
END_TEST

START_TEST(groups_are_taken_apart)
{
    static const char *const marks[6] = {"11111", "11110", "11100", "11000", "10000", "00000"};
    /* Of three one at each end; of two nobody, and who is never ranked isn't among them. */
    assert_lists("code,name,parent,group\nR,全市,,\nA,甲县,R,县\nB,乙县,R,县\nC,丙县,R,县\nD,丁县,R,区\nE,戊县,R,区\n"
                 "F,己县,R,-\n",
                 NULL, NONE, marks, 2, "对甲县（5项目标，达到5项）予以表扬",
                 "对丙县（5项目标，达到3项，落后2项）予以批评");
}
END_TEST

START_TEST(scores_come_before_counts)
{
    /* Only X1 is scored, 12 of 10 and 8 of 10 of 50 points: 50 (capped) and 40; without data 0. */
    static const char *const marks[6] = {"00000", "11111", "01111", "01111", "01111", "-1111"};
    assert_lists(SIX, "indicator,measure,weight,method\nX1,value,50,ratio\n", NONE, marks, 1,
                 "对乙县（综合得分50.00分）予以表扬", "对己县（综合得分0.00分，有指标未报）予以批评");
    assert_lists(SIX, "indicator,measure,weight,method\nX1,value,50,ratio\n", NONE, marks, 3,
                 "对乙县（综合得分50.00分）予以表扬", "对己县（综合得分0.00分，有指标未报）予以批评");
}
END_TEST

Suite *praise_suite(void)
{
    Suite *suite = suite_create("praise");
    TCase *cases = tcase_create("praise");
    tcase_add_test(cases, fewer_behind_come_first);
    tcase_add_test(cases, nobody_unless_somebody_says_how_many);
    tcase_add_test(cases, equals_are_named_together_or_not_at_all);
    tcase_add_test(cases, who_has_not_reported_is_not_praised);
    tcase_add_test(cases, reached_by_none_and_behind_by_none);
    tcase_add_test(cases, groups_are_taken_apart);
    tcase_add_test(cases, scores_come_before_counts);
    suite_add_tcase(suite, cases);
    return suite;
}
