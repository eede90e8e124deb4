import { registries } from "@odoo/o-spreadsheet";
import { Component, xml } from "@odoo/owl";
import type { Refusal } from "../../workbook/refusal";
import type { Slicer } from "../../workbook/slicer";
import { selectItems, slicerEntries, type SlicerEntry } from "../../workbook/slicer-edit";
import { word } from "../words";
import { SLICER, slicerIdOf } from "./draw-slicers";
import type { GridBook } from "./grid-book";

interface Env {
  readonly model: { readonly config: { readonly custom: { readonly book: GridBook } } };
}

const read = new WeakMap<Slicer, { readonly of: string; readonly entries: readonly SlicerEntry[] }>();

/** The entries of a slicer; a table's are found anew only when its column or its filter is another one. */
function entriesOf(slicer: Slicer): readonly SlicerEntry[] {
  const { source, sortBy } = slicer;
  if ("pivot" in source) return slicerEntries(slicer);
  const { table, columnId } = source;
  const column = table.columns.find(({ id }) => id === columnId);
  const at = table.area.left + (column?.index ?? 0);
  const chosen = table.filter.get(columnId);
  const of = JSON.stringify([table.sheet.cells.version(at, at), table.area, chosen ?? null, sortBy]);
  const known = read.get(slicer);
  if (known?.of === of) return known.entries;
  const entries = slicerEntries(slicer);
  read.set(slicer, { of, entries });
  return entries;
}

/**
 * A slicer over the grid: a box of buttons, one an item. A click shows that item alone, with Ctrl, Shift or the Mac's
 * Command key it comes or goes; the button at the top shows all again. The box is taken by its caption. (Nothing is
 * private: owl calls members on an object that stands for this one.)
 */
class SlicerFigure extends Component {
  static override template = xml`<section class="o-slicer" t-att-aria-label="slicer.caption" t-if="slicer">
    <header><span t-esc="slicer.caption"/>
      <button type="button" t-att-disabled="!filtered" t-on-pointerdown.stop="" t-on-click.stop="clear"
        t-att-aria-label="clearLabel" t-att-title="clearLabel">×</button></header>
    <div class="o-slicer-items" t-on-pointerdown.stop="" t-on-wheel.stop="" t-on-keydown.stop="">
      <button t-foreach="entries" t-as="entry" t-key="entry.name" type="button" t-esc="entry.name"
        t-att-aria-pressed="entry.selected ? 'true' : 'false'" t-att-class="{ gone: !entry.hasData }"
        t-on-click.stop="(event) => this.choose(entry, event)"/>
    </div></section>`;
  static override props = ["figureUI", "*"];

  get book(): GridBook {
    return (this.env as unknown as Env).model.config.custom.book;
  }

  get slicer(): Slicer | undefined {
    const id = slicerIdOf((this.props as { figureUI: { id: string } }).figureUI.id);
    return this.book.workbook.sheets.flatMap(({ slicers }) => slicers).find((slicer) => slicer.id === id);
  }

  /** Those without data last, as Excel has them unless told otherwise: they would push others out of view. */
  get entries(): readonly SlicerEntry[] {
    const entries = this.slicer ? entriesOf(this.slicer) : [];
    return [...entries.filter(({ hasData }) => hasData), ...entries.filter(({ hasData }) => !hasData)];
  }

  get filtered(): boolean {
    return this.entries.some(({ selected }) => !selected);
  }

  get clearLabel(): string {
    return word(this.book.workbook.culture === "zh-CN" ? "zh" : "en", "slicer.clear");
  }

  clear(): void {
    this.select([]);
  }

  choose({ name, selected }: SlicerEntry, event: MouseEvent): void {
    const chosen = this.entries.filter((entry) => entry.selected).map((entry) => entry.name);
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) return this.select([name]);
    const next = selected ? chosen.filter((other) => other !== name) : [...chosen, name];
    // None at all would be all of them: the last one stays.
    if (next.length > 0) this.select(next);
  }

  select(names: readonly string[]): void {
    const { slicer } = this;
    if (!slicer) return;
    const { workbook } = this.book;
    const at = "table" in slicer.source ? slicer.source.table.sheet : slicer.source.pivot.sheet;
    if (at.protection) return this.book.refuse("protected");
    const refused = workbook.batch("user", (): Refusal | undefined => selectItems(slicer, names));
    if (refused) this.book.say(refused.message);
  }
}

registries.figureRegistry.add(SLICER, {
  Component: SlicerFigure,
  minFigSize: 40,
  menuBuilder: () => [],
} as never);
