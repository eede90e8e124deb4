import type { Classification } from "../classify";
import type { MessageCode } from "../language/catalogue";
import type { Language } from "../language/language";
import { say, type Message } from "../language/message";
import type { FiguresBefore } from "./figures-before";
import type {
  ColumnFormat,
  ReportBlock,
  ReportChart,
  ReportColumn,
  ReportHeading,
  ReportSeries,
} from "./report";

/** Columns of the Summary page, all of one width. */
export const PAGE_COLUMNS = 12;

/** How customers are told where single ones are: by their ids, by what is left of them, or by their place alone. */
export type Names = "keep" | "mask" | "out";

/** What each section of the Summary is made from. */
export interface SummaryInput {
  readonly result: Classification;
  readonly language: Language;
  readonly before: FiguresBefore | null;
  readonly names: Names;
}

/** A part of the page: blocks and charts at places counted from its own first row, and how many rows it takes. */
export interface SummarySection {
  readonly rows: number;
  readonly blocks: readonly ReportBlock[];
  readonly charts: readonly ReportChart[];
}

/** A section with so many rows before it. */
export function below(section: SummarySection, rows: number): SummarySection {
  return {
    rows: section.rows,
    blocks: section.blocks.map((block) =>
      block.place ? { ...block, place: { ...block.place, row: block.place.row + rows } } : block,
    ),
    charts: section.charts.map((chart) => ({
      ...chart,
      place: { ...chart.place, row: chart.place.row + rows },
    })),
  };
}

/** A heading at a place, over so many columns. */
export function headingAt(
  row: number,
  column: number,
  level: ReportHeading["level"],
  text: Message,
  language: Language,
  span?: number,
): ReportHeading {
  return { kind: "heading", level, text: say(text, language), place: { row, column }, span };
}

/** Sentences one after another: Chinese has no space between them. */
export function saySentences(messages: readonly Message[], language: Language): string {
  return messages.map((message) => say(message, language)).join(language === "zh" ? "" : " ");
}

/** A line of sentences at a place. */
export function lineAt(
  row: number,
  messages: readonly Message[],
  language: Language,
  span?: number,
): ReportHeading {
  return {
    kind: "heading",
    level: 0,
    text: saySentences(messages, language),
    place: { row, column: 0 },
    span,
  };
}

/** A column of a Summary table, with its header from the catalogue. */
export function columnOf(
  id: string,
  header: MessageCode | Message,
  format: ColumnFormat,
  values: ReportColumn["values"],
  language: Language,
  span = 1,
): ReportColumn {
  const message = typeof header === "string" ? { code: header } : header;
  return { id, header: say(message, language), format, width: 12, values, span, wrap: format === "text" };
}

/** A chart's id, and its title and what it shows in words from the catalogue. */
export function chartNamed(id: ChartId, language: Language): Pick<ReportChart, "id" | "title" | "alt"> {
  return {
    id,
    title: say({ code: `summary.chart.${id}` }, language),
    alt: say({ code: `summary.chart.${id}.alt` }, language),
  };
}

/** The charts of the Summary. */
type ChartId = "pareto" | "tiers" | "lifecycle" | "months" | "movement" | "tracking";

/** A series of a chart: a column of a table, called as the catalogue has it. */
export function seriesOf(
  name: MessageCode,
  values: ReportSeries["values"],
  colour: string,
  language: Language,
): ReportSeries {
  return { name: say({ code: name }, language), values, colour };
}

/** A share in a sentence. */
export function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Money as whole cents; 0 where it isn't known. */
export function centsOf(money: number | undefined): number {
  return Math.round((money || 0) * 100);
}
