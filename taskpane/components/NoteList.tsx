import type { Message } from "../../src/core/language/message";
import { MessageBar } from "../controls/MessageBar";
import { useSay } from "../language/language-context";
import styles from "./content.module.css";

/** What was decided, guessed or noticed along the way: nothing happens in silence. */
export function NoteList({
  notes,
  warning,
}: {
  readonly notes: readonly Message[];
  readonly warning?: boolean;
}) {
  const say = useSay();
  const [only] = notes;
  if (!only) return null;
  const list =
    notes.length === 1 && warning ? (
      say(only)
    ) : (
      <ul className={styles["bullets"]}>
        {notes.map((note, at) => (
          <li key={at}>{say(note)}</li>
        ))}
      </ul>
    );
  return warning ? <MessageBar intent="warning">{list}</MessageBar> : list;
}
