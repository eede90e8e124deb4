import { invalidArgument } from "./host-error";
import type { ClassName, HostTargets } from "./host-class";

/** An object of the client that was given as an argument, resolved to its class and target. */
export class HostObject {
  constructor(
    readonly className: ClassName,
    /** `null` for a null object. */
    readonly target: unknown,
  ) {}
}

/**
 * The arguments of one call, checked when read: a wrong one is refused with InvalidArgument. Leaving an optional one out
 * and giving `null` or `undefined` are the same, as with the client.
 */
export class Arguments {
  constructor(
    /** "Range.getCell", for messages. */
    readonly method: string,
    readonly values: readonly unknown[],
  ) {}

  /** True where the argument was given. */
  has(index: number): boolean {
    const value = this.values[index];
    return value !== undefined && value !== null;
  }

  /** The argument as it came; objects of the client are HostObject. `undefined` where none was given. */
  raw(index: number): unknown {
    return this.values[index] ?? undefined;
  }

  text(index: number): string;
  text(index: number, otherwise: string | undefined): string | undefined;
  text(index: number, ...otherwise: [(string | undefined)?]): string | undefined {
    if (!this.has(index) && otherwise.length > 0) return otherwise[0];
    const value = this.values[index];
    if (typeof value !== "string") throw this.wrong(index, "a text");
    return value;
  }

  number(index: number): number;
  number(index: number, otherwise: number): number;
  number(index: number, otherwise?: number): number {
    if (!this.has(index) && otherwise !== undefined) return otherwise;
    const value = this.values[index];
    if (typeof value !== "number" || !Number.isFinite(value)) throw this.wrong(index, "a number");
    return value;
  }

  /** A whole number, `least` or more. */
  whole(index: number, least = -Infinity, otherwise?: number): number {
    const value = otherwise === undefined ? this.number(index) : this.number(index, otherwise);
    if (!Number.isInteger(value) || value < least) throw this.wrong(index, `a whole number from ${least}`);
    return value;
  }

  boolean(index: number, otherwise?: boolean): boolean {
    if (!this.has(index) && otherwise !== undefined) return otherwise;
    const value = this.values[index];
    if (typeof value !== "boolean") throw this.wrong(index, "true or false");
    return value;
  }

  /** One of the words of an enumeration, as written there ("Contents"). Excel takes them in any case. */
  oneOf<W extends string>(index: number, words: readonly W[], otherwise?: W): W {
    if (!this.has(index) && otherwise !== undefined) return otherwise;
    const value = this.values[index];
    const word = typeof value === "string" ? wordOf(value, words) : undefined;
    if (word === undefined) throw this.wrong(index, words.join(", "));
    return word;
  }

  /** A name or an id: `getItem(key)`. */
  key(index: number): string | number {
    const value = this.values[index];
    if (typeof value !== "string" && typeof value !== "number") throw this.wrong(index, "a name or an id");
    return value;
  }

  /** A plain object of options; `{}` where none was given. */
  options(index: number): Readonly<Record<string, unknown>> {
    if (!this.has(index)) return {};
    const value = this.values[index];
    if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof HostObject) {
      throw this.wrong(index, "an object of options");
    }
    return value as Record<string, unknown>;
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (!Array.isArray(value)) throw this.wrong(index, "a list");
    return value;
  }

  /** The target of an object of one class; with `optional`, `undefined` where it was left out. */
  object<C extends ClassName>(index: number, className: C): HostTargets[C] {
    const value = this.values[index];
    if (!(value instanceof HostObject) || value.className !== className || value.target === null) {
      throw this.wrong(index, `a ${className}`);
    }
    return value.target as HostTargets[C];
  }

  /** Whether the argument is an object of the class: for arguments that are `Range | string`. */
  isObject(index: number, className: ClassName): boolean {
    const value = this.values[index];
    return value instanceof HostObject && value.className === className;
  }

  /** The refusal of one argument. */
  wrong(index: number, wanted: string): Error {
    return invalidArgument(`${this.method}: argument ${index + 1} should be ${wanted}`);
  }
}

/** The word of an enumeration a text stands for, in any case: "contents" is "Contents". */
export function wordOf<W extends string>(text: unknown, words: readonly W[]): W | undefined {
  if (typeof text !== "string") return undefined;
  const lower = text.toLowerCase();
  return words.find((word) => word.toLowerCase() === lower);
}

/** A property's new value that must be a word of an enumeration. */
export function enumerated<W extends string>(value: unknown, words: readonly W[]): W {
  const word = wordOf(value, words);
  if (word === undefined) throw invalidArgument(`should be one of ${words.join(", ")}`);
  return word;
}

/** A property's new value that must be a text. */
export function textValue(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument("should be a text");
  return value;
}

/** A property's new value that must be true or false. */
export function booleanValue(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument("should be true or false");
  return value;
}

/** A property's new value that must be a number. */
export function numberValue(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument("should be a number");
  return value;
}
