// The notes of a comparison: what its ranks, averages and readings mean, and why figures are missing.

import { figureNotes, isKnown } from "../core/figure.ts";
import { compareExact, fixed, HUNDRED, isZero, minus, over, times, withThousands } from "../core/number.ts";
import { isAddable } from "../core/value-kind.ts";
import { kindInWords, perOfSay } from "../core/words/names.ts";
import { populationWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import { type Cell, type Column, fullHeading, isGap } from "../output/table.ts";
import { noteOf, oldPopulationNote } from "../output/table-notes.ts";
import { formatFigure, placesFor } from "../report/format-figure.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { breakNote, breakReason, pandemicNotes } from "../report/not-chance.ts";
import { lengthNotes } from "../report/period-lengths.ts";
import { rankIn } from "../report/rank.ts";
import { isDrawn } from "./charts.ts";
import { nameWhen } from "./title.ts";

/** What must be read with a comparison: ranks, populations, averages, what its readings mean; of the spread where it is shown. */
export function comparisonNotes(comparison: Comparison, hasSpread: boolean): string[] {
  const { measure, side, when, basis, definitions, reversedBy, beside, given, compared, figure } = comparison;
  const { breaks, notBeside } = comparison;
  const force = compared.find(({ isForce }) => isForce);
  const rank = rankIn(comparison);
  const places = placesFor(measure, false, figure);
  const without = typeof rank === "string" ? undefined : rank.without;
  const notes = [
    typeof rank === "string"
      ? say("compare.no-rank", { why: rank })
      : without
        ? say("compare.ranks-without", { force: force?.name ?? "", rank: rank.words, without })
        : say("compare.ranks", { force: force?.name ?? "", rank: rank.words }),
  ];
  const isComputed = compared.some(({ population, level }) => population && level.rate);
  if (when.population && isComputed)
    notes.push(
      say("note.rates", {
        rates: say("note.rates-at", { per: perOfSay(measure.per), date: populationWords(when.population) }),
      }),
      ...oldPopulationNote(measure, when),
    );
  const baseline = nameWhen(measure.baseline);
  if (baseline !== undefined && compared.some(({ change }) => Object.keys(change).length > 0)) {
    const [then, now] = [measure.baseline, when].map(({ population }) => population && populationWords(population));
    notes.push(
      isComputed && then !== undefined && then !== now
        ? say("compare.changes-rates", { baseline, per: perOfSay(measure.per), date: then })
        : say("compare.changes", { baseline }),
    );
  }
  notes.push(...lengthNotes({ ...measure, current: when }).map((note) => say("note.ended", { note: capital(note) })));
  for (const one of breaks) notes.push(say("note.ended", { note: capital(breakNote(one)) }));
  notes.push(...pandemicNotes([{ name: measure.name, measure: { ...measure, current: when } }]));
  if (beside) notes.push(say("note.ended", { note: beside.saysOf(force?.name ?? "") }));
  if (notBeside !== undefined) notes.push(say("compare.not-beside", { why: notBeside }));
  const outside = compared.filter(({ isMember }) => !isMember).map(({ name }) => name);
  if (outside.length > 0) notes.push(say("compare.not-counted", { names: inRow(outside), group: side.name }));
  if (definitions.length > 1 && definitions.some((one) => isKnown(one.figure))) {
    const ways = definitions.map((one) => {
      const slots = { way: one.words, value: formatFigure(one.figure, places) };
      return one.isChosen ? say("compare.way-used", slots) : say("compare.way", slots);
    });
    notes.push(say("compare.ways", { group: side.name, ways: ways.join("; ") }));
  }
  if (reversedBy.length > 0 && isKnown(force?.figure) && isKnown(figure)) {
    const order = compareExact(force.figure.value, figure.value);
    const others = reversedBy.map((one) =>
      say("compare.way-other", { way: one.words, value: formatFigure(one.figure, places) }),
    );
    const slots = {
      force: force.name,
      value: formatFigure(force.figure, places),
      group: side.name,
      ways: others.join("; "),
    };
    notes.push(
      order === 0
        ? say("compare.decides-level", slots)
        : order > 0
          ? say("compare.decides-above", slots)
          : say("compare.decides-below", slots),
    );
  }
  if (given) notes.push(givenNote(comparison));
  notes.push(...limitNotes(comparison));
  if (hasSpread && compared.some((one) => one.spread)) {
    notes.push(say("compare.spread-note", { group: side.name }));
  }
  if (isAddable(basis) && compared.length > 1) {
    notes.push(say("compare.by-number"));
  }
  if (basis !== measure.basis && measure.aim) notes.push(say("compare.by-rate", { basis: kindInWords(measure.basis) }));
  for (const said of figureNotes(compared.flatMap(({ level, change }) => [level, change])))
    notes.push(noteOf(measure.name, said));
  if (!isDrawn(comparison)) notes.push(say("compare.no-chart"));
  return notes;
}

/** What the limits are, or why there are none, and how far the forces differ. */
function limitNotes({ compared, side, basis, dispersion, breaks }: Comparison): string[] {
  const spread =
    dispersion === undefined
      ? ""
      : say("compare.dispersion", { group: side.name, times: withThousands(dispersion.toFixed(1)) });
  if (compared.some(({ against }) => against)) {
    return [
      say("compare.limits", { group: side.name }),
      say("compare.outside"),
      ...(spread === "" ? [] : [say("compare.dispersion-allowed", { dispersion: spread })]),
    ];
  }
  if (isAddable(basis)) return spread === "" ? [] : [spread];
  if (basis !== "rate") return [say("compare.no-limits-kind")];
  const others = compared.filter(({ isForce, isMember }) => isMember && !isForce);
  const across = breaks.find(({ isInCurrent }) => isInCurrent);
  if (across) return [say("compare.no-limits", { why: breakReason(across) })];
  const why =
    others.length < 4
      ? say("compare.few-others")
      : others.every(({ level, population }) => isKnown(level.count) && isKnown(population))
        ? say("compare.no-events")
        : say("compare.not-every");
  return [...(spread === "" ? [] : [spread]), say("compare.no-limits", { why })];
}

/** How far the group's figure is from the one that the data give for it as a row of its own. */
function givenNote({ given, group, side, measure }: Comparison): string {
  if (!given) return "";
  const [kind, row] = given;
  const own = group[kind];
  if (!isKnown(row) || !isKnown(own)) return say("compare.given-lost", { group: side.name });
  const places = placesFor(measure, true, row);
  const difference = minus(own.value, row.value);
  const percent = isZero(row.value) ? "" : fixed(over(times(HUNDRED, difference), row.value), 2);
  const sign = percent.startsWith("-") || percent === "0.00" ? "" : "+";
  const slots = {
    ...{ group: side.name, given: formatFigure(row, places), made: formatFigure(own, places) },
    difference: formatFigure({ ...own, value: difference }, places),
  };
  return percent === ""
    ? say("compare.given", slots)
    : say("compare.given-share", { ...slots, share: `${sign}${percent}%` });
}

/** Each reason for a missing figure, with the areas and the columns that it holds for. */
export function gapNotes(rows: readonly (readonly Cell[])[], columns: readonly Column[]): string[] {
  const headings = columns.map(fullHeading);
  const why = new Map<string, { areas: Set<string>; columns: Set<string> }>();
  for (const row of rows) {
    const [name] = row;
    for (const [index, cell] of row.entries()) {
      if (!isGap(cell)) continue;
      const { reason } = cell.figure.gap;
      const found = why.get(reason) ?? { areas: new Set<string>(), columns: new Set<string>() };
      found.areas.add(name && "text" in name ? name.text : "");
      found.columns.add(headings[index] ?? "");
      why.set(reason, found);
    }
  }
  return [...why].map(([reason, one]) =>
    noteOf(inRow([...one.areas]), say("note.gap", { reason, columns: [...one.columns].join("; ") })),
  );
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
