/**
 * Customers in the order every result is in: money, largest first, then id. `names` are the ids of those that have a
 * used row; `place` gives the place of each original id, -1 for one without a used row.
 */
export function customersInOrder(
  ids: readonly string[],
  used: Int32Array,
  cents: Float64Array,
): { readonly names: readonly string[]; readonly place: Int32Array } {
  const present = idsOf(used, ids.length);
  const order = byMoney(present, cents);
  // Ids of equal money stand side by side: each such run is put in the order of its texts.
  for (let from = 0; from < order.length;) {
    const money = cents[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && cents[order[to] ?? 0] === money) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compareTexts(ids[a] ?? "", ids[b] ?? ""));
    from = to;
  }
  const place = new Int32Array(ids.length).fill(-1);
  const names = new Array<string>(order.length);
  for (let at = 0; at < order.length; at++) {
    const id = order[at] ?? 0;
    place[id] = at;
    names[at] = ids[id] ?? "";
  }
  return { names, place };
}

/** The ids that have a used row, ascending. */
function idsOf(used: Int32Array, count: number): Int32Array {
  const present = new Uint8Array(count);
  for (let row = 0; row < used.length; row++) {
    const id = used[row] ?? -1;
    if (id >= 0) present[id] = 1;
  }
  const ids = new Int32Array(count);
  let found = 0;
  for (let id = 0; id < count; id++) if (present[id]) ids[found++] = id;
  return ids.subarray(0, found);
}

/**
 * Ids by their money, largest first. The money is sorted by itself, and each id looks its place up in it: far faster
 * than sorting ids by a function that compares.
 */
function byMoney(ids: Int32Array, cents: Float64Array): Int32Array {
  const sorted = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++) sorted[at] = -(cents[ids[at] ?? 0] ?? 0);
  sorted.sort();
  const taken = new Int32Array(ids.length);
  const order = new Int32Array(ids.length);
  for (const id of ids) {
    const start = firstNotBelow(sorted, -(cents[id] ?? 0));
    const before = taken[start] ?? 0;
    order[start + before] = id;
    taken[start] = before + 1;
  }
  return order;
}

/** The first place of an ascending list whose value is at least `value`. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
