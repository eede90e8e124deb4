import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { workbookName } from "../classifier/workbook-name";
import type { Workspace } from "../classifier/workspace";
import { useLanguage, useSay } from "../language/language-context";

/** Writes the tiered workbook and hands it over as a download. */
export function DownloadButton(props: {
  readonly workspace: Workspace;
  readonly name: string;
  readonly disabled: boolean;
}) {
  const { workspace, name, disabled } = props;
  const say = useSay();
  const { language } = useLanguage();
  const download = async () => {
    const workbook = await workspace.workbook(language);
    if (!workbook) return;
    const file = workbookName(name, language);
    const url = URL.createObjectURL(workbook);
    const link = document.createElement("a");
    link.href = url;
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    workspace.tell({ code: "pane.download.done", params: { file } });
  };
  return (
    <Button
      appearance="primary"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={disabled}
      onClick={() => void download()}
    >
      {say("pane.download")}
    </Button>
  );
}
