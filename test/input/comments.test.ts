// Comments by period: which is printed, which is carried over, and how drafts are added to a file without changing it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { withComments } from "../../src/input/add-comments.ts";
import { unzipped } from "../helpers/office.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "comments-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "comments.csv");

// Robbery rose from 348 to 395: 100 × 47 ÷ 348 = 13.505…, so 13.5%. Theft fell.
writeFileSync(
  join(folder, "data.csv"),
  `area,series,period,kind,value
Gloucestershire,Robbery,2019,count,348
Gloucestershire,Robbery,12 months to September 2023,count,395
Gloucestershire,Theft,2019,count,510
Gloucestershire,Theft,12 months to September 2023,count,470
`,
);
const planWith = (more = "", comments = "comments: comments.csv\n"): void =>
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [data.csv]
${comments}tables:
  - title: T
    baseline: 2019
    current: 12 months to September 2023
    measures:
      - { name: Robbery, aim: reduce, priorities: [A]${more} }
      - { name: Theft, aim: reduce, priorities: [A] }
`,
  );
const on = async (command: string) => {
  const { out, err, exit } = await run(
    [command, "plan.yaml", ...(command === "comments" ? [] : ["--format", "json"])],
    folder,
  );
  return { out, err, exit };
};
/** All that a format writes, as text. */
async function published(format: string): Promise<string> {
  if (format === "text") return (await run(["report", "plan.yaml"], folder)).out;
  const out = join(folder, `out-${format}`);
  await run(["report", "plan.yaml", "--format", format, "--out", out], folder);
  const files = readdirSync(out).map((name) => ({ name, bytes: readFileSync(join(out, name)) }));
  return files
    .flatMap(({ name, bytes }) => (/x$/.test(name) ? unzipped(bytes).map(({ text }) => text) : [bytes.toString()]))
    .join("\n");
}
const comment = async () => JSON.parse((await on("report")).out).tables[0].rows[0].comment;
const SENTENCE =
  "Robbery: 395 in the 12 months to September 2023, up 47 (13.5%) from 348 in 2019. Aim to reduce: not achieved.";

describe("a comment of a period", () => {
  test.each([
    ["its own before one of any", "Robbery,,any\nRobbery,12 months to September 2023,own\n", "own", undefined],
    ["one of any before an earlier one", "Robbery,2022,old\nRobbery,,any\n", "any", undefined],
    ["else the last before it", "Robbery,2021,older\nRobbery,2022,old\n", "old", "comment-carried"],
    ["and none after it", "Robbery,2024,new\n", undefined, "comment-missing"],
  ])("%s", async (_, rows, shown, code) => {
    planWith();
    writeFileSync(path, `measure,period,comment\n${rows}`);
    expect((await comment()) ?? undefined).toBe(shown);
    const { err } = await on("report");
    if (code) expect(err).toContain(`[${code}]`);
    else expect(err).toBe("");
  });

  // Robbery rose, so its aim to reduce is not achieved; Theft fell.
  test("of an earlier period says so in every format, and is left out where the aim is met now", async () => {
    planWith();
    writeFileSync(path, "measure,period,comment\nRobbery,2022,It rose.\nTheft,2022,Theft was missed.\n");
    for (const format of ["text", "markdown", "html", "csv", "docx", "xlsx"]) {
      const said = await published(format);
      expect([format, said.includes("Written for 2022: It rose.")]).toEqual([format, true]);
      expect([format, said.includes("Theft was missed")]).toEqual([format, false]);
    }
    const [robbery, theft] = JSON.parse((await on("report")).out).tables[0].rows;
    expect(robbery).toMatchObject({ comment: "It rose.", "comment-written-for": "2022" });
    expect(theft).not.toHaveProperty("comment");
    writeFileSync(path, "measure,period,comment\nRobbery,,It rose.\nTheft,2022,Theft was missed.\n");
    const { out, err, exit } = await on("check");
    expect(JSON.parse(out).lacks).toEqual([]);
    expect([exit, err]).toEqual([0, expect.stringContaining("[comment-past]")]);
  });

  test("check refuses one that is carried over, a draft, and a draft in the plan", async () => {
    planWith();
    writeFileSync(path, "measure,period,comment\nRobbery,2022,It rose.\n");
    const carried = await on("check");
    expect(carried.exit).toBe(1);
    expect(JSON.parse(carried.out).lacks).toMatchObject([
      { demand: "comment", line: 2, message: "Robbery: its comment is carried over from 2022, and must be read again" },
    ]);
    writeFileSync(path, "measure,comment\nRobbery,[Draft] It rose.\n");
    expect(JSON.parse((await on("check")).out).lacks).toMatchObject([
      { demand: "comment", line: 2, message: "Robbery: its comment is a draft" },
    ]);
    writeFileSync(path, "");
    planWith(', comment: "[draft] It rose."');
    expect(JSON.parse((await on("check")).out).lacks).toMatchObject([
      { demand: "comment", file: "plan.yaml", line: 11 },
    ]);
  });

  test("is twice only where the period is the same", async () => {
    planWith();
    writeFileSync(path, "measure,period,comment\nRobbery,2022,a\nRobbery,year ending December 2022,b\n");
    expect((await on("report")).err).toContain("comments.csv:3: error");
    planWith(", comment: in the plan");
    writeFileSync(path, "measure,period,comment\nRobbery,2022,a\n");
    expect((await on("report")).err).toBe("");
    writeFileSync(path, "measure,period,comment\nRobbery,12 months to September 2023,a\n");
    expect((await on("report")).err).toContain("[comment-twice]");
  });

  test("whose period cannot be read is refused with its place", async () => {
    planWith();
    writeFileSync(path, "measure,period,comment\nRobbery,last year,a\n");
    expect((await on("report")).err).toContain('comments.csv:2: error: period: "last year" is not a period');
    writeFileSync(path, "measure,period,comment\nRobbery,2011-12,a\n");
    expect((await on("report")).err).toContain("has two meanings");
  });
});

describe("comments", () => {
  test("adds a draft for what is owed, once, and its figures are right", async () => {
    planWith();
    rmSync(path, { force: true });
    const done = await on("comments");
    expect(done.err).toBe("");
    expect(done.out).toContain("comments.csv: 1 draft was added\n  Robbery\n");
    const row = (text: string): string => `measure,period,comment\nRobbery,12 months to September 2023,"${text}"\n`;
    expect(readFileSync(path, "utf8")).toBe(row(`[draft] ${SENTENCE}`));
    expect((await on("comments")).out).toContain("no comment is missing, so nothing was changed");
    expect(readFileSync(path, "utf8")).toBe(row(`[draft] ${SENTENCE}`));
    // Its numbers are held to the figures while it is a draft, too.
    const demands = async () =>
      JSON.parse((await on("check")).out).lacks.map((lack: { demand: string }) => lack.demand);
    expect(await demands()).toEqual(["comment"]);
    writeFileSync(path, row(`[draft] ${SENTENCE.replace("13.5%", "13.6%")}`));
    expect(await demands()).toEqual(["comment", "number"]);
    writeFileSync(path, row(SENTENCE));
    const { out, exit } = await on("check");
    expect(JSON.parse(out).lacks).toEqual([]);
    expect(exit).toBe(0);
    expect(JSON.parse(out).numbers).toMatchObject({ "not-checked": [] });
  });

  test("leaves a comment that is carried over as it is, and says so", async () => {
    planWith();
    const text = "measure,period,comment\nRobbery,2022,It rose.\n";
    writeFileSync(path, text);
    expect((await on("comments")).out).toContain("1 comment is carried over from an earlier period: read it again");
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("refuses a plan without a comments file, and a file with other headings", async () => {
    planWith("", "");
    expect(await on("comments")).toMatchObject({ exit: 2, err: expect.stringContaining("names no comments file") });
    planWith();
    writeFileSync(path, "a,b\n1,2\n");
    expect((await on("comments")).err).toContain("the headings measure and comment are missing");
    expect(readFileSync(path, "utf8")).toBe("a,b\n1,2\n");
    planWith("", "comments: ../comments.csv\n");
    expect((await on("comments")).exit).toBe(2);
    expect(existsSync(join(folder, "..", "comments.csv"))).toBe(false);
  });
});

describe("rows are added as the file is written", () => {
  const added = [{ measure: "Théft", period: "2023", comment: 'It was "5", and 6.' }];
  const quoted = '"It was ""5"", and 6."';
  test.each([
    ["UTF-8 with a mark, CRLF", "\ufeffmeasure,period,comment\r\n", "utf8", `Théft,2023,${quoted}\r\n`],
    ["semicolons, another order, another column", "comment;owner;measure\nx;y;z\n", "utf8", `${quoted};;Théft\n`],
    ["tabs, an open last line", "measure\tcomment\nx\ty", "utf8", `\nThéft\t${quoted}\n`],
    ["UTF-16", "\ufeffmeasure,comment\n", "utf16le", `Théft,${quoted}\n`],
    ["Windows-1252", "measure,comment\nCafé,y\n", "latin1", `Théft,${quoted}\n`],
    ["an empty file", "", "utf8", `measure,period,comment\nThéft,2023,${quoted}\n`],
  ] as const)("%s", (_, text, encoding, expected) => {
    const before = Buffer.from(text, encoding);
    const after = withComments(before, added);
    expect(Buffer.from(after as Uint8Array)).toEqual(Buffer.concat([before, Buffer.from(expected, encoding)]));
  });

  test("a letter that the encoding does not have is refused", () => {
    const before = Buffer.from("measure,comment\nCafé,y\n", "latin1");
    expect(withComments(before, [{ measure: "a", period: "", comment: "x ≥ 2" }])).toContain("which has no ≥");
    const euro = withComments(before, [{ measure: "a", period: "", comment: "€" }]);
    expect([...(euro as Uint8Array)].slice(-4)).toEqual([0x61, 0x2c, 0x80, 0x0a]);
  });
});
