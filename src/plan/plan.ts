// The plan file: YAML text → a plan whose parts know where they stand, and every problem found on the way.

import { nameKey, nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { meant } from "../core/problems/sentence.ts";
import { dataSchema } from "./data-schema.ts";
import type { Group } from "./group-schema.ts";
import type { Settled } from "./latest.ts";
import { looseRoot, looseTable, type Plan, type PlanNames, type PlanTable, rootSchema, tableShell } from "./model.ts";
import { tableOf } from "./plan-table.ts";
import { outputSchema, prioritySchema } from "./schema.ts";
import { type Checker, checker } from "./validate.ts";

/** A note of init, "# choose: aim: reduce", or of a proposed column map, "# choose one: or Age" and "# count; choose one: …". */
const TO_CHOOSE = /(?:^|\s)#.*\bchoose(?: one\b|:)/;

/** The plan, or nothing where it cannot be read at all; what can be read of it is kept when a part is wrong. `settled` is what the data make of each `latest`. */
export async function parsePlan(
  text: string,
  file: string,
  settled: Settled = new Map(),
): Promise<{ plan: Plan | undefined; problems: readonly Problem[] }> {
  const check = await checker(text, file);
  const root = check.problems.length === 0 ? check.part(rootSchema, check.value, [], looseRoot) : undefined;
  if (!root) return { plan: undefined, problems: check.problems };
  const priorities = prioritiesOf(check, root.priorities);
  const similarForces = root["similar-forces"];
  const groups = groupsOf(check, root.force, similarForces, root.groups ?? []);
  const known: PlanNames = { settled, priorities, groups, similarForces };
  const tables = check
    .list(tableShell, root.tables, ["tables"], looseTable)
    .map((found) => tableOf(check, found, known));
  const plan: Plan = {
    file,
    title: root.title,
    force: root.force,
    publishing: {
      ...{ published: root.published, corrected: root.corrected ?? [] },
      ...{ accent: root.accent, introduction: root.introduction, language: root.language },
    },
    ...{ groups, similarForces, priorities },
    reading: root.reading ?? false,
    breaks: ofKnownMeasures(check, "breaks", root.breaks ?? [], tables),
    limits: ofKnownMeasures(check, "limits", [root.limits ?? []].flat(), tables),
    except: ofKnownMeasures(check, "except", root.except ?? [], tables),
    accept: (root.accept ?? []).map((one, index) => ({ ...one, place: check.at(["accept", index]) })),
    data: check.list(dataSchema, root.data, ["data"]).map(({ data: files, path }) => ({
      files,
      at: (below) => check.at([...path, ...below]),
    })),
    ...{ releases: root.releases, comments: root.comments, history: root.history ?? "history" },
    outputs: check.list(outputSchema, root.outputs ?? [], ["outputs"]).map(({ data }) => data),
    tables,
    choices: text
      .split(/\r\n|\n|\r/)
      .flatMap((line, index) => (TO_CHOOSE.test(line) ? [{ file, line: index + 1 }] : [])),
    place: (name) => check.at([name]),
    placeOf: (group) =>
      group === similarForces ? check.at(["similar-forces"]) : check.at(["groups", (root.groups ?? []).indexOf(group)]),
  };
  return { plan, problems: check.problems };
}

function prioritiesOf(check: Checker, written: readonly unknown[]): Plan["priorities"] {
  const seen = new Set<string>();
  return check.list(prioritySchema, written, ["priorities"]).flatMap(({ data, path }) => {
    if (seen.has(nameKey(data.id))) {
      check.problems.push(problem("priority-twice", check.at([...path, "id"]), data.id));
      return [];
    }
    seen.add(nameKey(data.id));
    return [data];
  });
}

/** What the plan says of some measures; one that the plan does not have is reported. */
function ofKnownMeasures<T extends { readonly measures?: readonly string[] | undefined }>(
  check: Checker,
  key: "breaks" | "limits" | "except",
  said: readonly T[],
  tables: readonly PlanTable[],
): readonly T[] {
  const known = tables.flatMap(({ measures }) => measures.map(({ name }) => name));
  for (const [index, { measures = [] }] of said.entries()) {
    for (const [place, name] of measures.entries()) {
      if (known.some((one) => nameKey(one) === nameKey(name))) continue;
      const message = `${key}: the plan has no measure ${JSON.stringify(name)}${meant(nearest(name, known))}`;
      const at = check.at([key, index, "measures", place]);
      check.problems.push(problem("plan-invalid", at, message, undefined));
    }
  }
  return said;
}

/** The groups, each name once. */
function groupsOf(
  check: Checker,
  force: string,
  similarForces: Group | undefined,
  further: readonly Group[],
): readonly Group[] {
  const seen = new Set([nameKey(force), ...(similarForces ? [nameKey(similarForces.name)] : [])]);
  const others = further.filter(({ name }, index) => {
    if (!seen.has(nameKey(name))) return seen.add(nameKey(name));
    check.problems.push(
      problem(
        "plan-invalid",
        check.at(["groups", index]),
        `groups: there are two groups called ${name}`,
        "give each group its own name",
      ),
    );
    return false;
  });
  return similarForces ? [similarForces, ...others] : others;
}
