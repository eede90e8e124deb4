import { lazy, Suspense } from "react";
import { Button } from "../controls/Button";
import { classes } from "../controls/classes";
import { Details } from "../controls/Details";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { AsOfChoice } from "./AsOfChoice";
import { ChangedBar } from "./ChangedBar";
import content from "./content.module.css";
import { GroupPreview } from "./GroupPreview";
import { CutoffsInWords } from "./policy/CutoffsInWords";
import { PolicyInWords } from "./policy/PolicyInWords";
import { PolicyChoice } from "./PolicyChoice";
import { Step, type StepState } from "./Step";
import { ValueCard } from "./ValueCard";
import { ValueChoice } from "./ValueChoice";
import type { StepProps } from "./WorkScreen";

const PolicyFiles = lazy(async () => ({ default: (await import("./policy/PolicyFiles")).PolicyFiles }));

/** The rules in words, what comes of them as they stand, and the ways to change them. */
export function HowStep(props: StepProps & { readonly stepState: StepState }) {
  const { workspace, state, outcome, stepState } = props;
  const { choices } = state;
  const say = useSay();
  const { summary } = outcome;
  return (
    <Step step="how" state={stepState}>
      <PolicyChoice policy={choices.policy} onChoose={(policy) => void workspace.choose({ policy })} />
      <PolicyInWords policy={choices.policy} ruler={summary.ok ? summary.value.ruler : null} />
      <div className={content["row"]}>
        <Button size="small" icon={<Icon name="edit" />} onClick={() => workspace.show("policy")}>
          {say("pane.policy.edit")}
        </Button>
      </div>
      <ChangedBar workspace={workspace} state={state} />
      {summary.ok ? (
        <GroupPreview summary={summary.value} />
      ) : (
        <p className={content["quiet"]}>{say("pane.step.waits")}</p>
      )}
      <div className={classes(content["group"], content["lines"])}>
        {summary.ok && (
          <Details title={say("title.cutoffs")}>
            <CutoffsInWords policy={summary.value.policy} ruler={summary.value.ruler} />
          </Details>
        )}
        <Details title={say("pane.how.more")} open={stepState === "stuck"}>
          <AsOfChoice
            asOf={choices.asOf}
            used={summary.ok ? summary.value.asOf : null}
            onChoose={(asOf) => void workspace.choose({ asOf })}
          />
          {outcome.kind === "transactions" && (
            <ValueChoice model={choices.value} onChoose={(value) => void workspace.choose({ value })} />
          )}
          {summary.ok && summary.value.value && <ValueCard value={summary.value.value} />}
        </Details>
        <Details title={say("pane.policy.files")}>
          <Suspense>
            <PolicyFiles
              policy={choices.policy}
              onChange={(policy) => void workspace.choose({ policy })}
              onSave={state.excel ? workspace.savePolicy : undefined}
            />
          </Suspense>
        </Details>
      </div>
    </Step>
  );
}
