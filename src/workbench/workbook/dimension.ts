/**
 * What is known of a sheet's rows or columns besides their cells: which are hidden, by hand or by a filter, and sizes
 * that aren't the default (points). Indices are zero-based.
 */
export class Dimension {
  readonly hidden = new Set<number>();
  /** Hidden because a filter is on; SUBTOTAL(9) leaves these out, SUBTOTAL(109) the hidden ones too. */
  readonly filtered = new Set<number>();
  readonly sizes = new Map<number, number>();
  /** A style for the whole row or column, below the cells' own. */
  readonly styles = new Map<number, number>();

  /** `standard`: the size of what nobody has resized, in points. */
  constructor(
    public standard: number,
    readonly length: number,
  ) {}

  isHidden(index: number): boolean {
    return this.hidden.has(index) || this.filtered.has(index);
  }

  size(index: number): number {
    return this.sizes.get(index) ?? this.standard;
  }

  /** Follows an insertion of `count` before `at`. */
  open(at: number, count: number): void {
    this.#move((index) => (index < at ? index : index + count));
  }

  /** Follows the deletion of `count` from `at`. */
  close(at: number, count: number): void {
    this.#move((index) => (index < at ? index : index < at + count ? undefined : index - count));
  }

  #move(moved: (index: number) => number | undefined): void {
    for (const set of [this.hidden, this.filtered]) {
      const next = [...set].map(moved);
      set.clear();
      for (const index of next) if (index !== undefined && index < this.length) set.add(index);
    }
    for (const map of [this.sizes, this.styles]) {
      const next = [...map].map(([index, value]) => [moved(index), value] as const);
      map.clear();
      for (const [index, value] of next)
        if (index !== undefined && index < this.length) map.set(index, value);
    }
  }
}
