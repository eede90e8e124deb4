import type { Check, SetAside } from "../../src/core/ledger/check";
import { reasonLabel } from "../../src/core/tiers/labels";
import { LinkButton } from "../controls/Button";
import { classes } from "../controls/classes";
import { Details } from "../controls/Details";
import { Icon } from "../controls/Icon";
import { useLanguage, useSay } from "../language/language-context";
import { ChangedBar } from "./ChangedBar";
import content from "./content.module.css";
import { centsText, countText } from "./figures";
import { NoteList } from "./NoteList";
import { ReadAgainButton } from "./ReadAgainButton";
import { Step, type StepState } from "./Step";
import { isOfReading } from "./WhatStep";
import type { StepProps } from "./WorkScreen";

/** The account of every row and every cent before anything is written, with a way to the cells that were set aside. */
export function CheckStep(props: StepProps & { readonly stepState: StepState }) {
  const { workspace, state, work, outcome, stepState } = props;
  const say = useSay();
  const { summary } = outcome;
  const { source } = work;
  const notes = summary.ok ? summary.value.notes.filter((note) => !isOfReading(note)) : [];
  return (
    <Step
      step="check"
      state={stepState}
      action={
        <ReadAgainButton
          workspace={workspace}
          state={state}
          appearance="subtle"
          icon={<Icon name="refresh" />}
        >
          {say("pane.check.again")}
        </ReadAgainButton>
      }
    >
      <ChangedBar workspace={workspace} state={state} />
      {summary.ok ? (
        <>
          <div className={content["good"]}>
            <Icon name="success" />
            <span>{say("pane.check.ties")}</span>
          </div>
          <Account check={summary.value.check} />
          {summary.value.check.setAside.length > 0 && (
            <ul
              className={classes(content["plain"], content["lines"])}
              aria-label={say("pane.check.set-aside")}
            >
              {summary.value.check.setAside.map((aside) => (
                <Aside
                  key={aside.reason}
                  aside={aside}
                  onSelect={
                    source.kind === "sheet" ? () => void workspace.selectSetAside(aside.reason) : null
                  }
                />
              ))}
            </ul>
          )}
          {notes.length > 0 && (
            <Details title={say("pane.notes")} more={countText(notes.length)}>
              <NoteList notes={notes} onRule={workspace.showRule} />
            </Details>
          )}
        </>
      ) : (
        <p className={content["quiet"]}>{say("pane.step.waits")}</p>
      )}
    </Step>
  );
}

/** Read = used + set aside, in rows and in money. */
function Account({ check }: { readonly check: Check }) {
  const say = useSay();
  const lines = [
    { what: say("pane.check.read"), rows: check.rowsIn, amount: check.amountIn, sum: true },
    { what: say("pane.check.used"), rows: check.rowsUsed, amount: check.amountUsed, sum: false },
    {
      what: say("pane.check.set-aside"),
      rows: check.rowsIn - check.rowsUsed,
      // Whole cents: the difference of two of them is none of its own.
      amount: (Math.round(check.amountIn * 100) - Math.round(check.amountUsed * 100)) / 100,
      sum: false,
    },
  ];
  return (
    <table className={content["table"]}>
      <caption className={content["unseen"]}>{say("title.check")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("column.what")}</th>
          <th scope="col" className={content["end"]}>
            {say("column.rows")}
          </th>
          <th scope="col" className={content["end"]}>
            {say("column.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, rows, amount, sum }) => (
          <tr key={what} className={sum ? content["sum"] : undefined}>
            <th scope="row">{what}</th>
            <td className={content["end"]}>{countText(rows)}</td>
            <td className={content["end"]}>{centsText(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows set aside for one reason, and the way to their cells. */
function Aside(props: { readonly aside: SetAside; readonly onSelect: (() => void) | null }) {
  const { aside, onSelect } = props;
  const { reason, rows, amount, examples } = aside;
  const say = useSay();
  const { language } = useLanguage();
  const numbers = say(rows > examples.length ? "pane.check.examples.more" : "pane.check.examples", {
    rows: examples.map(String),
  });
  return (
    <li>
      <div className={content["spread"]}>
        <span>{reasonLabel(reason, language)}</span>
        <span className={content["number"]}>{say("pane.source.rows", { rows })}</span>
      </div>
      <div className={classes(content["spread"], content["small"])}>
        {onSelect ? (
          <LinkButton onClick={onSelect} title={numbers}>
            {say("pane.check.select")}
          </LinkButton>
        ) : (
          <span className={content["quiet"]}>{numbers}</span>
        )}
        <span className={classes(content["number"], content["quiet"])}>{centsText(amount)}</span>
      </div>
    </li>
  );
}
