import { say, type Message } from "../core/language/message";
import { recognise } from "../core/ledger/recognise";
import type { Role } from "../core/ledger/roles";
import { exitCodeOf } from "./classify-command";
import { tableOf } from "./classified-input";
import { mappingOf, readMap } from "./column-map";
import type { Request } from "./command-line";
import { EXIT, type ExitCode } from "./exit-codes";
import { tell, type Terminal } from "./terminal";
import { textTable } from "./text-table";

/** `tiersheet columns`: what each column was taken for, how sure that is, and why. */
export async function columnsCommand(
  { input, flags }: Extract<Request, { command: "classify" | "columns" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { lang } = flags;
  const named = readMap(flags.map);
  const read = named.ok ? await tableOf(input, flags, terminal) : named;
  const mapping = named.ok && read.ok ? mappingOf(named.value, read.value.table.columns) : read;
  if (!named.ok || !read.ok || !mapping.ok) {
    const troubles = mapping.ok ? [] : mapping.troubles;
    tell(terminal, troubles, lang);
    return exitCodeOf(troubles);
  }
  const t = (message: Message) => say(message, lang);
  const { kind, guesses } = recognise(read.value.table, mapping.value as Parameters<typeof recognise>[1]);
  const rows = [
    [
      t({ code: "column.column" }),
      t({ code: "column.taken-for" }),
      t({ code: "column.confidence" }),
      t({ code: "column.why" }),
    ],
    ...guesses.map(({ header, role, confidence, reason }) => [
      header,
      role === null ? t({ code: "role-none" }) : `${role} (${t(roleMessage(role))})`,
      role === null ? "" : `${Math.round(confidence * 100)}%`,
      t(reason),
    ]),
  ];
  await terminal.print(`${t({ code: `kind.${kind}` })}\n\n${textTable(rows, [2])}`);
  return EXIT.done;
}

/** What a role is called. */
function roleMessage(role: Role): Message {
  const [kind, name] = role.split(":");
  if (kind === "measure" || kind === "attribute")
    return { code: `role.${kind}`, params: { name: name ?? "" } };
  return { code: `role.${kind as "customer"}` };
}
