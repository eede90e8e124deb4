import { classify, type Classification } from "../core/classify";
import { no, ok, type Result } from "../core/language/message";
import { parseIso } from "../core/ledger/dates";
import type { FiguresBefore } from "../core/report/figures-before";
import { readTable, type TableRead } from "../files/read-table";
import { chosenPolicy, earlierRun } from "./chosen-policy";
import { mappingOf, readMap } from "./column-map";
import type { Flags } from "./command-line";
import { openInput } from "./input-file";
import { startProgress } from "./progress";
import type { Terminal } from "./terminal";

/** Reads the table of an input, with a progress bar on a terminal. */
export async function tableOf(input: string, flags: Flags, terminal: Terminal): Promise<Result<TableRead>> {
  const file = await openInput(input, terminal);
  if (!file.ok) return file;
  const progress = startProgress(terminal, file.value.size, flags.quiet, flags.lang);
  try {
    const { sheet, encoding } = flags;
    const read = await readTable(file.value, { sheet, encoding, onProgress: progress.read });
    return read.ok && read.value.sheet === null && sheet !== undefined
      ? no("sheet-of-text", { file: input })
      : read;
  } finally {
    progress.end();
  }
}

/** An input classified, and what the earlier run it was scored like says in sum. */
export interface Classified {
  readonly result: Classification;
  readonly read: TableRead;
  readonly before: FiguresBefore | null;
}

/** Classifies an input as the flags say. What is wrong with the flags is told before the input is read. */
export async function classified(
  input: string,
  flags: Flags,
  terminal: Terminal,
): Promise<Result<Classified>> {
  const named = readMap(flags.map);
  if (!named.ok) return named;
  const asOf = flags.asOf === undefined ? null : parseIso(flags.asOf);
  if (flags.asOf !== undefined && asOf === null) return no("as-of-malformed", { value: flags.asOf });
  const policy = await chosenPolicy(flags.policy);
  if (!policy.ok) return policy;
  const earlier = flags.freeze === undefined ? ok(null) : await earlierRun(flags.freeze);
  if (!earlier.ok) return earlier;
  const read = await tableOf(input, flags, terminal);
  if (!read.ok) return read;
  const mapping = mappingOf(named.value, read.value.table.columns);
  if (!mapping.ok) return mapping;
  const result = classify(read.value.table, policy.value, {
    mapping: mapping.value,
    asOf,
    dateOrder: flags.dateOrder ?? null,
    decimalMark: flags.decimal === undefined ? null : flags.decimal === "comma" ? "," : ".",
    frozen: earlier.value?.ruler ?? null,
    value: flags.value,
  });
  if (!result.ok) return result;
  return ok({
    result: { ...result.value, notes: [...read.value.notes, ...result.value.notes] },
    read: read.value,
    before: earlier.value?.figures ?? null,
  });
}
