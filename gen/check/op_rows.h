/* SPDX-License-Identifier: MIT */
/* OP(identifier, word in the CSVs, WORDS(what tables may write besides), FACTS(what it is)): the operators of targets
 * (§4). Included several times; no guard. FACTS are the fields of struct op_row (check/ops.h) that are not 0.
 *
 * The words are what plans say for the same. One that could be read two ways is not here: 增长 10 is no "up". */

/* clang-format off */
OP(OP_AT_LEAST, ">=", WORDS("≥", "=", "达到", "以上", "完成", "不低于", "不少于"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_ABOVE, .stretch = true, .accumulates = true))
OP(OP_ABOVE, ">", WORDS("突破", "超过", "高于"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_ABOVE, .strict = true, .stretch = true, .accumulates = true))
OP(OP_AT_MOST, "<=", WORDS("≤", "不高于", "不超过", "以下", "以内", "控制在", "控制在以内", "控制在…内", "控制在…以内"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_BELOW, .stretch = true, .accumulates = true))
OP(OP_BELOW, "<", WORDS("低于"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_BELOW, .strict = true, .stretch = true, .accumulates = true))
OP(OP_BETWEEN, "between", WORDS("区间"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_WITHIN, .upper = true, .accumulates = true))
OP(OP_ABOUT, "about", WORDS("左右", "约"),
   FACTS(.against = AGAINST_FIGURE, .good = GOOD_WITHIN, .tolerance = true, .accumulates = true))
OP(OP_UP, "up", WORDS("提高", "上升", "前移"),
   FACTS(.against = AGAINST_YEAR_BEFORE, .good = GOOD_ABOVE, .strict = true))
OP(OP_DOWN, "down", WORDS("下降", "降低"),
   FACTS(.against = AGAINST_YEAR_BEFORE, .good = GOOD_BELOW, .strict = true))
OP(OP_EXTERNAL, "external", WORDS("上级下达"),
   FACTS(.against = AGAINST_NOTHING_YET, .unjudged = true))
OP(OP_DONE, "done", WORDS("里程碑"),
   FACTS(.against = AGAINST_ONE, .good = GOOD_ABOVE))
OP(OP_QUALITATIVE, "qualitative", WORDS("定性", "大幅提升", "前列"),
   FACTS(.against = AGAINST_NOTHING_YET, .unjudged = true, .uncounted = true))
OP(OP_COMPARE, "compare", WORDS("对比"),
   FACTS(.against = AGAINST_FIGURE, .unjudged = true, .uncounted = true))
/* clang-format on */

#undef OP
