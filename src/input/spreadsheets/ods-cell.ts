// A cell of an ODS: the text that it shows, and what it holds.
import { clockSeconds } from "../../core/clock.ts";
import { compareExact, exact } from "../../core/number.ts";
import { brokenCell } from "./fault.ts";
import { insteadOf } from "./number-format.ts";
import type { OdsStyles } from "./ods-styles.ts";
import { timeText } from "./time-text.ts";
import { isDateText, isNumberText, isRaisedNote, numberText, oneLine, UNCOMPUTED } from "./values.ts";
import type { Attributes } from "./xml-listener.ts";

/** What a cell shows; a number may be without any text for it. */
export interface ShownText {
  readonly text: string;
  readonly isThere: boolean;
}

/** Puts the text of a cell together from its paragraphs and runs, without notes, which are in raised styles. */
export function odsTextReader({ isRaised }: OdsStyles) {
  const spans: boolean[] = [];
  let [text, run, paragraphs] = ["", "", 0];
  const endRun = (): void => {
    if (!(spans.includes(true) && isRaisedNote(run))) text += run;
    run = "";
  };
  return {
    begin: (): void => {
      [text, run, paragraphs] = ["", "", 0];
    },
    text: (said: string): void => {
      if (paragraphs > 0) run += said;
    },
    open(name: string, attributes: Attributes): void {
      if (name === "text:p") {
        if (paragraphs > 0) run += " ";
        paragraphs += 1;
      } else if (name === "text:s") run += " ".repeat(Math.min(countOf(attributes["text:c"]), 100));
      else if (name === "text:tab" || name === "text:line-break") run += " ";
      else if (name === "text:span") {
        endRun();
        spans.push(isRaised(attributes["text:style-name"]));
      }
    },
    close(name: string): void {
      if (name !== "text:span") return;
      endRun();
      spans.pop();
    },
    /** The text, and whether there was a paragraph for it. */
    end(): ShownText {
      endRun();
      return { text: oneLine(text), isThere: paragraphs > 0 };
    },
  };
}

/** How often a cell or a row is repeated, or over how many rows it stands: once, where nothing is said. */
export function countOf(said: string | undefined): number {
  const count = /^\+?\d+$/.test(said ?? "1") ? Number(said ?? 1) : 1;
  return Math.max(1, count);
}

/** Where a cell is, and the style that it has, or its row or column. */
interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly style: string;
}

/** What a cell holds. Only what the format's own syntax allows is a number, a date, or yes and no. */
export function odsCellText(attributes: Attributes, shown: ShownText, place: CellPlace, styles: OdsStyles): string {
  const { text } = shown;
  const type = attributes["office:value-type"];
  const check = (value: string, what: string, isRight: (value: string) => boolean): string => {
    if (isRight(value)) return value.trim();
    throw brokenCell(place.column, place.line, `holds "${value.slice(0, 40)}", which is not ${what}`);
  };
  switch (type) {
    case "float":
    case "currency":
    case "percentage": {
      const given = attributes["office:value"];
      if (given === undefined || /^-?(NaN|INF)$/.test(given)) return given ?? text;
      const value = check(given, "a number", isNumberText);
      const instead = styles.instead(place.style, Number(value)) ?? insteadShown(Number(value), shown);
      return instead ?? numberText(value, type === "percentage" ? "percent" : undefined);
    }
    case "date": {
      const given = attributes["office:date-value"];
      return given === undefined ? text : dateText(check(given, "a date", isDateText), text);
    }
    case "time": {
      const [, hours, minutes, seconds] =
        /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(attributes["office:time-value"] ?? "") ?? [];
      if (seconds === undefined) return text;
      const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      // "09:42" are minutes and seconds, or hours and minutes, as its value has them.
      const isClock = clockSeconds(text.trim());
      const isWhole = isClock && compareExact(isClock.seconds, exact(all)) === 0;
      return timeText(all / 86_400, isWhole ? "time" : "hours and minutes");
    }
    case "boolean": {
      const given = attributes["office:boolean-value"];
      if (given === undefined) return text;
      return check(given, "TRUE or FALSE", (said) => /^(true|false)$/.test(said)) === "true" ? "TRUE" : "FALSE";
    }
    case undefined:
      return attributes["table:formula"] !== undefined && text === "" ? UNCOMPUTED : text;
    default:
      return text.trim() === "" ? (attributes["office:string-value"] ?? text) : text;
  }
}

/** The words that a cell was saved with in the place of its number; a 0 may have been left out. */
function insteadShown(value: number, { text, isThere }: ShownText): string | undefined {
  if (/\p{N}/u.test(text)) return undefined;
  return text.trim() !== "" || (isThere && value === 0) ? insteadOf(value, text) : undefined;
}

/** "2018-03-31", or "2018-03" where the cell shows a month and a year: "Mar-18". */
const dateText = (date: string, shown: string): string =>
  date.slice(0, /^\p{L}{3,}[ .'’-]*(\d{2}|\d{4})$/u.test(shown.trim()) ? 7 : 10);
