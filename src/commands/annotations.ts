// What a plan lacks, as the annotations of GitHub Actions: a line each, which GitHub shows beside the file's own line.
import type { Lack } from "../check/demands.ts";
import { demands } from "../check/demands.ts";

/** GitHub takes % and line breaks in a message, and also : and , in a property, only as codes. */
const message = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** An error for each that is lacking; where nothing is, one notice that says so. */
export const annotations = (lacks: readonly Lack[]): string =>
  lacks.length === 0
    ? "::notice title=plan-measures::Ready to publish\n"
    : lacks
        .map(({ demand, message: what, file, line }) => {
          const place = [
            ...(file === undefined ? [] : [`file=${property(file)}`]),
            ...(line === undefined ? [] : [`line=${line}`]),
            `title=${property(demands[demand])}`,
          ];
          return `::error ${place.join(",")}::${message(what)}\n`;
        })
        .join("");
