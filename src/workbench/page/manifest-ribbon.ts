/** A button of the add-in's group on the ribbon, as manifest.xml describes it. */
export interface RibbonButton {
  /** The control's id. */
  readonly id: string;
  readonly label: string;
  /** What its tip says. */
  readonly tip: string;
  /** The address of its picture of 32 pixels, on this server. */
  readonly icon: string;
  /** What it does: runs a function of the add-in, or shows the pane. */
  readonly does: { readonly runs: string } | "shows-pane";
}

/** The add-in's group on the ribbon. */
export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/**
 * The group that a manifest puts on the ribbon, in the language of a locale ("zh-CN"); undefined where it has none.
 * Addresses are taken as this server's: the manifest names the port Excel is told, and the workbench may run at another.
 */
export function ribbonOf(manifest: string, locale: string): RibbonGroup | undefined {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const [group] = all(xml, "Group");
  if (group === undefined) return undefined;
  const resources = new Map(
    [...all(xml, "String"), ...all(xml, "Image")].map((resource) => {
      const own = all(resource, "Override").find((other) => other.getAttribute("Locale") === locale);
      const value = own?.getAttribute("Value") ?? resource.getAttribute("DefaultValue") ?? "";
      return [resource.getAttribute("id"), value] as const;
    }),
  );
  const named = (within: Element, tag: string) => {
    const [found] = all(within, tag);
    return resources.get(found?.getAttribute("resid") ?? null) ?? "";
  };
  const buttons = all(group, "Control").map((control): RibbonButton => {
    const [supertip] = all(control, "Supertip");
    const picture = all(control, "Image").find((image) => image.getAttribute("size") === "32");
    const icon = resources.get(picture?.getAttribute("resid") ?? null) ?? "";
    const [functionName] = all(control, "FunctionName");
    return {
      id: control.getAttribute("id") ?? "",
      label: named(control, "Label"),
      tip: supertip ? named(supertip, "Description") : "",
      icon: URL.canParse(icon) ? new URL(icon).pathname : icon,
      does: functionName?.textContent ? { runs: functionName.textContent.trim() } : "shows-pane",
    };
  });
  return { label: named(group, "Label"), buttons };
}

const all = (within: Document | Element, tag: string): readonly Element[] => [
  ...within.getElementsByTagNameNS("*", tag),
];
