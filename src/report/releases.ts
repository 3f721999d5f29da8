// Two releases of a source set against each other: what was revised between them is no change. And what a source notes of the force.

import { type Figure, isKnown, lineRunsOf } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exact, exactText, fixed, HALF, isPositive, minus, over, plus, times } from "../core/number.ts";
import { periodName } from "../core/period.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { errorOf } from "../core/rounding.ts";
import { labelWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Store } from "../data/store.ts";
import { outcomeOf } from "../plan/aims/aim.ts";
import { type Comparator, isSameOffence } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures, RowContext } from "./context.ts";
import { releasesApart } from "./different-releases.ts";

const HUNDRED = exact(100);
const YEAR = 12;

/** A row as far as its releases go. */
interface Released {
  readonly name: string;
  readonly measure: Measure;
  readonly figures: Figures;
}

/** The notes of a table about where its figures are from: different releases, and what the sources note of the force. */
export function releaseNotes({ files, choices, sides }: RowContext, rows: readonly Released[]): string[] {
  const byPair = new Map<string, string[]>();
  for (const row of rows) {
    for (const said of apartIn({ files, choices }, row)) byPair.set(said, [...(byPair.get(said) ?? []), row.name]);
  }
  const differ = [...byPair].map(([said, names]) =>
    names.length === rows.length ? `${upperFirst(said)}.` : `${names.join(", ")}: ${said}.`,
  );
  const used = new Set(
    rows.flatMap(({ figures }) => figuresIn(figures).flatMap(({ from }) => from.map(({ file }) => file))),
  );
  const [own] = sides.force.members;
  const names = [sides.force.name, own?.area?.name ?? "", ...(own?.area?.aliases ?? [])]
    .map(nameKey)
    .filter((one) => one !== "");
  // South Gloucestershire is not Gloucestershire.
  const isNamed = (text: string): boolean => {
    const plain = ` ${nameKey(text).replace(/[^\p{L}\p{N}&-]+/gu, " ")} `;
    return names.some(
      (name) =>
        new RegExp(`(?<! (?:north|south|east|west))(?<!^) ${escaped(name)} `).test(plain) ||
        plain.startsWith(` ${name} `),
    );
  };
  const carried = [...used]
    .sort()
    .flatMap((file) =>
      (files.get(file)?.notes ?? [])
        .filter(({ text }) => isNamed(text))
        .map(({ line, text }) =>
          say("note.source-notes", { file, line, text: text.replace(/^(\[?notes? ?)?\d{1,2}[.\]:)]*\s+/i, "") }),
        ),
    );
  return [...differ, ...carried];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const figuresIn = ({ baseline, current }: Figures): Figure[] =>
  [baseline, current].flatMap(({ force, groups }) =>
    [force, ...groups].flatMap((level) => Object.values(level) as Figure[]),
  );

/** What is said of a row that has its baseline from one release of a source, and its current figure from another. */
function apartIn(of: Pick<RowContext, "files" | "choices">, { measure, figures }: Released): readonly string[] {
  const ownIn = (when: "baseline" | "current"): Figure[] => {
    const force = figures[when].force as Record<string, Figure | undefined>;
    return measure.kind.bases.flatMap((base) => force[base] ?? []);
  };
  return releasesApart(of, ownIn("baseline"), ownIn("current"));
}

/**
 * The doubt about a % difference of two years that the source gives otherwise: it compares them as they are known now, and
 * the baseline here is from before a revision. Nothing where they agree within half a point, and the aim comes out alike.
 */
export function publishedChangeDoubt(
  { store }: RowContext,
  measure: Measure,
  side: Comparator,
  figures: {
    readonly baseline: Figure | undefined;
    readonly current: Figure | undefined;
    readonly percent: Figure | undefined;
  },
  basis: Figure | undefined,
): Doubt | undefined {
  const { series, baseline, current } = measure;
  const [name] = series.add;
  const [member] = side.members;
  const isOne = series.add.length === 1 && series.subtract.length === 0 && side.members.length === 1;
  const isYearOn =
    baseline.period &&
    !baseline.average &&
    current.period &&
    current.period.to - current.period.from === YEAR - 1 &&
    current.period.from - baseline.period.from === YEAR &&
    current.period.to - baseline.period.to === YEAR;
  const now = current.period;
  if (!isOne || name === undefined || !member || !isYearOn || !now) return undefined;
  const { percent } = figures;
  const published = changeNamed(store, name).flatMap((one) => store.find(one, member.key, now, "change") ?? [])[0];
  const [origin] = figures.baseline?.from ?? [];
  if (!isKnown(percent) || !isKnown(published) || !origin) return undefined;
  const error = errorOf(published);
  const apart = minus(minus(percent.value, published.value).abs(), error);
  const isFar = compareExact(apart, HALF) > 0;
  if (!isFar && !flips(measure, percent, published, basis)) return undefined;
  const [there] = published.from;
  const { file, line, column } = origin;
  const at = `${name}, ${member.name}, ${periodName(current.period)}`;
  const of = (): string =>
    say("doubt.figure", { series: name, area: member.name, period: labelWords({ period: current.period }) });
  const cells = { file, column, lines: lineRunsOf(origin) };
  const said = published.places === undefined ? fixed(published.value, 1) : exactText(published.value);
  const where = (): string =>
    there === undefined ? "" : say("doubt-note.line", { file: there.file, line: there.line });
  return doubt(
    "baseline-revised",
    { file, line, column },
    cells,
    at,
    of,
    `${fixed(percent.value, 1)}%`,
    `${said}%`,
    where,
  );
}

/** The series of published changes that is meant by a name: the very one, or else the only one of another name for it. */
function changeNamed({ names }: Store, name: string): string[] {
  const own = nameKey(name);
  const others = [...names.series.keys()].filter(
    (key) => names.kinds.get(key)?.has("change") && isSameOffence(own, key),
  );
  if (others.includes(own)) return [own];
  return others.length === 1 ? others : [];
}

/** Whether the aim comes out otherwise with the baseline that the published change implies, however it was rounded. */
function flips({ aim }: Measure, percent: Figure, published: Figure, basis: Figure | undefined): boolean {
  if (!aim?.needs.includes("baseline") || aim.needs.length > 1) return false;
  if (!isKnown(percent) || !isKnown(published) || !isKnown(basis)) return false;
  const error = errorOf(published);
  const outcome = (change: typeof percent.value) => {
    const times100 = plus(change, HUNDRED);
    if (!isPositive(times100)) return undefined;
    return outcomeOf(aim, { baseline: over(times(basis.value, HUNDRED), times100), current: basis.value });
  };
  const own = outcome(percent.value);
  const others = [minus(published.value, error), published.value, plus(published.value, error)].map(outcome);
  return others.every((one) => one !== undefined && one !== own);
}
