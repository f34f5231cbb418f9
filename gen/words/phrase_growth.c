/* SPDX-License-Identifier: MIT */
#include "words/phrase.h"

/* ---- figures ---- */

struct shown shown_of(const struct phrasing *p, const struct number *number, int decimals)
{
    return (struct shown){number ? number_round(p->arena, number, decimals, p->rounding) : NULL, decimals};
}

const char *shown_text(const struct phrasing *p, struct shown figure)
{
    return figure.number ? number_text(p->arena, figure.number, figure.decimals, p->rounding) : "";
}

const char *shown_size(const struct phrasing *p, struct shown figure)
{
    if (figure.number)
        figure.number = number_absolute(p->arena, figure.number);
    return shown_text(p, figure);
}

struct shown shown_difference(const struct phrasing *p, struct shown a, struct shown b)
{
    int decimals = a.decimals > b.decimals ? a.decimals : b.decimals;
    if (!a.number || !b.number)
        return (struct shown){NULL, decimals};
    return (struct shown){number_subtract(p->arena, a.number, b.number), decimals};
}

/* ---- growth ---- */

const char *phrase_growth(const struct phrasing *p, struct shown rate, const char *mark)
{
    static const enum word words[] = {WORD_GROWTH_DOWN, WORD_GROWTH_FLAT, WORD_GROWTH_UP};
    enum word word = words[number_sign(rate.number) + 1];
    /* A fall is said without its minus, so what lies above the limit is the smaller fall; the mark stays GB/T 8170's,
     * about the figure itself. */
    const char *value = arena_format(p->arena, "%s%s", shown_size(p, rate), mark);
    return word == WORD_GROWTH_FLAT ? SAY(p, word) : FILL(p, word, "值", value);
}

/* 大幅, from the set threshold on. */
static const char *strength(const struct phrasing *p, struct shown change)
{
    bool strong = number_compare(number_absolute(p->arena, change.number), p->strong) >= 0;
    return strong ? SAY(p, WORD_STRONG) : "";
}

static const char *changed(const struct phrasing *p, enum word word, struct shown change, const char *period)
{
    return FILL(p, word, "期", period, "值", shown_size(p, change), "强", strength(p, change));
}

const char *phrase_change(const struct phrasing *p, struct shown change, struct shown now, struct shown before,
                          const char *period)
{
    int direction = number_sign(change.number);
    bool falling = number_sign(now.number) < 0 && number_sign(before.number) < 0;
    if (direction == 0)
        return FILL(p, falling ? WORD_SAME_FALL : WORD_SAME_AS, "期", period);
    if (falling)
        return changed(p, direction > 0 ? WORD_NARROWER : WORD_WIDER, change, period);
    if (direction < 0)
        return changed(p, WORD_SLOWER, change, period);
    bool grew = number_sign(before.number) > 0;
    return changed(p, grew ? WORD_FASTER : WORD_HIGHER, change, period);
}

const char *phrase_points(const struct phrasing *p, struct shown change, const char *period)
{
    int direction = number_sign(change.number);
    if (direction == 0)
        return FILL(p, WORD_SAME_AS, "期", period);
    return FILL(p, direction > 0 ? WORD_HIGHER : WORD_LOWER, "期", period, "值", shown_size(p, change), "强", "");
}

const char *phrase_beside(const struct phrasing *p, struct shown difference, const char *area, const char *unit,
                          bool both_fall)
{
    static const enum word words[] = {WORD_BELOW_AREA, WORD_LEVEL_AREA, WORD_ABOVE_AREA};
    static const enum word falls[] = {WORD_FALLS_MORE, WORD_LEVEL_AREA, WORD_FALLS_LESS};
    enum word word = (both_fall ? falls : words)[number_sign(difference.number) + 1];
    if (word == WORD_LEVEL_AREA)
        return FILL(p, word, "地区", area);
    return FILL(p, word, "地区", area, "值", shown_size(p, difference), "单位", unit);
}

/* ---- losses ---- */

static const char *turned(const struct phrasing *p, const struct loss *loss, enum word word, enum word bare)
{
    const char *now = shown_size(p, loss->now);
    if (!loss->before.number)
        return FILL(p, bare, "名称", loss->name, "本期", now, "单位", loss->unit);
    return FILL(p, word, "名称", loss->name, "本期", now, "单位", loss->unit, "上年", shown_size(p, loss->before), "差",
                shown_size(p, shown_difference(p, loss->now, loss->before)));
}

const char *phrase_loss(const struct phrasing *p, const struct loss *loss)
{
    const char *now = shown_size(p, loss->now);
    switch (loss->flag) {
    case FLAG_TURNED_PROFIT:
        return turned(p, loss, WORD_TURNED_PROFIT, WORD_TURNED_PROFIT_BARE);
    case FLAG_TURNED_LOSS:
        return turned(p, loss, WORD_TURNED_LOSS, WORD_TURNED_LOSS_BARE);
    case FLAG_LOSS_NARROWED:
    case FLAG_LOSS_WIDENED:
        return FILL(p, loss->flag == FLAG_LOSS_NARROWED ? WORD_LOSS_NARROWED : WORD_LOSS_WIDENED, "名称", loss->name,
                    "本期", now, "单位", loss->unit, "差", shown_size(p, loss->amount));
    case FLAG_LOSS_SAME:
        return FILL(p, WORD_LOSS_SAME, "名称", loss->name, "本期", now, "单位", loss->unit);
    default:
        return NULL;
    }
}
