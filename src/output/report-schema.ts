// The definition of plan-measures/report/1: what `report --format json` prints and refresh keeps.
import {
  choice,
  type Defined,
  just,
  list,
  named,
  object,
  orAbsent,
  type TypeOf,
  text,
  whole,
} from "../core/json-schema.ts";
import { doubtsSchema, problemsSchema } from "../core/problems/problem-schema.ts";
import { averages } from "../plan/group-schema.ts";
import { type Standing, standings } from "../report/standing.ts";
import { row } from "./row-schema.ts";

export const sha256 = text(
  "The SHA-256 of the file's bytes, in 64 hexadecimal digits: it says which release was read. The word withheld where the digest would give away a number that the plan withholds.",
  /^([0-9a-f]{64}|withheld)$/,
);

type Hyphened<S extends string> = S extends `${infer A} ${infer B}` ? `${A}-${B}` : S;
type Always = Hyphened<Exclude<Standing, "within tolerance">>;
const standingCounts = object(
  {
    ...(Object.fromEntries(
      standings.map((one) => [
        one.replace(" ", "-"),
        whole(one === "no aim" ? "How many have no aim." : `How many are ${one}.`),
      ]),
    ) as { readonly [S in Always]: Defined<number> }),
    "within-tolerance": orAbsent(whole("How many are within tolerance."), "where no measure of the report is"),
  },
  "How many measures have each standing.",
);

const groups = list(
  object(
    {
      name: text("The name of the group."),
      average: choice(
        averages,
        "How its forces make one figure. pooled: counts and populations are added. mean: the mean of the forces' own figures.",
      ),
      forces: list(text("The name of a force, or of the row of the data."), "The forces in its figures.", 1),
    },
    "A group.",
  ),
  "The groups that the tables show.",
);

const plan = object(
  {
    file: text("The name of the plan file."),
    title: text("The title of the plan."),
    force: text("The force, or the area, that the plan is of."),
    "similar-forces": orAbsent(text("The name of the similar forces (MSG)."), "where the plan names none"),
    priorities: list(
      object(
        { id: text("The short name in the columns of the tables."), name: text("The priority in full.") },
        "A priority of the plan.",
      ),
      "The plan's priorities in their order, those without a measure too.",
    ),
    groups,
    published: orAbsent(
      object(
        {
          by: text("Who publishes the report."),
          on: orAbsent(text("When, in words."), "where the plan does not say"),
          contact: orAbsent(text("Whom to ask."), "where the plan does not say"),
          licence: orAbsent(text("The terms of use."), "where the plan does not say"),
          next: orAbsent(text("When the next report is due, in words."), "where the plan does not say"),
        },
        "What the plan says of its publication.",
      ),
      "where the plan does not say",
    ),
    corrected: orAbsent(
      list(
        object(
          { on: text("When, in words."), what: text("What was wrong, and what it is now.") },
          "A correction that was made after publication.",
        ),
        "The corrections that the plan states.",
      ),
      "where it states none",
    ),
  },
  "The plan.",
);

const inputs = list(
  object(
    {
      file: text("The file, relative to the plan's folder or to --data. A sheet follows after #."),
      sha256,
      source: text(
        "Which export it was recognised as; own table, by its headings area, series, period, kind and value; or column map.",
      ),
      records: orAbsent(whole("How many records it has."), "where the number would give away one that is withheld"),
    },
    "A file of data.",
  ),
  "The files that were read, in the order of the plan.",
);

const table = named("Table", () =>
  object(
    {
      title: text("The title of the table."),
      source: orAbsent(text("Where the figures come from, as the plan says."), "where the plan does not say"),
      baseline: text("The baseline of the table, in words."),
      current: text("The current period of the table, in words."),
      groups: list(
        text("The name of a group."),
        "The groups of the table. In the figures, the first of them is peers.",
      ),
      notes: orAbsent(
        list(text("A note."), "What must be known to use the table, for people."),
        "where there are no notes",
      ),
      rows: list(row("A measure."), "Its measures, in the order of the plan."),
    },
    "A table of the plan.",
  ),
);

const count = (words: string) => whole(`How many of its measures are ${words}.`);
/** The definition. */
export const reportSchema = object(
  {
    schema: just("plan-measures/report/1", "The name and the version of this schema."),
    plan,
    only: orAbsent(text("Which measures were asked for, in words."), "where all of the plan were"),
    inputs,
    standings: standingCounts,
    tables: list(table("A table."), "The tables, in the order of the plan."),
    priorities: list(
      object(
        {
          id: text("The short name of the priority."),
          name: text("The priority in full."),
          achieved: count("achieved"),
          "not-achieved": count("not achieved"),
          "not-judged": count("not judged"),
          standings: standingCounts,
          measures: list(text("The name of a measure."), "The measures that serve it."),
        },
        "A priority, with how its measures are judged.",
      ),
      "The priorities that measures serve, in the order of the plan.",
    ),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "The performance tables of a plan.",
);
export type ReportJson = TypeOf<typeof reportSchema>;
