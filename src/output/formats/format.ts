// The contract of the output formats.

import type { Paint } from "../../io/paint.ts";
import type { OutputFile } from "../../io/write-files.ts";
import type { Report } from "../../report/report.ts";
import type { FindingsPage } from "../findings.ts";
import type { Page } from "../page.ts";

/** Where the text will be read. */
export interface Surface {
  readonly columns: number;
  readonly paint: Paint;
  /** Into a folder, where one file may stand beside another. */
  readonly toFile: boolean;
  /** Of a report, the overview alone. */
  readonly overviewOnly?: boolean;
  /** A document ends with where its figures come from. */
  readonly annex?: boolean;
  /** CSV is to be opened in Excel: with a byte order mark, and nothing in it that Excel would run. */
  readonly forExcel: boolean;
}

/** Pure: it prints nothing and writes nothing. A format of one file for each table names them in order. */
export type Render = (report: Report, surface: Surface) => readonly OutputFile[];

export type RenderPage = (page: Page, surface: Surface) => readonly OutputFile[];

/** What a command found, to be printed in one of the formats; each is made only where it is asked for. */
export interface Findings {
  /** The name of its file, without an ending. */
  readonly name: string;
  readonly text: (surface: Surface) => string;
  readonly json: () => string;
  readonly page: () => FindingsPage | Promise<FindingsPage>;
}

/** What a command found, of which a page may have to be made first. */
export type RenderFindings = (findings: Findings, surface: Surface) => Promise<readonly OutputFile[]>;

export interface Format {
  readonly name: string;
  /** Each where it renders that: a report, tables and charts, what a command found. */
  readonly load?: () => Promise<Render>;
  readonly page?: () => Promise<RenderPage>;
  readonly findings?: () => Promise<RenderFindings>;
  /** How the name of a file of findings ends. */
  readonly ending?: string;
}
