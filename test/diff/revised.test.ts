// Why figures were revised, as the plan says; and what a page of a diff is headed by.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "revised-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A plan of two measures: Burglary, of 1,000 in 2019, and Theft, which stays as it is. */
function write(name: string, current: string, burglary: number, more: { table?: string; measure?: string } = {}): void {
  const lines = [`Burglary,2019,count,1000`, `Burglary,2022,count,${burglary}`, `Burglary,2023,count,1090`];
  const theft = ["2019", "2022", "2023"].map((year) => `Theft,${year},count,500`);
  const all = [...lines, ...theft].map((line) => `Gloucestershire,${line}`);
  writeFileSync(join(folder, `${name}.csv`), `${["area,series,period,kind,value", ...all].join("\n")}\n`);
  writeFileSync(
    join(folder, `${name}.yaml`),
    `title: Plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [${name}.csv]
tables:
  - title: Crime
    baseline: 2019
    current: ${current}
${more.table ?? ""}    measures:
      - { name: Burglary, aim: reduce, priorities: [A], comment: x${more.measure ?? ""} }
      - { name: Theft, aim: reduce, priorities: [A], comment: x }
`,
  );
}
const diff = async (format: string) => (await run(["diff", "old.yaml", "new.yaml", "--format", format], folder)).out;

test.each([
  ["of its measure", { measure: ", revised: an audit of recording." }],
  ["of its table", { table: "    revised: an audit of recording\n" }],
])("the reason %s is printed with the revision, and not with a measure that was not revised", async (_, more) => {
  write("old", "2022", 1100);
  write("new", "2022", 1115, more);
  expect(await diff("terminal")).toContain("\nBurglary revised: an audit of recording.\n");
  const found = jsonOf("diff", await diff("json"));
  expect(found.measures[0]?.["revised-because"]).toMatch(/^an audit of recording/);
});

test("a reason without a revision is not printed", async () => {
  write("old", "2022", 1100);
  write("new", "2023", 1100, { measure: ", revised: an audit" });
  expect(await diff("terminal")).not.toContain("an audit");
});

test("the page is headed by title and periods, and what is printed names the files", async () => {
  write("old", "2022", 1100);
  write("new", "2023", 1115);
  const heading = "Plan, Gloucestershire: what changed between 2022 and 2023";
  const html = await diff("html");
  expect(html).toContain(`<h1>${heading}</h1>`);
  expect(html).toContain(`<title>${heading}</title>`);
  expect(await diff("terminal")).toContain("Plan: what changed from old.yaml to new.yaml\n");
  write("new", "2022", 1115);
  expect(await diff("html")).toContain("<h1>Plan, Gloucestershire: what was revised for 2022</h1>");
});
