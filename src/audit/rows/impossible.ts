// Percentages that people cannot give: below 0, or above 100.
import { compareExact, HUNDRED, isNegative, isZero } from "../../core/number.ts";
import type { Heading, PublishedTable } from "../read/read-table.ts";
import type { PrintedValue } from "./printed-value.ts";

/** Words for people, and for what is asked of them. */
const people =
  /\b(witness\w*|experienc\w*|respondents?|people|persons|adults|victims?|residents|public|agree\w*|disagree\w*|satisf\w*|dissatisf\w*|confiden\w*|feel\w*|believ\w*|think\w*|perce(?:ive|ption)\w*|trust\w*|seen|saw|aware\w*|worried|safe|said|say)\b/i;

/** Whether a level is below 0 or above 100 %, for all that it may stand for. */
export const isImpossible = ({ number, interval }: Pick<PrintedValue, "number" | "interval">): boolean =>
  (isNegative(number) && !isZero(number)) || compareExact(interval.from, HUNDRED) > 0;

/** Whether a percentage is a share of people or of respondents, by its heading, its table or its measure. */
export const isShareOfPeople = (
  { title, headings }: PublishedTable,
  heading: Heading | undefined,
  measure: string,
): boolean =>
  [title, headings[0]?.text ?? "", heading?.text ?? "", heading?.group ?? "", measure].some((text) =>
    people.test(text),
  );
