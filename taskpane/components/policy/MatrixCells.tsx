import type { Axis } from "../../../src/core/policy/policy";
import { cutoffWords } from "../../../src/core/report/policy-words";
import { binsOf, type CutoffRule } from "../../../src/core/scoring/cutoffs";
import { measureLabel } from "../../../src/core/tiers/measure-of";
import { LinkButton } from "../../controls/Button";
import { useLanguage, useSay } from "../../language/language-context";
import type { PolicyPath } from "../../policy/policy-path";
import { ruleOf } from "../../policy/score-edits";
import { withAxis, type Matrix } from "../../policy/tier-edits";
import { useDraft } from "./draft-context";
import { ChoiceAt, NumbersAt, WrongAt } from "./fields";
import { useMeasures } from "./measures";
import content from "../content.module.css";
import styles from "./policy.module.css";

const METHODS = ["quantile", "breaks", "fixed", "share", "mean"] as const;
const RANKS = { 2: ["low", "high"], 3: ["low", "middle", "high"] } as const;

/** The two axes of a customer matrix, and the tier of each cell; both axes from the best class on. */
export function MatrixCells({ by }: { readonly by: Matrix }) {
  const say = useSay();
  const { language } = useLanguage();
  const { policy } = useDraft().draft;
  const tiers = policy.tiers.list.map(({ id, label }) => ({ value: id, label: label[language] }));
  const ranks = (count: number) => (count === 2 ? RANKS[2] : RANKS[3]);
  const columns = by.cells[0]?.length ?? 0;
  return (
    <>
      <AxisFields by={by} which="x" />
      <AxisFields by={by} which="y" />
      <table className={styles["cells"]}>
        <caption className={content["unseen"]}>{say("policy-editor.cells")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("policy-editor.axes")}</th>
            {ranks(columns).map((rank) => (
              <th key={rank} scope="col">
                {say(`rule.class-${rank}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {by.cells
            .map((row, x) => {
              const rank = ranks(by.cells.length)[x] ?? "low";
              return (
                <tr key={x}>
                  <th scope="row">{say(`rule.class-${rank}`)}</th>
                  {row.map((_, y) => (
                    <td key={y}>
                      <ChoiceAt
                        unlabelled
                        size="small"
                        path={`/tiers/by/cells/${x}/${y}`}
                        label={`${say(`rule.class-${rank}`)} × ${say(`rule.class-${ranks(columns)[y] ?? "low"}`)}`}
                        options={tiers}
                      />
                    </td>
                  ))}
                </tr>
              );
            })
            .reverse()}
        </tbody>
      </table>
      <WrongAt paths={["/tiers/by/cells"]} />
      <ChoiceAt
        path="/tiers/by/prospects"
        label={say("policy-editor.prospects")}
        value={by.prospects ?? ""}
        options={[...tiers, { value: "", label: say("policy-editor.no-tier") }]}
      />
    </>
  );
}

/** A measure of the matrix and how it is cut. */
function AxisFields({ by, which }: { readonly by: Matrix; readonly which: "x" | "y" }) {
  const say = useSay();
  const { draft, edit, put } = useDraft();
  const axis = by[which];
  const { cutoffs, otherwise } = axis;
  const measures = useMeasures(axis.measure);
  const path = `/tiers/by/${which}` as const;
  const bins = binsOf(cutoffs);
  const take = (changed: Axis, at: PolicyPath = "/") => {
    const { policy } = draft;
    edit(at, { ...policy, tiers: { ...policy.tiers, by: withAxis(by, which, changed) } });
  };
  const make = (method: CutoffRule["method"], count: number) =>
    take({ ...axis, cutoffs: ruleOf(method, method === "mean" ? 2 : count, axis.measure) });
  const listed = cutoffs.method === "fixed" || cutoffs.method === "share" ? cutoffs.method : null;
  return (
    <fieldset className={styles["group"]}>
      <legend>{say(`policy-editor.axis.${which}`)}</legend>
      <div className={styles["pair"]}>
        <ChoiceAt path={`${path}/measure`} label={say("policy-editor.axis.measure")} options={measures} />
        <ChoiceAt
          path={`${path}/cutoffs/bins`}
          label={say("policy-editor.axis.classes")}
          value={String(bins)}
          options={[...new Set(["2", "3", String(bins)])].map((value) => ({ value, label: value }))}
          onChoose={(count) => make(cutoffs.method === "mean" ? "quantile" : cutoffs.method, Number(count))}
        />
        <ChoiceAt
          path={`${path}/cutoffs/method`}
          label={say("policy-editor.axis.how")}
          options={METHODS.map((value) => ({ value, label: say(`policy-editor.method.${value}`) }))}
          onChoose={(method) => make(method as CutoffRule["method"], Math.min(3, Math.max(2, bins)))}
        />
        {listed && (
          <NumbersAt
            key={listed}
            path={`${path}/cutoffs/at`}
            label={say("policy-editor.cutoffs", { measure: measureLabel(axis.measure) })}
            hint={say(`policy-editor.cutoffs.${listed}`)}
            scale={listed === "share" ? 100 : 1}
            onPut={(at) => take({ ...axis, cutoffs: { method: listed, at } }, `${path}/cutoffs/at`)}
          />
        )}
      </div>
      {otherwise && (
        <p className={styles["note"]}>
          {say("policy-editor.axis.otherwise", {
            measure: measureLabel(otherwise.measure),
            how: cutoffWords(otherwise.cutoffs),
          })}{" "}
          <LinkButton onClick={() => put(`${path}/otherwise`, undefined)}>
            {say("policy-editor.axis.drop")}
          </LinkButton>
        </p>
      )}
    </fieldset>
  );
}
