import type { Opened } from "../classifier/protocol";
import { useSay } from "../language/language-context";
import { classes } from "../controls/classes";
import styles from "./content.module.css";

/** The first rows, as they were read. A wide table scrolls in its own frame, not the pane. */
export function PreviewTable({ preview }: { readonly preview: Opened["preview"] }) {
  const say = useSay();
  const { headers, rows } = preview;
  return (
    <div className={styles["scroll"]} role="region" aria-label={say("pane.preview")} tabIndex={0}>
      <table className={classes(styles["table"])}>
        <caption className={styles["unseen"]}>{say("pane.preview")}</caption>
        <thead>
          <tr>
            {headers.map((header, at) => (
              <th key={at} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
