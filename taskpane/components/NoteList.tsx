import type { MessageCode } from "../../src/core/language/catalogue";
import type { Message } from "../../src/core/language/message";
import { LinkButton } from "../controls/Button";
import { MessageBar } from "../controls/MessageBar";
import { useSay } from "../language/language-context";
import type { PolicyPath } from "../policy/policy-path";
import styles from "./content.module.css";

/** Notes of what a rule decided, and where that rule stands. */
const RULES: { readonly [Code in MessageCode]?: PolicyPath } = {
  "duplicates-kept": "/rows",
  "duplicates-dropped": "/rows",
  "statuses-unknown": "/rows",
};

/** What was decided, guessed or noticed along the way: nothing happens in silence. */
export function NoteList(props: {
  readonly notes: readonly Message[];
  readonly warning?: boolean;
  /** Shows the rule that a note is about. */
  readonly onRule?: (path: PolicyPath) => void;
}) {
  const { notes, warning, onRule } = props;
  const say = useSay();
  const [only] = notes;
  if (!only) return null;
  const list =
    notes.length === 1 && warning ? (
      say(only)
    ) : (
      <ul className={styles["bullets"]}>
        {notes.map((note, at) => {
          const rule = RULES[note.code];
          return (
            <li key={at}>
              {say(note)}{" "}
              {rule && onRule && (
                <LinkButton onClick={() => onRule(rule)}>{say("pane.notes.rule")}</LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    );
  return warning ? <MessageBar intent="warning">{list}</MessageBar> : list;
}
