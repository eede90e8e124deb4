import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import { useSay } from "../language/language-context";

/** The encodings that exports come in. */
const ENCODINGS = [
  "utf-8",
  "gb18030",
  "big5",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "macintosh",
  "shift_jis",
];

/** How the text of a file is encoded, where what was found is wrong. */
export function EncodingChoice(props: {
  /** What was found, null where the reader chose. */
  readonly found: string | null;
  readonly chosen: string | null;
  readonly onChoose: (encoding: string | null) => void;
}) {
  const { found, chosen, onChoose } = props;
  const say = useSay();
  const auto =
    found === null
      ? say("pane.source.encoding.auto")
      : say("pane.source.encoding.found", { encoding: found });
  return (
    <Field label={say("pane.source.encoding")}>
      <Select value={chosen ?? ""} onChange={(_, { value }) => onChoose(value === "" ? null : value)}>
        <option value="">{auto}</option>
        {ENCODINGS.map((encoding) => (
          <option key={encoding} value={encoding}>
            {encoding}
          </option>
        ))}
      </Select>
    </Field>
  );
}
