// Figures of one source that are from different releases of it: the releases that files are of, and where figures mix them.

import type { Figure } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { OWN_TABLE } from "../core/names.ts";
import { fewSaid, inRow, say } from "../core/words/say.ts";
import type { RowContext } from "./context.ts";

type Releases = Pick<RowContext, "files" | "choices">;

const filesIn = (figures: readonly Figure[]): Set<string> =>
  new Set(figures.flatMap(({ from }) => from.map(({ file }) => file)));

/** Of each source, the releases that figures are from. */
function releasesIn(files: Releases["files"], figures: readonly Figure[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of filesIn(figures)) {
    const { source, title } = files.get(file) ?? {};
    // Of a publication that was saved without its title, the file is all that tells its release.
    const release = title ?? (PUBLISHED.test(source ?? "") ? `${UNTITLED}${file}` : "");
    if (source === undefined || release === "") continue;
    found.set(source, (found.get(source) ?? new Set()).add(release));
  }
  return found;
}

/** What is said where the earlier figures and the later ones are from different releases; sources that differ alike are in one. */
export function releasesApart(
  { files, choices }: Releases,
  early: readonly Figure[],
  late: readonly Figure[],
): readonly string[] {
  const [earlyFiles, lateFiles] = [filesIn(early), filesIn(late)];
  // Two releases may have one title, or none: that one was chosen says that they are two, and which.
  const chosen = new Map<string, readonly [string, string]>();
  for (const { file, source, edition: newer, older, olderEdition } of choices) {
    if (earlyFiles.has(older) && lateFiles.has(file)) chosen.set(source, [olderEdition, newer]);
    else if (earlyFiles.has(file) && lateFiles.has(older)) chosen.set(source, [newer, olderEdition]);
  }
  const [before, after] = [releasesIn(files, early), releasesIn(files, late)];
  const apart = [...new Set([...before.keys(), ...chosen.keys()])].flatMap(
    (source): (readonly [releases: string, source: string])[] => {
      const [titles = new Set<string>(), others = new Set<string>()] = [before.get(source), after.get(source)];
      const isUnknown = [...titles, ...others].some((title) => title.startsWith(UNTITLED));
      const isToldByTitles = titles.size > 0 && others.size > 0 && ![...titles].some((title) => others.has(title));
      const pair = chosen.get(source);
      if (pair && (isUnknown || !isToldByTitles)) return [[JSON.stringify(pair), source]];
      if (!isToldByTitles) return [];
      if (isUnknown) return [["", source]];
      return [[JSON.stringify(shortened([[...titles].join(" and "), [...others].join(" and ")])), source]];
    },
  );
  return [...grouped(apart)].map(([releases, sources]) => {
    const source = inRow(sources.map(sourceNamed));
    if (releases === "") return say("note.files-differ", { source });
    const [one = "", other = ""] = JSON.parse(releases) as string[];
    return say("note.releases-differ", { source, one, other });
  });
}

/** A source in a sentence that is published. */
const sourceNamed = (source: string): string => (source === OWN_TABLE ? say("note.own-table") : source);

/** What is said of figures over time that are from several releases of a source. */
export function releasesMixed({ files, choices }: Releases, figures: readonly Figure[]): readonly string[] {
  const used = filesIn(figures);
  const found = releasesIn(files, figures);
  const mixed = new Map(
    [...found].flatMap(([source, titles]): [string, readonly string[]][] =>
      titles.size < 2 || [...titles].some((title) => title.startsWith(UNTITLED))
        ? []
        : [[source, shortened([...titles])]],
    ),
  );
  for (const { file, source, edition, older, olderEdition } of choices) {
    if (used.has(file) && used.has(older) && !mixed.has(source)) mixed.set(source, [olderEdition, edition]);
  }
  const untitled = [...found].flatMap(([source, titles]) => (titles.size > 1 && !mixed.has(source) ? [source] : []));
  const alike = grouped([...mixed].map(([source, releases]) => [JSON.stringify(releases), source] as const));
  return [
    ...[...alike].map(([releases, sources]) => {
      const names = (JSON.parse(releases) as string[]).map((one) => say("trend.release", { one }));
      return say("trend.releases-mixed", {
        source: inRow(sources.map(sourceNamed)),
        releases: fewSaid(names, MOST_NAMED),
      });
    }),
    ...(untitled.length > 0 ? [say("trend.files-mixed", { source: inRow(untitled.map(sourceNamed)) })] : []),
  ];
}
const MOST_NAMED = 4;

/** Sources of which each edition is one release, and has a title. */
const PUBLISHED = /^ONS /;
const UNTITLED = "without a title: ";

/** "March 18": the year behind a month. */
const SHORT_YEAR =
  /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December) )\d\d$/i;

/** Titles; of those that differ in their last part alone, that part, with its year in full. */
function shortened(titles: readonly string[]): readonly string[] {
  const parted = titles.map((title) => {
    const cut = title.lastIndexOf(", ") + 2;
    return { rest: cut > 1 ? title.slice(0, cut).replace(/\W+/g, " ") : "", last: title.slice(cut) };
  });
  const [first] = parted;
  const isAlike = first !== undefined && first.rest !== "" && parted.every(({ rest }) => rest === first.rest);
  return isAlike ? parted.map(({ last }) => `… ${last.replace(SHORT_YEAR, "20$&")}`) : titles;
}
