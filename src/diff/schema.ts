// The definition of plan-measures/diff/1: what `diff --format json` prints.
import {
  choice,
  flag,
  just,
  list,
  named,
  object,
  openChoice,
  orAbsent,
  orNull,
  type TypeOf,
  text,
} from "../core/json-schema.ts";
import { doubtsSchema, problemsSchema } from "../core/problems/problem-schema.ts";
import { figure } from "../output/figure-schema.ts";
import { basisNames, verdict } from "../output/row-schema.ts";
import { verdicts } from "../report/verdict.ts";
import { flipParts, flipWays } from "./flips.ts";
import { kindsOfChange, moments, revisedWith } from "./side-diff.ts";

const edition = (words: string) =>
  object({ name: text("The file or folder, as the command named it."), title: text("The title of its plan.") }, words);
const twoPeriods = (words: string) =>
  object(
    {
      was: orNull(text("The old period, in words."), "where there was none"),
      is: orNull(text("The new period, in words."), "where there is none"),
    },
    words,
  );
const things = (words: string) =>
  list(
    object({ what: text("What it is, such as measure or group."), name: text("Its name.") }, "A thing with a name."),
    words,
  );
// "Baseline revised".
const flipWords = flipParts.flatMap((of) => flipWays.map((how) => `${of} ${how}` as const));

const flip = named("VerdictChange", () =>
  object(
    {
      measure: text("The name of the measure."),
      table: text("The title of its table."),
      was: verdict,
      restated: orNull(
        choice(verdicts, "The verdict over the old periods by the new release."),
        "where it is not known, as the new release does not reach back to them",
      ),
      is: verdict,
      "by-revision-alone": flag("Whether revisions of past figures changed the verdict, with no new period."),
      by: list(
        list(
          openChoice(
            flipWords,
            "What changed, and how. revised: past figures; moved: the period; redefined: what the plan says of it; whole: revised or moved, which is not known.",
          ),
          "Changes that flip it together.",
          1,
        ),
        "The smallest sets of changes that flip the verdict, each set by itself. Empty where none is known to.",
      ),
      words: text("The same in a sentence, for people."),
    },
    "A verdict that changed.",
  ),
);

const line = named("FigureChange", () =>
  object(
    {
      of: choice(moments, "The period of the figure, or the change between the two."),
      kind: openChoice(
        [...basisNames, ...kindsOfChange],
        "The kind of value. Of a change: percent is the % difference, points are percentage points.",
      ),
      was: figure("The figure of the old release, over the old period."),
      restated: figure("The figure of the new release, over the old period."),
      is: figure("The figure of the new release, over the new period."),
      revised: figure("The part of the change that is revision: restated − was."),
      moved: figure("The part of the change that is the new period: is − restated."),
      whole: figure("The change in all: is − was, which is revised + moved."),
      "revised-by": orAbsent(
        list(choice(revisedWith, "A part of the figure."), "Which parts of the figure the revision came from.", 1),
        "where it was not revised, or that cannot be told",
      ),
    },
    "One figure in both releases. Values that do not end are taken at 20 decimals, so that revised and moved add up to whole to the last digit. The files of from are named with their side.",
  ),
);

const measure = named("MeasureChange", () =>
  object(
    {
      measure: text("The name of the measure."),
      part: orAbsent(text("The part of the measure, where the plan divides it."), "where it is the measure as a whole"),
      "was-called": orAbsent(text("Its old name."), "where it has kept its name"),
      table: text("The title of its table."),
      periods: object(
        { baseline: twoPeriods("The baselines."), current: twoPeriods("The current periods.") },
        "Its periods in both.",
      ),
      verdict: object({ was: verdict, is: verdict }, "Its verdicts in both."),
      "revised-because": orAbsent(
        text("Why its source revised past figures, as the plan says."),
        "where the plan does not say",
      ),
      changed: flag("Whether a figure, the verdict or what the plan says of it changed."),
      sides: list(
        object(
          {
            name: text("The name of the force or the group."),
            own: flag("Whether it is the force of the plan."),
            figures: list(line("A figure."), "Its figures, those that did not change too."),
          },
          "The force, or a group.",
        ),
        "The force, and the groups that both have.",
      ),
    },
    "A measure, or a part of one, that both releases have.",
  ),
);

/** The definition. */
export const diffSchema = object(
  {
    schema: just("plan-measures/diff/1", "The name and the version of this schema."),
    old: edition("The old side."),
    new: edition("The new side."),
    force: text("The force that both are of."),
    verdicts: list(
      flip("A verdict."),
      "The verdicts that changed, and those that only the old period as restated has otherwise.",
    ),
    measures: list(measure("A measure."), "The measures that both have, each followed by its parts."),
    appeared: things("What only the new side has."),
    went: things("What only the old side has."),
    definitions: list(
      object(
        {
          of: text("The measure, the group, or the plan."),
          what: text("What of it."),
          was: text("What the old side says."),
          is: text("What the new side says."),
        },
        "Something that is defined otherwise than it was.",
      ),
      "What the plans define otherwise.",
    ),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "What changed from one release of the data to the next.",
);
export type DiffJson = TypeOf<typeof diffSchema>;
