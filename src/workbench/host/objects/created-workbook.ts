import type { Arguments } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument } from "../host-error";
import type { Run } from "../run";

/** A workbook that was asked for and is not open yet: the bytes of its .xlsx, undefined for a blank one. */
interface CreatedWorkbook {
  readonly id: string;
  readonly file: Uint8Array | undefined;
}

declare module "../host-class" {
  interface HostTargets {
    WorkbookCreated: CreatedWorkbook;
  }
}

/** What a .zip, and so an .xlsx, begins with. */
const ZIP = [0x50, 0x4b];

/**
 * The file of `Excel.createWorkbook(base64)`. Refuses what is no base64 or no package: "The base64-encoded .xlsx file".
 * https://learn.microsoft.com/javascript/api/excel#excel-excel-createworkbook-function(1)
 */
function fileOf(args: Arguments): Uint8Array | undefined {
  const text = args.text(0, undefined);
  if (text === undefined) return undefined;
  let file: Uint8Array;
  try {
    file = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw invalidArgument("no base64 text");
  }
  if (ZIP.some((byte, index) => file[index] !== byte)) throw invalidArgument("no .xlsx file");
  return file;
}

let made = 0;

/** https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-createworkbook-member(1) */
const applicationPart = hostClass("Application", {
  methods: {
    createWorkbook: {
      since: "1.8",
      returns: "WorkbookCreated",
      call: (_, args) => ({ id: `new workbook ${(made += 1)}`, file: fileOf(args) }),
    },
  },
});

/** How the client for the web asks for the same, of the workbook itself. */
const workbookPart = hostClass("Workbook", {
  methods: {
    createAndOpenWorkbook: { since: "1.8", call: (_, args, run: Run) => run.openWorkbook(fileOf(args)) },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.workbookcreated */
const createdClass = hostClass("WorkbookCreated", {
  identity: ({ id }) => id,
  properties: { id: { since: "1.8", get: ({ id }) => id } },
  methods: { open: { since: "1.8", call: ({ file }, _, run) => run.openWorkbook(file) } },
});

export const createdWorkbookClasses = [
  applicationPart,
  workbookPart,
  createdClass,
] as unknown as readonly HostClass[];
