import type { FiguresBefore } from "../core/report/figures-before";
import { no, ok, type Message, type Result } from "../core/language/message";
import { excelRefused } from "./office-troubles";
import { patiently, wait, type Wait } from "./patience";

/** How the reader set up the pane for this workbook. It names columns and holds no cell of anybody. */
export interface Layout {
  /** Ids of the result columns to be written; null for all. */
  readonly columns: readonly string[] | null;
  /** True where each transaction is to get its customer's tier and stage beside it. */
  readonly beside: boolean;
  readonly asOf:
    { readonly rule: "last" | "today" | "month-end" } | { readonly rule: "date"; readonly date: string };
  /** The model that forecasts customer value; null for none. */
  readonly value: string | null;
  readonly dateOrder: string | null;
  readonly decimalMark: "." | "," | null;
  /** What was classified last; null before the first time. */
  readonly source: {
    /** The sheet's id, and the native table's where it is one; an area where only that was read. */
    readonly sheet: string;
    readonly table: string | null;
    readonly address: string | null;
    /** What columns were given for, by their headers; null says that one isn't to be used. */
    readonly roles: Readonly<Record<string, string | null>>;
  } | null;
  /** Sums of the last run, and of the one before it on an earlier day, to tell what has changed; of no customer. */
  readonly figures?: FiguresKept;
}

/** What a next run compares itself with. */
export interface FiguresKept {
  readonly now: FiguresBefore;
  readonly before: FiguresBefore | null;
}

/** What is kept apart: each can be read, saved and left alone by itself. */
export type KeptPart = "policy" | "layout";

/** What the workbook keeps for the pane. */
export interface WorkbookState {
  /** A policy document as it was saved: whoever uses it checks it. Null where there is none. */
  readonly policy: unknown;
  readonly layout: Layout | null;
  /** What a newer Tiersheet saved: it reads as none, and whoever saves over it makes that version lose it. */
  readonly newer: readonly KeptPart[];
  /** What was there and is damaged. */
  readonly told: readonly Message[];
}

/** Where they stand among the workbook's settings, which the file keeps and whoever opens it can read. */
const POLICY = "tiersheet.policy";
const LAYOUT = "tiersheet.layout";
const VERSION = 1;

/**
 * Characters of a setting. Microsoft names 2 MB for all settings of an add-in; more than about 1 MB fails in practice,
 * see https://github.com/OfficeDev/office-js/issues/3957. A policy takes a few thousand.
 */
const LONGEST = 500_000;

/** What the workbook keeps for the pane. What can't be read is none, and told; it stays as it is. */
export async function loadState(pause: Wait = wait): Promise<Result<WorkbookState>> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const [policy, layout] = await patiently(async () => {
        const settings = [POLICY, LAYOUT].map((key) => context.workbook.settings.getItemOrNullObject(key));
        for (const setting of settings) setting.load("value");
        await context.sync();
        return settings.map((setting) => (setting.isNullObject ? null : keptIn(setting.value)));
      }, pause);
      const told: Message[] = [];
      const newer: KeptPart[] = [];
      const read = <T>(part: KeptPart, kept: Kept | undefined, take: (kept: Fields) => T | null) => {
        const taken = kept && typeof kept === "object" ? take(kept) : null;
        if (kept === "newer") newer.push(part);
        else if (kept && taken === null) told.push({ code: `state-${part}-unreadable` });
        return taken;
      };
      return ok({
        policy: read("policy", policy, ({ policy: document }) => (isFields(document) ? document : null)),
        layout: read("layout", layout, layoutIn),
        newer,
        told,
      });
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** Keeps a policy or a layout with the workbook; null removes it, and what isn't named stays as it is. */
export async function saveState(
  change: { readonly policy?: unknown; readonly layout?: Layout | null },
  pause: Wait = wait,
): Promise<Result<null>> {
  const { policy, layout } = change;
  const texts = [
    { key: POLICY, text: textOf(policy, { policy }) },
    { key: LAYOUT, text: textOf(layout, { ...layout }) },
  ].filter(({ text }) => text !== undefined);
  const longest = Math.max(0, ...texts.map(({ text }) => text?.length ?? 0));
  if (longest > LONGEST)
    return no("state-too-long", { size: Math.ceil(longest / 1000), most: LONGEST / 1000 });
  if (texts.length === 0) return ok(null);
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      await patiently(async () => {
        for (const { key, text } of texts) {
          const setting = context.workbook.settings.add(key, text ?? "");
          if (text === null) setting.delete();
        }
        await context.sync();
      }, pause);
      return ok(null);
    });
  } catch (error) {
    return excelRefused(error);
  }
}

/** What a setting is to hold; null where it is to go, undefined where it is to stay. */
function textOf(given: unknown, fields: Fields): string | null | undefined {
  return given === undefined || given === null ? given : JSON.stringify({ version: VERSION, ...fields });
}

type Fields = Readonly<Record<string, unknown>>;
/** The fields of a setting; null where there is no such setting. */
type Kept = Fields | "damaged" | "newer" | null;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keptIn(value: unknown): Kept {
  try {
    const fields: unknown = typeof value === "string" ? JSON.parse(value) : null;
    if (!isFields(fields)) return "damaged";
    const { version } = fields;
    if (version === VERSION) return fields;
    return typeof version === "number" && version > VERSION ? "newer" : "damaged";
  } catch {
    return "damaged";
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

/** A layout as it was saved; null for anything else. */
function layoutIn(kept: Fields): Layout | null {
  const { columns, beside, value, dateOrder, decimalMark } = kept;
  const asOf = asOfIn(kept["asOf"]);
  const source = kept["source"] === null ? null : sourceIn(kept["source"]);
  if (
    (columns !== null && !(Array.isArray(columns) && columns.every(isText))) ||
    typeof beside !== "boolean" ||
    !isTextOrNull(value) ||
    !isTextOrNull(dateOrder) ||
    (decimalMark !== null && decimalMark !== "." && decimalMark !== ",") ||
    asOf === null ||
    source === undefined
  )
    return null;
  const figures = figuresIn(kept["figures"]);
  return { columns, beside, asOf, value, dateOrder, decimalMark, source, ...(figures ? { figures } : {}) };
}

/** Figures that aren't whole are none: only a comparison is lost with them. */
function figuresIn(kept: unknown): FiguresKept | null {
  const now = isFields(kept) ? figuresOfRun(kept["now"]) : null;
  return now && isFields(kept) ? { now, before: figuresOfRun(kept["before"]) } : null;
}

/** What is at risk is kept since 0.3.0; figures of an earlier version do without. */
function figuresOfRun(kept: unknown): FiguresBefore | null {
  if (!isFigures(kept)) return null;
  const risk = (figure: unknown) => (Number.isFinite(figure) ? (figure as number) : null);
  return { ...kept, atRisk: risk(kept.atRisk), revenueAtRisk: risk(kept.revenueAtRisk) };
}

function isFigures(kept: unknown): kept is FiguresBefore {
  if (!isFields(kept) || !isTextOrNull(kept["asOf"]) || !isFields(kept["tiers"])) return false;
  const { customers, monetary, purchases, repeatRate, tiers } = kept;
  const sums = Object.values(tiers as Fields).flatMap((tier) =>
    isFields(tier) ? [tier["customers"], tier["monetary"]] : [null],
  );
  return [customers, monetary, purchases, repeatRate, ...sums].every(Number.isFinite);
}

function asOfIn(kept: unknown): Layout["asOf"] | null {
  if (!isFields(kept)) return null;
  const { rule, date } = kept;
  if (rule === "last" || rule === "today" || rule === "month-end") return { rule };
  return rule === "date" && isText(date) ? { rule, date } : null;
}

function sourceIn(kept: unknown): Layout["source"] | undefined {
  if (!isFields(kept)) return undefined;
  const { sheet, table, address, roles } = kept;
  if (!isText(sheet) || !isTextOrNull(table) || !isTextOrNull(address) || !isFields(roles)) return undefined;
  return Object.values(roles).every(isTextOrNull)
    ? { sheet, table, address, roles: roles as Readonly<Record<string, string | null>> }
    : undefined;
}
