import type { Written } from "../../src/excel/written";

/** The columns of a sheet that Tiersheet wrote beside its data, 0 for A. */
export function ownColumns(written: Written | null, sheet: string | null): readonly number[] {
  const addresses = (written?.beside ?? []).filter((beside) => beside.sheet === sheet);
  return addresses.flatMap(({ address }) => columnsOf(address));
}

/** The columns of areas such as `I1:K3001,M1:M3001`, 0 for A; none of what is no address. */
export function columnsOf(address: string): readonly number[] {
  return address.split(",").flatMap((area) => {
    const [, first, last] =
      /^(?:.*!)?\$?([A-Z]{1,3})\$?\d*(?::\$?([A-Z]{1,3})\$?\d*)?$/.exec(area.trim()) ?? [];
    if (first === undefined) return [];
    const from = columnOf(first);
    return Array.from({ length: columnOf(last ?? first) - from + 1 }, (_, i) => from + i);
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
