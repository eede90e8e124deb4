import type { PlannedField } from "./dressing";
import type { Sync } from "./joint-sync";
import type { SheetThings } from "./own-things";

/** What a PivotTable has on its axes, by their names. */
export interface PivotFields {
  readonly rows: readonly string[];
  readonly values: readonly string[];
}

/** What else is to be known of a PivotTable before it is refreshed. */
export interface PivotState {
  /** What Excel says of the rows that it stands on; null where it wasn't asked. */
  readonly source: string | null;
  /** The source's columns that its values are about. */
  readonly about: readonly string[];
  /** The items of each of its fields on rows, and whether a filter lets them through. */
  readonly items: readonly (readonly PivotItemSeen[])[];
}

interface PivotItemSeen {
  readonly name: string;
  readonly visible: boolean;
}

/** The PivotTables of Tiersheet's that were there. */
export interface PivotsBefore {
  readonly things: SheetThings;
  readonly fields: ReadonlyMap<string, PivotFields>;
  /** Empty where Excel didn't tell. */
  readonly states: ReadonlyMap<string, PivotState>;
}

/** Queues a look at the fields of PivotTables; call what comes back after a sync. */
export function loadPivotFields(sheet: Excel.Worksheet): () => ReadonlyMap<string, PivotFields> {
  const { pivotTables } = sheet;
  pivotTables.load("items/name,items/rowHierarchies/items/name,items/dataHierarchies/items/name");
  return () =>
    new Map(
      pivotTables.items.map(({ name, rowHierarchies, dataHierarchies }) => [
        name,
        {
          rows: rowHierarchies.items.map((one) => one.name),
          values: dataHierarchies.items.map((one) => one.name),
        },
      ]),
    );
}

/**
 * Looks at what has been chosen in PivotTables, and what they are about: a sync, or none of none. An Excel that doesn't
 * tell leaves it unknown; had the session ended, the next message would tell.
 *
 * @param isAsked true where it is to be known which rows they stand on, which Excel tells since ExcelApi 1.15
 */
export async function statesOf(
  { pivots }: SheetThings,
  fields: ReadonlyMap<string, PivotFields>,
  isAsked: boolean,
  sync: Sync,
): Promise<ReadonlyMap<string, PivotState>> {
  if (pivots.length === 0) return new Map();
  const tells = isAsked && Office.context.requirements.isSetSupported("ExcelApi", "1.15");
  try {
    const reads = await sync(() =>
      pivots.map(({ name, pivot }) => {
        const source = tells ? pivot.getDataSourceString() : null;
        pivot.dataHierarchies.load("items/field/name");
        const items = (fields.get(name)?.rows ?? []).map((header) => {
          const one = pivot.rowHierarchies.getItem(header).fields.getItem(header).items;
          one.load("items/name,items/visible");
          return one;
        });
        return [name, { source, about: pivot.dataHierarchies, items }] as const;
      }),
    );
    return new Map(
      reads.map(([name, { source, about, items }]) => [
        name,
        {
          source: source?.value ?? null,
          about: about.items.map(({ field }) => field.name),
          items: items.map((one) => one.items.map((item) => ({ name: item.name, visible: item.visible }))),
        },
      ]),
    );
  } catch {
    return new Map();
  }
}

/**
 * True of a field that a refresh leaves in order. Labels that the policy has no more stay in slicers as dead items, and so
 * does a choice of nothing but what no longer occurs, which would leave an empty PivotTable.
 */
export function fieldFits(planned: PlannedField, items: readonly PivotItemSeen[]): boolean {
  const labels = planned.labels && new Set(planned.labels.map(keyOf));
  if (labels && items.some(({ name }) => !labels.has(keyOf(name)) && !isBlank(name))) return false;
  const chosen = items.filter(({ visible }) => visible);
  if (!planned.items || chosen.length === items.length) return true;
  const there = new Set(planned.items.map(keyOf));
  return chosen.some(({ name }) => there.has(keyOf(name)));
}

const keyOf = (label: string) => label.toLowerCase();

/** Excel calls empty cells `(blank)` in its own language. */
const isBlank = (name: string) => /^[(（].*[)）]$/.test(name);
