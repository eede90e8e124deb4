/**
 * React's modules, and Preact's that stand in for them wherever the pane runs: served, built, tested. The pane is written
 * for React and typed by it; Preact does the same in a seventh of the bytes, which is what keeps the pane within its
 * bounds: docs/decisions/controls-of-the-pane.md.
 */
export const paneRenderer = [
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react-dom\/server$/, replacement: "preact/compat/server" },
  { find: /^react\/jsx-(?:dev-)?runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react(?:-dom)?$/, replacement: "preact/compat" },
];
