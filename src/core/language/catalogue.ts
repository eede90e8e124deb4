import type { Bilingual } from "./language";
import { commandMessages } from "./messages-command";
import { dressingMessages } from "./messages-dressing";
import { excelMessages } from "./messages-excel";
import { explainMessages } from "./messages-explain";
import { fileMessages } from "./messages-files";
import { functionMessages } from "./messages-functions";
import { helpMessages } from "./messages-help";
import { labelMessages } from "./messages-labels";
import { ledgerMessages } from "./messages-ledger";
import { paneMessages } from "./messages-pane";
import { playbookMessages } from "./messages-playbook";
import { policyEditorMessages } from "./messages-policy-editor";
import { policyMessages } from "./messages-policy";
import { recognitionMessages } from "./messages-recognition";
import { reportMessages } from "./messages-report";
import { runMessages } from "./messages-run";
import { summaryMessages } from "./messages-summary";
import { sheetMessages } from "./messages-sheet";
import { valueFunctionMessages } from "./messages-value-functions";
import { valueMessages } from "./messages-value";

/** Every text a reader can meet, by code, in both languages. The parts are by subject, and no code stands twice. */
export const catalogue = {
  ...commandMessages,
  ...dressingMessages,
  ...excelMessages,
  ...explainMessages,
  ...fileMessages,
  ...functionMessages,
  ...helpMessages,
  ...labelMessages,
  ...ledgerMessages,
  ...paneMessages,
  ...playbookMessages,
  ...policyEditorMessages,
  ...policyMessages,
  ...recognitionMessages,
  ...reportMessages,
  ...runMessages,
  ...summaryMessages,
  ...sheetMessages,
  ...valueFunctionMessages,
  ...valueMessages,
} satisfies Record<string, Bilingual>;

/** A code of the catalogue. */
export type MessageCode = keyof typeof catalogue;
