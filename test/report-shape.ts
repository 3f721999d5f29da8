// The documented shape of plan-measures/report/1, strictly: a key that is not in the README fails.
import * as z from "zod";

const origin = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  lines: z.string().optional(),
});
const figure = z.union([
  z.strictObject({
    value: z.string().regex(/^-?\d+(\.\d+)?$/),
    shown: z.string().min(1),
    unit: z.enum(["count", "per 1,000", "%", "percentage points"]),
    // No figure without its file and line.
    from: z.array(origin).min(1),
  }),
  z.strictObject({ gap: z.string().min(1), from: z.array(origin) }),
]);
const sides = (kinds: readonly string[]) => {
  const side = z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, figure.optional()])));
  return z.strictObject({ force: side, peers: side.optional() });
};
const level = sides(["count", "rate", "percent"]);
const figures = z.strictObject({
  baseline: level,
  current: level,
  change: sides(["variance", "percent", "rate", "points"]),
});
const priority = { id: z.string(), name: z.string() };
const count = z.int().nonnegative();

export const reportShape = z.strictObject({
  schema: z.literal("plan-measures/report/1"),
  plan: z.strictObject({
    file: z.string(),
    title: z.string(),
    force: z.string(),
    "similar-forces": z.string().optional(),
    priorities: z.array(z.strictObject(priority)),
  }),
  only: z.string().optional(),
  inputs: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.string(),
      records: count,
    }),
  ),
  tables: z.array(
    z.strictObject({
      title: z.string(),
      source: z.string().optional(),
      baseline: z.string(),
      current: z.string(),
      rows: z.array(
        z.strictObject({
          measure: z.string(),
          label: z.string().optional(),
          baseline: z.string().optional(),
          current: z.string().optional(),
          aim: z.string().nullable(),
          basis: z.enum(["count", "rate", "percentage"]),
          verdict: z.enum(["achieved", "not achieved", "not judged"]),
          reason: z.string().optional(),
          priorities: z.array(z.string()),
          owner: z.string().optional(),
          comment: z.string().optional(),
          notes: z.array(z.string()),
          figures,
          parts: z.array(z.strictObject({ name: z.string(), figures })).optional(),
        }),
      ),
    }),
  ),
  priorities: z.array(
    z.strictObject({
      ...priority,
      achieved: count,
      "not-achieved": count,
      "not-judged": count,
      measures: z.array(z.string()),
    }),
  ),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(["error", "warning"]),
      file: z.string(),
      line: z.int().optional(),
      column: z.int().optional(),
      message: z.string(),
      hint: z.string().optional(),
      note: z.strictObject({ ...origin.partial().shape, file: z.string(), message: z.string() }).optional(),
    }),
  ),
});

export type ReportJson = z.output<typeof reportShape>;
export type FigureJson = z.output<typeof figure>;
