// A measure of the plan file → a measure with its table's settings, and what in it contradicts itself.

import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { compareExact, exact, isNegative, ONE, toNumber } from "../core/number.ts";
import { type Period, periodName, populationDate } from "../core/period.ts";
import { problem } from "../core/problems/problems.ts";
import { meant, type Place } from "../core/problems/sentence.ts";
import { kindName, kinds, PER_1000, PER_1000_HOUSEHOLDS, perWords, rates } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import { byHand } from "../measures/by-hand.ts";
import { measureKind, measureKinds } from "../measures/index.ts";
import type { Aim } from "./aims/aim.ts";
import { unitTrouble } from "./aims/amount.ts";
import { sided, sidedForGrades } from "./aims/maintain-level.ts";
import { type AlsoName, furtherOf } from "./also.ts";
import { statedAnswer } from "./done.ts";
import type { Group } from "./group-schema.ts";
import { withoutFigures } from "./judged.ts";
import { type CurrentWhen, settle, settledKey } from "./latest.ts";
import { milestonesOf } from "./milestones-of.ts";
import { type Measure, type PlacedWhen, type PlanNames, unitOf, type Written, type WrittenTable } from "./model.ts";
import { ofHouseholds, perTrouble } from "./per.ts";
import { seriesOnce } from "./series-once.ts";
import { UNREAD_THRESHOLD } from "./suppress.ts";
import type { Checker, Validated } from "./validate.ts";
import { dateLike, type When } from "./when.ts";
import { wordTrouble } from "./word-troubles.ts";

/** The measure; what of it is wrong is told, and it goes without that. */
export function measureOf(
  check: Checker,
  { data: written, path }: Validated<Written>,
  { data: table, path: tablePath }: Validated<WrittenTable>,
  known: PlanNames,
): Measure {
  const place = (name?: string): Place => check.at(name === undefined ? path : [...path, name]);
  const isLost = (name: string): boolean => check.isDropped([...path, name]);
  const isByHand = written.judged !== undefined || isLost("judged");
  const { left: given, odd } = isByHand ? withoutFigures(written) : { left: written, odd: [] };
  for (const one of odd) {
    const message = `${one}: the measure is judged by hand, so it has no figures`;
    check.problems.push(problem("plan-invalid", place(one), message, `remove ${one}:, or remove judged:`));
  }
  // What is missing because something of it was refused is not told as missing.
  const isHarmed = (name: "baseline" | "current"): boolean =>
    check.isHarmed([...path, name]) || (!given[name]?.population && check.isHarmed([...tablePath, name]));
  const when = (name: "baseline" | "current"): PlacedWhen => {
    const currentAt = settledKey([...(given.current ? path : tablePath), "current"]);
    const asWritten = (of: Pick<Written, "baseline" | "current">, at: typeof path): CurrentWhen | undefined =>
      name === "baseline" ? of.baseline : of.current && settle(of.current, settledKey([...at, name]), known.settled);
    const [own, shared] = [asWritten(given, path), asWritten(table, tablePath)];
    if (isLost(name)) return { place: () => check.at([...path, name]), own: true };
    const where = (): Place => check.at([...(own ? path : tablePath), name]);
    const population = own?.population ?? shared?.population;
    const none = !own && !shared && !check.isDropped([...tablePath, name]);
    const key = name === "current" && { key: currentAt };
    return { ...(own ?? shared), population, place: where, own: own !== undefined, ...(none && { none }), ...key };
  };
  const [baseline, current] = [when("baseline"), when("current")];
  if (
    !isHarmed("baseline") &&
    !isHarmed("current") &&
    !baseline.none &&
    (baseline.population === undefined) !== (current.population === undefined)
  ) {
    const [name, lacking, other, given] =
      baseline.population === undefined
        ? (["baseline", baseline, "current", current] as const)
        : (["current", current, "baseline", baseline] as const);
    const date = given.population as Period;
    // What latest did not find is told where it was looked for.
    if (!lacking.latestPopulation) {
      const example = populationDate(dateLike(date, given.period, lacking.period));
      check.problems.push(problem("population-onesided", lacking.place(), name, other, populationDate(date), example));
    }
  }
  if (baseline.period && current.period && current.period.to <= baseline.period.to)
    check.problems.push(
      problem("periods-order", current.place(), periodName(baseline.period), periodName(current.period)),
    );
  const scale = given.scale ?? table.scale;
  const stated = given.done && statedAnswer(given.done, current.period, place("done"));
  const kind = isByHand ? byHand : measureKind(given.kind ?? table.kind ?? [measureKinds[0].name], scale, stated);
  // What a table asks of its numbers it does not ask of its grades, which are not given for every period.
  const also = alsoOf(given.also ?? (kind.inWords ? [] : table.also) ?? [], current, (why) => {
    const where = check.at([...(given.also ? path : tablePath), "also"]);
    check.problems.push(problem("plan-invalid", where, `also: ${why}`, undefined));
  });
  if (kind.inWords && baseline.average) {
    const hint = "give one period: words have no average";
    check.problems.push(
      problem("plan-invalid", baseline.place(), "baseline: a measure in words cannot have an average", hint),
    );
  }
  const ids = known.priorities.map(({ id }) => id);
  const served = (given.priorities ?? []).flatMap((written, index) => {
    const id = ids.find((one) => nameKey(one) === nameKey(written));
    if (id !== undefined) return [id];
    if (check.isDropped(["priorities"])) return [];
    const where = check.at([...path, "priorities", index]);
    check.problems.push(problem("priority-unknown", where, written, nearest(written, ids), nearestFirst(written, ids)));
    return [];
  });
  if (!given.priorities?.length && !isLost("priorities"))
    check.problems.push(problem("priority-none", place("name"), given.name));
  const unapplicable = given.basis !== undefined && !kind.bases.includes(given.basis);
  if (unapplicable) {
    const asked = given.basis && kindName(given.basis);
    const message = `basis: a ${kind.name} measure has no ${asked} to judge an aim on`;
    check.problems.push(problem("plan-invalid", place("basis"), message, "remove basis:, or change kind:"));
  }
  const series = seriesOnce(given.series ?? { add: isByHand ? [] : [given.name], subtract: [] }, (twice) =>
    check.problems.push(problem("series-twice", place("series"), twice)),
  );
  const isKindLost = given.kind === undefined && check.isDropped([...tablePath, "kind"]);
  // Where it cannot be told what to withhold, nothing is shown.
  const isSuppressLost = isLost("suppress") || check.isDropped([...tablePath, "suppress"]);
  const lost = isByHand
    ? undefined
    : (["series", "kind", "per", "done"].find(isLost) ??
      (isKindLost ? "kind" : undefined) ??
      (isSuppressLost ? "suppress" : undefined));
  const unjudged = (isByHand ? ["judged"] : ["basis", "aim", "better", "by"]).find(
    (name) => isLost(name) || (name === "basis" && unapplicable),
  );
  const basis = kind.bases.find((one) => one === given.basis) ?? kind.bases[0];
  const isOfHouseholds = kind.bases[0] === "rate" && ofHouseholds(series);
  const per = given.per ?? (isOfHouseholds ? PER_1000_HOUSEHOLDS : (table.per ?? PER_1000));
  const isPeriodLost = isHarmed("baseline") || isHarmed("current");
  const perIsWrong = isPeriodLost ? undefined : perTrouble(per, kind, series, [baseline, current]);
  if (perIsWrong) {
    const where = given.per ? place("per") : check.at([...tablePath, "per"]);
    check.problems.push(problem("plan-invalid", where, `per: ${perIsWrong[0]}`, perIsWrong[1]));
  }
  const measure: Measure = {
    ...(lost !== undefined && { unread: say("gap.unread", { key: lost }) }),
    ...(unjudged !== undefined && {
      unjudged: isByHand ? say("judged.unread") : say("gap.unread", { key: unjudged }),
    }),
    ...{ name: given.name, short: given.short, says: given.says },
    ...{ series, kind, basis, per },
    aim: kind.name === "grade" ? sidedForGrades(given.aim) : sided(given.aim, given.better),
    judged: given.judged,
    aimGroup: groupOf(given.aim, known),
    better: given.aim?.better ?? given.better,
    due: given.by?.month ?? given.aim?.due,
    milestones: [],
    path: given.path ?? "line",
    designFactor: given["design-factor"] ?? table["design-factor"],
    outOf: given["out-of"],
    under: !kind.bases.some((one) => counted.includes(one))
      ? undefined
      : isSuppressLost
        ? UNREAD_THRESHOLD
        : (given.suppress ?? table.suppress)?.under,
    isTotal: false,
    priorities: served,
    ...{ baseline, current, also: isByHand ? [] : also },
    label: given.label,
    parts: given.parts ?? [],
    comment: given.comment,
    owner: given.owner,
    revised: given.revised ?? table.revised,
    decimals: [given.decimals ?? {}, table.decimals ?? {}],
    place,
  };
  if (measure.outOf !== undefined && !kind.bases.includes("score")) {
    const message = `out-of: only a score has a highest value, and this is a ${kind.name} measure`;
    check.problems.push(problem("plan-invalid", place("out-of"), message, "remove out-of:, or write kind: score"));
  }
  if (given.suppress && measure.under === undefined) {
    const message = `suppress: a ${kind.name} measure has no counts, so it has no small numbers`;
    check.problems.push(problem("plan-invalid", place("suppress"), message, "remove suppress:"));
  }
  const [first, ...others] = aimTroubles(measure, given, scale, known);
  if (first) {
    for (const [at, message, hint] of [first, ...others])
      check.problems.push(problem("plan-invalid", place(at), message, hint));
    return { ...measure, unjudged: measure.unjudged ?? first[1].replace(/^[a-z]+: |; did you mean .*$/g, "") };
  }
  return isByHand ? measure : { ...measure, milestones: milestonesOf(check, measure, given, path) };
}

/** What counts something, or is a share of what is counted: small numbers may be behind it. */
const counted: readonly string[] = ["count", "people", "rate", "percent"];
/** The further comparisons of a measure; one that its current period cannot have is told. */
function alsoOf(asked: readonly AlsoName[], current: PlacedWhen, tell: (why: string) => void): Measure["also"] {
  const { period, population, place } = current;
  if (!period) return [];
  return furtherOf(asked, { period, population }).flatMap((one) => {
    if (typeof one !== "string") {
      const placed = (when: When): PlacedWhen => ({ ...when, place, own: true });
      return [{ name: one.name, earlier: placed(one.earlier), later: placed(one.later) }];
    }
    tell(one);
    return [];
  });
}

/** The group that an aim speaks of: by its name, or the similar forces or the first group of the plan. */
function groupOf(aim: Aim | undefined, { groups, similarForces }: PlanNames): Group | undefined {
  if (!aim?.needs.some((need) => need !== "baseline")) return undefined;
  if (aim.group === undefined) return similarForces ?? groups[0];
  return groups.find(({ name }) => nameKey(name) === nameKey(aim.group ?? ""));
}

type Trouble = readonly [key: string, message: string, hint: string | undefined];

/** What keeps the aim of a measure from being judged, all of it that can be told at once; nothing where it can be. */
function aimTroubles(
  measure: Measure,
  given: Written,
  scale: Written["scale"],
  { groups }: PlanNames,
): readonly Trouble[] {
  const { aim, aimGroup: group, basis, kind, baseline } = measure;
  if (measure.unjudged !== undefined) return [];
  const inWords = wordTrouble(measure, given, scale);
  if (inWords) return [inWords];
  if (!aim) return [];
  if (given.better !== undefined && aim.better !== undefined && given.better !== aim.better) {
    return [["better", `better: the aim "${aim.words}" says that ${aim.better} is better`, "remove better:"]];
  }
  if (aim.needsBetter) {
    const hint = "add better: lower or better: higher, or allow a change either way, such as maintain within 2%";
    return [["aim", `aim: "${aim.words}" needs to know which way is better`, hint]];
  }
  const unit = unitOf(measure);
  const isOfChange = aim.isOfChange ?? false;
  const amount = unitTrouble(aim.unit, unit, isOfChange);
  if (amount) {
    const other = kind.bases.find((one) => unitTrouble(aim.unit, kinds[one], isOfChange) === undefined);
    const otherPer = rates.find((one) => basis === "rate" && unitTrouble(aim.unit, one.unit, isOfChange) === undefined);
    const hint =
      unit === "%"
        ? percentageHint(aim)
        : otherPer
          ? `add per: ${perWords(otherPer).replace(",", "").replace(" population", "")}`
          : other
            ? `add basis: ${kindName(other)}`
            : undefined;
    return [["aim", `aim: ${amount}`, hint]];
  }
  if (aim.threshold && aim.achieved({ current: aim.threshold })) {
    const side = aim.better === "lower" ? "above" : "below";
    return [
      [
        "aim",
        `aim: the threshold of "${aim.words}" is not ${side} its value`,
        `write a threshold that is ${side} the value`,
      ],
    ];
  }
  const { outOf } = measure;
  if (outOf !== undefined && aim.needs.length === 0 && aim.amount && compareExact(aim.amount, exact(outOf)) > 0) {
    return [
      [
        "aim",
        `aim: "${aim.words}" is more than the highest score, ${outOf}`,
        "write a lower score, or correct out-of:",
      ],
    ];
  }
  // A fall by more than all there is leaves less than nothing.
  const left = aim.better === "lower" && aim.isShare && aim.target?.(ONE);
  if (left && isNegative(left))
    return [["aim", `aim: "${aim.words}" reduces by more than 100%`, "write a share of 100% or less"]];
  if (aim.needs.includes("baseline") && baseline.none) {
    const hint = 'add a baseline, or write an aim without one, such as "at most 100"';
    return [["aim", `aim: "${aim.words}" is judged against a baseline, but the plan has none`, hint]];
  }
  if (!aim.needs.includes("group") && !aim.needs.includes("rank")) return [];
  if (!group) {
    const names = groups.map(({ name }) => name);
    const near = nearest(aim.group ?? "", names);
    const said = `aim: the plan has no group "${aim.group ?? ""}"${meant(near)}`;
    return [
      ["aim", said, names.length > 0 ? `choose from the plan's groups: ${names.join(", ")}` : "add it under groups:"],
    ];
  }
  const sizes: Trouble[] =
    basis === "count" || basis === "pounds" || basis === "people"
      ? [
          [
            "aim",
            `aim: "${aim.words}" compares the counts of forces of different sizes`,
            kind.bases.includes("rate") ? "add basis: rate" : undefined,
          ],
        ]
      : [];
  return aim.needs.includes("rank") ? [...sizes, ...rankTroubles(measure, aim, group)] : sizes;
}

/** What a percentage can be asked, in the words of the aim up to its number. */
function percentageHint({ words, isOfChange }: Aim): string {
  const bare = words.replace(/(\d)\D*$/, "$1");
  return isOfChange ? `write aim: ${bare} percentage points, or aim: ${bare}% of the baseline` : `write aim: ${bare}%`;
}

/** What keeps a force from having a rank in a group, or the aim from being of one. */
function rankTroubles(measure: Measure, aim: Aim, group: Group): readonly Trouble[] {
  const troubles: Trouble[] = [];
  const isAll = group.forces.some((name) => nameKey(name) === "all forces");
  const places = isAll ? 43 : group.forces.length;
  const place = aim.amount && toNumber(aim.amount);
  if (places === 1) {
    troubles.push([
      "aim",
      `aim: there is no rank in ${group.name}, because the plan does not list its forces`,
      "list the forces of the group under forces:",
    ]);
  } else if (place !== undefined && (place < 1 || place >= places)) {
    const message = `aim: a rank in ${group.name} is from 1 to ${places}, so this aim would always or never be achieved`;
    troubles.push(["aim", message, "write a rank that can be reached and missed"]);
  }
  if (measure.better === undefined) {
    troubles.push(["aim", "aim: a rank needs to know which way is better", "add better: lower or better: higher"]);
  }
  return troubles;
}
