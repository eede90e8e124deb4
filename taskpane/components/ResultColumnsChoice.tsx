import type { ResultColumnId } from "../../src/core/report/result-columns";
import { Button } from "../controls/Button";
import { Details } from "../controls/Details";
import { classes } from "../controls/classes";
import { Checkbox } from "../controls/Input";
import { useSay } from "../language/language-context";
import content from "./content.module.css";

type Group = "result" | "lifecycle" | "scores" | "value" | "why";
/** The customer's name is always there: without it a row is nobody's. */
type Choosable = Exclude<ResultColumnId, "customer">;

const GROUP_OF: Readonly<Record<Choosable, Group>> = {
  tier: "result",
  segment: "result",
  stage: "result",
  activity: "result",
  abc: "result",
  firstPurchase: "lifecycle",
  lastPurchase: "lifecycle",
  recency: "lifecycle",
  frequency: "lifecycle",
  monetary: "lifecycle",
  r: "scores",
  f: "scores",
  m: "scores",
  rfm: "scores",
  points: "scores",
  clv: "value",
  historicalValue: "value",
  pAlive: "value",
  expectedPurchases: "value",
  revenueAtRisk: "value",
  warning: "why",
  reason: "why",
  nextAction: "why",
  tierOrder: "result",
};
const IDS = Object.keys(GROUP_OF) as readonly Choosable[];
const GROUPS: readonly Group[] = ["result", "lifecycle", "scores", "value", "why"];

/** Which of the result columns are written, to be ticked by group. Null is all of them, those of later versions too. */
export function ResultColumnsChoice(props: {
  readonly columns: readonly string[] | null;
  /** Those that the data can tell; all where that isn't known yet. */
  readonly known?: readonly string[];
  readonly onChoose: (columns: readonly string[] | null) => void;
}) {
  const { columns, known, onChoose } = props;
  const say = useSay();
  const shown = IDS.filter((id) => known === undefined || known.includes(id));
  const isChosen = (id: string) => columns === null || columns.includes(id);
  const chosen = IDS.filter(isChosen);
  const choose = (wanted: readonly string[]) =>
    onChoose(wanted.length === IDS.length ? null : ["customer", ...IDS.filter((id) => wanted.includes(id))]);
  return (
    <Details
      title={say("pane.result-columns")}
      more={say("pane.columns.used", { used: shown.filter(isChosen).length, columns: shown.length })}
    >
      <p className={content["quiet"]}>{say("pane.result-columns.more")}</p>
      {GROUPS.filter((group) => shown.some((id) => GROUP_OF[id] === group)).map((group) => (
        <fieldset key={group} className={classes(content["set"], content["pairs"])}>
          <legend>{say(`pane.result-columns.${group}`)}</legend>
          {shown
            .filter((id) => GROUP_OF[id] === group)
            .map((id) => (
              <Checkbox
                key={id}
                checked={isChosen(id)}
                label={say(`column.${id}`)}
                onChange={(_, { checked }) =>
                  choose(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
            ))}
        </fieldset>
      ))}
      <div className={content["row"]}>
        <Button size="small" onClick={() => onChoose(null)}>
          {say("pane.result-columns.all")}
        </Button>
        <Button size="small" onClick={() => choose(["tier", "segment", "stage", "reason", "nextAction"])}>
          {say("pane.result-columns.few")}
        </Button>
      </div>
    </Details>
  );
}
