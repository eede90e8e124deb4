import type { Language } from "../../src/core/language/language";
import type { FiguresBefore } from "../../src/core/report/figures-before";
import { ok, type Result } from "../../src/core/language/message";
import type { Beside, NewSheet, TieredPlan } from "../../src/excel/new-sheet";
import type { Classifier } from "./classifier";
import type { Outcome } from "./outcome";
import type { Choices, Opened, SheetPlan, Source } from "./protocol";

/**
 * All that a run writes into the open workbook. Rows are asked of the classifier when they are written: the pane never
 * holds more than a block of them.
 */
export async function tieredPlan(
  classifier: Classifier,
  run: {
    readonly source: Source;
    /** Where its rows stood when it was read: what tells lists on a sheet apart. */
    readonly opened?: Pick<Opened, "headerRow" | "rows">;
    readonly kind: Outcome["kind"];
    readonly choices: Choices;
    readonly language: Language;
    /** Whether the Summary and the Pivots are among it. */
    readonly summaries?: boolean;
    /** What the Summary tells changes against. */
    readonly before?: FiguresBefore | null;
  },
): Promise<Result<TieredPlan>> {
  const { source, opened, kind, choices, language, summaries = true, before = null } = run;
  const sheets = await classifier.ask("sheets", { language, summaries, before });
  if (!sheets.ok) return sheets;
  const wanted = source.kind === "sheet" && source.id !== null && (kind === "customers" || choices.beside);
  let beside: Beside | null = null;
  if (wanted) {
    const plan = await classifier.ask("beside", { language });
    if (!plan.ok) return plan;
    beside = {
      ...plan.value,
      sheet: source.id ?? "",
      table: source.table ?? null,
      rowsAt: async (at) => rowsOf(await classifier.ask("beside-rows", { at })),
    };
  }
  return ok({
    sheets: withRows(sheets.value, classifier),
    beside,
    places: async (cells) => rowsOf(await classifier.ask("places", { cells })),
    language,
    ...(source.kind === "sheet" && source.id !== null
      ? {
          source: {
            sheet: source.id,
            table: source.table ?? null,
            address: source.address ?? null,
            ...(opened?.headerRow === undefined
              ? {}
              : { headerRow: opened.headerRow, rows: opened.rows + 1 }),
          },
        }
      : {}),
  });
}

/** Sheets whose rows the classifier gives when they are asked for. */
function withRows(plan: readonly SheetPlan[], { ask }: Classifier): readonly NewSheet[] {
  return plan.map((sheet, s) => ({
    ...sheet,
    blocks: sheet.blocks.map((block, b) =>
      block.kind === "heading"
        ? block
        : {
            ...block,
            rows: async (from, count) => rowsOf(await ask("table", { sheet: s, block: b, from, count })),
            rowsAt: block.byCustomer
              ? async (at) => rowsOf(await ask("table-at", { sheet: s, block: b, at }))
              : null,
          },
    ),
  }));
}

/** What was planned a moment ago is there, unless the worker died. */
function rowsOf<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error("The rows of the result are gone.");
  return answer.value;
}
