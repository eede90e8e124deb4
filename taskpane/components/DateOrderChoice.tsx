import { Field } from "../controls/Field";
import { Select } from "../controls/Select";
import type { DateOrder } from "../../src/core/ledger/roles";
import { useSay } from "../language/language-context";

const ORDERS = ["dmy", "mdy", "ymd"] as const;

/** How dates such as 03/04/2026 are written, where the column itself doesn't tell. */
export function DateOrderChoice(props: {
  readonly order: DateOrder | null;
  readonly onChoose: (order: DateOrder | null) => void;
}) {
  const say = useSay();
  return (
    <Field label={say("pane.date-order")}>
      <Select
        value={props.order ?? ""}
        onChange={(_, { value }) => props.onChoose(ORDERS.find((order) => order === value) ?? null)}
      >
        <option value="">{say("pane.date-order.auto")}</option>
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {say(`pane.date-order.${order}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
