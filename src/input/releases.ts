// Two releases of a source in one plan: which of their figures are used, where the plan asks for the newest.
import { isKnown } from "../core/figure.ts";
import { closest } from "../core/names.ts";
import type { Problem } from "../core/problems/problems.ts";
import { problem } from "../core/problems/problems.ts";
import { listed } from "../core/problems/sentence.ts";
import { isPeople } from "../core/value-kind.ts";
import type { Gazetteer } from "../data/areas.ts";
import { differ } from "../data/given-twice.ts";
import { figureId, isGiven, lostIn } from "../data/lost.ts";
import type { Observation, Wanted } from "../data/observation.ts";
import { storeBuilder } from "../data/store.ts";
import type { Releases } from "../plan/releases.ts";
import { addForces } from "./authority-sums.ts";
import { statedCover } from "./covers.ts";
import { compareEditions, type Edition, editionWords } from "./edition.ts";
import { columnMapOf } from "./entries.ts";
import { observer } from "./observer.ts";
import type { Reader } from "./reader.ts";

/** A file as it gives figures by itself, over all periods. */
interface Release {
  readonly file: string;
  readonly source: string;
  /** Files of other groups are no releases of one source. */
  readonly group: string;
  readonly edition: Edition;
  /** The names of its series, those that nobody asks for too. */
  readonly series: readonly string[];
  readonly given: ReadonlyMap<string, Observation>;
}

/** A release that is used in place of an older one, and why. */
export interface ReleaseChoice {
  readonly file: string;
  readonly source: string;
  /** What the two say of themselves. */
  readonly edition: string;
  readonly older: string;
  readonly olderEdition: string;
  /** What is still taken from the older one. */
  readonly kept: readonly string[];
}

export interface ChosenReleases {
  /** The figures of a file that are not used. */
  readonly passedOver: ReadonlyMap<string, ReadonlySet<string>>;
  /** The files of which none is used. */
  readonly out: ReadonlySet<string>;
  readonly choices: readonly ReleaseChoice[];
  readonly problems: readonly Problem[];
}

/** What is read alike: by one source that knows it, or by one map of the plan. */
const groupOf = ({ layout, entry }: Reader): string => {
  const { line, column } = entry.at([]);
  return columnMapOf(entry)?.columns ? `${layout.source}\n${line}:${column}` : layout.source;
};

/** The files that may be releases of one source: of each group that has several. */
export function rivalsAmong(readers: readonly Reader[]): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>();
  for (const reader of readers) {
    groups.set(groupOf(reader), (groups.get(groupOf(reader)) ?? new Set()).add(reader.file));
  }
  return new Set([...groups.values()].filter(({ size }) => size > 1).flatMap((files) => [...files]));
}

/** Reads a file by itself. What is wrong with it is told where it is read to be used. */
export function releaseIn(
  reader: Reader,
  editionOf: (reader: Reader) => Edition,
  places: Gazetteer,
  wanted: Wanted,
): Release {
  const { file, layout, entry } = reader;
  const anyPeriod: Wanted = { ...wanted, period: () => true, near: () => false };
  const builder = storeBuilder(anyPeriod);
  const observe = observer(file, layout, places, anyPeriod, builder);
  reader.each(observe.record, observe);
  observe.done();
  const events = observe.events();
  const cover = statedCover(entry, layout.source, events, places, []);
  if (events) builder.addEvents(events, cover);
  addForces(observe.forces(), builder);
  const store = builder.store();
  // A 0 that no record gives is no figure of the file: another may have the records.
  const all = store.every().filter((one) => isGiven(one) && !one.figure.from.some(({ among }) => among));
  // A period without a figure, or a projected population, does not make a file the newer one.
  const dated = all.filter(({ figure, kind }) => isKnown(figure) && !isPeople(kind));
  const covers = dated.reduce((last, { period }) => Math.max(last, period.to), 0);
  const edition = { ...editionOf(reader), ...(covers > 0 && { covers }) };
  return {
    file,
    source: layout.source,
    group: groupOf(reader),
    edition,
    series: [...store.names.series.values()],
    given: new Map(all.map((one) => [figureId(one), one])),
  };
}

/**
 * Of releases that give the same figures, the newer one's are used. Where an older one has figures that the newer one
 * lost, the plan says what becomes of them; until it does, the older one stays, and the newer one is passed over.
 */
export function chooseReleases(releases: readonly Release[], { onlyInOlder }: Releases): ChosenReleases {
  const problems: Problem[] = [];
  const choices: ReleaseChoice[] = [];
  const used = new Map(releases.map(({ file, given }) => [file, new Map(given)]));
  const { inOrder, inCircle } = byAge(releases);
  for (const newer of [...inOrder, ...inCircle]) {
    const rivals = releases.filter((one) => isRival(one, newer));
    const olders = inCircle.includes(newer) ? [] : rivals.filter((one) => isNewer(newer, one));
    for (const one of rivals) {
      const isClear = compareEditions(newer.edition, one.edition) !== 0;
      const isTold = (isClear && !(inCircle.includes(newer) && inCircle.includes(one))) || one.file < newer.file;
      if (!isTold && areApart(newer, one))
        problems.push(problem("release-unclear", { file: one.file }, one.source, newer.file));
    }
    const lost = olders.map((older) => {
      const left = [...(used.get(older.file)?.values() ?? [])];
      return {
        older,
        left: left.filter((one) => !newer.given.has(figureId(one))),
        words: lostIn(left, [...newer.given.values()]),
      };
    });
    const partial = onlyInOlder === undefined ? lost.filter(({ words }) => words.length > 0) : [];
    if (partial.length > 0) {
      for (const { older, words } of partial) {
        const lacking = words.map((one) => one.words + closeTo(one.series, newer.series));
        problems.push(problem("release-lacks", { file: newer.file }, older.file, lacking));
      }
      used.set(newer.file, new Map());
      continue;
    }
    for (const { older, left, words } of lost) {
      const isKept = onlyInOlder === "keep";
      used.set(older.file, new Map(isKept ? left.map((one) => [figureId(one), one]) : []));
      choices.push({
        ...{ file: newer.file, source: newer.source, edition: editionWords(newer.edition) },
        ...{ older: older.file, olderEdition: editionWords(older.edition) },
        kept: isKept ? words.map((one) => one.words) : [],
      });
    }
  }
  const passedOver = new Map(
    releases.map(({ file, given }) => [file, new Set([...given.keys()].filter((id) => !used.get(file)?.has(id)))]),
  );
  const out = new Set(
    releases.flatMap(({ file, given }) => (given.size > 0 && used.get(file)?.size === 0 ? [file] : [])),
  );
  return { passedOver, out, choices, problems };
}

/** The names that a series may have now: none of them is taken for it. */
function closeTo(name: string | undefined, there: readonly string[]): string {
  const close = name === undefined ? [] : closest(name, there);
  return close.length > 0 ? ` (close names: ${listed(close)})` : "";
}

/**
 * Each release after all those that it is newer than. Of three, each may be newer than the next by something else that
 * it says: those that go round in a circle so, and those newer than them, cannot be told apart.
 */
function byAge(releases: readonly Release[]): { readonly inOrder: Release[]; readonly inCircle: readonly Release[] } {
  const inOrder: Release[] = [];
  let left = [...releases].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (let ready = left; ready.length > 0; ) {
    ready = left.filter((one) => !left.some((other) => isRival(other, one) && isNewer(one, other)));
    inOrder.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return { inOrder, inCircle: left };
}

const isNewer = (one: Release, other: Release): boolean => compareEditions(one.edition, other.edition) > 0;

const isRival = (one: Release, other: Release): boolean =>
  one.file !== other.file && one.group === other.group && [...one.given.keys()].some((id) => other.given.has(id));

const areApart = (one: Release, other: Release): boolean =>
  [...one.given].some(([id, { figure }]) => {
    const there = other.given.get(id);
    return there !== undefined && differ(figure, there.figure);
  });
