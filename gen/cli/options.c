/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/message.h"
#include "cli/libraries.h"
#include "render/render.h"
#include "template/products.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything about an option in one row; `letter` is also what a command's list of options names. */
struct option_row {
    char letter;
    const char *name, *value, *help;
    /* NULL, or a complete sentence. */
    const char *(*take)(struct options *options, struct arena *arena, const char *value);
};

static const char *take_period(struct options *o, struct arena *arena, const char *value)
{
    o->has_period = period_parse(value, &o->period);
    return o->has_period ? NULL : arena_format(arena, _("看不懂这个时期，请写成 2019Q3、2019-09 或 2019：'%s'"), value);
}

static const char *take_output(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->output = value;
    return *value ? NULL : _("输出位置的名字是空的，请写上一个名字");
}

static const char *take_jobs(struct options *o, struct arena *arena, const char *value)
{
    char *end;
    errno = 0;
    o->jobs = strtol(value, &end, 10);
    if (errno || *end || end == value || o->jobs < 1 || o->jobs > 1024)
        return arena_format(arena, _("同时工作的进程数应是 1 到 1024 的整数：'%s'"), value);
    return NULL;
}

static const char *take_area(struct options *o, struct arena *arena, const char *value)
{
    ARRAY_ADD(arena, o->areas, o->area_count, value);
    return NULL;
}

static bool output_known(const char *name)
{
    for (const struct renderer *r = renderers; r->name; r++)
        if (strcmp(r->name, name) == 0)
            return true;
    return false;
}

/* xlsx、pdf */
static const char *output_names(struct arena *arena)
{
    struct buffer names = {.arena = arena};
    for (const struct renderer *r = renderers; r->name; r++)
        buffer_format(&names, "%s%s", names.length ? _("、") : "", r->name);
    return buffer_text(&names);
}

static const char *take_only(struct options *o, struct arena *arena, const char *value)
{
    char *copy = arena_string(arena, value), *rest = NULL;
    for (char *name = strtok_r(copy, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        if (!output_known(name))
            return arena_format(arena, _("没有这种输出，可选 %s：'%s'"), output_names(arena), name);
        const char *known = name;
        ARRAY_ADD(arena, o->only, o->only_count, known);
    }
    return o->only_count ? NULL : arena_format(arena, _("--only 后面没有写输出种类，可选 %s"), output_names(arena));
}

static const char *take_keep_going(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    (void)value;
    o->keep_going = true;
    return NULL;
}

static const char *take_keep_old(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    (void)value;
    o->keep_old = true;
    return NULL;
}

static const char *take_previous(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->previous = value;
    return *value ? NULL : _("上次发布的名字是空的，请写上一个文件夹或归档包");
}

static const char *take_last(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->last = value;
    return *value ? NULL : _("前一期发布的名字是空的，请写上一个文件夹或归档包");
}

/* Which names there are, documents.csv says too: preview.c asks. */
static const char *take_document(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->document = value;
    return NULL;
}

static const char *take_watch(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    (void)value;
    o->watch = true;
    return NULL;
}

static const char *take_template(struct options *o, struct arena *arena, const char *value)
{
    o->template_name = value;
    return products_have_template(value)
               ? NULL
               : arena_format(arena, _("没有这个模板，可选 %s：'%s'"), products_templates(arena), value);
}

static const char *take_explain(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->explain = value;
    return *value ? NULL : _("--explain 后面要写一张表的名字，如 data/2019Q3.csv");
}

static const char *take_indicator(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->indicator = value;
    return NULL;
}

static const char *take_measure(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->measure = value;
    return NULL;
}

static const char *take_figure(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->figure = value;
    return NULL;
}

static const char *take_region(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->region = value;
    return *value ? NULL : _("--input 后面要写地区文件夹的名字");
}

static const char *take_to(struct options *o, struct arena *arena, const char *value)
{
    (void)arena;
    o->to = value;
    return *value ? NULL : _("--to 后面要写一个文件夹的名字");
}

static const struct option_row rows[] = {
    {'p', "period", N_("时期"), N_("通报的时期，如 2019Q3、2019-09、2019；不写时取数据中最新的时期"), take_period},
    {'o', "output", N_("文件夹"),
     N_("输出文件夹；全部成功才会出现；已有的只在是同一地区、同一时期的发布，而且没有人动过时替换；"
        "preview 写的是一个文件，如 通报.pdf"),
     take_output},
    {'j', "jobs", N_("个数"), N_("同时工作的进程数；不写时等于处理器个数"), take_jobs},
    {'a', "area", N_("地区"), N_("只写这个地区的文件（代码或名称），可以写多次"), take_area},
    {'n', "only", N_("种类"), N_("只写这些种类的文件，用逗号隔开；种类见下"), take_only},
    {'k', "keep-going", NULL, N_("被拒绝的数据格按未报处理，照样发布"), take_keep_going},
    {'K', "keep-old", NULL, N_("输出文件夹已经有了就改名为 输出文件夹-旧1（-旧2 ……）保留，不替换"), take_keep_old},
    {'d', "document", N_("文件种类"), N_("预览哪一种文件，如 bulletin 通报、workbook 工作簿；不写时是通报"),
     take_document},
    {'w', "watch", NULL, N_("每次保存表格、文字或模板后重新预览，按 Ctrl-C 结束"), take_watch},
    {'t', "template", N_("模板"), N_("只把程序自带的这个模板复制到地区文件夹的 templates 里，供修改，如 region、area"),
     take_template},
    {'e', "explain", N_("文件"), N_("画出这张表，每一格标明读成了什么，如 data/2019Q3.csv"), take_explain},
    {'i', "indicator", N_("指标"), N_("trace 看哪个指标（指标代码或名称）"), take_indicator},
    {'m', "measure", N_("口径"), N_("trace 看哪种数，如 yoy 增速、share 占比、rank 位次；不写时是 value 总量"),
     take_measure},
    {'f', "figure", N_("数"), N_("trace 查出本期哪些数印出来是这样，如 45.2"), take_figure},
    {'r', "previous", N_("文件夹|归档包"),
     N_("同一时期上次发布的文件夹，或归档包（展开的也行）；写出哪一格先变、什么随之变动，和更正说明"), take_previous},
    {'l', "last", N_("文件夹|归档包"), N_("前一期发布的文件夹，或归档包（展开的也行）；已发的位次与现在算的不同时写明"),
     take_last},
    {'I', "input", N_("地区文件夹"),
     N_("archive、verify 的发布是由哪个地区文件夹来的；不写时按 output/地区/时期 找 input/地区"), take_region},
    {'T', "to", N_("文件夹"), N_("archive 把归档包写到哪个文件夹；不写时是 output/ 旁边的 issued/"), take_to},
};

#define ROW_COUNT (sizeof rows / sizeof *rows)

static void print_command(const struct command *command)
{
    printf("  %-8s %s\n           %s\n", command->name, _(command->arguments), _(command->help));
}

/* Those of the command, of all where it is NULL. */
static void print_options(const struct command *command)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (!command || strchr(command->options, rows[i].letter))
            printf("  -%c, --%s%s%s\n           %s\n", rows[i].letter, rows[i].name, rows[i].value ? "=" : "",
                   rows[i].value ? _(rows[i].value) : "", _(rows[i].help));
}

static void print_kinds(void)
{
    printf("%s", _("\n种类：\n"));
    for (const struct renderer *r = renderers; r->name; r++)
        printf("  %-8s %s\n", r->name, _(r->help));
}

static void print_help(const char *program)
{
    printf(_("用法：%s 命令 "
             "[选项]…\n\n读取一个地区文件夹里的指标数据，核查、计算、排位，写出各县市和全区域的通报与工作簿。\n\n"
             "命令：\n"),
           program);
    for (const struct command *c = commands; c->name; c++)
        print_command(c);
    printf("%s", _("\n选项：\n"));
    print_options(NULL);
    printf("%s", _("  -h, --help\n           显示这份帮助；写在一个命令后面，只说这个命令\n"
                   "  -V, --version\n           显示版本，和所用的程序库及其许可证\n"));
    print_kinds();
    printf("%s", _("\n退出状态：0 正常；1 有警告；2 输入有错误，没有发布；3 用法不对；4 磁盘、权限或字体有问题。\n"
                   "详细说明见 man tongbao。\n"));
}

static void print_command_help(const struct command *command)
{
    print_command(command);
    if (*command->options)
        printf("%s", _("\n选项：\n"));
    print_options(command);
    if (strchr(command->options, 'n'))
        print_kinds();
}

static enum exit_status complain(const char *program, const char *sentence)
{
    fprintf(stderr, _("%s\n请用 %s --help 查看用法。\n"), sentence, program);
    return EXIT_USAGE;
}

static const struct command *find_command(const char *name)
{
    for (const struct command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

static void fill_getopt(struct option long_options[ROW_COUNT + 3], char letters[2 * ROW_COUNT + 4])
{
    *letters++ = ':'; /* a missing value is told from an unknown option */
    for (size_t i = 0; i < ROW_COUNT; i++) {
        long_options[i] =
            (struct option){rows[i].name, rows[i].value ? required_argument : no_argument, NULL, rows[i].letter};
        *letters++ = rows[i].letter;
        if (rows[i].value)
            *letters++ = ':';
    }
    long_options[ROW_COUNT] = (struct option){"help", no_argument, NULL, 'h'};
    long_options[ROW_COUNT + 1] = (struct option){"version", no_argument, NULL, 'V'};
    long_options[ROW_COUNT + 2] = (struct option){0};
    strcpy(letters, "hV");
}

/* Takes one option; NULL or a complete sentence. */
static const char *take(int letter, char **argv, struct options *options, struct arena *arena, const char **used)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].letter == letter) {
            const char mark[] = {(char)letter, '\0'};
            *used = arena_format(arena, "%s%s", *used, mark);
            return rows[i].take(options, arena, optarg);
        }
    const char *what = argv[optind - 1];
    return arena_format(arena, letter == ':' ? _("这个选项后面要写一个值：'%s'") : _("没有这个选项：'%s'"), what);
}

static const char *check_usage(const struct command *command, const char *used, const struct options *options,
                               struct arena *arena)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        char letter = rows[i].letter;
        if (strchr(used, letter) && !strchr(command->options, letter))
            return arena_format(arena, _("命令 %s 没有选项 --%s"), command->name, rows[i].name);
    }
    if (!options->input && command->arguments[0] != '[')
        return arena_format(arena, _("命令 %s 后面要写文件夹的名字，用法：%s %s"), command->name, command->name,
                            _(command->arguments));
    for (size_t i = 0; i < ROW_COUNT; i++) {
        char letter = rows[i].letter;
        if (strchr(command->required, letter) && !strchr(used, letter))
            return arena_format(arena, _("命令 %s 要用 --%s 指明%s"), command->name, rows[i].name, _(rows[i].value));
    }
    return NULL;
}

/* Help or the version, printed. */
static void answer(int letter, char **argv, const struct options *options, struct arena *arena)
{
    const struct command *command = !argv[optind] ? NULL : find_command(argv[optind]);
    if (letter == 'V')
        libraries_print(arena);
    else if (command)
        print_command_help(command);
    else
        print_help(options->program);
}

/* Reads the options; true when help or the version was printed instead and there is nothing more to do. */
static bool take_options(int argc, char **argv, struct arena *arena, struct options *options, const char **used,
                         const char **error)
{
    struct option long_options[ROW_COUNT + 3];
    char letters[2 * ROW_COUNT + 4];
    int asked = 0;
    fill_getopt(long_options, letters);
    opterr = 0;
    for (int letter; !*error && (letter = getopt_long(argc, argv, letters, long_options, NULL)) != -1;) {
        if (!asked && (letter == 'h' || letter == 'V'))
            asked = letter;
        else if (!asked)
            *error = take(letter, argv, options, arena, used);
    }
    if (asked)
        answer(asked, argv, options, arena);
    return asked;
}

/* The command and its folder, from what is left of the command line. */
static const struct command *take_command(int argc, char **argv, struct arena *arena, struct options *options,
                                          const char *used, const char **error)
{
    if (optind >= argc) {
        *error = _("没有写命令");
        return NULL;
    }
    const struct command *command = find_command(argv[optind]);
    if (!command) {
        *error = arena_format(arena, _("没有这个命令：'%s'"), argv[optind]);
        return NULL;
    }
    int most = command->takes_region ? 2 : 1;
    options->input = argc > optind + 1 ? argv[optind + 1] : NULL;
    options->of_region = argc > optind + 2 ? argv[optind + 2] : NULL;
    *error = argc > optind + 1 + most ? arena_format(arena, _("多了一个参数：'%s'"), argv[optind + 1 + most])
                                      : check_usage(command, used, options, arena);
    return command;
}

const struct command *options_read(int argc, char **argv, struct arena *arena, struct options *options,
                                   enum exit_status *status)
{
    const char *error = NULL, *used = "";
    const struct command *command = NULL;
    *options = (struct options){.program = argc > 0 ? argv[0] : "tongbao"};
    optind = 0; /* from the beginning, also when it is called again */
    if (take_options(argc, argv, arena, options, &used, &error)) {
        *status = EXIT_CLEAN;
        return NULL;
    }
    if (!error)
        command = take_command(argc, argv, arena, options, used, &error);
    if (!error)
        return command;
    *status = complain(options->program, error);
    return NULL;
}
