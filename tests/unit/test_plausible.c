/* SPDX-License-Identifier: MIT */
/* Figures that are absurd beside their own history, each rule with what it catches, and honest figures that it leaves
 * alone. Eight counties grow by 7.0 to 8.9 % from 2024Q3 to 2025Q3, the median is 7.83; a case changes some cells. */
#include "compute/result_checks.h"
#include "region.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *plausible_suite(void);

#define AREAS                                                                                                                 \
    "code,name,parent,role\nCN,全国,,参照\nR,全州,,\nA,甲县,R,\nB,乙县,R,\nC,丙县,R,\nD,丁县,R,\nE,戊县,R,\n" \
    "F,己县,R,\nG,庚县,R,\nH,辛县,R,\n"
#define INDICATORS                                                                                                      \
    "id,name,unit,kind,decimals,total,numerator,denominator,part_of\n"                                                  \
    "TZ,工业投资,亿元,flow,2,sum,,,\nJG,技改投资,亿元,flow,2,sum,,,\nQT,其中项,亿元,flow,2,sum,,,TZ\n" \
    "QY,企业数,户,stock,0,sum,,,\nZJ,增加值,%,rate,1,given,,,\nBZ,占比,%,ratio,1,given,QT,TZ,\n"

/* TZ of A … H: the year before, and now. 39.47 + 56.04 + 20.15 + 77.02 + 26.58 + 47.93 + 13.87 + 32.71 = 313.77. */
static const char *const then[] = {"36.52", "52.31", "18.77", "71.49", "24.63", "44.18", "12.96", "30.05"};
static const char *const now[] = {"39.47", "56.04", "20.15", "77.02", "26.58", "47.93", "13.87", "32.71"};

/* Cells are written PERIOD,AREA,INDICATOR=VALUE[,YOY] and separated by blanks; they replace those above. */
static const struct {
    const char *cells;
    const char *checks; /* rows of checks.csv, or NULL */
    const char *rule;   /* what is said, once; NULL: nothing */
    enum severity severity;
    const char *at; /* PERIOD,AREA,INDICATOR of the cell */
} cases[] = {
    /* off by a power of ten: 394700 / 36.52 = 10807.8, and the others grow by 1.07: error */
    {"2025Q3,A,TZ=394700", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=3947000000", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,A,TZ"}, /* 元 */
    {"2025Q3,A,TZ=3947", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,A,TZ"},       /* 108 times: 百万元 */
    {"2025Q3,A,TZ=39470", NULL, "level-point", SEVERITY_ERROR, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=0.003947", NULL, "level-point", SEVERITY_ERROR, "2025Q3,A,TZ"},
    {"2025Q3,G,TZ=138700", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,G,TZ"},     /* the smallest */
    {"2025Q3,D,TZ=770200", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,D,TZ"},     /* the largest */
    {"2025Q3,A,TZ=394700,8.1", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,A,TZ"}, /* the growth says otherwise */
    {"2024Q3,A,TZ=365200", NULL, "level-unit", SEVERITY_ERROR, "2024Q3,A,TZ"},     /* by the like's levels */
    {"2024Q3,A,TZ=365200 2023Q3,A,TZ=34.10", NULL, "level-unit", SEVERITY_ERROR, "2024Q3,A,TZ"}, /* by its own */
    {"2025Q2,A,TZ=25.11 2025Q3,A,TZ=394700", NULL, "level-unit", SEVERITY_ERROR, "2025Q3,A,TZ"},
    {"2025Q3,R,TZ=313.77 2025Q3,A,TZ=394700", NULL, "level-unit", SEVERITY_ERROR,
     "2025Q3,A,TZ"}, /* no word of the sum */
    {"2025Q3,A,TZ=394700", "A,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=394700,1080680", NULL, "level-unit", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* confirmed */
    {"2025Q3,A,TZ=570000", NULL, "level-unit", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* 15608 times: not within 20 % */
    {"2025Q3,A,TZ=394.7", NULL, "level-point", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* n = 1 */
    {"2025Q3,A,TZ=3.947", NULL, "level-point", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2024Q3,R,JG=31.00 2025Q3,R,JG=334800", NULL, "level-unit", SEVERITY_WARNING, "2025Q3,R,JG"}, /* no like */
    {"2024Q3,CN,TZ=9000 2025Q3,CN,TZ=97000000", NULL, "level-unit", SEVERITY_WARNING, "2025Q3,CN,TZ"},
    {"2024Q3,A,QY=52 2025Q3,A,QY=5300", NULL, "level-point", SEVERITY_WARNING, "2025Q3,A,QY"}, /* a count under 100 */

    /* beyond 300 %: 200/36.52 − 1 = 447.6 % */
    {"2025Q3,A,TZ=200.00", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,D,TZ=300.00", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,D,TZ"}, /* 319.6 % */
    {"2024Q3,A,QY=12 2025Q3,A,QY=61", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,QY"},
    {"2025Q3,A,TZ=200.00", "A,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,TZ"},

    /* far from the group: more than 5 × 10 points from about 7.8 */
    {"2025Q3,A,TZ=73.04", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"},      /* 100 % */
    {"2025Q3,H,TZ=12.02", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,H,TZ"},      /* −60 % */
    {"2025Q3,A,TZ=57.70", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"},      /* 58.0 − 7.7 = 50.3 */
    {"2025Q3,A,TZ=39.47,88.1", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* the growth is the odd one */

    /* written as a fraction: 39.47/36.52 is 8.08 %; the others have 7.0 to 8.9 */
    {"2025Q3,A,TZ=39.47,0.081", NULL, "growth-fraction", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=39.47,0.0808", NULL, "growth-fraction", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2024Q3,A,TZ=50.00 2025Q3,A,TZ=39.47,-0.211", NULL, "growth-fraction", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,A,ZJ=0.067 2025Q3,B,ZJ=6.1 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=8.0", NULL, "growth-fraction", SEVERITY_WARNING,
     "2025Q3,A,ZJ"},
    {"2025Q3,A,ZJ=6.7 2025Q3,B,ZJ=-0.061 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=2.0", NULL, "growth-fraction", SEVERITY_WARNING,
     "2025Q3,B,ZJ"},
    {"2025Q3,A,ZJ=0.067 2025Q3,B,ZJ=6.1 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=8.0", "A,ZJ,2025Q3,已核实\n", "verified",
     SEVERITY_NOTE, "2025Q3,A,ZJ"},
    {"2025Q3,A,ZJ=0.24 2025Q3,B,ZJ=6.1 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=48.0", NULL, NULL, 0, NULL},   /* one place finer */
    {"2025Q3,A,ZJ=0.067 2025Q3,B,ZJ=6.123 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=8.0", NULL, NULL, 0, NULL}, /* as fine */
    {"2025Q3,A,ZJ=0.067 2025Q3,B,ZJ=1.1 2025Q3,C,ZJ=2.4 2025Q3,D,ZJ=0.3", NULL, NULL, 0, NULL},   /* 6.7 is no better */
    {"2025Q3,A,ZJ=0.067 2025Q3,B,ZJ=6.1 2025Q3,C,ZJ=7.4", NULL, NULL, 0, NULL},                   /* too few to tell */
    {"2025Q3,A,ZJ=0.6 2025Q3,B,ZJ=6.1 2025Q3,C,ZJ=7.4 2025Q3,D,ZJ=80", NULL, NULL, 0, NULL},
    {"2024Q3,A,TZ=39.44 2025Q3,A,TZ=39.47,0.076", NULL, NULL, 0, NULL}, /* it did grow by so little */

    /* the same figure in two places */
    {"2025Q2,A,TZ=39.47", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=36.52", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* last year's */
    {"2025Q3,B,TZ=56.47 2025Q3,C,TZ=20.15 2025Q3,F,TZ=56.47", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,F,TZ"},
    {"2025Q3,A,JG=39.47", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,JG"},
    {"2025Q3,A,JG=39.47 2025Q3,B,JG=56.04", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,JG"}, /* once */

    /* sums: 313.77 */
    {"2025Q3,R,TZ=313.77 2025Q3,A,TZ=39.74", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,R,TZ=317.37", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=320.00", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=3137700", NULL, "sum-unit", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=3137.7", NULL, "sum-point", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q2,A,TZ=45.10", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,A,QT=45.10", NULL, "quotient-bounds", SEVERITY_WARNING, NULL}, /* a part larger than the whole */

    /* honest figures */
    {"", NULL, NULL, 0, NULL},
    {"2025Q3,R,TZ=313.77", NULL, NULL, 0, NULL},
    {"2025Q3,R,TZ=313.80", NULL, NULL, 0, NULL}, /* 0.03: rounding, at most 8 × 0.005 */
    {"2024Q2,A,TZ=20.00 2025Q2,A,TZ=41.00 2025Q3,A,TZ=73.04", NULL, NULL, 0, NULL}, /* grew by 105 % before: the base */
    {"2025Q3,A,TZ=73.04,99.9", NULL, NULL, 0, NULL},                                /* three cells agree */
    {"2024Q3,A,TZ=0", NULL, NULL, 0, NULL},                                         /* a new plant */
    {"2024Q3,A,TZ=0.44 2025Q3,A,TZ=25.00", NULL, NULL, 0, NULL},                    /* 57 times a base of two digits */
    {"2024Q3,A,TZ=0.84 2025Q3,A,TZ=4.31", NULL, NULL, 0, NULL},                     /* 413 % on next to nothing */
    {"2024Q3,A,TZ=-", NULL, NULL, 0, NULL},
    {"2024Q3,A,TZ=-1.20 2025Q3,A,TZ=-0.05", NULL, NULL, 0, NULL}, /* losses */
    {"2024Q3,A,QY=1 2025Q3,A,QY=9", NULL, NULL, 0, NULL},         /* 800 % of one */
    {"2024Q3,A,QY=3 2025Q3,A,QY=300", NULL, NULL, 0, NULL},
    {"2025Q3,A,QY=1043 2025Q3,B,QY=1043 2025Q2,A,QY=1043", NULL, NULL, 0, NULL}, /* counts repeat */
    {"2025Q3,A,JG=9.47 2025Q3,B,JG=9.47", NULL, NULL, 0, NULL},                  /* three digits */
    {"2025Q3,A,QT=39.47", NULL, NULL, 0, NULL},                                  /* all of it is that part */
    {"2025Q3,CN,TZ=39.47", NULL, NULL, 0, NULL},                                 /* a reference */
    {"2024Q3,CN,TZ=90000 2025Q3,CN,TZ=97000", NULL, NULL, 0, NULL},
    {"2025Q2,A,TZ=25.11 2024Q4,A,TZ=50.20 2025Q1,A,TZ=12.30", NULL, NULL, 0, NULL}, /* begins anew each year */
};

/* Whether a cell of the list has the key; writes its row. */
static bool take_cell(const char *cells, const char *key, char *out, size_t size)
{
    size_t length = strlen(key);
    for (const char *s = cells; s && *s; s = strchr(s, ' ') ? strchr(s, ' ') + 1 : NULL) {
        if (strncmp(s, key, length) == 0 && s[length] == '=') {
            int rest = (int)strcspn(s + length + 1, " ");
            snprintf(out, size, "%s,%.*s%s\n", key, rest, s + length + 1,
                     memchr(s + length, ',', (size_t)rest) ? "" : ",");
            return true;
        }
    }
    return false;
}

static void write_data(const char *cells, char *text, size_t size)
{
    size_t used = (size_t)snprintf(text, size, "period,area,indicator,value,yoy\n");
    char row[100], key[40];
    for (int a = 0; a < 8; a++)
        for (int year = 2024; year <= 2025; year++) {
            snprintf(key, sizeof key, "%dQ3,%c,TZ", year, 'A' + a);
            if (!take_cell(cells, key, row, sizeof row))
                snprintf(row, sizeof row, "%s,%s,\n", key, (year == 2024 ? then : now)[a]);
            used += (size_t)snprintf(text + used, size - used, "%s", row);
        }
    for (const char *s = cells; s && *s; s = strchr(s, ' ') ? strchr(s, ' ') + 1 : NULL) {
        snprintf(key, sizeof key, "%.*s", (int)strcspn(s, "="), s);
        bool in_table = strstr(key, "Q3,") && strstr(key, ",TZ") && key[7] >= 'A' && key[7] <= 'H' && key[8] == ',' &&
                        strncmp(key, "2023", 4) != 0;
        if (!in_table && take_cell(s, key, row, sizeof row))
            used += (size_t)snprintf(text + used, size - used, "%s", row);
    }
}

/* Only what is looked for here: a missing figure or a changed scope is something else. */
static bool is_of_these(enum rule rule)
{
    return (rule >= RULE_LEVEL_UNIT && rule <= RULE_VERIFIED) || rule == RULE_TOTAL_DIFFERS ||
           rule == RULE_CUMULATIVE_FALLS || rule == RULE_IDENTITY;
}

START_TEST(each_case_is_said_once_at_its_cell)
{
    char data[4000], checks[200], at[60] = "";
    write_data(cases[_i].cells, data, sizeof data);
    snprintf(checks, sizeof checks, "area,indicator,period,condition\n%s", cases[_i].checks ? cases[_i].checks : "");
    const struct region_file files[] = {
        {"areas.csv", AREAS},   {"indicators.csv", INDICATORS}, {"targets.csv", "area,indicator,value\n"},
        {"checks.csv", checks}, {"data/a.csv", data},           {NULL, NULL}};
    struct region region;
    region_open(&region, files, true);
    if (region.engine)
        check_results(region.engine, (struct period){2025, FREQUENCY_QUARTER, 3}, true, &region.findings);
    size_t said = 0;
    for (size_t i = 0; i < region.findings.count; i++) {
        const struct finding *finding = &region.findings.items[i];
        if (!is_of_these(finding->rule))
            continue;
        said++;
        snprintf(at, sizeof at, "%s,%s,%s", finding->where.period, finding->where.area, finding->where.indicator);
        ck_assert_msg(cases[_i].rule != NULL, "%s: %s", cases[_i].cells, finding->message);
        ck_assert_msg(strcmp(rule_code(finding->rule), cases[_i].rule) == 0, "%s: %s", cases[_i].cells,
                      finding->message);
        ck_assert_msg(finding->severity == cases[_i].severity, "%s: %s", cases[_i].cells, finding->message);
        ck_assert_msg(!cases[_i].at || strcmp(at, cases[_i].at) == 0, "%s: at %s", cases[_i].cells, at);
        ck_assert_msg(finding->where.line > 0, "%s: no line", cases[_i].cells);
    }
    ck_assert_msg(said == (cases[_i].rule != NULL), "%s: %zu findings", cases[_i].cells, said);
    region_close(&region);
}
END_TEST

/* A whole column in 万元: each of its cells. */
START_TEST(a_whole_column_is_refused)
{
    char cells[400] = "", data[4000];
    for (int a = 0; a < 8; a++)
        snprintf(cells + strlen(cells), sizeof cells - strlen(cells), "%s2025Q3,%c,TZ=%.2s%s00", a ? " " : "", 'A' + a,
                 now[a], now[a] + 3);
    write_data(cells, data, sizeof data);
    const struct region_file files[] = {{"areas.csv", AREAS},
                                        {"indicators.csv", INDICATORS},
                                        {"targets.csv", "area,indicator,value\n"},
                                        {"data/a.csv", data},
                                        {NULL, NULL}};
    struct region region;
    region_open(&region, files, true);
    ck_assert_uint_eq(region_count(&region, RULE_LEVEL_UNIT), 8);
    ck_assert_uint_eq(region.findings.by_severity[SEVERITY_ERROR], 8);
    region_close(&region);
}
END_TEST

Suite *plausible_suite(void)
{
    Suite *suite = suite_create("plausible");
    TCase *tests = tcase_create("plausible");
    tcase_add_loop_test(tests, each_case_is_said_once_at_its_cell, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tests, a_whole_column_is_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
