// @module-tag fuzz
// Small numbers that are withheld: whichever of the possible numbers the data have, everything that is printed is the same.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { seeded } from "../helpers/seeded.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "withheld-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Numbers = Readonly<Record<string, number>>;
const areas = ["Gloucestershire", "Wiltshire", "Suffolk"];
const series = ["Alpha", "Beta", "Gamma"];
const years = ["2019", "2023"];
/** Series of quarters, of which some sums overlap. */
const quarterly = ["Delta", "Epsilon", "Zeta"];
const quartersOf = (year: number): string[] =>
  ["January to March", "April to June", "July to September", "October to December"].map(
    (months) => `${months} ${year}`,
  );
const [FIRST = "", SECOND = "", THIRD = "", LAST = ""] = quartersOf(2023);
const quarters = [...quartersOf(2022), ...quartersOf(2023)];

/** The base of every share: of 40 victims, one is 2.5%. */
const BASE = 40;

const write = (plan: string, numbers: Numbers): void => {
  const people = areas.flatMap((area) => [
    `${area},,mid-2019,population,640000`,
    `${area},,mid-2023,population,651000`,
  ]);
  const rows = Object.entries(numbers).map(([key, value]) =>
    key.endsWith("percent") ? `${key},${(100 * value) / BASE}` : `${key},${value}`,
  );
  const bases = areas.flatMap((area) => years.map((year) => `${area},Share,${year},base,${BASE}`));
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...rows, ...bases, ...people].join("\n"));
  writeFileSync(join(folder, "plan.yaml"), plan);
};

/** All that commands print and write of the plan. */
async function everything(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const keep = (name: string, text: string): void => {
    found[name] = text;
  };
  const commands = [
    ...["terminal", "markdown", "json"].map((format) => `report --format ${format}`),
    ...["csv", "html", "xlsx", "ods"].map((format) => `report --format ${format} --out written`),
    ...series.map((name) => `explain ${name}`),
    ...[
      "explain Both",
      "explain Total",
      "explain Other --format json",
      "explain Folk",
      "explain Delta",
      "explain Sum",
      "explain Share",
      "check",
      "check --format json",
    ],
    ...["compare", "compare --format json", "compare --period baseline", "trend", "trend --format json"],
  ];
  for (const command of commands) {
    rmSync(join(folder, "written"), { recursive: true, force: true });
    const { out, err, exit } = await run(command.split(" "), folder);
    keep(command, `${exit}\n${out}\n${err}`);
    if (!command.includes("--out")) continue;
    expect(exit, err).not.toBe(2);
    const files = readdirSync(join(folder, "written"));
    for (const file of files) {
      const bytes = readFileSync(join(folder, "written", file));
      if (!/\.(xlsx|ods)$/.test(file)) keep(`${command}: ${file}`, bytes.toString());
      else
        for (const [part, content] of Object.entries(unzipSync(bytes)))
          keep(`${command}: ${file}: ${part}`, Buffer.from(content).toString());
    }
  }
  return found;
}

const aims = ["reduce", "increase", "reduce by 50%", "at most 1", "at most 10", "at least 3", "reduce by 2"];

/** A plan of one table that withholds, and one that shows sums of the same series and does not. */
function planOf(random: () => number, under: number): string {
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const measure = (name: string, more = ""): string =>
    `      - { name: ${name}, priorities: [A], aim: ${one(aims)}${more}${random() < 0.3 ? ", by: March 2025" : ""} }`;
  const isOfTable = random() < 0.5;
  const own = isOfTable ? "" : `, suppress: under ${under}`;
  const when = random() < 0.5;
  return `title: A plan
force: Gloucestershire
similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire${random() < 0.5 ? ", Suffolk" : ""}], average: ${one(["pooled", "mean"])} }
groups: [{ name: Others, forces: [Wiltshire, Suffolk], includes-force: false }, South West]
reading: ${random() < 0.5}
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: One
    baseline: ${when ? "{ period: 2019, population: mid-2019 }" : "2019"}
    current: ${when ? "{ period: 2023, population: mid-2023 }" : "2023"}
    ${isOfTable ? `suppress: under ${under}` : "source: Invented"}
    ${random() < 0.7 ? "total: Total" : ""}
    groups: [${random() < 0.7 ? "MSG, Others" : "MSG"}]
    measures:
${measure("Alpha", own)}
${measure("Beta", own)}
  - title: Two
    baseline: 2019
    current: 2023
    groups: [MSG]
    measures:
${measure("Both", `, series: [Alpha, Gamma]`)}
${measure("Other", ", series: Alpha")}
${measure("Gamma")}
  - title: Three
    baseline: 2019
    current: 2023
    groups: [MSG, South West]
    measures:
      - { name: Folk, kind: people, suppress: under ${under}, priorities: [A], aim: ${one(aims)} }
      - { name: Share, kind: percentage, suppress: under ${under}, priorities: [A], aim: at most 10% }
  - title: Four
    suppress: under ${under}
    baseline: ${one([`{ average: [${FIRST}, ${SECOND}] }`, `{ average: [${SECOND}, ${THIRD}] }`, SECOND])}
    current: ${LAST}
    also: [previous quarter${random() < 0.5 ? ", year to date" : ""}${random() < 0.5 ? ", same quarter last year" : ""}]
    groups: [${one(["MSG", "Others"])}]
    measures:
${measure("Delta")}
${measure("Pair", ", series: [Delta, Epsilon]")}
${measure("Sum", `, series: [${one(["Epsilon, Zeta", "Delta, Epsilon, Zeta", "Delta, Zeta"])}]`)}
  - title: Five
    baseline: 2022
    current: 2023
    groups: [MSG]
    measures:
${measure("Delta in a year", ", series: Delta")}
${measure("Epsilon")}
`;
}

/** Numbers by "area,series,period,kind"; a share is the number that it is of. South West is a row of the data. */
function numbersOf(random: () => number): Numbers {
  const own = [...series.map((name) => [name, "count"]), ["Folk", "people"], ["Share", "percent"]];
  const ofQuarters = [...areas, "South West"].flatMap((area) =>
    quarterly.flatMap((name) =>
      quarters.map((quarter) => {
        const number = random() < 0.2 ? random() * 8 : BASE + random() * BASE;
        return [`${area},${name},${quarter},count`, Math.floor(number)] as const;
      }),
    ),
  );
  return Object.fromEntries([
    ...ofQuarters,
    ...[...areas, "South West"].flatMap((area) =>
      own.flatMap(([name, kind]) =>
        years.map((year) => {
          const number = Math.floor(random() * (random() < 0.5 ? 8 : BASE));
          // A row that comes to the sum of others by chance would be taken for their total.
          return [`${area},${name},${year},${kind}`, name === "Gamma" ? 3 * BASE + number : number] as const;
        }),
      ),
    ),
  ]);
}

test.each(Array.from({ length: 8 }, (_, seed) => seed))(
  "no output tells which number under the threshold is withheld (plan %i)",
  async (seed) => {
    const random = seeded(seed + 1);
    const under = 3 + Math.floor(random() * 5);
    const plan = planOf(random, under);
    const numbers = numbersOf(random);
    // Of the areas of the plan and the series that it withholds: those of periods that it prints, by themselves.
    const small = Object.keys(numbers)
      .filter(
        (key) => /,(Alpha|Beta|Folk|Share),|,Delta,(July|October).* 2023,/.test(key) && (numbers[key] ?? 0) < under,
      )
      .sort((one, other) => Number(other.includes("Delta")) - Number(one.includes("Delta")) || random() - 0.5);
    const chosen = [...small.slice(0, 2), ...small.slice(2).filter((key) => !key.includes("Delta"))];
    const told: string[] = [];
    write(plan, numbers);
    const before = await everything();
    for (const key of chosen.slice(0, 4)) {
      for (const value of [0, under - 1, Math.floor(random() * under)]) {
        if (value === numbers[key]) continue;
        write(plan, { ...numbers, [key]: value });
        const after = await everything();
        for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
          if (before[name] !== after[name]) told.push(`${key}, ${numbers[key]} or ${value}: ${name}`);
      }
    }
    expect(told).toEqual([]);
    // The same outputs do tell of a number that is not withheld, or nothing would have been compared.
    const large = Object.keys(numbers).filter((key) => key.includes(",Gamma,"));
    const shown = async (value: number): Promise<string | undefined> => {
      write(plan, { ...numbers, ...Object.fromEntries(large.map((key) => [key, value])) });
      return (await everything())["report --format json"];
    };
    expect(await shown(4711)).not.toBe(await shown(4712));
  },
);
