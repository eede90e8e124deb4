import type { TierBasis } from "../../../src/core/policy/policy";
import { conditionWords } from "../../../src/core/report/policy-words";
import { tierLabel } from "../../../src/core/tiers/labels";
import { Button } from "../../controls/Button";
import { Details } from "../../controls/Details";
import { useLanguage, useSay } from "../../language/language-context";
import { moved, withUnless } from "../../policy/tier-edits";
import { ConditionBoxes } from "./ConditionBoxes";
import { useDraft } from "./draft-context";
import { ChoiceAt, WrongAt } from "./fields";
import { ENTRIES, MoveButtons } from "./MoveButtons";
import styles from "./policy.module.css";

const PATH = "/tiers/by/rules";

/** Rules of tiers: each folded away under what it says, and opened, its boxes. */
export function TierRules({ by }: { readonly by: Extract<TierBasis, { readonly kind: "rules" }> }) {
  const say = useSay();
  const { language } = useLanguage();
  const { draft, put } = useDraft();
  const { policy } = draft;
  const { rules, rest } = by;
  const tiers = policy.tiers.list.map(({ id, label }) => ({ value: id, label: label[language] }));
  const words = ({ when, unless }: (typeof rules)[number]) => {
    const conditions = conditionWords(when, policy, language) || "–";
    return unless
      ? say("rule.unless", { conditions, exceptions: conditionWords(unless, policy, language) })
      : conditions;
  };
  return (
    <fieldset {...ENTRIES} className={styles["group"]}>
      <legend>{say("policy-editor.rules")}</legend>
      {rules.map((rule, at) => {
        const path = `${PATH}/${at}` as const;
        const name = say("policy-editor.rule", { place: at + 1 });
        return (
          <div key={at} className={styles["entry"]} role="group" aria-label={name}>
            <div className={styles["ruleHead"]}>
              <Details title={`${tierLabel(rule.tier, policy, language)}: ${words(rule)}`}>
                <ChoiceAt path={`${path}/tier`} label={say("policy-editor.rule.tier")} options={tiers} />
                <p className={styles["note"]}>{say("policy-editor.rule.when")}</p>
                <ConditionBoxes condition={rule.when} onChange={(when) => put(`${path}/when`, when)} />
                <Details title={say("policy-editor.rule.unless")}>
                  <ConditionBoxes
                    condition={rule.unless ?? {}}
                    onChange={(unless) => put(path, withUnless(rule, unless))}
                  />
                </Details>
              </Details>
              <MoveButtons
                name={name}
                at={at}
                of={rules.length}
                fewest={1}
                onMove={(step) => put(PATH, moved(rules, at, step))}
                onRemove={() =>
                  put(
                    PATH,
                    rules.filter((_, i) => i !== at),
                  )
                }
              />
            </div>
            <WrongAt paths={[`${path}/when`, `${path}/unless`, `${path}/tier`]} />
          </div>
        );
      })}
      {rules.length === 0 && <WrongAt paths={[PATH]} />}
      <div>
        <Button
          size="small"
          onClick={() => put(PATH, [...rules, { tier: tiers.at(-1)?.value ?? "", when: { abc: ["A"] } }])}
        >
          {say("policy-editor.rule.add")}
        </Button>
      </div>
      <ChoiceAt
        path="/tiers/by/rest"
        label={say("policy-editor.rule.rest")}
        value={rest ?? ""}
        options={[...tiers, { value: "", label: say("policy-editor.no-tier") }]}
        onChoose={(tier) => put("/tiers/by/rest", tier === "" ? undefined : tier)}
      />
    </fieldset>
  );
}
