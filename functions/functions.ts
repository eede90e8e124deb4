/// <reference types="custom-functions-runtime" />
import { library } from "./library";
import { whenLoaded, type CustomFunction } from "./loading";

/** The functions of later.ts, whose names must be known before. */
const LATER = ["CLV", "EXPECTEDORDERS", "PALIVE", "PLAYBOOK", "VALUEFIT", "VALUEFROM", "WHYTIER"] as const;

const functions: readonly (readonly [string, CustomFunction])[] = [
  ...Object.entries(library),
  ...whenLoaded(LATER, async () => (await import("./later")).later),
];

/**
 * The script that gives Excel the custom functions, functions.js of the build. It needs `CustomFunctions`, which
 * office.js brings: where the page loads that later, the end of its loading is heard here before anybody else hears it,
 * so that the functions are there when the runtime asks for the first.
 */
function associate(): boolean {
  if (typeof CustomFunctions === "undefined") return false;
  for (const [id, compute] of functions) CustomFunctions.associate(id, compute);
  return true;
}

if (!associate() && typeof document !== "undefined") {
  const heard = () => {
    if (associate()) document.removeEventListener("load", heard, true);
  };
  document.addEventListener("load", heard, true);
}
