import { registries } from "@odoo/o-spreadsheet";

/** Menu items whose effect the workbook doesn't have: what they make would be on the page and in no file. */
const DROPPED = {
  topbarMenuRegistry: [
    ["file"],
    ["edit", "delete", "edit_delete_cell_shift_up"],
    ["edit", "delete", "edit_delete_cell_shift_left"],
    ["view", "group_headers"],
    ["view", "view_irregularity_map"],
    ["view", "toggle_pin_panel"],
    ["insert", "insert_cell"],
    ["insert", "insert_chart"],
    ["insert", "insert_carousel"],
    ["insert", "insert_pivot"],
    ["insert", "insert_image"],
    ["insert", "insert_link"],
    ["insert", "insert_checkbox"],
    ["insert", "insert_dropdown"],
    ["format", "format_cf"],
    ["data", "data_validation"],
    ["data", "named_range"],
    ["data", "pivot_data_sources"],
    ["data", "column_statistics"],
    ["data", "reinsert_static_pivot"],
    ["data", "reinsert_dynamic_pivot"],
    ["data", "data_cleanup"],
    ["data", "split_to_columns"],
  ],
  cellMenuRegistry: [
    ["insert_cell"],
    ["delete_cell"],
    ["edit_table"],
    ["insert_link"],
    ["pivot_headers_group"],
    ["pivot_group_remaining"],
    ["pivot_headers_ungroup"],
    ["collapse_pivot"],
    ["pivot_sorting"],
    ["pivot_fix_formulas"],
    ["pivot_properties"],
  ],
  colMenuRegistry: [
    ["group_columns"],
    ["ungroup_columns"],
    ["conditional_formatting"],
    ["data_validation"],
    ["edit_table"],
    ["delete_table"],
  ],
  rowMenuRegistry: [["group_rows"], ["ungroup_rows"]],
} as const;

interface Item {
  children?: (unknown | { id?: string })[];
}

/** Takes those items out of o-spreadsheet's menus. An item that a version of it doesn't have is no matter. */
export function dropMenuItems(): void {
  for (const [name, paths] of Object.entries(DROPPED)) {
    const { content } = registries[name as keyof typeof DROPPED] as unknown as {
      content: Record<string, Item>;
    };
    for (const path of paths) drop(content, path);
  }
}

function drop(content: Record<string, Item>, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return;
  if (rest.length === 0) {
    delete content[first];
    return;
  }
  let item = content[first];
  for (const name of rest.slice(0, -1)) {
    item = item?.children?.find((child) => (child as { id?: string }).id === name) as Item | undefined;
  }
  if (item?.children)
    item.children = item.children.filter((child) => (child as { id?: string }).id !== rest.at(-1));
}
