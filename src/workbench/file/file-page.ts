import type { HeaderFooter, PageSetup, Sheet as FileSheet, WriteSheet } from "hucre";
import { addressOf, areaOf, columnLetters, type Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

const INCH = 72;
const PAPERS: readonly NonNullable<PageSetup["paperSize"]>[] = [
  ...(["letter", "legal", "a3", "a4", "a5", "b4", "b5", "tabloid"] as const),
];
const MARGINS = ["top", "bottom", "left", "right", "header", "footer"] as const;
const PAGES = [
  ["odd", "defaultForAllPages"],
  ["even", "evenPages"],
  ["first", "firstPage"],
] as const;
const SIDES = [
  ["L", "left"],
  ["C", "center"],
  ["R", "right"],
] as const;

/** How a sheet is printed, as a file has it: what `Worksheet.pageLayout` was set to. */
export function filePage(
  sheet: Sheet,
): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks" | "colBreaks"> {
  const { pageLayout } = sheet;
  const setup: PageSetup = {};
  const text = (name: string) => (typeof pageLayout[name] === "string" ? pageLayout[name] : undefined);
  if (text("orientation") !== undefined)
    setup.orientation = text("orientation") === "Landscape" ? "landscape" : "portrait";
  const paper = PAPERS.find((name) => name === text("paperSize")?.toLowerCase());
  if (paper !== undefined) setup.paperSize = paper;
  const zoom = (pageLayout["zoom"] ?? {}) as Readonly<Record<string, number | undefined>>;
  const { scale, horizontalFitToPages: across, verticalFitToPages: down } = zoom;
  if (across !== undefined || down !== undefined) {
    Object.assign(setup, { fitToPage: true, fitToWidth: across ?? 0, fitToHeight: down ?? 0 });
  } else if (scale !== undefined) setup.scale = scale;
  const margins = MARGINS.flatMap((side) => {
    const points = pageLayout[`${side}Margin`];
    return typeof points === "number" ? [[side, points / INCH] as const] : [];
  });
  if (margins.length > 0) setup.margins = { ...STANDARD_MARGINS, ...Object.fromEntries(margins) };
  if (pageLayout["centerHorizontally"] === true) setup.horizontalCentered = true;
  if (pageLayout["centerVertically"] === true) setup.verticalCentered = true;
  if (pageLayout["printGridlines"] === true) setup.showGridLines = true;
  if (pageLayout["printHeadings"] === true) setup.showRowColHeaders = true;
  const headerFooter = headersOf(pageLayout);
  return {
    ...(Object.keys(setup).length > 0 ? { pageSetup: setup } : {}),
    ...(headerFooter ? { headerFooter } : {}),
    ...breaks(pageLayout),
  };
}

/** Inches, as Excel has them where nobody set any. */
const STANDARD_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** hucre counts breaks by the row or column before them. */
function breaks(pageLayout: Readonly<Record<string, unknown>>): Pick<WriteSheet, "rowBreaks" | "colBreaks"> {
  const before = (name: string) =>
    ((pageLayout[name] as readonly number[] | undefined) ?? []).map((at) => at - 1).filter((at) => at >= 0);
  const [rows, columns] = [before("rowBreaks"), before("columnBreaks")];
  return {
    ...(rows.length > 0 ? { rowBreaks: rows } : {}),
    ...(columns.length > 0 ? { colBreaks: columns } : {}),
  };
}

function headersOf(pageLayout: Readonly<Record<string, unknown>>): HeaderFooter | undefined {
  const made: Record<string, string> = {};
  for (const [file, pages] of PAGES) {
    for (const kind of ["Header", "Footer"] as const) {
      const parts = SIDES.map(([code, side]) => {
        const text = pageLayout[`${pages}.${side}${kind}`];
        return typeof text === "string" && text !== "" ? `&${code}${text}` : "";
      });
      if (parts.some((part) => part !== "")) made[`${file}${kind}`] = parts.join("");
    }
  }
  return Object.keys(made).length > 0 ? (made as HeaderFooter) : undefined;
}

/** What a workbook's names say of printing: areas and the rows and columns on each page. */
export function printNames(
  sheet: Sheet,
): { readonly name: string; readonly range: string; readonly scope: string }[] {
  const { pageLayout, name: scope } = sheet;
  const areas = pageLayout["printArea"] as readonly Area[] | undefined;
  const rows = pageLayout["printTitleRows"] as Area | undefined;
  const columns = pageLayout["printTitleColumns"] as Area | undefined;
  const titles = [
    ...(columns ? [`$${columnLetters(columns.left)}:$${columnLetters(columns.right)}`] : []),
    ...(rows ? [`$${rows.top + 1}:$${rows.bottom + 1}`] : []),
  ];
  // Quoted whatever its name: hucre's own settings leave the quotes out.
  const prefix = `'${scope.replaceAll("'", "''")}'!`;
  const named = (name: string, cells: readonly string[]) =>
    cells.length > 0 ? [{ name, range: cells.map((part) => prefix + part).join(","), scope }] : [];
  return [...named("_xlnm.Print_Area", (areas ?? []).map(absolute)), ...named("_xlnm.Print_Titles", titles)];
}

const absolute = (area: Area): string =>
  addressOf(area).replace(/([A-Z]+)(\d+)/g, (_, letters: string, digits: string) => `$${letters}$${digits}`);

/** Takes from a file how a sheet is printed. */
export function readPage(from: FileSheet, to: Sheet): void {
  const { pageSetup: setup = {}, headerFooter = {} } = from;
  const keep = (name: string, value: unknown) => {
    if (value !== undefined) to.pageLayout[name] = value;
  };
  const { orientation, paperSize, scale, fitToPage, fitToWidth, fitToHeight, margins = {} } = setup;
  if (orientation) keep("orientation", orientation === "landscape" ? "Landscape" : "Portrait");
  if (paperSize) keep("paperSize", paperSize[0]!.toUpperCase() + paperSize.slice(1));
  if (fitToPage) {
    const zoom: Record<string, number> = {};
    if (fitToWidth) zoom["horizontalFitToPages"] = fitToWidth;
    if (fitToHeight) zoom["verticalFitToPages"] = fitToHeight;
    keep("zoom", zoom);
  } else if (scale) keep("zoom", { scale });
  for (const side of MARGINS) {
    const inches = margins[side];
    if (inches !== undefined) keep(`${side}Margin`, inches * INCH);
  }
  if (setup.horizontalCentered) keep("centerHorizontally", true);
  if (setup.verticalCentered) keep("centerVertically", true);
  if (setup.showGridLines) keep("printGridlines", true);
  if (setup.showRowColHeaders) keep("printHeadings", true);
  const areas = setup.printArea?.split(",").flatMap((part) => areaOf(bare(part)) ?? []);
  if (areas && areas.length > 0) keep("printArea", areas);
  for (const [name, text] of [
    ["printTitleRows", setup.printTitlesRow],
    ["printTitleColumns", setup.printTitlesColumn],
  ] as const) {
    keep(name, text === undefined ? undefined : areaOf(bare(text)));
  }
  for (const [name, before] of [
    ["rowBreaks", from.rowBreaks],
    ["columnBreaks", from.colBreaks],
  ] as const) {
    if (before && before.length > 0)
      keep(
        name,
        before.map((at) => at + 1),
      );
  }
  for (const [file, pages] of PAGES) {
    for (const kind of ["Header", "Footer"] as const) {
      for (const [side, text] of sections(headerFooter[`${file}${kind}`] ?? ""))
        keep(`${pages}.${side}${kind}`, text);
    }
  }
}

const bare = (address: string): string => address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");

/** The parts of a line: "&LLeft&R&P" is Left on the left and &P on the right; what has no letter is in the middle. */
function sections(line: string): [side: string, text: string][] {
  const found: [string, string][] = [];
  let side = "center";
  let text = "";
  const end = () => {
    if (text !== "") found.push([side, text]);
    text = "";
  };
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] === "&" ? SIDES.find(([code]) => code === line[at + 1]) : undefined;
    if (letter) {
      end();
      side = letter[1];
      at += 1;
    } else {
      text += line[at];
      // "&&" is an ampersand, and no letter follows it.
      if (line[at] === "&" && line[at + 1] !== undefined) text += line[(at += 1)];
    }
  }
  end();
  return found;
}
