/* SPDX-License-Identifier: MIT */
/* A region folder of a few lines, written, read and removed again: for the tests of gen/check, which look at findings.
 */
#ifndef TONGBAO_TESTS_SAMPLE_H
#define TONGBAO_TESTS_SAMPLE_H

#include "check/dataset.h"

struct sample_file {
    const char *name, *text; /* a NULL text: the file is not there */
};

struct sample {
    struct arena *arena;
    struct findings findings;
    const struct dataset *dataset;
};

/* Reads the files, up to the one without a name. areas.csv and indicators.csv, when not mentioned, are the two below.
 */
struct sample sample_read(const struct sample_file *files);
void sample_free(struct sample *sample);

/* How many findings there are of the rule; the sentence and line of the first. */
size_t sample_count(const struct sample *sample, enum rule rule);
const char *sample_message(const struct sample *sample, enum rule rule);
int sample_line(const struct sample *sample, enum rule rule);
/* How many errors there are at all. */
size_t sample_errors(const struct sample *sample);

#define SAMPLE_AREAS                                                                                                   \
    "code,name,alias,parent,role,group\n"                                                                              \
    "CN,全国,,,参照,\n"                                                                                            \
    "R,全州,州,,,\n"                                                                                                \
    "A,甲县,,R,,重点\n"                                                                                            \
    "B,乙县,,R,,\n"                                                                                                  \
    "C-1,丙县,,R,,-\n"
#define SAMPLE_INDICATORS                                                                                              \
    "id,name,unit,kind,better,decimals\n"                                                                              \
    "CZ,工业总产值,亿元,flow,,\n"                                                                               \
    "FZ,负债总额,亿元,stock,lower,\n"                                                                            \
    "LV,优良率,%,ratio,,\n"                                                                                         \
    "ZJ,规上工业增加值,%,rate,,\n"                                                                              \
    "DD,新增规上企业,户,flow,,0\n"

#endif
