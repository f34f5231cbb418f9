/* SPDX-License-Identifier: MIT */
/* srgb: prints the colour profile that PDF/A wants, sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, as an array
 * of C. Run while building; the same bytes each time. */
#include <lcms2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CURVE_POINTS 256 /* one for each 8-bit level, between which readers interpolate */
#define DATE_AT 24       /* ICC.1:2001-04, 6.1 */

static const char name[] = "sRGB IEC61966-2.1", copyright[] = "No copyright, use freely";

/* IEC 61966-2-1, 5.2: ((encoded + 0.055) / 1.055) ^ 2.4, and encoded / 12.92 up to 0.04045. */
static cmsToneCurve *tone_curve(void)
{
    static const cmsFloat64Number parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsUInt16Number points[CURVE_POINTS];
    cmsToneCurve *exact = cmsBuildParametricToneCurve(NULL, 4, parameters);
    if (!exact)
        return NULL;
    for (int i = 0; i < CURVE_POINTS; i++)
        points[i] =
            (cmsUInt16Number)(cmsEvalToneCurveFloat(exact, (cmsFloat32Number)i / (CURVE_POINTS - 1)) * 65535 + 0.5F);
    cmsFreeToneCurve(exact);
    return cmsBuildTabulatedToneCurve16(NULL, CURVE_POINTS, points);
}

static cmsBool write_text(cmsHPROFILE profile, cmsTagSignature tag, const char *text)
{
    cmsMLU *words = cmsMLUalloc(NULL, 1);
    cmsBool well = words && cmsMLUsetASCII(words, "en", "US", text) && cmsWriteTag(profile, tag, words);
    cmsMLUfree(words);
    return well;
}

static cmsHPROFILE make_profile(void)
{
    /* IEC 61966-2-1, table 1: ITU-R BT.709's primaries and D65. */
    static const cmsCIExyY white = {0.3127, 0.3290, 1};
    static const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    cmsToneCurve *curve = tone_curve(), *curves[] = {curve, curve, curve};
    cmsHPROFILE profile = curve ? cmsCreateRGBProfile(&white, &primaries, curves) : NULL;
    cmsFreeToneCurve(curve);
    if (!profile)
        return NULL;
    cmsSetProfileVersion(profile, 2.1);
    if (write_text(profile, cmsSigProfileDescriptionTag, name) && write_text(profile, cmsSigCopyrightTag, copyright))
        return profile;
    cmsCloseProfile(profile);
    return NULL;
}

int main(void)
{
    /* lcms2 puts the clock's time in: 2000-01-01 instead. */
    static const unsigned char date[12] = {2000 >> 8, 2000 & 0xFF, 0, 1, 0, 1};
    static unsigned char bytes[4096];
    cmsUInt32Number length = 0;
    cmsHPROFILE profile = make_profile();
    if (!profile || !cmsSaveProfileToMem(profile, NULL, &length) || length > sizeof bytes ||
        !cmsSaveProfileToMem(profile, bytes, &length)) {
        fputs("srgb: lcms2 cannot make the profile\n", stderr);
        return EXIT_FAILURE;
    }
    cmsCloseProfile(profile);
    memcpy(bytes + DATE_AT, date, sizeof date);
    puts("/* Made by tools/srgb.c. */\nstatic const unsigned char srgb_profile[] = {");
    for (cmsUInt32Number i = 0; i < length; i++)
        printf("%d,%s", bytes[i], i % 24 == 23 ? "\n" : "");
    puts("};");
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
