import { useSay } from "../language/language-context";
import content from "./content.module.css";
import shell from "./shell.module.css";
import styles from "./StartScreen.module.css";

/** The page was opened in a browser: what it is, and where it lives. */
export function OutsideScreen() {
  const say = useSay();
  return (
    <main className={shell["main"]}>
      <div className={styles["hero"]}>
        <h2 className={styles["heading"]}>{say("pane.outside.heading")}</h2>
        <p className={content["text"]}>{say("pane.outside.lead")}</p>
      </div>
      <div className={content["card"]}>
        <p className={content["text"]}>{say("pane.outside.excel")}</p>
        <p className={content["text"]}>{say("pane.outside.start")}</p>
        <code>npm start</code>
      </div>
    </main>
  );
}
