import { run } from "../../src/workflow/run";

/** What a run of the command printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, with its streams kept. */
export async function tiersheet(
  args: readonly string[],
  input?: Uint8Array,
  locale = "en-GB",
): Promise<Outcome> {
  let out = "";
  let err = "";
  const terminal = {
    stdin: (async function* () {
      if (input) yield input;
    })(),
    print: async (text: string) => void (out += text),
    warn: (text: string) => void (err += text),
    interactive: false,
    locale,
  };
  const code = await run(args, terminal, "0.0.0");
  return { code, out, err };
}
