import type { CommandOutcome } from "../host/ribbon-commands";
import { element } from "./element";
import type { RibbonButton, RibbonGroup } from "./manifest-ribbon";

/** What a press of the ribbon's buttons does. */
export interface RibbonActions {
  /** Runs a function of the add-in; `control`: the button's id. */
  readonly run: (functionName: string, control: string) => Promise<CommandOutcome>;
  readonly showPane: () => void;
  /** Told when a function didn't do what it should. */
  readonly trouble: (button: RibbonButton, outcome: CommandOutcome) => void;
}

/** The add-in's group of buttons, as Excel's ribbon shows it. A button stays pressed in while its function runs. */
export function ribbon(group: RibbonGroup, actions: RibbonActions): HTMLElement {
  const buttons = group.buttons.map((button) => {
    const press = async () => {
      if (button.does === "shows-pane") return actions.showPane();
      if (shown.getAttribute("aria-busy") === "true") return;
      shown.setAttribute("aria-busy", "true");
      const outcome = await actions.run(button.does.runs, button.id);
      shown.removeAttribute("aria-busy");
      if (outcome !== "completed") actions.trouble(button, outcome);
    };
    const shown = element(
      "button",
      { type: "button", title: button.tip, "data-control": button.id, onclick: () => void press() },
      element("img", { src: button.icon, alt: "", width: "24", height: "24" }),
      button.label,
    );
    return shown;
  });
  return element("div", { class: "ribbon", role: "toolbar", "aria-label": group.label }, ...buttons);
}
