/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "base/message.h"

const struct command commands[] = {
    {"new", N_("新文件夹 | 地区文件夹 --template 模板"),
     N_("写一个样板地区文件夹，照着改成自己的数据；或者只复制一个模板来改"), "t", "", true, command_new, false},
    {"check", N_("地区文件夹 [--period 时期] [--explain 文件]"),
     N_("只核查，列出每张表是怎样读的、全部问题，不写任何文件"), "pke", "", true, command_check, false},
    {"preview", N_("地区文件夹 [--area 地区] [--document 文件种类] [--output 文件] [--watch]"),
     N_("核查、计算，把全区域或一个地区的通报显示在屏幕上"), "pokadw", "", true, command_preview, false},
    {"run", N_("地区文件夹 --output 文件夹 [--period 时期]"), N_("核查、计算，并发布全部工作簿、通报和数据表"),
     "pojankrlK", "o", false, command_run, false},
    {"trace", N_("地区文件夹 --area 地区 --indicator 指标 [--measure 口径] | --figure 数 [--period 时期]"),
     N_("说明一个数从哪里来：算式、每一个原始格、判定的依据；或查出印出的一个数是哪里的"), "pkaimf", "", true,
     command_trace, false},
    {"status", N_("地区文件夹 [--period 时期]"),
     N_("列出各地区应报、已报、未报了什么，何时报的，催报名单，以及待核的数"), "pk", "", true, command_status, false},
    {"archive", N_("发布文件夹 [--to 文件夹] [--input 地区文件夹] [--previous 文件夹|归档包] [--last 文件夹|归档包]"),
     N_("封存一次发布：连同输入和模板打成归档包，登入台账；发布的文件夹从此只读"), "TIrl", "", false, command_archive,
     false},
    {"verify", N_("发布文件夹 | 归档包 [--input 地区文件夹] [--previous 文件夹|归档包] [--last 文件夹|归档包]"),
     N_("查验校验和，再从归档的输入和模板（或地区文件夹）重算一遍，看是不是同样的字节"), "Irl", "", true,
     command_verify, false},
    {"words", N_("[列名 [地区文件夹]]"),
     N_("列出各表有哪些列；写了列名的，列出这一列可以写哪些词，如 words 关系；"
        "再写地区文件夹的，列出其中的地区、指标或时期，如 words 地区 我的地区"),
     "", "", true, command_words, true},
    {NULL, NULL, NULL, NULL, NULL, false, NULL, false},
};
