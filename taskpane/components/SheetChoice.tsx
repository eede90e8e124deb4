import { Field, Select } from "@fluentui/react-components";
import { useSay } from "../language/language-context";

/** Which sheet of a workbook is read. */
export function SheetChoice(props: {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly onChoose: (sheet: string) => void;
}) {
  const say = useSay();
  return (
    <Field label={say("pane.source.sheet")}>
      <Select value={props.sheet} onChange={(_, { value }) => props.onChoose(value)}>
        {props.sheets.map((sheet) => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </Select>
    </Field>
  );
}
