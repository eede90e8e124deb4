import type { Message } from "../../../src/core/language/message";
import type { TierBasis } from "../../../src/core/policy/policy";
import { policyCautions } from "../../../src/core/policy/policy-cautions";
import { gradeWords, tierWords } from "../../../src/core/report/policy-words";
import { useLanguage, useSay } from "../../language/language-context";
import { withBasis } from "../../policy/tier-edits";
import { NoteList } from "../NoteList";
import { useDraft } from "./draft-context";
import { ChoiceAt, WrongAt } from "./fields";
import { GradeMeasures } from "./GradeMeasures";
import { MatrixCells } from "./MatrixCells";
import { Section } from "./Section";
import { TierList } from "./TierList";
import { TierRules } from "./TierRules";

const KINDS = ["scores", "grade", "rules", "matrix"] as const;

/** The tiers, and what decides between them. */
export function TiersSection() {
  const say = useSay();
  const { language } = useLanguage();
  const { draft, edit } = useDraft();
  const { policy } = draft;
  const { by, list } = policy.tiers;
  const words = tierWords(draft.inEffect, null, language).map(([tier, how]): Message => ({
    code: "policy-words.tier",
    params: { tier, how },
  }));
  return (
    <Section
      title={say("policy-editor.tiers")}
      more={list.map(({ label }) => label[language]).join(" · ")}
      words={[...words, ...gradeWords(draft.inEffect)]}
      paths={["/tiers", "/playbook"]}
    >
      <ChoiceAt
        path="/tiers/by/kind"
        label={say("policy-editor.basis")}
        options={KINDS.map((value) => ({ value, label: say(`policy-editor.basis.${value}`) }))}
        onChoose={(kind) => edit("/", withBasis(policy, kind as TierBasis["kind"]))}
      />
      <TierList />
      <WrongAt paths={["/tiers/list", "/tiers/by/thresholds", "/tiers/by/rest", "/playbook"]} />
      <NoteList notes={policyCautions(draft.inEffect, language)} warning />
      {by.kind === "grade" && <GradeMeasures by={by} />}
      {by.kind === "rules" && <TierRules by={by} />}
      {by.kind === "matrix" && <MatrixCells by={by} />}
    </Section>
  );
}
