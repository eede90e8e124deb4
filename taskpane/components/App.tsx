import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Workspace } from "../classifier/workspace";
import { LanguageContext } from "../language/language-context";
import { useChosenLanguage } from "../language/use-chosen-language";
import { darkTheme, lightTheme } from "../theme/themes";
import { useDark } from "../theme/use-dark";
import { AppHeader } from "./AppHeader";
import { FileDrop } from "./FileDrop";
import { StartScreen } from "./StartScreen";
import { WorkScreen } from "./WorkScreen";

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
    // Long names wrap rather than widen the page.
    overflowWrap: "anywhere",
  },
});

/** The page, or the task pane: a start to choose a file on, and the work on the file that was chosen. */
export function App({ workspace }: { readonly workspace: Workspace }) {
  const styles = useStyles();
  const dark = useDark();
  const state = useSyncExternalStore(workspace.subscribe, workspace.state);
  const choice = useChosenLanguage(state.displayLanguage);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <LanguageContext value={choice}>
        <AriaLiveAnnouncer>
          <FileDrop className={styles.page} workspace={workspace}>
            <AppHeader />
            {state.work?.outcome ? (
              <WorkScreen
                workspace={workspace}
                state={state}
                work={state.work}
                outcome={state.work.outcome}
              />
            ) : (
              <StartScreen workspace={workspace} state={state} />
            )}
          </FileDrop>
        </AriaLiveAnnouncer>
      </LanguageContext>
    </FluentProvider>
  );
}
