/** Numbers of at most so many keys are looked up in a list, more in a map. */
const LISTED = 1 << 22;

/** Gives keys (whole numbers below `most`) numbers of their own, 0, 1, 2, … in the order they are first met. */
export class Numbering {
  readonly #list: Int32Array | undefined;
  readonly #map = new Map<number, number>();
  /** The keys by their numbers. */
  readonly keys: number[] = [];

  constructor(most: number) {
    if (most <= LISTED) this.#list = new Int32Array(most).fill(-1);
  }

  of(key: number): number {
    const known = this.#list ? this.#list[key]! : (this.#map.get(key) ?? -1);
    if (known >= 0) return known;
    const number = this.keys.length;
    this.keys.push(key);
    if (this.#list) this.#list[key] = number;
    else this.#map.set(key, number);
    return number;
  }
}

/** One field of an axis: the item of each record, and how many items there are. */
export interface CodedField {
  readonly records: Int32Array;
  readonly count: number;
}

/** The combinations of items that records have, one depth of an axis after the other. */
export interface CodedAxis {
  /** Of each depth: for each combination its parent's number at the depth before (0 before the first) and its item. */
  readonly depths: readonly { readonly parents: readonly number[]; readonly items: readonly number[] }[];
  /** The combination of each record at the last depth; 0 for an axis without fields. Those not counted are 0 too. */
  readonly records: Int32Array;
}

/** Numbers the combinations of items of the records that are counted. */
export function codedAxis(fields: readonly CodedField[], counted: readonly number[] | number): CodedAxis {
  const total = fields[0]?.records.length ?? 0;
  const records = new Int32Array(total);
  const depths: { parents: number[]; items: number[] }[] = [];
  let before = 1;
  for (const { records: items, count } of fields) {
    const numbering = new Numbering(before * count);
    const code = (record: number): void => {
      records[record] = numbering.of(records[record]! * count + items[record]!);
    };
    if (typeof counted === "number") for (let record = 0; record < counted; record += 1) code(record);
    else for (const record of counted) code(record);
    depths.push({
      parents: numbering.keys.map((key) => Math.floor(key / count)),
      items: numbering.keys.map((key) => key % count),
    });
    before = Math.max(1, numbering.keys.length);
  }
  return { depths, records };
}
