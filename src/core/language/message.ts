import { catalogue, type MessageCode } from "./catalogue";
import type { Bilingual, Language } from "./language";

/** What a message's `{placeholders}` are filled with. A nested message is said in the same language. */
export type Param = string | number | Message | readonly (string | number | Message)[];

/** Something to tell a reader: a code of the catalogue and what its sentence is filled with. */
export interface Message {
  readonly code: MessageCode;
  readonly params?: Readonly<Record<string, Param>>;
}

/** Expected trouble: what is wrong and what to do, and where it happened (a file, `/tiers/0/label`, `Orders!C7`). */
export interface Trouble extends Message {
  readonly where?: string;
}

/** The outcome of what can fail for a reason its user can mend. Our own bugs throw instead. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly troubles: readonly Trouble[] };

/** A success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A refusal with one trouble. */
export function no(
  code: MessageCode,
  params?: Trouble["params"],
  where?: string,
): { readonly ok: false; readonly troubles: readonly Trouble[] } {
  return { ok: false, troubles: [{ code, params, where }] };
}

/**
 * The sentence of a message in a language. In the catalogue's text, `{name}` is replaced by the parameter and
 * `{name|row|rows}` by the first word when the parameter is 1, else by the second. Numbers are grouped in thousands,
 * lists joined as the language joins them. A space beside a placeholder, as Chinese sets it before letters and figures, is
 * left out where Chinese characters come to stand at both its sides.
 */
export function say(message: Message, language: Language): string {
  const params = message.params ?? {};
  const text: Bilingual = catalogue[message.code];
  return text[language].replace(
    /( ?)\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}( ?)/g,
    (
      whole: string,
      before: string,
      name: string,
      one: string | undefined,
      many: string | undefined,
      after: string,
      from: number,
      template: string,
    ) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (one !== undefined) return before + ((value === 1 ? one : many) ?? "") + after;
      const said = sayParam(value, language);
      if (language === "en") return before + said + after;
      const space = (text: string, between: string) => (CHINESE_AT_BOTH_SIDES.test(between) ? "" : text);
      const to = from + whole.length;
      return (
        space(before, template.slice(0, from).slice(-1) + said.slice(0, 1)) +
        said +
        space(after, said.slice(-1) + template.slice(to, to + 1))
      );
    },
  );
}

const CHINESE_AT_BOTH_SIDES = /^\p{Script=Han}{2}$/u;

function sayParam(value: Param, language: Language): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return sayNumber(value);
  if (isMessage(value)) return say(value, language);
  return value.map((item) => sayParam(item, language)).join(language === "zh" ? "、" : ", ");
}

function isMessage(value: Param): value is Message {
  return typeof value === "object" && !Array.isArray(value);
}

const plain = new Map<number, Intl.NumberFormat>();

/** A number for a sentence: thousands grouped, at most `decimals` decimals, trailing zeros dropped. */
export function sayNumber(value: number, decimals = 6): string {
  // Most numbers are scores and counts, which are written as they are.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  // Made once: each toLocaleString would make a format anew, which a million reasons would wait for.
  let format = plain.get(decimals);
  if (!format)
    plain.set(decimals, (format = new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals })));
  return format.format(value);
}

const cents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Money for a sentence: thousands grouped, two decimals unless it is whole. */
export function sayMoney(value: number): string {
  return (Number.isInteger(value) ? whole : cents).format(value);
}
