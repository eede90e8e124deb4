import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startClassifier, type WorkerLike } from "./classifier/classifier";
import { startWorkspace } from "./classifier/workspace";
import { App } from "./components/App";
import { startOffice } from "./host/office-host";

const classifier = startClassifier(
  () => new Worker(new URL("./classifier/worker.ts", import.meta.url), { type: "module" }) as WorkerLike,
);
const workspace = startWorkspace(classifier);

// The pane is drawn at once, Office or not: only the theme waits for Office, and asks again when it is there.
void startOffice().then((inOffice) => {
  if (inOffice) window.dispatchEvent(new Event("focus"));
});

const page = document.getElementById("page");
if (page) {
  createRoot(page).render(
    <StrictMode>
      <App workspace={workspace} />
    </StrictMode>,
  );
}
