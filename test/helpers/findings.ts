// The commands whose findings are a page, each with files that give it much to say.
import { gloucestershire } from "./world.ts";

const published = "fixtures/published-2023";
/** The names of the pages, and what makes them. */
export const findingsCommands: readonly (readonly [name: string, command: readonly string[]])[] = [
  [
    "audit",
    ["audit", `${published}/crime.csv`, `${published}/asb.csv`, "--comments", `${published}/crime-comments.csv`],
  ],
  ["check", ["check", "test/cases/check-not-ready"]],
  ["explain", ["explain", gloucestershire, "Robbery"]],
  ["inspect", ["inspect", "test/cases/inspect-refusals/tidy.csv", `${published}/asb.csv`, "--period", "2019"]],
];
