// The shelf of output formats. A format turns a report into files of text; adding one is a file and its line here.
import type { OutputFile } from "../files.ts";
import type { Paint } from "../paint.ts";
import type { Report } from "../report.ts";

/** Where the text will be read. */
export interface Surface {
  readonly columns: number;
  readonly paint: Paint;
}

/** Pure: it prints nothing and writes nothing. A format of one file for each table names them in order. */
export type Render = (report: Report, surface: Surface) => readonly OutputFile[];

/** In the order of the help; the first is the usual one. */
export const formats: readonly { readonly name: string; readonly load: () => Promise<Render> }[] = [
  { name: "terminal", load: async () => (await import("./terminal.ts")).terminal },
  { name: "csv", load: async () => (await import("./csv.ts")).csv },
  { name: "markdown", load: async () => (await import("./markdown.ts")).markdown },
  { name: "json", load: async () => (await import("./json.ts")).json },
];
