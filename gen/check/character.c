/* SPDX-License-Identifier: MIT */
#include "check/character.h"

#include "base/text.h"
#include "read/encoding.h"

#include <unistr.h>

void character_report(struct findings *findings, const struct where *where, uint32_t character, const char *excerpt)
{
    const char *code = text_code(findings->arena, character);
    enum text_fault fault = text_fault(character);
    const char *meant = fault == TEXT_PRIVATE ? encoding_meant(findings->arena, character) : NULL;
    uint8_t shown[8] = "";
    if (meant) {
        FINDING(findings, RULE_CHARACTER_OLD, where, excerpt, code, meant);
    } else if (fault) {
        FINDING(findings, RULE_CHARACTER_UNFIT, where, excerpt, code, text_fault_name(fault));
    } else {
        u8_uctomb(shown, character, (ptrdiff_t)sizeof shown - 1);
        FINDING(findings, RULE_CHARACTER_MISSING, where, excerpt, (const char *)shown, code);
    }
}

bool character_is_rule(enum rule rule)
{
    return rule == RULE_CHARACTER_UNFIT || rule == RULE_CHARACTER_OLD || rule == RULE_CHARACTER_MISSING;
}
