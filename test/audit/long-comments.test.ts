// Comments of any length: what is looked at for one number does not grow with its comment, and all together are bounded.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { claimsOf } from "../../src/audit/comments/find-claims.ts";
import { shapesOf } from "../../src/audit/comments/shape.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "long comments "));
afterAll(() => rmSync(folder, { recursive: true }));

const subject = { measure: "Robbery", force: "Kent", groups: ["MSG"], periods: {} };

test.each(["1%", "1% ", "1%, ", "1%. ", "Robbery rose to 9999. ", "more than the MSG (1%), "])(
  "the words about a number of %j over and over are no more than those near it",
  { tags: "long" },
  (words) => {
    const claims = claimsOf(words.repeat(20_000 / words.length), subject);
    expect(claims.length).toBeGreaterThan(800);
    const { length } = words.repeat(20_000 / words.length);
    // No sentence is read that is longer than one that a person writes.
    expect(shapesOf("a ".repeat(length), subject).every(({ shape }) => shape.length <= 600)).toBe(true);
  },
);

test("a number of more digits than any figure has claims nothing", () => {
  expect(claimsOf(`Robbery rose to ${"1".repeat(20_000)}.`, subject).filter(({ type }) => type === "number")).toEqual(
    [],
  );
  expect(claimsOf(`Robbery rose to ${"1".repeat(40)}.`, subject).filter(({ type }) => type === "number")).toHaveLength(
    1,
  );
});

const table = "Measure,Kent 2019 number,Kent 2023 number\nRobbery,348,395\nArson,20,30\nFraud,7,9\n";

test("all comments together make as many claims as are checked, and the first that is not read is named", {
  tags: "long",
}, async () => {
  writeFileSync(join(folder, "table.csv"), table);
  // "1%" 10,000 times is 10,000 claims; the two comments after it are not read.
  const said = `Measure,Comment\nRobbery,"${"1%".repeat(10_000)}"\nArson,It was 30.\nFraud,It was 9.\n`;
  writeFileSync(join(folder, "said.csv"), said);
  const { out } = await run(["audit", "table.csv", "--comments", "said.csv", "--format", "json"], folder);
  const { comments, findings } = jsonOf("audit", out);
  expect(comments.map(({ claims }) => claims.length)).toEqual([10_000, 0, 0]);
  expect(findings.filter((found) => found.class === "cannot-be-checked")).toMatchObject([
    {
      file: "said.csv",
      line: 3,
      measure: "Arson",
      message:
        "the comments before this one make 10,000 claims, and no more are checked: this one and those after it were not; shorten the comments",
    },
  ]);
  writeFileSync(join(folder, "said.csv"), said.replace("1%1%", "1%"));
  const fewer = await run(["audit", "table.csv", "--comments", "said.csv", "--format", "json"], folder);
  // 9,999 and "30" are 10,000: the comment on fraud alone is not read.
  const read = jsonOf("audit", fewer.out).comments.map(({ claims }) => claims.length);
  expect(read).toEqual([9_999, 1, 0]);
});

test("check is not ready where a comment was not read to its end, and says so", async () => {
  const plan = {
    title: "P",
    force: "Kent",
    priorities: [],
    data: ["d.csv"],
    tables: [
      {
        title: "T",
        baseline: "2019",
        current: "2023",
        measures: [{ name: "Robbery", comment: `It rose from 348. ${"a ".repeat(10_000)}` }],
      },
    ],
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  writeFileSync(
    join(folder, "d.csv"),
    "area,series,period,kind,value\nKent,Robbery,2019,count,348\nKent,Robbery,2023,count,395\n",
  );
  const done = await run(["check", "plan.yaml", "--format", "json"], folder);
  expect(done.exit).toBe(1);
  expect(JSON.parse(done.out).lacks).toMatchObject([
    {
      demand: "number",
      message: "Robbery: the comment is longer than 20000 characters, and what follows them was not checked",
    },
  ]);
});
