import { Select } from "../controls/Select";
import type { Role } from "../../src/core/ledger/roles";
import type { ColumnView } from "../classifier/outcome";
import { useSay } from "../language/language-context";

const ORDERS = ["date", "order", "amount", "quantity", "price", "status"] as const;
const SUMS = ["recency", "frequency", "monetary", "first"] as const;
const MEASURES = ["profit", "satisfaction", "potential"] as const;

/** What a column is: a native list, which every screen reader and every narrow pane can show. */
export function RoleChoice({
  view,
  onChoose,
}: {
  readonly view: ColumnView;
  readonly onChoose: (role: Role | null) => void;
}) {
  const { header, role } = view;
  const say = useSay();
  const own: readonly Role[] = [`attribute:${header}`, `measure:${header}`];
  const known: readonly string[] = [
    "customer",
    ...ORDERS,
    ...SUMS,
    ...MEASURES.map((name) => `measure:${name}`),
    ...own,
  ];
  const plain = (name: (typeof ORDERS)[number] | (typeof SUMS)[number] | "customer") => (
    <option key={name} value={name}>
      {say(`pane.role.${name}`)}
    </option>
  );
  return (
    <Select
      size="small"
      aria-label={say("pane.columns.role", { column: header })}
      value={role ?? ""}
      onChange={(_, { value }) => onChoose(value === "" ? null : (value as Role))}
    >
      <option value="">{say("pane.role.none")}</option>
      {plain("customer")}
      <optgroup label={say("pane.role.orders")}>{ORDERS.map(plain)}</optgroup>
      <optgroup label={say("pane.role.sums")}>{SUMS.map(plain)}</optgroup>
      <optgroup label={say("pane.role.both")}>
        <option value={own[0]}>{say("pane.role.attribute")}</option>
        {MEASURES.map((name) => (
          <option key={name} value={`measure:${name}`}>
            {say(`pane.role.${name}`)}
          </option>
        ))}
        <option value={own[1]}>{say("pane.role.measure")}</option>
        {role !== null && !known.includes(role) && <option value={role}>{role.replace(/^\w+:/, "")}</option>}
      </optgroup>
    </Select>
  );
}
