// A plan named on the command line, and its data: what every command that works on a plan begins with.

import { basename, dirname, join, resolve } from "node:path";
import { nameKey, nearest } from "../core/names.ts";
import type { Problem } from "../core/problems/problems.ts";
import { meant } from "../core/problems/sentence.ts";
import { asWord } from "../core/safe-text.ts";
import { decode } from "../input/csv/decode.ts";
import { type Data, readData } from "../input/ingest.ts";
import { isFolder, MOST_PLAN_MEBIBYTES, readWhole } from "../io/files.ts";
import { pathFrom, progressOf, Refusal, reportProblems, type World } from "../io/world.ts";
import { wantedBy } from "../plan/comparators.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { parsePlan } from "../plan/plan.ts";

export interface OpenPlan {
  readonly plan: Plan;
  readonly folder: string;
  readonly problems: readonly Problem[];
  /** The path of a file that a problem names, from where the command was given. */
  readonly whereIs: (file: string) => string;
  /** The data that the measures ask for; over time, of every period. */
  readonly read: (measures: readonly Measure[], anyPeriod?: boolean) => Promise<Data>;
}

/** The plan, or nothing where it cannot be read at all, which is told; one that is not there is refused. */
export async function openPlan(world: World, asked: string, data: string | undefined): Promise<OpenPlan | undefined> {
  const planPath = isFolder(resolve(world.cwd, asked)) ? join(asked, "plan.yaml") : asked;
  const path = resolve(world.cwd, planPath);
  const folder = dirname(path);
  const file = basename(path);
  const bytes = readWhole(path, file, MOST_PLAN_MEBIBYTES);
  if (!(bytes instanceof Uint8Array)) {
    throw new Refusal(`${planPath}: ${bytes.message}`, "name the plan file, or make one: plan-measures init my-plan");
  }
  if (data !== undefined && !isFolder(resolve(world.cwd, data))) {
    throw new Refusal(`--data ${data}: there is no such folder`, "name the folder that holds the plan's data");
  }
  const decoded = decode(bytes);
  if (decoded === "binary") throw new Refusal(`${planPath}: this is not a text file`, "a plan is a YAML file");
  const { plan, problems } = await parsePlan(decoded.text, file);
  const dataFolder = data === undefined ? folder : resolve(world.cwd, data);
  const whereIs = (name: string): string =>
    pathFrom(world, resolve(name === file || name === plan?.comments ? folder : dataFolder, name));
  if (!plan) {
    await reportProblems(world, problems, whereIs);
    return undefined;
  }
  const read = (measures: readonly Measure[], anyPeriod = false): Promise<Data> =>
    readData(plan.data, dataFolder, (places) => wantedBy(plan, places, measures, anyPeriod), {
      progress: progressOf(world),
      leaveOut: data === undefined ? plan.comments : undefined,
    });
  return { plan, folder, problems, whereIs, read };
}

/** Every measure of a plan, in order. */
export const measuresOf = (plan: Plan): readonly Measure[] => plan.tables.flatMap((table) => table.measures);

/** Refuses a name given to an option that is not one of those known, with the nearest that is. */
export function checkNames(
  command: string,
  option: string,
  asked: readonly string[] | undefined,
  known: readonly string[],
): void {
  for (const name of asked ?? []) {
    if (known.some((one) => nameKey(one) === nameKey(name))) continue;
    const near = nearest(name, known);
    const hint = /\.ya?ml$/i.test(name)
      ? `name the plan before the options: plan-measures ${command} ${asWord(name)} --${option} …`
      : known.length > 0
        ? `the plan has: ${known.join(", ")}`
        : `the plan has no ${option}`;
    throw new Refusal(`--${option}: the plan has no ${option} "${name}"${meant(near)}`, hint);
  }
}
