/* SPDX-License-Identifier: MIT */
/* tongbao new: a region folder of plain examples to start from, or one template to change, copied from the program's
 * own. */
#include "base/message.h"
#include "cli/commands.h"
#include "cli/paths.h"
#include "publish/single.h"
#include "read/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is copied and what has been made of it so far, relative to both folders; a folder before what is in it. */
struct scaffold {
    struct arena *arena;
    const char *from, *to;
    const char **made;
    size_t made_count;
};

static const char *system_error(struct arena *arena, const char *sentence, const char *path)
{
    return arena_format(arena, "%s：'%s'（%s）", sentence, path, strerror(errno));
}

/* ---- where it goes ---- */

/* Anything at all counts, hidden files too: it is somebody's. */
static bool is_empty(DIR *folder)
{
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    return true;
}

/* EXIT_CLEAN when DIR is not there or is an empty folder; else the sentence has been printed. */
static enum exit_status check_place(const char *dir, struct arena *arena)
{
    DIR *folder = opendir(dir);
    if (!folder && errno == ENOENT)
        return EXIT_CLEAN;
    if (!folder && errno == EACCES) {
        fprintf(stderr, "%s\n", system_error(arena, _("没有权限读取这个文件夹"), dir));
        return EXIT_SYSTEM;
    }
    bool empty = folder && is_empty(folder);
    if (folder)
        closedir(folder);
    if (empty)
        return EXIT_CLEAN;
    fprintf(stderr, _("这里已有别的内容，为避免覆盖没有写入；请换一个新文件夹的名字：'%s'\n"), dir);
    return EXIT_USAGE;
}

/* ---- copying ---- */

/* The bytes of one of the program's own files, in out->arena. NULL, or a complete sentence. */
static const char *read_own(const char *path, struct buffer *out)
{
    char chunk[65536];
    FILE *file = fopen(path, "rb");
    if (!file)
        return system_error(out->arena, _("程序自带的样板打不开，请重新安装程序"), path);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_add_n(out, chunk, got);
    bool good = !ferror(file);
    fclose(file);
    return good ? NULL : system_error(out->arena, _("程序自带的样板打不开，请重新安装程序"), path);
}

static const char *make_folder(struct scaffold *s, const char *path)
{
    if (mkdir(path, 0777) == 0)
        ARRAY_ADD(s->arena, s->made, s->made_count, path);
    else if (errno != EEXIST)
        return system_error(s->arena, _("无法建立文件夹，请检查上级文件夹是否存在、是否可写，磁盘是否已满"), path);
    return NULL;
}

static const char *copy_file(struct scaffold *s, const char *from, const char *to)
{
    struct buffer bytes = {.arena = s->arena};
    const char *error = read_own(from, &bytes);
    if (!error)
        error = single_write_new(s->arena, to, buffer_text(&bytes), bytes.length);
    if (!error)
        ARRAY_ADD(s->arena, s->made, s->made_count, to);
    return error;
}

/* Everything in the folder `below`, which begins with a slash or is empty. NULL, or a complete sentence. */
static const char *copy_folder(struct scaffold *s, const char *below)
{
    const char *from = arena_format(s->arena, "%s%s", s->from, below);
    const char *to = arena_format(s->arena, "%s%s", s->to, below);
    size_t count;
    const char *const *names = folder_list(s->arena, from, NULL, &count);
    const char *error = make_folder(s, to);
    if (!count && !error)
        error = arena_format(s->arena, _("程序自带的样板不全，请重新安装程序：'%s'"), from);
    for (size_t i = 0; i < count && !error; i++) {
        const char *source = arena_format(s->arena, "%s/%s", from, names[i]);
        if (folder_exists(source))
            error = copy_folder(s, arena_format(s->arena, "%s/%s", below, names[i]));
        else
            error = copy_file(s, source, arena_format(s->arena, "%s/%s", to, names[i]));
    }
    return error;
}

/* Half a scaffold would be in the way of the next attempt. */
static void take_back(const struct scaffold *s)
{
    for (size_t i = s->made_count; i-- > 0;)
        if (unlink(s->made[i]) != 0)
            rmdir(s->made[i]);
}

/* ---- what to do next ---- */

/* A name as a shell takes it for one word. */
static const char *shell_word(struct arena *arena, const char *name)
{
    if (!strpbrk(name, " \t\n'\"\\$&;|<>()*?[]#~`!{}"))
        return name;
    struct buffer word = {.arena = arena};
    buffer_add(&word, "'");
    for (const char *at = name; *at; at++)
        buffer_add_n(&word, *at == '\'' ? "'\\''" : at, *at == '\'' ? 4 : 1);
    buffer_add(&word, "'");
    return buffer_text(&word);
}

static void print_steps(const struct options *options, const char *dir, struct arena *arena)
{
    const char *program = shell_word(arena, options->program), *folder = shell_word(arena, dir);
    const char *beside = strcmp(dir, ".") == 0 ? "../输出" : arena_format(arena, "%s-输出", dir);
    const char *output = shell_word(arena, beside);
    printf(_("样板已写到 %s，里面都是示例；用 Excel 或 WPS 打开各表，照 说明.txt 换成自己的数据。\n\n"
             "随时可以核查，再看一看，满意了再发布：\n"),
           dir);
    printf("  %s check %s\n  %s preview %s\n  %s run %s --output %s\n", program, folder, program, folder, program,
           folder, output);
}

/* ---- one template ---- */

/* Into the region's templates/, never over one that is there: somebody has worked on it. */
static enum exit_status copy_template(const struct options *options, const char *dir, struct arena *arena)
{
    const char *name = arena_format(arena, "%s.txt", options->template_name);
    struct scaffold s = {
        .arena = arena, .from = paths_templates(arena), .to = arena_format(arena, "%s/templates", dir)};
    const char *to = arena_format(arena, "%s/%s", s.to, name);
    if (!folder_exists(dir)) {
        fprintf(stderr, _("没有这个文件夹，请检查名字：'%s'\n"), dir);
        return EXIT_USAGE;
    }
    if (access(to, F_OK) == 0) {
        fprintf(stderr, _("这里已经有这个模板，没有覆盖；要重新开始，请先删去或改名：'%s'\n"), to);
        return EXIT_USAGE;
    }
    const char *error = make_folder(&s, s.to);
    if (!error)
        error = copy_file(&s, arena_format(arena, "%s/%s", s.from, name), to);
    if (error) {
        take_back(&s);
        fprintf(stderr, "%s\n", error);
        return EXIT_SYSTEM;
    }
    printf(_("模板已复制到 %s，现在改它就行；删去它，就回到程序自带的。写法见 man tongbao-templates。\n"), to);
    return EXIT_CLEAN;
}

enum exit_status command_new(const struct options *options, struct arena *arena)
{
    char *dir = arena_string(arena, options->input);
    for (size_t length = strlen(dir); length > 1 && dir[length - 1] == '/'; length--)
        dir[length - 1] = '\0';
    if (options->template_name)
        return copy_template(options, dir, arena);
    enum exit_status status = check_place(dir, arena);
    if (status != EXIT_CLEAN)
        return status;
    struct scaffold scaffold = {
        .arena = arena, .from = arena_format(arena, "%s/new", paths_templates(arena)), .to = dir};
    const char *error = copy_folder(&scaffold, "");
    if (error) {
        take_back(&scaffold);
        fprintf(stderr, _("%s\n没有留下任何文件。\n"), error);
        return EXIT_SYSTEM;
    }
    print_steps(options, dir, arena);
    return EXIT_CLEAN;
}
