import type { ReactNode } from "react";
import { Button, type ButtonProps } from "../controls/Button";
import { classes } from "../controls/classes";
import content from "./content.module.css";

/** A button with what it is for in small print below it. */
export function Offer({ more, ...button }: ButtonProps & { readonly more: ReactNode }) {
  return (
    <div>
      <Button {...button} />
      <p className={classes(content["quiet"], content["small"], content["more"])}>{more}</p>
    </div>
  );
}
