/** A formula as parsed, free of where it stands. */
export interface Formula {
  readonly text: string;
}
