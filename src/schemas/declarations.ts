// The definitions as TypeScript declarations, for those who read the JSON: plan-measures/types.
import type { JsonSchema } from "../core/json-schema.ts";
import { namedShapes, outputNames, outputs } from "./index.ts";

/** "report" → "Report". */
const typeName = (output: string): string => `${output.slice(0, 1).toUpperCase()}${output.slice(1)}`;

/** The whole file. */
export function declarations(): string {
  const shapes = new Map(outputNames.flatMap((name) => [...namedShapes(outputs[name].schema)]));
  const all = [
    ...outputNames.map((name) => [typeName(name), outputs[name].schema] as const),
    ...[...shapes].sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const head =
    "// What plan-measures prints as JSON. Made from the definitions in src by `npm run update`; not written by hand.\n";
  return `${head}${all.map(([name, schema]) => `\n${declared(name, schema)}`).join("")}`;
}

const declared = (name: string, schema: JsonSchema): string =>
  schema.properties
    ? `${comment(schema, "")}export interface ${name} ${typeOf(schema, "")}\n`
    : `${comment(schema, "")}export type ${name} = ${typeOf(schema, "")};\n`;

const comment = ({ description = "" }: JsonSchema, indent: string): string =>
  `${indent}/** ${description.replaceAll("*/", "* /")} */\n`;

const key = (name: string): string => (/^\w+$/.test(name) && !/^\d/.test(name) ? name : JSON.stringify(name));

function typeOf(schema: JsonSchema, indent: string): string {
  const { shape, items, anyOf, properties, required = [], enum: words, const: only, grows } = schema;
  if (shape) return shape.name;
  if (only !== undefined) return JSON.stringify(only);
  // Editors complete the words, and the compiler lets later ones through.
  if (words) return [...words.map((word) => JSON.stringify(word)), ...(grows ? ["(string & {})"] : [])].join(" | ");
  if (anyOf) return anyOf.map((one) => typeOf(one, indent)).join(" | ");
  if (items) return `readonly ${bracketed(typeOf(items, indent))}[]`;
  if (properties) {
    const inner = `${indent}  `;
    const lines = Object.entries(properties).map(
      ([name, one]) =>
        `${comment(one, inner)}${inner}readonly ${key(name)}${required.includes(name) ? "" : "?"}: ${typeOf(one, inner)};\n`,
    );
    return `{\n${lines.join("")}${indent}}`;
  }
  return schema.type === "integer" ? "number" : (schema.type ?? "unknown");
}

const bracketed = (type: string): string => (/ \| (?![^{]*\})/.test(type) ? `(${type})` : type);
