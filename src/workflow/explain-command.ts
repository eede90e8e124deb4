import type { Classification } from "../core/classify";
import type { Message } from "../core/language/message";
import { readIds } from "../core/ledger/ids";
import { explain } from "../core/tiers/explain";
import { exitCodeOf } from "./classify-command";
import { classified } from "./classified-input";
import type { Request } from "./command-line";
import { EXIT, type ExitCode } from "./exit-codes";
import { tell, type Terminal } from "./terminal";

const SIMILAR = 5;

/** `tiersheet explain`: why a customer has its scores, segment, stage and tier, and what would change the tier. */
export async function explainCommand(
  { input, customer, flags }: Extract<Request, { command: "explain" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { lang } = flags;
  const done = await classified(input, flags, terminal);
  if (!done.ok) {
    tell(terminal, done.troubles, lang);
    return exitCodeOf(done.troubles);
  }
  const { result } = done.value;
  const [id = customer] = readIds([customer]).names;
  const at = result.ledger.customers.indexOf(id);
  if (at < 0) {
    tell(
      terminal,
      [{ code: "explain.not-found", params: { customer, similar: similarTo(id, result) } }],
      lang,
    );
    return EXIT.data;
  }
  const { sentences } = explain(result, at, lang);
  await terminal.print(
    `${result.ledger.customers[at]}\n${sentences.map((sentence) => `· ${sentence}\n`).join("")}`,
  );
  return EXIT.done;
}

/** Customers whose id holds what was asked for, whatever the case. */
function similarTo(asked: string, { ledger }: Classification): Message | string {
  const folded = asked.toLowerCase();
  const customers = ledger.customers.filter((id) => id.toLowerCase().includes(folded)).slice(0, SIMILAR);
  return folded === "" || customers.length === 0 ? "" : { code: "explain.similar", params: { customers } };
}
