/* RULE(identifier, code in audit.csv, severity, sentence). Included several times; no guard.
 * Sentences end in the offending value in quotes where there is one, and say what to do. */

/* reading */
RULE(RULE_FILE_MISSING, "file-missing", SEVERITY_ERROR, N_("缺少必需的文件 {1}；请参照手册补上这张表"))
RULE(RULE_FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR, N_("文件打不开：{1}；请检查权限后重试"))
RULE(RULE_FILE_EMPTY, "file-empty", SEVERITY_WARNING, N_("文件没有内容，已跳过"))
RULE(RULE_FILE_UNKNOWN, "file-unknown", SEVERITY_WARNING, N_("不认识这个文件，未使用；数据表请放入 data/ 文件夹"))
RULE(RULE_FILE_ENCODING, "file-encoding", SEVERITY_NOTE, N_("文件编码为 {1}，已转换"))
RULE(RULE_BYTES_INVALID, "bytes-invalid", SEVERITY_ERROR, N_("这一行有无法识别的字节；请另存为 UTF-8 后重试：'{1}'"))
RULE(RULE_QUOTE_INVALID, "quote-invalid", SEVERITY_ERROR, N_("引号没有成对；请检查这一行的英文双引号"))
