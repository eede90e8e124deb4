import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startClassifier, type WorkerLike } from "./classifier/classifier";
import { startWorkspace } from "./classifier/workspace";
import { App } from "./components/App";

/** Draws the page, with the worker that classifies behind it. */
export function showPane(page: HTMLElement): void {
  const classifier = startClassifier(
    () => new Worker(new URL("./classifier/worker.ts", import.meta.url), { type: "module" }) as WorkerLike,
  );
  createRoot(page).render(
    <StrictMode>
      <App workspace={startWorkspace(classifier)} />
    </StrictMode>,
  );
}
