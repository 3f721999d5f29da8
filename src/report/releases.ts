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
    for (const said of differingReleases({ files, choices }, row))
      byPair.set(said, [...(byPair.get(said) ?? []), row.name]);
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

type Releases = Pick<RowContext, "files" | "choices">;

/** The sources of which a row has its baseline from one release, by its title or by the choice, and its current figure from another. */
function differingReleases({ files, choices }: Releases, { measure, figures }: Released): string[] {
  const filesOf = (when: "baseline" | "current"): Set<string> => {
    const force = figures[when].force as Record<string, Figure | undefined>;
    return new Set(measure.kind.bases.flatMap((base) => (force[base]?.from ?? []).map(({ file }) => file)));
  };
  const [earlyFiles, lateFiles] = [filesOf("baseline"), filesOf("current")];
  // Two releases may have one title, or none: that one was chosen says that they are two, and which.
  const chosen = new Map<string, readonly [string, string]>();
  for (const { file, source, edition: newer, older, olderEdition } of choices) {
    if (earlyFiles.has(older) && lateFiles.has(file)) chosen.set(source, [olderEdition, newer]);
    else if (earlyFiles.has(file) && lateFiles.has(older)) chosen.set(source, [newer, olderEdition]);
  }
  const titlesOf = (when: "baseline" | "current"): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    const { force } = figures[when];
    for (const base of measure.kind.bases) {
      for (const { file } of (force as Record<string, Figure | undefined>)[base]?.from ?? []) {
        const { source, title } = files.get(file) ?? {};
        // Of a publication that was saved without its title, the file is all that tells its release.
        const release = title !== undefined ? edition(title) : PUBLISHED.test(source ?? "") ? `${UNTITLED}${file}` : "";
        if (source === undefined || release === "") continue;
        found.set(source, (found.get(source) ?? new Set()).add(release));
      }
    }
    return found;
  };
  const [before, after] = [titlesOf("baseline"), titlesOf("current")];
  return [...new Set([...before.keys(), ...chosen.keys()])].flatMap((source) => {
    const [titles = new Set<string>(), others = new Set<string>()] = [before.get(source), after.get(source)];
    const isUnknown = [...titles, ...others].some((title) => title.startsWith(UNTITLED));
    const isToldByTitles = titles.size > 0 && others.size > 0 && ![...titles].some((title) => others.has(title));
    const [early = "", late = ""] = chosen.get(source) ?? [];
    if (early !== "" && (isUnknown || !isToldByTitles)) {
      return [say("note.releases-differ", { source, one: early, other: late })];
    }
    if (!isToldByTitles) return [];
    if (isUnknown) return [say("note.files-differ", { source })];
    const [one = "", other = ""] = apart([...titles].join(" and "), [...others].join(" and "));
    return [say("note.releases-differ", { source, one, other })];
  });
}

/** Sources of which each edition is one release, and has a title. */
const PUBLISHED = /^ONS /;
const UNTITLED = "without a title: ";

/** Two titles; of those that differ in their last part alone, that part. */
function apart(one: string, other: string): readonly [string, string] {
  const [cut, otherCut] = [one.lastIndexOf(", ") + 2, other.lastIndexOf(", ") + 2];
  const isAlike = cut > 1 && one.slice(0, cut).replace(/\W+/g, " ") === other.slice(0, otherCut).replace(/\W+/g, " ");
  return isAlike ? [`… ${one.slice(cut)}`, `… ${other.slice(otherCut)}`] : [one, other];
}

/** A title without doubled spaces, notes and the digits of notes glued to its year. */
const edition = (title: string): string =>
  title
    .replace(/\[notes? [^\][]*\]/gi, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/((?:19|20)\d\d(?=\d)|(?<=[a-z] )\d\d(?=\d(?:,|$)))\d{1,2}(?:, ?\d{1,2})*$/, "$1");

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
