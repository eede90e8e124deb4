/** What an element is made with: attributes, `on…` listeners, and `text`. */
type Attributes = Readonly<Record<string, string | boolean | EventListener | undefined>>;

/** Makes an element of the page. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** The icon as a drawing; the same as the pane's. */
export function logo(): Node {
  const holder = document.createElement("span");
  holder.className = "logo";
  holder.innerHTML = `<svg width="28" height="28" viewBox="0 0 16 16" aria-hidden="true">
    <rect width="16" height="16" rx="3.5" fill="#0f7f70"/><rect x="6" y="3" width="4" height="2" rx="0.75" fill="#ffc83d"/>
    <rect x="4" y="7" width="8" height="2" rx="0.75" fill="#fff"/><rect x="2" y="11" width="12" height="2" rx="0.75" fill="#a9d8d0"/></svg>`;
  return holder;
}
