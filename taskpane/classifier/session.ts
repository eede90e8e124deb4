import { classify, type Classification } from "../../src/core/classify";
import { no, ok, type Message, type Result } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import { foldText } from "../../src/core/ledger/folding";
import { setAsideRows } from "../../src/core/ledger/set-aside";
import { report } from "../../src/core/report/build-report";
import type { ReportColumn } from "../../src/core/report/report";
import { sampleOrders } from "../../src/core/sample/sample-orders";
import { explain } from "../../src/core/tiers/explain";
import type { SheetRead } from "../../src/excel/read-sheet";
import { layoutOf, type PlacedSheet } from "../../src/files/sheet-layout";
import { readTextTable } from "../../src/files/read-text-table";
import { asOfDay } from "./as-of-day";
import { besideColumns } from "./beside";
import { recogniseAsChosen } from "./given-roles";
import { columnViews, summaryOf, type Outcome } from "./outcome";
import { placesOf, type Places } from "./places";
import { previewOf } from "./preview";
import { sheetIntake, type SheetIntake } from "./sheet-intake";
import { customerRows, isByCustomer, sheetPlan, tableRows } from "./sheet-plan";
import type { Answers, Choices, CustomerLine, Found, Opened, RequestKind, Requests } from "./protocol";

/** What answers requests, one after another; `onShare` hears how far a long one is, 0–1. */
export interface Session {
  readonly answer: <Kind extends RequestKind>(
    kind: Kind,
    request: Requests[Kind],
    onShare?: (share: number) => void,
  ) => Promise<Result<Answers[Kind]>>;
}

/**
 * A session of one reader: it keeps the table that was opened and the result that was made of it, and answers what the
 * page asks about them. What is refused leaves what was there before. It runs in the page's worker, and anywhere else.
 *
 * @param now the clock that "today" is read from
 */
export function startSession(now: () => Date = () => new Date()): Session {
  let table: Table | null = null;
  let sheet: string | null = null;
  let inWorkbook = false;
  let notes: readonly Message[] = [];
  let result: Classification | null = null;
  /** Takes the rows of a sheet of the open workbook as they come. */
  let incoming: SheetIntake | null = null;
  /** The sheets that were last asked for, with their rows. */
  let placed: readonly PlacedSheet[] = [];
  let chosen: Choices["columns"] = null;
  /** What was last asked for beside the rows, and where customers are; made when they are first asked for. */
  let beside: readonly ReportColumn[] = [];
  let places: Places | null = null;
  /** True where a sheet of the open workbook has a row a customer: what is found of customers stands there. */
  const standsBeside = () => inWorkbook && result?.ledger.kind === "customers";
  const forget = () => {
    result = null;
    placed = [];
    beside = [];
    places = null;
  };

  const answers: {
    readonly [Kind in RequestKind]: (
      request: Requests[Kind],
      onShare: (share: number) => void,
    ) => Promise<Result<Answers[Kind]>>;
  } = {
    look: async (look) => {
      incoming = sheetIntake(look);
      return ok(null);
    },
    rows: async (rows) => {
      incoming?.take(rows);
      return ok(null);
    },
    open: async (request, onShare) => {
      const read = request.read ? openSheet(incoming, request.read) : await open(request, onShare);
      incoming = null;
      if (!read.ok) return read;
      ({ table, notes } = read.value);
      ({ sheet } = read.value.opened);
      inWorkbook = read.value.opened.sheetId !== undefined;
      forget();
      return ok(read.value.opened);
    },
    classify: async ({ choices }) => {
      if (!table) return no("pane.nothing-open");
      const { outcome, classification } = run(table, notes, choices, now());
      forget();
      result = classification;
      chosen = choices.columns;
      return ok(outcome);
    },
    customers: async ({ text, limit }) => (result ? ok(found(result, text, limit)) : no("pane.nothing-open")),
    explain: async ({ at, language }) =>
      result ? ok(explain(result, at, language).sentences) : no("pane.nothing-open"),
    workbook: async ({ language }) => {
      if (!result) return no("pane.nothing-open");
      const whole = { ...result, notes: [...notes, ...result.notes] };
      // Fetched when it is asked for: it weighs as much as all that classifies.
      const { writeWorkbook } = await import("../../src/files/write-workbook");
      const blob = await new Response(writeWorkbook(report(whole, language, { columns: chosen }))).blob();
      return ok(new Blob([blob], { type: XLSX }));
    },
    sheets: async ({ language }) => {
      if (!result) return no("pane.nothing-open");
      const whole = { ...result, notes: [...notes, ...result.notes] };
      placed = layoutOf(report(whole, language, { columns: chosen, customers: !standsBeside() }));
      return ok(placed.map(sheetPlan));
    },
    table: async ({ sheet, block, from, count }) => {
      const table = placed[sheet]?.blocks[block];
      return table?.kind === "table" ? ok(tableRows(table, from, count)) : no("pane.nothing-open");
    },
    "table-at": async ({ sheet, block, at }) => {
      const { id, blocks } = placed[sheet] ?? { id: "", blocks: [] };
      const table = blocks[block];
      return table?.kind === "table" && isByCustomer(id)
        ? ok(customerRows(table.columns, at))
        : no("pane.nothing-open");
    },
    places: async ({ cells }) => {
      if (!result) return no("pane.nothing-open");
      places ??= placesOf(result.ledger.customers);
      return ok(places(cells));
    },
    "set-aside": async ({ reason }) => {
      if (!table || !result) return no("pane.nothing-open");
      const { kind, outcomes } = result.ledger;
      const { firstRow, columns } = table;
      const found = setAsideRows(table, kind, result.mapping, outcomes, reason);
      return ok({
        rows: found.rows.map((row) => firstRow + row),
        columns: found.columns.map((at) => columns[at]?.at ?? at),
      });
    },
    beside: async ({ language }) => {
      if (!table || !result) return no("pane.nothing-open");
      const made = besideColumns(table, result, chosen, language, sheet ?? "");
      if (!made.ok) return made;
      beside = made.value.columns;
      return ok(made.value.plan);
    },
    "beside-rows": async ({ at }) => (result ? ok(customerRows(beside, at)) : no("pane.nothing-open")),
  };

  return {
    answer: async (kind, request, onShare = () => {}) => {
      try {
        return await answers[kind](request, onShare);
      } catch (error) {
        return no("pane.bug", { problem: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** How far ahead customer value looks, as the command does unless it is told otherwise. */
const MONTHS = 12;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The table of a sheet whose rows have all come. */
function openSheet(
  incoming: SheetIntake | null,
  read: SheetRead,
): Result<{ table: Table; notes: readonly Message[]; opened: Opened }> {
  const built = incoming?.finish(read) ?? no("pane.nothing-open");
  if (!built.ok) return built;
  const { table, notes } = built.value;
  const { rowCount: rows, columns } = table;
  const opened = {
    rows,
    columns: columns.length,
    sheet: read.sheet,
    sheets: [],
    encoding: null,
    preview: previewOf(table),
  };
  return ok({ table, notes, opened: { ...opened, sheetId: read.id, headerRow: table.firstRow - 2 } });
}

async function open(
  { source, sheet, encoding }: Requests["open"],
  onShare: (share: number) => void,
): Promise<Result<{ table: Table; notes: readonly Message[]; opened: Opened }>> {
  if (source.kind === "sample") {
    const table = sampleOrders({ language: source.language });
    return ok({
      table,
      notes: [],
      opened: {
        rows: table.rowCount,
        columns: table.columns.length,
        sheet: null,
        sheets: [],
        encoding: null,
        preview: previewOf(table),
      },
    });
  }
  if (source.kind === "sheet") return no("pane.nothing-open");
  const { file } = source;
  const failed: { error?: unknown } = {};
  const read = await readTextTable(
    { name: file.name, chunks: chunksOf(file, failed), size: file.size },
    { sheet, encoding, onProgress: (bytes) => onShare(file.size === 0 ? 1 : Math.min(1, bytes / file.size)) },
  ).catch((error: unknown) => {
    if (failed.error === undefined) throw error;
    return no("file-unreadable", { file: file.name, problem: nameOf(failed.error) });
  });
  if (!read.ok) return read;
  const { table, notes } = read.value;
  const { rowCount: rows, columns } = table;
  const opened = {
    rows,
    columns: columns.length,
    sheet: read.value.sheet,
    sheets: read.value.sheets,
    encoding: read.value.encoding,
    preview: previewOf(table),
  };
  return ok({ table, notes, opened });
}

/** The bytes of a file. By a reader: Safari's streams are no async iterables. What fails is kept in `failed`. */
async function* chunksOf(file: File, failed: { error?: unknown }): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    failed.error = error;
    throw error;
  } finally {
    reader.releaseLock();
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}

function run(
  table: Table,
  notes: readonly Message[],
  choices: Choices,
  now: Date,
): { readonly outcome: Outcome; readonly classification: Classification | null } {
  const { recognition, given } = recogniseAsChosen(table, choices.roles);
  const shown = {
    kind: recognition.kind,
    columns: columnViews(table, recognition, choices.roles),
  };
  const refused = (summary: Result<never>) => ({ outcome: { ...shown, summary }, classification: null });
  const asOf = asOfDay(choices.asOf, now);
  if (!asOf.ok) return refused(asOf);
  const result = classify(table, choices.policy, {
    mapping: given,
    asOf: asOf.value,
    dateOrder: choices.dateOrder,
    decimalMark: choices.decimalMark,
    // Sums of customers hold no history: what was chosen for orders is left out there.
    value:
      choices.value !== null && recognition.kind === "transactions"
        ? { model: choices.value, unit: "week", months: MONTHS, discountPerYear: 0 }
        : null,
  });
  if (!result.ok) return refused(result);
  return {
    outcome: { ...shown, summary: ok(summaryOf(result.value, notes)) },
    classification: result.value,
  };
}

/** Customers whose name holds a text, whatever its case and width. */
function found({ ledger, facts, assessment }: Classification, text: string, limit: number): Found {
  const asked = foldText(text).toLowerCase();
  const lines: CustomerLine[] = [];
  let count = 0;
  ledger.customers.forEach((customer, at) => {
    if (asked !== "" && !customer.toLowerCase().includes(asked)) return;
    count++;
    if (lines.length >= limit) return;
    lines.push({
      at,
      customer,
      tier: assessment.tier[at] ?? -1,
      stage: facts.stage[at] ?? null,
      monetary: facts.monetary[at] || 0,
    });
  });
  return { found: count, lines };
}
