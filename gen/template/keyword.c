/* SPDX-License-Identifier: MIT */
#include "template/keyword.h"

#include "base/text.h"

#include <string.h>

static const struct {
    const char *chinese, *english;
    bool silent;   /* leaves no line behind when it stands alone */
    bool followed; /* something must stand behind it */
} keywords[] = {
    [KEY_IF] = {"如果", "if", true, true},         [KEY_ELSEIF] = {"否则如果", "elseif", true, true},
    [KEY_ELSE] = {"否则", "else", true, false},    [KEY_END] = {"结束", "end", true, false},
    [KEY_EACH] = {"每个", "for", true, true},      [KEY_SET] = {"令", "set", true, true},
    [KEY_BY_HAND] = {"手填", "hand", false, true}, [KEY_REMARK] = {"--", "——", true, false},
};

enum keyword keyword_take(struct token_reader *reader)
{
    struct token_reader ahead = *reader;
    struct token first = token_next(&ahead);
    for (enum keyword k = KEY_IF; k < KEY_REMARK && first.kind == TOKEN_NAME; k++)
        if (!strcmp(first.text, keywords[k].chinese) || !strcmp(first.text, keywords[k].english)) {
            *reader = ahead;
            return k;
        }
    const char *rest = token_rest(reader);
    bool remark = text_starts(rest, keywords[KEY_REMARK].chinese) || text_starts(rest, keywords[KEY_REMARK].english);
    return remark ? KEY_REMARK : KEY_NONE;
}

const char *keyword_name(enum keyword keyword)
{
    return keywords[keyword].chinese;
}

bool keyword_is_silent(const char *tag)
{
    struct arena *arena = arena_new();
    struct token_reader reader = {.at = tag, .arena = arena};
    enum keyword keyword = keyword_take(&reader);
    arena_free(arena);
    return keyword != KEY_NONE && keywords[keyword].silent;
}

const char *keyword_swallowed(const char *name)
{
    for (enum keyword k = KEY_IF; k < KEY_NONE; k++)
        if (keywords[k].followed && text_starts(name, keywords[k].chinese))
            return keywords[k].chinese;
    return NULL;
}
