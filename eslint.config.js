import js from "@eslint/js";
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import reactHooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/** What stands beside src and is part of none of its parts. */
const OUTSIDE = ["./functions", "./taskpane", "./scripts", "./bench", "./test"];

/** What each part of the tree may not import from: the walls of CONTRIBUTING.md. */
const walls = [
  { target: "./src/core", from: ["./src", ...OUTSIDE], except: ["./core"] },
  { target: "./src/files", from: ["./src", ...OUTSIDE], except: ["./core", "./files"] },
  { target: "./src/excel", from: ["./src", ...OUTSIDE], except: ["./core", "./files", "./excel"] },
  { target: "./src/workflow", from: ["./src", ...OUTSIDE], except: ["./core", "./files", "./workflow"] },
  {
    target: "./src/workbench",
    from: ["./src", ...OUTSIDE],
    except: ["./core/sample", "./files", "./workbench"],
  },
  {
    target: "./functions",
    from: ["./src", ...OUTSIDE.filter((folder) => folder !== "./functions")],
    except: ["./core", "./files"],
  },
  {
    target: "./taskpane",
    from: ["./src", ...OUTSIDE.filter((folder) => folder !== "./taskpane")],
    except: ["./core", "./files", "./excel"],
  },
];

/** `except` is relative to each `from`; a rule of the plugin wants one `from` at a time. */
const zones = walls.flatMap(({ target, from, except }) =>
  from.map((folder) => ({ target, from: folder, except: folder === "./src" ? except : [] })),
);

const PURE = "The core is pure: no DOM, no Node, no Excel, no clock, no chance, no time zone.";

const IMPURE = [
  ...[
    "window",
    "document",
    "navigator",
    "self",
    "globalThis",
    "localStorage",
    "sessionStorage",
    "XMLHttpRequest",
  ],
  ...["fetch", "process", "Buffer", "console", "performance", "setTimeout", "setInterval", "Date", "crypto"],
  ...["Excel", "Office", "OfficeExtension", "CustomFunctions"],
];

/** Packages the core may stand on: free of Node, DOM and eval. None so far; the policy schema is compiled in the build. */
const corePackages = [];

export default ts.config(
  { ignores: ["node_modules", "build", "dist", "coverage"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.json" })] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "import-x/extensions": ["error", "never", { json: "always", js: "always", css: "always" }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, varsIgnorePattern: "^_" }],
    },
  },
  {
    // Where there are components. Its rules read a file as React's compiler does, which takes their time.
    files: ["taskpane/**", "test/taskpane/**"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["src/core/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: `^(?!\\.{1,2}/)(?!(?:${corePackages.concat("$never").join("|")})$)`,
              message: "The core imports only itself and the packages listed in eslint.config.js.",
            },
          ],
        },
      ],
      "no-restricted-globals": ["error", ...IMPURE.map((name) => ({ name, message: PURE }))],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: PURE },
        { object: "Intl", property: "DateTimeFormat", message: PURE },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ImportExpression", message: PURE },
        { selector: "TSImportType", message: PURE },
      ],
      "no-eval": "error",
    },
  },
  {
    files: ["src/files/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^(?:node:|react|@fluentui)", message: "Files are read in browsers and in Node alike." },
          ],
        },
      ],
      "no-restricted-globals": ["error", "window", "document", "process", "Buffer", "localStorage"],
    },
  },
  {
    // Node reads these files itself and wants the ending.
    files: ["*.config.ts"],
    rules: { "import-x/extensions": "off" },
  },
  {
    files: ["bin/**/*.js", "scripts/**/*.js", "*.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
