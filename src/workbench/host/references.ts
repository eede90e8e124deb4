import type { HostObject } from "./arguments";

/** Objects the client asked to keep (`_KeepReference`), by the id it knows them under from then on. */
export class References {
  readonly #kept = new Map<string, HostObject>();
  #next = 1;

  /** Keeps an object and answers its id. */
  keep(object: HostObject): string {
    const id = `reference-${this.#next++}`;
    this.#kept.set(id, object);
    return id;
  }

  get(id: string): HostObject | undefined {
    return this.#kept.get(id);
  }

  remove(id: string): void {
    this.#kept.delete(id);
  }

  /** All kept objects with their ids: those that follow insertions are moved by whoever knows how. */
  entries(): IterableIterator<[string, HostObject]> {
    return this.#kept.entries();
  }

  get size(): number {
    return this.#kept.size;
  }

  clear(): void {
    this.#kept.clear();
  }
}
