// The definitions as JSON Schema files: as they are published, and strict.
import type { JsonSchema } from "../core/json-schema.ts";
import { namedShapes, type Output, outputs } from "./index.ts";

/** Whether keys and words that are not defined are let through: a published schema lets through what later versions add. */
type Mode = "published" | "strict";

/** The JSON Schema of an output (draft 2020-12). */
export function jsonSchemaOf(output: Output, mode: Mode): object {
  const { schema } = outputs[output];
  const shapes = [...namedShapes(schema)].map(([name, one]) => [name, written(one, mode)] as const);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `plan-measures/${output}/1`,
    ...written(schema, mode),
    $defs: Object.fromEntries(shapes),
  };
}

function written({ shape, grows, ...schema }: JsonSchema, mode: Mode): object {
  const { items, anyOf, properties, enum: words, ...rest } = schema;
  const all = (parts: readonly JsonSchema[]): object[] => parts.map((part) => written(part, mode));
  const isOpen = grows && mode === "published";
  return {
    ...rest,
    ...(shape && { $ref: `#/$defs/${shape.name}` }),
    ...(words && (isOpen ? { anyOf: [{ enum: words }, { type: "string" }] } : { enum: words })),
    ...(items && { items: written(items, mode) }),
    ...(anyOf && { anyOf: all(anyOf) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, written(one, mode)])),
      ...(mode === "strict" && { additionalProperties: false }),
    }),
  };
}
