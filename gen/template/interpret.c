/* SPDX-License-Identifier: MIT */
/* Running a template's program in Lua.
 *
 * The state has no library at all: no load, no pcall, no string patterns, nothing that could reach out or hang inside
 * C. All that a program has is seven functions and two tables; a value is a pointer into an arena, so Lua neither
 * rounds nor compares figures. What a run may use up is counted, not timed, so that it ends at the same place on every
 * machine. */
#include "template/interpret.h"

#include "base/message.h"
#include "template/call.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_STEPS = 2000000,   /* of Lua's own */
    STEPS_COUNTED = 10000,  /* how often they are looked at */
    MOST_WORK = 200000,     /* calls, by their cost */
    MOST_MEMORY = 32 << 20, /* bytes of Lua's */
    LONGEST_TEXT = 4 << 20, /* bytes printed in all */
    DEEPEST_WRITTEN = 4     /* a person's words within a person's words */
};

struct run {
    struct evaluation evaluation;
    const struct template_text *template;
    size_t memory, printed;
    long steps;
    int depth;
    bool stopped; /* an allowance is used up; the whole run ends */
};

static struct run *run_of(lua_State *L)
{
    return *(struct run **)lua_getextraspace(L);
}

static void *allocate(void *data, void *block, size_t old, size_t size)
{
    struct run *run = data;
    size_t held = block ? old : 0;
    if (size == 0) {
        free(block);
        run->memory -= held;
        return NULL;
    }
    if (run->memory - held + size > MOST_MEMORY)
        return NULL;
    void *moved = realloc(block, size);
    if (moved)
        run->memory += size - held;
    return moved;
}

/* Ends the run with a finding; does not return. */
static int stop(lua_State *L, enum rule rule)
{
    struct run *run = run_of(L);
    if (!run->stopped)
        SPOT_FINDING(run->evaluation.faults, rule, &run->evaluation.site->spot, NULL);
    run->stopped = true;
    lua_pushnil(L);
    return lua_error(L);
}

static void use(lua_State *L, int work)
{
    struct run *run = run_of(L);
    run->evaluation.work += work;
    if (run->evaluation.work > MOST_WORK)
        stop(L, RULE_TEMPLATE_ENDLESS);
}

static void count_steps(lua_State *L, lua_Debug *debug)
{
    (void)debug;
    struct run *run = run_of(L);
    run->steps += STEPS_COUNTED;
    if (run->steps > MOST_STEPS)
        stop(L, RULE_TEMPLATE_ENDLESS);
}

static const struct site *take_site(lua_State *L)
{
    struct run *run = run_of(L);
    return run->evaluation.site = &run->template->sites[lua_tointeger(L, 1) - 1];
}

/* The value at `index`; none for a variable that has got none. */
static const struct value *take_value(lua_State *L, int index)
{
    const struct value *value = lua_touserdata(L, index);
    return value ? value : value_none();
}

/* ---- what a program calls ---- */

static void print(lua_State *L, const char *text, bool inserted)
{
    struct run *run = run_of(L);
    run->printed += strlen(text);
    if (run->printed > LONGEST_TEXT)
        stop(L, RULE_TEMPLATE_LONG);
    assembly_text(run->evaluation.assembly, text, inserted);
}

/* T(n) */
static int print_text(lua_State *L)
{
    struct run *run = run_of(L);
    const struct print *text = &run->template->prints[lua_tointeger(L, 1) - 1];
    use(L, 1);
    if (*text->text != '\n')
        assembly_at(run->evaluation.assembly, &text->spot);
    print(L, text->text, run->template->person);
    return 0;
}

static void run_written(lua_State *L, const struct template_text *written);

static void print_in_line(lua_State *L, const struct value *value)
{
    struct evaluation *e = &run_of(L)->evaluation;
    const char *text = value_printed(e->desk, value);
    use(L, (int)(value->kind == VALUE_LIST ? value->count : 0));
    if (text)
        print(L, text, true);
    else
        SPOT_FINDING(e->faults, RULE_TEMPLATE_PRINT, &e->site->spot, value_kind_name(value->kind));
}

/* E(n, x) */
static int print_value(lua_State *L)
{
    struct evaluation *e = &run_of(L)->evaluation;
    const struct site *site = take_site(L);
    use(L, 1);
    const struct value *value = take_value(L, 2);
    switch (value->kind) {
    case VALUE_BLOCKS:
    case VALUE_DEFERRED:
        if (!assembly_blocks(e->assembly, value))
            SPOT_FINDING(e->faults, RULE_TEMPLATE_BLOCK, &site->spot, NULL);
        break;
    case VALUE_WRITTEN:
        if (value->written)
            run_written(L, value->written);
        break;
    case VALUE_STYLE:
        assembly_small_print(e->assembly);
        break;
    default:
        print_in_line(L, value);
        break;
    }
    return 0;
}

/* Q(n, x): whether a condition holds */
static int ask(lua_State *L)
{
    take_site(L);
    use(L, 1);
    lua_pushboolean(L, value_true(take_value(L, 2)));
    return 1;
}

static int next_item(lua_State *L)
{
    const struct value *list = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(2));
    use(L, 1);
    if ((size_t)at >= list->count)
        return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(2));
    lua_pushlightuserdata(L, (void *)(uintptr_t)list->items[at]);
    return 1;
}

/* R(n, x): goes through a list */
static int repeat(lua_State *L)
{
    struct run *run = run_of(L);
    const struct site *site = take_site(L);
    use(L, 1);
    const struct value *value = take_value(L, 2);
    if (value->kind != VALUE_LIST && value->kind != VALUE_NONE) {
        SPOT_FINDING(run->evaluation.faults, RULE_TEMPLATE_NOT_LIST, &site->spot, value_kind_name(value->kind));
        value = value_none();
    }
    lua_pushlightuserdata(L, (void *)(uintptr_t)value);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_item, 2);
    return 1;
}

/* N(n, i) and D(n, i) */
static int refer_to_note(lua_State *L)
{
    struct run *run = run_of(L);
    const struct site *site = take_site(L);
    use(L, 1);
    assembly_note_reference(run->evaluation.assembly, run->template, (size_t)lua_tointeger(L, 2), &site->spot);
    return 0;
}

static int begin_note(lua_State *L)
{
    struct run *run = run_of(L);
    use(L, 1);
    assembly_note(run->evaluation.assembly, run->template, (size_t)lua_tointeger(L, 2));
    return 0;
}

/* F(n, …) */
static int call_function(lua_State *L)
{
    struct run *run = run_of(L);
    const struct site *site = take_site(L);
    const struct value *given[FUNCTION_MOST + 1] = {NULL};
    int count = lua_gettop(L) - 1;
    use(L, site->function->cost);
    for (int i = 0; i < count && i < FUNCTION_MOST; i++)
        given[i] = take_value(L, i + 2);
    lua_pushlightuserdata(L, (void *)(uintptr_t)function_call(site->function, &run->evaluation, given));
    return 1;
}

/* ---- the state ---- */

static void push_constants(lua_State *L, const struct template_text *template)
{
    lua_createtable(L, (int)template->constant_count, 0);
    for (size_t i = 0; i < template->constant_count; i++) {
        lua_pushlightuserdata(L, (void *)(uintptr_t) template->constants[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* Loads the program and calls it; an error ends up with whoever called in protected mode. */
static void run_program(lua_State *L, const struct template_text *template)
{
    static const lua_CFunction functions[] = {print_text,    print_value, ask,          repeat,
                                              refer_to_note, begin_note,  call_function};
    struct run *run = run_of(L);
    const struct template_text *outer = run->template;
    run->template = template;
    luaL_checkstack(L, 16, NULL);
    if (luaL_loadbufferx(L, template->code, template->code_length, template->name, "t") != LUA_OK)
        lua_error(L);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        lua_pushcfunction(L, functions[i]);
    push_constants(L, template);
    lua_newtable(L);
    lua_call(L, (int)(sizeof functions / sizeof *functions) + 2, 0);
    run->template = outer;
}

/* Somebody's words: paragraphs of their own. */
static void run_written(lua_State *L, const struct template_text *written)
{
    struct run *run = run_of(L);
    const struct site *site = run->evaluation.site;
    if (run->depth == DEEPEST_WRITTEN)
        stop(L, RULE_TEMPLATE_DEEP);
    run->depth++;
    run_program(L, written);
    run->evaluation.site = site;
    run->depth--;
}

static int run_whole(lua_State *L)
{
    run_program(L, lua_touserdata(L, 1));
    return 0;
}

static bool execute(struct run *run, const struct template_text *template)
{
    lua_State *L = lua_newstate(allocate, run);
    if (!L)
        return false;
    *(struct run **)lua_getextraspace(L) = run;
    lua_sethook(L, count_steps, LUA_MASKCOUNT, STEPS_COUNTED);
    lua_pushcfunction(L, run_whole);
    lua_pushlightuserdata(L, (void *)(uintptr_t) template);
    bool well = lua_pcall(L, 1, 0, 0) == LUA_OK;
    lua_close(L);
    return well;
}

struct composed template_run(const struct templates *templates, const struct template_text *template,
                             const struct desk *desk, enum document_kind kind, struct findings *faults)
{
    struct findings made = {.arena = desk->arena};
    const struct site start = {.spot = {template->file, 1, 1, ""}};
    struct run run = {.template = template,
                      .evaluation = {.desk = desk,
                                     .arena = desk->arena,
                                     .templates = templates,
                                     .kind = kind,
                                     .faults = &made,
                                     .assembly = assembly_new(desk, kind, &made),
                                     .site = &start,
                                     .topics = topics_of(desk, desk->area)}};
    if (!execute(&run, template) && !made.count)
        SPOT_FINDING(&made, RULE_TEMPLATE_MEMORY, &start.spot, NULL);
    struct composed composed = assembly_finish(run.evaluation.assembly, &start.spot);
    findings_merge(&made, faults);
    return composed;
}

const char *template_library(struct arena *arena)
{
    return arena_string(arena, LUA_RELEASE);
}
