import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Classification } from "../core/classify";
import type { Language } from "../core/language/language";
import { say, sayNumber } from "../core/language/message";
import { isoOf } from "../core/ledger/dates";
import { managersCopy } from "../core/report/managers-copy";
import { summarisedReport } from "../core/report/summarised-report";
import { reasonLabel, tierLabel } from "../core/tiers/labels";
import { resultJson } from "../core/report/result-json";
import { writeWorkbook } from "../files/write-workbook";
import { classified } from "./classified-input";
import type { Request } from "./command-line";
import { EXIT, type ExitCode } from "./exit-codes";
import { checkOutput, writeOutput } from "./output-file";
import { tell, type Terminal } from "./terminal";
import { textTable } from "./text-table";

/** `tiersheet classify`: classifies, writes what was asked for, and prints the check and the tiers. */
export async function classifyCommand(
  { input, flags }: Extract<Request, { command: "classify" | "columns" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { lang } = flags;
  const refuse = (troubles: Parameters<typeof tell>[1], code: ExitCode) => {
    tell(terminal, troubles, lang);
    return code;
  };
  const jsonFile = flags.json === "-" ? undefined : flags.json;
  const workbooks = [
    { flag: "--out", file: flags.out },
    { flag: "--managers-copy", file: flags.managersCopy },
  ];
  const files = [...workbooks, { flag: "--json", file: jsonFile }].flatMap(({ flag, file }) =>
    file === undefined ? [] : [{ flag, file }],
  );
  for (const { flag, file } of workbooks) {
    if (file !== undefined && !/\.xlsx$/i.test(file)) {
      return refuse([{ code: "out-not-xlsx", params: { flag, file } }], EXIT.usage);
    }
  }
  const taken = new Map<string, string>();
  for (const { flag, file } of files) {
    const place = await realpath(file).catch(() => resolve(file));
    const other = taken.get(place);
    if (other !== undefined) {
      return refuse([{ code: "out-same", params: { file, flag: other, other: flag } }], EXIT.usage);
    }
    taken.set(place, flag);
  }
  for (const { file: path } of files) {
    const free = await checkOutput(path, input, flags.force);
    if (!free.ok) return refuse(free.troubles, EXIT.file);
  }

  const done = await classified(input, flags, terminal);
  if (!done.ok) return refuse(done.troubles, exitCodeOf(done.troubles));
  const { result, before } = done.value;

  const written: string[] = [];
  const reports = [
    [flags.out, () => summarisedReport(result, lang, { before })],
    [flags.managersCopy, () => managersCopy(result, lang, { names: flags.names, before })],
  ] as const;
  for (const [file, report] of reports) {
    if (file === undefined) continue;
    const put = await writeOutput(file, writeWorkbook(report()), flags.force);
    if (!put.ok) return refuse(put.troubles, EXIT.file);
    written.push(put.value);
  }
  if (flags.json !== undefined) {
    const text = `${JSON.stringify(resultJson(result, lang), null, 1)}\n`;
    if (jsonFile === undefined) await terminal.print(text);
    else {
      const put = await writeOutput(jsonFile, [new TextEncoder().encode(text)], flags.force);
      if (!put.ok) return refuse(put.troubles, EXIT.file);
      written.push(put.value);
    }
  }
  if (!flags.quiet && flags.json !== "-") {
    await terminal.print(summaryText(input, result, lang));
    for (const file of written)
      await terminal.print(`${say({ code: "command-written", params: { file } }, lang)}\n`);
  }
  return EXIT.done;
}

/** Codes of troubles with the command line rather than with the data, and with files. */
const USAGE_CODES =
  /^(?:map-|as-of-malformed|policy-|ruler-|flag-|grid|columns-unfit|sheet-of-text|file-unknown-encoding|file-no-sheet|value-months|value-discount)/;
const FILE_CODES = /^(?:file-missing|file-unreadable|file-is-folder|out-)/;

/** The exit code of a refusal. */
export function exitCodeOf(troubles: Parameters<typeof tell>[1]): ExitCode {
  const code = troubles[0]?.code ?? "";
  if (FILE_CODES.test(code)) return EXIT.file;
  return USAGE_CODES.test(code) ? EXIT.usage : EXIT.data;
}

/** The check, the tiers and the notes, for a person at a terminal. */
function summaryText(input: string, result: Classification, language: Language): string {
  const { ledger, policy, tiers, notes } = result;
  const { check } = ledger;
  const t = (code: Parameters<typeof say>[0]["code"]) => say({ code }, language);
  const head = say(
    {
      code: "command-read-as",
      params: {
        file: input,
        kind: { code: `kind.${ledger.kind}` },
        rows: check.rowsIn,
        asOf: ledger.asOf === null ? "–" : isoOf(ledger.asOf),
        policy: policy.name,
      },
    },
    language,
  );
  const money = (value: number) =>
    value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const checkRows = [
    [t("sheet.check"), t("column.rows"), t("column.amount"), t("column.examples")],
    [t("text.read"), sayNumber(check.rowsIn), money(check.amountIn), ""],
    [t("text.used"), sayNumber(check.rowsUsed), money(check.amountUsed), ""],
    ...check.setAside.map(({ reason, rows, amount, examples }) => [
      say({ code: "text.set-aside", params: { reason: reasonLabel(reason, language) } }, language),
      sayNumber(rows),
      money(amount),
      examples.join(", "),
    ]),
  ];
  const tierRows = [
    [
      t("column.tier"),
      t("column.customers"),
      t("column.monetary"),
      t("column.share"),
      t("column.revenueAtRisk"),
    ],
    ...tiers.map(({ tier, customers, monetary, share, revenueAtRisk }) => [
      tierLabel(tier, policy, language),
      sayNumber(customers),
      money(monetary),
      `${(share * 100).toFixed(1)}%`,
      ...(ledger.log ? [money(revenueAtRisk)] : []),
    ]),
  ];
  const noteLines = notes.map((note) => `· ${say(note, language)}\n`).join("");
  return `${head}\n\n${textTable(checkRows, [1, 2])}\n${textTable(tierRows, [1, 2, 3, 4])}\n${noteLines}`;
}
