import { Spreadsheet } from "@odoo/o-spreadsheet";
import "./grid.css";
import "@odoo/o-spreadsheet/dist/o_spreadsheet.css";
import templates from "@odoo/o-spreadsheet/dist/o_spreadsheet.xml?raw";
import "./chart-library";
import { App, Component, reactive, useState, xml } from "@odoo/owl";
import type { GridView } from "./grid-view";

/** What the grid may say or ask. */
export interface GridVoice {
  readonly say: (text: string, kind: "note" | "error") => void;
  readonly ask: (question: string) => Promise<boolean>;
  /** A text of its templates in the language of the page. */
  readonly translate: (text: string) => string;
}

interface Shown {
  dark: boolean;
}

/** Its own says "Sum: __" where there is nothing to sum, which looks like a fault. */
const ownTemplates = templates.replace(
  `t-if="selectedStatistic !== undefined"`,
  `t-if="selectedStatistic !== undefined and !selectedStatistic.endsWith('__')"`,
);

class Frame extends Component {
  static override template = xml`<Spreadsheet model="props.model" colorScheme="shown.dark ? 'dark' : 'light'"
    notifyUser="props.notifyUser" raiseError="props.raiseError" askConfirmation="props.askConfirmation"/>`;
  static components = { Spreadsheet };
  static override props = ["model", "shown", "notifyUser", "raiseError", "askConfirmation"];
  shown!: Shown;

  override setup(): void {
    this.shown = useState((this.props as { shown: Shown }).shown);
  }
}

/** Puts the grid on the page. The result takes it off again. */
export async function mountGrid(view: GridView, place: HTMLElement, voice: GridVoice): Promise<() => void> {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const shown = reactive<Shown>({ dark: dark.matches });
  const follow = () => void (shown.dark = dark.matches);
  dark.addEventListener("change", follow);
  const app = new App(Frame, {
    templates: ownTemplates,
    translateFn: voice.translate,
    // Beside the pane it often has less room than it takes for a phone's, for which it puts away its menus.
    env: { isSmall: false },
    props: {
      model: view.model,
      shown,
      notifyUser: ({ text }: { text: string }) => voice.say(text, "note"),
      raiseError: (text: string, then?: () => void) => {
        voice.say(text, "error");
        then?.();
      },
      askConfirmation: (text: string, yes: () => void, no?: () => void) =>
        void voice.ask(text).then((answer) => (answer ? yes() : no?.())),
    },
  });
  await app.mount(place);
  return () => {
    dark.removeEventListener("change", follow);
    app.destroy();
  };
}
