import { Caption1, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Policy } from "../../src/core/policy/policy";
import type { Found } from "../classifier/protocol";
import type { Workspace } from "../classifier/workspace";
import { useSay } from "../language/language-context";
import { Card } from "./Card";
import { CustomerItem } from "./CustomerItem";

const useStyles = makeStyles({
  search: { width: "100%", maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const SHOWN = 12;

/** Customers by name, each with its tier; opened, it says why. */
export function CustomersCard({ ask, policy }: { readonly ask: Workspace["ask"]; readonly policy: Policy }) {
  const styles = useStyles();
  const say = useSay();
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    void ask("customers", { text, limit: SHOWN }).then((answer) => {
      if (current && answer.ok) setFound(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask, text]);
  return (
    <Card title={say("pane.customers")}>
      <SearchBox
        className={styles.search}
        placeholder={say("pane.customers.search")}
        aria-label={say("pane.customers.search")}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Caption1 className={styles.quiet} role="status">
        {found && foundText(found, text, say)}
      </Caption1>
      <ul className={styles.list}>
        {found?.lines.map((line) => (
          <CustomerItem
            key={line.at}
            line={line}
            policy={policy}
            ask={ask}
            open={open === line.at}
            onToggle={() => setOpen(open === line.at ? null : line.at)}
          />
        ))}
      </ul>
    </Card>
  );
}

function foundText({ found, lines }: Found, text: string, say: ReturnType<typeof useSay>): string {
  if (found === 0) return say("pane.customers.none", { text });
  return found > lines.length
    ? say("pane.customers.shown", { found, shown: lines.length })
    : say("pane.customers.found", { found });
}
