import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef } from "react";
import type { Workspace } from "../classifier/workspace";

/** A button that lets the reader choose a file, and opens it. */
export function OpenFileButton({ workspace, ...button }: ButtonProps & { readonly workspace: Workspace }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(button as object)} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt,.gz"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = "";
          if (file) void workspace.open({ kind: "file", file });
        }}
      />
    </>
  );
}
