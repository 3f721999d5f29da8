// The shelf of output formats. A format turns a report into files; adding one is a file and its line here.
import type { Chart } from "../chart.ts";
import type { OutputFile } from "../files.ts";
import type { Paint } from "../paint.ts";
import type { Report } from "../report.ts";
import type { Table } from "../table.ts";

/** Where the text will be read. */
export interface Surface {
  readonly columns: number;
  readonly paint: Paint;
  /** Into a folder, where one file may stand beside another. */
  readonly toFile: boolean;
  /** CSV is to be opened in Excel: with a byte order mark, and nothing in it that Excel would run. */
  readonly forExcel: boolean;
}

/** Tables and charts that are not a report: what `compare` and `trend` print. */
export interface Page {
  /** The name of its files, without an ending. */
  readonly name: string;
  readonly title: string;
  readonly tables: readonly Table[];
  /** The same for a terminal or a document, in the same places, without columns that only pages and files have room for. */
  readonly narrow?: readonly Table[];
  /** Each belongs to the table of its place; a table may have none. */
  readonly charts: readonly (Chart | undefined)[];
  readonly json: object;
  /** Its tables are of one kind, and are one where there are no pages. */
  readonly isOne?: boolean;
}

/** Pure: it prints nothing and writes nothing. A format of one file for each table names them in order. */
export type Render = (report: Report, surface: Surface) => readonly OutputFile[];

export type RenderPage = (page: Page, surface: Surface) => readonly OutputFile[];

export interface Format {
  readonly name: string;
  /** Renders a report; a format of charts alone does not. */
  readonly load?: () => Promise<Render>;
  readonly page?: () => Promise<RenderPage>;
}

/** In the order of the help; the first is the usual one. */
export const formats: readonly Format[] = [
  {
    name: "terminal",
    load: async () => (await import("./terminal.ts")).terminal,
    page: async () => (await import("./terminal.ts")).terminalPage,
  },
  {
    name: "csv",
    load: async () => (await import("./csv.ts")).csv,
    page: async () => (await import("./csv.ts")).csvPage,
  },
  {
    name: "markdown",
    load: async () => (await import("./markdown.ts")).markdown,
    page: async () => (await import("./markdown.ts")).markdownPage,
  },
  {
    name: "html",
    load: async () => (await import("./html.ts")).html,
    page: async () => (await import("./html.ts")).htmlPages,
  },
  {
    name: "svg",
    page: async () => (await import("./svg.ts")).svgPages,
  },
  {
    name: "json",
    load: async () => (await import("./json.ts")).json,
    page: async () => (await import("./json.ts")).jsonPage,
  },
  {
    name: "xlsx",
    load: async () => (await import("./xlsx.ts")).xlsx,
    page: async () => (await import("./xlsx.ts")).xlsxPage,
  },
  {
    name: "ods",
    load: async () => (await import("./ods.ts")).ods,
    page: async () => (await import("./ods.ts")).odsPage,
  },
];

/** The names of the formats of a report, and of those of a page, for the choices of a command. */
export const reportFormats = formats.filter(({ load }) => load).map(({ name }) => name);
export const pageFormats = formats.filter(({ page }) => page).map(({ name }) => name);
