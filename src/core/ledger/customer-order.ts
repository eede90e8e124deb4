/**
 * Customers in the order every result is in: money, largest first, then id. `names` are the ids of those that have a
 * used row; `place` gives the place of each original id, -1 for one without a used row.
 */
export function customersInOrder(
  ids: readonly string[],
  used: Int32Array,
  cents: Float64Array,
): { readonly names: readonly string[]; readonly place: Int32Array } {
  const present = new Uint8Array(ids.length);
  for (const id of used) if (id >= 0) present[id] = 1;
  const order: number[] = [];
  for (let id = 0; id < ids.length; id++) if (present[id]) order.push(id);
  order.sort((a, b) => {
    const byMoney = (cents[b] ?? 0) - (cents[a] ?? 0);
    if (byMoney !== 0) return byMoney;
    const left = ids[a] ?? "";
    const right = ids[b] ?? "";
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const place = new Int32Array(ids.length).fill(-1);
  order.forEach((id, at) => (place[id] = at));
  return { names: order.map((id) => ids[id] ?? ""), place };
}
