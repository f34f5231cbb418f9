/* SPDX-License-Identifier: MIT */
/* SETTING(C type, field of struct settings, key in settings.csv, Chinese key or NULL, how its value is read, WORDS(what
 * it may be) or NO_WORDS, what it is when nothing is said): SPEC §2. Included several times; no guard. */

/* clang-format off */
/* the document and who signs it; NULL when not set */
SETTING(const char *, region, "region", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, issuer, "issuer", "发文机关", read_text, NO_WORDS, NULL)
SETTING(const char *, issuer_mark, "issuer_mark", "发文机关标志", read_text, NO_WORDS, NULL)
SETTING(const char *, doc_number, "doc_number", "发文字号", read_doc_number, NO_WORDS, NULL)
SETTING(const char *, title, "title", "标题", read_text, NO_WORDS, NULL)
SETTING(const char *, copy_to, "copy_to", "抄送", read_text, NO_WORDS, NULL)
SETTING(const char *, printer, "printer", "印发机关", read_text, NO_WORDS, NULL)
SETTING(const char *, issue_date, "issue_date", "成文日期", read_date, NO_WORDS, NULL) /* ISO; NULL: the clock's */
SETTING(const char *, signer, "signer", "署名", read_text, NO_WORDS, NULL)
SETTING(const char *, unit, "unit", "主办科室", read_text, NO_WORDS, NULL)
SETTING(const char *, contact, "contact", "联系人", read_text, NO_WORDS, NULL)
SETTING(const char *, phone, "phone", "电话", read_text, NO_WORDS, NULL)
SETTING(const char *, reply_by, "reply_by", "反馈期限", read_date_text, NO_WORDS, NULL) /* a date, as written */

SETTING(enum retention, retention, "retention", "保管期限", read_retention, WORDS(retentions), RETENTION_30)

/* its form */
SETTING(enum head_setting, head, "head", NULL, read_head, WORDS(heads), HEAD_SETTING_FULL)
SETTING(bool, seal_space, "seal", NULL, read_flag, WORDS(seals), false)
SETTING(bool, draft, "draft", NULL, read_flag, WORDS(no_yes), false)
SETTING(bool, sample, "sample", NULL, read_flag, WORDS(no_yes), false)

/* arithmetic */
SETTING(enum rounding, rounding, "rounding", NULL, read_rounding, WORDS(roundings), ROUND_HALF_UP)
SETTING(bool, compare_exact, "compare", NULL, read_flag, WORDS(compares), false)
SETTING(const struct area *const *, reference, "reference", NULL, read_reference, NO_WORDS, NULL) /* reference_count */

/* who gets a 提醒函; the rule is in compute/letter.h. The counts are at least 1, the gap is in points */
SETTING(enum letters_setting, letters, "letters", NULL, read_letters, WORDS(letters), LETTERS_OFF)
SETTING(int, letter_min, "letter_min", NULL, read_number_of, NO_WORDS, 2)
SETTING(const struct number *, letter_gap, "letter_gap", NULL, read_points, NO_WORDS, number_integer(arena, 10))
SETTING(int, letter_repeat, "letter_repeat", NULL, read_number_of, NO_WORDS, 2)

/* what is said: from how many pp on 大幅; how many areas are named first and last, -1 when not set */
SETTING(const struct number *, strong_change, "strong_change", NULL, read_points, NO_WORDS, number_integer(arena, 5))
SETTING(int, praise, "praise", "表扬名额", read_count, NO_WORDS, -1)
SETTING(int, blame, "blame", "批评名额", read_count, NO_WORDS, -1)

/* the one-page brief: whether it is written, whether its areas stand in the order of the file and not by how many targets
 * they are behind, and which indicators lead it */
SETTING(bool, brief, "brief", "领导摘要", read_flag, WORDS(no_yes), true)
SETTING(bool, brief_in_file_order, "brief_order", "摘要次序", read_flag, WORDS(orders), false)
SETTING(const struct indicator *const *, lead, "lead", "牵头指标", read_lead, NO_WORDS, NULL) /* lead_count */

/* of what is still needed, how it compares with what was done so far: up to which it can be hoped for, beyond which it is
 * hard. Per month in times; of a growth in points more than this period's */
SETTING(const struct number *, hope_times, "hope_times", "可望倍数", read_points, NO_WORDS, number_integer(arena, 1))
SETTING(const struct number *, hard_times, "hard_times", "难度倍数", read_points, NO_WORDS, number_ratio(arena, 13, 10))
SETTING(const struct number *, hope_points, "hope_points", "可望增幅", read_points, NO_WORDS, number_integer(arena, 0))
SETTING(const struct number *, hard_points, "hard_points", "难度增幅", read_points, NO_WORDS, number_integer(arena, 5))

/* beyond what a figure is a warning; NULL, written off: no such check. A growth that differs by more points from that of the period
 * before; a growth beyond so many percent, up or down */
SETTING(const struct number *, outlier_change, "outlier_change", NULL, read_limit, WORDS(limits), NULL)
SETTING(const struct number *, outlier_yoy, "outlier_yoy", NULL, read_limit, WORDS(limits), number_integer(arena, 300))
/* a growth so many times the usual distance from the median of its group, that distance at least so many points; a
 * level within so many percent of a power of ten; the significant digits from which a figure hardly repeats by chance */
SETTING(const struct number *, outlier_score, "outlier_score", NULL, read_limit, WORDS(limits), number_integer(arena, 5))
SETTING(const struct number *, outlier_spread, "outlier_spread", NULL, read_points, NO_WORDS, number_integer(arena, 10))
SETTING(const struct number *, outlier_level, "outlier_level", NULL, read_limit, WORDS(limits), number_integer(arena, 20))
SETTING(int, outlier_digits, "outlier_digits", NULL, read_number_of, NO_WORDS, 4)

/* files or names; NULL: the default */
SETTING(const char *, font_title, "font_title", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, font_body, "font_body", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, font_kai, "font_kai", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, font_hei, "font_hei", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, font_song, "font_song", NULL, read_text, NO_WORDS, NULL)
SETTING(const char *, font_fallback, "font_fallback", NULL, read_text, NO_WORDS, NULL)
/* clang-format on */

#undef SETTING
