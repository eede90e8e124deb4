/**
 * What a person chose is remembered by the browser, not by the workbook. Office on the web opens add-ins of one address
 * for several of its own: it gives each a key to part them by.
 * https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings#storage-partitioning
 */
function partitioned(key: string): string {
  const partition = typeof Office === "undefined" ? undefined : Office.context?.partitionKey;
  return partition ? `${partition}${key}` : key;
}

/** What was kept under a key; null where nothing was, or where the browser keeps nothing. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(partitioned(key));
  } catch {
    return null;
  }
}

/** Keeps a text; null takes it away. A browser that keeps nothing is none the worse: the choice holds for this visit. */
export function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(partitioned(key));
    else localStorage.setItem(partitioned(key), text);
  } catch {
    // See above.
  }
}
