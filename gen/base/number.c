/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <assert.h>
#include <string.h>

/* Results are computed here and then copied, limbs and all, into the arena: GMP's own allocations stay within these
 * few variables, and a number in an arena needs no clearing. One process, no threads: one set is enough. */
static mpq_t scratch;
static mpz_t scratch_whole, scratch_rest, scratch_power;
static bool scratch_ready;

static void scratch_prepare(void)
{
    if (scratch_ready)
        return;
    mpq_init(scratch);
    mpz_inits(scratch_whole, scratch_rest, scratch_power, NULL);
    scratch_ready = true;
}

static void copy_limbs(mpz_ptr to, mpz_srcptr from, mp_limb_t *room)
{
    size_t size = mpz_size(from);
    if (size)
        memcpy(room, mpz_limbs_read(from), size * sizeof *room);
    mpz_roinit_n(to, room, mpz_sgn(from) < 0 ? -(mp_size_t)size : (mp_size_t)size);
}

/* The scratch value (canonical) as a number of its own. */
static const struct number *keep(struct arena *arena)
{
    size_t above = mpz_size(mpq_numref(scratch)), below = mpz_size(mpq_denref(scratch));
    struct number *number = arena_alloc(arena, sizeof *number);
    mp_limb_t *limbs = arena_alloc(arena, (above + below + 1) * sizeof *limbs);
    copy_limbs(mpq_numref(number->q), mpq_numref(scratch), limbs);
    copy_limbs(mpq_denref(number->q), mpq_denref(scratch), limbs + above);
    return number;
}

const struct number *number_integer(struct arena *arena, long n)
{
    return number_ratio(arena, n, 1);
}

const struct number *number_ratio(struct arena *arena, long n, long d)
{
    assert(d > 0);
    scratch_prepare();
    mpq_set_si(scratch, n, (unsigned long)d);
    mpq_canonicalize(scratch);
    return keep(arena);
}

const struct number *number_ten(struct arena *arena, int e)
{
    scratch_prepare();
    mpq_set_ui(scratch, 1, 1);
    if (e >= 0)
        mpz_ui_pow_ui(mpq_numref(scratch), 10, (unsigned long)e);
    else
        mpz_ui_pow_ui(mpq_denref(scratch), 10, (unsigned long)-e);
    return keep(arena);
}

/* Copies the digits of [+-]digits[.digits] and counts those after the point; false for anything else. */
static bool take_digits(const char *text, char *digits, size_t *places)
{
    size_t length = 0, after = 0;
    bool point = false;
    if (*text == '-')
        digits[length++] = '-';
    if (*text == '-' || *text == '+')
        text++;
    size_t sign = length;
    for (; *text; text++) {
        if (*text == '.' && !point && length > sign && text[1]) {
            point = true;
        } else if (*text >= '0' && *text <= '9') {
            digits[length++] = *text;
            after += point;
        } else {
            return false;
        }
    }
    digits[length] = '\0';
    *places = after;
    return length > sign;
}

bool number_is_long(const char *text)
{
    size_t digits = 0;
    for (; *text && digits <= NUMBER_DIGITS; text++)
        digits += *text >= '0' && *text <= '9';
    return digits > NUMBER_DIGITS;
}

const struct number *number_parse(struct arena *arena, const char *text)
{
    char *digits = arena_alloc(arena, strlen(text) + 1);
    size_t places;
    if (!take_digits(text, digits, &places))
        return NULL;
    scratch_prepare();
    if (mpz_set_str(mpq_numref(scratch), digits, 10) != 0)
        return NULL;
    mpz_ui_pow_ui(mpq_denref(scratch), 10, places);
    mpq_canonicalize(scratch);
    return keep(arena);
}

const struct number *number_add(struct arena *arena, const struct number *a, const struct number *b)
{
    scratch_prepare();
    mpq_add(scratch, a->q, b->q);
    return keep(arena);
}

const struct number *number_subtract(struct arena *arena, const struct number *a, const struct number *b)
{
    scratch_prepare();
    mpq_sub(scratch, a->q, b->q);
    return keep(arena);
}

const struct number *number_multiply(struct arena *arena, const struct number *a, const struct number *b)
{
    scratch_prepare();
    mpq_mul(scratch, a->q, b->q);
    return keep(arena);
}

const struct number *number_divide(struct arena *arena, const struct number *a, const struct number *b)
{
    assert(number_sign(b) != 0);
    scratch_prepare();
    mpq_div(scratch, a->q, b->q);
    return keep(arena);
}

const struct number *number_negate(struct arena *arena, const struct number *a)
{
    scratch_prepare();
    mpq_neg(scratch, a->q);
    return keep(arena);
}

const struct number *number_absolute(struct arena *arena, const struct number *a)
{
    scratch_prepare();
    mpq_abs(scratch, a->q);
    return keep(arena);
}

#define ROOT_DECIMALS 300

const struct number *number_root(struct arena *arena, const struct number *a, unsigned n)
{
    assert(n >= 1 && number_sign(a) >= 0);
    scratch_prepare();
    mpz_ptr above = mpq_numref(scratch), below = mpq_denref(scratch);
    bool exact = mpz_root(above, mpq_numref(a->q), n) != 0;
    exact = mpz_root(below, mpq_denref(a->q), n) != 0 && exact;
    if (!exact) {
        /* floor(root(a) * 10^300) = floor(root(floor(a * 10^(300 n)))); the root is irrational, so the true value lies
         * strictly above that: half a step more keeps it off the grid. */
        mpz_ui_pow_ui(scratch_power, 10, (unsigned long)ROOT_DECIMALS * n);
        mpz_mul(scratch_whole, mpq_numref(a->q), scratch_power);
        mpz_fdiv_q(scratch_whole, scratch_whole, mpq_denref(a->q));
        mpz_root(above, scratch_whole, n);
        mpz_mul_ui(above, above, 2);
        mpz_add_ui(above, above, 1);
        mpz_ui_pow_ui(below, 10, ROOT_DECIMALS);
        mpz_mul_ui(below, below, 2);
    }
    mpq_canonicalize(scratch);
    return keep(arena);
}

int number_sign(const struct number *a)
{
    return mpq_sgn(a->q);
}

int number_compare(const struct number *a, const struct number *b)
{
    int order = mpq_cmp(a->q, b->q);
    return (order > 0) - (order < 0);
}

int number_compare_integer(const struct number *a, long n)
{
    int order = mpq_cmp_si(a->q, n, 1);
    return (order > 0) - (order < 0);
}

int number_compare_times(const struct number *a, long above, long below, const struct number *b)
{
    assert(below > 0);
    scratch_prepare();
    mpq_set_si(scratch, above, (unsigned long)below);
    mpq_canonicalize(scratch);
    if (b)
        mpq_mul(scratch, scratch, b->q);
    int order = mpq_cmp(a->q, scratch);
    return (order > 0) - (order < 0);
}

bool number_is_integer(const struct number *a)
{
    return mpz_cmp_ui(mpq_denref(a->q), 1) == 0;
}

/* scratch_whole = a * 10^decimals, rounded to a whole number. */
static void round_scaled(const struct number *a, int decimals, enum rounding rounding)
{
    assert(decimals >= 0);
    scratch_prepare();
    mpz_ui_pow_ui(scratch_power, 10, (unsigned long)decimals);
    mpz_mul(scratch_whole, mpq_numref(a->q), scratch_power);
    mpz_srcptr below = mpq_denref(a->q);
    mpz_fdiv_qr(scratch_whole, scratch_rest, scratch_whole, below);
    bool up = false;
    if (rounding == ROUND_CEILING) {
        up = mpz_sgn(scratch_rest) > 0;
    } else if (rounding != ROUND_FLOOR) {
        mpz_mul_2exp(scratch_rest, scratch_rest, 1);
        int half = mpz_cmp(scratch_rest, below);
        /* On a tie, away from zero is up from the floor for positive numbers only. */
        bool tie_up = rounding == ROUND_HALF_UP ? number_sign(a) > 0 : mpz_odd_p(scratch_whole) != 0;
        up = half > 0 || (half == 0 && tie_up);
    }
    if (up)
        mpz_add_ui(scratch_whole, scratch_whole, 1);
}

const struct number *number_round(struct arena *arena, const struct number *a, int decimals, enum rounding rounding)
{
    round_scaled(a, decimals, rounding);
    mpz_set(mpq_numref(scratch), scratch_whole);
    mpz_ui_pow_ui(mpq_denref(scratch), 10, (unsigned long)decimals);
    mpq_canonicalize(scratch);
    return keep(arena);
}

char *number_text(struct arena *arena, const struct number *a, int decimals, enum rounding rounding)
{
    round_scaled(a, decimals, rounding);
    bool negative = mpz_sgn(scratch_whole) < 0;
    mpz_abs(scratch_whole, scratch_whole);
    size_t places = (size_t)decimals;
    char *digits = arena_alloc(arena, mpz_sizeinbase(scratch_whole, 10) + 2);
    mpz_get_str(digits, 10, scratch_whole);
    size_t length = strlen(digits), zeros = length <= places ? places + 1 - length : 0;
    char *text = arena_alloc(arena, length + zeros + 3), *out = text;
    if (negative)
        *out++ = '-';
    memset(out, '0', zeros);
    memcpy(out + zeros, digits, length + 1);
    if (places) {
        size_t whole = length + zeros - places;
        memmove(out + whole + 1, out + whole, places + 1);
        out[whole] = '.';
    }
    return text;
}

char *number_plain(struct arena *arena, const struct number *a, int decimals)
{
    char *text = number_text(arena, a, decimals, ROUND_HALF_UP);
    if (!strchr(text, '.'))
        return text;
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        text[--length] = '\0';
    if (text[length - 1] == '.')
        text[--length] = '\0';
    if (strcmp(text, "-0") == 0)
        return arena_string(arena, "0");
    return text;
}

const char *number_exact(struct arena *arena, const struct number *a)
{
    enum { PLACES = 10 };
    if (!a)
        return "";
    const char *plain = number_plain(arena, a, PLACES);
    bool whole = number_compare(number_parse(arena, plain), a) == 0;
    return whole ? plain : arena_format(arena, "%s…", plain);
}
