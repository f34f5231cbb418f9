/* SPDX-License-Identifier: MIT */
/* What the program says to people: msgids are the Chinese sentences themselves, so a bare machine shows them as they
 * are; an English catalogue translates them. */
#ifndef TONGBAO_BASE_MESSAGE_H
#define TONGBAO_BASE_MESSAGE_H

#include <libintl.h>

#define _(sentence) gettext(sentence)
/* Marks a sentence in a table of data for the catalogue; whoever prints it calls _() on it. */
#define N_(sentence) sentence

#endif
