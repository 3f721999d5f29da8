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
    summary: "check whether a plan is ready to publish, and list what is missing",
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "comments",
    summary: "draft a comment for each unmet aim that has none",
    load: async () => (await import("./comments.ts")).comments,
  },
  {
    name: "compare",
    summary: "compare a force with the other forces of its group",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "trend",
    summary: "show a measure over time, with control limits",
    load: async () => (await import("./trend.ts")).trend,
  },
  {
    name: "explain",
    summary: "explain a figure or a verdict, down to the lines of the files",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "diff",
    summary: "show what changed between two releases of the data",
    example: "plan-measures diff last-quarter.json plan.yaml",
    load: async () => (await import("./diff.ts")).diff,
  },
  {
    name: "refresh",
    summary: "show what new files change in a plan, and add them with --write",
    example: "plan-measures refresh plan.yaml downloads",
    load: async () => (await import("./refresh.ts")).refresh,
  },
  {
    name: "inspect",
    summary: "show what a data file holds, and what in it cannot be read",
    example: "plan-measures inspect table-p1.csv",
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "audit",
    summary: "check a published table against its own figures",
    example: "plan-measures audit published-table.csv",
    load: async () => (await import("./audit.ts")).audit,
  },
  {
    name: "init",
    summary: "make a new folder with a plan and data",
    example: "plan-measures init my-plan",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "schema",
    summary: "print the JSON Schema of the plan file, or of a JSON output",
    load: async () => (await import("./schema.ts")).schema,
  },
];
