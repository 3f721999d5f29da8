// Faults of files that would change a figure in silence: headings that stand twice, shifted rows, what inspect must tell.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "faults-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Found = { area: string; series: string; value?: string; gap?: string };
type Wrong = { code: string; line?: number; message: string };
/** What inspect says of a file. */
async function inspect(content: string, ...options: string[]) {
  writeFileSync(join(folder, "file.csv"), content);
  const { out, exit } = await run(["inspect", "file.csv", ...options, "--format", "json"], folder);
  const [{ source, figures = [], proposal, problems }] = JSON.parse(out).files;
  return {
    ...{ source, exit, proposal },
    figures: (figures as Found[]).map(({ area, series, value, gap }) => `${area} ${series} ${value ?? gap}`),
    problems: (problems as Wrong[]).map(({ line, code }) => `${line} ${code}`),
    said: (problems as Wrong[]).map(({ message }) => message),
  };
}

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const QUARTERS =
  "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code";
const quarter = "2021/22,1,Kent,Arson,Arson,Arson,56A";
const P1 = "Area Code,Area Name,,,Violence against the person,Homicide,Robbery";
const p1 = "E23000032,Kent,,,5,6,7";

describe("a heading that a source uses and that stands twice is refused, and the file gives no figures", () => {
  test.each([
    ["two areas", "area,area,series,period,kind,value", "Kent,Essex,Arson,2019,count,5", "area", 1, "area", 2],
    ["two series", "area,series,series,period,kind,value", "Kent,Arson,Theft,2019,count,5", "series", 2, "series", 3],
    ["two periods", "area,series,period,period,kind,value", "Kent,Arson,2018,2019,count,5", "period", 3, "period", 4],
    ["two kinds", "area,series,period,kind,kind,value", "Kent,Arson,2019,count,rate,5", "kind", 4, "kind", 5],
    ["two values", "area,series,period,kind,value,Value", "Kent,Arson,2019,count,5,6", "value", 5, "Value", 6],
    [
      ...(["one name for two numbers", `${QUARTERS},Number of Offences,Number of Offences`, `${quarter},5,5`] as const),
      ...(["Number of Offences", 8, "Number of Offences", 9] as const),
    ],
    [
      ...(["two names for two numbers", `${QUARTERS},Offence Count,Number of Offences`, `${quarter},5,6`] as const),
      ...(["Offence Count", 8, "Number of Offences", 9] as const),
    ],
    [
      ...(["two forces", `${QUARTERS},Number of Offences,Police Force`, `${quarter},5,Essex`] as const),
      ...(["Force Name", 3, "Police Force", 9] as const),
    ],
    [
      ...(["two years", `Financial Year,${QUARTERS},Number of Offences`, `2020/21,${quarter},5`] as const),
      ...(["Financial Year", 1, "Financial Year", 2] as const),
    ],
    ["two of an offence", `${P1},Robbery 5`, `${p1},8`, "Robbery", 7, "Robbery", 8],
    ["two area names", `${P1},Area names`, `${p1},Essex`, "Area Name", 2, "Area names", 8],
    ["two area codes", `Area Code,${P1}`, `E23000028,${p1}`, "Area Code", 1, "Area Code", 2],
    [
      ...(["two months", "Month,Month,Falls within,Crime type", "2024-01,2024-02,Kent Police,Robbery"] as const),
      ...(["Month", 1, "Month", 2] as const),
    ],
    [
      ...([
        "two kinds of crime",
        "Month,Falls within,Crime type,Crime type",
        "2024-01,Kent Police,Robbery,Drugs",
      ] as const),
      ...(["Crime type", 3, "Crime type", 4] as const),
    ],
    [
      ...(["two earlier periods", "Force,Earlier Period,Later Period,Earlier Period", "Kent,5,6,7"] as const),
      ...(["Earlier Period", 2, "Earlier Period", 4] as const),
    ],
  ])("%s", async (_, headings, record, one, first, other, second) => {
    const found = await inspect(lines(headings, record), "--area", "Kent");
    expect(found).toMatchObject({ exit: 1, figures: [], problems: ["1 heading-twice"] });
    expect(found.proposal).toBeUndefined();
    expect(found.said[0]).toContain(`"${one}" in column ${first} and "${other}" in column ${second} mean the same`);
  });

  test("the line is that of the headings, below what stands above them", async () => {
    const title = "Number of offences; year ending March 2019";
    const { problems, source } = await inspect(lines(title, "", `${P1},Robbery`, `${p1},8`));
    expect({ problems, source }).toEqual({ problems: ["3 heading-twice"], source: "ONS P1" });
  });

  test("what the source does not use may stand twice", async () => {
    const content = lines(`${QUARTERS},Number of Offences,Note,Note,Rate,Rate`, `${quarter},5,a,b,1,2`);
    const { figures, problems } = await inspect(content, "--area", "Kent", "--series", "56A");
    expect({ figures, problems }).toEqual({ figures: ["Kent 56A 5"], problems: [] });
  });

  test("headings under different periods, or of numbers and rates, are not the same", async () => {
    const over = [",May-13 to Apr-14,May-14 to Apr-15", "Offence: Robbery"];
    const twice = lines(
      `${over[1]},,,,`,
      ",Number,,Rate per 1000,",
      ",May-13 to Apr-14,May-14 to Apr-15,May-13 to Apr-14,May-14 to Apr-15",
      "Force,Earlier Period,Later Period,Earlier Period,Later Period",
      "Kent,5,6,0.5,0.6",
    );
    const { figures, problems } = await inspect(twice, "--area", "Kent");
    expect({ figures, problems }).toEqual({
      figures: ["Kent Robbery 5", "Kent Robbery 6", "Kent Robbery 0.5", "Kent Robbery 0.6"],
      problems: [],
    });
  });
});

describe("what stands under no heading", () => {
  const head = `${P1},,Drugs`;
  test.each([
    ["beside gaps alone, is one of them", "E23000032,Kent,..,,..,..,..,..,[c]", 5, []],
    ["beside a number, refuses the record", "E23000032,Kent,..,,..,6,..,..,..", 0, ["2 cell-unnamed"]],
    ["as a number beside gaps, refuses the record", "E23000032,Kent,..,..,..,..,..,348,..", 0, ["2 cell-unnamed"]],
    ["beside a blank, refuses the record", "E23000032,Kent,..,,..,,..,..,..", 0, ["2 cell-unnamed"]],
    ["beside a name that moved, refuses the record", "E23000032,Kent, City of,..,,..,..,..,..", 0, ["2 cell-unnamed"]],
    ["cut off a number by its comma, refuses the record", "E23000032,Kent,1,348,..,..,..,,..", 0, ["2 cell-unnamed"]],
  ])("%s", async (_, record, count, problems) => {
    const found = await inspect(lines(head, record, "E23000028,Essex,1,,2,3,4,,5"), "--area", "E23000032", "E23000028");
    expect(found.figures.filter((one) => one.startsWith("Kent"))).toHaveLength(count);
    expect(found.figures.filter((one) => one.startsWith("Essex"))).toHaveLength(5);
    expect(found.problems.filter((one) => !one.includes("area-unknown"))).toEqual(problems);
  });
});

describe("inspect, asked for nothing in particular", () => {
  const HEAD = "area,series,period,kind,value";
  test("tells figures given twice, and periods that cannot be read", async () => {
    const { problems, exit } = await inspect(
      lines(
        HEAD,
        "Kent,Arson,2019,count,5",
        "Kent,Arson,2019,count,6",
        "Kent,Arson,202O,count,5",
        "Kent,Arson,foo,count,x",
      ),
    );
    expect({ problems, exit }).toEqual({
      problems: ["3 given-twice", "4 period-unknown", "5 period-unknown", "5 not-a-number"],
      exit: 1,
    });
  });

  test("of a long file tells periods that cannot be read on whichever line; figures given twice where they are asked for", {
    tags: "long",
  }, async () => {
    // 60,000 records of 25 letters are above 1 MiB; every 10,000th says a period that is none.
    const records = Array.from({ length: 60_000 }, (_, index) => {
      const period = index % 10_000 === 9_999 ? "202O" : String(1900 + (index % 100));
      return `Kent,Arson ${String(index % 400).padStart(5, "0")},${period},count,5`;
    });
    const content = lines(HEAD, ...records, "Kent,Arson 00000,1900,count,6");
    expect(content.length).toBeGreaterThan(2 ** 20);
    const unread = [10_001, 20_001, 30_001, 40_001, 50_001, 60_001].map((line) => `${line} period-unknown`);
    expect((await inspect(content)).problems).toEqual(unread);
    const asked = await inspect(content, "--series", "Arson 00000");
    // Counts of areas that are known are compared with each other, those of the first 500 series, so that their periods are
    // needed too.
    expect(asked.problems).toEqual([...unread, "60002 given-twice"]);
  });

  test("proposes the column that says the kinds, by its position where its heading stands twice", async () => {
    const { proposal } = await inspect(lines("area,series,period,unit,figure,unit", "Kent,Sat,2019,percent,40,a"));
    expect(proposal.split("\n").slice(-2)).toEqual(["      kind: 4", '      value: "figure"']);
  });
});

describe("what could not be opened, or has no size", () => {
  test("is exit code 2 where nothing could be looked at, and 1 where something could", async () => {
    writeFileSync(join(folder, "good.csv"), lines("area,series,period,kind,value", "Kent,Arson,2019,count,5"));
    expect((await run(["inspect", "nofile.csv"], folder)).exit).toBe(2);
    expect((await run(["inspect", "nofile.csv", "good.csv"], folder)).exit).toBe(1);
    expect((await run(["inspect", "good.csv"], folder)).exit).toBe(0);
  });

  test.skipIf(process.platform === "win32")("a pipe is read as what comes through it", { tags: "built" }, () => {
    const content = lines("area,series,period,kind,value", "Kent,Arson,2019,count,5", "Kent,Theft,2019,count,6");
    writeFileSync(join(folder, "piped.csv"), content);
    const shell = (command: string) => spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    const inspecting = `"${process.execPath}" "${join(home, "bin", "plan-measures.cjs")}" inspect --area Kent`;
    const said = "Kent · Theft · 2019 · count: 6 (line 3)";
    expect(shell(`cat piped.csv | ${inspecting} -- /dev/stdin`).stdout).toContain(said);
    expect(shell(`mkfifo pipe && { cat piped.csv > pipe & } && ${inspecting} -- pipe`).stdout).toContain(said);
    expect(shell(`${inspecting} -- /dev/null`).stderr).toContain("[file-empty]");
  });
});
