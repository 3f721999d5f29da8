// The words of published outputs in English.
import { monthName, type Period, periodName } from "../period.ts";
import type { FindingWords, NarrationWords } from "./words.ts";

/** A number of a few, in words. */
const few = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const counted = (count: number, one: string, more: string): string =>
  `${few[count] ?? count} ${count === 1 ? one : more}`;

/** "1st", "2nd", "11th". */
export function ordinal(n: number): string {
  const [tens, ones] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${{ 1: "st", 2: "nd", 3: "rd" }[ones] ?? "th"}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Months as a sentence names them: a year and a month by their names, anything else by its length and its end. */
function onePeriod(period: Period): string {
  const { from, to } = period;
  const months = to - from + 1;
  if (to === 0) return periodName(period);
  if (months === 12 && from % 12 === 3) return `the year ending ${monthName(to)}`;
  if (months === 1 || (months === 12 && from % 12 === 0)) return periodName(period);
  return `the ${months} months to ${monthName(to)}`;
}

function period(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return "no period";
  return periods.length === 1 ? onePeriod(first) : `the average of ${periods.map(onePeriod).join(", ")}`;
}

/** How an aim that begins so continues the words "Aim …"; those of a value or of a rank follow "of". */
const aimBegins: readonly (readonly [RegExp, (words: string) => string])[] = [
  [/^(reduce|increase|maintain|improve)\b/i, (words) => `to ${words}`],
  [/^(below|above|done)\b/i, (words) => `to be ${words}`],
];
function aimWords(words: string): string {
  const [, make = (rest: string): string => `of ${rest}`] = aimBegins.find(([begins]) => begins.test(words)) ?? [];
  return make(`${words.charAt(0).toLowerCase()}${words.slice(1)}`);
}

const missedWords = (missed: string | undefined): string => (missed === undefined ? "" : `; ${missed}`);

export const english: NarrationWords = {
  period,
  inPeriod: (periods) => `in ${period(periods)}`,
  alone: ({ name, now, when }) => `${name}: ${now} ${when}.`,
  done: ({ name, now }) => `${name}: ${now}.`,
  moved: ({ name, now, when, way, by, share, was, before }) =>
    `${name}: ${now} ${when}, ${way} ${by}${share === undefined ? "" : ` (${share})`} from ${was} ${before}.`,
  movedFrom: ({ name, now, when, way, was, before }) => `${name}: ${now} ${when}, ${way} from ${was} ${before}.`,
  theSame: ({ name, now, when, before, thing }) =>
    `${name}: ${now} ${when}, the same ${thing === "figure" ? "" : `${thing} `}as ${before}.`,
  grades: ({ name, now, when, way, steps, was, before }) =>
    `${name}: ${now} ${when}, ${counted(steps, "grade", "grades")} ${way} from ${was} ${before}.`,
  noFigure: ({ name, period: months, why }) => `${name}: no figure for ${months} (${why}).`,
  itWas: ({ was, before }) => `It was ${was} ${before}.`,
  noEarlier: ({ period: months, why }) => `No figure for ${months} (${why}).`,
  small: (isWithinChance) =>
    `These are small numbers${isWithinChance ? "; the change is within the range expected by chance" : ""}.`,
  fromNought: () => "A % change from 0 cannot be given.",
  rate: ({ rate, per }) => `${rate} per ${per}`,
  reserved: ({ figure, reserve }) => `${figure} (${reserve})`,
  lessThan: (amount) => `less than ${amount}`,
  groupMoved: ({ group, way, by, isOfRate }) => `${group}: ${isOfRate ? "rate " : ""}${way} ${by}.`,
  groupMovedFrom: ({ group, way, was, now }) => `${group}: ${way} from ${was} to ${now}.`,
  groupTheSame: (group) => `${group}: no change.`,
  groupMissing: (group) => `${group}: not available.`,
  groupNow: ({ group, now }) => `${group}: ${now}.`,
  besideMean: ({ name, period: months, now, forces, isOfOthers, mean }) =>
    `${name}, ${months}: ${now}; mean of the ${forces}${isOfOthers ? " other" : ""} forces ${mean}.`,
  rank: ({ group, place, isTied, end, thing, forces, open }) => {
    const at = place === 1 ? end : `${ordinal(place)} ${end}`;
    const range =
      open === undefined
        ? ""
        : open.best === open.worst
          ? ` (${ordinal(open.best)} within its limits)`
          : ` (between ${ordinal(open.best)} and ${ordinal(open.worst)})`;
    return `Rank in ${group}: ${isTied ? "joint " : ""}${at} ${thing} of ${forces} forces${range}.`;
  },
  noAim: () => "No aim is set.",
  notJudged: () => "Aim: not judged.",
  judgedByHand: ({ name, standing, by, on }) => `${name}: ${standing}, as judged by ${by} on ${on}.`,
  aim: ({ aim, by, standing, missed }) =>
    `Aim ${aimWords(aim)}${by === undefined ? "" : ` by ${by}`}: ${standing}${missedWords(missed)}.`,
  target: ({ target, by, aim, due, standing, missed }) => {
    const date = by === undefined ? "" : ` by ${by}`;
    const source = aim === undefined ? "" : ` (${aim})`;
    const expected = due === undefined ? "" : `; ${due} expected by now`;
    return `Target: ${target}${date}${source}${expected}. ${capital(standing)}${missedWords(missed)}.`;
  },
  missedBy: ({ amount, side }) => `${amount} ${side}`,
};

/** The same of the lines over charts. */
export const englishFindings: FindingWords = {
  line: ({ name, now, when, moved, signal }) => {
    const ways = { up: "up from", down: "down from", same: "the same as" } as const;
    const from = moved === undefined ? "" : `, ${ways[moved.way]} ${moved.was} in ${moved.before}`;
    const point =
      signal === undefined
        ? ""
        : signal === "none"
          ? " The latest point gives no signal."
          : ` The latest point is a signal: ${signal}.`;
    return `${name}: ${now} in ${when}${from}.${point}`;
  },
  ranked: ({ name, now, rank, forces, range, group }) => {
    const open = range === undefined ? "" : ` (${range} by its limits)`;
    const place = rank === undefined ? "" : `, ranked ${rank} of ${forces}${open}`;
    return `${name}: ${now}${place}.${group === undefined ? "" : ` ${group.name}: ${group.now}.`}`;
  },
  beside: ({ name, now, side }) =>
    side === undefined
      ? `${name}: ${now}, within the 95% limits of a force like the others.`
      : `${name}: ${now}, ${side} than a force like the others.`,
  changes: ({ measures, rose, fell, same, without, aims }) => {
    const said = [
      ...(rose > 0 ? [`${rose} rose`] : []),
      ...(fell > 0 ? [`${fell} fell`] : []),
      ...(same > 0 ? [`${same} did not change`] : []),
      ...(without > 0 ? [`${without} ${without === 1 ? "has" : "have"} no change that can be shown`] : []),
    ];
    const all = said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
    return `Of ${measures} measures, ${all}. Aims: ${aims}.`;
  },
};
