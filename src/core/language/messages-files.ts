import type { Bilingual } from "./language";

/** Texts about reading and writing files. */
export const fileMessages = {
  "file-standard-input": { en: "standard input", zh: "标准输入" },
  "file-the-workbook": { en: "the workbook", zh: "该工作簿" },
  "file-megabytes": { en: "{size} MB", zh: "{size} MB" },

  "file-unknown-type": {
    en: "{file} is of a type that can't be read: give one of {known}.",
    zh: "无法读取 {file} 这种类型的文件：请改用 {known}。",
  },
  "file-other-spreadsheet": {
    en: "{file} is a spreadsheet of a format that can't be read: open it in Excel or WPS and save it as .xlsx.",
    zh: "无法读取 {file} 这种格式的表格：请用 Excel 或 WPS 打开，另存为 .xlsx。",
  },
  "file-legacy-workbook": {
    en: "{file} is a workbook of Excel 97–2003 (.xls): open it in Excel or WPS and save it as .xlsx.",
    zh: "{file} 是 Excel 97–2003 格式（.xls）的工作簿：请用 Excel 或 WPS 打开，另存为 .xlsx。",
  },
  "file-encrypted": {
    en: "{file} is protected by a password: open it in Excel, remove the password (File > Info > Protect Workbook) and save it again.",
    zh: "{file} 设有打开密码：请在 Excel 中打开，取消密码（文件 > 信息 > 保护工作簿）后重新保存。",
  },
  "file-is-workbook": {
    en: "{file} holds a zip archive, as Excel workbooks do, not text: if it is a workbook, rename it to end in .xlsx.",
    zh: "{file} 的内容是压缩包（Excel 工作簿即此格式），不是文本：如果它是工作簿，请把扩展名改为 .xlsx。",
  },
  "file-is-gzip": {
    en: "{file} is compressed with gzip: rename it to end in .csv.gz or .tsv.gz.",
    zh: "{file} 是 gzip 压缩文件：请把扩展名改为 .csv.gz 或 .tsv.gz。",
  },
  "file-is-not-gzip": {
    en: "{file} holds plain text, it is not compressed with gzip: rename it to end in .csv or .tsv.",
    zh: "{file} 是未压缩的文本，不是 gzip 文件：请把扩展名改为 .csv 或 .tsv。",
  },
  "file-is-text": {
    en: "{file} holds plain text, it is no Excel workbook: rename it to end in .csv or .tsv.",
    zh: "{file} 的内容是文本，不是 Excel 工作簿：请把扩展名改为 .csv 或 .tsv。",
  },
  "file-binary": {
    en: "{file} holds binary data, not text: export the table as CSV or save it as .xlsx.",
    zh: "{file} 的内容是二进制数据，不是文本：请将表格导出为 CSV，或另存为 .xlsx。",
  },
  "file-markup": {
    en: "{file} holds a web page, an XML file or a PDF, not delimited text: open it in Excel and save it as .xlsx.",
    zh: "{file} 的内容是网页、XML 或 PDF，不是分隔文本：请用 Excel 打开，另存为 .xlsx。",
  },
  "file-empty": { en: "{file} is empty: it has no row at all.", zh: "{file} 是空文件，一行数据也没有。" },
  "file-header-only": {
    en: "{file} has a header in row {row} and no row of data below it.",
    zh: "{file} 只有第 {row} 行的表头，下面没有数据。",
  },
  "file-no-cells": {
    en: "{file} has no visible sheet with anything in it: if the data is on a hidden sheet, name that sheet.",
    zh: "{file} 的可见工作表中没有任何内容：如果数据在隐藏的工作表里，请指定该工作表的名称。",
  },
  "file-no-workbook": {
    en: "{file} is a zip archive but no Excel workbook: open the table in Excel and save it as .xlsx.",
    zh: "{file} 是压缩包，但不是 Excel 工作簿：请用 Excel 打开表格，另存为 .xlsx。",
  },
  "file-damaged-workbook": {
    en: "{file} is damaged or cut short and can't be read as a workbook: copy or download it again, or open it in Excel and save it anew.",
    zh: "{file} 已损坏或不完整，无法作为工作簿读取：请重新复制或下载，或用 Excel 打开后另存一份。",
  },
  "file-damaged-gzip": {
    en: "{file} is damaged or cut short and can't be unpacked: copy or download it again.",
    zh: "{file} 已损坏或不完整，无法解压：请重新复制或下载。",
  },
  "file-unpacks-too-large": {
    en: "{file} has {packed} and would unpack to {size}, more than a workbook of honest data needs: it was not opened.",
    zh: "{file} 大小为 {packed}，解压后将达到 {size}，远超正常工作簿的体积，因此没有打开。",
  },
  "file-gzip-too-large": {
    en: "{file} unpacks to more than {limit}, or more than 200-fold as no honest data does: it was not read on. Split it into smaller files.",
    zh: "{file} 解压后超过 {limit}，或膨胀超过 200 倍（正常数据不会如此），因此停止读取：请拆分成较小的文件。",
  },
  "file-too-large": {
    en: "{file} is larger than {limit}: save only the sheet with the data, or export it as CSV.",
    zh: "{file} 超过 {limit}：请只保留数据所在的工作表，或导出为 CSV。",
  },
  "file-too-many-cells": {
    en: "{file} has {rows} rows and {columns} columns, more than fit in memory: keep only the columns that are needed.",
    zh: "{file} 有 {rows} 行、{columns} 列，内存放不下：请只保留需要的列。",
  },
  "file-unknown-sheet": {
    en: "{file} has no sheet named “{sheet}”: it has {sheets}.",
    zh: "{file} 中没有名为“{sheet}”的工作表，现有工作表：{sheets}。",
  },
  "file-unknown-encoding": {
    en: "The encoding “{encoding}” is not known: give utf-8, gb18030, gbk, big5, utf-16le, utf-16be, windows-1252, macintosh or another name that web browsers know.",
    zh: "不认识编码“{encoding}”：可用 utf-8、gb18030、gbk、big5、utf-16le、utf-16be、windows-1252、macintosh，或浏览器支持的其他编码名称。",
  },
  "file-undecodable": {
    en: "{file} isn't {encoding} throughout: in row {row} stands the byte {value}, byte {byte} of the text. Name the encoding it was saved in with --encoding, for example gb18030 or windows-1252.",
    zh: "{file} 并非全部采用 {encoding} 编码：第 {row} 行（文本的第 {byte} 个字节）出现 {value}。请用 --encoding 指定保存时的编码，例如 gb18030 或 windows-1252。",
  },
  "file-open-quote": {
    en: '{file} has a quote (") in row {row} that is never closed, or is closed wrongly: double the quotes within that cell, or export the file anew.',
    zh: '{file} 第 {row} 行有一个双引号 (") 没有正确闭合：请把该单元格内的双引号改成两个，或重新导出文件。',
  },
  "file-endless-row": {
    en: "{file} goes on without a line break for millions of characters in row {row}: it is no table of delimited text.",
    zh: "{file} 第 {row} 行连续数百万个字符没有换行：这不是分隔文本表格。",
  },

  "file-encoding-guessed": {
    en: "The file doesn't say how its text is encoded; it was read as {encoding}. If names look wrong, give the right one with --encoding.",
    zh: "文件没有标明文字编码，已按 {encoding} 读取。如果名称显示为乱码，请用 --encoding 指定正确的编码。",
  },
  "file-broken-characters": {
    en: "{count} broken {count|character|characters} in the file could not be read and {count|stands|stand} as � in the cells.",
    zh: "文件中有 {count} 个字符已损坏、无法读取，在单元格中显示为 �。",
  },
  "file-stray-quotes": {
    en: "{count} {count|row has|rows have} a quote within a quoted cell that should have been doubled, and {count|was|were} read as {count|it stands|they stand}: row {rows}.",
    zh: "有 {count} 行的带引号单元格内含有未成对的双引号，已按原样读取：第 {rows} 行。",
  },
  "file-unnamed-columns": {
    en: "{count} {count|column has|columns have} cells but no header and {count|goes|go} by {count|its letter|their letters}: {columns}.",
    zh: "有 {count} 列有内容但没有表头，以列标称呼：{columns}。",
  },
  "file-rows-above-header": {
    en: "Row {header} was taken for the headers; {count} {count|row|rows} above it {count|was|were} left out.",
    zh: "已把第 {header} 行作为表头，其上方的 {count} 行未读取。",
  },
  "file-no-header": {
    en: "No row looks like headers: the columns go by their letters (A, B, C …), and the first row is read as data.",
    zh: "没有找到表头：各列以列标（A、B、C……）称呼，第一行按数据读取。",
  },
  "file-repeated-headers": {
    en: "{count} {count|header stands|headers stand} more than once; the later {count|column goes|columns go} by: {columns}.",
    zh: "有 {count} 个表头重复，后面的列改称：{columns}。",
  },
  "file-several-sheets": {
    en: "The sheet “{sheet}” was read; there are cells on {others} too. Name another one with --sheet.",
    zh: "已读取工作表“{sheet}”；{others} 中也有内容。如需读取其他工作表，请用 --sheet 指定。",
  },
  "file-open-in-excel": {
    en: "{file} is a workbook: open it in Excel and classify its sheet there. CSV and text files can be read here.",
    zh: "{file} 是工作簿：请在 Excel 中打开它，再对其中的工作表分类。这里可以读取 CSV 和文本文件。",
  },
} satisfies Record<string, Bilingual>;
