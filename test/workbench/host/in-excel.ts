import { afterAll, beforeEach, expect, test } from "vitest";
import type { Sheet } from "../../../src/workbench/workbook/sheet";
import { startOfficeInNode, type OfficeInNode } from "../../../src/workbench/transports/node";

/** What one row of a table of tests does in `Excel.run`, and what comes of it. */
export interface Row {
  /** The member's documentation: a fragment of learn.microsoft.com/javascript/api/excel/…, or a whole address. */
  readonly source: string;
  readonly does: string;
  /** What is in the workbook before. */
  readonly given?: (sheet: Sheet) => void;
  readonly run: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<unknown>;
  /** What `run` answers, or the error it throws: `{ code }`, `{ code, message }`. */
  readonly gives?: unknown;
  readonly fails?: Readonly<Record<string, unknown>>;
}

let office: OfficeInNode | undefined;

/** Runs rows through the real client, each on a new workbook with one sheet. */
export function rows(table: readonly Row[], options: Parameters<typeof startOfficeInNode>[0] = {}): void {
  beforeEach(async () => {
    office?.stop();
    office = await startOfficeInNode(options);
  });
  afterAll(() => office?.stop());
  test.each(table.map((row) => [row.does, row.source, row] as const))("%s (%s)", async (_, __, row) => {
    row.given?.(office!.host.workbook.activeSheet);
    const outcome = Excel.run((context) =>
      row.run(context, context.workbook.worksheets.getActiveWorksheet()),
    );
    if (row.fails) await expect(outcome).rejects.toMatchObject(row.fails);
    else expect(await outcome).toEqual(row.gives);
    expect(office!.host.keptObjects, "objects kept after Excel.run").toBe(0);
  });
}

/** Loads properties of a proxy and answers them as a plain object. */
export async function loaded<T extends OfficeExtension.ClientObject>(
  context: Excel.RequestContext,
  proxy: T & { load(names: string): unknown; toJSON(): object },
  names: string,
): Promise<object> {
  proxy.load(names);
  await context.sync();
  return proxy.toJSON();
}

/** The addresses of ranges. */
export async function addresses(context: Excel.RequestContext, ...ranges: Excel.Range[]): Promise<string[]> {
  for (const range of ranges) range.load("address");
  await context.sync();
  return ranges.map(({ address }) => address);
}
