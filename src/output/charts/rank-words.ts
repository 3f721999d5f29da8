// What a rank plot and a funnel plot show, in sentences.

import { type Figure, isKnown } from "../../core/figure.ts";
import { compareExact } from "../../core/number.ts";
import { namesJoined, say } from "../../core/words/say.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { FunnelChart, RankChart } from "../chart.ts";
import { besideWord } from "../overview-words.ts";
import { known, most } from "./said.ts";

/** The highest, the lowest, the force with its rank, who is outside the limits, the group. */
export function rankWords({ unit, places, points, reference }: RankChart): string[] {
  const value = (figure: Figure): string => formatFigure(figure, places);
  const with_ = known(points);
  const [highest, lowest] = [most(with_), most(with_, -1)];
  const force = with_.find(({ isForce }) => isForce);
  const missing = points.filter(({ figure }) => !isKnown(figure)).map(({ name }) => name);
  return [
    say("chart-words.ranks", { unit, areas: namesJoined(points.map(({ name }) => name)) }),
    highest && lowest
      ? say("chart-words.ends", {
          highest: highest.name,
          most: value(highest.figure),
          lowest: lowest.name,
          least: value(lowest.figure),
        })
      : "",
    force ? ownWords(force, value(force.figure)) : "",
    force?.limits
      ? say("chart-words.limits-like", {
          force: force.name,
          lower: value(force.limits.at95.lower),
          upper: value(force.limits.at95.upper),
        })
      : "",
    points.some(({ limits }) => limits) ? outsideWords(points) : "",
    reference && isKnown(reference.figure)
      ? force
        ? referenceWords(
            reference.name,
            value(reference.figure),
            force,
          )(compareExact(force.figure.value, reference.figure.value))
        : say("narration.group-now", { group: reference.name, now: value(reference.figure) })
      : "",
    missing.length > 0 ? say("chart-words.missing", { names: namesJoined(missing) }) : "",
  ];
}

/** The populations, the others' rate, the limits of the force. */
export function funnelWords({ unit, places, force, points, rate }: FunnelChart): string[] {
  const value = (figure: Figure): string => formatFigure(figure, places);
  const people = known(points.map(({ name, population }) => ({ name, figure: population })));
  const [largest, smallest] = [most(people), most(people, -1)];
  const own = points.find(({ isForce }) => isForce);
  const size = (one: typeof largest): string =>
    one ? say("chart-words.size", { population: formatFigure(one.figure, 0), area: one.name }) : "";
  return [
    say("chart-words.funnel", { unit, areas: namesJoined(points.map(({ name }) => name)) }),
    say("chart-words.populations", { smallest: size(smallest), largest: size(largest) }),
    say("chart-words.rate-of-others", { force, rate: value(rate) }),
    own
      ? funnelOwn(own.note, {
          ...{ force: own.name, value: value(own.figure) },
          ...{ lower: value(own.limits.at95.lower), upper: value(own.limits.at95.upper) },
          ...{ least: value(own.limits.at998.lower), most: value(own.limits.at998.upper) },
        })
      : "",
  ];
}

function outsideWords(points: readonly { readonly name: string; readonly note?: "higher" | "lower" }[]): string {
  const outside = points.flatMap(({ name, note }) =>
    note === undefined ? [] : [say("chart-words.outside-one", { name, side: besideWord(note) })],
  );
  return outside.length === 0
    ? say("chart-words.none-outside")
    : say("chart-words.outside", { n: outside.length, names: namesJoined(outside) });
}

/** The force's own figure, with its rank and the ranks that its limits leave open. */
function ownWords({ name, rank, range }: RankChart["points"][number], value: string): string {
  if (rank === undefined) return say("narration.group-now", { group: name, now: value });
  return range === undefined
    ? say("chart-words.ranked", { name, value, rank })
    : say("chart-words.ranked-range", { name, value, rank, range });
}

/** The group's figure, and where the force is beside it, by the order of the two. */
const referenceWords =
  (group: string, value: string, force: { readonly name: string }) =>
  (order: number): string => {
    const slots = { group, value, force: force.name };
    if (order === 0) return say("chart-words.reference-same", slots);
    return order > 0 ? say("chart-words.reference-higher", slots) : say("chart-words.reference-lower", slots);
  };

type FunnelSlots = Readonly<Record<"force" | "value" | "lower" | "upper" | "least" | "most", string>>;
function funnelOwn(note: "higher" | "lower" | undefined, slots: FunnelSlots): string {
  if (note === "higher") return say("chart-words.funnel-higher", slots);
  if (note === "lower") return say("chart-words.funnel-lower", slots);
  return say("chart-words.funnel-own", slots);
}
