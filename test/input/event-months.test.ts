// How many records a file of events has of each month, in whatever order its records stand.
import { expect, test } from "vitest";
import { type OpenFile, openHeld } from "../../src/io/files.ts";
import { readAs, some } from "./fast/both-readers.ts";

test("the months of an area are counted where its last comes first", () => {
  const heading =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
  const record = (month: string, force: string, type: string): string =>
    `,${month},${force} Police,${force} Police,,,,,,${type},,`;
  const lines = [
    ...[heading, record("2024-01", "Essex", "Burglary"), record("2024-02", "Essex", "Burglary")],
    ...[
      record("2024-03", "Essex", "Burglary"),
      record("2024-03", "Kent", "Burglary"),
      record("2024-02", "Kent", "Drugs"),
    ],
    ...[record("2024-01", "Kent", "Burglary"), record("2024-03", "Kent", "Burglary")],
  ];
  const opened = openHeld(Buffer.from(lines.join("\n")), "file.csv") as OpenFile;
  const { events } = readAs(opened, opened.size, some(["kent"], ["burglary", "drugs"])).said as {
    events?: { areas: readonly { key: string; months: readonly object[] }[] };
  };
  const from = { file: "file.csv", column: 10 };
  const month = (number: number) => ({ from: 2024 * 12 + number, to: 2024 * 12 + number });
  expect(events?.areas.map(({ key, months }) => [key, months])).toEqual([
    [
      "kent",
      [
        { period: month(0), records: 1, from: { ...from, line: 7 } },
        { period: month(1), records: 1, from: { ...from, line: 6 } },
        { period: month(2), records: 2, from: { ...from, line: 5, lines: "5,8" } },
      ],
    ],
  ]);
});
