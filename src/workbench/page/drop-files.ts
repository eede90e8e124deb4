import { element } from "./element";

/** Where a file may be dropped: anywhere on the page. The result is the sign that says so while one is held over it. */
export function dropFiles(text: string, open: (file: File) => void): HTMLElement {
  const sign = element("div", { class: "drop", hidden: true }, text);
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  window.addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) sign.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    sign.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    open(file);
  });
  return sign;
}
