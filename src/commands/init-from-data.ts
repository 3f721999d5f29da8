// A plan for a force made from its own files: tables by source, measures by the series there; what a person has to choose is marked.
import { isKnown } from "../core/figure.ts";
import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { counted, listed, meant } from "../core/problems/sentence.ts";
import { asWord } from "../core/safe-text.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import type { Observation } from "../data/observation.ts";
import type { Store } from "../data/store.ts";
import { type Data, readData } from "../input/ingest.ts";
import { Refusal } from "../io/world.ts";
import { measureKindNames } from "../measures/index.ts";

const LENGTHS = { "12 months": 12, quarter: 3, month: 1 } as const;
const NOT_MEASURES: readonly Kind[] = ["base", "change", "significance"];

/** The text of a plan that reads data/ in its folder, for the force as the data name it; refused where they do not. */
export async function planFromData(
  folder: string,
  force: string,
): Promise<{ text: string; data: Data; said: readonly string[] }> {
  let areaKey = nameKey(force);
  const place = { file: "plan.yaml" };
  const data = await readData([{ files: "data/*", at: () => place }], folder, (places) => {
    const found = places.find(force, "", "force");
    if ("key" in found) areaKey = found.key;
    const isOwn = (key: string): boolean => key === areaKey;
    return { area: isOwn, figure: isOwn, period: () => true };
  });
  const own = data.store.every().filter((one) => one.areaKey === areaKey && isMeasure(one));
  if (own.length === 0) throw noFigures(data, force, areaKey);
  const sources = new Map(data.inputs.map(({ file, source }) => [file, source]));
  const titles = [...new Set(own.map((one) => sourceOf(one, sources)))];
  const each = titles.flatMap((title) => {
    const of = own.filter((one) => sourceOf(one, sources) === title);
    return draftOf(title, of, data.store, areaKey) ?? [];
  });
  const drafts = withoutDuplicates(each);
  if (drafts.length === 0)
    throw new Refusal(
      `--force ${force}: no series has a figure for a latest month, quarter or 12 months`,
      "run plan-measures init my-plan, and write the plan by hand",
    );
  const text = `title: Police and Crime Plan
force: ${JSON.stringify(force)}
# choose: the Most Similar Group, as a row of the data or a list of forces
# similar-forces: { name: MSG, forces: [${JSON.stringify(force)}, …] }
priorities:
  - { id: P1, name: First priority } # choose: your priorities, and which of them each measure serves
data: [data/*]
comments: comments.csv
outputs:
  - { format: html, folder: published } # what plan-measures refresh --write writes
tables:
${drafts.map(tableText).join("")}`;
  return { text, data, said: saidOf(data, drafts, areaKey, force) };
}

/** Why no plan can be made for a force, and what to do: its name is misspelt, or its files are wrong or have no figures of it. */
function noFigures({ store, problems }: Data, force: string, areaKey: string): Refusal {
  const why = `--force ${force}: the files have no figures for this force`;
  const errors = problems.filter(({ severity }) => severity === "error");
  const areas = [...store.names.areas.values()];
  const near = nearest(force, areas);
  const isThere = store.names.areas.has(areaKey);
  if (!isThere && near !== undefined)
    return new Refusal(
      `--force ${force}: no area in the files has this name${meant(near, force)}`,
      `write the name as the files have it: --force ${asWord(near)}`,
    );
  if (errors.length > 0) {
    const said = errors
      .slice(0, SHOWN)
      .map(({ message, hint = "" }) => (hint === "" ? message : `${message}; ${hint}`));
    return new Refusal(`${why} that can be read`, "write the plan by hand, as init cannot settle this:", said);
  }
  const names = nearestFirst(force, areas);
  if (!isThere && names.length > 0)
    return new Refusal(`--force ${force}: no area in the files has this name`, `choose from ${listed(names)}`);
  if (store.every().every((one) => !isMeasure(one)) && names.length > 0)
    return new Refusal(`${why}, only populations`, "add files with recorded crime to the folder, such as ONS table P1");
  return new Refusal(
    why,
    names.length === 0 ? "run plan-measures inspect to see what the files hold" : `choose from ${listed(names)}`,
  );
}
const SHOWN = 10;

/** What is to be said of the files: which give what others give too, and how many errors are in them. */
function saidOf(data: Data, drafts: readonly Draft[], areaKey: string, force: string): readonly string[] {
  const ofForce = data.store.every().filter((one) => one.areaKey === areaKey);
  const used = new Set(ofForce.flatMap(({ figure }) => figure.from.map(({ file }) => file)));
  const idle = data.inputs.filter(({ file }) => !used.has(file));
  const errors = data.problems.filter(({ severity }) => severity === "error").length;
  return [
    ...drafts.flatMap(({ notes }) => notes),
    ...idle.flatMap(({ file, source }) => {
      const others = data.inputs.filter((one) => one.source === source && used.has(one.file));
      const names = others.map((one) => one.file).join(", ");
      return others.length === 0 ? [] : [`${file} adds no figure of ${force} to those in ${names}`];
    }),
    ...(errors > 0 ? [`${counted(errors, "error")} in the files: plan-measures inspect lists them`] : []),
  ];
}

const isMeasure = ({ kind }: Observation): boolean => !isPeople(kind) && !NOT_MEASURES.includes(kind);

/** The source of a figure; one that is made from no cell has none. */
const sourceOf = ({ figure }: Observation, sources: ReadonlyMap<string, string>): string =>
  sources.get(figure.from[0]?.file ?? "") ?? "Data";

/** A table to be proposed. */
interface Draft {
  readonly title: string;
  readonly period: Period;
  readonly words: string;
  /** The same months of the last year before that the files have a figure of. */
  readonly before: Period | undefined;
  readonly rows: readonly Observation[];
  /** What is to be said of it: which files give the same series again, and what it leaves out. */
  readonly notes: readonly string[];
}

const YEAR = 12;
/** Plans run for four or five years, and few files go back further than this. */
const MOST_YEARS = 30;
/** The same months in the years before, the last first. */
const yearsBefore = ({ from, to }: Period): Period[] =>
  Array.from({ length: MOST_YEARS }, (_, index) => ({ from: from - (index + 1) * YEAR, to: to - (index + 1) * YEAR }));

/** A table of the series that have a figure for the last period; of the longest that any of them has. */
function draftOf(title: string, all: readonly Observation[], store: Store, areaKey: string): Draft | undefined {
  const last = Math.max(...all.map(({ period }) => period.to));
  const series = [...new Map(all.map((one) => [`${nameKey(one.series)}\n${one.kind}`, one])).values()];
  for (const [words, months] of Object.entries(LENGTHS)) {
    const period: Period = { from: last - months + 1, to: last };
    const has = series.filter(({ series: name, kind }) => {
      const found = store.find(name, areaKey, period, kind);
      return found !== undefined && (isKnown(found) || "word" in found);
    });
    // A rate beside its own number is printed with that.
    const numbered = new Set(has.filter(({ kind }) => kind === "count").map((one) => nameKey(one.series)));
    const rows = has.filter(({ series: name, kind }) => kind !== "rate" || !numbered.has(nameKey(name)));
    const before = yearsBefore(period).find((earlier) =>
      rows.some(({ series: name, kind }) => store.find(name, areaKey, earlier, kind)),
    );
    if (rows.length > 0) return { title, period, words, before, rows, notes: [] };
  }
  return undefined;
}

/**
 * One table where two sources give the same series for the same period: what the second gives of those is named, and the rest
 * of it is added to the first.
 */
function withoutDuplicates(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  // Rates are printed beside their numbers, whichever file is read first.
  const hasCounts = ({ rows }: Draft): boolean => rows.some(({ kind }) => kind === "count");
  for (const draft of [...drafts.filter(hasCounts), ...drafts.filter((one) => !hasCounts(one))]) {
    const index = kept.findIndex(
      (one) => periodKey(one.period) === periodKey(draft.period) && draft.rows.some((row) => isAmong(row, one.rows)),
    );
    const first = kept[index];
    if (!first) {
      kept.push(draft);
      continue;
    }
    const again = draft.rows.filter((row) => isAmong(row, first.rows));
    const rest = draft.rows.filter((row) => !again.includes(row));
    kept[index] = {
      ...first,
      title: `${first.title} and ${draft.title}`,
      rows: [...first.rows, ...rest],
      notes: [...first.notes, ...draft.notes, duplicateWords(again, first.rows)],
    };
  }
  return kept.map(cut);
}

/** The first of the rows of a table, where it has more than help to choose from. */
function cut(draft: Draft): Draft {
  const left = draft.rows.length - MOST_ROWS;
  if (left <= 0) return draft;
  const more = `${left} more series are not listed here: plan-measures inspect FILE --list series shows all`;
  return { ...draft, rows: draft.rows.slice(0, MOST_ROWS), notes: [...draft.notes, more] };
}
const MOST_ROWS = 100;

/** Whether a row is the rate of one of the others, or the very same. */
const isAmong = ({ series, kind }: Observation, rows: readonly Observation[]): boolean =>
  rows.some(
    (one) =>
      nameKey(one.series) === nameKey(series) && (one.kind === kind || (kind === "rate" && one.kind === "count")),
  );

function duplicateWords(again: readonly Observation[], rows: readonly Observation[]): string {
  const from = filesOf(again);
  const to = filesOf(rows);
  const what = `${from} ${from.includes(",") ? "have" : "has"} ${again.length} of the series in ${to} again`;
  return again.every(({ kind }) => kind === "rate") ? `${what}, as rates: they are printed beside the numbers` : what;
}

const filesOf = (rows: readonly Observation[]): string =>
  [...new Set(rows.flatMap(({ figure }) => figure.from.map(({ file }) => file)))].sort().join(", ");

function tableText({ title, period, words, before, rows, notes: said }: Draft): string {
  const lines = rows.map(({ series: name, kind }) => {
    const twice = rows.filter((one) => nameKey(one.series) === nameKey(name)).length > 1;
    const shown = twice
      ? `name: ${JSON.stringify(`${name} (${kind})`)}, series: ${JSON.stringify(name)}`
      : `name: ${JSON.stringify(name)}`;
    const kindName = kind === "percent" ? "percentage" : kind;
    const ofKind = kind === "count" || !measureKindNames.includes(kindName) ? "" : `, kind: ${kindName}`;
    return `      - { ${shown}${ofKind}, priorities: [P1] } # choose: aim: reduce\n`;
  });
  const notes = said.map((one) => `    # ${asComment(one)}\n`).join("");
  return `  - title: ${JSON.stringify(title)}
${notes}    # choose: baseline: ${before ? `${periodName(before)}, or another earlier period` : "the earlier period to compare with"}
    current: latest ${words} (${periodName(period)})
    measures:
${lines.join("")}`;
}

/** Text that a file's name may be in, on one line. */
const asComment = (text: string): string => text.replace(/\s+/g, " ");
