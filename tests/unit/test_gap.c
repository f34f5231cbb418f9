/* SPDX-License-Identifier: MIT */
/* The gap to a target, with its one sign: against figures worked out by hand. */
#include "scene.h"
#include "words/gap.h"

#include <check.h>
#include <string.h>

Suite *gap_suite(void);

static struct scene scene;

/* Totals A to C, each 90 by September; growths E to H of what was 100 and 130 at the year's end, 103.5 now (3.5 %);
 * things counted one by one I to L, 10 so far; Z a level; RT a rate. */
static const struct region_file files[] = {
    {"areas.csv", "code,name,parent\nR,全市,\nX,甲县,R\n"},
    {"indicators.csv", "id,name,unit,kind,decimals,better,total\n"
                       "A,甲,亿元,flow,2,,given\nB,乙,亿元,flow,2,,given\nC,丙,亿元,flow,2,,given\n"
                       "E,戊,亿元,flow,2,,given\nF,己,亿元,flow,2,,given\nG,庚,亿元,flow,2,,given\n"
                       "I,子,个,flow,0,,given\nJ,丑,个,flow,0,,given\nK,寅,个,flow,0,,given\nL,卯,个,flow,0,,given\n"
                       "Z,存,亩,stock,0,,given\nZ2,积,亩,stock,0,,given\nRT,率,%,rate,1,,given\n"
                       "U,耗,亿元,flow,2,lower,given\n"},
    {"targets.csv", "area,indicator,measure,op,value,from,to\n"
                    "R,A,value,>=,120,2019,2019\nR,B,value,>=,129,2019,2019\nR,C,value,>=,130.8,2019,2019\n"
                    "R,E,yoy,>=,3.5,2019,2019\nR,F,yoy,>=,4.6,2019,2019\nR,G,yoy,>=,5,2019,2019\n"
                    "R,I,value,>=,13,2019,2019\nR,J,value,>=,14,2019,2019\nR,K,value,>=,16,2019,2019\n"
                    "R,L,value,>=,17,2019,2019\n"
                    "R,Z,value,>=,150,2019,2019\nR,Z2,value,>=,150,,-2020\nR,RT,yoy,>=,9,2019,2019\n"
                    "R,U,value,<=,200,2019,2019\n"},
    {"data/a.csv", "period,area,indicator,value,yoy\n"
                   "2019Q2,R,A,60,\n2019Q3,R,A,90,\n2019Q3,R,B,90,\n2019Q3,R,C,90,\n2019Q1,R,A,20,\n"
                   "2019Q4,R,A,118,\n"
                   "2018Q3,R,E,100,\n2018Q4,R,E,130,\n2019Q3,R,E,103.5,3.5\n"
                   "2018Q3,R,F,100,\n2018Q4,R,F,130,\n2019Q3,R,F,103.5,3.5\n"
                   "2018Q3,R,G,100,\n2018Q4,R,G,130,\n2019Q3,R,G,103.5,3.5\n"
                   "2018Q1,R,I,6,\n2018Q2,R,I,8,\n2018Q3,R,I,9,\n2018Q4,R,I,12,\n2019Q3,R,I,10,\n"
                   "2018Q1,R,J,6,\n2018Q2,R,J,8,\n2018Q3,R,J,9,\n2018Q4,R,J,12,\n2019Q3,R,J,10,\n"
                   "2018Q1,R,K,6,\n2018Q2,R,K,8,\n2018Q3,R,K,9,\n2018Q4,R,K,12,\n2019Q3,R,K,10,\n"
                   "2018Q1,R,L,6,\n2018Q2,R,L,8,\n2018Q3,R,L,9,\n2018Q4,R,L,12,\n2019Q3,R,L,10,\n"
                   "2018Q3,R,Z,90,\n2018Q4,R,Z,100,\n2019Q1,R,Z,130,\n2019Q2,R,Z,133,\n2019Q3,R,Z,140,\n"
                   "2019Q3,R,Z2,140,\n2018Q3,R,Z2,1,\n2018Q4,R,Z2,2,\n"
                   "2019Q3,R,RT,8,\n2019Q3,R,U,100,\n"},
    {NULL, NULL},
};

static struct topic topic_of(const struct desk *desk, const char *id, enum measure measure)
{
    struct topics topics = topics_of(desk, desk->region);
    for (size_t i = 0; i < topics.count; i++)
        if (!strcmp(topics.items[i].indicator->id, id) && topics.items[i].measure == measure)
            return topics.items[i];
    ck_abort_msg("no topic of %s", id);
    return (struct topic){0};
}

/* Minus is worse, whichever way is better. */
START_TEST(gaps_have_one_sign)
{
    static const struct {
        const char *id;
        enum measure measure;
        enum gap_kind kind;
        const char *gap;
        enum cell_mark mark;
    } gaps[] = {
        {"A", MEASURE_VALUE, GAP_PACE, "0.0", MARK_REACHED},  {"B", MEASURE_VALUE, GAP_PACE, "-5.2", MARK_BEHIND},
        {"G", MEASURE_YOY, GAP_GROWTH, "-1.5", MARK_BEHIND},  {"L", MEASURE_VALUE, GAP_DUE, "-2", MARK_BEHIND},
        {"RT", MEASURE_YOY, GAP_GROWTH, "-1.0", MARK_BEHIND}, {"U", MEASURE_VALUE, GAP_PACE, "+25.0", MARK_REACHED},
        {"Z2", MEASURE_VALUE, GAP_LEVEL, "", MARK_PENDING},
    };
    struct desk desk = scene_open(&scene, files, "2019Q3", "R");
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        struct topic topic = topic_of(&desk, gaps[i].id, gaps[i].measure);
        ck_assert_msg(topic_gap_kind(&desk, &topic) == gaps[i].kind, "%s: kind", gaps[i].id);
        struct cell cell = topic_gap_cell(&desk, &topic, gaps[i].kind);
        ck_assert_msg(!strcmp(cell.text, gaps[i].gap), "%s: '%s', not '%s'", gaps[i].id, cell.text, gaps[i].gap);
        ck_assert_msg(cell.mark == gaps[i].mark, "%s: mark", gaps[i].id);
    }
    scene_close(&scene);
}
END_TEST

Suite *gap_suite(void)
{
    Suite *suite = suite_create("gap");
    TCase *tcase = tcase_create("gap");
    tcase_add_test(tcase, gaps_have_one_sign);
    suite_add_tcase(suite, tcase);
    return suite;
}
