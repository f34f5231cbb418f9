/* SPDX-License-Identifier: MIT */
#include "cli/clock.h"

#include "base/message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

bool clock_issue_date(const struct settings *settings, struct day *day, const char **error)
{
    if (settings->issue_date && sscanf(settings->issue_date, "%d-%d-%d", &day->year, &day->month, &day->day) == 3)
        return true;
    time_t seconds = time(NULL);
    struct tm parts;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch) {
        char *end;
        errno = 0;
        seconds = (time_t)strtoll(epoch, &end, 10);
        if (errno || *end || seconds < 0 || !gmtime_r(&seconds, &parts) || parts.tm_year > 8099) {
            *error = _("环境变量 SOURCE_DATE_EPOCH 应是从 1970 年起的秒数，请改正或去掉。");
            return false;
        }
    } else {
        localtime_r(&seconds, &parts);
    }
    *day = (struct day){parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
    return true;
}

long long clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}
