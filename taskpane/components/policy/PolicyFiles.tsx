import { useRef, useState } from "react";
import type { Message, Trouble } from "../../../src/core/language/message";
import type { Policy } from "../../../src/core/policy/policy";
import { parsePolicy } from "../../../src/core/policy/read-policy";
import { Button } from "../../controls/Button";
import { Icon } from "../../controls/Icon";
import { MessageBar } from "../../controls/MessageBar";
import { useLanguage, useSay } from "../../language/language-context";
import { policyFileName, policyText } from "../../policy/policy-file";
import styles from "./policy.module.css";

/** A policy is a few thousand characters; what is larger than this is something else. */
const LARGEST = 4 * 1024 * 1024;

type Told =
  | { readonly done: Message; readonly text?: string }
  | { readonly file: string; readonly troubles: readonly Trouble[] };

/** Where a policy comes from and goes to: a file, and the workbook. */
export function PolicyFiles(props: {
  readonly policy: Policy;
  /** Called with a policy that was read from a file and is whole and valid. */
  readonly onChange: (policy: Policy) => void;
  /** Keeps the policy in the workbook; nothing is offered where there is none. */
  readonly onSave?: (policy: Policy) => Promise<void>;
  /** A file was refused, for all of these, each with its path. They are listed here as well. */
  readonly onRefuse?: (troubles: readonly Trouble[]) => void;
}) {
  const { policy, onChange, onSave, onRefuse } = props;
  const say = useSay();
  const { language } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told | null>(null);

  const open = async (file: File) => {
    const read =
      file.size > LARGEST
        ? refused({ code: "policy-files.too-large", params: { megabytes: Math.round(file.size / 1e6) } })
        : await file.text().then(parsePolicy, () => refused({ code: "policy-files.unreadable" }));
    if (read.ok) {
      setTold({ done: { code: "policy-files.opened", params: { title: read.value.title[language] } } });
      onChange(read.value);
    } else {
      setTold({ file: file.name, troubles: read.troubles });
      onRefuse?.(read.troubles);
    }
  };
  const save = () => {
    const file = policyFileName(policy);
    const address = URL.createObjectURL(new Blob([policyText(policy)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file;
    link.click();
    // After the click has been taken: Safari reads the address late.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    setTold({ done: { code: "policy-files.exported", params: { file } } });
  };
  const copy = async () => {
    const text = policyText(policy);
    try {
      await navigator.clipboard.writeText(text);
      setTold({ done: { code: "policy-files.copied" } });
    } catch {
      // Excel on the web may not let a pane write to the clipboard.
      setTold({ done: { code: "policy-files.copy-by-hand" }, text });
    }
  };
  return (
    <div className={styles["files"]}>
      <div className={styles["bar"]}>
        {onSave && (
          <Button
            size="small"
            onClick={() => {
              setTold(null);
              void onSave(policy);
            }}
          >
            {say("policy-files.save")}
          </Button>
        )}
        <Button size="small" icon={<Icon name="file" />} onClick={() => chooser.current?.click()}>
          {say("policy-files.import")}
        </Button>
        <Button size="small" onClick={save}>
          {say("policy-files.export")}
        </Button>
        <Button size="small" onClick={() => void copy()}>
          {say("policy-files.copy")}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={say("policy-files.import")}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // So that the same file can be chosen again after it was mended.
            currentTarget.value = "";
            if (file) void open(file);
          }}
        />
      </div>
      <div aria-live="polite">
        {told && "done" in told && <p className={styles["note"]}>{say(told.done)}</p>}
        {told && "file" in told && (
          <MessageBar intent="error">
            {say("policy-files.refused", { file: told.file })}
            <ul className={styles["list"]}>
              {told.troubles.map((trouble, at) => (
                <li key={at}>
                  {trouble.where && trouble.where !== "/" && <code>{trouble.where}</code>} {say(trouble)}
                </li>
              ))}
            </ul>
          </MessageBar>
        )}
      </div>
      {told && "done" in told && told.text !== undefined && (
        <textarea
          className={styles["text"]}
          aria-label={say("policy-files.text")}
          readOnly
          rows={6}
          value={told.text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </div>
  );
}

function refused(trouble: Trouble): { readonly ok: false; readonly troubles: readonly Trouble[] } {
  return { ok: false, troubles: [trouble] };
}
