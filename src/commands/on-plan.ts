// What every command on a plan does around its own work: it opens the plan, says the problems, and answers with the exit code.
import type { Problem } from "../core/problems/problems.ts";
import { exitCodeFor, HELD, reportProblems, type World } from "../io/world.ts";
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
  const { problems, hasFailed = false } = await work({ ...opened, plan });
  await reportProblems(world, problems, opened.whereIs, HELD);
  return hasFailed ? 1 : exitCodeFor(problems);
}
