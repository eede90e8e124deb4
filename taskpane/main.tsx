import { startOffice } from "./host/office-host";
import { registerCommands } from "./commands";

// office.js comes first, for cells wait for the functions, and the ribbon's buttons for what they do; the pane is drawn
// meanwhile. Only its theme waits for Office, and asks again when it is there.
const office = startOffice();
const page = document.getElementById("page");
if (page) {
  const entered = import("./pane").then(async ({ showPane }) => {
    const pane = showPane(page);
    if (await office) {
      window.dispatchEvent(new Event("focus"));
      await pane.enterExcel();
    } else pane.outsideExcel();
    return pane.commanded;
  });
  // A script or the texts couldn't be fetched: the page says so itself. What it was stays to be read in the console.
  entered.catch((error: unknown) => {
    document.getElementById("failed")?.removeAttribute("hidden");
    throw error;
  });
  void office.then((there) => {
    if (there) registerCommands(entered);
  });
}
