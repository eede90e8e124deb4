import { useId, useState, type ReactNode } from "react";
import type { Trouble } from "../../../src/core/language/message";
import { Field } from "../../controls/Field";
import { Input } from "../../controls/Input";
import { Select } from "../../controls/Select";
import { useSay } from "../../language/language-context";
import { inEditor } from "../../policy/editor-words";
import { troublesAt } from "../../policy/policy-draft";
import { valueAt, type PolicyPath } from "../../policy/policy-path";
import { numberOf, numbersOf, typedNumber } from "../../policy/typed-number";
import { useDraft } from "./draft-context";

interface FieldProps {
  readonly path: PolicyPath;
  readonly label: string;
  readonly hint?: string;
  /** Only for screen readers. */
  readonly unlabelled?: boolean;
  /** Troubles that are told here though they stand at another path. */
  readonly also?: readonly Trouble[];
}

interface TypedProps<T> extends FieldProps {
  /** Takes what was typed, where more changes with it than the value at the path. */
  readonly onPut?: (value: T) => void;
}

/** What is wrong with a value, as one sentence or several. */
function useWrong(path: PolicyPath, also: readonly Trouble[] = []): string | undefined {
  const say = useSay();
  const { draft } = useDraft();
  const sentences = [...troublesAt(draft, path), ...also].map((trouble) => say(inEditor(trouble)));
  return [...new Set(sentences)].join(" ") || undefined;
}

/** A value of the policy as it is typed; what was typed stays as long as it stands for the value. */
function Typed<T>(
  props: TypedProps<T> & {
    readonly read: (text: string) => T;
    readonly show: (value: T) => string;
    readonly numeric?: boolean;
    readonly lang?: string;
  },
) {
  const { path, label, hint, unlabelled, also, onPut, read, show, numeric, lang } = props;
  const { draft, put } = useDraft();
  const wrong = useWrong(path, also);
  const id = useId();
  const value = valueAt(draft.policy, path) as T;
  const [text, setText] = useState(() => show(value));
  const standing = String(read(text)) === String(value) ? text : show(value);
  const input = (
    <Input
      value={standing}
      inputMode={numeric ? "decimal" : undefined}
      lang={lang}
      spellCheck={false}
      autoComplete="off"
      aria-label={unlabelled ? label : undefined}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={unlabelled && wrong ? id : undefined}
      title={unlabelled ? wrong : undefined}
      onChange={(_, { value: typed }) => {
        setText(typed);
        const value = read(typed);
        if (onPut) onPut(value);
        else put(path, value);
      }}
    />
  );
  if (unlabelled) {
    return (
      <>
        {input}
        {wrong && (
          <span id={id} hidden>
            {wrong}
          </span>
        )}
      </>
    );
  }
  return (
    <Field label={label} hint={hint} validationMessage={wrong}>
      {input}
    </Field>
  );
}

/** A number. `scale` 100 shows a share as per cent. */
export function NumberAt({ scale = 1, ...props }: FieldProps & { readonly scale?: number }) {
  return (
    <Typed<number>
      {...props}
      numeric
      read={(text) => unscaled(numberOf(text), scale)}
      show={(value) => typedNumber(value * scale)}
    />
  );
}

/** A list of numbers. */
export function NumbersAt({
  scale = 1,
  ...props
}: TypedProps<readonly number[]> & { readonly scale?: number }) {
  return (
    <Typed<readonly number[]>
      {...props}
      numeric
      read={(text) => numbersOf(text).map((value) => unscaled(value, scale))}
      show={(values) => values.map((value) => typedNumber(value * scale)).join(" ")}
    />
  );
}

/** 29% is 0.29, and not what multiplying by 0.01 gives. */
function unscaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value / scale).toPrecision(12));
}

/** A text. */
export function TextAt(props: FieldProps & { readonly lang?: string }) {
  return <Typed<string> {...props} read={(text) => text} show={(value) => value} />;
}

/** A list of texts. */
export function TextsAt(props: FieldProps) {
  const read = (text: string) => {
    const parts = text.split(/[,;，；、\n]/).map((part) => part.trim());
    return parts.filter((part) => part !== "");
  };
  return <Typed<readonly string[]> {...props} read={read} show={(values) => values.join(", ")} />;
}

/** One of several values; `onChoose` where choosing does more than put it there. */
export function ChoiceAt(
  props: FieldProps & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly value?: string;
    readonly onChoose?: (value: string) => void;
    readonly size?: "small";
  },
) {
  const { path, label, hint, unlabelled, also, options, onChoose, size } = props;
  const { draft, put } = useDraft();
  const wrong = useWrong(path, also);
  const value = props.value ?? String(valueAt(draft.policy, path) ?? "");
  const select = (
    <Select
      size={size}
      value={value}
      aria-label={unlabelled ? label : undefined}
      aria-invalid={wrong ? true : undefined}
      onChange={(_, { value: chosen }) => (onChoose ? onChoose(chosen) : put(path, chosen))}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
  if (unlabelled) return select;
  return (
    <Field label={label} hint={hint} validationMessage={wrong}>
      {select}
    </Field>
  );
}

/** What is wrong at paths that have no field of their own. */
export function WrongAt({ paths }: { readonly paths: readonly PolicyPath[] }): ReactNode {
  const say = useSay();
  const { draft } = useDraft();
  const sentences = [...new Set(troublesAt(draft, ...paths).map((trouble) => say(inEditor(trouble))))];
  return sentences.map((sentence) => (
    <p key={sentence} data-wrong>
      {sentence}
    </p>
  ));
}
