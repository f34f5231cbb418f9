/* SPDX-License-Identifier: MIT */
#include "render/colour.h"

const struct colour colour_black = {0, 0, 0}, colour_white = {255, 255, 255}, colour_red = {217, 26, 26},
                    colour_grey = {110, 110, 110};
