import type { Written } from "../../src/excel/written";
import type { Workspace } from "../classifier/workspace";
import { LinkButton } from "../controls/Button";
import { Icon } from "../controls/Icon";
import { useSay } from "../language/language-context";
import content from "./content.module.css";

/** The sheets and columns of Tiersheet's, each a link that goes there. */
export function WrittenLinks({
  workspace,
  written,
}: {
  readonly workspace: Workspace;
  readonly written: Written;
}) {
  const say = useSay();
  return (
    <ul className={content["plain"]}>
      {written.beside.map(({ sheet, sheetName, address, headers }) => (
        <li key={`${sheet}!${address}`} className={content["good"]}>
          <Icon name="check" />
          <span>
            <LinkButton onClick={() => void workspace.goTo(sheet, address.split(",")[0])}>
              {say("pane.written.beside", { sheet: sheetName, columns: headers.length })}
            </LinkButton>
          </span>
        </li>
      ))}
      {written.sheets.map(({ id, name }) => (
        <li key={id} className={content["good"]}>
          <Icon name="check" />
          <span>
            <LinkButton onClick={() => void workspace.goTo(id)}>{name}</LinkButton>
          </span>
        </li>
      ))}
    </ul>
  );
}
