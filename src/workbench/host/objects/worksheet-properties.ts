import type { Sheet } from "../../workbook/sheet";
import { textValue } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument } from "../host-error";

interface WorksheetCustomProperty {
  readonly sheet: Sheet;
  readonly key: string;
}

declare module "../host-class" {
  interface HostTargets {
    WorksheetCustomPropertyCollection: Sheet;
    WorksheetCustomProperty: WorksheetCustomProperty;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustompropertycollection */
const collectionClass = hostClass("WorksheetCustomPropertyCollection", {
  methods: {
    add: {
      since: "1.12",
      returns: "WorksheetCustomProperty",
      // "Adds a new custom property … overwrites existing custom properties with the provided key."
      call: (sheet, args) => {
        const name = args.text(0);
        if (name.length === 0 || name.length > 255) throw invalidArgument("a key has 1 to 255 characters");
        const key = keyOf(sheet, name) ?? name;
        sheet.customProperties.set(key, args.text(1));
        return { sheet, key };
      },
    },
  },
  collection: {
    of: "WorksheetCustomProperty",
    items: (sheet) => [...sheet.customProperties.keys()].map((key) => ({ sheet, key })),
    find: (sheet, key) => {
      const found = keyOf(sheet, String(key));
      return found === undefined ? undefined : { sheet, key: found };
    },
    getItem: "1.12",
    getItemOrNullObject: "1.12",
    getCount: "1.12",
  },
});

/** Keys differ by more than capitals. */
const keyOf = (sheet: Sheet, key: string): string | undefined =>
  [...sheet.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustomproperty */
const propertyClass = hostClass("WorksheetCustomProperty", {
  identity: ({ key }) => key,
  properties: {
    key: { since: "1.12", get: ({ key }) => key },
    value: {
      since: "1.12",
      get: ({ sheet, key }) => sheet.customProperties.get(key) ?? "",
      set: ({ sheet, key }, value) => void sheet.customProperties.set(key, textValue(value)),
    },
  },
  methods: { delete: { since: "1.12", call: ({ sheet, key }) => void sheet.customProperties.delete(key) } },
});

export const worksheetPropertyClasses = [collectionClass, propertyClass] as unknown as readonly HostClass[];
