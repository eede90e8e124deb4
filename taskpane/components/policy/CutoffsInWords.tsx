import type { Policy } from "../../../src/core/policy/policy";
import { cutoffTexts } from "../../../src/core/report/policy-words";
import type { Ruler } from "../../../src/core/tiers/ruler";
import { useLanguage, useSay } from "../../language/language-context";
import content from "../content.module.css";
import styles from "./policy.module.css";

/** The values that give each score, with the cut-offs of a run. */
export function CutoffsInWords({ policy, ruler }: { readonly policy: Policy; readonly ruler: Ruler }) {
  const say = useSay();
  const { language } = useLanguage();
  const measures = ["recency", "frequency", "monetary"] as const;
  return (
    <table className={styles["cutoffs"]}>
      <caption className={content["unseen"]}>{say("title.cutoffs")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("column.score")}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col">
              {say(`column.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cutoffTexts(policy, ruler, language).map(({ score, ...values }) => (
          <tr key={score}>
            <th scope="row">{score}</th>
            {measures.map((measure) => (
              <td key={measure}>{values[measure] ?? "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
