// A side of a diff, as it is named on the command line: a report that was kept, or a plan with a folder of data.

import { join, resolve } from "node:path";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { isDoubt, type Problem, problem } from "../core/problems/problems.ts";
import { paired } from "../diff/paired.ts";
import { judgedAgain } from "../diff/rejudge.ts";
import { seriesText } from "../diff/series-text.ts";
import { type ReportSnapshot, type SnapshotMeasure, snapshotOf } from "../diff/snapshot.ts";
import { noComments } from "../input/comments.ts";
import { decode } from "../input/csv/decode.ts";
import { fileKindOf } from "../input/file-kind.ts";
import type { Data } from "../input/ingest.ts";
import { isFile, isFolder } from "../io/files.ts";
import { asGiven, isInput, readGiven } from "../io/given.ts";
import { Refusal, type World } from "../io/world.ts";
import { reportJson } from "../output/formats/json.ts";
import type { Plan } from "../plan/model.ts";
import { inPeriod, withCurrent, withMeasures } from "../plan/other-periods.ts";
import type { SettledDoubt } from "../report/doubts.ts";
import { reportOf } from "../report/report.ts";
import { measuresOf, type OpenPlan, openPlan } from "./open-plan.ts";

/** A side with its problems, and, of a new one, its measures over the periods of the old. */
export interface OpenSnapshot {
  readonly edition: ReportSnapshot;
  readonly restated?: readonly (SnapshotMeasure | undefined)[] | undefined;
  readonly problems: readonly Problem[];
  readonly doubts: readonly SettledDoubt[];
  readonly whereIs: (file: string) => string;
}

const MOST_REPORT_MEBIBYTES = 64;

/** Which side a name stands for: a plan with its own data, a plan of which a folder holds the data, or a saved report. */
export function sideAsked(
  world: World,
  name: string,
  plan: string | undefined,
): { plan: string; data?: string } | undefined {
  if (/\.ya?ml$/i.test(name) || isPlanInput(world, name)) return { plan: name };
  if (!isFolder(resolve(world.cwd, name))) return undefined;
  if (plan !== undefined) {
    const isOwn =
      resolve(world.cwd, plan, isFolder(resolve(world.cwd, plan)) ? "." : "..") === resolve(world.cwd, name);
    return isOwn ? { plan } : { plan, data: name };
  }
  if (isFile(resolve(world.cwd, name, "plan.yaml"))) return { plan: join(name, "plan.yaml") };
  throw new Refusal(`${name}: this folder holds no plan.yaml`, "name the plan whose data it holds: --plan plan.yaml");
}

/** Whether what is piped in is a plan; it has no name to tell it by. */
function isPlanInput(world: World, given: string): boolean {
  if (!isInput(given)) return false;
  const bytes = readGiven(world, given, MOST_REPORT_MEBIBYTES);
  return bytes instanceof Uint8Array && fileKindOf(bytes, "") === "plan";
}

/** A report that was kept with report --format json; anything else is refused. */
export function openSaved(world: World, given: string): OpenSnapshot {
  const hint = "keep one with: plan-measures report --format json --out last-quarter";
  const name = asGiven(given);
  const bytes = readGiven(world, given, MOST_REPORT_MEBIBYTES, name);
  if (!(bytes instanceof Uint8Array))
    throw new Refusal(`${name}: ${bytes.message}`, "name a saved report, a plan, or a folder of data");
  const refusal = (why: string): Refusal => {
    const kind = fileKindOf(bytes, name);
    if (kind === undefined || /^(report|result|json)$/.test(kind)) return new Refusal(`${name}: ${why}`, hint);
    const said = problem("file-kind", { file: name }, kind, "a report that was kept", given);
    return new Refusal(`${name}: ${said.message}`, said.hint ?? hint);
  };
  const decoded = decode(bytes);
  if (decoded === "binary") throw refusal("this is not a text file");
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch {
    throw refusal("this is not JSON, or was cut off");
  }
  const edition = snapshotOf(value, name, (file) => `${name}: ${file}`);
  if (typeof edition === "string") throw new Refusal(`${name}: ${edition}`, hint);
  return { ...judgedAgain(edition), doubts: [], whereIs: (file) => file };
}

/** The report of a plan on its data, and again over the periods of `old`; nothing where the plan cannot be read, which is told. */
export async function openMade(
  world: World,
  name: string,
  { plan: path, data: folder }: { plan: string; data?: string },
  { old, was }: { old?: ReportSnapshot; was?: Period | undefined } = {},
): Promise<OpenSnapshot | undefined> {
  const opened = await openPlan(world, path, folder);
  if (!opened) return undefined;
  if (was) checkOnePeriod(opened.plan);
  const plan = was ? withCurrent(opened.plan, was) : opened.plan;
  const partners = old && partnersOf(plan, old);
  const before = partners && inOldPeriods(plan, partners);
  const data = await opened.read([...measuresOf(plan), ...(before ? measuresOf(before) : [])]);
  const made = snapshotFrom(plan, data, name, opened);
  const restated = before && snapshotFrom(before, data, name, opened).edition.entries;
  const found = [...opened.problems, ...data.problems, ...made.problems, ...data.store.problems];
  const problems = found.filter((one) => !isDoubt(one));
  return {
    edition: made.edition,
    // Of a measure whose old period is not known, nothing is known over it.
    restated: restated?.map((entry, index) => (partners?.[index] && isDated(partners[index]) ? entry : undefined)),
    problems: problems.filter(({ code }) => code !== "comment-missing"),
    doubts: made.doubts,
    whereIs: opened.whereIs,
  };
}

/** The same way as a report that was kept, so that the two differ in nothing but what they say. */
function snapshotFrom(plan: Plan, data: Data, name: string, { whereIs }: OpenPlan) {
  const made = reportOf(plan, data, noComments);
  const written = JSON.parse(JSON.stringify(reportJson({ ...made, inputs: data.inputs, problems: [] })));
  const edition = snapshotOf(written, name, whereIs);
  if (typeof edition === "string") throw new Error(edition);
  return { edition, problems: made.problems, doubts: made.doubts };
}

const partnersOf = (plan: Plan, old: ReportSnapshot): readonly (SnapshotMeasure | undefined)[] =>
  paired(
    old.entries,
    plan.tables.flatMap(({ title, measures }) =>
      measures.map(({ name, series, kind, aim, baseline }) => ({
        ...{ table: title, name, series: seriesText(series), kind: kind.name, aim: aim?.words ?? null },
        baseline: { ...baseline, period: baseline.period },
      })),
    ),
  );

const isDated = ({ baseline, current }: SnapshotMeasure): boolean =>
  [baseline, current].every(({ none, period }) => none || period !== undefined);

/** The plan with each measure in the periods of its partner. */
const inOldPeriods = (plan: Plan, partners: readonly (SnapshotMeasure | undefined)[]): Plan =>
  withMeasures(plan, (measure, index) => {
    const old = partners[index];
    if (!old) return measure;
    const { baseline, current } = measure;
    return { ...measure, baseline: inPeriod(baseline, old.baseline), current: inPeriod(current, old.current) };
  });

/** Refuses another current period for a plan whose tables have several. */
function checkOnePeriod(plan: Plan): void {
  const all = new Map(
    plan.tables.flatMap(({ current }) => (current?.period ? [[periodKey(current.period), current.period]] : [])),
  );
  if (all.size < 2) return;
  const names = [...all.values()].map(periodName).join(" and ");
  throw new Refusal(
    `--was: the tables of the plan are of different current periods: ${names}`,
    "name the plan as it was, with its data, in place of the old folder: plan-measures diff old-plan.yaml NEW",
  );
}
