/* SPDX-License-Identifier: MIT */
/* RULE(identifier, code in audit.csv, severity, sentence). Included several times; no guard.
 * Sentences end in the offending value in quotes where there is one, and say what to do. */

/* reading */
RULE(RULE_FILE_MISSING, "file-missing", SEVERITY_ERROR, N_("缺少必需的文件 {1}；请参照手册补上这张表"))
RULE(RULE_FILE_UNREADABLE, "file-unreadable", SEVERITY_ERROR, N_("文件打不开：{1}；请检查权限后重试"))
RULE(RULE_FILE_DANGLING, "file-dangling", SEVERITY_ERROR,
     N_("这个链接指向的文件不在；请把原来的文件放回去，或换成文件本身：'{1}'"))
RULE(RULE_FILE_SPECIAL, "file-special", SEVERITY_ERROR,
     N_("这不是普通文件（是管道、设备之类），没有读；请换成 CSV 文件：'{1}'"))
RULE(RULE_FILE_SIZE, "file-size", SEVERITY_ERROR, N_("文件超过 {1}，没有读；请检查是否放错了文件，或拆成几个文件"))
RULE(RULE_FILE_CHANGED, "file-changed", SEVERITY_ERROR,
     N_("读取期间这个文件被改过，读到的内容前后不一致；请等它保存好后重新运行：'{1}'"))
RULE(RULE_FOLDER_UNREADABLE, "folder-unreadable", SEVERITY_ERROR,
     N_("文件夹打不开或读不全：{1}；里面的文件都没有读，请检查权限和磁盘后重试"))
RULE(RULE_FOLDER_FILE, "folder-file", SEVERITY_ERROR, N_("这里应当是文件夹，现在是一个文件；请改名或移走：'{1}'"))
RULE(RULE_NAME_ENCODING, "name-encoding", SEVERITY_ERROR,
     N_("文件名不是 UTF-8 编码（多半是 GBK），没有读；请把文件改名，大概原名：'{1}'"))
RULE(RULE_NAME_CONTROL, "name-control", SEVERITY_ERROR, N_("文件名里有换行之类的控制字符，没有读；请把文件改名：'{1}'"))
RULE(RULE_FILE_FOLDER, "file-folder", SEVERITY_ERROR, N_("这是文件夹，不是文件；请改名，或把里面的表移出来：'{1}'"))
RULE(RULE_FILE_UTF16, "file-utf16", SEVERITY_ERROR,
     N_("这个文件是没有标记（BOM）的 UTF-16，没有读；请用 Excel 或 WPS 打开，另存为 CSV UTF-8"))
RULE(RULE_FILE_NO_TEXT, "file-no-text", SEVERITY_ERROR,
     N_("这个文件不是文本（是 PDF、图片之类，或已损坏），没有读；请用 Excel 或 WPS 打开原表，另存为 CSV UTF-8"))
RULE(RULE_FILE_LOCK, "file-lock", SEVERITY_NOTE,
     N_("这是 Excel 或 WPS 打开表格时的临时文件，未使用；请保存并关闭那张表，再删去它：'{1}'"))
RULE(RULE_FILE_EMPTY, "file-empty", SEVERITY_WARNING, N_("文件没有内容，已跳过"))
RULE(RULE_FILE_UNKNOWN, "file-unknown", SEVERITY_WARNING, N_("不认识这个文件，未使用；数据表请放入 data/ 文件夹"))
RULE(RULE_FILE_ENCODING, "file-encoding", SEVERITY_NOTE, N_("文件编码为 {1}，已转换"))
RULE(RULE_BYTES_INVALID, "bytes-invalid", SEVERITY_ERROR,
     N_("这里有不属于 {2} 编码的字节，文件可能混了两种编码；请把这一处重新输入，再另存为 UTF-8，它前面是：'{1}'"))
RULE(RULE_BYTES_MORE, "bytes-more", SEVERITY_ERROR,
     N_("从这一行起还有 {1} 行有这样的字节，不再逐行列出；请用 Excel 或 WPS 打开原表，另存为 CSV UTF-8"))
RULE(RULE_CELL_SIZE, "cell-size", SEVERITY_ERROR,
     N_("这一格超过 {2} KB，没有读；请检查引号是否成对、表格是否完整，开头是：'{1}'"))
RULE(RULE_COLUMNS_LIMIT, "columns-limit", SEVERITY_ERROR,
     N_("这一行有 {1} 格，超过 {2} 格，没有读；请检查分隔符，或把表拆开"))
RULE(RULE_QUOTE_INVALID, "quote-invalid", SEVERITY_ERROR, N_("引号没有成对；请检查这一行的英文双引号"))
RULE(RULE_FILE_BINARY, "file-binary", SEVERITY_ERROR,
     N_("这不是 CSV 文本，可能是改了扩展名的 Excel 工作簿；请用 Excel 或 WPS 打开，另存为 CSV UTF-8"))

RULE(RULE_BOOK_OTHER, "book-other", SEVERITY_WARNING,
     N_("这种文件不能直接读，未使用；请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV UTF-8"))
RULE(RULE_BOOK_DAMAGED, "book-damaged", SEVERITY_ERROR,
     N_("工作簿读不出来，可能已损坏，或加了密码；请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV UTF-8：'{1}'"))
RULE(RULE_BOOK_HUGE, "book-huge", SEVERITY_ERROR,
     N_("工作簿里的内容太多，没有读；请只留下数据表，删去表外的空格和格式，另存为新的 .xlsx 或 CSV UTF-8"))
RULE(RULE_BOOK_FORMULA, "book-formula", SEVERITY_ERROR,
     N_("公式没有保存算出的数（这张工作表里这样的有 {1} 格）；请用 Excel 或 WPS 打开，保存后再用"))
RULE(RULE_BOOK_HIDDEN, "book-hidden", SEVERITY_WARNING,
     N_("这里是隐藏的行或列，里面的内容照样读了（这张工作表里这样的有 {1} 格）；请核对，不要的请删去"))
RULE(RULE_BOOK_MERGED, "book-merged", SEVERITY_NOTE,
     N_("数据里有合并的单元格（这张工作表里有 {1} 处），只有左上角一格有值，其余各格是空的"))
RULE(RULE_BOOK_TEXT_NUMBER, "book-text-number", SEVERITY_NOTE,
     N_("这一格的数存成了文本，已按数读取（这张工作表里这样的有 {1} 格）"))
RULE(RULE_BOOK_COMMENTS, "book-comments", SEVERITY_NOTE, N_("这张工作表有批注，批注没有读"))
RULE(RULE_BOOK_TABLES, "book-tables", SEVERITY_NOTE, N_("这张工作表上有 {1} 张以空行隔开的表，已分别读取"))
RULE(RULE_BOOK_SHEET_HIDDEN, "book-sheet-hidden", SEVERITY_NOTE, N_("这张工作表是隐藏的，没有读：'{1}'"))
RULE(RULE_BOOK_LIST, "book-list", SEVERITY_WARNING, N_("这张表只读第一张工作表，这一张没有读；请删去，或移到第一张"))
RULE(RULE_BOOK_TWICE, "book-twice", SEVERITY_ERROR, N_("这张表既有 CSV 又有工作簿，不知道用哪一个；请只留一个：'{1}'"))

/* data tables */
RULE(RULE_DATA_NONE, "data-none", SEVERITY_WARNING, N_("data/ 里没有数据表；请把各期的 CSV 放进去"))
RULE(RULE_TABLE_SHAPE, "table-shape", SEVERITY_ERROR,
     N_("看不懂这张表的表头，整张表没有读；请写出地区、指标、时期，或在 sources.csv 里说明各列"))
RULE(RULE_TABLE_NO_AREA, "table-no-area", SEVERITY_ERROR,
     N_("看不出这张表是哪个地区的；请加一列地区，或在表头上方写“地区：…”"))
RULE(RULE_TABLE_NO_INDICATOR, "table-no-indicator", SEVERITY_ERROR,
     N_("看不出这张表是哪个指标的；请加一列指标，或在表头上方写“指标：…”"))
RULE(RULE_CELL_LOST, "cell-lost", SEVERITY_WARNING,
     N_("这一格没有读作数据，也没有别的用处（这张表里这样的有 {2} 格）；请核对它是否放错了地方：'{1}'"))
RULE(RULE_COLUMN_UNNAMED, "column-unnamed", SEVERITY_WARNING,
     N_("这一列有内容而没有表头，未使用；请补上表头，或删去这一列：'{1}'"))
RULE(RULE_HEADER_UNKNOWN, "header-unknown", SEVERITY_WARNING,
     N_("从表头认不出指标{2}，这一列未使用；请在 indicators.csv 里加别名，或在 sources.csv 里说明：'{1}'"))
RULE(RULE_HEADER_UNUSED, "header-unused", SEVERITY_WARNING,
     N_("这一列看来是当期、上年、占比或位次，未作累计数使用；需要时请在 sources.csv 里说明：'{1}'"))
RULE(RULE_HEADER_MARK, "header-mark", SEVERITY_NOTE, N_("表头带有注号，已按去掉注号的名称读取：'{1}'"))
RULE(RULE_ROW_HEADING, "row-heading", SEVERITY_NOTE, N_("这一行只有一格，当作小标题，未作数据：'{1}'"))
RULE(RULE_ROW_BEYOND, "row-beyond", SEVERITY_ERROR,
     N_("这一行比表头多出一个数，各格可能已经错位；请核对这一行，带千分位逗号的数要加英文双引号：'{1}'"))
RULE(RULE_ROW_SHORT, "row-short", SEVERITY_WARNING,
     N_("这一行比表头少 {2} 格，可能漏了一格，后面的数都往前移了；请核对这一行，没有数的格也要留出逗号，末一格：'{1}'"))
RULE(RULE_COLUMN_NO_PERIOD, "column-no-period", SEVERITY_WARNING,
     N_("这一列的表头不是时期，未使用；需要时请写成时期（如 2019年9月），或在 sources.csv 里说明：'{1}'"))
RULE(RULE_COLUMN_PASSED, "column-passed", SEVERITY_NOTE, N_("这一列不是数据，未使用：'{1}'"))
RULE(RULE_PERIOD_NO_YEAR, "period-no-year", SEVERITY_ERROR,
     N_("这里只有月份或季度，没有年份；请写全，如 2019年9月、2019年1—9月：'{1}'"))
RULE(RULE_ROW_UNUSED, "row-unused", SEVERITY_WARNING, N_("这一行不像数据，也不像说明，未使用；请核对：'{1}'"))
RULE(RULE_ROW_UNKNOWN, "row-unknown", SEVERITY_WARNING,
     N_("认不出这一行的指标，未使用；需要时请在 indicators.csv 里加别名：'{1}'"))
RULE(RULE_ROW_NO_AREA, "row-no-area", SEVERITY_ERROR, N_("这一行有数而没有写地区；请补上：'{1}'"))
RULE(RULE_ROW_NO_INDICATOR, "row-no-indicator", SEVERITY_ERROR, N_("这一行有数而没有写指标；请补上：'{1}'"))
RULE(RULE_ROW_NO_PERIOD, "row-no-period", SEVERITY_ERROR, N_("这一行有数而没有写时期；请补上：'{1}'"))
RULE(RULE_PERIOD_UNKNOWN, "period-unknown", SEVERITY_ERROR,
     N_("看不懂这个时期；请写成 2019Q3、2019-09、2019年前三季度或 2019年1—9月：'{1}'"))
RULE(RULE_PERIOD_MISSING, "period-missing", SEVERITY_ERROR,
     N_("看不出这张表是哪个时期的；请在标题里写明（如 2019年1—9月），或写进文件名"))
RULE(RULE_PERIOD_DIFFERS, "period-differs", SEVERITY_WARNING,
     N_("标题和文件名写的时期不同，以标题为准；请核对是否用了别期的表：'{1}'"))
RULE(RULE_DATE_MANGLED, "date-mangled", SEVERITY_ERROR,
     N_("Excel 把这一格改成了日期；请改回原来的内容，并把单元格格式设为文本：'{1}'"))
RULE(RULE_NUMBER_INVALID, "number-invalid", SEVERITY_ERROR, N_("这一格不是数字；没有数时请留空或写“未报”：'{1}'"))
RULE(RULE_NUMBER_GROUPING, "number-grouping", SEVERITY_ERROR, N_("千分位分隔不对，请核对这个数：'{1}'"))
RULE(RULE_NUMBER_SCIENTIFIC, "number-scientific", SEVERITY_ERROR,
     N_("科学计数法可能丢了位数；请把单元格设为数值格式，重新填写：'{1}'"))
RULE(RULE_NUMBER_LONG, "number-long", SEVERITY_ERROR, N_("这个数的位数超过 40 位，不会是统计数；请核对这一格：'{1}'"))
RULE(RULE_NUMBER_PERCENT, "number-percent", SEVERITY_ERROR,
     N_("这一列的单位是“{1}”，不能带百分号；请核对这个数：'{2}'"))
RULE(RULE_GROWTH_WORDS, "growth-words", SEVERITY_NOTE, N_("增速栏写的是文字，按没有增速处理，原文留作备注：'{1}'"))
RULE(RULE_STATUS_UNKNOWN, "status-unknown", SEVERITY_ERROR,
     N_("不认识这个状态；请用正常、初步、估计、未报，或字母 A B E F L M O P U V：'{1}'"))
RULE(RULE_STATUS_VALUE, "status-value", SEVERITY_ERROR,
     N_("状态是未报（M、L、O），数值应当留空；请改正状态，或删去数值：'{1}'"))
RULE(RULE_STATUS_CONFLICT, "status-conflict", SEVERITY_WARNING,
     N_("同一个数在 {1} 写的是另一种状态，以那里为准：'{2}'"))
RULE(RULE_UNIT_CONVERT, "unit-convert", SEVERITY_ERROR,
     N_("单位“{1}”不能换算成指标的单位“{2}”；请改正表头，或改 indicators.csv 的单位"))
RULE(RULE_UNIT_STATED, "unit-stated", SEVERITY_ERROR,
     N_("表上写的单位“{1}”没有一个能换算成这个指标的单位“{2}”；请在表头的括号里写明这一列的单位，或改正表上的单位"))
RULE(RULE_UNIT_TWO, "unit-two", SEVERITY_ERROR,
     N_("表上写的单位“{1}”不止一个能换算成这个指标的单位“{2}”，不知是哪一个；请在表头的括号里写明这一列的单位"))
RULE(RULE_UNIT_UNUSED, "unit-unused", SEVERITY_NOTE,
     N_("表上写了这个单位，没有一列用得上；请核对单位，或在表头的括号里写明各列的单位：'{1}'"))
RULE(RULE_FIGURE_TWICE, "figure-twice", SEVERITY_NOTE, N_("这个数在 {1} 已经有了，两处相同"))
RULE(RULE_FIGURE_CONFLICT, "figure-conflict", SEVERITY_ERROR,
     N_("同一时期、地区、指标在 {1} 是 {2}，两处不同；请核实后只留一个：'{3}'"))

/* sources.csv */
RULE(RULE_SOURCE_HEADER, "source-header", SEVERITY_ERROR,
     N_("这一行像是表头，而地区一列的这一格是空的；请在这一格里写上“地区”：'{1}'"))
RULE(RULE_SOURCE_MEANING, "source-meaning", SEVERITY_ERROR,
     N_("不认识这个含义；请用 area period indicator value yoy single single_yoy status note skip：'{1}'"))
RULE(RULE_SOURCE_TWICE, "source-twice", SEVERITY_ERROR, N_("同一个文件只能有一列是 {1}；请删去多余的一行：'{2}'"))
RULE(RULE_SOURCE_INDICATOR, "source-indicator", SEVERITY_ERROR,
     N_("这一列是数，要写明指标，或另说明哪一列是 indicator：'{1}'"))
RULE(RULE_SOURCE_SINGLE, "source-single", SEVERITY_ERROR, N_("只有时期数才有当期数和当期增速；请改正含义或指标：'{1}'"))
RULE(RULE_SOURCE_COLUMN, "source-column", SEVERITY_ERROR,
     N_("{1} 里找不到这一列；请照抄表头，或用 #n 写明是第几列：'{2}'"))
RULE(RULE_SOURCE_COLUMN_TWICE, "source-column-twice", SEVERITY_ERROR,
     N_("{1} 里有几列都是这个表头；请用 #n 写明是第几列：'{2}'"))
RULE(RULE_SOURCE_FILE, "source-file", SEVERITY_WARNING, N_("data/ 里没有这个文件，这一行没有用上：'{1}'"))
RULE(RULE_SOURCE_UNLISTED, "source-unlisted", SEVERITY_WARNING,
     N_("sources.csv 没有提到这一列，未使用；不需要时请写 skip：'{1}'"))

/* the folder and its tables */
RULE(RULE_FOLDER_MISSING, "folder-missing", SEVERITY_ERROR, N_("没有这个文件夹；请检查路径：'{1}'"))
RULE(RULE_DATA_UNKNOWN, "data-unknown", SEVERITY_WARNING,
     N_("data/ 里只读 .csv 和 .xlsx 文件，这一个未使用；如是数据表请另存为 CSV 或 .xlsx：'{1}'"))
RULE(RULE_COLUMN_UNKNOWN, "column-unknown", SEVERITY_WARNING, N_("不认识这一列，未使用{2}；请改正列名或删去：'{1}'"))
RULE(RULE_COLUMN_TWICE, "column-twice", SEVERITY_ERROR, N_("这一列出现了两次；请只保留一列：'{1}'"))
RULE(RULE_COLUMN_MISSING, "column-missing", SEVERITY_ERROR, N_("缺少必需的列；请在表头补上：'{1}'"))
RULE(RULE_ROW_TOO_LONG, "row-too-long", SEVERITY_WARNING,
     N_("这一行比表头多出内容，可能有未加引号的逗号；请核对各列是否错位：'{1}'"))
RULE(RULE_CELL_EMPTY, "cell-empty", SEVERITY_ERROR, N_("这一格不能为空；请填写：'{1}'"))
RULE(RULE_WORD_UNKNOWN, "word-unknown", SEVERITY_ERROR, N_("不认识这个词；请从下列各词中选用：{2}：'{1}'"))
RULE(RULE_INTEGER_INVALID, "integer-invalid", SEVERITY_ERROR, N_("应为 {2} 至 {3} 的整数；请改正：'{1}'"))
RULE(RULE_CONFIG_NUMBER, "config-number", SEVERITY_ERROR, N_("应为一个数；请改正：'{1}'"))
RULE(RULE_NUMBER_NEGATIVE, "number-negative", SEVERITY_ERROR, N_("不能是负数；请改正：'{1}'"))
RULE(RULE_KEY_TWICE, "key-twice", SEVERITY_ERROR, N_("第 {2} 行已经用过；请删去或改正其中一行：'{1}'"))

/* characters */
RULE(RULE_NAME_BREAK, "name-break", SEVERITY_ERROR,
     N_("名称里有换行（在 Excel 里按了 Alt+Enter）；请删去换行，写成一行：'{1}'"))
RULE(RULE_CHARACTER_UNFIT, "character-unfit", SEVERITY_ERROR,
     N_("这里有不能印的字符 {2}（{3}）；请删去，或用输入法重新输入：'{1}'"))
RULE(RULE_CHARACTER_OLD, "character-old", SEVERITY_ERROR,
     N_("这里的字 {2} 是老编码留下的，换一种字体就成了别的字或空白；看起来是“{3}”，请用输入法重新输入：'{1}'"))
RULE(RULE_CHARACTER_MISSING, "character-missing", SEVERITY_ERROR,
     N_("“{2}”（{3}）这个字在所有字体里都没有，印不出来；请核对这个字，或在设置中指定收有它的字体：'{1}'"))
RULE(RULE_FONTS_UNPREPARED, "fonts-unprepared", SEVERITY_NOTE,
     N_("字体还没有备好，没有核查各个字能否印出；请运行 make deps 后再核查"))
RULE(RULE_FONT_REFUSED, "font-refused", SEVERITY_ERROR, N_("字体用不了：{1}"))

/* names */
RULE(RULE_AREAS_LIMIT, "areas-limit", SEVERITY_ERROR,
     N_("地区超过 {1} 个，从这一行起没有读；请把地区分成几个文件夹，分别运行"))
RULE(RULE_AREA_UNKNOWN, "area-unknown", SEVERITY_ERROR,
     N_("areas.csv 里没有这个地区{2}；请改正名称或补上这一行：'{1}'"))
RULE(RULE_AREA_AMBIGUOUS, "area-ambiguous", SEVERITY_ERROR, N_("这个名称指两个以上的地区；请改用代码：'{1}'"))
RULE(RULE_INDICATOR_UNKNOWN, "indicator-unknown", SEVERITY_ERROR,
     N_("indicators.csv 里没有这个指标{2}；请改正名称或补上这一行：'{1}'"))
RULE(RULE_INDICATOR_AMBIGUOUS, "indicator-ambiguous", SEVERITY_ERROR,
     N_("这个名称指两个以上的指标；请改用指标代码：'{1}'"))
RULE(RULE_GROUP_UNKNOWN, "group-unknown", SEVERITY_ERROR,
     N_("areas.csv 里没有地区属于这个分组{2}；请改正分组名：'{1}'"))

/* areas */
RULE(RULE_REGION_NONE, "region-none", SEVERITY_ERROR,
     N_("没有一个地区是发文的区域；请让其中一行（例如“全州”）的上级为空"))
RULE(RULE_REGION_TWICE, "region-twice", SEVERITY_ERROR,
     N_("只能有一个地区没有上级，而“{2}”已经没有；请填写上级或改为参照：'{1}'"))
RULE(RULE_REFERENCE_PARENT, "reference-parent", SEVERITY_ERROR, N_("参照地区不能有上级；请把这一格清空：'{1}'"))
RULE(RULE_PARENT_REFERENCE, "parent-reference", SEVERITY_ERROR, N_("上级不能是参照地区；请改为本区域内的地区：'{1}'"))
RULE(RULE_PARENT_CIRCLE, "parent-circle", SEVERITY_ERROR, N_("上级关系绕成了圈；请改正：'{1}'"))

/* indicators */
RULE(RULE_INDICATOR_NONE, "indicator-none", SEVERITY_ERROR, N_("indicators.csv 里没有指标；请至少填写一行"))
RULE(RULE_KIND_EMPTY, "kind-empty", SEVERITY_ERROR, N_("指标类型不能为空；请从下列各词中选填：{1}"))
RULE(RULE_BASIS_IDLE, "basis-idle", SEVERITY_NOTE, N_("只有时期数才分累计与当期，这一格未使用：'{1}'"))
RULE(RULE_RATE_SUMMED, "rate-summed", SEVERITY_WARNING, N_("比率和增速相加没有意义；请改为上报或不计：'{1}'"))
RULE(RULE_QUOTIENT_HALF, "quotient-half", SEVERITY_ERROR, N_("分子、分母要么都填，要么都不填；请补上另一个：'{1}'"))
RULE(RULE_QUOTIENT_KIND, "quotient-kind", SEVERITY_ERROR,
     N_("只有比率才有分子、分母；请改正类型或清空分子、分母：'{1}'"))
RULE(RULE_QUOTIENT_CIRCLE, "quotient-circle", SEVERITY_ERROR, N_("分子、分母绕成了圈，比率由自己算出；请改正：'{1}'"))
RULE(RULE_QUOTIENT_UNIT, "quotient-unit", SEVERITY_ERROR,
     N_("分子（{2}）除以分母（{3}）得不出这个单位；请改正三个单位之一：'{1}'"))
RULE(RULE_PART_CIRCLE, "part-circle", SEVERITY_ERROR, N_("其中项绕成了圈；请改正：'{1}'"))

/* settings */
RULE(RULE_SETTING_UNKNOWN, "setting-unknown", SEVERITY_WARNING, N_("不认识这一项设置，未使用{2}；请改正或删去：'{1}'"))
RULE(RULE_DATE_INVALID, "date-invalid", SEVERITY_ERROR,
     N_("应为日期，写作 2019-10-20 或 2019年10月20日；请改正：'{1}'"))
RULE(RULE_DOC_NUMBER, "doc-number", SEVERITY_WARNING,
     N_("发文字号一般写作 机关代字〔2024〕5号（六角括号，不加“第”字，不编虚位）；请核对：'{1}'"))

/* targets */
RULE(RULE_TARGET_TABLE, "target-table", SEVERITY_ERROR,
     N_("看不出这张目标表的表头；请给出 地区、指标 两列，或首列为地区、其余各列为指标"))
RULE(RULE_TARGET_YEAR, "target-year", SEVERITY_ERROR,
     N_("不知道这是哪一年的目标；请在标题或文件名里写明年份，例如 targets-2019.csv"))
RULE(RULE_TARGET_EMPTY, "target-empty", SEVERITY_ERROR, N_("缺少目标值；请填写，或填 - 表示没有目标"))
RULE(RULE_TARGET_NUMBER, "target-number", SEVERITY_ERROR,
     N_("目标值应为一个数、2—3 这样的幅度，或 parent、parent+0.5、area:代码-1；请改正：'{1}'"))
RULE(RULE_TARGET_PERCENT, "target-percent", SEVERITY_ERROR,
     N_("这个指标的这一口径不以 % 计；请改正目标值或考核口径：'{1}'"))
RULE(RULE_TARGET_MEASURE, "target-measure", SEVERITY_ERROR,
     N_("这类指标没有这个考核口径；请改正“{2}”的类型或目标的口径：'{1}'"))
RULE(RULE_TARGET_REFERENCE, "target-reference", SEVERITY_ERROR, N_("参照地区不考核，不能有目标；请删去这一行：'{1}'"))
RULE(RULE_TARGET_IDLE, "target-idle", SEVERITY_WARNING, N_("这种目标用不到这一格，未使用；请核对关系和口径：'{1}'"))
RULE(RULE_TARGET_UP_VALUE, "target-up-value", SEVERITY_ERROR,
     N_("提高、下降与上年同期比，或与目标值一格所写年份的年末比；请填年份或清空，或把关系改为 >= 或 <=：'{1}'"))
RULE(RULE_TARGET_RANGE_STRETCH, "target-range-stretch", SEVERITY_ERROR,
     N_("目标值已写成 2—3 这样的幅度，其中较难的一头就是力争值；请清空这一格：'{1}'"))
RULE(RULE_TARGET_COMPARE, "target-compare", SEVERITY_ERROR,
     N_("对比要写同谁比：parent 或 area:代码；若这是目标，请把关系改为 >= 或 <=：'{1}'"))
RULE(RULE_TARGET_FLOW_TERM, "target-flow-term", SEVERITY_ERROR,
     N_("时期数的最后期限按年计，看的是那一年的全年数；请只写年份，例如 -2025：'{1}'"))
RULE(RULE_TARGET_UNRANKED, "target-unranked", SEVERITY_ERROR,
     N_("这个地区不参加排名，不能有位次目标；请改正地区或考核口径：'{1}'"))
RULE(RULE_TARGET_UPPER, "target-upper", SEVERITY_ERROR, N_("区间目标缺少上限；请在上限一列填写{1}"))
RULE(RULE_TARGET_UPSIDE_DOWN, "target-upside-down", SEVERITY_ERROR, N_("区间的上限低于下限；请改正：'{1}'"))
RULE(RULE_TARGET_SELF, "target-self", SEVERITY_WARNING, N_("目标是本地区自己的数，差距总是不变；请核对地区代码：'{1}'"))
RULE(RULE_TARGET_TOP, "target-top", SEVERITY_ERROR, N_("全域没有上级可比；请改用 area:代码：'{1}'"))
RULE(RULE_TARGET_START, "target-start", SEVERITY_ERROR, N_("这个口径要从某一年算起；请填写起始年：'{1}'"))
RULE(RULE_TARGET_PLACE, "target-place", SEVERITY_ERROR, N_("位次目标应为正整数，或 前三名；请改正：'{1}'"))
RULE(RULE_TARGET_RANK_OP, "target-rank-op", SEVERITY_WARNING,
     N_("这样写要求名次的数字不小于目标，一般应为 <=；请核对：'{1}'"))
RULE(RULE_TARGET_STRETCH, "target-stretch", SEVERITY_WARNING, N_("力争值比目标值还容易达到；请核对：'{1}'"))
RULE(RULE_TARGET_MILESTONE, "target-milestone", SEVERITY_ERROR,
     N_("里程碑只看是否完成，目标值应为空或 1；请改正：'{1}'"))
RULE(RULE_TARGET_MILESTONE_MEASURE, "target-milestone-measure", SEVERITY_ERROR,
     N_("里程碑的考核口径只能是总量；请清空这一格：'{1}'"))
RULE(RULE_TARGET_TWICE, "target-twice", SEVERITY_ERROR, N_("同一年里与 {2} 的目标重复；请只保留一个：'{1}'"))
RULE(RULE_TARGET_SAME, "target-same", SEVERITY_NOTE, N_("与 {2} 的目标相同，合为一个，依据都保留：'{1}'"))
RULE(RULE_TARGET_PAST, "target-past", SEVERITY_WARNING,
     N_("数据从 {2} 年开始，没有一期会用到 {1} 年的目标；如果是最后期限，请写作 -{1}，否则请核对年份"))
RULE(RULE_TARGET_FAR, "target-far", SEVERITY_WARNING,
     N_("最后期限在 {1} 年，离最近的数据有 20 年以上；请核对，6月底前请写作 2025年6月底前，不要让表格软件算成减法"))
RULE(RULE_YEAR_INVALID, "year-invalid", SEVERITY_ERROR,
     N_("应为年份，例如 2019；截止年也可以是最后期限，例如 -2025、2025年6月底前；请改正：'{1}'"))
RULE(RULE_YEAR_ORDER, "year-order", SEVERITY_ERROR, N_("截止年早于起始年；请改正：'{1}'"))
RULE(RULE_YEAR_DEADLINE, "year-deadline", SEVERITY_ERROR, N_("最后期限只能单独写在截止年一列；请清空起始年：'{1}'"))
RULE(RULE_PACE_INVALID, "pace-invalid", SEVERITY_ERROR,
     N_("序时应为 4 个（季末）或 12 个（月末）百分数，以分号隔开；请改正：'{1}'"))
RULE(RULE_PACE_ODD, "pace-odd", SEVERITY_WARNING, N_("序时应逐期不减，最后为 100；请核对：'{1}'"))

/* scoring, identities */
RULE(RULE_SCORING_MEASURE, "scoring-measure", SEVERITY_ERROR,
     N_("这类指标没有这个考核口径；请改正“{2}”的类型或计分的口径：'{1}'"))
RULE(RULE_WEIGHT_INVALID, "weight-invalid", SEVERITY_ERROR, N_("权重应为正数；请改正：'{1}'"))
RULE(RULE_SCORING_LIMITS, "scoring-limits", SEVERITY_ERROR, N_("保底高于封顶；请改正：'{1}'"))
RULE(RULE_SCORING_STEP, "scoring-step", SEVERITY_WARNING,
     N_("按差距计分而没有每点加分，各地区都得满分；请填写每点加分{1}"))
RULE(RULE_SCORING_TARGET, "scoring-target", SEVERITY_WARNING,
     N_("没有一个地区有“{2}”口径的目标，这一项无从计分；请补上目标：'{1}'"))
RULE(RULE_IDENTITY_TWICE, "identity-twice", SEVERITY_ERROR, N_("分项不能重复，也不能是合计项自己；请改正：'{1}'"))
RULE(RULE_IDENTITY_UNIT, "identity-unit", SEVERITY_ERROR, N_("分项的单位换算不成合计项的单位 {2}；请改正：'{1}'"))

RULE(RULE_TARGET_FALL, "target-fall", SEVERITY_WARNING,
     N_("“{2}”越低越好，这个增速目标却允许增长；降低 2% 以上请写 <= 和 -2，确实允许增长的请把关系写作 控制在：'{1}'"))
RULE(RULE_TARGET_GROWTH, "target-growth", SEVERITY_WARNING,
     N_("“{2}”越高越好，这个增速目标却要求不高于一个负数；降幅不超过 2% 请写 >= 和 -2，确实要压减的请把关系写作 "
        "控制在：'{1}'"))
RULE(RULE_TARGET_OVERDUE, "target-overdue", SEVERITY_WARNING,
     N_("最后期限在 {1} 年，数据从 {2} 年才开始，没有一期会用到这个目标；请核对年份"))
RULE(RULE_TARGET_WHOLE, "target-whole", SEVERITY_WARNING,
     N_("“{2}”不会超过 {3}，没有一期能达到这个目标；请核对目标值，要求增长的请把口径写作百分点变化：'{1}'"))
RULE(RULE_TARGET_ONE_POINT, "target-one-point", SEVERITY_WARNING,
     N_("区间的上下限相同，多一点、少一点都算没有达到；若是至少请把关系写作 >=，若是大约请写作 左右：'{1}'"))
RULE(RULE_TARGET_NO_ROOM, "target-no-room", SEVERITY_WARNING,
     N_("数印到小数点后 {2} 位，没有哪个数落在这个区间里，没有一期能达到；请核对上下限和小数位：'{1}'"))
RULE(RULE_TARGET_NO_PLACE, "target-no-place", SEVERITY_WARNING,
     N_("一起排名的地区有 {2} 个，没有这样的名次，没有一期能达到；前几名请写 <=：'{1}'"))
RULE(RULE_TARGET_EASY, "target-easy", SEVERITY_WARNING,
     N_("一起排名的地区只有 {2} 个，这样的名次人人达到；请核对名次，若是在上级范围里的名次，请另设一个指标填报：'{1}'"))
RULE(RULE_TARGET_SUM, "target-sum", SEVERITY_NOTE,
     N_("目标 {1}，所属各地区的目标加起来是 {2}，{4} {3}；请核对，有意如此的不必改"))
RULE(RULE_TARGET_UNLIKE, "target-unlike", SEVERITY_WARNING,
     N_("同组其他地区“{2}”的目标在 {3} 至 {4} 之间，这一个差了约 {5} 倍，可能应为 {6}；请核对单位和小数点：'{1}'"))
RULE(RULE_TARGET_OTHER_YEAR, "target-other-year", SEVERITY_WARNING,
     N_("同组其他地区“{2}”的目标都是 {3} 年的，只有这一个是 {1} 年的，可能应为 {3} 年；请核对起始年和截止年"))
RULE(RULE_TARGET_YEAR_END, "target-year-end", SEVERITY_NOTE,
     N_("时点数的全年目标从年初起各期都按全数评价，这一期有 {2} 个地区没有达到；若是到年底达到，截止年请写作 "
        "{1}年底前（-{1}），起始年留空"))
RULE(RULE_WEIGHT_SUM, "weight-sum", SEVERITY_NOTE,
     N_("各项权重合计 {1}，不是 100，得分以 {1} 分为满分；请核对各行权重"))

/* checks.csv */
RULE(RULE_CHECKS_PERIOD, "checks-period", SEVERITY_ERROR,
     N_("时期看不懂；请写成 2019Q3、2019年1—9月、2019-09 之类，几个之间用分号：'{1}'"))

RULE(RULE_CHECKS_CONDITION, "checks-condition", SEVERITY_ERROR,
     N_("条件看不懂，第 {2} 个字处：{3}；请参照 man 5 tongbao-region 改正：'{1}'"))
RULE(RULE_CHECKS_NAME, "checks-name", SEVERITY_ERROR,
     N_("条件第 {2} 个字处的名字没有这个指标{3}，也不是“本期”之类的词；名称里有括号、空格的加引号；请改正：'{1}'"))
RULE(RULE_CHECKS_PERCENT, "checks-percent", SEVERITY_ERROR,
     N_("“{2}”不以 % 计，条件里的 % 只能用来乘除，如 本期 <= 150% * 上年同期；请改正：'{1}'"))
RULE(RULE_CHECKS_NOTHING, "checks-nothing", SEVERITY_NOTE,
     N_("这条规则没有管到任何有数的地区、指标和时期；请核对各列：'{1}'"))
RULE(RULE_CHECKS_LACKING, "checks-lacking", SEVERITY_NOTE,
     N_("这条规则有 {1} 处因条件里的数缺少而没有判断，第一处：{2}"))
RULE(RULE_CHECKS_ZERO, "checks-zero", SEVERITY_WARNING,
     N_("这条规则有 {1} 处除数为零，没有判断，第一处：{2}；请改写条件，如把除改为乘"))
RULE(RULE_CHECKS_IDLE, "checks-idle", SEVERITY_NOTE,
     N_("这一行“已核实”没有撤下任何警告，可以删去，或核对地区、指标和时期"))
RULE(RULE_HOUSE, "house-rule", SEVERITY_WARNING, N_("{1}不符合规则“{2}”{5}：{4} 不成立，规则见 {3}；请核对"))

/* documents.csv */
RULE(RULE_DOCUMENTS_NAME, "documents-name", SEVERITY_ERROR,
     N_("这个名称不能用作文件名；请改成不以点开头，没有 / \\ : * ? \" < > | 的名称，targets、index、audit "
        "也不能用：'{1}'"))
RULE(RULE_DOCUMENTS_TWICE, "documents-twice", SEVERITY_ERROR, N_("两种通报不能同名；请改用另一个名称：'{1}'"))
RULE(RULE_DOCUMENTS_TEMPLATE, "documents-template", SEVERITY_ERROR,
     N_("没有全区域通报的这个模板；请把它放进 templates/，文件名为 {1}.txt，或改正{2}：'{1}'"))
RULE(RULE_DOCUMENTS_NONE, "documents-none", SEVERITY_NOTE,
     N_("documents.csv 没有写本期出哪一种通报，所以没有全区域的通报；要出的话请改时期一列：'{1}'"))

RULE(RULE_IDENTITY_TARGET, "identity-target", SEVERITY_WARNING,
     N_("分项目标之和 {2} 与合计目标 {1} 不等，请核对各分项目标"))

/* results */
RULE(RULE_DOCUMENT_REFUSED, "document-refused", SEVERITY_ERROR, N_("{1}的文件无法生成：{2}"))
RULE(RULE_NO_PERIOD, "no-period", SEVERITY_ERROR,
     N_("data/ 里没有任何有数值的时期，无法确定通报时期；请放入数据表，或用 --period 指明"))
RULE(RULE_PERIOD_EMPTY, "period-empty", SEVERITY_ERROR,
     N_("这个时期没有任何数据，请检查 --period 和数据表的时期：'{1}'"))
RULE(RULE_ISSUE_EARLY, "issue-early", SEVERITY_WARNING,
     N_("成文日期早于通报时期的最后一天 {2}；请核对成文日期的年月日和通报时期：'{1}'"))
RULE(RULE_REPLY_EARLY, "reply-early", SEVERITY_WARNING,
     N_("反馈期限不晚于成文日期 {2}；请改成收到通报以后的日期：'{1}'"))
RULE(RULE_SCOPE, "scope", SEVERITY_WARNING,
     N_("上报同比 {1}% 与按水平值计算的 {2}% 相差超过 0.1 个百分点，口径或基数可能调整过，以上报为准，不印上年同期数"))
RULE(RULE_TOTAL_DIFFERS, "total-differs", SEVERITY_WARNING,
     N_("上报总数 {1} 与各分项之和 {2} 不等，超出四舍五入的差距；请核对"))
RULE(RULE_IDENTITY, "identity", SEVERITY_WARNING, N_("分项之和 {2} 与合计 {1} 不等，请核对各分项指标"))
RULE(RULE_MISSING_NEEDED, "missing-needed", SEVERITY_WARNING,
     N_("{1}“{2}”没有{4}，{3}要用到；请催报，未报前不作评价、不参加位次"))
RULE(RULE_TARGET_LACKS, "target-lacks", SEVERITY_WARNING,
     N_("这个目标要同{1}的“{2}”比，而那里没有{3}的{4}；请补上那个数，没有时 {5} 个地区不作评价"))
RULE(RULE_CUMULATIVE_FALLS, "cumulative-falls", SEVERITY_WARNING, N_("累计数 {1} 小于{3}的 {2}；请核对"))
RULE(RULE_LEVEL_UNIT, "level-unit", SEVERITY_WARNING,
     N_("与{2}的 {3} 相差约 {4} 倍，看起来是{5}，应为 {6}；请核对单位后改正，确实如此请在 checks.csv "
        "写一行“已核实”：'{1}'"))
RULE(RULE_LEVEL_POINT, "level-point", SEVERITY_WARNING,
     N_("与{2}的 {3} 相差约 {4} 倍，小数点像是错了 {5} 位，应为 {6}；请核对后改正，确实如此请在 checks.csv "
        "写一行“已核实”：'{1}'"))
RULE(RULE_SUM_TRANSPOSED, "sum-transposed", SEVERITY_WARNING,
     N_("合计 {1} 与各分项之和 {2} 不等，这一格若是 {3} 就相等，像是有两位数字颠倒了；请核对：'{5}'"))
RULE(RULE_SUM_UNIT, "sum-unit", SEVERITY_WARNING,
     N_("合计 {1} 与各分项之和 {2} 不等，这一格若是 {3} 就相等，看起来是{4}；请核对单位：'{5}'"))
RULE(RULE_SUM_POINT, "sum-point", SEVERITY_WARNING,
     N_("合计 {1} 与各分项之和 {2} 不等，这一格若是 {3} 就相等，像是小数点错了位；请核对：'{5}'"))
RULE(RULE_QUOTIENT_BOUNDS, "quotient-bounds", SEVERITY_WARNING,
     N_("{1} {2} 除以{3} {4}，超出 {5}；请核对这两个数和它们的单位：'{6}'"))
RULE(RULE_OUTLIER_YOY, "outlier-yoy", SEVERITY_WARNING,
     N_("增速超过界限 {2}%；请核对本期和上年同期的数，确实如此请在 checks.csv 写一行“已核实”：'{1}'"))
RULE(RULE_OUTLIER_CHANGE, "outlier-change", SEVERITY_WARNING,
     N_("增速比上期变动的百分点超过界限 {2}；请核对本期和上期的数，确实如此请在 checks.csv 写一行“已核实”：'{1}'"))
RULE(RULE_OUTLIER_SCORE, "outlier-score", SEVERITY_WARNING,
     N_("增速远离同组各地，中位数是 {2}%，相当于一般差距的 {3} 倍；请核对，确实如此请在 checks.csv "
        "写一行“已核实”：'{1}'"))
RULE(RULE_GROWTH_FRACTION, "growth-fraction", SEVERITY_WARNING,
     N_("增速以 % 计，这里像是写成了小数，应为 {2}；请核对，确实如此请在 checks.csv 写一行“已核实”：'{1}'"))
RULE(RULE_REPEATS_PERIOD, "repeats-period", SEVERITY_WARNING,
     N_("与{1}的数完全相同，可能沿用了那一期的表；请核对：'{2}'"))
RULE(RULE_REPEATS_AREA, "repeats-area", SEVERITY_WARNING,
     N_("与{1}有 {2} 个数完全相同，可能抄错了行；请核对，这里是：'{3}'"))
RULE(RULE_REPEATS_INDICATOR, "repeats-indicator", SEVERITY_WARNING,
     N_("与{1}有 {2} 个地区的数完全相同，可能抄错了列；请核对，这里是：'{3}'"))
RULE(RULE_REPEATS_TABLE, "repeats-table", SEVERITY_WARNING,
     N_("这张表有 {2} 个数与{1}的完全相同（见 {3}），像是整张表沿用或抄来的；请核对，第一个是：'{4}'"))
RULE(RULE_VERIFIED, "verified", SEVERITY_NOTE, N_("这个数看来异常，checks.csv 第 {1} 行写明已核实，照用：'{2}'"))

/* wording */
RULE(RULE_WORDING_HEADER, "wording-header", SEVERITY_ERROR,
     N_("文字表的第一行应有键和文字两列（key, text）；请补上表头"))
RULE(RULE_WORDING_KEY, "wording-key", SEVERITY_ERROR, N_("没有这个键；请对照 templates/wording.csv 改正：'{1}'"))
RULE(RULE_WORDING_TWICE, "wording-twice", SEVERITY_ERROR, N_("这个键在第 {1} 行已经写过；请只保留一行：'{2}'"))
RULE(RULE_WORDING_PLACE, "wording-place", SEVERITY_ERROR, N_("这句话里没有这个占位符，可用的有 {1}；请改正：'{2}'"))
RULE(RULE_WORDING_BRACE, "wording-brace", SEVERITY_ERROR, N_("花括号没有成对；请改正：'{1}'"))
RULE(RULE_WORDING_MISSING, "wording-missing", SEVERITY_ERROR, N_("文字表缺少这个键，请重新安装程序：'{1}'"))

/* templates */
RULE(RULE_TEMPLATE_FILE, "template-file", SEVERITY_WARNING, N_("没有文件用这个模板{2}，未使用；请改正文件名：'{1}'"))
RULE(RULE_TEMPLATE_OPEN, "template-open", SEVERITY_ERROR, N_("花括号没有合上；请在同一行补上 }}：'{1}'"))
RULE(RULE_TEMPLATE_CLOSE, "template-close", SEVERITY_ERROR, N_("这里的 }} 前面没有 {{；请补上或删去：'{1}'"))
RULE(RULE_TEMPLATE_EMPTY, "template-empty", SEVERITY_ERROR, N_("花括号里没有内容；请填写，或删去花括号"))
RULE(RULE_TEMPLATE_NAME, "template-name", SEVERITY_ERROR,
     N_("没有这个名字{2}；请用模板函数、指标或地区的名称，名称里有括号或空格的加引号：'{1}'"))
RULE(RULE_TEMPLATE_FUNCTION, "template-function", SEVERITY_ERROR, N_("没有这个函数{2}；请对照手册改正：'{1}'"))
RULE(RULE_TEMPLATE_MEASURE, "template-measure", SEVERITY_ERROR, N_("没有这个口径{2}；请改正：'{1}'"))
RULE(RULE_TEMPLATE_COLUMN, "template-column", SEVERITY_ERROR, N_("没有这种列{2}；请对照手册改正：'{1}'"))
RULE(RULE_TEMPLATE_NO_ARGUMENTS, "template-no-arguments", SEVERITY_ERROR,
     N_("这个函数后面要用括号写明对象，如 涨跌(工业投资)：'{1}'"))
RULE(RULE_TEMPLATE_COUNT, "template-count", SEVERITY_ERROR,
     N_("这个函数括号里应有 {2} 个，现在有 {3} 个；请改正：'{1}'"))
RULE(RULE_TEMPLATE_EXPECTED, "template-expected", SEVERITY_ERROR, N_("这里应当是{2}；请改正：'{1}'"))
RULE(RULE_TEMPLATE_QUOTE, "template-quote", SEVERITY_ERROR, N_("引号没有合上；请补上：'{1}'"))
RULE(RULE_TEMPLATE_STUCK, "template-stuck", SEVERITY_ERROR, N_("“{1}”与前后的文字之间要空一格；请改正：'{2}'"))
RULE(RULE_TEMPLATE_EACH_FUNCTION, "template-each-function", SEVERITY_ERROR,
     N_("“逐项”里的函数应当只需要一个对象，如 简述、差距；请改正：'{1}'"))
RULE(RULE_TEMPLATE_ARITHMETIC, "template-arithmetic", SEVERITY_ERROR,
     N_("模板里不做加减乘除，以免与表中的数不一致；两个数的差请写 差(甲, 乙)：'{1}'"))
RULE(RULE_TEMPLATE_DEEP, "template-deep", SEVERITY_ERROR, N_("一层套一层太深了；请分成几段来写"))
RULE(RULE_TEMPLATE_STRAY, "template-stray", SEVERITY_ERROR, N_("这里的“{1}”前面没有与它配对的“{2}”；请补上或删去"))
RULE(RULE_TEMPLATE_NO_END, "template-no-end", SEVERITY_ERROR,
     N_("这个“{1}”没有配上“结束”；请在该结束的地方写 {{结束}}"))
RULE(RULE_TEMPLATE_EACH, "template-each", SEVERITY_ERROR,
     N_("“每个”要写成：每个 名字 在 名单，如 {{每个 县 在 各地区}}"))
RULE(RULE_TEMPLATE_SET, "template-set", SEVERITY_ERROR, N_("“令”要写成：令 名字 = 内容，如 {{令 甲 = 增速(工业投资)}}"))
RULE(RULE_TEMPLATE_HAND_EMPTY, "template-hand-empty", SEVERITY_ERROR, N_("“手填”后面要写上内容，如 {{手填 12.5}}"))
RULE(RULE_TEMPLATE_KIND, "template-kind", SEVERITY_ERROR, N_("“{1}”这里要的是{2}，给的是{3}；请改正"))
RULE(RULE_TEMPLATE_COMPARE, "template-compare", SEVERITY_ERROR, N_("只有数能比大小，这里有一边是{1}；请改正"))
RULE(RULE_TEMPLATE_NOT_LIST, "template-not-list", SEVERITY_ERROR,
     N_("“每个”只能走遍一份名单，如 各地区、目标项，这里是{1}；请改正"))
RULE(RULE_TEMPLATE_PRINT, "template-print", SEVERITY_ERROR, N_("{1}不能印在句子里；请改正"))
RULE(RULE_TEMPLATE_BLOCK, "template-block", SEVERITY_ERROR, N_("图表前面有文字；请让它单独成段，前后各空一行"))
RULE(RULE_TEMPLATE_NUMERAL, "template-numeral", SEVERITY_ERROR, N_("没有这种写法；请用 分节、汉字 或 逐位：'{1}'"))
RULE(RULE_TEMPLATE_FORM, "template-form", SEVERITY_ERROR, N_("没有这种口径说明；请用 全、简 或 行：'{1}'"))
RULE(RULE_TEMPLATE_MANY, "template-many", SEVERITY_ERROR, N_("括号里的内容太多；请分成几次来写"))
RULE(RULE_TEMPLATE_ENDLESS, "template-endless", SEVERITY_ERROR, N_("模板运行太久，已停止；请检查层层相套的“每个”"))
RULE(RULE_TEMPLATE_MEMORY, "template-memory", SEVERITY_ERROR, N_("模板用的内存太多，已停止；请检查“每个”和“令”"))
RULE(RULE_TEMPLATE_LONG, "template-long", SEVERITY_ERROR, N_("印出的文字太长，已停止；请检查“每个”和相连的文字"))
RULE(RULE_TEMPLATE_OTHERS, "template-others", SEVERITY_WARNING,
     N_("一个地区的文件里会出现其他地区的数；不是有意的，请改用 本地、全域：'{1}'"))
RULE(RULE_TEMPLATE_TITLE, "template-title", SEVERITY_ERROR, N_("模板里没有标题；请在开头写一行 标题：…"))
RULE(RULE_TEMPLATE_NO_SHEET, "template-no-sheet", SEVERITY_ERROR,
     N_("工作簿的内容都要写在工作表里；请先写一行 工作表：名字，再写内容"))
RULE(RULE_TEMPLATE_SHEET_IN_BULLETIN, "template-sheet-in-bulletin", SEVERITY_ERROR,
     N_("只有工作簿才有工作表；通报请用 附件1 标题"))
RULE(RULE_TEMPLATE_SHEET_NAME, "template-sheet-name", SEVERITY_ERROR,
     N_("工作表的名字不能为空，不能重复，不能超过十个字，也不能有 []:*?/\\ 和单引号；请改正：'{1}'"))
RULE(RULE_TEMPLATE_ANNEX_IN_BOOK, "template-annex-in-book", SEVERITY_ERROR, N_("工作簿没有附件；请改为 工作表：名字"))
RULE(RULE_NOTE_MISSING, "note-missing", SEVERITY_ERROR, N_("这里引用的注没有写；请另起一行写 [^{1}]：注的内容"))
RULE(RULE_NOTE_ORPHAN, "note-orphan", SEVERITY_WARNING, N_("没有地方引用这条注，不会印出；请在正文里写 [^{1}]，或删去"))
RULE(RULE_NOTE_TWICE, "note-twice", SEVERITY_ERROR,
     N_("这条注在第 {2} 行已经写过；请只保留一条，或改用别的名字：'{1}'"))
RULE(RULE_NOTE_NOT_PRINTED, "note-not-printed", SEVERITY_ERROR,
     N_("引用了这条注，而写注的那一段没有印出；请把注移到条件之外：'{1}'"))

/* a person's words */
RULE(RULE_TEXT_FILE, "text-file", SEVERITY_WARNING,
     N_("text/ 里只读 .txt 文件和以地区命名的文件夹，这一个未使用：'{1}'"))
RULE(RULE_TEXT_AREA, "text-area", SEVERITY_WARNING, N_("没有这个地区{2}，这个文件夹未使用；请改正文件夹名：'{1}'"))
RULE(RULE_TEXT_PLACE, "text-place", SEVERITY_WARNING, N_("没有模板用到这个位置，未使用；可用的位置有{2}：'{1}'"))
RULE(RULE_TEXT_NUMBER, "text-number", SEVERITY_ERROR,
     N_("手写的文字里不能直接写数；请引用，如 {{增速(工业投资)}}，或注明 {{手填 {1}}}：'{1}'"))
RULE(RULE_TEXT_BY_HAND, "text-by-hand", SEVERITY_NOTE, N_("手填的内容未经核算，请与原件核对：'{1}'"))
