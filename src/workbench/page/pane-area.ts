import { element } from "./element";
import { word, type PageLanguage } from "./words";

/** Widths of the pane in pixels: Excel opens it at 350 and lets it be drawn from 320 to half the window. */
const USUAL = 350;
const LEAST = 320;
const MOST = 800;

const KEY = "tiersheet.workbench.pane";

/** The place of the task pane beside the sheet: its width is drawn by pointer or keys, and it can be put away. */
export class PaneArea {
  readonly frame = element("iframe", { allow: "clipboard-read; clipboard-write" });
  readonly element: HTMLElement;
  readonly divider: HTMLElement;
  #width = clamp(Number(remembered()) || USUAL);

  constructor(
    language: PageLanguage,
    readonly area: HTMLElement,
    /** Called after it was shown or put away, or drawn wider or narrower. */
    readonly changed: () => void,
  ) {
    this.frame.title = word(language, "pane.title");
    this.element = element("div", { class: "pane", id: "pane" }, this.frame);
    this.divider = element("div", {
      class: "divider",
      role: "separator",
      tabindex: "0",
      "aria-orientation": "vertical",
      "aria-controls": "pane",
      "aria-label": word(language, "pane.width"),
      "aria-valuemin": String(LEAST),
      "aria-valuemax": String(MOST),
      onpointerdown: (event) => this.#drag(event as PointerEvent),
      onkeydown: (event) => this.#press(event as KeyboardEvent),
      ondblclick: () => this.#resize(USUAL),
    });
    this.#draw(this.#width);
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  set shown(shown: boolean) {
    this.element.hidden = !shown;
    this.divider.hidden = !shown;
    this.changed();
  }

  #draw(width: number): void {
    this.#width = clamp(width);
    this.element.style.width = `${this.#width}px`;
    this.divider.setAttribute("aria-valuenow", String(this.#width));
  }

  #resize(width: number): void {
    this.#draw(width);
    try {
      localStorage.setItem(KEY, String(this.#width));
    } catch {
      // A browser that keeps nothing.
    }
    this.changed();
  }

  #press(event: KeyboardEvent): void {
    const step = event.shiftKey ? 50 : 10;
    const width = { ArrowLeft: this.#width + step, ArrowRight: this.#width - step, Home: MOST, End: LEAST }[
      event.key
    ];
    if (width === undefined) return;
    event.preventDefault();
    this.#resize(width);
  }

  #drag(start: PointerEvent): void {
    const { divider } = this;
    const before = this.#width;
    const move = (event: PointerEvent) => this.#resize(before + start.clientX - event.clientX);
    const end = () => {
      divider.removeEventListener("pointermove", move);
      this.area.classList.remove("resizing");
      divider.classList.remove("dragged");
    };
    divider.setPointerCapture(start.pointerId);
    divider.addEventListener("pointermove", move);
    divider.addEventListener("lostpointercapture", end, { once: true });
    this.area.classList.add("resizing");
    divider.classList.add("dragged");
  }
}

const clamp = (width: number) => Math.min(MOST, Math.max(LEAST, Math.round(width)));

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
