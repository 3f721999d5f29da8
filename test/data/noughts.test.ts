// Months without a record of a series in files of one record an event: 0 among records of others, otherwise a gap.
import { expect, test } from "vitest";
import { figureNotes, isKnown } from "../../src/core/figure.ts";
import { exact, exactText } from "../../src/core/number.ts";
import { type Period, parsePeriod } from "../../src/core/period.ts";
import type { FileEvents } from "../../src/data/noughts.ts";
import { storeBuilder } from "../../src/data/store.ts";

const months = ["January", "February", "March", "April", "May", "June"].map(
  (name) => parsePeriod(`${name} 2024`) as Period,
);

/** How many records a file has of each series in each month, and so what the data come to. */
function storeOf(files: readonly Readonly<Record<string, readonly number[]>>[]) {
  const gathered = storeBuilder();
  for (const [place, counts] of files.entries()) {
    const file = `${place + 1}.csv`;
    const series = new Map(Object.keys(counts).map((name) => [name.toLowerCase(), name]));
    const from = { file, line: 2, column: 10 };
    for (const [name, numbers] of Object.entries(counts)) {
      for (const [index, number] of numbers.entries()) {
        const period = months[index] as Period;
        const of = { series: name, area: "Kent", areaKey: "kent", kind: "count" as const, heading: "Crime type" };
        if (number > 0)
          gathered.add({ ...of, counted: true, period, figure: { value: exact(number), unit: "count", from: [from] } });
      }
    }
    const area = months.flatMap((period, index) => {
      const records = Object.values(counts).reduce((sum, numbers) => sum + (numbers[index] ?? 0), 0);
      return records > 0 ? [{ period, records, from }] : [];
    });
    const areas = [{ key: "kent", label: "Kent", months: area }];
    gathered.addEvents({ source: "crimes", file, series, heading: "Crime type", areas } satisfies FileEvents);
  }
  const store = gathered.store();
  return (name: string, period: Period | string = "January to June 2024") => {
    const figure = store.find(
      name,
      "kent",
      typeof period === "string" ? (parsePeriod(period) as Period) : period,
      "count",
    );
    if (!figure) return "nothing";
    return isKnown(figure)
      ? `${exactText(figure.value)} ${figureNotes([[figure]]).join("; ")}`.trim()
      : figure.gap.reason;
  };
}

test("between its first and last month, a series without a record among others is 0, and the note says among how many", () => {
  const find = storeOf([{ Theft: [5, 4, 3, 6, 5, 4], Robbery: [0, 2, 0, 0, 1, 0] }]);
  expect(months.map((month) => find("Robbery", month))).toEqual([
    "nothing",
    "2",
    "0 no record of Robbery among 3 of Kent in March 2024, counted as 0",
    "0 no record of Robbery among 6 of Kent in April 2024, counted as 0",
    "1",
    "nothing",
  ]);
  // 2 + 0 + 0 + 1
  expect(find("Robbery", "February to May 2024")).toMatch(/^3 no record/);
});

test("a month without any record of the area stays a gap", () => {
  const find = storeOf([{ Theft: [5, 4, 0, 6, 5, 4], Robbery: [3, 0, 0, 0, 0, 1] }]);
  expect(find("Robbery", months[2])).toBe("nothing");
  expect(find("Robbery")).toBe("of January 2024 to June 2024, the data do not give March 2024");
  // A series that no file has is nothing at all.
  expect(find("Arson")).toBe("nothing");
});

test("files of a month each go together; one that holds a single series says nothing of the others", () => {
  const monthly = [0, 1, 2].map((month) => {
    const at = (count: number) => months.slice(0, month + 1).map((_, index) => (index === month ? count : 0));
    return { Theft: at(4), ...(month === 1 ? { Drugs: at(2) } : { Robbery: at(3) }) };
  });
  expect(storeOf(monthly)("Robbery", "January to March 2024")).toBe(
    "6 no record of Robbery among 6 of Kent in February 2024, counted as 0",
  );
  const alone = storeOf([{ Robbery: [3, 0, 3] }, { Theft: [4, 4, 4] }]);
  expect(alone("Robbery", "January to March 2024")).toBe(
    "of January 2024 to March 2024, the data do not give February 2024",
  );
});
