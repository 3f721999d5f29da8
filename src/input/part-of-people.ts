// Words by which the people of a file are a part of all people: males, an age, adults. Of a part no rate for all can be made.

import type { Cells } from "../core/figure.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { lineRuns } from "./line-runs.ts";
import { isAgeHeading } from "./propose/headings.ts";
import type { ValueColumn } from "./sources/layout.ts";

/** Words that say a part, and which. */
export interface PartSaid {
  readonly text: string;
  readonly part: string;
}

/** What is said about a column of people: over it from its own heading on, above the table, and by file and sheet. */
export interface SaidOfPeople {
  readonly headings: readonly string[];
  readonly titles: readonly string[];
  readonly file: string;
}

const MALE = /\b(males?|men|boys)\b/i;
const FEMALE = /\b(females?|women|girls)\b/i;
const EVERYONE = /\b(persons|both sexes|everyone|all people|total population)\b/i;
/** From birth to the last age that is told apart: all of them. */
const WHOLE_LIFE = /\b(aged?|ages)?\s*0\s?(-|–|to)\s?(\d{2,3}\s?\+|\d{2,3} (and|or) (over|above|older)|1\d\d)/gi;
const AGES = [
  /\bage[ds]? (between )?(under |over )?\d{1,2}\b( ?(\+|(-|–|to|and) (over|above|\d{1,2}))|-\d{1,2})?/i,
  /\b\d{1,2}\s?\+(?!\s?\d)/,
  /\b\d{1,2}[ -]?plus\b/i,
  /\b\d{1,2} (years )?(and|or) (over|above|older)\b/i,
  /\b\d{1,2}\s?(-|–|to)\s?\d{1,2}[ -]years?\b/i,
  /\b(under|over)[ -]\d{2}s?\b/i,
  /\bworking[ -]age\b/i,
  /\b(adults?|children|young people|pensioners)\b/i,
];
const IN_HOUSEHOLDS = /\b(population|people|residents|persons) (living )?in households\b/i;
const ALL_AGES = /\b(all ages|all persons|all people|total|everyone)\b/i;

/** The part of all people that a text names; nothing where it names none, or all parts of a kind. */
function partIn(text: string, takesAges = true): string | undefined {
  const plain = text.replace(/[_\s]+/g, " ").replace(WHOLE_LIFE, "");
  const [male, female] = [MALE, FEMALE].map((pattern) => pattern.exec(plain)?.[0]);
  if ((male === undefined) !== (female === undefined) && !EVERYONE.test(plain)) return male ?? female;
  const ages = takesAges ? AGES : [];
  return [...ages, IN_HOUSEHOLDS].map((pattern) => pattern.exec(plain)?.[0]).find((one) => one !== undefined);
}

/** The first words, from the nearest, by which a column of people holds a part of them. */
export function partOfPeople({ headings, titles, file }: SaidOfPeople): PartSaid | undefined {
  const [own = ""] = headings;
  if (isAgeHeading(own)) return { text: own, part: own };
  if (/^(households?|dwellings)\b/i.test(own)) return { text: own, part: own };
  // A table of all ages may list the ages in its title.
  const isOfAllAges = ALL_AGES.test(own);
  const base = file
    .replace(/^.*\//, "")
    .replace(/\.\w+(?=#|$)/, "")
    .replace(/-(?!\d)|(?<!\d)-/g, " ");
  const said = [
    ...headings.map((text) => ({ text, part: partIn(text, !isOfAllAges) })),
    ...titles.map((text) => ({ text, part: partIn(text, !isOfAllAges) })),
    ...base.split("#").map((text) => ({ text, part: partIn(text) })),
  ];
  return said.flatMap(({ text, part }) => (part === undefined ? [] : [{ text, part }]))[0];
}

/** Takes the columns that a plan maps as populations; at the end, those that hold a part of the people are doubts. */
export function partCheck(file: string) {
  const seen = new Map<number, { readonly said: PartSaid; readonly runs: ReturnType<typeof lineRuns> } | undefined>();
  return {
    add({ column, says }: ValueColumn, line: number): void {
      if (!seen.has(column)) {
        const said = says && partOfPeople({ ...says, file });
        seen.set(column, said && { said, runs: lineRuns() });
      }
      seen.get(column)?.runs.add(line);
    },
    doubts: (): Doubt[] =>
      [...seen].flatMap(([column, found]) => {
        if (!found) return [];
        const lines = found.runs.all();
        const place = { file, line: lines[0]?.[0] ?? 1, column: column + 1 };
        const cells: Cells = { file, column: column + 1, lines };
        return doubt("population-part", place, cells, found.said.text, found.said.part);
      }),
  };
}
