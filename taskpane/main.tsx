import { startOffice } from "./host/office-host";

// office.js comes first, for cells wait for the functions; the page is drawn meanwhile, Office or not. Only its theme
// waits for Office, and asks again when it is there.
const office = startOffice();
const page = document.getElementById("page");
if (page) {
  void import("./pane").then(async ({ showPane }) => {
    const pane = showPane(page);
    if (!(await office)) return;
    window.dispatchEvent(new Event("focus"));
    await pane.enterExcel();
  });
}
