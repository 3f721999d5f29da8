// The definition of plan-measures/audit/1: what `audit --format json` prints.
import {
  anyText,
  choice,
  decimal,
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
  whole,
} from "../core/json-schema.ts";
import { saidBy } from "./columns/audit-column.ts";
import { usualTimes } from "./columns/times.ts";
import { claimTypes } from "./comments/claim.ts";
import { claimStatuses } from "./comments/context.ts";
import { classes, type Decision, decisionWords, type FindingClass, severities } from "./findings.ts";
import { kindWords } from "./read/headings.ts";
import { statuses } from "./rows/check-row.ts";

const classNames = Object.keys(classes) as FindingClass[];
const decisions = Object.keys(decisionWords) as Decision[];

const line = whole("The line, counted from 1.", 1);
const column = whole("The position of the cell in its row, counted from 1.", 1);
const place = { file: text("The file. A sheet or a table of a page follows after #."), line, column };
const number = whole(
  "The number of the column from 1. In a table in parts, each part counts on from the one before.",
  1,
);
/** A cell within its table, whatever parts that is in. */
const spot = {
  line: whole("The line of the row, counted from 1. In a table in parts, it is the line in the first part.", 1),
  column: number,
};
const ends = { from: decimal("The least."), to: decimal("The most.") };
const range = (words: string) => object(ends, words);
const time = {
  when: orAbsent(choice(usualTimes, "Which of the two periods."), "where it is of neither, or of another period"),
  period: orAbsent(text("The period, where the table has others than the two."), "where when says it"),
};
const area = orAbsent(text("The area."), "where the heading names none");

const role = named("ColumnRole", () =>
  object(
    {
      kind: openChoice(Object.values(kindWords), "The kind of what it holds."),
      ...time,
      from: orAbsent(text("Of a change, its earlier period."), "where it is from the baseline to the current period"),
      to: orAbsent(text("Of a change, its later period."), "where it is from the baseline to the current period"),
      area,
    },
    "What a column holds.",
  ),
);

const finding = named("Finding", () =>
  object(
    {
      class: openChoice(classNames, "The class of the finding."),
      severity: choice(
        severities,
        "error: something is wrong, and the exit code is 1. warning: it may be. note: worth knowing.",
      ),
      decision: orAbsent(
        choice(
          decisions,
          `What a reader would decide wrongly: ${decisions.map((one) => `${one}: it ${decisionWords[one]}`).join("; ")}.`,
        ),
        "where a reader would decide nothing wrongly",
      ),
      ...place,
      measure: orAbsent(text("The name of the row."), "where it is not of one row"),
      heading: orAbsent(anyText("The heading of the column."), "where it is not of one column"),
      printed: orAbsent(anyText("What the cell or the comment says."), "where it is not of one cell"),
      range: orAbsent(range("What the cell can be, by the other cells."), "where that is not known"),
      message: text("What is wrong, for people. Its words may change."),
      inputs: orAbsent(
        list(object(place, "A cell."), "The cells that it was computed from: one of them may be the wrong one."),
        "where there are none",
      ),
    },
    "Something found in a table or a comment.",
  ),
);

const table = named("AuditedTable", () =>
  object(
    {
      file: place.file,
      title: orAbsent(text("The title above the table."), "where it has none"),
      rows: whole("How many rows it has.", 1),
      force: orAbsent(text("The area that the table is of."), "where it names none"),
      baseline: orAbsent(text("Its baseline."), "where its headings do not say"),
      current: orAbsent(text("Its current period."), "where its headings do not say"),
      columns: list(
        object(
          {
            column: number,
            heading: anyText("Its heading."),
            group: orAbsent(text("The heading above it and its neighbours."), "where there is none"),
            holds: orNull(role("What it holds."), "where that is not known"),
            by: choice(saidBy, "What says what it holds: its heading, its figures, or --column (hand)."),
            "headed-as": orAbsent(role("What its heading says."), "where its figures do not contradict the heading"),
            checked: orAbsent(whole("How many of its cells were checked."), "for the first column, which holds names"),
            why: orAbsent(text("Why none were checked."), "where some were, and for the first column"),
          },
          "A column.",
        ),
        "The columns.",
      ),
      cells: list(
        object(
          {
            ...spot,
            at: orAbsent(
              object(place, "Where the cell stands, as findings say it."),
              "where that is this line and column of the table's file",
            ),
            measure: anyText("The name of the row."),
            check: text("The name of the check."),
            printed: anyText("What the cell says."),
            status: choice(statuses, "What came of the check."),
            range: orAbsent(range("What the cell can be, by the other cells."), "where that is not known"),
            by: orAbsent(text("The rounding or the basis by which it does match."), "where it matches or does not"),
            why: orAbsent(text("Why it cannot be checked, or does not match."), "where there is nothing to say"),
          },
          "A check of a cell. A cell may have several.",
        ),
        "The checks of cells.",
      ),
      populations: list(
        object(
          {
            area,
            ...time,
            from: orAbsent(text("The least population that most rows agree in.", /^\d+$/), "where they agree in none"),
            to: orAbsent(text("The most that it can be.", /^\d+$/), "where they agree in none"),
            certain: flag("Whether enough rows agree to call another row wrong."),
            rows: whole("How many rows give a count and a rate.", 1),
            outside: list(
              object(
                { ...spot, measure: text("The name of the row."), ...ends },
                "A rate of another population, which is from … to ….",
              ),
              "The rates that another population would give.",
            ),
          },
          "The population that counts and rates of a column imply.",
        ),
        "The populations that the rates are of.",
      ),
    },
    "A table that was audited.",
  ),
);

const comment = named("AuditedComment", () =>
  object(
    {
      ...place,
      measure: text("The measure that it is on."),
      settled: whole("How many of its claims were checked, right or wrong."),
      claims: list(
        object(
          {
            type: openChoice(claimTypes, "What is claimed."),
            text: text("The words of the claim."),
            at: whole("Where they begin in the comment, counted from 1.", 1),
            status: openChoice(
              [...claimStatuses, ...classNames],
              "What came of it: matched, not checked, or the class of the finding.",
            ),
            says: text("What it was matched with, or why it was not, for people."),
          },
          "A claim.",
        ),
        "Its claims, in their order.",
      ),
    },
    "A comment that was audited.",
  ),
);

/** The definition. */
export const auditSchema = object(
  {
    schema: just("plan-measures/audit/1", "The name and the version of this schema."),
    ok: flag("Whether something was checked and nothing is an error."),
    checks: whole("How many checks of cells and claims of comments were settled, right or wrong."),
    findings: list(finding("A finding."), "What was found, the heaviest first."),
    tables: list(table("A table."), "The tables."),
    comments: list(comment("A comment."), "The comments that were given."),
  },
  "Published tables, recomputed from their own figures.",
);
export type AuditJson = TypeOf<typeof auditSchema>;
