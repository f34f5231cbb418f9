/* SPDX-License-Identifier: MIT */
/* A region with its results at one period and the program's own wording: what a document is written from. */
#ifndef TONGBAO_TESTS_SCENE_H
#define TONGBAO_TESTS_SCENE_H

#include "region.h"
#include "words/desk.h"

struct scene {
    struct region region;
    struct composer composer;
};

/* The desk of a document about the area of that code; lives until scene_close. */
struct desk scene_open(struct scene *scene, const struct region_file *files, const char *period, const char *area);
void scene_close(struct scene *scene);

#endif
