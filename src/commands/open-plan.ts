// A plan named on the command line, and its data: what every command that works on a plan begins with.

import { basename, dirname, join, resolve } from "node:path";
import { nameKey, nearest } from "../core/names.ts";
import type { FileKind } from "../core/problems/file-kinds.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { meant } from "../core/problems/sentence.ts";
import { asWord } from "../core/safe-text.ts";
import { languages } from "../core/words/languages.ts";
import { speak, speakFirst } from "../core/words/say.ts";
import { decode } from "../input/csv/decode.ts";
import { fileKindOf } from "../input/file-kind.ts";
import { type Data, readData } from "../input/ingest.ts";
import { digest, held } from "../io/file-parts.ts";
import { isFolder, isThere, MOST_PLAN_MEBIBYTES } from "../io/files.ts";
import { asGiven, checkInput, fileGiven, isInput, readGiven } from "../io/given.ts";
import { pathFrom, progressOf, Refusal, reportProblems, type World } from "../io/world.ts";
import { wantedBy } from "../plan/comparators.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { parsePlan } from "../plan/plan.ts";
import { behindDoubts } from "../report/behind.ts";
import { hasLatest, hasUnsettled, type LatestFound, latestFound, latestProblems, settledBy } from "../report/latest.ts";
import { withoutSmallNumbers } from "../report/withheld-problems.ts";
import { initFrom, type PlansAndFiles, plansAndFiles, someOf } from "./plans-and-files.ts";

export interface OpenPlan {
  readonly plan: Plan;
  readonly folder: string;
  /** Of the plan file as it was read. */
  readonly sha256: () => string;
  readonly problems: readonly Problem[];
  /** The path of a file that a problem names, from where the command was given. */
  readonly whereIs: (file: string) => string;
  /** The data that the measures ask for; over time, of every period. */
  readonly read: (measures: readonly Measure[], anyPeriod?: boolean) => Promise<Data>;
  /** What each `latest` of the plan comes to in the data. */
  readonly latest: () => Promise<readonly LatestFound[]>;
  /** Where the plan is, and its bytes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The plan, or nothing where it cannot be read at all, which is told; one that is not there is refused. */
export async function openPlan(world: World, asked: string, data: string | undefined): Promise<OpenPlan | undefined> {
  checkInput(world, [asked]);
  const named = fileGiven(world, asked);
  const given = isFolder(resolve(world.cwd, named)) ? join(named, "plan.yaml") : named;
  const planPath = asGiven(given);
  // What a plan that is piped in names is looked for in the folder that the command is given in.
  const path = resolve(world.cwd, planPath);
  const folder = dirname(path);
  const file = basename(path);
  const bytes = readGiven(world, given, MOST_PLAN_MEBIBYTES, file);
  if (!(bytes instanceof Uint8Array)) {
    const isMissing = !isInput(asked) && !isThere(path);
    throw new Refusal(
      `${planPath}: ${bytes.message}`,
      (isMissing && hintIn(world, dirname(given))) || "name the plan file, or make one: plan-measures init my-plan",
    );
  }
  if (data !== undefined && !isFolder(resolve(world.cwd, data))) {
    throw new Refusal(`--data ${data}: there is no such folder`, "name the folder that holds the plan's data");
  }
  const decoded = decode(bytes);
  const kind = (): FileKind | undefined => fileKindOf(bytes, file);
  if (decoded === "binary") throw notAPlan(planPath, given, kind());
  const written = await parsePlan(decoded.text, file);
  const dataFolder = data === undefined ? folder : resolve(world.cwd, data);
  const whereIs = (name: string): string =>
    pathFrom(world, resolve(name === file || name === written.plan?.comments ? folder : dataFolder, name));
  if (!written.plan) {
    const other = kind();
    if (other !== undefined && other !== "plan") throw notAPlan(planPath, given, other);
    await reportProblems(world, written.problems, whereIs);
    return undefined;
  }
  await speakAs(written.plan);
  const readFor =
    (plan: Plan): OpenPlan["read"] =>
    async (measures, anyPeriod = false) => {
      // What gives a withheld number away may be a figure of any other measure.
      const all = measuresOf(plan);
      const asked = all.some(({ under }) => under !== undefined) ? [...all, ...measures] : measures;
      const found = await readData(plan.data, dataFolder, (places) => wantedBy(plan, places, asked, anyPeriod), {
        progress: progressOf(world),
        leaveOut: data === undefined ? plan.comments : undefined,
        releases: plan.releases,
        releasesBy: (places) => wantedBy(plan, places, all, true),
      });
      const behind = hasLatest(plan) ? behindDoubts(plan, found) : [];
      return withoutSmallNumbers(plan, { ...found, doubts: [...found.doubts, ...behind] });
    };
  const latest = async (plan: Plan): Promise<LatestFound[]> =>
    latestFound(plan, await readFor(plan)(measuresOf(plan), true));
  const found = hasUnsettled(written.plan) ? await latest(written.plan) : [];
  const settled = found.length > 0 ? await parsePlan(decoded.text, file, settledBy(found)) : written;
  const plan = settled.plan ?? written.plan;
  const problems = [...settled.problems, ...latestProblems(plan, found, false)];
  return {
    plan,
    folder,
    problems,
    whereIs,
    read: readFor(plan),
    latest: async () => (hasLatest(plan) ? latest(plan) : []),
    ...{ path, bytes },
    sha256: () => digest(held(Buffer.from(bytes))),
  };
}

/** From here on, what is published is said in the language that the plan names; a run begins in English. */
async function speakAs({ publishing }: Plan): Promise<void> {
  const language = publishing.language === undefined ? undefined : languages[publishing.language];
  if (language) speak(await language());
  else speakFirst();
}

/** What to do where no plan is, by what is in its folder. */
function hintIn(world: World, folder: string): string | undefined {
  let found: PlansAndFiles;
  try {
    found = plansAndFiles(world, folder);
  } catch {
    // A folder that is not there, or may not be opened, says nothing.
    return undefined;
  }
  const { plans, files } = found;
  const here = folder === "." ? "this folder" : asGiven(folder);
  const [plan] = plans;
  const inFolder = (name: string): string => (folder === "." ? name : `${asGiven(folder)}/${name}`);
  if (plan !== undefined) return `name the plan: ${here} has ${someOf(plans.map(inFolder))}`;
  if (files.length === 0) return undefined;
  return `make a plan from the data files in ${here} (${someOf(files)}): ${initFrom(folder)}`;
}

/** What a file is that is no plan, where that can be told. */
function notAPlan(path: string, given: string, kind: FileKind | undefined): Refusal {
  if (kind === undefined) return new Refusal(`${path}: this is not a text file`, "name a plan, which is a YAML file");
  const { message, hint = "" } = problem("file-kind", { file: path }, kind, "a plan", given);
  return new Refusal(`${path}: ${message}`, hint);
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
        ? `choose from the plan: ${known.join(", ")}`
        : `remove --${option}: the plan has none`;
    throw new Refusal(`--${option}: the plan has no ${option} "${name}"${meant(near)}`, hint);
  }
}

/** The source that the table of a measure names, as its charts print it; nothing where it names none. */
export function sourceOf({ tables }: Plan, measure: Measure): { readonly source?: string } {
  const source = tables.find(({ measures }) =>
    measures.some(({ name, label }) => name === measure.name && label === measure.label),
  )?.source;
  return source === undefined ? {} : { source };
}
