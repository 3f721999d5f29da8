// Numbers of comments that no program can check: they have a mark of their own, are listed, and do not make a plan less than ready.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "to-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** 288 to 383 is 95 more, 33.0 % of 288. */
async function checked(comment: string) {
  writeFileSync(
    join(folder, "data.csv"),
    "area,series,period,kind,value\nKent,Robbery,2019,count,288\nKent,Robbery,2022,count,383\n",
  );
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: P
force: Kent
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: 2019
    current: 2022
    measures:
      - { name: Robbery, aim: reduce, priorities: [A], comment: "${comment}" }
`,
  );
  const [text, json, page] = [
    await run(["check"], folder),
    await run(["check", "--format", "json"], folder),
    await run(["check", "--format", "html"], folder),
  ];
  const { ready, answers, numbers } = JSON.parse(json.out) as {
    ready: boolean;
    answers: { demand: string; answer: string }[];
    numbers: { of: number; checked: number; wrong: number; "not-checked": unknown[] };
  };
  const line = /^ {2}(yes|READ|NO) +Every number in a comment is that of its measure(?:: (.*(?:\n {7}.*)?))?$/m.exec(
    text.out,
  );
  return {
    exit: text.exit,
    ready,
    mark: line?.[1],
    words: line?.[2]?.replace(/\s+/g, " "),
    answer: answers.find(({ demand }) => demand === "number")?.answer,
    counts: [numbers.of, numbers.checked, numbers.wrong, numbers["not-checked"].length],
    isOnPage: new RegExp(`Every number in a comment is that of its measure[^<]*(?:<[^>]*>\\s*)+${line?.[1]}<`).test(
      page.out,
    ),
    isListed: text.out.includes('Robbery: read "'),
  };
}

test.each([
  ["It rose by 33.0%.", "yes", "yes", "1 number is right", [1, 1, 0, 0]],
  ["It rose by 33.0%, from 288.", "yes", "yes", "all 2 numbers are right", [2, 2, 0, 0]],
  ["It fell by 95 in towns.", "READ", "read", "of 1 number, 1 is for a person to read", [1, 0, 0, 1]],
  ["They fell by 33.0%.", "NO", "no", "of 1 number, 1 is wrong", [1, 1, 1, 0]],
  [
    "It rose by 33.0%. It rose by 43.0%. Of these 12 were solved.",
    "NO",
    "no",
    "of 3 numbers, 1 is wrong, 1 is for a person to read, 1 is right",
    [3, 2, 1, 1],
  ],
  ["Robbery fell. There were 383.", "NO", "no", "1 number is right; words about them are wrong", [1, 1, 0, 0]],
])("%s", async (comment, mark, answer, words, counts) => {
  const found = await checked(comment);
  expect(found).toMatchObject({ mark, answer, words, counts, isOnPage: true });
  expect([found.exit, found.ready]).toEqual(mark === "NO" ? [1, false] : [0, true]);
  expect(found.isListed).toBe((counts[3] ?? 0) > 0);
});
