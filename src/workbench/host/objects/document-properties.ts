import type { Workbook } from "../../workbook/workbook";
import { numberValue, textValue } from "../arguments";
import { hostClass, type HostClass, type Property } from "../host-class";
import { invalidArgument } from "../host-error";

interface CustomProperty {
  readonly book: Workbook;
  readonly key: string;
}

declare module "../host-class" {
  interface HostTargets {
    DocumentProperties: Workbook;
    CustomPropertyCollection: Workbook;
    CustomProperty: CustomProperty;
  }
}

/** The longest custom property and key: https://learn.microsoft.com/javascript/api/excel/excel.customproperty */
const LONGEST = 255;

const text = (name: string): Property<Workbook> => ({
  since: "1.7",
  get: (book) => book.properties[name] ?? "",
  set: (book, value) => void (book.properties[name] = textValue(value)),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.documentproperties */
const propertiesClass = hostClass("DocumentProperties", {
  properties: {
    author: text("author"),
    category: text("category"),
    comments: text("comments"),
    company: text("company"),
    keywords: text("keywords"),
    manager: text("manager"),
    subject: text("subject"),
    title: text("title"),
    lastAuthor: { since: "1.7", get: (book) => book.properties["lastAuthor"] ?? "" },
    creationDate: { since: "1.7", get: (book) => book.properties["creationDate"] ?? "2026-01-01T00:00:00Z" },
    revisionNumber: {
      since: "1.7",
      get: (book) => book.properties["revisionNumber"] ?? 0,
      set: (book, value) => void (book.properties["revisionNumber"] = numberValue(value)),
    },
  },
  navigations: { custom: { since: "1.7", class: "CustomPropertyCollection", get: (book) => book } },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.custompropertycollection */
const collectionClass = hostClass("CustomPropertyCollection", {
  methods: {
    add: {
      since: "1.7",
      returns: "CustomProperty",
      call: (book, args) => {
        const name = args.text(0);
        if (name === "" || name.length > LONGEST)
          throw invalidArgument(`a key has 1 to ${LONGEST} characters`);
        const key = keyOf(book, name) ?? name;
        book.customProperties.set(key, checked(args.values[1]));
        return { book, key };
      },
    },
    deleteAll: { since: "1.7", call: (book) => book.customProperties.clear() },
  },
  collection: {
    of: "CustomProperty",
    items: (book) => [...book.customProperties.keys()].map((key) => ({ book, key })),
    find: (book, name) => {
      const key = keyOf(book, String(name));
      return key === undefined ? undefined : { book, key };
    },
    getItem: "1.7",
    getItemOrNullObject: "1.7",
    getCount: "1.7",
  },
});

/** Keys differ by more than capitals. */
const keyOf = (book: Workbook, key: string): string | undefined =>
  [...book.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());

function checked(value: unknown): string | number | boolean {
  if (typeof value === "string" && value.length <= LONGEST) return value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument(
    `a custom property is a number, true, false or a text of at most ${LONGEST} characters`,
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customproperty */
const propertyClass = hostClass("CustomProperty", {
  identity: ({ key }) => key,
  properties: {
    key: { since: "1.7", get: ({ key }) => key },
    type: {
      since: "1.7",
      get: ({ book, key }) => {
        const value = book.customProperties.get(key);
        if (typeof value === "boolean") return "Boolean";
        if (typeof value === "number") return Number.isInteger(value) ? "Number" : "Float";
        return value instanceof Date ? "Date" : "String";
      },
    },
    value: {
      since: "1.7",
      get: ({ book, key }) => book.customProperties.get(key) ?? null,
      set: ({ book, key }, value) => void book.customProperties.set(key, checked(value)),
    },
  },
  methods: { delete: { since: "1.7", call: ({ book, key }) => void book.customProperties.delete(key) } },
});

export const documentPropertyClasses = [
  propertiesClass,
  collectionClass,
  propertyClass,
] as unknown as readonly HostClass[];
