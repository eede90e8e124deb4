import type { Message } from "../../src/core/language/message";
import { Button } from "../controls/Button";
import { classes } from "../controls/classes";
import { Details } from "../controls/Details";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import { ColumnList } from "./ColumnList";
import content from "./content.module.css";
import { DateOrderChoice } from "./DateOrderChoice";
import { DecimalMarkChoice } from "./DecimalMarkChoice";
import { EncodingChoice } from "./EncodingChoice";
import { NoteList } from "./NoteList";
import { OpenFileButton } from "./OpenFileButton";
import { keyOf, keyOfSource, PlaceList, sourceOfPlace } from "./PlaceChoice";
import { PreviewTable } from "./PreviewTable";
import { ReadAgainButton } from "./ReadAgainButton";
import { Step, type StepState } from "./Step";
import type { StepProps } from "./WorkScreen";

/** What is to be classified: where it stands, what was read, and what each column was taken for. */
export function WhatStep(props: StepProps & { readonly stepState: StepState }) {
  const { workspace, state, work, outcome, stepState } = props;
  const say = useSay();
  const { source, opened, encoding } = work;
  const { summary } = outcome;
  const busy = state.working !== null;
  const places = state.places?.filter((place) => !place.own && place.rows > 1) ?? [];
  const name = source.kind === "file" ? source.file.name : (opened.sheet ?? say("pane.source.sample"));
  const roles = outcome.columns.filter(({ role }) => role !== null);
  const { dateOrder, decimalMark } = state.choices;
  const refusedFor = (...codes: readonly string[]) =>
    !summary.ok && summary.troubles.some(({ code }) => codes.includes(code));
  return (
    <Step
      step="what"
      state={stepState}
      action={
        <ReadAgainButton
          workspace={workspace}
          state={state}
          appearance="subtle"
          icon={<Icon name="refresh" />}
        >
          {say("pane.excel.again")}
        </ReadAgainButton>
      }
    >
      <div>
        <div className={content["strong"]}>{name}</div>
        <div className={content["quiet"]}>
          {say(`pane.what.${outcome.kind}`, { rows: opened.rows })}
          {summary.ok && ` ${say("pane.what.found", { customers: summary.value.customers })}`}
        </div>
      </div>
      <NoteList notes={summary.ok ? summary.value.notes.filter(isOfReading) : []} warning />
      {(refusedFor("date-order-undecided", "date-order-contradictory") || dateOrder !== null) && (
        <DateOrderChoice
          order={dateOrder}
          onChoose={(order) => void workspace.choose({ dateOrder: order })}
        />
      )}
      {(refusedFor("decimal-mark-undecided", "decimal-mark-mixed") || decimalMark !== null) && (
        <DecimalMarkChoice
          mark={decimalMark}
          onChoose={(mark) => void workspace.choose({ decimalMark: mark })}
        />
      )}
      {opened.encoding !== null && (
        <EncodingChoice
          found={encoding === undefined ? opened.encoding : null}
          chosen={encoding ?? null}
          onChoose={(chosen) => void workspace.open(source, { encoding: chosen ?? undefined })}
        />
      )}
      <div className={classes(content["group"], content["lines"])}>
        <Details
          key={summary.ok ? "known" : "missing"}
          whenOpen
          title={say("pane.columns")}
          more={say("pane.columns.used", { used: roles.length, columns: outcome.columns.length })}
          open={!summary.ok && stepState === "stuck"}
        >
          <ColumnList workspace={workspace} state={state} outcome={outcome} />
        </Details>
        <Details
          whenOpen
          title={say("pane.preview")}
          more={say("pane.preview.rows", { rows: opened.preview.rows.length })}
        >
          <PreviewTable preview={opened.preview} />
        </Details>
        <Details title={say("pane.what.other")}>
          {places.length > 0 && (
            <PlaceList
              places={places}
              chosen={source.kind === "sheet" ? keyOfSource(source) : null}
              onChoose={(place) => {
                if (!busy && (source.kind !== "sheet" || keyOf(place) !== keyOfSource(source)))
                  void workspace.open(sourceOfPlace(place));
              }}
            />
          )}
          <p className={classes(content["quiet"], content["small"])}>{say("pane.what.other.more")}</p>
          <div className={content["row"]}>
            <Button
              icon={<Icon name="table" />}
              disabledFocusable={busy}
              onClick={() => void workspace.openBest()}
            >
              {say("pane.what.active")}
            </Button>
            <OpenFileButton workspace={workspace} disabled={busy} />
          </div>
        </Details>
      </div>
    </Step>
  );
}

/** True of what was met while reading; the rest is about the customers. */
export function isOfReading({ code }: Message): boolean {
  return /^(?:excel|file|pane\.file)-/.test(code);
}
