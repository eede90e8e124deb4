import { lazy, Suspense, useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { say as sayIn } from "../../src/core/language/message";
import type { Workspace } from "../classifier/workspace";
import type { ChosenLanguage } from "../language/chosen-language";
import { LanguageContext } from "../language/language-context";
import { Announcer } from "./Announcer";
import { AppHeader } from "./AppHeader";
import { OutsideScreen } from "./OutsideScreen";
import styles from "./shell.module.css";
import { StartScreen } from "./StartScreen";
import { WorkingBar } from "./WorkingBar";

const WorkScreen = lazy(() => import("./WorkScreen"));
const SettingsScreen = lazy(() => import("./SettingsScreen"));
const HelpScreen = lazy(() => import("./HelpScreen"));
const PolicyScreen = lazy(() => import("./PolicyScreen"));

/** The task pane: a start, the work on what was opened, and the screens beside it. */
export function App(props: { readonly workspace: Workspace; readonly language: ChosenLanguage }) {
  const { workspace } = props;
  const state = useSyncExternalStore(workspace.subscribe, workspace.state);
  const { language, chosen } = useSyncExternalStore(props.language.subscribe, props.language.state);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = sayIn({ code: "pane.title" }, language);
  }, [language]);
  const heading = useFocusOnChange(state.outside ? "outside" : state.screen);

  let screen: ReactNode = <StartScreen workspace={workspace} state={state} />;
  const { work } = state;
  if (state.outside) screen = <OutsideScreen />;
  else if (state.screen === "settings") screen = <SettingsScreen workspace={workspace} />;
  else if (state.screen === "help") screen = <HelpScreen />;
  else if (state.screen === "policy") screen = <PolicyScreen workspace={workspace} state={state} />;
  else if (state.screen === "work" && work?.outcome)
    screen = <WorkScreen workspace={workspace} state={state} work={work} outcome={work.outcome} />;
  const withBar = state.working !== null && !(state.screen === "work" && work?.outcome);
  return (
    <LanguageContext.Provider value={{ language, chosen, setLanguage: props.language.choose }}>
      <div className={styles["app"]}>
        <AppHeader workspace={workspace} state={state} heading={heading} />
        <Suspense fallback={<main className={styles["main"]} aria-busy />}>{screen}</Suspense>
        {withBar && (
          <footer className={styles["bottom"]}>
            <WorkingBar working={state.working} onCancel={workspace.cancel} />
          </footer>
        )}
        <Announcer state={state} />
      </div>
    </LanguageContext.Provider>
  );
}

/** What was pressed is gone with its screen: the focus goes to the heading of what came instead. */
function useFocusOnChange(screen: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [screen]);
  return heading;
}
