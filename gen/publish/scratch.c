/* SPDX-License-Identifier: MIT */
#include "publish/scratch.h"

#include "base/message.h"
#include "publish/tree.h"
#include "publish/writing.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const char *scratch_make(struct arena *arena, const char **error)
{
    const char *above = getenv("TMPDIR");
    char *path = arena_format(arena, "%s/tongbao-XXXXXX", above && *above ? above : "/tmp");
    if (mkdtemp(path))
        return path;
    *error = system_sentence(arena, _("无法建立临时文件夹，请检查 TMPDIR 所指的文件夹和磁盘空间"), path);
    return NULL;
}

void scratch_remove(struct arena *arena, const char *path)
{
    struct tree tree = {.arena = arena};
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    tree_list(&tree, folder);
    for (size_t i = tree.count; i-- > 0;) /* what lies in a folder before the folder */
        if (!tree.entries[i].mount)
            unlinkat(folder, tree.entries[i].path, S_ISDIR(tree.entries[i].status.st_mode) ? AT_REMOVEDIR : 0);
    close(folder);
    rmdir(path);
}
