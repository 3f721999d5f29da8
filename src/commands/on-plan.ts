// What every command on a plan does around its own work: it opens the plan, says the problems, and answers with the exit code.
import type { Doubt, Problem } from "../core/problems/problems.ts";
import { exitCodeFor, HELD, reportProblems, sayOpen, type World } from "../io/world.ts";
import { type OpenPlan, openPlan } from "./open-plan.ts";

/** The options that say how a plan is opened. */
export interface PlanOptions {
  /** The folder that the data are read from, where it is not the plan's own. */
  readonly data?: string;
  /** Whether each verdict is to have a reading beside it, whatever the plan says. */
  readonly reading?: boolean;
}

/** What the work of a command came to. */
interface Outcome {
  readonly problems: readonly Problem[];
  /** The doubts that the plan does not accept, where they are told. */
  readonly open?: readonly Doubt[];
  /** Whether it failed a gate, whatever the problems. */
  readonly hasFailed?: boolean;
}

/** Does the work on a plan; the exit code, 2 where the plan cannot be read, which is told. */
export async function onPlan(
  world: World,
  asked: string,
  { data, reading = false }: PlanOptions,
  work: (opened: OpenPlan) => Promise<Outcome>,
): Promise<number> {
  const opened = await openPlan(world, asked, data);
  if (!opened) return 2;
  const plan = reading ? { ...opened.plan, reading } : opened.plan;
  const { problems, open = [], hasFailed = false } = await work({ ...opened, plan });
  await reportProblems(world, [...problems, ...open], opened.whereIs, HELD);
  sayOpen(world, open.length);
  return hasFailed ? 1 : exitCodeFor(problems);
}
