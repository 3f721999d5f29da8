// Holds what commands print as JSON to the strict schemas, by a validator that knows nothing of the tool: a key that is not
// defined fails, as does a word.
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { TypeOf } from "../../src/core/json-schema.ts";
import { type Output, outputNames, type outputs } from "../../src/schemas/index.ts";
import { jsonSchemaOf } from "../../src/schemas/json-schemas.ts";

const ajv = new Ajv2020({ allErrors: false, strict: true });
const validators = new Map<Output, ValidateFunction>();
function validator(output: Output): ValidateFunction {
  const made = validators.get(output) ?? ajv.compile(jsonSchemaOf(output, "strict"));
  validators.set(output, made);
  return made;
}

/** Where each validated output leaves its name, for the count of the whole run (validated.ts). */
export const TALLY = "PLAN_MEASURES_VALIDATED";

/** Fails where a value is not what its own `schema` says, strictly. */
export function validate(value: unknown): Output {
  const named = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  const output = outputNames.find((name) => named === `plan-measures/${name}/1`);
  if (output === undefined) throw new Error(`no JSON output has the schema ${JSON.stringify(named)}`);
  const isValid = validator(output);
  if (!isValid(value)) {
    const said = (isValid.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    throw new Error(`not as plan-measures/${output}/1 is defined:\n${said.join("\n")}`);
  }
  const tally = process.env[TALLY];
  if (tally !== undefined) appendFileSync(tally, `${output}\n`);
  return output;
}

type JsonOf<O extends Output> = TypeOf<(typeof outputs)[O]>;

/** The JSON of an output, read and held to its schema. */
export function jsonOf<O extends Output>(output: O, text: string): JsonOf<O> {
  const value = JSON.parse(text);
  const found = validate(value);
  if (found !== output) throw new Error(`it is the JSON of ${found}, and not of ${output}`);
  return value as JsonOf<O>;
}

/** Validates each JSON output in a text, which may have others around it; answers with how many there are. */
export function validateText(text: string): number {
  const all = text.match(/^\{\n {2}"schema": "plan-measures\/[\s\S]*?^\}$/gm) ?? [];
  for (const one of all) validate(JSON.parse(one));
  return all.length;
}

/** Validates what a run printed, and the files that it says it wrote; fails where it was asked for JSON and made none. */
export function validateRun(args: readonly string[], cwd: string, done: { out: string; err: string; exit: number }) {
  const { out, err, exit } = done;
  const written = [...err.matchAll(/^wrote (.+\.json)$/gm)].map(([, name = ""]) => resolve(cwd, name));
  // Where paths are those of Windows, what is said has other slashes than what is on the disk of another system.
  const folder = args[args.indexOf("--out") + 1] ?? "";
  if (folder.includes("\\")) written.push(resolve(cwd, folder, "report.json"));
  const kept = args[0] === "refresh" && args.includes("--write") ? join(cwd, "history") : "";
  const history = statSync(kept, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(kept).map((name) => join(kept, name))
    : [];
  const files = [...written, ...history].filter((path) => /(?<!-metadata)\.json$/.test(path) && existsSync(path));
  const count = [out, ...files.map((path) => readFileSync(path, "utf8"))].reduce(
    (sum, one) => sum + validateText(one),
    0,
  );
  const isAsked = args.join(" ").includes("--format json") && !args.includes("--help");
  if (isAsked && exit !== 2 && count === 0)
    throw new Error(`${args.join(" ")}: it made no JSON that could be validated`);
}
