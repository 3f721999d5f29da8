// The numbers of a plan's comments against its own figures: what is wrong, how many were checked, and which a person must read.
import { auditOf } from "../audit/audit.ts";
import { auditColumns } from "../audit/columns/columns.ts";
import { classes } from "../audit/findings.ts";
import { publishedOf } from "../audit/plan-tables.ts";
import type { Comment } from "../audit/read/read-comments.ts";
import { say } from "../core/words/say.ts";
import { type Comments, withoutMark } from "../input/comments.ts";
import type { Table } from "../output/table.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { sentencesOf } from "../report/narration.ts";
import type { Report, Row } from "../report/report.ts";
import { heldToAim } from "./aim-figures.ts";
import type { Lack } from "./demands.ts";
import { heldToOwn, openingsOf } from "./own-sentences.ts";
import { checkedRanks } from "./ranks.ts";

/** A number of a comment that no figure settles, and why. */
interface Unchecked {
  readonly file: string;
  readonly line: number;
  readonly measure: string;
  readonly number: string;
  readonly message: string;
}
export interface CommentNumbers {
  readonly lacks: readonly Lack[];
  /** How many numbers the comments have, and how many of them were checked. */
  readonly numbers: number;
  readonly checked: number;
  /** How many of those that were checked are wrong. */
  readonly wrong: number;
  readonly unchecked: readonly Unchecked[];
}
/** The comparisons of a row's force with the forces of each of its groups. */
export type RankedIn = (row: Row) => readonly Comparison[];

/** What the audit of the tables' own comments finds. */
export function numbersOf(
  { plan, tables }: Report,
  made: readonly Table[],
  comments: Comments,
  rankedIn: RankedIn,
): CommentNumbers {
  const rows = tables.flatMap((table) => table.rows).filter(({ comment }) => comment !== undefined);
  const sentences = new Map(
    tables.flatMap((table) => table.rows.map((row) => [row, sentencesOf(table, row)] as const)),
  );
  const openings = openingsOf([...sentences.values()].flat());
  const given = rows.map((row) => {
    const { measure, name, comment = "" } = row;
    const { file, line = 1, column = 1 } = comments.placeOf(measure.name) ?? measure.place("comment");
    const { rest, ...own } = heldToOwn(withoutMark(comment), sentences.get(row) ?? [], openings);
    return { ...own, comment: { file, line, column, measure: name, text: rest } };
  });
  const said = given.map(({ comment }) => comment);
  const owned = given.reduce(
    (sum, { numbers, faults, shortened }) => sum + numbers + faults.length + shortened.length,
    0,
  );
  const wrong = given.flatMap(({ comment: { file, line, measure }, faults }) =>
    faults.map((fault) => ({
      file,
      line,
      measure,
      message: `"${fault.said}" is a changed sentence of the tool: write it as "${fault.wanted}", or reword it`,
    })),
  );
  const shortened = given.flatMap(({ comment: { file, line, measure }, shortened }) =>
    shortened.map(({ said, wanted }) => ({
      ...{ file, line, measure, number: said },
      message: `it is a sentence of the tool with words left out; the tool writes "${wanted}"`,
    })),
  );
  const published = made.map((table) => publishedOf(table, plan.file));
  const audited = (comments: readonly Comment[]) =>
    auditOf({ tables: published, columnsOf: (table) => auditColumns(table), comments });
  const audit = audited(said);
  const further = rows.flatMap((row, index) => furtherOf(row, said[index]));
  const isOfFurther = new Set(
    (further.length === 0 ? [] : audited(further).comments).flatMap(({ comment: { file, line, column }, claims }) =>
      claims.flatMap(({ claim, status }) =>
        /^matched/.test(status) ? [[file, line, column, claim.at].join(" ")] : [],
      ),
    ),
  );
  const all = audit.comments.flatMap(({ comment, claims }) => {
    const row = rows.find((one) => one.measure.name === comment.measure);
    const { file, line, column, measure, text } = comment;
    return [
      ...claims.flatMap(({ claim, status: own, says }) => {
        if (claim.type !== "number") return [];
        const isFurther = own === "not checked" && isOfFurther.has([file, line, column, claim.at].join(" "));
        const ofAim = own === "not checked" && row ? heldToAim(claim, text, row) : undefined;
        return [
          { text: claim.text, status: isFurther ? "matched" : (ofAim?.status ?? own), says: ofAim?.says ?? says },
        ];
      }),
      ...checkedRanks(text, row ? rankedIn(row) : []),
    ].map((said) => ({ file, line, measure, ...said }));
  });
  const open = all.filter(({ status }) => status === "not checked");
  const told = audit.comments
    .flatMap(({ findings }) => findings)
    // A comment that was not read to its end is not known to be right.
    .filter(({ class: kind }) => classes[kind].severity === "error" || kind === "cannot-be-checked")
    .map(({ file, line, measure, message }) => ({ file, line, measure, message }));
  const ranks = all
    .filter(({ status }) => status === "wrong-rank")
    .map(({ file, line, measure, text, says }) => ({ file, line, measure, message: `"${text}": ${says}` }));
  return {
    lacks: [...wrong, ...told, ...ranks].map(({ file, line, measure, message }) => ({
      ...{ demand: "number", file, line, message: `${measure}: ${message}` },
    })),
    numbers: owned + all.length,
    checked: owned + all.length - open.length - shortened.length,
    wrong: wrong.length + all.filter(({ status }) => status !== "not checked" && !/^matched/.test(status)).length,
    unchecked: [
      ...shortened,
      ...open.map(({ file, line, measure, text, says }) => ({
        ...{ file, line, measure, number: text, message: says },
      })),
    ],
  };
}

/** The sentences of a comment that name a further comparison of its row, as comments on that; the rest is blank, so that places stay. */
const furtherOf = ({ also, measure }: Row, comment: Comment | undefined): Comment[] =>
  also.flatMap(({ name }): Comment[] => {
    const named = new RegExp(
      `(?:(?:^|,? )(?:on|than|since|from|against|over|compared (?:with|to))(?: in)? (?:the )?)?\\b${name}\\b(?:'s)?,?`,
      "gi",
    );
    const blank = (words: string): string => " ".repeat(words.length);
    const pieces = comment?.text.split(/(?<=[.!?;]\s)/) ?? [];
    const text = pieces.map((piece) => (piece.search(named) < 0 ? blank(piece) : piece.replace(named, blank))).join("");
    return comment && text.trim() !== ""
      ? [{ ...comment, measure: say("table.line", { measure: measure.name, name }), text }]
      : [];
  });
