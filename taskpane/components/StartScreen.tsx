import type { Workspace } from "../classifier/workspace";
import type { WorkspaceState } from "../classifier/workspace-state";
import { Button } from "../controls/Button";
import { classes } from "../controls/classes";
import { Icon, type IconName } from "../controls/Icon";
import { useLanguage, useSay } from "../language/language-context";
import content from "./content.module.css";
import { OpenFileButton } from "./OpenFileButton";
import { PlaceChoice } from "./PlaceChoice";
import shell from "./shell.module.css";
import styles from "./StartScreen.module.css";
import { Tidings } from "./Tidings";
import { WrittenCard } from "./WrittenCard";

/** Nothing open yet: what there is to classify, or, where there is nothing, a sample to try it on. */
export function StartScreen(props: { readonly workspace: Workspace; readonly state: WorkspaceState }) {
  const { workspace, state } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { excel, places, working } = state;
  const own = excel !== null && (excel.sheets.length > 0 || excel.beside.length > 0);
  const usable = places?.filter((place) => !place.own && place.rows > 1) ?? [];
  const empty = places !== null && usable.length === 0;
  return (
    <main className={shell["main"]} aria-busy={working !== null}>
      <div className={styles["hero"]}>
        <h2 className={styles["heading"]}>{say("pane.start.heading")}</h2>
        <p className={content["quiet"]}>{say(empty ? "pane.start.empty" : "pane.start.lead")}</p>
      </div>
      <Tidings workspace={workspace} state={state} />
      <div className={classes(content["card"], styles["choice"])}>
        {usable.length > 0 && (
          <PlaceChoice workspace={workspace} places={usable} disabled={working !== null} />
        )}
        <Button
          appearance={empty ? "primary" : "secondary"}
          size={empty ? "large" : "medium"}
          icon={<Icon name="table" />}
          disabledFocusable={excel === null || working !== null}
          onClick={() => void workspace.addSample(language)}
        >
          {say("pane.start.sample")}
        </Button>
        <OpenFileButton workspace={workspace} disabled={excel === null || working !== null} />
      </div>
      {own && <WrittenCard workspace={workspace} state={state} />}
      <div className={styles["private"]}>
        <Icon name="shield" />
        <span>{say("pane.start.private")}</span>
      </div>
      {!own && (
        <ul className={styles["tips"]}>
          {TIPS.map(({ tip, icon }) => (
            <li key={tip}>
              <Icon name={icon} size={18} />
              <div>
                <div className={content["strong"]}>{say(`pane.start.tip.${tip}`)}</div>
                <div className={classes(content["quiet"], content["small"])}>
                  {say(`pane.start.tip.${tip}.more`)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

const TIPS: readonly { readonly tip: "read" | "check" | "tier"; readonly icon: IconName }[] = [
  { tip: "read", icon: "table" },
  { tip: "check", icon: "success" },
  { tip: "tier", icon: "info" },
];
