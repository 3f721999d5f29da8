// What is left to say of a measure beside its published comment: those of its own sentences that the comment does not have.
import { say } from "../core/words/say.ts";
import { withoutMark } from "../input/comments.ts";
import { sentencesOf } from "./narration.ts";
import type { ReportTable, Row } from "./report.ts";

/** Whether a text begins with a sentence, word for word and to its end. */
export const beginsWith = (text: string, sentence: string): boolean =>
  text.startsWith(sentence) && /^(?: |$)/.test(text.slice(sentence.length));

/**
 * The sentences of a measure as one text, for a page that has its comment too; "" where the comment has them all. Where it
 * has the first, which names the measure, the rest says of which measure it is.
 */
export function wordsBeside(table: ReportTable, row: Row): string {
  const all = sentencesOf(table, row);
  const comment = withoutMark(row.comment ?? "").replace(/\s+/g, " ");
  const starts = [0, ...[...comment.matchAll(/[.!?] /g)].map(({ index }) => index + 2)];
  const rest = all.filter((one) => !starts.some((at) => beginsWith(comment.slice(at), one)));
  const said = rest.join(" ");
  return rest.length === 0 || rest[0] === all[0] ? said : say("narration.beside-comment", { name: row.name, said });
}
