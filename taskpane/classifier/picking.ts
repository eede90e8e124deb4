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
  readonly watch: (workbook: OpenWorkbook) => Promise<void>;
}

/** Puts the customer whose row is picked, in the data or on the sheets written, into the state. */
export function startPicking({ get, set }: Store, classifier: Classifier): Picking {
  let written: readonly CustomerRows[] = [];
  let turn = 0;

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
    watch: async (workbook) => {
      await workbook.watchSelection(where, (picked) => {
        const mine = ++turn;
        if (!picked) {
          if (get().picked) set({ picked: null });
          return;
        }
        void classifier.ask("places", { cells: [picked.customer] }).then((answer) => {
          if (mine !== turn || !answer.ok) return;
          set({ picked: { at: answer.value[0] ?? -1, customer: String(picked.customer) } });
        });
      });
    },
  };
}
