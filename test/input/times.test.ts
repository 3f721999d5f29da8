// Times as a clock writes them, in cells and in print, against seconds counted by hand.
import { describe, expect, test } from "vitest";
import { clockSeconds, clockText } from "../../src/core/clock.ts";
import { isKnown } from "../../src/core/figure.ts";
import { exact, exactText, fixed } from "../../src/core/number.ts";
import { errorOf } from "../../src/core/rounding.ts";
import { readFigure } from "../../src/input/parse-figure.ts";

const origin = { file: "a.csv", line: 2, column: 1 };

describe("a time", () => {
  test.each([
    // 9 × 60 + 42; 3,600 + 2 × 60 + 3; 75 × 60 + 5.
    ["9:42", "582", false],
    ["09:42", "582", false],
    ["0:00", "0", false],
    ["1:02:03", "3723", true],
    ["75:05", "4505", false],
    ["1204:30", "72270", false],
  ])("%s is %s seconds", (words, seconds, hasHours) => {
    const read = clockSeconds(words);
    expect(read && [exactText(read.seconds), read.hasHours]).toEqual([seconds, hasHours]);
  });

  test.each(["9:60", "9:4", "9.42", "1:60:00", "1:2:03", ":42", "9:42:", "-9:42", "9:42 am", "1:02:03:04"])(
    "%s is none",
    (words) => {
      expect(clockSeconds(words)).toBeUndefined();
    },
  );

  test.each([
    ["9.7", "9:42"],
    ["-2.41666666666666666666", "-2:25"],
    ["0.004", "0:00"],
    ["-0.004", "0:00"],
    // 30.3 seconds are 30, 30.6 are 31, 59.7 are a minute, and a half is up.
    ["0.505", "0:30"],
    ["0.51", "0:31"],
    ["0.995", "1:00"],
    ["0.008333333333333333333333333333333333333333333333333333333333", "0:01"],
    ["1204.5", "1,204:30"],
  ])("%s minutes are printed %s", (minutes, text) => {
    expect(clockText(exact(minutes))).toBe(text);
  });
});

describe("a cell with a time", () => {
  test.each([
    // 582 ÷ 60 = 9.7; 3,723 ÷ 60 = 62.05; 4,500 ÷ 3,600 = 1.25. Half a second is as far as each may be off.
    ["seconds", "9:42", "582.0000", "0.500000"],
    ["minutes", "9:42", "9.7000", "0.008333"],
    ["minutes", "1:02:03", "62.0500", "0.008333"],
    ["hours", "1:15:00", "1.2500", "0.000139"],
  ] as const)("of kind %s, %s", (kind, text, value, error) => {
    const { figure, wrong } = readFigure(text, kind, "value", origin);
    expect(wrong).toBeUndefined();
    expect(isKnown(figure) && [fixed(figure.value, 4), fixed(errorOf(figure), 6)]).toEqual([value, error]);
    expect(figure.from).toEqual([origin]);
  });

  test.each([
    ["hours", "9:42", "hours, minutes and seconds"],
    ["minutes", "9:42, hours and minutes", "show the seconds"],
    ["count", "9:42", "kind: seconds or kind: minutes"],
    ["days", "9:42", "kind: seconds or kind: minutes"],
  ] as const)("of kind %s, %s is refused", (kind, text, hint) => {
    const { figure, wrong } = readFigure(text, kind, "value", origin);
    expect(isKnown(figure)).toBe(false);
    expect(wrong?.hint).toContain(hint);
  });
});
