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
    "F,己县,R,\nG,庚县,R,\nH,辛县,R,\nT1,一乡,A,\nT2,二乡,B,\nT3,三乡,A,\n"
#define INDICATORS                                                                                                            \
    "id,name,unit,kind,decimals,total,numerator,denominator,part_of,basis\n"                                                  \
    "TZ,工业投资,亿元,flow,2,sum,,,\nJG,技改投资,亿元,flow,2,sum,,,\nQT,其中项,亿元,flow,2,sum,,,TZ\n"       \
    "QY,企业数,户,stock,0,sum,,,\nZJ,增加值,%,rate,1,given,,,\nBZ,占比,%,ratio,1,given,QT,TZ,\n"                     \
    "CL,存货,亿元,stock,2,sum,,,\nDL,用电量,万千瓦时,flow,2,sum,,,\nXZ,新增企业,户,flow,0,sum,,,\n"           \
    "DQ,当季产值,亿元,flow,2,sum,,,,single\nCY,从业人员,人,stock,0,sum,,,\nYF,研发人员,人,stock,0,sum,,,CY\n" \
    "MD,研发密度,‰,ratio,1,given,YF,CY,\nLY,技改比,%,ratio,1,given,JG,TZ,\n"                                         \
    "ZH,合计,亿元,flow,2,sum,,,\nZA,甲项,亿元,flow,2,sum,,,\nZB,乙项,亿元,flow,2,sum,,,\n"
#define IDENTITIES "total,parts\nZH,ZA;ZB\n"

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
    {"2025Q3,A,ZJ=312.5", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,ZJ"},     /* a rate */
    {"2025Q3,A,TZ=39.47,808", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* 8.08 % without its point */
    {"2024Q3,A,QY=10 2025Q3,A,QY=41", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,QY"},        /* 310 % of ten */
    {"2024Q3,A,JG=36.50 2025Q3,A,JG=146.10", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,A,JG"}, /* 300.3 % */
    {"2024Q3,A,JG=1.00 2025Q3,A,JG=4.31", NULL, "outlier-yoy", SEVERITY_WARNING,
     "2025Q3,A,JG"}, /* a base of three digits */
    {"2024Q3,R,JG=30.12 2025Q3,R,JG=140.55", NULL, "outlier-yoy", SEVERITY_WARNING,
     "2025Q3,R,JG"}, /* 366.6 %, the region's own */
    {"2024Q3,CN,TZ=900.5 2025Q3,CN,TZ=4200.3", NULL, "outlier-yoy", SEVERITY_WARNING, "2025Q3,CN,TZ"}, /* 366.4 % */
    {"2024Q3,A,JG=36.50 2025Q3,A,JG=146.00", NULL, NULL, 0, NULL},  /* 300.0 %, no more */
    {"2024Q3,A,JG=36.50 2025Q3,A,JG=146.01", NULL, NULL, 0, NULL},  /* 300.03 %, printed 300.0 */
    {"2024Q3,A,JG=0.99 2025Q3,A,JG=4.31", NULL, NULL, 0, NULL},     /* a base of two digits */
    {"2025Q3,B,TZ=-210.00", NULL, NULL, 0, NULL},                   /* a loss: no growth */
    {"2024Q3,R,JG=-30.12 2025Q3,R,JG=140.55", NULL, NULL, 0, NULL}, /* out of the red */
    {"2024Q3,A,QY=9 2025Q3,A,QY=90", NULL, NULL, 0, NULL},          /* 900 % of nine */

    /* far from the group: more than 5 × 10 points from about 7.8 */
    {"2025Q3,A,TZ=73.04", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"},      /* 100 % */
    {"2025Q3,H,TZ=12.02", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,H,TZ"},      /* −60 % */
    {"2025Q3,A,TZ=57.70", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"},      /* 58.0 − 7.7 = 50.3 */
    {"2025Q3,A,TZ=39.47,88.1", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* the growth is the odd one */
    {"2025Q3,B,TZ=83.70", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,B,TZ"},      /* 60.0 − 7.8 */
    {"2025Q3,H,TZ=17.13", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,H,TZ"},      /* −43.0; 50.6 from 7.55 */
    {"2025Q3,E,TZ=26.58,-45.0", NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,E,TZ"},
    /* growths of −20 … 40 and 170: the median is 15, the median distance 20, 5 × 1.4826 × 20 = 148.3 */
    {"2025Q3,B,TZ=41.85 2025Q3,C,TZ=16.89 2025Q3,D,TZ=71.50 2025Q3,E,TZ=27.09 2025Q3,F,TZ=53.02 2025Q3,G,TZ=16.85 "
     "2025Q3,H,TZ=42.07 2025Q3,A,TZ=98.60",
     NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* 155 from 15 */
    {"2025Q3,B,ZJ=7.1 2025Q3,C,ZJ=6.8 2025Q3,D,ZJ=6.5 2025Q3,E,ZJ=7.0 2025Q3,F,ZJ=6.9 2025Q3,G,ZJ=7.2 2025Q3,H,ZJ=6.6 "
     "2025Q3,A,ZJ=66.9",
     NULL, "outlier-score", SEVERITY_WARNING, "2025Q3,A,ZJ"}, /* 60.0 from 6.95 */
    {"2025Q3,A,TZ=73.04", "A,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,TZ"},
    {"2025Q3,B,TZ=41.85 2025Q3,C,TZ=16.89 2025Q3,D,TZ=71.50 2025Q3,E,TZ=27.09 2025Q3,F,TZ=53.02 2025Q3,G,TZ=16.85 "
     "2025Q3,H,TZ=42.07 2025Q3,A,TZ=91.30",
     NULL, NULL, 0, NULL}, /* 135 from 15 */
    {"2025Q3,B,ZJ=7.1 2025Q3,C,ZJ=6.8 2025Q3,D,ZJ=6.5 2025Q3,E,ZJ=7.0 2025Q3,F,ZJ=6.9 2025Q3,G,ZJ=7.2 2025Q3,H,ZJ=6.6 "
     "2025Q3,A,ZJ=56.9",
     NULL, NULL, 0, NULL},                                        /* 49.95 from 6.95 */
    {"2025Q3,H,TZ=17.31", NULL, NULL, 0, NULL},                   /* 49.95 from 7.55 */
    {"2024Q3,H,TZ=- 2025Q3,A,TZ=73.04", NULL, NULL, 0, NULL},     /* seven growths are too few */
    {"2024Q3,R,JG=30.12 2025Q3,R,JG=60.45", NULL, NULL, 0, NULL}, /* the region is in no group */
    /* its own growths of before: the median is 45, the median distance 50, 5 × 1.4826 × 50 = 370.7 */
    {"2023Q1,A,TZ=10.11,60 2023Q2,A,TZ=15.22,-40 2023Q3,A,TZ=35.33,80 2023Q4,A,TZ=50.44,-30 2024Q1,A,TZ=19.70,95 "
     "2024Q2,A,TZ=28.31,-50 2024Q4,A,TZ=60.91,70 2025Q1,A,TZ=18.20,-20 2025Q2,A,TZ=41.00,45 2025Q3,A,TZ=73.04",
     NULL, NULL, 0, NULL},

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

    /* the same figure as in the period before, or the year before */
    {"2025Q2,A,TZ=39.47", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,A,TZ=36.52", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,TZ"}, /* last year's */
    {"2025Q2,R,JG=120.45 2025Q3,R,JG=120.45", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,R,JG"},
    {"2025Q2,A,DL=1043.5 2025Q3,A,DL=1043.5", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,DL"},
    {"2025Q2,A,CL=12.34 2025Q3,A,CL=12.34", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,CL"}, /* a stock */
    {"2025Q2,A,CL=12.340 2025Q3,A,CL=12.34", NULL, "repeats-period", SEVERITY_WARNING,
     "2025Q3,A,CL"}, /* written otherwise */
    {"2025Q2,A,CL=0.1234 2025Q3,A,CL=0.1234", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,A,CL"},
    {"2025Q2,A,JG=-12.34 2025Q3,A,JG=-12.34", NULL, "repeats-period", SEVERITY_WARNING,
     "2025Q3,A,JG"}, /* the same loss */
    {"2024Q3,B,CL=33.71 2025Q3,B,CL=33.71", NULL, "repeats-period", SEVERITY_WARNING, "2025Q3,B,CL"},
    {"2025Q2,A,DQ=20.31 2025Q3,A,DQ=20.31", NULL, "repeats-period", SEVERITY_WARNING,
     "2025Q3,A,DQ"}, /* of a quarter each */
    {"2025Q2,A,TZ=39.47", "A,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,TZ"},
    {"2025Q2,A,CL=9.47 2025Q3,A,CL=9.47", NULL, NULL, 0, NULL},                     /* three digits */
    {"2025Q2,A,CL=12.30 2025Q3,A,CL=12.30", NULL, NULL, 0, NULL},                   /* three that tell */
    {"2025Q2,A,DL=1250.00 2025Q3,A,DL=1250.00", NULL, NULL, 0, NULL},               /* nothing behind the point */
    {"2025Q2,A,ZJ=12.34 2025Q3,A,ZJ=12.34", NULL, NULL, 0, NULL},                   /* a rate */
    {"2025Q2,CN,CL=33.71 2025Q3,CN,CL=33.71", NULL, NULL, 0, NULL},                 /* a reference */
    {"2025Q1,A,CL=33.71 2025Q2,A,CL=34.02 2025Q3,A,CL=33.71", NULL, NULL, 0, NULL}, /* it came back */

    /* two areas with the same figure */
    {"2025Q3,B,TZ=56.47 2025Q3,C,TZ=20.15 2025Q3,F,TZ=56.47", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,F,TZ"},
    {"2025Q3,A,JG=47.13 2025Q3,D,JG=47.13", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,D,JG"},
    {"2025Q3,D,JG=47.13 2025Q3,A,JG=47.130", NULL, "repeats-area", SEVERITY_WARNING,
     "2025Q3,D,JG"}, /* written otherwise */
    {"2025Q3,A,DL=1234.5 2025Q3,B,DL=1234.5", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,B,DL"},
    {"2025Q3,A,JG=-12.34 2025Q3,B,JG=-12.34", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,B,JG"},
    {"2025Q3,A,CL=0.1234 2025Q3,B,CL=0.1234", NULL, "repeats-area", SEVERITY_WARNING, "2025Q3,B,CL"},
    {"2025Q3,T1,JG=47.13 2025Q3,T3,JG=47.13", NULL, "repeats-area", SEVERITY_WARNING,
     "2025Q3,T3,JG"}, /* two towns of one county */
    {"2025Q3,A,JG=47.13 2025Q3,B,JG=47.13 2025Q3,A,CL=8.421 2025Q3,B,CL=8.421", NULL, "repeats-area", SEVERITY_WARNING,
     "2025Q3,B,JG"}, /* one pair, once */
    {"2025Q3,A,JG=47.13 2025Q3,D,JG=47.13", "D,JG,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,D,JG"},
    {"2025Q3,T1,JG=47.13 2025Q3,T2,JG=47.13", NULL, NULL, 0, NULL}, /* towns of two counties */
    {"2025Q3,R,JG=47.13 2025Q3,A,JG=47.13", NULL, NULL, 0, NULL},   /* all of the region's is in one county */
    {"2025Q3,A,JG=47.10 2025Q3,B,JG=47.10", NULL, NULL, 0, NULL},   /* three digits that tell */
    {"2025Q3,A,DL=1250 2025Q3,B,DL=1250", NULL, NULL, 0, NULL},
    {"2025Q3,A,ZJ=12.34 2025Q3,B,ZJ=12.34", NULL, NULL, 0, NULL},
    {"2024Q3,A,JG=47.13 2025Q3,B,JG=47.13", NULL, NULL, 0, NULL}, /* in two years */
    {"2025Q3,CN,JG=47.13 2025Q3,A,JG=47.13", NULL, NULL, 0, NULL},

    /* two indicators with the same figure */
    {"2025Q3,A,JG=39.47", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,JG"},
    {"2025Q3,A,JG=39.47 2025Q3,B,JG=56.04", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,JG"}, /* once */
    {"2025Q3,A,JG=39.47 2025Q3,B,JG=56.04 2025Q3,H,JG=32.71", NULL, "repeats-indicator", SEVERITY_WARNING,
     "2025Q3,A,JG"}, /* once */
    {"2025Q3,A,JG=47.13 2025Q3,A,CL=47.13", NULL, "repeats-indicator", SEVERITY_WARNING,
     "2025Q3,A,CL"}, /* a flow and a stock */
    {"2025Q3,A,JG=47.13 2025Q3,A,DL=47.13", NULL, "repeats-indicator", SEVERITY_WARNING,
     "2025Q3,A,DL"}, /* in two units */
    {"2025Q3,R,JG=147.13 2025Q3,R,CL=147.13", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,R,CL"},
    {"2025Q3,A,JG=-12.34 2025Q3,A,CL=-12.34", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,CL"},
    {"2025Q3,A,DL=1234.5 2025Q3,A,CL=1234.50", NULL, "repeats-indicator", SEVERITY_WARNING, "2025Q3,A,DL"},
    {"2025Q3,A,JG=39.47", "A,JG,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,JG"},
    {"2025Q3,A,JG=9.47 2025Q3,A,CL=9.47", NULL, NULL, 0, NULL},
    {"2025Q3,A,JG=120 2025Q3,A,CL=120.00", NULL, NULL, 0, NULL},
    {"2025Q3,A,JG=47.13 2025Q3,B,CL=47.13", NULL, NULL, 0, NULL},               /* of two areas */
    {"2025Q3,CN,JG=47.13 2025Q3,CN,CL=47.13", NULL, NULL, 0, NULL},             /* a reference */
    {"2025Q3,A,ZH=47.13 2025Q3,A,ZA=47.13 2025Q3,A,ZB=0", NULL, NULL, 0, NULL}, /* a total with one part */
    {"2025Q3,A,CY=1040 2025Q3,A,XZ=1040", NULL, NULL, 0, NULL},                 /* counts */

    /* digits changed about: the sum of the counties is 313.77 */
    {"2025Q3,R,TZ=313.77 2025Q3,A,TZ=39.74", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q3,R,TZ=317.37", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=133.77", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=313.77 2025Q3,F,TZ=74.93", NULL, "sum-transposed", SEVERITY_WARNING,
     "2025Q3,F,TZ"}, /* nothing of its growth of 70 % */
    {"2025Q3,R,TZ=313.77 2025Q3,F,TZ=49.73", NULL, "sum-transposed", SEVERITY_WARNING,
     "2025Q3,F,TZ"}, /* across the point */
    {"2025Q3,R,TZ=313.77 2025Q3,D,TZ=77.20", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,D,TZ"},
    {"2025Q3,R,TZ=313.77 2025Q3,G,TZ=13.78", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,G,TZ"},
    {"2025Q3,R,TZ=313.77 2025Q3,H,TZ=32.17", NULL, "sum-transposed", SEVERITY_WARNING, "2025Q3,H,TZ"},
    {"2025Q3,A,ZH=100.35 2025Q3,A,ZA=62.18 2025Q3,A,ZB=38.71", NULL, "sum-transposed", SEVERITY_WARNING,
     "2025Q3,A,ZB"}, /* 62.18 + 38.17 */
    {"2025Q3,R,TZ=313.77 2025Q3,H,TZ=32.17", "H,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,H,TZ"},
    /* two cells would explain it: 20.15 for 21.05, or 25.68 for 26.58; 56.04, or 23.71; 313.77, or 31.87 */
    {"2025Q3,R,TZ=313.77 2025Q3,C,TZ=21.05", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=313.77 2025Q3,B,TZ=65.04", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=331.77", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},

    /* sums that nothing explains, or a power of ten */
    {"2025Q3,R,TZ=320.00", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=313.82", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"}, /* 0.05; rounding has 0.04 */
    {"2025Q3,R,TZ=0.00", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=627.54", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"}, /* all of it twice */
    {"2025Q3,R,TZ=281.06", NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,TZ"}, /* without 辛县 */
    {"2025Q3,R,QY=184 2025Q3,A,QY=11 2025Q3,B,QY=15 2025Q3,C,QY=18 2025Q3,D,QY=21 2025Q3,E,QY=24 2025Q3,F,QY=27 "
     "2025Q3,G,QY=30 2025Q3,H,QY=33",
     NULL, "total-differs", SEVERITY_WARNING, "2025Q3,R,QY"}, /* 179 */
    {"2025Q3,A,ZH=101.00 2025Q3,A,ZA=62.18 2025Q3,A,ZB=38.71", NULL, "identity", SEVERITY_WARNING,
     "2025Q3,A,ZH"}, /* 100.89 */
    {"2025Q3,R,TZ=3137700", NULL, "sum-unit", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=3137.7", NULL, "sum-point", SEVERITY_WARNING, "2025Q3,R,TZ"},
    {"2025Q3,A,ZH=100.89 2025Q3,A,ZA=621800 2025Q3,A,ZB=38.71", NULL, "sum-unit", SEVERITY_WARNING, "2025Q3,A,ZA"},
    {"2025Q3,R,TZ=320.00", "R,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,R,TZ"},
    {"2025Q3,R,TZ=313.81", NULL, NULL, 0, NULL}, /* 8 × 0.005 */
    {"2025Q3,R,QY=183 2025Q3,A,QY=11 2025Q3,B,QY=15 2025Q3,C,QY=18 2025Q3,D,QY=21 2025Q3,E,QY=24 2025Q3,F,QY=27 "
     "2025Q3,G,QY=30 2025Q3,H,QY=33",
     NULL, NULL, 0, NULL}, /* 8 × 0.5 */
    {"2025Q3,A,ZH=100.90 2025Q3,A,ZA=62.18 2025Q3,A,ZB=38.71", NULL, NULL, 0, NULL},
    {"2025Q3,R,TZ=400.00 2025Q3,H,TZ=-", NULL, NULL, 0, NULL}, /* one is missing */

    /* counted from January, and less than before */
    {"2025Q2,A,TZ=45.10", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q2,B,TZ=60.00", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,B,TZ"},
    {"2025Q2,R,JG=50.11 2025Q3,R,JG=50.10", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,R,JG"},
    {"2025Q1,A,TZ=45.10", NULL, "cumulative-falls", SEVERITY_WARNING,
     "2025Q3,A,TZ"}, /* nothing of the second quarter */
    {"2025Q1,A,TZ=45.10 2025Q2,A,TZ=-", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,A,TZ"},
    {"2025Q2,A,XZ=12 2025Q3,A,XZ=11", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,A,XZ"}, /* a count */
    {"2025Q2,A,JG=3.21 2025Q3,A,JG=0", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,A,JG"},
    {"2025Q2,CN,TZ=900.5 2025Q3,CN,TZ=890.1", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,CN,TZ"},
    {"2025Q2,T1,JG=5.12 2025Q3,T1,JG=5.02", NULL, "cumulative-falls", SEVERITY_WARNING, "2025Q3,T1,JG"},
    {"2025Q2,A,TZ=45.10", "A,TZ,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,TZ"},
    {"2025Q2,A,DQ=20.31 2025Q3,A,DQ=10.12", NULL, NULL, 0, NULL},                   /* of a quarter each */
    {"2025Q2,A,CL=20.31 2025Q3,A,CL=19.12", NULL, NULL, 0, NULL},                   /* a stock */
    {"2025Q2,A,JG=1.20 2025Q3,A,JG=-0.35", NULL, NULL, 0, NULL},                    /* losses */
    {"2025Q2,A,JG=9.47 2025Q3,A,JG=9.47", NULL, NULL, 0, NULL},                     /* nothing has come to it */
    {"2025Q1,A,TZ=45.10 2025Q2,A,TZ=38.20 2025Q3,A,TZ=39.47", NULL, NULL, 0, NULL}, /* said of the second quarter */

    /* quotients; of one with a part above, a hundred per cent is the most, of others a thousand */
    {"2025Q3,A,QT=45.10", NULL, "quotient-bounds", SEVERITY_WARNING, NULL},
    {"2025Q3,A,QT=39.48", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,BZ"},  /* 100.03 % */
    {"2025Q3,R,QT=320.00", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,R,BZ"}, /* of 313.77 */
    {"2025Q3,A,QT=-45.10", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,BZ"},
    {"2025Q3,A,CY=1000 2025Q3,A,YF=1200", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,MD"}, /* 1200 ‰ */
    {"2025Q3,A,CY=1000 2025Q3,A,YF=1001", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,MD"},
    {"2025Q3,A,JG=400.00", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,LY"}, /* 1013 % */
    {"2025Q3,A,JG=-400.00", NULL, "quotient-bounds", SEVERITY_WARNING, "2025Q3,A,LY"},
    {"2025Q3,A,JG=400.00", "A,LY,2025Q3,已核实\n", "verified", SEVERITY_NOTE, "2025Q3,A,LY"},
    {"2025Q3,A,JG=390.00", NULL, NULL, 0, NULL},                /* 988 % */
    {"2025Q3,A,CY=1000 2025Q3,A,YF=1000", NULL, NULL, 0, NULL}, /* 1000 ‰ */
    {"2025Q3,A,CY=0 2025Q3,A,YF=3", NULL, NULL, 0, NULL},       /* no quotient */
    {"2025Q3,A,LY=1100.0", NULL, NULL, 0, NULL},                /* reported */
    {"2025Q3,R,QT=313.77", NULL, NULL, 0, NULL},                /* all of it */

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
    const struct region_file files[] = {{"areas.csv", AREAS},
                                        {"indicators.csv", INDICATORS},
                                        {"targets.csv", "area,indicator,value\n"},
                                        {"checks.csv", checks},
                                        {"data/a.csv", data},
                                        {"identities.csv", IDENTITIES},
                                        {NULL, NULL}};
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

/* Figures of one table, 47.13 8.421 33.18 and, which tell nothing alone, 12.50 and 41; as they stand in another. */
#define ROWS(period, area, a, b, c, d, e)                                                                              \
    period "," area ",JG," a "\n" period "," area ",CL," b "\n" period "," area ",DL," c "\n" period "," area ",ZH," d \
           "\n" period "," area ",QY," e "\n"
#define COPY(period, area) ROWS(period, area, "47.13", "8.421", "33.18", "12.50", "41")
#define OTHER(period, area) ROWS(period, area, "21.44", "9.112", "17.05", "6.31", "29")
#define LEAF "period,area,indicator,value\n"

static const struct {
    const char *first, *second; /* data/a.csv, data/b.csv */
    size_t findings;
    const char *rule, *at, *says;
} copies[] = {
    {LEAF COPY("2025Q3", "A"), LEAF COPY("2025Q3", "B"), 1, "repeats-table", "2025Q3,B,JG",
     "5 个数与甲县的完全相同（见 data/a.csv）"},
    {LEAF COPY("2025Q3", "B"), LEAF COPY("2025Q3", "A"), 1, "repeats-table", "2025Q3,B,JG",
     "5 个数与甲县的完全相同（见 data/b.csv）"},
    {LEAF COPY("2025Q3", "T1"), LEAF COPY("2025Q3", "T3"), 1, "repeats-table", "2025Q3,T3,JG", "5 个数与一乡"},
    {LEAF COPY("2025Q2", "A"), LEAF COPY("2025Q3", "A"), 1, "repeats-table", "2025Q3,A,JG",
     "5 个数与2025年上半年的完全相同（见 data/a.csv）"},
    {LEAF COPY("2024Q3", "A"), LEAF COPY("2025Q3", "A"), 1, "repeats-table", "2025Q3,A,JG", "5 个数与2024年前三季度的"},
    {LEAF COPY("2024Q3", "A") OTHER("2024Q3", "B"), LEAF COPY("2025Q3", "A") OTHER("2025Q3", "B"), 1, "repeats-table",
     "2025Q3,A,JG", "10 个数与2024年前三季度的"},
    /* far from its own history, ten times too big, and less than the half-year's: the copy is all that is said */
    {LEAF COPY("2025Q3", "A") ROWS("2024Q3", "B", "4.61", "0.803", "6.02", "10.91", "38"), LEAF COPY("2025Q3", "B"), 1,
     "repeats-table", "2025Q3,B,JG", "5 个数与甲县"},
    {LEAF COPY("2025Q3", "A") ROWS("2025Q2", "B", "61.20", "70.31", "40.77", "30.05", "44"), LEAF COPY("2025Q3", "B"),
     1, "repeats-table", "2025Q3,B,JG", "5 个数与甲县"},
    {LEAF COPY("2025Q3", "A") COPY("2025Q3", "B"), LEAF, 1, "repeats-area", "2025Q3,B,JG",
     "5 个数完全相同，可能抄错了行"}, /* a row */
    {LEAF "2025Q3,A,JG,47.13\n2025Q3,B,JG,52.14\n2025Q3,C,JG,19.65\n2025Q3,D,JG,70.10\n",
     LEAF "2025Q3,A,DL,47.13\n2025Q3,B,DL,52.14\n2025Q3,C,DL,19.65\n2025Q3,D,DL,70.10\n", 1, "repeats-table",
     "2025Q3,A,DL", "4 个数与技改投资的完全相同（见 data/a.csv）"},
    {LEAF "2025Q3,A,JG,47.13\n2025Q3,A,CL,8.421\n", LEAF "2025Q3,B,JG,47.13\n2025Q3,B,CL,8.421\n", 1, "repeats-area",
     "2025Q3,B,JG", "2 个数"},
    {LEAF COPY("2025Q3", "A"), LEAF OTHER("2025Q3", "B"), 0, NULL, NULL, NULL},
    {LEAF "2025Q3,A,QY,41\n2025Q3,A,XZ,7\n2025Q3,A,CY,1200\n2025Q3,A,YF,31\n", /* counts */
     LEAF "2025Q2,A,QY,41\n2025Q2,A,XZ,7\n2025Q2,A,CY,1200\n2025Q2,A,YF,31\n", 0, NULL, NULL, NULL},
};

START_TEST(a_copied_table_is_said_once)
{
    const struct region_file files[] = {{"areas.csv", AREAS},
                                        {"indicators.csv", INDICATORS},
                                        {"targets.csv", "area,indicator,value\n"},
                                        {"data/a.csv", copies[_i].first},
                                        {"data/b.csv", copies[_i].second},
                                        {NULL, NULL}};
    struct region region;
    region_open(&region, files, false);
    check_results(region.engine, (struct period){2025, FREQUENCY_QUARTER, 3}, true, &region.findings);
    size_t said = 0;
    for (size_t i = 0; i < region.findings.count; i++) {
        const struct finding *finding = &region.findings.items[i];
        char at[60];
        if (!is_of_these(finding->rule))
            continue;
        said++;
        snprintf(at, sizeof at, "%s,%s,%s", finding->where.period, finding->where.area, finding->where.indicator);
        ck_assert_msg(copies[_i].rule && strcmp(rule_code(finding->rule), copies[_i].rule) == 0 &&
                          strcmp(at, copies[_i].at) == 0 && strstr(finding->message, copies[_i].says),
                      "%d: %s: %s", _i, at, finding->message);
    }
    ck_assert_uint_eq(said, copies[_i].findings);
    region_close(&region);
}
END_TEST

/* In how many areas a figure of how many digits may be twice by chance: from 19 on five are needed, from 181 on six. */
static const struct {
    int areas;
    const char *figure;
    size_t findings;
} chances[] = {{18, "47.13", 1},   {19, "47.13", 0},   {19, "147.13", 1},   {60, "4.713", 0},    {60, "4.7131", 1},
               {180, "147.13", 1}, {181, "147.13", 0}, {181, "1147.13", 1}, {200, "0.47131", 0}, {200, "0.471319", 1}};

START_TEST(many_areas_need_more_digits)
{
    struct arena *arena = arena_new();
    struct buffer areas = {.arena = arena}, data = {.arena = arena};
    buffer_add(&areas, "code,name,parent\nR,全州,\n");
    buffer_add(&data, "period,area,indicator,value\n");
    for (int i = 0; i < chances[_i].areas; i++) {
        buffer_format(&areas, "A%d,%d县,R\n", i, i);
        if (i < 2)
            buffer_format(&data, "2025Q3,A%d,JG,%s\n", i, chances[_i].figure);
        else
            buffer_format(&data, "2025Q3,A%d,JG,%d.5813\n", i, i + 20);
    }
    const struct region_file files[] = {{"areas.csv", buffer_text(&areas)},
                                        {"indicators.csv", "id,name,unit,kind,decimals\nJG,技改投资,亿元,flow,2\n"},
                                        {"targets.csv", "area,indicator,value\n"},
                                        {"data/a.csv", buffer_text(&data)},
                                        {NULL, NULL}};
    struct region region;
    region_open(&region, files, false);
    check_results(region.engine, (struct period){2025, FREQUENCY_QUARTER, 3}, true, &region.findings);
    ck_assert_uint_eq(region_count(&region, RULE_REPEATS_AREA), chances[_i].findings);
    region_close(&region);
    arena_free(arena);
}
END_TEST

Suite *plausible_suite(void)
{
    Suite *suite = suite_create("plausible");
    TCase *tests = tcase_create("plausible");
    tcase_add_loop_test(tests, each_case_is_said_once_at_its_cell, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_loop_test(tests, a_copied_table_is_said_once, 0, (int)(sizeof copies / sizeof *copies));
    tcase_add_loop_test(tests, many_areas_need_more_digits, 0, (int)(sizeof chances / sizeof *chances));
    tcase_add_test(tests, a_whole_column_is_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
