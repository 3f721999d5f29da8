// Months and quarters that add up to a period: each month once, all of them, and of counts alone.
import { describe, expect, test } from "vitest";
import { isKnown, missing } from "../../src/core/figure.ts";
import { exact, exactText } from "../../src/core/number.ts";
import { type Period, parsePeriod } from "../../src/core/period.ts";
import type { Kind } from "../../src/core/value-kind.ts";
import { storeBuilder } from "../../src/data/store.ts";

const period = (words: string): Period => parsePeriod(words) as Period;

/** What the store answers for 2019, when the data give these figures. */
function asked(given: readonly (readonly [words: string, value: number | undefined])[], kind: Kind = "count"): string {
  const gathered = storeBuilder();
  for (const [index, [words, value]] of given.entries()) {
    const from = [{ file: "d.csv", line: index + 2, column: 5 }];
    const unit = "count" as const;
    const figure =
      value === undefined
        ? missing(unit, { mark: "x", reason: "not available" }, from)
        : { value: exact(value), unit, from };
    const seen = { series: "Robbery", area: "G", areaKey: "g", period: period(words), kind, heading: "value" };
    gathered.add({ ...seen, figure });
  }
  const found = gathered.store().find("Robbery", "g", period("2019"), kind);
  if (!found) return "nothing";
  return isKnown(found)
    ? `${exactText(found.value)} from ${found.from.map(({ line }) => line).join(",")}`
    : found.gap.reason;
}

const quarters = [
  "January to March 2019",
  "April to June 2019",
  "July to September 2019",
  "October to December 2019",
] as const;
const four = quarters.map((words, index) => [words, 10 ** index] as const);

describe("a year that the data do not give as one", () => {
  test("is the sum of its quarters, from all their lines", () => {
    expect(asked(four)).toBe("1111 from 2,3,4,5");
  });
  test("is a gap that names what is missing at its beginning, in its middle and at its end", () => {
    expect(asked(four.slice(1))).toBe("of 2019, the data do not give January 2019 to March 2019");
    expect(asked([four[0], four[1], four[3]] as typeof four)).toContain("July 2019 to September 2019");
    expect(asked(four.slice(0, 3))).toContain("October 2019 to December 2019");
    expect(asked([...four.slice(0, 3), ["October to November 2019", 5]])).toContain("do not give December 2019");
  });
  test("counts no month twice where periods overlap", () => {
    expect(asked([...four, ["February to April 2019", 500]])).toBe("1111 from 2,3,4,5");
  });
  test("takes the longer of two that begin together", () => {
    expect(asked([["January 2019", 500], ["January to June 2019", 7], ...four.slice(2)])).toBe("1107 from 3,4,5");
  });
  test("is a gap where one of its quarters is", () => {
    expect(asked([...four.slice(0, 3), [quarters[3], undefined]])).toBe("not available");
  });
  test("is not made up of rates, percentages or populations", () => {
    for (const kind of ["rate", "percent", "population"] as const) expect(asked(four, kind)).toBe("nothing");
  });
  test("is given as one where it is, whatever its parts", () => {
    expect(asked([...four, ["2019", 1112]])).toBe("1112 from 6");
  });
});
