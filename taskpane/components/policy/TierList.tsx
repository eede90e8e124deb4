import { say as inLanguage } from "../../../src/core/language/message";
import { tierColours } from "../../../src/core/report/tier-colours";
import { Button } from "../../controls/Button";
import { classes } from "../../controls/classes";
import { useLanguage, useSay } from "../../language/language-context";
import { addTier, fewestTiers, MOST_TIERS, moved, removeTier } from "../../policy/tier-edits";
import { useDraft } from "./draft-context";
import { NumberAt, TextAt } from "./fields";
import { ENTRIES, MoveButtons } from "./MoveButtons";
import styles from "./policy.module.css";

/** The tiers, best first: what they are called, and from where on a customer is in one. */
export function TierList() {
  const say = useSay();
  const { language } = useLanguage();
  const { draft, edit } = useDraft();
  const { policy } = draft;
  const { list, by } = policy.tiers;
  const colours = tierColours(list.length);
  const thresholds = "thresholds" in by ? by.thresholds : null;
  const label = {
    en: inLanguage({ code: "policy-editor.tier.new" }, "en"),
    zh: inLanguage({ code: "policy-editor.tier.new" }, "zh"),
  };
  return (
    <>
      <p className={styles["note"]}>{say("policy-editor.tiers.order")}</p>
      <ol {...ENTRIES} className={classes(styles["tiers"], thresholds && styles["graded"])}>
        {list.map((tier, at) => (
          <li key={tier.id}>
            <b style={{ backgroundColor: `#${colours[at]?.fill}`, color: `#${colours[at]?.text}` }}>
              {at + 1}
            </b>
            <span className={styles["names"]}>
              {(["en", "zh"] as const).map((language) => (
                <TextAt
                  key={language}
                  unlabelled
                  path={`/tiers/list/${at}/label/${language}`}
                  lang={language === "zh" ? "zh-CN" : "en"}
                  label={say(`policy-editor.tier.${language}`, { place: at + 1 })}
                />
              ))}
            </span>
            {thresholds && (
              <span className={styles["threshold"]}>
                {at < thresholds.length ? (
                  <>
                    {say("policy-editor.tier.from")}
                    <NumberAt
                      unlabelled
                      path={`/tiers/by/thresholds/${at}`}
                      label={say("policy-editor.tier.threshold", { place: at + 1 })}
                    />
                  </>
                ) : (
                  say("policy-editor.tier.below")
                )}
              </span>
            )}
            <MoveButtons
              name={tier.label[language]}
              at={at}
              of={list.length}
              fewest={fewestTiers(policy)}
              onMove={(step) =>
                edit("/", { ...policy, tiers: { ...policy.tiers, list: moved(list, at, step) } })
              }
              onRemove={() => edit("/", removeTier(policy, at))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="small"
          disabledFocusable={list.length >= MOST_TIERS}
          onClick={() => edit("/", addTier(policy, label))}
        >
          {say("policy-editor.tier.add")}
        </Button>
      </div>
    </>
  );
}
