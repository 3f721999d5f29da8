// comments: a draft for each comment that the plan owes, added to its comments file.

import { basename, dirname, join } from "node:path";
import type { Command } from "commander";
import type { Problem } from "../core/problems/problems.ts";
import { printable } from "../core/safe-text.ts";
import { correctComments, type NewComment, withComments } from "../input/add-comments.ts";
import { readComments } from "../input/comments.ts";
import { isThere, MOST_PLAN_MEBIBYTES, readBelow } from "../io/files.ts";
import { Refusal, type World } from "../io/world.ts";
import { writeFiles } from "../io/write-files.ts";
import { openDoubts } from "../report/doubts.ts";
import { draftsFor } from "../report/draft-comment.ts";
import { reportOf } from "../report/report.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { measuresOf } from "./open-plan.ts";
import { withData } from "./options.ts";

const examples = `
Examples:
  plan-measures comments                add a draft to the comments file for each comment that is missing
  plan-measures comments my-plan        the same for the plan.yaml in that folder

A draft begins with [draft], and has the report's own sentences about the measure. Finish it and delete [draft]: check
refuses drafts. What you wrote is never changed or deleted.
Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function comments(command: Command, world: World, done: (exitCode: number) => void): void {
  withData(command.argument("[plan]", "the plan file", "plan.yaml"))
    .addHelpText("after", examples)
    .action(async (plan: string, options: PlanOptions) => done(await run(plan, options, world)));
}

const run = (asked: string, options: PlanOptions, world: World): Promise<number> =>
  onPlan(world, asked, options, async ({ plan, folder, problems: ofPlan, read, whereIs }) => {
    const file = plan.comments;
    if (file === undefined) {
      throw new Refusal(
        `${whereIs(plan.file)}: the plan names no comments file`,
        "add a line to the plan: comments: comments.csv",
      );
    }
    const data = await read(measuresOf(plan));
    const known = readComments(plan, folder);
    const made = reportOf(plan, data, known);
    const owed = draftsFor(made.tables);
    const wasThere = isThere(join(folder, file));
    if (owed.length > 0) write(folder, file, owed, whereIs(file));
    const carried = made.problems.filter(({ code }) => code === "comment-carried").length;
    world.out(said(whereIs(file), owed, carried));
    // What was missing has a draft now, and a file that was not there is made.
    const isMade = ({ code, file: of }: Problem): boolean => code === "file-unreadable" && of === file && !wasThere;
    const problems = [...ofPlan, ...data.problems, ...made.problems].filter(
      (found) => found.code !== "comment-missing" && !isMade(found),
    );
    return { problems, open: openDoubts(made.doubts) };
  });

/** Adds rows to the file, which is made where it is not there. */
function write(folder: string, file: string, added: readonly NewComment[], shown: string): void {
  const found = readBelow(folder, file, MOST_PLAN_MEBIBYTES);
  const path = join(folder, file);
  const isNew = !(found instanceof Uint8Array) && (found.code === "file-empty" || !isThere(path));
  if (!(found instanceof Uint8Array) && (!isNew || found.code === "outside-folder")) {
    throw new Refusal(`${shown}: ${found.message}`, found.hint ?? "name another file under comments: in the plan");
  }
  const content = withComments(found instanceof Uint8Array ? found : new Uint8Array(), added);
  if (typeof content === "string") throw new Refusal(`${shown}: ${content}`, correctComments);
  writeFiles(dirname(path), [{ name: basename(path), content }]);
}

/** What was done, and what is left for a person. */
function said(file: string, owed: readonly NewComment[], carried: number): string {
  const again =
    carried === 0
      ? ""
      : `\n${carried} ${carried === 1 ? "comment is" : "comments are"} carried over from an earlier period: read ${carried === 1 ? "it" : "them"} again`;
  if (owed.length === 0) return `${file}: no comment is missing, so nothing was changed${again}\n`;
  const names = owed.map(({ measure }) => printable(`  ${measure}`)).join("\n");
  const what = owed.length === 1 ? "1 draft was added" : `${owed.length} drafts were added`;
  return `${file}: ${what}\n${names}${again}\nnext: finish each draft, delete [draft], and run plan-measures check\n`;
}
