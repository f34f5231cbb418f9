/* SPDX-License-Identifier: MIT */
/* Where the program's own files are: found from the program's place, so that a build folder and an installation both
 * work without configuration. */
#ifndef TONGBAO_CLI_PATHS_H
#define TONGBAO_CLI_PATHS_H

#include "base/arena.h"

/* The folder with wording.csv: templates beside the program or ../share/tongbao/templates, seen from the program. */
const char *paths_templates(struct arena *arena);
/* From here on it is this folder: that of an archive, which has the templates of its time. The string is kept. */
void paths_use_templates(const char *folder);
/* The program's own in spite of paths_use_templates; NULL where paths_templates gives them already. */
const char *paths_newer_templates(struct arena *arena);
/* The folder with an installation's fonts: ../share/tongbao/fonts. It may not be there. */
const char *paths_fonts(struct arena *arena);
/* The folder with message catalogues: locale beside the program, or ../share/locale. */
const char *paths_locale(struct arena *arena);

#endif
