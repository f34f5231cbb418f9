#include "cli/commands.h"

#include "base/message.h"

const struct command commands[] = {
    {"run", N_("地区文件夹 --output 文件夹 [--period 时期]"), N_("核查、计算，并发布全部工作簿、通报和数据表"),
     "pojankr", command_run},
    {"check", N_("地区文件夹 [--period 时期]"), N_("只核查，列出全部问题，不写任何文件"), "pk", command_check},
    {NULL, NULL, NULL, NULL, NULL},
};
