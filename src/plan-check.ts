// Checking a part of the plan: what zod finds wrong, as sentences with a place, a right example and the nearest word.
import { LineCounter, parseDocument } from "yaml";
import type * as z from "zod/mini";
import { nearest } from "./names.ts";
import { planJsonSchema } from "./plan-schema.ts";
import { type Place, type Problem, problem } from "./problems.ts";

type Path = readonly (string | number)[];
/** Where the value at a path stands in the file; of one that is not there, what would hold it. */
export type At = (path: Path) => Place;

export interface Found<T> {
  readonly data: T;
  readonly path: Path;
}

export interface Checker {
  readonly value: unknown;
  readonly at: At;
  readonly problems: Problem[];
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
  ): Found<z.output<S> | z.output<L>>[];
}

/** YAML text, ready to be checked part by part; nothing but problems where it is not YAML. */
export function checker(text: string, file: string): Checker {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const spot = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const problems = document.errors.map((error) => problem("plan-yaml", spot(error.pos[0]), error.message));
  const at: At = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return spot(node.range[0]);
    }
    return { file, line: 1, column: 1 };
  };
  const keyAt = (path: Path, name: string): Place => {
    const parent = (path.length ? document.getIn(path, true) : document.contents) as
      | { items?: { key?: { value?: unknown; range?: [number] } }[] }
      | undefined;
    const pair = parent?.items?.find((item) => String(item.key?.value) === name);
    return pair?.key?.range ? spot(pair.key.range[0]) : at(path);
  };

  const part: Checker["part"] = (schema, value, path, loose) => {
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    const wrong = new Set<string>();
    for (const issue of result.error.issues.map(innermost)) {
      const full = [...path, ...issue.path] as Path;
      if (issue.code === "unrecognized_keys") {
        for (const name of issue.keys) {
          problems.push(problem("plan-invalid", keyAt(full, name), ...unknownKey(name, full)));
          wrong.add(String(issue.path[0] ?? name));
        }
      } else {
        problems.push(problem("plan-invalid", at(full), ...wording(issue, full)));
        if (issue.path.length > 0) wrong.add(String(issue.path[0]));
      }
    }
    if (typeOf(value) !== "object") return undefined;
    const rest = Object.entries(value as object).filter(([name]) => !wrong.has(name));
    const again = (loose ?? schema).safeParse(Object.fromEntries(rest));
    return again.success ? again.data : undefined;
  };
  const list: Checker["list"] = (schema, values, path, loose) =>
    values.flatMap((value, index) => {
      const itemPath = [...path, index];
      const data = part(schema, value, itemPath, loose);
      return data === undefined ? [] : [{ data, path: itemPath }];
    });
  return { value: problems.length === 0 ? (document.toJS() ?? {}) : undefined, at, problems, part, list };
}

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms, the trouble with the form that it comes nearest to. */
function innermost(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const outright = (branch: readonly Issue[]): boolean =>
    branch.some((inner) => inner.path.length === 0 && /^invalid_(type|union)$/.test(inner.code));
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const inner = (branches.find((branch) => !outright(branch)) ?? branches[0])?.[0];
  return inner
    ? innermost({ ...inner, path: [...issue.path, ...inner.path], input: inner.input ?? issue.input } as Issue)
    : issue;
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
  if (issue.code === "too_small") return [`${name}: it is empty or too small`, hint];
  if (issue.code === "too_big") return [`${name}: at most ${issue.maximum}`, hint];
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const near = typeof issue.input === "string" ? nearest(issue.input, known) : undefined;
    const found = issue.input === undefined ? "nothing" : JSON.stringify(issue.input);
    const meant = near ? `; did you mean ${near}?` : "";
    return [`${name}: expected ${known.join(", ")} but found ${found}${meant}`, hint];
  }
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return [`${name}: missing`, hint];
    return [`${name}: expected ${wordFor(issue.expected)} but found ${wordFor(typeOf(issue.input))}`, hint];
  }
  return [`${name}: ${issue.message}`, hint];
}

function unknownKey(name: string, path: Path): [message: string, hint: string | undefined] {
  const known = schemasAt(path).flatMap((schema) => Object.keys(schema.properties ?? {}));
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

/** The forms that the schema allows at a path. */
function schemasAt(path: Path): JsonSchema[] {
  const forms = (schema: JsonSchema): JsonSchema[] => [schema, ...(schema.anyOf ?? []).flatMap(forms)];
  let found = forms(planJsonSchema() as JsonSchema);
  for (const step of path) {
    const below = found.map((schema) => (typeof step === "number" ? schema.items : schema.properties?.[step]));
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
