/** Drawn on 16 × 16 with a line of 1.4, in the colour of the text. */
const PATHS = {
  chevron: "M6 3.5 10.5 8 6 12.5",
  down: "M3.5 6 8 10.5 12.5 6",
  back: "M9.5 3.5 5 8l4.5 4.5",
  check: "M3 8.5 6.5 12 13 4.5",
  dismiss: "m4 4 8 8m0-8-8 8",
  refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2v3.2H9.8",
  undo: "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5m-3 3 3 3",
  help: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM6 6.3a2 2 0 1 1 2.8 1.8c-.5.3-.8.6-.8 1.2m0 1.9v.1",
  settings:
    "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.7v1.8m0 9v1.8M1.7 8h1.8m9 0h1.8M3.5 3.5l1.3 1.3m6.4 6.4 1.3 1.3m0-9-1.3 1.3m-6.4 6.4-1.3 1.3",
  info: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM8 7.5v3.7M8 5v.1",
  success: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM5.3 8.2l2 2 3.4-4",
  warning: "M8 2.2 14.3 13.5H1.7L8 2.2Zm0 4.3v3.2m0 2v.1",
  error: "M8 14.3A6.3 6.3 0 1 0 8 1.7a6.3 6.3 0 0 0 0 12.6ZM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4",
  table: "M2.2 3h11.6v10H2.2V3Zm0 3.3h11.6M6 6.3V13",
  file: "M4 1.8h5L12.5 5v9.2H4V1.8Zm5 0V5h3.5",
  go: "M3 8h9.5M8.5 4l4 4-4 4",
  edit: "m10.8 2.8 2.4 2.4-8 8H2.8v-2.4l8-8Z",
  shield:
    "M8 1.8c1.6 1 3.4 1.5 5.2 1.6v4.4c0 3-2.2 5.2-5.2 6.4-3-1.2-5.2-3.4-5.2-6.4V3.4C4.6 3.3 6.4 2.8 8 1.8ZM5.8 8l1.6 1.6 2.8-3.2",
  freeze: "M8 1.8v12.4M2.6 4.9l10.8 6.2m0-6.2L2.6 11.1M6.2 2.5 8 4.2l1.8-1.7M6.2 13.5 8 11.8l1.8 1.7",
  person: "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8Zm-5 5.8c.3-2.5 2.3-4 5-4s4.7 1.5 5 4",
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; screen readers pass over it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
