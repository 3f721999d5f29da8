// The sentence for a file that could be read only so far.

import { type Problem, problem } from "../../core/problems/problems.ts";
import type { Stop } from "./csv.ts";

/** The sentence for a file that could be read only so far. */
export function stopped(file: string, stop: Stop | Problem): Problem {
  if ("code" in stop) return stop;
  if (!("line" in stop)) return problem("file-binary", { file }, false);
  return problem(stop.at === "mixed encodings" ? "encoding-mixed" : "quote-unclosed", { file, line: stop.line });
}
