import type { Command } from "./drawn";

/** A tab: its sheet under the id of the grid, its colour "" or "#RRGGBB". */
export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly color: string;
}

/** A tab that is to be there, and how large its sheet is to be where the grid hasn't got it yet. */
export interface WantedTab extends Tab {
  readonly size: () => { readonly rows: number; readonly columns: number };
}

/**
 * The commands that make the tabs of the grid those that are wanted, in their order; `active` is the tab shown now,
 * `show` the one to show where that one goes. The grid refuses, and says so to nobody, to take or hide the last tab that
 * can be seen, even where another one that is hidden is to go; to give a name that a tab still has; and it counts moves
 * in tabs that can be seen. So: whatever is in the way is shown and named out of the way first, and hidden last.
 */
export function tabCommands(
  drawn: readonly Tab[],
  wanted: readonly WantedTab[],
  active: string,
  show: string,
): Command[] {
  const commands: Command[] = [];
  const tabs = drawn.map((tab) => ({ ...tab }));
  const goal = new Map(wanted.map((tab) => [tab.id, tab]));
  const rename = (tab: (typeof tabs)[number], newName: string): void => {
    commands.push({ type: "RENAME_SHEET", sheetId: tab.id, newName, oldName: tab.name });
    tab.name = newName;
  };
  const see = (tab: (typeof tabs)[number], visible: boolean): void => {
    if (tab.visible === visible) return;
    commands.push({ type: visible ? "SHOW_SHEET" : "HIDE_SHEET", sheetId: tab.id });
    tab.visible = visible;
  };
  const ordered = inOrder(tabs, wanted);
  for (const tab of tabs) if (!ordered || (goal.get(tab.id)?.visible ?? true)) see(tab, true);
  const taken = new Map(wanted.map(({ id, name }) => [folded(name), id]));
  for (const tab of tabs) {
    if ((taken.get(folded(tab.name)) ?? tab.id) === tab.id) continue;
    let free = tab.id;
    while (taken.has(folded(free)) || tabs.some(({ name }) => folded(name) === folded(free))) free += "_";
    rename(tab, free);
  }
  for (const [at, { id, name, size }] of wanted.entries()) {
    if (tabs.some((tab) => tab.id === id)) continue;
    const { rows, columns } = size();
    const position = Math.min(at, tabs.length);
    commands.push({ type: "CREATE_SHEET", sheetId: id, name, position, rows, cols: columns });
    tabs.splice(position, 0, { id, name, visible: true, color: "" });
  }
  for (const { id, name } of tabs.filter((tab) => !goal.has(tab.id))) {
    if (id === active) commands.push({ type: "ACTIVATE_SHEET", sheetIdFrom: id, sheetIdTo: show });
    commands.push({ type: "DELETE_SHEET", sheetId: id, sheetName: name });
    tabs.splice(
      tabs.findIndex((tab) => tab.id === id),
      1,
    );
  }
  for (const [at, { id, name, color }] of wanted.entries()) {
    const now = tabs.findIndex((tab) => tab.id === id);
    const tab = tabs[now]!;
    if (tab.name !== name) rename(tab, name);
    if (now !== at) {
      commands.push({ type: "MOVE_SHEET", sheetId: id, delta: at - now });
      tabs.splice(at, 0, ...tabs.splice(now, 1));
    }
    if (tab.color !== color) commands.push({ type: "COLOR_SHEET", sheetId: id, color: color || undefined });
  }
  for (const tab of tabs) see(tab, goal.get(tab.id)!.visible);
  return commands;
}

/** As the grid compares names. */
const folded = (name: string): string => name.trim().toLowerCase();

/** Whether no tab is to move among those that stay. */
function inOrder(tabs: readonly Tab[], wanted: readonly Tab[]): boolean {
  const ids = new Set(tabs.map(({ id }) => id));
  const staying = wanted.filter(({ id }) => ids.has(id));
  const kept = new Set(staying.map(({ id }) => id));
  return tabs.filter(({ id }) => kept.has(id)).every(({ id }, at) => id === staying[at]!.id);
}
