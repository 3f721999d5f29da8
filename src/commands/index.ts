// The shelf of commands: a verb, its help, and what it runs. Adding one is a file and its line here.
import type { Verb } from "./verb.ts";

/** In the order of the help. */
export const verbs: readonly Verb[] = [
  {
    name: "report",
    summary: "print the performance tables of a plan",
    load: async () => (await import("./report.ts")).report,
  },
  {
    name: "check",
    summary: "say whether a plan is ready to publish, and what is lacking",
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "comments",
    summary: "add a draft for each comment that a plan owes",
    load: async () => (await import("./comments.ts")).comments,
  },
  {
    name: "compare",
    summary: "compare a force with the forces of its group: ranks, distances, and what chance would make of them",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "trend",
    summary: "show a measure over time: months, years, limits, and the groups beside it",
    load: async () => (await import("./trend.ts")).trend,
  },
  {
    name: "explain",
    summary: "say how a figure or a verdict came to be, down to the lines of the files",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "diff",
    summary: "say what changed from one release of the data to the next: revised, moved, and verdicts that flipped",
    load: async () => (await import("./diff.ts")).diff,
  },
  {
    name: "refresh",
    summary: "bring new files into a plan: show what they change, and do it with --write",
    load: async () => (await import("./refresh.ts")).refresh,
  },
  {
    name: "inspect",
    summary: "say what a data file is, what it holds, and what in it cannot be read",
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "audit",
    summary: "recompute a published table from its own figures, and say what in it is wrong",
    load: async () => (await import("./audit.ts")).audit,
  },
  {
    name: "init",
    summary: "make a new folder with a commented plan and sample data",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "schema",
    summary: "print the JSON Schema of the plan file, for editors",
    load: async () => (await import("./schema.ts")).schema,
  },
];
