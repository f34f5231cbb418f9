/* SPDX-License-Identifier: MIT */
/* Publishing: whole or not at all, and nobody's own files are touched. */
#include "base/text.h"
#include "publish/csv_out.h"
#include "publish/listing.h"
#include "publish/place.h"
#include "publish/publish.h"
#include "publish/refusal.h"
#include "publish/single.h"
#include "publish/tenant.h"

#include <check.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unistr.h>

Suite *publish_suite(void);

static void order_usual(void);

static struct arena *arena;
static char *folder;

static void setup(void)
{
    arena = arena_new();
    folder = arena_string(arena, "/tmp/tongbao-publish.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    order_usual();
}

static void teardown(void)
{
    const char *command = arena_format(arena, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    arena_free(arena);
}

static const char *contents(const char *path)
{
    char text[4096];
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t got = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    return arena_string_n(arena, text, got);
}

static const char *in(const char *name)
{
    return arena_format(arena, "%s/%s", folder, name);
}

/* ---- a region with two areas, and publications of it ---- */

static struct area areas[] = {{.code = "R", .name = "测试州"}, {.code = "A", .name = "甲县"}};
static struct dataset dataset = {.areas = areas, .area_count = 2, .region = &areas[0]};
static struct publish_order order;

#define PAGE_LEAD "<html data-publication=\""

/* The order for in("out"): 2019Q3 of region R, everything. */
static void order_usual(void)
{
    order = (struct publish_order){
        .dir = in("out"), .dataset = &dataset, .period = {2019, FREQUENCY_QUARTER, 3}, .page_lead = PAGE_LEAD};
}

static const char measures[] = "\xEF\xBB\xBFperiod,area,indicator\n2019Q3,A,X\n2019Q3,R,X\n";

static struct publication *begin(void)
{
    const char *error = NULL;
    struct publication *p = NULL;
    enum publish_state state = publication_begin(arena, &order, &p, &error);
    ck_assert_msg(state == PUBLISH_GOOD, "%s", error);
    return p;
}

/* The review page of the order's region and period. */
static void write_page(struct publication *p)
{
    const char *page = arena_format(arena, PAGE_LEAD "%s\">", tenant_mark(arena, order.dataset, order.period));
    ck_assert_ptr_null(publication_write(p, "index.html", page, strlen(page)));
}

static void write_files(struct publication *p, const char *text)
{
    write_page(p);
    ck_assert_ptr_null(publication_write(p, "areas/甲.txt", text, strlen(text)));
    ck_assert_ptr_null(publication_write(p, "data/measures.csv", measures, strlen(measures)));
}

static void publish(const char *text)
{
    const char *error = NULL;
    struct publication *p = begin();
    write_files(p, text);
    ck_assert_msg(publication_finish(p, &error) == PUBLISH_GOOD, "%s", error);
    publication_abandon(p);
    ck_assert_str_eq(publication_notes(p), "");
}

/* Finishes what has been begun; it must be refused with these words. */
static void finish_refused(struct publication *p, const char *words)
{
    const char *error = NULL;
    ck_assert_int_eq(publication_finish(p, &error), PUBLISH_REFUSED);
    ck_assert_msg(strstr(error, words) != NULL, "%s", error);
    publication_abandon(p);
}

/* Begins over something that may not be replaced. */
static void begin_refused(const char *words)
{
    const char *error = NULL;
    struct publication *p = NULL;
    ck_assert_int_eq(publication_begin(arena, &order, &p, &error), PUBLISH_REFUSED);
    ck_assert_msg(strstr(error, words) != NULL, "%s", error);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(in(name), "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* The names in the test's folder are these and no others, in the order of `ls`. */
static void only_there(const char *names)
{
    const char *command =
        arena_format(arena, "test \"$(ls -A '%s' | LC_ALL=C sort | tr '\\n' ' ')\" = '%s '", folder, names);
    ck_assert_msg(system(command) == 0, "not only %s", names);
}

/* ---- whole or not at all ---- */

START_TEST(publishes_with_checksums_and_replaces_its_own)
{
    publish("one");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    /* sha256 of "one" and of the table, by sha256sum */
    ck_assert_str_eq(contents(in("out/SHA256SUMS")),
                     "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  areas/甲.txt\n"
                     "3e7cbdef25c288f9da3c5e6d3eae1abcd11a8403b12633fd9afc9efa3c53a338  data/measures.csv\n"
                     "a575862e98ccafd02d19195f538da18e693dc293ffaa136f883977b058c07e75  index.html\n");
    publish("two");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
    only_there("out");
}
END_TEST

START_TEST(abandoned_leaves_nothing_behind)
{
    publish("one");
    struct publication *p = begin();
    ck_assert_ptr_null(publication_write(p, "b.txt", "b", 1));
    publication_abandon(p);
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("out");
}
END_TEST

START_TEST(an_empty_folder_is_taken)
{
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    publish("one");
    only_there("out");
}
END_TEST

START_TEST(refuses_a_folder_that_is_not_ours)
{
    const char *error = NULL;
    struct publication *p = NULL;
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    put("out/mine.txt", "mine");
    begin_refused("mine.txt");
    ck_assert_str_eq(contents(in("out/mine.txt")), "mine");
    order.dir = in("no/such/parent");
    ck_assert_int_eq(publication_begin(arena, &order, &p, &error), PUBLISH_FAILED);
    only_there("out");
}
END_TEST

/* ---- what happens while it runs ---- */

START_TEST(a_folder_that_appears_is_left_alone)
{
    struct publication *p = begin();
    write_files(p, "one");
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    put("out/mine.txt", "mine");
    finish_refused(p, "运行期间");
    ck_assert_str_eq(contents(in("out/mine.txt")), "mine");
    only_there("out");
}
END_TEST

START_TEST(an_empty_folder_that_appears_is_left_alone)
{
    struct stat before, after;
    struct publication *p = begin();
    write_files(p, "one");
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    ck_assert_int_eq(stat(in("out"), &before), 0);
    finish_refused(p, "运行期间");
    ck_assert_int_eq(stat(in("out"), &after), 0);
    ck_assert_uint_eq(before.st_ino, after.st_ino);
}
END_TEST

START_TEST(a_file_that_appears_is_left_alone)
{
    struct publication *p = begin();
    write_files(p, "one");
    put("out", "mine");
    finish_refused(p, "运行期间");
    ck_assert_str_eq(contents(in("out")), "mine");
    only_there("out");
}
END_TEST

START_TEST(a_file_put_into_the_earlier_publication_is_left_alone)
{
    publish("one");
    struct publication *p = begin();
    write_files(p, "two");
    put("out/scan.pdf", "mine");
    finish_refused(p, "scan.pdf");
    ck_assert_str_eq(contents(in("out/scan.pdf")), "mine");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("out");
}
END_TEST

START_TEST(a_file_changed_meanwhile_is_left_alone)
{
    publish("one");
    struct publication *p = begin();
    write_files(p, "two");
    put("out/areas/甲.txt", "by hand");
    finish_refused(p, "areas/甲.txt");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "by hand");
    only_there("out");
}
END_TEST

START_TEST(a_file_in_place_of_the_earlier_publication_is_left_alone)
{
    publish("one");
    struct publication *p = begin();
    write_files(p, "two");
    ck_assert_int_eq(rename(in("out"), in("away")), 0);
    put("out", "mine");
    finish_refused(p, "同名的文件");
    ck_assert_str_eq(contents(in("out")), "mine");
    only_there("away out");
}
END_TEST

START_TEST(a_link_in_place_of_the_earlier_publication_is_left_alone)
{
    publish("one");
    struct publication *p = begin();
    write_files(p, "two");
    ck_assert_int_eq(rename(in("out"), in("away")), 0);
    ck_assert_int_eq(symlink("away", in("out")), 0);
    finish_refused(p, "链接");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("away out");
}
END_TEST

START_TEST(an_earlier_publication_moved_away_is_not_missed)
{
    publish("one");
    struct publication *p = begin();
    const char *error = NULL;
    write_files(p, "two");
    ck_assert_int_eq(rename(in("out"), in("away")), 0);
    ck_assert_int_eq(publication_finish(p, &error), PUBLISH_GOOD);
    publication_abandon(p);
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
    ck_assert_str_eq(contents(in("away/areas/甲.txt")), "one");
    only_there("away out");
}
END_TEST

START_TEST(of_two_runs_at_once_the_second_is_refused)
{
    struct publication *first = begin(), *second = begin();
    const char *error = NULL;
    write_files(first, "one");
    write_files(second, "two");
    ck_assert_int_eq(publication_finish(first, &error), PUBLISH_GOOD);
    publication_abandon(first);
    finish_refused(second, "运行期间");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("out");
}
END_TEST

START_TEST(of_two_runs_over_an_earlier_one_the_last_stands)
{
    publish("zero");
    struct publication *first = begin(), *second = begin();
    const char *error = NULL;
    write_files(first, "one");
    write_files(second, "two");
    ck_assert_int_eq(publication_finish(first, &error), PUBLISH_GOOD);
    publication_abandon(first);
    ck_assert_int_eq(publication_finish(second, &error), PUBLISH_GOOD);
    publication_abandon(second);
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
    only_there("out");
}
END_TEST

/* ---- of whom, of when, and how much ---- */

START_TEST(another_period_or_region_is_left_alone)
{
    publish("one");
    order.period.part = 2;
    begin_refused("另一个时期");
    order_usual();
    struct area others[] = {{.code = "Q", .name = "别的州"}, {.code = "B", .name = "乙县"}};
    struct dataset other = {.areas = others, .area_count = 2, .region = &others[0]};
    order.dataset = &other;
    begin_refused("另一个地区");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("out");
}
END_TEST

START_TEST(codes_alone_do_not_make_a_region)
{
    const char *error = NULL;
    struct publication *p = begin();
    write_files(p, "one");
    ck_assert_int_eq(publication_finish(p, &error), PUBLISH_GOOD);
    publication_abandon(p);
    struct area others[] = {{.code = "R", .name = "别的州"}, {.code = "A", .name = "乙县"}};
    struct dataset other = {.areas = others, .area_count = 2, .region = &others[0]};
    order.dataset = &other;
    begin_refused("另一个地区");
    order_usual();
    publish("two");
}
END_TEST

START_TEST(without_a_table_nobody_knows_whose_it_is)
{
    publish("one");
    ck_assert_int_eq(unlink(in("out/data/measures.csv")), 0);
    begin_refused("data/measures.csv");
}
END_TEST

START_TEST(a_listed_file_may_be_missing)
{
    publish("one");
    ck_assert_int_eq(unlink(in("out/areas/甲.txt")), 0);
    publish("two");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
}
END_TEST

static bool is_named(const void *context, const char *path)
{
    return strcmp(context, path) == 0;
}

START_TEST(a_run_that_holds_less_replaces_nothing_that_holds_more)
{
    publish("one");
    order.leaves_out = is_named;
    order.context = "areas/甲.txt";
    begin_refused("areas/甲.txt");
    order.context = "areas/乙.txt";
    publish("two");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "two");
}
END_TEST

START_TEST(keep_old_renames_whatever_folder_is_there)
{
    const char *error = NULL;
    ck_assert_int_eq(mkdir(in("out"), 0700), 0);
    put("out/mine.txt", "mine");
    ck_assert_int_eq(mkdir(in("out-旧1"), 0700), 0);
    order.keep_old = true;
    struct publication *p = begin();
    write_files(p, "one");
    ck_assert_int_eq(publication_finish(p, &error), PUBLISH_GOOD);
    ck_assert_str_eq(publication_kept(p), in("out-旧2"));
    publication_abandon(p);
    ck_assert_str_eq(contents(in("out-旧2/mine.txt")), "mine");
    ck_assert_str_eq(contents(in("out/areas/甲.txt")), "one");
    only_there("out out-旧1 out-旧2");
}
END_TEST

/* ---- what killed runs leave ---- */

/* Writes in a process of its own, which then is killed. */
static void die_writing(void)
{
    pid_t child = fork();
    if (child == 0) {
        struct publication *p = begin();
        write_files(p, "never");
        raise(SIGKILL);
    }
    int state;
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert(WIFSIGNALED(state));
}

/* The one folder beside out that a run has left. */
static const char *left_over(void)
{
    glob_t found;
    ck_assert_int_eq(glob(in("out.tongbao-??????"), 0, NULL, &found), 0);
    ck_assert_uint_eq(found.gl_pathc, 1);
    const char *path = arena_string(arena, found.gl_pathv[0]);
    globfree(&found);
    return path;
}

START_TEST(the_next_run_clears_what_a_killed_one_left)
{
    die_writing();
    ck_assert_str_eq(contents(arena_format(arena, "%s/new/areas/甲.txt", left_over())), "never");
    publish("one");
    only_there("out");
}
END_TEST

/* A process that is killed in the middle of a file: the system takes no more than its first part. */
static const char *die_within_a_file(void)
{
    static char long_text[20000];
    memset(long_text, 'x', sizeof long_text);
    pid_t child = fork();
    if (child == 0) {
        struct publication *p = begin();
        write_files(p, "whole");
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){10000, RLIM_INFINITY});
        signal(SIGXFSZ, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        publication_write(p, "areas/乙.txt", long_text, sizeof long_text);
        _exit(0);
    }
    int state;
    ck_assert_int_eq(waitpid(child, &state, 0), child);
    ck_assert(WIFSIGNALED(state));
    const char *half = arena_format(arena, "%s/new/areas/乙.txt", left_over());
    struct stat status;
    ck_assert_int_eq(stat(half, &status), 0);
    ck_assert_int_eq(status.st_size, 10000);
    ck_assert_int_eq(status.st_mode & 07777, 0);
    return half;
}

START_TEST(a_file_that_was_not_whole_is_cleared_too)
{
    die_within_a_file();
    publish("one");
    only_there("out");
}
END_TEST

/* Begins while `mine` stands where the run had written, or was writing, a file, readable by nobody: it stays. */
static void stays(const char *mine, const char *text)
{
    ck_assert_int_eq(chmod(mine, 0), 0);
    struct publication *p = begin();
    const char *notes = publication_notes(p);
    ck_assert_msg(strstr(notes, strstr(mine, "areas/")) != NULL, "%s", notes);
    publication_abandon(p);
    ck_assert_int_eq(chmod(mine, 0600), 0);
    ck_assert_str_eq(contents(mine), text);
}

START_TEST(that_a_file_may_not_be_read_does_not_make_it_ours)
{
    const char *half = die_within_a_file();
    ck_assert_int_eq(rename(half, in("away")), 0); /* its number stays taken */
    ck_assert_ptr_null(single_write_new(arena, half, "mine", 4));
    stays(half, "mine");
}
END_TEST

START_TEST(a_whole_file_that_was_changed_and_locked_stays)
{
    die_writing();
    const char *whole = arena_format(arena, "%s/new/areas/甲.txt", left_over());
    FILE *file = fopen(whole, "r+b");
    ck_assert_ptr_nonnull(file);
    fputs("mine!", file);
    fclose(file);
    if (geteuid() == 0) /* others can't read it, and are told of the folder alone */
        stays(whole, "mine!");
}
END_TEST

START_TEST(what_lies_beside_it_stays_and_is_named)
{
    die_writing();
    const char *mine = arena_format(arena, "%s/扫描.pdf", left_over());
    ck_assert_ptr_null(single_write_new(arena, mine, "mine", 4));
    struct publication *p = begin();
    const char *notes = publication_notes(p);
    ck_assert_msg(strstr(notes, "'扫描.pdf'") != NULL, "%s", notes);
    publication_abandon(p);
    ck_assert_str_eq(contents(mine), "mine");
}
END_TEST

START_TEST(a_copy_of_it_is_never_taken_for_a_publication)
{
    die_writing();
    const char *left = left_over();
    ck_assert_int_eq(
        system(arena_format(arena, "cd '%s' && cp -r '%s' out.tongbao-copied && rm -r '%s'", folder, left, left)), 0);
    order.period.part = 2;
    struct publication *p = begin();
    ck_assert_str_eq(publication_notes(p), "");
    publication_abandon(p);
    ck_assert_int_eq(rmdir(folder), 0);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
}
END_TEST

START_TEST(what_somebody_put_into_it_stays)
{
    die_writing();
    const char *left = left_over(), *error = NULL, *mine = arena_format(arena, "%s/new/areas/我的.txt", left);
    ck_assert_ptr_null(single_write_new(arena, mine, "mine", 4));
    const char *changed = arena_format(arena, "%s/new/data/measures.csv", left);
    ck_assert_int_eq(unlink(changed), 0);
    ck_assert_ptr_null(single_write_new(arena, changed, "by hand", 7));
    struct publication *p = begin();
    const char *notes = publication_notes(p);
    ck_assert_msg(strstr(notes, "areas/我的.txt") != NULL, "%s", notes);
    write_files(p, "one");
    ck_assert_int_eq(publication_finish(p, &error), PUBLISH_GOOD);
    publication_abandon(p);
    ck_assert_str_eq(contents(mine), "mine");
    ck_assert_str_eq(contents(arena_format(arena, "%s/new/data/measures.csv", left)), "by hand");
    ck_assert_ptr_null(contents(arena_format(arena, "%s/new/areas/甲.txt", left)));
}
END_TEST

START_TEST(a_folder_in_which_somebody_works_stays)
{
    struct publication *working = begin();
    write_files(working, "slow");
    const char *left = left_over();
    publish("one");
    ck_assert_str_eq(contents(arena_format(arena, "%s/new/areas/甲.txt", left)), "slow");
    publication_abandon(working);
    only_there("out");
}
END_TEST

START_TEST(a_folder_of_such_a_name_without_our_mark_stays)
{
    ck_assert_int_eq(mkdir(in("out.tongbao-backup"), 0700), 0);
    ck_assert_int_eq(mkdir(in("out.tongbao-Backup"), 0700), 0);
    put("out.tongbao-backup/mine.txt", "mine");
    publish("one");
    ck_assert_str_eq(contents(in("out.tongbao-backup/mine.txt")), "mine");
    only_there("out out.tongbao-Backup out.tongbao-backup");
}
END_TEST

/* ---- lists of sums ---- */

#define A_SUM "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"

static bool listing_takes(const char *text)
{
    struct listing listing = {.arena = arena, .own = "SHA256SUMS"};
    return listing_read(&listing, text, strlen(text));
}

START_TEST(only_plain_lists_are_read)
{
    ck_assert(listing_takes(""));
    ck_assert(listing_takes(A_SUM "  a\n" A_SUM "  b/c 县.pdf\n"));
    static const char *const wrong[] = {
        "x\n",
        A_SUM "  a",                   /* no end */
        A_SUM " a\n",                  /* one blank */
        A_SUM " *a\n",                 /* binary mode: not ours */
        A_SUM "  /etc/passwd\n",       /* from the root */
        A_SUM "  ../a\n",              /* up */
        A_SUM "  a/../../b\n",         /* up, later */
        A_SUM "  ./a\n",               /* here */
        A_SUM "  a//b\n",              /* nothing between */
        A_SUM "  a/\n",                /* a folder */
        A_SUM "  \n",                  /* no name */
        "\\" A_SUM "  a\\nb\n",        /* an escaped name */
        A_SUM "  a\n" A_SUM "  a\n",   /* twice */
        A_SUM "  SHA256SUMS\n",        /* itself */
        "7692C3AD" A_SUM "  a\n",      /* capitals */
        A_SUM "  a\n\n" A_SUM "  b\n", /* an empty line */
        A_SUM "  a\r\n",               /* from Windows */
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!listing_takes(wrong[i]), "taken: %s", wrong[i]);
}
END_TEST

/* ---- DIR-核查.csv ---- */

static const char *refuse_with(const char *text, const char **taken)
{
    const char *path = NULL;
    struct buffer table = {.arena = arena};
    buffer_add(&table, text);
    ck_assert_ptr_null(refusal_write(arena, in("out"), &table, &path, taken));
    return path;
}

START_TEST(a_refusal_file_replaces_its_own_and_goes)
{
    const char *taken;
    ck_assert_str_eq(refuse_with("one\n", &taken), in("out-核查.csv"));
    ck_assert_ptr_null(taken);
    /* sha256 of "one\n", by sha256sum */
    ck_assert_ptr_nonnull(
        strstr(contents(in("out-核查.csv")), "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806\n"));
    ck_assert_str_eq(refuse_with("two\n", &taken), in("out-核查.csv"));
    ck_assert(strncmp(contents(in("out-核查.csv")), "two\nchecksum,", strlen("two\nchecksum,")) == 0);
    refusal_clear(arena, in("out"));
    ck_assert_int_eq(rmdir(folder), 0);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
}
END_TEST

START_TEST(a_refusal_file_of_somebody_stays)
{
    const char *taken;
    put("out-核查.csv", "mine");
    ck_assert_str_eq(refuse_with("one\n", &taken), in("out-核查-2.csv"));
    ck_assert_str_eq(taken, in("out-核查.csv"));
    FILE *file = fopen(in("out-核查-2.csv"), "ab");
    fputs("已改\n", file);
    fclose(file);
    ck_assert_str_eq(refuse_with("two\n", &taken), in("out-核查-3.csv"));
    ck_assert_str_eq(refuse_with("three\n", &taken), in("out-核查-3.csv"));
    refusal_clear(arena, in("out"));
    ck_assert_str_eq(contents(in("out-核查.csv")), "mine");
    only_there("out-核查-2.csv out-核查.csv");
}
END_TEST

/* ---- DIR and the input ---- */

static bool place_refused(const char *dir, const char *input, const char *words)
{
    const char *refusal = place_refusal(arena, dir, input);
    return refusal && strstr(refusal, words);
}

START_TEST(a_place_in_or_around_the_input_is_refused)
{
    ck_assert_int_eq(mkdir(in("region"), 0700), 0);
    ck_assert_int_eq(mkdir(in("region/data"), 0700), 0);
    ck_assert_int_eq(symlink("region", in("link")), 0);
    ck_assert_int_eq(symlink("region/data", in("deep")), 0);
    const char *input = in("region");
    ck_assert(place_refused(in("region"), input, "就是输入"));
    ck_assert(place_refused(in("region///"), input, "就是输入"));
    ck_assert(place_refused(in("link"), input, "就是输入"));
    ck_assert(place_refused(in("region/data/../../region"), input, "就是输入"));
    ck_assert(place_refused(in("region"), in("link"), "就是输入"));
    ck_assert(place_refused(in("region/out"), input, "在输入"));
    ck_assert(place_refused(in("link/out"), input, "在输入"));
    ck_assert(place_refused(in("deep/../out"), input, "在输入"));
    ck_assert(place_refused(in("region/not/yet/there"), input, "在输入"));
    ck_assert(place_refused(in("nothing/../region/out"), input, "在输入"));
    ck_assert(place_refused(folder, input, "里面"));
    ck_assert(place_refused("/tmp", input, "里面"));
    ck_assert(place_refused("/tmp", in("deep"), "里面"));
    for (const char *const *dir = (const char *const[]){"/", "//", ".", "..", "./", "a/.", "a/..", "", NULL}; *dir;
         dir++)
        ck_assert_msg(place_refused(*dir, input, "自己的名字"), "%s", *dir);
    ck_assert_ptr_null(place_refusal(arena, in("out"), input));
    ck_assert_ptr_null(place_refusal(arena, in("region2"), input));
    ck_assert_ptr_null(place_refusal(arena, in("region/../out"), input));
    ck_assert_ptr_null(place_refusal(arena, in("no/such/out"), input));
}
END_TEST

START_TEST(names_are_cut_between_characters)
{
    struct buffer longest = {.arena = arena};
    for (int i = 0; i < 85; i++)
        buffer_add(&longest, "县"); /* 255 bytes */
    const char *cut = place_name(arena, buffer_text(&longest), "-旧1");
    ck_assert_uint_eq(strlen(cut), 83 * 3 + 5);
    ck_assert_str_eq(cut + 83 * 3, "-旧1");
    ck_assert_str_eq(place_name(arena, "out", "-旧1"), "out-旧1");
}
END_TEST

/* ---- names and fields ---- */

START_TEST(file_names_trip_nobody)
{
    ck_assert_str_eq(publish_clean_name(arena, "433101-吉首市-2019年1—9月"), "433101-吉首市-2019年1—9月");
    ck_assert_str_eq(publish_clean_name(arena, "../a/b:c*?\"<>|\n d"), "_._a_b_c________d");
    ck_assert_str_eq(publish_clean_name(arena, "-rf"), "_rf");
    ck_assert_str_eq(publish_clean_name(arena, "甲."), "甲");
    ck_assert_str_eq(publish_clean_name(arena, ""), "_");
    struct buffer longest = {.arena = arena};
    for (int i = 0; i < 60; i++)
        buffer_add(&longest, "县");
    const char *clean = publish_clean_name(arena, buffer_text(&longest));
    ck_assert_uint_le(strlen(clean), 180);
    ck_assert_uint_eq(strlen(clean) % 3, 0); /* no half character */
}
END_TEST

/* Names of every length, with codes of every length, so that the cut falls at each byte of a character. */
START_TEST(long_names_keep_code_and_period)
{
    static const char period[] = "2025年前三季度";
    for (int digits = 1; digits <= 12; digits++) {
        struct buffer name = {.arena = arena};
        const char *code = arena_format(arena, "%0*d", digits, 7);
        for (int length = 1; length <= 80; length++) {
            buffer_add(&name, length % 7 ? "会" : "a");
            const char *file = publish_area_name(arena, code, buffer_text(&name), period);
            const char *whole = arena_format(arena, "%s-%s-%s", code, buffer_text(&name), period);
            ck_assert_uint_le(strlen(file), 180);
            ck_assert_ptr_null(u8_check((const uint8_t *)file, strlen(file)));
            ck_assert(text_starts(file, arena_format(arena, "%s-", code)));
            ck_assert(text_ends(file, arena_format(arena, "-%s", period)));
            if (strlen(whole) <= 180)
                ck_assert_str_eq(file, whole);
            else
                ck_assert_uint_gt(strlen(file), 177); /* no more is cut than must be */
        }
    }
}
END_TEST

START_TEST(csv_fields_are_quoted_and_defused)
{
    struct buffer out = {.arena = arena};
    struct csv_out csv = csv_out_begin(&out, "a,b,c");
    csv_out_words(&csv, "=1+1");
    csv_out_field(&csv, "-1.5");
    csv_out_words(&csv, "甲,\"乙\"");
    csv_out_end_row(&csv);
    csv_out_field(&csv, NULL);
    csv_out_integer(&csv, 7);
    csv_out_words(&csv, "@x");
    csv_out_end_row(&csv);
    ck_assert_str_eq(buffer_text(&out), "\xEF\xBB\xBF"
                                        "a,b,c\n'=1+1,-1.5,\"甲,\"\"乙\"\"\"\n,7,'@x\n");
}
END_TEST

Suite *publish_suite(void)
{
    Suite *suite = suite_create("publish");
    TCase *cases = tcase_create("publish");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, publishes_with_checksums_and_replaces_its_own);
    tcase_add_test(cases, abandoned_leaves_nothing_behind);
    tcase_add_test(cases, an_empty_folder_is_taken);
    tcase_add_test(cases, refuses_a_folder_that_is_not_ours);
    tcase_add_test(cases, a_folder_that_appears_is_left_alone);
    tcase_add_test(cases, an_empty_folder_that_appears_is_left_alone);
    tcase_add_test(cases, a_file_that_appears_is_left_alone);
    tcase_add_test(cases, a_file_put_into_the_earlier_publication_is_left_alone);
    tcase_add_test(cases, a_file_changed_meanwhile_is_left_alone);
    tcase_add_test(cases, a_file_in_place_of_the_earlier_publication_is_left_alone);
    tcase_add_test(cases, a_link_in_place_of_the_earlier_publication_is_left_alone);
    tcase_add_test(cases, an_earlier_publication_moved_away_is_not_missed);
    tcase_add_test(cases, of_two_runs_at_once_the_second_is_refused);
    tcase_add_test(cases, of_two_runs_over_an_earlier_one_the_last_stands);
    tcase_add_test(cases, another_period_or_region_is_left_alone);
    tcase_add_test(cases, codes_alone_do_not_make_a_region);
    tcase_add_test(cases, without_a_table_nobody_knows_whose_it_is);
    tcase_add_test(cases, a_listed_file_may_be_missing);
    tcase_add_test(cases, a_run_that_holds_less_replaces_nothing_that_holds_more);
    tcase_add_test(cases, keep_old_renames_whatever_folder_is_there);
    tcase_add_test(cases, the_next_run_clears_what_a_killed_one_left);
    tcase_add_test(cases, a_file_that_was_not_whole_is_cleared_too);
    tcase_add_test(cases, that_a_file_may_not_be_read_does_not_make_it_ours);
    tcase_add_test(cases, a_whole_file_that_was_changed_and_locked_stays);
    tcase_add_test(cases, what_lies_beside_it_stays_and_is_named);
    tcase_add_test(cases, a_copy_of_it_is_never_taken_for_a_publication);
    tcase_add_test(cases, what_somebody_put_into_it_stays);
    tcase_add_test(cases, a_folder_in_which_somebody_works_stays);
    tcase_add_test(cases, a_folder_of_such_a_name_without_our_mark_stays);
    tcase_add_test(cases, only_plain_lists_are_read);
    tcase_add_test(cases, a_refusal_file_replaces_its_own_and_goes);
    tcase_add_test(cases, a_refusal_file_of_somebody_stays);
    tcase_add_test(cases, a_place_in_or_around_the_input_is_refused);
    tcase_add_test(cases, names_are_cut_between_characters);
    tcase_add_test(cases, file_names_trip_nobody);
    tcase_add_test(cases, long_names_keep_code_and_period);
    tcase_add_test(cases, csv_fields_are_quoted_and_defused);
    suite_add_tcase(suite, cases);
    return suite;
}
