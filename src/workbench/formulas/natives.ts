import { AGGREGATES } from "./functions-aggregate";
import { ARRAYS } from "./functions-array";
import { CONDITIONAL } from "./functions-conditional";
import { DATES } from "./functions-date";
import { LAMBDAS } from "./functions-lambda";
import { LOGIC } from "./functions-logic";
import { LOOKUPS } from "./functions-lookup";
import { REFERENCES } from "./functions-reference";
import { SCALARS } from "./functions-scalar";
import { SHAPES } from "./functions-shape";
import { STATISTICS } from "./functions-statistics";
import { TEXTS } from "./functions-text";
import type { FormulaFunction } from "./library";

/** Functions of our own: those o-spreadsheet lacks, gives other arguments, or reads its own model for. */
const NATIVES = new Map<string, FormulaFunction>(
  [
    ...[LOGIC, LAMBDAS, REFERENCES, AGGREGATES, CONDITIONAL, LOOKUPS],
    ...[ARRAYS, SHAPES, SCALARS, STATISTICS, TEXTS, DATES],
  ].flatMap((table) => Object.entries(table)),
);

export const nativeFunction = (name: string): FormulaFunction | undefined => NATIVES.get(name);
