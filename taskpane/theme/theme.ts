/** What Office says of its theme, where it says anything: neither on the web nor in a browser. */
export interface OfficeTheme {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

/**
 * True where the page should be dark: what Office says, else how light its background is, else what the system prefers.
 */
export function isDark(office: OfficeTheme | undefined, systemPrefersDark: boolean): boolean {
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme;
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(office?.bodyBackgroundColor ?? "");
  if (!colour) return systemPrefersDark;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/**
 * Dresses the page light or dark, and looks again when the system's choice changes and when the page gets the focus.
 * The contrast themes need nothing here: theme.css hears of them from the browser.
 */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const look = () => (document.documentElement.dataset["theme"] = darkNow() ? "dark" : "light");
  system.addEventListener("change", look);
  window.addEventListener("focus", look);
  look();
}

function darkNow(): boolean {
  const office =
    typeof Office === "undefined" ? undefined : (Office.context?.officeTheme as OfficeTheme | undefined);
  return isDark(office, matchMedia("(prefers-color-scheme: dark)").matches);
}
