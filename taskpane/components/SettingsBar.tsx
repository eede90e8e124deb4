import { makeStyles, tokens } from "@fluentui/react-components";
import type { MessageCode } from "../../src/core/language/catalogue";
import type { Outcome } from "../classifier/outcome";
import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";
import { AsOfChoice } from "./AsOfChoice";
import { DateOrderChoice } from "./DateOrderChoice";
import { DecimalMarkChoice } from "./DecimalMarkChoice";
import { EncodingChoice } from "./EncodingChoice";
import { PolicyChoice } from "./PolicyChoice";
import { SheetChoice } from "./SheetChoice";
import { ValueChoice } from "./ValueChoice";

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    alignItems: "start",
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    // A list is as wide as its longest entry unless it is told otherwise.
    "& > *": { minWidth: 0 },
    "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" },
  },
});

const DATE_ORDER_CODES: readonly MessageCode[] = ["date-order-undecided", "date-order-contradictory"];

/** What can be decided about a run; each change classifies again. What has only one answer isn't asked. */
export function SettingsBar(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly work: Work;
  readonly outcome: Outcome;
}) {
  const { workspace, state, work, outcome } = props;
  const { choices } = state;
  const styles = useStyles();
  const say = useSay();
  const { summary } = outcome;
  const refusedFor = (codes: readonly MessageCode[]) =>
    !summary.ok && summary.troubles.some(({ code }) => codes.includes(code));
  const { sheet, encoding, opened, source } = work;
  return (
    <section className={styles.bar} aria-label={say("pane.settings")}>
      <PolicyChoice policy={choices.policy} onChoose={(policy) => void workspace.choose({ policy })} />
      <AsOfChoice
        asOf={choices.asOf.rule === "date" ? choices.asOf.date : ""}
        latest={summary.ok ? summary.value.asOf : null}
        onChoose={(date) =>
          void workspace.choose({ asOf: date === "" ? { rule: "last" } : { rule: "date", date } })
        }
      />
      {outcome.kind === "transactions" && (
        <ValueChoice model={choices.value} onChoose={(value) => void workspace.choose({ value })} />
      )}
      {(refusedFor(DATE_ORDER_CODES) || choices.dateOrder !== null) && (
        <DateOrderChoice
          order={choices.dateOrder}
          onChoose={(dateOrder) => void workspace.choose({ dateOrder })}
        />
      )}
      {(refusedFor(["decimal-mark-undecided", "decimal-mark-mixed"]) || choices.decimalMark !== null) && (
        <DecimalMarkChoice
          mark={choices.decimalMark}
          onChoose={(decimalMark) => void workspace.choose({ decimalMark })}
        />
      )}
      {opened.sheets.length > 1 && opened.sheet !== null && (
        <SheetChoice
          sheet={opened.sheet}
          sheets={opened.sheets}
          onChoose={(chosen) => void workspace.open(source, { sheet: chosen })}
        />
      )}
      {opened.encoding !== null && (
        <EncodingChoice
          found={encoding === undefined ? opened.encoding : null}
          chosen={encoding ?? null}
          onChoose={(chosen) => void workspace.open(source, { sheet, encoding: chosen ?? undefined })}
        />
      )}
    </section>
  );
}
