const TABBABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Leaves Tab to the browser. Excel on the web moves the focus itself (`onWindowKeydown` of office.js), through a list of
 * elements that knows neither `summary` nor where a heading stands, so that parts of the pane couldn't be reached and
 * others would be jumped out of. Only where Tab leads out of the pane Excel is let take it: it knows what comes next.
 */
export function keepTab(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (leadsSomewhere(document.activeElement ?? document.body, event.shiftKey)) event.stopPropagation();
  });
}

/** True where something can have the focus after `from` in the page, or before it. */
function leadsSomewhere(from: Element, backwards: boolean): boolean {
  const side = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll<HTMLElement>(TABBABLE)].some(
    (element) =>
      (from.compareDocumentPosition(element) & side) !== 0 &&
      element.tabIndex >= 0 &&
      !element.matches(":disabled") &&
      element.getClientRects().length > 0,
  );
}
