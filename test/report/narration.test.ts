// The sentences of a measure, form by form, to the letter; and what none of them ever says.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { planFixtures, run } from "../helpers/world.ts";

const saidBy = async (folder: string) => {
  const done = await run(["report", folder, "--format", "json"]);
  const { tables } = jsonOf("report", done.out);
  return tables.flatMap(({ rows }) => rows.map(({ measure, says }) => [measure, says.join(" ")] as const));
};

// The arithmetic is in the plan of the case.
test.each([
  [
    "up or down",
    "Robbery",
    "Robbery: 395 in the 12 months to September 2023, up 47 (13.5%) from 348 in 2019. MSG: down 12.95%. Aim to reduce: not achieved.",
  ],
  [
    "the same",
    "Burglary",
    "Burglary: 395 in the 12 months to September 2023, the same number as in 2019. MSG: no change. Aim to reduce: not achieved.",
  ],
  [
    "rate only",
    "Antisocial behaviour",
    "Antisocial behaviour: 15.0 per 1,000 population in the 12 months to September 2023, down 13.9 from 28.9 in 2019. Aim to reduce: achieved.",
  ],
  [
    "percentage, under another name",
    "Percentage of people that believe the police do a good job",
    "People who think the police do a good job: 52.6% in the 12 months to September 2023, down 6.1 percentage points from 58.7% in 2019. MSG: down 3.3 percentage points. Aim to increase: not achieved.",
  ],
  [
    "small",
    "Homicide",
    "Homicide: 8 in the 12 months to September 2023, up from 4 in 2019. These are small numbers; the change is within the range expected by chance. Aim to reduce: not achieved.",
  ],
  [
    "from nought",
    "Modern slavery",
    "Modern slavery: 7 in the 12 months to September 2023, up from 0 in 2019. A % change from 0 cannot be given. Aim to increase: achieved.",
  ],
  [
    "gap",
    "Fraud",
    "Fraud: no figure for the 12 months to September 2023 (not yet released). It was 100 in 2019. Aim: not judged.",
  ],
  [
    "a gap before",
    "Kidnap",
    "Kidnap: 30 in the 12 months to September 2023. No figure for 2019 (not kept). Aim: not judged.",
  ],
  [
    "the group's gap",
    "Vehicle offences",
    "Vehicle offences: 400 in the 12 months to September 2023, down 100 (20.0%) from 500 in 2019. MSG: not available. Aim to reduce: achieved.",
  ],
  [
    "no aim",
    "Drug offences",
    "Drug offences: 150 in the 12 months to September 2023, down 50 (25.0%) from 200 in 2019. No aim is set.",
  ],
  [
    "on track",
    "Victims informed",
    "Victims informed: 91.2% in 2023. Target: at least 95% by March 2025; 90.0% expected by now. On track.",
  ],
  [
    "behind",
    "Victims updated",
    "Victims updated: 91.2% in 2023. Target: at least 95% by March 2025; 93.0% expected by now. Behind.",
  ],
  [
    "missed",
    "Victims told of rights",
    "Victims told of rights: 91.2% in 2023. Target: at least 95% by March 2023. Not achieved; 3.8 percentage points short.",
  ],
  [
    "over a most",
    "Complaints",
    "Complaints: 50 in 2023, down 10 (16.7%) from 60 in 2019. Target: at most 40. Not achieved; 10 over.",
  ],
  [
    "a target worked out",
    "Abandoned calls",
    "Abandoned calls: 70 in 2023, down 30 (30.0%) from 100 in 2019. Target: 50 by December 2024 (reduce by 50%); 60 expected by now. Behind.",
  ],
  [
    "grade",
    "PEEL",
    "PEEL: Good in 2023, one grade up from Requires improvement in 2021. Aim of at least Good: achieved.",
  ],
  ["the same grade", "Custody", "Custody: Good in 2023, the same grade as in 2021. Aim to improve: not achieved."],
  ["done", "Strategy", "Strategy: yes (14 March 2023). It was no in 2021. Aim to be done: achieved."],
  ["by hand", "Safeguarding", "Safeguarding: achieved, as judged by the Safeguarding Board on 20 April 2023."],
  [
    "mean",
    "Robbery in the year",
    "Robbery in the year, 2023: 0.611 per 1,000; mean of the 7 other forces 0.480. Target: at most 0.700. Achieved.",
  ],
  [
    "a number beside a mean",
    "Robberies",
    "Robberies: 395 in 2023. Seven forces: 0.480 per 1,000 population. No aim is set.",
  ],
  [
    "rank",
    "Knife crime",
    "Knife crime, 2023: 0.611 per 1,000; mean of the 7 other forces 0.611. Rank in Seven forces: 5th lowest rate of 8 forces (between 3rd and 6th). Aim of rank 3 or better in Seven forces: not achieved.",
  ],
])("%s", async (_, measure, sentences) => {
  expect(new Map(await saidBy("test/cases/sentences")).get(measure)).toBe(sentences);
});

const causes =
  /\b(because|due to|drove|driven|despite|doubled|halved|significant\w*|better|worse|undefined|NaN)\b|\[|null/i;
test("no sentence of an example plan gives a cause or a judgement of its own, or shorthand", async () => {
  const all = (await Promise.all(planFixtures.map((name) => saidBy(`fixtures/${name}`)))).flat();
  expect(all.length).toBeGreaterThan(100);
  // The words of an aim are the plan's own.
  const bare = all.map(([name, said]) => said.replace(name, "").replace(/rank \d+ or better/, ""));
  expect(bare.filter((said) => causes.test(said))).toEqual([]);
  expect(all.filter(([, said]) => !/\.$/.test(said) || / {2}|\.\./.test(said))).toEqual([]);
});

test("a period keeps what its label says in brackets, and a number of thousands beside one under 10 is not small", async () => {
  const folder = mkdtempSync(join(tmpdir(), "narration-"));
  try {
    writeFileSync(
      join(folder, "data.csv"),
      "area,series,period,kind,value\nGloucestershire,Visits,2019,count,4\nGloucestershire,Visits,2020,count,1204000\nGloucestershire,Calls,2019,count,4\nGloucestershire,Calls,2020,count,52\n",
    );
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: T
force: Gloucestershire
priorities: [{ id: P, name: P }]
data: [data.csv]
tables:
  - title: One
    baseline: 2019
    current: { period: "2020", label: 2020 (provisional) }
    measures:
      - { name: Visits, aim: increase, priorities: [P] }
      - { name: Calls, aim: increase, priorities: [P] }
`,
    );
    expect((await saidBy(folder)).map(([, says]) => says)).toEqual([
      "Visits: 1,204,000 in 2020 (provisional), up from 4 in 2019. Aim to increase: achieved.",
      "Calls: 52 in 2020 (provisional), up from 4 in 2019. These are small numbers. Aim to increase: achieved.",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
