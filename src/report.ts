// Measures → the report: each measure's figures, its verdict and comment, and what each priority comes to.
import { aimNamed } from "./aims.ts";
import { BLANK } from "./cell.ts";
import type { Comments } from "./comments.ts";
import { type Figure, isKnown, type Known, missing } from "./figure.ts";
import type { Change, Level, Question } from "./measures/index.ts";
import { percentage } from "./measures/percentage.ts";
import { key, nearest } from "./names.ts";
import { compare } from "./number.ts";
import { type Kind, kinds, type Observation, type Store } from "./observations.ts";
import { type Period, periodLabel, periodName, populationDate } from "./period.ts";
import type { Measure, PlacedWhen, Plan, PlanTable } from "./plan.ts";
import { type Place, type Problem, problem } from "./problems.ts";
import type { Input } from "./read.ts";
import { placesFor, shown } from "./table.ts";

export type Verdict = "achieved" | "not achieved" | "not judged";
export type Side = "force" | "peers";

/** The similar forces are absent where the plan names none. */
export interface Sides<T> {
  readonly force: T;
  readonly peers?: T;
}

export interface Figures {
  readonly baseline: Sides<Level>;
  readonly current: Sides<Level>;
  readonly change: Sides<Change>;
}

export interface Row {
  readonly measure: Measure;
  /** The name as printed, with the label of periods of its own. */
  readonly name: string;
  readonly figures: Figures;
  readonly parts: readonly { readonly name: string; readonly figures: Figures }[];
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  readonly notes: readonly string[];
  readonly comment: string | undefined;
}

export interface ReportTable extends Pick<PlanTable, "title" | "source" | "baseline" | "current"> {
  readonly rows: readonly Row[];
}

export interface PrioritySummary {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Report {
  readonly plan: Plan;
  readonly inputs: readonly Input[];
  readonly tables: readonly ReportTable[];
  readonly priorities: readonly PrioritySummary[];
  readonly problems: readonly Problem[];
}

/** Which measures a report is of; all of them where nothing is said. */
export interface Selection {
  readonly measures?: readonly string[] | undefined;
  readonly priorities?: readonly string[] | undefined;
  readonly tables?: readonly string[] | undefined;
}

/** The report of the plan's measures, with the problems of the figures they ask for. */
export function reportOf(
  plan: Plan,
  store: Store,
  comments: Comments,
  selection: Selection = {},
): Omit<Report, "inputs"> {
  const problems: Problem[] = [...store.problems, ...comments.problems];
  const chosen = (list: readonly string[] | undefined, names: readonly string[]): boolean =>
    list === undefined || list.some((one) => names.some((name) => key(one) === key(name)));
  const tables = plan.tables
    .filter((table) => chosen(selection.tables, [table.title]))
    .map((table) => ({
      ...table,
      rows: table.measures
        .filter(({ name }) => chosen(selection.measures, [name]))
        .filter(({ priorities }) => chosen(selection.priorities, priorities))
        .map((measure) => rowOf(plan, store, measure, comments, problems)),
    }))
    .filter((table) => table.rows.length > 0);
  const rows = tables.flatMap((table) => table.rows);
  const priorities = plan.priorities
    .filter(({ id }) => chosen(selection.priorities, [id]))
    .map(({ id, name }) => ({ id, name, rows: rows.filter(({ measure }) => measure.priorities.includes(id)) }));
  return { plan, tables, priorities, problems };
}

/** How many measures of a summary have each verdict. */
export function tally(rows: readonly Row[]): Record<Verdict, number> {
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  return { achieved: count("achieved"), "not achieved": count("not achieved"), "not judged": count("not judged") };
}

function rowOf(plan: Plan, store: Store, measure: Measure, comments: Comments, problems: Problem[]): Row {
  const raise = (found: Problem): unknown => problems.push(found);
  const figures = figuresOf(plan, store, measure, measure.kind, measure.series, raise);
  const parts = measure.parts.map(({ name, series }) => ({
    name,
    figures: figuresOf(plan, store, measure, percentage, series, raise),
  }));
  const { verdict, reason, notes } = judge(measure, figures, raise);
  const comment = measure.comment ?? comments.of(measure.name);
  if (verdict === "not achieved" && comment === undefined) {
    raise(problem("comment-missing", measure.place("name"), measure.name));
  }
  const own = (["baseline", "current"] as const)
    .filter((when) => measure[when].own)
    .map((when) => `${when}: ${periodLabel(measure[when])}`);
  const label = measure.label ?? own.join("; ");
  const name = label ? `${measure.name} (${label})` : measure.name;
  return { measure, name, figures, parts, verdict, reason, notes, comment };
}

function figuresOf(
  plan: Plan,
  store: Store,
  measure: Measure,
  kind: Measure["kind"],
  series: string,
  raise: (found: Problem) => unknown,
): Figures {
  const level = (side: Side, when: PlacedWhen): Level =>
    kind.level(questionOf(plan, store, measure, series, side, when, raise));
  const sides = <T>(of: (side: Side) => T): Sides<T> => ({
    force: of("force"),
    ...(plan.similarForces !== undefined && { peers: of("peers") }),
  });
  const baseline = sides((side) => level(side, measure.baseline));
  const current = sides((side) => level(side, measure.current));
  const change = sides((side) => {
    const [was, is] = [baseline[side] ?? {}, current[side] ?? {}];
    const moved = kind.change(was, is);
    const { percent } = moved;
    const base = was.count ?? was.rate;
    if (percent && !isKnown(percent) && isKnown(base) && base.from[0] && isKnown(is.count ?? is.rate)) {
      raise(problem("baseline-zero", base.from[0], `${series} for ${areaOf(plan, side)}`));
    }
    return moved;
  });
  return { baseline, current, change };
}

const areaOf = (plan: Plan, side: Side): string => (side === "force" ? plan.force : (plan.similarForces ?? ""));

/** What a measure kind may ask of the data; a question without an answer raises the problem and gives the gap. */
function questionOf(
  plan: Plan,
  store: Store,
  measure: Measure,
  series: string,
  side: Side,
  when: PlacedWhen,
  raise: (found: Problem) => unknown,
): Question {
  const area = areaOf(plan, side);
  const figureOf = (kind: Kind, period: Period | undefined): Figure => {
    if (!period) return missing(kinds[kind], { mark: "x", reason: "the plan states no period for it", told: true });
    const found = store.find(series, area, period, kind);
    if (found) {
      const [origin] = found.from;
      // A sign that the data give on purpose is shown and explained in its cell; a blank may be an oversight.
      if (!isKnown(found) && found.gap.reason === BLANK && origin) {
        raise(problem("figure-missing", origin, `${series} for ${area}`, BLANK));
      }
      return found;
    }
    const { why, reason } = absence(plan, store, measure, { series, area, period, kind }, when.place, side);
    raise(why);
    return missing(kinds[kind], { mark: "x", reason, told: true });
  };
  return {
    find: (kind) => figureOf(kind, when.period),
    gives: (kind) => store.all.some((seen) => seen.kind === kind && key(seen.series) === key(series)),
    population: () => (when.population ? figureOf("population", when.population) : undefined),
  };
}

/** Why the data do not give a figure that the plan asks for: the nearest name, period or kind that they have. */
function absence(
  plan: Plan,
  store: Store,
  measure: Measure,
  wanted: Pick<Observation, "series" | "area" | "period" | "kind">,
  periodPlace: Place,
  side: Side,
): { why: Problem; reason: string } {
  const { series, area, period, kind } = wanted;
  const isPopulation = kind === "population";
  const names = (list: readonly Observation[], of: (seen: Observation) => string): string[] => [
    ...new Set(list.map(of)),
  ];
  const inSeries = store.all.filter((seen) =>
    isPopulation ? seen.kind === kind : seen.kind !== "population" && key(seen.series) === key(series),
  );
  const inArea = inSeries.filter((seen) => key(seen.area) === key(area));
  const areas = names(store.all, (seen) => seen.area);
  if (!areas.some((one) => key(one) === key(area))) {
    const place = plan.place(side === "force" ? "force" : "similar-forces");
    return { why: problem("area-unknown", place, area, nearest(area, areas), areas), reason: `no data for ${area}` };
  }
  if (inSeries.length === 0 && !isPopulation) {
    const all = names(store.all, (seen) => seen.series).filter((name) => name !== "");
    const place = measure.place(measure.series === measure.name ? "name" : "series");
    return {
      why: problem("series-unknown", place, series, nearest(series, all), all),
      reason: `no data for ${series}`,
    };
  }
  const ofKind = inArea.filter((seen) => seen.kind === kind);
  const dated = isPopulation ? populationDate : periodName;
  const what = isPopulation ? `population of ${area}` : `${series} for ${area}, ${kind}`;
  if (ofKind.length > 0) {
    const known = names(ofKind, (seen) => dated(seen.period));
    const why = problem("period-not-covered", periodPlace, what, dated(period), known);
    return { why, reason: `the data do not cover ${dated(period)}` };
  }
  const why = problem(
    "no-figure",
    measure.place("name"),
    what,
    names(inArea, (seen) => seen.kind),
  );
  return { why, reason: `the data give no ${kind}` };
}

function judge(
  measure: Measure,
  figures: Figures,
  raise: (found: Problem) => unknown,
): Pick<Row, "verdict" | "reason" | "notes"> {
  const aim = measure.aim === undefined ? undefined : aimNamed(measure.aim);
  const notJudged = (reason: string) => ({ verdict: "not judged" as const, reason, notes: [] });
  if (!aim) return notJudged("no aim that could be read is stated for it");
  const pair: Known[] = [];
  for (const when of ["baseline", "current"] as const) {
    const figure = figures[when].force[measure.basis];
    if (!figure) {
      raise(problem("no-figure", measure.place("basis"), `${measure.name}, ${measure.basis}`, []));
      return notJudged(`there is no ${measure.basis} to judge its aim on`);
    }
    if (!isKnown(figure)) {
      const [origin] = figure.from;
      if (origin && !figure.gap.told) {
        raise(problem("figure-missing", origin, `${measure.name}, ${when}`, figure.gap.reason));
      }
      return notJudged(`${when}: ${figure.gap.reason}`);
    }
    pair.push(figure);
  }
  const [baseline, current] = pair as [Known, Known];
  const verdict = aim.achieved(baseline.value, current.value) ? "achieved" : "not achieved";
  if (compare(baseline.value, current.value) === 0) return { verdict, reason: "no change", notes: [] };
  const [was, is] = pair.map((figure) => shown(figure, placesFor(measure, "force", figure.unit)));
  const hidden = `the aim is judged on unrounded figures, which differ; both are printed as ${was}`;
  return { verdict, reason: undefined, notes: was === is ? [hidden] : [] };
}
