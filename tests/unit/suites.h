/* SPDX-License-Identifier: MIT */
/* One suite a file; main.c runs them all. */
#ifndef TONGBAO_TESTS_SUITES_H
#define TONGBAO_TESTS_SUITES_H

#include <check.h>

Suite *names_suite(void);
Suite *config_suite(void);
Suite *house_suite(void);
Suite *targets_suite(void);
Suite *period_suite(void);
Suite *figure_suite(void);
Suite *unit_suite(void);
Suite *raw_suite(void);
Suite *shapes_suite(void);
Suite *huffman_suite(void);
Suite *template_suite(void);

#endif
