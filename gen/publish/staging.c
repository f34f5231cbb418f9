/* SPDX-License-Identifier: MIT */
#include "publish/staging.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/listing.h"
#include "publish/replace.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#define MARK ".tongbao-"
#define RANDOM_LETTERS 6
#define FRESH "new"
#define OLD "old"
#define JOURNAL "unfinished.txt"
/* For a person who opens it, and the first thing a later run looks for. */
#define JOURNAL_HEAD "这是 tongbao 没有发布完的文件夹，下次发布到同一位置时会自动清理，请不要在这里放文件。\n"
/* The line before the two folders change places, and the one that says that what came back from DIR has been judged and
 * is being removed. */
#define JOURNAL_SWAP "\nswap\n"
#define JOURNAL_OLD "\nold\n"
/* The lines that say that a file has been made, before its number and its path, and that it is whole. */
#define JOURNAL_BEGUN "begun "
#define JOURNAL_WHOLE "whole "
/* What the folder may do between its making and its first journal; nobody makes a folder like that by hand. */
#define UNBORN_MODE 0300
/* Of a file that may have been made or not. */
#define NO_INODE ((ino_t)-1)

struct staging {
    struct arena *arena;
    const struct place *place;
    const char *name;
    int folder, fresh, journal;
    ino_t fresh_inode;
    mode_t mode; /* of files */
};

static bool is_orphan(const struct staging *s)
{
    return s->fresh < 0;
}

static void close_all(struct staging *s)
{
    int failure = errno;
    int *files[] = {&s->folder, &s->fresh, &s->journal};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (*files[i] >= 0)
            close(*files[i]);
        *files[i] = -1;
    }
    errno = failure;
}

/* ---- the journal ---- */

/* Lets two runs into one long name, which is cut, know each other's folders apart. */
static const char *journal_line(struct staging *s)
{
    char text[SUM_DIGITS + 1];
    struct sum sum = sum_of(s->place->name, strlen(s->place->name));
    sum_write(&sum, text);
    return arena_format(s->arena, "%s\n", text);
}

static bool journal_begin(struct staging *s)
{
    const char *head =
        arena_format(s->arena, "%s%s%llu\n", JOURNAL_HEAD, journal_line(s), (unsigned long long)s->fresh_inode);
    return write_all(s->journal, head, strlen(head));
}

/* A line of its own, also behind one that a full disk has cut; one write, so that workers don't mix theirs. */
static bool journal_file(struct staging *s, const char *path, const void *bytes, size_t size)
{
    char text[SUM_DIGITS + 1];
    struct sum sum = sum_of(bytes, size);
    sum_write(&sum, text);
    const char *line = arena_format(s->arena, "\n%s  %s\n", text, path);
    return write_all(s->journal, line, strlen(line));
}

/* What becomes of the file, in a line likewise. */
static bool journal_begun(const struct staging *s, const char *path, int file)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return false;
    const char *line = arena_format(s->arena, "\n" JOURNAL_BEGUN "%llu %s\n", (unsigned long long)status.st_ino, path);
    return write_all(s->journal, line, strlen(line));
}

static void journal_whole(const struct staging *s, const char *path)
{
    const char *line = arena_format(s->arena, "\n" JOURNAL_WHOLE "%s\n", path);
    write_all(s->journal, line, strlen(line)); /* without it, the sum tells */
}

/* All of it; NULL when it can't be read. */
static const char *journal_read(const struct staging *s, size_t *length)
{
    struct buffer text = {.arena = s->arena};
    char chunk[65536];
    ssize_t got;
    while ((got = pread(s->journal, chunk, sizeof chunk, (off_t)text.length)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        buffer_add_n(&text, chunk, (size_t)got);
    }
    *length = text.length;
    return buffer_text(&text);
}

/* A line that says what became of a file. */
static void take_progress(struct listing *listing, const char *line)
{
    char *path;
    if (text_starts(line, JOURNAL_WHOLE)) {
        listing_set_begun(listing, line + strlen(JOURNAL_WHOLE), 0);
    } else if (text_starts(line, JOURNAL_BEGUN)) {
        unsigned long long number = strtoull(line + strlen(JOURNAL_BEGUN), &path, 10);
        if (*path == ' ')
            listing_set_begun(listing, path + 1, (ino_t)number);
    }
}

/* The files that it lists, and how far they came. False when it can't be read: then none is known. */
static bool journal_files(const struct staging *s, struct listing *listing)
{
    size_t length;
    const char *text = journal_read(s, &length);
    if (!text)
        return false;
    listing_read_lines(listing, text, length);
    for (size_t i = 0; i < listing->count; i++)
        listing->items[i].begun = NO_INODE;
    for (const char *end; (end = strchr(text, '\n')); text = end + 1)
        take_progress(listing, arena_string_n(s->arena, text, (size_t)(end - text)));
    return true;
}

/* Whether the journal is one of this place's; then which folder is new. */
static bool journal_recognise(struct staging *s)
{
    size_t length;
    const char *text = journal_read(s, &length);
    const char *head = arena_format(s->arena, "%s%s", JOURNAL_HEAD, journal_line(s));
    char *end = NULL;
    if (!text || !text_starts(text, head))
        return false;
    text += strlen(head);
    s->fresh_inode = (ino_t)strtoull(text, &end, 10);
    return end != text && *end == '\n';
}

/* From here on files of it may be missing, and then it can't say any more whose it is. On a full disk the line may
 * fail: should the run be killed now, somebody has to look at the rest. */
static void journal_old(const struct staging *s)
{
    write_all(s->journal, JOURNAL_OLD, strlen(JOURNAL_OLD));
}

/* Whether the line stands in it; `unknown` when it can't be read. */
static bool journal_says(const struct staging *s, const char *line, bool unknown)
{
    size_t length;
    const char *text = journal_read(s, &length);
    return text ? strstr(text, line) != NULL : unknown;
}

/* ---- making one ---- */

static const char *prefix_of(struct arena *arena, const struct place *place)
{
    char *longest = arena_format(arena, "%s%s", MARK, "XXXXXX");
    const char *name = place_name(arena, place->name, longest);
    return arena_string_n(arena, name, strlen(name) - RANDOM_LETTERS);
}

static const char *random_name(struct arena *arena, const struct place *place)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    unsigned char bytes[RANDOM_LETTERS] = {0};
    char text[RANDOM_LETTERS + 1] = {0};
    if (getrandom(bytes, sizeof bytes, 0) < 0)
        return NULL;
    for (int i = 0; i < RANDOM_LETTERS; i++)
        text[i] = letters[bytes[i] % (sizeof letters - 1)];
    return arena_format(arena, "%s%s", prefix_of(arena, place), text);
}

/* Locks the journal, so that nobody takes the folder for left over. False when somebody has it: a sweep that came in
 * between, which removes the folder. Where a file system knows no locks there are no sweeps either. */
static bool lock_journal(const struct staging *s)
{
    struct stat status;
    if (flock(s->journal, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return fstat(s->journal, &status) == 0 && status.st_nlink > 0;
}

/* What has been made before the first file: empty folders and the journal. */
static void unmake(struct staging *s)
{
    int failure = errno;
    int parent = s->place->folder;
    unlinkat(parent, arena_format(s->arena, "%s/" FRESH, s->name), AT_REMOVEDIR);
    unlinkat(parent, arena_format(s->arena, "%s/" JOURNAL, s->name), 0);
    unlinkat(parent, s->name, AT_REMOVEDIR);
    close_all(s);
    errno = failure;
}

/* What is made in it belongs to whom it would beside it. Not every file system keeps modes: should it matter, the
 * folder can't be opened next. By "." in it, because a mode can't be given past a link where /proc is not mounted. */
static void open_to_us(const struct staging *s)
{
    struct stat status;
    int made = openat(s->place->folder, s->name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (made < 0)
        return;
    bool given = fstat(made, &status) == 0 && fchmodat(made, ".", 0700 | (status.st_mode & S_ISGID), 0) == 0;
    (void)given;
    close(made);
}

/* The folder and its locked journal. 1 made, 0 try again under another name, −1 failed with errno set. */
static int make_folder(struct staging *s)
{
    int parent = s->place->folder;
    s->name = random_name(s->arena, s->place);
    if (!s->name)
        return -1;
    if (mkdirat(parent, s->name, UNBORN_MODE) != 0)
        return errno == EEXIST ? 0 : -1;
    const char *journal = arena_format(s->arena, "%s/" JOURNAL, s->name);
    s->journal = openat(parent, journal, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (s->journal >= 0 && lock_journal(s)) {
        open_to_us(s);
        return 1;
    }
    bool swept = s->journal >= 0 || errno == ENOENT;
    unmake(s);
    return swept ? 0 : -1;
}

static bool make_fresh(struct staging *s)
{
    struct stat status;
    s->folder = openat(s->place->folder, s->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (s->folder < 0 || mkdirat(s->folder, FRESH, 0777) != 0)
        return false;
    s->fresh = openat(s->folder, FRESH, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (s->fresh < 0 || fstat(s->fresh, &status) != 0)
        return false;
    s->fresh_inode = status.st_ino;
    return journal_begin(s);
}

struct staging *staging_new(struct arena *arena, const struct place *place)
{
    struct staging *s = arena_alloc(arena, sizeof *s);
    *s = (struct staging){
        .arena = arena, .place = place, .folder = -1, .fresh = -1, .journal = -1, .mode = usual_mode()};
    int made = 0;
    for (int attempt = 0; made == 0 && attempt < 100; attempt++)
        made = make_folder(s);
    if (made > 0 && make_fresh(s))
        return s;
    if (made > 0)
        unmake(s);
    return NULL;
}

/* ---- writing ---- */

int staging_fresh(const struct staging *s)
{
    return s->fresh;
}

static const char *make_folders(struct staging *s, const char *path)
{
    char *folder = arena_string(s->arena, path);
    for (char *slash = strchr(folder, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdirat(s->fresh, folder, 0777) != 0 && errno != EEXIST)
            return system_sentence(s->arena, _("无法建立文件夹，请检查磁盘空间和权限"), folder);
        *slash = '/';
    }
    return NULL;
}

const char *staging_write(struct staging *s, const char *path, const void *bytes, size_t size)
{
    const char *unwritten = _("无法写入文件，请检查磁盘空间和权限");
    if (!journal_file(s, path, bytes, size)) /* before anything is there of it, its folders too */
        return system_sentence(s->arena, unwritten, path);
    const char *error = make_folders(s, path);
    if (error)
        return error;
    int file = openat(s->fresh, path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0);
    if (file < 0)
        return system_sentence(s->arena, unwritten, path);
    if (!journal_begun(s, path, file)) {
        error = system_sentence(s->arena, unwritten, path);
        close(file);
        return error;
    }
    error = write_checked(s->arena, file, path, bytes, size, s->mode);
    close(file);
    if (!error)
        journal_whole(s, path);
    return error;
}

/* ---- taking DIR's place ---- */

bool staging_place(const struct staging *s)
{
    return rename_free(s->folder, FRESH, s->place->folder, s->place->name);
}

bool staging_swap(const struct staging *s)
{
    if (!write_all(s->journal, JOURNAL_SWAP, strlen(JOURNAL_SWAP)))
        return false;
    if (renameat2(s->folder, FRESH, s->place->folder, s->place->name, RENAME_EXCHANGE) == 0)
        return true;
    if (!rename_unsupported(errno))
        return false;
    /* In two steps; should the run end between them, the one who settles puts the old folder back. */
    if (renameat(s->place->folder, s->place->name, s->folder, OLD) != 0)
        return false;
    if (staging_place(s))
        return true;
    int failure = errno;
    rename_free(s->folder, OLD, s->place->folder, s->place->name);
    errno = failure;
    return false;
}

const char *staging_set_aside(struct arena *arena, const struct place *place, int folder, const char *name)
{
    for (int n = 1; n < 10000; n++) {
        const char *aside = place_name(arena, place->name, arena_format(arena, "-旧%d", n));
        if (rename_free(folder, name, place->folder, aside))
            return aside;
        if (errno != EEXIST && errno != ENOTEMPTY)
            return NULL;
    }
    return NULL;
}

/* ---- settling ---- */

static bool is_fresh(const struct staging *s, int folder, const char *name)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode) &&
           status.st_ino == s->fresh_inode;
}

/* Whether `new` is still what was to be DIR. Before the swap it can't be anything else, also where somebody has copied
 * the staging folder or brought it back from a backup. */
static bool holds_fresh(const struct staging *s)
{
    return is_fresh(s, s->folder, FRESH) || !journal_says(s, JOURNAL_SWAP, true);
}

static bool is_there(int folder, const char *name)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/* The name in the staging folder of what stood at DIR; NULL when nothing of it is here. */
static const char *came_back(const struct staging *s)
{
    if (is_there(s->folder, OLD))
        return OLD;
    return is_there(s->folder, FRESH) && !holds_fresh(s) ? FRESH : NULL;
}

/* Lets the two change places again. False when DIR has got another tenant meanwhile, or can't be changed. */
static bool put_back(const struct staging *s, const char *name)
{
    int parent = s->place->folder;
    if (is_there(parent, s->place->name)) {
        if (is_orphan(s) || !is_fresh(s, parent, s->place->name))
            return false;
        if (strcmp(name, FRESH) == 0)
            return renameat2(s->folder, FRESH, parent, s->place->name, RENAME_EXCHANGE) == 0 &&
                   is_fresh(s, s->folder, FRESH);
        if (!rename_free(parent, s->place->name, s->folder, FRESH))
            return false;
    }
    return rename_free(s->folder, name, parent, s->place->name);
}

/* Where it is when it can't be put back: beside DIR under a name for people, else where it is. */
static const char *keep_aside(struct staging *s, const char *name)
{
    const char *aside = is_orphan(s) ? NULL : staging_set_aside(s->arena, s->place, s->folder, name);
    return place_beside(s->arena, s->place, aside ? aside : arena_format(s->arena, "%s/%s", s->name, name));
}

/* What stood at DIR and is not to be removed. */
static const char *return_old(struct staging *s, const char *name, const char *sentence)
{
    if (put_back(s, name))
        return sentence;
    const char *where = keep_aside(s, name);
    return arena_format(s->arena, _("%s。它现在在 '%s'，请看过后移回或移走"), sentence, where);
}

static enum publish_state settle_old(struct staging *s, const struct publish_order *order, struct buffer *notes,
                                     const char **sentence)
{
    static const struct publish_order any = {0};
    const char *name = came_back(s);
    if (!name)
        return PUBLISH_GOOD;
    bool judged = journal_says(s, JOURNAL_OLD, false);
    const char *shown = place_beside(s->arena, s->place, s->place->name);
    if (!judged && !is_there(s->place->folder, s->place->name) && put_back(s, name)) {
        *sentence =
            arena_format(s->arena, _("输出位置空了，已把原来的输出放回，没有发布新的；请再运行一次：'%s'"), shown);
        return PUBLISH_REFUSED;
    }
    struct candidate c = {
        .arena = s->arena, .order = judged ? &any : order, .holder = s->folder, .name = name, .shown = shown};
    if (replace_judge(&c) == PUBLISH_GOOD) {
        journal_old(s);
        if (!replace_remove(&c))
            buffer_format(notes, _("原来的输出没有删净，请检查权限后删除：'%s'\n"),
                          place_beside(s->arena, s->place, arena_format(s->arena, "%s/%s", s->name, name)));
    } else {
        *sentence = return_old(s, name, c.sentence);
    }
    if (c.folder >= 0)
        close(c.folder);
    return c.state;
}

static void tell_strange(const struct staging *s, const char *where, const char *path, struct buffer *notes)
{
    buffer_format(notes, _("没有发布的文件夹里有不是本程序写的内容，没有删除，请看过后移走：'%s' 里的 '%s'\n"), where,
                  text_line(s->arena, path));
}

/* The folder that didn't become DIR. */
static void settle_fresh(struct staging *s, struct buffer *notes)
{
    if (!is_there(s->folder, FRESH) || !holds_fresh(s))
        return;
    int folder = openat(s->folder, FRESH, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct listing listing = {.arena = s->arena};
    journal_files(s, &listing);
    struct stranger first = {STRANGE_UNREAD, ""};
    bool gone = false;
    if (folder >= 0) {
        first = listing_examine(&listing, folder);
        gone = listing_remove(&listing, folder) && unlinkat(s->folder, FRESH, AT_REMOVEDIR) == 0;
        close(folder);
    }
    if (gone)
        return;
    const char *where = place_beside(s->arena, s->place, arena_format(s->arena, "%s/" FRESH, s->name));
    if (first.kind == STRANGE_NOTHING || first.kind == STRANGE_UNREAD)
        buffer_format(notes, _("没有发布的文件没有删净，请检查权限后删除：'%s'\n"), where);
    else
        tell_strange(s, where, first.path, notes);
}

/* The journal goes last: as long as something is left it says whose the folder is. What isn't part of a staging folder
 * somebody has put there. */
static void remove_folder(struct staging *s, struct buffer *notes)
{
    const char **names;
    size_t count;
    if (!tree_names(s->arena, s->folder, &names, &count))
        return;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], JOURNAL) != 0 && strcmp(names[i], FRESH) != 0 && strcmp(names[i], OLD) != 0) {
            tell_strange(s, place_beside(s->arena, s->place, s->name), names[i], notes);
            return;
        }
    if (count != 1 || strcmp(names[0], JOURNAL) != 0)
        return;
    unlinkat(s->folder, JOURNAL, 0);
    unlinkat(s->place->folder, s->name, AT_REMOVEDIR);
}

enum publish_state staging_settle(struct staging *s, const struct publish_order *order, struct buffer *notes,
                                  const char **sentence)
{
    struct stat status;
    if (s->journal < 0 || (fstat(s->journal, &status) == 0 && status.st_nlink == 0))
        return PUBLISH_GOOD; /* settled, by us or by another process of the run */
    enum publish_state state = settle_old(s, order, notes, sentence);
    settle_fresh(s, notes);
    remove_folder(s, notes);
    return state;
}

/* ---- what killed runs left ---- */

/* Of a run that ended between two of its first steps. */
static void sweep_unborn(struct staging *s)
{
    struct stat status;
    int parent = s->place->folder;
    if (s->journal >= 0 && fstat(s->journal, &status) == 0 && status.st_size == 0)
        unmake(s);
    else if (s->journal < 0 && fstatat(parent, s->name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode) &&
             (status.st_mode & 0777) == UNBORN_MODE && status.st_uid == geteuid())
        unlinkat(parent, s->name, AT_REMOVEDIR);
}

/* Whether it is a folder of ours, and nobody works in it: then it is open and locked. */
static bool adopt(struct staging *s)
{
    struct stat status;
    s->folder = openat(s->place->folder, s->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (s->folder >= 0)
        s->journal = openat(s->folder, JOURNAL, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (s->journal >= 0 && (flock(s->journal, LOCK_EX | LOCK_NB) != 0 || fstat(s->journal, &status) != 0 ||
                            !S_ISREG(status.st_mode) || status.st_nlink == 0 || status.st_uid != geteuid()))
        return false;
    if (s->journal >= 0 && journal_recognise(s))
        return true;
    sweep_unborn(s);
    return false;
}

static void sweep_one(struct arena *arena, const struct place *place, const char *name,
                      const struct publish_order *order, struct buffer *notes)
{
    struct staging s = {.arena = arena, .place = place, .name = name, .folder = -1, .fresh = -1, .journal = -1};
    if (adopt(&s)) {
        const char *sentence = NULL;
        staging_settle(&s, order, notes, &sentence);
        if (sentence)
            buffer_format(notes, "%s\n", sentence);
    }
    close_all(&s);
}

void staging_sweep(struct arena *arena, const struct place *place, const struct publish_order *order,
                   struct buffer *notes)
{
    const char *prefix = prefix_of(arena, place);
    struct publish_order whole = *order;
    const char **names;
    size_t count;
    whole.leaves_out = NULL; /* whatever it was to hold, DIR holds it now */
    tree_names(arena, place->folder, &names, &count);
    for (size_t i = 0; i < count; i++)
        if (text_starts(names[i], prefix) && strlen(names[i]) == strlen(prefix) + RANDOM_LETTERS)
            sweep_one(arena, place, names[i], &whole, notes);
}
