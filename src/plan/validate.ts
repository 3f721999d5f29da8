// Checking a part of the plan: what zod finds wrong, as sentences with a place, a right example and the nearest word.
import type * as z from "zod/mini";
import { nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { planJsonSchema } from "./schema.ts";
import { parseYaml } from "./yaml.ts";

type Path = readonly (string | number)[];
/** Where the value at a path stands in the file; of one that is not there, what would hold it. */
export type At = (path: Path) => Place;

export interface Validated<T> {
  readonly data: T;
  readonly path: Path;
}

export interface Checker {
  readonly value: unknown;
  readonly at: At;
  readonly problems: Problem[];
  /** Whether what stood at a path was wrong, and was left out; or stands there under a misspelt key. */
  isDropped(path: Path): boolean;
  /** Whether it, or any part of it, was. */
  isHarmed(path: Path): boolean;
  /**
   * The part, without the keys that were wrong; nothing where it cannot do without them, by the looser schema if there
   * is one. All wrongs are reported.
   */
  part<S extends z.ZodMiniType, L extends z.ZodMiniType = S>(
    schema: S,
    value: unknown,
    path: Path,
    loose?: L,
  ): z.output<S> | z.output<L> | undefined;
  /** Each sound item of a list, with its path. */
  list<S extends z.ZodMiniType, L extends z.ZodMiniType = S>(
    schema: S,
    values: readonly unknown[],
    path: Path,
    loose?: L,
  ): Validated<z.output<S> | z.output<L>>[];
}

/** YAML text, ready to be checked part by part; nothing but problems where it is not YAML. */
export async function checker(text: string, file: string): Promise<Checker> {
  const { value, errors, startOf, keyOf } = await parseYaml(text);
  const spot = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const problems = errors.map(({ code, message, offset }) => {
    const [said, hint] = yamlWords[code] ?? [code === "" ? message : `this is not YAML: ${message}`];
    return problem("plan-yaml", spot(offset), said, hint);
  });
  const at: At = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const start = startOf(path.slice(0, length));
      if (start !== undefined) return spot(start);
    }
    return { file, line: 1, column: 1 };
  };
  const keyAt = (path: Path, name: string): Place => {
    const start = keyOf(path, name);
    return start === undefined ? at(path) : spot(start);
  };

  const dropped = new Set<string>();
  const part: Checker["part"] = (schema, value, path, loose) => {
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    const wrong: Path[] = [];
    const issues = result.error.issues.flatMap(innermost);
    const misspelt = new Set(issues.flatMap((issue) => misspeltIn(issue, path)));
    for (const one of misspelt) dropped.add(one);
    for (const issue of issues) {
      const below = issue.path as Path;
      const full = [...path, ...below];
      if (issue.code === "unrecognized_keys") {
        for (const name of issue.keys) {
          problems.push(problem("plan-invalid", keyAt(full, name), ...unknownKey(name, full)));
          wrong.push([...below, name]);
        }
      } else if (issue.code === "invalid_type" && issue.input === undefined && misspelt.has(full.join("/"))) {
        // That it is missing follows from its misspelling, which is told.
        wrong.push(below);
      } else {
        problems.push(problem("plan-invalid", at(full), ...wording(issue, full)));
        wrong.push(below);
      }
    }
    // First without the wrong keys alone; where the rest cannot do without them, without the keys that they stand under.
    for (const lost of [wrong.map(toList), wrong.map((below) => below.slice(0, 1))]) {
      const again = (loose ?? schema).safeParse(lost.reduce(without, value));
      if (!again.success) continue;
      for (const below of lost) dropped.add([...path, ...below].join("/"));
      return again.data;
    }
    return undefined;
  };
  const list: Checker["list"] = (schema, values, path, loose) =>
    values.flatMap((value, index) => {
      const itemPath = [...path, index];
      const data = part(schema, value, itemPath, loose);
      return data === undefined ? [] : [{ data, path: itemPath }];
    });
  const isDropped = (path: Path): boolean => dropped.has(path.join("/"));
  const isHarmed = (path: Path): boolean =>
    isDropped(path) || [...dropped].some((one) => one.startsWith(`${path.join("/")}/`));
  return { value: value ?? {}, at, problems, part, list, isDropped, isHarmed };
}

/** A path up to the first list in it: a list is left out as a whole. */
function toList(path: Path): Path {
  const index = path.findIndex((step) => typeof step === "number");
  return index < 0 ? path : path.slice(0, index);
}

/** The value without what stands at a path; a copy, as far down as the path goes. */
function without(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined || typeOf(value) !== "object") return undefined;
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.flatMap(([name, inner]) => {
      if (name !== step) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, without(inner, rest)]];
    }),
  );
}

/** What the commoner faults of YAML are called by people who do not write programs. */
const yamlWords: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  DUPLICATE_KEY: [
    "this key stands twice in the same group",
    'keep one of them; where another item of a list begins, write "- " before it',
  ],
  ODD_BLANK: [
    "a no-break space stands where the line is indented",
    "delete the blanks before the line, and type spaces; text that was pasted from a word processor has others",
  ],
  QUOTE_OPEN: ["a text in quotation marks begins here and never ends", "write the missing mark at its end"],
  DASH_MISSING: [
    'a "- " is missing here, where an item of the list begins',
    'write "- " before it, as before the others',
  ],
  MULTIPLE_DOCS: ["a line of --- begins a second document; a plan is one", "take the line out"],
  BLOCK_IN_FLOW: ["a comma or a closing bracket is missing between { } or [ ]"],
  TAB_AS_INDENT: ["a tab stands where the line is indented", "indent with spaces"],
  BAD_INDENT: ["the line is not indented like the lines it belongs to", "indent with spaces, two for each level"],
};

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms, the troubles with the form that it comes nearest to. */
function innermost(issue: Issue): Issue[] {
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
const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

function wording(issue: Issue, path: Path): [message: string, hint: string | undefined] {
  const name = path.findLast((step) => typeof step === "string") ?? "plan";
  const example = exampleAt(path);
  const hint = example === undefined ? undefined : `for example ${name}: ${example}`;
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
    const meant = near ? `; did you mean ${near}?` : "";
    return [`${name}: expected ${known.join(", ")} but found ${found}${meant}`, hint];
  }
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return [`${name}: missing`, hint];
    const isItem = issue.expected === "array" && typeOf(issue.input) === "object";
    const items = isItem ? 'begin each item of the list with "- "' : hint;
    return [`${name}: expected ${wordFor(issue.expected)} but found ${wordFor(typeOf(issue.input))}`, items];
  }
  return [`${name}: ${issue.message}`, hint];
}

/** The paths of the keys that the unknown ones of a group are misspellings of. */
function misspeltIn(issue: Issue, path: Path): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const full = [...path, ...(issue.path as Path)];
  return issue.keys.flatMap((name) => {
    const meant = nearest(name, keysAt(full));
    return meant === undefined || Object.hasOwn(issue.input ?? {}, meant) ? [] : [[...full, meant].join("/")];
  });
}

const keysAt = (path: Path): string[] => schemasAt(path).flatMap((schema) => Object.keys(schema.properties ?? {}));

function unknownKey(name: string, path: Path): [message: string, hint: string | undefined] {
  const known = keysAt(path);
  const near = nearest(name, known);
  const example = near === undefined ? undefined : exampleAt([...path, near]);
  const hint = example === undefined ? `keys here: ${known.join(", ")}` : `for example ${near}: ${example}`;
  return [`unknown key ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ""}`, hint];
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly examples?: readonly unknown[];
}

const own = (properties: JsonSchema["properties"], step: string | number): JsonSchema | undefined =>
  properties && Object.hasOwn(properties, step) ? properties[step] : undefined;

/** The forms that the schema allows at a path. */
function schemasAt(path: Path): JsonSchema[] {
  const forms = (schema: JsonSchema): JsonSchema[] => [schema, ...(schema.anyOf ?? []).flatMap(forms)];
  let found = forms(planJsonSchema() as JsonSchema);
  for (const step of path) {
    const below = found.map((schema) => (typeof step === "number" ? schema.items : own(schema.properties, step)));
    found = below.flatMap((schema) => (schema ? forms(schema) : []));
  }
  return found;
}

/** A right example of what stands at a path, as it would be written in the plan. */
function exampleAt(path: Path): string | undefined {
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
