// The documented shape of plan-measures/audit/1, strictly: a key that is not in the README fails.
import * as z from "zod";

const line = z.int().positive();
const place = { file: z.string(), line, column: line };
const range = z.strictObject({ from: z.string().regex(/^-?\d/), to: z.string().regex(/^-?\d/) });
const when = z.enum(["baseline", "current"]);
const role = z.strictObject({
  kind: z.string(),
  when: when.optional(),
  period: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  area: z.string().optional(),
});

export const findingClasses = [
  "does-not-match",
  "outside-population",
  "impossible-percentage",
  "wrong-unit",
  "heading-contradicts",
  "not-a-number",
  "row-ragged",
  "differs-from-plan",
  "not-found",
  "another-figure",
  "wrong-direction",
  "wrong-comparison",
  "wrong-period",
  "period-impossible",
  "stray-reference",
  "placeholder",
  "comment-missing",
  "other-rounding",
  "other-basis",
  "total-differs",
  "value-unusual",
  "heading-disagrees",
  "heading-cut-off",
  "heading-misspelt",
  "aim-differs",
  "comment-without-no",
  "comment-of-nothing",
  "remark-doubtful",
  "counts-rounded",
  "precision",
  "heading-loose",
  "heading-unknown",
  "verdict-lacking",
  "not-a-table",
  "not-in-plan",
  "cannot-be-checked",
] as const;

export const auditShape = z.strictObject({
  schema: z.literal("plan-measures/audit/1"),
  ok: z.boolean(),
  checks: z.int().nonnegative(),
  findings: z.array(
    z.strictObject({
      class: z.enum(findingClasses),
      severity: z.enum(["error", "warning", "note"]),
      decision: z.enum(["verdict", "sign", "group"]).optional(),
      ...place,
      measure: z.string().optional(),
      heading: z.string().optional(),
      printed: z.string().optional(),
      range: range.optional(),
      message: z.string().min(1),
      inputs: z.array(z.strictObject(place)).optional(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      file: z.string(),
      title: z.string().optional(),
      rows: z.int().positive(),
      force: z.string().optional(),
      baseline: z.string().optional(),
      current: z.string().optional(),
      columns: z.array(
        z.strictObject({
          column: line,
          heading: z.string(),
          group: z.string().optional(),
          holds: role.nullable(),
          by: z.enum(["heading", "figures", "hand"]),
          "headed-as": role.optional(),
          checked: z.int().nonnegative().optional(),
          why: z.string().optional(),
        }),
      ),
      cells: z.array(
        z.strictObject({
          line,
          column: line,
          measure: z.string(),
          check: z.string(),
          printed: z.string(),
          status: z.enum(["matches", "other-rounding", "other-basis", "does-not-match", "cannot-be-checked"]),
          range: range.optional(),
          by: z.string().optional(),
          why: z.string().optional(),
        }),
      ),
      populations: z.array(
        z.strictObject({
          area: z.string().optional(),
          when: when.optional(),
          period: z.string().optional(),
          from: z.string().regex(/^\d+$/).optional(),
          to: z.string().regex(/^\d+$/).optional(),
          certain: z.boolean(),
          rows: z.int().positive(),
          outside: z.array(z.strictObject({ line, column: line, measure: z.string(), ...range.shape })),
        }),
      ),
    }),
  ),
  comments: z.array(
    z.strictObject({
      ...place,
      measure: z.string(),
      settled: z.int().nonnegative(),
      claims: z.array(
        z.strictObject({
          type: z.enum(["number", "direction", "multiple", "comparison", "rank", "period"]),
          text: z.string().min(1),
          at: line,
          status: z.string().min(1),
          says: z.string().min(1),
        }),
      ),
    }),
  ),
});

export type AuditJson = z.output<typeof auditShape>;
