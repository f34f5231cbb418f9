/* SPDX-License-Identifier: MIT */
/* MEASURE(identifier, id in the CSVs, name, FACTS(what it is), what computes it, the formula it prints): §3's table, in
 * its order, which is that of every output. Included several times; no guard.
 *
 * FACTS are the fields of struct measure_row (check/measure.h) that are not 0. What computes it is a function in
 * compute/define_*.c. The formula is FORMULA("arithmetic on the figures in its braces"), as compute/measure_formula.c
 * says, or FORMULA_BY(a function there) where the data decide how many figures there are. */

/* clang-format off */
MEASURE(MEASURE_VALUE, "value", N_("总量"),
        FACTS(.kinds = EVERY, .accumulates = true),
        define_value, FORMULA_BY(value_formula))
MEASURE(MEASURE_SINGLE, "single", N_("当期"),
        FACTS(.kinds = FLOW),
        define_single, FORMULA_BY(single_formula))
MEASURE(MEASURE_YOY, "yoy", N_("增速"),
        FACTS(.kinds = EVERY, .also = grows, .counted = IN_GROWTH),
        define_yoy, FORMULA("({value}-{value'})/{value'}*100"))
MEASURE(MEASURE_SINGLE_YOY, "single_yoy", N_("当期增速"),
        FACTS(.kinds = FLOW, .counted = IN_GROWTH),
        define_single_yoy, FORMULA("({single}-{single'})/{single'}*100"))
MEASURE(MEASURE_QOQ, "qoq", N_("环比"),
        FACTS(.kinds = FLOW | STOCK, .counted = IN_GROWTH),
        define_qoq, FORMULA("({periodic}-{periodic-})/{periodic-}*100"))
MEASURE(MEASURE_CHANGE, "change", N_("百分点变化"),
        FACTS(.kinds = RATIO | RATE, .also = changes_in_points, .counted = IN_POINTS),
        define_change, FORMULA("[value]-[value']"))
MEASURE(MEASURE_YOY_CHANGE, "yoy_change", N_("增速变化"),
        FACTS(.kinds = FLOW | STOCK | RATE, .counted = IN_POINTS),
        define_yoy_change, FORMULA("[yoy]-[yoy-]"))
MEASURE(MEASURE_YOY_CHANGE_YEAR, "yoy_change_year", N_("增速较上年变化"),
        FACTS(.kinds = FLOW | STOCK | RATE, .counted = IN_POINTS),
        define_yoy_change_year, FORMULA("[yoy]-[yoy']"))
MEASURE(MEASURE_CAGR, "cagr", N_("年均增速"),
        FACTS(.kinds = FLOW | STOCK | RATE, .counted = IN_MEAN_GROWTH, .over_years = true),
        define_cagr, FORMULA_BY(cagr_formula))
MEASURE(MEASURE_AVG2, "avg2", N_("两年平均增速"),
        FACTS(.kinds = FLOW | STOCK | RATE, .counted = IN_MEAN_GROWTH),
        define_avg2, FORMULA_BY(avg2_formula))
MEASURE(MEASURE_SHARE, "share", N_("占比"),
        FACTS(.kinds = FLOW, .also = adds_up, .counted = IN_PERCENT, .of_children = true),
        define_share, FORMULA("{value}/{value@region}*100"))
MEASURE(MEASURE_CONTRIBUTION, "contribution", N_("贡献率"),
        FACTS(.kinds = FLOW, .also = adds_up, .counted = IN_PERCENT, .of_children = true),
        define_contribution, FORMULA("({value}-{value'})/({value@region}-{value'@region})*100"))
MEASURE(MEASURE_PULL, "pull", N_("拉动"),
        FACTS(.kinds = FLOW, .also = adds_up, .counted = IN_POINTS, .of_children = true),
        define_pull, FORMULA("({value}-{value'})/{value'@region}*100"))
MEASURE(MEASURE_VS_PARENT, "vs_parent", N_("与上级之差"),
        FACTS(.kinds = EVERY, .counted = IN_DIFFERENCE),
        define_vs_parent, FORMULA("[ranked]-[ranked@parent]"))
MEASURE(MEASURE_VS_REFERENCE, "vs_reference", N_("与参照之差"),
        FACTS(.kinds = EVERY, .counted = IN_DIFFERENCE),
        define_vs_reference, FORMULA("[ranked]-[ranked@reference]"))
MEASURE(MEASURE_TOTAL, "total", N_("累计总量"),
        FACTS(.kinds = FLOW, .over_years = true, .accumulates = true),
        define_total, FORMULA_BY(total_formula))
MEASURE(MEASURE_MEAN, "mean", N_("年均"),
        FACTS(.kinds = FLOW, .over_years = true, .finer = 1),
        define_mean, FORMULA_BY(mean_formula))
/* clang-format on */

#undef MEASURE
