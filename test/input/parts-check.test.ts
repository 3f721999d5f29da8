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
