// What is wrong in a plan, in sentences: of a value that a schema refuses, with a right example and the nearest word.

import type * as z from "zod/mini";
import { nearest } from "../core/names.ts";
import { meant } from "../core/problems/sentence.ts";
import { planJsonSchema } from "./schema.ts";
import type { PathStep } from "./yaml-troubles.ts";

/** The keys, and the positions in lists, that lead to a value of the plan. */
export type PlanPath = readonly PathStep[];

/** What zod says of a value that it refuses. */
type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms, the troubles with the form that it comes nearest to. */
export function innermost(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const outright = (branch: readonly Issue[]): boolean =>
    branch.some((inner) => inner.path.length === 0 && /^invalid_(type|union)$/.test(inner.code));
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const nearest = branches.find((branch) => !outright(branch)) ?? branches[0]?.slice(0, 1) ?? [];
  return nearest.flatMap((inner) => {
    const input = inner.path.reduce<unknown>(
      (value, step) => (value as object | undefined)?.[step as never],
      issue.input,
    );
    return innermost({ ...inner, path: [...issue.path, ...inner.path], input } as Issue);
  });
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  null: "nothing",
};
const wordFor = (type: string): string => typeWords[type] ?? type;
export const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** The trouble at a path as a sentence, and how to put it right. */
export function wording(issue: Issue, path: PlanPath): [message: string, hint: string | undefined] {
  const name = path.findLast((step) => typeof step === "string") ?? "plan";
  const example = exampleAt(path);
  const hint = example === undefined ? undefined : `write, for example, ${name}: ${example}`;
  if (path.length === 0 && issue.code === "invalid_type")
    return [
      "there is no plan in it: a plan has keys such as title:, force: and tables:",
      "make a plan with plan-measures init my-plan, or name another file",
    ];
  if (issue.code === "custom") return [`${name}: ${issue.message}`, hint];
  if (issue.code === "too_small") {
    const wanted = Array.isArray(issue.input) || issue.input === "" ? "it is empty" : `at least ${issue.minimum}`;
    return [`${name}: ${wanted}`, hint];
  }
  if (issue.code === "too_big") return [`${name}: at most ${issue.maximum}`, hint];
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const near = typeof issue.input === "string" ? nearest(issue.input, known) : undefined;
    const isPlain = issue.input !== undefined && typeof issue.input !== "object";
    const found = isPlain
      ? JSON.stringify(issue.input)
      : issue.input === undefined
        ? "nothing"
        : wordFor(typeOf(issue.input));
    return [`${name}: expected ${known.join(", ")} but found ${found}${meant(near)}`, hint];
  }
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return [`${name}: missing`, hint];
    const isItem = issue.expected === "array" && typeOf(issue.input) === "object";
    const items = isItem ? 'start each item of the list with "- "' : hint;
    return [`${name}: expected ${wordFor(issue.expected)} but found ${wordFor(typeOf(issue.input))}`, items];
  }
  return [`${name}: ${issue.message}`, hint];
}

/** The paths of the keys that the unknown ones of a group are misspellings of. */
export function misspeltIn(issue: Issue, path: PlanPath): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const full = [...path, ...(issue.path as PlanPath)];
  return issue.keys.flatMap((name) => {
    const meant = keyMeant(name, keysAt(full));
    return meant === undefined || Object.hasOwn(issue.input ?? {}, meant) ? [] : [[...full, meant].join("/")];
  });
}

/** What people call a key who do not know its name here. */
const otherNames: readonly (readonly [said: RegExp, meant: string])[] = [
  [/^priority$/i, "priorities"],
  [/^(deadline|due|due[ -]?(date|by)|by[ -]?when|target[ -]?date|end[ -]?date)$/i, "by"],
  [/^(target|goal|objective)$/i, "aim"],
];

/** The key that an unknown one was likely meant for. */
function keyMeant(name: string, known: readonly string[]): string | undefined {
  const other = otherNames.find(([said]) => said.test(name))?.[1];
  return other !== undefined && known.includes(other) ? other : nearest(name, known);
}

const keysAt = (path: PlanPath): string[] => schemasAt(path).flatMap((schema) => Object.keys(schema.properties ?? {}));

/** The same of a key that is not one of its group. */
export function unknownKey(name: string, path: PlanPath): [message: string, hint: string | undefined] {
  const known = keysAt(path);
  if (/^threshold\b/i.test(name) && known.includes("aim")) {
    return [
      `unknown key ${JSON.stringify(name)}`,
      'write the threshold in the aim, with quotation marks: aim: "at least 80, threshold 75"',
    ];
  }
  const near = keyMeant(name, known);
  const example = near === undefined ? undefined : exampleAt([...path, near]);
  const hint =
    example === undefined
      ? `choose from the keys of this group: ${known.join(", ")}`
      : `write, for example, ${near}: ${example}`;
  return [`unknown key ${JSON.stringify(name)}${meant(near)}`, hint];
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly examples?: readonly unknown[];
}

const own = (properties: JsonSchema["properties"], step: string | number): JsonSchema | undefined =>
  properties && Object.hasOwn(properties, step) ? properties[step] : undefined;

/** Made of zod's schemas once, as it takes longer than to read a plan, and each fault of a plan asks for it. */
let wholeSchema: JsonSchema | undefined;

/** The forms that the schema allows at a path. */
function schemasAt(path: PlanPath): JsonSchema[] {
  const forms = (schema: JsonSchema): JsonSchema[] => [schema, ...(schema.anyOf ?? []).flatMap(forms)];
  wholeSchema ??= planJsonSchema();
  let found = forms(wholeSchema);
  for (const step of path) {
    const below = found.map((schema) => (typeof step === "number" ? schema.items : own(schema.properties, step)));
    found = below.flatMap((schema) => (schema ? forms(schema) : []));
  }
  return found;
}

/** A right example of what stands at a path, as it would be written in the plan. */
function exampleAt(path: PlanPath): string | undefined {
  const example = schemasAt(path).find((schema) => schema.examples?.length)?.examples?.[0];
  return example === undefined ? undefined : inYaml(example);
}

function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${inYaml(inner)}`)
      .join(", ")} }`;
  }
  return String(value);
}
