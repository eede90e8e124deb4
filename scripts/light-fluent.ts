import type { Plugin } from "vite";

const IMPORTS_TOKENS =
  /import\s*\{[^}]*\btokens\b[^}]*\}\s*from\s*["'](?:@fluentui\/[\w-]+|\.\.?\/tokens)(?:\.js)?["']/;
const RTL = /^rtl-css-js(?:\/core)?$/;
const NO_RTL = "\0left-to-right";
const NO_RTL_ONLY = /^\0left-to-right$/;

/**
 * Fluent UI, lighter in a build: a token is the name of a CSS variable and stands where it is used, without the table
 * of all of them, and styles aren't turned for languages that run from right to left, of which there are none.
 */
export function lightFluent(): Plugin {
  return {
    name: "light-fluent",
    apply: "build",
    enforce: "pre",
    resolveId: { filter: { id: RTL }, handler: () => NO_RTL },
    load: {
      filter: { id: NO_RTL_ONLY },
      handler: () => ({
        code: "export const convert = (styles) => styles; export const convertProperty = (key, value) => ({ key, value });",
        moduleType: "js",
      }),
    },
    transform: {
      filter: { code: IMPORTS_TOKENS },
      handler: (code) => code.replaceAll(/\btokens\.(?!js\b)(\w+)/g, '"var(--$1)"'),
    },
  };
}
