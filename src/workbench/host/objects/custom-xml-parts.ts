import type { CustomXmlPart, Workbook } from "../../workbook/workbook";
import { hostClass, type HostClass } from "../host-class";
import { HostError, invalidArgument, itemNotFound } from "../host-error";

interface Part {
  readonly book: Workbook;
  readonly id: string;
}

interface Scoped {
  readonly book: Workbook;
  readonly namespaceUri: string;
}

declare module "../host-class" {
  interface HostTargets {
    CustomXmlPartCollection: Workbook;
    CustomXmlPartScopedCollection: Scoped;
    CustomXmlPart: Part;
  }
}

const ROOT =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--[\s\S]*?-->)*<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;

/**
 * The namespace of an XML text's root element. Refuses what has no root element or doesn't end with its closing tag; a
 * whole XML parser is not worth it here: parts are made by the add-in itself.
 */
function rootNamespace(xml: string): string {
  const [, prefix, name, attributes = "", empty] = ROOT.exec(xml) ?? [];
  if (name === undefined) throw invalidArgument("no XML");
  const tag = prefix === undefined ? name : `${prefix}:${name}`;
  const closed = empty === "/" ? /\/>\s*$/.test(xml) : xml.trimEnd().endsWith(`</${tag}>`);
  if (!closed) throw invalidArgument("no XML: its root element isn't closed");
  const attribute = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const found = new RegExp(String.raw`\s${attribute}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
const collectionClass = hostClass("CustomXmlPartCollection", {
  methods: {
    add: {
      since: "1.5",
      returns: "CustomXmlPart",
      call: (book, args) => {
        const xml = args.text(0);
        const number = (partNumbers.get(book) ?? 0) + 1;
        partNumbers.set(book, number);
        const id = `{${number.toString(16).toUpperCase().padStart(8, "0")}-C0DE-4000-8000-000000000000}`;
        book.customXmlParts.push({ id, namespaceUri: rootNamespace(xml), xml });
        return { book, id };
      },
    },
    getByNamespace: {
      since: "1.5",
      returns: "CustomXmlPartScopedCollection",
      call: (book, args) => ({ book, namespaceUri: args.text(0) }),
    },
  },
  collection: {
    of: "CustomXmlPart",
    items: (book) => book.customXmlParts.map(({ id }) => ({ book, id })),
    find: (book, id) => byId(book, book.customXmlParts, id),
    getItem: "1.5",
    getItemOrNullObject: "1.5",
    getCount: "1.5",
  },
});

/** Ids are never given twice in a workbook, also after a part is deleted. */
const partNumbers = new WeakMap<Workbook, number>();

function byId(book: Workbook, parts: readonly CustomXmlPart[], id: string | number): Part | undefined {
  const part = parts.find((each) => each.id.toLowerCase() === String(id).toLowerCase());
  return part && { book, id: part.id };
}

const scoped = ({ book, namespaceUri }: Scoped): readonly CustomXmlPart[] =>
  book.customXmlParts.filter((part) => part.namespaceUri === namespaceUri);

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
const scopedClass = hostClass("CustomXmlPartScopedCollection", {
  methods: {
    getOnlyItem: {
      since: "1.5",
      returns: "CustomXmlPart",
      // "If the collection contains exactly one item, this method returns it. Otherwise, this method produces an error."
      call: (target) => {
        const parts = scoped(target);
        if (parts.length === 0) throw itemNotFound();
        if (parts.length > 1)
          throw new HostError("GeneralException", "The collection has more than one item.");
        return { book: target.book, id: parts[0]!.id };
      },
    },
    getOnlyItemOrNullObject: {
      since: "1.5",
      returns: "CustomXmlPart",
      call: (target) => {
        const parts = scoped(target);
        return parts.length === 1 ? { book: target.book, id: parts[0]!.id } : null;
      },
    },
  },
  collection: {
    of: "CustomXmlPart",
    items: (target) => scoped(target).map(({ id }) => ({ book: target.book, id })),
    find: (target, id) => byId(target.book, scoped(target), id),
    getItem: "1.5",
    getItemOrNullObject: "1.5",
    getCount: "1.5",
  },
});

/** The part as it is now; one that was deleted is ItemNotFound. */
function current({ book, id }: Part): CustomXmlPart {
  const part = book.customXmlParts.find((each) => each.id === id);
  if (!part) throw itemNotFound();
  return part;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
const partClass = hostClass("CustomXmlPart", {
  identity: ({ id }) => id,
  properties: {
    id: { since: "1.5", get: ({ id }) => id },
    namespaceUri: { since: "1.5", get: (target) => current(target).namespaceUri },
  },
  methods: {
    getXml: { since: "1.5", call: (target) => current(target).xml },
    setXml: {
      since: "1.5",
      call: (target, args) => {
        const xml = args.text(0);
        const part = current(target);
        const parts = target.book.customXmlParts;
        parts[parts.indexOf(part)] = { ...part, xml, namespaceUri: rootNamespace(xml) };
      },
    },
    delete: {
      since: "1.5",
      call: (target) => {
        const parts = target.book.customXmlParts;
        parts.splice(parts.indexOf(current(target)), 1);
      },
    },
  },
});

export const customXmlClasses = [collectionClass, scopedClass, partClass] as unknown as readonly HostClass[];
