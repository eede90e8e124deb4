import type { Message } from "../../src/core/language/message";
import type { TieredPlan } from "../../src/excel/new-sheet";
import type { CustomerRows } from "../../src/excel/watch-selection";
import type { Tiered } from "../../src/excel/written";
import type { Classifier } from "./classifier";
import type { OpenWorkbook } from "./open-workbook";
import type { Store } from "./workspace-state";

/** Follows what is picked in the workbook's sheets. */
export interface Picking {
  /** Learns where customers stand on the sheets that were written. */
  readonly learn: (plan: TieredPlan, tiered: Tiered) => void;
  /** Rows of a sheet (1 for the first) that the pane is about to select by itself: that is no pick of the reader's. */
  readonly selecting: (sheet: string, rows: readonly number[]) => void;
  readonly watch: (workbook: OpenWorkbook) => Promise<void>;
}

/**
 * Puts the customer whose row is picked, in the data or on the sheets written, into the state. The reader has gone on by
 * then, and news of what went well no longer lies over what is shown.
 */
export function startPicking({ get, set }: Store, classifier: Classifier): Picking {
  let written: readonly CustomerRows[] = [];
  let turn = 0;
  /** What the pane selected last, until that is heard of: of several rows the first is told. */
  let own: { readonly sheet: string; readonly row: number } | null = null;

  /** Where rows name customers: the data itself, by its column, and what was written of it. */
  const where = (): readonly CustomerRows[] => {
    const { work, working } = get();
    if (working || !work?.outcome?.summary.ok) return [];
    const { source, outcome, opened } = work;
    const customer = outcome.columns.find(({ role }) => role === "customer");
    const data: readonly CustomerRows[] =
      source.kind === "sheet" && source.id !== null && customer
        ? [
            {
              sheet: source.id,
              table: source.table ?? null,
              headerRow: opened.headerRow ?? 0,
              header: customer.header,
            },
          ]
        : [];
    return [...data, ...written];
  };

  return {
    learn: (plan, { sheets }) => {
      written = sheets.flatMap(({ id, plan: planned }): CustomerRows[] => {
        const table = plan.sheets
          .find((sheet) => sheet.id === planned)
          ?.blocks.find((block) => block.kind === "table" && block.rowsAt !== null);
        return table ? [{ sheet: id, table: null, headerRow: table.row, header: null }] : [];
      });
    },
    selecting: (sheet, rows) => {
      own = { sheet, row: rows.reduce((first, row) => Math.min(first, row), Infinity) };
    },
    watch: async (workbook) => {
      await workbook.watchSelection(where, (picked) => {
        const mine = ++turn;
        const isOwn = picked?.sheet === own?.sheet && picked?.row === own?.row;
        own = null;
        if (!picked || isOwn) {
          if (get().picked) set({ picked: null });
          return;
        }
        void classifier.ask("places", { cells: [picked.customer] }).then((answer) => {
          if (mine !== turn || !answer.ok) return;
          const { news } = get();
          set({
            picked: { at: answer.value[0] ?? -1, customer: String(picked.customer) },
            news: news && isInPart(news) ? news : null,
          });
        });
      });
    },
  };
}

/** News of what was done, and of what was left undone: that stays until the reader closes it. */
function isInPart({ code }: Message): boolean {
  return code.endsWith("-in-part");
}
