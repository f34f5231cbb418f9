/* SPDX-License-Identifier: MIT */
/* Calling a function of templates, whatever it gives. */
#ifndef TONGBAO_TEMPLATE_CALL_H
#define TONGBAO_TEMPLATE_CALL_H

#include "template/argument.h"

/* Never NULL. `arguments` has one for each that the function takes, NULL where left out, and NULL at the end. What is
 * wrong with them becomes a finding at the call under way. */
const struct value *function_call(const struct function *function, struct evaluation *e,
                                  const struct value *const *arguments);

#endif
