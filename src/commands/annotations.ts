// What a plan lacks, as the annotations of GitHub Actions: a line each, which GitHub shows beside the file's own line.
import type { CommentNumbers } from "../check/comments.ts";
import type { Lack } from "../check/demands.ts";
import { demands } from "../check/demands.ts";
import { readyWords } from "../check/text.ts";

/** GitHub takes % and line breaks in a message, and also : and , in a property, only as codes. */
const message = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** An error for each that is lacking, and a warning for each number that a person has to read; where nothing is lacking, one notice that says so. */
export function annotations(lacks: readonly Lack[], numbers: CommentNumbers): string {
  const line = (level: string, { file, line, message: what }: Omit<Lack, "demand">, title: string): string => {
    const place = [
      ...(file === undefined ? [] : [`file=${property(file)}`]),
      ...(line === undefined ? [] : [`line=${line}`]),
      `title=${property(title)}`,
    ];
    return `::${level} ${place.join(",")}::${message(what)}\n`;
  };
  return [
    ...(lacks.length === 0 ? [`::notice title=plan-measures::${message(readyWords(lacks, numbers))}\n`] : []),
    ...lacks.map((lack) => line("error", lack, demands[lack.demand])),
    ...numbers.unchecked.map(({ measure, number, message: why, ...place }) =>
      line("warning", { ...place, message: `${measure}: read "${number}" yourself: ${why}` }, "A number to read"),
    ),
  ].join("");
}
