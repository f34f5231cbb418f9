/* SPDX-License-Identifier: MIT */
/* A topic: one indicator of one area as a document speaks of it, held against one target or, without any, as a
 * reference. All documents take their lines, sentences and words from here, so they agree. */
#ifndef TONGBAO_WORDS_TOPIC_H
#define TONGBAO_WORDS_TOPIC_H

#include "words/desk.h"

struct topic {
    const struct area *area;
    const struct indicator *indicator;
    enum measure measure;          /* of the target; for a reference what it is ranked by */
    const struct verdict *verdict; /* NULL: a reference, no target in force */
};

/* Of a row of verdicts; one without a target is a reference. */
struct topic topic_of_verdict(const struct verdict *verdict);
/* Of the row that verdicts.csv has for the key and the area. */
struct topic topic_of_key(const struct desk *desk, struct target_key key, const struct area *area);
/* Held against nothing. */
struct topic topic_reference(const struct desk *desk, const struct indicator *indicator, const struct area *area);
/* What a reference is ranked by and compared in: growth; of things counted one by one the number. */
enum measure reference_measure(const struct desk *desk, const struct indicator *indicator);

/* In which order they are spoken of. */
enum standing { STANDING_REACHED, STANDING_BEHIND, STANDING_PENDING, STANDING_NO_DATA, STANDING_REFERENCE };
#define STANDING_COUNT (STANDING_REFERENCE + 1)

struct topics {
    const struct topic *items;
    size_t count;
};

/* Those with a target in the order of verdicts.csv, then the references with a figure, in file order. */
struct topics topics_of(const struct desk *desk, const struct area *area);
enum standing topic_standing(const struct topic *topic);
/* Whether an earlier topic has said already that the indicator has no data: once is enough for all its targets. */
bool topic_said_before(const struct topics *topics, size_t index);
/* How many stand so, and how many targets there are: what is uncounted is in neither. */
size_t topics_standing(const struct topics *topics, enum standing standing);
/* More are behind than reached: that is then said first. */
bool topics_lag(const struct topics *topics);
size_t topics_counted(const struct topics *topics);

/* 工业投资; 工业投资（总量） where the indicator has several targets; 规模工业企业数（到2020年）. */
const char *topic_name(const struct desk *desk, const struct topic *topic);
/* A deadline within a year: 2025年上半年, 2025年6月底; and whether it is one. */
const char *topic_deadline(const struct desk *desk, struct period due);
bool topic_within_year(struct period due);
/* A measure behind the name of an indicator: 增速, 总量, 变化. */
const char *measure_word(const struct desk *desk, enum measure measure);
/* The same as topic_name for a column or a chart of all areas below the region; of them, and the region, when
 * `everywhere`. */
const char *topic_key_name(const struct desk *desk, struct target_key key, bool everywhere);
/* As the subject of a sentence, where the words tell the measure: 工业投资; 产值占比. */
const char *topic_subject(const struct desk *desk, const struct topic *topic);
/* Behind in pace, not behind a target that goes over years. */
bool topic_is_late(const struct topic *topic);
/* A comparison, or a target in words: in no number of targets. */
bool topic_is_uncounted(const struct topic *topic);
/* True for growth rates, whose target is held at every period. */
bool topic_is_growth(const struct topic *topic);

#endif
