import { useMemo, useState } from "react";
import type { Policy } from "../../../src/core/policy/policy";
import type { Ruler } from "../../../src/core/tiers/ruler";
import { Button } from "../../controls/Button";
import { Icon } from "../../controls/Icon";
import { MessageBar } from "../../controls/MessageBar";
import { useLanguage, useSay } from "../../language/language-context";
import { inEditor, sectionOf } from "../../policy/editor-words";
import type { CodeCounts } from "../../policy/grid-map";
import { followed, startKeeping, taken, type Kept } from "../../policy/kept-draft";
import { edited, undone, type PolicyDraft } from "../../policy/policy-draft";
import { templateOf } from "../../policy/policy-origin";
import { withValue, type PolicyPath } from "../../policy/policy-path";
import { DraftContext, type Editing } from "./draft-context";
import { LifecycleSection } from "./LifecycleSection";
import { NameSection } from "./NameSection";
import styles from "./policy.module.css";
import { RowsSection } from "./RowsSection";
import { ScoresSection } from "./ScoresSection";
import { SegmentsSection } from "./SegmentsSection";
import { TiersSection } from "./TiersSection";

/** Everything of a policy that a reader may change; what is valid takes effect at once. */
export function PolicyEditor(props: {
  readonly policy: Policy;
  /** Of the last run; null before there was one. */
  readonly codes: CodeCounts | null;
  /** Cut-offs of the last run, which own ones begin with. */
  readonly ruler?: Ruler | null;
  /** Further measures of the data, by name: profit, satisfaction … */
  readonly measures: readonly string[];
  /** The part to be shown at once: the path of a section. */
  readonly sought?: PolicyPath | null;
  /** Called with valid policies only. */
  readonly onChange: (policy: Policy) => void;
  readonly onClose: () => void;
}) {
  const { policy, codes, ruler = null, measures, sought = null, onChange, onClose } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [state, setState] = useState<Kept>(() => startKeeping(policy));
  const kept = followed(state, policy);
  if (kept !== state) setState(kept);

  const { draft } = kept;
  const take = (next: PolicyDraft) => {
    setState(taken(kept, next));
    if (next.inEffect !== draft.inEffect) onChange(next.inEffect);
  };
  const editing: Editing = {
    draft,
    edit: (path, changed) => take(edited(draft, path, changed)),
    put: (path, value) => take(edited(draft, path, withValue(draft.policy, path, value))),
    measures,
    sought,
  };
  const template = useMemo(() => templateOf(draft.policy), [draft.policy]);
  const { troubles } = draft;
  return (
    <section className={styles["editor"]} aria-labelledby="policy-editor">
      <div className={styles["head"]}>
        <h2 id="policy-editor">{say("policy-editor.heading")}</h2>
        <Button size="small" appearance="primary" onClick={onClose}>
          {say("policy-editor.done")}
        </Button>
      </div>
      <div className={styles["bar"]}>
        <Button
          size="small"
          icon={<Icon name="undo" />}
          disabledFocusable={draft.past.length === 0}
          onClick={() => take(undone(draft))}
        >
          {say("policy-editor.undo")}
        </Button>
        <Button
          size="small"
          title={say("policy-editor.reset-to", { title: template.title[language] })}
          disabledFocusable={draft.policy === template}
          onClick={() => take(edited(draft, "/", template))}
        >
          {say("policy-editor.reset")}
        </Button>
      </div>
      <div aria-live="polite">
        {troubles.length === 0 ? (
          <p className={styles["note"]}>{say("policy-editor.in-effect")}</p>
        ) : (
          <MessageBar intent="warning">
            {say("policy-editor.not-in-effect", { count: troubles.length })}
            <ul className={styles["list"]}>
              {troubles.map((trouble, at) => (
                <li key={at}>
                  {say(sectionOf(trouble))}: {say(inEditor(trouble))}
                </li>
              ))}
            </ul>
          </MessageBar>
        )}
      </div>
      <DraftContext value={editing}>
        <TiersSection />
        <ScoresSection ruler={ruler} />
        <SegmentsSection codes={codes} />
        <LifecycleSection />
        <RowsSection />
        <NameSection />
      </DraftContext>
    </section>
  );
}
