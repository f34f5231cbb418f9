/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_icc.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* ICC.1:2001-04. Points of the tone curve: one for each 8-bit level, between which readers interpolate. */
#define CURVE_POINTS 256
#define TAGS 9

static void put16(struct buffer *out, unsigned value)
{
    unsigned char bytes[] = {(unsigned char)(value >> 8), (unsigned char)value};
    buffer_add_n(out, bytes, sizeof bytes);
}

static void put32(struct buffer *out, uint32_t value)
{
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

static void put_zeros(struct buffer *out, size_t count)
{
    while (count--)
        buffer_add_n(out, "", 1);
}

/* s15Fixed16Number */
static void put_fixed(struct buffer *out, double value)
{
    put32(out, (uint32_t)(int32_t)lround(value * 65536));
}

static void put_xyz(struct buffer *out, const double xyz[3])
{
    buffer_add_n(out, "XYZ ", 4);
    put_zeros(out, 4);
    for (int i = 0; i < 3; i++)
        put_fixed(out, xyz[i]);
}

/* textDescriptionType: ASCII, with empty Unicode and ScriptCode parts. */
static void put_description(struct buffer *out)
{
    static const char name[] = "sRGB IEC61966-2.1";
    buffer_add_n(out, "desc", 4);
    put_zeros(out, 4);
    put32(out, sizeof name);
    buffer_add_n(out, name, sizeof name);
    put_zeros(out, 4 + 4 + 2 + 1 + 67);
}

static void put_copyright(struct buffer *out)
{
    static const char text[] = "No copyright, use freely";
    buffer_add_n(out, "text", 4);
    put_zeros(out, 4);
    buffer_add_n(out, text, sizeof text);
}

/* IEC 61966-2-1, 5.2: from the encoded value to linear light. */
static double linear(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4);
}

static void put_curve(struct buffer *out)
{
    buffer_add_n(out, "curv", 4);
    put_zeros(out, 4);
    put32(out, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++)
        put16(out, (unsigned)lround(linear(i / (CURVE_POINTS - 1.0)) * 65535));
}

static void put_header(struct buffer *out, size_t size)
{
    put32(out, (uint32_t)size);
    put_zeros(out, 4);
    put32(out, 0x02100000);
    buffer_add_n(out, "mntrRGB XYZ ", 12);
    static const unsigned created[] = {2000, 1, 1, 0, 0, 0}; /* fixed, so that the bytes are */
    for (int i = 0; i < 6; i++)
        put16(out, created[i]);
    buffer_add_n(out, "acsp", 4);
    put_zeros(out, 28); /* platform, flags, maker, model, attributes, intent: none */
    put_fixed(out, 0.9642);
    put_fixed(out, 1.0);
    put_fixed(out, 0.8249);
    put_zeros(out, 48);
}

void icc_srgb(struct buffer *profile)
{
    /* D50, and the primaries adapted to it (Bradford). */
    static const double white[] = {0.9642, 1.0, 0.8249}, red[] = {0.4360747, 0.2225045, 0.0139322},
                        green[] = {0.3850649, 0.7168786, 0.0971045}, blue[] = {0.1430804, 0.0606169, 0.7141733};
    static const char names[TAGS][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    struct buffer data = {.arena = profile->arena};
    size_t at[TAGS + 1];
    for (int tag = 0; tag < TAGS; tag++) {
        at[tag] = data.length;
        switch (tag) {
        case 0:
            put_description(&data);
            break;
        case 1:
            put_copyright(&data);
            break;
        case 2:
            put_xyz(&data, white);
            break;
        case 3:
            put_xyz(&data, red);
            break;
        case 4:
            put_xyz(&data, green);
            break;
        case 5:
            put_xyz(&data, blue);
            break;
        case 6:
            put_curve(&data);
            break;
        default:
            at[tag] = at[6];
            break; /* the three curves are one */
        }
        put_zeros(&data, (4 - data.length % 4) % 4);
    }
    size_t base = 128 + 4 + 12 * TAGS, curve = 12 + 2 * CURVE_POINTS;
    put_header(profile, base + data.length);
    put32(profile, TAGS);
    for (int tag = 0; tag < TAGS; tag++) {
        size_t length = tag >= 6 ? curve : at[tag + 1] - at[tag];
        buffer_add_n(profile, names[tag], 4);
        put32(profile, (uint32_t)(base + at[tag]));
        put32(profile, (uint32_t)length);
    }
    buffer_add_n(profile, data.data, data.length);
}
