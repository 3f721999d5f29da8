// Five layouts in the styles of quarterly reports of police and crime offices, as they should be and with errors put in by hand.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "office-layouts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A layout, the columns of which cells are checked, and what is wrong once some of its text is another. */
interface Layout {
  readonly name: string;
  readonly text: string;
  readonly checked: readonly string[];
  readonly errors: readonly (readonly [from: string, to: string, found: string])[];
}

const layouts: readonly Layout[] = [
  {
    // A performance pack: a rolling year with its rank in the group. 4,210 − 4,655 = −445; 100 × −445 ÷ 4,655 = −9.56.
    name: "rolling year with a rank in the group",
    text:
      "Crime type,R12 to Jun-23,R12 to Jun-24,+/-,% +/-,Per 1000,MSG rank,RAG\n" +
      'Burglary,"4,655","4,210",-445,-9.6%,4.81,3/8,G\nRobbery,512,548,36,7.0%,0.63,5/8,R\nVehicle offences,"3,900","3,604",-296,-7.6%,4.12,4/8,G\n' +
      'Theft from person,240,261,21,8.8%,0.30,2/8,A\nArson,310,298,-12,-3.9%,0.34,4/8,G\nStalking,"5,020","5,371",351,7.0%,6.14,6/8,R\n',
    checked: ["R12 to Jun-23", "R12 to Jun-24", "+/-", "% +/-", "Per 1000"],
    errors: [
      ["548,36,7.0%", "548,63,7.0%", "does-not-match 3:4"],
      ["-9.6%", "-6.9%", "does-not-match 2:5"],
      ["0.63", "0.36", "outside-population 3:6"],
    ],
  },
  {
    // A scorecard of targets. 92.4 − 86.3 = 6.1; 77.1 is above 75.
    name: "scorecard of targets",
    text:
      "Performance indicator,Target,Q4 2023/24,Q4 2024/25,Change (pp),On target?\n" +
      "999 calls answered within 10 seconds,≥ 90%,86.3%,92.4%,+6.1,Yes\nVictim satisfaction,75%,71.4%,73.9%,+2.5,No\nSatisfied with first contact,75% or more,74.6%,77.1%,+2.5,Yes\n" +
      "Public confidence,at least 60%,61.0%,58.2%,-2.8,No\n",
    checked: ["Target", "Q4 2023/24", "Q4 2024/25", "Change (pp)", "On target?"],
    errors: [
      ["77.1%,+2.5,Yes", "77.1%,+2.5,No", "does-not-match 4:6"],
      ["58.2%,-2.8", "58.2%,+2.8", "does-not-match 5:5"],
      ["≥ 90%", "≥ 95%", "does-not-match 2:6"],
    ],
  },
  {
    // Quarter and year to date side by side. 4,870 − 5,204 = −334; −6.42 %.
    name: "a quarter beside the year to date",
    text:
      ",Quarter 3,,Year to date,,,\nMeasure,Q3 23/24,Q3 24/25,YTD 23/24,YTD 24/25,YTD difference,YTD % difference\n" +
      'Neighbourhood crime,"1,720","1,611","5,204","4,870",-334,-6.4%\nHate crime,410,433,"1,322","1,350",28,2.1%\nKnife crime,88,79,261,240,-21,-8.0%\n' +
      'Anti-social behaviour,"3,940","3,702","13,110","12,004","-1,106",-8.4%\n',
    checked: ["YTD 23/24", "YTD 24/25", "YTD difference", "YTD % difference"],
    errors: [
      ["1,350", "1,305", "does-not-match 4:5"],
      ["-8.0%", "8.0%", "does-not-match 5:7"],
    ],
  },
  {
    // Districts and the force by its name. 1,204 + 2,150 + 3,391 + 890 = 7,635; 1,180 + 2,206 + 3,320 + 941 = 7,647.
    name: "districts that add to the force",
    text:
      "District,12m to Mar 24,12m to Mar 25,Change,% change\n" +
      'Ashford,"1,204","1,180",-24,-2.0%\nDover,"2,150","2,206",56,2.6%\nMaidstone,"3,391","3,320",-71,-2.1%\nSwale,890,941,51,5.7%\nForce,"7,635","7,647",12,0.2%\n',
    checked: ["12m to Mar 24", "12m to Mar 25", "Change", "% change"],
    errors: [
      ["2,206", "2,260", "does-not-match 3:3"],
      ['"7,647",12', '"7,467",12', "does-not-match 6:3"],
      ["941,51", "941,15", "does-not-match 5:4"],
    ],
  },
  {
    // A public survey beside the group's. 71.2 − 69.8 = 1.4; 4.0 − 2.9 = 1.1 …
    name: "a survey beside the group's",
    text:
      ",Previous year,,Current year,,Change in percentage points,,\nQuestion,Force,MSG,Force,MSG,Force,MSG,Compared with MSG\n" +
      "Feel safe after dark,69.8%,70.1%,71.2%,70.4%,1.4,0.3,Above\nPolice do a good job,54.0%,52.2%,51.9%,53.0%,-2.1,0.8,Below\nTrust the police,66.5%,65.0%,66.9%,66.0%,0.4,1.0,Above\n" +
      "Seen drug dealing,9.1%,8.0%,8.8%,9.4%,-0.3,1.4,Below\n",
    checked: [],
    errors: [
      ["-2.1", "2.1", "does-not-match 4:6"],
      ["53.0%,-2.1,0.8,Below", "53.0%,-2.1,0.8,Above", "does-not-match 4:8"],
      ["66.9%", "-66.9%", "impossible-percentage 5:4"],
    ],
  },
];

async function findings(text: string) {
  writeFileSync(join(folder, "table.csv"), text);
  const done = await run(["audit", "table.csv", "--format", "json"], folder);
  return jsonOf("audit", done.out);
}

test.each(layouts)("right: $name", async ({ text, checked }) => {
  const audit = await findings(text);
  expect(audit.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  const covered = audit.tables.flatMap(({ columns }) =>
    columns.filter((column) => (column.checked ?? 0) > 0).map(({ heading }) => heading),
  );
  expect(covered).toEqual(expect.arrayContaining([...checked]));
  expect(audit.checks).toBeGreaterThan(0);
});

test.each(
  layouts.flatMap(({ name, text, errors }) =>
    errors.map(([from, to, found]) => [name, from, to, found, text] as const),
  ),
)("wrong: %s: %s for %s", async (_, from, to, found, text) => {
  expect(text.split(from)).toHaveLength(2);
  const audit = await findings(text.replace(from, to));
  const told = audit.findings
    .filter(({ severity }) => severity === "error")
    .map(({ class: name, line, column }) => `${name} ${line}:${column}`);
  expect(told).toContain(found);
});
