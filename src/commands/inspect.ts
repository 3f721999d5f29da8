// inspect: which source a file is of, how it is written, what it holds and what was refused; its figures, if asked for.
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { isKnown } from "../core/figure.ts";
import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { exactText, withThousands } from "../core/number.ts";
import { type Period, parsePeriod, periodKey, periodName, populationDate, UNSTATED } from "../core/period.ts";
import { type Problem, problem, sorted } from "../core/problems/problems.ts";
import { printable, printableJson } from "../core/safe-text.ts";
import { isPeople } from "../core/value-kind.ts";
import { gazetteer } from "../data/areas.ts";
import type { Observation, Wanted } from "../data/observation.ts";
import { type Store, storeBuilder } from "../data/store.ts";
import type { Form } from "../input/csv/csv.ts";
import { reader } from "../input/ingest.ts";
import { observer } from "../input/observer.ts";
import { isWorkbook, lookAt, openText, type SourceFile } from "../input/source-file.ts";
import { layoutsOf } from "../input/sources/index.ts";
import type { Layout } from "../input/sources/layout.ts";
import { mapFor } from "../input/sources/propose.ts";
import { openFile } from "../io/files.ts";
import { fileAndSheet } from "../io/patterns.ts";
import { exitCodeFor, HELD, pathFrom, progressOf, Refusal, reportProblems, type World } from "../io/world.ts";
import { textOrJson } from "./options.ts";

interface Options {
  readonly area?: string[];
  readonly series?: string[];
  readonly period?: string[];
  readonly format: string;
}

const examples = `
Examples:
  plan-measures inspect exports/*.csv
  plan-measures inspect workbook.xlsx "workbook.ods#Table P1"
  plan-measures inspect table-p1.csv --area Gloucestershire --series Robbery
  plan-measures inspect offences.csv --area E23000037 --period "year ending March 2018" --format json

For a file that no source knows, it proposes a column map for the plan.
Exit codes: 0 done; 1 done, but something was refused; 2 could not run, or no file could be opened.`;

/** Adds the command's words and what it runs. */
export function inspect(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .argument("<file...>", "data files")
    .option("--area <name...>", "print the figures of these areas, by name or code")
    .option("--series <name...>", "print the figures of these series")
    .option("--period <period...>", "print the figures of these periods")
    .addOption(textOrJson())
    .addHelpText("after", examples)
    .action(async (files: string[], options: Options) => done(await run(files, options, world)));
}

async function run(files: readonly string[], options: Options, world: World): Promise<number> {
  const periods = (options.period ?? []).map((words) => {
    const period = parsePeriod(words);
    if (typeof period === "object") return period;
    throw new Refusal(
      `--period: ${period ?? `"${words}" is not a period`}`,
      "write it like 2019, 2018/19 or year ending March 2018",
    );
  });
  const seen: Seen[] = [];
  for (const file of files) seen.push(...(await lookInto(file, options, periods, world)));
  if (options.format === "json") {
    world.out(printableJson({ schema: "plan-measures/inspect/1", files: seen.map(jsonOf) }));
  } else {
    world.out(`${seen.map(textOf).join("\n\n")}\n`);
  }
  const problems = seen.flatMap((one) => one.problems);
  await reportProblems(world, problems, (name) => name, HELD);
  if (seen.every(({ isUnopened }) => isUnopened)) return 2;
  return exitCodeFor(problems);
}

/** What was seen in a file; of one that cannot be opened or is not known, less. */
interface Seen {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly form?: Form | undefined;
  readonly source?: string;
  readonly isUnopened?: boolean;
  readonly proposal?: string;
  readonly held?: {
    readonly layout: Layout;
    readonly store: Store;
    readonly firstLine: number;
    readonly records: number;
    readonly periods: readonly string[];
    readonly figures: readonly Observation[] | undefined;
    readonly sha256: () => string;
  };
}

/** A file of text, or each sheet of a workbook. */
async function lookInto(path: string, options: Options, periods: readonly Period[], world: World): Promise<Seen[]> {
  const { file: own, sheet } = fileAndSheet(world.cwd, path);
  const file = pathFrom(world, resolve(world.cwd, own));
  const opened = openFile(resolve(world.cwd, own), file);
  if ("code" in opened) return [{ file, problems: [opened], isUnopened: true }];
  const look = (reading: SourceFile, problems: readonly Problem[]) =>
    seenIn(reading, problems, options, periods, world);
  if (!isWorkbook(opened.start)) {
    const why = sheet === undefined ? [] : [problem("sheet-missing", { file }, sheet, undefined, [])];
    return sheet === undefined ? [look(await openText(file, opened), [])] : [{ file, problems: why }];
  }
  const { readBook } = await import("../input/read-workbook.ts");
  const { sheets, names, problems } = readBook(file, opened, sheet);
  const known = sheets.filter(({ looked }) => layoutsOf(looked.head).length > 0);
  const why = known.length > 0 || problems.length > 0 ? problems : [problem("sheets-unknown", { file }, names)];
  return [
    ...(why.length > 0 ? [{ file, problems: why }] : []),
    ...sheets.map((one) =>
      known.includes(one) ? look(one, one.warnings) : { file: one.file, problems: [], ...proposalFor(one.file, one) },
    ),
  ];
}

/** Of a file that is not read, its source where only a heading that stands twice is in the way, or a column map to begin with. */
function proposalFor(file: string, reading: SourceFile): Pick<Seen, "source" | "proposal" | "form"> {
  const looked = reading.looked ?? lookAt(reading);
  if ("code" in looked) return {};
  const { form, head } = looked;
  const known = layoutsOf(head).find(({ twice }) => twice);
  if (known) return { form, source: known.source };
  const proposal = mapFor(basename(file), head);
  return { form, ...(proposal && { proposal }) };
}

/** A file of text below 1 MiB, or a sheet that was seen whole. */
const isShort = ({ long, looked }: SourceFile): boolean => long === undefined && (looked?.isWhole ?? true);

function seenIn(
  reading: SourceFile,
  warnings: readonly Problem[],
  options: Options,
  periods: readonly Period[],
  world: World,
): Seen {
  const { file } = reading;
  const problems: Problem[] = [...warnings];
  const entry = { files: basename(file), at: () => ({ file }), anyPeriod: true };
  const found = reader(reading, entry, problems, progressOf(world));
  if (!found) return { file, problems, ...proposalFor(file, reading) };
  const { layout, form, head } = found;
  const { areaOf } = layout;
  const places = gazetteer();
  const areas = (options.area ?? []).map((name) => {
    const place = places.find(name, "", "force");
    const any = places.find(name);
    return "key" in place && place.area ? place.key : "key" in any ? any.key : nameKey(name);
  });
  const series = (options.series ?? []).map(nameKey);
  const filtered = areas.length + series.length + periods.length > 0;
  const gathered = storeBuilder();
  const isAsked = (period: Period): boolean =>
    periods.length === 0 || period === UNSTATED || periods.some((one) => periodKey(one) === periodKey(period));
  const isAreaAsked = (areaKey: string): boolean => areas.length === 0 || areas.includes(areaKey);
  // Figures are compared with each other where they are few enough to be held, or are asked for.
  const isHeld = filtered || isShort(reading);
  const wanted: Wanted = {
    area: isAreaAsked,
    figure: (areaKey, seriesKey) =>
      isHeld && isAreaAsked(areaKey) && (series.length === 0 || series.includes(seriesKey)),
    // Without a period, figures of different ones would seem to be given twice.
    period: (period) => isAsked(period) && (filtered || period !== UNSTATED),
    readAll: !filtered,
  };
  const observe = observer(file, layout, places, wanted, gathered);
  const lines = found.each((record) => (areaOf ? undefined : observe.record(record)), areaOf ? undefined : observe);
  for (const found of observe.done()) problems.push(found);
  const store = gathered.store();
  const figures = store.every();
  for (const [name, areaKey] of (options.area ?? []).map((name, index) => [name, areas[index] ?? ""] as const)) {
    const known = [...store.names.areas.values()];
    if (!store.names.areas.has(areaKey))
      problems.push(problem("area-unknown", { file }, name, nearest(name, known), nearestFirst(name, known)));
  }
  for (const name of options.series ?? []) {
    const known = [...store.names.series.values()];
    if (!store.names.series.has(nameKey(name)) && nameKey(name) !== "population") {
      problems.push(problem("series-unknown", { file }, name, nearest(name, known), nearestFirst(name, known)));
    }
  }
  const isPopulation = store.names.kinds.has("");
  const dates = [...observe.periods()].sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    ...{ file, problems: [...problems, ...store.problems], form },
    held: {
      ...{ layout, store, figures: filtered ? figures : undefined, sha256: reading.sha256 },
      firstLine: head[layout.firstRecord]?.line ?? 1,
      records: lines,
      periods: dates.map(isPopulation ? populationDate : periodName),
    },
  };
}

const separators: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };
const shortList = (all: readonly string[]): string =>
  all.length > 4 ? `${all[0]}, ${all[1]} … ${all.at(-1)} (${all.length})` : all.join(", ");

function textOf({ file, form, held, problems, proposal, source }: Seen): string {
  const lines = [printable(file)];
  const line = (name: string, text: string): unknown => lines.push(`  ${name.padEnd(11)}${printable(text)}`);
  line("source", held?.layout.source ?? source ?? "none that is known");
  if (form) line("written in", `${form.encoding}, separated by ${separators[form.separator]}`);
  if (held) {
    line("figures", `from line ${held.firstLine}; ${held.records} records`);
    line("periods", held.periods.length === 0 ? "none" : shortList(held.periods));
    if (held.periods.includes("period not stated")) line("", "say it in the plan: fixed: { period: … }");
    line("areas", shortList([...held.store.names.areas.values()]) || "none");
    line("series", shortList([...held.store.names.series.values()]) || "none");
  }
  line("problems", String(sorted(problems).length));
  if (held?.figures)
    lines.push("", ...(held.figures.length > 0 ? held.figures.map(figureText) : ["  no figures of these"]));
  if (proposal) lines.push("", "  a column map to begin with, for the plan's data:", "", proposal);
  return lines.join("\n");
}

function figureText(one: Observation): string {
  const { figure, kind } = one;
  const value = isKnown(figure) ? withThousands(exactText(figure.value)) : `[${figure.gap.mark}] ${figure.gap.reason}`;
  const [origin] = figure.from;
  const where = origin ? `line ${origin.lines ?? origin.line}` : "";
  return `  ${printable(`${one.area} · ${one.series} · ${dated(one)} · ${kind}: ${value} (${where})`)}`;
}

const dated = ({ kind, period }: Observation): string => (isPeople(kind) ? populationDate : periodName)(period);

function jsonOf({ file, form, held, problems, proposal, source }: Seen) {
  return {
    file,
    source: held?.layout.source ?? source ?? null,
    ...(form && { encoding: form.encoding, separator: form.separator }),
    ...(held && {
      sha256: held.sha256(),
      "first-line": held.firstLine,
      records: held.records,
      periods: held.periods,
      areas: [...held.store.names.areas.values()],
      series: [...held.store.names.series.values()],
    }),
    ...(held?.figures && {
      figures: held.figures.map((one) => {
        const { figure, area, series, kind } = one;
        const value = isKnown(figure)
          ? { value: exactText(figure.value), unit: figure.unit }
          : { gap: figure.gap.reason };
        return { area, series, period: dated(one), kind, ...value, from: figure.from };
      }),
    }),
    ...(proposal && { proposal }),
    problems: sorted(problems),
  };
}
