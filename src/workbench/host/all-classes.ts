import { hostClassesOf, type HostClasses } from "./class-members";
import type { HostClass } from "./host-class";
import { addInServiceClass } from "./objects/add-in-service";
import { analysisClasses } from "./objects/analysis-classes";
import { appRuntimeClass } from "./objects/app-runtime";
import { applicationClasses } from "./objects/application";
import { customFunctionsClass } from "./objects/custom-functions";
import { pageBreakClasses } from "./objects/page-breaks";
import { rangeClasses } from "./objects/range";
import { workbookClasses } from "./objects/workbook";
import { worksheetClasses } from "./objects/worksheet";

/** The tables of every class of Office.js that is simulated. */
export const ALL_TABLES: readonly HostClass[] = [
  ...applicationClasses,
  ...workbookClasses,
  ...worksheetClasses,
  ...pageBreakClasses,
  ...rangeClasses,
  customFunctionsClass as unknown as HostClass,
  addInServiceClass as unknown as HostClass,
  appRuntimeClass as unknown as HostClass,
  ...analysisClasses,
];

let classes: HostClasses | undefined;

export const allClasses = (): HostClasses => (classes ??= hostClassesOf(ALL_TABLES));
