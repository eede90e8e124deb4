/** A workbench that runs. */
export interface RunningWorkbench {
  readonly address: string;
  openBrowser(): void;
  close(): Promise<void>;
}

export interface StartOptions {
  /** The first port to try. */
  readonly port?: number;
  readonly language?: "en" | "zh";
  /** Where Vite keeps what it made of packages. */
  readonly cacheDir?: string;
  /** Whether the page follows changes of its source; true unless given. */
  readonly watch?: boolean;
  /** Is told what a person should know. */
  readonly say?: (line: string) => void;
}

export function startWorkbench(options?: StartOptions): Promise<RunningWorkbench>;

/** Serves the add-in alone over https, at the port that manifest.xml names. */
export function serveAddIn(options?: Pick<StartOptions, "say">): Promise<{ close(): Promise<void> }>;

/** What was asked for on the command line, or the sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]):
  | {
      readonly open: boolean;
      readonly port: number;
      readonly language: "en" | "zh" | undefined;
      readonly help: boolean;
      readonly wrong?: undefined;
    }
  | { readonly wrong: string };
