import { say } from "../../../src/core/language/message";
import { measureLabel } from "../../../src/core/tiers/measure-of";
import { useLanguage } from "../../language/language-context";
import { useDraft } from "./draft-context";

const KNOWN = ["recency", "frequency", "monetary", "growth"] as const;

/** The measures there are to choose from: every data has the first ones, further ones have a column; and the chosen. */
export function useMeasures(chosen?: string): { readonly value: string; readonly label: string }[] {
  const { language } = useLanguage();
  const { measures, draft } = useDraft();
  const further = [...measures, ...Object.keys(draft.policy.rows.measures), ...(chosen ? [chosen] : [])];
  return [...new Set([...KNOWN, ...further])].map((value) => {
    const label = measureLabel(value);
    return { value, label: typeof label === "string" ? label : say(label, language) };
  });
}
