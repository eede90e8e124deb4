import type { Classification } from "../classify";
import type { Language } from "../language/language";
import { say } from "../language/message";
import { reasonLabel } from "../tiers/labels";
import { attributeWords } from "./policy-words";
import type { ReportSheet } from "./report";

/** The check: rows and money read, used and set aside by reason, and what else was noticed. */
export function checkSheet(result: Classification, language: Language): ReportSheet {
  const { check } = result.ledger;
  const attributes = attributeWords(result.ledger);
  const notes = attributes ? [...result.notes, attributes] : result.notes;
  const rows = [
    { what: say({ code: "text.read" }, language), rows: check.rowsIn, amount: check.amountIn, examples: "" },
    {
      what: say({ code: "text.used" }, language),
      rows: check.rowsUsed,
      amount: check.amountUsed,
      examples: "",
    },
    ...check.setAside.map((aside) => ({
      what: say(
        { code: "text.set-aside", params: { reason: reasonLabel(aside.reason, language) } },
        language,
      ),
      rows: aside.rows,
      amount: aside.amount,
      examples: aside.examples.join(", "),
    })),
  ];
  const header = (id: "what" | "rows" | "amount" | "examples" | "note") =>
    say({ code: `column.${id}` }, language);
  return {
    id: "check",
    name: say({ code: "sheet.check" }, language),
    blocks: [
      { kind: "heading", level: 1, text: say({ code: "title.check" }, language) },
      { kind: "heading", level: 0, text: say({ code: "text.ties" }, language) },
      {
        kind: "table",
        name: "CheckRows",
        rowCount: rows.length,
        columns: [
          {
            id: "what",
            header: header("what"),
            format: "text",
            width: 60,
            values: rows.map((row) => row.what),
            wrap: true,
          },
          {
            id: "rows",
            header: header("rows"),
            format: "integer",
            width: 13,
            values: rows.map((row) => row.rows),
          },
          {
            id: "amount",
            header: header("amount"),
            format: "money",
            width: 18,
            values: rows.map((row) => row.amount),
          },
          {
            id: "examples",
            header: header("examples"),
            format: "text",
            width: 34,
            values: rows.map((row) => row.examples || null),
          },
        ],
      },
      { kind: "heading", level: 2, text: say({ code: "title.notes" }, language) },
      {
        kind: "table",
        name: "CheckNotes",
        rowCount: notes.length,
        columns: [
          {
            id: "note",
            header: header("note"),
            format: "text",
            width: 60,
            values: notes.map((note) => say(note, language)),
            wrap: true,
          },
        ],
      },
    ],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
  };
}
