/* SPDX-License-Identifier: MIT */
/* The colours that all renderers of a 公文 print with. */
#ifndef TONGBAO_RENDER_COLOUR_H
#define TONGBAO_RENDER_COLOUR_H

/* RGB in 1/255. */
struct colour {
    unsigned char red, green, blue;
};

extern const struct colour colour_black, colour_white;
/* 红墨, Y80 M80 in print; PDF/A-1b with an sRGB intent wants it in RGB. */
extern const struct colour colour_red;
/* What is there and yet steps back: no data, a line that leads to a name. */
extern const struct colour colour_grey;

#endif
