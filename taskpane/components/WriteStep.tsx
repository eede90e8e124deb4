import { Checkbox } from "../controls/Input";
import { useSay } from "../language/language-context";
import content from "./content.module.css";
import { ResultColumnsChoice } from "./ResultColumnsChoice";
import { Step, type StepState } from "./Step";
import type { StepProps } from "./WorkScreen";

/** What is going to be written, and where. */
export function WriteStep(props: StepProps & { readonly stepState: StepState }) {
  const { workspace, state, work, outcome, stepState } = props;
  const say = useSay();
  const { source, opened } = work;
  const { columns, beside } = state.choices;
  const sheet = opened.sheet ?? "";
  const inSheet = source.kind === "sheet";
  return (
    <Step step="write" state={stepState}>
      <p className={content["text"]}>
        {outcome.kind === "customers" && inSheet
          ? say("pane.write.customers", { sheet })
          : say("pane.write.transactions")}
      </p>
      {outcome.kind === "transactions" && inSheet && (
        <Checkbox
          checked={beside}
          label={say("pane.write.beside")}
          more={say("pane.write.beside.more", { sheet })}
          onChange={(_, { checked }) => void workspace.choose({ beside: checked })}
        />
      )}
      <ResultColumnsChoice
        columns={columns}
        onChoose={(chosen) => void workspace.choose({ columns: chosen })}
      />
      <p className={content["quiet"]}>{say("pane.write.safe")}</p>
    </Step>
  );
}
