import { FUNCTION_NAMES } from "../function-names";
import { classes } from "../controls/classes";
import { Details } from "../controls/Details";
import { useSay } from "../language/language-context";
import content from "./content.module.css";
import styles from "./HelpScreen.module.css";
import shell from "./shell.module.css";
import { STEPS } from "./Step";

const WORDS = ["r", "f", "m", "score", "segment", "stage", "tier", "as-of", "risk"] as const;
const KEYS = { f6: "F6", tab: "Tab", enter: "Enter", space: "Space", arrows: "↑ ↓" } as const;

/** The help, in the pane itself: what each step does, what the words mean, the functions, the keys, privacy. */
export default function HelpScreen() {
  const say = useSay();
  return (
    <main className={shell["main"]}>
      <p className={content["text"]}>{say("help.lead")}</p>
      <div className={content["card"]}>
        <Details title={say("help.steps")} open>
          <ol className={classes(content["plain"], content["lines"])}>
            {STEPS.map((step, at) => (
              <li key={step}>
                <div className={content["strong"]}>
                  {at + 1}. {say(`pane.step.${step}.heading`)}
                </div>
                <div>{say(`help.step.${step}`)}</div>
              </li>
            ))}
          </ol>
        </Details>
      </div>
      <div className={content["card"]}>
        <Details title={say("help.words")}>
          <dl className={styles["words"]}>
            {WORDS.map((word) => (
              <div key={word}>
                <dt>{say(`help.word.${word}`)}</dt>
                <dd>{say(`help.word.${word}.more`)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      </div>
      <div className={content["card"]}>
        <Details title={say("help.functions")}>
          <p className={content["quiet"]}>{say("help.functions.more")}</p>
          <p className={content["quiet"]}>{say("help.functions.policy")}</p>
          <ul className={classes(content["plain"], styles["functions"])}>
            {FUNCTION_NAMES.map((name) => (
              <li key={name}>
                <a
                  href={`./docs/functions/${name.toLowerCase()}.html`}
                  target="_blank"
                  rel="noopener"
                  aria-label={say("help.function.open", { name })}
                >
                  {name}
                </a>
                <span>{say(`help.function.${name}`)}</span>
              </li>
            ))}
          </ul>
        </Details>
      </div>
      <div className={content["card"]}>
        <Details title={say("help.keys")}>
          <dl className={styles["keys"]}>
            {Object.entries(KEYS).map(([key, name]) => (
              <div key={key}>
                <dt>
                  <kbd>{name}</kbd>
                </dt>
                <dd>{say(`help.key.${key as keyof typeof KEYS}`)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      </div>
      <div className={content["card"]}>
        <Details title={say("help.privacy")} open>
          <p className={content["text"]}>{say("help.privacy.more")}</p>
        </Details>
      </div>
    </main>
  );
}
