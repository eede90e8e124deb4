import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons/svg/local-language";
import { useLanguage, useSay } from "../language/language-context";
import { Logo } from "./Logo";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  tagline: { color: tokens.colorNeutralForeground3, "@media (max-width: 400px)": { display: "none" } },
});

/** The name of the product, and the switch to the other language. */
export function AppHeader() {
  const styles = useStyles();
  const say = useSay();
  const { language, setLanguage } = useLanguage();
  const other = language === "zh" ? "en" : "zh";
  return (
    <header className={styles.bar}>
      <Logo />
      <div className={styles.name}>
        <Subtitle2 as="span">Tiersheet</Subtitle2>
        <Caption1 className={styles.tagline}>{say("pane.tagline")}</Caption1>
      </div>
      <Button
        appearance="subtle"
        icon={<LocalLanguageRegular />}
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => setLanguage(other)}
      >
        {say("pane.other-language")}
      </Button>
    </header>
  );
}
