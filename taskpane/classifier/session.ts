import type { Classification } from "../../src/core/classify";
import { no, ok, type Message, type Result } from "../../src/core/language/message";
import type { Table } from "../../src/core/ledger/cells";
import { setAsideRows } from "../../src/core/ledger/set-aside";
import type { ReportColumn } from "../../src/core/report/report";
import { figuresOf } from "../../src/core/report/figures-before";
import { dressedReport, summarisedReport } from "../../src/core/report/summarised-report";
import { explain } from "../../src/core/tiers/explain";
import { layoutOf, type PlacedBlock, type PlacedSheet } from "../../src/files/sheet-layout";
import { besideColumns } from "./beside";
import { classifyAsChosen } from "./classify-as-chosen";
import { findCustomers } from "./find-customers";
import { openSheet, openSource } from "./open-source";
import { placesOf, type Places } from "./places";
import type { Answers, Choices, RequestKind, Requests } from "./protocol";
import { sheetIntake, type SheetIntake } from "./sheet-intake";
import { withoutPivotCells } from "./sheet-dressing";
import { customerRows, inDateSystem, isByCustomer, sheetPlan, tableRows } from "./sheet-plan";

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
  /** The open workbook's, as far as its data tells: a file's says nothing of it. */
  const dateSystem = () => (inWorkbook ? (table?.dateSystem ?? 1900) : 1900);
  const inWorkbookDates = (block: PlacedBlock): PlacedBlock =>
    block.kind === "table"
      ? { ...block, columns: block.columns.map((column) => inDateSystem(column, dateSystem())) }
      : block;
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
      const read = request.read ? openSheet(incoming, request.read) : await openSource(request, onShare);
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
      const { outcome, classification } = classifyAsChosen(table, notes, choices, now());
      forget();
      result = classification;
      chosen = choices.columns;
      return ok(outcome);
    },
    customers: async ({ text, limit }) =>
      result ? ok(findCustomers(result, text, limit)) : no("pane.nothing-open"),
    explain: async ({ at, language }) =>
      result?.ledger.customers[at] !== undefined
        ? ok(explain(result, at, language).sentences)
        : no("pane.nothing-open"),
    sheets: async ({ language, summaries = true, before = null }) => {
      if (!result) return no("pane.nothing-open");
      const whole = { ...result, notes: [...notes, ...result.notes] };
      const options = { columns: chosen, customers: !standsBeside() };
      placed = layoutOf(
        summaries
          ? summarisedReport(whole, language, { ...options, before, live: true })
          : dressedReport(whole, language, options),
      )
        .map(withoutPivotCells)
        .map((one) => ({ ...one, blocks: one.blocks.map(inWorkbookDates) }));
      return ok(placed.map(sheetPlan));
    },
    figures: async () => (result ? ok(figuresOf(result)) : no("pane.nothing-open")),
    "managers-copy": async ({ language, names, before = null }) => {
      if (!result) return no("pane.nothing-open");
      const { managersCopyFile } = await import("./managers-copy-file");
      return ok(await managersCopyFile(result, language, { names, before }));
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
      beside = made.value.columns.map((column) => inDateSystem(column, dateSystem()));
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
