// Annotations for GitHub Actions, as its workflow commands are written (docs.github.com, "Workflow commands").
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { annotations } from "../../src/commands/annotations.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "annotations-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("signs that GitHub gives a meaning are written as codes", () => {
  const lacks = [{ demand: "number", file: "a,b:c.csv", line: 3, message: "50% is 40%,\nnot: 50%" }] as const;
  const unchecked = [{ file: "a.csv", line: 4, measure: "Robbery", number: "7%", message: "of no figure" }];
  expect(annotations(lacks, { lacks, numbers: 2, checked: 1, wrong: 1, unchecked })).toBe(
    '::error file=a%2Cb%3Ac.csv,line=3,title=Every number in a comment is that of its measure::50%25 is 40%25,%0Anot: 50%25\n::warning file=a.csv,line=4,title=A number to read::Robbery: read "7%25" yourself: of no figure\n',
  );
});

test("check prints one for each thing that is lacking, with its place, and a notice where nothing is", async () => {
  const data =
    "area,series,period,kind,value\nGloucestershire,Robbery,2019,count,100\nGloucestershire,Robbery,2022,count,120\n";
  writeFileSync(join(folder, "data.csv"), data);
  const write = (comment: string): void =>
    writeFileSync(
      join(folder, "plan.yaml"),
      `title: P
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: 2019
    current: 2022
    measures:
      - { name: Robbery, aim: reduce, priorities: [A]${comment} }
`,
    );
  write("");
  const missing = await run(["check", "--format", "github"], folder);
  expect(missing.out).toBe(
    "::error file=plan.yaml,line=10,title=Every unmet aim has a comment::Robbery: the aim is not achieved, but there is no comment on it\n",
  );
  expect(missing.exit).toBe(1);
  write(", comment: It rose by 20%.");
  expect(await run(["check", "--format", "github"], folder)).toMatchObject({
    out: "::notice title=plan-measures::Ready to publish\n",
    exit: 0,
  });
  // A number that no program can check does not make the plan less than ready; a person is told to read it.
  write(", comment: It rose by 20%. Of these 17 were solved.");
  const open = await run(["check", "--format", "github"], folder);
  expect(open.exit).toBe(0);
  expect(open.out).toContain("::Ready to publish, once a person has read 1 number in its comments\n");
  expect(open.out).toContain("::warning file=plan.yaml,line=10,title=A number to read::");
});
