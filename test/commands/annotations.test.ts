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
  expect(annotations(lacks)).toBe(
    "::error file=a%2Cb%3Ac.csv,line=3,title=Every number in a comment is that of its measure::50%25 is 40%25,%0Anot: 50%25\n",
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
});
