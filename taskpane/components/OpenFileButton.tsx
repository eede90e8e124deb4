import { useRef } from "react";
import type { Workspace } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";

/**
 * Opens a text file: Excel spoils ids and dates when it opens one. A workbook is to be opened in Excel, and who chooses
 * one is told so.
 */
export function OpenFileButton(props: { readonly workspace: Workspace; readonly disabled: boolean }) {
  const { workspace, disabled } = props;
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<Icon name="file" />}
        disabledFocusable={disabled}
        onClick={() => input.current?.click()}
      >
        {say("pane.start.file")}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-hidden
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.gz,text/csv,text/plain"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = "";
          if (!file) return;
          if (/\.xl\w+$/i.test(file.name))
            workspace.refuse({ code: "pane.open-in-excel", params: { file: file.name } });
          else void workspace.open({ kind: "file", file });
        }}
      />
    </>
  );
}
