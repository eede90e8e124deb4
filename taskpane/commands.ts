import type { Language } from "../src/core/language/language";
import type { Trouble } from "../src/core/language/message";
import type { Screen } from "./classifier/workspace-state";

/** What the commands of the ribbon do in the pane, which may be closed meanwhile. */
export interface CommandedPane {
  readonly show: (screen: Screen) => void;
  readonly openBest: () => Promise<unknown>;
  readonly refresh: (language: Language) => Promise<boolean>;
  readonly summaries: (language: Language) => Promise<boolean>;
  readonly refuse: (trouble: Trouble) => void;
  readonly language: () => Language;
}

/** The ribbon's names for what its buttons do: `FunctionName` in manifest.xml. */
export const COMMANDS = ["classify", "refresh", "summaries", "help"] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * Says to Office what the buttons of the ribbon do. Early: Office may press one as soon as the shared runtime has
 * begun, before the pane is drawn, and then it waits for `pane`. A command shows the pane only where there is something
 * to see or to decide.
 * https://learn.microsoft.com/office/dev/add-ins/design/create-add-in-commands
 */
export function registerCommands(pane: Promise<CommandedPane>): void {
  for (const command of COMMANDS) {
    Office.actions.associate(command, async (event: Office.AddinCommands.Event) => {
      try {
        await run(command, await pane);
      } catch (error) {
        // Our own bug: it is told where it can be read.
        const problem = error instanceof Error ? error.message : String(error);
        // A pane that couldn't be loaded says that by itself.
        await pane.then(
          ({ refuse }) => refuse({ code: "pane.bug", params: { problem } }),
          () => {},
        );
        await Office.addin.showAsTaskpane();
      } finally {
        event.completed();
      }
    });
  }
}

/** Does what a button of the ribbon says. */
export async function run(command: Command, pane: CommandedPane): Promise<void> {
  const showPane = () => Office.addin.showAsTaskpane();
  switch (command) {
    case "classify":
      await Promise.all([showPane(), pane.openBest()]);
      return;
    case "help":
      pane.show("help");
      return showPane();
    case "refresh": {
      if (await pane.refresh(pane.language())) return;
      return showPane();
    }
    case "summaries": {
      if (await pane.summaries(pane.language())) return;
      return showPane();
    }
  }
}
