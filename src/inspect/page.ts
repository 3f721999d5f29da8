// What was seen in a file, for a person and for a script.
import { answerText } from "../core/answers.ts";
import { isKnown, isWord, type WordFigure } from "../core/figure.ts";
import { writtenAs } from "../core/json-schema.ts";
import { exactText, withThousands } from "../core/number.ts";
import { periodName, populationDate } from "../core/period.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import { isDoubt, sorted } from "../core/problems/problems.ts";
import { sourceInFull } from "../core/problems/sentence.ts";
import { printable } from "../core/safe-text.ts";
import { isPeople } from "../core/value-kind.ts";
import { USUAL_NAMES } from "../data/store.ts";
import type { FigureSeen } from "./figures.ts";
import type { FileSeen } from "./look.ts";
import type { InspectJson } from "./schema.ts";

const separators: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };
const shortList = (all: readonly string[], most = Number.POSITIVE_INFINITY): string =>
  all.length > 4
    ? `${all[0]}, ${all[1]} … ${all.at(-1)} (${all.length}${all.length < most ? "" : " or more"})`
    : all.join(", ");

const NOT_COMPARED = "its figures were not compared with each other, as it is a long file";
/** What compares the figures of a long file. */
export const COMPARE = "add --area NAME, or run plan-measures check on a plan that uses it";

/** What there is to say of a file, each under its name; what has none says more of the one before it. */
export function factsOf({ form, held, problems, source }: FileSeen): (readonly [name: string, text: string])[] {
  const doubts = problems.filter(isDoubt).length;
  const found = sorted(problems.filter((one) => !isDoubt(one))).length;
  return [
    ["source", sourceInFull(held?.layout.source ?? source ?? "none that is known")],
    ...(form ? [["written in", `${form.encoding}, separated by ${separators[form.separator]}`] as const] : []),
    ...(held ? heldFacts(held) : []),
    ["problems", String(found)],
    ...(doubts > 0 ? [["doubts", String(doubts)] as const] : []),
    ...(held && !held.isCompared ? [["not done", NOT_COMPARED] as const, ["", `for that, ${COMPARE}`] as const] : []),
  ];
}

const heldFacts = ({
  firstLine,
  records,
  periods,
  store,
}: NonNullable<FileSeen["held"]>): (readonly [name: string, text: string])[] => [
  ["figures", `from line ${firstLine}; ${records} records`],
  ["periods", periods.length === 0 ? "none" : shortList(periods)],
  ...(periods.includes("period not stated") ? [["", "say it in the plan: fixed: { period: … }"] as const] : []),
  ["areas", shortList([...store.names.areas.values()], USUAL_NAMES) || "none"],
  ["series", shortList([...store.names.series.values()], USUAL_NAMES) || "none"],
];

/** What was seen of a file as lines of text. */
export function inspectText(seen: FileSeen): string {
  const { file, held, proposal } = seen;
  const lines = [file, ...factsOf(seen).map(([name, text]) => `  ${name.padEnd(11)}${text}`)].map(printable);
  if (held?.figures)
    lines.push("", ...(held.figures.length > 0 ? held.figures.map(figureText) : ["  no figures of these"]));
  if (proposal)
    lines.push("", "  a column map to begin with, for the plan's data:", "", ...proposal.split("\n").map(printable));
  return lines.join("\n");
}

function figureText(one: FigureSeen): string {
  const { area, series, period, kind, value, where } = figureWords(one);
  return `  ${printable(`${area} · ${series} · ${period} · ${kind}: ${value} (${where})`)}`;
}

/** A figure and the lines that it is given by, in words. */
export function figureWords(one: FigureSeen) {
  const { figure, area, series, kind, among, parts = [] } = one;
  const value = isKnown(figure)
    ? withThousands(exactText(figure.value))
    : isWord(figure)
      ? answerText(figure)
      : `[${figure.gap.mark}] ${figure.gap.reason}`;
  const places = figure.from.map((from) => from.lines ?? String(from.line)).join(", ");
  const line = places === "" ? "" : `${/^\d+$/.test(places) ? "line" : "lines"} ${places}`;
  const of = figure.derivation?.of ?? [];
  // A number that is written in another unit (49 per 100,000), or months that were added up.
  const written =
    of.length === 1 || parts.length > 0 ? of.flatMap((one) => (isKnown(one) ? exactText(one.value) : [])) : [];
  const said = written.length > 0 && isKnown(figure) ? `${line}: ${figure.derivation?.formula(...written)}` : line;
  const where = among === undefined ? said : `no record among the ${among} of ${line}`;
  return { area, series, period: dated(one), kind, value, where };
}

const wordJson = ({ unit, word, on }: WordFigure) =>
  unit === "yes-no" ? { done: word === "yes", ...(on && { on: on.words }) } : { grade: word };

const dated = ({ kind, period }: FigureSeen): string => (isPeople(kind) ? populationDate : periodName)(period);

/** The same for scripts: plan-measures/inspect/1. */
export const inspectJson = (seen: readonly FileSeen[]): InspectJson =>
  writtenAs<InspectJson>()({ schema: "plan-measures/inspect/1", files: seen.map(fileJson) });

function fileJson({ file, form, held, problems, proposal, source }: FileSeen) {
  return {
    file,
    source: held?.layout.source ?? source ?? null,
    ...(form && { encoding: form.encoding, separator: form.separator }),
    ...(held && {
      sha256: held.sha256(),
      compared: held.isCompared,
      "first-line": held.firstLine,
      records: held.records,
      periods: held.periods,
      areas: [...held.store.names.areas.values()],
      series: [...held.store.names.series.values()],
    }),
    ...(held?.figures && {
      figures: held.figures.map((one) => {
        const { figure, area, series, kind, among, parts = [] } = one;
        const value = isKnown(figure)
          ? { value: exactText(figure.value), unit: figure.unit }
          : isWord(figure)
            ? wordJson(figure)
            : { gap: figure.gap.reason };
        return {
          area,
          series,
          period: dated(one),
          kind,
          ...value,
          ...(parts.length > 0 && { "sum-of": parts.map(periodName) }),
          ...(among !== undefined && { among }),
          from: figure.from,
        };
      }),
    }),
    ...(proposal && { proposal }),
    problems: problemsJson(problems.filter((found) => !isDoubt(found))),
    doubts: doubtsJson(problems.filter(isDoubt).map((doubt) => ({ doubt }))),
  };
}
