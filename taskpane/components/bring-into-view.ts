/** Scrolls the pane to a part of it, without the motion for who asked the system for little of it. */
export function bringIntoView(part: Element): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  part.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/** True while somebody is in a field of the pane: who is in the sheet isn't, wherever the focus of the pane was left. */
export function isInField(): boolean {
  return document.hasFocus() && (document.activeElement?.matches("input, select, textarea") ?? false);
}
