import type { Work, Workspace, WorkspaceState } from "../classifier/workspace";
import { Button, type ButtonProps } from "../controls/Button";

/** Reads what is open again, as it was read before. */
export function ReadAgainButton(
  props: Pick<ButtonProps, "appearance" | "icon" | "children"> & {
    readonly workspace: Workspace;
    readonly state: WorkspaceState;
  },
) {
  const { workspace, state, ...rest } = props;
  const { work, working } = state;
  return (
    <Button
      size="small"
      disabledFocusable={working !== null}
      onClick={({ currentTarget }) => work && void readAgain(workspace, work, currentTarget)}
      {...rest}
    />
  );
}

async function readAgain(
  workspace: Workspace,
  { source, encoding }: Work,
  pressed: HTMLElement,
): Promise<void> {
  const step = pressed.closest("section");
  await workspace.open(source, { encoding });
  // A button that went with what it was about leaves the focus to its step.
  if (!pressed.isConnected) step?.querySelector("h2")?.focus({ preventScroll: true });
}
