import { registries } from "@odoo/o-spreadsheet";
import type { GridBook } from "./grid-book";

/** A place in o-spreadsheet's grid. */
export interface GridPosition {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** Its block of cells: inclusive, zero-based. */
export interface GridZone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A command as plugins see it. */
export interface GridCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What our plugins ask of the others. */
export interface GridGetters {
  getCell(position: GridPosition): GridCell | undefined;
  getEvaluatedCell(position: GridPosition): GridValue;
  getMainCellPosition(position: GridPosition): GridPosition;
  getLocale(): unknown;
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getSheetIds(): string[];
  getSheetName(sheetId: string): string;
  getActiveSheetId(): string;
  tryGetSheet(sheetId: string): unknown;
  isColHidden(sheetId: string, column: number): boolean;
  isRowHidden(sheetId: string, row: number): boolean;
  getUserRowSize(sheetId: string, row: number): number | undefined;
  getColSize(sheetId: string, column: number): number;
}

/** What stands in a cell, as o-spreadsheet keeps it. */
export type GridCell = {
  readonly id: string;
  readonly style?: unknown;
  readonly format?: string;
} & (
  | { readonly isFormula: true; readonly compiledFormula: unknown }
  | {
      readonly isFormula: false;
      readonly content: string;
      readonly parsedValue: string | number | boolean | null;
    }
);

/** What a cell shows. */
export interface GridValue {
  readonly value: string | number | boolean | null;
  readonly formattedValue: string;
  readonly format?: string;
  readonly type: "empty" | "text" | "number" | "boolean" | "error";
  readonly defaultAlign: "left" | "right" | "center";
  readonly isAutoSummable: boolean;
  readonly message?: string;
  readonly position?: GridPosition;
}

interface PluginConfig {
  readonly custom: { readonly book: GridBook };
}

/** A plugin of o-spreadsheet, as far as ours replace its parts, with the workbook that the grid shows. */
export interface GridPlugin {
  readonly book: GridBook;
  getters: GridGetters;
  dispatch(type: string, payload?: object): { isSuccessful: boolean };
  allowDispatch(command: GridCommand): unknown;
  beforeHandle(command: GridCommand): void;
  handle(command: GridCommand): void;
  finalize(): void;
}

/** The class of a plugin. */
export interface GridPluginClass {
  new (config: PluginConfig): GridPlugin;
  getters: readonly string[];
  layers?: readonly string[];
}

type RegistryName =
  "corePluginRegistry" | "coreViewsPluginRegistry" | "statefulUIPluginRegistry" | "featurePluginRegistry";

/** A plugin of o-spreadsheet by its registry and name. */
export function pluginOf(registry: RegistryName, name: string): GridPluginClass {
  return class extends (registries[registry].get(name) as unknown as GridPluginClass) {
    override readonly book: GridBook;

    constructor(config: PluginConfig) {
      super(config);
      this.book = config.custom.book;
    }
  };
}

/** Puts a plugin of ours in the place of one of o-spreadsheet's. */
export function replacePlugin(registry: RegistryName, name: string, plugin: GridPluginClass): void {
  registries[registry].replace(name, plugin as never);
}
