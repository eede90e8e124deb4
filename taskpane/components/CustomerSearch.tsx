import { useEffect, useState } from "react";
import type { Policy } from "../../src/core/policy/policy";
import type { Found } from "../classifier/protocol";
import type { Workspace } from "../classifier/workspace";
import { classes } from "../controls/classes";
import { Field } from "../controls/Field";
import { Input } from "../controls/Input";
import { useSay, type Say } from "../language/language-context";
import content from "./content.module.css";
import { CustomerItem } from "./CustomerItem";

const SHOWN = 8;

/** Customers by name, each with its tier; opened, it says why. */
export function CustomerSearch({ ask, policy }: { readonly ask: Workspace["ask"]; readonly policy: Policy }) {
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
    <div className={content["group"]}>
      <Field label={say("pane.customers.search")}>
        <Input type="search" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={classes(content["quiet"], content["small"])} role="status">
        {found && foundText(found, text, say)}
      </div>
      <ul className={content["plain"]}>
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
    </div>
  );
}

function foundText({ found, lines }: Found, text: string, say: Say): string {
  if (found === 0) return say("pane.customers.none", { text });
  return found > lines.length
    ? say("pane.customers.shown", { found, shown: lines.length })
    : say("pane.customers.found", { found });
}
