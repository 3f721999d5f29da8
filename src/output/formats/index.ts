// The shelf of output formats. A format turns a report into files; adding one is a file and its line here.
import type { Format } from "./format.ts";

/** In the order of the help; the first is the usual one. */
export const formats: readonly Format[] = [
  {
    name: "terminal",
    ending: ".txt",
    load: async () => (await import("./terminal.ts")).terminal,
    page: async () => (await import("./terminal.ts")).terminalPage,
    findings: async () => async (found, surface) => [{ name: `${found.name}.txt`, content: found.text(surface) }],
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
    ending: ".html",
    load: async () => (await import("./html/html.ts")).html,
    page: async () => (await import("./html/html.ts")).htmlPages,
    findings: async () => (await import("./html/findings.ts")).htmlFindings,
  },
  {
    name: "svg",
    load: async () => (await import("./svg.ts")).svg,
    page: async () => (await import("./svg.ts")).svgPages,
  },
  {
    name: "json",
    ending: ".json",
    load: async () => (await import("./json.ts")).json,
    page: async () => (await import("./json.ts")).jsonPage,
    findings: async () => async (found) => [{ name: `${found.name}.json`, content: found.json() }],
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
  {
    name: "docx",
    load: async () => (await import("./docx/docx.ts")).docx,
    page: async () => (await import("./docx/docx.ts")).docxPage,
  },
];

/** The names of the formats of a report, of a page, and of what a command found, for the choices of a command. */
export const reportFormats = formats.filter(({ load }) => load).map(({ name }) => name);
export const pageFormats = formats.filter(({ page }) => page).map(({ name }) => name);
export const findingsFormats = formats.filter(({ findings }) => findings).map(({ name }) => name);
