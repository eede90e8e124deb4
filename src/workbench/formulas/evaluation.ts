import { intersection } from "../workbook/area";
import type { CellValue } from "../workbook/cell-value";
import { cellError, isCellError } from "../workbook/cell-value";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import type { Reading } from "./coerce";
import { callCustomFunction } from "./custom-call";
import type { FormulaCell } from "./formula-cell";
import type { Argument, CallNode, Node } from "./formula";
import { libraryFunction } from "./library";
import type { Locals, Operand } from "./operand";
import { broadcast, isScalar, Lambda, Matrix, Reference } from "./operand";
import { operate, operateOne } from "./operators";
import { nativeFunction } from "./natives";
import { areaOfReference, operandOfName, structuredReference } from "./references";
import type { Ends, RangeReader } from "./range-reader";
import { endsOf, isOpenEnded } from "./range-reader";

/** How deep LAMBDAs may call each other; one that calls itself for ever is #NUM!. */
const DEEPEST = 256;

/** The computation of one formula: where it stands, what its names mean, and what it met on the way. */
export class Evaluation implements Reading {
  /** A custom function hasn't answered yet: the whole cell shows #BUSY!. */
  busy = false;
  /** Names being resolved, against names that refer to themselves. */
  readonly resolving: string[] = [];
  /** Tells repeated evaluations of one call apart: MAP calls its LAMBDA for each element. */
  path = "";
  #ends: Ends | undefined;
  #depth = 0;

  constructor(
    readonly book: Workbook,
    readonly reader: RangeReader,
    /** The cell, for calls of custom functions; undefined for formulas that stand in none. */
    readonly cell: FormulaCell | undefined,
    readonly sheet: Sheet,
    readonly row: number,
    readonly column: number,
    readonly locals: Locals = new Map(),
  ) {}

  get culture(): Workbook["culture"] {
    return this.book.culture;
  }

  get date1904(): boolean {
    return this.book.date1904;
  }

  /** What a part of the formula gives; references stay unread. */
  operand(node: Argument, locals: Locals): Operand {
    if (node === undefined) return null;
    switch (node.type) {
      case "value":
        return node.value;
      case "array":
        return new Matrix(node.rows);
      case "reference": {
        const sheet = node.sheet === undefined ? this.sheet : this.book.sheet(node.sheet);
        return sheet === undefined ? cellError("#REF!") : new Reference(sheet, node.area);
      }
      case "structured":
        return structuredReference(node.text, this.book, this) ?? cellError("#REF!");
      case "name":
        return locals.get(node.name.toLowerCase()) ?? operandOfName(node, this);
      case "call":
        return this.#call(node, locals);
      case "invoke": {
        const callee = this.operand(node.callee, locals);
        const args = node.args.map((arg) => this.operand(arg, locals));
        return callee instanceof Lambda
          ? this.apply(callee, args)
          : isCellError(callee)
            ? callee
            : cellError("#VALUE!");
      }
      case "unary":
        return this.#unary(node.operator, node.operand, locals);
      case "binary":
        return this.#binary(node, locals);
    }
  }

  /** What a part gives, read: one value or a matrix. */
  values(node: Argument, locals: Locals): CellValue | Matrix {
    return this.read(this.operand(node, locals));
  }

  /** Reads an operand's cells. A reference to one cell is its value. */
  read(operand: Operand): CellValue | Matrix {
    if (operand instanceof Reference) return this.reader.read(operand, this.#endsFor(operand));
    return operand instanceof Lambda ? cellError("#CALC!") : operand;
  }

  /** Where a whole column or row ends: with all the others that the formula names, so that they are equally long. */
  #endsFor(reference: Reference): Ends | undefined {
    if (!isOpenEnded(reference.area)) return undefined;
    this.#ends ??= endsOf(this.cell?.watched.filter(({ area }) => isOpenEnded(area)) ?? []);
    const own = endsOf([reference]);
    return { bottom: Math.max(this.#ends.bottom, own.bottom), right: Math.max(this.#ends.right, own.right) };
  }

  /** Calls a LAMBDA; more arguments than it has names is #VALUE!. */
  apply(lambda: Lambda, args: readonly Operand[]): Operand {
    if (args.length > lambda.parameters.length) return cellError("#VALUE!");
    const locals = new Map(lambda.locals);
    lambda.parameters.forEach((name, at) => locals.set(name, args[at] ?? null));
    if (this.#depth > DEEPEST) return cellError("#NUM!");
    const before = this.path;
    this.path += "(";
    this.#depth++;
    const result = this.operand(lambda.body, locals);
    this.#depth--;
    this.path = before;
    return result;
  }

  #call(node: CallNode, locals: Locals): Operand {
    const local = locals.get(node.name.toLowerCase());
    if (local instanceof Lambda) {
      return this.apply(
        local,
        node.args.map((arg) => this.operand(arg, locals)),
      );
    }
    const native = nativeFunction(node.name);
    if (native !== undefined) return native(this, node, locals);
    const custom = this.book.calculation.customFunctions.find(node.name);
    if (custom !== undefined) return callCustomFunction(custom, node, this, locals);
    const library = libraryFunction(node.name);
    if (library !== undefined) return library(this, node, locals);
    const named = operandOfName({ name: node.name, sheet: undefined }, this);
    if (named instanceof Lambda) {
      return this.apply(
        named,
        node.args.map((arg) => this.operand(arg, locals)),
      );
    }
    return cellError("#NAME?");
  }

  #unary(operator: "-" | "+" | "%" | "@" | "#", node: Node, locals: Locals): Operand {
    const operand = this.operand(node, locals);
    if (operator === "#") return this.#spilled(operand);
    if (operator === "@") return this.single(operand);
    if (operator === "+") return operand;
    return broadcast([this.read(operand)], ([value]) => operateOne(operator, value!, this));
  }

  /** A1#: all cells of the spill that starts at A1. */
  #spilled(operand: Operand): Operand {
    if (!(operand instanceof Reference)) return isCellError(operand) ? operand : cellError("#REF!");
    const { sheet, area } = operand;
    const spill = sheet.spillOf(area.top, area.left);
    if (spill?.anchor.row === area.top && spill.anchor.column === area.left)
      return new Reference(sheet, spill.area);
    const value = sheet.value(area.top, area.left);
    if (sheet.formula(area.top, area.left) === undefined) return cellError("#REF!");
    return isCellError(value) ? value : operand;
  }

  /** A reference that only computing tells (OFFSET, INDIRECT): formulas in it are computed first. */
  dynamic(reference: Reference): Reference {
    this.book.calculation.ensure(reference.sheet, reference.area, this.cell);
    return reference;
  }

  /** Implicit intersection: of cells, the one in the formula's row or column; of an array, its first value. */
  single(operand: Operand): Operand {
    if (operand instanceof Matrix) return operand.at(0, 0);
    if (!(operand instanceof Reference)) return operand;
    const { area, sheet } = operand;
    const row = area.top === area.bottom ? area.top : this.row;
    const column = area.left === area.right ? area.left : this.column;
    const cell = intersection(area, { top: row, bottom: row, left: column, right: column });
    return cell === undefined ? cellError("#VALUE!") : new Reference(sheet, cell);
  }

  #binary(node: Extract<Node, { type: "binary" }>, locals: Locals): Operand {
    const left = this.operand(node.left, locals);
    const right = this.operand(node.right, locals);
    if (node.operator === ":" || node.operator === " " || node.operator === ",") {
      return areaOfReference(node.operator, left, right);
    }
    return broadcast([this.read(left), this.read(right)], ([a, b]) => operate(node.operator, a!, b!, this));
  }

  /** What the cell shows: blank becomes 0, an empty array #CALC!. */
  result(root: Node | undefined): CellValue | Matrix {
    if (root === undefined) return cellError("#NAME?");
    const operand = this.read(this.operand(root, this.locals));
    if (this.busy) return cellError("#BUSY!");
    if (isScalar(operand)) return operand ?? 0;
    if (operand.height === 0 || operand.width === 0) return cellError("#CALC!");
    if (operand.height === 1 && operand.width === 1) return operand.at(0, 0) ?? 0;
    return new Matrix(operand.rows.map((row) => row.map((value) => value ?? 0)));
  }
}
