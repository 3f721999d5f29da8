// Totals against their parts: those that the gazetteer lists, or those that the records of the file say.
import { expect, test } from "vitest";
import { exact } from "../../src/core/number.ts";
import { type AreaType, gazetteer } from "../../src/data/areas.ts";
import { partsCheck } from "../../src/input/parts-check.ts";

const places = gazetteer();
const year = { from: 2019 * 12, to: 2019 * 12 + 11 };

/** The count of an area, with the force that its record says it is part of. */
type Count = readonly [area: string, type: AreaType, count: number, parent?: string];

/** What is told of the counts of a file. */
function told(counts: readonly Count[]): string[] {
  const check = partsCheck("file.csv", places);
  for (const [index, [name, type, count, parent]] of counts.entries()) {
    const place = places.find(name, "", type);
    if (!("key" in place)) throw new Error(name);
    const from = [{ file: "file.csv", line: index + 2, column: 3 }];
    const within = parent === undefined ? undefined : ({ name: parent, type: "force", column: 0 } as const);
    check.add(
      "Robbery",
      year,
      { first: { key: place.key, label: name, area: place.area }, parent: within },
      { value: exact(count), unit: "count", from },
    );
  }
  return check.problems().map(({ code, line }) => `${line} ${code}`);
}

// Four times 5 is 20.
const wales = ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"].map((name): Count => [name, "force", 5]);

test("a total is the sum of the parts that are listed, where the file says no area's parent", () => {
  expect(told([...wales, ["Wales", "country", 20]])).toEqual([]);
  expect(told([...wales, ["Wales", "country", 21]])).toEqual(["6 parts-differ"]);
});

test("where the file names parents, a total is held to those that name it, and to no list", () => {
  // Newport and Caerphilly are said to be within Gwent, and nothing to be within Wales.
  const parts: readonly Count[] = [
    ["Newport", "partnership", 2, "Gwent"],
    ["Caerphilly", "partnership", 3, "Gwent"],
  ];
  const others = wales.filter(([name]) => name !== "Gwent");
  // 2 + 3 is 5, and Gwent says 6.
  expect(told([["Gwent", "force", 6], ...others, ["Wales", "country", 21], ...parts])).toEqual(["2 parts-differ"]);
  expect(told([["Gwent", "force", 5], ...others, ["Wales", "country", 21], ...parts])).toEqual([]);
});

test("the British Transport Police may be counted in England, in England and Wales alone, or in neither", () => {
  // Table P4 of the year ending March 2018, selected serious offences. Its note 8 says that England includes them:
  // 39,018 + 1,129 = 40,147; and the nine regions are 38,921, to which their 97 make 39,018.
  const regions: readonly Count[] = [
    ["North East", "region", 1029],
    ["North West", "region", 4294],
    ["Yorkshire and The Humber", "region", 4288],
    ["East Midlands", "region", 2724],
    ["West Midlands", "region", 4231],
    ["East", "region", 2613],
    ["London", "region", 14721],
    ["South East", "region", 3311],
    ["South West", "region", 1710],
  ];
  const transport: Count = ["British Transport Police", "force", 97];
  const table = (both: number, england: number): readonly Count[] => [
    ["England and Wales", "country", both],
    ["England", "country", england],
    ["Wales", "country", 1129],
    ...regions,
    transport,
  ];
  expect(told(table(40147, 39018))).toEqual([]);
  // Beside both: 38,921 + 1,129 = 40,050, and 40,050 + 97 = 40,147.
  expect(told(table(40147, 38921))).toEqual([]);
  expect(told(table(40050, 38921))).toEqual([]);
  // No reading gives one more.
  expect(told(table(40148, 39018))).toEqual(["2 parts-differ"]);
  // 39,019 + 1,129 is 40,148; England itself is one more than its regions with the British Transport Police.
  expect(told(table(40148, 39019))).toEqual(["3 parts-differ"]);
});

test("London may leave out the City, and no other of its forces", () => {
  const forces: readonly Count[] = [
    ["Metropolitan Police", "force", 14695],
    ["City of London", "force", 26],
  ];
  expect(told([["London", "region", 14721], ...forces])).toEqual([]);
  expect(told([["London", "region", 14695], ...forces])).toEqual([]);
  expect(told([["London", "region", 26], ...forces])).toEqual(["2 parts-differ"]);
});
