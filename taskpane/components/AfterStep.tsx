import { hasSummaries } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { classes } from "../controls/classes";
import { Icon, type IconName } from "../controls/Icon";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";
import { CustomerSearch } from "./CustomerSearch";
import { ManagersCopy } from "./ManagersCopy";
import { NoteList } from "./NoteList";
import { Offer } from "./Offer";
import { PickedCustomer } from "./PickedCustomer";
import { Step, type StepState } from "./Step";
import type { StepProps } from "./WorkScreen";
import { WrittenLinks } from "./WrittenLinks";

/** What was written and where, the ways to do it again or to undo it, and each customer explained. */
export function AfterStep(props: StepProps & { readonly stepState: StepState }) {
  const { workspace, state, work, outcome, stepState } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { excel, tiered, working, picked, changed } = state;
  const { summary } = outcome;
  const written = excel !== null && (excel.sheets.length > 0 || excel.beside.length > 0);
  const busy = working !== null;
  return (
    <Step step="after" state={stepState}>
      {written ? (
        <>
          <p className={content["text"]}>{say("pane.written")}</p>
          <WrittenLinks workspace={workspace} written={excel} />
          {tiered && <NoteList notes={tiered.told} warning />}
          <div className={content["row"]}>
            <Button
              icon={<Icon name="refresh" />}
              disabledFocusable={busy}
              onClick={() => void workspace.again(language)}
            >
              {say("pane.after.refresh")}
            </Button>
            <Button
              icon={<Icon name="undo" />}
              disabledFocusable={busy}
              onClick={() => void workspace.takeBack()}
            >
              {say("pane.excel.take-back")}
            </Button>
          </div>
          <p className={classes(content["quiet"], content["small"])}>{say("pane.after.take-back")}</p>
          {!hasSummaries(excel) && (
            <Offer
              icon={<Icon name="table" />}
              disabledFocusable={busy || !summary.ok}
              onClick={() => void workspace.summaries(language)}
              more={say("pane.after.summaries.more")}
            >
              {say("pane.after.summaries")}
            </Offer>
          )}
        </>
      ) : (
        <p className={content["quiet"]}>{say("pane.after.nothing")}</p>
      )}
      {FORMULAS.map(({ does, icon }) => (
        <Offer
          key={does}
          size="small"
          icon={<Icon name={icon} />}
          disabledFocusable={busy || excel === null}
          onClick={() => void workspace[does]()}
          more={say(`pane.after.${does}.more`)}
        >
          {say(`pane.after.${does}`)}
        </Offer>
      ))}
      {summary.ok && (
        <>
          <ManagersCopy workspace={workspace} busy={busy || excel === null} />
          <PickedCustomer picked={picked} changed={changed} run={work.run} ask={workspace.ask} />
          <CustomerSearch key={work.run} ask={workspace.ask} policy={summary.value.policy} />
        </>
      )}
    </Step>
  );
}

/** What can be done with the cells that call the add-in's functions. */
const FORMULAS: readonly { readonly does: "freeze" | "repair"; readonly icon: IconName }[] = [
  { does: "freeze", icon: "freeze" },
  { does: "repair", icon: "refresh" },
];
