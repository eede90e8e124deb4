import { makeStyles, tokens } from "@fluentui/react-components";
import type { Message } from "../../src/core/language/message";
import { useSay } from "../language/language-context";
import { Card } from "./Card";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    "& li": { marginBlockEnd: tokens.spacingVerticalXS },
  },
});

/** What was decided, guessed or noticed along the way: nothing happens in silence. */
export function NotesCard({ notes }: { readonly notes: readonly Message[] }) {
  const styles = useStyles();
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <Card title={say("pane.notes")}>
      <ul className={styles.list}>
        {notes.map((note, at) => (
          <li key={at}>{say(note)}</li>
        ))}
      </ul>
    </Card>
  );
}
