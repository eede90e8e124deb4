import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startClassifier, type WorkerLike } from "./classifier/classifier";
import { startWorkspace } from "./classifier/workspace";
import type { CommandedPane } from "./commands";
import { App } from "./components/App";
import { startLanguage } from "./language/chosen-language";
import { keepTab } from "./host/tab-key";
import { FUNCTION_NAMES } from "./function-names";
import { followTheme } from "./theme/theme";
import "./theme/theme.css";

/** The pane that was drawn, and how to tell it where it is. */
export interface Pane {
  readonly enterExcel: () => Promise<void>;
  readonly outsideExcel: () => void;
  /** What the ribbon's buttons work with. */
  readonly commanded: CommandedPane;
}

/** Draws the pane, with the worker that classifies behind it. */
export function showPane(page: HTMLElement): Pane {
  const classifier = startClassifier(
    () => new Worker(new URL("./classifier/worker.ts", import.meta.url), { type: "module" }) as WorkerLike,
  );
  const workspace = startWorkspace(classifier, { functions: FUNCTION_NAMES });
  const language = startLanguage();
  followTheme();
  keepTab();
  createRoot(page).render(
    <StrictMode>
      <App workspace={workspace} language={language} />
    </StrictMode>,
  );
  window.addEventListener("focus", () => void workspace.lookAgain());
  return {
    enterExcel: async () => {
      language.host(Office.context.displayLanguage);
      const { openWorkbook } = await import("./host/open-workbook");
      await workspace.enterExcel(openWorkbook, Office.context.displayLanguage);
    },
    outsideExcel: () => workspace.stayOutside(),
    commanded: { ...workspace, language: () => language.state().language },
  };
}
