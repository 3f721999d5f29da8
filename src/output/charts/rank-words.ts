// What a rank plot and a funnel plot show, in sentences.

import { type Figure, isKnown } from "../../core/figure.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { FunnelChart, RankChart } from "../chart.ts";
import { known, most, nameList, relation } from "./said.ts";

/** The highest, the lowest, the force with its rank, who is outside the limits, the group. */
export function rankWords({ unit, places, points, reference }: RankChart): string[] {
  const value = (figure: Figure): string => formatFigure(figure, places);
  const with_ = known(points);
  const [highest, lowest] = [most(with_), most(with_, -1)];
  const force = with_.find(({ isForce }) => isForce);
  const missing = points.filter(({ figure }) => !isKnown(figure)).map(({ name }) => name);
  const range = force?.range === undefined ? "" : `, ${force.range} by its limits`;
  return [
    `Rank plot of ${unit} for ${nameList(points.map(({ name }) => name))}.`,
    highest && lowest
      ? `Highest: ${highest.name}, ${value(highest.figure)}; lowest: ${lowest.name}, ${value(lowest.figure)}.`
      : "",
    force ? `${force.name}: ${value(force.figure)}${force.rank ? `, ranked ${force.rank}${range}` : ""}.` : "",
    force?.limits
      ? `95% limits of a force like the others of ${force.name}: ${value(force.limits.at95.lower)} to ${value(force.limits.at95.upper)}.`
      : "",
    points.some(({ limits }) => limits) ? outsideWords(points) : "",
    reference && isKnown(reference.figure)
      ? `${reference.name}: ${value(reference.figure)}${force ? `; ${force.name} is ${relation(force.figure, reference.figure)} it` : ""}.`
      : "",
    missing.length > 0 ? `No figure for ${nameList(missing)}.` : "",
  ];
}

/** The populations, the others' rate, the limits of the force. */
export function funnelWords({ unit, places, force, points, rate }: FunnelChart): string[] {
  const value = (figure: Figure): string => formatFigure(figure, places);
  const people = known(points.map(({ name, population }) => ({ name, figure: population })));
  const [largest, smallest] = [most(people), most(people, -1)];
  const own = points.find(({ isForce }) => isForce);
  const size = (one: typeof largest): string => (one ? `${formatFigure(one.figure, 0)} (${one.name})` : "");
  return [
    `Funnel plot of ${unit} by population for ${nameList(points.map(({ name }) => name))}.`,
    `Populations are from ${size(smallest)} to ${size(largest)}.`,
    `The rate of the others of ${force} is ${value(rate)}.`,
    own
      ? `${own.name} (${value(own.figure)}) has 95% limits of ${value(own.limits.at95.lower)} to ${value(own.limits.at95.upper)} and 99.8% limits of ${value(own.limits.at998.lower)} to ${value(own.limits.at998.upper)}${own.note ? `: it is ${own.note} than the others` : ""}.`
      : "",
  ];
}

function outsideWords(points: readonly { readonly name: string; readonly note?: string }[]): string {
  const outside = points.flatMap(({ name, note }) => (note === undefined ? [] : [`${name} (${note})`]));
  return outside.length === 0
    ? "No force is outside its 95% limits."
    : `Outside ${outside.length === 1 ? "its" : "their"} 95% limits: ${nameList(outside)}.`;
}
