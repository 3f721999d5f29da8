// What plan-measures prints as JSON. Made from the definitions in src by `npm run update`; not written by hand.

/** The performance tables of a plan. */
export interface Report {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/report/1";
  /** The plan. */
  readonly plan: {
    /** The name of the plan file. */
    readonly file: string;
    /** The title of the plan. */
    readonly title: string;
    /** The force, or the area, that the plan is of. */
    readonly force: string;
    /** The name of the similar forces (MSG). Absent where the plan names none. */
    readonly "similar-forces"?: string;
    /** The plan's priorities in their order, those without a measure too. */
    readonly priorities: readonly {
      /** The short name in the columns of the tables. */
      readonly id: string;
      /** The priority in full. */
      readonly name: string;
    }[];
    /** The groups that the tables show. */
    readonly groups: readonly {
      /** The name of the group. */
      readonly name: string;
      /** How its forces make one figure. pooled: counts and populations are added. mean: the mean of the forces' own figures. */
      readonly average: "pooled" | "mean";
      /** The forces in its figures. */
      readonly forces: readonly string[];
    }[];
    /** What the plan says of its publication. Absent where the plan does not say. */
    readonly published?: {
      /** Who publishes the report. */
      readonly by: string;
      /** When, in words. Absent where the plan does not say. */
      readonly on?: string;
      /** Whom to ask. Absent where the plan does not say. */
      readonly contact?: string;
      /** The terms of use. Absent where the plan does not say. */
      readonly licence?: string;
      /** When the next report is due, in words. Absent where the plan does not say. */
      readonly next?: string;
    };
    /** The corrections that the plan states. Absent where it states none. */
    readonly corrected?: readonly {
      /** When, in words. */
      readonly on: string;
      /** What was wrong, and what it is now. */
      readonly what: string;
    }[];
  };
  /** Which measures were asked for, in words. Absent where all of the plan were. */
  readonly only?: string;
  /** The files that were read, in the order of the plan. */
  readonly inputs: readonly {
    /** The file, relative to the plan's folder or to --data. A sheet follows after #. */
    readonly file: string;
    /** The SHA-256 of the file's bytes, in 64 hexadecimal digits: it says which release was read. The word withheld where the digest would give away a number that the plan withholds. */
    readonly sha256: string;
    /** Which export it was recognised as; own table, by its headings area, series, period, kind and value; or column map. */
    readonly source: string;
    /** How many records it has. Absent where the number would give away one that is withheld. */
    readonly records?: number;
  }[];
  /** How many measures have each standing. */
  readonly standings: {
    /** How many are achieved. */
    readonly achieved: number;
    /** How many are within tolerance. Absent where no measure of the report is. */
    readonly "within-tolerance"?: number;
    /** How many are not achieved. */
    readonly "not-achieved": number;
    /** How many are on track. */
    readonly "on-track": number;
    /** How many are behind. */
    readonly behind: number;
    /** How many are not judged. */
    readonly "not-judged": number;
    /** How many have no aim. */
    readonly "no-aim": number;
  };
  /** The tables, in the order of the plan. */
  readonly tables: readonly Table[];
  /** The priorities that measures serve, in the order of the plan. */
  readonly priorities: readonly {
    /** The short name of the priority. */
    readonly id: string;
    /** The priority in full. */
    readonly name: string;
    /** How many of its measures are achieved. */
    readonly achieved: number;
    /** How many of its measures are not achieved. */
    readonly "not-achieved": number;
    /** How many of its measures are not judged. */
    readonly "not-judged": number;
    /** How many measures have each standing. */
    readonly standings: {
      /** How many are achieved. */
      readonly achieved: number;
      /** How many are within tolerance. Absent where no measure of the report is. */
      readonly "within-tolerance"?: number;
      /** How many are not achieved. */
      readonly "not-achieved": number;
      /** How many are on track. */
      readonly "on-track": number;
      /** How many are behind. */
      readonly behind: number;
      /** How many are not judged. */
      readonly "not-judged": number;
      /** How many have no aim. */
      readonly "no-aim": number;
    };
    /** The measures that serve it. */
    readonly measures: readonly string[];
  }[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** Whether a plan is ready to publish. Its problems are the warnings that keep nothing from being published. */
export interface Check {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/check/1";
  /** The name of the plan file. */
  readonly plan: string;
  /** Whether the plan is ready to publish: nothing is lacking. */
  readonly ready: boolean;
  /** What is lacking. */
  readonly lacks: readonly Lack[];
  /** What must hold, and whether it does. read does not make the plan less than ready. */
  readonly answers: readonly ({
    /** What is asked of the plan. plan: The plan is valid. data: The data are complete. comment: Every unmet aim has a comment. doubt: No doubt about the data is open. number: Every number in a comment is that of its measure. shorthand: Shorthand is explained. file: The report's files are what would be written now. */
    readonly demand: "plan" | "data" | "comment" | "doubt" | "number" | "shorthand" | "file" | (string & {});
    /** yes: it holds. read: a program could not check some numbers of comments, and a person must read them. no: something is lacking. */
    readonly answer: "yes" | "read" | "no" | (string & {});
  })[];
  /** The numbers of the comments. */
  readonly numbers: {
    /** How many numbers the comments have. */
    readonly of: number;
    /** How many of them were checked, right or wrong. */
    readonly checked: number;
    /** How many of those that were checked are wrong. */
    readonly wrong: number;
    /** The numbers that a person must read. */
    readonly "not-checked": readonly {
      /** The file of the comment. */
      readonly file: string;
      /** Its line, counted from 1. */
      readonly line: number;
      /** The measure of the comment. */
      readonly measure: string;
      /** The number, as the comment writes it. */
      readonly number: string;
      /** Why it was not checked, for people. */
      readonly message: string;
    }[];
  };
  /** The files of the folder that the report does not write. Absent without --out. */
  readonly "not-looked-at"?: readonly string[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** A force beside the forces of its group. */
export interface Compare {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/compare/1";
  /** The name of the plan file. */
  readonly plan: string;
  /** The force that the plan is of. */
  readonly force: string;
  /** A comparison for each measure. */
  readonly comparisons: readonly Comparison[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** The measures of a plan over time. */
export interface Trend {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/trend/1";
  /** The name of the plan file. */
  readonly plan: string;
  /** The force that the plan is of. */
  readonly force: string;
  /** The measures over time. */
  readonly measures: readonly TrendMeasure[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** How figures and verdicts came to be. */
export interface Explain {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/explain/1";
  /** The name of the plan file. */
  readonly plan: string;
  /** The cells that were asked for. */
  readonly cells: readonly ExplainedCell[];
  /** The files that the cells lead to. */
  readonly files: readonly {
    /** The file, relative to the plan's folder or to --data. */
    readonly file: string;
    /** The export that it was recognised as. Absent for the plan file. */
    readonly source?: string;
    /** How many records it has. Absent for the plan file, and where the number would give away one that is withheld. */
    readonly records?: number;
    /** What is written above its headings, without the numbers of notes. Absent where there is nothing, or it is no title. */
    readonly title?: string;
    /** Which release of its source it is, where the plan chooses among several. Absent where the plan chooses among none. */
    readonly release?: string;
    /** The SHA-256 of the file's bytes, in 64 hexadecimal digits: it says which release was read. The word withheld where the digest would give away a number that the plan withholds. */
    readonly sha256: string;
  }[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** What changed from one release of the data to the next. */
export interface Diff {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/diff/1";
  /** The old side. */
  readonly old: {
    /** The file or folder, as the command named it. */
    readonly name: string;
    /** The title of its plan. */
    readonly title: string;
  };
  /** The new side. */
  readonly new: {
    /** The file or folder, as the command named it. */
    readonly name: string;
    /** The title of its plan. */
    readonly title: string;
  };
  /** The force that both are of. */
  readonly force: string;
  /** The verdicts that changed, and those that only the old period as restated has otherwise. */
  readonly verdicts: readonly VerdictChange[];
  /** The measures that both have, each followed by its parts. */
  readonly measures: readonly MeasureChange[];
  /** What only the new side has. */
  readonly appeared: readonly {
    /** What it is, such as measure or group. */
    readonly what: string;
    /** Its name. */
    readonly name: string;
  }[];
  /** What only the old side has. */
  readonly went: readonly {
    /** What it is, such as measure or group. */
    readonly what: string;
    /** Its name. */
    readonly name: string;
  }[];
  /** What the plans define otherwise. */
  readonly definitions: readonly {
    /** The measure, the group, or the plan. */
    readonly of: string;
    /** What of it. */
    readonly what: string;
    /** What the old side says. */
    readonly was: string;
    /** What the new side says. */
    readonly is: string;
  }[];
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** What data files are and hold. */
export interface Inspect {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/inspect/1";
  /** The files, in the order of the command. */
  readonly files: readonly InspectedFile[];
}

/** Published tables, recomputed from their own figures. */
export interface Audit {
  /** The name and the version of this schema. */
  readonly schema: "plan-measures/audit/1";
  /** Whether something was checked and nothing is an error. */
  readonly ok: boolean;
  /** How many checks of cells and claims of comments were settled, right or wrong. */
  readonly checks: number;
  /** What was found, the heaviest first. */
  readonly findings: readonly Finding[];
  /** The tables. */
  readonly tables: readonly AuditedTable[];
  /** The comments that were given. */
  readonly comments: readonly AuditedComment[];
}

/** An answer of yes or no. */
export interface AnswerFigure {
  /** True for yes, false for no. */
  readonly done: boolean;
  /** The day on which it was done, in words. Absent where it is not done, or the day is not given. */
  readonly on?: string;
  /** As it is printed, with its mark. */
  readonly shown: string;
  /** The cells that it comes from. Empty where their lines would give away a number that the plan withholds. */
  readonly from: readonly Origin[];
}

/** A comment that was audited. */
export interface AuditedComment {
  /** The file. A sheet or a table of a page follows after #. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The position of the cell in its row, counted from 1. */
  readonly column: number;
  /** The measure that it is on. */
  readonly measure: string;
  /** How many of its claims were checked, right or wrong. */
  readonly settled: number;
  /** Its claims, in their order. */
  readonly claims: readonly ({
    /** What is claimed. */
    readonly type: "number" | "direction" | "comparison" | "period" | (string & {});
    /** The words of the claim. */
    readonly text: string;
    /** Where they begin in the comment, counted from 1. */
    readonly at: number;
    /** What came of it: matched, not checked, or the class of the finding. */
    readonly status: "matched" | "matched after rounding" | "not checked" | "does-not-match" | "outside-population" | "impossible-percentage" | "wrong-unit" | "heading-contradicts" | "not-a-number" | "row-ragged" | "differs-from-plan" | "not-found" | "another-figure" | "wrong-direction" | "wrong-comparison" | "wrong-period" | "period-impossible" | "stray-reference" | "placeholder" | "comment-missing" | "other-rounding" | "other-basis" | "total-differs" | "value-unusual" | "heading-disagrees" | "heading-cut-off" | "heading-misspelt" | "aim-differs" | "comment-without-no" | "comment-of-nothing" | "remark-doubtful" | "counts-rounded" | "precision" | "heading-loose" | "heading-unknown" | "verdict-lacking" | "not-a-table" | "not-in-plan" | "cannot-be-checked" | (string & {});
    /** What it was matched with, or why it was not, for people. */
    readonly says: string;
  })[];
}

/** A table that was audited. */
export interface AuditedTable {
  /** The file. A sheet or a table of a page follows after #. */
  readonly file: string;
  /** The title above the table. Absent where it has none. */
  readonly title?: string;
  /** How many rows it has. */
  readonly rows: number;
  /** The area that the table is of. Absent where it names none. */
  readonly force?: string;
  /** Its baseline. Absent where its headings do not say. */
  readonly baseline?: string;
  /** Its current period. Absent where its headings do not say. */
  readonly current?: string;
  /** The columns. */
  readonly columns: readonly {
    /** The number of the column from 1. In a table in parts, each part counts on from the one before. */
    readonly column: number;
    /** Its heading. */
    readonly heading: string;
    /** The heading above it and its neighbours. Absent where there is none. */
    readonly group?: string;
    /** What it holds. Null where that is not known. */
    readonly holds: ColumnRole | null;
    /** What says what it holds: its heading, its figures, or --column (hand). */
    readonly by: "heading" | "figures" | "hand";
    /** What its heading says. Absent where its figures do not contradict the heading. */
    readonly "headed-as"?: ColumnRole;
    /** How many of its cells were checked. Absent for the first column, which holds names. */
    readonly checked?: number;
    /** Why none were checked. Absent where some were, and for the first column. */
    readonly why?: string;
  }[];
  /** The checks of cells. */
  readonly cells: readonly ({
    /** The line of the row, counted from 1. In a table in parts, it is the line in the first part. */
    readonly line: number;
    /** The number of the column from 1. In a table in parts, each part counts on from the one before. */
    readonly column: number;
    /** Where the cell stands, as findings say it. Absent where that is this line and column of the table's file. */
    readonly at?: {
      /** The file. A sheet or a table of a page follows after #. */
      readonly file: string;
      /** The line, counted from 1. */
      readonly line: number;
      /** The position of the cell in its row, counted from 1. */
      readonly column: number;
    };
    /** The name of the row. */
    readonly measure: string;
    /** The name of the check. */
    readonly check: string;
    /** What the cell says. */
    readonly printed: string;
    /** What came of the check. */
    readonly status: "matches" | "other-rounding" | "other-basis" | "does-not-match" | "cannot-be-checked";
    /** What the cell can be, by the other cells. Absent where that is not known. */
    readonly range?: {
      /** The least. */
      readonly from: string;
      /** The most. */
      readonly to: string;
    };
    /** The rounding or the basis by which it does match. Absent where it matches or does not. */
    readonly by?: string;
    /** Why it cannot be checked, or does not match. Absent where there is nothing to say. */
    readonly why?: string;
  })[];
  /** The populations that the rates are of. */
  readonly populations: readonly ({
    /** The area. Absent where the heading names none. */
    readonly area?: string;
    /** Which of the two periods. Absent where it is of neither, or of another period. */
    readonly when?: "baseline" | "current";
    /** The period, where the table has others than the two. Absent where when says it. */
    readonly period?: string;
    /** The least population that most rows agree in. Absent where they agree in none. */
    readonly from?: string;
    /** The most that it can be. Absent where they agree in none. */
    readonly to?: string;
    /** Whether enough rows agree to call another row wrong. */
    readonly certain: boolean;
    /** How many rows give a count and a rate. */
    readonly rows: number;
    /** The rates that another population would give. */
    readonly outside: readonly {
      /** The line of the row, counted from 1. In a table in parts, it is the line in the first part. */
      readonly line: number;
      /** The number of the column from 1. In a table in parts, each part counts on from the one before. */
      readonly column: number;
      /** The name of the row. */
      readonly measure: string;
      /** The least. */
      readonly from: string;
      /** The most. */
      readonly to: string;
    }[];
  })[];
}

/** The force, and the groups of the table. */
export interface ChangeSides {
  /** The figures of the force. */
  readonly force: Changes;
  /** The figures of the table's first group. Absent where the table shows no group. */
  readonly peers?: Changes;
  /** The further groups of the table, in its order. Absent where the table shows no second group. */
  readonly groups?: readonly {
    /** The name of the group. */
    readonly name: string;
    /** Its figures. */
    readonly figures: Changes;
  }[];
}

/** How the figures of one area changed, by kind of change. */
export interface Changes {
  /** The later figure minus the earlier one, in its unit. Absent where the measure has none. */
  readonly variance?: Figure;
  /** The difference in %: 100 × variance ÷ the earlier figure. Absent where the measure has none. */
  readonly percent?: Figure;
  /** The difference between the two rates. Absent where the measure has none. */
  readonly rate?: Figure;
  /** The difference between two percentages, in percentage points. Absent where the measure has none. */
  readonly points?: Figure;
  /** How the grade moved. Absent where the measure has none. */
  readonly grade?: Figure;
}

/** What a column holds. */
export interface ColumnRole {
  /** The kind of what it holds. */
  readonly kind: "number" | "rate" | "percentage" | "value" | "population" | "base" | "variance" | "% difference" | "difference in rate" | "difference in percentage points" | "difference" | "measure" | "aim" | "target" | "verdict" | "above or below the group" | "rank" | "comment" | "priority" | "nothing that is checked" | (string & {});
  /** Which of the two periods. Absent where it is of neither, or of another period. */
  readonly when?: "baseline" | "current";
  /** The period, where the table has others than the two. Absent where when says it. */
  readonly period?: string;
  /** Of a change, its earlier period. Absent where it is from the baseline to the current period. */
  readonly from?: string;
  /** Of a change, its later period. Absent where it is from the baseline to the current period. */
  readonly to?: string;
  /** The area. Absent where the heading names none. */
  readonly area?: string;
}

/** A force, in the order of the group. */
export interface ComparedForce {
  /** The name of the force. */
  readonly name: string;
  /** Whether it is the force of the plan. */
  readonly own: boolean;
  /** Whether it counts in the group's figure. */
  readonly "in-group": boolean;
  /** Its figures in the period. */
  readonly figures: Levels;
  /** The population that the rates use. Absent where the plan chooses none. */
  readonly population?: Figure;
  /** From the measure's baseline to the period. */
  readonly change: Changes;
  /** Its rank, 1 being the best, or the lowest where the plan says nothing of it. Equal figures share one. Null where it has no figure. */
  readonly rank: number | null;
  /** Its figure minus the group's, on the basis that ranks. */
  readonly difference: Figure;
  /** The ranks that its 95% limits leave open. Absent where the force has no such limits: they need a count and a population of it and of at least four other forces. */
  readonly "rank-range"?: {
    /** The best rank. */
    readonly best: number;
    /** The worst rank. */
    readonly worst: number;
  };
  /** The force beside the other forces of the group. Absent where the force has no such limits: they need a count and a population of it and of at least four other forces. */
  readonly funnel?: {
    /** Its rate beside the 95% limits: below them, within them (similar) or above. One force in 20 that is like the others is outside. */
    readonly "95%": "lower" | "similar" | "higher";
    /** The same beside the 99.8% limits. One force in 500 that is like the others is outside. */
    readonly "99.8%": "lower" | "similar" | "higher";
    /** Between which limits its rate would be if it were like the other forces, in the unit of the rates. */
    readonly limits: {
      /** The 95% limits. */
      readonly "95%": Limits;
      /** The 99.8% limits. */
      readonly "99.8%": Limits;
    };
    /** How many times as much as chance alone the other forces vary (φ), at least 1. */
    readonly dispersion: number;
    /** The p-value: the chance of a rate as far out, if the force were like the others. From 0 to 1. */
    readonly p: number;
  };
  /** How many standard deviations of the forces' figures it is from their mean. Absent where it is not ranked by such figures, or they do not differ. */
  readonly "standard-deviations"?: number;
}

/** A measure in each force of the group. */
export interface Comparison {
  /** The name of the measure. */
  readonly measure: string;
  /** The period of the figures, in words. Null where there is none. */
  readonly period: string | null;
  /** The baseline of the measure, in words. Null where the measure has none. */
  readonly baseline: string | null;
  /** The kind of value that the forces are ranked by. */
  readonly basis: "count" | "rate" | "percentage" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "grade" | "yes-no" | (string & {});
  /** Which way is better. Null where the plan does not say. */
  readonly better: "lower" | "higher" | null;
  /** The group. */
  readonly group: {
    /** The name of the group. */
    readonly name: string;
    /** How its forces make one figure. */
    readonly average: "pooled" | "mean";
    /** The forces in its figures. */
    readonly forces: readonly string[];
    /** Its figures in the period. */
    readonly figures: Levels;
    /** From the measure's baseline to the period. */
    readonly change: Changes;
    /** The population that the rates use. Absent where the plan chooses none. */
    readonly population?: Figure;
  };
  /** The rank of the plan's force. Null where it has no figure. */
  readonly rank: number | null;
  /** The rank in words, or why there is none, for people. */
  readonly "rank-words": string;
  /** The forces of the group, and the plan's own. */
  readonly forces: readonly ComparedForce[];
  /** The group's figure by each average that could be used, to show what the choice changes. Empty where the group is a row of the data, and where numbers are compared, not rates or percentages. */
  readonly averages: readonly {
    /** The name of the average. */
    readonly name: string;
    /** Whether it is the one that the plan uses for the group. At most one is. */
    readonly used: boolean;
    /** The group's figure by this average, on the basis that ranks. */
    readonly figure: Figure;
  }[];
  /** The change of the force beside the changes of the other forces of its group. Absent where it was not tested. */
  readonly beside?: {
    /** The group that the other forces are of. */
    readonly group: string;
    /** Whether the force's change is beyond the usual spread of the others'. */
    readonly words: "beyond chance" | "within chance";
    /** The same in a sentence about the force, for people. */
    readonly says: string;
    /** The force's change divided by the usual change of the others. */
    readonly estimate: Figure;
    /** Its 95% limits. */
    readonly limits: Limits;
    /** The p-value: the chance of a difference this large, if the force changed like the others. */
    readonly p: Figure;
  };
  /** Why the changes were not compared. Absent where they were, or nothing was asked. */
  readonly "beside-not-tested"?: string;
  /** The averages by which the force is on the other side of the group than by the one used. */
  readonly "reversed-by": readonly string[];
  /** How many times as much as chance alone the forces vary (φ). Absent where a force has no count or no population. */
  readonly dispersion?: number;
  /** What the data give for the group in a row of its own. Absent where they have no such row, or the group is that row. */
  readonly given?: Figure;
  /** What must be known to use the comparison, for people. */
  readonly notes: readonly string[];
}

/** Data that may mean something else than they seem to. The figure is used; check is not satisfied until the plan accepts it. */
export interface Doubt {
  /** The kind of doubt. */
  readonly code: "records-doubled" | "member-behind" | "file-inside" | "headings-again" | "ids-differ" | "count-stands-out" | "population-far" | "population-part" | "population-below-count" | "county-or-force" | "records-alike" | "hidden-cells" | "percent-fractions" | "unit-contradicted" | "baseline-revised" | "percent-mixed" | "form-mixed" | (string & {});
  /** The file, as the plan or the command names it. */
  readonly file: string;
  /** The line, counted from 1. Absent where it concerns the whole file. */
  readonly line?: number;
  /** The position in the line, counted from 1. Absent where it concerns the whole line. */
  readonly column?: number;
  /** What is wrong, in a sentence for people. Its words may change. */
  readonly message: string;
  /** What is doubted, in words that stay the same when lines move. */
  readonly at: string;
  /** Its value as it is now. If it changes, a doubt that was accepted is open again. */
  readonly value: string;
  /** What to do, or to write instead, for people. Its words may change. Absent where there is nothing to add. */
  readonly hint?: string;
  /** Another place that it has to do with. Absent where there is none. */
  readonly note?: {
    /** The file, as the plan or the command names it. */
    readonly file: string;
    /** The line, counted from 1. Absent where it concerns the whole file. */
    readonly line?: number;
    /** The position in the line, counted from 1. Absent where it concerns the whole line. */
    readonly column?: number;
    /** What that place has to do with it, for people. */
    readonly message: string;
  };
  /** The measures of the plan that it affects. Absent where the output has no measures. */
  readonly measures?: readonly string[];
  /** What the plan says of it. Absent where the doubt is open. */
  readonly accepted?: {
    /** Why the figure is right, as the plan says. */
    readonly reason: string;
    /** Who accepts it. Absent where the plan does not say. */
    readonly by?: string;
    /** When, as the plan words it. Absent where the plan does not say. */
    readonly on?: string;
  };
}

/** A cell of a table, with how it came to be. */
export interface ExplainedCell {
  /** The title of the table. */
  readonly table: string;
  /** The name of the measure. */
  readonly measure: string;
  /** The name of the row as it is printed: the measure, or a part of it. */
  readonly row: string;
  /** The heading of the column. */
  readonly column: string;
  /** What the cell prints. Empty where it prints nothing. */
  readonly printed: string;
  /** The figure. Absent where the cell holds words. */
  readonly figure?: Figure;
  /** The decimal places that it is printed with. Absent where the cell holds words. */
  readonly places?: number;
  /** How it was rounded for print. Absent where there is nothing to say. */
  readonly rounding?: string;
  /** Why there is no figure, or why it is so. Absent where there is nothing to say. */
  readonly reason?: string;
  /** The arithmetic, with its numbers. Absent where there is nothing to say. */
  readonly formula?: string;
  /** The rule that the verdict follows. Absent where there is nothing to say. */
  readonly rule?: string;
  /** The rule with its numbers. Absent where there is nothing to say. */
  readonly here?: string;
  /** What must be known to use it. Absent where there is nothing to say. */
  readonly note?: string;
  /** The numbers that it is made of. */
  readonly inputs: readonly Input[];
}

/** A number, a word, or the reason for neither. A number has value, a gap has gap, and words have grade, steps or done. */
export type Figure = KnownFigure | MissingFigure | GradeFigure | StepsFigure | AnswerFigure;

/** One figure in both releases. Values that do not end are taken at 20 decimals, so that revised and moved add up to whole to the last digit. The files of from are named with their side. */
export interface FigureChange {
  /** The period of the figure, or the change between the two. */
  readonly of: "current" | "baseline" | "change";
  /** The kind of value. Of a change: percent is the % difference, points are percentage points. */
  readonly kind: "count" | "rate" | "percentage" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "grade" | "yes-no" | "percent" | "points" | (string & {});
  /** The figure of the old release, over the old period. */
  readonly was: Figure;
  /** The figure of the new release, over the old period. */
  readonly restated: Figure;
  /** The figure of the new release, over the new period. */
  readonly is: Figure;
  /** The part of the change that is revision: restated − was. */
  readonly revised: Figure;
  /** The part of the change that is the new period: is − restated. */
  readonly moved: Figure;
  /** The change in all: is − was, which is revised + moved. */
  readonly whole: Figure;
  /** Which parts of the figure the revision came from. Absent where it was not revised, or that cannot be told. */
  readonly "revised-by"?: readonly ("number" | "population" | "baseline" | "current")[];
}

/** The figures of a measure in both periods. */
export interface Figures {
  /** The baseline. */
  readonly baseline: LevelSides;
  /** The current period. */
  readonly current: LevelSides;
  /** From the baseline to the current period. */
  readonly change: ChangeSides;
}

/** Something found in a table or a comment. */
export interface Finding {
  /** The class of the finding. */
  readonly class: "does-not-match" | "outside-population" | "impossible-percentage" | "wrong-unit" | "heading-contradicts" | "not-a-number" | "row-ragged" | "differs-from-plan" | "not-found" | "another-figure" | "wrong-direction" | "wrong-comparison" | "wrong-period" | "period-impossible" | "stray-reference" | "placeholder" | "comment-missing" | "other-rounding" | "other-basis" | "total-differs" | "value-unusual" | "heading-disagrees" | "heading-cut-off" | "heading-misspelt" | "aim-differs" | "comment-without-no" | "comment-of-nothing" | "remark-doubtful" | "counts-rounded" | "precision" | "heading-loose" | "heading-unknown" | "verdict-lacking" | "not-a-table" | "not-in-plan" | "cannot-be-checked" | (string & {});
  /** error: something is wrong, and the exit code is 1. warning: it may be. note: worth knowing. */
  readonly severity: "error" | "warning" | "note";
  /** What a reader would decide wrongly: verdict: it changes the verdict on the aim; sign: it changes the sign; group: it changes above or below the group. Absent where a reader would decide nothing wrongly. */
  readonly decision?: "verdict" | "sign" | "group";
  /** The file. A sheet or a table of a page follows after #. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The position of the cell in its row, counted from 1. */
  readonly column: number;
  /** The name of the row. Absent where it is not of one row. */
  readonly measure?: string;
  /** The heading of the column. Absent where it is not of one column. */
  readonly heading?: string;
  /** What the cell or the comment says. Absent where it is not of one cell. */
  readonly printed?: string;
  /** What the cell can be, by the other cells. Absent where that is not known. */
  readonly range?: {
    /** The least. */
    readonly from: string;
    /** The most. */
    readonly to: string;
  };
  /** What is wrong, for people. Its words may change. */
  readonly message: string;
  /** The cells that it was computed from: one of them may be the wrong one. Absent where there are none. */
  readonly inputs?: readonly {
    /** The file. A sheet or a table of a page follows after #. */
    readonly file: string;
    /** The line, counted from 1. */
    readonly line: number;
    /** The position of the cell in its row, counted from 1. */
    readonly column: number;
  }[];
}

/** A grade. It has no value, as no arithmetic is made with it. */
export interface GradeFigure {
  /** The grade. */
  readonly grade: string;
  /** As it is printed, with its mark. */
  readonly shown: string;
  /** Every grade of its scale, the best first. Absent where the scale is not known. */
  readonly scale?: readonly string[];
  /** The cells that it comes from. Empty where their lines would give away a number that the plan withholds. */
  readonly from: readonly Origin[];
}

/** A number of a formula or a rule, down to the cells of the data. */
export interface Input {
  /** As the formula has it. Long decimals are cut and end in …; a gap is its shorthand, such as [x]. */
  readonly value: string;
  /** The exact value. Absent where it is no number. */
  readonly exact?: string;
  /** Its unit. Absent where it is no number. */
  readonly unit?: "count" | "persons" | "households" | "per 1,000" | "per 10,000" | "per 100,000" | "per 1,000 households" | "%" | "percentage points" | "£" | "seconds" | "minutes" | "hours" | "days" | "score" | "people" | "rank" | "grade" | "steps" | "yes-no" | "ratio" | (string & {});
  /** What it is to a rule: baseline, target, a force. Absent where no rule names it. */
  readonly as?: string;
  /** What it is, in words. Empty where there is no more to say than the reason, as of a withheld number. */
  readonly what: string;
  /** Why there is no number. Absent where there is one. */
  readonly reason?: string;
  /** The series in the data. Empty for a population. Absent where it is not a figure of the data. */
  readonly series?: string;
  /** The area. Absent where it is not a figure of the data. */
  readonly area?: string;
  /** The period. Of a population, its date. Absent where it is not a figure of the data. */
  readonly period?: string;
  /** The kind of value. Absent where it is not a figure of the data. */
  readonly kind?: "count" | "rate" | "percent" | "population" | "base" | "households" | "change" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "significance" | "grade" | "yes-no" | (string & {});
  /** The heading over its cell. Absent where the file has none, or it is not a figure of the data. */
  readonly heading?: string;
  /** Each of its lines counts as one. Absent where its cell holds a number. */
  readonly counted?: true;
  /** Of a 0 that no record gives, how many other records were looked through. Absent where a record gives it. */
  readonly among?: number;
  /** The cells that it is in. Absent where it is made of other inputs alone. */
  readonly from?: readonly Origin[];
  /** What it is made of. Absent where it is made of nothing else. */
  readonly inputs?: readonly Input[];
}

/** A number has value, no figure has gap, and words have grade or done. */
export type InspectedFigure = {
  /** The area, as the file names it. */
  readonly area: string;
  /** The series, as the file names it. Empty for a population. */
  readonly series: string;
  /** The period. Of a population, its date. */
  readonly period: string;
  /** The kind of value. */
  readonly kind: "count" | "rate" | "percent" | "population" | "base" | "households" | "change" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "significance" | "grade" | "yes-no" | (string & {});
  /** The exact value, as a decimal in text. */
  readonly value: string;
  /** The unit of the value. */
  readonly unit: "count" | "persons" | "households" | "per 1,000" | "per 10,000" | "per 100,000" | "per 1,000 households" | "%" | "percentage points" | "£" | "seconds" | "minutes" | "hours" | "days" | "score" | "people" | "rank" | "grade" | "steps" | "yes-no" | "ratio" | (string & {});
  /** The periods that were added up. Absent where the file gives it whole. */
  readonly "sum-of"?: readonly string[];
  /** Of a 0 that no record gives, how many records were looked through. Absent where a record gives it. */
  readonly among?: number;
  /** The cells that it comes from. */
  readonly from: readonly Origin[];
} | {
  /** The area, as the file names it. */
  readonly area: string;
  /** The series, as the file names it. Empty for a population. */
  readonly series: string;
  /** The period. Of a population, its date. */
  readonly period: string;
  /** The kind of value. */
  readonly kind: "count" | "rate" | "percent" | "population" | "base" | "households" | "change" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "significance" | "grade" | "yes-no" | (string & {});
  /** Why there is no figure, for people. */
  readonly gap: string;
  /** The periods that were added up. Absent where the file gives it whole. */
  readonly "sum-of"?: readonly string[];
  /** Of a 0 that no record gives, how many records were looked through. Absent where a record gives it. */
  readonly among?: number;
  /** The cells that it comes from. */
  readonly from: readonly Origin[];
} | {
  /** The area, as the file names it. */
  readonly area: string;
  /** The series, as the file names it. Empty for a population. */
  readonly series: string;
  /** The period. Of a population, its date. */
  readonly period: string;
  /** The kind of value. */
  readonly kind: "count" | "rate" | "percent" | "population" | "base" | "households" | "change" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "significance" | "grade" | "yes-no" | (string & {});
  /** The grade. */
  readonly grade: string;
  /** The periods that were added up. Absent where the file gives it whole. */
  readonly "sum-of"?: readonly string[];
  /** Of a 0 that no record gives, how many records were looked through. Absent where a record gives it. */
  readonly among?: number;
  /** The cells that it comes from. */
  readonly from: readonly Origin[];
} | {
  /** The area, as the file names it. */
  readonly area: string;
  /** The series, as the file names it. Empty for a population. */
  readonly series: string;
  /** The period. Of a population, its date. */
  readonly period: string;
  /** The kind of value. */
  readonly kind: "count" | "rate" | "percent" | "population" | "base" | "households" | "change" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "significance" | "grade" | "yes-no" | (string & {});
  /** True for yes, false for no. */
  readonly done: boolean;
  /** The day on which it was done. Absent where it is not done, or the day is not given. */
  readonly on?: string;
  /** The periods that were added up. Absent where the file gives it whole. */
  readonly "sum-of"?: readonly string[];
  /** Of a 0 that no record gives, how many records were looked through. Absent where a record gives it. */
  readonly among?: number;
  /** The cells that it comes from. */
  readonly from: readonly Origin[];
};

/** A file, or a sheet of a workbook. */
export interface InspectedFile {
  /** The file as the command named it. A sheet follows after #. */
  readonly file: string;
  /** The export that it was recognised as. Null where no source knows it. */
  readonly source: string | null;
  /** How its text is encoded. Absent for a sheet, and where it cannot be read. */
  readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | (string & {});
  /** What separates its cells: a comma, a semicolon or a tab. Absent for a sheet, and where it cannot be read. */
  readonly separator?: string;
  /** The SHA-256 of the file's bytes, in 64 hexadecimal digits. Absent where no source knows the file, or it cannot be read. */
  readonly sha256?: string;
  /** Whether its figures were compared with each other, which finds doubts and figures given twice. Those of a long file are compared only where figures are asked for. Absent where no source knows the file, or it cannot be read. */
  readonly compared?: boolean;
  /** The line of the first figures, counted from 1. Absent where no source knows the file, or it cannot be read. */
  readonly "first-line"?: number;
  /** How many records it has below its headings. Absent where no source knows the file, or it cannot be read. */
  readonly records?: number;
  /** The periods, in order of time. Absent where no source knows the file, or it cannot be read. */
  readonly periods?: readonly string[];
  /** The areas. Absent where no source knows the file, or it cannot be read. */
  readonly areas?: readonly string[];
  /** The series. Absent where no source knows the file, or it cannot be read. */
  readonly series?: readonly string[];
  /** The figures that were asked for. Absent where none were asked for with --area, --series or --period, or the file is not read. */
  readonly figures?: readonly InspectedFigure[];
  /** A column map to begin with, as YAML for the plan's data. Absent where a source knows the file, or no map could be made. */
  readonly proposal?: string;
  /** What was refused or is worth knowing, in the order of file, line and column. */
  readonly problems: readonly Problem[];
  /** Doubts about the data, open and accepted. */
  readonly doubts: readonly Doubt[];
}

/** A number. */
export interface KnownFigure {
  /** The exact value, as a decimal in text. One that does not end has 30 significant digits. It is never rounded for print. */
  readonly value: string;
  /** As it is printed, with its mark. */
  readonly shown: string;
  /** The unit of the value. */
  readonly unit: "count" | "persons" | "households" | "per 1,000" | "per 10,000" | "per 100,000" | "per 1,000 households" | "%" | "percentage points" | "£" | "seconds" | "minutes" | "hours" | "days" | "score" | "people" | "rank" | "grade" | "steps" | "yes-no" | "ratio" | (string & {});
  /** Shorthand for a reserve about the value. b: break in series; c: confidential; low: rounds to zero; u: low reliability; w: none recorded in survey; x: not available; z: not applicable. Absent where there is no reserve. */
  readonly mark?: "b" | "c" | "low" | "u" | "w" | "x" | "z" | (string & {});
  /** The cells that it comes from. Empty where their lines would give away a number that the plan withholds. */
  readonly from: readonly Origin[];
}

/** Something that keeps the plan from being published. */
export interface Lack {
  /** What is asked of the plan. plan: The plan is valid. data: The data are complete. comment: Every unmet aim has a comment. doubt: No doubt about the data is open. number: Every number in a comment is that of its measure. shorthand: Shorthand is explained. file: The report's files are what would be written now. */
  readonly demand: "plan" | "data" | "comment" | "doubt" | "number" | "shorthand" | "file" | (string & {});
  /** What is lacking, for people. Its words may change. */
  readonly message: string;
  /** The file. Absent where it concerns no one file. */
  readonly file?: string;
  /** The line, counted from 1. Absent where it concerns no one line. */
  readonly line?: number;
  /** Of a doubt, the line to write into the plan to accept it. Absent where it is no doubt. */
  readonly accept?: string;
}

/** The force, and the groups of the table. */
export interface LevelSides {
  /** The figures of the force. */
  readonly force: Levels;
  /** The figures of the table's first group. Absent where the table shows no group. */
  readonly peers?: Levels;
  /** The further groups of the table, in its order. Absent where the table shows no second group. */
  readonly groups?: readonly {
    /** The name of the group. */
    readonly name: string;
    /** Its figures. */
    readonly figures: Levels;
  }[];
}

/** The figures of one area in one period, by kind. */
export interface Levels {
  /** The number of events. Absent where the measure has none. */
  readonly count?: Figure;
  /** The rate, per 1,000 population unless its unit says otherwise. Absent where the measure has none. */
  readonly rate?: Figure;
  /** The percentage. Absent where the measure has none. */
  readonly percent?: Figure;
  /** The amount of money. Absent where the measure has none. */
  readonly pounds?: Figure;
  /** The value, of the kind seconds. Absent where the measure has none. */
  readonly seconds?: Figure;
  /** The value, of the kind minutes. Absent where the measure has none. */
  readonly minutes?: Figure;
  /** The value, of the kind hours. Absent where the measure has none. */
  readonly hours?: Figure;
  /** The value, of the kind days. Absent where the measure has none. */
  readonly days?: Figure;
  /** The value, of the kind score. Absent where the measure has none. */
  readonly score?: Figure;
  /** The value, of the kind ratio. Absent where the measure has none. */
  readonly ratio?: Figure;
  /** The number of people. Absent where the measure has none. */
  readonly people?: Figure;
  /** The grade. Absent where the measure has none. */
  readonly grade?: Figure;
  /** The answer. Absent where the measure has none. */
  readonly "yes-no"?: Figure;
}

/** Two limits. */
export interface Limits {
  /** The lower limit. */
  readonly lower: Figure;
  /** The upper limit. */
  readonly upper: Figure;
}

/** A measure, or a part of one, that both releases have. */
export interface MeasureChange {
  /** The name of the measure. */
  readonly measure: string;
  /** The part of the measure, where the plan divides it. Absent where it is the measure as a whole. */
  readonly part?: string;
  /** Its old name. Absent where it has kept its name. */
  readonly "was-called"?: string;
  /** The title of its table. */
  readonly table: string;
  /** Its periods in both. */
  readonly periods: {
    /** The baselines. */
    readonly baseline: {
      /** The old period, in words. Null where there was none. */
      readonly was: string | null;
      /** The new period, in words. Null where there is none. */
      readonly is: string | null;
    };
    /** The current periods. */
    readonly current: {
      /** The old period, in words. Null where there was none. */
      readonly was: string | null;
      /** The new period, in words. Null where there is none. */
      readonly is: string | null;
    };
  };
  /** Its verdicts in both. */
  readonly verdict: {
    /** Whether the aim is met by the figures of today. */
    readonly was: "achieved" | "not achieved" | "not judged";
    /** Whether the aim is met by the figures of today. */
    readonly is: "achieved" | "not achieved" | "not judged";
  };
  /** Why its source revised past figures, as the plan says. Absent where the plan does not say. */
  readonly "revised-because"?: string;
  /** Whether a figure, the verdict or what the plan says of it changed. */
  readonly changed: boolean;
  /** The force, and the groups that both have. */
  readonly sides: readonly {
    /** The name of the force or the group. */
    readonly name: string;
    /** Whether it is the force of the plan. */
    readonly own: boolean;
    /** Its figures, those that did not change too. */
    readonly figures: readonly FigureChange[];
  }[];
}

/** The reason for no figure. It is never 0. */
export interface MissingFigure {
  /** Why there is no figure, for people. */
  readonly gap: string;
  /** Its shorthand. b: break in series; c: confidential; low: rounds to zero; u: low reliability; w: none recorded in survey; x: not available; z: not applicable. Absent where it is x, not available. */
  readonly mark?: "b" | "c" | "low" | "u" | "w" | "x" | "z" | (string & {});
  /** The cells that say so. Empty where no cell does, and where the plan withholds the number (mark c). */
  readonly from: readonly Origin[];
}

/** A point in time. */
export interface Moment {
  /** The period. */
  readonly period: string;
  /** It stands for the months between two periods, which have no figure. Absent for any other period. */
  readonly between?: true;
  /** It mixes both sides of a break, so it is not comparable. Absent where it does not. */
  readonly break?: true;
  /** The force, then the groups. */
  readonly sides: readonly {
    /** The name of the force or the group. */
    readonly name: string;
    /** Its figures. */
    readonly figures: Levels;
  }[];
}

/** The cell that a figure comes from. */
export interface Origin {
  /** The file, relative to the plan's folder or to --data. */
  readonly file: string;
  /** The line, counted from 1. Of a sum of several lines, the first of them. */
  readonly line: number;
  /** The position of the cell in its record, counted from 1. */
  readonly column: number;
  /** All the lines of a sum, such as 2-13,15. Absent where it is one line. */
  readonly lines?: string;
  /** The figure is 0, because none of these lines is a record of it. Absent for any other figure. */
  readonly among?: true;
}

/** Something wrong with a plan, a file or a figure, and where. */
export interface Problem {
  /** The kind of problem. */
  readonly code: "file-kind" | "file-binary" | "workbook-broken" | "workbook-locked" | "workbook-old" | "workbook-too-large" | "workbook-macros" | "workbook-links" | "sheets-unknown" | "sheet-missing" | "sheet-unsaid" | "no-files" | "outside-folder" | "file-directory" | "file-unreadable" | "file-empty" | "file-changed" | "file-too-large" | "quote-unclosed" | "unrecognised" | "recognised-twice" | "period-missing" | "below-notes" | "encoding-mixed" | "fixed-useless" | "covers-useless" | "alike-more" | "cell-unnamed" | "heading-twice" | "columns-nothing" | "group-twice" | "group-left-empty" | "series-overlap" | "series-twice" | "sources-differ" | "record-lines" | "not-whole" | "row-length" | "not-a-number" | "add-collides" | "wrong-unit" | "mark-unknown" | "fraction-large" | "score-range" | "percent-range" | "name-blank" | "period-unknown" | "period-odd" | "area-ambiguous" | "not-the-force" | "code-contradicts" | "parts-differ" | "rate-differs" | "population-jumps" | "kind-unknown" | "grade-unknown" | "answer-unfit" | "given-twice" | "release-unclear" | "release-lacks" | "release-chosen" | "baseline-zero" | "population-zero" | "figure-missing" | "verdict-differs" | "given-alike" | "plan-yaml" | "plan-invalid" | "accept-nothing" | "choices-open" | "priority-unknown" | "priority-twice" | "population-onesided" | "periods-order" | "latest-chosen" | "latest-none" | "latest-waiting" | "population-waiting" | "population-old" | "latest-incomplete" | "period-lengths" | "priority-none" | "measure-twice" | "short-twice" | "area-unknown" | "series-unknown" | "dates-apart" | "period-not-covered" | "no-figure" | "group-lacks" | "trend-nothing" | "trend-withheld" | "column-unknown" | "header-is-data" | "column-order" | "fraction-kind" | "value-unknown" | "missing-unsaid" | "add-total" | "add-kind" | "events-unclear" | "add-uneven" | "form-kind" | "column-twice" | "column-missing" | "comment-missing" | "comment-draft" | "comment-carried" | "comment-past" | "comment-period" | "comment-withheld" | "comment-unknown" | "comment-twice" | "comments-headings" | "records-doubled" | "member-behind" | "file-inside" | "headings-again" | "ids-differ" | "count-stands-out" | "population-far" | "population-part" | "population-below-count" | "county-or-force" | "records-alike" | "hidden-cells" | "percent-fractions" | "unit-contradicted" | "baseline-revised" | "percent-mixed" | "form-mixed" | (string & {});
  /** error: something was refused, and the exit code is 1. warning: something to know of. */
  readonly severity: "error" | "warning";
  /** The file, as the plan or the command names it. */
  readonly file: string;
  /** The line, counted from 1. Absent where it concerns the whole file. */
  readonly line?: number;
  /** The position in the line, counted from 1. Absent where it concerns the whole line. */
  readonly column?: number;
  /** What is wrong, in a sentence for people. Its words may change. */
  readonly message: string;
  /** What to do, or to write instead, for people. Its words may change. Absent where there is nothing to add. */
  readonly hint?: string;
  /** Another place that it has to do with. Absent where there is none. */
  readonly note?: {
    /** The file, as the plan or the command names it. */
    readonly file: string;
    /** The line, counted from 1. Absent where it concerns the whole file. */
    readonly line?: number;
    /** The position in the line, counted from 1. Absent where it concerns the whole line. */
    readonly column?: number;
    /** What that place has to do with it, for people. */
    readonly message: string;
  };
}

/** A measure of a table. */
export interface Row {
  /** The name of the measure. */
  readonly measure: string;
  /** Its short name, for narrow columns. Absent where the plan gives none. */
  readonly short?: string;
  /** What follows its name in a table. Absent where the plan gives none. */
  readonly label?: string;
  /** The baseline in words. Absent where it is the one of the table. */
  readonly baseline?: string;
  /** The current period in words. Absent where it is the one of the table. */
  readonly current?: string;
  /** Its periods in a form that can be read again. */
  readonly periods: {
    /** The baseline. Absent where the measure has none. */
    readonly baseline?: When;
    /** The current period. */
    readonly current: When;
  };
  /** Its kind, as the plan writes it; of a measure that is judged by hand, judged. */
  readonly kind: string;
  /** The series of the data that it is made of. */
  readonly series: {
    /** The series that are added up. */
    readonly add: readonly string[];
    /** The series that are subtracted. */
    readonly subtract: readonly string[];
  };
  /** It is the total of the other measures of the table. Absent where it is not. */
  readonly total?: true;
  /** The aim, as the plan writes it. Null where the plan states none. */
  readonly aim: string | null;
  /** The kind of value that the aim is judged on. */
  readonly basis: "count" | "rate" | "percentage" | "pounds" | "seconds" | "minutes" | "hours" | "days" | "score" | "ratio" | "people" | "grade" | "yes-no" | "judged" | (string & {});
  /** What its rates are per, such as 10,000 population. Absent where they are per 1,000 population, the usual unit. */
  readonly per?: string;
  /** What a person judged, of a measure without figures. Absent where it is judged by its figures. */
  readonly judged?: {
    /** Where the measure stands. */
    readonly standing: "achieved" | "not achieved" | "on track" | "behind" | "not judged";
    /** Who judged it. */
    readonly by: string;
    /** The day, in words. */
    readonly on: string;
    /** Why. */
    readonly because: string;
  };
  /** The value that the aim comes to, in the unit of its basis. Absent where the aim comes to no one value. */
  readonly target?: Figure;
  /** The milestones of the measure. Absent where the plan gives no milestones. */
  readonly progress?: {
    /** Whether the current figure has reached the value due by now. Null where it cannot be told. */
    readonly "on-track": boolean | null;
    /** The value due by now. Absent where nothing is due yet. */
    readonly due?: Figure;
    /** How far the current figure is from the value due. Absent where it is not behind. */
    readonly behind?: Figure;
    /** The next milestone. Absent after the last one. */
    readonly next?: {
      /** The month at whose end it is due. */
      readonly by: string;
      /** The value due then. */
      readonly value: Figure;
    };
    /** Why it cannot be told whether it is on track. Absent where it can. */
    readonly unknown?: string;
  };
  /** Whether the aim is met by the figures of today. */
  readonly verdict: "achieved" | "not achieved" | "not judged";
  /** Where the measure stands. It differs from the verdict where the aim is due later or has a tolerance. */
  readonly standing: "achieved" | "within tolerance" | "not achieved" | "on track" | "behind" | "not judged" | "no aim";
  /** Why there is no verdict, who judged it, or that nothing changed. Absent where the verdict needs no reason. */
  readonly reason?: string;
  /** The priorities that it serves. */
  readonly priorities: readonly string[];
  /** Why its source revised past figures, as the plan says. Absent where the plan does not say. */
  readonly revised?: string;
  /** Who answers for it, as the plan says. Absent where the plan does not say. */
  readonly owner?: string;
  /** The comment on it. Absent where there is none. */
  readonly comment?: string;
  /** The earlier period that the comment was written for. Absent where it is not carried over. */
  readonly "comment-written-for"?: string;
  /** What chance would make of the figures. Absent where the plan asks for no readings, and where the measure has no aim. */
  readonly reading?: {
    /** The reading: could chance alone explain it? */
    readonly words: "within chance" | "beyond chance" | "open" | "not tested";
    /** The test that was made, or why none was. */
    readonly how: string;
    /** The reading in a sentence, for people. */
    readonly says: string;
    /** What is asked: has it changed, is it at most a value … Absent where there was no such test. */
    readonly question?: string;
    /** What the test assumes. Absent where there was no such test. */
    readonly assumes?: string;
    /** Of counts and rates, current ÷ baseline. Of survey percentages, the difference in percentage points. Absent where there was no such test. */
    readonly estimate?: Figure;
    /** The 95% limits of the estimate. Absent where there was no such test. */
    readonly limits?: Limits;
    /** The p-value: the chance of a difference this large, if nothing had changed. Absent where there was no such test. */
    readonly p?: Figure;
    /** The p-value among all readings of the table, by Benjamini and Hochberg. Absent where there is no p-value. */
    readonly "p-adjusted"?: Figure;
    /** How many times as much as chance alone the months vary (φ). Absent where months were not compared. */
    readonly dispersion?: Figure;
    /** Those of the dispersion. Absent where months were not compared. */
    readonly "degrees-of-freedom"?: number;
    /** The change that the test would have found: 100 × t × the standard error of the logarithm, in %. Absent where there was no such test. */
    readonly "could-have-found"?: Figure;
    /** The smallest rise that it would have found, in % of the baseline. Absent where there was no such test. */
    readonly "could-have-found-rise"?: Figure;
    /** The smallest fall that it would have found, in % of the baseline. Absent where there was no such test. */
    readonly "could-have-found-fall"?: Figure;
    /** What the current figure is compared with: a value of the aim, or the rate of the other forces. Absent where it is compared with the baseline. */
    readonly against?: Figure;
    /** What is compared pair by pair. Absent where whole periods are compared. */
    readonly step?: "month" | "quarter";
    /** How many pairs there are. Absent where whole periods are compared. */
    readonly pairs?: number;
    /** How many months are in both periods, and so in neither of the test. Absent where there are none. */
    readonly "months-left-out"?: number;
    /** The 95% limits of the baseline figure that the aim is judged on: by the spread of its months, or Byar's for numbers and rates (exact below 10) and Wilson's for shares. Absent where they cannot be worked out. */
    readonly baseline?: Limits;
    /** The same of the current figure. Absent where they cannot be worked out. */
    readonly current?: Limits;
    /** The change of the force beside the changes of the other forces of its group. Absent where it was not tested. */
    readonly beside?: {
      /** The group that the other forces are of. */
      readonly group: string;
      /** Whether the force's change is beyond the usual spread of the others'. */
      readonly words: "beyond chance" | "within chance";
      /** The same in a sentence about the force, for people. */
      readonly says: string;
      /** The force's change divided by the usual change of the others. */
      readonly estimate: Figure;
      /** Its 95% limits. */
      readonly limits: Limits;
      /** The p-value: the chance of a difference this large, if the force changed like the others. */
      readonly p: Figure;
    };
    /** Why the change was not compared with those of the other forces. Absent where it was, and where the group does not list its forces. */
    readonly "beside-not-tested"?: string;
    /** What must be known to judge the reading. Absent where there are none. */
    readonly notes?: readonly string[];
  };
  /** The measure in sentences, for people. */
  readonly says: readonly string[];
  /** What must be known to use its figures, for people. */
  readonly notes: readonly string[];
  /** Its figures. */
  readonly figures: Figures;
  /** The force beside the table's first group. Absent where the two cannot be compared. */
  readonly beside?: {
    /** The name of the group. */
    readonly group: string;
    /** Where the force's current figure is beside that of the group. */
    readonly is: "higher" | "lower" | "similar" | "the same";
    /** How far from it, in % of the group's figure or in percentage points. */
    readonly by: Figure;
  };
  /** The change since the same months a year before. Absent where the data do not give both. */
  readonly "since-last-year"?: Figure;
  /** Further comparisons than with the baseline. Absent where the plan asks for none. */
  readonly also?: readonly {
    /** The name of the comparison, such as previous year. */
    readonly comparison: string;
    /** The periods that it compares. */
    readonly periods: {
      /** The earlier period. */
      readonly earlier: When;
      /** The later period. */
      readonly later: When;
    };
    /** The figures in both periods. */
    readonly figures: {
      /** The earlier period. */
      readonly earlier: LevelSides;
      /** The later period. */
      readonly later: LevelSides;
      /** From the earlier period to the later. */
      readonly change: ChangeSides;
    };
  }[];
  /** The parts of the measure. Absent where the plan names none. */
  readonly parts?: readonly {
    /** The name of the part. */
    readonly name: string;
    /** Its figures. */
    readonly figures: Figures;
  }[];
}

/** The change of a grade. */
export interface StepsFigure {
  /** How a grade moved, in words. */
  readonly steps: string;
  /** As it is printed, with its mark. */
  readonly shown: string;
  /** The cells that it comes from. Empty where their lines would give away a number that the plan withholds. */
  readonly from: readonly Origin[];
}

/** A table of the plan. */
export interface Table {
  /** The title of the table. */
  readonly title: string;
  /** Where the figures come from, as the plan says. Absent where the plan does not say. */
  readonly source?: string;
  /** The baseline of the table, in words. */
  readonly baseline: string;
  /** The current period of the table, in words. */
  readonly current: string;
  /** The groups of the table. In the figures, the first of them is peers. */
  readonly groups: readonly string[];
  /** What must be known to use the table, for people. Absent where there are no notes. */
  readonly notes?: readonly string[];
  /** Its measures, in the order of the plan. */
  readonly rows: readonly Row[];
}

/** The limits of months or quarters without a break among them. They are of the count where there is one and the aim is judged on the rate, and otherwise of what the aim is judged on. */
export interface TrendLimits {
  /** The first month or quarter. */
  readonly from: string;
  /** The last month or quarter. */
  readonly to: string;
  /** How many points there are between from and to. */
  readonly points: number;
  /** The mean. With a season, that of an average month. In the unit of the figures, to 13 significant digits. Absent where there are too few points, or too few events. */
  readonly mean?: string;
  /** The lower limit. With a season, that of an average month. In the unit of the figures, to 13 significant digits. Absent where there are too few points, or too few events. */
  readonly lower?: string;
  /** The upper limit. With a season, that of an average month. In the unit of the figures, to 13 significant digits. Absent where there are too few points, or too few events. */
  readonly upper?: string;
  /** What the plan chose for the limits. Absent where the plan chose nothing. */
  readonly chosen?: {
    /** The first month that the limits are worked out from. */
    readonly from: string;
    /** The last of them. Absent where they go on to the end. */
    readonly to?: string;
    /** Why, as the plan says. Absent where the plan does not say. */
    readonly reason?: string;
  };
  /** The points that the plan leaves out of the limits. Absent where it leaves out none. */
  readonly except?: readonly {
    /** The month or quarter. */
    readonly period: string;
    /** Why, as the plan says. */
    readonly reason: string;
  }[];
  /** The season that the limits follow. Absent where no season was found. */
  readonly seasons?: {
    /** The p-value of the test for a season (Kruskal–Wallis), from 0 to 1. */
    readonly p: number;
    /** The limits of each month or quarter. */
    readonly each: readonly {
      /** The month or quarter. */
      readonly period: string;
      /** Its mean ÷ that of an average month. */
      readonly index: string;
      /** Its mean. In the unit of the figures, to 13 significant digits. */
      readonly mean: string;
      /** Its lower limit. In the unit of the figures, to 13 significant digits. */
      readonly lower: string;
      /** Its upper limit. In the unit of the figures, to 13 significant digits. */
      readonly upper: string;
    }[];
  };
  /** The signals among these points. */
  readonly signals: readonly ({
    /** Which rule found it. outside: a point beyond a limit. run: 7 points in a row on one side of the mean. trend: 7 points in a row that rise, or that fall (--rising changes the number). two of three: two of three points beyond two thirds of a limit. */
    readonly rule: "outside" | "run" | "trend" | "two of three" | (string & {});
    /** Where it begins. */
    readonly from: string;
    /** Where it ends. */
    readonly to: string;
    /** Up: above the mean, or rising. Down: below the mean, or falling. */
    readonly direction: "up" | "down";
    /** What it means, by the side that is better for the plan. */
    readonly meaning: "improving" | "concerning" | "neither";
  })[];
  /** A change of level that has lasted. Absent where there is none. */
  readonly shift?: {
    /** The month or quarter from which new limits might be worked out. */
    readonly from: string;
    /** Whether the level rose or fell. */
    readonly direction: "up" | "down";
  };
}

/** A measure over time. */
export interface TrendMeasure {
  /** The name of the measure. */
  readonly measure: string;
  /** What the data give. Null where they give only years or other long periods. */
  readonly step: "month" | "quarter" | null;
  /** The months or quarters that are shown. Empty where step is null. */
  readonly moments: readonly Moment[];
  /** The 12 months to each month or quarter, or the long periods that the data give. */
  readonly years: readonly Moment[];
  /** The limits, from break to break. */
  readonly limits: readonly TrendLimits[];
  /** What the latest point signals. Absent where the latest point has no limits. */
  readonly variation?: {
    /** The latest month or quarter. */
    readonly at: string;
    /** What it means, by the side that is better for the plan. */
    readonly meaning: "improving" | "concerning" | "neither";
    /** Why, in words. */
    readonly because: string;
  };
  /** The limits beside the value of the aim. Absent where there is none. */
  readonly assurance?: {
    /** Whether the aim's value will be met if nothing changes. */
    readonly outcome: "will be met" | "will not be met without change" | "may or may not be met by chance";
    /** The aim's value for a month or quarter. In the unit of the figures, to 13 significant digits. */
    readonly value: string;
  };
  /** Why there is no assurance, for people. Absent where there is one, and where the aim has no value. */
  readonly noAssurance?: string;
  /** How the force was placed beside each group over time. */
  readonly standings: readonly {
    /** The name of the group. */
    readonly group: string;
    /** Where the force's figure was beside the group's, in each of these periods. */
    readonly stood: "below" | "level with" | "above";
    /** The first of the periods in a row. */
    readonly from: string;
    /** The last of them. */
    readonly to: string;
  }[];
  /** The breaks among what is shown. */
  readonly breaks: readonly {
    /** The first month after the break. */
    readonly from: string;
    /** The last month that the break affects. Absent where it has no end. */
    readonly to?: string;
    /** Why figures before and after are not comparable. */
    readonly reason: string;
    /** Who says so, of a break that the tool knows. Absent where the plan states it. */
    readonly source?: string;
    /** The groups that it concerns alone. Absent where it concerns the force. */
    readonly groups?: readonly string[];
  }[];
}

/** A verdict that changed. */
export interface VerdictChange {
  /** The name of the measure. */
  readonly measure: string;
  /** The title of its table. */
  readonly table: string;
  /** Whether the aim is met by the figures of today. */
  readonly was: "achieved" | "not achieved" | "not judged";
  /** The verdict over the old periods by the new release. Null where it is not known, as the new release does not reach back to them. */
  readonly restated: "achieved" | "not achieved" | "not judged" | null;
  /** Whether the aim is met by the figures of today. */
  readonly is: "achieved" | "not achieved" | "not judged";
  /** Whether revisions of past figures changed the verdict, with no new period. */
  readonly "by-revision-alone": boolean;
  /** The smallest sets of changes that flip the verdict, each set by itself. Empty where none is known to. */
  readonly by: readonly (readonly ("aim changed" | "aim revised" | "aim moved" | "aim whole" | "aim redefined" | "baseline changed" | "baseline revised" | "baseline moved" | "baseline whole" | "baseline redefined" | "current changed" | "current revised" | "current moved" | "current whole" | "current redefined" | "group changed" | "group revised" | "group moved" | "group whole" | "group redefined" | "figures changed" | "figures revised" | "figures moved" | "figures whole" | "figures redefined" | "judgement changed" | "judgement revised" | "judgement moved" | "judgement whole" | "judgement redefined" | (string & {}))[])[];
  /** The same in a sentence, for people. */
  readonly words: string;
}

/** A period in a form that can be read again. */
export interface When {
  /** The period, such as 2019 or 12 months to September 2023. Absent where the plan states none. */
  readonly period?: string;
  /** The periods whose figures are averaged. Absent where it is a single period. */
  readonly average?: readonly string[];
  /** The date of the population that rates use, such as mid-2021. Absent where the plan chooses none. */
  readonly population?: string;
}
