import { startOffice } from "./host/office-host";
import { registerCommands } from "./commands";
import type { Pane } from "./pane";

// office.js comes first, for cells wait for the functions, and the ribbon's buttons for what they do; the pane is drawn
// meanwhile. Only its theme waits for Office, and asks again when it is there.
const office = startOffice();
const page = document.getElementById("page");
if (page) {
  let ready: (pane: Pane) => void = () => {};
  const entered = new Promise<Pane>((resolve) => (ready = resolve));
  void office.then((there) => {
    if (there) registerCommands(entered.then(({ commanded }) => commanded));
  });
  void import("./pane").then(async ({ showPane }) => {
    const pane = showPane(page);
    if (!(await office)) return pane.outsideExcel();
    window.dispatchEvent(new Event("focus"));
    await pane.enterExcel();
    ready(pane);
  });
}
