// The definitions as a page of the documentation: every key, what it holds, and when it is absent or null.
import type { JsonSchema } from "../core/json-schema.ts";
import { namedShapes, outputNames, outputs } from "./index.ts";

const MOST_WORDS = 40;

const head = `# The keys of the JSON

Every key that the commands print with \`--format json\`. [json.md](json.md) says how to use them. This page is made from
the definitions of the outputs, as are the schemas that \`plan-measures schema\` prints and the types of
\`plan-measures/types\`.

- A key is always there, unless its description says when it is absent.
- A value is never null, unless its description says when it is.
- \`a.b\` is the key \`b\` in the object \`a\`. \`a[]\` is each item of the list \`a\`.
- A number in text, such as \`"value": "3.14"\`, is exact. A number without quotation marks is a count or an estimate.
- A list of words that ends in … may get more words in later versions.
`;

/** The whole page. */
export function reference(): string {
  const shapes = new Map(outputNames.flatMap((name) => [...namedShapes(outputs[name].schema)]));
  const used = (name: string): number =>
    outputNames.filter((output) => namedShapes(outputs[output].schema).has(name)).length;
  const own = (output: (typeof outputNames)[number]) =>
    [...namedShapes(outputs[output].schema)].filter(([name]) => used(name) === 1);
  const shared = [...shapes].filter(([name]) => used(name) > 1);
  const shapeText = ([name, schema]: readonly [string, JsonSchema], level: string): string =>
    `\n${level} ${name}\n\n${schema.description}\n\n${tables(schema)}`;
  return [
    head,
    ...outputNames.flatMap((name) => [
      `\n## ${name}\n\n${outputs[name].schema.description} The schema is \`plan-measures/${name}/1\`.\n\n${tables(outputs[name].schema)}`,
      ...own(name).map((one) => shapeText(one, "###")),
    ]),
    "\n## Shared by several outputs\n",
    ...shared.map((one) => shapeText(one, "###")),
  ].join("");
}

/** A table of keys; of one of several shapes, their names, or the keys of all with the shape that has one alone. */
function tables(schema: JsonSchema): string {
  const rows = (one: JsonSchema): string =>
    `| key | type | what it holds |\n| --- | --- | --- |\n${rowsOf(one, "").join("")}`;
  if (schema.properties) return rows(schema);
  const of = schema.anyOf ?? [];
  if (of.every(({ shape }) => shape)) return `One of ${of.map(typeWords).join(", ")}.\n`;
  const properties = of.flatMap((one) =>
    Object.entries(one.properties ?? {}).map(([key, schema]): [string, JsonSchema] => {
      const isShared = of.every((other) => other.properties && key in other.properties);
      const only = `${schema.description} Present only where it is ${one.description?.toLowerCase()}`;
      return [key, isShared ? schema : { ...schema, description: only }];
    }),
  );
  return rows({ properties: Object.fromEntries(properties) });
}

function rowsOf({ properties = {} }: JsonSchema, path: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const own = `${path}${name}`;
    const { inner, steps } = within(schema);
    return [
      `| \`${own}\` | ${typeWords(schema)} | ${schema.description} |\n`,
      ...(inner ? rowsOf(inner, `${own}${steps}.`) : []),
    ];
  });
}

/** The object within lists, and within what may be null. */
function within(schema: JsonSchema, steps = ""): { inner: JsonSchema | undefined; steps: string } {
  if (schema.shape) return { inner: undefined, steps };
  if (schema.items) return within(schema.items, `${steps}[]`);
  const [only] = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
  return only ? within(only, steps) : { inner: schema.properties && schema, steps };
}

const plainTypes = {
  object: "object",
  array: "list",
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  null: "null",
} as const;

function typeWords({ shape, items, anyOf, enum: words, const: only, type, grows, pattern }: JsonSchema): string {
  if (shape) return `[${shape.name}](#${shape.name.toLowerCase()})`;
  if (items) return `list of ${typeWords(items)}`;
  if (anyOf) return anyOf.map(typeWords).join(" or ");
  if (only !== undefined) return `\`${only}\``;
  if (words && words.length > MOST_WORDS) return "text: one of the words of the schema …";
  if (words) return `${words.map((word) => `\`${word}\``).join(", ")}${grows ? " …" : ""}`;
  return pattern?.startsWith("^-?\\d") ? "number in text" : plainTypes[type ?? "object"];
}
