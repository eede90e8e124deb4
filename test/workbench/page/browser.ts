import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where Chrome, Edge and Chromium are installed. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/usr/bin/microsoft-edge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ];
  }),
};

/** A browser of this machine, or on Linux the one that comes as a package; undefined where there is none. */
export async function browserPath(): Promise<string | undefined> {
  const asked = process.env["CHROME_PATH"];
  const found = [...(asked ? [asked] : []), ...(PLACES[process.platform] ?? [])].find((path) =>
    existsSync(path),
  );
  if (found !== undefined || process.platform !== "linux") return found;
  try {
    // It brings the libraries that a bare machine lacks, and lays them out only where it is told that it is on one.
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
    const { default: packaged } = await import("@sparticuz/chromium");
    const path = await packaged.executablePath();
    await (await openBrowser(path)).close();
    return path;
  } catch {
    return undefined;
  }
}

/** Opens it without a window. */
export function openBrowser(executablePath: string): Promise<Browser> {
  // In containers there is no user to make a sandbox for, and little shared memory.
  const args = process.platform === "linux" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];
  return chromium.launch({ executablePath, args });
}
