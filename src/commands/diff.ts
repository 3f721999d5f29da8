// diff: what changed from one release of the data to the next, measure by measure.

import { resolve } from "node:path";
import type { Command } from "commander";
import { nameKey } from "../core/names.ts";
import type { Period } from "../core/period.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import type { ProblemJson } from "../core/problems/problem-schema.ts";
import { gazetteer } from "../data/areas.ts";
import { diffOf } from "../diff/diff.ts";
import { diffPage } from "../diff/page.ts";
import type { ReportSnapshot } from "../diff/snapshot.ts";
import { asGiven, checkInput, fileGiven } from "../io/given.ts";
import { exitCodeFor, HELD, Refusal, reportProblems, type World } from "../io/world.ts";
import { pageFormats } from "../output/formats/index.ts";
import { openDoubts } from "../report/doubts.ts";
import { checkDelivery, type Delivery, deliverPage, withDelivery } from "./delivery.ts";
import { type OpenSnapshot, openMade, openSaved, sideAsked } from "./open-snapshot.ts";
import { periodLike } from "./options.ts";

interface Options extends Delivery {
  readonly plan?: string;
  readonly was?: Period;
}

const examples = `
A side is a report that was kept (report --format json), a plan with its data beside it, or a folder of data with --plan.

Examples:
  plan-measures diff last-quarter.json new-data --plan plan.yaml    the quarterly refresh
  plan-measures diff last-quarter.json plan.yaml                    the same, the new data being the plan's own
  plan-measures diff june september --plan plan.yaml --was "12 months to June 2023"
  plan-measures diff last-quarter.json this-quarter.json            what moved and what was revised cannot be told apart

Exit codes: 0 done, whatever changed; 1 done, but something in a plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function diff(command: Command, world: World, done: (exitCode: number) => void): void {
  // It draws no charts.
  const names = pageFormats.filter((name) => name !== "svg");
  withDelivery(
    command
      .argument("<old>", "the old side")
      .argument("<new>", "the new side")
      .option("--plan <plan>", "the plan that uses the data of a folder; by default the plan.yaml in it")
      .option(
        "--was <period>",
        "the current period of the old folder, if the plan has the new one",
        periodLike("2019 or 12 months to June 2023"),
      ),
    names,
  )
    .addHelpText("after", examples)
    .action(async (old: string, now: string, options: Options) => done(await run(old, now, options, world)));
}

async function run(oldGiven: string, newGiven: string, given: Options, world: World): Promise<number> {
  checkDelivery(given);
  checkInput(world, [oldGiven, newGiven, given.plan]);
  const [oldName, newName] = [fileGiven(world, oldGiven), fileGiven(world, newGiven)];
  const plan = given.plan === undefined ? undefined : fileGiven(world, given.plan, "--plan ");
  const options = { ...given, ...(plan !== undefined && { plan }) };
  const [before, after] = [oldName, newName].map((name) => sideAsked(world, name, options.plan));
  if (options.plan !== undefined && ![before, after].some((side) => side?.plan === options.plan)) {
    throw new Refusal(
      "--plan: neither side is a folder of data",
      "remove --plan, or name the folder with the new data",
    );
  }
  if (options.was && (!before || before.plan !== options.plan)) {
    const hint = "remove --was: a saved report or a plan already gives its periods";
    throw new Refusal(`--was: ${asGiven(oldName)} is not a folder of data of the plan`, hint);
  }
  const old = before
    ? await openMade(world, asGiven(oldName), before, { was: options.was })
    : openSaved(world, oldName);
  if (!old) return 2;
  const now = after ? await openMade(world, asGiven(newName), after, { old: old.edition }) : openSaved(world, newName);
  if (!now) return 2;
  sameForce(old.edition, now.edition);
  // Of one plan on both sides, what is wrong with it is said once.
  const path = (side: typeof before): string => resolve(world.cwd, side?.plan ?? "");
  const isSame = before !== undefined && after !== undefined && path(before) === path(after);
  const oldProblems = isSame ? old.problems.filter(({ file }) => !/\.ya?ml$/i.test(file)) : old.problems;
  const placed = ({ problems, whereIs }: Pick<OpenSnapshot, "problems" | "whereIs">): readonly ProblemJson[] =>
    problemsJson(problems).map(({ note, ...one }) => ({
      ...{ ...one, file: whereIs(one.file) },
      ...(note && { note: { ...note, file: whereIs(note.file) } }),
    }));
  const problems = [...placed({ ...old, problems: oldProblems }), ...placed(now)];
  const doubtsOf = ({ doubts, whereIs }: OpenSnapshot) =>
    doubtsJson(doubts).map((one) => ({ ...one, file: whereIs(one.file) }));
  const doubts = [...doubtsOf(old), ...doubtsOf(now)];
  const diff = diffOf(old.edition, now.edition, now.restated);
  await deliverPage(world, options, diffPage(diff, { problems, doubts }));
  await reportProblems(world, [...oldProblems, ...openDoubts(old.doubts)], old.whereIs, HELD);
  await reportProblems(world, [...now.problems, ...openDoubts(now.doubts)], now.whereIs, HELD);
  return exitCodeFor([...old.problems, ...now.problems]);
}

/** Two forces are not two releases. */
function sameForce(old: ReportSnapshot, now: ReportSnapshot): void {
  const places = gazetteer();
  const [one, other] = [old, now].map(({ force }) => {
    const found = places.find(force, "", "force");
    return "key" in found ? found.key : nameKey(force);
  });
  if (one === other) return;
  const hint = "use two releases for the same force, or run plan-measures compare to rank forces";
  throw new Refusal(`${old.name} is for ${old.force}, but ${now.name} is for ${now.force}`, hint);
}
