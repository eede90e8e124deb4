/** What a run of the add-in cost: requests to the host, UTF-8 bytes of them, cells. */
export interface Figures {
  /** Requests: one for each `context.sync()` that had something to do, Excel.run's own clean-up not among them. */
  readonly syncs: number;
  /** Bytes of requests, from the add-in to Excel. */
  readonly bytesIn: number;
  /** Bytes of replies. */
  readonly bytesOut: number;
  /** Cells whose values, formulas, texts or formats were read. */
  readonly cellsRead: number;
  /** Cells whose values, formulas or formats were written. */
  readonly cellsWritten: number;
  /** Bytes of the largest request and the largest reply. */
  readonly largestIn: number;
  readonly largestOut: number;
}

const NOTHING: Figures = {
  syncs: 0,
  bytesIn: 0,
  bytesOut: 0,
  cellsRead: 0,
  cellsWritten: 0,
  largestIn: 0,
  largestOut: 0,
};

/** Counts what the add-in asks of the host, from the start or for one run of it. */
export class Meter {
  #total: Figures = NOTHING;
  readonly #runs = new Set<{ figures: Figures }>();

  /** All since the host started. */
  get total(): Figures {
    return this.#total;
  }

  count(more: Partial<Omit<Figures, "largestIn" | "largestOut">>): void {
    this.#total = sum(this.#total, more);
    for (const run of this.#runs) run.figures = sum(run.figures, more);
  }

  /** Does some work and answers what it cost besides its result. Runs may overlap; each counts all that happens. */
  async run<T>(work: () => Promise<T> | T): Promise<{ readonly result: T; readonly figures: Figures }> {
    const run = { figures: NOTHING };
    this.#runs.add(run);
    try {
      const result = await work();
      return { result, figures: run.figures };
    } finally {
      this.#runs.delete(run);
    }
  }
}

function sum(figures: Figures, more: Partial<Figures>): Figures {
  return {
    syncs: figures.syncs + (more.syncs ?? 0),
    bytesIn: figures.bytesIn + (more.bytesIn ?? 0),
    bytesOut: figures.bytesOut + (more.bytesOut ?? 0),
    cellsRead: figures.cellsRead + (more.cellsRead ?? 0),
    cellsWritten: figures.cellsWritten + (more.cellsWritten ?? 0),
    largestIn: Math.max(figures.largestIn, more.bytesIn ?? 0),
    largestOut: Math.max(figures.largestOut, more.bytesOut ?? 0),
  };
}
