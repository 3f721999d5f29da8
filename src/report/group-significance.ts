// The force beside the other forces of a group: its rate against theirs, and its change against theirs.

import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import type { Comparator } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import { estimate } from "../statistics/estimate.ts";
import { FEWEST_OTHERS, type FunnelAgainstOthers, funnelAgainstOthers } from "../statistics/funnel-against-others.ts";
import type { EventsOver } from "../statistics/limits.ts";
import { type ChangeBeside, changeBeside, fewOthers, type Moved } from "./change-beside.ts";
import { queryFor, type RowContext } from "./context.ts";
import { chosenPopulation } from "./events-of.ts";
import { dataQuestionOf } from "./query.ts";
import type { ReadingQuestion } from "./reading-question.ts";
import { type Between, LEVEL, notTested, type Significance } from "./significance.ts";

/** The plan's force and the others of a group, each as a side of its own. */
interface Forces {
  readonly force: Comparator;
  readonly others: readonly Comparator[];
}

function forcesOf({ sides }: RowContext, group: Comparator): Forces {
  const [own] = sides.force.members;
  const others = group.members.filter(({ key }) => key !== own?.key);
  return {
    force: sides.force,
    others: others.map((member) => ({ ...sides.force, name: member.name, members: [member] })),
  };
}

/** Number and population of each force in a period, a population of each number; or the name of the first without. */
function eventsAll(context: RowContext, measure: Measure, all: readonly Comparator[], when: Measure["current"]) {
  const quiet = { ...context, raise: () => {} };
  return all.map((side) => ({
    name: side.name,
    count: dataQuestionOf(queryFor(quiet, measure, side, when)).find("count"),
    population: chosenPopulation(context, measure, when, side),
  }));
}

/** Whether the force's rate is unlike those of the other forces of the aim's group, by the spread of theirs. */
export function groupSignificance(
  context: RowContext,
  measure: Measure,
  question: Extract<ReadingQuestion, { asks: "group" }>,
): Significance {
  if (measure.basis !== "rate") return notTested(say("untested.only-rates"));
  const group = context.sides.groups.find((side) => side.group === measure.aimGroup);
  if (!group) return notTested(say("untested.no-group"));
  const { force, others } = forcesOf(context, group);
  if (group.isRow || others.length === 0) return notTested(say("untested.group-whole", { group: group.name }));
  if (others.length < FEWEST_OTHERS) return notTested(fewOthers(group.name, others.length));
  const all = eventsAll(context, measure, [force, ...others], measure.current);
  const without = all.find(({ count, population }) => !isKnown(count) || !isKnown(population));
  if (without) return notTested(say("untested.force-without", { force: without.name }));
  const inputs = all.flatMap(({ count, population }) => [count, population as Figure]);
  const found = (values: readonly number[]): FunnelAgainstOthers | undefined => {
    const [own, ...rest] = all.map((_, at): EventsOver => ({ x: values[2 * at] ?? 0, n: values[2 * at + 1] ?? 0 }));
    return own && funnelAgainstOthers(own, rest);
  };
  const { unit } = measure.per;
  const size = 10 ** measure.per.power;
  const figure = (said: string, unit: Figure["unit"], from: (one: FunnelAgainstOthers) => number): Figure =>
    estimate(
      unit,
      inputs,
      say("untested.others-no-events"),
      (...values) => {
        const one = found(values);
        return one && from(one);
      },
      (...values) =>
        `${said}: ${all.map(({ name }, at) => `${name} ${values[2 * at]} in ${values[2 * at + 1]}`).join("; ")}`,
    );
  const p = figure("p of the force's rate against the others'", "ratio", (one) => one.p);
  const against = figure(`pooled rate of the other forces, ${unit}`, unit, (one) => one.rate * size);
  const t = figure("how many standard errors the force's rate is above the others'", "ratio", (one) => one.t);
  if (!isKnown(p) || !isKnown(against) || !isKnown(t)) return notTested(say("untested.other-forces-no-events"));
  const isBeyond = toNumber(p.value) < LEVEL;
  const isHigher = toNumber(t.value) > 0;
  const between: Between = {
    lower: figure(`lower 95% limit of a force like the others, ${unit}`, unit, (one) => one.limits95.lower * size),
    upper: figure(`upper 95% limit of a force like the others, ${unit}`, unit, (one) => one.limits95.upper * size),
  };
  return {
    words: isBeyond ? "beyond chance" : "within chance",
    question: question.words,
    how: say("how.others"),
    says: isBeyond
      ? isHigher
        ? say("reading.higher", { group: group.name })
        : say("reading.lower", { group: group.name })
      : say("reading.similar", { group: group.name }),
    assumes: say("assumes.forces"),
    ...{ against, p, current: between },
    dispersion: figure(
      "φ, how many times the others vary as much as chance alone makes them",
      "ratio",
      (one) => one.phi,
    ),
    degrees: others.length - 1,
  };
}

/**
 * The force's change beside those of the other forces of the first group that has enough of them, or why there is none, with
 * the group; `unlike` is why no changes can be set beside each other. Nothing where no group has its forces one by one.
 */
export function besideOthers(
  context: RowContext,
  measure: Measure,
  unlike: string | undefined,
): ChangeBeside | { readonly group: string; readonly why: string } | undefined {
  if (measure.basis !== "count" && measure.basis !== "rate") return undefined;
  const listed = context.sides.groups.filter((side) => !side.isRow && forcesOf(context, side).others.length > 0);
  const group = listed.find((side) => forcesOf(context, side).others.length >= FEWEST_OTHERS) ?? listed[0];
  if (!group) return undefined;
  if (unlike !== undefined) return { group: group.name, why: unlike };
  const { force, others } = forcesOf(context, group);
  const [before = [], now = []] = [measure.baseline, measure.current].map((when) =>
    eventsAll(context, measure, [force, ...others], when),
  );
  const [own, ...rest] = before.map(
    (one, at): Moved => ({
      name: one.name,
      counts: [one.count, now[at]?.count],
      ...(measure.basis === "rate" && { populations: [one.population, now[at]?.population] }),
    }),
  );
  const found = own && changeBeside(own, rest, group.name);
  return typeof found === "string" ? { group: group.name, why: found } : found;
}
