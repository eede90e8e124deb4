import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { writeSampleSheet } from "../src/excel/sample-sheet";
import { findWritten, takeBack } from "../src/excel/take-back";
import { writeSheets } from "../src/excel/write-sheets";
import { startClassifier, type WorkerLike } from "./classifier/classifier";
import { startWorkspace } from "./classifier/workspace";
import { App } from "./components/App";

/** The page that was drawn, and how to tell it that it is Excel's task pane. */
export interface Pane {
  readonly enterExcel: () => Promise<void>;
}

/** Draws the page, with the worker that classifies behind it. */
export function showPane(page: HTMLElement): Pane {
  const classifier = startClassifier(
    () => new Worker(new URL("./classifier/worker.ts", import.meta.url), { type: "module" }) as WorkerLike,
  );
  const workspace = startWorkspace(classifier);
  createRoot(page).render(
    <StrictMode>
      <App workspace={workspace} />
    </StrictMode>,
  );
  window.addEventListener("focus", () => void workspace.lookAgain());
  return {
    enterExcel: () =>
      workspace.enterExcel(
        { writeSheets, writeSampleSheet, findWritten, takeBack },
        Office.context.displayLanguage,
      ),
  };
}
