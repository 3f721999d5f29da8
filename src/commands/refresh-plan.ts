// What a refresh comes to: it is tried in a folder of its own, and answers with every file as it is to be.
import { join, posix, relative } from "node:path";
import { nameKey } from "../core/names.ts";
import { type Problem, sorted } from "../core/problems/problems.ts";
import { type Diff, diffOf } from "../diff/diff.ts";
import { snapshotOf } from "../diff/snapshot.ts";
import { correctComments, withComments } from "../input/add-comments.ts";
import { decode, encode } from "../input/csv/decode.ts";
import { type FileChange, hashOf } from "../io/change-set.ts";
import { isBelow, withSlashes } from "../io/files.ts";
import { painter } from "../io/paint.ts";
import { bytesAt, type Stage } from "../io/stage.ts";
import { Refusal, type World } from "../io/world.ts";
import { formats } from "../output/formats/index.ts";
import { reportJson } from "../output/formats/json.ts";
import type { Plan } from "../plan/model.ts";
import { type NotEdited, withLatest } from "../plan/write-latest.ts";
import { type Rename, withRenames } from "../plan/write-renames.ts";
import { draftsFor } from "../report/draft-comment.ts";
import type { LatestFound } from "../report/latest.ts";
import type { Report } from "../report/report.ts";
import { checkedOf } from "./checked.ts";
import { comparedFiles } from "./compared-files.ts";
import { type OpenPlan, openPlan } from "./open-plan.ts";
import { openMade } from "./open-snapshot.ts";
import { checkKept, historyOf, type Incoming, keptPath, stageFiles } from "./refresh-files.ts";
import { checkRenames, renamesOf, seriesIn, vanished } from "./renames.ts";

export interface Refresh {
  readonly incoming: readonly Incoming[];
  readonly moved: readonly LatestFound[];
  readonly diff: Diff | undefined;
  readonly drafts: readonly string[];
  /** What keeps it from being done. */
  readonly refused: readonly string[];
  /** Errors that were there before and are still: they keep nothing from being done. */
  readonly errors: readonly Problem[];
  /** What the plan lacks after it, for a person. */
  readonly left: readonly string[];
  /** Every file that comes out otherwise than it is. */
  readonly files: readonly FileChange[];
  readonly renames: readonly Rename[];
  /** The folder of the history, where it comes to hold figures of a source that may not be published. */
  readonly privateIn: string | undefined;
}

/** A file as it is to be, and as it was; nothing where it was not there. */
interface Wanted {
  readonly path: string;
  readonly content: Uint8Array;
  readonly was: Uint8Array | undefined;
}

/** Tries a refresh in the trial folder; nothing of the plan's own folder is changed. */
export async function planned(
  world: World,
  opened: OpenPlan,
  given: readonly string[],
  stage: Stage,
  { drop = false, rename = [] }: { readonly drop?: boolean; readonly rename?: readonly string[] },
): Promise<Refresh> {
  const { plan, folder, bytes } = opened;
  const history = historyOf(plan, folder);
  const renames = renamesOf(plan, rename);
  const before = await checkedOf(opened);
  const comments = plan.comments;
  const ownComments = comments !== undefined && isBelow(folder, comments) ? bytesAt(join(folder, comments)) : undefined;
  if (comments !== undefined && ownComments) stage.write(comments, ownComments);
  const incoming = stageFiles(world, plan, folder, given, stage).filter(
    ({ bytes: is, replaced }) => !replaced?.equals(is),
  );
  const renamed = await editedPlan(bytes, (text) => withRenames(text, renames));
  stage.write(plan.file, renamed);

  const trial = await reopened(world, stage, plan.file);
  const replaced = incoming.flatMap(({ path, replaced: old }) => (old ? [path] : []));
  const compared = await comparedFiles(opened, trial, replaced, renames);
  checkRenames(renames, compared.series, incoming.length > replaced.length);
  const moved = (await trial.latest()).filter(({ found, kept }) => found && (!kept || found.to > kept.to));
  const edits = moved.flatMap(({ key, what, found }) => (found ? [{ key, what, period: found }] : []));
  const edited = await editedPlan(renamed, (text) => withLatest(text, edits));
  stage.write(plan.file, edited);
  const after = await reopened(world, stage, plan.file);
  const first = await checkedOf(after);

  const owed = comments === undefined ? [] : draftsFor(first.report.tables);
  if (comments !== undefined && owed.length > 0) {
    const added = withComments(bytesAt(join(stage.folder, comments)) ?? new Uint8Array(), owed);
    if (typeof added === "string") throw new Refusal(`${comments}: ${added}`, correctComments);
    stage.write(comments, added);
  }
  const drafts = owed.map(({ measure }) => measure);
  const { report, found } = drafts.length > 0 ? await checkedOf(after) : first;

  const isChanged = incoming.length > 0 || moved.length > 0 || renames.length > 0;
  const kept = isChanged
    ? [...incoming.flatMap((one) => oldBytes(history, one)), reportBytes(history, before.report)]
    : [];
  for (const { path, content } of kept) stage.write(path, content);
  checkKept(
    plan,
    stage,
    kept.map(({ path }) => path),
  );
  // Each with what was there when it was decided: a file that somebody changes in the meantime is not written over.
  const outputs = await outputsOf(report, folder);
  const wanted: Wanted[] = [
    ...kept.map((one) => ({ ...one, was: bytesAt(join(folder, one.path)) })),
    ...incoming.map(({ path, bytes: content, replaced }) => ({ path, content, was: replaced })),
    ...(comments !== undefined && drafts.length > 0
      ? [{ path: comments, content: bytesAt(join(stage.folder, comments)) ?? new Uint8Array(), was: ownComments }]
      : []),
    ...outputs,
    { path: plan.file, content: edited, was: bytes },
  ];
  checkPlaces(outputs, [
    plan.file,
    comments,
    ...report.inputs.map(({ file }) => file),
    ...incoming.map(({ path }) => path),
  ]);
  const files = wanted
    .filter(({ content, was }) => !was || !Buffer.from(was).equals(content))
    .map(({ path, content, was }): FileChange => ({ path, content, before: was ? hashOf(was) : null }));
  const errors = sorted(report.problems.filter(({ severity }) => severity === "error"));
  const fresh = new Set(errors.filter(newSince(before.report.problems)));
  const mayLose = drop || plan.releases?.onlyInOlder === "leave out";
  const lost = replaced.length === 0 || mayLose ? [] : compared.lost;
  const asked = seriesIn(after.plan).map(nameKey);
  const isVanished = (name: string): boolean =>
    asked.includes(nameKey(name)) && !compared.series.some((one) => nameKey(one) === nameKey(name));
  const gone = new Set(
    compared.lost.flatMap(({ series }) => (series !== undefined && isVanished(series) ? [series] : [])),
  );
  const said = (name: string): string => withSlashes(relative(stage.folder, join(stage.folder, name)));
  const isSaid = ({ code, message }: Problem): boolean =>
    code === "series-unknown" && [...gone].some((name) => message.includes(JSON.stringify(name)));
  return {
    ...{ incoming, moved, renames, drafts, files },
    diff: isChanged ? await diffFrom(world, before.report, join(stage.folder, plan.file)) : undefined,
    refused: [
      ...compared.older,
      ...[...gone].map((name) => vanished(name, compared.series)),
      ...lost
        .filter(({ series }) => series === undefined || !gone.has(series))
        .map(
          ({ words }) => `the new files lack ${words}, which the old files have. Add --drop to continue without them`,
        ),
      ...errors
        .filter((found) => fresh.has(found) && !isSaid(found))
        .map(({ file, line, message }) => `${[said(file), line].filter(Boolean).join(":")}: ${message}`),
    ],
    errors: errors.filter((found) => !fresh.has(found)),
    left: [
      ...report.problems.flatMap(({ code, message, hint }) =>
        code === "latest-incomplete" || code === "population-waiting" ? [`${message}; ${hint}`] : [],
      ),
      ...statedPeriods(plan, incoming),
      ...found.lacks.map(({ file, line, message }) =>
        file === undefined ? message : `${[file, line].filter(Boolean).join(":")}: ${message}`,
      ),
    ],
    privateIn:
      kept.length > 0 && before.report.inputs.some(({ source }) => /iquanta/i.test(source)) ? history : undefined,
  };
}

async function reopened(world: World, stage: Stage, file: string): Promise<OpenPlan> {
  const opened = await openPlan({ ...world, err: () => {} }, join(stage.folder, file), undefined);
  if (!opened) throw new Error(`the plan cannot be read in ${stage.folder}`);
  return opened;
}

/** The plan with its text edited, in its own encoding and with its mark, where it has one. */
async function editedPlan(bytes: Uint8Array, edit: (text: string) => Promise<string | NotEdited>): Promise<Uint8Array> {
  const decoded = decode(bytes);
  if (decoded === "binary") return bytes;
  const { text, encoding } = decoded;
  const written = await edit(text);
  if (typeof written !== "string")
    throw new Refusal(`the plan: ${written.why}`, `${written.hint}. Nothing was changed`);
  if (written === text) return bytes;
  const [own, more] = [encode(text, encoding), encode(written, encoding)];
  if (typeof own === "string") throw new Error("a plan is written in its own encoding");
  if (typeof more === "string")
    throw new Refusal(
      `the plan is saved as ${encoding}, which has no ${more}`,
      "save it as UTF-8, then run the command again. Nothing was changed",
    );
  return Buffer.concat([bytes.subarray(0, bytes.length - own.length), more]);
}

/** A period that the plan states itself is a person's to change. */
const statedPeriods = ({ tables }: Plan, incoming: readonly Incoming[]): string[] =>
  incoming.length === 0
    ? []
    : tables
        .filter(({ measures }) => measures.every(({ current }) => !current.latest))
        .map(
          ({ title }) => `${title}: the plan states the period of this table. Change current: by hand, or write latest`,
        );

const oldBytes = (history: string, { path, replaced }: Incoming) =>
  replaced ? [{ path: keptPath(history, path, replaced), content: replaced }] : [];

/** The report as it was, named by its period and its hash. */
function reportBytes(history: string, report: Report): { path: string; content: Uint8Array } {
  const content = Buffer.from(`${JSON.stringify(reportJson(report), undefined, 2)}\n`);
  const [current] = report.tables.map((table) => table.current?.period);
  const month = current ? `${Math.floor(current.to / 12)}-${String((current.to % 12) + 1).padStart(2, "0")}` : "report";
  return { path: `${history}/${month}-${hashOf(content).slice(0, 12)}.json`, content };
}

/** Tells, of problems in turn, which were not there before: in the same file, of the same words, and as often. */
function newSince(before: readonly Problem[]): (problem: Problem) => boolean {
  const idOf = ({ file, code, message }: Problem): string => `${file}\n${code}\n${message}`;
  const left = new Map<string, number>();
  for (const one of before) left.set(idOf(one), (left.get(idOf(one)) ?? 0) + 1);
  return (one) => {
    const known = left.get(idOf(one)) ?? 0;
    left.set(idOf(one), known - 1);
    return known <= 0;
  };
}

/** Refuses an output that would replace the plan, its data or its comments, and two outputs of one name. */
function checkPlaces(outputs: readonly Wanted[], own: readonly (string | undefined)[]): void {
  const taken = new Set(own.flatMap((path) => (path === undefined ? [] : [placeKey(path)])));
  for (const { path } of outputs) {
    if (taken.has(placeKey(path)))
      throw new Refusal(
        `outputs: ${path} would replace a file of the plan or another output, so nothing was changed`,
        "write another folder under outputs:",
      );
    taken.add(placeKey(path));
  }
}
/** A path as a disk that takes large letters for small ones knows it; a sheet is in its file. */
const placeKey = (path: string): string => posix.normalize(path.replace(/#.*$/, "")).toLowerCase();

/** The files that the plan names under outputs, as they are to be. */
async function outputsOf(report: Report, root: string): Promise<Wanted[]> {
  const paint = await painter(false);
  const all = await Promise.all(
    report.plan.outputs.map(async ({ format, folder }) => {
      if (!isBelow(root, folder))
        throw new Refusal(`outputs: ${folder} is outside the plan's folder`, "write a folder inside it");
      const render = await formats.find(({ name }) => name === format)?.load?.();
      const made = render?.(report, { columns: 100, paint, toFile: true, forExcel: false }) ?? [];
      return made.map(({ name, content }) => ({
        path: posix.join(withSlashes(folder), name),
        content: Buffer.from(content),
        was: bytesAt(join(root, folder, name)),
      }));
    }),
  );
  return all.flat();
}

/** What changed from the report as it was, by the new data over the old periods too. */
async function diffFrom(world: World, old: Report, path: string): Promise<Diff | undefined> {
  const edition = snapshotOf(JSON.parse(JSON.stringify(reportJson(old))), "before", (file) => file);
  if (typeof edition === "string") return undefined;
  const now = await openMade({ ...world, err: () => {} }, "after", { plan: path }, { old: edition });
  return now && diffOf(edition, now.edition, now.restated);
}
