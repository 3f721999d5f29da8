// A report on one force's robberies, for tests of what populations do to its rate.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./world.ts";

export interface Report {
  readonly tables: readonly [
    {
      readonly rows: readonly [
        { readonly figures: { readonly current: { readonly force: Levels } }; readonly notes: readonly string[] },
      ];
    },
  ];
  readonly doubts: readonly {
    readonly code: string;
    readonly at: string;
    readonly value: string;
    readonly line: number;
  }[];
}
interface Levels {
  readonly rate?: { readonly shown: string };
}

/** The report on 2,000 robberies in 2019 of a force whose population is in a file read by a column map. */
export async function reportOn(
  folder: string,
  force: string,
  population: string,
  columns: object,
): Promise<Report & { readonly err: string }> {
  writeFileSync(join(folder, "crime.csv"), `area,series,period,kind,value\n${force},Robbery,2019,count,2000\n`);
  writeFileSync(join(folder, "population.csv"), population);
  const current = { period: "2019", population: "mid-2019" };
  const measures = [{ name: "Robbery", aim: "at most 5000", priorities: ["A"] }];
  const plan = {
    title: "T",
    force,
    priorities: [{ id: "A", name: "A" }],
    data: ["crime.csv", { files: "population.csv", columns, fixed: { period: "mid-2019" } }],
    tables: [{ title: "T", current, measures }],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const done = await run(["report", "plan.yaml", "--format", "json"], folder);
  return { ...(JSON.parse(done.out) as Report), err: done.err };
}

export const rateOf = (report: Report) => report.tables[0].rows[0].figures.current.force.rate?.shown;
export const doubtsOf = ({ doubts }: Report) => doubts.map(({ code, value, line }) => `${code} ${value} line ${line}`);
