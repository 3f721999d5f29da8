// The list of JSON outputs, each with its definition: schemas, types and their documentation are made from it.
import { auditSchema } from "../audit/schema.ts";
import { checkSchema } from "../check/schema.ts";
import { compareSchema } from "../compare/schema.ts";
import type { JsonSchema } from "../core/json-schema.ts";
import { diffSchema } from "../diff/schema.ts";
import { explainSchema } from "../explain/schema.ts";
import { inspectSchema } from "../inspect/schema.ts";
import { reportSchema } from "../output/report-schema.ts";
import { trendSchema } from "../trend/schema.ts";

/** By the command that prints it, in the order of the help. */
export const outputs = {
  report: reportSchema,
  check: checkSchema,
  compare: compareSchema,
  trend: trendSchema,
  explain: explainSchema,
  diff: diffSchema,
  inspect: inspectSchema,
  audit: auditSchema,
} as const;
export type Output = keyof typeof outputs;
export const outputNames = Object.keys(outputs) as Output[];

/** Every shape with a name that a schema uses, those that they use in turn among them; each once, in the order of use. */
export function namedShapes(
  schema: JsonSchema,
  found = new Map<string, JsonSchema>(),
): ReadonlyMap<string, JsonSchema> {
  const { shape, items, anyOf = [], properties = {} } = schema;
  for (const part of [...(items ? [items] : []), ...anyOf, ...Object.values(properties)]) namedShapes(part, found);
  if (shape && !found.has(shape.name)) {
    const made = shape.schema();
    found.set(shape.name, made);
    namedShapes(made, found);
  }
  return found;
}
