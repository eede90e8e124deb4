import { addressOf, intersection, isWholeColumns, isWholeRows, type Area } from "../workbook/area";
import type { Change, Source } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import type { HostObject } from "./arguments";
import type { HostMessage } from "./protocol";
import type { SessionState } from "./run";

/** Category of event messages and the target of those of the whole workbook. */
const CATEGORY = 65536;
const WORKBOOK = "Workbook";

/** The client's numbers of events. */
const TYPES = {
  workbookSelection: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Which number an event of a class has: `Worksheet.onChanged`. Charts', shapes' and comments' events are never told. */
const EVENT_TYPES: Readonly<Record<string, number>> = Object.fromEntries(
  ["Worksheet", "WorksheetCollection"].flatMap((name) => [
    [`${name}.onChanged`, TYPES.changed],
    [`${name}.onActivated`, TYPES.activated],
    [`${name}.onDeactivated`, TYPES.deactivated],
    [`${name}.onAdded`, TYPES.added],
    [`${name}.onSelectionChanged`, TYPES.selection],
    [`${name}.onDeleted`, TYPES.deleted],
    [`${name}.onCalculated`, TYPES.calculated],
    [`${name}.onFormatChanged`, TYPES.formatChanged],
    [`${name}.onProtectionChanged`, TYPES.protectionChanged],
    [`${name}.onNameChanged`, TYPES.nameChanged],
    [`${name}.onVisibilityChanged`, TYPES.visibilityChanged],
    [`${name}.onMoved`, TYPES.moved],
    ["Table.onChanged", TYPES.tableChanged],
    ["Table.onSelectionChanged", TYPES.tableSelection],
    ["TableCollection.onChanged", TYPES.tableChanged],
    ["TableCollection.onAdded", TYPES.tableAdded],
    ["TableCollection.onDeleted", TYPES.tableDeleted],
  ]),
);

/** What was known of a sheet at the last look. */
interface Seen {
  readonly name: string;
  readonly visibility: string;
  readonly position: number;
  readonly isProtected: boolean;
}

/**
 * Tells the add-in what happens in the workbook, as its handlers expect it:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events. Nothing is told while
 * `context.runtime.enableEvents` is false, nor what a file brought.
 */
export class EventSource {
  readonly #registered = new Map<string, number>();
  readonly #stop: () => void;
  #seen: Map<string, Seen>;
  #tables: Map<string, string>;
  #active: Sheet;

  constructor(
    private readonly workbook: Workbook,
    private readonly session: SessionState,
    private readonly send: (messages: readonly HostMessage[]) => void,
  ) {
    this.#seen = this.#lookAtSheets();
    this.#tables = this.#lookAtTables();
    this.#active = workbook.activeSheet;
    this.#stop = workbook.listen((change) => this.#tell(change));
  }

  /** The add-in starts or stops listening to an event of an object. */
  listen(object: HostObject, event: string, start: boolean): void {
    const type = EVENT_TYPES[`${object.className}.${event}`];
    if (type === undefined) return;
    const id = (object.target as { readonly id?: unknown }).id;
    const key = `${type} ${typeof id === "string" ? id : WORKBOOK}`;
    this.#registered.set(key, Math.max(0, (this.#registered.get(key) ?? 0) + (start ? 1 : -1)));
  }

  stop(): void {
    this.#stop();
  }

  #tell(change: Change): void {
    const messages = this.#messages(change);
    if (this.session.enableEvents && change.source !== "file" && messages.length > 0) this.send(messages);
  }

  #messages(change: Change): readonly HostMessage[] {
    switch (change.kind) {
      case "cells":
        return change.source === "calculation"
          ? this.#event(TYPES.calculated, change.sheet, { address: addressOf(change.area) })
          : this.#cellsChanged(change.sheet, change.area, "RangeEdited", change.source);
      case "style":
        return this.#event(TYPES.formatChanged, change.sheet, {
          ...place(change.sheet, change.area),
          source: sourceOf(change.source),
        });
      case "structure":
        return this.#cellsChanged(
          change.sheet,
          change.area,
          structureChange(change.area, change.shift),
          change.source,
          isWholeRows(change.area) || isWholeColumns(change.area) ? "None" : SHIFTS[change.shift],
        );
      case "active":
        return this.#activated();
      case "selection":
        return this.#selected();
      case "sheets":
        return this.#sheetsChanged(change.source);
      case "objects":
        if (change.of === "table") return this.#tablesChanged(change.source);
        if (change.of === "protection") return this.#sheetsChanged(change.source);
        return [];
    }
  }

  #cellsChanged(sheet: Sheet, area: Area, changeType: string, source: Source, shiftDirection = "None") {
    const message = {
      ...place(sheet, area),
      changeType,
      source: sourceOf(source),
      triggerSource: source === "add-in" ? "ThisLocalAddin" : "Unknown",
      shiftDirection,
    };
    const tables = sheet.tables.filter((table) => intersection(table.area, area) !== undefined);
    return [
      ...this.#event(TYPES.changed, sheet, message),
      ...tables.flatMap((table) => {
        const cells = intersection(table.area, area)!;
        return this.#to(TYPES.tableChanged, [table.id, sheet.id, WORKBOOK], {
          ...message,
          ...place(sheet, cells),
          tableId: table.id,
        });
      }),
    ];
  }

  #activated(): readonly HostMessage[] {
    const before = this.#active;
    this.#active = this.workbook.activeSheet;
    if (before === this.#active) return [];
    return [...this.#event(TYPES.deactivated, before, {}), ...this.#event(TYPES.activated, this.#active, {})];
  }

  #selected(): readonly HostMessage[] {
    const { sheet, areas } = this.workbook.selection;
    const address = areas.map(addressOf).join(",");
    const [first] = areas;
    const tables = sheet.tables.filter((table) => first && intersection(table.area, first) !== undefined);
    return [
      // Workbook.onSelectionChanged is an event of old, registered on the client's side alone.
      { category: CATEGORY, type: TYPES.workbookSelection, targetId: "", message: {} },
      ...this.#event(TYPES.selection, sheet, { address }),
      ...tables.flatMap((table) =>
        this.#to(TYPES.tableSelection, [table.id], {
          worksheetId: sheet.id,
          tableId: table.id,
          isInsideTable: true,
          address,
        }),
      ),
    ];
  }

  #sheetsChanged(by: Source): readonly HostMessage[] {
    const before = this.#seen;
    this.#seen = this.#lookAtSheets();
    const source = sourceOf(by);
    const messages: HostMessage[] = [];
    for (const sheet of this.workbook.sheets) {
      const old = before.get(sheet.id);
      const now = this.#seen.get(sheet.id)!;
      if (!old) messages.push(...this.#event(TYPES.added, sheet, { source }));
      if (old && old.name !== now.name) {
        messages.push(
          ...this.#event(TYPES.nameChanged, sheet, { source, nameBefore: old.name, nameAfter: now.name }),
        );
      }
      if (old && old.visibility !== now.visibility) {
        const change = { source, visibilityBefore: old.visibility, visibilityAfter: now.visibility };
        messages.push(...this.#event(TYPES.visibilityChanged, sheet, change));
      }
      if (old && old.isProtected !== now.isProtected) {
        messages.push(
          ...this.#event(TYPES.protectionChanged, sheet, { source, isProtected: now.isProtected }),
        );
      }
      if (old && old.position !== now.position && before.size === this.#seen.size) {
        const change = { source, positionBefore: old.position, positionAfter: now.position };
        messages.push(...this.#event(TYPES.moved, sheet, change));
      }
    }
    for (const id of before.keys()) {
      if (!this.#seen.has(id)) {
        messages.push(...this.#to(TYPES.deleted, [WORKBOOK], { source, worksheetId: id }));
      }
    }
    return messages;
  }

  #tablesChanged(by: Source): readonly HostMessage[] {
    const before = this.#tables;
    this.#tables = this.#lookAtTables();
    const source = sourceOf(by);
    const messages: HostMessage[] = [];
    for (const sheet of this.workbook.sheets) {
      for (const { id } of sheet.tables) {
        if (before.has(id)) continue;
        messages.push(
          ...this.#to(TYPES.tableAdded, [sheet.id, WORKBOOK], { source, tableId: id, worksheetId: sheet.id }),
        );
      }
    }
    for (const [id, where] of before) {
      if (this.#tables.has(id)) continue;
      const [worksheetId, tableName] = where.split(" ", 2);
      const message = { source, tableId: id, tableName, worksheetId };
      messages.push(...this.#to(TYPES.tableDeleted, [worksheetId!, WORKBOOK], message));
    }
    return messages;
  }

  #event(type: number, sheet: Sheet, message: Readonly<Record<string, unknown>>): readonly HostMessage[] {
    return this.#to(type, [sheet.id, WORKBOOK], { worksheetId: sheet.id, ...message });
  }

  #to(type: number, targetIds: readonly string[], message: unknown): readonly HostMessage[] {
    return targetIds
      .filter((targetId) => (this.#registered.get(`${type} ${targetId}`) ?? 0) > 0)
      .map((targetId) => ({ category: CATEGORY, type, targetId, message }));
  }

  #lookAtSheets(): Map<string, Seen> {
    return new Map(
      this.workbook.sheets.map(({ id, name, visibility, protection }, position) => [
        id,
        { name, visibility, position, isProtected: protection !== undefined },
      ]),
    );
  }

  #lookAtTables(): Map<string, string> {
    return new Map(
      this.workbook.sheets.flatMap((sheet) =>
        sheet.tables.map(({ id, name }) => [id, `${sheet.id} ${name}`]),
      ),
    );
  }
}

const SHIFTS = {
  down: "ShiftCellDown",
  right: "ShiftCellRight",
  up: "ShiftCellUp",
  left: "ShiftCellLeft",
} as const;

const sourceOf = (source: Source): "Local" | "Remote" => (source === "co-author" ? "Remote" : "Local");

/** What the client asks the range of an event by: see `rangeOfEvent`. */
const place = (sheet: Sheet, area: Area) => ({
  worksheetId: sheet.id,
  address: addressOf(area),
  referenceId: `${sheet.id}!${addressOf(area)}`,
});

function structureChange(area: Area, shift: "down" | "right" | "up" | "left"): string {
  const deleted = shift === "up" || shift === "left";
  const what = isWholeRows(area) ? "Row" : isWholeColumns(area) ? "Column" : "Cell";
  return `${what}${deleted ? "Deleted" : "Inserted"}`;
}
