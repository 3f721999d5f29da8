// Checking a part of the plan: what zod finds wrong is told with its place, and the rest of the plan is kept.
import type * as z from "zod/mini";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { innermost, misspeltIn, type PlanPath, typeOf, unknownKey, wording } from "./plan-faults.ts";
import { parseYaml } from "./yaml.ts";

/** Where the value at a path stands in the file; of one that is not there, what would hold it. */
export type At = (path: PlanPath) => Place;

export interface Validated<T> {
  readonly data: T;
  readonly path: PlanPath;
}

export interface Checker {
  readonly value: unknown;
  readonly at: At;
  readonly problems: Problem[];
  /** Whether what stood at a path was wrong, and was left out; or stands there under a misspelt key. */
  isDropped(path: PlanPath): boolean;
  /** Whether it, or any part of it, was. */
  isHarmed(path: PlanPath): boolean;
  /**
   * The part, without the keys that were wrong; nothing where it cannot do without them, by the looser schema if there
   * is one. All wrongs are reported.
   */
  part<S extends z.ZodMiniType, L extends z.ZodMiniType = S>(
    schema: S,
    value: unknown,
    path: PlanPath,
    loose?: L,
  ): z.output<S> | z.output<L> | undefined;
  /** Each sound item of a list, with its path. */
  list<S extends z.ZodMiniType, L extends z.ZodMiniType = S>(
    schema: S,
    values: readonly unknown[],
    path: PlanPath,
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
  const problems: Problem[] = [];
  if (errors.length > 0) {
    const { troubleWords } = await import("./yaml-words.ts");
    const lines = text.split(/\r\n|\n|\r/);
    for (const { code, message, offset } of errors) {
      const place = spot(offset);
      const line = lines[(place.line ?? 1) - 1] ?? "";
      problems.push(problem("plan-yaml", place, place, line, ...troubleWords(code, message, line)));
    }
  }
  const at: At = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const start = startOf(path.slice(0, length));
      if (start !== undefined) return spot(start);
    }
    return { file, line: 1, column: 1 };
  };
  const keyAt = (path: PlanPath, name: string): Place => {
    const start = keyOf(path, name);
    return start === undefined ? at(path) : spot(start);
  };

  const dropped = new Set<string>();
  const part: Checker["part"] = (schema, value, path, loose) => {
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    const wrong: PlanPath[] = [];
    const issues = result.error.issues.flatMap(innermost);
    const misspelt = new Set(issues.flatMap((issue) => misspeltIn(issue, path)));
    for (const one of misspelt) dropped.add(one);
    for (const issue of issues) {
      const below = issue.path as PlanPath;
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
  const isDropped = (path: PlanPath): boolean => dropped.has(path.join("/"));
  const isHarmed = (path: PlanPath): boolean =>
    isDropped(path) || [...dropped].some((one) => one.startsWith(`${path.join("/")}/`));
  return { value: value ?? {}, at, problems, part, list, isDropped, isHarmed };
}

/** A path up to the first list in it: a list is left out as a whole. */
function toList(path: PlanPath): PlanPath {
  const index = path.findIndex((step) => typeof step === "number");
  return index < 0 ? path : path.slice(0, index);
}

/** The value without what stands at a path; a copy, as far down as the path goes. */
function without(value: unknown, [step, ...rest]: PlanPath): unknown {
  if (step === undefined || typeOf(value) !== "object") return undefined;
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.flatMap(([name, inner]) => {
      if (name !== step) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, without(inner, rest)]];
    }),
  );
}
