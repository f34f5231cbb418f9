/* SPDX-License-Identifier: MIT */
/* The dataset: a region folder, read and checked. After check_region has returned it, it is const.
 *
 * It lives in the run's arena, strings included. Arrays are in file order, which is the order of every output that is
 * not a ranking. SPEC §1, §2. */
#ifndef TONGBAO_CHECK_DATASET_H
#define TONGBAO_CHECK_DATASET_H

#include "base/files_read.h"
#include "base/finding.h"
#include "base/number.h"
#include "base/period.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- settings (§2) ---- */

/* How long an archive keeps what is issued: 30年, 永久, 10年. */
enum retention { RETENTION_30, RETENTION_EVER, RETENTION_10 };

enum head_setting { HEAD_SETTING_FULL, HEAD_SETTING_BLANK, HEAD_SETTING_NONE };
enum letters_setting { LETTERS_OFF, LETTERS_RULE, LETTERS_ALL };

struct settings {
#define SETTING(type, field, key, chinese, read, words, otherwise) type field;
#include "check/setting_rows.h"
    size_t reference_count, lead_count;
    int issue_date_line, reply_by_line; /* where they stand in settings.csv */
};

/* ---- areas ---- */

enum area_role { ROLE_AREA, ROLE_REFERENCE };

struct area {
    size_t index; /* in dataset.areas */
    const char *code;
    const char *name;    /* as printed everywhere: no other area has it */
    const char *written; /* in areas.csv; NULL where it is printed as it is */
    const char *const *aliases;
    size_t alias_count;
    const struct area *parent; /* NULL: the region, or a reference */
    enum area_role role;
    const char *group; /* "" is a group; "-" means never ranked */
    bool in_total;
    const char *recipient, *copy_to;    /* NULL when empty */
    const struct area *const *children; /* in file order */
    size_t child_count;
    int line; /* in areas.csv */
};

/* ---- indicators ---- */

enum kind { KIND_FLOW, KIND_STOCK, KIND_RATIO, KIND_RATE };
enum basis { BASIS_YTD, BASIS_SINGLE };
enum better { BETTER_HIGHER, BETTER_LOWER };
enum total { TOTAL_SUM, TOTAL_GIVEN, TOTAL_NONE };

struct indicator {
    size_t index; /* in dataset.indicators */
    const char *id, *name;
    const char *const *aliases;
    size_t alias_count;
    const char *unit; /* "" when empty */
    enum kind kind;
    enum basis basis;
    enum better better;
    enum total total;
    int decimals, rate_decimals;
    const struct indicator *numerator, *denominator; /* both or neither */
    const struct indicator *part_of;                 /* NULL for none */
    const char *note;                                /* NULL when empty */
    int line;
};

/* ---- measures: §3's table, in its order; the last are for targets only ---- */

enum measure {
#define MEASURE(measure, id, name, facts, define, formula) measure,
#include "check/measure_rows.h"
    MEASURE_COUNT,
    MEASURE_RANK = MEASURE_COUNT, /* by what the kind is ranked by */
    MEASURE_RANK_VALUE,
    MEASURE_RANK_YOY,
    MEASURES_WITH_PLACES
};

/* ---- targets ---- */

enum target_op {
#define OP(op, id, words, facts) op,
#include "check/op_rows.h"
};

enum target_scope { SCOPE_AREA, SCOPE_GROUP, SCOPE_ALL };

struct target {
    enum target_scope scope;
    const struct area *area; /* SCOPE_AREA */
    const char *group;       /* SCOPE_GROUP, without the @ */
    const struct indicator *indicator;
    enum measure measure;
    enum target_op op;
    /* The target: a number; or the same figure of the parent (of_parent) or of another area (of_area) plus `value`. */
    bool of_parent;
    const struct area *of_area;
    const struct number *value;       /* NULL for up, down, external, done, qualitative */
    const struct number *upper;       /* between */
    const struct number *stretch;     /* 力争值; NULL for none */
    const struct number *tolerance;   /* about; NULL: the default */
    bool range;                       /* written as 2—3: value the easier end, stretch the harder one */
    bool hoped;                       /* a stretch written without a value: it is the value, and printed as 力争 */
    int base_year;                    /* up, down: held against the end of this year; 0: the year before */
    int from, to;                     /* years; 0: open */
    bool to_alone;                    /* only `to` was given, and no deadline */
    bool deadline;                    /* `to` written as -2025, -2025Q2, 2025年6月底前 */
    struct period due;                /* of a deadline, `to` as it was written: a year, a quarter, a month */
    const struct number *const *pace; /* shares in %, 4 (quarter ends) or 12 (months); NULL for months/12 */
    size_t pace_count;
    const char *source, *clause, *owner; /* NULL when empty */
    const struct target *twin;           /* the same target from another document; NULL for none */
    const char *file;
    int line;
};

/* ---- scoring, identities ---- */

enum scoring_method { SCORING_RATIO, SCORING_GAP, SCORING_EFFICACY };

struct scoring {
    const struct indicator *indicator;
    enum measure measure;
    const struct number *weight, *cap, *floor; /* defaults filled in: 1, 0 */
    const struct number *step;                 /* NULL when empty */
    enum scoring_method method;
    int line;
};

struct identity {
    const struct indicator *total;
    const struct indicator *const *parts;
    size_t part_count;
    const struct number *tolerance; /* NULL: half a unit of the last decimal × the number of parts */
    int line;
};

/* ---- observations ---- */

/* SDMX CL_OBS_STATUS letters; STATUS_UNSET where none was given. */
enum status { STATUS_UNSET = 0 /* else 'A' 'B' 'E' 'F' 'L' 'M' 'O' 'P' 'U' 'V' */ };

/* Why a level looks wrong by a power of ten: check/levels.c. */
struct doubt {
    const struct number *like; /* the figure it was held against */
    struct period like_period;
    const char *times;          /* 10000 */
    const char *unit;           /* what it seems to be written in: 万元; NULL when no unit explains it */
    const char *places;         /* by how many places the point is off: 4 */
    const struct number *meant; /* the level without that */
};

struct figure {
    const struct number *number; /* in the indicator's unit, growth in %; NULL: not given or missing */
    const char *file;            /* NULL: the cell does not exist */
    int line;
    unsigned short at;         /* the cell's place in its line, from 1; 0: not known */
    unsigned short read_as;    /* the index of its column in understood.columns: unit and factor; what it stands for */
    const char *column;        /* what is above it */
    const struct doubt *doubt; /* NULL: none */
};

/* What may be known of one indicator in one area at one period. */
enum field {
    FIELD_VALUE,      /* as observed (basis single: the single; kind rate: the growth rate) */
    FIELD_YOY,        /* the reported growth on a year earlier */
    FIELD_SINGLE,     /* of sources.csv */
    FIELD_SINGLE_YOY, /* of sources.csv */
    FIELD_COUNT
};

struct observation {
    struct period period;
    struct figure figures[FIELD_COUNT];
    char status;      /* enum status or the letter */
    const char *note; /* NULL for none */
};

struct series {
    const struct observation *items; /* ordered by period_compare, each period once */
    size_t count;
};

/* ---- the whole ---- */

struct dataset {
    const char *folder;     /* as given on the command line */
    struct file_list files; /* what was read of it */
    struct settings settings;
    const struct area *areas;
    size_t area_count;
    const struct area *region;
    const struct indicator *indicators;
    size_t indicator_count;
    const struct name_index *names; /* of areas and indicators: check/names.h */
    const struct target *targets;
    size_t target_count;
    const struct scoring *scoring;
    size_t scoring_count;
    const struct identity *identities;
    size_t identity_count;
    const struct house_rule *house_rules; /* checks.csv: check/house_rules.h */
    bool *levels_verified;                /* by index: the row has kept a level from being refused; NULL: none has */
    size_t house_rule_count;
    const struct edition *editions; /* documents.csv: check/editions.h */
    size_t edition_count;
    const struct series *series; /* [indicator->index * area_count + area->index] */
    bool has_observations;
    struct period latest;                   /* the default period: the latest in the data */
    const struct understood *const *tables; /* how each table was understood, in the order of reading */
    size_t table_count;
};

static inline const struct series *dataset_series(const struct dataset *dataset, const struct indicator *indicator,
                                                  const struct area *area)
{
    return &dataset->series[indicator->index * dataset->area_count + area->index];
}

/* The observation of that very period, in this spelling; NULL for none. */
const struct observation *series_at(const struct series *series, struct period period);

/* The area whose figure vs_reference subtracts: the first of the setting, else of the role; NULL for none. */
const struct area *reference_area(const struct dataset *dataset);
/* True when the indicator is a % or has no unit: change, not growth, is its comparison (kind ratio). */
bool indicator_in_percent(const struct indicator *indicator);

/* Whether the indicator is a part of the whole, by 其中项, or a part of such a part. */
bool indicator_is_part(const struct indicator *part, const struct indicator *whole);

/* Whether it is counted one by one: a flow in whole units of one character (户 个 家). */
bool indicator_of_things(const struct indicator *indicator);
/* The same of a stock: so many 户, 家 there are at a time. */
bool indicator_stock_of_things(const struct indicator *indicator);
/* Whether the figure is a count of things: a whole number of 户, 个 …, or of an indicator without decimals. */
bool indicator_counts(const struct indicator *indicator, const struct number *number);
/* The finding about a level and its doubt: `number` is what stands in the cell. */
void doubt_report(struct findings *findings, enum severity severity, const struct where *where,
                  const struct number *number, const struct doubt *doubt);

/* Reads and checks the whole folder; all faults of all files become findings. Never NULL, but when there are errors
 * among the findings nothing may be published from it. With `keep_going`, a refused data cell is a warning and counts
 * as 未报. The result lives in `arena`. */
const struct dataset *check_region(const char *folder, bool keep_going, struct arena *arena, struct findings *findings);

#endif
