// The names of periods beside each other: two that are ranges themselves are never joined by the word within them.
import { expect, test } from "vitest";
import { periodWords, spanOf } from "../../src/core/words/periods.ts";
import { run } from "../helpers/world.ts";

/** Months counted from year 0. */
const month = (year: number, place: number): number => year * 12 + place - 1;

test("one span of months is joined by 'to', and two of them by another word", () => {
  expect(spanOf("March 2018", "March 2023")).toBe("March 2018 to March 2023");
  const quarter = (year: number): string => periodWords({ from: month(year, 4), to: month(year, 6) });
  expect(quarter(2019)).toBe("April 2019 to June 2019");
  expect(spanOf(quarter(2019), quarter(2023))).toBe("April 2019 to June 2019 until April 2023 to June 2023");
  // Of 12 months, the name has the word too.
  const year = periodWords({ from: month(2022, 10), to: month(2023, 9) });
  expect(spanOf("2019", year)).toBe("2019 until 12 months to September 2023");
});

test("no published page of quarters or years joins two of them by 'to'", async () => {
  const pages = await Promise.all(
    [
      "report test/cases/period-lengths",
      "trend test/cases/trend-quarters",
      "diff test/cases/diff-csv/old test/cases/diff-csv/new",
    ].map(async (command) => (await run([...command.split(" "), "--format", "html"])).out),
  );
  for (const page of pages) expect(page).not.toMatch(/\w+ \d{4} to \w+ \d{4} to \w/);
});
