// Headings merged over several columns, which lost their blank cells when they were copied: over which columns each stands.
import { nameKey } from "../../core/names.ts";
import { type HeadingWords, isChange, spokenBy } from "./headings.ts";

/** The heading over each column; nothing for a column of which it is not clear. */
export type Over = readonly (string | undefined)[];

/** So many ways to set headings over columns are tried; where more are possible than are kept, none is clear. */
const MOST_TRIED = 20_000;
const MOST_KEPT = 200;

/**
 * The upper row of headings over each of so many columns: as it stands where its blank cells are there or it has one
 * heading alone, otherwise as the headings below tell that it was merged.
 */
export function spreadHeadings(row: readonly string[], header: readonly string[], width: number): Over {
  const lead = row.findIndex((cell) => cell.trim() !== "");
  const isCopied = row.length < width && row.length - lead > 1 && row.slice(lead).every((cell) => cell.trim() !== "");
  const below = Array.from({ length: width }, (_, index) => nameKey(header[index] ?? "").trim());
  // Over the names of the measures stands nothing, or their own heading; "Date, 2024" is no row of headings.
  const isOverNames = lead > 0 || below[0] === "" || below[0] === nameKey(row[0] ?? "").trim();
  if (!isCopied || !isOverNames) return row;
  const groups = row.map((cell) => cell.trim());
  const all = waysOf(groups, below);
  const kept = filters.reduce((ways, filter) => (ways.length > 1 ? ways.filter((way) => filter(way)) : ways), all);
  return Array.from({ length: width }, (_, column) => {
    const texts = new Set(kept.map((way) => way.find(({ from, to }) => from <= column && column < to)?.text));
    return texts.size === 1 ? [...texts][0] : undefined;
  });
}

/** A heading, from one column to before another, with what the headings below it say. */
interface Group {
  readonly text: string;
  readonly spoken: HeadingWords;
  readonly from: number;
  readonly to: number;
  readonly below: readonly Below[];
}
interface Below {
  readonly text: string;
  readonly spoken: HeadingWords;
}

/** Every way to set the headings over the columns in their order, none over two that say the same. */
function waysOf(groups: readonly string[], below: readonly string[]): Group[][] {
  const said = below.map((text): Below => ({ text, spoken: spokenBy(text, "") }));
  const over = groups.map((text): Below => ({ text, spoken: spokenBy(text, "") }));
  const found: Group[][] = [];
  let tried = 0;
  const from = (at: number, made: readonly Group[]): void => {
    const { text, spoken } = over[made.length] ?? {};
    if (text === undefined && at === below.length) found.push([...made]);
    if (text === undefined || spoken === undefined) return;
    const most = below.length - (groups.length - made.length) + 1;
    for (let to = at + 1; to <= most && tried < MOST_TRIED && found.length <= MOST_KEPT; to += 1) {
      tried += 1;
      const own = said.slice(at, to);
      // A heading merged downwards has one blank cell below it; and no heading stands over the names.
      const isAlone = text === "" || own[0]?.text === "";
      if (to > at + 1 && (isAlone || own.at(-1)?.text === "" || isTwice(own))) return;
      from(to, [...made, { text, spoken, from: at, to, below: own }]);
    }
  };
  from(0, []);
  return tried < MOST_TRIED && found.length <= MOST_KEPT ? found : [];
}

const isTwice = (own: readonly Below[]): boolean => own.slice(0, -1).some(({ text }) => text === own.at(-1)?.text);

/** What is so of headings that were merged; each is asked where those before it leave a choice. */
const filters: readonly ((way: readonly Group[]) => boolean)[] = [
  // A change follows the figures that it is of.
  (way) => way.every(({ below: [first, ...more] }) => !first || !isMoved(first) || more.every(isMoved)),
  // Each period has the same figures.
  (way) => areAlike(way.filter(({ spoken }) => isPeriod(spoken))),
  // So has each area, and whatever else is no change.
  (way) =>
    areAlike(way.filter(({ text, spoken, below }) => text !== "" && below[0]?.text !== "" && !isMoved({ spoken }))),
];

const isMoved = ({ spoken }: Pick<Below, "spoken">): boolean => isChange(spoken.kinds[0] ?? "other");
const isPeriod = ({ kinds, when, period }: HeadingWords): boolean =>
  !isChange(kinds[0] ?? "other") && (when !== undefined || period !== undefined);
/** Whether the headings below each group are of the same kinds in the same order. */
const areAlike = (groups: readonly Group[]): boolean =>
  new Set(groups.map(({ below }) => below.map(({ text, spoken }) => spoken.kinds[0] ?? text).join("\n"))).size < 2;
