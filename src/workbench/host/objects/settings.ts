import type { Workbook } from "../../workbook/workbook";
import { hostClass, type HostClass } from "../host-class";
import { invalidArgument } from "../host-error";

interface Setting {
  readonly book: Workbook;
  readonly key: string;
}

declare module "../host-class" {
  interface HostTargets {
    SettingCollection: Workbook;
    Setting: Setting;
  }
}

/** What a setting keeps is plain JSON; dates come as the client writes them. */
function put(book: Workbook, key: string, value: unknown): void {
  if (value === undefined) throw invalidArgument("a setting needs a value");
  book.settings.set(key, structuredClone(value));
}

/** https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
const collectionClass = hostClass("SettingCollection", {
  methods: {
    add: {
      since: "1.4",
      returns: "Setting",
      call: (book, args) => {
        const key = args.text(0);
        if (key === "") throw invalidArgument("a setting needs a key");
        put(book, key, args.values[1]);
        return { book, key };
      },
    },
  },
  collection: {
    of: "Setting",
    items: (book) => [...book.settings.keys()].map((key) => ({ book, key })),
    find: (book, key) => (book.settings.has(String(key)) ? { book, key: String(key) } : undefined),
    getItem: "1.4",
    getItemOrNullObject: "1.4",
    getCount: "1.4",
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.setting */
const settingClass = hostClass("Setting", {
  identity: ({ key }) => key,
  properties: {
    key: { since: "1.4", get: ({ key }) => key },
    value: {
      since: "1.4",
      get: ({ book, key }) => book.settings.get(key) ?? null,
      set: ({ book, key }, value) => put(book, key, value),
    },
  },
  methods: { delete: { since: "1.4", call: ({ book, key }) => void book.settings.delete(key) } },
});

export const settingClasses = [collectionClass, settingClass] as unknown as readonly HostClass[];
