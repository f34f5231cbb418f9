/* SPDX-License-Identifier: MIT */
#include "template/program.h"

#include <string.h>

void compiler_begin(struct compiler *c, const char *name, const char *file, bool person, bool of_area)
{
    *c = (struct compiler){.dataset = c->dataset,
                           .arena = c->arena,
                           .findings = c->findings,
                           .functions = c->functions,
                           .asked = c->asked,
                           .asked_count = c->asked_count,
                           .template = {.name = name, .file = file, .person = person, .of_area = of_area},
                           .code = {.arena = c->arena},
                           .errors_before = c->findings->by_severity[SEVERITY_ERROR]};
    buffer_add(&c->code, "local T,E,Q,R,N,D,F,K,V=...\n");
}

const struct template_text *compiler_end(struct compiler *c)
{
    c->template.code = buffer_text(&c->code);
    c->template.code_length = c->code.length;
    c->template.prints = c->prints;
    c->template.constants = c->constants;
    c->template.sites = c->sites;
    c->template.usable = c->findings->by_severity[SEVERITY_ERROR] == c->errors_before;
    return arena_copy(c->arena, &c->template, sizeof c->template);
}

size_t compiler_site(struct compiler *c, const struct spot *spot, const struct function *function)
{
    struct site site = {*spot, function};
    ARRAY_ADD(c->arena, c->sites, c->template.site_count, site);
    return c->template.site_count;
}

void compiler_print(struct compiler *c, const char *text, const struct spot *spot)
{
    struct print print = {text, *spot};
    ARRAY_ADD(c->arena, c->prints, c->template.print_count, print);
    buffer_format(&c->code, "T(%zu)\n", c->template.print_count);
}

const char *compiler_constant(struct compiler *c, const struct value *value)
{
    ARRAY_ADD(c->arena, c->constants, c->template.constant_count, value);
    return arena_format(c->arena, "K[%zu]", c->template.constant_count);
}

const char *compiler_variable(const struct compiler *c, const char *name)
{
    for (size_t i = c->variable_count; i > 0; i--)
        if (c->variables[i - 1] && !strcmp(c->variables[i - 1], name))
            return arena_format(c->arena, "V[%zu]", i);
    return NULL;
}

const char *compiler_add_variable(struct compiler *c, const char *name)
{
    ARRAY_ADD(c->arena, c->variables, c->variable_count, name);
    return arena_format(c->arena, "V[%zu]", c->variable_count);
}

void compiler_forget_variables(struct compiler *c, size_t kept)
{
    for (size_t i = kept; i < c->variable_count; i++)
        c->variables[i] = NULL;
}

const char *compiler_call(struct compiler *c, const struct spot *spot, const struct function *function,
                          const char *arguments)
{
    if (function->everyone)
        compiler_warn_of_others(c, spot, function->name);
    return arena_format(c->arena, "F(%zu%s)", compiler_site(c, spot, function), arguments);
}

void compiler_warn_of_others(struct compiler *c, const struct spot *spot, const char *name)
{
    if (!c->template.of_area)
        return;
    SPOT_FINDING(c->findings, RULE_TEMPLATE_OTHERS, spot, name);
    c->template.others = true;
}
