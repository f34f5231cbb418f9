/* SPDX-License-Identifier: MIT */
#include "render/gbt9704.h"

#include <math.h>

/* GB/T 9704 5.2.2: 22 lines of 28 characters of 3号. What has no red head is a statistical table with text, longer
 * and looked up rather than read out: 4号, 27 lines of 32. A sheet holds all it has on one page. */
static const struct body_type official = {SIZE_3, 22, 28, SIZE_4, SIZE_SMALL_4},
                              plain = {SIZE_4, 27, 32, SIZE_SMALL_4, SIZE_5},
                              sheet = {SIZE_5, 40, 42, SIZE_5, SIZE_SMALL_5};

struct body_type body_type_for(enum head_style head)
{
    return head == HEAD_NONE ? plain : head == HEAD_SHEET ? sheet : official;
}

/* 7.3.5.1: the date ends four characters from the right, the signer stands centred above it. A signer too long for
 * that pushes both to the left. */
static struct signature place_sealed(double width, double cell, double signer, double date)
{
    struct signature at = {.date = width - 4 * cell - date};
    at.signer = at.date + (date - signer) / 2;
    double over = at.signer + signer - width;
    if (over > 0) {
        at.signer -= over;
        at.date -= over;
    }
    return at;
}

/* 7.3.5.2: the signer ends two characters from the right, the date begins two characters after it begins; a date
 * that would go beyond ends two characters from the right instead and the signer moves to the left. */
static struct signature place_unsealed(double width, double cell, double signer, double date)
{
    struct signature at = {.signer = width - 2 * cell - signer};
    at.date = at.signer + 2 * cell;
    double over = at.date + date - (width - 2 * cell);
    if (date > signer && over > 0) {
        at.signer -= over;
        at.date -= over;
    } else if (at.date + date > width) {
        at.date = width - date;
    }
    return at;
}

struct signature signature_place(bool sealed, double width, double cell, double signer, double date)
{
    struct signature at = (sealed ? place_sealed : place_unsealed)(width, cell, signer, date);
    return (struct signature){fmax(0, at.signer), fmax(0, at.date)};
}
