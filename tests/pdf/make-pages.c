/* SPDX-License-Identifier: MIT */
/* Writes the hand-made documents of pages.c as PDFs and, for tests/pdf/compare-text, as plain text: make-pages
 * DIRECTORY [ROUNDS]. With ROUNDS, renders the county bulletin so many times and prints the CPU time of one. Status 1
 * with a sentence on trouble. */
#include "pages.h"
#include "render/page/fonts.h"
#include "render/pdf/pdf.h"
#include "render/text/text_render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static const struct {
    const char *name;
    void (*make)(struct arena *arena, struct document *document);
} documents[] = {
    {"region", pages_region},
    {"county", pages_county},
    {"names", pages_names},
    {"strain", pages_strain},
    {"letter", pages_letter},
    {"reminder", pages_reminder},
    {"reminder-long", pages_reminder_long},
};
#define DOCUMENTS (sizeof documents / sizeof *documents)

static const char *write_file(const char *path, const struct buffer *bytes)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return "打不开要写的文件";
    size_t written = fwrite(bytes->data, 1, bytes->length, file);
    return fclose(file) || written != bytes->length ? "文件没有写完整" : NULL;
}

/* Renders twice and compares: the same document must give the same bytes. */
static const char *render_one(size_t which, const struct render_context *context, const char *directory)
{
    static char message[600];
    struct arena *arena = arena_new();
    struct document document;
    struct buffer first = {.arena = arena}, second = {.arena = arena};
    documents[which].make(arena, &document);
    const char *error = pdf_render(&document, context, &first);
    if (!error)
        error = pdf_render(&document, context, &second);
    if (!error && (first.length != second.length || memcmp(first.data, second.data, first.length)))
        error = "两次生成的字节不同";
    if (!error)
        error = write_file(arena_format(arena, "%s/%s.pdf", directory, documents[which].name), &first);
    struct buffer text = {.arena = arena};
    if (!error)
        error = text_render(&document, context, &text);
    if (!error)
        error = write_file(arena_format(arena, "%s/%s.txt", directory, documents[which].name), &text);
    if (error)
        snprintf(message, sizeof message, "%s：%s", documents[which].name, error);
    arena_free(arena);
    return error ? message : NULL;
}

static double cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void measure(const struct render_context *context, int rounds)
{
    struct arena *arena = arena_new();
    struct document document;
    pages_county(arena, &document);
    double begin = cpu_ms();
    size_t bytes = 0;
    for (int i = 0; i < rounds; i++) {
        struct arena *one = arena_new();
        struct buffer out = {.arena = one};
        if (!pdf_render(&document, context, &out))
            bytes = out.length;
        arena_free(one);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%d 份：每份 %.2f ms CPU，%zu 字节；内存峰值 %.1f MB\n", rounds, (cpu_ms() - begin) / rounds, bytes,
           (double)usage.ru_maxrss / 1024);
    arena_free(arena);
}

/* Names that no font has, private ones of plane 15 too, must be refused with a sentence that says where. */
static const char *check_refusals(const struct render_context *context)
{
    static const char *const bad[] = {"这里有\xF3\xB0\x80\x80不是通用的字", "这里有\xEE\x80\x80没有字形",
                                      "坏的\xFF字节"};
    const char *trouble = NULL;
    for (size_t i = 0; i < sizeof bad / sizeof *bad && !trouble; i++) {
        struct arena *arena = arena_new();
        struct document document = {.title = "标题", .head = HEAD_NONE};
        struct buffer out = {.arena = arena};
        struct builder *b = builder_new(arena);
        builder_section(b, SECTION_BODY, "", "", false);
        builder_paragraph(b, PARAGRAPH_BODY, bad[i]);
        builder_finish(b, &document);
        const char *error = pdf_render(&document, context, &out);
        if (!error)
            trouble = "缺字的文件没有被拒绝";
        else
            printf("拒绝：%s\n", error);
        arena_free(arena);
    }
    return trouble;
}

static const char *check_font_errors(void)
{
    static const char *const bad[] = {"/nonexistent/x.ttf", "/etc/hostname",
                                      "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc#2",
                                      "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc#99"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena *arena = arena_new();
        const char *error = NULL;
        struct fonts *fonts = fonts_open(&(struct font_paths){.body = bad[i]}, arena, &error);
        if (fonts || !error)
            return "坏字体没有被拒绝";
        printf("拒绝：%s\n", error);
        arena_free(arena);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    int rounds = argc == 3 ? (int)strtol(argv[2], NULL, 10) : 0;
    if (argc < 2 || argc > 3 || (argc == 3 && rounds < 1)) {
        fprintf(stderr, "用法：%s 目录 [轮数]\n", argv[0]);
        return 1;
    }
    struct arena *arena = arena_new();
    const char *error = NULL;
    struct fonts *fonts = fonts_open(&(struct font_paths){0}, arena, &error);
    struct render_context context = {.fonts = fonts};
    if (fonts && argc == 3) {
        measure(&context, rounds);
    } else if (fonts) {
        for (size_t i = 0; i < DOCUMENTS && !error; i++)
            error = render_one(i, &context, argv[1]);
        if (!error)
            error = check_refusals(&context);
        if (!error)
            error = check_font_errors();
    }
    if (error)
        fprintf(stderr, "%s\n", error);
    fonts_close(fonts);
    arena_free(arena);
    return error != NULL;
}
