/* SPDX-License-Identifier: MIT */
/* Phrases: the sentence shapes of a bulletin, each a function of printed figures.
 *
 * Nothing here knows the dataset or the engine. The words depend on the figures as printed and on nothing else, so a
 * reader who checks a sentence against its table finds them in agreement. Clauses have no punctuation at their ends;
 * phrase_sentence puts it there. All results live in the arena of the phrasing. */
#ifndef TONGBAO_WORDS_PHRASE_H
#define TONGBAO_WORDS_PHRASE_H

#include "base/number.h"
#include "words/wording.h"

/* What every phrase needs. */
struct phrasing {
    const struct wording *wording;
    struct arena *arena;
    enum rounding rounding;
    const struct number *strong; /* from here on, in points, a change is 大幅 */
};

/* The text of a word, and with pairs (name, value, …) filled in. */
#define SAY(p, word) wording_text((p)->wording, (word))
#define FILL(p, word, ...) wording_fill((p)->wording, (word), (p)->arena, (const char *const[]){__VA_ARGS__, NULL})

/* A figure as it is printed: `number` is already rounded to `decimals`. A NULL number is no figure. */
struct shown {
    const struct number *number;
    int decimals;
};

struct shown shown_of(const struct phrasing *p, const struct number *number, int decimals);
/* 8.70, -3.2; and without the sign. "" without a figure. */
const char *shown_text(const struct phrasing *p, struct shown figure);
const char *shown_size(const struct phrasing *p, struct shown figure);
/* a − b of two printed figures, at the longer of their decimals: what a reader would subtract. */
struct shown shown_difference(const struct phrasing *p, struct shown a, struct shown b);

/* ---- growth: phrase_growth.c ---- */

/* 增长8.7%; 下降3.2%; 与上年同期持平. `mark` stands behind the figure: (+), (−) or "". */
const char *phrase_growth(const struct phrasing *p, struct shown rate, const char *mark);
/* Against the period before: 比上半年加快0.5个百分点; 降幅比上半年收窄0.3个百分点; 与上半年持平. `now` and `before` are
 * the growth rates, `change` their difference. */
const char *phrase_change(const struct phrasing *p, struct shown change, struct shown now, struct shown before,
                          const char *period);
/* Of a share or a ratio against a year before: 比上年同期提高0.8个百分点; 降低; 与上年同期持平. */
const char *phrase_points(const struct phrasing *p, struct shown change, const char *period);
/* 高于全州0.8个百分点; 低于; 与全州持平; where both fall 降幅比全州大1.5个百分点. `unit` is 个百分点 or the indicator's
 * own. */
const char *phrase_beside(const struct phrasing *p, struct shown difference, const char *area, const char *unit,
                          bool both_fall);

/* What a profit that is or was a loss did; `flag` is one of the engine's loss flags. */
struct loss {
    enum flag flag;
    const char *name, *unit;
    struct shown now, before; /* before: no figure where none may be printed */
    struct shown amount;      /* 减亏, 增亏 */
};
/* 规模工业利润总额0.38亿元，上年同期亏损0.21亿元，扭亏为盈，增加0.59亿元. NULL for any other flag. */
const char *phrase_loss(const struct phrasing *p, const struct loss *loss);

/* ---- targets: phrase_target.c ---- */

/* A target as sentences speak of it. */
struct aim {
    const char *label; /* 年度目标, 到2025年目标 */
    const char *goal;  /* 10%, 20亿元, 1—2个 */
    const char *unit;  /* of the distance: 个百分点, 亿元, 位 */
    bool at_most;      /* <=, <: reached from below */
    bool final;        /* the year, or the term, is over: 完成 or 未完成 */
    bool reached;
    bool amount; /* counted, not in points: 超5.40亿元, 差1.92亿元 */
    bool fall;   /* target and figure are both falls: 降幅大于, 降幅小于 */
};

/* 高于年度目标（10%）0.4个百分点; at the end 完成年度目标（10%），高0.4个百分点; 未完成年度目标（10%），低1.3个百分点.
 */
const char *phrase_against(const struct phrasing *p, const struct aim *aim, struct shown gap);

/* What was done of a target that adds up over the year. */
struct pace {
    const char *amount; /* 园区投资17.20亿元: what the clause is about */
    struct shown actual, due;
    struct shown progress, pace; /* in %; progress may lack a figure */
    const char *unit;            /* of actual and due */
    bool whole_units;            /* 个, 户: said by how many are due, not by % */
    bool done;                   /* before the year is over */
    bool on_pace;
};
/* 园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点; 落地项目2个（年度目标3个），
 * 按序时应完成2个，达到序时. */
const char *phrase_pace(const struct phrasing *p, const struct aim *aim, const struct pace *pace);

/* What is still to be done. */
struct need {
    const char *goal;   /* 全年目标 */
    const char *rest;   /* 第四季度 */
    const char *so_far; /* 前9个月 */
    const char *unit;
    struct shown to_do, per_month, so_far_per_month;
    struct shown growth; /* no figure: not a growth target */
    bool no_mean;        /* the rest is a single month, or things are counted one by one: no monthly mean */
};
/* 要实现全年目标，第四季度需完成6.02亿元、增长13.0%以上，月均2.01亿元，为前9个月月均（1.51亿元）的1.3倍. */
const char *phrase_need(const struct phrasing *p, const struct need *need);
/* How many times so_far_per_month the coming months need, at one decimal; no figure where there is no such multiple. */
struct shown need_times(const struct phrasing *p, struct shown per_month, struct shown so_far_per_month);

/* ---- places: phrase_rank.c ---- */

struct place {
    int rank, of; /* rank 0: none */
    int members;  /* of the group, ranked or not */
    bool tied;
    int previous;      /* 0: none */
    const char *group; /* 县市; "" for a group without a name */
};
/* 8县市, 8个重点县, 8个地区. */
const char *phrase_group(const struct phrasing *p, int count, const char *group);
/* 居8县市第3位，前移1位. "" without a rank. */
const char *phrase_rank(const struct phrasing *p, const struct place *place);

/* ---- lists: phrase_list.c ---- */

struct strings {
    const char **items;
    size_t count;
};
void strings_add(struct strings *strings, struct arena *arena, const char *string);
/* Joined by the separator; "" for none. */
const char *strings_join(const struct strings *strings, struct arena *arena, const char *separator);

/* A ranked area of a list, and what stands in brackets behind it. */
struct listed {
    const char *area, *value;
    int rank;
    bool tied;
};
/* How many of `wanted` may be named at one end of `count` ranked ones: never more than half, and none of two. */
size_t list_room(size_t count, int wanted);
/* 居前3位的是泸溪县（12.4%）、永顺县（11.1%）、吉首市（10.4%）. `areas` are ordered by rank, ties at the cut are either
 * all named or none. "" when nobody is to be named. */
const char *phrase_first(const struct phrasing *p, const struct listed *areas, size_t count, int wanted);
/* 居后3位的是…; never names one of the first. */
const char *phrase_last(const struct phrasing *p, const struct listed *areas, size_t count, int wanted, int first);

/* Clauses joined by ，, groups of them by ；, closed by 。: a NULL or "" is left out. */
const char *phrase_sentence(const struct phrasing *p, const char *const *clauses);
#define SENTENCE(p, ...) phrase_sentence((p), (const char *const[]){__VA_ARGS__, PHRASE_END})
/* Between two clauses of SENTENCE: ；instead of ，. */
extern const char phrase_break[];
extern const char phrase_end[];
#define PHRASE_BREAK phrase_break
#define PHRASE_END phrase_end

#endif
